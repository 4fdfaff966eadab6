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

void* allocate(std::size_t size) {
  ++count;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}

}  // namespace

// Replaces the global allocation functions of the test program; the array and nothrow variants of
// the standard library call these two.
void* operator new(std::size_t size) { return allocate(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t /*size*/) noexcept { std::free(memory); }

namespace mido::testing {

std::size_t allocations() noexcept { return count; }

namespace {

TEST(Allocations, CountsEveryCallOfNew) {
  std::vector<int> numbers;
  std::unique_ptr<int[]> array;
  EXPECT_EQ(allocations_during([&] { numbers.resize(1000); }), 1U);
  EXPECT_EQ(allocations_during([&] { array = std::make_unique<int[]>(3); }), 1U);
  EXPECT_EQ(allocations_during([&] { numbers.clear(); }), 0U);
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
