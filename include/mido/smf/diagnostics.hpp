// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "mido/smf/errors.hpp"

namespace mido {

/// The faults of a file that was read in tolerant mode, in the order of reading.
class Diagnostics {
 public:
  /// A file of nothing but faults shall not fill the memory: beyond this they are only counted.
  static constexpr std::size_t most_kept = 10000;

  void add(Diagnostic diagnostic) {
    ++total_;
    if (list_.size() < most_kept) list_.push_back(std::move(diagnostic));
  }

  /// Those that are kept.
  [[nodiscard]] auto begin() const noexcept { return list_.begin(); }
  [[nodiscard]] auto end() const noexcept { return list_.end(); }
  [[nodiscard]] std::size_t size() const noexcept { return list_.size(); }
  [[nodiscard]] bool empty() const noexcept { return list_.empty(); }
  [[nodiscard]] const Diagnostic& operator[](std::size_t index) const { return list_[index]; }
  /// All there were.
  [[nodiscard]] std::size_t total() const noexcept { return total_; }

 private:
  std::vector<Diagnostic> list_;
  std::size_t total_ = 0;
};

namespace detail {

/// Where faults go: in strict mode the first is thrown, in tolerant mode all are kept.
class Faults {
 public:
  Faults() = default;
  /// `clips`: data bytes over 127 become 127 and are no fault.
  explicit Faults(Diagnostics* kept, bool clips = false) noexcept : kept_(kept), clips_(clips) {}

  [[nodiscard]] bool strict() const noexcept { return kept_ == nullptr; }

  /// Throws MidiParseError in strict mode.
  void report(Diagnostic fault) const {
    if (clips_ && fault.kind == FaultKind::bad_data_byte) return;
    if (strict()) throw MidiParseError(std::move(fault));
    kept_->add(std::move(fault));
  }

 private:
  Diagnostics* kept_ = nullptr;
  bool clips_ = false;
};

}  // namespace detail

}  // namespace mido
