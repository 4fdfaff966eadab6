// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "mido/messages/message.hpp"

namespace mido {
namespace {

using ::testing::ThrowsMessage;

constexpr auto* bad_data_byte = "data byte must be in range 0..127";

TEST(MessageBytes, MakeAMessage) {
  EXPECT_EQ(Message::from_bytes(Bytes{0x95, 64, 30}, 0.5),
            Message(NoteOn{.channel = 5, .note = 64, .velocity = 30}, 0.5));
  EXPECT_EQ(Message::from_bytes(Bytes{0xF0, 0xF7}), Message(Sysex{}));
}

struct BadBytes {
  Bytes bytes;
  std::string error;
};

void PrintTo(const BadBytes& bad, std::ostream* out) {
  *out << ::testing::PrintToString(bad.bytes);
}

class NoMessage : public ::testing::TestWithParam<BadBytes> {};

INSTANTIATE_TEST_SUITE_P(
    , NoMessage,
    ::testing::Values(
        BadBytes{{}, "message is 0 bytes long"},
        BadBytes{{0x90}, "wrong number of bytes for note_on message"},
        BadBytes{{0x90, 1}, "wrong number of bytes for note_on message"},
        BadBytes{{0x9F, 1, 2, 3}, "wrong number of bytes for note_on message"},
        BadBytes{{0xC0}, "wrong number of bytes for program_change message"},
        BadBytes{{0xF3, 1, 1}, "wrong number of bytes for song_select message"},
        BadBytes{{0xF6, 1}, "wrong number of bytes for tune_request message"},
        BadBytes{{0xF8, 1}, "wrong number of bytes for clock message"},
        BadBytes{{0xF8, 0xF8}, "wrong number of bytes for clock message"},
        BadBytes{{0x00}, "invalid status byte 0"}, BadBytes{{127, 1, 1}, "invalid status byte 127"},
        BadBytes{{0xF4}, "invalid status byte 244"}, BadBytes{{0xF5}, "invalid status byte 245"},
        BadBytes{{0xF7}, "invalid status byte 247"}, BadBytes{{0xF9}, "invalid status byte 249"},
        BadBytes{{0xFD}, "invalid status byte 253"}, BadBytes{{0xF0}, "sysex without end byte"},
        BadBytes{{0xF0, 1}, "invalid sysex end byte 1"},
        BadBytes{{0xF0, 1, 0x90}, "invalid sysex end byte 144"},
        BadBytes{{0xF0, 128, 0xF7}, bad_data_byte}, BadBytes{{0xF0, 0xF7, 0xF7}, bad_data_byte},
        BadBytes{{0xF0, 0xF8, 0xF7}, bad_data_byte}, BadBytes{{0x90, 1, 128}, bad_data_byte},
        BadBytes{{0x90, 255, 1}, bad_data_byte}, BadBytes{{0xC0, 128}, bad_data_byte}));

TEST_P(NoMessage, IsRefusedInTheOriginalsWords) {
  EXPECT_THAT([&] { return Message::from_bytes(GetParam().bytes); },
              ThrowsMessage<ValueError>(GetParam().error));
}

TEST(MessageBytes, AreTakenAsTheyAreGivenAndNoOthers) {
  for (int status = 0; status < 256; ++status) {
    for (std::size_t size = 1; size <= 4; ++size) {
      Bytes bytes(size, 1);
      bytes[0] = static_cast<std::uint8_t>(status);
      try {
        EXPECT_EQ(Message::from_bytes(bytes).bytes(), bytes);
      } catch (const ValueError&) {
      }
    }
  }
}

TEST(MessageBytes, AreShownAsHexadecimalNumbers) {
  const Message message = NoteOn{.note = 60, .velocity = 127};
  EXPECT_EQ(message.hex(), "90 3C 7F");
  EXPECT_EQ(message.hex(""), "903C7F");
  EXPECT_EQ(message.hex(", "), "90, 3C, 7F");
}

TEST(MessageBytes, AreReadAsHexadecimalNumbers) {
  const Message expected = NoteOn{.note = 60, .velocity = 127};
  for (const std::string_view text : {"903C7F", "90 3c 7F", " 90\t3C\r\n7f ", "903c 7F"}) {
    EXPECT_EQ(Message::from_hex(text), expected) << text;
  }
  EXPECT_EQ(Message::from_hex("90 3C 7F", {}, 0.5),
            Message(NoteOn{.note = 60, .velocity = 127}, 0.5));
  for (const std::string_view separator : {"", " ", ",", ", ", "-", ":", "0x", "\\x", " | "}) {
    EXPECT_EQ(Message::from_hex(expected.hex(separator), separator), expected) << separator;
    EXPECT_EQ(Message::from_hex(std::string(separator) + expected.hex(separator), separator),
              expected)
        << separator;
  }
}

TEST(MessageBytes, NameThePlaceOfABadHexadecimalDigit) {
  const auto place = [](const std::string& text, const std::string& separator = "") {
    try {
      return Message::from_hex(text, separator).hex();
    } catch (const ValueError& error) {
      return std::string(error.what());
    }
  };
  const std::string found = "non-hexadecimal number found at position ";
  EXPECT_EQ(place("90 3g 40"), found + "4");
  EXPECT_EQ(place("9"), found + "1");
  EXPECT_EQ(place("90 3"), found + "4");
  EXPECT_EQ(place("9 0"), found + "1");
  EXPECT_EQ(place("90-3c-40"), found + "2");
  EXPECT_EQ(place("90-3c-40", ","), found + "2");
  EXPECT_EQ(place("x"), found + "0");
  EXPECT_EQ(place("+9"), found + "0");
  EXPECT_EQ(place("90 0x3c"), found + "4");
  EXPECT_EQ(place(""), "message is 0 bytes long");
  EXPECT_EQ(place("90 3c"), "wrong number of bytes for note_on message");
}

}  // namespace
}  // namespace mido
