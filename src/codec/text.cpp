// SPDX-License-Identifier: MIT
#include "mido/codec/text.hpp"

#include <ostream>
#include <string_view>

#include "codec/quoted.hpp"
#include "mido/messages/meta_message.hpp"
#include "values/float_text.hpp"

namespace mido {

namespace {

std::string joined(const Bytes& bytes, std::string_view separator) {
  std::string result;
  for (const std::uint8_t byte : bytes) {
    if (!result.empty()) result += separator;
    result += std::to_string(byte);
  }
  return result;
}

std::string number_text(const AttributeValue& value) { return to_string(value.as_time()); }

// (1, 2, 3), and (1,) for one, as Python shows a tuple.
std::string repr_value(const AttributeValue& value) {
  if (value.is_text()) return detail::quoted(value.as_text());
  if (!value.is_bytes()) return number_text(value);
  const Bytes& bytes = value.as_bytes();
  return "(" + joined(bytes, ", ") + (bytes.size() == 1 ? ",)" : ")");
}

std::string_view class_name(const BaseMessage& message) {
  if (message.is<Packet>()) return "Packet";
  if (message.is<RawEvent>()) return "RawEvent";
  if (!message.is_meta()) return "Message";
  return message.type() == UnknownMeta::type ? "UnknownMetaMessage" : "MetaMessage";
}

}  // namespace

std::string to_string(const BaseMessage& message) {
  if (class_name(message) != "Message") return repr(message);
  std::string result(message.type());
  for (const auto& [name, value] : message.attributes()) {
    result.append(" ").append(name).append("=");
    result += value.is_bytes() ? "(" + joined(value.as_bytes(), ",") + ")" : number_text(value);
  }
  return result + " time=" + to_string(message.time());
}

std::string repr(const BaseMessage& message) {
  const std::string_view name = class_name(message);
  std::string result(name);
  result += "(";
  if (name == "Message" || name == "MetaMessage") {
    result.append("'").append(message.type()).append("', ");
  }
  for (const auto& [attribute, value] : message.attributes()) {
    result.append(attribute).append("=").append(repr_value(value)).append(", ");
  }
  return result + "time=" + to_string(message.time()) + ")";
}

std::ostream& operator<<(std::ostream& out, const BaseMessage& message) {
  return out << to_string(message);
}

}  // namespace mido
