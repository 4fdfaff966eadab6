// SPDX-License-Identifier: MIT
#include "mido/messages/track_event.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <concepts>
#include <functional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "mido/codec/text.hpp"

namespace mido {
namespace {

static_assert(sizeof(TrackEvent) == 16);
static_assert(sizeof(TrackEvent) == sizeof(Message));
static_assert(std::is_nothrow_move_constructible_v<TrackEvent>);
static_assert(!std::is_convertible_v<TrackEvent, Message>);
static_assert(!std::is_convertible_v<TrackEvent, MetaMessage>);

Packet long_packet() { return {.starts_sysex = true, .data = Bytes(100, 7)}; }

TEST(TrackEvent, IsMadeFromAnyMessage) {
  const Message note(NoteOn{.note = 60}, 10);
  const MetaMessage tempo(SetTempo{.tempo = 400000}, 0.5);
  EXPECT_EQ(TrackEvent(note), note);
  EXPECT_EQ(TrackEvent(tempo), tempo);
  EXPECT_EQ(TrackEvent(NoteOn{.note = 60}, 10), note);
  EXPECT_EQ(TrackEvent(SetTempo{.tempo = 400000}, 0.5), tempo);
  const std::vector<TrackEvent> track{note, tempo, long_packet(), EndOfTrack{}};
  EXPECT_EQ(track.size(), 4U);
}

TEST(TrackEvent, GivesTheMessageBackThatItIs) {
  const TrackEvent live(NoteOn{.note = 60}, 10);
  EXPECT_EQ(live.message(), Message(NoteOn{.note = 60}, 10));
  EXPECT_FALSE(live.meta_message().has_value());
  const TrackEvent meta(SetTempo{}, 0.5);
  EXPECT_EQ(meta.meta_message(), MetaMessage(SetTempo{}, 0.5));
  EXPECT_FALSE(meta.message().has_value());
  const TrackEvent packet = long_packet();
  EXPECT_FALSE(packet.message().has_value());
  EXPECT_FALSE(packet.meta_message().has_value());
}

TEST(TrackEvent, TellsAResetFromAMetaMessage) {
  const TrackEvent reset = Reset{};
  EXPECT_EQ(reset.type(), "reset");
  EXPECT_FALSE(reset.is_meta());
  EXPECT_NE(reset, TrackEvent(SequenceNumber{}));
  EXPECT_NE(TrackEvent(UnknownMeta{.type_byte = 0xF0}), TrackEvent(Packet{.starts_sysex = true}));
}

TEST(TrackEvent, IsCopiedWithOtherAttributes) {
  EXPECT_EQ(TrackEvent(NoteOn{}, 5).copy({{"note", 1}}), TrackEvent(NoteOn{.note = 1}, 5));
  EXPECT_EQ(TrackEvent(SetTempo{}).copy({{"time", 9}}), TrackEvent(SetTempo{}, 9));
  EXPECT_EQ(TrackEvent(Packet{}).copy({{"starts_sysex", 1}, {"data", Bytes(100, 7)}}),
            TrackEvent(long_packet()));
  EXPECT_THROW(static_cast<void>(TrackEvent(Packet{}).copy({{"note", 1}})), ValueError);
}

TEST(TrackEvent, ShowsWhatItIsMadeOf) {
  EXPECT_EQ(TrackEvent(NoteOn{.channel = 3}).code(), 0x93);
  EXPECT_EQ(TrackEvent(SetTempo{}).code(), 0x51);
  EXPECT_EQ(TrackEvent(long_packet()).code(), 0xF0);
  EXPECT_EQ(TrackEvent(Packet{}).code(), 0xF7);
  const TrackEvent event = NoteOn{.note = 1, .velocity = 2};
  EXPECT_TRUE(std::ranges::equal(event.data(), Bytes{0x90, 1, 2}));
}

TEST(TrackEvent, IsVisitedAsOneOfItsStructs) {
  const auto name_of = [](const TrackEvent& event) {
    std::string name;
    event.visit([&]<class T>(const T&) { name += T::type; });
    return name;
  };
  EXPECT_EQ(name_of(Clock{}), "clock");
  EXPECT_EQ(name_of(EndOfTrack{}), "end_of_track");
  EXPECT_EQ(name_of(UnknownMeta{.type_byte = 0x60}), "unknown_meta");
  EXPECT_EQ(name_of(Packet{}), "packet");
}

TEST(Packet, IsKeptWhateverItsBytesAre) {
  for (const bool starts_sysex : {false, true}) {
    for (const std::size_t size : {0U, 1U, 5U, 6U, 7U, 8U, 300U}) {
      const Packet packet{.starts_sysex = starts_sysex, .data = Bytes(size, 0xF7)};
      const TrackEvent event(packet, 3);
      EXPECT_EQ(event.type(), "packet");
      EXPECT_TRUE(event.is<Packet>());
      EXPECT_FALSE(event.is<Sysex>());
      EXPECT_EQ(event.get<Packet>(), packet);
      EXPECT_EQ(event["data"], packet.data);
      EXPECT_EQ(event["starts_sysex"], starts_sysex ? 1 : 0);
      EXPECT_EQ(event.copy({}), event);
    }
  }
}

TEST(Packet, SendsItsBytesAndTheF0ThatStartsASysex) {
  EXPECT_EQ(TrackEvent(Packet{.starts_sysex = true, .data = {1, 2}}).hex(), "F0 01 02");
  EXPECT_EQ(TrackEvent(Packet{.data = {1, 0xF7}}).hex(), "01 F7");
  EXPECT_EQ(TrackEvent(Packet{}).hex(), "");
}

TEST(TrackEvent, IsStillOneAfterItWasMovedFrom) {
  for (const TrackEvent& original : {TrackEvent(Clock{}), TrackEvent(long_packet()),
                                     TrackEvent(Text{.text = std::string(9, 'x')})}) {
    TrackEvent source = original;
    const TrackEvent taken = std::move(source);
    EXPECT_EQ(taken, original);
    // NOLINTNEXTLINE(bugprone-use-after-move): that is what is tested.
    EXPECT_EQ(source.type(), original.type());
    source.visit([](const auto&) {});
    source = taken;
    EXPECT_EQ(source, original);
  }
}

TEST(TrackEvent, TakesOverAMessageThatIsMovedIn) {
  Message sysex(Sysex{.data = {1, 2, 3, 4, 5, 6, 7, 8, 9}}, 4);
  const std::uint8_t* bytes = sysex.wire().data();
  const TrackEvent event = std::move(sysex);
  EXPECT_EQ(event.data().data(), bytes);
  EXPECT_EQ(event.time(), 4);
}

}  // namespace
}  // namespace mido
