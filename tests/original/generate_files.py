# SPDX-License-Identifier: MIT
"""Files to ask about: sound ones by the original, and damaged ones."""
import io
import random

import mido

from generate import live_messages, meta_attributes, meta_types

CHANNEL_STATUSES = range(0x80, 0xF0)


def random_track(rng):
    track = mido.MidiTrack()
    for message in live_messages(rng, rng.randrange(40)):
        if message.type == "sysex" or message.bytes()[0] in CHANNEL_STATUSES:
            track.append(message.copy(time=rng.choice([0, 0, 1, 30, 480, 20000])))
    for _ in range(rng.randrange(8)):
        type_ = rng.choice(meta_types())
        try:
            meta = mido.MetaMessage(type_, **{**meta_attributes(rng, type_), "time": 7})
            meta.bytes()
        except Exception:  # what cannot be is asked elsewhere
            continue
        if type_ != "end_of_track":
            track.insert(rng.randrange(len(track) + 1), meta)
    return track


def sound_files(rng, count):
    for i in range(count):
        type_ = rng.randrange(3)
        file = mido.MidiFile(type=type_, ticks_per_beat=rng.choice([1, 96, 480, 32767]))
        file.tracks = [random_track(rng) for _ in range(1 if type_ == 0 else rng.randrange(5))]
        out = io.BytesIO()
        try:
            file.save(file=out)
        except Exception:  # smpte_offset with hours over 31, for example
            continue
        yield f"sound_{i}", out.getvalue()


def damaged_files(rng, files):
    for name, data in files:
        damaged = bytearray(data)
        for _ in range(rng.randrange(1, 4)):
            damaged[rng.randrange(len(damaged))] = rng.choice([0, 0x7F, 0x80, 0xF0, 0xF7, 0xFF])
        if rng.random() < 0.3:
            del damaged[rng.randrange(len(damaged)):]
        yield f"damaged_{name}", bytes(damaged)
