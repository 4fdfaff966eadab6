// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "mido/values/errors.hpp"

namespace mido::cli {

/// What went wrong with a file, with its name in front.
[[nodiscard]] inline std::string about_file(const std::string& path, const Error& error) {
  const bool names_it = dynamic_cast<const FileError*>(&error) != nullptr;
  return names_it ? error.what() : path + ": " + error.what();
}

}  // namespace mido::cli
