// SPDX-License-Identifier: MIT
#include "cli/type_filter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "cli/errors.hpp"
#include "cli/text.hpp"
#include "mido/messages/live_types.hpp"

namespace mido::cli {

namespace {

template <class... Types>
constexpr auto names_of(TypeList<Types...>) {
  return std::array<std::string_view, sizeof...(Types)>{Types::type...};
}

constexpr auto type_names = names_of(LiveTypes{});

void check(const std::vector<std::string>& names, std::string_view command) {
  for (const auto& name : names) {
    if (std::ranges::count(type_names, name) > 0) continue;
    const auto similar = nearest(name, type_names);
    throw UsageError(fmt::format("{}: there is no message type '{}'; {}", command, name,
                                 similar.empty()
                                     ? fmt::format("there are: {}", fmt::join(type_names, ", "))
                                     : fmt::format("did you mean '{}'?", similar)));
  }
}

}  // namespace

bool TypeFilter::passes(const Message& message) const {
  const auto names = [&](const std::vector<std::string>& list) {
    return std::ranges::count(list, message.type()) > 0;
  };
  return (only.empty() || names(only)) && !names(ignored);
}

void check_types(const TypeFilter& filter, std::string_view command) {
  check(filter.only, command);
  check(filter.ignored, command);
}

}  // namespace mido::cli
