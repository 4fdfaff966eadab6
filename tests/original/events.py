# SPDX-License-Identifier: MIT
"""Single events: how a message of the original looks here, and why another way.

Each predicate takes the text of ours and the message of the original.
"""
import re

from mido.midifiles.meta import _META_SPEC_BY_TYPE, UnknownMetaMessage

PROGRAM_NAME = 0x08
LARGEST_INTEGER = 2**62
TEXT_ATTRIBUTES = ("text", "name")


def time_of(text):
    return int(re.search(r"time=(-?\d+)\)$", text)[1])


def redecoded(text):
    """What the bytes of a latin-1 text are when they are UTF-8, else the text."""
    try:
        return text.encode("latin1").decode("utf-8")
    except UnicodeError:
        return text


def quoted(text):
    """As Python shows a text, but with all characters beyond latin-1 as they are."""
    return re.sub(r"\\\\|\\u([0-9a-f]{4})",
                  lambda match: chr(int(match[1], 16)) if match[1] else match[0], repr(text))


def show(message):
    """repr() of this library for a message of the original."""
    if isinstance(message, UnknownMetaMessage):
        if message.type_byte != PROGRAM_NAME:
            return repr(message)
        name = redecoded(bytes(message.data).decode("latin1"))
        return f"MetaMessage('program_name', name={quoted(name)}, time={message.time})"
    for name, value in vars(message).items():
        if message.is_meta and name in TEXT_ATTRIBUTES:
            return repr(message).replace(repr(value), quoted(redecoded(value)))
        if name == "denominator" and value > LARGEST_INTEGER:
            return repr(message).replace(repr(value), repr(float(value)))
    return repr(message)


def mend(message, text):
    """The message as it is here; nothing when it is another one."""
    if isinstance(message, UnknownMetaMessage):
        message = UnknownMetaMessage(message.type_byte, message.data, time=time_of(text))
    return message if show(message) == text else None


def has_lost_time(text, message):
    return (isinstance(message, UnknownMetaMessage) and message.time == 0 != time_of(text)
            and mend(message, text) is not None)


def is_program_name(text, message):
    return (isinstance(message, UnknownMetaMessage) and message.type_byte == PROGRAM_NAME
            and mend(message, text) is not None)


def is_utf8_text(text, message):
    attributes = [value for name, value in vars(message).items() if name in TEXT_ATTRIBUTES]
    return attributes != list(map(redecoded, attributes)) and show(message) == text


def is_large_denominator(text, message):
    return message.type == "time_signature" and message.denominator > LARGEST_INTEGER and (
        show(message) == text)


def is_packet(text, message):
    return message.type == "sysex" and text.startswith("Packet(")


def is_no_sysex(text, message):
    return message.type == "sysex" and text.startswith("Message(") and "'sysex'" not in text


def is_raw(text, message):
    return not message.is_meta and text.startswith("RawEvent(")


def is_clipped_start(text, message):
    """An F0 before the data of a sysex message, which is a data byte over 127 here."""
    return message.type == "sysex" and text == repr(message.copy(data=(127, *message.data)))


def is_kept_as_unknown(text, message):
    """A known type whose payload is one that it cannot have."""
    return message.is_meta and message.type in _META_SPEC_BY_TYPE and text.startswith(
        f"UnknownMetaMessage(type_byte={_META_SPEC_BY_TYPE[message.type].type_byte}, ")


def is_empty_list(text, message):
    return message.type == "sequencer_specific" and text == repr(message).replace("[]", "()")
