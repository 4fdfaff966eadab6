# SPDX-License-Identifier: MIT
"""This library, asked through the program mido_differential."""
import json
import subprocess


class Refused(Exception):
    """An answer that is an error."""


class Library:
    def __init__(self, program):
        self._process = subprocess.Popen(
            [program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
            errors="surrogateescape")

    def ask(self, question, *arguments):
        """The answer as Python values; raises Refused with the words of the error."""
        print(question, *arguments, sep="\t", file=self._process.stdin, flush=True)
        answer = json.loads(self._process.stdout.readline())
        if isinstance(answer, dict) and "error" in answer:
            raise Refused(answer["error"])
        return answer


def as_hex(text_or_bytes):
    """As mido_differential takes texts and bytes."""
    if isinstance(text_or_bytes, str):
        text_or_bytes = text_or_bytes.encode("utf-8", "surrogateescape")
    return bytes(text_or_bytes).hex()
