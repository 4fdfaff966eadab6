// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "codec/conversion.hpp"
#include "values/utf8.hpp"

/// Conversions that lose nothing: bytes that do not convert are kept as private characters; see
/// Charset.
namespace mido::detail {

/// Takes any bytes.
[[nodiscard]] std::string decode_keeping_bytes(Conversion& conversion, std::string_view bytes);

/// The way back. Nothing when the charset lacks a character. Precondition: it is UTF-8.
[[nodiscard]] std::optional<std::string> encode_kept_bytes(Conversion& conversion,
                                                           std::string_view utf8);

/// The first character that the charset lacks. Precondition: it is UTF-8.
[[nodiscard]] std::string first_foreign_character(Conversion& conversion, std::string_view utf8);

}  // namespace mido::detail
