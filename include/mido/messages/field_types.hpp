// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mido/values/bounded.hpp"

namespace mido {

// The attribute types of live messages ("Parameter Types" of the manual).
// Labels are the words that errors use.
struct ChannelTag {
  static constexpr std::string_view label = "channel";
};
struct NoteTag {
  static constexpr std::string_view label = "data byte";
};
struct VelocityTag {
  static constexpr std::string_view label = "data byte";
};
struct ControlTag {
  static constexpr std::string_view label = "data byte";
};
struct ProgramTag {
  static constexpr std::string_view label = "data byte";
};
struct SongTag {
  static constexpr std::string_view label = "data byte";
};
struct Value7Tag {
  static constexpr std::string_view label = "data byte";
};
struct DataByteTag {
  static constexpr std::string_view label = "data byte";
};
struct FrameTypeTag {
  static constexpr std::string_view label = "frame_type";
};
struct FrameValueTag {
  static constexpr std::string_view label = "frame_value";
};
struct PitchTag {
  static constexpr std::string_view label = "pitchwheel value";
};
struct SongPositionTag {
  static constexpr std::string_view label = "song pos";
};

using Channel = Bounded<ChannelTag, 0, 15>;  ///< 0..15 as on the wire; people count from 1
using Note = Bounded<NoteTag, 0, 127>;       ///< 60 is middle C
using Velocity = Bounded<VelocityTag, 0, 127>;
using Control = Bounded<ControlTag, 0, 127>;
using Program = Bounded<ProgramTag, 0, 127>;
using Song = Bounded<SongTag, 0, 127>;
using Value7 = Bounded<Value7Tag, 0, 127>;
using DataByte = Bounded<DataByteTag, 0, 127>;
using FrameType = Bounded<FrameTypeTag, 0, 7>;
using FrameValue = Bounded<FrameValueTag, 0, 15>;
using Pitch = Bounded<PitchTag, -8192, 8191>;
using SongPosition = Bounded<SongPositionTag, 0, 16383>;  ///< in MIDI beats (6 clocks)

// The attribute types of meta messages.
struct MetaTag {
  static constexpr std::string_view label = "attribute";
};
using MetaByte = Bounded<MetaTag, 0, 255>;
using MetaWord = Bounded<MetaTag, 0, 65535>;
using Hours = Bounded<MetaTag, 0, 31>;  ///< five bits: the frame rate takes the rest of the byte
using Sixtieths = Bounded<MetaTag, 0, 59>;
using Hundredths = Bounded<MetaTag, 0, 99>;
using Tempo = Bounded<MetaTag, 0, 16777215>;  ///< microseconds per beat (quarter note)

/// Run-time bytes that are to be checked where they become data bytes. See checked().
struct CheckedBytes {
  std::span<const std::uint8_t> bytes;
};

/// Marks run-time bytes for checking: `Sysex{.data = checked(bytes)}` throws ValueError when one
/// is over 127.
[[nodiscard]] inline CheckedBytes checked(std::span<const std::uint8_t> bytes) noexcept {
  return {bytes};
}

/// The payload of a sysex message: any number of bytes, each 0..127. Literals are checked by the
/// compiler (`{1, 2, 3}`), run-time bytes by checked().
class DataBytes {
 public:
  DataBytes() = default;
  DataBytes(std::initializer_list<DataByte> literals) {
    bytes_.reserve(literals.size());
    std::ranges::transform(literals, std::back_inserter(bytes_),
                           [](DataByte byte) { return static_cast<std::uint8_t>(byte); });
  }
  DataBytes(CheckedBytes wanted);

  [[nodiscard]] std::span<const std::uint8_t> span() const& noexcept { return bytes_; }
  void span() && = delete;
  [[nodiscard]] std::size_t size() const noexcept { return bytes_.size(); }
  [[nodiscard]] bool empty() const noexcept { return bytes_.empty(); }
  [[nodiscard]] std::uint8_t operator[](std::size_t index) const { return bytes_[index]; }
  [[nodiscard]] auto begin() const noexcept { return bytes_.begin(); }
  [[nodiscard]] auto end() const noexcept { return bytes_.end(); }

  friend bool operator==(const DataBytes&, const DataBytes&) = default;

 private:
  std::vector<std::uint8_t> bytes_;
};

/// The lower number of a time signature: a power of two, 1..2^255 (SMF 1.0: its logarithm is what
/// the file holds).
class Denominator {
 public:
  template <std::integral Int>
  consteval Denominator(Int literal) : Denominator(checked(literal)) {}
  /// Throws ValueError unless the value is a power of two.
  constexpr Denominator(Checked wanted);
  [[nodiscard]] static constexpr Denominator from_exponent(std::uint8_t exponent) noexcept {
    Denominator result;
    result.exponent_ = exponent;
    return result;
  }
  /// The reverse of value(): for those that no integer holds. Throws ValueError unless it is one.
  [[nodiscard]] static Denominator from_value(double value);

