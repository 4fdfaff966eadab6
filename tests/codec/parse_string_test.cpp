// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <locale>
#include <sstream>
#include <string>
#include <vector>

#include "mido/codec/text.hpp"
#include "support/every_type.hpp"

namespace mido {
namespace {

using testing::edge_messages;
using ::testing::ThrowsMessage;

const std::vector<Time>& times() {
  static const std::vector<Time> all{0,
                                     -1,
                                     std::numeric_limits<std::int64_t>::max(),
                                     std::numeric_limits<std::int64_t>::min(),
                                     0.5,
                                     1.0,
                                     -0.0,
                                     1e-5,
                                     1e300,
                                     std::numeric_limits<double>::denorm_min(),
                                     std::numeric_limits<double>::infinity(),
                                     -std::numeric_limits<double>::infinity(),
                                     std::numeric_limits<double>::quiet_NaN()};
  return all;
}

template <class T>
class EveryLiveText : public ::testing::Test {};
TYPED_TEST_SUITE(EveryLiveText, testing::EveryLiveType, testing::NameOfType);

TYPED_TEST(EveryLiveText, ReadsBackAsTheSameMessage) {
  for (const TypeParam& value : edge_messages<TypeParam>()) {
    const Message message(value, 7);
    EXPECT_EQ(parse_string(to_string(message)), message);
    EXPECT_EQ(Message::from_string(to_string(message)), message);
    EXPECT_EQ(parse_string(format_as_string(message, false)), Message(value));
  }
}

TYPED_TEST(EveryLiveText, HasItsDefaultsWhenItIsOnlyAName) {
  EXPECT_EQ(parse_string(TypeParam::type), Message(TypeParam{}));
}

TYPED_TEST(EveryLiveText, ReadsBackWithEveryTime) {
  for (const Time time : times()) {
    const std::string text = to_string(Message(TypeParam{}, time));
    EXPECT_EQ(to_string(parse_string(text)), text);
    EXPECT_EQ(parse_string(text).time().is_float(), time.is_float()) << text;
  }
}

// The manual: "Only these characters will ever occur"; a minus it forgets.
TYPED_TEST(EveryLiveText, HasOnlyTheCharactersOfTheManual) {
  for (const TypeParam& value : edge_messages<TypeParam>()) {
    const std::string text = to_string(Message(value, -0.5));
    EXPECT_EQ(text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789 =_.+(),-"),
              std::string::npos)
        << text;
  }
}

TEST(FormatAsString, LeavesOutTheTimeOnRequest) {
  const Message message(ControlChange{.channel = 9, .control = 1, .value = 122}, 60);
  EXPECT_EQ(format_as_string(message), "control_change channel=9 control=1 value=122 time=60");
  EXPECT_EQ(format_as_string(message, false), "control_change channel=9 control=1 value=122");
  EXPECT_EQ(format_as_string(Clock{}, false), "clock");
}

TEST(ParseString, IgnoresExtraWhitespaceAndTheOrder) {
  const Message expected(ControlChange{.control = 1, .value = 122}, 0.5);
  EXPECT_EQ(parse_string("  control_change \t control=1  value=122 time=0.5\r\n"), expected);
  EXPECT_EQ(parse_string("control_change time=.5 value=122 channel=0 control=1"), expected);
}

TEST(ParseString, ReadsNumbersAsTheOriginalDoes) {
  EXPECT_EQ(parse_string("note_on note=+5 time=+1"), Message(NoteOn{.note = 5}, 1));
  EXPECT_EQ(parse_string("note_on note=007"), Message(NoteOn{.note = 7}));
  EXPECT_EQ(parse_string("pitchwheel pitch=-8192 time=1e3"),
            Message(PitchWheel{.pitch = -8192}, 1000.0));
  EXPECT_TRUE(parse_string("clock time=1.").time().is_float());
}

struct CommaForPoint : std::numpunct<char> {
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return '.'; }
  std::string do_grouping() const override { return "\3"; }
};

TEST(ParseString, IsTheSameInEveryLocale) {
  const std::string text = "pitchwheel channel=0 pitch=-8192 time=1234567.5";
  const std::locale before = std::locale::global(std::locale({}, new CommaForPoint));
  EXPECT_EQ(to_string(parse_string(text)), text);
  std::ostringstream out;
  out << parse_string(text) << parse_string(text)["pitch"];
  EXPECT_EQ(out.str(), text + "-8192");
  std::locale::global(before);
}

struct BadText {
  std::string text;
  std::string error;
};

void PrintTo(const BadText& bad, std::ostream* out) { *out << bad.text; }

class NoMessageText : public ::testing::TestWithParam<BadText> {};

INSTANTIATE_TEST_SUITE_P(
    OriginalWords, NoMessageText,
    ::testing::Values(BadText{"xx", "Unknown message type 'xx'"},
                      BadText{"note_on foo=1", "note_on message has no attribute foo"},
                      BadText{"note_on =5", "note_on message has no attribute "},
                      BadText{"clock note=1", "clock message has no attribute note"},
                      BadText{"note_on note=128", "data byte must be in range 0..127"},
                      BadText{"note_on channel=-1", "channel must be in range 0..15"},
                      BadText{"sysex data=(300)", "data byte must be in range 0..127"},
                      BadText{"sysex data=(-1)", "data byte must be in range 0..127"},
                      BadText{"sysex data=(128)", "data byte must be in range 0..127"},
                      BadText{"sysex data=5", "missing parentheses in data message"},
                      BadText{"sysex data=(1,2", "missing parentheses in data message"},
                      BadText{"sysex data=(", "missing parentheses in data message"},
                      BadText{"sysex data=", "missing parentheses in data message"},
                      BadText{"sysex data=(1,,2)", "unable to parse data bytes"},
                      BadText{"sysex data=(1,)", "unable to parse data bytes"},
                      BadText{"sysex data=(a)", "unable to parse data bytes"},
                      BadText{"sysex data=(99999999999)", "unable to parse data bytes"},
                      BadText{"note_on time=x", "invalid time 'x'"},
                      BadText{"note_on time=", "invalid time ''"}));

INSTANTIATE_TEST_SUITE_P(
    OwnWords, NoMessageText,
    ::testing::Values(BadText{"", "a text without a message type"},
                      BadText{" \t\n", "a text without a message type"},
                      BadText{"set_tempo", "Unknown message type 'set_tempo'"},
                      BadText{"packet", "Unknown message type 'packet'"},
                      BadText{"note_on note", "missing '=' in 'note'"},
                      BadText{"note_on note=x", "invalid note 'x'"},
                      BadText{"note_on note=1 note=1", "note appears twice"},
                      BadText{"note_on note=1.5", "attribute must be an integer"},
                      BadText{"note_on note=(1)", "attribute must be an integer"},
                      BadText{"note_on note=\"1\"", "attribute must be an integer"},
                      BadText{"note_on note=\"1", "a text without its closing quote"},
                      BadText{"note_on note=\"1\"2", "missing space after the text of note"},
                      BadText{"note_on time=\"1\"", "time must be int or float"},
                      BadText{"note_on time=1_0", "invalid time '1_0'"},
                      BadText{"note_on time=+-1", "invalid time '+-1'"},
                      BadText{"note_on time=0x10", "invalid time '0x10'"},
                      BadText{"note_on time=nan(1)", "invalid time 'nan(1)'"},
                      BadText{"note_on time=9223372036854775808",
                              "invalid time '9223372036854775808'"},
                      BadText{"note_on time=1e999", "invalid time '1e999'"},
                      BadText{"note_on time=\x1b[31m", "invalid time '\\x1b[31m'"},
                      BadText{"\x1b[31m", "invalid name '\\x1b[31m'"},
                      BadText{"clock \xff=1", "invalid name '\xC3\xBF'"}));

TEST(ParseString, RefusesAHundredThousandWordsSoon) {
  std::string text = "note_on";
  for (int i = 0; i < 100000; ++i) text += " a" + std::to_string(i) + "=1";
  EXPECT_THAT([&] { return parse_string(text); },
              ThrowsMessage<ValueError>("a text of too many words"));
}

TEST_P(NoMessageText, IsRefused) {
  const auto thrown = ThrowsMessage<ValueError>(GetParam().error);
  EXPECT_THAT([] { return parse_string(GetParam().text); }, thrown);
  EXPECT_THAT([] { return Message::from_string(GetParam().text); }, thrown);
}

}  // namespace
}  // namespace mido
