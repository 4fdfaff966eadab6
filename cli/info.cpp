// SPDX-License-Identifier: MIT
#include "cli/info.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/errors.hpp"
#include "cli/file_errors.hpp"
#include "cli/files.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "mido/smf/reader.hpp"

namespace mido::cli {

namespace {

constexpr const char* examples =
    "  mido info song.mid             what is in a file, and what is wrong with it\n"
    "  mido info --json *.mid | jq -r 'select(.diagnostics != []).file'\n"
    "                                 name the files that have faults\n"
    "\n"
    "Tracks are counted from 0, as in error messages; channels from 1. The length of a type 2\n"
    "file is that of its tracks one after the other, as they are played.";

struct Options {
  std::vector<std::string> files;
  bool json = false;
  bool strict = false;
};

class Session {
 public:
  Session(const Options& options, Io& io)
      : options_(options), io_(io), progress_(io, options.files.size()) {}

  int run() {
    int code = exit_code::success;
    for (const auto& path : options_.files) {
      if (io_.stop.stop_requested()) throw Interrupted();
      if (!show(path)) code = exit_code::failure;
      progress_.advance();
    }
    return code;
  }

 private:
  bool show(const std::string& path) {
    try {
      const FoundFile found = find_file(path, options_.strict, io_);
      if (options_.json) {
        say(json_line(info_json(found)));
      } else {
        say((said_ ? "\n" : "") + info_text(found));
      }
      return true;
    } catch (const Error& error) {
      if (options_.json) {
        say(json_line(info_json(path, error)));
      } else {
        progress_.clear();
        report(io_, about_file(path, error));
      }
      return false;
    }
  }

  void say(const std::string& text) {
    progress_.clear();
    print(io_, text);
    said_ = true;
  }

  const Options& options_;
  Io& io_;
  Progress progress_;
  bool said_ = false;
};

}  // namespace

FoundFile find_file(const std::string& path, bool strict, Io& io) {
  const Bytes bytes = read_bytes(path, io);
  FoundFile found{.path = path, .file = MidiFile::from_bytes(bytes, {.tolerant = !strict})};
  Diagnostics known;
  found.type = smf::Reader(bytes, &known).header().type;
  return found;
}

namespace {

int run(std::span<const std::string> args, Io& io) {
  Options options;
  const auto app =
      make_options("info", "Shows what is in MIDI files, and what is wrong with them.", examples);
  app->add_option("FILE", options.files, "the MIDI files; - is standard input")
      ->required()
      ->type_name("");
  app->add_flag("--json", options.json, "one JSON object a line for each file");
  app->add_flag("--strict", options.strict, "a file with a fault cannot be read");
  if (!parse(*app, args, io)) return exit_code::success;
  return Session(options, io).run();
}

}  // namespace

const Command info_command{.name = "info", .summary = "show what is in MIDI files", .run = run};

}  // namespace mido::cli
