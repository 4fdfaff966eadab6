// SPDX-License-Identifier: MIT
#include "process.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "mido/ports/errors.hpp"

namespace mido::amidi {

namespace {

/// Where the streams of a new process lead: nothing in, a pipe out, no errors.
class Streams {
 public:
  explicit Streams(int output) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions_, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  }
  Streams(const Streams&) = delete;
  Streams& operator=(const Streams&) = delete;
  ~Streams() { posix_spawn_file_actions_destroy(&actions_); }
  [[nodiscard]] const posix_spawn_file_actions_t* actions() const noexcept { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

}  // namespace

Process::Process(const std::vector<std::string>& arguments) {
  std::array<int, 2> ends{};
  int error = ::pipe2(ends.data(), O_CLOEXEC) == 0 ? 0 : errno;
  if (error == 0) {
    output_ = ends[0];
    std::vector<std::string> copies = arguments;
    std::vector<char*> pointers;
    pointers.reserve(copies.size() + 1);
    for (std::string& argument : copies) pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    error = ::posix_spawnp(&pid_, pointers.front(), Streams(ends[1]).actions(), nullptr,
                           pointers.data(), environ);
    ::close(ends[1]);
    if (error != 0) ::close(output_);
  }
  if (error != 0) {
    throw PortError("the program '" + arguments.front() +
                    "' cannot be started: " + std::generic_category().message(error));
  }
}

Process::~Process() {
  if (pid_ > 0) {
    stop();
    (void)wait();
  }
  ::close(output_);
}

std::string Process::read() {
  std::array<char, 4096> buffer{};
  ssize_t size = 0;
  do {
    size = ::read(output_, buffer.data(), buffer.size());
  } while (size < 0 && errno == EINTR);
  return {buffer.data(), size > 0 ? static_cast<std::size_t>(size) : 0};
}

void Process::stop() noexcept { ::kill(pid_, SIGTERM); }

bool Process::has_ended() const noexcept {
  siginfo_t info{};
  ::waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED | WNOHANG | WNOWAIT);
  return info.si_pid == pid_;
}

bool Process::waits_with(std::string_view path) const {
  const std::filesystem::path process = "/proc/" + std::to_string(pid_);
  std::error_code ignored;
  bool is_open = false;
  for (const auto& file : std::filesystem::directory_iterator(process / "fd", ignored)) {
    is_open |= std::filesystem::read_symlink(file, ignored).native().starts_with(path);
  }
  // "1234 (amidi) S ...": it sleeps.
  std::ifstream stat(process / "stat");
  std::string line;
  std::getline(stat, line);
  return is_open && line.find(") S ") != std::string::npos;
}

int Process::wait() noexcept {
  int status = 0;
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  pid_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string output_of(const std::vector<std::string>& arguments, int& status) {
  Process process(arguments);
  std::string all;
  for (std::string part = process.read(); !part.empty(); part = process.read()) all += part;
  status = process.wait();
  return all;
}

}  // namespace mido::amidi
