// SPDX-License-Identifier: MIT
#include "mido/codec/event_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "mido/codec/text_stream.hpp"
#include "support/every_type.hpp"

namespace mido {
namespace {

using detail::Kind;
using detail::Spelling;
using detail::StatusByte;
using testing::edge_messages;
using ::testing::ThrowsMessage;

// The event of the text is the same in every way, and the text has no place for an accident.
void expect_round_trip(const TrackEvent& event) {
  const std::string text = format_event(event);
  const TrackEvent read = parse_event(text);
  ASSERT_EQ(format_event(read), text);
  ASSERT_EQ(read.kind(), event.kind()) << text;
  ASSERT_EQ(read.code(), event.code()) << text;
  ASSERT_TRUE(std::ranges::equal(read.data(), event.data())) << text;
  ASSERT_EQ(read.spelling(), event.spelling()) << text;
  ASSERT_EQ(read.time().is_float(), event.time().is_float()) << text;
  ASSERT_EQ(text.find('\n'), std::string::npos) << text;
  ASSERT_EQ(without_comment(text), text);
}

template <class T>
class EveryEventText : public ::testing::Test {};
using EveryType = testing::AsGoogleTypes<testing::Joined<LiveTypes, MetaTypes>>::type;
TYPED_TEST_SUITE(EveryEventText, EveryType, testing::NameOfType);

TYPED_TEST(EveryEventText, ReadsBackAsTheSameEvent) {
  for (const TypeParam& value : edge_messages<TypeParam>()) {
    const TrackEvent event(value, 3);
    expect_round_trip(event);
    EXPECT_EQ(parse_event(format_event(event)), event);
    EXPECT_TRUE(format_event(event).starts_with(TypeParam::type)) << format_event(event);
  }
}

TYPED_TEST(EveryEventText, HasItsDefaultsWhenItIsOnlyAName) {
  EXPECT_EQ(parse_event(TypeParam::type), TrackEvent(TypeParam{}));
}

struct EventLine {
  TrackEvent event;
  std::string text;
};

void PrintTo(const EventLine& line, std::ostream* out) { *out << line.text; }

class EventLines : public ::testing::TestWithParam<EventLine> {};

INSTANTIATE_TEST_SUITE_P(
    , EventLines,
    ::testing::Values(
        EventLine{{NoteOn{.note = 60}, 480}, "note_on channel=0 note=60 velocity=64 time=480"},
        EventLine{SetTempo{}, "set_tempo tempo=500000 time=0"},
        EventLine{KeySignature{.key = "F#m"}, "key_signature key=\"F#m\" time=0"},
        EventLine{SmpteOffset{.frame_rate = 29.97},
                  "smpte_offset frame_rate=29.97 hours=0 minutes=0 seconds=0 frames=0 sub_frames=0 "
                  "time=0"},
        EventLine{TrackName{.name = "Piano \xe9\n"}, R"(track_name name="Piano \xe9\n" time=0)"},
        EventLine{TrackName{.name = "Caf\xC3\xA9 \"#1\" \\"},
                  "track_name name=\"Caf\xC3\xA9 \\\"#1\\\" \\\\\" time=0"},
        EventLine{Text{.text = "\xC2\x9B\x1B\x7F\xC3"},
                  R"(text text="\xc2\x9b\x1b\x7f\xc3" time=0)"},
        EventLine{{SequencerSpecific{.data = {1}}, 0.5}, "sequencer_specific data=(1) time=0.5"},
        EventLine{UnknownMeta{.type_byte = 10, .data = {1, 2}},
                  "unknown_meta type_byte=10 data=(1,2) time=0"},
        EventLine{UnknownMeta{.type_byte = 0x51, .data = {1}},
                  "unknown_meta type_byte=81 data=(1) time=0"},
        EventLine{UnknownMeta{.type_byte = 0x00}, "unknown_meta type_byte=0 data=() time=0"},
        EventLine{Packet{.starts_sysex = true, .data = {0xFF}},
                  "packet starts_sysex=1 data=(255) time=0"},
        EventLine{TrackEvent::from_payload({Kind::raw, 0x90, Bytes{200, 1}}, 2),
                  "raw status=144 data=(200,1) time=2"}));

TEST_P(EventLines, IsOneLineOfWords) {
  EXPECT_EQ(format_event(GetParam().event), GetParam().text);
  EXPECT_EQ(parse_event(GetParam().text), GetParam().event);
  expect_round_trip(GetParam().event);
}

TEST(EventSpelling, FollowsWhenItIsNotTheUsual) {
  const auto text_of = [](Spelling spelling) {
    return format_event(TrackEvent::from_payload({Kind::meta, 1, Bytes{'a'}, spelling}, 0));
  };
  EXPECT_EQ(text_of({}), R"(text text="a" time=0)");
  EXPECT_EQ(text_of({.status_byte = StatusByte::written}),
            R"(text text="a" time=0 spelling=status_written)");
  EXPECT_EQ(text_of({.status_byte = StatusByte::left_out, .extra_delta = 1, .extra_length = 2}),
            R"(text text="a" time=0 spelling=status_left_out,extra_delta:1,extra_length:2)");
}

TEST(EventSpelling, RoundTripsForEveryKindOfEvent) {
  for (int i = 0; i < 32; ++i) {
    const Spelling spelling{.status_byte = static_cast<StatusByte>(i % 3),
                            .extra_delta = static_cast<std::uint8_t>(i / 2 % 4),
                            .extra_length = static_cast<std::uint8_t>(i / 8)};
    for (const std::size_t size : {0U, 5U, 300U}) {
      for (const Kind kind : {Kind::meta, Kind::packet, Kind::raw}) {
        const std::uint8_t code = kind == Kind::packet ? 0xF0 : 0x90;
        expect_round_trip(TrackEvent::from_payload({kind, code, Bytes(size, 200), spelling}, 1));
      }
      expect_round_trip(
          TrackEvent::from_payload(detail::encode_sysex(Bytes(size, 100), spelling), 1));
    }
  }
}

struct BadLine {
  std::string text;
  std::string error;
};

void PrintTo(const BadLine& bad, std::ostream* out) { *out << bad.text; }

class NoEventText : public ::testing::TestWithParam<BadLine> {};

INSTANTIATE_TEST_SUITE_P(
    , NoEventText,
    ::testing::Values(
        BadLine{"", "a text without a message type"}, BadLine{"xx", "Unknown message type 'xx'"},
        BadLine{"text text=abc", "invalid text 'abc'"},
        BadLine{"text text=5", "attribute must be a string"},
        BadLine{"text text=\"abc", "a text without its closing quote"},
        BadLine{"text text=\"abc\\\"", "a text without its closing quote"},
        BadLine{"text text=\"\\q\"", "invalid escape in a text"},
        BadLine{"text text=\"\\x1\"", "invalid escape in a text"},
        BadLine{"text text=\"\\xg0\"", "invalid escape in a text"},
        BadLine{"text text=\"\\x+1\"", "invalid escape in a text"},
        BadLine{"text text=\"a\"time=0", "missing space after the text of text"},
        BadLine{"packet data=(256)", "data byte must be in range 0..255"},
        BadLine{"sysex data=(200)", "data byte must be in range 0..127"},
        BadLine{"key_signature key=\"H\"", "invalid key 'H'"},
        BadLine{"raw status=256", "attribute must be in range 0..255"},
        BadLine{"clock spelling=", "invalid spelling ''"},
        BadLine{"clock spelling=odd", "invalid spelling 'odd'"},
        BadLine{"clock spelling=status_written,", "invalid spelling 'status_written,'"},
        BadLine{"clock spelling=extra_delta:4", "invalid spelling 'extra_delta:4'"},
        BadLine{"clock spelling=extra_length:11", "invalid spelling 'extra_length:11'"},
        BadLine{"clock spelling=status_written spelling=status_written",
                "spelling appears twice"}));

TEST_P(NoEventText, IsRefused) {
  EXPECT_THAT([] { return parse_event(GetParam().text); },
              ThrowsMessage<ValueError>(GetParam().error));
}

Bytes random_bytes(std::mt19937& random, std::size_t most) {
  Bytes bytes(std::uniform_int_distribution<std::size_t>(0, most)(random));
  for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random());
  return bytes;
}

TEST(EventText, RoundTripsForRandomBytesOfEveryCode) {
  std::mt19937 random(1983);
  for (int turn = 0; turn < 40; ++turn) {
    for (int code = 0; code < 256; ++code) {
      for (const Kind kind : {Kind::meta, Kind::packet, Kind::raw}) {
        if (kind == Kind::packet && code != 0xF0 && code != 0xF7) continue;
        expect_round_trip(TrackEvent::from_payload(
            {kind, static_cast<std::uint8_t>(code), random_bytes(random, 12)}, code));
        if (HasFatalFailure()) return;
      }
    }
  }
}

// What is read is an event, whatever the text; what is not is refused.
TEST(ParseEvent, TakesAnyBytes) {
  std::mt19937 random(1983);
  const std::vector<std::string> seeds{
      R"(track_name name="Piano \xe9\n" time=0.5)", "packet starts_sysex=1 data=(1,200) time=1",
      "time_signature numerator=4 denominator=1e18 time=-1 spelling=status_written,extra_delta:1"};
  int read = 0;
  for (int turn = 0; turn < 20000; ++turn) {
    std::string text = seeds[random() % seeds.size()];
    for (auto changes = random() % 4; changes > 0; --changes) {
      text[random() % text.size()] =
          random() % 2 == 0 ? static_cast<char>(random()) : R"( =",()\x1.)"[random() % 10];
    }
    try {
      const TrackEvent event = parse_event(text);
      ++read;
      expect_round_trip(event);
    } catch (const ValueError&) {
    }
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(read, 1000);
}

}  // namespace
}  // namespace mido
