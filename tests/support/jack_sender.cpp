// SPDX-License-Identifier: MIT

// Another process: makes the virtual output "burst" of the client "sender", waits for a line on
// its standard input, sends as many numbered messages as its argument says, and ends when the
// input does.

#include <cstdlib>
#include <iostream>
#include <string>

#include "mido/ports/backend.hpp"
#include "support/numbered.hpp"

int main(int, char** arguments) {
  const int count = std::atoi(arguments[1]);
  mido::Output output =
      mido::Backend("jack").open_output("burst", {.virtual_port = true, .client_name = "sender"});
  std::string line;
  std::getline(std::cin, line);
  for (int i = 0; i < count; ++i) output.send(mido::testing::numbered(i));
  std::getline(std::cin, line);
}
