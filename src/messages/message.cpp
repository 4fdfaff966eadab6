// SPDX-License-Identifier: MIT
#include "mido/messages/message.hpp"

#include <algorithm>
#include <string>

#include "messages/hex.hpp"
#include "messages/type_table.hpp"

namespace mido {

namespace {

void check_data_bytes(std::span<const std::uint8_t> bytes) {
  if (std::ranges::any_of(bytes, [](std::uint8_t byte) { return byte > DataByte::max; })) {
    detail::throw_out_of_range(DataByteTag::label, DataByte::min, DataByte::max);
  }
}

void check_sysex(std::span<const std::uint8_t> bytes) {
  if (bytes.size() < 2) throw ValueError("sysex without end byte");
  if (bytes.back() != detail::end_of_sysex) {
    throw ValueError("invalid sysex end byte " + std::to_string(bytes.back()));
  }
  check_data_bytes(bytes.subspan(1, bytes.size() - 2));
}

void check_message(std::span<const std::uint8_t> bytes) {
  if (bytes.empty()) throw ValueError("message is 0 bytes long");
  const std::uint8_t status = bytes.front();
  if (!detail::begins_message(status)) {
    throw ValueError("invalid status byte " + std::to_string(status));
  }
  if (status == detail::sysex_status) return check_sysex(bytes);
  if (bytes.size() != detail::live_length(status)) {
    const std::uint8_t type_status = status < detail::first_system_status ? status & 0xF0 : status;
    const detail::Payload example(type_status, 0, 0);
    throw ValueError("wrong number of bytes for " + std::string(detail::type_of(example).type) +
                     " message");
  }
  check_data_bytes(bytes.subspan(1));
}

}  // namespace

Message::Message(std::string_view type, Attributes attributes)
    : BaseMessage(detail::find_type(detail::Kind::live, type).encode(nullptr, attributes),
                  detail::time_in(attributes, {})) {}

Message Message::from_bytes(std::span<const std::uint8_t> bytes, Time time) {
  check_message(bytes);
  return {detail::Payload(detail::Kind::live, bytes.front(), bytes), time};
}

Message Message::from_hex(std::string_view text, std::string_view separator, Time time) {
  return from_bytes(detail::bytes_from_hex(text, separator), time);
}

Message Message::copy(Attributes overrides) const {
  Message result = *this;
  result.override_attributes(overrides);
  return result;
}

}  // namespace mido
