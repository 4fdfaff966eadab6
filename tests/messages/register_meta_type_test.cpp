// SPDX-License-Identifier: MIT
#include "mido/messages/register_meta_type.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <concepts>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <vector>

#include "mido/codec/event_text.hpp"
#include "mido/codec/text.hpp"
#include "mido/messages/track_event.hpp"

// As a user would have it.
namespace studio {

// The manual, "Implementing New Meta Messages".
struct LightColor {
  static constexpr std::string_view type = "light_color";
  static constexpr std::uint8_t type_byte = 0xF0;
  static constexpr std::size_t size = 3;
  mido::MetaByte r = 0;
  mido::MetaByte g = 0;
  mido::MetaByte b = 0;
  static constexpr auto fields() {
    return std::tuple{mido::field("r", &LightColor::r, {.shift = 16, .width = 8}),
                      mido::field("g", &LightColor::g, {.shift = 8, .width = 8}),
                      mido::field("b", &LightColor::b, {.shift = 0, .width = 8})};
  }
};

struct Note {
  static constexpr std::string_view type = "studio_note";
  static constexpr std::uint8_t type_byte = 0xF1;
  std::string text = "nothing";
  static constexpr auto fields() {
    return std::tuple{mido::field("text", &Note::text, mido::whole_payload)};
  }
};

struct LevelTag {
  static constexpr std::string_view label = "level";
};

// A range of its own, eight bytes, and bits that nobody uses.
struct Level {
  static constexpr std::string_view type = "level";
  static constexpr std::uint8_t type_byte = 0xF2;
  static constexpr std::size_t size = 8;
  mido::Bounded<LevelTag, -10, 100> level = 0;
  static constexpr auto fields() {
    return std::tuple{mido::field("level", &Level::level, {.shift = 55, .width = 8})};
  }
};

template <int>
struct Rival : Level {
  static constexpr std::string_view type = "rival";
  static constexpr std::uint8_t type_byte = 0xF3;
};
struct SecondRival : Level {
  static constexpr std::string_view type = "second_rival";
  static constexpr std::uint8_t type_byte = 0xF3;
};

// Names and bytes that others have.
struct NamedLikeALiveType : Level {
  static constexpr std::string_view type = "note_on";
};
struct NamedLikeAMetaType : Level {
  static constexpr std::string_view type = "set_tempo";
};
struct NamedLikeTheUnknown : Level {
  static constexpr std::string_view type = "unknown_meta";
  static constexpr std::uint8_t type_byte = 0;
};
struct OwnPrefix {
  static constexpr std::string_view type = "own_prefix";
  static constexpr std::uint8_t type_byte = mido::ChannelPrefix::type_byte;
  static constexpr std::size_t size = 1;
  mido::MetaByte group = 0;
  static constexpr auto fields() {
    return std::tuple{mido::field("group", &OwnPrefix::group, {.shift = 0, .width = 8})};
  }
};

}  // namespace studio

