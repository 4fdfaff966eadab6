// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <charconv>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/errors.hpp"
#include "cli/file_errors.hpp"
#include "cli/files.hpp"
#include "cli/options.hpp"
#include "cli/roll_file.hpp"
#include "cli/roll_music.hpp"
#include "cli/roll_terminal.hpp"
#include "cli/text.hpp"

namespace mido::cli {

namespace {

constexpr const char* examples =
    "  mido roll song.mid                          page through it in the terminal\n"
    "  mido roll song.mid -o song.svg              the same as a picture\n"
    "  mido roll song.mid -o song.png --from 9 --to 16\n"
    "                                              the bars 9 to 16\n"
    "  mido roll song.mid -o song.pdf --tracks 1,2 --from 1:30 --to 1:45.5\n"
    "                                              two tracks, of a quarter of a minute";

struct Options {
  std::string file;
  std::string out;
  std::string size;
  RollLook look;
  RollChoice choice;
  std::string title;
  bool has_title = false;
};

void add_options(CLI::App& app, Options& options) {
  app.add_option("FILE", options.file, "the MIDI file")->required()->type_name("");
  app.add_option("-o,--output", options.out, "the picture to write: .svg, .png or .pdf")
      ->type_name("OUT");
  app.add_option("--from", options.choice.from, "the first bar, or a time as 12.5s or 1:30")
      ->type_name("PLACE");
  app.add_option("--to", options.choice.to, "the last bar, or a time")->type_name("PLACE");
  app.add_option("--tracks", options.choice.tracks, "those to show, from 0: 1,2,5")
      ->delimiter(',')
      ->type_name("LIST");
  app.add_option("--size", options.size, "of the picture: WIDTH, or WIDTHxHEIGHT")
      ->type_name("SIZE");
  app.add_option("--scale", options.look.scale, "pixels a point of a .png; 2 if not given")
      ->check(CLI::Range(0.1, 16.0))
      ->type_name("N");
  app.add_option("--title", options.title, "instead of the name of the song")->type_name("TEXT");
  app.add_flag("--dark", options.look.dark, "light notes on a dark ground");
}

/// What CLI11 cannot check.
void finish(Options& options) {
  if (!options.out.empty() && !is_picture(options.out)) {
    throw UsageError(fmt::format("roll: '{}' is to end in .svg, .png or .pdf", options.out));
  }
  if (options.size.empty()) return;
  constexpr double smallest = 200;
  constexpr double largest = 15000;
  const auto fits = [](double size) { return size >= smallest && size <= largest; };
  const char* end = options.size.data() + options.size.size();
  auto result = std::from_chars(options.size.data(), end, options.look.width);
  bool good = result.ec == std::errc() && fits(options.look.width);
  if (good && result.ptr != end) {
    good = *result.ptr == 'x';
    result = std::from_chars(result.ptr + 1, end, options.look.height);
    good = good && result.ec == std::errc() && result.ptr == end && fits(options.look.height);
  }
  if (!good)
    throw UsageError(fmt::format("roll: '{}' is no size: 1000, or 1000x500, of {} to {}",
                                 options.size, smallest, largest));
}

std::string title_of(const MidiFile& file, const std::string& path) {
  const bool names_song = file.type != 2 && !file.tracks.empty();
  const std::string name = names_song ? printable(file.tracks[0].name()) : "";
  return name.empty() ? printable(std::filesystem::path(path).stem().string()) : name;
}

RollMusic read_music(const Options& options) {
  try {
    const MidiFile file(std::filesystem::path(options.file), {.tolerant = true});
    return roll_music(file,
                      options.has_title ? printable(options.title) : title_of(file, options.file),
                      options.choice);
  } catch (const Error& error) {
    throw Error(about_file(options.file, error));
  }
}

int run(std::span<const std::string> args, Io& io) {
  Options options;
  const auto app = make_options("roll", "Draws a MIDI file as a piano roll.", examples);
  add_options(*app, options);
  if (!parse(*app, args, io)) return exit_code::success;
  options.has_title = app->count("--title") > 0;
  finish(options);
  const RollMusic music = read_music(options);
  if (options.out.empty()) {
    show_roll(music, io);
  } else {
    check_is_other_file(options.file, options.out, false);
    write_roll(music, options.look, options.out);
  }
  return exit_code::success;
}

}  // namespace

const Command roll_command{
    .name = "roll", .summary = "draw a MIDI file as a piano roll", .run = run};

}  // namespace mido::cli
