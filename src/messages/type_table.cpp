// SPDX-License-Identifier: MIT
#include "messages/type_table.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>
#include <string>
#include <utility>

#include "mido/messages/register_meta_type.hpp"

namespace mido::detail {

namespace {

template <class... Live, class... Meta>
consteval auto make_table(TypeList<Live...>, TypeList<Meta...>) {
  return std::array{&type_info<Live>..., &type_info<Meta>..., &type_info<UnknownMeta>,
                    &type_info<Packet>, &type_info<RawEvent>};
}

constexpr auto table = make_table(LiveTypes{}, MetaTypes{});

// The type for each status byte, nullptr for those that no message has.
template <class... Live>
consteval auto make_live_index(TypeList<Live...>) {
  std::array<const TypeInfo*, 256> index{};
  const auto enter = [&](std::uint8_t status, const TypeInfo* type) {
    const unsigned channels = status < first_system_status ? 16 : 1;
    for (unsigned i = 0; i < channels; ++i) index[status + i] = type;
  };
  (enter(Live::status, &type_info<Live>), ...);
  return index;
}

template <class... Meta>
consteval const TypeInfo* meta_type(std::size_t type_byte, TypeList<Meta...>) {
  const TypeInfo* found = &type_info<UnknownMeta>;
  ((found = Meta::type_byte == type_byte ? &type_info<Meta> : found), ...);
  return found;
}

template <std::size_t... TypeBytes>
consteval auto make_meta_index(std::index_sequence<TypeBytes...>) {
  return std::array<std::atomic<const TypeInfo*>, sizeof...(TypeBytes)>{
      meta_type(TypeBytes, MetaTypes{})...};
}

constexpr auto live_index = make_live_index(LiveTypes{});
// The type for each meta type byte, those of the user's own among them.
constinit auto meta_index = make_meta_index(std::make_index_sequence<256>{});

const TypeInfo& type_of_meta(std::uint8_t type_byte) noexcept {
  return *meta_index[type_byte].load(std::memory_order_acquire);
}

// Nothing when there is none.
const TypeInfo* find(std::string_view type) noexcept {
  const auto* const built_in = std::ranges::find(table, type, &TypeInfo::type);
  if (built_in != table.end()) {
    const bool meta = (*built_in)->kind == Kind::meta;
    // One of the user's own may have taken its place.
    const TypeInfo& now = meta ? type_of_meta((*built_in)->code) : **built_in;
    return now.type == type ? &now : *built_in;
  }
  for (const auto& each : meta_index) {
    const TypeInfo* own = each.load(std::memory_order_acquire);
    if (own->type == type) return own;
  }
  return nullptr;
}

[[noreturn]] void throw_unknown_type(std::string_view type) {
  throw ValueError("Unknown message type '" + std::string(type) + "'");
}

}  // namespace

const TypeInfo& type_of(const Payload& payload) noexcept {
  const std::uint8_t code = payload.code();
  if (payload.kind() == Kind::packet) return type_info<Packet>;
  if (payload.kind() == Kind::raw) return type_info<RawEvent>;
  if (payload.kind() == Kind::live) return *live_index[code];
  const TypeInfo& type = type_of_meta(code);
  return type.is_valid(payload.bytes()) ? type : type_info<UnknownMeta>;
}

bool is_valid_meta(std::uint8_t type_byte, std::span<const std::uint8_t> payload) noexcept {
  return type_of_meta(type_byte).is_valid(payload);
}

const TypeInfo& find_type(std::string_view type) {
  const TypeInfo* found = find(type);
  if (found == nullptr) throw_unknown_type(type);
  return *found;
}

const TypeInfo& find_type(Kind kind, std::string_view type) {
  const TypeInfo& found = find_type(type);
  if (found.kind != kind) throw_unknown_type(type);
  return found;
}

void register_type(const TypeInfo& type) {
  static std::mutex mutex;
  const std::lock_guard lock(mutex);
  const TypeInfo* other = find(type.type);
  const bool free = other == nullptr || (other->kind == Kind::meta && other->code == type.code &&
                                         other != &type_info<UnknownMeta>);
  if (!free) throw ValueError("another message type is named '" + std::string(type.type) + "'");
  meta_index[type.code].store(&type, std::memory_order_release);
}

Time time_in(Attributes attributes, Time otherwise) {
  for (const Attribute& attribute : attributes) {
    if (attribute.name == "time") otherwise = attribute.value.as_time();
  }
  return otherwise;
}

}  // namespace mido::detail
