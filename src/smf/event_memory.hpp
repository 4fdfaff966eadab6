// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

/// Memory for the events of a track: many megabytes of it for a big file, and then more time goes
/// into the system's making of pages than into reading. So big blocks ask for huge pages where
/// there are such; MIDO_HUGE_PAGES=0 in the environment turns that off.
namespace mido::detail {

/// A block of at least `size` bytes with what `old`, which may be nullptr, has in its first `used`
/// bytes; `old` is gone then. Throws std::bad_alloc and leaves `old` as it is.
[[nodiscard]] void* resize_event_memory(void* old, std::size_t used, std::size_t size);

void free_event_memory(void* block) noexcept;

}  // namespace mido::detail
