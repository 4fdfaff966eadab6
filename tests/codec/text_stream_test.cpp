// SPDX-License-Identifier: MIT
#include "mido/codec/text_stream.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "mido/codec/text.hpp"

namespace mido {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// "3 clock time=0", or "line 3: …".
std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> result;
  for (const TextLine& line : parse_string_stream(stream)) {
    EXPECT_NE(line.message.has_value(), !line.error.empty());
    result.push_back(line.message ? std::to_string(line.number) + " " + to_string(*line.message)
                                  : line.error);
  }
  return result;
}

// The manual's example.
TEST(ParseStringStream, SkipsCommentsAndEmptyLines) {
  EXPECT_THAT(
      lines_of("# A very short song with an embedded sysex message.\n"
               "note_on channel=9 note=60 velocity=120 time=0\n"
               "# Send some data\n"
               "\n"
               "sysex data=(1,2,3) time=0.5\n"
               "  \t\r\n"
               "pitchwheel pitch=4000  # bend the note a little time=0.7\n"
               "note_off channel=9 note=60 velocity=60 time=1.0"),
      ElementsAre("2 note_on channel=9 note=60 velocity=120 time=0",
                  "5 sysex data=(1,2,3) time=0.5", "7 pitchwheel channel=0 pitch=4000 time=0",
                  "8 note_off channel=9 note=60 velocity=60 time=1.0"));
}

TEST(ParseStringStream, TellsTheLineOfAnErrorAndGoesOn) {
  EXPECT_THAT(lines_of("clock\n\nnote_on note=128\nclock time=x # why\nstop\n"),
              ElementsAre("1 clock time=0", "line 3: data byte must be in range 0..127",
                          "line 4: invalid time 'x'", "5 stop time=0"));
}

TEST(ParseStringStream, HasNoLinesWhenThereIsNothing) {
  EXPECT_THAT(lines_of(""), IsEmpty());
  EXPECT_THAT(lines_of("\n# only a comment"), IsEmpty());
}

TEST(WithoutComment, KeepsANumberSignInATextInQuotes) {
  EXPECT_EQ(without_comment("text text=\"# 1\" # comment"), "text text=\"# 1\" ");
  EXPECT_EQ(without_comment(R"(text text="\"#\\" # comment)"), R"(text text="\"#\\" )");
  EXPECT_EQ(without_comment("no comment"), "no comment");
  EXPECT_EQ(without_comment("\"never closed # \\"), "\"never closed # \\");
}

}  // namespace
}  // namespace mido
