# SPDX-License-Identifier: MIT
"""The parser of the original with the differences taken out, one by one.

With all of them out it must say what the library says; a difference is at work where the
result changes when it alone is left in.
"""
import mido
from mido.messages.specs import SPEC_BY_STATUS
from mido.tokenizer import Tokenizer

DIFFERENCES = ("running_status", "realtime_inside", "undefined_status", "sysex_end")
FIRST_REALTIME = 0xF8
SYSEX, END_OF_SYSEX = 0xF0, 0xF7


class MendedTokenizer(Tokenizer):
    def __init__(self, mended):
        super().__init__()
        self._mended = mended

    def _feed_status_byte(self, status):
        before, length = self._status, len(self._bytes)
        if status >= FIRST_REALTIME:
            super()._feed_status_byte(status)
            if "realtime_inside" in self._mended:
                self._status = before
            return
        if before == SYSEX and status != END_OF_SYSEX and "sysex_end" in self._mended:
            self._messages.append([*self._bytes, END_OF_SYSEX])
            self._status = 0
        super()._feed_status_byte(status)
        if status not in SPEC_BY_STATUS and "undefined_status" in self._mended:
            self._status = 0

    def _feed_data_byte(self, byte):
        status = self._status
        super()._feed_data_byte(byte)
        if "running_status" in self._mended and 0x80 <= status < SYSEX and not self._status:
            self._status, self._bytes = status, [status]


def parse_all(data, mended):
    tokenizer = MendedTokenizer(mended)
    tokenizer.feed(data)
    return [str(mido.Message.from_bytes(message)) for message in tokenizer]


def differences_at_work(data, ours, mended):
    """The names of the differences that explain `ours`; none when they do not."""
    if parse_all(data, mended) != ours:
        return []
    return [name for name in mended if parse_all(data, set(mended) - {name}) != ours]
