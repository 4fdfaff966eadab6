// SPDX-License-Identifier: MIT
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <streambuf>
#include <system_error>

#include "cli/standard_input.hpp"

namespace mido::cli {

namespace {

/// Both ends are -1, which poll() passes over, when there is none to be had.
struct Pipe {
  Pipe() {
    if (::pipe(ends.data()) != 0) ends = {-1, -1};
  }
  ~Pipe() {
    for (const int end : ends) {
      if (end >= 0) ::close(end);
    }
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  std::array<int, 2> ends{-1, -1};
};

/// A descriptor that becomes readable when the program is to stop.
class StopSignal {
 public:
  explicit StopSignal(const std::stop_token& stop) : on_stop_(stop, Wake{pipe_.ends[1]}) {}

  [[nodiscard]] int descriptor() const noexcept { return pipe_.ends[0]; }

 private:
  struct Wake {
    int descriptor;
    void operator()() const noexcept {
      [[maybe_unused]] const auto written = ::write(descriptor, "", 1);
    }
  };

  Pipe pipe_;
  std::stop_callback<Wake> on_stop_;  // the last: it writes to the pipe, perhaps at this moment
};

class StoppableInput final : public std::streambuf {
 public:
  explicit StoppableInput(const std::stop_token& stop) : stop_(stop), signal_(stop) {}

 protected:
  int_type underflow() override {
    wait();
    if (stop_.stop_requested()) return traits_type::eof();
    const auto count = read_some();
    setg(buffer_.data(), buffer_.data(), buffer_.data() + count);
    return count == 0 ? traits_type::eof() : traits_type::to_int_type(buffer_.front());
  }

 private:
  void wait() const {
    std::array<pollfd, 2> either{{{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0},
                                  {.fd = signal_.descriptor(), .events = POLLIN, .revents = 0}}};
    while (::poll(either.data(), either.size(), -1) < 0 && errno == EINTR) {
    }
  }

  /// Throws, of which the stream makes a failure.
  std::ptrdiff_t read_some() {
    while (true) {
      const auto count = ::read(STDIN_FILENO, buffer_.data(), buffer_.size());
      if (count >= 0) return count;
      if (errno != EINTR) throw std::system_error(errno, std::generic_category());
    }
  }

  std::stop_token stop_;
  StopSignal signal_;
  std::array<char, 65536> buffer_{};
};

class StandardInput final : public std::istream {
 public:
  explicit StandardInput(const std::stop_token& stop) : std::istream(nullptr), buffer_(stop) {
    rdbuf(&buffer_);
  }

 private:
  StoppableInput buffer_;
};

}  // namespace

std::unique_ptr<std::istream> standard_input(const std::stop_token& stop) {
  return std::make_unique<StandardInput>(stop);
}

}  // namespace mido::cli
