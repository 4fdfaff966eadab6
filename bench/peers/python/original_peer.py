# SPDX-License-Identifier: MIT
"""Reads files with the original."""
import io

import mido
import peer

peer.main(lambda data: mido.MidiFile(file=io.BytesIO(data)))
