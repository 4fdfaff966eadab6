// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "cli/io.hpp"
#include "cli/json.hpp"
#include "mido/smf/midi_file.hpp"

namespace mido::cli {

/// A file as it was found.
struct FoundFile {
  std::string path;
  MidiFile file;
  int type = 1;  ///< as the header says; `file` may have more tracks than a type 0 file can
};

/// Reads a file, or standard input when it is called "-". Throws FileError and MidiParseError.
[[nodiscard]] FoundFile find_file(const std::string& path, bool strict, Io& io);

/// What `mido info` says about a file, for people.
[[nodiscard]] std::string info_text(const FoundFile& found);

/// The same for programs. The keys are those of a file that could not be read, too.
[[nodiscard]] Json info_json(const FoundFile& found);

/// What it says of a file that could not be read.
[[nodiscard]] Json info_json(const std::string& path, const Error& error);

}  // namespace mido::cli
