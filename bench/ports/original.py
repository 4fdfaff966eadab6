#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The same figures of the original with python-rtmidi on JACK, as the C++ rows have them."""
import json
import resource
import statistics
import sys
import threading
import time

try:
    import mido
except ImportError as error:
    print(json.dumps({"name": "original", "error": str(error)}))
    sys.exit(0)

PROBES = 1000
BEAT = 0.003490712  # as in latencies.hpp
BURST = 100000


def tell(name, **figures):
    print(json.dumps({"name": name, **figures}), flush=True)
    row = "  ".join(f"{key} {value:.4g}" for key, value in figures.items())
    print(f"{name:<24}  {row}", file=sys.stderr)


def main():
    backend = mido.Backend("mido.backends.rtmidi/UNIX_JACK")
    output = backend.open_output("bench", virtual=True, client_name="original-out")
    name = next(name for name in backend.get_input_names() if "bench" in name)
    port = backend.open_input(name)

    taken = []
    beat = time.monotonic()
    for _ in range(PROBES):
        while beat <= time.monotonic():
            beat += BEAT
        time.sleep(max(0, beat - time.monotonic()))
        begin = time.monotonic()
        output.send(mido.Message("note_on", note=60))
        port.receive()
        taken.append((time.monotonic() - begin) * 1e6)

    tell("original", median_us=statistics.median(taken), p99_us=sorted(taken)[int(0.99 * (PROBES - 1))])

    before = resource.getrusage(resource.RUSAGE_SELF)
    begin = time.monotonic()

    def send():
        for i in range(BURST):
            output.send(mido.Message("note_on", note=i % 128))

    sender = threading.Thread(target=send)
    sender.start()
    arrived, end, last = 0, begin, begin
    while arrived < BURST and time.monotonic() - last < 1:
        if port.poll() is None:
            time.sleep(0.001)
        else:
            arrived += 1
            last = end = time.monotonic()
    sender.join()
    after = resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    tell(
        "original_burst",
        sent=BURST,
        arrived=arrived,
        messages_per_second=arrived / max(end - begin, 1e-9),
        cpu_us_per_message=cpu * 1e6 / BURST,
    )


main()
