// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "cli/errors.hpp"
#include "cli/io.hpp"

namespace mido::cli {

/// Long output, handed on in large pieces.
class BufferedOutput {
 public:
  explicit BufferedOutput(Io& io) : io_(io) {}

  /// Throws OutputLost, or Interrupted when the user has enough.
  void write(std::string_view text) {
    pending_ += text;
    if (pending_.size() >= piece) flush();
  }

  void flush() {
    if (io_.stop.stop_requested()) throw Interrupted();
    print(io_, pending_);
    pending_.clear();
  }

 private:
  static constexpr std::size_t piece = 65536;

  Io& io_;
  std::string pending_;
};

}  // namespace mido::cli
