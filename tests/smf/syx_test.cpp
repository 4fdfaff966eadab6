// SPDX-License-Identifier: MIT
#include "mido/smf/syx.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <iterator>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "mido/codec/text.hpp"
#include "support/temporary_folder.hpp"

namespace {

using mido::Bytes;
using mido::Diagnostics;
using mido::FaultKind;
using mido::Message;
using mido::read_syx;
using mido::syx_bytes;

using Messages = std::vector<Message>;

Message sysex(const Bytes& data) { return Message("sysex", {{"data", data}}); }

Messages of_text(std::string_view text, Diagnostics* tolerant = nullptr) {
  return read_syx(Bytes(text.begin(), text.end()), tolerant);
}

std::string error_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const mido::Error& error) {
    return error.what();
  }
  return "";
}

std::string error_of_text(std::string_view text) {
  return error_of([&] { (void)of_text(text); });
}

std::vector<std::string> faults_in(const Bytes& bytes, const Messages& expected) {
  Diagnostics faults;
  EXPECT_EQ(read_syx(bytes, &faults), expected);
  std::vector<std::string> result;
  for (const auto& fault : faults) {
    EXPECT_EQ(fault.kind, FaultKind::outside_sysex);
    result.push_back(fault.detail + " @" + std::to_string(fault.offset));
  }
  return result;
}

using Faults = std::vector<std::string>;

TEST(Syx, ReadsBytes) {
  EXPECT_EQ(read_syx(Bytes{0xF0, 1, 2, 0xF7, 0xF0, 0xF7}), (Messages{sysex({1, 2}), sysex({})}));
}

TEST(Syx, ReadsText) {
  EXPECT_EQ(of_text("F0 00 01 5D 02 00 F7\nf0 00 01 5d 03 00 f7\n"),
            (Messages{sysex({0, 1, 0x5D, 2, 0}), sysex({0, 1, 0x5D, 3, 0})}));
}

TEST(Syx, TakesAnyWhiteSpaceAndAnyGroupingInText) {
  const Messages expected{sysex({1, 2}), sysex({3, 4})};
  for (const char* text :
       {"F0 01 02 \t F7\n   F0 03 04 F7\n", "F00102F7F00304F7", "\n\nF001 02F7 F0 0304\r\nF7",
        "\r\v\fF0\xA0\x85"
        "0102F7 F0 03 04 F7",
        "\xEF\xBB\xBF"
        "F0 01 02 F7 F0 03 04 F7"}) {
    EXPECT_EQ(of_text(text), expected) << text;
  }
}

TEST(Syx, FindsNothingInAnEmptyFile) {
  EXPECT_EQ(read_syx(Bytes{}), Messages{});
  EXPECT_EQ(of_text(" \n\n"), Messages{});
  EXPECT_EQ(of_text("\xEF\xBB\xBF"), Messages{});
}

TEST(Syx, SaysWhereTextIsNoHexadecimalNumber) {
  EXPECT_EQ(error_of_text("NOT HEX"), "line 1, column 1: 'N' is no hexadecimal digit");
  EXPECT_EQ(error_of_text("F0 01\nF0 0G F7"), "line 2, column 5: 'G' is no hexadecimal digit");
  EXPECT_EQ(error_of_text("F0\r\n\r\n F\x80"), "line 3, column 3: byte 80 is no hexadecimal digit");
  EXPECT_EQ(error_of_text("F0\rF-"), "line 2, column 2: '-' is no hexadecimal digit");
}

TEST(Syx, SaysWhereAByteOfTextHasOneDigit) {
  EXPECT_EQ(error_of_text("F0 1 F7"), "line 1, column 4: a byte has two hexadecimal digits");
  EXPECT_EQ(error_of_text("F0 01 F"), "line 1, column 7: a byte has two hexadecimal digits");
}

TEST(Syx, NamesTheFileOfBadText) {
  const mido::testing::TemporaryFolder folder;
  const auto path = folder.path() / "bad.syx";
  std::ofstream(path) << "F0 x1 F7";
  EXPECT_EQ(error_of([&] { (void)mido::read_syx_file(path); }),
            path.string() + ": line 1, column 4: 'x' is no hexadecimal digit");
}

