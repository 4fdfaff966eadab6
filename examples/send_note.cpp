// SPDX-License-Identifier: MIT
//
// Lists the output ports and plays a note on one of them: send_note [PORT]
// The environment variable MIDO_BACKEND says whose: MIDO_BACKEND=fluidsynth send_note
#include <chrono>
#include <exception>
#include <iostream>
#include <mido/mido.hpp>
#include <thread>

int main(int argc, char** argv) try {
  for (const auto& name : mido::get_output_names()) std::cout << name << '\n';

  // Without a name it is the first one.
  auto port = mido::open_output(argc > 1 ? argv[1] : "");
  port.send(mido::NoteOn{.note = 60, .velocity = 100});
  std::this_thread::sleep_for(std::chrono::seconds(1));
  port.send(mido::NoteOff{.note = 60});
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
