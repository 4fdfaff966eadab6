// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>

/// What the reader of files is measured against: a plain tokenizer of Standard MIDI Files, a byte
/// at a time, as one writes it in an afternoon, with all checks: that no read goes past the end,
/// lengths of at most four bytes, running status, data bytes under 128. It knows nothing of the
/// library, and stores nothing but what the caller's sink stores.
namespace bench {

namespace detail {

struct Bytes {
  const std::uint8_t* at;
  const std::uint8_t* end;

  [[nodiscard]] std::size_t left() const { return static_cast<std::size_t>(end - at); }
};

/// A variable-length quantity; false when it is cut off or longer than four bytes.
inline bool take_quantity(Bytes& bytes, std::uint32_t& value) {
  value = 0;
  for (int i = 0; i < 4; ++i) {
    if (bytes.at == bytes.end) return false;
    const std::uint8_t byte = *bytes.at++;
    value = (value << 7) | (byte & 0x7FU);
    if (byte < 0x80) return true;
  }
  return false;
}

/// The payload of a sysex or meta event; false when it goes past the end.
inline bool take_payload(Bytes& bytes, std::span<const std::uint8_t>& payload) {
  std::uint32_t size = 0;
  if (!take_quantity(bytes, size) || bytes.left() < size) return false;
  payload = {bytes.at, size};
  bytes.at += size;
  return true;
}

inline std::uint32_t big_endian_32(const std::uint8_t* at) {
  return (std::uint32_t{at[0]} << 24) | (std::uint32_t{at[1]} << 16) | (std::uint32_t{at[2]} << 8) |
         at[3];
}

}  // namespace detail

/// Calls `sink.channel(delta, status, data1, data2)` and `sink.payload(delta, status, type, span)`
/// for the events of a track, to its end_of_track. False at the first fault.
template <class Sink>
bool walk_track(std::span<const std::uint8_t> track, Sink& sink) {
  detail::Bytes bytes{track.data(), track.data() + track.size()};
  std::uint8_t running = 0;
  for (;;) {
    std::uint32_t delta = 0;
    if (!detail::take_quantity(bytes, delta) || bytes.at == bytes.end) return false;
    std::uint8_t status = running;
    if (*bytes.at >= 0x80) status = *bytes.at++;
    if (status >= 0x80 && status < 0xF0) {
      running = status;
      const bool two = (status & 0xE0) != 0xC0;
      if (bytes.left() < (two ? 2 : 1)) return false;
      const std::uint8_t data1 = *bytes.at++;
      const std::uint8_t data2 = two ? *bytes.at++ : std::uint8_t{0};
      if ((data1 | data2) >= 0x80) return false;
      sink.channel(delta, status, data1, data2);
      continue;
    }
    running = 0;
    std::uint8_t type = 0;
    if (status == 0xFF) {
      if (bytes.at == bytes.end) return false;
      type = *bytes.at++;
    } else if (status != 0xF0 && status != 0xF7) {
      return false;
    }
    std::span<const std::uint8_t> payload;
    if (!detail::take_payload(bytes, payload)) return false;
    sink.payload(delta, status, type, payload);
    if (status == 0xFF && type == 0x2F) return bytes.at == bytes.end;
  }
}

/// The same for all tracks of a file; chunks that are no tracks are passed over.
template <class Sink>
bool walk_file(std::span<const std::uint8_t> file, Sink& sink) {
  if (file.size() < 14 || std::memcmp(file.data(), "MThd", 4) != 0) return false;
  std::size_t at = 8 + detail::big_endian_32(file.data() + 4);
  while (at <= file.size() && file.size() - at >= 8) {
    const std::size_t size = detail::big_endian_32(file.data() + at + 4);
    const bool is_track = std::memcmp(file.data() + at, "MTrk", 4) == 0;
    at += 8;
    if (file.size() - at < size) return false;
    if (is_track && !walk_track(file.subspan(at, size), sink)) return false;
    at += size;
  }
  return at == file.size();
}

/// Stores nothing. The sum makes the compiler look at every value.
struct CountingSink {
  std::uint64_t events = 0;
  std::uint64_t sum = 0;

  void channel(std::uint32_t delta, std::uint8_t status, std::uint8_t data1, std::uint8_t data2) {
    ++events;
    sum += delta + status + data1 + data2;
  }
  void payload(std::uint32_t delta, std::uint8_t status, std::uint8_t type,
               std::span<const std::uint8_t> data) {
    ++events;
    sum += delta + status + type + data.size();
  }
};

/// Writes 16 plain bytes an event into memory that has room for them; a payload is a place in the
/// file.
struct StoringSink {
  struct Event {
    std::uint64_t time;
    std::uint32_t place;
    std::uint8_t status, data1, data2, type;
  };
  static_assert(sizeof(Event) == 16);

  Event* next;
  const std::uint8_t* file;
  std::uint64_t events = 0;

  void channel(std::uint32_t delta, std::uint8_t status, std::uint8_t data1, std::uint8_t data2) {
    *next++ = {delta, 0, status, data1, data2, 0};
    ++events;
  }
  void payload(std::uint32_t delta, std::uint8_t status, std::uint8_t type,
               std::span<const std::uint8_t> data) {
    *next++ = {delta, static_cast<std::uint32_t>(data.data() - file), status, 0, 0, type};
    ++events;
  }
};

}  // namespace bench
