// SPDX-License-Identifier: MIT
//
// Draws a MIDI file as a piano roll, an SVG picture: piano_roll song.mid song.svg
#include <algorithm>
#include <cstdint>
#include <exception>
#include <fstream>
#include <functional>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <mido/mido.hpp>

namespace {

const char* color_of(int channel) {
  static constexpr const char* colors[] = {"#7aa2f7", "#f7768e", "#9ece6a", "#e0af68", "#6c76a8"};
  return colors[static_cast<std::size_t>(channel) % std::size(colors)];
}

// The name of each track in the color of its notes.
void draw_names(std::ostream& out, const mido::MidiFile& song) {
  int x = 16;
  for (const auto& track : song.tracks) {
    const auto on = std::ranges::find_if(track, &mido::TrackEvent::is<mido::NoteOn>);
    if (on == track.end()) continue;
    out << "<text x='" << x << "' y='26' fill='" << color_of(on->get<mido::NoteOn>().channel)
        << "'>" << track.name() << "</text>\n";
    x += 120;
  }
}

void draw(std::ostream& out, const mido::MidiFile& song) {
  constexpr int width = 1000;
  constexpr int row = 6;
  constexpr int top = 40;
  auto notes = mido::notes(song);
  std::ranges::stable_sort(notes, std::greater{}, &mido::NoteSpan::channel);  // the first on top
  const auto [lowest, highest] = std::ranges::minmax(notes, {}, &mido::NoteSpan::note);
  const int height = top + row * (highest.note - lowest.note + 3);
  const mido::TempoMap map(song);
  const double scale = width / song.length().count();
  const auto x = [&](std::int64_t tick) { return map.seconds(tick).count() * scale; };
  out << std::fixed << std::setprecision(1)
      << "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 " << width << ' ' << height
      << "' font-family='sans-serif' font-size='15'>\n<rect width='100%' height='100%' rx='8' "
      << "fill='#1a1b26'/>\n";
  draw_names(out, song);
  for (const auto& note : notes) {
    out << "<rect x='" << x(note.start) << "' y='" << top + row * (highest.note - note.note + 1)
        << "' width='" << x(note.end()) - x(note.start) << "' height='" << row << "' fill='"
        << color_of(note.channel) << "'/>\n";
  }
  out << "</svg>\n";
}

}  // namespace

int main(int argc, char** argv) try {
  const mido::MidiFile song(argc > 1 ? argv[1] : "song.mid");
  std::ofstream out(argc > 2 ? argv[2] : "song.svg");
  draw(out, song);
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
