// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <tuple>

#include "mido/messages/field.hpp"
#include "mido/messages/field_types.hpp"

/// The 18 live message types: names, attributes and defaults of the manual's "Message Types".
/// Encoding, decoding, text and access by name are generated from fields(): to add a type, write
/// its struct here and name it in LiveTypes.
namespace mido {

struct NoteOff {
  static constexpr std::string_view type = "note_off";
  static constexpr std::uint8_t status = 0x80;
  Channel channel = 0;
  Note note = 0;
  Velocity velocity = 64;
  static constexpr auto fields() {
    return std::tuple{field("channel", &NoteOff::channel, in_status),
                      field("note", &NoteOff::note, data_byte_1),
                      field("velocity", &NoteOff::velocity, data_byte_2)};
  }
  friend bool operator==(const NoteOff&, const NoteOff&) = default;
};

/// With velocity 0 it means note_off.
struct NoteOn {
  static constexpr std::string_view type = "note_on";
  static constexpr std::uint8_t status = 0x90;
  Channel channel = 0;
  Note note = 0;
  Velocity velocity = 64;
  static constexpr auto fields() {
    return std::tuple{field("channel", &NoteOn::channel, in_status),
                      field("note", &NoteOn::note, data_byte_1),
                      field("velocity", &NoteOn::velocity, data_byte_2)};
  }
  friend bool operator==(const NoteOn&, const NoteOn&) = default;
};

/// Pressure on one key.
struct PolyTouch {
  static constexpr std::string_view type = "polytouch";
  static constexpr std::uint8_t status = 0xA0;
  Channel channel = 0;
  Note note = 0;
  Value7 value = 0;
  static constexpr auto fields() {
    return std::tuple{field("channel", &PolyTouch::channel, in_status),
                      field("note", &PolyTouch::note, data_byte_1),
                      field("value", &PolyTouch::value, data_byte_2)};
  }
  friend bool operator==(const PolyTouch&, const PolyTouch&) = default;
};

struct ControlChange {
  static constexpr std::string_view type = "control_change";
  static constexpr std::uint8_t status = 0xB0;
  Channel channel = 0;
  Control control = 0;
  Value7 value = 0;
  static constexpr auto fields() {
    return std::tuple{field("channel", &ControlChange::channel, in_status),
                      field("control", &ControlChange::control, data_byte_1),
                      field("value", &ControlChange::value, data_byte_2)};
  }
  friend bool operator==(const ControlChange&, const ControlChange&) = default;
};

struct ProgramChange {
  static constexpr std::string_view type = "program_change";
  static constexpr std::uint8_t status = 0xC0;
  Channel channel = 0;
  Program program = 0;
  static constexpr auto fields() {
    return std::tuple{field("channel", &ProgramChange::channel, in_status),
                      field("program", &ProgramChange::program, data_byte_1)};
  }
  friend bool operator==(const ProgramChange&, const ProgramChange&) = default;
};

/// Pressure on a whole channel.
struct Aftertouch {
  static constexpr std::string_view type = "aftertouch";
  static constexpr std::uint8_t status = 0xD0;
  Channel channel = 0;
  Value7 value = 0;
  static constexpr auto fields() {
    return std::tuple{field("channel", &Aftertouch::channel, in_status),
                      field("value", &Aftertouch::value, data_byte_1)};
  }
  friend bool operator==(const Aftertouch&, const Aftertouch&) = default;
};

struct PitchWheel {
  static constexpr std::string_view type = "pitchwheel";
  static constexpr std::uint8_t status = 0xE0;
  Channel channel = 0;
  Pitch pitch = 0;
  static constexpr auto fields() {
    return std::tuple{field("channel", &PitchWheel::channel, in_status),
                      field("pitch", &PitchWheel::pitch, both_data_bytes)};
  }
  friend bool operator==(const PitchWheel&, const PitchWheel&) = default;
};

/// System exclusive; `data` is what stands between F0 and F7.
struct Sysex {
  static constexpr std::string_view type = "sysex";
  static constexpr std::uint8_t status = 0xF0;
  DataBytes data = {};
  static constexpr auto fields() { return std::tuple{field("data", &Sysex::data, whole_payload)}; }
  friend bool operator==(const Sysex&, const Sysex&) = default;
};

/// An eighth of a MIDI time code (MTC).
struct QuarterFrame {
  static constexpr std::string_view type = "quarter_frame";
  static constexpr std::uint8_t status = 0xF1;
  FrameType frame_type = 0;
  FrameValue frame_value = 0;
  static constexpr auto fields() {
    return std::tuple{
        field("frame_type", &QuarterFrame::frame_type, Place{.shift = 12, .width = 3}),
        field("frame_value", &QuarterFrame::frame_value, Place{.shift = 8, .width = 4})};
  }
  friend bool operator==(const QuarterFrame&, const QuarterFrame&) = default;
};

struct SongPos {
  static constexpr std::string_view type = "songpos";
  static constexpr std::uint8_t status = 0xF2;
  SongPosition pos = 0;
  static constexpr auto fields() {
    return std::tuple{field("pos", &SongPos::pos, both_data_bytes)};
  }
  friend bool operator==(const SongPos&, const SongPos&) = default;
};

struct SongSelect {
  static constexpr std::string_view type = "song_select";
  static constexpr std::uint8_t status = 0xF3;
  Song song = 0;
  static constexpr auto fields() {
    return std::tuple{field("song", &SongSelect::song, data_byte_1)};
  }
  friend bool operator==(const SongSelect&, const SongSelect&) = default;
};

struct TuneRequest {
  static constexpr std::string_view type = "tune_request";
  static constexpr std::uint8_t status = 0xF6;
  static constexpr auto fields() { return std::tuple{}; }
  friend bool operator==(const TuneRequest&, const TuneRequest&) = default;
};

struct Clock {
  static constexpr std::string_view type = "clock";
  static constexpr std::uint8_t status = 0xF8;
  static constexpr auto fields() { return std::tuple{}; }
  friend bool operator==(const Clock&, const Clock&) = default;
};

struct Start {
  static constexpr std::string_view type = "start";
  static constexpr std::uint8_t status = 0xFA;
  static constexpr auto fields() { return std::tuple{}; }
  friend bool operator==(const Start&, const Start&) = default;
};

struct Continue {
  static constexpr std::string_view type = "continue";
  static constexpr std::uint8_t status = 0xFB;
  static constexpr auto fields() { return std::tuple{}; }
  friend bool operator==(const Continue&, const Continue&) = default;
};

struct Stop {
  static constexpr std::string_view type = "stop";
  static constexpr std::uint8_t status = 0xFC;
  static constexpr auto fields() { return std::tuple{}; }
  friend bool operator==(const Stop&, const Stop&) = default;
};

struct ActiveSensing {
  static constexpr std::string_view type = "active_sensing";
  static constexpr std::uint8_t status = 0xFE;
  static constexpr auto fields() { return std::tuple{}; }
  friend bool operator==(const ActiveSensing&, const ActiveSensing&) = default;
};

struct Reset {
  static constexpr std::string_view type = "reset";
  static constexpr std::uint8_t status = 0xFF;
  static constexpr auto fields() { return std::tuple{}; }
  friend bool operator==(const Reset&, const Reset&) = default;
};

template <class... Types>
struct TypeList {};

/// Every live message type, by status byte.
using LiveTypes = TypeList<NoteOff, NoteOn, PolyTouch, ControlChange, ProgramChange, Aftertouch,
                           PitchWheel, Sysex, QuarterFrame, SongPos, SongSelect, TuneRequest, Clock,
                           Start, Continue, Stop, ActiveSensing, Reset>;

}  // namespace mido
