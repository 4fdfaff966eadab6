// SPDX-License-Identifier: MIT
//
// Prints what is in a MIDI file, track by track: print_file song.mid
#include <exception>
#include <iostream>
#include <mido/mido.hpp>

int main(int argc, char** argv) try {
  const mido::MidiFile song(argc > 1 ? argv[1] : "song.mid");
  for (const auto& track : song.tracks) {
    std::cout << "# " << track.name() << '\n';
    for (const auto& event : track) std::cout << event << '\n';
  }
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
