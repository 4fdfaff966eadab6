// SPDX-License-Identifier: MIT
#include <mido/mido.hpp>

// The list of backends makes the linker need all that the library was built with.
int main() { return mido::version == EXPECTED_VERSION && !mido::backends().empty() ? 0 : 1; }
