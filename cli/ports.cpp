// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <string>
#include <vector>

#include "cli/backend_states.hpp"
#include "cli/command.hpp"
#include "cli/environment.hpp"
#include "cli/errors.hpp"
#include "cli/json.hpp"
#include "cli/options.hpp"
#include "cli/port_changes.hpp"
#include "cli/text.hpp"
#include "mido/ports/backend.hpp"

namespace mido::cli {

namespace {

constexpr const char* examples =
    "  mido ports                list the ports of the backend in use\n"
    "  mido ports -b fluidsynth  list those of another one\n"
    "  mido ports --watch        and tell of those that come and go, until Ctrl-C\n"
    "  mido ports --json | jq '.outputs[]'\n"
    "                            for scripts";

constexpr const char* variables[] = {"MIDO_BACKEND", "MIDO_DEFAULT_INPUT", "MIDO_DEFAULT_OUTPUT",
                                     "MIDO_DEFAULT_IOPORT", "MIDO_SOUNDFONT"};

struct Options {
  std::string backend;
  bool json = false;
  bool watch = false;
};

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

std::string state_text(const BackendState& state, std::string_view reason) {
  std::string text = state.in_use ? fmt::format("in use, {}", reason) : "";
  if (!state.problem.empty()) text += (text.empty() ? "" : "; ") + printable(state.problem);
  return text.empty() ? "available" : text;
}

std::string list_backends(const Backend& in_use, std::string_view reason) {
  std::string text = "Backends:\n";
  for (const auto& state : backend_states(in_use)) {
    text += fmt::format("    {:<20}{}\n", printable(state.name), state_text(state, reason));
  }
  return text + "\n";
}

/// Why that backend is the one in use.
std::string reason_of(const Options& options) {
  if (!options.backend.empty()) return "as -b says";
  if (is_in_environment("MIDO_BACKEND")) return "as MIDO_BACKEND says";
  return "the first that can be used";
}

void print_text(const Backend& backend, std::string_view reason, Io& io) {
  print(io, list_environment() + list_backends(backend, reason));
  print(io, list("Available input ports", backend.get_input_names()));
  print(io, list("Available output ports", backend.get_output_names()));
}

Json names_json(const std::vector<std::string>& names) {
  Json list = Json::array();
  for (const auto& name : names) list.push_back(json_text(name));
  return list;
}

void print_json(const Backend& backend, std::string_view reason, Io& io) {
  Json object = {{"backend", json_text(backend.name())}, {"reason", reason}};
  object["inputs"] = names_json(backend.get_input_names());
  object["outputs"] = names_json(backend.get_output_names());
  object["backends"] = Json::array();
  for (const auto& state : backend_states(backend)) {
    object["backends"].push_back(
        {{"name", json_text(state.name)},
         {"in_use", state.in_use},
         {"built", state.built},
         {"problem", state.problem.empty() ? Json() : json_text(state.problem)}});
  }
  for (const char* name : variables) {
    const auto value = environment(name);
    object["environment"][name] = value ? json_text(*value) : Json();
  }
  print(io, json_line(object));
}

int run(std::span<const std::string> args, Io& io) {
  Options options;
  const auto app =
      make_options("ports", "Lists the MIDI ports, and what decides which are used.", examples);
  app->add_option("-b,--backend", options.backend, "the backend to ask")->type_name("BACKEND");
  app->add_flag("--json", options.json, "one JSON object; with --watch one more for each change");
  app->add_flag("--watch", options.watch, "go on with the ports that come and go");
  if (!parse(*app, args, io)) return exit_code::success;

  const Backend backend(options.backend);
  const auto show = options.json ? print_json : print_text;
  if (!options.watch) {
    show(backend, reason_of(options), io);
    return exit_code::success;
  }
  PortChanges changes(backend);  // before the list, so that nothing is missed
  show(backend, reason_of(options), io);
  changes.follow(io, options.json);
}

}  // namespace

const Command ports_command{
    .name = "ports", .summary = "list the MIDI ports and backends", .run = run};

}  // namespace mido::cli
