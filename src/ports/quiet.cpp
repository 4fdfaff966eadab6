// SPDX-License-Identifier: MIT
#include "ports/quiet.hpp"

#include <cstdarg>
#include <initializer_list>

#if __has_include(<dlfcn.h>)
#include <dlfcn.h>
#endif

// Libraries that use ALSA and JACK offer no way to these, and each build of them has others. What
// is loaded is therefore asked for by name.
namespace mido::detail {

namespace {

using AlsaHandler = void(const char* file, int line, const char* function, int error,
                         const char* format, std::va_list arguments);
using SetAlsaHandler = AlsaHandler*(AlsaHandler*);
using JackHandler = void(const char* message);
using SetJackHandler = void(JackHandler*);
using JackOpen = void*(const char* name, int options, int* status, ...);
using JackClose = int(void* client);

constexpr int jack_no_start_server = 1;  // JackNoStartServer

template <class Function>
Function* find(const char* name) {
  return reinterpret_cast<Function*>(find_function(name));
}

void ignore_alsa(const char*, int, const char*, int, const char*, std::va_list) {}
void ignore_jack(const char*) {}

void silence_jack() {
  for (const char* name : {"jack_set_error_function", "jack_set_info_function"}) {
    if (auto* set = find<SetJackHandler>(name)) set(&ignore_jack);
  }
}

}  // namespace

void* find_function(const char* name) {
#if __has_include(<dlfcn.h>)
  return dlsym(RTLD_DEFAULT, name);
#else
  static_cast<void>(name);
  return nullptr;
#endif
}

Quiet::Quiet() {
  if (auto* set = find<SetAlsaHandler>("snd_lib_error_set_local")) {
    alsa_handler_ = reinterpret_cast<void (*)()>(set(&ignore_alsa));
  }
  silence_jack();
}

Quiet::~Quiet() {
  if (auto* set = find<SetAlsaHandler>("snd_lib_error_set_local")) {
    set(reinterpret_cast<AlsaHandler*>(alsa_handler_));
  }
}

bool jack_may_answer() {
  auto* const open = find<JackOpen>("jack_client_open");
  auto* const close = find<JackClose>("jack_client_close");
  if (open == nullptr || close == nullptr) return true;
  silence_jack();
  int status = 0;
  void* const client = open("mido-probe", jack_no_start_server, &status);
  if (client == nullptr) return false;
  close(client);
  return true;
}

}  // namespace mido::detail
