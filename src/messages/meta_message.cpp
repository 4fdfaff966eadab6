// SPDX-License-Identifier: MIT
#include "mido/messages/meta_message.hpp"

#include <algorithm>
#include <string>

#include "messages/hex.hpp"
#include "messages/type_table.hpp"
#include "mido/messages/variable_length.hpp"

namespace mido {

namespace {

constexpr std::size_t before_length = 2;  // FF and the type byte

// Where the payload begins: behind a length of 1..4 bytes that says how much follows it. So there
// is one place at most.
std::size_t payload_begin(std::span<const std::uint8_t> bytes) {
  for (std::size_t size = 1; size <= 4 && before_length + size <= bytes.size(); ++size) {
    const std::size_t left = bytes.size() - before_length - size;
    if (left > detail::largest_variable_length) continue;
    const auto length = static_cast<std::uint32_t>(left);
    const std::size_t least = detail::variable_length_size(length);
    if (least > size) continue;
    Bytes expected;
    detail::append_variable_length(expected, length, size - least);
    if (std::ranges::equal(expected, bytes.subspan(before_length, size))) {
      return before_length + size;
    }
  }
  throw ValueError("Bad data. Cannot be converted to message.");
}

}  // namespace

MetaMessage::MetaMessage(std::string_view type, Attributes attributes)
    : BaseMessage(detail::find_type(detail::Kind::meta, type).encode(nullptr, attributes),
                  detail::time_in(attributes, {})) {}

MetaMessage MetaMessage::from_bytes(std::span<const std::uint8_t> bytes, Time time) {
  if (bytes.empty() || bytes.front() != 0xFF) {
    throw ValueError("bytes does not correspond to a MetaMessage.");
  }
  const auto payload = bytes.subspan(payload_begin(bytes));
  const std::uint8_t type_byte = bytes[1];
  if (!detail::is_valid_meta(type_byte, payload)) {
    throw ValueError("a meta message of type " + std::to_string(type_byte) +
                     " cannot have this payload");
  }
  return {detail::encode_meta(type_byte, payload), time};
}

MetaMessage MetaMessage::from_hex(std::string_view text, std::string_view separator, Time time) {
  return from_bytes(detail::bytes_from_hex(text, separator), time);
}

MetaMessage MetaMessage::copy(Attributes overrides) const {
  MetaMessage result = *this;
  result.override_attributes(overrides);
  return result;
}

}  // namespace mido
