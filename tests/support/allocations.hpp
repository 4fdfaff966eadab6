// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace mido::testing {

/// How often this thread has called `operator new` or one of its variants.
[[nodiscard]] std::size_t allocations() noexcept;

/// How often this thread calls it while `work` runs.
template <class Work>
[[nodiscard]] std::size_t allocations_during(Work&& work) {
  const std::size_t before = allocations();
  work();
  return allocations() - before;
}

/// How often this thread has given such memory back.
[[nodiscard]] std::size_t deallocations() noexcept;

/// How many blocks of memory are left that `work` allocated, less those that it gave back.
template <class Work>
[[nodiscard]] std::ptrdiff_t blocks_left_by(Work&& work) {
  const auto owned = [] { return static_cast<std::ptrdiff_t>(allocations() - deallocations()); };
  const std::ptrdiff_t before = owned();
  work();
  return owned() - before;
}

}  // namespace mido::testing
