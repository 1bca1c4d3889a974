"""Writes the region vectors: what a coverage of each region must answer, one JSON object per line.

    python generate_regions.py                                             # the committed files, the same on every run
    python generate_regions.py --seed 7 --count 500 --out DIR [--only cone,zone]   # more, random

Lists are cells of `depth` (nested), as "first-last,cell,...".  Every cell in no list must be absent.
"""

import argparse
import json
import os
import time

from coverage_oracle import coverage
from region_cases import SHAPES, committed, random_cases
from regions import build

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "healpix-core", "tests", "data", "regions")
LISTS = ("full", "partial", "partial_or_full", "partial_or_absent")
LONGEST = 6000        # characters of lists in one committed line


def text(ranges):
    return ",".join(str(a) if a == b else f"{a}-{b}" for a, b in ranges)


def answered(case, longest=LONGEST):
    """The case with its lists, at a smaller depth if they would be too long."""
    depth = case["depth"]
    while True:
        shape = build(case)
        answer = coverage(shape, depth, limit=4000)
        if answer is not None:
            lists = {name: text(answer.lists.get(name, [])) for name in LISTS}
            if sum(map(len, lists.values())) <= longest:
                return {**case, "depth": depth, **lists}, answer
        depth -= 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--out", default=OUT)
    parser.add_argument("--only", default=",".join(SHAPES))
    arguments = parser.parse_args()
    os.makedirs(arguments.out, exist_ok=True)
    for shape in arguments.only.split(","):
        start, lines = time.monotonic(), []
        cases = random_cases(arguments.seed, arguments.count, shape) if arguments.seed else committed(shape)
        totals = dict.fromkeys(LISTS, 0)
        for case in cases:
            began = time.monotonic()
            line, answer = answered(case)
            lines.append(json.dumps(line))
            for name in LISTS:
                totals[name] += answer.count(name)
            if time.monotonic() - began > 5:
                print(f"   slow: {shape} {case['name']} {time.monotonic() - began:.1f} s", flush=True)
        path = os.path.join(arguments.out, f"{shape}.jsonl")
        with open(path, "w") as f:
            f.write("\n".join(lines) + "\n")
        print(f"{path}: {len(lines)} regions, {os.path.getsize(path)} bytes, {totals}, {time.monotonic() - start:.0f} s", flush=True)


if __name__ == "__main__":
    main()