  [[nodiscard]] constexpr std::uint8_t exponent() const noexcept { return exponent_; }
  /// The number itself, exact for every exponent.
  [[nodiscard]] double value() const noexcept;

  friend constexpr bool operator==(Denominator, Denominator) = default;

 private:
  constexpr Denominator() = default;
  std::uint8_t exponent_ = 0;
};

constexpr Denominator::Denominator(Checked wanted) {
  const auto bits = static_cast<unsigned long long>(wanted.value);
  if (wanted.value < 1 || (bits & (bits - 1)) != 0) {
    throw ValueError("denominator must be a power of 2");
  }
  while ((bits >> exponent_) != 1) ++exponent_;
}

/// A run-time text that is to be checked where it becomes a key. See checked().
struct CheckedText {
  std::string_view text;
};

/// Marks a run-time text for checking: `KeySignature{.key = checked(name)}` throws ValueError when
/// there is no such key.
[[nodiscard]] constexpr CheckedText checked(std::string_view text) noexcept { return {text}; }

/// A key as the manual names it: "C", "F#m", "Bb"; 15 major and 15 minor ones.
class Key {
 public:
  consteval Key(const char* literal) : Key(CheckedText{literal}) {}
  constexpr Key(CheckedText wanted);
  /// Whether there is a key with that many sharps (-7..7, flats below 0), major (0) or minor (1).
  [[nodiscard]] static constexpr bool exists(int sharps, int mode) noexcept {
    return sharps >= -7 && sharps <= 7 && (mode == 0 || mode == 1);
  }
  /// Precondition: exists(sharps, mode).
  [[nodiscard]] static constexpr Key from_sharps(int sharps, int mode) noexcept {
    return Key(sharps, mode != 0);
  }

  [[nodiscard]] constexpr int sharps() const noexcept { return sharps_; }
  [[nodiscard]] constexpr bool is_minor() const noexcept { return minor_; }
  [[nodiscard]] constexpr std::string_view name() const noexcept {
    return names[minor_ ? 1 : 0][sharps_ + 7];
  }

  friend constexpr bool operator==(Key, Key) = default;

 private:
  static constexpr std::string_view names[2][15] = {
      {"Cb", "Gb", "Db", "Ab", "Eb", "Bb", "F", "C", "G", "D", "A", "E", "B", "F#", "C#"},
      {"Abm", "Ebm", "Bbm", "Fm", "Cm", "Gm", "Dm", "Am", "Em", "Bm", "F#m", "C#m", "G#m", "D#m",
       "A#m"}};

  constexpr Key(int sharps, bool minor) noexcept : sharps_(sharps), minor_(minor) {}

  int sharps_ = 0;
  bool minor_ = false;
};

constexpr Key::Key(CheckedText wanted) {
  for (int mode = 0; mode < 2; ++mode) {
    for (int sharps = -7; sharps <= 7; ++sharps) {
      if (from_sharps(sharps, mode).name() != wanted.text) continue;
      *this = from_sharps(sharps, mode);
      return;
    }
  }
  throw ValueError("invalid key '" + std::string(wanted.text) + "'");
}

/// A SMPTE frame rate: 24, 25, 29.97 (30 drop frame) or 30 frames a second.
class FrameRate {
 public:
  consteval FrameRate(double literal) : FrameRate(from_number(literal)) {}
  /// Throws ValueError for any other number.
  [[nodiscard]] static constexpr FrameRate from_number(double number) {
    for (std::uint8_t code = 0; code < 4; ++code) {
      if (numbers[code] == number) return from_code(code);
    }
    throw ValueError("frame_rate must be 24, 25, 29.97 or 30");
  }
  /// From the two bits that files and quarter frames use, 0..3 (MTC).
  [[nodiscard]] static constexpr FrameRate from_code(std::uint8_t code) noexcept {
    FrameRate result;
    result.code_ = code & 3;
    return result;
  }

  [[nodiscard]] constexpr std::uint8_t code() const noexcept { return code_; }
  [[nodiscard]] constexpr double number() const noexcept { return numbers[code_]; }

  friend constexpr bool operator==(FrameRate, FrameRate) = default;

 private:
  static constexpr double numbers[4] = {24, 25, 29.97, 30};
  constexpr FrameRate() = default;
  std::uint8_t code_ = 0;
};

}  // namespace mido
