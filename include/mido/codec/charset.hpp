// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mido {

/// How the texts of a file are written as bytes. Texts of messages are the bytes of the file; a
/// charset turns them into UTF-8 and back: `Charset("shift_jis").decode(track.name())`.
///
/// Nothing is lost: encode(decode(bytes)) are the same bytes, whatever they are. A byte that means
/// nothing in the charset, or that would not come back as it was, becomes the private character
/// U+10FE00 + byte. latin1 and utf8 are built in, others are converted by iconv.
/// Thread-safe: like a string.
class Charset {
 public:
  /// The first of the 256 characters that stand for bytes.
  static constexpr char32_t first_kept_byte = 0x10FE00;

  /// By a name that iconv knows, in any case, "_" for "-": "latin1", "utf-8", "cp1252", "euc_jp".
  /// shift_jis is taken for CP932, as everywhere but in its standard. Throws ValueError for an
  /// unknown name, and for another than the built-in ones when there was no iconv at build time.
  explicit Charset(std::string_view name);
  /// ISO 8859-1, as the original takes it: every byte is a character.
  [[nodiscard]] static Charset latin1();
  [[nodiscard]] static Charset utf8();
  /// The charset that a text seems to be in: UTF-8 when it is that, else what uchardet makes of
  /// it, else latin1. The longer the text the better. Throws ValueError when it is no UTF-8 and
  /// there was no uchardet at build time.
  [[nodiscard]] static Charset detect(std::string_view bytes);

  /// "latin1", "utf-8", or the name for iconv.
  [[nodiscard]] const std::string& name() const noexcept { return name_; }

  /// The text as UTF-8. Takes any bytes.
  [[nodiscard]] std::string decode(std::string_view bytes) const;
  /// Throws ValueError for what is no UTF-8, and for a character that the charset does not have.
  [[nodiscard]] std::string encode(std::string_view utf8) const;

  friend bool operator==(const Charset&, const Charset&) = default;

 private:
  std::string name_;
};

}  // namespace mido
