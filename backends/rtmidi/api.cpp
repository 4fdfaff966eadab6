// SPDX-License-Identifier: MIT
#include "api.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

#include "client.hpp"
#include "mido/ports/errors.hpp"
#include "ports/quiet.hpp"

namespace mido::rtmidi {

namespace {

struct NamedApi {
  RtMidi::Api api;
  std::string_view name;
};

// As RtMidi's own enumerators are called, and the original calls them.
constexpr std::array names{
    NamedApi{RtMidi::MACOSX_CORE, "MACOSX_CORE"}, NamedApi{RtMidi::LINUX_ALSA, "LINUX_ALSA"},
    NamedApi{RtMidi::UNIX_JACK, "UNIX_JACK"}, NamedApi{RtMidi::WINDOWS_MM, "WINDOWS_MM"},
    NamedApi{RtMidi::RTMIDI_DUMMY, "RTMIDI_DUMMY"}};

std::vector<NamedApi> built_in() {
  std::vector<RtMidi::Api> apis;
  RtMidi::getCompiledApi(apis);
  std::vector<NamedApi> result;
  for (const NamedApi& each : names) {
    if (std::ranges::find(apis, each.api) != apis.end()) result.push_back(each);
  }
  return result;
}

// Asked before RtMidi is, which prints what it does not find.
std::string problem_of(RtMidi::Api api) {
  if (api == RtMidi::UNIX_JACK && !detail::jack_may_answer()) return "no JACK server is running";
  if (api == RtMidi::LINUX_ALSA && !std::filesystem::exists("/dev/snd/seq")) {
    return "there is no ALSA sequencer (/dev/snd/seq)";
  }
  try {
    return Client<RtMidiIn>(api, "mido").first_error();
  } catch (const RtMidiError& error) {
    return error.getMessage();
  }
}

RtMidi::Api first_that_works() {
  std::string problems;
  for (const NamedApi& each : built_in()) {
    if (each.api == RtMidi::RTMIDI_DUMMY) continue;
    const std::string problem = problem_of(each.api);
    if (problem.empty()) return each.api;
    problems.append(problems.empty() ? "" : "; ").append(each.name).append(": ").append(problem);
  }
  throw BackendUnavailable("backend 'rtmidi': " +
                           (problems.empty() ? "RtMidi was built without any API" : problems));
}

}  // namespace

std::vector<std::string> api_names() {
  std::vector<std::string> result;
  for (const NamedApi& each : built_in()) result.emplace_back(each.name);
  return result;
}

RtMidi::Api find_api(const std::string& name) {
  if (name.empty()) return first_that_works();
  const auto apis = built_in();
  const auto found = std::ranges::find(apis, name, &NamedApi::name);
  if (found != apis.end()) {
    const std::string problem = problem_of(found->api);
    if (problem.empty()) return found->api;
    throw BackendUnavailable("backend 'rtmidi/" + name + "': " + problem);
  }
  std::string known;
  for (const NamedApi& each : apis) known.append(known.empty() ? "" : ", ").append(each.name);
  throw BackendUnavailable("backend 'rtmidi' has no API '" + name + "'; it has " + known);
}

}  // namespace mido::rtmidi
