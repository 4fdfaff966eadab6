// SPDX-License-Identifier: MIT
#include "quiet.hpp"

#include <cstdarg>
#include <initializer_list>

#if __has_include(<dlfcn.h>)
#include <dlfcn.h>
#endif

// FluidSynth offers no way to the libraries under it, and each build has others. What is loaded
// is therefore asked for by name; what is not there cannot print.
namespace mido::fluid {

namespace {

using AlsaHandler = void(const char* file, int line, const char* function, int error,
                         const char* format, std::va_list arguments);
using SetAlsaHandler = AlsaHandler*(AlsaHandler*);
using JackHandler = void(const char* message);
using SetJackHandler = void(JackHandler*);
using JackOpen = void*(const char* name, int options, int* status, ...);
using JackClose = int(void* client);
using GlibHandler = void(const char* domain, int level, const char* message, void* data);
using SetGlibHandler = unsigned(const char* domain, int levels, GlibHandler*, void* data);
using RemoveGlibHandler = void(const char* domain, unsigned id);

constexpr int jack_no_start_server = 1;      // JackNoStartServer
constexpr int glib_level_critical = 1 << 3;  // G_LOG_LEVEL_CRITICAL

thread_local bool is_quiet = false;

template <class Function>
Function* find(const char* name) {
#if __has_include(<dlfcn.h>)
  return reinterpret_cast<Function*>(dlsym(RTLD_DEFAULT, name));
#else
  static_cast<void>(name);
  return nullptr;
#endif
}

void ignore_alsa(const char*, int, const char*, int, const char*, std::va_list) {}
void ignore_jack(const char*) {}

// GLib's handlers are for all threads: what others say goes where it would have gone.
void hear_glib(const char* domain, int level, const char* message, void* data) {
  if (is_quiet) return;
  if (auto* print = find<GlibHandler>("g_log_default_handler")) print(domain, level, message, data);
}

}  // namespace

Quiet::Quiet() : was_quiet_(is_quiet) {
  is_quiet = true;
  if (auto* set = find<SetAlsaHandler>("snd_lib_error_set_local")) {
    alsa_handler_ = reinterpret_cast<void (*)()>(set(&ignore_alsa));
  }
  for (const char* name : {"jack_set_error_function", "jack_set_info_function"}) {
    if (auto* set = find<SetJackHandler>(name)) set(&ignore_jack);
  }
  // libinstpatch, which FluidSynth tries when it cannot read a soundfont, has no log domain.
  if (auto* set = find<SetGlibHandler>("g_log_set_handler")) {
    glib_handler_ = set(nullptr, glib_level_critical, &hear_glib, nullptr);
  }
}

Quiet::~Quiet() {
  if (auto* remove = find<RemoveGlibHandler>("g_log_remove_handler")) {
    if (glib_handler_ != 0) remove(nullptr, glib_handler_);
  }
  if (auto* set = find<SetAlsaHandler>("snd_lib_error_set_local")) {
    set(reinterpret_cast<AlsaHandler*>(alsa_handler_));
  }
  is_quiet = was_quiet_;
}

bool jack_may_answer() {
  auto* const open = find<JackOpen>("jack_client_open");
  auto* const close = find<JackClose>("jack_client_close");
  if (open == nullptr || close == nullptr) return true;
  int status = 0;
  void* const client = open("mido-probe", jack_no_start_server, &status);
  if (client == nullptr) return false;
  close(client);
  return true;
}

}  // namespace mido::fluid
