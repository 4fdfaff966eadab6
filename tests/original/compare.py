#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds the library against the original, Mido for Python.

Usage: compare.py PROGRAM PAGE FILE... [--corpus FOLDER] [--largest BYTES]

Asks both the same questions about generated messages, texts, streams and files, and about FILEs
and those in FOLDER. Fails when an answer differs and no rule says why (rules.py), when a rule
was of no use, and when PAGE has no entry for a rule.
"""
import argparse
import collections
import pathlib
import random
import re
import sys
import tempfile

import compare_files
import generate
import generate_files
import odd_files
import rules
import theirs
from library import Library, Refused, as_hex

SEED = 20
MOST_SHOWN = 40


class Comparison:
    """Counts what was asked, and which rules said why answers differ."""

    def __init__(self, library):
        self.library = library
        self.asked = collections.Counter()
        self.used = collections.Counter()
        self.unexplained = []

    def differ(self, question, given, ours, original):
        names = rules.find(rules.Difference(question, given, ours, original))
        self.used.update(names)
        if not names:
            self.unexplained.append((question, given, ours, original))

    def check(self, question, given, arguments, original):
        """Compares one answer; `original` is a function that gives that of the original.

        Returns whether they are the same.
        """
        self.asked[question] += 1
        ours, expected = self.answer(question, arguments), attempt(original)
        if is_same(ours, expected):
            return True
        self.differ(question, given, ours, expected)
        return False

    def answer(self, question, arguments):
        try:
            return self.library.ask(question, *arguments)
        except Refused as error:
            return error


def attempt(function):
    try:
        return function()
    except Exception as error:  # the original lets out whatever goes wrong
        return Refused(f"{type(error).__name__}: {error}" if not error.args else str(error.args[0]))


def is_same(ours, expected):
    if isinstance(ours, Refused) and isinstance(expected, Refused):
        return str(ours) == str(expected)
    return ours == expected


def check_texts(comparison, rng):
    messages = list(generate.live_messages(rng, 1000))
    texts = [text for text in generate.texts(rng, messages) if comparison.check(
        "string", text, [as_hex(text)], lambda: theirs.string(text))]
    for text in generate.text_files([text for text in texts if text.strip()]):
        comparison.check("stream", text, [as_hex(text)], lambda: theirs.stream(text))
    for text, separator in generate.hex_texts(rng, messages):
        comparison.check("hex", (text, separator), [as_hex(text), as_hex(separator)],
                         lambda: theirs.hex_(text, separator))


def check_bytes(comparison, rng):
    for data in generate.message_bytes(rng, generate.live_messages(rng, 1000)):
        comparison.check("bytes", data, [as_hex(data)], lambda: theirs.bytes_(data))
    for data in generate.streams(rng, 3000):
        given = [as_hex(data)]
        comparison.check("parser", data, given, lambda: theirs.parser(data))
        comparison.check("parser_without_running_status", data, given, lambda: theirs.parser(data))
    for data in generate.syx_files(rng, 300):
        comparison.check("read_syx", data, [as_hex(data)], lambda: theirs.read_syx(data))
    for message in generate.live_messages(rng, 300):
        data = bytes(message.bytes() * 2)
        for form in ("plaintext", "binary"):
            comparison.check(
                "write_syx", data, [as_hex(data), form], lambda: theirs.write_syx(data, form))


def check_meta_messages(comparison, rng):
    for type_ in generate.meta_types() * 100:
        attributes = generate.meta_attributes(rng, type_)
        text = generate.event_text(type_, attributes)
        comparison.check("event", text, [as_hex(text)], lambda: theirs.event(type_, attributes))
    for data in generate.meta_payloads(rng, 3000):
        comparison.check("meta_bytes", data, [as_hex(data)], lambda: theirs.meta_bytes(data))


def check_units(comparison, rng):
    for question, *numbers in generate.units(rng, 2000):
        comparison.check(question, numbers, numbers, lambda: theirs.units(question, *numbers))


def check_files(comparison, rng, files):
    sound = list(generate_files.sound_files(rng, 300))
    made = [*sound, *odd_files.files(), *generate_files.damaged_files(rng, sound)]
    with tempfile.TemporaryDirectory() as folder:
        for name, data in made:
            path = pathlib.Path(folder) / name
            path.write_bytes(data)
            compare_files.check(comparison, path)
            compare_files.check_clipped(comparison, path)
    for path in files:
        compare_files.check(comparison, path)


def corpus_files(folder, largest):
    files = sorted(path for path in pathlib.Path(folder).rglob("*") if path.is_file())
    if not files:
        sys.exit(f"no files in {folder}")
    chosen = [path for path in files if path.stat().st_size <= largest]
    print(f"{len(chosen)} of {len(files)} files in the corpus (--largest {largest})")
    return chosen


def faults_of(comparison, page):
    """What makes the comparison fail, one text each."""
    for question, given, ours, original in comparison.unexplained[:MOST_SHOWN]:
        yield (f"no rule explains {question} {given!r}:\n"
               f"  library:  {ours!r}\n  original: {original!r}")
    named = set(re.findall(r"^\| `(\w+)`", pathlib.Path(page).read_text(), re.MULTILINE))
    rule_names = [rule.name for rule in rules.RULES]
    for name in rule_names:
        if not comparison.used[name]:
            yield f"the rule {name} was of no use"
        if name not in named:
            yield f"{page} has no entry for {name}"
    for name in sorted(named.difference(rule_names)):
        yield f"{page} has an entry for {name}, which is no rule"


def report(comparison, page):
    """Prints what happened and returns how many faults there were."""
    print(", ".join(f"{name} {count}" for name, count in comparison.asked.items()))
    for name, count in comparison.used.most_common():
        print(f"  {name}: {count}")
    faults = list(faults_of(comparison, page))
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{len(comparison.unexplained)} unexplained differences")
    return len(faults)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("program")
    options.add_argument("page")
    options.add_argument("--corpus")
    options.add_argument("--largest", type=int, default=sys.maxsize, metavar="BYTES")
    options.add_argument("files", nargs="*", type=pathlib.Path)
    options = options.parse_args()
    comparison, rng = Comparison(Library(options.program)), random.Random(SEED)
    for check in (check_texts, check_bytes, check_meta_messages, check_units):
        check(comparison, rng)
    corpus = corpus_files(options.corpus, options.largest) if options.corpus else []
    check_files(comparison, rng, [*options.files, *corpus])
    return report(comparison, options.page) > 0


if __name__ == "__main__":
    sys.exit(main())
