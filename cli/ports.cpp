// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/environment.hpp"
#include "cli/errors.hpp"
#include "cli/options.hpp"
#include "cli/text.hpp"
#include "mido/ports/backend.hpp"

namespace mido::cli {

namespace {

constexpr const char* examples =
    "  mido ports                list the ports of the backend in use\n"
    "  mido ports -b fluidsynth  list those of another one";

constexpr const char* variables[] = {"MIDO_BACKEND", "MIDO_DEFAULT_INPUT", "MIDO_DEFAULT_OUTPUT",
                                     "MIDO_DEFAULT_IOPORT", "MIDO_SOUNDFONT"};

std::string list(std::string_view title, const std::vector<std::string>& names) {
  std::string text = fmt::format("{}:\n", title);
  for (const auto& name : names) text += fmt::format("    '{}'\n", printable(name));
  if (names.empty()) text += "    none\n";
  return text + "\n";
}

std::string list_environment() {
  std::string text = "Environment:\n";
  for (const char* name : variables) {
    const auto value = environment(name);
    text += fmt::format("    {:<20}{}\n", name, value ? "'" + printable(*value) + "'" : "not set");
  }
  return text + "\n";
}

std::string list_backends(const std::string& in_use) {
  std::string text = "Backends:\n";
  for (const auto& [name, missing] : backends()) {
    const std::string state = name == in_use ? "in use" : missing.empty() ? "available" : missing;
    text += fmt::format("    {:<20}{}\n", name, state);
  }
  return text;
}

int run(std::span<const std::string> args, Io& io) {
  std::string wanted;
  const auto app =
      make_options("ports", "Lists the MIDI ports, and what decides which are used.", examples);
  app->add_option("-b,--backend", wanted, "the backend to ask")->type_name("BACKEND");
  if (!parse(*app, args, io)) return exit_code::success;

  const Backend backend(wanted);
  print(io, list_environment() + list_backends(backend.name()) + "\n");
  print(io, list("Available input ports", backend.get_input_names()));
  print(io, list("Available output ports", backend.get_output_names()));
  return exit_code::success;
}

}  // namespace

const Command ports_command{
    .name = "ports", .summary = "list the MIDI ports and backends", .run = run};

}  // namespace mido::cli
