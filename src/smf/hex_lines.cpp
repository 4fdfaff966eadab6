// SPDX-License-Identifier: MIT
#include "smf/hex_lines.hpp"

#include <algorithm>
#include <ostream>
#include <string>

namespace mido::smf {

namespace {

constexpr std::size_t bytes_a_line = 8;
constexpr std::size_t bytes_width = 3 * bytes_a_line;
constexpr int offset_digits = 8;

void append_hex(std::string& line, std::size_t number, int digits) {
  static constexpr std::string_view all = "0123456789ABCDEF";
  for (int i = digits - 1; i >= 0; --i) line += all[(number >> (4 * i)) & 15];
}

}  // namespace

void HexLines::write_to(std::size_t end, std::string_view meaning) {
  while (position_ < end) {
    const std::size_t size = std::min(bytes_a_line, end - position_);
    std::string line;
    append_hex(line, position_, offset_digits);
    line += ' ';
    for (const std::uint8_t byte : file_.subspan(position_, size)) {
      line += ' ';
      append_hex(line, byte, 2);
    }
    if (!meaning.empty()) {
      line.append(bytes_width - 3 * size + 2, ' ').append(meaning);
      meaning = {};
    }
    out_ << line << '\n';
    position_ += size;
  }
}

void HexLines::note(std::size_t offset, std::string_view note) {
  std::string line;
  append_hex(line, offset, offset_digits);
  out_ << line.append("  ").append(note) << '\n';
}

}  // namespace mido::smf
