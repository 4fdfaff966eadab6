// SPDX-License-Identifier: MIT
#include <iconv.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <utility>

#include "codec/conversion.hpp"

namespace mido::detail {

namespace {

class Iconv {
 public:
  Iconv(const char* to, const char* from) : handle_(::iconv_open(to, from)) {}
  Iconv(const Iconv&) = delete;
  Iconv& operator=(const Iconv&) = delete;
  ~Iconv() {
    if (is_open()) ::iconv_close(handle_);
  }

  // What iconv_open() gives for a charset that it does not know.
  [[nodiscard]] bool is_open() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

  std::optional<std::string> convert(std::string_view text) {
    ::iconv(handle_, nullptr, nullptr, nullptr, nullptr);
    std::string out(text.size() + some_room, '\0');
    std::size_t used = 0;
    // iconv() does not write to the text, though it says so.
    char* in = const_cast<char*>(text.data());
    std::size_t left = text.size();
    // Without a text it ends what is under way, as ISO-2022-JP wants.
    if (!run(out, used, &in, &left) || !run(out, used, nullptr, nullptr)) return std::nullopt;
    out.resize(used);
    return out;
  }

 private:
  static constexpr std::size_t some_room = 16;

  // False for what does not convert, and for what does only nearly.
  bool run(std::string& out, std::size_t& used, char** in, std::size_t* left) {
    while (true) {
      char* to = out.data() + used;
      std::size_t room = out.size() - used;
      const std::size_t inexact = ::iconv(handle_, in, left, &to, &room);
      used = out.size() - room;
      if (inexact == 0) return true;
      if (inexact != static_cast<std::size_t>(-1) || errno != E2BIG) return false;
      out.resize(2 * out.size());
    }
  }

  iconv_t handle_;
};

class IconvConversion final : public Conversion {
 public:
  explicit IconvConversion(const std::string& name)
      : decoder_("UTF-8", name.c_str()), encoder_(name.c_str(), "UTF-8") {}

  [[nodiscard]] bool is_open() const { return decoder_.is_open() && encoder_.is_open(); }
  std::optional<std::string> to_utf8(std::string_view bytes) override {
    return decoder_.convert(bytes);
  }
  std::optional<std::string> from_utf8(std::string_view utf8) override {
    return encoder_.convert(utf8);
  }

 private:
  Iconv decoder_;
  Iconv encoder_;
};

// An empty name means the locale's charset, and what follows a slash is an option.
bool is_name(std::string_view name) {
  return !name.empty() && name.find_first_of("/,") == std::string_view::npos;
}

}  // namespace

std::unique_ptr<Conversion> open_iconv(const std::string& name) {
  if (!is_name(name)) return nullptr;
  auto conversion = std::make_unique<IconvConversion>(name);
  return conversion->is_open() ? std::move(conversion) : nullptr;
}

}  // namespace mido::detail
