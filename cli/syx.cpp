// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/errors.hpp"
#include "cli/options.hpp"
#include "cli/syx_receive.hpp"
#include "cli/syx_send.hpp"

namespace mido::cli {

namespace {

constexpr const char* examples =
    "  mido syx send bank.syx synth          send the sysex messages of a file\n"
    "  mido syx receive synth bank.syx       write those that come in to a file\n"
    "\n"
    "Each explains its options: mido syx send --help";

int run(std::span<const std::string> args, Io& io) {
  const std::string action = args.empty() ? "" : args.front();
  if (action == "send") return syx_send(args.subspan(1), io);
  if (action == "receive") return syx_receive(args.subspan(1), io);
  std::string ignored;
  const auto app = make_options("syx", "Sends and receives SYX files.", examples);
  app->add_option("ACTION", ignored, "send or receive")
      ->required()
      ->type_name("")
      ->check(CLI::IsMember({"send", "receive"}));
  app->add_option("ARGUMENT", "what to send, or where to receive from")->type_name("...");
  (void)parse(*app, args, io);
  return exit_code::success;
}

}  // namespace

const Command syx_command{.name = "syx", .summary = "send and receive SYX files", .run = run};

}  // namespace mido::cli
