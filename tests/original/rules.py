# SPDX-License-Identifier: MIT
"""Why answers differ: one table. docs/differences.md tells users the same."""
import dataclasses
import re
from typing import Any, Callable

import events
import mended
from library import Refused


@dataclasses.dataclass(frozen=True)
class Difference:
    """What was asked about what, and the two answers."""
    question: str
    given: Any
    ours: Any
    original: Any

    @property
    def only_we_refuse(self):
        return isinstance(self.ours, Refused) and not isinstance(self.original, Refused)

    @property
    def only_the_original_refuses(self):
        return isinstance(self.original, Refused) and not isinstance(self.ours, Refused)

    def we_say(self, words):
        return self.only_we_refuse and words in str(self.ours)

    def original_says(self, words):
        return self.only_the_original_refuses and words in str(self.original)

    def faults(self):
        return set(self.ours["faults"]) if isinstance(self.ours, dict) else set()


@dataclasses.dataclass(frozen=True)
class Rule:
    """A known difference; `applies` says whether it is behind one that was found."""
    name: str
    applies: Callable[[Difference], bool]


def both_refuse(difference):
    return isinstance(difference.ours, Refused) and isinstance(difference.original, Refused)


def parser_rule(name):
    def applies(difference):
        if difference.question == "parser":
            out = mended.DIFFERENCES
        elif difference.question in ("parser_without_running_status", "read_syx"):
            out = mended.DIFFERENCES[1:]
        else:
            return False
        return name in mended.differences_at_work(difference.given, difference.ours, out)

    return Rule(name, applies)


def event_rule(name, is_it):
    """`is_it(text, message)` looks at our text and the message of the original."""
    def applies(difference):
        ours, original = difference.ours, difference.original
        if difference.question == "event of a file":
            return is_it(ours, original)
        if difference.question in ("event", "meta_bytes") and isinstance(ours, list):
            return hasattr(original, "message") and is_it(ours[1], original.message)
        return False

    return Rule(name, applies)


def fault_rule(kind, *others):
    """What strict reading refuses and the original takes; `others` are where it shows, too."""
    return Rule(kind, lambda d: d.question == "fault" and d.ours == kind
                or any(other(d) for other in others))


def header(is_it):
    return lambda d: d.question == "header" and is_it(d.ours, d.original)


def in_event(is_it):
    return lambda d: d.question == "event of a file" and is_it(d.ours, d.original)


# Faults after which there is something else in the tracks than the original finds there.
CHANGING = {"bad_data_byte", "bad_meta", "cancelled_status", "extra_tracks", "long_quantity",
            "missing_tracks", "no_running_status", "system_message", "truncated_chunk",
            "truncated_event", "wrong_track_length"}


def is_read_on(difference):
    if difference.question == "file":
        return difference.only_the_original_refuses and bool(difference.faults())
    return difference.question in ("tracks", "events") and bool(difference.faults() & CHANGING)


def is_close(ours, original):
    return abs(ours - original) <= 1e-9 * max(1, abs(original))


def is_rounding(difference):
    ours, original = difference.ours, difference.original
    if difference.question == "length":
        return is_close(ours, original)
    return (difference.question == "seconds" and len(ours) == len(original)
            and all(map(is_close, ours, original)))


def has_words(question, words):
    return lambda d: d.question == question and d.we_say(words)


RULES = [
    Rule("error_words", both_refuse),

    # Text
    Rule("empty_data", lambda d: d.question == "string" and "data=()" in d.given
         and d.original_says("unable to parse data bytes")),
    Rule("data_parentheses", has_words("string", "missing parentheses")),
    Rule("attribute_twice", has_words("string", "appears twice")),
    Rule("python_numbers", lambda d: d.question == "string" and d.only_we_refuse
         and re.search(r"\d_\d|\(\+|[^\x20-\x7e\t]", d.given)),
    Rule("large_numbers", lambda d: d.question == "string" and d.we_say("invalid time")
         and re.search(r"time=(-?1e999|\d{20,})", d.given)),
    Rule("unknown_type_in_stream", lambda d: d.question == "stream"
         and d.original_says("Unknown message type")),

    # Bytes
    Rule("surplus_bytes", has_words("bytes", "wrong number of bytes")),
    Rule("hex_separator", lambda d: d.question == "hex" and d.only_we_refuse
         and re.search(r"\s", d.given[1])),
    *map(parser_rule, mended.DIFFERENCES),
    Rule("outside_sysex", lambda d: d.question == "read_syx" and (
        d.we_say("outside of sysex messages") or d.we_say("inside a sysex message"))),

    # Meta messages
    Rule("hours", lambda d: d.question == "event" and d.we_say("0..31")),
    event_rule("empty_list", events.is_empty_list),
    Rule("surplus_payload", has_words("meta_bytes", "cannot have this payload")),
    Rule("length_bytes", has_words("meta_bytes", "Bad data")),
    Rule("empty_number", lambda d: d.question == "meta_bytes" and d.given[2:] == b"\0"
         and not isinstance(d.original, Refused) and d.ours[:2] == d.original[:2]),

    # Events of files, and the same alone
    event_rule("unknown_meta_time", events.has_lost_time),
    event_rule("program_name", events.is_program_name),
    event_rule("utf8_texts", events.is_utf8_text),
    Rule("packet", lambda d: in_event(events.is_packet)(d) or d.question == "file"
         and not d.faults() and d.original_says("data byte must")),
    Rule("denominator", lambda d: d.original_says("power of 2")
         or event_rule("", events.is_large_denominator).applies(d)),

    # Files
    fault_rule("foreign_chunk", lambda d: d.question == "file" and not d.faults()
               and d.original_says("no MTrk header")),
    Rule("large_message", lambda d: d.question == "file" and d.original_says("exceeds maximum")),
    Rule("smpte", header(lambda ours, original: ours[1] == original[1] + 0x10000)),
    Rule("exact_seconds", is_rounding),
    Rule("tolerant_mode", is_read_on),
    *map(fault_rule, ("after_end_of_track", "long_quantity", "missing_tracks",
                      "missing_end_of_track", "trailing_bytes", "truncated_chunk",
                      "truncated_event", "wrong_track_length")),
    fault_rule("cancelled_status", in_event(events.is_no_sysex)),
    fault_rule("bad_data_byte", in_event(events.is_raw), in_event(events.is_clipped_start)),
    fault_rule("bad_header", header(lambda ours, original: original[1] <= 0 and ours[1] == 480
                                    or original[0] not in range(3))),
    fault_rule("bad_meta", in_event(events.is_kept_as_unknown)),
    fault_rule("extra_tracks", header(lambda ours, original: original[0] == 0)),
    fault_rule("system_message", in_event(events.is_raw)),

    # Units
    Rule("tempo_range", lambda d: d.we_say("in range 0..16777215")),
    Rule("tempo_0", lambda d: d.question == "tempo2bpm" and d.given[0] == 0),
    Rule("ticks_per_beat", lambda d: d.we_say("ticks_per_beat must be 1 or more")),
    Rule("large_ticks", lambda d: d.we_say("no tick is at that second")),
]


def find(difference):
    """The names of the rules that say why the answers differ."""
    return [rule.name for rule in RULES if rule.applies(difference)]
