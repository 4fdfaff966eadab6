// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mido/messages/message.hpp"

namespace mido::cli {

/// Which types of messages the user wants to see.
struct TypeFilter {
  std::vector<std::string> only;  ///< none: all
  std::vector<std::string> ignored;

  [[nodiscard]] bool passes(const Message& message) const;
};

/// Throws UsageError when one of the names is no type of a message; `command` is who asks.
void check_types(const TypeFilter& filter, std::string_view command);

}  // namespace mido::cli
