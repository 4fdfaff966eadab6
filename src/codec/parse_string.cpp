// SPDX-License-Identifier: MIT
#include <vector>

#include "codec/words.hpp"
#include "mido/codec/text.hpp"

namespace mido {

Message parse_string(std::string_view text) {
  detail::Words words(text);
  std::vector<Attribute> attributes;
  attributes.reserve(4);  // as many as most messages have, with the time
  while (const auto word = words.next()) {
    attributes.push_back(detail::to_attribute(*word, DataByte::max));
  }
  return Message(words.type(), attributes);
}

// Here and not with its class, which knows no text.
Message Message::from_string(std::string_view text) { return parse_string(text); }

}  // namespace mido
