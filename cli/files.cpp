// SPDX-License-Identifier: MIT
#include "cli/files.hpp"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <random>
#include <system_error>

#include "cli/errors.hpp"
#include "mido/values/errors.hpp"

namespace mido::cli {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, const std::error_code& reason) {
  throw FileError(path.string() + ": " + reason.message());
}

[[noreturn]] void fail(const fs::path& path) {
  fail(path, std::error_code(errno, std::generic_category()));
}

Bytes read_all(std::istream& in, const std::string& name) {
  Bytes bytes;
  std::array<char, 65536> portion{};
  do {
    errno = 0;
    in.read(portion.data(), portion.size());
    bytes.insert(bytes.end(), portion.begin(), portion.begin() + in.gcount());
  } while (in);
  if (in.bad()) fail(name);
  return bytes;
}

[[noreturn]] void refuse_to_overwrite(const std::string& path) {
  throw UsageError(fmt::format("'{}' would be overwritten; --force says that it shall be", path));
}

/// A name beside `path` that nobody else has.
fs::path temporary_name(const fs::path& path) {
  return path.parent_path() /
         fmt::format(".{}.{:08x}", path.filename().string(), std::random_device()());
}

/// Removes the file unless it was kept.
class TemporaryFile {
 public:
  explicit TemporaryFile(const fs::path& target) : path_(temporary_name(target)) {}
  ~TemporaryFile() {
    std::error_code ignored;
    if (!kept_) fs::remove(path_, ignored);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  [[nodiscard]] const fs::path& path() const { return path_; }

  void become(const fs::path& target) {
    std::error_code error;
    const auto old = fs::status(target, error);
    if (fs::exists(old)) fs::permissions(path_, old.permissions(), error);
    fs::rename(path_, target, error);
    if (error) fail(target, error);
    kept_ = true;
  }

 private:
  fs::path path_;
  bool kept_ = false;
};

}  // namespace

Bytes read_bytes(const std::string& path, Io& io) {
  if (path == "-" && io.in != nullptr) {
    Bytes bytes = read_all(*io.in, "standard input");
    if (io.stop.stop_requested()) throw Interrupted();  // that was not all of it
    return bytes;
  }
  std::ifstream in(path, std::ios::binary);
  if (!in) fail(path);
  return read_all(in, path);
}

void write_file(const std::string& path, const std::function<void(const fs::path&)>& write) {
  std::error_code error;
  fs::path target = fs::canonical(path, error);  // behind links, which shall stay
  if (error) target = path;
  const auto status = fs::status(target, error);
  if (fs::is_directory(status)) fail(path, std::make_error_code(std::errc::is_a_directory));
  if (fs::exists(status) && !fs::is_regular_file(status)) return write(target);  // /dev/stdout
  TemporaryFile temporary(target);
  write(temporary.path());
  temporary.become(target);
}

void write_bytes(const std::string& path, std::span<const std::uint8_t> bytes) {
  write_file(path, [&](const fs::path& where) {
    errno = 0;
    std::ofstream out(where, std::ios::binary);
    out.write(reinterpret_cast<const char*>(bytes.data()),
              static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) fail(path);
  });
}

void check_is_other_file(const std::string& in, const std::string& out, bool force) {
  std::error_code error;
  if (!force && fs::equivalent(in, out, error)) refuse_to_overwrite(in);
}

void check_is_new_file(const std::string& out, bool force) {
  std::error_code error;
  if (!force && fs::is_regular_file(out, error)) refuse_to_overwrite(out);
}

}  // namespace mido::cli
