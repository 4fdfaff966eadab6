// SPDX-License-Identifier: MIT
#include "cli/text_lines.hpp"

#include <gmock/gmock.h>

namespace mido::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(WordsOf, EndAtBlanksAndComments) {
  EXPECT_THAT(words_of("  note_on\tnote=60  # middle C\r"), ElementsAre("note_on", "note=60"));
  EXPECT_THAT(words_of("key_signature key=F#m"), ElementsAre("key_signature", "key=F#m"));
  EXPECT_THAT(words_of("# nothing"), IsEmpty());
  EXPECT_THAT(words_of(""), IsEmpty());
}

TEST(WordsOf, KeepWhatIsQuoted) {
  EXPECT_THAT(words_of(R"(text text="a \" # b" time=0)"),
              ElementsAre("text", R"(text="a \" # b")", "time=0"));
  EXPECT_THAT(words_of(R"(text text="open # b)"), ElementsAre("text", R"(text="open # b)"));
}

TEST(NumberOf, ReadsDecimalAndHexadecimal) {
  EXPECT_EQ(number_of("480"), 480U);
  EXPECT_EQ(number_of("0xE728"), 0xE728U);
  for (const auto* none : {"", "0x", "-1", "4x", "1e3", "99999999999"}) {
    EXPECT_EQ(number_of(none), std::nullopt) << none;
  }
}

TEST(TextLines, CountThemselves) {
  TextLines lines("one\n\nthree");
  EXPECT_EQ(lines.next(), "one");
  EXPECT_EQ(lines.next(), "");
  EXPECT_EQ(lines.next(), "three");
  EXPECT_EQ(lines.number(), 3U);
  EXPECT_EQ(lines.next(), std::nullopt);
}

}  // namespace
}  // namespace mido::cli
