// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "mido/messages/attribute.hpp"
#include "mido/messages/payload.hpp"

namespace mido::detail {

/// One message type for code that only knows it at run time; generated from its struct.
struct TypeInfo {
  std::string_view type;
  Kind kind;
  /// The attributes in the order of fields(), without the time.
  std::vector<Attribute> (*attributes)(const Payload& payload);
  /// The payload with other attributes; nullptr means the defaults. Leaves out "time".
  Payload (*encode)(const Payload* original, Attributes overrides);
};

/// The type of a message that exists.
[[nodiscard]] const TypeInfo& type_of(const Payload& payload) noexcept;

/// The type of that kind with that name. Throws ValueError when there is none.
[[nodiscard]] const TypeInfo& find_type(Kind kind, std::string_view type);

/// The type of any kind with that name. Throws ValueError when there is none.
[[nodiscard]] const TypeInfo& find_type(std::string_view type);

/// The "time" among the attributes; `otherwise` when it is not there.
[[nodiscard]] Time time_in(Attributes attributes, Time otherwise);

}  // namespace mido::detail
