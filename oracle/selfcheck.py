"""The definition of a cell, written naively at 6000 bits (an error below 2^-4000 counts as a tie), against every row of the hash files."""

import csv
import os
import sys

from generate import OUT
from healpix_oracle import *


def naive(lon, lat, degrees, n):
    with mp.workprec(6000):
        x = F(lon / 90.0 if degrees else lon * TWO_OVER_PI) % 4
        q = int(x)
        h = to_mpf(x - q) - mpf(1) / 2
        if degrees and abs(lat) == 90:
            return (q, n - 1, n - 1) if lat > 0 else (8 + q, 0, 0)
        s = mp.sin(mpf(lat) * mp.pi / 180 if degrees else mpf(lat))
        if abs(s) <= mpf(2) / 3:
            X, Y = q + mpf(1) / 2 + h, 3 * s / 4
        else:
            sigma = mp.sqrt(3 * (1 - abs(s)))
            X, Y = q + mpf(1) / 2 + h * sigma, mp.sign(s) * (1 - sigma / 2)

        def floor(v):
            near = mp.nint(v)
            return int(near if abs(v - near) < mpf(2) ** -4000 else mp.floor(v))

        return face_of_uv(floor(n * (X + Y + mpf(1) / 2)), floor(n * (X - Y + mpf(1) / 2)), n)


def main():
    bad = total = 0
    for name in ("hash_rad.csv", "hash_deg.csv"):
        with open(os.path.join(OUT, name)) as f:
            for row in csv.DictReader(f):
                res = int(row["resolution"])
                n = 1 << res if row["kind"] == "d" else res
                face = naive(from_bits(row["lon"]), from_bits(row["lat"]), "deg" in name, n)
                nested = str(nested_of(*face, res)) if row["kind"] == "d" else ""
                total += 1
                if (nested, str(ring_index(*face, n))) != (row["nested"], row["ring"]):
                    bad += 1
                    print("different", name, row, face)
    print(f"compared {total}, different {bad}")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
