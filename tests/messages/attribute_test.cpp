// SPDX-License-Identifier: MIT
#include "mido/messages/attribute.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "mido/messages/message.hpp"
#include "mido/messages/meta_message.hpp"

namespace mido {
namespace {

using ::testing::ThrowsMessage;

TEST(AttributeValue, IsOneOfFourKinds) {
  EXPECT_TRUE(AttributeValue(1).is_integer());
  EXPECT_TRUE(AttributeValue(std::uint8_t{1}).is_integer());
  EXPECT_TRUE(AttributeValue(1.0F).is_float());
  EXPECT_TRUE(AttributeValue("x").is_text());
  EXPECT_TRUE(AttributeValue(std::string("x")).is_text());
  EXPECT_TRUE(AttributeValue(std::string_view("x")).is_text());
  EXPECT_TRUE(AttributeValue(Bytes{1}).is_bytes());
  EXPECT_TRUE(AttributeValue(Note(60)).is_integer());
  for (const AttributeValue& value :
       {AttributeValue(1), AttributeValue(1.0), AttributeValue("x"), AttributeValue(Bytes{})}) {
    EXPECT_EQ(value.is_integer() + value.is_float() + value.is_text() + value.is_bytes(), 1);
  }
}

TEST(AttributeValue, KeepsATimeWhatItIs) {
  EXPECT_TRUE(AttributeValue(Time(1)).is_integer());
  EXPECT_TRUE(AttributeValue(Time(1.0)).is_float());
  EXPECT_FALSE(AttributeValue(1).as_time().is_float());
  EXPECT_TRUE(AttributeValue(1.0).as_time().is_float());
}

TEST(AttributeValue, GivesItsValue) {
  EXPECT_EQ(AttributeValue(-5).as_integer(), -5);
  EXPECT_EQ(AttributeValue(0.5).as_float(), 0.5);
  EXPECT_EQ(AttributeValue(5).as_float(), 5.0);
  EXPECT_EQ(AttributeValue("x").as_text(), "x");
  EXPECT_EQ(AttributeValue(Bytes{1, 2}).as_bytes(), (Bytes{1, 2}));
  EXPECT_EQ(AttributeValue(Pitch(-8192)).as_integer(), -8192);
}

TEST(AttributeValue, RefusesToBeAnotherKind) {
  EXPECT_THAT([] { return AttributeValue(1.0).as_integer(); },
              ThrowsMessage<ValueError>("attribute must be an integer"));
  EXPECT_THAT([] { return AttributeValue("x").as_float(); },
              ThrowsMessage<ValueError>("attribute must be a number"));
  EXPECT_THAT([] { return AttributeValue(1).as_text(); },
              ThrowsMessage<ValueError>("attribute must be a string"));
  EXPECT_THAT([] { return AttributeValue("x").as_bytes(); },
              ThrowsMessage<ValueError>("attribute must be bytes"));
  EXPECT_THAT([] { return AttributeValue("x").as_time(); },
              ThrowsMessage<ValueError>("time must be int or float"));
  const auto too_large = std::numeric_limits<std::uint64_t>::max();
  EXPECT_THROW(AttributeValue{too_large}, ValueError);
}

TEST(AttributeValue, ComparesNumbersByValueAndTheRestByKind) {
  EXPECT_EQ(AttributeValue(1), AttributeValue(1.0));
  EXPECT_NE(AttributeValue(1), AttributeValue(1.5));
  EXPECT_NE(AttributeValue((std::int64_t{1} << 53) + 1), AttributeValue(9007199254740992.0));
  EXPECT_EQ(AttributeValue("a"), "a");
  EXPECT_NE(AttributeValue("1"), AttributeValue(1));
  EXPECT_NE(AttributeValue(Bytes{}), AttributeValue(""));
  EXPECT_NE(AttributeValue(Bytes{1}), AttributeValue(1));
}

TEST(AttributeValue, IsShownOnOneLine) {
  const auto shown = [](const AttributeValue& value) {
    std::ostringstream out;
    out << value;
    EXPECT_EQ(out.str(), to_string(value));
    return out.str();
  };
  EXPECT_EQ(shown(60), "60");
  EXPECT_EQ(shown(1.0), "1.0");
  EXPECT_EQ(shown(Bytes{1, 255}), "(1,255)");
  EXPECT_EQ(shown(Bytes{}), "()");
  EXPECT_EQ(shown("it's \"C\""), R"("it's \"C\"")");
  EXPECT_EQ(shown("\t\r\n\x1B"), R"("\t\r\n\x1b")");
  EXPECT_EQ(shown("\xC3\xAF\xEF"), "\"\xC3\xAF\\xef\"");
}

TEST(AttributeValue, MayBeReadFromATemporaryInALoop) {
  const MetaMessage message = SequencerSpecific{.data = Bytes(1000, 1)};
  int sum = 0;
  for (const int byte : message["data"].as_bytes()) sum += byte;
  EXPECT_EQ(sum, 1000);
  const auto& name = MetaMessage(TrackName{.name = std::string(100, 'x')})["name"].as_text();
  EXPECT_EQ(name, std::string(100, 'x'));
}

TEST(Attributes, OfAMessageReadWellInALoop) {
  std::string text;
  for (const auto& [name, value] : Message(PitchWheel{.channel = 2, .pitch = -3}).attributes()) {
    text += std::string(name) + ":" + std::to_string(value.as_integer()) + " ";
  }
  EXPECT_EQ(text, "channel:2 pitch:-3 ");
}

TEST(Attributes, AreTakenAsAListOrAVector) {
  std::vector<Attribute> list{{"note", 60}, {"velocity", 1}};
  list.push_back({"time", 0.5});
  const Message expected(NoteOn{.note = 60, .velocity = 1}, 0.5);
  EXPECT_EQ(Message("note_on", list), expected);
  EXPECT_EQ(Message("note_on", std::span<const Attribute>(list)), expected);
  EXPECT_EQ(Message("note_on").copy(expected.attributes()).copy({{"time", 0.5}}), expected);
  EXPECT_EQ(Message("note_on", {}), Message(NoteOn{}));
}

TEST(Attributes, NamedTwiceTakeTheLastValue) {
  EXPECT_EQ(Message("note_on", {{"note", 1}, {"note", 2}}), Message(NoteOn{.note = 2}));
}

}  // namespace
}  // namespace mido
