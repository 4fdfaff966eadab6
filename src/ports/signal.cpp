// SPDX-License-Identifier: MIT
#include "mido/ports/signal.hpp"

#include <cstdlib>
#include <new>

#if defined(__linux__)
#include <semaphore.h>

#include <cerrno>
#include <ctime>
#else
#include <semaphore>
#endif

namespace mido::detail {

#if defined(__linux__)

namespace {

sem_t* semaphore_in(std::array<std::byte, 32>& storage) noexcept {
  static_assert(sizeof(sem_t) <= sizeof storage && alignof(sem_t) <= alignof(std::max_align_t));
  return std::launder(reinterpret_cast<sem_t*>(storage.data()));
}

}  // namespace

Signal::Signal() { sem_init(new (storage_.data()) sem_t, 0, 0); }

Signal::~Signal() { sem_destroy(semaphore_in(storage_)); }

void Signal::release() noexcept {
  releases_.fetch_add(1);
  sem_post(semaphore_in(storage_));
}

void Signal::acquire() noexcept {
  while (sem_wait(semaphore_in(storage_)) != 0 && errno == EINTR) {
  }
  (void)releases_.load();
}

bool Signal::try_acquire() noexcept {
  if (sem_trywait(semaphore_in(storage_)) != 0) return false;
  (void)releases_.load();
  return true;
}

bool Signal::try_acquire_until(std::chrono::steady_clock::time_point deadline) noexcept {
  const auto since = deadline.time_since_epoch();
  const auto seconds = std::chrono::floor<std::chrono::seconds>(since);
  const timespec time{.tv_sec = static_cast<std::time_t>(seconds.count()),
                      .tv_nsec = static_cast<long>((since - seconds).count())};
  while (sem_clockwait(semaphore_in(storage_), CLOCK_MONOTONIC, &time) != 0) {
    if (errno != EINTR) return false;
  }
  (void)releases_.load();
  return true;
}

#else

namespace {

using Semaphore = std::counting_semaphore<>;

Semaphore* semaphore_in(std::array<std::byte, 32>& storage) noexcept {
  static_assert(sizeof(Semaphore) <= sizeof storage);
  return std::launder(reinterpret_cast<Semaphore*>(storage.data()));
}

}  // namespace

Signal::Signal() { new (storage_.data()) Semaphore(0); }

Signal::~Signal() { semaphore_in(storage_)->~Semaphore(); }

void Signal::release() noexcept { semaphore_in(storage_)->release(); }

void Signal::acquire() noexcept { semaphore_in(storage_)->acquire(); }

bool Signal::try_acquire() noexcept { return semaphore_in(storage_)->try_acquire(); }

bool Signal::try_acquire_until(std::chrono::steady_clock::time_point deadline) noexcept {
  return semaphore_in(storage_)->try_acquire_until(deadline);
}

#endif

}  // namespace mido::detail
