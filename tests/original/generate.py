# SPDX-License-Identifier: MIT
"""Messages, texts and streams of bytes to ask about; the same ones in every run."""
import random

import mido
from mido.messages.specs import SPEC_BY_TYPE

RANGES = {"channel": (0, 15), "frame_type": (0, 7), "frame_value": (0, 15),
          "pitch": (-8192, 8191), "pos": (0, 16383)}
KEYS = sorted(mido.midifiles.meta._key_signature_encode)
ODD_NUMBERS = ["1_0", "+5", "-0", "007", "", "x", "0x10", "1.5", "128", "-1", "16384", "٣",
               "99999999999999999999"]
ODD_TIMES = ["1e999", "-1e999", "nan", "inf", "1.5e-7", "1_0.5", ".5", "5.", "+3", "-3", "1e16",
             "123456789012345678901234567890", "0x1p3", "", "١"]
ODD_TEXTS = ["", " ", "note_on note", "note_on note=1=2", "note_on =5", "nothing note=1",
             "note_on note=1 note=2", "note_on pitch=3", "note_on  note=1\ttime=2",
             "sysex data=()", "sysex data=(1,)", "sysex data=(1,2", "sysex data=1,2)",
             "sysex data=1", "sysex data=(1, 2)",
             "sysex data=(128)", "sysex data=(-1)", "sysex data=(1_0)", "set_tempo tempo=3",
             "clock time=1", "note_on type=note_off", "note_on\u00a0note=1", "NOTE_ON",
             "note_on 60", "sysex data=", "sysex data=(+1)", "sysex", "\x1cclock"]

ODD_UNITS = [("tempo2bpm", 0, 4), ("tick2second", 10, 0, 500000), ("tick2second", 10, -5, 500000),
             ("tick2second", 10, 480, 0x1000000), ("second2tick", 1.0, 0, 500000),
             ("second2tick", 1.0, 480, 0), ("second2tick", 1e300, 480, 500000),
             ("second2tick", float("inf"), 480, 500000), ("bpm2tempo", 0.0, 4),
             ("bpm2tempo", float("nan"), 4)]


def live_messages(rng, count):
    for _ in range(count):
        type_ = rng.choice(sorted(SPEC_BY_TYPE))
        values = {name: tuple(rng.randrange(128) for _ in range(rng.choice([0, 1, 5, 9, 200])))
                  if name == "data" else rng.randint(*RANGES.get(name, (0, 127)))
                  for name in SPEC_BY_TYPE[type_]["value_names"]}
        time = rng.choice([0, 1, 480, 2**40, 0.5, 1e-7, 1e22, rng.random() * 100])
        yield mido.Message(type_, time=time, **values)


def texts(rng, messages):
    """Texts of messages, and what people may write instead."""
    yield from ODD_TEXTS
    for message in messages:
        words = str(message).split()
        yield " ".join(words)
        yield " ".join([words[0], *rng.sample(words[1:], rng.randrange(len(words)))])
        place = rng.randrange(1, len(words))
        name = words[place].split("=")[0]
        words[place] = f"{name}={rng.choice(ODD_TIMES if name == 'time' else ODD_NUMBERS)}"
        yield " ".join(words)


def text_files(lines):
    """Lines with comments and empty ones between them."""
    for i in range(0, len(lines), 7):
        yield "# a comment\n\n" + "\n  # another\n".join(lines[i:i + 7]) + " # the last\n"
    yield "clock\nnothing\nclock"


def meta_attributes(rng, type_):
    """Attributes of a type, some of them impossible."""
    byte = rng.choice([0, 1, 59, 60, 99, 100, 127, 128, 255, 256, -1])
    words = ["", "Piano", "Größe", "a\n\t'\"\\", "\x00\x7f\x9f\xa0\xad\xff", "it's"]
    choices = {"text": rng.choice(words), "name": rng.choice(words),
               "key": rng.choice([*KEYS, "H", "c", "Fb"]),
               "tempo": rng.choice([0, 1, 500000, 0xFFFFFF, 0x1000000, -1]),
               "number": rng.choice([0, 1, 0xFFFF, 0x10000, -1]),
               "frame_rate": rng.choice([24, 25, 29.97, 30, 23]),
               "hours": rng.choice([0, 23, 31, 32, 255, 256]),
               "denominator": rng.choice([1, 2, 4, 8, 3, 0, 2**20, 2**29, 2**62]),
               "data": tuple(rng.randrange(256) for _ in range(rng.randrange(9)))}
    spec = mido.midifiles.meta._META_SPEC_BY_TYPE[type_]
    chosen = rng.sample(spec.attributes, rng.randint(0, len(spec.attributes)))
    attributes = {name: choices.get(name, byte) for name in chosen}
    return {**attributes, "time": rng.choice([0, 1, 2**40, 0.5])}


