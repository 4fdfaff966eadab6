// SPDX-License-Identifier: MIT
#include "mido/codec/tokenizer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <stdexcept>
#include <utility>
#include <vector>

#include "mido/messages/message.hpp"
#include "support/allocations.hpp"

namespace mido {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Messages = std::vector<Bytes>;

auto into(Messages& messages) {
  return [&](std::span<const std::uint8_t> message) {
    messages.emplace_back(message.begin(), message.end());
  };
}

Messages tokenize(std::span<const std::uint8_t> bytes) {
  Tokenizer tokenizer;
  Messages messages;
  tokenizer.feed(bytes, into(messages));
  return messages;
}

Messages tokenize(std::initializer_list<std::uint8_t> bytes) { return tokenize(Bytes(bytes)); }

// The same rules, written from the specification for a stream that is known as a whole: take out
// the real-time messages, cut the rest before every status byte, cut the data of each piece.
class Reference {
 public:
  static Messages tokenize(std::span<const std::uint8_t> stream) {
    Reference reference;
    Bytes piece;
    for (std::size_t at = 0; at < stream.size(); ++at) {
      const std::uint8_t byte = stream[at];
      if (byte >= 0xF8) {
        if (byte != 0xF9 && byte != 0xFD) reference.found_.push_back({at, {byte}});
        continue;
      }
      if (byte >= 0x80) {
        reference.end_piece(at, true);
        reference.at_.clear();
        reference.piece_.clear();
      }
      reference.at_.push_back(at);
      reference.piece_.push_back(byte);
    }
    reference.end_piece(stream.size(), false);
    std::ranges::stable_sort(reference.found_, {}, &Found::first);
    Messages messages;
    for (const auto& [at, message] : reference.found_) messages.push_back(message);
    return messages;
  }

 private:
  using Found = std::pair<std::size_t, Bytes>;

  void end_piece(std::size_t end, bool by_status) {
    if (piece_.empty() || piece_[0] < 0x80) return;
    const std::uint8_t status = piece_[0];
    if (status == 0xF0) {
      piece_.push_back(0xF7);
      if (by_status) found_.push_back({end, piece_});
    } else if (status == 0xF6) {
      found_.push_back({at_[0], {status}});
    } else if (status < 0xF4) {
      const bool one = status == 0xF1 || status == 0xF3 || (status >= 0xC0 && status < 0xE0);
      const std::size_t size = one ? 1 : 2;
      for (std::size_t last = size; last < piece_.size(); last += size) {
        Bytes message{status, piece_[last - size + 1]};
        if (!one) message.push_back(piece_[last]);
        found_.push_back({at_[last], message});
        if (status >= 0xF0) break;
      }
    }
  }

