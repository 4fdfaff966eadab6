// SPDX-License-Identifier: MIT
#include "cli/options.hpp"

#include <fmt/format.h>

#include <vector>

#include "cli/errors.hpp"

namespace mido::cli {

namespace {

/// CLI11's own also lists which options exclude each other, in the middle of a line.
class HelpFormatter : public CLI::Formatter {
 public:
  std::string make_help(const CLI::App* app, std::string, CLI::AppFormatMode mode) const override {
    return fmt::format("{}\n{}{}\nExamples:\n{}\n", app->get_description(),
                       make_usage(app, app->get_name()), make_groups(app, mode), app->get_footer());
  }
  std::string make_option_opts(const CLI::Option* option) const override {
    return option->get_type_size() == 0 ? "" : " " + option->get_type_name();
  }
};

}  // namespace

std::unique_ptr<CLI::App> make_options(const std::string& command, const std::string& description,
                                       const std::string& examples) {
  auto options = std::make_unique<CLI::App>(description, "mido " + command);
  options->formatter(std::make_shared<HelpFormatter>());
  options->get_formatter()->column_width(30);
  options->set_help_flag("-h,--help", "show this help");
  options->footer(examples);
  return options;
}

bool parse(CLI::App& options, std::span<const std::string> args, Io& io) {
  try {
    options.parse(std::vector<std::string>(args.rbegin(), args.rend()));  // it takes the last first
  } catch (const CLI::CallForHelp&) {
    print(io, options.help());
    return false;
  } catch (const CLI::ParseError& error) {
    const std::string& name = options.get_name();
    // What is there by mistake says more than what is missing because of it.
    const auto unknown = options.remaining();
    const std::string why = unknown.empty() ? error.what() : CLI::ExtrasError(unknown).what();
    throw UsageError(
        fmt::format("{}: {}; see '{} --help'", name.substr(name.find(' ') + 1), why, name));
  }
  return true;
}

}  // namespace mido::cli
