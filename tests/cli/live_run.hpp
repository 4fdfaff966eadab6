// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <mutex>
#include <sstream>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "cli/program.hpp"

namespace mido::cli::testing {

/// A stream that another thread waits for texts in.
class WatchedOutput : public std::ostream {
 public:
  WatchedOutput() : std::ostream(&buffer_) {}

  /// Returns all that was written so far, as soon as that text is in it or nothing more comes.
  std::string wait_for(const std::string& text) { return buffer_.wait_for(text); }
  void finish() { buffer_.finish(); }

 private:
  class Buffer final : public std::stringbuf {
   public:
    std::string wait_for(const std::string& text) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return finished_ || text_.find(text) != std::string::npos; });
      return text_;
    }
    void finish() {
      const std::lock_guard lock(mutex_);
      finished_ = true;
      changed_.notify_all();
    }

   protected:
    int_type overflow(int_type character) override {
      const char single = traits_type::to_char_type(character);
      xsputn(&single, 1);
      return character;
    }
    std::streamsize xsputn(const char* text, std::streamsize size) override {
      const std::lock_guard lock(mutex_);
      text_.append(text, static_cast<std::size_t>(size));
      changed_.notify_all();
      return size;
    }

   private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::string text_;
    bool finished_ = false;
  };

  Buffer buffer_;
};

/// A run of the program that the test talks to while it goes on.
class LiveRun {
 public:
  explicit LiveRun(std::vector<std::string> args, std::istream* in = nullptr)
      : thread_([this, in, args = std::move(args)] {
          Io io{.out = out, .err = err, .stop = stop_.get_token(), .in = in};
          code_ = run_program(args, io);
          out.finish();
          err.finish();
        }) {}
  LiveRun(const LiveRun&) = delete;
  LiveRun& operator=(const LiveRun&) = delete;
  ~LiveRun() { stop_.request_stop(); }

  /// Ctrl-C.
  void interrupt() { stop_.request_stop(); }
  /// Waits for the end.
  int exit_code() {
    if (thread_.joinable()) thread_.join();
    return code_;
  }

  WatchedOutput out;
  WatchedOutput err;

 private:
  std::stop_source stop_;
  int code_ = -1;
  std::jthread thread_;  // the last: it uses the others
};

}  // namespace mido::cli::testing
