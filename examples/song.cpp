// SPDX-License-Identifier: MIT
//
// Writes song.mid, the beginning of Johann Pachelbel's Canon in D for three violins and bass.
// It shows how a file is made: a track for the tempo, then one track for each instrument.
// A canon suits a program: there is one melody, which the violins play one after the other, two
// bars apart, over two bars of bass that come again and again.
#include <exception>
#include <iostream>
#include <mido/mido.hpp>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr int beat = 480;  // ticks; a beat is a quarter note
constexpr int bar = 4 * beat;

// One text for each bar. A note is a letter, perhaps a sharp, and the octave: C4 is middle C. What
// follows a slash is the length, which holds until the next slash: 4 is a quarter note, 8. a
// dotted eighth. A plus joins notes to a chord; R is a rest.
constexpr std::string_view melody[] = {
    "F#5/4 E5 D5 C#5",
    "B4/4 A4 B4 C#5",
    "D5/4 C#5 B4 A4",
    "G4/4 F#4 G4 E4",
    "D4/8 F#4 A4 G4 F#4 D4 F#4 E4",
    "D4/8 B3 D4 A4 G4 B4 A4 G4",
    "F#4/8 D4 E4 C#5 D5 F#5 A5 A4",
    "B4/8 G4 A4 F#4 D4 D5 D5/8. C#5/16",
    "D5/16 C#5 D5 D4 C#4 A4 E4 F#4 D4 D5 C#5 B4 C#5 F#5 A5 B5",
    "G5/16 F#5 E5 G5 F#5 E5 D5 C#5 B4 A4 G4 F#4 E4 G4 F#4 E4",
    "D4/16 E4 F#4 G4 A4 E4 A4 G4 F#4 B4 A4 G4 A4 G4 F#4 E4",
    "D4/16 B3 B4 C#5 D5 C#5 B4 A4 G4 F#4 E4 B4 A4 B4 A4 G4",
    "F#4/8 F#5 E5/4 R/8 D5 F#5/4",
    "B5/4 A5 B5 C#6",
    "D6/8 D5 C#5/4 R/8 B4 D5/4",
    "D5/4. D5/8 D5 G5 E5 A5",
    ("A5/16 F#5/32 G5 A5/16 F#5/32 G5 A5 A4 B4 C#5 D5 E5 F#5 G5"
     " F#5/16 D5/32 E5 F#5/16 F#4/32 G4 A4 B4 A4 G4 A4 F#4 G4 A4"),
    ("G4/16 B4/32 A4 G4/16 F#4/32 E4 F#4 E4 D4 E4 F#4 G4 A4 B4"
     " G4/16 B4/32 A4 B4/16 C#5/32 D5 A4 B4 C#5 D5 E5 F#5 G5 A5"),
};
constexpr std::string_view bass[] = {"D3/4 A2 B2 F#2", "G2/4 D2 G2 A2"};
constexpr std::string_view chords[] = {
    "D4+F#4+A4/4 C#4+E4+A4 B3+D4+F#4 A3+C#4+F#4",
    "G3+B3+D4/4 F#3+A3+D4 G3+B3+D4 C#4+E4+A4",
};

constexpr int bars_between_violins = 2;
// The first violin comes in after two bars of bass. When it is through, all stop together.
constexpr int last_bar = bars_between_violins + static_cast<int>(std::size(melody));
constexpr int end_of_file = (last_bar + 1) * bar + 2 * beat;  // the last chord dies away

mido::Note note(std::string_view name) {
  const auto step = std::string_view("C D EF G A B").find(name[0]);  // half tones above C
  const bool sharp = name[1] == '#';
  const int octave = name.back() - '0';
  return mido::checked(12 * (octave + 1) + static_cast<int>(step) + (sharp ? 1 : 0));
}

int ticks(const std::string& length) {
  const int plain = bar / std::stoi(length);
  return length.ends_with('.') ? plain * 3 / 2 : plain;
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}

// One instrument. Counts ticks from the beginning; a track holds those between the events.
class Part {
 public:
  Part(mido::MidiTrack& track, mido::Channel channel, mido::Program program)
      : track_(track), channel_(channel) {
    add(0, mido::ProgramChange{.channel = channel_, .program = program});
    control(11, 127);  // expression: an earlier song may have left it low
  }

  void control(mido::Control control, mido::Value7 value) {
    add(0, mido::ControlChange{.channel = channel_, .control = control, .value = value});
  }

