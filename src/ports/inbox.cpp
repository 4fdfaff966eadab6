// SPDX-License-Identifier: MIT
#include "mido/ports/inbox.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace mido {

namespace {
constexpr std::size_t least_capacity = 64;
constexpr std::size_t most_capacity = std::size_t{1} << 30;
}  // namespace

// A record is a header and the bytes, rounded up so that every header is aligned and in one piece.
std::size_t Inbox::record_size(std::size_t bytes) noexcept {
  constexpr std::size_t unit = sizeof(Header);
  if (bytes <= sizeof(Header::short_bytes)) return unit;
  return unit + (bytes + unit - 1) / unit * unit;
}

Inbox::Inbox(std::size_t capacity, Ignore ignore)
    : capacity_(std::bit_ceil(std::clamp(capacity, least_capacity, most_capacity))),
      ignore_(ignore),
      ring_(std::make_unique_for_overwrite<std::uint8_t[]>(capacity_)) {}

bool Inbox::has_room(std::size_t size) const noexcept {
  if (size > capacity_) return false;
  const std::size_t used = written_.load(std::memory_order_relaxed) - read_.load();
  return record_size(size) <= capacity_ - used;
}

bool Inbox::write(std::span<const std::uint8_t> bytes, Timestamp when) noexcept {
  // Here as well, so that a clock wakes nobody who does not want it.
  if (bytes.size() == 1 && ignore_.matches(bytes.front())) return true;
  if (!has_room(bytes.size())) {
    mark_lost();
    return false;
  }
  const std::size_t position = written_.load(std::memory_order_relaxed);
  Header header{when.count(), static_cast<std::uint32_t>(bytes.size()), losing_, {}};
  if (bytes.size() <= header.short_bytes.size()) {
    std::ranges::copy(bytes, header.short_bytes.begin());
  } else {
    copy_in(position + sizeof header, bytes.data(), bytes.size());
  }
  copy_in(position, &header, sizeof header);
  losing_ = false;
  written_.store(position + record_size(bytes.size()));
  waiters_.wake_all();
  return true;
}

void Inbox::mark_lost() noexcept {
  losing_ = true;
  lost_.fetch_add(1);
}

void Inbox::disconnect() noexcept {
  if (expected_back_) {
    away_ = true;
    return;
  }
  disconnected_.store(true);
  waiters_.wake_all();
}

void Inbox::expect_back() noexcept {
  expected_back_ = true;
  away_ = false;
}

Inbox::Chunk Inbox::read() {
  // Only now may the writer use the room of the record that the reader had.
  const std::size_t position = read_.load(std::memory_order_relaxed) + to_release_;
  to_release_ = 0;
  read_.store(position);
  if (written_.load() == position) return {};

  Header header{};
  copy_out(position, &header, sizeof header);
  to_release_ = record_size(header.size);
  return {bytes_of(header, position + sizeof header), Timestamp(header.when), header.after_loss};
}

std::span<const std::uint8_t> Inbox::bytes_of(const Header& header, std::size_t position) {
  if (header.size <= short_.size()) {
    short_ = header.short_bytes;
    return std::span(short_).first(header.size);
  }
  const std::size_t start = position & (capacity_ - 1);
  if (start + header.size <= capacity_) return {ring_.get() + start, header.size};
  straight_.resize(header.size);
  copy_out(position, straight_.data(), header.size);
  return straight_;
}

void Inbox::copy_in(std::size_t position, const void* from, std::size_t size) noexcept {
  const std::size_t start = position & (capacity_ - 1);
  const std::size_t first = std::min(size, capacity_ - start);
  std::memcpy(ring_.get() + start, from, first);
  std::memcpy(ring_.get(), static_cast<const std::uint8_t*>(from) + first, size - first);
}

void Inbox::copy_out(std::size_t position, void* to, std::size_t size) const noexcept {
  const std::size_t start = position & (capacity_ - 1);
  const std::size_t first = std::min(size, capacity_ - start);
  std::memcpy(to, ring_.get() + start, first);
  std::memcpy(static_cast<std::uint8_t*>(to) + first, ring_.get(), size - first);
}

}  // namespace mido
