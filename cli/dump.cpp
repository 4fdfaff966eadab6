// SPDX-License-Identifier: MIT
#include <cerrno>
#include <string>

#include "cli/command.hpp"
#include "cli/dump_json.hpp"
#include "cli/dump_text.hpp"
#include "cli/errors.hpp"
#include "cli/file_errors.hpp"
#include "cli/files.hpp"
#include "cli/options.hpp"
#include "mido/smf/trace.hpp"

namespace mido::cli {

namespace {

constexpr const char* examples =
    "  mido dump song.mid            every event with its tick, its seconds and its place\n"
    "  mido dump song.mid | grep -v control_change | mido make - -o less.mid\n"
    "                                the same file without control changes\n"
    "  mido dump --json song.mid | jq 'select(.type == \"note_on\").note'\n"
    "                                the numbers of the notes\n"
    "  mido dump --hex song.mid      every byte of it, to look for a fault\n"
    "\n"
    "What it writes as text, 'mido make' makes a file of: the same byte for byte.";

struct Options {
  std::string file;
  bool json = false;
  bool hex = false;
};

void dump(const Options& options, Io& io) {
  const Bytes bytes = read_bytes(options.file, io);
  if (options.hex) {
    errno = 0;
    smf::trace(bytes, io.out);
    if (!io.out.flush()) throw OutputLost(errno);
    return;
  }
  BufferedOutput out(io);
  JsonDump json(out);
  TextDump text(out);
  try {
    walk(bytes, options.json ? static_cast<FileVisitor&>(json) : text);
  } catch (const Error& error) {
    throw Error(about_file(options.file, error));
  }
  out.flush();
}

int run(std::span<const std::string> args, Io& io) {
  Options options;
  const auto app = make_options("dump", "Writes a MIDI file as text.", examples);
  app->add_option("FILE", options.file, "the MIDI file; - is standard input")
      ->required()
      ->type_name("");
  auto* json =
      app->add_flag("--json", options.json, "one JSON object a line for each chunk and event");
  app->add_flag("--hex", options.hex, "every byte with what it means")->excludes(json);
  if (!parse(*app, args, io)) return exit_code::success;
  dump(options, io);
  return exit_code::success;
}

}  // namespace

const Command dump_command{.name = "dump", .summary = "write a MIDI file as text", .run = run};

}  // namespace mido::cli
