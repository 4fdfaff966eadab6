// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <span>

#include "mido/messages/attribute.hpp"

namespace mido::detail {

/// All bytes of a file. Throws FileError that names it and the system's reason.
[[nodiscard]] Bytes read_file_bytes(const std::filesystem::path& path);

/// All bytes of a stream up to its end. Throws FileError.
[[nodiscard]] Bytes read_stream_bytes(std::istream& in);

/// Makes or overwrites a file. Throws FileError that names it and the system's reason.
void write_file_bytes(const std::filesystem::path& path, std::span<const std::uint8_t> bytes);

/// Writes to a stream and flushes it. Throws FileError.
void write_stream_bytes(std::ostream& out, std::span<const std::uint8_t> bytes);

}  // namespace mido::detail
