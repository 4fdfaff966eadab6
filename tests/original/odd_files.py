# SPDX-License-Identifier: MIT
"""Files with one oddity each: what files do that the two may take in different ways."""
import struct

END = b"\x00\xFF\x2F\x00"
NOTE = b"\x00\x90\x3C\x40"
NOTES = NOTE + b"\x10\x3C\x00"


def chunk(name, data):
    return name + struct.pack(">L", len(data)) + data


def smf(*tracks, type_=1, division=96, declared=None):
    header = struct.pack(">HHH", type_, len(tracks) if declared is None else declared, division)
    return chunk(b"MThd", header) + b"".join(chunk(b"MTrk", track) for track in tracks)


def meta(type_byte, payload, delta=0):
    return bytes([delta, 0xFF, type_byte, len(payload)]) + payload


def files():
    """Name and bytes of each."""
    for oddities in (headers, tracks, lengths, sysex_events, events, meta_messages, texts, tempos):
        yield from oddities()


def headers():
    whole = smf(NOTES + END)
    for rate in (24, 25, 29, 30):
        yield f"smpte_{rate}", smf(NOTES + END, division=(256 - rate) << 8 | 40)
    yield "division_0", smf(NOTES + END, division=0)
    yield "type_3", smf(NOTES + END, type_=3)
    yield "long_header", b"MThd\0\0\0\x08" + whole[8:14] + b"\0\0" + whole[14:]
    yield "endless_header", b"MThd\x7F" + whole[5:]
    yield "leading", b"\x00\x01" + whole
    yield "riff", b"RIFF" + struct.pack("<L", len(whole) + 12) + b"RMIDdata" + struct.pack(
        "<L", len(whole)) + whole
    yield "empty", b""
    yield "no_midi", b"<html></html>"


def tracks():
    yield "type_0_two_tracks", smf(NOTES + END, NOTES + END, type_=0)
    yield "no_tracks", smf()
    yield "no_end", smf(NOTES)
    yield "after_end", smf(NOTES + END + NOTES + END)
    yield "end_early", smf(NOTE + b"\x20\xFF\x2F\x00" + NOTES)
    yield "fewer_tracks", smf(NOTES + END, declared=2)
    yield "more_tracks", smf(NOTES + END, NOTES + END, declared=1)
    yield "most_tracks", smf(NOTES + END, declared=0xFFFF)
    yield "foreign_chunk", smf(declared=1) + chunk(b"XFIH", b"abc") + chunk(b"MTrk", NOTES + END)
    yield "foreign_last", smf(NOTES + END) + chunk(b"XFIH", b"abc")
    yield "trailing", smf(NOTES + END) + b"\x00\x00"


def lengths():
    whole = smf(NOTES + END)
    for length in (3, len(NOTE), 99):
        yield f"length_{length}", whole[:18] + struct.pack(">L", length) + whole[22:]
    yield "cut", whole[:-3]
    yield "cut_uncounted", smf(NOTES + END, NOTES, declared=1)[:-2]
    yield "long_delta", smf(b"\x80\x80\x05\x90\x3C\x40" + END)
    yield "longest_delta", smf(b"\x80\x80\x80\x80\x05\x90\x3C\x40" + END)
    yield "delta_without_event", smf(NOTE + b"\x05")
    yield "delta_at_end", smf(NOTES + b"\x81\x00\xFF\x2F\x00", NOTES + b"\x82\x00\xFF\x2F\x00")


def sysex_events():
    yield "sysex_whole", smf(b"\x05\xF0\x03\x01\x02\xF7" + END)
    yield "sysex_with_start", smf(b"\x05\xF0\x04\xF0\x01\x02\xF7" + END)
    yield "sysex_split", smf(b"\x05\xF0\x02\x01\x02\x05\xF7\x02\x03\xF7" + END)
    yield "sysex_open", smf(b"\x05\xF0\x02\x01\x02" + END)
    yield "sysex_empty", smf(b"\x05\xF0\x00" + END)
    yield "sysex_high", smf(b"\x05\xF0\x03\x01\x90\xF7" + END)
    yield "escape", smf(b"\x05\xF7\x01\xF8" + END)
    yield "escape_data", smf(b"\x05\xF7\x02\x01\x02" + END)
    yield "escape_sysex", smf(b"\x05\xF7\x04\xF0\x01\x02\xF7" + END)
    yield "sysex_large", smf(b"\x05\xF0\xBD\x84\x41" + b"\x01" * 1000000 + b"\xF7" + END)


def events():
    yield "running_after_meta", smf(NOTE + meta(1, b"x") + b"\x00\x3C\x00" + END)
    yield "running_after_sysex", smf(NOTE + b"\x00\xF0\x02\x01\xF7\x00\x3C\x00" + END)
    yield "running_without", smf(b"\x00\x3C\x00" + END)
    yield "high_data", smf(b"\x00\x90\x3C\x90" + END)
    yield "data_127", smf(b"\x00\x90\x7F\x7E" + END)
    for status in (0xF1, 0xF2, 0xF3, 0xF4, 0xF6, 0xF8, 0xFE):
        data = {0xF1: b"\1", 0xF2: b"\1\2", 0xF3: b"\1"}.get(status, b"")
        yield f"system_{status:x}", smf(b"\x00" + bytes([status]) + data + END)


def meta_messages():
    known = (*range(0x0B), 0x0F, 0x20, 0x21, 0x2F, 0x51, 0x54, 0x58, 0x59, 0x7F)
    for type_byte in (*known, 0x4B, 0xFF):
        for size in range(7):
            payload = meta(type_byte, bytes(size), 9)
            yield f"meta_{type_byte:02x}_{size}", smf(payload + NOTES + END)
    yield "key_8", smf(meta(0x59, b"\x08\x00") + END)
    yield "key_mode_2", smf(meta(0x59, b"\x00\x02") + END)
    yield "offset_rate", smf(meta(0x54, b"\xFF\x00\x00\x00\x00") + END)
    yield "offset_ranges", smf(meta(0x54, b"\x1F\x40\x40\x40\x70") + END)
    yield "denominator_255", smf(meta(0x58, b"\x04\xFF\x18\x08") + END)
    yield "denominator_70", smf(meta(0x58, b"\x04\x46\x18\x08") + END)


def texts():
    for name, text in (("latin1", b"Gr\xF6\xDFe"), ("utf8", "Größe".encode()),
                       ("control", b"\x00a\n\x7F"), ("c1", b"\x85\xA0\xAD"),
                       ("quotes", b"it's \"x\"\\"), ("emoji", "🎵 e\u0301\u200b".encode())):
        yield f"text_{name}", smf(meta(1, text) + END)


def tempos():
    yield "tempo_0", smf(meta(0x51, bytes(3)) + NOTES + END)
    changes = [meta(0x51, (300000 + 77 * i).to_bytes(3, "big"), 11) + NOTES for i in range(50)]
    yield "tempos", smf(b"".join(changes) + END, NOTES * 50 + END)
