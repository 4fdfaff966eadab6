// SPDX-License-Identifier: MIT
#include "mido/messages/base_message.hpp"

#include <algorithm>
#include <ranges>

#include "messages/type_table.hpp"
#include "mido/messages/variable_length.hpp"

namespace mido {

std::string_view BaseMessage::type() const noexcept { return detail::type_of(payload_).type; }

bool BaseMessage::is_realtime() const noexcept {
  return payload_.kind() == detail::Kind::live && payload_.code() >= detail::first_realtime_status;
}

bool BaseMessage::is_cc() const noexcept { return detail::holds<ControlChange>(payload_); }

bool BaseMessage::is_cc(Control control) const noexcept {
  return is_cc() && payload_.bytes()[1] == control;
}

AttributeValue BaseMessage::operator[](std::string_view name) const {
  if (name == "time") return time();
  const detail::TypeInfo& type = detail::type_of(payload_);
  for (Attribute& attribute : type.attributes(payload_)) {
    if (attribute.name == name) return std::move(attribute.value);
  }
  throw ValueError(std::string(type.type) + " message has no attribute " + std::string(name));
}

std::vector<Attribute> BaseMessage::attributes() const {
  return detail::type_of(payload_).attributes(payload_);
}

Bytes BaseMessage::bytes() const {
  const auto data = payload_.bytes();
  Bytes result;
  result.reserve(data.size() + 6);
  if (is_meta()) {
    result = {0xFF, payload_.code()};
    detail::append_variable_length(result, static_cast<std::uint32_t>(data.size()));
  } else if (payload_.kind() == detail::Kind::packet && payload_.code() == detail::sysex_status) {
    result.push_back(detail::sysex_status);
  }
  result.insert(result.end(), data.begin(), data.end());
  return result;
}

std::string BaseMessage::hex(std::string_view separator) const {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result;
  for (const std::uint8_t byte : bytes()) {
    if (!result.empty()) result += separator;
    result += digits[byte >> 4U];
    result += digits[byte & 15U];
  }
  return result;
}

void BaseMessage::override_attributes(Attributes overrides) {
  const Time new_time = detail::time_in(overrides, time());
  payload_ = detail::type_of(payload_).encode(&payload_, overrides);
  set_time(new_time);
}

}  // namespace mido

std::size_t std::hash<mido::BaseMessage>::operator()(
    const mido::BaseMessage& message) const noexcept {
  // FNV-1a: messages are short.
  std::uint64_t result = 14695981039346656037U;
  const auto mix = [&](std::uint64_t value) { result = (result ^ value) * 1099511628211U; };
  mix(static_cast<std::uint64_t>(message.payload_.kind()));
  mix(message.payload_.code());
  for (const std::uint8_t byte : message.payload_.bytes()) mix(byte);
  mix(std::hash<mido::Time>{}(message.time()));
  return static_cast<std::size_t>(result);
}
