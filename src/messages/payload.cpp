// SPDX-License-Identifier: MIT
#include "mido/messages/payload.hpp"

#include <algorithm>
#include <atomic>
#include <cstring>
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

std::uint64_t Payload::block_word(Kind kind, std::uint8_t code, std::span<const std::uint8_t> bytes,
                                  Spelling spelling) {
  constexpr std::size_t header = sizeof(Counted) + sizeof(Block);
  auto* block = static_cast<std::byte*>(::operator new(header + bytes.size()));
  new (block) Counted{1};
  new (block + sizeof(Counted)) Block{kind, code, spelling, bytes.size()};
  if (!bytes.empty()) std::memcpy(block + header, bytes.data(), bytes.size());
  // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDeleteLeaks): the word is the pointer to it
  return reinterpret_cast<std::uintptr_t>(block);
}

std::span<const std::uint8_t> Payload::bytes() const noexcept {
  if (!is_inside()) {
    const auto address = pointer(word_) + sizeof(Counted) + sizeof(Block);
    return {reinterpret_cast<const std::uint8_t*>(address), block_of(word_).size};
  }
  const std::span<const std::uint8_t, 7> room(memory(), 7);
  if (kind() != Kind::live) return room.subspan(2, room[1]);
  if (room[0] != sysex_status) return room.first(live_length(room[0]));
  const auto end = std::ranges::find(room, end_of_sysex);
  return room.first(static_cast<std::size_t>(end - room.begin()) + 1);
}

const Payload::Block& Payload::block_of(std::uint64_t word) noexcept {
  return *std::launder(reinterpret_cast<const Block*>(pointer(word) + sizeof(Counted)));
}

std::uint64_t Payload::without_data(std::uint64_t word) noexcept {
  const Block& block = block_of(word);
  Payload empty = block.kind == Kind::live ? Payload(sysex_status, end_of_sysex, 0)
                                           : Payload(block.kind, block.code, {});
  empty.set_flag((word & flagged) != 0);
  return empty.word_;
}

void Payload::retain(std::uint64_t word) noexcept {
  reinterpret_cast<Counted*>(pointer(word))->owners.fetch_add(1, std::memory_order_relaxed);
}

void Payload::release(std::uint64_t word) noexcept {
  auto* counted = reinterpret_cast<Counted*>(pointer(word));
  if (counted->owners.fetch_sub(1, std::memory_order_acq_rel) == 1) ::operator delete(counted);
}

bool operator==(const Payload& a, const Payload& b) noexcept {
  if (a.is_inside() && b.is_inside()) return ((a.word_ ^ b.word_) & Payload::value_bits) == 0;
  const bool both_in_blocks = !a.is_inside() && !b.is_inside();
  if (both_in_blocks && Payload::pointer(a.word_) == Payload::pointer(b.word_)) return true;
  // A short one may be in a block for its spelling.
  return a.kind() == b.kind() && a.code() == b.code() && std::ranges::equal(a.bytes(), b.bytes());
}

}  // namespace mido::detail
