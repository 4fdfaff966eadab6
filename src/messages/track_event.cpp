// SPDX-License-Identifier: MIT
#include "mido/messages/track_event.hpp"

#include "messages/type_table.hpp"

namespace mido {

TrackEvent::TrackEvent(std::string_view type, Attributes attributes)
    : BaseMessage(detail::find_type(type).encode(nullptr, attributes),
                  detail::time_in(attributes, {})) {}

std::optional<Message> TrackEvent::message() const {
  if (payload().kind() != detail::Kind::live) return std::nullopt;
  return Message(payload(), time());
}

std::optional<MetaMessage> TrackEvent::meta_message() const {
  if (!is_meta()) return std::nullopt;
  return MetaMessage(payload(), time());
}

TrackEvent TrackEvent::copy(Attributes overrides) const {
  TrackEvent result = *this;
  result.override_attributes(overrides);
  return result;
}

}  // namespace mido
