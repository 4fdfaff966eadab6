// SPDX-License-Identifier: MIT
#include "audio.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "log.hpp"
#include "mido/ports/errors.hpp"
#include "options.hpp"
#include "quiet.hpp"

namespace mido::fluid {

namespace {

constexpr std::string_view file_driver = "file";

// A sound server keeps the device below it busy: the servers come first.
constexpr std::string_view preferred[] = {"pipewire", "pulseaudio", "jack", "alsa"};

/// The audio drivers that this FluidSynth has, the preferred first.
std::vector<std::string> drivers_of(fluid_settings_t* settings) {
  std::vector<std::string> names;
  fluid_settings_foreach_option(settings, "audio.driver", &names,
                                [](void* list, const char*, const char* name) {
                                  static_cast<std::vector<std::string>*>(list)->push_back(name);
                                });
  std::ranges::stable_sort(names, {}, [](const std::string& name) {
    return std::ranges::find(preferred, name) - std::begin(preferred);
  });
  return names;
}

void check_file_setting(const PortRequest& request) {
  const bool is_set = find_setting(request.settings, "file") != nullptr;
  if (is_set == (request.api == file_driver)) return;
  throw ValueError(is_set ? "setting 'file' is for the backend 'fluidsynth/file' only"
                          : "backend 'fluidsynth/file' needs the setting 'file'");
}

void check_api(const std::string& api, const std::vector<std::string>& drivers) {
  if (api.empty() || std::ranges::find(drivers, api) != drivers.end()) return;
  std::string names;
  for (const auto& name : drivers) names += (names.empty() ? "" : ", ") + name;
  throw BackendUnavailable("this FluidSynth has no audio driver '" + api + "'; it has: " + names);
}

void prepare(const PortRequest& request, fluid_settings_t* settings) {
  if (const std::string* path = find_setting(request.settings, "file")) {
    fluid_settings_setstr(settings, "audio.file.name", path->c_str());
  }
  const std::string client = request.client_name.empty() ? "mido" : request.client_name;
  fluid_settings_setstr(settings, "audio.jack.id", client.c_str());
  fluid_settings_setint(settings, "audio.jack.autoconnect", 1);
}

/// Leaves the reason when it fails.
AudioHandle try_driver(const std::string& name, fluid_settings_t* settings, fluid_synth_t* synth,
                       std::string& reason) {
  // libjack would start a server, for seconds, with output of its own.
  if (name == "jack" && !detail::jack_may_answer()) {
    reason = "no JACK server is running";
    return nullptr;
  }
  const Log log;
  fluid_settings_setstr(settings, "audio.driver", name.c_str());
  AudioHandle driver(new_fluid_audio_driver(settings, synth));
  reason = log.reason();
  return driver;
}

}  // namespace

AudioHandle open_audio(const PortRequest& request, fluid_settings_t* settings,
                       fluid_synth_t* synth) {
  const auto drivers = drivers_of(settings);
  check_api(request.api, drivers);
  check_file_setting(request);
  prepare(request, settings);

  const Quiet quiet;
  std::string reasons;
  for (const std::string& name : drivers) {
    const bool wanted = request.api.empty() ? name != file_driver : name == request.api;
    if (!wanted) continue;
    std::string reason;
    if (AudioHandle driver = try_driver(name, settings, synth, reason)) return driver;
    reasons.append(reasons.empty() ? "" : "; ").append(name).append(": ").append(reason);
  }
  throw PortError("no sound device: " + reasons);
}

}  // namespace mido::fluid
