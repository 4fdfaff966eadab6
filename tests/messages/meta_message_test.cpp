// SPDX-License-Identifier: MIT
#include "mido/messages/meta_message.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <concepts>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "mido/codec/text.hpp"

namespace mido {
namespace {

using ::testing::ThrowsMessage;

static_assert(sizeof(MetaMessage) == 16);
static_assert(std::is_nothrow_move_constructible_v<MetaMessage>);
static_assert(!std::is_convertible_v<Message, MetaMessage>);
static_assert(!std::is_convertible_v<NoteOn, MetaMessage>);

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

TEST_P(InvalidPayloads, AreRefusedAsBytesOfAMessage) {
  const auto& [type_byte, data] = GetParam();
  const MetaMessage message = UnknownMeta{.type_byte = checked(type_byte), .data = data};
  EXPECT_THAT([&] { return MetaMessage::from_bytes(message.bytes()); },
              ThrowsMessage<ValueError>("a meta message of type " + std::to_string(type_byte) +
                                        " cannot have this payload"));
}

struct BadMetaBytes {
  Bytes bytes;
  std::string error;
};

void PrintTo(const BadMetaBytes& bad, std::ostream* out) {
  *out << ::testing::PrintToString(bad.bytes);
}

class NoMetaMessage : public ::testing::TestWithParam<BadMetaBytes> {};

constexpr auto* not_meta = "bytes does not correspond to a MetaMessage.";
constexpr auto* bad_data = "Bad data. Cannot be converted to message.";

INSTANTIATE_TEST_SUITE_P(
    , NoMetaMessage,
    ::testing::Values(BadMetaBytes{{}, not_meta}, BadMetaBytes{{0x90, 1, 2}, not_meta},
                      BadMetaBytes{{0xFE, 1, 0}, not_meta}, BadMetaBytes{{0xFF}, bad_data},
                      BadMetaBytes{{0xFF, 1}, bad_data}, BadMetaBytes{{0xFF, 1, 1}, bad_data},
                      BadMetaBytes{{0xFF, 1, 0, 1}, bad_data},
                      BadMetaBytes{{0xFF, 1, 0x80}, bad_data},
                      BadMetaBytes{{0xFF, 1, 0x80, 0x81, 1}, bad_data},
                      BadMetaBytes{{0xFF, 1, 0x80, 0x80, 0x80, 0x80, 0}, bad_data}));

TEST_P(NoMetaMessage, IsRefusedInTheOriginalsWords) {
  EXPECT_THAT([] { return MetaMessage::from_bytes(GetParam().bytes); },
              ThrowsMessage<ValueError>(GetParam().error));
}

TEST(MetaMessage, IsReadFromItsBytes) {
  const Bytes tempo{0xFF, 0x51, 3, 7, 0xA1, 0x20};
  EXPECT_EQ(MetaMessage::from_bytes(tempo, 0.5), MetaMessage(SetTempo{}, 0.5));
  EXPECT_EQ(MetaMessage::from_bytes(Bytes{0xFF, 0x60, 1, 200}, 5),
            MetaMessage(UnknownMeta{.type_byte = 0x60, .data = {200}}, 5));
}

TEST(MetaMessage, MayHaveALengthOfMoreBytesThanItNeeds) {
  EXPECT_EQ(MetaMessage::from_bytes(Bytes{0xFF, 1, 0x80, 1, 'a'}), MetaMessage(Text{.text = "a"}));
  EXPECT_EQ(MetaMessage::from_bytes(Bytes{0xFF, 1, 0x80, 0x80, 0x80, 0}), MetaMessage(Text{}));
}

TEST(MetaMessage, IsReadFromHexadecimalNumbers) {
  EXPECT_EQ(MetaMessage::from_hex("FF 51 03 07 a1 20"), MetaMessage(SetTempo{}));
  EXPECT_EQ(MetaMessage::from_hex("ff,2f,00", ",", 3), MetaMessage(EndOfTrack{}, 3));
  EXPECT_THAT([] { return MetaMessage::from_hex("FF 51 0x"); },
              ThrowsMessage<ValueError>("non-hexadecimal number found at position 7"));
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
