// SPDX-License-Identifier: MIT
#include "log.hpp"

#include <fluidsynth.h>

#include <atomic>

namespace mido::fluid {

namespace {
std::atomic<unsigned> unheard{0};
}  // namespace

thread_local Log* Log::current = nullptr;

Log::Log() : outer_(current) {
  static const bool installed = [] {
    for (int level = 0; level < LAST_LOG_LEVEL; ++level) {
      fluid_set_log_function(level, &Log::hear, nullptr);
    }
    return true;
  }();
  static_cast<void>(installed);
  current = this;
}

Log::~Log() { current = outer_; }

std::string Log::reason() const {
  return first_error_.empty() ? "FluidSynth gives no reason" : first_error_;
}

void Log::hear(int level, const char* message, void*) {
  if (level > FLUID_ERR) return;
  if (current == nullptr) {
    ++unheard;
  } else if (current->first_error_.empty()) {
    current->first_error_ = message;
  }
}

unsigned unheard_errors() noexcept { return unheard; }

}  // namespace mido::fluid
