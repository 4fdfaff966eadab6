// SPDX-License-Identifier: MIT
#include "ports/port_names.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

#include "mido/ports/errors.hpp"

namespace mido {

namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& letter : result) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return result;
}

std::string quoted_names(std::span<const PortInfo> ports) {
  std::string names;
  for (const PortInfo& port : ports) names += (names.empty() ? "'" : ", '") + port.name + "'";
  return names;
}

// How many letters must be put in, taken out or replaced to make the one of the other.
std::size_t edits_between(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

}  // namespace

namespace detail {

std::string resolve_port_name(std::string_view wanted, std::string_view direction,
                              std::span<const PortInfo> ports) {
  if (const auto exact = std::ranges::find(ports, wanted, &PortInfo::name); exact != ports.end()) {
    return exact->name;
  }
  const std::string key = lower(wanted);
  std::vector<PortInfo> same;
  std::vector<PortInfo> having;
  for (const PortInfo& port : ports) {
    const std::string name = lower(port.name);
    if (name == key) same.push_back(port);
    if (name.find(key) != std::string::npos) having.push_back(port);
  }
  const auto& found = same.empty() ? having : same;
  if (found.empty()) throw_port_not_found(wanted, direction, ports);
  if (found.size() > 1) {
    throw PortNotFound("'" + std::string(wanted) + "' could be any of the " +
                       std::string(direction) + " ports " + quoted_names(found));
  }
  return found.front().name;
}

std::string_view nearest_name(std::string_view wanted, std::span<const PortInfo> ports) {
  const std::string key = lower(wanted);
  std::string_view nearest;
  std::size_t least = std::max<std::size_t>(2, wanted.size() / 3) + 1;
  for (const PortInfo& port : ports) {
    const std::size_t edits = edits_between(key, lower(port.name));
    if (edits >= least) continue;
    least = edits;
    nearest = port.name;
  }
  return nearest;
}

}  // namespace detail

void throw_port_not_found(std::string_view name, std::string_view direction,
                          std::span<const PortInfo> ports) {
  std::vector<PortInfo> possible;
  for (const PortInfo& port : ports) {
    const bool fits =
        (port.is_input || direction == "output") && (port.is_output || direction == "input");
    if (fits) possible.push_back(port);
  }
  std::string text = "no " + std::string(direction) + " port";
  if (!name.empty()) text += " '" + std::string(name) + "'";
  if (possible.empty()) throw PortNotFound(text + "; there is none");
  const std::string_view nearest = detail::nearest_name(name, possible);
  text += nearest.empty() ? "; there are: "
                          : "; did you mean '" + std::string(nearest) + "'? There are: ";
  throw PortNotFound(text + quoted_names(possible));
}

}  // namespace mido
