// SPDX-License-Identifier: MIT
#pragma once

#include "ports/quiet.hpp"

namespace mido::fluid {

/// Keeps the libraries under FluidSynth from printing on stderr while this lives: GLib on this
/// thread, and what detail::Quiet silences.
class Quiet {
 public:
  Quiet();
  ~Quiet();
  Quiet(const Quiet&) = delete;
  Quiet& operator=(const Quiet&) = delete;

 private:
  detail::Quiet others_;
  unsigned glib_handler_ = 0;
  bool was_quiet_;
};

}  // namespace mido::fluid
