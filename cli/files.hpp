// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>

#include "cli/io.hpp"
#include "mido/messages/attribute.hpp"

namespace mido::cli {

/// All bytes of a file; of standard input when it is called "-". Throws FileError.
[[nodiscard]] Bytes read_bytes(const std::string& path, Io& io);

/// Makes or replaces a file. Whoever reads it sees the old one or the whole new one, and what goes
/// wrong leaves the old one. Throws FileError.
void write_bytes(const std::string& path, std::span<const std::uint8_t> bytes);

/// The same by a function that writes to the path that it is given.
void write_file(const std::string& path,
                const std::function<void(const std::filesystem::path&)>& write);

/// Throws UsageError when writing `out` would replace `in`, unless that is what `force` says.
void check_is_other_file(const std::string& in, const std::string& out, bool force);
/// The same when there is a file of that name at all.
void check_is_new_file(const std::string& out, bool force);

}  // namespace mido::cli
