// SPDX-License-Identifier: MIT
#include "mido/messages/meta_message.hpp"

#include "messages/type_table.hpp"

namespace mido {

MetaMessage::MetaMessage(std::string_view type, Attributes attributes)
    : BaseMessage(detail::find_type(detail::Kind::meta, type).encode(nullptr, attributes),
                  detail::time_in(attributes, {})) {}

MetaMessage MetaMessage::copy(Attributes overrides) const {
  MetaMessage result = *this;
  result.override_attributes(overrides);
  return result;
}

}  // namespace mido
