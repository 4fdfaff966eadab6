// SPDX-License-Identifier: MIT
#include "support/jack_server.hpp"

#include <fcntl.h>
#include <jack/jack.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <stdexcept>
#include <thread>

#include "mido/ports/errors.hpp"
#include "support/jack_device.hpp"

namespace mido::testing {

namespace {

constexpr int slots = 4;
constexpr auto longest_start = std::chrono::seconds(30);

// Not by libjack itself, which must not find a new server while it has clients of an old one.
bool server_answers() {
  try {
    (void)make_jack_output("probe", "probe");
    return true;
  } catch (const Error&) {
    return false;
  }
}

// Between fork() and exec() nothing may be called that locks or allocates.
[[noreturn]] void become_server(const char* name, bool is_pipewire, pid_t parent) {
  // jackd ends in order by SIGTERM and leaves nothing behind.
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  if (getppid() != parent) _exit(1);
  const int nowhere = open("/dev/null", O_RDWR);
  for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(nowhere, standard);
  constexpr char* end = nullptr;
  if (is_pipewire) {
    execlp("pipewire", "pipewire", "-c", MIDO_SOURCE_DIR "/tests/support/pipewire.conf", end);
  } else {
    execlp("jackd", "jackd", "-n", name, "-r", "-S", "-d", "dummy", "-p", "64", "-r", "48000", end);
  }
  _exit(127);
}

}  // namespace

JackServer::Slot::Slot() {
  for (int number = 0; number < slots; ++number) {
    if (take(number, LOCK_EX | LOCK_NB)) return;
  }
  if (!take(getpid() % slots, LOCK_EX))
    throw std::runtime_error("cannot lock a JACK server's name");
}

JackServer::Slot::~Slot() { close(lock_); }

bool JackServer::Slot::take(int number, int how) {
  name_ = "mido-test-" + std::to_string(getuid()) + "-" + std::to_string(number);
  const auto path = std::filesystem::temp_directory_path() / (name_ + ".lock");
  lock_ = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (lock_ >= 0 && flock(lock_, how) == 0) return true;
  close(lock_);
  return false;
}

JackServer::JackServer() { start(); }

JackServer::~JackServer() { end(SIGTERM); }

void JackServer::kill() { end(SIGKILL); }

// JACK may find traces of a server of that name that was killed, and give up; the next one finds
// them cleared away.
void JackServer::start() {
  const auto deadline = std::chrono::steady_clock::now() + longest_start;
  while (!try_to_start(deadline)) {
    if (std::chrono::steady_clock::now() >= deadline) {
      throw std::runtime_error(
          "the server does not start; is it installed? (tools/install-deps test)");
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
}

bool JackServer::try_to_start(std::chrono::steady_clock::time_point deadline) {
  const pid_t self = getpid();
  const bool is_pipewire = std::strstr(jack_get_version_string(), "PipeWire") != nullptr;
  process_ = fork();
  if (process_ < 0) throw std::runtime_error("cannot fork");
  if (process_ == 0) become_server(slot_.name().c_str(), is_pipewire, self);
  do {
    if (has_ended() || std::chrono::steady_clock::now() >= deadline) {
      end(SIGKILL);
      return false;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  } while (!server_answers());
  return true;
}

bool JackServer::has_ended() const {
  siginfo_t info{};
  waitid(P_PID, static_cast<id_t>(process_), &info, WEXITED | WNOHANG | WNOWAIT);
  return info.si_pid == process_;
}

void JackServer::end(int signal) {
  if (process_ <= 0) return;
  ::kill(process_, signal);
  waitpid(process_, nullptr, 0);
  process_ = 0;
}

}  // namespace mido::testing
