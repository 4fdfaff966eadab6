// SPDX-License-Identifier: MIT
#include "mido/codec/parser.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <ranges>
#include <string>
#include <vector>

#include "mido/codec/text.hpp"

namespace mido {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

static_assert(std::ranges::input_range<Parser>);

std::vector<Message> all_of(Parser& parser) {
  std::vector<Message> messages;
  while (auto message = parser.get_message()) messages.push_back(*message);
  return messages;
}

TEST(Parser, HasNothingAtFirst) {
  Parser parser;
  EXPECT_EQ(parser.pending(), 0U);
  EXPECT_FALSE(parser.get_message().has_value());
}

// The manual, "Parsing MIDI Bytes".
TEST(Parser, TakesPortionsAndSingleBytes) {
  Parser parser;
  parser.feed(Bytes{0x90, 0x40});
  EXPECT_EQ(parser.pending(), 0U);
  parser.feed_byte(0x60);
  EXPECT_EQ(parser.pending(), 1U);
  EXPECT_EQ(parser.get_message(), Message(NoteOn{.note = 0x40, .velocity = 0x60}));
  EXPECT_EQ(parser.pending(), 0U);
}

TEST(Parser, GivesMessagesInOrder) {
  Parser parser;
  parser.feed(Bytes{0x92, 0x10, 0x20, 0x82, 0x10, 0x20});
  EXPECT_EQ(parser.pending(), 2U);
  EXPECT_THAT(all_of(parser),
              ElementsAre(Message(NoteOn{.channel = 2, .note = 16, .velocity = 32}),
                          Message(NoteOff{.channel = 2, .note = 16, .velocity = 32})));
}

TEST(Parser, GivesMessagesTheTimeZero) {
  Parser parser;
  parser.feed(Bytes{0xF8});
  EXPECT_EQ(to_string(*parser.get_message()), "clock time=0");
}

TEST(Parser, TakesMessagesOfEveryKind) {
  Parser parser;
  parser.feed(Bytes{0xE0, 0, 0x40, 0xF0, 1, 0xF8, 2, 0xF7, 0xF2, 1, 0, 0xF6});
  EXPECT_THAT(all_of(parser),
              ElementsAre(Message(PitchWheel{}), Message(Clock{}), Message(Sysex{.data = {1, 2}}),
                          Message(SongPos{.pos = 1}), Message(TuneRequest{})));
}

TEST(Parser, MayBeFedWithAnything) {
  Parser parser;
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      parser.feed(Bytes{static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(second), 1});
    }
  }
  for (const Message& message : all_of(parser)) {
    ASSERT_EQ(Message::from_bytes(message.bytes()), message);
  }
}

TEST(Parser, IsACopyOfItsOwn) {
  Parser parser;
  parser.feed(Bytes{0xF8, 0x90, 1});
  Parser copy = parser;
  copy.feed_byte(2);
  EXPECT_EQ(parser.pending(), 1U);
  EXPECT_EQ(copy.pending(), 2U);
}

TEST(Parser, IgnoresBytesThatAreNoMessage) {
  Parser parser;
  parser.feed(Bytes{0, 0xF4, 0xF5, 0xF7, 0xF9, 0xFD, 1});
  EXPECT_THAT(all_of(parser), IsEmpty());
}

// The manual, "Parsing MIDI Bytes".
TEST(Parser, IsARangeOfWhatItHas) {
  Parser parser(Bytes{0x90, 1, 2, 0xF8, 0xC0, 5});
  std::vector<std::string> texts;
  for (const auto& message : parser) texts.push_back(to_string(message));
  EXPECT_THAT(texts, ElementsAre("note_on channel=0 note=1 velocity=2 time=0", "clock time=0",
                                 "program_change channel=0 program=5 time=0"));
  EXPECT_EQ(parser.pending(), 0U);
  EXPECT_EQ(parser.begin(), parser.end());
}

TEST(Parser, KeepsTheRestWhenALoopIsLeft) {
  Parser parser(Bytes{0xFA, 0xFB, 0xFC});
  for (const auto& message : parser) {
    EXPECT_EQ(message, Message(Start{}));
    break;
  }
  EXPECT_THAT(all_of(parser), ElementsAre(Message(Continue{}), Message(Stop{})));
}

TEST(Parser, DropsRunningStatusLikeTheOriginalOnRequest) {
  const Bytes stream{0x90, 60, 64, 62, 64, 0xF8, 0x80, 1, 2};
  Parser like_the_original(stream, RunningStatus::ignore);
  EXPECT_THAT(all_of(like_the_original), ElementsAre(Message(NoteOn{.note = 60}), Message(Clock{}),
                                                     Message(NoteOff{.note = 1, .velocity = 2})));
  EXPECT_EQ(like_the_original.skipped(), 2U);
  Parser empty(RunningStatus::ignore);
  empty.feed(stream);
  EXPECT_EQ(empty.pending(), 3U);
  EXPECT_EQ(parse_all(stream).size(), 4U);
}

TEST(Parse, GivesTheFirstMessageOrNothing) {
  EXPECT_EQ(parse(Bytes{0x92, 0x10, 0x20, 0x82, 0x10, 0x20}),
            Message(NoteOn{.channel = 2, .note = 16, .velocity = 32}));
  EXPECT_EQ(parse(Bytes{1, 2, 0xF8}), Message(Clock{}));
  EXPECT_FALSE(parse(Bytes{}).has_value());
  EXPECT_FALSE(parse(Bytes{0x92, 0x10}).has_value());
}

TEST(ParseAll, GivesEveryMessage) {
  EXPECT_THAT(parse_all(Bytes{0x92, 0x10, 0x20, 0x82, 0x10, 0x20}),
              ElementsAre(Message(NoteOn{.channel = 2, .note = 16, .velocity = 32}),
                          Message(NoteOff{.channel = 2, .note = 16, .velocity = 32})));
  EXPECT_THAT(parse_all(Bytes{0xF0, 1}), IsEmpty());
}

}  // namespace
}  // namespace mido
