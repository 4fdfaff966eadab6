// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "mido/messages/live_types.hpp"
#include "mido/messages/meta_types.hpp"

/// What a typed suite over LiveTypes or MetaTypes needs: a type that is added there is tested
/// without editing a test.
namespace mido::testing {

template <class List>
struct AsGoogleTypes;
template <class... Types>
struct AsGoogleTypes<TypeList<Types...>> {
  using type = ::testing::Types<Types...>;
};

template <class... Lists>
struct JoinedLists;
template <class... First, class... Second>
struct JoinedLists<TypeList<First...>, TypeList<Second...>> {
  using type = TypeList<First..., Second...>;
};
template <class First, class Second>
using Joined = JoinedLists<First, Second>::type;

/// LiveTypes and MetaTypes as TYPED_TEST_SUITE wants them.
using EveryLiveType = AsGoogleTypes<LiveTypes>::type;
using EveryMetaType = AsGoogleTypes<MetaTypes>::type;

/// Names the tests of a typed suite after the message types: EveryLiveType/note_on.
struct NameOfType {
  template <class T>
  static std::string GetName(int /*index*/) {
    return std::string(T::type);
  }
};

/// Least, greatest, default and special values of an attribute's type.
template <class Tag, int Min, int Max>
std::vector<Bounded<Tag, Min, Max>> edges_of(Bounded<Tag, Min, Max> /*like*/) {
  return {checked(Min), checked(Max), checked(0), checked(Min + 1), checked(Max / 2)};
}
inline std::vector<Denominator> edges_of(Denominator /*like*/) {
  std::vector<Denominator> edges;
  for (const int exponent : {0, 1, 7, 30, 31, 32, 62, 63, 64, 255}) {
    edges.push_back(Denominator::from_exponent(static_cast<std::uint8_t>(exponent)));
  }
  return edges;
}
inline std::vector<FrameRate> edges_of(FrameRate /*like*/) {
  return {FrameRate(24), FrameRate(25), FrameRate(29.97), FrameRate(30)};
}
inline std::vector<Key> edges_of(Key /*like*/) {
  std::vector<Key> keys;
  for (int sharps = -7; sharps <= 7; ++sharps) {
    for (int mode = 0; mode < 2; ++mode) keys.push_back(Key::from_sharps(sharps, mode));
  }
  return keys;
}

/// Lengths around those where a payload moves out of the message, and where its length in a file
/// takes one more byte.
inline constexpr std::array edge_lengths{0, 1, 4, 5, 6, 7, 8, 127, 128, 16383, 16384};

inline std::vector<std::string> edges_of(const std::string& /*like*/) {
  std::vector<std::string> texts{std::string("\0", 1), "\xFF\xFE",
                                 "na\xC3\xAFve 'quoted' \"text\""};
  for (const int length : edge_lengths) texts.emplace_back(static_cast<std::size_t>(length), 'x');
  return texts;
}
inline std::vector<Bytes> edges_of(const Bytes& /*like*/) {
  std::vector<Bytes> edges{{0}, {255}, {0, 255, 0xF7, 0xF0, 128}};
  for (const int length : edge_lengths) edges.emplace_back(static_cast<std::size_t>(length), 200);
  return edges;
}
inline std::vector<DataBytes> edges_of(const DataBytes& /*like*/) {
  std::vector<DataBytes> edges{{0}, {127}, {0, 127, 64}};
  for (const int length : edge_lengths) {
    const Bytes bytes(static_cast<std::size_t>(length), 100);
    edges.emplace_back(checked(bytes));
  }
  return edges;
}

/// The default message, and one message for each edge of each attribute.
template <class T>
std::vector<T> edge_messages() {
  std::vector<T> messages{T{}};
  const auto vary = [&](const auto& field) {
    for (const auto& edge : edges_of(T{}.*field.member)) {
      T message;
      message.*field.member = edge;
      messages.push_back(std::move(message));
    }
  };
  std::apply([&](const auto&... fields) { (vary(fields), ...); }, T::fields());
  return messages;
}

/// The names of the attributes, in order.
template <class T>
std::vector<std::string_view> attribute_names() {
  return std::apply(
      [](const auto&... fields) { return std::vector<std::string_view>{fields.name...}; },
      T::fields());
}

}  // namespace mido::testing
