// SPDX-License-Identifier: MIT
#include "quiet.hpp"

// FluidSynth offers no way to GLib, and not each build of it has it.
namespace mido::fluid {

namespace {

using GlibHandler = void(const char* domain, int level, const char* message, void* data);
using SetGlibHandler = unsigned(const char* domain, int levels, GlibHandler*, void* data);
using RemoveGlibHandler = void(const char* domain, unsigned id);

constexpr int glib_level_critical = 1 << 3;  // G_LOG_LEVEL_CRITICAL

thread_local bool is_quiet = false;

template <class Function>
Function* find(const char* name) {
  return reinterpret_cast<Function*>(detail::find_function(name));
}

// GLib's handlers are for all threads: what others say goes where it would have gone.
void hear_glib(const char* domain, int level, const char* message, void* data) {
  if (is_quiet) return;
  if (auto* print = find<GlibHandler>("g_log_default_handler")) print(domain, level, message, data);
}

}  // namespace

Quiet::Quiet() : was_quiet_(is_quiet) {
  is_quiet = true;
  // libinstpatch, which FluidSynth tries when it cannot read a soundfont, has no log domain.
  if (auto* set = find<SetGlibHandler>("g_log_set_handler")) {
    glib_handler_ = set(nullptr, glib_level_critical, &hear_glib, nullptr);
  }
}

Quiet::~Quiet() {
  if (auto* remove = find<RemoveGlibHandler>("g_log_remove_handler")) {
    if (glib_handler_ != 0) remove(nullptr, glib_handler_);
  }
  is_quiet = was_quiet_;
}

}  // namespace mido::fluid
