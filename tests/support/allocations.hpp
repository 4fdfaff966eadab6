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

}  // namespace mido::testing
