// SPDX-License-Identifier: MIT
#if __has_include(<unistd.h>)

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

#include "mido/ports/ready_descriptor.hpp"
#include "ports/input_state.hpp"

namespace mido {

// A pipe with at most one byte in it.
struct ReadyDescriptor::State final : WaitList::Observer {
  explicit State(std::shared_ptr<Input::State> watched) : input(std::move(watched)) {
    if (::pipe(ends.data()) != 0) {
      throw PortError("port '" + input->name +
                      "': no file descriptor: " + std::generic_category().message(errno));
    }
    for (const int end : ends) {
      ::fcntl(end, F_SETFL, O_NONBLOCK);
      ::fcntl(end, F_SETFD, FD_CLOEXEC);
    }
    input->queue.inbox().waiters().add(*this);
    if (input->queue.ready()) notify();
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() override {
    input->queue.inbox().waiters().remove(*this);
    for (const int end : ends) ::close(end);
  }

  void notify() noexcept override {
    if (readable.exchange(true)) return;
    const char byte = 0;
    while (::write(ends[1], &byte, 1) < 0 && errno == EINTR) {
    }
  }

  void clear() noexcept {
    std::array<char, 16> bytes{};
    ssize_t got = 0;
    do {
      got = ::read(ends[0], bytes.data(), bytes.size());
    } while (got > 0 || (got < 0 && errno == EINTR));
    // Who comes between these two is not told of here, but found by who takes what is pending now.
    readable = false;
  }

  std::shared_ptr<Input::State> input;
  std::array<int, 2> ends{};
  std::atomic<bool> readable{false};
};

ReadyDescriptor::ReadyDescriptor(Input& input) : state_(new State(input.state_)) {}

int ReadyDescriptor::descriptor() const noexcept { return state_->ends[0]; }

void ReadyDescriptor::clear() noexcept { state_->clear(); }

#else

#include "mido/ports/errors.hpp"
#include "mido/ports/ready_descriptor.hpp"

namespace mido {

struct ReadyDescriptor::State {};

ReadyDescriptor::ReadyDescriptor(Input& input) {
  throw PortError("port '" + input.name() + "': this system has no file descriptors to wait on");
}

int ReadyDescriptor::descriptor() const noexcept { return -1; }

void ReadyDescriptor::clear() noexcept {}

#endif

ReadyDescriptor::ReadyDescriptor(ReadyDescriptor&&) noexcept = default;
ReadyDescriptor& ReadyDescriptor::operator=(ReadyDescriptor&&) noexcept = default;
ReadyDescriptor::~ReadyDescriptor() = default;

}  // namespace mido
