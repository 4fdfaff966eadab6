// SPDX-License-Identifier: MIT
#pragma once

#include <cstdlib>
#include <optional>
#include <string>
#include <utility>

namespace mido::testing {

/// An environment variable with another value (nullptr: unset) until the end of the scope.
class ScopedVariable {
 public:
  ScopedVariable(std::string name, const char* value) : name_(std::move(name)) {
    if (const char* old = std::getenv(name_.c_str())) old_ = old;
    set(value);
  }
  ScopedVariable(const ScopedVariable&) = delete;
  ScopedVariable& operator=(const ScopedVariable&) = delete;
  ~ScopedVariable() { set(old_ ? old_->c_str() : nullptr); }

 private:
  void set(const char* value) const {
#ifdef _WIN32
    _putenv_s(name_.c_str(), value == nullptr ? "" : value);
#else
    value == nullptr ? unsetenv(name_.c_str()) : setenv(name_.c_str(), value, 1);
#endif
  }

  std::string name_;
  std::optional<std::string> old_;
};

}  // namespace mido::testing
