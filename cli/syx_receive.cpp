// SPDX-License-Identifier: MIT
#include "cli/syx_receive.hpp"

#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <vector>

#include "cli/errors.hpp"
#include "cli/files.hpp"
#include "cli/input_set.hpp"
#include "cli/options.hpp"
#include "cli/text.hpp"
#include "mido/smf/syx.hpp"

namespace mido::cli {

namespace {

constexpr const char* examples =
    "  mido syx receive synth bank.syx             until Ctrl-C\n"
    "  mido syx receive synth bank.syx --count 1   until a message has come\n"
    "  mido syx receive synth bank.syx --silence 2 until none has come for two seconds\n"
    "\n"
    "The silence counts from the first message on. FILE has what came so far.";

struct Options {
  std::string port;
  std::string file;
  std::string backend;
  std::size_t count = 0;
  double silence = 0;
  bool virtual_port = false;
  bool text = false;
  bool force = false;
};

void add_options(CLI::App& app, Options& options) {
  app.add_option("PORT", options.port, "the port to listen to; a part of its name will do")
      ->required()
      ->type_name("");
  app.add_option("FILE", options.file, "the SYX file to write")->required()->type_name("");
  app.add_option("-b,--backend", options.backend, "the backend of the port")->type_name("BACKEND");
  app.add_flag("--virtual", options.virtual_port, "make PORT, for others to connect to");
  app.add_option("--count", options.count, "stop after so many messages")
      ->check(CLI::Range(1, 1 << 30))
      ->type_name("N");
  app.add_option("--silence", options.silence, "stop when none has come for so long")
      ->check(CLI::Range(0.001, 1e9))
      ->type_name("SECONDS");
  app.add_flag("--text", options.text, "write hexadecimal numbers, a message a line");
  app.add_flag("-f,--force", options.force, "even if FILE is there already");
}

InputChoice choice_of(const Options& options) {
  if (options.virtual_port) return {options.backend, {}, options.port};
  return {options.backend, {options.port}, {}};
}

/// Keeps the sysex messages that come in, and writes them to the file.
class SyxReceiver {
 public:
  SyxReceiver(const Options& options, Io& io)
      : options_(options),
        io_(io),
        inputs_(choice_of(options), io, [&io](std::string_view text) { report(io, text); }) {}

  int run() {
    report(io_, fmt::format("listening to {}; Ctrl-C ends", inputs_.open_names()));
    while (!io_.stop.stop_requested() && !is_over()) {
      suspend_if_wanted(io_);
      if (const auto message = inputs_.receive()) {
        keep(*message);
      } else {
        save();
      }
    }
    inputs_.close();
    while (!has_all()) {
      const auto message = inputs_.take_rest();
      if (!message) break;
      keep(*message);
    }
    return finish();
  }

 private:
  [[nodiscard]] bool has_all() const {
    return options_.count > 0 && messages_.size() >= options_.count;
  }
  [[nodiscard]] bool is_over() const {
    const bool waited = options_.silence > 0 && last_ &&
                        Seconds(timestamp_now() - *last_) >= Seconds(options_.silence);
    return waited || has_all();
  }

  void keep(const FromPort& message) {
    if (!message.is<Sysex>()) return;
    messages_.push_back(message);
    last_ = message.timestamp;
    bytes_ += message.wire().size();
  }

  void save() {
    if (saved_ == messages_.size()) return;
    write_bytes(options_.file, syx_bytes(messages_, options_.text));
    saved_ = messages_.size();
  }

  int finish() {
    inputs_.tell_of_losses();
    if (messages_.empty()) {
      report(io_, fmt::format("no sysex message came: '{}' was not written", options_.file));
      return exit_code::failure;
    }
    save();
    print(io_, fmt::format("Received {}, {}.\n", count_of(messages_.size(), "message"),
                           count_of(bytes_, "byte")));
    return exit_code::success;
  }

  const Options& options_;
  Io& io_;
  InputSet inputs_;
  std::vector<Message> messages_;
  std::size_t saved_ = 0;
  std::size_t bytes_ = 0;
  std::optional<Timestamp> last_;
};

}  // namespace

int syx_receive(std::span<const std::string> args, Io& io) {
  Options options;
  const auto app =
      make_options("syx receive", "Writes the sysex messages that come in to a file.", examples);
  add_options(*app, options);
  if (!parse(*app, args, io)) return exit_code::success;
  check_is_new_file(options.file, options.force);
  return SyxReceiver(options, io).run();
}

}  // namespace mido::cli
