// SPDX-License-Identifier: MIT
#include "mido/smf/texts.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "mido/values/errors.hpp"

namespace mido {

namespace {

constexpr std::uint8_t first_text_type = 0x01;
constexpr std::uint8_t last_text_type = 0x0F;

struct Tag {
  std::string_view text;
  std::string_view charset;
};
constexpr std::array<Tag, 2> tags = {{{"{@LATIN}", "latin1"}, {"{@JP}", "CP932"}}};

std::string_view text_of(const TrackEvent& event) {
  const std::span<const std::uint8_t> data = event.data();
  return {reinterpret_cast<const char*>(data.data()), data.size()};
}

// The tag in front of all others.
const Tag* find_tag(std::string_view text) {
  const Tag* found = nullptr;
  std::size_t found_at = std::string_view::npos;
  for (const Tag& tag : tags) {
    const std::size_t at = text.find(tag.text);
    if (at >= found_at) continue;
    found = &tag;
    found_at = at;
  }
  return found;
}

void replace_tags(std::string& text, const Charset& charset) {
  const auto* const own = std::ranges::find(tags, charset.name(), &Tag::charset);
  const std::string_view wanted = own == tags.end() ? std::string_view() : own->text;
  for (const Tag& tag : tags) {
    for (std::size_t at = 0; (at = text.find(tag.text, at)) != std::string::npos;) {
      text.replace(at, tag.text.size(), wanted);
      at += wanted.size();
    }
  }
}

void recode(TrackEvent& event, const Charset& from, const Charset& to) {
  std::string text = from.decode(text_of(event));
  replace_tags(text, to);
  const std::string bytes = to.encode(text);
  if (bytes == text_of(event)) return;
  const std::span data(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  event = TrackEvent::from_payload({detail::Kind::meta, event.code(), data}, event.time());
}

}  // namespace

bool is_text(const TrackEvent& event) noexcept {
  return event.is_meta() && event.code() >= first_text_type && event.code() <= last_text_type;
}

Charset detect_charset(const MidiFile& file) {
  std::string all;
  for (const MidiTrack& track : file.tracks) {
    for (const TrackEvent& event : track) {
      if (!is_text(event)) continue;
      if (const Tag* tag = find_tag(text_of(event))) return Charset(tag->charset);
      all.append(text_of(event)).append("\n");
    }
  }
  return Charset::detect(all);
}

void recode_texts(MidiFile& file, const Charset& from, const Charset& to) {
  if (from == to) return;
  std::vector<MidiTrack> tracks = file.tracks;
  for (std::size_t i = 0; i < tracks.size(); ++i) {
    try {
      for (TrackEvent& event : tracks[i]) {
        if (is_text(event)) recode(event, from, to);
      }
    } catch (const ValueError& error) {
      throw ValueError("track " + std::to_string(i) + ": " + error.what());
    }
  }
  file.tracks = std::move(tracks);
}

}  // namespace mido
