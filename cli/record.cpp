// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <charconv>
#include <string>
#include <string_view>

#include "cli/command.hpp"
#include "cli/errors.hpp"
#include "cli/files.hpp"
#include "cli/options.hpp"
#include "cli/recorder.hpp"
#include "mido/smf/units.hpp"

namespace mido::cli {

namespace {

constexpr const char* examples =
    "  mido record take.mid              what comes in on every port, until Ctrl-C\n"
    "  mido record -i piano --silence 5 take.mid\n"
    "                                    until nothing was played for five seconds\n"
    "  mido record --tempo 90 --time-signature 3/4 --count-in 2 --click synth take.mid\n"
    "                                    to a beat: two bars are counted first\n"
    "\n"
    "The take begins with the first message, or after what was counted; what comes half a beat\n"
    "before that is still in it. Each port gets a track. Messages of channels and sysex are kept;\n"
    "others, such as clock, have no place in a file. While it is recorded, the file has all but\n"
    "the last second.";

struct Options {
  RecordOptions record;
  double beats_per_minute = 120;
  std::string time_signature = "4/4";
  double length = 0;
  double silence = 0;
  bool force = false;
};

void add_options(CLI::App& app, Options& options) {
  auto& record = options.record;
  app.add_option("FILE", record.file, "the MIDI file to write")->required()->type_name("");
  app.add_option("-i,--input-port", record.inputs.ports, "a port to record; all if not given")
      ->type_name("PORT")
      ->allow_extra_args(false);
  add_input_options(app, record.inputs);
  app.add_option("--tempo", options.beats_per_minute, "beats a minute; 120 if not given")
      ->type_name("BPM");
  app.add_option("--time-signature", options.time_signature, "such as 3/4; 4/4 if not given")
      ->type_name("N/M");
  app.add_option("--ticks-per-beat", record.take.ticks_per_beat, "480 if not given")
      ->check(CLI::Range(1, 32767))
      ->type_name("N");
  app.add_option("--count-in", record.count_in, "count so many bars first")
      ->check(CLI::Range(0, 100))
      ->type_name("BARS");
  app.add_option("--click", record.click, "play the beats on that port")->type_name("PORT");
  app.add_option("--for", options.length, "stop after so many seconds")
      ->check(CLI::Range(0.001, 1e9))
      ->type_name("SECONDS");
  app.add_option("--silence", options.silence, "stop when no key was touched for so long")
      ->check(CLI::Range(0.001, 1e9))
      ->type_name("SECONDS");
  app.add_flag("-f,--force", options.force, "even if FILE is there already");
}

/// The number at the beginning, which is cut off; 0 when there is none.
int take_number(std::string_view& text) {
  int number = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc()) text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
  return number;
}

TimeSignature time_signature_of(std::string_view text) {
  std::string_view rest = text;
  const int beats = take_number(rest);
  const bool has_slash = rest.starts_with('/');
  if (has_slash) rest.remove_prefix(1);
  const int unit = take_number(rest);
  const bool is_power = unit >= 1 && unit <= 32 && (unit & (unit - 1)) == 0;
  if (!has_slash || !rest.empty() || beats < 1 || beats > 255 || !is_power) {
    throw UsageError(fmt::format(
        "record: '{}' is no time signature: it must be like 3/4, with 1, 2, 4, 8, 16 or 32 below",
        text));
  }
  constexpr int clocks_of_whole_note = 96;
  return {.numerator = checked(beats),
          .denominator = checked(unit),
          .clocks_per_click = checked(clocks_of_whole_note / unit)};
}

/// What CLI11 cannot check.
void finish(Options& options) {
  auto& record = options.record;
  record.take.time_signature = time_signature_of(options.time_signature);
  try {
    record.take.tempo = bpm2tempo(options.beats_per_minute, record.take.time_signature);
  } catch (const ValueError& error) {
    throw UsageError(fmt::format("record: --tempo: {}", error.what()));
  }
  if (record.take.tempo == 0) throw UsageError("record: --tempo: no music is that fast");
  if (options.length > 0) record.length = Seconds(options.length);
  if (options.silence > 0) record.silence = Seconds(options.silence);
  check_is_new_file(record.file, options.force);
}

int run(std::span<const std::string> args, Io& io) {
  Options options;
  const auto app = make_options("record", "Records what is played into a MIDI file.", examples);
  add_options(*app, options);
  if (!parse(*app, args, io)) return exit_code::success;
  finish(options);
  Recorder(options.record, io).run();
  return exit_code::success;
}

}  // namespace

const Command record_command{
    .name = "record", .summary = "record what is played into a MIDI file", .run = run};

}  // namespace mido::cli
