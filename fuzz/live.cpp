// SPDX-License-Identifier: MIT
//
// Any bytes go into the live parser; how they are cut into portions makes no difference.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "fuzz/check.hpp"
#include "mido/mido.hpp"

namespace {

using Messages = std::vector<mido::Message>;
using Span = std::span<const std::uint8_t>;

void take_all(mido::Parser& parser, Messages& messages) {
  for (auto left = parser.pending(); left > 0; --left) messages.push_back(*parser.get_message());
  fuzz::check(!parser.get_message(), "pending() counts the messages");
}

/// Portions of as many bytes as `size(i)` says, where the next one begins at `i`.
template <class Size>
Messages parse(Span bytes, Size size) {
  mido::Parser parser;
  Messages messages;
  while (!bytes.empty()) {
    const std::size_t portion = std::min<std::size_t>(size(bytes.front()), bytes.size());
    parser.feed(bytes.first(portion));
    bytes = bytes.subspan(portion);
    take_all(parser, messages);
  }
  return messages;
}

/// A message is its bytes.
void check_round_trip(const mido::Message& message) {
  const auto bytes = message.bytes();
  fuzz::check(mido::Message::from_bytes(bytes) == message, "from_bytes(bytes()) is the message");
  const Messages again = parse(bytes, [&](auto) { return bytes.size(); });
  fuzz::check(again == Messages{message}, "the parser gives a message for its bytes");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Span bytes(data, size);
  const Messages whole = parse(bytes, [&](auto) { return size; });
  fuzz::check(parse(bytes, [](auto) -> std::size_t { return 1; }) == whole,
              "byte by byte is the same");
  fuzz::check(parse(bytes, [](auto byte) -> std::size_t { return 1 + byte % 7; }) == whole,
              "in portions is the same");
  for (const mido::Message& message : whole) check_round_trip(message);
  return 0;
}
