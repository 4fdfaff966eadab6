// SPDX-License-Identifier: MIT
#include <array>

#include "cli/info.hpp"
#include "cli/summary.hpp"

namespace mido::cli {

namespace {

std::string_view to_string(smf::Wrapper wrapper) {
  static constexpr std::array<std::string_view, 3> names{"none", "riff", "offset"};
  return names[static_cast<std::size_t>(wrapper)];
}

}  // namespace

Json info_json(const FoundFile& found) {
  const MidiFile& file = found.file;
  Json info = {
      {"file", json_text(found.path)},        {"ok", true},         {"error", nullptr},
      {"wrapper", to_string(file.wrapper())}, {"type", found.type}, {"tracks", file.tracks.size()}};
  add_division(info, file.division);
  info["events"] = count_events(file);
  info["seconds"] = length_of(file).count();
  info["diagnostics"] = Json::array();
  for (const Diagnostic& fault : file.diagnostics()) info["diagnostics"].push_back(to_json(fault));
  return info;
}

Json info_json(const std::string& path, const Error& error) {
  Json info = {
      {"file", json_text(path)},     {"ok", false},       {"error", json_text(error.what())},
      {"wrapper", nullptr},          {"type", nullptr},   {"tracks", nullptr},
      {"ticks_per_beat", nullptr},   {"events", nullptr}, {"seconds", nullptr},
      {"diagnostics", Json::array()}};
  if (const auto* parse_error = dynamic_cast<const MidiParseError*>(&error)) {
    info["diagnostics"].push_back(to_json(parse_error->fault()));
  }
  return info;
}

}  // namespace mido::cli
