# SPDX-License-Identifier: MIT
"""What a peer in Python has in common: `peer.py stored LIST SECONDS`, where LIST has a file a line:
how many events it holds, a tab, its name. Prints one line: `seconds S bytes B items N files N
refused N`, or `error TEXT`."""
import pathlib
import random
import sys
import time


def load(list_path):
    """The files in an order that does not go by their names: (bytes, number of events)."""
    files = []
    for line in pathlib.Path(list_path).read_text(encoding="utf-8").splitlines():
        events, name = line.split("\t", 1)
        files.append((pathlib.Path(name).read_bytes(), int(events)))
    random.Random(1).shuffle(files)
    return files


def measure(read, files, seconds):
    """Reads files until all are read or that time is over; a slow reader gets through a part."""
    spent, size, events, taken, refused = 0.0, 0, 0, 0, 0
    for data, count in files:
        start = time.perf_counter()
        try:
            read(data)
        except Exception:  # whatever a library throws at a file it does not take
            refused += 1
            continue
        spent += time.perf_counter() - start
        size, events, taken = size + len(data), events + count, taken + 1
        if spent > seconds:
            break
    if taken == 0:
        raise ValueError("takes none of the files")
    return f"seconds {spent:.9f} bytes {size} items {events} files {taken} refused {refused}"


def main(read):
    try:
        row, list_path, seconds = sys.argv[1:]
        if row != "stored":
            raise ValueError(f"no row {row}")
        print(measure(read, load(list_path), float(seconds)))
    except Exception as error:
        print("error", error)
        sys.exit(1)
