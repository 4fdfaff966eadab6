// SPDX-License-Identifier: MIT
#include "cli/program.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <string_view>

#include "cli/errors.hpp"
#include "cli/text.hpp"
#include "mido/version.hpp"

namespace mido::cli {

namespace {

constexpr std::string_view name = "mido";

const Command* find_command(std::string_view wanted) {
  const auto all = commands();
  const auto found = std::ranges::find(all, wanted, [](const Command* c) { return c->name; });
  return found == all.end() ? nullptr : *found;
}

std::string help() {
  std::string text =
      "Plays, records, shows, draws and changes MIDI files, and sends and receives on MIDI ports.\n"
      "\n"
      "Usage: mido COMMAND [OPTION]... [ARGUMENT]...\n"
      "\n"
      "Commands:\n";
  for (const Command* command : commands()) {
    text += fmt::format("  {:<10}{}\n", command->name, command->summary);
  }
  return text +
         "  help      show the options of a command\n"
         "\n"
         "Options:\n"
         "  -h, --help     show this help\n"
         "  --version      show the version\n"
         "\n"
         "Examples:\n"
         "  mido play song.mid                   play on the first MIDI port, or on the built-in\n"
         "                                       synthesizer when there is none\n"
         "  mido play --wav song.wav song.mid    write what it sounds like to a file\n"
         "  mido info song.mid                   what is in it, and what is wrong with it\n"
         "  mido roll song.mid -o song.png       a picture of its notes\n"
         "  mido ports                           list the MIDI ports\n"
         "  mido monitor                         what comes in on them\n"
         "  mido record take.mid                 write that to a file\n"
         "\n"
         "Every command explains its options: mido help play\n";
}

int fail_with_unknown_command(std::string_view wanted) {
  std::vector<std::string_view> names;
  for (const Command* command : commands()) names.push_back(command->name);
  const auto similar = nearest(wanted, names);
  throw UsageError(fmt::format("there is no command '{}'; {}", wanted,
                               similar.empty()
                                   ? "'mido --help' lists those there are"
                                   : fmt::format("did you mean '{} {}'?", name, similar)));
}

int run_command(std::string_view wanted, std::span<const std::string> args, Io& io) {
  const Command* command = find_command(wanted);
  return command == nullptr ? fail_with_unknown_command(wanted) : command->run(args, io);
}

int run(std::span<const std::string> args, Io& io) {
  const std::string first = args.empty() ? "help" : args.front();
  const auto rest = args.empty() ? args : args.subspan(1);
  if (first == "--version") {
    print(io, fmt::format("{} {}\n", name, version));
  } else if ((first == "help" && rest.empty()) || first == "-h" || first == "--help") {
    print(io, help());
  } else if (first == "help") {
    const std::string option[] = {"--help"};
    return run_command(rest.front(), option, io);
  } else if (first.starts_with('-')) {
    throw UsageError(fmt::format("there is no option '{}'; see 'mido --help'", first));
  } else {
    return run_command(first, rest, io);
  }
  return exit_code::success;
}

}  // namespace

std::span<const Command* const> commands() {
  static constexpr const Command* all[] = {&play_command,   &info_command,    &dump_command,
                                           &make_command,   &convert_command, &roll_command,
                                           &ports_command,  &monitor_command, &send_command,
                                           &record_command, &syx_command};
  return all;
}

std::vector<std::string> arguments(std::span<const char* const> argv) {
  std::vector<std::string> args(argv.begin() + (argv.empty() ? 0 : 1), argv.end());
  const auto called = argv.empty() ? std::string() : std::filesystem::path(argv[0]).stem().string();
  const std::string prefix = std::string(name) + "-";
  if (called.starts_with(prefix)) args.insert(args.begin(), called.substr(prefix.size()));
  return args;
}

int run_program(std::span<const std::string> args, Io& io) {
  try {
    return run(args, io);
  } catch (const UsageError& error) {
    report(io, error.what());
    return exit_code::usage;
  } catch (const Interrupted&) {
    return exit_code::interrupted;
  } catch (const OutputLost& error) {
    if (error.is_broken_pipe()) return exit_code::broken_pipe;
    report(io, error.what());
  } catch (const std::exception& error) {
    report(io, error.what());
  }
  return exit_code::failure;
}

}  // namespace mido::cli
