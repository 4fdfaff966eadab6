// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "cli/command.hpp"
#include "cli/errors.hpp"
#include "cli/input_set.hpp"
#include "cli/json.hpp"
#include "cli/options.hpp"
#include "cli/palette.hpp"
#include "cli/text.hpp"
#include "cli/type_filter.hpp"
#include "mido/codec/text.hpp"

namespace mido::cli {

namespace {

constexpr const char* examples =
    "  mido monitor                      what comes in on every port, also on those plugged in "
    "later\n"
    "  mido monitor 'Roland UM-1' pads   on two ports; a part of a name will do\n"
    "  mido monitor --only note_on,note_off\n"
    "                                    nothing but notes\n"
    "  mido monitor piano | mido send synth\n"
    "                                    from one port to another\n"
    "  mido monitor piano > log.txt      keep it, for 'mido send synth < log.txt'\n"
    "\n"
    "A line is the time in seconds since the start, the message, and its port as a comment.\n"
    "Ctrl-C ends the program.";

constexpr int message_width = 50;

struct Options {
  InputChoice inputs;
  TypeFilter filter;
  bool json = false;
};

void add_options(CLI::App& app, Options& options) {
  app.add_option("PORT", options.inputs.ports, "the ports to listen to; all if not given")
      ->type_name("");
  add_input_options(app, options.inputs);
  app.add_option("--only", options.filter.only, "show only these types: note_on,note_off")
      ->type_name("TYPES")
      ->delimiter(',')
      ->allow_extra_args(false);
  app.add_option("--ignore", options.filter.ignored, "leave out these: clock,active_sensing")
      ->type_name("TYPES")
      ->delimiter(',')
      ->allow_extra_args(false);
  app.add_flag("--json", options.json, "one JSON object a line");
}

std::string colored(std::string_view text, Color ink) {
  return fmt::format("\x1b[38;5;{}m{}\x1b[0m", ink, text);
}

Color ink_of(const Message& message) {
  const auto attributes = message.attributes();
  const auto channel = std::ranges::find(attributes, "channel", &Attribute::name);
  if (channel == attributes.end()) return palette::bright;
  return palette::channels[static_cast<std::size_t>(channel->value.as_integer())].waiting;
}

/// "    0.250000  note_on channel=0 note=60 velocity=64    # Piano", as `mido send` reads it.
std::string text_line(Seconds time, const std::string& port, const FromPort& message, bool colors) {
  const std::string at = fmt::format("{:12.6f}", time.count());
  const std::string what = fmt::format("{:<{}}", format_as_string(message, false), message_width);
  const std::string where = fmt::format(
      "# {}{}", printable(port), message.after_loss ? " (messages before it were lost)" : "");
  if (!colors) return fmt::format("{}  {}  {}\n", at, what, where);
  return fmt::format("{}  {}  {}\n", colored(at, palette::dim), colored(what, ink_of(message)),
                     colored(where, palette::dim));
}

std::string object_line(Seconds time, const std::string& port, const FromPort& message) {
  Json line = {{"time", time.count()}, {"port", json_text(port)}, {"type", message.type()}};
  for (const auto& [name, value] : message.attributes()) line[std::string(name)] = to_json(value);
  if (message.after_loss) line["after_loss"] = true;
  return json_line(line);
}

class Monitor {
 public:
  Monitor(const Options& options, Io& io)
      : options_(options),
        io_(io),
        start_(timestamp_now()),
        inputs_(options.inputs, io, [&io](std::string_view text) { report(io, text); }) {}

  [[noreturn]] void run() {
    const std::string names = inputs_.open_names();
    report(io_, names.empty() ? "no input port yet: waiting for one" : "listening to " + names);
    while (!io_.stop.stop_requested()) {
      suspend_if_wanted(io_);
      if (const auto message = inputs_.receive()) show(*message);
    }
    inputs_.tell_of_losses();
    throw Interrupted();
  }

 private:
  void show(const FromPort& message) {
    if (!options_.filter.passes(message)) return;
    const Seconds time = std::max(message.timestamp - start_, Timestamp::zero());
    const auto& port = inputs_.name(message.port);
    const bool colors = io_.terminal != nullptr && io_.terminal->has_colors();
    print(io_, options_.json ? object_line(time, port, message)
                             : text_line(time, port, message, colors));
  }

  const Options& options_;
  Io& io_;
  Timestamp start_;
  InputSet inputs_;
};

int run(std::span<const std::string> args, Io& io) {
  Options options;
  const auto app = make_options("monitor", "Shows the messages that come in.", examples);
  add_options(*app, options);
  if (!parse(*app, args, io)) return exit_code::success;
  check_types(options.filter, "monitor");
  Monitor(options, io).run();
}

}  // namespace

const Command monitor_command{
    .name = "monitor", .summary = "show the messages that come in", .run = run};

}  // namespace mido::cli
