// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include <array>
#include <cstdio>
#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <system_error>

#include "bench/process.hpp"

namespace bench {

namespace {

std::string in_quotes(const std::string& word) {
  std::string result = "'";
  for (const char c : word) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

struct ClosePipe {
  void operator()(std::FILE* pipe) const noexcept { pclose(pipe); }
};

std::string last_line_of(const std::vector<std::string>& command) {
  std::string line;
  for (const std::string& word : command) line += in_quotes(word) + ' ';
  const std::unique_ptr<std::FILE, ClosePipe> pipe(popen(line.c_str(), "r"));
  if (!pipe) throw std::system_error(errno, std::generic_category(), command.front());
  std::string result;
  std::array<char, 1024> text{};
  while (std::fgets(text.data(), static_cast<int>(text.size()), pipe.get())) result = text.data();
  while (!result.empty() && result.back() == '\n') result.pop_back();
  return result;
}

}  // namespace

Pass run_child(const std::vector<std::string>& command) {
  const std::string line = last_line_of(command);
  if (line.starts_with("error ")) throw std::runtime_error(line.substr(6));
  Pass pass;
  std::string name;
  double value = 0;
  std::istringstream words(line);
  while (words >> name >> value) {
    if (name == "seconds") {
      pass.seconds = value;
    } else if (name == "bytes") {
      pass.bytes = static_cast<std::uint64_t>(value);
    } else if (name == "items") {
      pass.items = static_cast<std::uint64_t>(value);
    } else {
      pass.figures.emplace_back(name, value);
    }
  }
  if (!pass.seconds || pass.bytes == 0 || pass.items == 0) {
    throw std::runtime_error(command.front() + " ended without a result: " + line);
  }
  return pass;
}

std::string to_line(const Pass& pass) {
  std::string line = fmt::format("seconds {:.9f} bytes {} items {}", pass.seconds.value_or(0),
                                 pass.bytes, pass.items);
  for (const auto& [name, value] : pass.figures) line += fmt::format(" {} {:.6g}", name, value);
  return line;
}

std::size_t memory_now() {
  std::ifstream statm("/proc/self/statm");
  std::size_t all = 0;
  std::size_t resident = 0;
  if (!(statm >> all >> resident)) throw std::runtime_error("no /proc/self/statm here");
  return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

std::size_t memory_peak() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
#ifdef __APPLE__
  return static_cast<std::size_t>(usage.ru_maxrss);
#else
  return static_cast<std::size_t>(usage.ru_maxrss) * 1024;
#endif
}

void forbid_huge_pages() {
#ifdef PR_SET_THP_DISABLE
  prctl(PR_SET_THP_DISABLE, 1, 0, 0, 0);
#endif
}

FreshPages::FreshPages(std::size_t size)
    : data_(mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)),
      size_(size) {
  if (data_ == MAP_FAILED) throw std::system_error(errno, std::generic_category(), "mmap");
}

FreshPages::~FreshPages() { munmap(data_, size_); }

}  // namespace bench
