// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "mido/codec/charset.hpp"
#include "mido/messages/track_event.hpp"
#include "mido/smf/midi_file.hpp"

/// The texts of a file, which are bytes in whatever charset its maker used.
namespace mido {

/// Whether the event is a meta message that holds a text: types 1 to 15 (SMF 1.0), those without
/// a struct of their own among them.
[[nodiscard]] bool is_text(const TrackEvent& event) noexcept;

/// The charset that all texts of a file together seem to be in: what its first tag {@LATIN}
/// (latin1) or {@JP} (Shift-JIS) says (RP-026), else what Charset::detect() makes of them. Throws
/// as that does.
[[nodiscard]] Charset detect_charset(const MidiFile& file);

/// Writes all texts of a file in another charset. Bytes that mean nothing in `from` stay as they
/// are. A tag becomes that of `to`, or is taken out where `to` has none. Throws ValueError, with
/// the file unchanged, for a character that `to` does not have.
void recode_texts(MidiFile& file, const Charset& from, const Charset& to);

}  // namespace mido