def meta_types():
    return sorted(mido.midifiles.meta._META_SPEC_BY_TYPE)


def message_bytes(rng, messages):
    """Messages as bytes, some with a byte too many, too few or another one."""
    for message in messages:
        data = message.bytes()
        place = rng.randrange(len(data))
        yield bytes(data)
        yield bytes(rng.choice([data[:-1], [*data, 5], data[:place] + data[place + 1:],
                                data[:place] + [rng.randrange(256)] + data[place + 1:]]))


def streams(rng, count):
    """Messages as bytes, with what a cable may do to them."""
    statuses = [0x80, 0x93, 0xA0, 0xB1, 0xC5, 0xDF, 0xE0, *range(0xF0, 0x100)]
    for _ in range(count):
        data = [byte for message in live_messages(rng, rng.randrange(1, 8))
                for byte in message.bytes()[:rng.choice([2, 3, 9, 400])]]
        for _ in range(rng.choice([0, 0, 1, 4])):
            data.insert(rng.randrange(len(data) + 1), rng.choice([*statuses, rng.randrange(128)]))
        yield bytes(data)


def syx_files(rng, count):
    """Sysex messages as bytes or text, with what does not belong there."""
    for _ in range(count):
        messages = [m for m in live_messages(rng, 30) if m.type == "sysex" or rng.random() < 0.01]
        if rng.random() < 0.5:
            data = b"".join(bytes(message.bytes()) for message in messages)
        else:
            separator = rng.choice([" ", "", "\n", "\r\n "])
            data = "\n".join(message.hex(separator) for message in messages).encode()
        if data and rng.random() < 0.3:
            place = rng.randrange(len(data))
            data = data[:place] + rng.choice([b"", b"x", b"\x05", b"\xF7"]) + data[place + 1:]
        yield data


def hex_texts(rng, messages):
    separators = ["", " ", ":", "::", ", ", "0x"]
    for message in messages:
        separator = rng.choice(separators)
        text = message.hex(separator)
        if rng.random() < 0.3:
            place = rng.randrange(len(text))
            text = text[:place] + rng.choice(["x", " ", "\n", "é", ""]) + text[place + 1:]
        yield rng.choice([text, text.lower()]), separator


def event_text(type_, attributes):
    """A meta message as parse_event() of the library reads it; its texts are latin-1."""
    words = []
    for name, value in attributes.items():
        if isinstance(value, tuple):
            value = "(" + ",".join(map(str, value)) + ")"
        elif isinstance(value, str):
            value = '"' + "".join(f"\\x{byte:02x}" for byte in value.encode("latin1")) + '"'
        words.append(f" {name}={value}")
    return type_ + "".join(words)


def meta_payloads(rng, count):
    """Meta messages as bytes, with payloads of any length."""
    types = [*range(0x0C), 0x20, 0x21, 0x2F, 0x51, 0x54, 0x58, 0x59, 0x7F, 0x60]
    for _ in range(count):
        size = rng.choice([0, 1, 2, 3, 4, 5, 6, 200])
        payload = [rng.choice([0, 1, 2, 3, 24, 0xF9, 255, rng.randrange(256)]) for _ in range(size)]
        error = rng.choice([0, 0, 0, 0, 0, 1, -1]) if size else 0
        length = mido.midifiles.meta.encode_variable_int(size + error)
        yield bytes([rng.choice([0xFF] * 20 + [0xFE]), rng.choice(types), *length, *payload])


def units(rng, count):
    """The names of functions and their numbers."""
    for _ in range(count):
        ticks_per_beat = rng.choice([1, 24, 96, 480, 960, 32767, rng.randint(1, 32767)])
        tempo = rng.choice([1, 500000, 0xFFFFFF, rng.randint(1, 0xFFFFFF)])
        tick = rng.choice([0, 1, -5, rng.randint(0, 2**31), 2**40])
        second = rng.choice([0.0, 0.5, -1.5, rng.random() * 1000])
        bpm = rng.choice([120.0, 4.0, 3.0, 1e9, -120.0, rng.random() * 300 + 4])
        denominator = 2 ** rng.randrange(6)
        yield "tick2second", tick, ticks_per_beat, tempo
        yield "second2tick", second, ticks_per_beat, tempo
        yield "bpm2tempo", bpm, denominator
        yield "tempo2bpm", tempo, denominator
    yield from ODD_UNITS