TEST(Syx, DropsNothingInSilence) {
  const Messages one{sysex({1})};
  EXPECT_EQ(faults_in({0xF0, 1, 0xF7, 0xC0, 5, 0x7F}, one),
            Faults{"3 bytes outside of sysex messages @3"});
  EXPECT_EQ(faults_in({0x90, 60, 64, 0xF0, 1, 0xF7}, one),
            Faults{"3 bytes outside of sysex messages @0"});
  EXPECT_EQ(faults_in({0xF0, 0xF8, 1, 0xFE, 0xFE, 0xF7, 0xF7}, one),
            (Faults{"1 byte outside of sysex messages @1", "2 bytes outside of sysex messages @3",
                    "1 byte outside of sysex messages @6"}));
  EXPECT_EQ(faults_in({0xF0, 1, 0xF7, 0xF0, 2}, one),
            Faults{"the file ends inside a sysex message @3"});
  EXPECT_EQ(faults_in({0xF0, 1, 0xF7, 0xF7, 0xF0, 1, 0x90}, {one[0], one[0]}),
            (Faults{"1 byte outside of sysex messages @3", "1 byte outside of sysex messages @6"}));
}

TEST(Syx, EndsAMessageAtTheNext) {
  EXPECT_EQ(faults_in({0xF0, 1, 0xF0, 2, 0xF7}, {sysex({1}), sysex({2})}), Faults{});
}

TEST(Syx, CountsThePlacesOfFaultsInTheText) {
  Diagnostics faults;
  EXPECT_EQ(of_text("F0 01 F7\nC0 05", &faults), Messages{sysex({1})});
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].offset, 9U);
}

TEST(Syx, RefusesFaultsUnlessItIsTolerant) {
  EXPECT_EQ(error_of([] {
              (void)read_syx(Bytes{0xF0, 1, 0xF7, 0xC0, 5});
            }),
            "2 bytes outside of sysex messages (offset 3)");
  EXPECT_THROW((void)read_syx(Bytes{0xF0, 1}), mido::MidiParseError);
}

TEST(Syx, WritesBytesAndText) {
  const Messages messages{sysex({1, 2}), mido::NoteOn{}, sysex({3})};
  EXPECT_EQ(syx_bytes(messages), (Bytes{0xF0, 1, 2, 0xF7, 0xF0, 3, 0xF7}));
  const Bytes text = syx_bytes(messages, true);
  EXPECT_EQ(std::string(text.begin(), text.end()), "F0 01 02 F7\nF0 03 F7\n");
  EXPECT_EQ(syx_bytes({}), Bytes{});
}

TEST(Syx, ReadsTheFileItWrote) {
  const mido::testing::TemporaryFolder folder;
  const Messages messages{sysex({1, 2}), sysex(Bytes(1000, 127)), sysex({})};
  for (const bool plaintext : {false, true}) {
    mido::write_syx_file(folder.path() / "a.syx", messages, plaintext);
    EXPECT_EQ(mido::read_syx_file(folder.path() / "a.syx"), messages);
    std::stringstream stream;
    mido::write_syx(stream, messages, plaintext);
    EXPECT_EQ(read_syx(stream), messages);
  }
}

TEST(Syx, NamesTheFileThatCannotBeReadOrWritten) {
  const mido::testing::TemporaryFolder folder;
  EXPECT_THROW((void)mido::read_syx_file(folder.path() / "missing.syx"), mido::FileError);
  EXPECT_THROW(mido::write_syx_file(folder.path(), {}), mido::FileError);
}

// Every byte is in a message or in a fault; a message that F7 does not end gets one.
TEST(Syx, AccountsForEveryByteOfAnyFile) {
  constexpr std::uint8_t some[] = {0xF0, 0xF7, 0xF8, 0x90, 0xFD, 0xF4, 1, 127};
  std::minstd_rand random(7);  // NOLINT: the same bytes in every run
  for (int round = 0; round < 5000; ++round) {
    Bytes bytes(2 + random() % 40);
    for (auto& byte : bytes) byte = some[random() % std::size(some)];
    bytes.front() = 0xF0;
    bytes.back() = 0xF7;
    Diagnostics faults;
    const Messages messages = read_syx(bytes, &faults);
    std::size_t accounted = 0;
    for (const Message& message : messages) accounted += message.wire().size();
    for (const auto& fault : faults) accounted += std::stoul(fault.detail);
    ASSERT_GE(accounted, bytes.size());
    ASSERT_LE(accounted, bytes.size() + messages.size());
  }
}

}  // namespace
