// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "mido/messages/track_event.hpp"

namespace mido {

/// Everything that a track can hold as one line of text, in the style of format_as_string():
/// "set_tempo tempo=500000 time=0", "packet starts_sysex=1 data=(1,2) time=0". Texts stand in
/// double quotes, bytes that are no visible UTF-8 escaped: `track_name name="Piano \xe9\n" time=0`.
/// A meta message that its attributes do not say fully is shown as unknown_meta. Where a file wrote
/// the event in an unusual way, that follows:
/// "spelling=status_written,extra_delta:1,extra_length:2".
[[nodiscard]] std::string format_event(const TrackEvent& event);

/// The reverse: gives the same event, spelling and all. Attributes may come in any order, each
/// once; what is left out has its default. Throws ValueError when it is no event.
[[nodiscard]] TrackEvent parse_event(std::string_view text);

}  // namespace mido
