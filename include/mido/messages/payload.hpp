// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace mido::detail {

/// What a message is made of.
enum class Kind : std::uint8_t { live, meta, packet, raw };

/// How a file writes an event, where that is not the usual way; kept so that what was read can be
/// written back byte for byte. No part of the message's value.
struct Spelling {
  /// The status byte is written though running status would do, or left out though it would not.
  bool odd_status = false;
  std::uint8_t extra_delta = 0;   ///< bytes of the delta time over the fewest, 0..3
  std::uint8_t extra_length = 0;  ///< bytes of the payload's length over the fewest, 0..3
  friend bool operator==(const Spelling&, const Spelling&) = default;
};

/// The bytes of one message in eight bytes: short ones inside, long ones in one shared block that
/// never changes (so a copy never allocates).
///
/// One byte is the tag: bit 0 set means inside, bit 1 is a flag for the owner, bits 2, 4 and 5 are
/// the spelling, bits 6 and 7 the kind. Bit 0 clear means that the eight bytes are a pointer to a
/// Block, with the flag in its spare bit 1. The other seven bytes hold the wire bytes of a live
/// message, or the code, the length and up to five payload bytes of any other.
class Payload {
 public:
  static constexpr std::size_t longest_live_inside = 7;
  static constexpr std::size_t longest_meta_inside = 5;

  /// A live message of one to three bytes, the unused ones 0.
  Payload(std::uint8_t status, std::uint8_t data1, std::uint8_t data2,
          Spelling spelling = {}) noexcept {
    bytes_[tag] = inside_tag(Kind::live, spelling);
    bytes_[first] = status;
    bytes_[first + 1] = data1;
    bytes_[first + 2] = data2;
  }
  /// `code` is the status (live: also the first of `bytes`) or the meta type. Allocates one block
  /// when the bytes are too many.
  Payload(Kind kind, std::uint8_t code, std::span<const std::uint8_t> bytes,
          Spelling spelling = {});

  Payload(const Payload& other) noexcept : bytes_(other.bytes_) {
    if (!is_inside()) retain();
  }
  /// What is moved from stays valid: a long one keeps its kind and code and has no data.
  Payload(Payload&& other) noexcept : bytes_(other.bytes_) {
    if (!is_inside()) other.become_empty();
  }
  Payload& operator=(const Payload& other) noexcept { return *this = Payload(other); }
  Payload& operator=(Payload&& other) noexcept {
    const auto old = bytes_;
    bytes_ = other.bytes_;
    other.bytes_ = old;
    return *this;
  }
  ~Payload() {
    if (!is_inside()) release();
  }

  [[nodiscard]] bool is_inside() const noexcept { return (bytes_[tag] & inside) != 0; }
  [[nodiscard]] Kind kind() const noexcept {
    return is_inside() ? static_cast<Kind>(bytes_[tag] >> kind_shift) : block().kind;
  }
  /// The status byte, the meta type byte, or F0 or F7 for a packet.
  [[nodiscard]] std::uint8_t code() const noexcept {
    return is_inside() ? bytes_[first] : block().code;
  }
  /// A live message's wire bytes; a meta message's or packet's payload.
  [[nodiscard]] std::span<const std::uint8_t> bytes() const noexcept;

  [[nodiscard]] bool flag() const noexcept { return (bytes_[tag] & flagged) != 0; }
  void set_flag(bool on) noexcept {
    bytes_[tag] = static_cast<std::uint8_t>((bytes_[tag] & ~flagged) | (on ? flagged : 0));
  }

  [[nodiscard]] Spelling spelling() const noexcept;

  /// Same kind, code and bytes; neither the flag nor the spelling counts.
  friend bool operator==(const Payload& a, const Payload& b) noexcept;

 private:
  struct Block {
    Kind kind;
    std::uint8_t code;
    Spelling spelling;
    std::size_t size;
  };

  // The tag is where a pointer has its low bits.
  static constexpr bool little = std::endian::native == std::endian::little;
  static constexpr std::size_t tag = little ? 0 : 7;
  static constexpr std::size_t first = little ? 1 : 0;
  static constexpr unsigned inside = 1;
  static constexpr unsigned flagged = 2;
  static constexpr unsigned odd_status = 4;
  static constexpr int extra_delta_shift = 4;
  static constexpr int kind_shift = 6;
  static constexpr unsigned value_bits = inside | (3U << kind_shift);

  [[nodiscard]] static constexpr std::uint8_t inside_tag(Kind kind, Spelling spelling) noexcept {
    return static_cast<std::uint8_t>(inside | (spelling.odd_status ? odd_status : 0U) |
                                     (unsigned{spelling.extra_delta} << extra_delta_shift) |
                                     (static_cast<unsigned>(kind) << kind_shift));
  }

  [[nodiscard]] std::uintptr_t pointer() const noexcept {
    return static_cast<std::uintptr_t>(std::bit_cast<std::uint64_t>(bytes_)) &
           ~std::uintptr_t{inside | flagged};
  }
  [[nodiscard]] const Block& block() const noexcept;
  void become_empty() noexcept;
  void retain() const noexcept;
  void release() noexcept;

  alignas(std::uint64_t) std::array<std::uint8_t, 8> bytes_{};
};

static_assert(sizeof(Payload) == 8);

}  // namespace mido::detail
