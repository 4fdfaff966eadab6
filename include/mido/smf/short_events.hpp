// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "mido/messages/live_length.hpp"
#include "mido/messages/payload.hpp"

/// The fast way through a track. Nearly all events are channel messages with two data bytes after a
/// delta time of one or two. Where the highest bits of the next bytes are set tells the shape of
/// such an event, and so where the next one begins, without a branch for each byte. Whatever has
/// another shape is left to TrackReader::next(), which can do everything, and knows every fault.
namespace mido::detail {

/// One such event.
struct ShortEvent {
  const std::uint8_t* position;  ///< where its delta time begins
  std::uint8_t size;             ///< with the delta time
  std::uint32_t delta;           ///< ticks
  std::uint32_t payload;         ///< its word of a Payload: tag, status, data bytes

  /// The two data bytes.
  [[nodiscard]] const std::uint8_t* data() const noexcept { return position + size - 2; }
  [[nodiscard]] std::uint8_t status() const noexcept {
    return static_cast<std::uint8_t>(payload >> 8);
  }
  [[nodiscard]] Spelling spelling() const noexcept {
    const bool written = (payload & 0xFF) == Payload::written_status_tag;
    return {.status_byte = written ? StatusByte::written : StatusByte::as_needed};
  }
};

/// What the highest bits of its bytes tell about an event.
struct ShortEventShape {
  std::uint32_t message_mask = 0;  ///< what is not of the message before: status, data
  std::uint32_t delta_mask = 0;    ///< of the delta time, as the lowest bytes of a number
  std::uint32_t delta_factor = 0;  ///< brings its two times seven bits together, from bit 18 on
  std::uint8_t tag = 0;            ///< of the Payload
  std::uint8_t rotation = 0;       ///< in bits, to the left: brings the data where a Payload has it
  std::uint8_t size = 0;           ///< in bytes, its two data bytes are the last; 0: another shape
  std::uint8_t pair_size = 0;      ///< with the event behind it; 0 when one has another shape

  [[nodiscard]] constexpr bool has_status() const noexcept {
    return tag == Payload::written_status_tag;
  }
};

inline constexpr unsigned shape_bits = 5;  ///< the longest shape has as many bytes

consteval ShortEventShape shape_of(unsigned bits) {
  const bool long_delta = (bits & 1) != 0;
  bits >>= long_delta ? 1 : 0;
  const bool longer_delta = (bits & 1) != 0;
  const bool has_status = (bits & 2) != 0;
  bits >>= has_status ? 2 : 1;
  const bool has_data = (bits & 3) == 0;
  if (longer_delta || !has_data) return {};
  const unsigned data_at = (long_delta ? 1U : 0U) + 1 + (has_status ? 1U : 0U);
  return {.message_mask = has_status ? 0xFFFFFF00U : 0xFFFF0000U,
          .delta_mask = long_delta ? 0x7F7FU : 0x7FU,
          .delta_factor = long_delta ? (1U << 25) + (1U << 10) : 1U << 18,
          .tag = has_status ? Payload::written_status_tag : Payload::live_tag,
          .rotation = static_cast<std::uint8_t>((16 - 8 * data_at) % 64),
          .size = static_cast<std::uint8_t>(data_at + 2)};
}

/// The shapes of two events, one behind the other, by the highest bits of their bytes: from event
/// to event is the longest chain of operations there is, and this halves it.
struct alignas(32) ShortEventPair {
  ShortEventShape first;
  ShortEventShape second;
};

consteval auto make_short_event_pairs() {
  constexpr std::size_t shapes = std::size_t{1} << shape_bits;
  std::array<ShortEventPair, shapes * shapes> result{};
  for (std::size_t bits = 0; bits < result.size(); ++bits) {
    auto& [first, second] = result[bits];
    first = shape_of(static_cast<unsigned>(bits % shapes));
    second = shape_of(static_cast<unsigned>((bits >> first.size) % shapes));
    const bool both = first.size != 0 && second.size != 0;
    first.pair_size = static_cast<std::uint8_t>(both ? first.size + second.size : 0);
  }
  return result;
}

inline constexpr auto short_event_pairs = make_short_event_pairs();

/// The next bytes of a track and their highest bits. Past its end, and behind a byte that would be
/// a status with another number of data bytes, bits are set so that no short event seems to be
/// there.
class ShortEventBits {
 public:
  void fill(const std::uint8_t* position, const std::uint8_t* end) noexcept;

  /// Places count from where it was filled. Of one in the track:
  [[nodiscard]] std::size_t index_of(const std::uint8_t* position) const noexcept {
    return static_cast<std::size_t>(position - begin_);
  }
  [[nodiscard]] const std::uint8_t* position_of(std::size_t index) const noexcept {
    return begin_ + index;
  }
  [[nodiscard]] bool is_filled() const noexcept { return begin_ != nullptr; }
  /// Whether too little is left to tell the shape of an event there.
  [[nodiscard]] bool must_fill(std::size_t index) const noexcept { return index >= limit_; }

  /// The bits from there on, at least 50, above `index_shift` others.
  [[nodiscard]] std::uint64_t from(std::size_t index) const noexcept {
    std::uint64_t bits = 0;
    std::memcpy(&bits, bits_.data() + index / 8, sizeof bits);
    return (bits << index_shift) >> (index % 8);
  }
  [[nodiscard]] static const ShortEventPair& pair(std::uint64_t bits) noexcept {
    constexpr std::uint64_t mask = (short_event_pairs.size() - 1) << index_shift;
    // Not by an index: two shifts less in the chain from event to event.
    const auto* table = reinterpret_cast<const std::uint8_t*>(short_event_pairs.data());
    return *reinterpret_cast<const ShortEventPair*>(table + (bits & mask));
  }
  /// Whether its bit is set because of the byte before.
  [[nodiscard]] bool is_spoiled(std::size_t index) const noexcept {
    return ((from(index) >> index_shift) & 1) != static_cast<unsigned>(*bytes_at(index) >> 7);
  }
  /// The bytes there; eight can be read at once, from a copy near the end of the track.
  [[nodiscard]] const std::uint8_t* bytes_at(std::size_t index) const noexcept {
    return source_ + index;
  }

