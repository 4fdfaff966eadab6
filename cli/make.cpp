// SPDX-License-Identifier: MIT
#include <string>
#include <string_view>

#include "cli/command.hpp"
#include "cli/errors.hpp"
#include "cli/file_maker.hpp"
#include "cli/files.hpp"
#include "cli/options.hpp"

namespace mido::cli {

namespace {

constexpr const char* examples =
    "  mido make song.txt -o song.mid   make a MIDI file of a text\n"
    "  mido make - -o song.mid <<END    of one that is typed\n"
    "  midi type=1 ticks_per_beat=480\n"
    "  track\n"
    "  track_name name=\"Bells\"\n"
    "  note_on note=72                  # this much later than the event before: time=0\n"
    "  note_off note=72 time=480        # or with a tick in front: @480 note_off note=72\n"
    "  END\n"
    "\n"
    "Events are written as 'mido dump' shows them; what is left out has its default.";

struct Options {
  std::string text;
  std::string out;
  bool force = false;
};

int run(std::span<const std::string> args, Io& io) {
  Options options;
  const auto app = make_options("make", "Makes a MIDI file of a text.", examples);
  app->add_option("TEXT", options.text, "the text; - is standard input")->required()->type_name("");
  app->add_option("-o,--output", options.out, "the MIDI file to write")
      ->required()
      ->type_name("OUT");
  app->add_flag("-f,--force", options.force, "even if that is the text");
  if (!parse(*app, args, io)) return exit_code::success;
  check_is_other_file(options.text, options.out, options.force);
  const Bytes text = read_bytes(options.text, io);
  const std::string_view view(reinterpret_cast<const char*>(text.data()), text.size());
  write_bytes(options.out, make_file(view, options.text));
  return exit_code::success;
}

}  // namespace

const Command make_command{.name = "make", .summary = "make a MIDI file of text", .run = run};

}  // namespace mido::cli
