// SPDX-License-Identifier: MIT
#include "mido/codec/event_text.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "codec/quoted.hpp"
#include "codec/words.hpp"

namespace mido {

namespace {

using detail::Spelling;

constexpr std::string_view spelling_name = "spelling";

struct StatusByteName {
  std::string_view name;
  detail::StatusByte value;
};
constexpr std::array status_bytes{StatusByteName{"status_written", detail::StatusByte::written},
                                  StatusByteName{"status_left_out", detail::StatusByte::left_out}};

struct ExtraBytes {
  std::string_view prefix;
  std::uint8_t Spelling::*member;
};
constexpr std::array extra_bytes{ExtraBytes{"extra_delta:", &Spelling::extra_delta},
                                 ExtraBytes{"extra_length:", &Spelling::extra_length}};

std::string spelling_text(Spelling spelling) {
  std::string result;
  const auto add = [&](std::string_view item) {
    result.append(result.empty() ? " " + std::string(spelling_name) + "=" : ",").append(item);
  };
  for (const auto& [name, value] : status_bytes) {
    if (spelling.status_byte == value) add(name);
  }
  for (const auto& [prefix, member] : extra_bytes) {
    if (spelling.*member != 0) add(std::string(prefix) + std::to_string(spelling.*member));
  }
  return result;
}

// False when it is nothing that spelling_text() writes.
bool read_item(std::string_view item, Spelling& spelling) {
  const auto* status_byte = std::ranges::find(status_bytes, item, &StatusByteName::name);
  if (status_byte != status_bytes.end()) {
    spelling.status_byte = status_byte->value;
    return true;
  }
  return std::ranges::any_of(extra_bytes, [&](const ExtraBytes& extra) {
    const bool is_it = item.starts_with(extra.prefix) && item.size() == extra.prefix.size() + 1;
    if (!is_it || item.back() < '0' || item.back() > '3') return false;
    spelling.*extra.member = static_cast<std::uint8_t>(item.back() - '0');
    return true;
  });
}

Spelling to_spelling(std::string_view text) {
  Spelling spelling;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    if (!read_item(text.substr(begin, end - begin), spelling)) {
      throw ValueError("invalid spelling " + detail::quoted(text));
    }
    begin = end + 1;
  }
  return spelling;
}

// A meta message may have a payload that no attributes make: none where that means 0.
bool is_told_by_attributes(const TrackEvent& event) {
  if (!event.is_meta()) return true;
  const TrackEvent made(event.type(), event.attributes());
  return std::ranges::equal(made.data(), event.data());
}

std::string told_by_bytes(const TrackEvent& event) {
  const auto data = event.data();
  return std::string(UnknownMeta::type) + " type_byte=" + std::to_string(event.code()) +
         " data=" + to_string(AttributeValue(Bytes(data.begin(), data.end())));
}

}  // namespace

std::string format_event(const TrackEvent& event) {
  const std::string text =
      is_told_by_attributes(event) ? detail::type_and_attributes(event) : told_by_bytes(event);
  return text + " time=" + to_string(event.time()) + spelling_text(event.spelling());
}

TrackEvent parse_event(std::string_view text) {
  detail::Words words(text);
  std::vector<Attribute> attributes;
  Spelling spelling;
  while (const auto word = words.next()) {
    if (word->name == spelling_name) {
      spelling = to_spelling(word->value);
    } else {
      attributes.push_back(detail::to_attribute(*word, MetaByte::max));
    }
  }
  TrackEvent event(words.type(), attributes);
  if (spelling == Spelling{}) return event;
  return TrackEvent::from_payload({event.kind(), event.code(), event.data(), spelling},
                                  event.time());
}

}  // namespace mido
