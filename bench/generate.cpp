// SPDX-License-Identifier: MIT
#include "bench/generate.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <random>
#include <stdexcept>
#include <string>
#include <utility>

namespace bench {

namespace {

/// std::uniform_int_distribution gives other numbers with other libraries.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}

  /// 0..count-1
  std::uint32_t below(std::uint32_t count) { return static_cast<std::uint32_t>(engine_() % count); }
  bool one_in(std::uint32_t count) { return below(count) == 0; }
  std::uint8_t data_byte() { return static_cast<std::uint8_t>(below(128)); }

 private:
  std::mt19937 engine_;
};

void put(mido::Bytes& out, std::initializer_list<std::uint32_t> bytes) {
  for (const std::uint32_t byte : bytes) out.push_back(static_cast<std::uint8_t>(byte));
}

void put_big_endian(mido::Bytes& out, std::size_t value, int bytes) {
  while (bytes-- > 0) out.push_back(static_cast<std::uint8_t>(value >> (8 * bytes)));
}

/// Most events have a delta time of one byte.
void put_delta(mido::Bytes& out, Dice& dice) {
  if (dice.one_in(15)) put(out, {0x81U + dice.below(20)});
  out.push_back(dice.one_in(3) ? std::uint8_t{0} : dice.data_byte());
}

std::uint8_t channel_status(Dice& dice, std::uint8_t channel) {
  constexpr std::array<std::uint8_t, 10> kinds = {0x90, 0x90, 0x90, 0x90, 0x90,
                                                  0xB0, 0xB0, 0xE0, 0xC0, 0xD0};
  return kinds.at(dice.below(kinds.size())) | channel;
}

bool has_two_data_bytes(std::uint8_t status) { return (status & 0xE0) != 0xC0; }

void put_text_or_sysex(mido::Bytes& out, Dice& dice) {
  const std::uint32_t size = 2 + dice.below(20);
  if (dice.one_in(2)) {
    put(out, {0xFF, 1 + dice.below(7), size});
  } else {
    put(out, {0xF0, size});
  }
  for (std::uint32_t i = 1; i < size; ++i) out.push_back(dice.data_byte());
  out.push_back(out[out.size() - size - 1] == 0xF0 ? std::uint8_t{0xF7} : dice.data_byte());
}

/// A note that begins ends with the next event of its kind: a velocity of 0.
class Notes {
 public:
  std::pair<std::uint8_t, std::uint8_t> next(Dice& dice) {
    sounds_ = !sounds_;
    if (!sounds_) return {note_, std::uint8_t{0}};
    note_ = dice.data_byte();
    return {note_, static_cast<std::uint8_t>(1 + dice.below(127))};
  }

 private:
  std::uint8_t note_ = 0;
  bool sounds_ = false;
};

void put_data(mido::Bytes& out, std::uint8_t status, Notes& notes, Dice& dice) {
  if ((status & 0xF0) == 0x90) {
    const auto [note, velocity] = notes.next(dice);
    put(out, {note, velocity});
    return;
  }
  out.push_back(dice.data_byte());
  if (has_two_data_bytes(status)) out.push_back(dice.data_byte());
}

void put_track(mido::Bytes& out, std::size_t bytes, std::uint8_t channel, Dice& dice) {
  put(out, {'M', 'T', 'r', 'k', 0, 0, 0, 0});
  const std::size_t begin = out.size();
  std::uint8_t status = 0;
  Notes notes;
  while (out.size() - begin < bytes) {
    put_delta(out, dice);
    if (dice.one_in(150)) {
      put_text_or_sysex(out, dice);
      status = 0;
      continue;
    }
    // Half of the events repeat the status of the one before.
    const std::uint8_t next =
        status == 0 || dice.one_in(2) ? channel_status(dice, channel) : status;
    if (next != status) out.push_back(next);
    status = next;
    put_data(out, status, notes, dice);
  }
  put(out, {0, 0xFF, 0x2F, 0});
  mido::Bytes size;
  put_big_endian(size, out.size() - begin, 4);
  std::copy(size.begin(), size.end(), out.begin() + static_cast<std::ptrdiff_t>(begin - 4));
}

/// Real-time bytes may stand anywhere.
void put_live(mido::Bytes& out, std::uint8_t byte, std::size_t& messages, Dice& dice) {
  if (dice.one_in(100)) {
    out.push_back(0xF8);
    ++messages;
  }
  out.push_back(byte);
}

void put_live_sysex(mido::Bytes& out, std::size_t& messages, Dice& dice) {
  out.push_back(0xF0);
  for (std::uint32_t i = dice.below(60); i > 0; --i)
    put_live(out, dice.data_byte(), messages, dice);
  out.push_back(0xF7);
}

void save(const mido::Bytes& bytes, const std::filesystem::path& path) {
  std::ofstream stream(path, std::ios::binary);
  stream.write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
  if (!stream.flush()) throw std::runtime_error("cannot write " + path.string());
}

}  // namespace

mido::Bytes generate_file(std::size_t bytes, std::size_t tracks, std::uint32_t seed) {
  Dice dice(seed);
  mido::Bytes out;
  out.reserve(bytes + bytes / 16);
  put(out, {'M', 'T', 'h', 'd', 0, 0, 0, 6, 0, 1});
  put_big_endian(out, tracks, 2);
  put_big_endian(out, 480, 2);
  for (std::size_t i = 0; i < tracks; ++i) {
    put_track(out, bytes / tracks, static_cast<std::uint8_t>(i % 16), dice);
  }
  return out;
}

mido::Bytes generate_live_stream(std::size_t messages, std::uint32_t seed) {
  Dice dice(seed);
  mido::Bytes out;
  std::uint8_t status = 0;
  for (std::size_t done = 0; done < messages; ++done) {
    if (dice.one_in(150)) {
      put_live_sysex(out, done, dice);
      status = 0;
      continue;
    }
    const std::uint8_t next = status == 0 || dice.one_in(3) ? channel_status(dice, 0) : status;
    if (next != status) out.push_back(next);
    status = next;
    put_live(out, dice.data_byte(), done, dice);
    if (has_two_data_bytes(status)) put_live(out, dice.data_byte(), done, dice);
  }
  return out;
}

void generate_input(const std::filesystem::path& folder, std::size_t megabytes) {
  std::filesystem::create_directories(folder / "corpus");
  for (std::uint32_t i = 1; i <= 200; ++i) {
    // From 2 to 240 kB, most of them small, as files are.
    const std::size_t size = 2000 + 6 * i * i;
    save(generate_file(size, 1 + i % 16, i), folder / "corpus" / (std::to_string(i) + ".mid"));
  }
  save(generate_file(megabytes * 1'000'000, 64, 1), folder / "big.mid");
  save(generate_live_stream(1'000'000, 1), folder / "live.bin");
}

}  // namespace bench
