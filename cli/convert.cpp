// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"
#include "cli/errors.hpp"
#include "cli/file_errors.hpp"
#include "cli/files.hpp"
#include "cli/options.hpp"
#include "cli/repair.hpp"
#include "mido/smf/texts.hpp"
#include "mido/smf/transform.hpp"

namespace mido::cli {

namespace {

constexpr const char* examples =
    "  mido convert in.mid out.mid --type 0       all tracks in one\n"
    "  mido convert in.mid out.mid --ticks-per-beat 960\n"
    "                                             finer ticks, the same music\n"
    "  mido convert in.mid out.mid --charset utf-8\n"
    "                                             texts that programs of today can read\n"
    "  mido convert in.mid out.mid --repair       without faults\n"
    "  mido convert in.rmi out.mid --strip-riff   without what is around it\n"
    "\n"
    "Without an option OUT has the bytes of IN. Either may be -, standard input or output.";

struct Options {
  std::string in;
  std::string out;
  std::optional<int> type;
  std::optional<int> ticks_per_beat;
  std::string charset;
  std::string from_charset = "auto";
  bool repair = false;
  bool strip_riff = false;
  bool force = false;
};

void add_options(CLI::App& app, Options& options) {
  app.add_option("IN", options.in, "the MIDI file to read")->required()->type_name("");
  app.add_option("OUT", options.out, "the MIDI file to write")->required()->type_name("");
  app.add_option("--type", options.type, "make it a file of type 0, 1 or 2")
      ->check(CLI::Range(0, 2))
      ->type_name("N");
  app.add_option("--ticks-per-beat", options.ticks_per_beat, "give it so many ticks a beat")
      ->check(CLI::Range(1, 32767))
      ->type_name("N");
  auto* charset = app.add_option("--charset", options.charset, "write its texts in that charset");
  charset->type_name("NAME");
  app.add_option("--from-charset", options.from_charset, "the one they are in; auto if not given")
      ->type_name("NAME")
      ->needs(charset);
  app.add_flag("--repair", options.repair, "write a valid file in the usual way");
  app.add_flag("--strip-riff", options.strip_riff, "leave out what is around the MIDI file");
  app.add_flag("-f,--force", options.force, "even if OUT is IN");
}

void recode(MidiFile& file, const Options& options) {
  const bool detect = options.from_charset == "auto";
  recode_texts(file, detect ? detect_charset(file) : Charset(options.from_charset),
               Charset(options.charset));
}

MidiFile changed(MidiFile file, const Options& options) {
  if (options.strip_riff) file.unwrap();
  if (options.repair) file = repaired(file);
  if (options.type) file = convert(file, checked(*options.type));
  if (options.ticks_per_beat) file = rescale(file, checked(*options.ticks_per_beat));
  if (!options.charset.empty()) recode(file, options);
  return file;
}

/// "a.mid: repaired: 2 bad_data_byte, 1 missing_end_of_track"
void tell_repairs(const std::string& path, const Diagnostics& faults, Io& io) {
  std::map<std::string_view, std::size_t> counts;
  for (const Diagnostic& fault : faults) {
    if (fault.kind != FaultKind::foreign_chunk) ++counts[to_string(fault.kind)];
  }
  std::vector<std::string> parts;
  parts.reserve(counts.size());
  for (const auto& [kind, count] : counts) parts.push_back(fmt::format("{} {}", count, kind));
  if (!parts.empty()) report(io, fmt::format("{}: repaired: {}", path, fmt::join(parts, ", ")));
}

void write(const std::string& path, const Bytes& bytes, Io& io) {
  if (path != "-") return write_bytes(path, bytes);
  print(io, std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
}

void convert(const Options& options, Io& io) {
  const Bytes bytes = read_bytes(options.in, io);
  try {
    // To repair a data byte over 127 is to make it 127, but it is to be told of.
    MidiFile file = MidiFile::from_bytes(bytes, {.tolerant = true});
    if (options.repair) {
      tell_repairs(options.in, file.diagnostics(), io);
      file = MidiFile::from_bytes(bytes, {.tolerant = true, .bad_data = BadData::clip});
    }
    write(options.out, changed(std::move(file), options).to_bytes(), io);
  } catch (const Error& error) {
    throw Error(about_file(options.in, error));
  }
}

int run(std::span<const std::string> args, Io& io) {
  Options options;
  const auto app = make_options("convert", "Writes a MIDI file in another way.", examples);
  add_options(*app, options);
  if (!parse(*app, args, io)) return exit_code::success;
  check_is_other_file(options.in, options.out, options.force);
  convert(options, io);
  return exit_code::success;
}

}  // namespace

const Command convert_command{
    .name = "convert", .summary = "write a MIDI file in another way", .run = run};

}  // namespace mido::cli