  std::vector<std::size_t> at_;
  Bytes piece_;
  std::vector<Found> found_;
};

// Every byte is in a message or counted, once a status has ended what was under way.
void expect_all_counted(Bytes stream) {
  stream.push_back(0xF6);
  std::uint64_t in_messages = 0;
  Tokenizer tokenizer(RunningStatus::ignore);
  for (const std::uint8_t byte : stream) {
    tokenizer.feed({&byte, 1}, [&](std::span<const std::uint8_t> message) {
      const bool end_was_added = message[0] == 0xF0 && byte != 0xF7;
      in_messages += message.size() - (end_was_added ? 1U : 0U);
    });
  }
  ASSERT_EQ(in_messages + tokenizer.skipped(), stream.size()) << ::testing::PrintToString(stream);
}

// Whatever the bytes: every message is one, and where the stream is cut makes no difference.
void expect_sound(const Bytes& stream, std::size_t cut_every) {
  const Messages whole = tokenize(stream);
  ASSERT_EQ(whole, Reference::tokenize(stream)) << ::testing::PrintToString(stream);
  for (const Bytes& message : whole) ASSERT_EQ(Message::from_bytes(message).bytes(), message);
  expect_all_counted(stream);
  const std::span<const std::uint8_t> all(stream);
  for (std::size_t cut = 0; cut <= stream.size(); cut += cut_every) {
    Tokenizer tokenizer;
    Messages messages;
    tokenizer.feed(all.first(cut), into(messages));
    tokenizer.feed(all.subspan(cut), into(messages));
    ASSERT_EQ(messages, whole) << ::testing::PrintToString(stream) << " cut at " << cut;
  }
}

// Every string over the alphabet, up to that length.
void expect_sound_strings(const Bytes& alphabet, std::size_t longest) {
  std::vector<Bytes> strings{{}};
  for (std::size_t next = 0; next < strings.size(); ++next) {
    expect_sound(strings[next], 1);
    if (::testing::Test::HasFatalFailure()) return;
    if (strings[next].size() == longest) continue;
    for (const std::uint8_t byte : alphabet) {
      Bytes longer = strings[next];
      longer.push_back(byte);
      strings.push_back(std::move(longer));
    }
  }
}

TEST(Tokenizer, CutsAStreamIntoMessages) {
  EXPECT_THAT(tokenize({0x92, 0x10, 0x20, 0xC1, 5, 0xF6}),
              ElementsAre(Bytes{0x92, 0x10, 0x20}, Bytes{0xC1, 5}, Bytes{0xF6}));
}

TEST(Tokenizer, WaitsForTheRestOfAMessage) {
  Tokenizer tokenizer;
  Messages messages;
  tokenizer.feed(Bytes{0x90, 1}, into(messages));
  EXPECT_THAT(messages, IsEmpty());
  tokenizer.feed(Bytes{2}, into(messages));
  EXPECT_THAT(messages, ElementsAre(Bytes{0x90, 1, 2}));
}

TEST(Tokenizer, WritesOutRunningStatus) {
  EXPECT_THAT(tokenize({0x90, 1, 2, 3, 4, 5}), ElementsAre(Bytes{0x90, 1, 2}, Bytes{0x90, 3, 4}));
  EXPECT_THAT(tokenize({0xC3, 1, 2}), ElementsAre(Bytes{0xC3, 1}, Bytes{0xC3, 2}));
}

TEST(Tokenizer, KeepsRunningStatusOverRealTimeMessagesOnly) {
  EXPECT_THAT(tokenize({0x90, 1, 2, 0xF8, 3, 4}),
              ElementsAre(Bytes{0x90, 1, 2}, Bytes{0xF8}, Bytes{0x90, 3, 4}));
  for (std::uint8_t status = 0xF1; status < 0xF8; ++status) {
    const Messages messages = tokenize({0x90, 1, 2, status, 3, 4, 5, 6});
    EXPECT_EQ(std::ranges::count(messages, 0x90, [](const Bytes& m) { return int{m[0]}; }), 1);
  }
  EXPECT_THAT(tokenize({0x90, 1, 2, 0xF0, 0xF7, 3, 4}),
              ElementsAre(Bytes{0x90, 1, 2}, Bytes{0xF0, 0xF7}));
}

TEST(Tokenizer, HasNoRunningStatusForSystemCommonMessages) {
  EXPECT_THAT(tokenize({0xF2, 1, 2, 3, 4}), ElementsAre(Bytes{0xF2, 1, 2}));
  EXPECT_THAT(tokenize({0xF1, 1, 2}), ElementsAre(Bytes{0xF1, 1}));
}

TEST(Tokenizer, TakesRealTimeMessagesInsideOthers) {
  EXPECT_THAT(tokenize({0x90, 0xF8, 1, 0xFE, 2}),
              ElementsAre(Bytes{0xF8}, Bytes{0xFE}, Bytes{0x90, 1, 2}));
  EXPECT_THAT(tokenize({0xF0, 1, 0xF8, 2, 0xFF, 0xF7}),
              ElementsAre(Bytes{0xF8}, Bytes{0xFF}, Bytes{0xF0, 1, 2, 0xF7}));
}

TEST(Tokenizer, EndsSysexAtAnyStatusThatIsNotRealTime) {
  EXPECT_THAT(tokenize({0xF0, 1, 0x90, 2, 3}),
              ElementsAre(Bytes{0xF0, 1, 0xF7}, Bytes{0x90, 2, 3}));
  EXPECT_THAT(tokenize({0xF0, 1, 0xF0, 2, 0xF7}),
              ElementsAre(Bytes{0xF0, 1, 0xF7}, Bytes{0xF0, 2, 0xF7}));
  EXPECT_THAT(tokenize({0xF0, 1, 0xF6}), ElementsAre(Bytes{0xF0, 1, 0xF7}, Bytes{0xF6}));
  EXPECT_THAT(tokenize({0xF0, 1, 0xF4, 2, 0xF7}), ElementsAre(Bytes{0xF0, 1, 0xF7}));
  EXPECT_THAT(tokenize({0xF0, 0xF7}), ElementsAre(Bytes{0xF0, 0xF7}));
}

TEST(Tokenizer, IgnoresUndefinedStatusBytesAndAStrayEndOfSysex) {
  EXPECT_THAT(tokenize({0xF4, 0xF5, 0xF7, 0xF9, 0xFD}), IsEmpty());
  EXPECT_THAT(tokenize({0x90, 1, 0xF9, 0xFD, 2}), ElementsAre(Bytes{0x90, 1, 2}));
  EXPECT_THAT(tokenize({0xF0, 1, 0xF9, 0xFD, 2, 0xF7}), ElementsAre(Bytes{0xF0, 1, 2, 0xF7}));
  EXPECT_THAT(tokenize({0x90, 1, 0xF4, 2, 0x80, 3, 4}), ElementsAre(Bytes{0x80, 3, 4}));
}

TEST(Tokenizer, SkipsDataBytesWithoutAStatus) {
  EXPECT_THAT(tokenize({0, 1, 127, 0x90, 1, 2}), ElementsAre(Bytes{0x90, 1, 2}));
  EXPECT_THAT(tokenize({0x90, 0x90, 0xF0}), IsEmpty());
}

TEST(Tokenizer, DropsAMessageThatAStatusInterrupts) {
  EXPECT_THAT(tokenize({0x90, 1, 0x80, 3, 4}), ElementsAre(Bytes{0x80, 3, 4}));
}

TEST(Tokenizer, TakesLongSysex) {
  Bytes sysex(100000, 1);
  sysex.front() = 0xF0;
  sysex.back() = 0xF7;
  EXPECT_THAT(tokenize(sysex), ElementsAre(sysex));
}

TEST(Tokenizer, ForgetsWhatIsUnderWayWhenReset) {
  for (const Bytes& begun : {Bytes{0x90, 1}, Bytes{0x90, 1, 2}, Bytes{0xF0, 1}, Bytes{0xC0}}) {
    Tokenizer tokenizer;
    Messages messages;
    tokenizer.feed(begun, into(messages));
    messages.clear();
    tokenizer.reset();
    tokenizer.feed(Bytes{1, 2, 0xF7, 3, 0x80, 5, 6}, into(messages));
    EXPECT_THAT(messages, ElementsAre(Bytes{0x80, 5, 6}));
  }
}

// As when a port has no room: it goes on after the message that did not go out.
TEST(Tokenizer, GoesOnAfterTheSinkHasThrownInTheMidst) {
  Bytes stream;
  for (std::uint8_t i = 0; i < 100; ++i) {
    const Bytes part{0x90, i, 1, 2, 3, 0xC1, i, 5, 0xF8, 0xE2, i, 6};
    stream.insert(stream.end(), part.begin(), part.end());
  }
  const Messages expected = tokenize(stream);
  for (std::size_t taken = 0; taken < expected.size(); ++taken) {
    Tokenizer tokenizer;
    Messages messages;
    const auto fail_once = [&](std::span<const std::uint8_t> message) {
      messages.emplace_back(message.begin(), message.end());
      if (messages.size() == taken + 1) throw std::runtime_error("no room");
    };
    EXPECT_THROW(tokenizer.feed(stream, fail_once), std::runtime_error);
    ASSERT_TRUE(std::equal(messages.begin(), messages.end(), expected.begin())) << taken;
    // The running status is that of the last one before, of channel messages.
    const auto last = std::ranges::find_if(messages.rbegin(), messages.rend(),
                                           [](const Bytes& m) { return m[0] < 0xF0; });
    const std::uint8_t status = (*last)[0];
    tokenizer.feed(Bytes{9, 9}, fail_once);
    ASSERT_EQ(messages.back()[0], status) << taken;
  }
}

TEST(Tokenizer, GoesOnAfterTheSinkHasThrown) {
  const auto fail = [](std::span<const std::uint8_t>) { throw std::runtime_error("no room"); };
  for (const Bytes& stream : {Bytes{0x90, 1, 2}, Bytes{0xC0, 1}, Bytes{0xF2, 1, 2}, Bytes{0xF6},
                              Bytes{0xF8}, Bytes{0xF0, 1, 0xF7}}) {
    Tokenizer tokenizer;
    for (int i = 0; i < 3; ++i) EXPECT_THROW(tokenizer.feed(stream, fail), std::runtime_error);
    Messages messages;
    tokenizer.feed(Bytes{3, 4}, into(messages));
    Bytes again = stream;
    again.insert(again.end(), {3, 4});
    Messages expected = tokenize(again);
    expected.erase(expected.begin());
    EXPECT_EQ(messages, expected) << ::testing::PrintToString(stream);
  }
}

// Every byte is in a message, under way, or counted.
TEST(Tokenizer, CountsEveryByteThatItSkips) {
  const auto skipped = [](const Bytes& bytes) {
    Tokenizer tokenizer;
    tokenizer.feed(bytes, [](std::span<const std::uint8_t>) {});
    return tokenizer.skipped();
  };
  EXPECT_EQ(skipped({0x90, 1, 2, 3, 4, 0xF8, 0xF0, 1, 0xF7, 0xF6, 0xC0, 1, 2}), 0U);
  EXPECT_EQ(skipped({1, 2, 0x90, 1, 2}), 2U);
  EXPECT_EQ(skipped({0xF2, 1, 2, 3}), 1U);
  EXPECT_EQ(skipped({0xF4, 0xF5, 0xF7, 0xF9, 0xFD}), 5U);
  EXPECT_EQ(skipped({0x90, 0x90, 1, 2}), 1U);
  EXPECT_EQ(skipped({0x90, 1, 0x90, 1, 2}), 2U);
  EXPECT_EQ(skipped({0x90, 1, 2, 3, 0x90, 1, 2}), 1U);
  EXPECT_EQ(skipped({0xC0, 1, 0xC0, 0xF0}), 1U);
  EXPECT_EQ(skipped({0xF0, 1, 0xF4, 5, 0x90, 1, 2}), 2U);
}

TEST(Tokenizer, CountsWhatAResetForgets) {
  for (const Bytes& begun : {Bytes{0x90, 1}, Bytes{0xC0}, Bytes{0xF0, 1, 2}}) {
    Tokenizer tokenizer;
    const auto ignore = [](std::span<const std::uint8_t>) {};
    tokenizer.feed(begun, ignore);
    EXPECT_EQ(tokenizer.skipped(), 0U);
    tokenizer.reset();
    tokenizer.reset();
    EXPECT_EQ(tokenizer.skipped(), begun.size());
  }
}

TEST(Tokenizer, SkipsSysexThatIsTooLongAndGoesOn) {
  Tokenizer tokenizer(RunningStatus::expand, 4);
  Messages messages;
  tokenizer.feed(Bytes{0xF0, 1, 2, 0xF7, 0xF0, 1, 2, 3, 0xF7, 0x90, 1, 2}, into(messages));
  EXPECT_THAT(messages, ElementsAre(Bytes{0xF0, 1, 2, 0xF7}, Bytes{0x90, 1, 2}));
  EXPECT_EQ(tokenizer.skipped(), 5U);
  tokenizer.feed(Bytes{0xF0, 1, 2, 3, 4, 5, 0x90, 1, 2}, into(messages));
  EXPECT_EQ(messages.back(), (Bytes{0x90, 1, 2}));
  EXPECT_EQ(tokenizer.skipped(), 11U);
}

TEST(Tokenizer, IgnoresRunningStatusOnRequest) {
  Tokenizer tokenizer(RunningStatus::ignore);
  Messages messages;
  tokenizer.feed(Bytes{0x90, 1, 2, 3, 4, 0xC0, 1, 2, 0x80, 1, 0xF8, 2}, into(messages));
  EXPECT_THAT(messages,
              ElementsAre(Bytes{0x90, 1, 2}, Bytes{0xC0, 1}, Bytes{0xF8}, Bytes{0x80, 1, 2}));
  EXPECT_EQ(tokenizer.skipped(), 3U);
}

TEST(Tokenizer, DoesNotAllocateForShortMessages) {
  const Bytes stream{0x90, 1, 2, 3, 4, 0xF8, 0xC0, 5, 0xF2, 1, 2, 0xF4, 7, 0xF6, 0xE0, 1, 2};
  Tokenizer tokenizer;
  int messages = 0;
  EXPECT_EQ(testing::allocations_during([&] {
              tokenizer.feed(stream, [&](std::span<const std::uint8_t>) { ++messages; });
            }),
            0U);
  EXPECT_EQ(messages, 7);
}

TEST(Tokenizer, IsSoundForEveryShortString) {
  expect_sound_strings({0x00, 0x40, 0x7F, 0x80, 0x90, 0xC0, 0xDF, 0xE0, 0xF0, 0xF1,
                        0xF2, 0xF3, 0xF4, 0xF5, 0xF6, 0xF7, 0xF8, 0xF9, 0xFD, 0xFF},
                       3);
}

TEST(Tokenizer, IsSoundForEveryStringOverFewBytes) {
  expect_sound_strings({0x01, 0x90, 0xC0, 0xF0, 0xF2, 0xF7, 0xF8}, 5);
}

TEST(Tokenizer, IsSoundForRandomStreams) {
  std::mt19937 random(1983);
  const auto below = [&](unsigned n) { return std::uniform_int_distribution(0U, n - 1)(random); };
  for (int turn = 0; turn < 2000; ++turn) {
    Bytes stream(below(120));
    for (std::uint8_t& byte : stream) {
      const unsigned of_four = below(4);
      const unsigned value = of_four == 0   ? 0xF0 + below(16)
                             : of_four == 1 ? 128 + below(112)
                                            : below(128);
      byte = static_cast<std::uint8_t>(value);
    }
    expect_sound(stream, 7);
    if (HasFatalFailure()) return;
  }
}

// As devices send them: channel messages in runs, seldom anything between or inside them.
TEST(Tokenizer, IsSoundForStreamsOfManyMessages) {
  std::mt19937 random(1988);
  const auto below = [&](unsigned n) { return std::uniform_int_distribution(0U, n - 1)(random); };
  for (int turn = 0; turn < 3000; ++turn) {
    Bytes stream;
    const std::size_t size = below(400);
    const unsigned most_in_run = 1 + below(40);
    while (stream.size() < size) {
      const bool channel = below(8) != 0;
      stream.push_back(static_cast<std::uint8_t>(channel ? 128 + below(112) : 0xF0 + below(16)));
      for (unsigned left = below(2 * most_in_run); left > 0; --left) {
        if (below(50) == 0) stream.push_back(static_cast<std::uint8_t>(0xF8 + below(8)));
        stream.push_back(static_cast<std::uint8_t>(below(128)));
      }
    }
    expect_sound(stream, 61);
    if (HasFatalFailure()) return;
  }
}

}  // namespace
}  // namespace mido
