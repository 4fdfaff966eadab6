// SPDX-License-Identifier: MIT
#include "codec/conversion.hpp"

#include <cstdint>

#include "values/utf8.hpp"

namespace mido::detail {

namespace {

class Latin1Conversion final : public Conversion {
 public:
  std::optional<std::string> to_utf8(std::string_view bytes) override {
    std::string result;
    for (const char c : bytes) result += encode_utf8(static_cast<std::uint8_t>(c));
    return result;
  }
  std::optional<std::string> from_utf8(std::string_view utf8) override {
    std::string result;
    while (!utf8.empty()) {
      const auto character = decode_utf8(utf8);
      if (!character || character->point > 0xFF) return std::nullopt;
      result += static_cast<char>(character->point);
      utf8.remove_prefix(character->size);
    }
    return result;
  }
};

class Utf8Conversion final : public Conversion {
 public:
  std::optional<std::string> to_utf8(std::string_view bytes) override {
    return is_utf8(bytes) ? std::optional<std::string>(bytes) : std::nullopt;
  }
  std::optional<std::string> from_utf8(std::string_view utf8) override { return std::string(utf8); }
};

}  // namespace

std::unique_ptr<Conversion> open_conversion(const std::string& name) {
  if (name == latin1_name) return std::make_unique<Latin1Conversion>();
  if (name == utf8_name) return std::make_unique<Utf8Conversion>();
  return open_iconv(name);
}

}  // namespace mido::detail
