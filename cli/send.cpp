// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/errors.hpp"
#include "cli/options.hpp"
#include "cli/sender.hpp"
#include "cli/text.hpp"
#include "cli/timed_message.hpp"
#include "mido/ports/backend.hpp"

namespace mido::cli {

namespace {

constexpr const char* examples =
    "  mido send synth note_on note=60         a message\n"
    "  mido send synth note_on note=60 0.5 note_off note=60\n"
    "                                          a note of half a second\n"
    "  mido send synth --hex 90 3C 40          the bytes of a message\n"
    "  mido monitor piano | mido send synth    from one port to another, as it comes\n"
    "  mido send synth < log.txt               what 'mido monitor' wrote, in its own time\n"
    "\n"
    "Without MESSAGE, messages are read from standard input, one a line. A number in front of a\n"
    "message is its time in seconds: the first message goes out at once, the others as much later\n"
    "as the numbers say. One without a number goes with the one before it; the first is then at "
    "0.\n"
    "An attribute time= is passed over. Ctrl-C ends all notes and the program.";

struct Options {
  std::string port;
  std::string backend;
  std::vector<std::string> words;
  bool hex = false;
  bool virtual_port = false;
};

void add_options(CLI::App& app, Options& options) {
  app.add_option("PORT", options.port, "the port to send to; a part of its name will do")
      ->required()
      ->type_name("");
  app.add_option("MESSAGE", options.words, "messages; read from standard input if not given")
      ->type_name("");
  app.add_option("-b,--backend", options.backend, "the backend of the port")->type_name("BACKEND");
  app.add_flag("--virtual", options.virtual_port, "make PORT, for others to connect to");
  app.add_flag("--hex", options.hex, "MESSAGE is the bytes of one: 90 3C 40");
}

bool is_number(std::string_view word) {
  return word.find_first_not_of("0123456789.") == std::string_view::npos;
}

/// The arguments as lines. Each may be a whole line, or the shell has split it into its words.
std::vector<std::string> lines_of(const std::vector<std::string>& words) {
  std::vector<std::string> lines;
  for (const std::string& word : words) {
    const bool is_attribute = word.substr(0, word.find(' ')).find('=') != std::string::npos;
    const bool goes_on = !lines.empty() && (is_attribute || is_number(lines.back()));
    if (goes_on) {
      lines.back() += " " + word;
    } else {
      lines.push_back(word);
    }
  }
  return lines;
}

TimedMessage message_of(const std::string& line) {
  try {
    if (auto timed = read_timed_message(line)) return *std::move(timed);
  } catch (const Error& error) {
    throw UsageError(fmt::format("send: '{}': {}", line, error.what()));
  }
  throw UsageError(fmt::format("send: '{}' is no message", line));
}

TimedMessage message_of_hex(const std::vector<std::string>& words) {
  try {
    return {std::nullopt, Message::from_hex(fmt::format("{}", fmt::join(words, " ")))};
  } catch (const Error& error) {
    throw UsageError(fmt::format("send: --hex: {}", error.what()));
  }
}

std::vector<TimedMessage> messages_of(const Options& options) {
  std::vector<TimedMessage> messages;
  if (options.hex) {
    messages.push_back(message_of_hex(options.words));
  } else {
    for (const auto& line : lines_of(options.words)) messages.push_back(message_of(line));
  }
  return messages;
}

/// Sends what each line says, and tells of those that say nothing that can be sent.
int send_lines(std::istream& in, Sender& sender, Io& io) {
  int code = exit_code::success;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    std::optional<TimedMessage> timed;
    try {
      timed = read_timed_message(line);
    } catch (const Error& error) {
      report(io, fmt::format("send: line {}: {}", number, error.what()));
      code = exit_code::failure;
    }
    if (timed) sender.send(*timed);
  }
  if (in.bad()) throw FileError("standard input cannot be read");
  return code;
}

int run(std::span<const std::string> args, Io& io) {
  Options options;
  const auto app = make_options("send", "Sends messages to a port.", examples);
  add_options(*app, options);
  if (!parse(*app, args, io)) return exit_code::success;
  if (options.hex && options.words.empty()) {
    throw UsageError("send: --hex needs the bytes of a message: --hex 90 3C 40");
  }
  const auto messages = messages_of(options);
  Output port =
      Backend(options.backend).open_output(options.port, {.virtual_port = options.virtual_port});
  Sender sender(port, io);
  int code = exit_code::success;
  for (const auto& message : messages) sender.send(message);
  if (messages.empty() && io.in != nullptr) code = send_lines(*io.in, sender, io);
  sender.finish();
  return code;
}

}  // namespace

const Command send_command{.name = "send", .summary = "send messages to a port", .run = run};

}  // namespace mido::cli
