// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <span>

namespace mido::smf {

/// Writes every byte of a MIDI file with what it means, as one looks for a fault in a file (the
/// original's `debug`). A line is the offset, up to eight bytes and their meaning, a fault is a
/// line after the bytes it is in; all numbers on the left are hexadecimal:
///
///     0000000E  4D 54 72 6B 00 00 00 0C  track 0, 12 bytes
///     00000016  05 90 3C C8              tick 5: RawEvent(status=144, data=(60, 200), time=5)
///     00000017  !! bad_data_byte: data byte must be in range 0..127
///
/// Takes any bytes, and writes as it reads. Whether `out` could be written to is in its state.
void trace(std::span<const std::uint8_t> bytes, std::ostream& out);
/// The same of a file. Throws FileError when it cannot be read.
void trace_file(const std::filesystem::path& path, std::ostream& out);

}  // namespace mido::smf
