// SPDX-License-Identifier: MIT
#include "mido/messages/meta_message.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <concepts>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "mido/codec/text.hpp"
#include "mido/messages/track_event.hpp"
#include "support/every_type.hpp"
#include "support/visited.hpp"

namespace mido {
namespace {

using testing::attribute_names;
using testing::edge_messages;
using ::testing::ThrowsMessage;

static_assert(sizeof(MetaMessage) == 16);
static_assert(std::is_nothrow_move_constructible_v<MetaMessage>);
static_assert(!std::is_convertible_v<Message, MetaMessage>);
static_assert(!std::is_convertible_v<NoteOn, MetaMessage>);

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

TEST(MetaTypes, AreThoseOfTheManualAndCopyright) {
  const auto [types, type_bytes] = types_and_type_bytes(MetaTypes{});
  EXPECT_EQ(types, (std::set<std::string_view>{
                       "sequence_number", "text", "copyright", "track_name", "instrument_name",
                       "lyrics", "marker", "cue_marker", "device_name", "channel_prefix",
                       "midi_port", "end_of_track", "set_tempo", "smpte_offset", "time_signature",
                       "key_signature", "sequencer_specific"}));
  EXPECT_EQ(type_bytes.size(), types.size());
}

struct Default {
  const char* text;
  const char* hex;
};

void PrintTo(const Default& expected, std::ostream* out) { *out << expected.text; }

class MetaDefaults : public ::testing::TestWithParam<Default> {};

// What the original says of each type without arguments; of sequencer_specific as read from a file.
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

TEST(MetaMessage, RefusesValuesInTheOriginalsWords) {
  EXPECT_THAT(
      [] {
        return MetaMessage("set_tempo", {{"tempo", 16777216}});
      },
      ThrowsMessage<ValueError>("attribute must be in range 0..16777215"));
  EXPECT_THAT(
      [] {
        return MetaMessage("sequence_number", {{"number", 65536}});
      },
      ThrowsMessage<ValueError>("attribute must be in range 0..65535"));
  EXPECT_THAT(
      [] {
        return MetaMessage("channel_prefix", {{"channel", 256}});
      },
      ThrowsMessage<ValueError>("attribute must be in range 0..255"));
  EXPECT_THAT(
      [] {
        return MetaMessage("smpte_offset", {{"minutes", 60}});
      },
      ThrowsMessage<ValueError>("attribute must be in range 0..59"));
  EXPECT_THAT(
      [] {
        return MetaMessage("smpte_offset", {{"sub_frames", 100}});
      },
      ThrowsMessage<ValueError>("attribute must be in range 0..99"));
  EXPECT_THAT(
      [] {
        return MetaMessage("key_signature", {{"key", "H"}});
      },
      ThrowsMessage<ValueError>("invalid key 'H'"));
  EXPECT_THAT(
      [] {
        return MetaMessage("time_signature", {{"denominator", 3}});
      },
      ThrowsMessage<ValueError>("denominator must be a power of 2"));
  EXPECT_THAT(
      [] {
        return MetaMessage("set_tempo", {{"tempo", 1.0}});
      },
      ThrowsMessage<ValueError>("attribute must be an integer"));
  EXPECT_THAT(
      [] {
        return MetaMessage("text", {{"text", 3}});
      },
      ThrowsMessage<ValueError>("attribute must be a string"));
  EXPECT_THAT(
      [] {
        return MetaMessage("text", {{"time", "x"}});
      },
      ThrowsMessage<ValueError>("time must be int or float"));
  EXPECT_THROW(MetaMessage("smpte_offset", {{"frame_rate", 26}}), ValueError);
}

TEST(MetaMessage, IsNotMadeFromTheNameOfALiveMessage) {
  EXPECT_THROW(MetaMessage("note_on"), ValueError);
  EXPECT_THROW(MetaMessage("packet"), ValueError);
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

// As files have it; by the original's table.
TEST(KeySignature, IsTheNumberOfSharpsAndTheMode) {
  const std::vector<std::pair<std::string_view, std::string_view>> keys{
      {"Cb", "F9 00"}, {"Gb", "FA 00"}, {"F", "FF 00"},   {"C", "00 00"},   {"G", "01 00"},
      {"F#", "06 00"}, {"C#", "07 00"}, {"Abm", "F9 01"}, {"Ebm", "FA 01"}, {"Dm", "FF 01"},
      {"Am", "00 01"}, {"Em", "01 01"}, {"F#m", "03 01"}, {"A#m", "07 01"}};
  for (const auto& [key, hex] : keys) {
    const MetaMessage message(KeySignature{.key = checked(key)});
    EXPECT_EQ(message.hex(), "FF 59 02 " + std::string(hex));
    EXPECT_EQ(message["key"], key);
  }
}

struct InvalidPayload {
  int type_byte;
  Bytes data;
};

void PrintTo(const InvalidPayload& invalid, std::ostream* out) {
  *out << invalid.type_byte << ' ' << ::testing::PrintToString(invalid.data);
}

class InvalidPayloads : public ::testing::TestWithParam<InvalidPayload> {};

INSTANTIATE_TEST_SUITE_P(
    , InvalidPayloads,
    ::testing::Values(InvalidPayload{0x51, {1, 2}}, InvalidPayload{0x51, {1, 2, 3, 4}},
                      InvalidPayload{0x51, {}}, InvalidPayload{0x2F, {1}},
                      InvalidPayload{0x00, {1}}, InvalidPayload{0x20, {}},
                      InvalidPayload{0x54, {0x80, 0, 0, 0, 0}},
                      InvalidPayload{0x54, {0, 60, 0, 0, 0}},
                      InvalidPayload{0x54, {0, 0, 60, 0, 0}},
                      InvalidPayload{0x54, {0, 0, 0, 0, 100}}, InvalidPayload{0x58, {1, 2, 3}},
                      InvalidPayload{0x59, {8, 0}}, InvalidPayload{0x59, {0xF8, 0}},
                      InvalidPayload{0x59, {0, 2}}, InvalidPayload{0x51, Bytes(1000, 1)}));

TEST_P(InvalidPayloads, AreKeptAsUnknownMeta) {
  const auto& [type_byte, data] = GetParam();
  const UnknownMeta unknown{.type_byte = checked(type_byte), .data = data};
  const MetaMessage message = unknown;
  EXPECT_EQ(message.type(), "unknown_meta");
  EXPECT_EQ(message.get<UnknownMeta>(), unknown);
  EXPECT_EQ(message["type_byte"], type_byte);
  EXPECT_EQ(message["data"], data);
  EXPECT_EQ(message.copy({{"time", 1}}), MetaMessage(unknown, 1));
  EXPECT_FALSE(message.is<SetTempo>());
  EXPECT_FALSE(message.get_if<TimeSignature>().has_value());
  bool seen = false;
  message.visit([&]<class T>(const T&) { seen = std::same_as<T, UnknownMeta>; });
  EXPECT_TRUE(seen);
}

// As some files have it, and the original.
TEST(MetaMessage, MayBeEmptyWhereThatMeansZero) {
  const MetaMessage number = UnknownMeta{.type_byte = 0x00};
  EXPECT_EQ(number.get<SequenceNumber>(), SequenceNumber{});
  EXPECT_EQ(number.hex(), "FF 00 00");
  const MetaMessage port = UnknownMeta{.type_byte = 0x21};
  EXPECT_EQ(port.get<MidiPort>(), MidiPort{});
}

TEST(UnknownMeta, IsOfAKnownTypeWhenThereIsOne) {
  const MetaMessage message = UnknownMeta{.type_byte = 0x51, .data = {7, 0xA1, 0x20}};
  EXPECT_EQ(message, MetaMessage(SetTempo{.tempo = 500000}));
  EXPECT_FALSE(message.is<UnknownMeta>());
}

TEST(UnknownMeta, IsMadeByName) {
  const MetaMessage message("unknown_meta", {{"type_byte", 0x60}, {"data", Bytes{1, 2}}});
  EXPECT_EQ(message, MetaMessage(UnknownMeta{.type_byte = 0x60, .data = {1, 2}}));
  EXPECT_EQ(message.hex(), "FF 60 02 01 02");
}

TEST(MetaMessage, RefusesMoreThanAFileCanHold) {
  // Never touched, so that it takes no memory.
  constexpr std::size_t size = std::size_t{1} << 28;
  const auto bytes = std::make_unique_for_overwrite<std::uint8_t[]>(size);
  EXPECT_THAT(
      [&] {
        return detail::encode_meta(0x7F, {bytes.get(), size});
      },
      ThrowsMessage<ValueError>("a meta message holds at most 268435455 bytes"));
}

TEST(MetaMessage, IsStillOneAfterItWasMovedFrom) {
  for (const MetaMessage& original :
       {MetaMessage(SetTempo{}), MetaMessage(Text{.text = std::string(100, 'x')}),
        MetaMessage(UnknownMeta{.type_byte = 0x51, .data = Bytes(100, 1)}, 0.5)}) {
    MetaMessage source = original;
    const MetaMessage taken = std::move(source);
    EXPECT_EQ(taken, original);
    // NOLINTNEXTLINE(bugprone-use-after-move): that is what is tested.
    EXPECT_EQ(source.type(), original.type());
    EXPECT_TRUE(source.is_meta());
    EXPECT_EQ(source.type_byte(), original.type_byte());
  }
}

}  // namespace
}  // namespace mido
