// SPDX-License-Identifier: MIT
#include "smf/event_memory.hpp"

#include <cstdlib>
#include <cstring>
#include <new>
#include <string_view>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace mido::detail {

namespace {

#if defined(__linux__) && defined(MADV_HUGEPAGE)

constexpr std::size_t huge_page = std::size_t{2} << 20;

bool wants_huge_pages(std::size_t size) {
  static const bool on = [] {
    // NOLINTNEXTLINE(concurrency-mt-unsafe): nobody sets it
    const char* setting = std::getenv("MIDO_HUGE_PAGES");
    return setting == nullptr || std::string_view(setting) != "0";
  }();
  return on && size >= 2 * huge_page;
}

// A quarter of what is asked for is usually not used, and shall not be filled up to a huge page. A
// system without them goes on with small ones.
void* allocate_huge(std::size_t size) {
  void* block = std::aligned_alloc(huge_page, (size + huge_page - 1) / huge_page * huge_page);
  const std::size_t used = size / 4 * 3 / huge_page * huge_page;
  if (block != nullptr) madvise(block, used, MADV_HUGEPAGE);
  return block;
}

#else

constexpr bool wants_huge_pages(std::size_t /*size*/) { return false; }
constexpr void* allocate_huge(std::size_t /*size*/) { return nullptr; }

#endif

void* move_into_huge(void* old, std::size_t used, std::size_t size) {
  void* block = allocate_huge(size);
  if (block == nullptr || old == nullptr) return block;
  std::memcpy(block, old, used);
  std::free(old);
  return block;
}

}  // namespace

void* resize_event_memory(void* old, std::size_t used, std::size_t size) {
  void* block = wants_huge_pages(size) ? move_into_huge(old, used, size) : std::realloc(old, size);
  if (block == nullptr) throw std::bad_alloc();
  return block;
}

void free_event_memory(void* block) noexcept { std::free(block); }

}  // namespace mido::detail
