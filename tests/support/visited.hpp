// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "mido/messages/track_event.hpp"

namespace mido::testing {

/// What a visitor was given: the type each time, and the struct made an event again. One visitor
/// for all tests: a visit is compiled for every type there is, so one in each test of a typed
/// suite would be hundreds.
struct Visited {
  std::vector<std::string_view> types;
  std::vector<TrackEvent> events;
};

template <class AnyMessage>
Visited visit_of(const AnyMessage& message) {
  Visited result;
  message.visit([&]<class T>(const T& value) {
    result.types.push_back(T::type);
    result.events.emplace_back(value);
  });
  return result;
}

}  // namespace mido::testing
