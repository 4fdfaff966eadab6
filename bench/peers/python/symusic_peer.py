# SPDX-License-Identifier: MIT
"""Reads files with symusic: notes, controllers and texts of a score, in ticks."""
import peer
import symusic

peer.main(lambda data: symusic.Score.from_midi(data))
