// SPDX-License-Identifier: MIT
#include <benchmark/benchmark.h>

#include <algorithm>
#include <span>

#include "bench/live_yardstick.hpp"
#include "bench/rows.hpp"

namespace bench {

namespace {

/// As many bytes as a driver hands over at once.
constexpr std::size_t portion = 256;

template <class Feed>
void in_portions(std::span<const std::uint8_t> stream, Feed feed) {
  for (std::size_t i = 0; i < stream.size(); i += portion) {
    feed(stream.subspan(i, std::min(portion, stream.size() - i)));
  }
}

Pass parse_plainly(const mido::Bytes& stream) {
  LiveYardstick machine;
  in_portions(stream, [&](auto bytes) { machine.feed(bytes); });
  benchmark::DoNotOptimize(machine.ring().data());
  return {stream.size(), machine.messages()};
}

/// With a Parser, which keeps the messages until they are taken one by one.
Pass parse_and_take(const mido::Bytes& stream) {
  mido::Parser parser;
  std::uint64_t messages = 0;
  in_portions(stream, [&](auto bytes) {
    parser.feed(bytes);
    while (auto message = parser.get_message()) {
      benchmark::DoNotOptimize(*message);
      ++messages;
    }
  });
  return {stream.size(), messages};
}

/// Into a ring of messages of 16 bytes, as into the queue of a port.
Pass parse(const mido::Bytes& stream) {
  std::vector<mido::Message> ring(LiveYardstick::ring_size, mido::Message(mido::Clock{}));
  std::uint64_t messages = 0;
  mido::Tokenizer tokenizer;
  in_portions(stream, [&](auto bytes) {
    tokenizer.feed(bytes, [&](mido::Message&& message) {
      ring[messages++ % LiveYardstick::ring_size] = std::move(message);
    });
  });
  benchmark::DoNotOptimize(ring.data());
  return {stream.size(), messages};
}

}  // namespace

std::vector<Row> live_rows(const mido::Bytes& stream) {
  const std::string yardstick = "live_yardstick";
  return {
      {yardstick, "", {}, [&] { return parse_plainly(stream); }, "message"},
      {"live_parse", yardstick, {"midly_live"}, [&] { return parse(stream); }, "message"},
      {"live_parser", yardstick, {"midly_live"}, [&] { return parse_and_take(stream); }, "message"},
  };
}

}  // namespace bench
