// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>

#include "mido/messages/attribute.hpp"
#include "mido/messages/field.hpp"
#include "mido/messages/field_types.hpp"
#include "mido/messages/live_types.hpp"

/// The meta message types: names, attributes and defaults of the manual's "Meta Message Types",
/// copyright and program name. `size` is the payload's length in bytes where it is fixed. Texts are
/// the bytes of the file, in whatever charset it is in.
namespace mido {

/// Number of the sequence; of the pattern in a type 2 file.
struct SequenceNumber {
  static constexpr std::string_view type = "sequence_number";
  static constexpr std::uint8_t type_byte = 0x00;
  static constexpr std::size_t size = 2;
  static constexpr bool may_be_empty = true;  // as some files have it: 0
  MetaWord number = 0;
  static constexpr auto fields() {
    return std::tuple{field("number", &SequenceNumber::number, Place{.shift = 0, .width = 16})};
  }
  friend bool operator==(const SequenceNumber&, const SequenceNumber&) = default;
};

struct Text {
  static constexpr std::string_view type = "text";
  static constexpr std::uint8_t type_byte = 0x01;
  std::string text = {};
  static constexpr auto fields() { return std::tuple{field("text", &Text::text, whole_payload)}; }
  friend bool operator==(const Text&, const Text&) = default;
};

struct Copyright {
  static constexpr std::string_view type = "copyright";
  static constexpr std::uint8_t type_byte = 0x02;
  std::string text = {};
  static constexpr auto fields() {
    return std::tuple{field("text", &Copyright::text, whole_payload)};
  }
  friend bool operator==(const Copyright&, const Copyright&) = default;
};

struct TrackName {
  static constexpr std::string_view type = "track_name";
  static constexpr std::uint8_t type_byte = 0x03;
  std::string name = {};
  static constexpr auto fields() {
    return std::tuple{field("name", &TrackName::name, whole_payload)};
  }
  friend bool operator==(const TrackName&, const TrackName&) = default;
};

struct InstrumentName {
  static constexpr std::string_view type = "instrument_name";
  static constexpr std::uint8_t type_byte = 0x04;
  std::string name = {};
  static constexpr auto fields() {
    return std::tuple{field("name", &InstrumentName::name, whole_payload)};
  }
  friend bool operator==(const InstrumentName&, const InstrumentName&) = default;
};

/// Usually one syllable.
struct Lyrics {
  static constexpr std::string_view type = "lyrics";
  static constexpr std::uint8_t type_byte = 0x05;
  std::string text = {};
  static constexpr auto fields() { return std::tuple{field("text", &Lyrics::text, whole_payload)}; }
  friend bool operator==(const Lyrics&, const Lyrics&) = default;
};

struct Marker {
  static constexpr std::string_view type = "marker";
  static constexpr std::uint8_t type_byte = 0x06;
  std::string text = {};
  static constexpr auto fields() { return std::tuple{field("text", &Marker::text, whole_payload)}; }
  friend bool operator==(const Marker&, const Marker&) = default;
};

struct CueMarker {
  static constexpr std::string_view type = "cue_marker";
  static constexpr std::uint8_t type_byte = 0x07;
  std::string text = {};
  static constexpr auto fields() {
    return std::tuple{field("text", &CueMarker::text, whole_payload)};
  }
  friend bool operator==(const CueMarker&, const CueMarker&) = default;
};

/// The name of the sound that the next program change selects (MMA RP-019).
struct ProgramName {
  static constexpr std::string_view type = "program_name";
  static constexpr std::uint8_t type_byte = 0x08;
  std::string name = {};
  static constexpr auto fields() {
    return std::tuple{field("name", &ProgramName::name, whole_payload)};
  }
  friend bool operator==(const ProgramName&, const ProgramName&) = default;
};

/// The device or port that the track is meant for (MMA RP-019).
struct DeviceName {
  static constexpr std::string_view type = "device_name";
  static constexpr std::uint8_t type_byte = 0x09;
  std::string name = {};
  static constexpr auto fields() {
    return std::tuple{field("name", &DeviceName::name, whole_payload)};
  }
  friend bool operator==(const DeviceName&, const DeviceName&) = default;
};

/// The channel that the meta messages after it belong to.
struct ChannelPrefix {
  static constexpr std::string_view type = "channel_prefix";
  static constexpr std::uint8_t type_byte = 0x20;
  static constexpr std::size_t size = 1;
  MetaByte channel = 0;
  static constexpr auto fields() {
    return std::tuple{field("channel", &ChannelPrefix::channel, Place{.shift = 0, .width = 8})};
  }
  friend bool operator==(const ChannelPrefix&, const ChannelPrefix&) = default;
};

/// The port that the track is meant for.
struct MidiPort {
  static constexpr std::string_view type = "midi_port";
  static constexpr std::uint8_t type_byte = 0x21;
  static constexpr std::size_t size = 1;
  static constexpr bool may_be_empty = true;  // as some files have it: 0
  MetaByte port = 0;
  static constexpr auto fields() {
    return std::tuple{field("port", &MidiPort::port, Place{.shift = 0, .width = 8})};
  }
  friend bool operator==(const MidiPort&, const MidiPort&) = default;
};

struct EndOfTrack {
  static constexpr std::string_view type = "end_of_track";
  static constexpr std::uint8_t type_byte = 0x2F;
  static constexpr std::size_t size = 0;
  static constexpr auto fields() { return std::tuple{}; }
  friend bool operator==(const EndOfTrack&, const EndOfTrack&) = default;
};

struct SetTempo {
  static constexpr std::string_view type = "set_tempo";
  static constexpr std::uint8_t type_byte = 0x51;
  static constexpr std::size_t size = 3;
  Tempo tempo = 500000;
  static constexpr auto fields() {
    return std::tuple{field("tempo", &SetTempo::tempo, Place{.shift = 0, .width = 24})};
  }
  friend bool operator==(const SetTempo&, const SetTempo&) = default;
};

/// The time code at which the track starts.
struct SmpteOffset {
  static constexpr std::string_view type = "smpte_offset";
  static constexpr std::uint8_t type_byte = 0x54;
  static constexpr std::size_t size = 5;
  FrameRate frame_rate = 24;
  Hours hours = 0;
  Sixtieths minutes = 0;
  Sixtieths seconds = 0;
  MetaByte frames = 0;
  Hundredths sub_frames = 0;
  static constexpr auto fields() {
    return std::tuple{field("frame_rate", &SmpteOffset::frame_rate, Place{.shift = 37, .width = 2}),
                      field("hours", &SmpteOffset::hours, Place{.shift = 32, .width = 5}),
                      field("minutes", &SmpteOffset::minutes, Place{.shift = 24, .width = 8}),
                      field("seconds", &SmpteOffset::seconds, Place{.shift = 16, .width = 8}),
                      field("frames", &SmpteOffset::frames, Place{.shift = 8, .width = 8}),
                      field("sub_frames", &SmpteOffset::sub_frames, Place{.shift = 0, .width = 8})};
  }
  friend bool operator==(const SmpteOffset&, const SmpteOffset&) = default;
};

struct TimeSignature {
  static constexpr std::string_view type = "time_signature";
  static constexpr std::uint8_t type_byte = 0x58;
  static constexpr std::size_t size = 4;
  MetaByte numerator = 4;
  Denominator denominator = 4;
  MetaByte clocks_per_click = 24;
  MetaByte notated_32nd_notes_per_beat = 8;
  static constexpr auto fields() {
    return std::tuple{
        field("numerator", &TimeSignature::numerator, Place{.shift = 24, .width = 8}),
        field("denominator", &TimeSignature::denominator, Place{.shift = 16, .width = 8}),
        field("clocks_per_click", &TimeSignature::clocks_per_click, Place{.shift = 8, .width = 8}),
        field("notated_32nd_notes_per_beat", &TimeSignature::notated_32nd_notes_per_beat,
              Place{.shift = 0, .width = 8})};
  }
  friend bool operator==(const TimeSignature&, const TimeSignature&) = default;
};

struct KeySignature {
  static constexpr std::string_view type = "key_signature";
  static constexpr std::uint8_t type_byte = 0x59;
  static constexpr std::size_t size = 2;
  Key key = "C";
  static constexpr auto fields() {
    return std::tuple{field("key", &KeySignature::key, Place{.shift = 0, .width = 16})};
  }
  friend bool operator==(const KeySignature&, const KeySignature&) = default;
};

struct SequencerSpecific {
  static constexpr std::string_view type = "sequencer_specific";
  static constexpr std::uint8_t type_byte = 0x7F;
  Bytes data = {};
  static constexpr auto fields() {
    return std::tuple{field("data", &SequencerSpecific::data, whole_payload)};
  }
  friend bool operator==(const SequencerSpecific&, const SequencerSpecific&) = default;
};

/// A meta message of a type that has no struct here; kept as it is.
struct UnknownMeta {
  static constexpr std::string_view type = "unknown_meta";
  MetaByte type_byte = 0;
  Bytes data = {};
  static constexpr auto fields() {
    return std::tuple{field("type_byte", &UnknownMeta::type_byte, Place{}),
                      field("data", &UnknownMeta::data, whole_payload)};
  }
  friend bool operator==(const UnknownMeta&, const UnknownMeta&) = default;
};

/// Every known meta message type, by type byte.
using MetaTypes =
    TypeList<SequenceNumber, Text, Copyright, TrackName, InstrumentName, Lyrics, Marker, CueMarker,
             ProgramName, DeviceName, ChannelPrefix, MidiPort, EndOfTrack, SetTempo, SmpteOffset,
             TimeSignature, KeySignature, SequencerSpecific>;

}  // namespace mido
