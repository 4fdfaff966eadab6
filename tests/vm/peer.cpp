// SPDX-License-Identifier: MIT
#include "peer.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <stdexcept>

#include "ports.hpp"

namespace mido::vm {

namespace {

void say_ready() {
  if (::write(STDOUT_FILENO, "!", 1) != 1)
    throw std::runtime_error("nobody waits for this process");
}

// Sends to the port "burst" of the other process, as fast as it can.
void send_burst() {
  auto output = open_output("burst");
  say_ready();
  for (int i = 0; i < burst_size; ++i) output.send(numbered(i));
}

// Has ports until it is killed.
void hold_ports() {
  const auto output = open_output("dying", true);
  Inbox inbox;
  const auto input = driver().open_input(request_of("dying", true), inbox);
  say_ready();
  while (true) pause();
}

// Has a port and never reads what comes there.
void sleep_at_port() {
  const RawPort port("deaf", SND_SEQ_PORT_CAP_WRITE | SND_SEQ_PORT_CAP_SUBS_WRITE);
  say_ready();
  while (true) pause();
}

}  // namespace

int play_part(const std::string& part) {
  if (part == "burst") send_burst();
  if (part == "dying") hold_ports();
  if (part == "deaf") sleep_at_port();
  return 0;
}

Peer::Peer(const std::string& part) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
  process_ = fork();
  if (process_ == 0) {
    dup2(ends[1], STDOUT_FILENO);
    close(ends[0]);
    close(ends[1]);
    execl("/proc/self/exe", "mido_vm_tests", "--part", part.c_str(), nullptr);
    _exit(127);
  }
  close(ends[1]);
  ready_ = ends[0];
  char said = 0;
  if (read(ready_, &said, 1) != 1) throw std::runtime_error("the other process did not start");
}

Peer::~Peer() {
  kill();
  close(ready_);
}

void Peer::kill() {
  if (process_ < 0) return;
  ::kill(process_, SIGKILL);
  waitpid(process_, nullptr, 0);
  process_ = -1;
}

}  // namespace mido::vm
