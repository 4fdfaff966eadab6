// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/io.hpp"
#include "mido/ports/backend.hpp"
#include "mido/ports/multi_port.hpp"

namespace mido::cli {

/// Which inputs the user wants to hear.
struct InputChoice {
  std::string backend;
  std::vector<std::string> ports;  ///< none: all there are, and those that come
  std::string virtual_port;        ///< one to make for others to connect to; empty: none
};

/// Adds --backend and --virtual.
void add_input_options(CLI::App& app, InputChoice& choice);

/// Several inputs that are heard as one. Where the backend tells of ports that come and go, one
/// that comes back is opened again.
class InputSet {
 public:
  /// Opens them; `tell` is called with what happens to the ports. Throws what Backend throws, and
  /// PortNotFound when there is nothing to wait for.
  InputSet(const InputChoice& choice, Io& io, std::function<void(std::string_view)> tell);
  InputSet(const InputSet&) = delete;
  InputSet& operator=(const InputSet&) = delete;

  /// The next message; nothing when none comes for a moment, so that the caller can look after
  /// other things. Throws PortDisconnected when no port is left and none can come.
  [[nodiscard]] std::optional<FromPort> receive();

  /// A message that came before now; nothing when there is none. For the end, after close().
  [[nodiscard]] std::optional<FromPort> take_rest();
  void close();

  /// Of the port of a message. It stays the same when the port goes and comes back.
  [[nodiscard]] const std::string& name(std::size_t port) const { return ports_[port].name; }
  /// How many ports there were so far.
  [[nodiscard]] std::size_t size() const noexcept { return ports_.size(); }
  /// "'Piano', 'Pads'": those that are open.
  [[nodiscard]] std::string open_names() const;
  /// Tells how often messages were lost, if they were.
  void tell_of_losses() const;

 private:
  struct Port {
    std::string name;
    bool made = false;  // by this set, and so in no list of others
    std::optional<Input> input;
  };

  void observe();
  void open_wanted();
  void open(const std::string& name, const OpenOptions& options = {});
  void look_after_ports();
  void look_for_ports();
  [[nodiscard]] bool is_time_to_look();
  [[nodiscard]] std::vector<std::string> names_now() const;
  void greet(const std::string& name);
  void drop(std::size_t port);
  void combine();
  [[nodiscard]] bool is_wanted(const std::string& name) const;
  [[nodiscard]] std::optional<FromPort> next(std::chrono::nanoseconds timeout);

  Io& io_;
  std::function<void(std::string_view)> tell_;
  Backend backend_;
  InputChoice choice_;
  std::vector<Port> ports_;
  std::optional<MultiPort> together_;  // the open ones
  std::vector<std::size_t> members_;   // the places in ports_ of those in together_
  std::deque<FromPort> left_behind_;   // by ports that went away
  std::uint64_t lost_ = 0;             // by the same
  Timestamp next_look_{};
  std::atomic<bool> changed_{false};
  std::optional<PortObserver> observer_;  // the last: its thread uses the others
};

}  // namespace mido::cli
