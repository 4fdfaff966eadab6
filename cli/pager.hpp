// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace mido::cli {

/// Shows a text in the program that PAGER names, or in less, and waits until the user has left it.
/// Throws Error when there is no such program.
void show_in_pager(std::string_view text);

}  // namespace mido::cli
