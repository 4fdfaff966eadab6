// SPDX-License-Identifier: MIT
#include <mido/mido.hpp>

// Backends and charsets make the linker need all that the library was built with.
int main() {
  const bool linked =
      !mido::backends().empty() && mido::Charset::detect("plain") == mido::Charset::utf8();
  return mido::version == EXPECTED_VERSION && linked ? 0 : 1;
}
