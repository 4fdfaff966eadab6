// SPDX-License-Identifier: MIT
#include "cli/output_choice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/environment.hpp"

namespace mido::cli {

namespace {

constexpr std::string_view synthesizer = "fluidsynth";
constexpr std::string_view synthesizer_port = "FluidSynth";

void tell(const OutputChoice& choice, Io& io, const std::string& notice) {
  if (!choice.quiet) report(io, notice);
}

ChosenOutput render(const std::string& wav, const OutputChoice& choice) {
  Settings settings = choice.settings;
  settings["wav"] = wav;
  return {Backend(synthesizer).open_output(synthesizer_port, {.settings = std::move(settings)}),
          wav};
}

ChosenOutput open_synthesizer(const Backend& backend, const OutputChoice& choice, Io& io) {
  try {
    return {backend.open_output(choice.port, {.settings = choice.settings}), {}};
  } catch (const PortNotFound&) {
    throw;
  } catch (const PortError& error) {
    const std::string_view reason = error.what();
    if (!choice.or_wav.empty()) {
      auto output = render(choice.or_wav, choice);
      tell(choice, io, fmt::format("{}: writing to '{}' instead", reason, choice.or_wav));
      return output;
    }
    constexpr std::string_view none = "no sound device";
    if (!reason.starts_with(none)) throw;
    throw PortError(fmt::format("{}; '--wav FILE' writes the sound to a file{}", none,
                                reason.substr(none.size())));
  }
}

ChosenOutput open_on(const Backend& backend, const OutputChoice& choice, Io& io) {
  if (backend.name() == synthesizer) return open_synthesizer(backend, choice, io);
  return {backend.open_output(choice.port, {.settings = choice.settings}), {}};
}

// ALSA's loop from programs to programs: nobody hears what is played to it.
bool is_heard(const std::string& port) { return !port.starts_with("Midi Through"); }

std::vector<std::string> outputs_of(const Backend& backend) {
  try {
    return backend.get_output_names();
  } catch (const BackendUnavailable&) {
    return {};
  }
}

bool contains(std::string_view name, std::string_view part) {
  const auto same = [](unsigned char a, unsigned char b) {
    return std::tolower(a) == std::tolower(b);
  };
  return part.empty() ||
         std::search(name.begin(), name.end(), part.begin(), part.end(), same) != name.end();
}

bool has_output(const Backend& backend, const std::string& port) {
  return std::ranges::any_of(outputs_of(backend),
                             [&](const std::string& name) { return contains(name, port); });
}

/// The backend that has a port of that name, if the user did not say which one to ask.
Backend backend_of(const OutputChoice& choice) {
  Backend preferred(choice.backend);
  if (choice.port.empty() || !choice.backend.empty() || is_in_environment("MIDO_BACKEND"))
    return preferred;
  for (const auto& [name, missing] : backends()) {
    if (missing.empty() && has_output(Backend(name), choice.port)) return Backend(name);
  }
  return preferred;
}

/// The reason why the backend in use cannot play without being told a port; empty when it can.
std::string why_not(const Backend& backend) {
  if (is_in_environment("MIDO_DEFAULT_OUTPUT")) return {};
  if (backend.name() == synthesizer && !is_in_environment("MIDO_BACKEND"))
    return "no MIDI output port";
  if (std::string problem = backend.problem(); !problem.empty()) return problem;
  if (std::ranges::any_of(outputs_of(backend), is_heard)) return {};
  return "no MIDI output port";
}

}  // namespace

ChosenOutput open_output(const OutputChoice& choice, Io& io) {
  if (!choice.wav.empty()) return render(choice.wav, choice);
  if (!choice.port.empty() || !choice.backend.empty()) {
    return open_on(backend_of(choice), choice, io);
  }
  if (choice.settings.contains("soundfont")) {
    return open_synthesizer(Backend(synthesizer), choice, io);
  }
  const Backend backend;
  const std::string reason = why_not(backend);
  if (reason.empty()) return open_on(backend, choice, io);
  auto output = open_synthesizer(Backend(synthesizer), choice, io);
  if (output.wav.empty()) {
    tell(choice, io, fmt::format("{}: playing on the built-in synthesizer", reason));
  }
  return output;
}

}  // namespace mido::cli
