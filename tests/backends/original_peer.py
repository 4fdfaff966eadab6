#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Mido for Python at the other end of two JACK wires.

Prints what it receives, one message a line. The sysex message 1 makes it send a message of every type,
the sysex message 2 ends it.
"""
import mido
from mido.messages.specs import SPEC_BY_TYPE

backend = mido.Backend("mido.backends.rtmidi/UNIX_JACK")
output = backend.open_output("out", virtual=True, client_name="original-out")
incoming = backend.open_input("in", virtual=True, client_name="original-in")
print("ready", flush=True)
for message in incoming:
    if message.type == "sysex" and message.data == (2,):
        break
    if message.type == "sysex" and message.data == (1,):
        for name in SPEC_BY_TYPE:
            output.send(mido.Message(name))
    else:
        print(message, flush=True)
output.close()
incoming.close()
