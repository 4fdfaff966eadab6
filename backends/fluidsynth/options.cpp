// SPDX-License-Identifier: MIT
#include "options.hpp"

#include <charconv>
#include <optional>
#include <sstream>
#include <system_error>

#include "mido/values/errors.hpp"

namespace mido::fluid {

namespace {

// Songs peak between -20 dB and full scale; one in ten goes over it, in some samples a minute.
constexpr double default_gain = 0.4;

struct Option {
  const char* name;
  const char* fluid_name;
  /// Returns what the value may be when it is none of that, else an empty text.
  std::string (*set)(fluid_settings_t* target, const char* fluid_name, const std::string& value);
};

template <class Number>
std::optional<Number> parse(const std::string& text) {
  Number number{};
  const char* const end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, number);
  if (result.ec != std::errc{} || result.ptr != end) return std::nullopt;
  return number;
}

template <class Number>
std::string range_text(std::string_view kind, Number min, Number max) {
  std::ostringstream text;
  text << kind << " in range " << min << ".." << max;
  return text.str();
}

std::string set_number(fluid_settings_t* target, const char* fluid_name, const std::string& value) {
  double min = 0;
  double max = 0;
  fluid_settings_getnum_range(target, fluid_name, &min, &max);
  const auto number = parse<double>(value);
  const bool fits = number && *number >= min && *number <= max;
  if (!fits) return range_text("a number", min, max);
  fluid_settings_setnum(target, fluid_name, *number);
  return {};
}

std::string set_integer(fluid_settings_t* target, const char* fluid_name,
                        const std::string& value) {
  int min = 0;
  int max = 0;
  fluid_settings_getint_range(target, fluid_name, &min, &max);
  const auto number = parse<int>(value);
  const bool fits = number && *number >= min && *number <= max;
  if (!fits) return range_text("an integer", min, max);
  fluid_settings_setint(target, fluid_name, *number);
  return {};
}

std::string set_switch(fluid_settings_t* target, const char* fluid_name, const std::string& value) {
  if (value != "on" && value != "off") return "'on' or 'off'";
  fluid_settings_setint(target, fluid_name, value == "on" ? 1 : 0);
  return {};
}

constexpr Option options[] = {
    {"gain", "synth.gain", &set_number},
    {"sample_rate", "synth.sample-rate", &set_number},
    {"polyphony", "synth.polyphony", &set_integer},
    {"reverb", "synth.reverb.active", &set_switch},
    {"chorus", "synth.chorus.active", &set_switch},
};

}  // namespace

std::vector<std::string> setting_names() {
  std::vector<std::string> names{"soundfont", "wav", "file"};
  for (const Option& option : options) names.emplace_back(option.name);
  return names;
}

const std::string* find_setting(const Settings& settings, std::string_view name) {
  const auto found = settings.find(name);
  return found == settings.end() ? nullptr : &found->second;
}

void apply_settings(const Settings& settings, fluid_settings_t* target) {
  fluid_settings_setnum(target, "synth.gain", default_gain);
  for (const Option& option : options) {
    const std::string* value = find_setting(settings, option.name);
    if (value == nullptr) continue;
    const std::string wanted = option.set(target, option.fluid_name, *value);
    if (wanted.empty()) continue;
    throw ValueError("setting '" + std::string(option.name) + "' must be " + wanted + ", not '" +
                     *value + "'");
  }
}

}  // namespace mido::fluid
