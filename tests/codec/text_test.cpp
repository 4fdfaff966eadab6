// SPDX-License-Identifier: MIT
#include "mido/codec/text.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "mido/messages/message.hpp"
#include "mido/messages/meta_message.hpp"
#include "mido/messages/track_event.hpp"

namespace mido {
namespace {

struct Spelling {
  TrackEvent event;
  std::string text;
  std::string repr;
};

void PrintTo(const Spelling& spelling, std::ostream* out) { *out << spelling.repr; }

class LiveText : public ::testing::TestWithParam<Spelling> {};

// What the original writes.
INSTANTIATE_TEST_SUITE_P(
    , LiveText,
    ::testing::Values(
        Spelling{{NoteOn{.note = 60}, 0},
                 "note_on channel=0 note=60 velocity=64 time=0",
                 "Message('note_on', channel=0, note=60, velocity=64, time=0)"},
        Spelling{{ControlChange{.channel = 9, .control = 1, .value = 122}, 60},
                 "control_change channel=9 control=1 value=122 time=60",
                 "Message('control_change', channel=9, control=1, value=122, time=60)"},
        Spelling{{PitchWheel{.pitch = -8192}, 0.5},
                 "pitchwheel channel=0 pitch=-8192 time=0.5",
                 "Message('pitchwheel', channel=0, pitch=-8192, time=0.5)"},
        Spelling{{Sysex{.data = {1, 2, 3}}, 0},
                 "sysex data=(1,2,3) time=0",
                 "Message('sysex', data=(1, 2, 3), time=0)"},
        Spelling{{Sysex{.data = {1}}, 0},
                 "sysex data=(1) time=0",
                 "Message('sysex', data=(1,), time=0)"},
        Spelling{Sysex{}, "sysex data=() time=0", "Message('sysex', data=(), time=0)"},
        Spelling{{Clock{}, 1.0}, "clock time=1.0", "Message('clock', time=1.0)"},
        Spelling{{Continue{}, 1e16}, "continue time=1e+16", "Message('continue', time=1e+16)"},
        Spelling{{Start{}, -0.0}, "start time=-0.0", "Message('start', time=-0.0)"}));

TEST_P(LiveText, IsThatOfTheOriginal) {
  EXPECT_EQ(to_string(GetParam().event), GetParam().text);
  EXPECT_EQ(repr(GetParam().event), GetParam().repr);
  EXPECT_EQ(to_string(GetParam().event.message().value()), GetParam().text);
}

struct MetaSpelling {
  TrackEvent event;
  std::string text;
};

void PrintTo(const MetaSpelling& spelling, std::ostream* out) { *out << spelling.text; }

class MetaText : public ::testing::TestWithParam<MetaSpelling> {};

// What the original writes as str() and as repr().
INSTANTIATE_TEST_SUITE_P(
    , MetaText,
    ::testing::Values(
        MetaSpelling{{SetTempo{.tempo = 400000}, 10},
                     "MetaMessage('set_tempo', tempo=400000, time=10)"},
        MetaSpelling{{EndOfTrack{}, 0.5}, "MetaMessage('end_of_track', time=0.5)"},
        MetaSpelling{KeySignature{.key = "F#m"}, "MetaMessage('key_signature', key='F#m', time=0)"},
        MetaSpelling{SmpteOffset{.frame_rate = 29.97, .hours = 1},
                     "MetaMessage('smpte_offset', frame_rate=29.97, hours=1, minutes=0, seconds=0, "
                     "frames=0, sub_frames=0, time=0)"},
        MetaSpelling{SequencerSpecific{.data = {1, 200}},
                     "MetaMessage('sequencer_specific', data=(1, 200), time=0)"},
        MetaSpelling{SequencerSpecific{.data = {1}},
                     "MetaMessage('sequencer_specific', data=(1,), time=0)"},
        MetaSpelling{UnknownMeta{.type_byte = 251, .data = {1, 2, 3}},
                     "UnknownMetaMessage(type_byte=251, data=(1, 2, 3), time=0)"},
        MetaSpelling{UnknownMeta{.type_byte = 251},
                     "UnknownMetaMessage(type_byte=251, data=(), time=0)"}));

TEST_P(MetaText, IsThatOfTheOriginal) {
  EXPECT_EQ(to_string(GetParam().event), GetParam().text);
  EXPECT_EQ(repr(GetParam().event), GetParam().text);
  EXPECT_EQ(to_string(GetParam().event.meta_message().value()), GetParam().text);
}

std::string shown(const std::string& text) {
  const std::string whole = repr(MetaMessage(Text{.text = text}));
  const std::string begin = "MetaMessage('text', text=";
  const std::string end = ", time=0)";
  EXPECT_TRUE(whole.starts_with(begin) && whole.ends_with(end)) << whole;
  return whole.substr(begin.size(), whole.size() - begin.size() - end.size());
}

TEST(Texts, AreQuotedAsByPython) {
  EXPECT_EQ(shown("abc"), "'abc'");
  EXPECT_EQ(shown("it's"), R"("it's")");
  EXPECT_EQ(shown(R"(a"b)"), R"('a"b')");
  EXPECT_EQ(shown(R"(it's "b")"), R"('it\'s "b"')");
  EXPECT_EQ(shown("back\\slash"), R"('back\\slash')");
}

TEST(Texts, ShowControlCharactersEscaped) {
  EXPECT_EQ(shown("a\n\r\tb"), R"('a\n\r\tb')");
  EXPECT_EQ(shown(std::string("\0\x1B[31m\x7F", 7)), R"('\x00\x1b[31m\x7f')");
  EXPECT_EQ(shown("\xC2\x9B"), R"('\x9b')");
}

TEST(Texts, AreShownAsUtf8WhenTheyAreThat) {
  EXPECT_EQ(shown("na\xC3\xAFve \xE2\x82\xAC \xF0\x9D\x84\x9E"),
            "'na\xC3\xAFve \xE2\x82\xAC \xF0\x9D\x84\x9E'");
}

TEST(Texts, AreShownAsLatin1WhenTheyAreNoUtf8) {
  EXPECT_EQ(shown("na\xEFve"), "'na\xC3\xAFve'");
  EXPECT_EQ(shown("\x80\xA0\xAD\xFF"), "'\\x80\\xa0\\xad\xC3\xBF'");
  // Overlong, a surrogate, beyond Unicode, cut short.
  EXPECT_EQ(shown("\xC0\xAF"), "'\xC3\x80\xC2\xAF'");
  EXPECT_EQ(shown("\xE0\xA2"), "'\xC3\xA0\xC2\xA2'");
  EXPECT_EQ(shown("\xED\xA0\xB0"), "'\xC3\xAD\\xa0\xC2\xB0'");
  EXPECT_EQ(shown("\xF4\xB0\xB0\xB0"), "'\xC3\xB4\xC2\xB0\xC2\xB0\xC2\xB0'");
}

// As repr() of Python shows each of these characters.
TEST(Texts, ShowEveryByteAloneAsLatin1) {
  for (int byte = 0; byte < 256; ++byte) {
    const auto c = static_cast<char>(byte);
    const bool control = byte < 0x20 || (byte >= 0x7F && byte <= 0xA0) || byte == 0xAD;
    if (byte == '\t' || byte == '\n' || byte == '\r' || byte == '\\' || byte == '\'') continue;
    std::string expected(1, c);
    if (control) {
      expected = {'\\', 'x', "0123456789abcdef"[byte / 16], "0123456789abcdef"[byte % 16]};
    } else if (byte >= 0x80) {
      expected = {static_cast<char>(byte < 0xC0 ? 0xC2 : 0xC3), static_cast<char>(byte & 0xBF)};
    }
    EXPECT_EQ(shown(std::string(1, c)), "'" + expected + "'") << byte;
  }
}

TEST(Text, OfAPacketNamesItsAttributes) {
  EXPECT_EQ(to_string(TrackEvent(Packet{.starts_sysex = true, .data = {1, 2}}, 3)),
            "Packet(starts_sysex=1, data=(1, 2), time=3)");
}

TEST(Text, IsWrittenToAStream) {
  std::ostringstream out;
  out << Message(Clock{}) << '\n' << MetaMessage(EndOfTrack{}) << '\n' << TrackEvent(Stop{});
  EXPECT_EQ(out.str(), "clock time=0\nMetaMessage('end_of_track', time=0)\nstop time=0");
}

}  // namespace
}  // namespace mido
