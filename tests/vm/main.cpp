// SPDX-License-Identifier: MIT

// Tests of backends that need a kernel with ALSA: tests/vm/run starts them in a virtual machine.

#include <gtest/gtest.h>

#include <string_view>

#include "peer.hpp"

int main(int argc, char** argv) {
  if (argc == 3 && std::string_view(argv[1]) == "--part") return mido::vm::play_part(argv[2]);
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
