// SPDX-License-Identifier: MIT
#include "mido/messages/meta_types.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mido/codec/text.hpp"
#include "mido/messages/meta_message.hpp"
#include "mido/messages/track_event.hpp"
#include "support/every_type.hpp"
#include "support/visited.hpp"

namespace mido {
namespace {

using testing::attribute_names;
using testing::edge_messages;

// As a reader of files gets it.
MetaMessage from_file(const MetaMessage& message) {
  const auto data = message.data();
  return UnknownMeta{.type_byte = checked(message.type_byte()), .data = {data.begin(), data.end()}};
}

template <class T>
class EveryMetaType : public ::testing::Test {};
TYPED_TEST_SUITE(EveryMetaType, testing::EveryMetaType, testing::NameOfType);

TYPED_TEST(EveryMetaType, IsKeptByAMessage) {
  for (const TypeParam& value : edge_messages<TypeParam>()) {
    const MetaMessage message = value;
    EXPECT_TRUE(message.is_meta());
    EXPECT_TRUE(message.is<TypeParam>()) << message;
    EXPECT_EQ(message.get<TypeParam>(), value) << message;
    EXPECT_EQ(message.type(), TypeParam::type);
    EXPECT_EQ(message.type_byte(), TypeParam::type_byte);
    EXPECT_FALSE(message.is<UnknownMeta>());
    EXPECT_EQ(TrackEvent(value).get<TypeParam>(), value) << message;
  }
}

TYPED_TEST(EveryMetaType, RoundTripsThroughItsBytes) {
  for (const TypeParam& value : edge_messages<TypeParam>()) {
    const MetaMessage message = value;
    EXPECT_EQ(from_file(message), message);
    EXPECT_EQ(from_file(message).get<TypeParam>(), value) << message;
  }
}

TYPED_TEST(EveryMetaType, IsInAFileFFTypeLengthAndPayload) {
  for (const TypeParam& value : edge_messages<TypeParam>()) {
    const MetaMessage message = value;
    const Bytes bytes = message.bytes();
    const auto data = message.data();
    ASSERT_GE(bytes.size(), 3U);
    EXPECT_EQ(bytes[0], 0xFF);
    EXPECT_EQ(bytes[1], TypeParam::type_byte);
    std::size_t length = 0;
    std::size_t at = 2;
    for (; bytes[at] >= 0x80; ++at) length = (length | (bytes[at] & 0x7F)) << 7;
    length |= bytes[at++];
    EXPECT_EQ(length, data.size());
    EXPECT_TRUE(std::ranges::equal(std::span(bytes).subspan(at), data)) << message;
  }
}

TYPED_TEST(EveryMetaType, IsReadBackFromItsBytesAndItsHexadecimalNumbers) {
  for (const TypeParam& value : edge_messages<TypeParam>()) {
    const MetaMessage message(value, 7);
    EXPECT_EQ(MetaMessage::from_bytes(message.bytes(), 7), message);
    EXPECT_EQ(MetaMessage::from_hex(message.hex("-"), "-", 7), message);
  }
}

TYPED_TEST(EveryMetaType, IsTheSameByNameAsByType) {
  EXPECT_EQ(MetaMessage(TypeParam::type), MetaMessage(TypeParam{}));
  for (const TypeParam& value : edge_messages<TypeParam>()) {
    const MetaMessage message(value, 7);
    const auto attributes = message.attributes();
    EXPECT_EQ(MetaMessage(TypeParam::type, attributes).copy({{"time", 7}}), message);
    EXPECT_EQ(MetaMessage(TypeParam{}, 7).copy(attributes), message);
    EXPECT_EQ(message.copy({}), message);
  }
}

TYPED_TEST(EveryMetaType, HasItsAttributesInOrderAndByName) {
  for (const TypeParam& value : edge_messages<TypeParam>()) {
    const MetaMessage message = value;
    std::vector<std::string_view> names;
    for (const auto& [name, attribute] : message.attributes()) {
      EXPECT_EQ(message[name], attribute) << message << ' ' << name;
      names.push_back(name);
    }
    EXPECT_EQ(names, attribute_names<TypeParam>());
  }
}

TYPED_TEST(EveryMetaType, NamesEveryAttributeInItsText) {
  for (const TypeParam& value : edge_messages<TypeParam>()) {
    const MetaMessage message(value, 3);
    const std::string text = to_string(message);
    EXPECT_TRUE(text.starts_with("MetaMessage('" + std::string(TypeParam::type) + "', ")) << text;
    EXPECT_TRUE(text.ends_with(", time=3)")) << text;
    for (const auto name : attribute_names<TypeParam>()) {
      EXPECT_NE(text.find(" " + std::string(name) + "="), std::string::npos) << text;
    }
  }
}

TYPED_TEST(EveryMetaType, IsEqualAndHashesEqualWhenItSaysTheSame) {
  const auto values = edge_messages<TypeParam>();
  for (const TypeParam& a : values) {
    for (const TypeParam& b : values) {
      EXPECT_EQ(a == b, MetaMessage(a) == MetaMessage(b));
      if (a == b) {
        EXPECT_EQ(std::hash<MetaMessage>{}(MetaMessage(a, 1)),
                  std::hash<MetaMessage>{}(MetaMessage(b, 1.0)));
      }
    }
    EXPECT_NE(MetaMessage(a, 1), MetaMessage(a, 2));
  }
}

TYPED_TEST(EveryMetaType, IsVisitedAsItsStruct) {
  for (const TypeParam& value : edge_messages<TypeParam>()) {
    const std::vector<std::string_view> type{TypeParam::type};
    const std::vector<TrackEvent> event{value};
    const auto visited = testing::visit_of(MetaMessage(value));
    EXPECT_EQ(visited.types, type);
    EXPECT_EQ(visited.events, event);
    const auto visited_in_track = testing::visit_of(TrackEvent(value));
    EXPECT_EQ(visited_in_track.types, type);
    EXPECT_EQ(visited_in_track.events, event);
  }
}

TYPED_TEST(EveryMetaType, HasNoUnknownAttribute) {
  EXPECT_THROW(static_cast<void>(MetaMessage(TypeParam{})["foo"]), ValueError);
  EXPECT_THROW(MetaMessage(TypeParam::type, {{"foo", 1}}), ValueError);
}

template <class... Types>
auto types_and_type_bytes(TypeList<Types...>) {
  return std::pair{std::set<std::string_view>{Types::type...}, std::set<int>{Types::type_byte...}};
}

TEST(MetaTypes, AreThoseOfTheManualCopyrightAndProgramName) {
  const auto [types, type_bytes] = types_and_type_bytes(MetaTypes{});
  EXPECT_EQ(types, (std::set<std::string_view>{
                       "sequence_number", "text", "copyright", "track_name", "instrument_name",
                       "lyrics", "marker", "cue_marker", "program_name", "device_name",
                       "channel_prefix", "midi_port", "end_of_track", "set_tempo", "smpte_offset",
                       "time_signature", "key_signature", "sequencer_specific"}));
  EXPECT_EQ(type_bytes.size(), types.size());
}

struct Default {
  const char* text;
  const char* hex;
};

void PrintTo(const Default& expected, std::ostream* out) { *out << expected.text; }

class MetaDefaults : public ::testing::TestWithParam<Default> {};

// What the original says of each type without arguments (program_name it lacks); of
// sequencer_specific as read from a file.
INSTANTIATE_TEST_SUITE_P(
    , MetaDefaults,
    ::testing::Values(
        Default{"MetaMessage('sequence_number', number=0, time=0)", "FF 00 02 00 00"},
        Default{"MetaMessage('text', text='', time=0)", "FF 01 00"},
        Default{"MetaMessage('copyright', text='', time=0)", "FF 02 00"},
        Default{"MetaMessage('track_name', name='', time=0)", "FF 03 00"},
        Default{"MetaMessage('instrument_name', name='', time=0)", "FF 04 00"},
        Default{"MetaMessage('lyrics', text='', time=0)", "FF 05 00"},
        Default{"MetaMessage('marker', text='', time=0)", "FF 06 00"},
        Default{"MetaMessage('cue_marker', text='', time=0)", "FF 07 00"},
        Default{"MetaMessage('program_name', name='', time=0)", "FF 08 00"},
        Default{"MetaMessage('device_name', name='', time=0)", "FF 09 00"},
        Default{"MetaMessage('channel_prefix', channel=0, time=0)", "FF 20 01 00"},
        Default{"MetaMessage('midi_port', port=0, time=0)", "FF 21 01 00"},
        Default{"MetaMessage('end_of_track', time=0)", "FF 2F 00"},
        Default{"MetaMessage('set_tempo', tempo=500000, time=0)", "FF 51 03 07 A1 20"},
        Default{"MetaMessage('smpte_offset', frame_rate=24, hours=0, minutes=0, seconds=0, "
                "frames=0, sub_frames=0, time=0)",
                "FF 54 05 00 00 00 00 00"},
        Default{"MetaMessage('time_signature', numerator=4, denominator=4, clocks_per_click=24, "
                "notated_32nd_notes_per_beat=8, time=0)",
                "FF 58 04 04 02 18 08"},
        Default{"MetaMessage('key_signature', key='C', time=0)", "FF 59 02 00 00"},
        Default{"MetaMessage('sequencer_specific', data=(), time=0)", "FF 7F 00"}));

TEST_P(MetaDefaults, AreTheManuals) {
  const std::string text = GetParam().text;
  const auto begin = text.find('\'') + 1;
  const MetaMessage message(text.substr(begin, text.find('\'', begin) - begin));
  EXPECT_EQ(to_string(message), text);
  EXPECT_EQ(message.hex(), GetParam().hex);
}

TEST(SetTempo, IsABigEndianNumberOfThreeBytes) {
  EXPECT_EQ(MetaMessage(SetTempo{.tempo = 0x123456}).hex(), "FF 51 03 12 34 56");
}

TEST(SmpteOffset, HasItsFrameRateAboveTheHours) {
  const auto first_byte = [](FrameRate rate) {
    return MetaMessage(SmpteOffset{.frame_rate = rate, .hours = 1}).bytes()[3];
  };
  EXPECT_EQ(first_byte(24), 0x01);
  EXPECT_EQ(first_byte(25), 0x21);
  EXPECT_EQ(first_byte(29.97), 0x41);
  EXPECT_EQ(first_byte(30), 0x61);
}

TEST(SmpteOffset, IsReadWithTheHoursBelowTheFrameRate) {
  const auto read = [](std::uint8_t first_byte) {
    return MetaMessage::from_bytes(Bytes{0xFF, 0x54, 5, first_byte, 59, 58, 255, 99})
        .get<SmpteOffset>();
  };
  EXPECT_EQ(read(0x17), (SmpteOffset{.frame_rate = 24,
                                     .hours = 23,
                                     .minutes = 59,
                                     .seconds = 58,
                                     .frames = 255,
                                     .sub_frames = 99}));
  EXPECT_EQ(read(0x3F).hours, 31);
  EXPECT_EQ(read(0x3F).frame_rate, FrameRate(25));
  EXPECT_EQ(read(0x40).hours, 0);
  EXPECT_EQ(read(0x40).frame_rate, FrameRate(29.97));
  EXPECT_EQ(read(0x61).frame_rate, FrameRate(30));
}

TEST(SmpteOffset, ShowsItsFrameRateAsTheOriginalDoes) {
  const MetaMessage message = SmpteOffset{.frame_rate = 29.97};
  EXPECT_NE(to_string(message).find("frame_rate=29.97,"), std::string::npos);
  EXPECT_EQ(message["frame_rate"], 29.97);
  EXPECT_TRUE(MetaMessage(SmpteOffset{})["frame_rate"].is_integer());
}

TEST(TimeSignature, StoresTheLogarithmOfItsDenominator) {
  EXPECT_EQ(MetaMessage(TimeSignature{.numerator = 3, .denominator = 8}).hex(),
            "FF 58 04 03 03 18 08");
  EXPECT_EQ(MetaMessage("time_signature", {{"denominator", 1}}).hex(), "FF 58 04 04 00 18 08");
}

TEST(TimeSignature, TakesDenominatorsThatNoIntegerHolds) {
  EXPECT_EQ(MetaMessage("time_signature", {{"denominator", 9223372036854775808.0}}).hex(),
            "FF 58 04 04 3F 18 08");
  EXPECT_THROW(MetaMessage("time_signature", {{"denominator", 9223372036854775809e3}}), ValueError);
  EXPECT_THROW(MetaMessage("time_signature", {{"denominator", 0.5}}), ValueError);
}

// As files have it; the original's table.
TEST(KeySignature, IsTheNumberOfSharpsAndTheMode) {
  const std::vector<std::pair<std::string_view, std::string_view>> keys{
      {"Cb", "F9 00"},  {"Gb", "FA 00"},  {"Db", "FB 00"},  {"Ab", "FC 00"},  {"Eb", "FD 00"},
      {"Bb", "FE 00"},  {"F", "FF 00"},   {"C", "00 00"},   {"G", "01 00"},   {"D", "02 00"},
      {"A", "03 00"},   {"E", "04 00"},   {"B", "05 00"},   {"F#", "06 00"},  {"C#", "07 00"},
      {"Abm", "F9 01"}, {"Ebm", "FA 01"}, {"Bbm", "FB 01"}, {"Fm", "FC 01"},  {"Cm", "FD 01"},
      {"Gm", "FE 01"},  {"Dm", "FF 01"},  {"Am", "00 01"},  {"Em", "01 01"},  {"Bm", "02 01"},
      {"F#m", "03 01"}, {"C#m", "04 01"}, {"G#m", "05 01"}, {"D#m", "06 01"}, {"A#m", "07 01"}};
  for (const auto& [key, hex] : keys) {
    const MetaMessage message(KeySignature{.key = checked(key)});
    EXPECT_EQ(message.hex(), "FF 59 02 " + std::string(hex));
    EXPECT_EQ(MetaMessage::from_hex("FF 59 02 " + std::string(hex))["key"], key);
  }
}

}  // namespace
}  // namespace mido
