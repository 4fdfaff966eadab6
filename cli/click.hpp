// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "mido/messages/meta_types.hpp"
#include "mido/ports/output.hpp"
#include "mido/values/timestamp.hpp"

namespace mido::cli {

/// When the beats of a take are.
struct Beats {
  Tempo tempo = 500000;  ///< of a quarter note, as in a file
  TimeSignature time_signature = {};
  Timestamp zero{};  ///< of beat 0, the first of a bar

  /// Negative ones come before.
  [[nodiscard]] Timestamp moment(std::int64_t beat) const;
  [[nodiscard]] int in_a_bar() const noexcept { return int{time_signature.numerator}; }
};

/// Plays a wood block on each beat, the high one on the first of a bar.
class Click {
 public:
  /// Begins with the beat `first`.
  Click(Output port, const Beats& beats, std::int64_t first);

  /// Hands the port all clicks before that moment which it has not got yet.
  void play_until(Timestamp moment);

 private:
  Output port_;
  Beats beats_;
  std::int64_t next_;
};

}  // namespace mido::cli
