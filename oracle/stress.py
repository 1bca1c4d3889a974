"""Random and border-adjacent positions: the Rust core against the oracle.

    python stress.py --seconds 60 --seed 1 [--binary PATH] [--chunk 20000]

Builds and runs healpix-core/examples/oracle_answers.rs (scalar and batch calls).  Prints every
difference with what is needed to reproduce it; exit code 1 if there was one.
"""

import argparse
import os
import random
import subprocess
import sys
import time

from generate import border_points, hash_points, resolution, sphere_point
from healpix_oracle import *

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")


def build():
    subprocess.run(["cargo", "build", "--release", "-q", "-p", "healpix-core", "--example", "oracle_answers"], cwd=ROOT, check=True)
    target = os.environ.get("CARGO_TARGET_DIR", os.path.join(ROOT, "target"))
    return os.path.join(target, "release", "examples", "oracle_answers")


def queries(rng, count):
    """(degrees, lon, lat, kind, resolution)."""
    out = []
    while len(out) < count:
        degrees = rng.random() < 0.5
        batch = border_points(rng, degrees, 500)
        batch += border_points(rng, degrees, 200, "d", rng.choice([29, 28, 27, rng.randint(0, 29)]))
        batch += [sphere_point(rng, degrees) + resolution(rng) for _ in range(200)]
        if rng.random() < 0.1:
            batch += [p[:4] for p in hash_points(rng, degrees)]
        out += [(degrees, *p) for p in batch]
    rng.shuffle(out)
    return out[:count]


def expected(degrees, lon, lat, kind, res):
    n = 1 << res if kind == "d" else res
    face, i, j = Position(lon, lat, degrees).face_ij(n)
    nested = str(nested_of(face, i, j, res)) if kind == "d" else "-"
    return f"{nested} {ring_index(face, i, j, n)}"


def answers(binary, chunk):
    lines = "".join(f"{'d' if d else 'r'} {bits(lon)} {bits(lat)} {kind} {res}\n" for d, lon, lat, kind, res in chunk)
    done = subprocess.run([binary], input=lines, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"oracle_answers failed: {done.stderr}")
    return done.stdout.splitlines()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--chunk", type=int, default=20000)
    parser.add_argument("--binary")
    arguments = parser.parse_args()
    binary = arguments.binary or build()
    rng = random.Random(arguments.seed)
    end, compared, wrong = time.monotonic() + arguments.seconds, 0, 0
    while time.monotonic() < end:
        chunk = queries(rng, arguments.chunk)
        got = answers(binary, chunk)
        if len(got) != len(chunk):
            sys.exit(f"{len(chunk)} questions, {len(got)} answers")
        for query, answer in zip(chunk, got):
            compared += 1
            truth = expected(*query)
            if answer != truth:
                wrong += 1
                if wrong <= 50:
                    degrees, lon, lat, kind, res = query
                    unit = "degrees" if degrees else "radians"
                    where = f"{'depth' if kind == 'd' else 'nside'} {res}"
                    print(f"WRONG {unit} ({lon!r}, {lat!r}) [{bits(lon)} {bits(lat)}] {where}: nested ring = {answer}, oracle {truth}")
    print(f"seed {arguments.seed}: compared {compared}, wrong {wrong}")
    sys.exit(1 if wrong or not compared else 0)


if __name__ == "__main__":
    main()
