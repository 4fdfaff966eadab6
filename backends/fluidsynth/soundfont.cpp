// SPDX-License-Identifier: MIT
#include "soundfont.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <system_error>

#include "log.hpp"
#include "mido/ports/errors.hpp"
#include "options.hpp"
#include "quiet.hpp"

namespace mido::fluid {

namespace {

// Compressed ones (.sf3) take seconds to load: FluidSynth's own default on Debian comes last.
constexpr const char* usual_places[] = {
    "/usr/share/sounds/sf2/default-GM.sf2",    "/usr/share/soundfonts/default.sf2",
    "/usr/share/sounds/sf2/FluidR3_GM.sf2",    "/usr/share/soundfonts/FluidR3_GM.sf2",
    "/usr/share/sounds/sf2/TimGM6mb.sf2",      "/usr/local/share/soundfonts/default.sf2",
    "/usr/local/share/sounds/sf2/default.sf2", "/opt/homebrew/share/soundfonts/default.sf2",
};

bool exists(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

std::string usual_soundfont(fluid_settings_t* defaults) {
  for (const char* path : usual_places) {
    if (exists(path)) return path;
  }
  char* copy = nullptr;
  fluid_settings_dupstr(defaults, "synth.default-soundfont", &copy);
  const std::unique_ptr<char, decltype(&fluid_free)> path(copy, &fluid_free);
  if (path && exists(path.get())) return path.get();
  throw PortError(
      "FluidSynth needs a soundfont and there is none in the usual places; install one (on "
      "Debian: apt-get install timgm6mb-soundfont), or name one with --soundfont, the setting "
      "'soundfont' or the environment variable MIDO_SOUNDFONT");
}

std::string find_soundfont(const Settings& settings, fluid_settings_t* defaults) {
  if (const std::string* path = find_setting(settings, "soundfont")) return *path;
  const char* path = std::getenv("MIDO_SOUNDFONT");  // NOLINT(concurrency-mt-unsafe)
  if (path != nullptr && *path != '\0') return path;
  return usual_soundfont(defaults);
}

}  // namespace

void load_soundfont(const Settings& settings, fluid_settings_t* defaults, fluid_synth_t* synth) {
  const std::string path = find_soundfont(settings, defaults);
  const std::string failure = open_failure(path, "rb");
  if (!failure.empty()) throw PortError("cannot open soundfont '" + path + "': " + failure);

  const Log log;
  const Quiet quiet;
  if (fluid_is_soundfont(path.c_str()) == 0) throw PortError("'" + path + "' is no soundfont");
  if (fluid_synth_sfload(synth, path.c_str(), 1) == FLUID_FAILED) {
    throw PortError("soundfont '" + path + "' is damaged: " + log.reason());
  }
}

std::string open_failure(const std::string& path, const char* mode) {
  std::FILE* const file = std::fopen(path.c_str(), mode);
  if (file == nullptr) return std::generic_category().message(errno);
  std::fclose(file);
  return {};
}

}  // namespace mido::fluid
