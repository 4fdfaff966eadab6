// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>

#include "mido/mido.hpp"

/// Input for who has none: the same bytes for the same seed, on every machine. The events are mixed
/// as in files that people write: mostly notes, half of them by running status, few long events.
namespace bench {

/// A type 1 file with that many tracks, of about that many bytes.
[[nodiscard]] mido::Bytes generate_file(std::size_t bytes, std::size_t tracks, std::uint32_t seed);

/// A live stream: running status, real-time bytes inside of messages, some sysex.
[[nodiscard]] mido::Bytes generate_live_stream(std::size_t messages, std::uint32_t seed);

/// Writes a folder corpus of 200 files, big.mid of that size and live.bin. Throws
/// std::runtime_error when it cannot.
void generate_input(const std::filesystem::path& folder, std::size_t megabytes);

}  // namespace bench
