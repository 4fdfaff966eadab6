// SPDX-License-Identifier: MIT
#include "cli/syx_send.hpp"

#include <fmt/format.h>

#include <chrono>
#include <vector>

#include "cli/byte_progress.hpp"
#include "cli/errors.hpp"
#include "cli/file_errors.hpp"
#include "cli/files.hpp"
#include "cli/options.hpp"
#include "cli/text.hpp"
#include "mido/ports/backend.hpp"
#include "mido/smf/syx.hpp"

namespace mido::cli {

namespace {

constexpr const char* examples =
    "  mido syx send bank.syx synth\n"
    "  mido syx send bank.syx synth --interval 100\n"
    "                                  a message every tenth of a second, for a slow device\n"
    "  mido syx send bank.syx synth --chunk 256 --interval 80\n"
    "                                  256 bytes at once\n"
    "\n"
    "FILE has bytes, or hexadecimal numbers as text; - is standard input.";

struct Options {
  std::string file;
  std::string port;
  std::string backend;
  std::size_t chunk = 0;
  int interval = 0;
};

void add_options(CLI::App& app, Options& options) {
  app.add_option("FILE", options.file, "the SYX file")->required()->type_name("");
  app.add_option("PORT", options.port, "the port to send to; a part of its name will do")
      ->required()
      ->type_name("");
  app.add_option("-b,--backend", options.backend, "the backend of the port")->type_name("BACKEND");
  app.add_option("--chunk", options.chunk, "so many bytes at once; a whole message if not given")
      ->check(CLI::Range(1, 1 << 20))
      ->type_name("BYTES");
  app.add_option("--interval", options.interval, "from one part or message to the next")
      ->check(CLI::Range(0, 60'000))
      ->type_name("MS");
}

std::vector<Message> read(const std::string& file, Io& io) {
  const Bytes bytes = read_bytes(file, io);
  try {
    auto messages = read_syx(bytes);
    if (messages.empty()) throw Error("there is no sysex message in it");
    return messages;
  } catch (const Error& error) {
    throw Error(about_file(file, error));
  }
}

std::size_t size_of(const std::vector<Message>& messages) {
  std::size_t size = 0;
  for (const Message& message : messages) size += message.wire().size();
  return size;
}

void send_all(const std::vector<Message>& messages, std::chrono::milliseconds interval,
              Output& port, Io& io) {
  auto& clock = steady_clock_source();
  ByteProgress progress(io, size_of(messages));
  std::size_t done = 0;
  Seconds next = clock.now();
  for (const Message& message : messages) {
    if (!clock.sleep_until(next, io.stop)) throw Interrupted();
    port.send(message, [&](std::size_t sent, std::size_t) { progress.show(done + sent); });
    done += message.wire().size();
    next = clock.now() + interval;
  }
  port.drain();
}

}  // namespace

int syx_send(std::span<const std::string> args, Io& io) {
  Options options;
  const auto app = make_options("syx send", "Sends the sysex messages of a file.", examples);
  add_options(*app, options);
  if (!parse(*app, args, io)) return exit_code::success;
  const auto messages = read(options.file, io);
  const std::chrono::milliseconds interval(options.interval);
  OpenOptions how;
  if (options.chunk > 0) how.sysex_pacing = SysexPacing{options.chunk, interval};
  Output port = Backend(options.backend).open_output(options.port, how);
  const std::stop_callback close_port(io.stop, [&port] { port.close(); });
  try {
    send_all(messages, interval, port, io);
  } catch (const PortClosed&) {
    throw Interrupted();  // nobody else closes it
  }
  print(io, fmt::format("Sent {}, {}.\n", count_of(messages.size(), "message"),
                        count_of(size_of(messages), "byte")));
  return exit_code::success;
}

}  // namespace mido::cli
