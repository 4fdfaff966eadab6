// SPDX-License-Identifier: MIT
#include "mido/messages/live_types.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "mido/codec/text.hpp"
#include "mido/messages/message.hpp"
#include "mido/messages/track_event.hpp"
#include "support/every_type.hpp"
#include "support/visited.hpp"

namespace mido {
namespace {

using testing::attribute_names;
using testing::edge_messages;

template <class T>
class EveryLiveType : public ::testing::Test {};
TYPED_TEST_SUITE(EveryLiveType, testing::EveryLiveType, testing::NameOfType);

TYPED_TEST(EveryLiveType, IsKeptByAMessage) {
  for (const TypeParam& value : edge_messages<TypeParam>()) {
    const Message message = value;
    EXPECT_TRUE(message.is<TypeParam>()) << message;
    EXPECT_EQ(message.get<TypeParam>(), value) << message;
    EXPECT_EQ(message.type(), TypeParam::type);
    EXPECT_EQ(TrackEvent(value).get<TypeParam>(), value) << message;
  }
}

TYPED_TEST(EveryLiveType, RoundTripsThroughBytes) {
  for (const TypeParam& value : edge_messages<TypeParam>()) {
    const Message message(value, 0.5);
    const Message read = Message::from_bytes(message.bytes(), 0.5);
    EXPECT_EQ(read, message);
    EXPECT_EQ(read.get<TypeParam>(), value) << message;
    EXPECT_TRUE(std::ranges::equal(message.wire(), message.bytes())) << message;
  }
}

TYPED_TEST(EveryLiveType, IsOnTheWireOneStatusByteAndDataBytes) {
  for (const TypeParam& value : edge_messages<TypeParam>()) {
    const Message message = value;
    const auto wire = message.wire();
    ASSERT_FALSE(wire.empty());
    const bool has_channel = TypeParam::status < 0xF0;
    EXPECT_EQ(wire[0] & (has_channel ? 0xF0 : 0xFF), TypeParam::status);
    const bool is_sysex = wire[0] == 0xF0;
    const auto data = wire.subspan(1, wire.size() - (is_sysex ? 2 : 1));
    EXPECT_TRUE(std::ranges::all_of(data, [](int byte) { return byte < 0x80; })) << message;
  }
}

TYPED_TEST(EveryLiveType, IsTheSameByNameAsByType) {
  EXPECT_EQ(Message(TypeParam::type), Message(TypeParam{}));
  for (const TypeParam& value : edge_messages<TypeParam>()) {
    const Message message(value, 7);
    const auto attributes = message.attributes();
    EXPECT_EQ(Message(TypeParam::type, attributes).copy({{"time", 7}}), message);
    EXPECT_EQ(Message(TypeParam{}, 7).copy(attributes), message);
    EXPECT_EQ(message.copy({}), message);
  }
}

TYPED_TEST(EveryLiveType, HasItsAttributesInOrderAndByName) {
  for (const TypeParam& value : edge_messages<TypeParam>()) {
    const Message message = value;
    std::vector<std::string_view> names;
    for (const auto& [name, attribute] : message.attributes()) {
      EXPECT_EQ(message[name], attribute) << message << ' ' << name;
      names.push_back(name);
    }
    EXPECT_EQ(names, attribute_names<TypeParam>());
  }
}

TYPED_TEST(EveryLiveType, NamesEveryAttributeInItsText) {
  for (const TypeParam& value : edge_messages<TypeParam>()) {
    const Message message(value, 3);
    const std::string text = to_string(message);
    EXPECT_TRUE(text.starts_with(std::string(TypeParam::type) + " ")) << text;
    EXPECT_TRUE(text.ends_with(" time=3")) << text;
    for (const auto name : attribute_names<TypeParam>()) {
      EXPECT_NE(text.find(" " + std::string(name) + "="), std::string::npos) << text;
      EXPECT_NE(repr(message).find(std::string(name) + "="), std::string::npos) << repr(message);
    }
    // The manual: "only these characters will ever occur", and the comma of sysex data.
    EXPECT_EQ(text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789 =_.+()-,"),
              std::string::npos)
        << text;
  }
}

TYPED_TEST(EveryLiveType, IsEqualAndHashesEqualWhenItSaysTheSame) {
  const auto values = edge_messages<TypeParam>();
  for (const TypeParam& a : values) {
    for (const TypeParam& b : values) {
      EXPECT_EQ(a == b, Message(a) == Message(b)) << Message(a) << " and " << Message(b);
      if (a == b) {
        EXPECT_EQ(std::hash<Message>{}(Message(a, 1)), std::hash<Message>{}(Message(b, 1.0)));
      }
    }
    EXPECT_NE(Message(a, 1), Message(a, 2));
    EXPECT_EQ(Message(a, 1), TrackEvent(a, 1));
    EXPECT_EQ(std::hash<Message>{}(Message(a)), std::hash<TrackEvent>{}(TrackEvent(a)));
  }
}

TYPED_TEST(EveryLiveType, IsVisitedAsItsStruct) {
  for (const TypeParam& value : edge_messages<TypeParam>()) {
    const std::vector<std::string_view> type{TypeParam::type};
    const std::vector<TrackEvent> event{value};
    const auto visited = testing::visit_of(Message(value));
    EXPECT_EQ(visited.types, type);
    EXPECT_EQ(visited.events, event);
    const auto visited_in_track = testing::visit_of(TrackEvent(value));
    EXPECT_EQ(visited_in_track.types, type);
    EXPECT_EQ(visited_in_track.events, event);
  }
}

TYPED_TEST(EveryLiveType, HasNoUnknownAttribute) {
  const Message message = TypeParam{};
  EXPECT_THROW(static_cast<void>(message["foo"]), ValueError);
  EXPECT_THROW(static_cast<void>(message.copy({{"foo", 1}})), ValueError);
}

TYPED_TEST(EveryLiveType, RefusesBytesOfAnyOtherNumber) {
  Bytes bytes = Message(TypeParam{}).bytes();
  bytes.insert(bytes.begin() + 1, 0);
  if (TypeParam::status != 0xF0) {
    EXPECT_THROW(static_cast<void>(Message::from_bytes(bytes)), ValueError);
  }
  bytes.erase(bytes.begin() + 1);
  bytes.pop_back();
  EXPECT_THROW(static_cast<void>(Message::from_bytes(bytes)), ValueError);
}

template <class... Types>
auto types_and_statuses(TypeList<Types...>) {
  return std::pair{std::set<std::string_view>{Types::type...}, std::set<int>{Types::status...}};
}

TEST(LiveTypes, AreTheManualsEighteen) {
  const auto [types, statuses] = types_and_statuses(LiveTypes{});
  EXPECT_EQ(types,
            (std::set<std::string_view>{
                "note_off", "note_on", "polytouch", "control_change", "program_change",
                "aftertouch", "pitchwheel", "sysex", "quarter_frame", "songpos", "song_select",
                "tune_request", "clock", "start", "continue", "stop", "active_sensing", "reset"}));
  EXPECT_EQ(statuses.size(), types.size());
}

struct Default {
  const char* text;
  const char* hex;
};

void PrintTo(const Default& expected, std::ostream* out) { *out << expected.text; }

class LiveDefaults : public ::testing::TestWithParam<Default> {};

// What the original says of each type without arguments.
INSTANTIATE_TEST_SUITE_P(
    , LiveDefaults,
    ::testing::Values(Default{"note_off channel=0 note=0 velocity=64 time=0", "80 00 40"},
                      Default{"note_on channel=0 note=0 velocity=64 time=0", "90 00 40"},
                      Default{"polytouch channel=0 note=0 value=0 time=0", "A0 00 00"},
                      Default{"control_change channel=0 control=0 value=0 time=0", "B0 00 00"},
                      Default{"program_change channel=0 program=0 time=0", "C0 00"},
                      Default{"aftertouch channel=0 value=0 time=0", "D0 00"},
                      Default{"pitchwheel channel=0 pitch=0 time=0", "E0 00 40"},
                      Default{"sysex data=() time=0", "F0 F7"},
                      Default{"quarter_frame frame_type=0 frame_value=0 time=0", "F1 00"},
                      Default{"songpos pos=0 time=0", "F2 00 00"},
                      Default{"song_select song=0 time=0", "F3 00"},
                      Default{"tune_request time=0", "F6"}, Default{"clock time=0", "F8"},
                      Default{"start time=0", "FA"}, Default{"continue time=0", "FB"},
                      Default{"stop time=0", "FC"}, Default{"active_sensing time=0", "FE"},
                      Default{"reset time=0", "FF"}));

TEST_P(LiveDefaults, AreTheManuals) {
  const std::string text = GetParam().text;
  const Message message(text.substr(0, text.find(' ')));
  EXPECT_EQ(to_string(message), text);
  EXPECT_EQ(message.hex(), GetParam().hex);
}

TEST(PitchWheel, SendsLowSevenBitsFirst) {
  EXPECT_EQ(Message(PitchWheel{.channel = 1, .pitch = 1}).hex(), "E1 01 40");
  EXPECT_EQ(Message(PitchWheel{.pitch = 128}).hex(), "E0 00 41");
  EXPECT_EQ(Message(PitchWheel{.pitch = -8192}).hex(), "E0 00 00");
  EXPECT_EQ(Message(PitchWheel{.pitch = 8191}).hex(), "E0 7F 7F");
  EXPECT_EQ(Message(PitchWheel{.pitch = -1}).hex(), "E0 7F 3F");
}

TEST(SongPos, SendsLowSevenBitsFirst) {
  EXPECT_EQ(Message(SongPos{.pos = 1}).hex(), "F2 01 00");
  EXPECT_EQ(Message(SongPos{.pos = 128}).hex(), "F2 00 01");
  EXPECT_EQ(Message(SongPos{.pos = 16383}).hex(), "F2 7F 7F");
}

TEST(QuarterFrame, HasItsTypeInTheHighNibble) {
  EXPECT_EQ(Message(QuarterFrame{.frame_type = 7, .frame_value = 15}).hex(), "F1 7F");
  EXPECT_EQ(Message(QuarterFrame{.frame_type = 2, .frame_value = 1}).hex(), "F1 21");
}

TEST(ChannelMessages, HaveTheirChannelInTheStatusByte) {
  EXPECT_EQ(Message(NoteOff{.channel = 15, .note = 1, .velocity = 2}).hex(), "8F 01 02");
  EXPECT_EQ(Message(NoteOn{.channel = 9, .note = 127, .velocity = 0}).hex(), "99 7F 00");
  EXPECT_EQ(Message(PolyTouch{.channel = 1, .note = 2, .value = 3}).hex(), "A1 02 03");
  EXPECT_EQ(Message(ControlChange{.channel = 1, .control = 2, .value = 3}).hex(), "B1 02 03");
  EXPECT_EQ(Message(ProgramChange{.channel = 1, .program = 2}).hex(), "C1 02");
  EXPECT_EQ(Message(Aftertouch{.channel = 1, .value = 2}).hex(), "D1 02");
}

TEST(Sysex, StandsBetweenItsTwoStatusBytes) {
  EXPECT_EQ(Message(Sysex{.data = {1, 2, 3}}).hex(), "F0 01 02 03 F7");
}

}  // namespace
}  // namespace mido
