# SPDX-License-Identifier: MIT
"""The original, asked the same questions: each function is named as the question."""
import io
import os
import tempfile

import mido

from library import as_hex


class Answer(list):
    """What the library answers for a message, and the message itself."""

    def __init__(self, message):
        super().__init__([str(message), repr(message), bytes(message.bytes()).hex()])
        self.message = message


def string(text):
    return Answer(mido.parse_string(text))


def event(type_, attributes):
    return Answer(mido.MetaMessage(type_, **attributes))


def bytes_(data):
    return Answer(mido.Message.from_bytes(list(data)))


def meta_bytes(data):
    return Answer(mido.MetaMessage.from_bytes(list(data)))


def hex_(text, separator):
    return Answer(mido.Message.from_hex(text, sep=separator or None))


def parser(data):
    return [str(message) for message in mido.parse_all(data)]


def stream(text):
    return [[message and str(message), error]
            for message, error in mido.parse_string_stream(io.StringIO(text, newline="\n"))]


def _in_file(data, function):
    with tempfile.NamedTemporaryFile(delete=False) as file:
        file.write(data)
    try:
        return function(file.name)
    finally:
        os.unlink(file.name)


def read_syx(data):
    return [str(message) for message in _in_file(data, mido.read_syx_file)]


def write_syx(data, plaintext):
    messages = mido.parse_all(data)

    def write(name):
        mido.write_syx_file(name, messages, plaintext=plaintext == "plaintext")
        with open(name, "rb") as file:
            return as_hex(file.read())

    return _in_file(b"", write)


def units(question, *numbers):
    """tick2second, second2tick with their three numbers; the others with the denominator."""
    if len(numbers) == 2:
        numbers = numbers[0], (4, numbers[1])
    result = getattr(mido, question)(*numbers)
    return repr(result) if isinstance(result, float) else result


def saved(file, tracks):
    """The bytes of a new file with these tracks, as hexadecimal numbers."""
    out = io.BytesIO()
    mido.MidiFile(type=file.type, ticks_per_beat=file.ticks_per_beat, tracks=tracks).save(file=out)
    return out.getvalue().hex()
