// SPDX-License-Identifier: MIT

// These functions come before those of the system and of libjack in the whole program: they count,
// and then call the real ones.

#include "traps.hpp"

#include <dlfcn.h>
#include <jack/jack.h>
#include <pthread.h>

#include <atomic>
#include <cstddef>
#include <map>
#include <mutex>
#include <utility>

namespace mido::testing {

namespace {

thread_local bool is_realtime = false;
std::atomic<int> faults{0};
std::atomic<int> callbacks{0};

void count() noexcept {
  if (is_realtime) ++faults;
}

template <class Function>
Function* real(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

struct ProcessCallback {
  JackProcessCallback process;
  void* argument;
};

int process_in_realtime(jack_nframes_t frames, void* argument) {
  const auto& callback = *static_cast<ProcessCallback*>(argument);
  const Realtime realtime;
  ++callbacks;
  return callback.process(frames, callback.argument);
}

}  // namespace

Realtime::Realtime() noexcept { is_realtime = true; }
Realtime::~Realtime() { is_realtime = false; }

int realtime_faults() noexcept { return faults; }
int process_callbacks() noexcept { return callbacks; }

}  // namespace mido::testing

extern "C" {

void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* block, std::size_t size);
void __libc_free(void* block);

void* malloc(std::size_t size) {
  mido::testing::count();
  return __libc_malloc(size);
}
void* calloc(std::size_t count, std::size_t size) {
  mido::testing::count();
  return __libc_calloc(count, size);
}
void* realloc(void* block, std::size_t size) {
  mido::testing::count();
  return __libc_realloc(block, size);
}
void free(void* block) {
  mido::testing::count();
  __libc_free(block);
}

int pthread_mutex_lock(pthread_mutex_t* mutex) {
  static auto* const lock = mido::testing::real<int(pthread_mutex_t*)>("pthread_mutex_lock");
  mido::testing::count();
  return lock(mutex);
}

int jack_set_process_callback(jack_client_t* client, JackProcessCallback process, void* argument) {
  using mido::testing::ProcessCallback;
  static std::mutex mutex;
  static std::map<std::pair<jack_client_t*, void*>, ProcessCallback> callbacks;
  const std::lock_guard lock(mutex);
  auto& callback = callbacks[{client, argument}] = {process, argument};
  static auto* const set = mido::testing::real<int(jack_client_t*, JackProcessCallback, void*)>(
      "jack_set_process_callback");
  return set(client, &mido::testing::process_in_realtime, &callback);
}

}  // extern "C"
