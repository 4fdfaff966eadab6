// SPDX-License-Identifier: MIT
//
// Ports inside the program: a callback answers every note with the one an octave higher, and the
// main thread waits for the answer.
#include <iostream>
#include <mido/mido.hpp>

int main() {
  const mido::Backend memory("memory");

  auto answer = memory.open_output("answers");
  const auto sing_higher = [&](const mido::Received& message) {
    const auto on = message.get_if<mido::NoteOn>();
    if (on) answer.send(mido::NoteOn{.note = mido::clamped(on->note + 12)});
  };
  const auto question = memory.open_input("questions", {.callback = sing_higher});

  auto output = memory.open_output("questions");
  auto input = memory.open_input("answers");
  static constexpr mido::Note chord[] = {60, 64, 67};
  for (const mido::Note note : chord) {
    output.send(mido::NoteOn{.note = note});
    std::cout << input.receive() << '\n';
  }
}
