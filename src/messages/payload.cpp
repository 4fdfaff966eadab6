// SPDX-License-Identifier: MIT
#include "mido/messages/payload.hpp"

#include <algorithm>
#include <atomic>
#include <new>

#include "mido/messages/live_length.hpp"

namespace mido::detail {

namespace {

// In front of every block; the bytes follow the block.
struct Counted {
  std::atomic<std::size_t> owners;
};

}  // namespace

static_assert(__STDCPP_DEFAULT_NEW_ALIGNMENT__ >= 4, "two bits of a block's address are spare");

Payload::Payload(Kind kind, std::uint8_t code, std::span<const std::uint8_t> bytes,
                 Spelling spelling) {
  const bool live = kind == Kind::live;
  const std::size_t longest = live ? longest_live_inside : longest_meta_inside;
  if (bytes.size() <= longest && spelling.extra_length == 0) {
    bytes_[tag] = inside_tag(kind, spelling);
    auto* out = bytes_.data() + first;
    if (!live) {
      *out++ = code;
      *out++ = static_cast<std::uint8_t>(bytes.size());
    }
    std::ranges::copy(bytes, out);
    return;
  }
  constexpr std::size_t header = sizeof(Counted) + sizeof(Block);
  auto* memory = static_cast<std::byte*>(::operator new(header + bytes.size()));
  new (memory) Counted{1};
  new (memory + sizeof(Counted)) Block{kind, code, spelling, bytes.size()};
  if (!bytes.empty()) std::memcpy(memory + header, bytes.data(), bytes.size());
  // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDeleteLeaks): bytes_ is the pointer to it now
  bytes_ = std::bit_cast<std::array<std::uint8_t, 8>>(
      static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(memory)));
}

std::span<const std::uint8_t> Payload::bytes() const noexcept {
  if (!is_inside()) {
    const auto address = pointer() + sizeof(Counted) + sizeof(Block);
    return {reinterpret_cast<const std::uint8_t*>(address), block().size};
  }
  const std::span<const std::uint8_t, 7> room(bytes_.data() + first, 7);
  if (kind() != Kind::live) return room.subspan(2, room[1]);
  if (room[0] != sysex_status) return room.first(live_length(room[0]));
  const auto end = std::ranges::find(room, end_of_sysex);
  return room.first(static_cast<std::size_t>(end - room.begin()) + 1);
}

const Payload::Block& Payload::block() const noexcept {
  return *std::launder(reinterpret_cast<const Block*>(pointer() + sizeof(Counted)));
}

void Payload::become_empty() noexcept {
  Payload empty =
      kind() == Kind::live ? Payload(sysex_status, end_of_sysex, 0) : Payload(kind(), code(), {});
  empty.set_flag(flag());
  bytes_ = empty.bytes_;  // the block has another owner
}

void Payload::retain() const noexcept {
  reinterpret_cast<Counted*>(pointer())->owners.fetch_add(1, std::memory_order_relaxed);
}

void Payload::release() noexcept {
  auto* counted = reinterpret_cast<Counted*>(pointer());
  if (counted->owners.fetch_sub(1, std::memory_order_acq_rel) == 1) ::operator delete(counted);
}

Spelling Payload::spelling() const noexcept {
  if (!is_inside()) return block().spelling;
  return {.odd_status = (bytes_[tag] & odd_status) != 0,
          .extra_delta = static_cast<std::uint8_t>((bytes_[tag] >> extra_delta_shift) & 3)};
}

bool operator==(const Payload& a, const Payload& b) noexcept {
  if (a.is_inside() && b.is_inside()) {
    auto left = a.bytes_;
    auto right = b.bytes_;
    left[Payload::tag] &= static_cast<std::uint8_t>(Payload::value_bits);
    right[Payload::tag] &= static_cast<std::uint8_t>(Payload::value_bits);
    return left == right;
  }
  const bool both_in_blocks = !a.is_inside() && !b.is_inside();
  if (both_in_blocks && a.pointer() == b.pointer()) return true;
  // A short one may be in a block for its spelling.
  return a.kind() == b.kind() && a.code() == b.code() && std::ranges::equal(a.bytes(), b.bytes());
}

}  // namespace mido::detail
