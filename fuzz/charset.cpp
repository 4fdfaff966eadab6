// SPDX-License-Identifier: MIT
//
// Any bytes become UTF-8 and the same bytes again, whatever charset they are taken for.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/check.hpp"
#include "mido/mido.hpp"

namespace {

/// The built-in ones, and of the others those that this build can convert.
std::vector<mido::Charset> charsets() {
  std::vector<mido::Charset> result = {mido::Charset::latin1(), mido::Charset::utf8()};
  for (const char* name : {"shift_jis", "cp1252", "euc_jp", "gb18030", "utf-16", "utf-7"}) {
    try {
      result.emplace_back(name);
    } catch (const mido::ValueError&) {
      continue;
    }
  }
  return result;
}

void check_round_trip(const mido::Charset& charset, std::string_view bytes) {
  fuzz::check(charset.encode(charset.decode(bytes)) == bytes,
              "encode(decode(bytes)) are the bytes");
}

void check_encode(const mido::Charset& charset, std::string_view text) {
  try {
    (void)charset.encode(text);
  } catch (const mido::ValueError&) {
    return;  // no UTF-8, or a character that the charset does not have
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::vector<mido::Charset> all = charsets();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const mido::Charset& charset : all) {
    check_round_trip(charset, bytes);
    check_encode(charset, bytes);
  }
  try {
    check_round_trip(mido::Charset::detect(bytes), bytes);
  } catch (const mido::ValueError&) {
    return 0;  // this build cannot detect any
  }
  return 0;
}
