// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <span>
#include <string_view>

namespace mido::smf {

/// Writes the bytes of a file in lines of offset, bytes and meaning.
class HexLines {
 public:
  HexLines(std::span<const std::uint8_t> file, std::ostream& out) : file_(file), out_(out) {}

  /// The bytes up to an offset, from where the last call ended. The meaning stands in the first
  /// line. Nothing when there are none.
  void write_to(std::size_t end, std::string_view meaning);
  /// A line about the byte at an offset.
  void note(std::size_t offset, std::string_view note);

  [[nodiscard]] std::size_t position() const noexcept { return position_; }

 private:
  std::span<const std::uint8_t> file_;
  std::ostream& out_;
  std::size_t position_ = 0;
};

}  // namespace mido::smf
