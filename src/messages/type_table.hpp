// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "mido/messages/type_info.hpp"

namespace mido::detail {

/// The type of a message that exists.
[[nodiscard]] const TypeInfo& type_of(const Payload& payload) noexcept;

/// The type of that kind with that name. Throws ValueError when there is none.
[[nodiscard]] const TypeInfo& find_type(Kind kind, std::string_view type);

/// The type of any kind with that name. Throws ValueError when there is none.
[[nodiscard]] const TypeInfo& find_type(std::string_view type);

/// The "time" among the attributes; `otherwise` when it is not there.
[[nodiscard]] Time time_in(Attributes attributes, Time otherwise);

}  // namespace mido::detail
