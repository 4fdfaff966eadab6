// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mido/values/time.hpp"

namespace mido::testing {

/// A WAV file of 16-bit samples in memory. Intervals are in seconds; an end past the last sample
/// means the last sample.
class Wav {
 public:
  static constexpr Seconds end{std::numeric_limits<double>::infinity()};

  /// Throws std::runtime_error when the file is no complete WAV file of 16-bit PCM.
  explicit Wav(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    bytes_.assign(std::istreambuf_iterator<char>(file), {});
    check(text(0, 4) == "RIFF" && text(8, 4) == "WAVE", "no WAV file");
    check(number(4, 4) + 8 == bytes_.size(), "a wrong length in the RIFF header");
    const auto [format, format_size] = find_chunk("fmt ");
    check(format_size >= 16 && number(format, 2) == 1 && number(format + 14, 2) == 16,
          "other than 16-bit PCM");
    channels_ = number(format + 2, 2);
    sample_rate_ = number(format + 4, 4);
    const auto [data, data_size] = find_chunk("data");
    for (std::size_t at = data; at + 1 < data + data_size; at += 2) {
      samples_.push_back(static_cast<std::int16_t>(number(at, 2)));
    }
  }

  [[nodiscard]] std::size_t sample_rate() const { return sample_rate_; }
  [[nodiscard]] std::size_t channels() const { return channels_; }
  /// The samples of all channels, in turn.
  [[nodiscard]] const std::vector<std::int16_t>& samples() const { return samples_; }

  [[nodiscard]] Seconds length() const {
    return Seconds(static_cast<double>(samples_.size() / channels_) /
                   static_cast<double>(sample_rate_));
  }

  /// The largest magnitude there, in 0..1.
  [[nodiscard]] double peak(Seconds from = {}, Seconds to = end) const {
    int largest = 0;
    for (const int sample : between(from, to)) largest = std::max(largest, std::abs(sample));
    return largest / full_scale;
  }

  /// The root of the mean square there, in 0..1.
  [[nodiscard]] double rms(Seconds from = {}, Seconds to = end) const {
    const auto part = between(from, to);
    double sum = 0;
    for (const double sample : part) sum += sample * sample;
    return part.empty() ? 0 : std::sqrt(sum / static_cast<double>(part.size())) / full_scale;
  }

 private:
  static constexpr double full_scale = 32768;

  static void check(bool condition, const char* fault) {
    if (!condition) throw std::runtime_error(fault);
  }

  [[nodiscard]] std::string_view text(std::size_t at, std::size_t size) const {
    check(at + size <= bytes_.size(), "cut short");
    return {bytes_.data() + at, size};
  }

  /// An unsigned little-endian number.
  [[nodiscard]] std::size_t number(std::size_t at, std::size_t size) const {
    std::size_t result = 0;
    std::size_t shift = 0;
    for (const char byte : text(at, size)) {
      result |= static_cast<std::size_t>(static_cast<unsigned char>(byte)) << shift;
      shift += 8;
    }
    return result;
  }

  /// Where the chunk's contents begin, and their size.
  [[nodiscard]] std::pair<std::size_t, std::size_t> find_chunk(std::string_view id) const {
    std::size_t at = 12;
    while (text(at, 4) != id) at += 8 + number(at + 4, 4);
    const std::size_t size = number(at + 4, 4);
    check(at + 8 + size <= bytes_.size(), "cut short");
    return {at + 8, size};
  }

  [[nodiscard]] std::span<const std::int16_t> between(Seconds from, Seconds to) const {
    const auto index = [this](Seconds time) {
      const Seconds inside = std::clamp(time, Seconds(0), length());
      const double frame = inside.count() * static_cast<double>(sample_rate_);
      return std::min(static_cast<std::size_t>(frame) * channels_, samples_.size());
    };
    const std::size_t first = index(from);
    return std::span(samples_).subspan(first, std::max(first, index(to)) - first);
  }

  std::vector<char> bytes_;
  std::size_t channels_ = 1;
  std::size_t sample_rate_ = 1;
  std::vector<std::int16_t> samples_;
};

}  // namespace mido::testing
