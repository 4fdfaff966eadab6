// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace mido::cli {

inline constexpr unsigned largest_16 = 0xFFFF;
inline constexpr unsigned largest_32 = 0xFFFFFFFF;

/// The words of a line as "name=value" and flags. Each that may be there is to be asked for, once,
/// before check_all_known().
class NamedValues {
 public:
  explicit NamedValues(std::span<const std::string_view> words)
      : unknown_(words.begin(), words.end()) {}

  /// The value; nothing when the name is not there.
  [[nodiscard]] std::optional<std::string_view> text(std::string_view name);
  /// The same as a number. Throws Error when it is none, or more than `most`.
  [[nodiscard]] std::optional<unsigned> number(std::string_view name, unsigned most);
  /// Whether that word is there.
  [[nodiscard]] bool flag(std::string_view name) { return std::erase(unknown_, name) > 0; }
  /// The division of a header by any of its names, as in a file; 480 ticks per beat without. Throws
  /// Error.
  [[nodiscard]] unsigned division();

  /// Throws Error when there is a word that nobody has asked for.
  void check_all_known(std::string_view expected) const;

 private:
  std::vector<std::string_view> unknown_;
};

}  // namespace mido::cli
