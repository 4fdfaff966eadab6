// SPDX-License-Identifier: MIT
#include "ring.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstring>

namespace mido::jack {

Ring::Ring(std::size_t capacity)
    : capacity_(capacity), bytes_(std::make_unique_for_overwrite<std::uint8_t[]>(capacity)) {
  assert(std::has_single_bit(capacity) && capacity >= unit);
}

bool Ring::push(std::span<const std::uint8_t> bytes, Timestamp when) noexcept {
  const std::size_t position = pushed_.load(std::memory_order_relaxed);
  const std::size_t free = capacity_ - (position - taken_.load());
  if (bytes.size() > capacity_ || record_size(bytes.size()) > free) return false;
  const Header header{when.count(), static_cast<std::uint32_t>(bytes.size())};
  copy_in(position, &header, header_size);
  copy_in(position + header_size, bytes.data(), bytes.size());
  pushed_.store(position + record_size(bytes.size()));
  return true;
}

std::optional<Ring::Front> Ring::front() const noexcept {
  const std::size_t position = taken_.load(std::memory_order_relaxed);
  if (pushed_.load() == position) return std::nullopt;
  const Header header = header_at(position);
  std::uint8_t first_byte = 0;
  copy_out(position + header_size + begun_, &first_byte, 1);
  return Front{Timestamp(header.when), header.size - begun_, first_byte};
}

void Ring::take(std::uint8_t* to, std::size_t size) noexcept {
  const std::size_t position = taken_.load(std::memory_order_relaxed);
  copy_out(position + header_size + begun_, to, size);
  begun_ += size;
  const std::size_t whole = header_at(position).size;
  if (begun_ < whole) return;
  begun_ = 0;
  taken_.store(position + record_size(whole));
}

Ring::Header Ring::header_at(std::size_t position) const noexcept {
  Header header{};
  copy_out(position, &header, header_size);
  return header;
}

void Ring::copy_in(std::size_t position, const void* from, std::size_t size) noexcept {
  const std::size_t start = position & (capacity_ - 1);
  const std::size_t first = std::min(size, capacity_ - start);
  std::memcpy(bytes_.get() + start, from, first);
  std::memcpy(bytes_.get(), static_cast<const std::uint8_t*>(from) + first, size - first);
}

void Ring::copy_out(std::size_t position, void* to, std::size_t size) const noexcept {
  const std::size_t start = position & (capacity_ - 1);
  const std::size_t first = std::min(size, capacity_ - start);
  std::memcpy(to, bytes_.get() + start, first);
  std::memcpy(static_cast<std::uint8_t*>(to) + first, bytes_.get(), size - first);
}

}  // namespace mido::jack
