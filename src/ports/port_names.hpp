// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "mido/ports/device.hpp"

namespace mido::detail {

/// The full name of the port that is meant: the name itself, the same in other letters (upper or
/// lower case), or the one port that has it as a part. `ports` are those of the direction. Throws
/// PortNotFound when there is none, or more than one.
[[nodiscard]] std::string resolve_port_name(std::string_view wanted, std::string_view direction,
                                            std::span<const PortInfo> ports);

/// The name that is most like `wanted`; empty when none is like it.
[[nodiscard]] std::string_view nearest_name(std::string_view wanted,
                                            std::span<const PortInfo> ports);

}  // namespace mido::detail