namespace mido {
namespace {

using studio::LightColor;
using ::testing::ElementsAre;
using ::testing::ThrowsMessage;

// Never registered.
struct Private : LightColor {
  static constexpr std::string_view type = "private";
  static constexpr std::uint8_t type_byte = 0xF7;
};

TEST(OwnMetaType, WorksByItsStructWithoutBeingRegistered) {
  const MetaMessage message(Private{{.r = 120, .g = 60, .b = 10}}, 5);
  EXPECT_EQ(message.hex(), "FF F7 03 78 3C 0A");
  EXPECT_TRUE(message.is<Private>());
  EXPECT_FALSE(message.is<SetTempo>());
  EXPECT_EQ(message.get<Private>().g, 60);
  EXPECT_EQ(TrackEvent(Private{}).get<Private>().g, 0);
  EXPECT_FALSE(MetaMessage(UnknownMeta{.type_byte = 0xF7, .data = {1}}).is<Private>());
  EXPECT_EQ(message.type(), "unknown_meta");
  EXPECT_THROW(MetaMessage("private"), ValueError);
}

TEST(OwnMetaType, IsKnownByNameWhenRegistered) {
  register_meta_type<LightColor>();
  const MetaMessage message("light_color", {{"r", 120}, {"g", 60}, {"time", 5}});
  EXPECT_EQ(message, MetaMessage(LightColor{.r = 120, .g = 60}, 5));
  EXPECT_EQ(message.type(), "light_color");
  EXPECT_EQ(message["g"], 60);
  EXPECT_EQ(message.attributes().size(), 3U);
  EXPECT_EQ(message.copy({{"b", 10}}).get<LightColor>().b, 10);
  EXPECT_FALSE(message.is<UnknownMeta>());
  EXPECT_EQ(to_string(message), "MetaMessage('light_color', r=120, g=60, b=0, time=5)");
  EXPECT_EQ(format_event(message), "light_color r=120 g=60 b=0 time=5");
  EXPECT_EQ(parse_event("light_color time=5 r=120 g=60"), message);
  EXPECT_EQ(MetaMessage::from_bytes(message.bytes(), 5), message);
  EXPECT_THAT(
      [] {
        return MetaMessage("light_color", {{"r", 256}});
      },
      ThrowsMessage<ValueError>("attribute must be in range 0..255"));
  EXPECT_THAT(
      [] {
        return MetaMessage("light_color", {{"a", 1}});
      },
      ThrowsMessage<ValueError>("light_color message has no attribute a"));
  EXPECT_THROW(Message("light_color"), ValueError);
}

TEST(OwnMetaType, IsUnknownWhereThePayloadIsNoneOfIts) {
  register_meta_type<LightColor>();
  const MetaMessage message = UnknownMeta{.type_byte = 0xF0, .data = {1, 2}};
  EXPECT_EQ(message.type(), "unknown_meta");
  EXPECT_FALSE(message.is<LightColor>());
  EXPECT_FALSE(detail::is_valid_meta(0xF0, Bytes{1, 2}));
  EXPECT_TRUE(detail::is_valid_meta(0xF0, Bytes{1, 2, 3}));
  EXPECT_EQ(parse_event(format_event(message)), message);
}

TEST(OwnMetaType, IsVisitedAsUnknownMeta) {
  register_meta_type<LightColor>();
  std::vector<std::string_view> types;
  const auto visitor = [&]<class T>(const T& value) {
    types.push_back(T::type);
    if constexpr (std::same_as<T, UnknownMeta>) {
      EXPECT_EQ(value.data, (Bytes{1, 2, 3}));
    }
  };
  const MetaMessage message = LightColor{.r = 1, .g = 2, .b = 3};
  message.visit(visitor);
  TrackEvent(message).visit(visitor);
  EXPECT_THAT(types, ElementsAre("unknown_meta", "unknown_meta"));
}

TEST(OwnMetaType, MayBeATextOfAnyLength) {
  register_meta_type<studio::Note>();
  EXPECT_EQ(MetaMessage("studio_note").get<studio::Note>().text, "nothing");
  const std::string text(1000, '\xE9');
  const MetaMessage message("studio_note", {{"text", text}});
  EXPECT_EQ(message.get<studio::Note>().text, text);
  EXPECT_EQ(parse_event(format_event(message)), message);
}

TEST(OwnMetaType, MayHaveARangeOfItsOwn) {
  register_meta_type<studio::Level>();
  EXPECT_EQ(MetaMessage("level", {{"level", -10}}).hex(), "FF F2 08 00 00 00 00 00 00 00 00");
  EXPECT_EQ(MetaMessage("level", {{"level", 100}}).hex(), "FF F2 08 37 00 00 00 00 00 00 00");
  EXPECT_THAT(
      [] {
        return MetaMessage("level", {{"level", 101}});
      },
      ThrowsMessage<ValueError>("level must be in range -10..100"));
  EXPECT_THROW(MetaMessage::from_hex("FF F2 08 37 00 00 00 00 00 00 01"), ValueError);
}

TEST(RegisterMetaType, MayBeDoneTwice) {
  register_meta_type<LightColor>();
  register_meta_type<LightColor>();
  EXPECT_EQ(MetaMessage(LightColor{}).type(), "light_color");
}

TEST(RegisterMetaType, GivesATypeByteToTheLastOne) {
  register_meta_type<studio::Rival<0>>();
  const MetaMessage message = studio::Rival<0>{};
  EXPECT_EQ(message.type(), "rival");
  register_meta_type<studio::SecondRival>();
  EXPECT_EQ(message.type(), "second_rival");
  EXPECT_TRUE(message.is<studio::Rival<0>>());
  EXPECT_THROW(MetaMessage("rival"), ValueError);
}

TEST(RegisterMetaType, MayReplaceABuiltInType) {
  const MetaMessage message = ChannelPrefix{.channel = 3};
  register_meta_type<studio::OwnPrefix>();
  EXPECT_EQ(message.type(), "own_prefix");
  EXPECT_EQ(message["group"], 3);
  EXPECT_EQ(message.get<ChannelPrefix>().channel, 3);
  EXPECT_EQ(MetaMessage("channel_prefix", {{"channel", 3}}), message);
  EXPECT_EQ(parse_event(format_event(message)), message);
  register_meta_type<ChannelPrefix>();
  EXPECT_EQ(message.type(), "channel_prefix");
  EXPECT_THROW(MetaMessage("own_prefix"), ValueError);
}

TEST(RegisterMetaType, RefusesANameThatIsTaken) {
  EXPECT_THAT([] { register_meta_type<studio::NamedLikeALiveType>(); },
              ThrowsMessage<ValueError>("another message type is named 'note_on'"));
  EXPECT_THAT([] { register_meta_type<studio::NamedLikeAMetaType>(); },
              ThrowsMessage<ValueError>("another message type is named 'set_tempo'"));
  EXPECT_THAT([] { register_meta_type<studio::NamedLikeTheUnknown>(); },
              ThrowsMessage<ValueError>("another message type is named 'unknown_meta'"));
  EXPECT_EQ(MetaMessage(SequenceNumber{}).type(), "sequence_number");
}

TEST(RegisterMetaType, MayBeDoneWhileOthersLookTypesUp) {
  register_meta_type<studio::Rival<0>>();
  const MetaMessage message = studio::Rival<0>{};
  std::vector<std::jthread> threads;
  for (int i = 0; i < 2; ++i) {
    threads.emplace_back([] {
      for (int turn = 0; turn < 200; ++turn) {
        register_meta_type<studio::SecondRival>();
        register_meta_type<studio::Rival<0>>();
      }
    });
  }
  for (int turn = 0; turn < 2000; ++turn) {
    const auto type = message.type();
    ASSERT_TRUE(type == "rival" || type == "second_rival") << type;
  }
}

TEST(RegisterMetaType, TakesNoNameThatATextCannotHave) {
  static_assert(detail::is_name("light_color2"));
  static_assert(!detail::is_name(""));
  static_assert(!detail::is_name("light color"));
  static_assert(!detail::is_name("Light"));
  static_assert(!detail::is_name("a=b"));
}

}  // namespace
}  // namespace mido
