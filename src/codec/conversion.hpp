// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace mido::detail {

/// Converts whole texts between a charset and UTF-8.
class Conversion {
 public:
  Conversion() = default;
  Conversion(const Conversion&) = delete;
  Conversion& operator=(const Conversion&) = delete;
  virtual ~Conversion() = default;

  /// Nothing when a part of the text cannot be converted.
  [[nodiscard]] virtual std::optional<std::string> to_utf8(std::string_view bytes) = 0;
  /// The same the other way. Precondition: it is UTF-8.
  [[nodiscard]] virtual std::optional<std::string> from_utf8(std::string_view utf8) = 0;
};

inline constexpr std::string_view latin1_name = "latin1";
inline constexpr std::string_view utf8_name = "utf-8";

/// By a name as Charset::name() has it; null when it is unknown. Throws ValueError when there was
/// no iconv at build time to know it.
[[nodiscard]] std::unique_ptr<Conversion> open_conversion(const std::string& name);

/// The same for what is not built in.
[[nodiscard]] std::unique_ptr<Conversion> open_iconv(const std::string& name);

}  // namespace mido::detail
