// SPDX-License-Identifier: MIT
#include "smf/file_bytes.hpp"

#include <cerrno>
#include <cstdio>
#include <istream>
#include <memory>
#include <ostream>
#include <system_error>

#include "mido/values/errors.hpp"

namespace mido::detail {

namespace {

struct CloseFile {
  void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

[[noreturn]] void fail(const std::filesystem::path& path) {
  const int reason = errno;
  throw FileError(path.string() + ": " + std::generic_category().message(reason));
}

File open(const std::filesystem::path& path, const char* mode) {
  File file(std::fopen(path.string().c_str(), mode));
  if (!file) fail(path);
  return file;
}

// A stream may be set to throw, even at its end: what it has to say is in its state.
template <class Action>
void without_exceptions(Action action) {
  try {
    action();
  } catch (const std::ios_base::failure&) {  // NOLINT(bugprone-empty-catch)
  }
}

}  // namespace

Bytes read_file_bytes(const std::filesystem::path& path) {
  const File file = open(path, "rb");
  // A pipe has no size: then it is only where to begin.
  std::error_code no_size;
  const auto size = std::filesystem::file_size(path, no_size);
  constexpr std::size_t portion = 65536;
  Bytes bytes(no_size ? portion : static_cast<std::size_t>(size) + 1);
  std::size_t used = 0;
  while (true) {
    used += std::fread(bytes.data() + used, 1, bytes.size() - used, file.get());
    if (used < bytes.size()) break;
    bytes.resize(2 * bytes.size());
  }
  if (std::ferror(file.get()) != 0) fail(path);
  bytes.resize(used);
  return bytes;
}

void write_file_bytes(const std::filesystem::path& path, std::span<const std::uint8_t> bytes) {
  File file = open(path, "wb");
  const bool written =
      bytes.empty() || std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size();
  // What is buffered may still not fit on the disk.
  if (!written || std::fclose(file.release()) != 0) fail(path);
}

Bytes read_stream_bytes(std::istream& in) {
  if (!in) throw FileError("the stream cannot be read");
  constexpr std::size_t portion = 65536;
  Bytes bytes;
  std::size_t used = 0;
  while (in) {
    bytes.resize(used + portion);
    without_exceptions([&] { in.read(reinterpret_cast<char*>(bytes.data()) + used, portion); });
    used += static_cast<std::size_t>(in.gcount());
  }
  if (in.bad()) throw FileError("the stream cannot be read");
  bytes.resize(used);
  return bytes;
}

void write_stream_bytes(std::ostream& out, std::span<const std::uint8_t> bytes) {
  without_exceptions([&] {
    out.write(reinterpret_cast<const char*>(bytes.data()),
              static_cast<std::streamsize>(bytes.size()));
    out.flush();
  });
  if (!out) throw FileError("the stream cannot be written to");
}

}  // namespace mido::detail
