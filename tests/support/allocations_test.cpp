// SPDX-License-Identifier: MIT
#include "support/allocations.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <memory>
#include <new>
#include <thread>
#include <vector>

namespace {

thread_local std::size_t count = 0;
thread_local std::size_t given_back = 0;

void* try_allocate(std::size_t size) noexcept {
  ++count;
  return std::malloc(size == 0 ? 1 : size);
}

void* allocate(std::size_t size) {
  if (void* memory = try_allocate(size)) return memory;
  throw std::bad_alloc();
}

void deallocate(void* memory) noexcept {
  if (memory != nullptr) ++given_back;
  std::free(memory);
}

}  // namespace

// Replaces the global allocation functions of the test program: all of them that are not aligned,
// since the sanitizers bring their own for each that is left.
void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return try_allocate(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
  return try_allocate(size);
}
void operator delete(void* memory) noexcept { deallocate(memory); }
void operator delete[](void* memory) noexcept { deallocate(memory); }
void operator delete(void* memory, std::size_t /*size*/) noexcept { deallocate(memory); }
void operator delete[](void* memory, std::size_t /*size*/) noexcept { deallocate(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { deallocate(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { deallocate(memory); }

namespace mido::testing {

std::size_t allocations() noexcept { return count; }
std::size_t deallocations() noexcept { return given_back; }

namespace {

TEST(Allocations, CountsEveryCallOfNew) {
  std::vector<int> numbers;
  std::unique_ptr<int[]> array;
  EXPECT_EQ(allocations_during([&] { numbers.resize(1000); }), 1U);
  EXPECT_EQ(allocations_during([&] { array = std::make_unique<int[]>(3); }), 1U);
  EXPECT_EQ(allocations_during([&] { numbers.clear(); }), 0U);
}

TEST(Allocations, CountsWhatIsLeft) {
  std::unique_ptr<int> number;
  EXPECT_EQ(blocks_left_by([&] { number = std::make_unique<int>(1); }), 1);
  EXPECT_EQ(blocks_left_by([&] { number = std::make_unique<int>(2); }), 0);
  EXPECT_EQ(blocks_left_by([&] { number.reset(); }), -1);
}

TEST(Allocations, CountsThoseOfItsOwnThread) {
  std::vector<int> numbers;
  std::size_t in_thread = 0;
  std::thread([&] {
    in_thread = allocations_during([&] {
      for (int i = 0; i < 100; ++i) numbers = std::vector<int>(1000);
    });
  }).join();
  EXPECT_EQ(in_thread, 100U);
  EXPECT_LT(allocations_during([&] { std::thread([&] { numbers = {1, 2}; }).join(); }), 3U);
}

}  // namespace
}  // namespace mido::testing
