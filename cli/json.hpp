// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "mido/messages/attribute.hpp"
#include "mido/smf/division.hpp"
#include "mido/smf/errors.hpp"

namespace mido::cli {

/// A JSON value; an object keeps the order of its keys.
using Json = nlohmann::ordered_json;

/// A text from outside as a JSON string; bytes that are no UTF-8 are taken as latin-1.
[[nodiscard]] Json json_text(std::string_view bytes);

[[nodiscard]] Json to_json(const AttributeValue& value);

/// `offset`, `track`, `kind`, `detail`; the track is null for what stands in none.
[[nodiscard]] Json to_json(const Diagnostic& diagnostic);

/// Adds `ticks_per_beat`, or `smpte` with `frame_rate` and `ticks_per_frame`.
void add_division(Json& object, Division division);

/// The value in one line, with its end.
[[nodiscard]] std::string json_line(const Json& value);

}  // namespace mido::cli
