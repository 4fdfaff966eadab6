// SPDX-License-Identifier: MIT
#include "mido/codec/text.hpp"

#include <ostream>
#include <string_view>

#include "codec/quoted.hpp"
#include "codec/words.hpp"
#include "mido/messages/meta_message.hpp"
#include "values/number_list.hpp"

namespace mido {

namespace {

// (1, 2, 3), and (1,) for one, as Python shows a tuple.
std::string repr_value(const AttributeValue& value) {
  if (value.is_text()) return detail::quoted(value.as_text());
  if (!value.is_bytes()) return to_string(value);
  const Bytes& bytes = value.as_bytes();
  return "(" + detail::number_list(bytes, ", ") + (bytes.size() == 1 ? ",)" : ")");
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
  return detail::type_and_attributes(message) + " time=" + to_string(message.time());
}

std::string format_as_string(const Message& message, bool include_time) {
  return include_time ? to_string(message) : detail::type_and_attributes(message);
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