 private:
  static constexpr std::size_t size = 512;
  static constexpr std::size_t slack = 16;
  // A pair is as big as 2^5 bytes, so an index needs no shift.
  static constexpr int index_shift = 5;
  static_assert(sizeof(ShortEventPair) == 1U << index_shift);

  const std::uint8_t* begin_ = nullptr;
  const std::uint8_t* source_ = nullptr;  // begin_ or a copy
  std::size_t limit_ = 0;
  std::array<std::uint8_t, size / 8 + slack> bits_{};
  std::array<std::uint8_t, size + slack> copy_{};
};

/// Reads the short events of a track; it lives as long as the track is read.
class ShortEventReader {
 public:
  /// Calls `visit(const ShortEvent&)` for every event from `position` on up to one of another
  /// shape. `running_status` may be 0. `position` does not go back, and `end` is always the same.
  template <class Visit>
  void read(const std::uint8_t* position, const std::uint8_t* end, std::uint8_t running_status,
            Visit&& visit);

  /// Where it came to.
  [[nodiscard]] const std::uint8_t* position() const noexcept { return bits_.position_of(index_); }
  /// The status of the last event; else that from before.
  [[nodiscard]] std::uint8_t status() const noexcept {
    return static_cast<std::uint8_t>(message_ >> 8);
  }

 private:
  static constexpr int pairs_in_window = 5;  // take at most 50 bits

  template <class Visit>
  bool read_window(Visit& visit);

  static std::uint64_t load(const std::uint8_t* bytes) noexcept {
    std::uint64_t result = 0;
    std::memcpy(&result, bytes, sizeof result);
    return result;
  }
  // A delta time with a byte too many begins with this one.
  static bool has_extra_delta(std::uint64_t bytes) noexcept {
    return static_cast<std::uint8_t>(bytes) == 0x80;
  }
  // Tag, status and data; without a status byte the status of the message before.
  static std::uint32_t message_in(std::uint64_t bytes, const ShortEventShape& shape,
                                  std::uint32_t before) noexcept {
    const auto message = static_cast<std::uint32_t>(std::rotl(bytes, shape.rotation));
    return before ^ ((message ^ before) & shape.message_mask);
  }
  static ShortEvent event_of(const std::uint8_t* position, std::uint64_t bytes,
                             const ShortEventShape& shape, std::uint32_t message) noexcept {
    const std::uint32_t delta = static_cast<std::uint32_t>(bytes) & shape.delta_mask;
    return {.position = position,
            .size = shape.size,
            .delta = (delta * shape.delta_factor) >> 18,
            .payload = message | shape.tag};
  }

  std::size_t index_ = 0;
  std::uint32_t message_ = 0;  // the last, as in ShortEvent::payload
  ShortEventBits bits_;
};

// ---------------------------------------------------------------------------------------------

template <class Visit>
void ShortEventReader::read(const std::uint8_t* position, const std::uint8_t* end,
                            std::uint8_t running_status, Visit&& visit) {
  message_ = Payload::live_tag | (std::uint32_t{running_status} << 8);
  if (!bits_.is_filled()) bits_.fill(position, end);
  index_ = bits_.index_of(position);
  if constexpr (std::endian::native != std::endian::little) return;
  const auto fill_when_needed = [&] {
    if (!bits_.must_fill(index_)) return false;
    bits_.fill(bits_.position_of(index_), end);
    index_ = 0;
    return true;
  };
  fill_when_needed();
  if (bits_.is_spoiled(index_)) return;
  const bool has_running_status = live_length(running_status) == 3;
  if (!has_running_status && !bits_.pair(bits_.from(index_)).first.has_status()) return;
  while (read_window(visit) || fill_when_needed()) fill_when_needed();
}

template <class Visit>
bool ShortEventReader::read_window(Visit& visit) {
  const ShortEventBits& track = bits_;
  std::size_t index = index_;
  std::uint32_t message = message_;
  bool goes_on = true;
  std::uint64_t bits = track.from(index);
  for (int i = 0; i < pairs_in_window && goes_on; ++i) {
    const auto& [shape, next_shape] = ShortEventBits::pair(bits);
    const std::uint64_t bytes = load(track.bytes_at(index));
    const std::uint64_t next_bytes = load(track.bytes_at(index + shape.size));
    if (shape.pair_size == 0 || has_extra_delta(bytes) || has_extra_delta(next_bytes)) {
      goes_on = false;
      if (shape.size == 0 || has_extra_delta(bytes)) break;
      message = message_in(bytes, shape, message);
      visit(event_of(track.position_of(index), bytes, shape, message));
      index += shape.size;
      break;
    }
    bits >>= shape.pair_size;
    message = message_in(bytes, shape, message);
    visit(event_of(track.position_of(index), bytes, shape, message));
    message = message_in(next_bytes, next_shape, message);
    visit(event_of(track.position_of(index + shape.size), next_bytes, next_shape, message));
    index += shape.pair_size;
  }
  index_ = index;
  message_ = message;
  return goes_on;
}

}  // namespace mido::detail
