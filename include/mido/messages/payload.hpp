// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace mido::detail {

/// What a message is made of.
enum class Kind : std::uint8_t { live, meta, packet, raw };

/// Of a channel message in a file.
enum class StatusByte : std::uint8_t {
  as_needed,  ///< left out where running status does
  written,    ///< written in any case
  left_out,   ///< left out though running status was cancelled (a fault)
};

/// How a file writes an event, where that is not the usual way; kept so that what was read can be
/// written back byte for byte. No part of the message's value.
struct Spelling {
  StatusByte status_byte = StatusByte::as_needed;
  std::uint8_t extra_delta = 0;   ///< bytes of the delta time over the fewest, 0..3
  std::uint8_t extra_length = 0;  ///< bytes of the payload's length over the fewest, 0..3
  friend bool operator==(const Spelling&, const Spelling&) = default;
};

/// The bytes of one message in eight bytes: short ones inside, long ones in one shared block that
/// never changes (so a copy never allocates).
///
/// One byte is the tag: bit 0 set means inside, bit 1 is a flag for the owner, bits 2 to 5 are the
/// spelling, bits 6 and 7 the kind. Bit 0 clear means that the eight bytes are a pointer to a
/// Block, with the flag in its spare bit 1. The other seven bytes hold the wire bytes of a live
/// message, or the code, the length and up to five payload bytes of any other.
class Payload {
 public:
  static constexpr std::size_t longest_live_inside = 7;
  static constexpr std::size_t longest_meta_inside = 5;

  /// A live message of one to three bytes, the unused ones 0.
  Payload(std::uint8_t status, std::uint8_t data1, std::uint8_t data2,
          Spelling spelling = {}) noexcept
      : word_(inside_tag(Kind::live, spelling) | in_memory(0, status) | in_memory(1, data1) |
              in_memory(2, data2)) {}
  /// The same of its bytes in one number, the status the lowest.
  [[nodiscard]] static Payload of_three_bytes(std::uint32_t bytes) noexcept {
    if constexpr (little) return Payload((std::uint64_t{bytes} << 8) | live_tag);
    return {static_cast<std::uint8_t>(bytes), static_cast<std::uint8_t>(bytes >> 8),
            static_cast<std::uint8_t>(bytes >> 16)};
  }
  // For who makes millions of channel messages: one stands in a word as its tag, the status and the
  // data bytes, each in the next higher byte.
  static constexpr std::uint8_t live_tag = 1;
  static constexpr std::uint8_t written_status_tag = live_tag | (1U << 2);
  /// From such a word. Only where the lowest byte of a number stands first in memory.
  explicit Payload(std::uint64_t word_inside) noexcept : word_(word_inside) {}
  /// The other way; of no meaning for one that is not inside.
  [[nodiscard]] std::uint64_t word() const noexcept { return word_; }

  /// `code` is the status (live: also the first of `bytes`) or the meta type. Allocates one block
  /// when the bytes are too many.
  Payload(Kind kind, std::uint8_t code, std::span<const std::uint8_t> bytes,
          Spelling spelling = {}) {
    const bool live = kind == Kind::live;
    const std::size_t longest = live ? longest_live_inside : longest_meta_inside;
    word_ = bytes.size() <= longest && spelling.extra_length == 0
                ? inside_word(kind, code, bytes, spelling)
                : block_word(kind, code, bytes, spelling);
  }

  Payload(const Payload& other) noexcept : word_(other.word_) {
    if (!is_inside()) retain(word_);
  }
  /// What is moved from stays valid: a long one keeps its kind and code and has no data.
  Payload(Payload&& other) noexcept : word_(other.word_) {
    if (!is_inside()) other.word_ = without_data(word_);
  }
  Payload& operator=(const Payload& other) noexcept { return *this = Payload(other); }
  Payload& operator=(Payload&& other) noexcept {
    std::swap(word_, other.word_);
    return *this;
  }
  ~Payload() {
    if (!is_inside()) release(word_);
  }

