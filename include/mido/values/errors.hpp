// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string_view>

namespace mido {

/// Base of every exception the library throws itself.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A value, a name or a request that cannot be: out of range, unknown, or not possible here.
class ValueError : public Error {
 public:
  using Error::Error;
};

/// A file that cannot be opened, read or written; the text names it and the system's reason.
class FileError : public Error {
 public:
  using Error::Error;
};

namespace detail {
/// Throws ValueError "<what> must be in range <min>..<max>".
[[noreturn]] void throw_out_of_range(std::string_view what, long long min, long long max);
}  // namespace detail

}  // namespace mido
