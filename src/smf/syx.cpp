// SPDX-License-Identifier: MIT
#include "mido/smf/syx.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "codec/hex_text.hpp"
#include "mido/codec/tokenizer.hpp"
#include "smf/file_bytes.hpp"

namespace mido {

namespace {

using Span = std::span<const std::uint8_t>;

// Takes the sysex messages out of a stream, and tells of all that is none.
class SyxReader {
 public:
  explicit SyxReader(detail::Faults faults) : faults_(faults) {}

  void take(std::uint8_t byte, std::size_t offset) {
    const bool was_inside = inside_;
    const bool ends_message = byte >= detail::first_status && byte < detail::first_realtime_status;
    const std::size_t had = messages_.size();
    tokenizer_.feed({&byte, 1}, [this](Span message) {
      if (message[0] == detail::sysex_status) messages_.push_back(Message::from_bytes(message));
    });
    if (ends_message) {
      if (was_inside && messages_.size() == had) report(begin_, "a sysex message that is too long");
      inside_ = byte == detail::sysex_status;
      begin_ = offset;
    }
    const bool belongs =
        inside_ ? byte < detail::first_realtime_status : was_inside && byte == detail::end_of_sysex;
    if (!belongs) return count_other(offset);
    tell_of_others();
  }

  std::vector<Message> finish() && {
    tell_of_others();
    if (inside_) report(begin_, "the file ends inside a sysex message");
    return std::move(messages_);
  }

 private:
  void count_other(std::size_t offset) {
    if (others_++ == 0) others_begin_ = offset;
  }

  void tell_of_others() {
    if (others_ == 0) return;
    const std::string bytes = others_ == 1 ? " byte" : " bytes";
    report(others_begin_, std::to_string(others_) + bytes + " outside of sysex messages");
    others_ = 0;
  }

  void report(std::size_t offset, std::string detail) const {
    faults_.report({.offset = offset,
                    .track = std::nullopt,
                    .kind = FaultKind::outside_sysex,
                    .detail = std::move(detail)});
  }

  detail::Faults faults_;
  Tokenizer tokenizer_;
  std::vector<Message> messages_;
  bool inside_ = false;
  std::size_t begin_ = 0;  // of the sysex message under way
  std::size_t others_ = 0;
  std::size_t others_begin_ = 0;
};

constexpr std::array<std::uint8_t, 3> byte_order_mark = {0xEF, 0xBB, 0xBF};

std::size_t mark_size(Span bytes) {
  const bool marked = bytes.size() >= byte_order_mark.size() &&
                      std::ranges::equal(bytes.first(byte_order_mark.size()), byte_order_mark);
  return marked ? byte_order_mark.size() : 0;
}

}  // namespace

std::vector<Message> read_syx(Span bytes, Diagnostics* tolerant) {
  SyxReader reader{detail::Faults(tolerant)};
  const std::size_t begin = mark_size(bytes);
  if (begin < bytes.size() && bytes[begin] >= detail::first_status) {
    for (std::size_t at = 0; at < bytes.size(); ++at) reader.take(bytes[at], at);
  } else {
    detail::read_hex_text(bytes.subspan(begin), [&](std::uint8_t byte, std::size_t offset) {
      reader.take(byte, begin + offset);
    });
  }
  return std::move(reader).finish();
}

std::vector<Message> read_syx(std::istream& in, Diagnostics* tolerant) {
  return read_syx(detail::read_stream_bytes(in), tolerant);
}

std::vector<Message> read_syx_file(const std::filesystem::path& path, Diagnostics* tolerant) {
  const Bytes bytes = detail::read_file_bytes(path);
  try {
    return read_syx(bytes, tolerant);
  } catch (const ValueError& error) {
    throw ValueError(path.string() + ": " + error.what());
  }
}

Bytes syx_bytes(std::span<const Message> messages, bool plaintext) {
  Bytes result;
  for (const Message& message : messages) {
    if (!message.is<Sysex>()) continue;
    if (plaintext) {
      const std::string line = message.hex() + '\n';
      result.insert(result.end(), line.begin(), line.end());
    } else {
      const Span wire = message.wire();
      result.insert(result.end(), wire.begin(), wire.end());
    }
  }
  return result;
}

void write_syx(std::ostream& out, std::span<const Message> messages, bool plaintext) {
  detail::write_stream_bytes(out, syx_bytes(messages, plaintext));
}

void write_syx_file(const std::filesystem::path& path, std::span<const Message> messages,
                    bool plaintext) {
  detail::write_file_bytes(path, syx_bytes(messages, plaintext));
}

}  // namespace mido
