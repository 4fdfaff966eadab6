// SPDX-License-Identifier: MIT
#pragma once

/// Everything: include this, or only what you use.
#include "mido/codec/event_text.hpp"
#include "mido/codec/parser.hpp"
#include "mido/codec/text.hpp"
#include "mido/codec/text_stream.hpp"
#include "mido/messages/message.hpp"
#include "mido/messages/meta_message.hpp"
#include "mido/messages/register_meta_type.hpp"
#include "mido/messages/track_event.hpp"
#include "mido/ports/backend.hpp"
#include "mido/smf/cut.hpp"
#include "mido/smf/midi_file.hpp"
#include "mido/smf/notes.hpp"
#include "mido/smf/print_tracks.hpp"
#include "mido/smf/reader.hpp"
#include "mido/smf/tempo_map.hpp"
#include "mido/smf/timed_events.hpp"
#include "mido/smf/track_builder.hpp"
#include "mido/smf/transform.hpp"
#include "mido/smf/units.hpp"
#include "mido/version.hpp"
