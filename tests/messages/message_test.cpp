// SPDX-License-Identifier: MIT
#include "mido/messages/message.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "mido/codec/text.hpp"
#include "mido/messages/meta_message.hpp"

namespace mido {
namespace {

using ::testing::ThrowsMessage;

static_assert(sizeof(Message) == 16);
static_assert(std::is_nothrow_move_constructible_v<Message>);
static_assert(std::is_nothrow_move_assignable_v<Message>);
static_assert(std::is_nothrow_copy_constructible_v<Message>);
static_assert(std::is_convertible_v<NoteOn, Message>);
static_assert(!std::is_convertible_v<MetaMessage, Message>);
static_assert(!std::is_convertible_v<SetTempo, Message>);

Bytes long_bytes() { return Bytes(1000, 0x55); }

TEST(Message, IsMadeFromAStruct) {
  const Message message(NoteOn{.channel = 2, .note = 60}, 32);
  EXPECT_EQ(message.type(), "note_on");
  EXPECT_EQ(message.time(), 32);
  EXPECT_EQ(message.get<NoteOn>(), (NoteOn{.channel = 2, .note = 60, .velocity = 64}));
}

TEST(Message, IsMadeByName) {
  const Message message("note_on", {{"note", 100}, {"velocity", 3}, {"time", 6.2}});
  EXPECT_EQ(to_string(message), "note_on channel=0 note=100 velocity=3 time=6.2");
}

TEST(Message, NamesAnUnknownType) {
  const auto thrown = ThrowsMessage<ValueError>("Unknown message type 'x'");
  EXPECT_THAT([] { return Message("x"); }, thrown);
  EXPECT_THAT([] { return MetaMessage("x"); }, thrown);
  EXPECT_THROW(Message(""), ValueError);
  EXPECT_THROW(Message("NOTE_ON"), ValueError);
  EXPECT_THROW(Message("set_tempo"), ValueError);
  EXPECT_THROW(Message("packet"), ValueError);
}

TEST(Message, NamesAnUnknownAttribute) {
  const auto thrown = ThrowsMessage<ValueError>("note_on message has no attribute foo");
  EXPECT_THAT([] { return Message("note_on", {{"foo", 1}}); }, thrown);
  EXPECT_THAT([] { return Message("note_on").copy({{"foo", 1}}); }, thrown);
  EXPECT_THAT([] { return Message("note_on")["foo"]; }, thrown);
  EXPECT_THROW(Message("note_on", {{"type", "note_off"}}), ValueError);
}

struct BadAttribute {
  const char* type;
  const char* name;
  int value;
  const char* error;
};

void PrintTo(const BadAttribute& bad, std::ostream* out) {
  *out << bad.type << ' ' << bad.name << '=' << bad.value;
}

class OutOfRange : public ::testing::TestWithParam<BadAttribute> {};

constexpr auto* bad_channel = "channel must be in range 0..15";
constexpr auto* bad_data_byte = "data byte must be in range 0..127";
constexpr auto* bad_pitch = "pitchwheel value must be in range -8192..8191";
constexpr auto* bad_pos = "song pos must be in range 0..16383";

INSTANTIATE_TEST_SUITE_P(
    , OutOfRange,
    ::testing::Values(
        BadAttribute{"note_on", "channel", 16, bad_channel},
        BadAttribute{"note_on", "channel", -1, bad_channel},
        BadAttribute{"note_on", "channel", 256, bad_channel},
        BadAttribute{"note_off", "note", 128, bad_data_byte},
        BadAttribute{"note_on", "velocity", -1, bad_data_byte},
        BadAttribute{"polytouch", "value", 128, bad_data_byte},
        BadAttribute{"control_change", "control", 128, bad_data_byte},
        BadAttribute{"control_change", "value", 128, bad_data_byte},
        BadAttribute{"program_change", "program", 128, bad_data_byte},
        BadAttribute{"aftertouch", "value", 128, bad_data_byte},
        BadAttribute{"pitchwheel", "pitch", 8192, bad_pitch},
        BadAttribute{"pitchwheel", "pitch", -8193, bad_pitch},
        BadAttribute{"songpos", "pos", 16384, bad_pos}, BadAttribute{"songpos", "pos", -1, bad_pos},
        BadAttribute{"song_select", "song", 128, bad_data_byte},
        BadAttribute{"quarter_frame", "frame_type", 8, "frame_type must be in range 0..7"},
        BadAttribute{"quarter_frame", "frame_value", 16, "frame_value must be in range 0..15"}));

TEST_P(OutOfRange, IsRefusedInTheOriginalsWords) {
  const BadAttribute& bad = GetParam();
  const auto thrown = ThrowsMessage<ValueError>(bad.error);
  EXPECT_THAT([&] { return Message(bad.type, {{bad.name, bad.value}}); }, thrown);
  EXPECT_THAT([&] { return Message(bad.type).copy({{bad.name, bad.value}}); }, thrown);
}

TEST(Message, RefusesAttributesOfAnotherKind) {
  EXPECT_THROW(Message("note_on", {{"note", 1.0}}), ValueError);
  EXPECT_THROW(Message("note_on", {{"note", "60"}}), ValueError);
  EXPECT_THROW(Message("note_on", {{"note", Bytes{60}}}), ValueError);
  EXPECT_THROW(Message("sysex", {{"data", 1}}), ValueError);
  EXPECT_THROW(Message("sysex", {{"data", "abc"}}), ValueError);
  EXPECT_THAT(
      [] {
        return Message("sysex", {{"data", Bytes{0, 128}}});
      },
      ThrowsMessage<ValueError>(bad_data_byte));
  EXPECT_THAT(
      [] {
        return Message("note_on", {{"time", "soon"}});
      },
      ThrowsMessage<ValueError>("time must be int or float"));
}

TEST(Message, IsCopiedWithOtherAttributes) {
  const Message message(NoteOn{.channel = 3, .note = 60}, 10);
  EXPECT_EQ(message.copy({{"note", 100}, {"velocity", 127}}),
            Message(NoteOn{.channel = 3, .note = 100, .velocity = 127}, 10));
  EXPECT_EQ(message.copy({{"time", 0.5}}), Message(NoteOn{.channel = 3, .note = 60}, 0.5));
  EXPECT_EQ(message, Message(NoteOn{.channel = 3, .note = 60}, 10));
}

TEST(Message, IsCopiedWithAttributesOfAnother) {
  const auto note = Message(NoteOn{.channel = 3, .note = 60}).get<NoteOn>();
  EXPECT_EQ(Message("polytouch", {{"note", note.note}})["note"], 60);
}

TEST(Message, CountsItsTimeWhenCompared) {
  EXPECT_EQ(Message(Clock{}, 1), Message(Clock{}, 1.0));
  EXPECT_NE(Message(Clock{}, 1), Message(Clock{}, 2));
  EXPECT_NE(Message(Clock{}, std::nan("")), Message(Clock{}, std::nan("")));
}

TEST(Message, KeepsAnIntegerTimeAnIntegerAndAFloatAFloat) {
  Message message(Sysex{.data = checked(long_bytes())}, 1);
  EXPECT_EQ(to_string(message.time()), "1");
  message.set_time(1.0);
  EXPECT_EQ(to_string(message.time()), "1.0");
  EXPECT_EQ(message["time"], 1);
  EXPECT_TRUE(message["time"].is_float());
  EXPECT_EQ(message.get<Sysex>().data.size(), 1000U);
  message.set_time(2);
  EXPECT_FALSE(message.time().is_float());
  EXPECT_TRUE(message.copy({{"time", 2.0}}).time().is_float());
  EXPECT_TRUE(Message(NoteOn{}, 1.0).copy({{"note", 1}}).time().is_float());
}

TEST(Message, WorksAsAKey) {
  std::unordered_map<Message, int> counts;
  for (int i = 0; i < 3; ++i) ++counts[NoteOn{.note = 60}];
  ++counts[NoteOn{.note = 61}];
  ++counts[Sysex{.data = checked(long_bytes())}];
  ++counts[Sysex{.data = checked(long_bytes())}];
  EXPECT_EQ(counts.size(), 3U);
  EXPECT_EQ(counts[NoteOn{.note = 60}], 3);
  EXPECT_EQ(counts[Sysex{.data = checked(long_bytes())}], 2);
}

TEST(Message, SpreadsItsHashes) {
  std::unordered_set<std::size_t> hashes;
  for (int channel = 0; channel < 16; ++channel) {
    for (int note = 0; note < 128; ++note) {
      const Message message(NoteOn{.channel = checked(channel), .note = checked(note)}, note);
      hashes.insert(std::hash<Message>{}(message));
    }
  }
  EXPECT_EQ(hashes.size(), 16U * 128U);
}

TEST(Message, IsGivenAsTheTypeAskedForOrNot) {
  const Message message = NoteOn{.note = 60};
  EXPECT_TRUE(message.get_if<NoteOn>().has_value());
  EXPECT_FALSE(message.get_if<NoteOff>().has_value());
  EXPECT_FALSE(message.is<Sysex>());
  EXPECT_THAT([&] { return message.get<Sysex>(); },
              ThrowsMessage<ValueError>("note_on message is no sysex"));
}

TEST(Message, KnowsControlChanges) {
  const Message volume = ControlChange{.control = 7, .value = 100};
  EXPECT_TRUE(volume.is_cc());
  EXPECT_TRUE(volume.is_cc(7));
  EXPECT_FALSE(volume.is_cc(8));
  EXPECT_FALSE(Message(NoteOn{.note = 7}).is_cc());
  EXPECT_FALSE(Message(NoteOn{.note = 7}).is_cc(7));
  EXPECT_FALSE(Message(Clock{}).is_cc(0));
}

TEST(Message, KnowsRealTimeMessages) {
  EXPECT_TRUE(Message(Clock{}).is_realtime());
  EXPECT_TRUE(Message(Reset{}).is_realtime());
  EXPECT_TRUE(Message(ActiveSensing{}).is_realtime());
  EXPECT_FALSE(Message(TuneRequest{}).is_realtime());
  EXPECT_FALSE(Message(Sysex{}).is_realtime());
  EXPECT_FALSE(Message(NoteOn{}).is_realtime());
  EXPECT_FALSE(Message(Clock{}).is_meta());
}

TEST(Message, IsStillAMessageAfterItWasMovedFrom) {
  const std::array messages{Message(NoteOn{.note = 1}), Message(Sysex{.data = {1, 2}}),
                            Message(Sysex{.data = checked(long_bytes())}, 0.5)};
  for (const Message& original : messages) {
    Message source = original;
    const Message taken = std::move(source);
    EXPECT_EQ(taken, original);
    // NOLINTNEXTLINE(bugprone-use-after-move): that is what is tested.
    EXPECT_EQ(Message::from_bytes(source.bytes(), source.time()), source);
    EXPECT_EQ(source.type(), original.type());
    source = original;
    EXPECT_EQ(source, original);
  }
}

TEST(Message, IsItselfAfterSelfAssignment) {
  for (const Message& original :
       {Message(NoteOn{}, 0.5), Message(Sysex{.data = checked(long_bytes())}, 0.5)}) {
    Message message = original;
    Message& alias = message;
    message = alias;
    EXPECT_EQ(message, original);
    message = std::move(alias);
    EXPECT_EQ(message, original);
  }
}

TEST(Message, IsSwappedAndSortedLikeAnyValue) {
  std::vector<Message> messages;
  for (int i = 20; i > 0; --i) messages.push_back(Message(Sysex{.data = {checked(i)}}, i));
  messages.push_back(Message(Sysex{.data = checked(long_bytes())}, 0.5));
  std::ranges::sort(messages, {}, [](const Message& message) { return message.time().seconds(); });
  EXPECT_EQ(messages.front().get<Sysex>().data.size(), 1000U);
  for (int i = 1; i <= 20; ++i)
    EXPECT_EQ(messages[static_cast<std::size_t>(i)]["data"], Bytes{static_cast<std::uint8_t>(i)});
}

TEST(Message, VisitsEachMessageOnce) {
  int visits = 0;
  Message(Clock{}).visit([&](const auto&) { ++visits; });
  EXPECT_EQ(visits, 1);
}

}  // namespace
}  // namespace mido
