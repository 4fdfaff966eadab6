// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "cli/io.hpp"
#include "mido/ports/backend.hpp"

namespace mido::cli {

/// Where the user wants the music to go; what is empty is left to the program.
struct OutputChoice {
  std::string port;
  std::string backend;
  std::string wav;     ///< a file to write instead of playing
  std::string or_wav;  ///< the same where there is no sound device
  Settings settings;
  bool quiet = false;  ///< no word about what the program has chosen itself
};

struct ChosenOutput {
  Output port;
  std::string wav;  ///< the file it writes; empty when it plays
};

/// Opens it. Without a wish: the default port of the backend in use; if it has none, the built-in
/// synthesizer, which is said on `io.err`. Throws what Backend throws.
[[nodiscard]] ChosenOutput open_output(const OutputChoice& choice, Io& io);

}  // namespace mido::cli
