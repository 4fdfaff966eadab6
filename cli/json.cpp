// SPDX-License-Identifier: MIT
#include "cli/json.hpp"

#include "cli/text.hpp"

namespace mido::cli {

Json json_text(std::string_view bytes) { return to_utf8(bytes); }

Json to_json(const AttributeValue& value) {
  if (value.is_integer()) return value.as_integer();
  if (value.is_float()) return value.as_float();
  if (value.is_text()) return json_text(value.as_text());
  return value.as_bytes();
}

Json to_json(const Diagnostic& diagnostic) {
  return {{"offset", diagnostic.offset},
          {"track", diagnostic.track ? Json(*diagnostic.track) : Json()},
          {"kind", to_string(diagnostic.kind)},
          {"detail", diagnostic.detail}};
}

void add_division(Json& object, Division division) {
  if (const auto ticks = division.ticks_per_beat()) {
    object["ticks_per_beat"] = *ticks;
    return;
  }
  object["smpte"] = {{"frame_rate", division.frame_rate()->number()},
                     {"ticks_per_frame", division.ticks_per_frame()}};
}

std::string json_line(const Json& value) { return value.dump() + "\n"; }

}  // namespace mido::cli