  void play(std::string_view text, int start, int loudness) {
    int now = start;
    for (const auto& word : split(std::string(text), ' ')) {
      const auto slash = word.find('/');
      if (slash != std::string::npos) length_ = ticks(word.substr(slash + 1));
      // The beginning of a bar weighs most, then the beats.
      const int accent = now % bar == 0 ? 10 : now % beat == 0 ? 5 : 0;
      sound(split(word.substr(0, slash), '+'), now, mido::checked(loudness + accent));
      now += length_;
    }
    if ((now - start) % bar != 0) throw std::logic_error("no whole bars: " + std::string(text));
  }

  void finish(std::string_view last_note) {
    play(last_note, last_bar * bar, 70);
    add(end_of_file, mido::EndOfTrack{});
  }

 private:
  void sound(const std::vector<std::string>& names, int start, mido::Velocity velocity) {
    if (names.front() == "R") return;
    const int spread = 12;  // the notes of a chord are plucked one after the other
    int now = start;
    for (const auto& name : names) {
      add(now, mido::NoteOn{.channel = channel_, .note = note(name), .velocity = velocity});
      now += spread;
    }
    for (const auto& name : names) {
      add(start + length_ * 15 / 16, mido::NoteOff{.channel = channel_, .note = note(name)});
    }
  }

  template <class T>
  void add(int tick, const T& message) {
    track_.push_back(message, tick - last_tick_);
    last_tick_ = tick;
  }

  mido::MidiTrack& track_;
  mido::Channel channel_;
  int last_tick_ = 0;
  int length_ = beat;
};

mido::SetTempo beats_per_minute(int beats) { return {.tempo = mido::checked(60'000'000 / beats)}; }

void add_tempo(mido::MidiFile& song) {
  auto& track = song.add_track("Canon in D");
  track.push_back(mido::Copyright{"Johann Pachelbel (1653-1706), in the public domain"});
  track.push_back(mido::TimeSignature{.numerator = 4, .denominator = 4});
  track.push_back(mido::KeySignature{.key = "D"});
  track.push_back(beats_per_minute(76));
  // The last bar broadens.
  track.push_back(beats_per_minute(72), (last_bar - 1) * bar);
  for (const int tempo : {68, 63, 56, 60}) track.push_back(beats_per_minute(tempo), beat);
}

void add_violin(mido::MidiFile& song, const char* name, mido::Channel channel, mido::Value7 pan,
                std::string_view last_note) {
  Part part(song.add_track(name), channel, 40);  // General MIDI: violin
  part.control(10, pan);                         // 0 is left, 127 right
  const int first_bar = bars_between_violins * (channel + 1);
  for (int i = first_bar; i < last_bar; ++i) part.play(melody[i - first_bar], i * bar, 66 + i);
  // Each holds the note that its melody would go on with: together they are the chord.
  part.finish(last_note);
}

void repeat(Part& part, const std::string_view (&bars)[2], std::string_view last_chord) {
  for (int i = 0; i < last_bar; ++i) part.play(bars[i % 2], i * bar, 66 + i);
  part.finish(last_chord);
}

// Fades the last chord, on the channels of all instruments.
void add_fade(mido::MidiFile& song) {
  auto& track = song.add_track("Fade");
  track.push_back(mido::Marker{"Last chord"}, last_bar * bar);
  for (int value = 120; value >= 50; value -= 10) {
    for (int i = 0; i < 5; ++i) {
      const mido::ControlChange expression{
          .channel = mido::checked(i), .control = 11, .value = mido::checked(value)};
      track.push_back(expression, i == 0 ? beat / 2 : 0);
    }
  }
}

mido::MidiFile make_song() {
  mido::MidiFile song;
  add_tempo(song);
  add_violin(song, "Violin I", 0, 34, "F#5/1");
  add_violin(song, "Violin II", 1, 64, "A5/1");
  add_violin(song, "Violin III", 2, 94, "D6/1");
  Part cello(song.add_track("Cello"), 3, 42);
  cello.control(7, 88);  // volume
  repeat(cello, bass, "D2/1");
  Part harpsichord(song.add_track("Harpsichord"), 4, 6);
  harpsichord.control(7, 96);
  repeat(harpsichord, chords, "D4+F#4+A4+D5/1");
  add_fade(song);
  return song;
}

}  // namespace

int main(int argc, char** argv) try {
  const char* path = argc > 1 ? argv[1] : "song.mid";
  const mido::MidiFile song = make_song();
  song.save(path);
  std::cout << path << ": " << song.length().count() << " seconds\n";
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