  [[nodiscard]] bool is_inside() const noexcept { return (word_ & inside) != 0; }
  [[nodiscard]] Kind kind() const noexcept {
    return is_inside() ? static_cast<Kind>((word_ >> kind_shift) & 3U) : block_of(word_).kind;
  }
  /// The status byte, the meta type byte, or F0 or F7 for a packet.
  [[nodiscard]] std::uint8_t code() const noexcept {
    return is_inside() ? *memory() : block_of(word_).code;
  }
  /// A live message's wire bytes; a meta message's or packet's payload.
  [[nodiscard]] std::span<const std::uint8_t> bytes() const noexcept;

  [[nodiscard]] bool flag() const noexcept { return (word_ & flagged) != 0; }
  void set_flag(bool on) noexcept {
    word_ = (word_ & ~std::uint64_t{flagged}) | std::uint64_t{on} * flagged;
  }

  [[nodiscard]] Spelling spelling() const noexcept {
    if (!is_inside()) return block_of(word_).spelling;
    return {.status_byte = static_cast<StatusByte>((word_ >> status_byte_shift) & 3U),
            .extra_delta = static_cast<std::uint8_t>((word_ >> extra_delta_shift) & 3U)};
  }

  /// Same kind, code and bytes; neither the flag nor the spelling counts.
  friend bool operator==(const Payload& a, const Payload& b) noexcept;

 private:
  struct Block {
    Kind kind;
    std::uint8_t code;
    Spelling spelling;
    std::size_t size;
  };

  // The tag is the low byte of the word, where a pointer has its low bits. The other seven bytes
  // lie together in memory, behind or in front of it.
  static constexpr bool little = std::endian::native == std::endian::little;
  static constexpr unsigned inside = 1;
  static constexpr unsigned flagged = 2;
  static constexpr int status_byte_shift = 2;
  static constexpr int extra_delta_shift = 4;
  static constexpr int kind_shift = 6;
  static constexpr unsigned value_tag = inside | (3U << kind_shift);
  static constexpr std::uint64_t value_bits = ~std::uint64_t{0xFF} | value_tag;

  // Without branches: a file has millions of these.
  [[nodiscard]] static constexpr std::uint64_t inside_tag(Kind kind, Spelling spelling) noexcept {
    return inside | (static_cast<std::uint64_t>(spelling.status_byte) << status_byte_shift) |
           (std::uint64_t{spelling.extra_delta} << extra_delta_shift) |
           (static_cast<std::uint64_t>(kind) << kind_shift);
  }
  [[nodiscard]] static std::uint64_t inside_word(Kind kind, std::uint8_t code,
                                                 std::span<const std::uint8_t> bytes,
                                                 Spelling spelling) noexcept {
    std::uint64_t word = inside_tag(kind, spelling);
    int index = 0;
    if (kind != Kind::live) {
      word |= in_memory(index++, code);
      word |= in_memory(index++, static_cast<std::uint8_t>(bytes.size()));
    }
    for (const std::uint8_t byte : bytes) word |= in_memory(index++, byte);
    return word;
  }
  [[nodiscard]] static std::uint64_t block_word(Kind kind, std::uint8_t code,
                                                std::span<const std::uint8_t> bytes,
                                                Spelling spelling);
  /// The word that has this byte there among the seven.
  [[nodiscard]] static constexpr std::uint64_t in_memory(int index, std::uint8_t byte) noexcept {
    return std::uint64_t{byte} << (8 * (little ? index + 1 : 7 - index));
  }
  /// The seven bytes.
  [[nodiscard]] const std::uint8_t* memory() const noexcept {
    return reinterpret_cast<const std::uint8_t*>(&word_) + (little ? 1 : 0);
  }

  // Of a word that is not inside. They take the word and not its address: else a payload could not
  // be in a register.
  [[nodiscard]] static std::uintptr_t pointer(std::uint64_t word) noexcept {
    return static_cast<std::uintptr_t>(word) & ~std::uintptr_t{inside | flagged};
  }
  [[nodiscard]] static const Block& block_of(std::uint64_t word) noexcept;
  [[nodiscard]] static std::uint64_t without_data(std::uint64_t word) noexcept;
  static void retain(std::uint64_t word) noexcept;
  static void release(std::uint64_t word) noexcept;

  std::uint64_t word_;
};

static_assert(sizeof(Payload) == 8);

}  // namespace mido::detail
