// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <span>
#include <vector>

#include "mido/messages/message.hpp"
#include "mido/smf/diagnostics.hpp"

/// SYX files: sysex messages one after the other, as bytes or as text with two hexadecimal digits
/// a byte (the manual's "SYX Files").
namespace mido {

/// The sysex messages of a file; none of an empty file. A first byte under 128 says that it is
/// text, with any white space between bytes. Throws FileError when it cannot be read, and
/// ValueError with file, line and column for text that is no hexadecimal number.
/// Other messages, stray bytes and a sysex message that the file ends in are a fault
/// (`outside_sysex`): strict, the first throws MidiParseError; tolerant, with somewhere to keep
/// the faults, they are left out.
[[nodiscard]] std::vector<Message> read_syx_file(const std::filesystem::path& path,
                                                 Diagnostics* tolerant = nullptr);
/// The same from a stream up to its end, and from the file's bytes.
[[nodiscard]] std::vector<Message> read_syx(std::istream& in, Diagnostics* tolerant = nullptr);
[[nodiscard]] std::vector<Message> read_syx(std::span<const std::uint8_t> bytes,
                                            Diagnostics* tolerant = nullptr);

/// Writes the sysex messages and skips the others; as text with one message a line if
/// `plaintext`. Throws FileError.
void write_syx_file(const std::filesystem::path& path, std::span<const Message> messages,
                    bool plaintext = false);
/// The same to a stream, and as the file's bytes.
void write_syx(std::ostream& out, std::span<const Message> messages, bool plaintext = false);
[[nodiscard]] Bytes syx_bytes(std::span<const Message> messages, bool plaintext = false);

}  // namespace mido
