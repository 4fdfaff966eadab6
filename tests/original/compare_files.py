# SPDX-License-Identifier: MIT
"""Compares what the two make of one file."""
import contextlib
import io

import mido

import events
import theirs
from library import Refused


def read(path, clip=False):
    try:
        return mido.MidiFile(path, clip=clip)
    except Exception as error:  # the original lets out whatever goes wrong
        return Refused(f"{type(error).__name__}: {error}")


def check(comparison, path):
    comparison.asked["file"] += 1
    ours, file = comparison.answer("file", [path]), read(path)
    if isinstance(ours, Refused) or isinstance(file, Refused):
        comparison.differ("file", path.name, ours, file)
        return
    for fault in sorted(set(ours["faults"])):
        comparison.differ("fault", path.name, fault, "takes the file")
    if len(ours["tracks"]) != len(file.tracks):
        comparison.differ("tracks", path.name, ours, file)
        return
    tracks = [matching_track(comparison, path, ours, *indexed)
              for indexed in enumerate(file.tracks)]
    if None not in tracks:
        check_music(comparison, path, ours, file, tracks)


def check_clipped(comparison, path):
    """The same with data bytes over 127 made 127, for files that have no other fault."""
    ours, file = comparison.answer("clipped_file", [path]), read(path, clip=True)
    if isinstance(ours, Refused) or isinstance(file, Refused) or ours["faults"]:
        return
    comparison.asked["clipped file"] += 1
    for i, track in enumerate(file.tracks):
        matching_track(comparison, path, ours, i, track)


def matching_track(comparison, path, ours, index, track):
    """The track of the original with what differs mended; nothing where that is not possible."""
    texts = ours["tracks"][index]
    if len(texts) != len(track):
        comparison.differ("events", path.name, ours, list(map(repr, track)))
        return None
    result = []
    for text, message in zip(texts, track):
        if repr(message) != text:
            comparison.differ("event of a file", path.name, text, message)
            message = events.mend(message, text)
        result.append(message)
    return None if any(message is None for message in result) else mido.MidiTrack(result)


def check_music(comparison, path, ours, file, tracks):
    """What is made of the events: merged, in seconds, saved."""
    comparison.asked["music of a file"] += 1

    def equal(what, one, other):
        if one != other:
            comparison.differ(what, path.name, one, other)

    header = ours["type"], ours["division"]
    if header != (file.type, file.ticks_per_beat):
        comparison.differ("header", path.name, header, (file.type, file.ticks_per_beat))
        return
    equal("meta_messages", ours["meta_messages"], printed(tracks))
    equal("saved", ours["saved"], saved(file, tracks))
    if file.type == 2:
        return
    mended = mido.MidiFile(type=file.type, ticks_per_beat=file.ticks_per_beat, tracks=tracks)
    equal("merged", ours["merged"], list(map(events.show, mended.merged_track)))
    seconds = [message.time for message in mended]
    equal("seconds", list(map(float, ours["seconds"])), seconds)
    equal("length", float(ours["length"]), mended.length)


def printed(tracks):
    """What print_tracks() of the original prints of meta messages, as they look here."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        mido.MidiFile(tracks=tracks).print_tracks(meta_only=True)
    text = out.getvalue()
    for track in tracks:
        for message in track:
            shown = events.show(message)
            if message.is_meta and shown != repr(message):
                text = text.replace(repr(message), shown, 1)
    return text


def saved(file, tracks):
    try:
        return theirs.saved(file, tracks)
    except Exception as error:
        return {"error": str(error)}
