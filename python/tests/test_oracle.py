"""The vectors of the oracle (mpmath) and the bits of the core's own results, both kept beside the core's tests."""

import csv
import pathlib
import struct

import numpy as np

import healpixel as hp
from healpixel import nested, ring

DATA = pathlib.Path(__file__).parents[2] / "healpix-core" / "tests" / "data"


def rows(name):
    with open(DATA / name, newline="") as file:
        return list(csv.DictReader(file))


def bits(text):
    return struct.unpack(">d", bytes.fromhex(text))[0]


def test_cells_are_the_oracles():
    for name, unit in (("hash_deg.csv", "deg"), ("hash_rad.csv", "rad")):
        table = rows(name)
        lon = np.array([bits(row["lon"]) for row in table])
        lat = np.array([bits(row["lat"]) for row in table])
        deep = np.array([row["kind"] == "d" for row in table])
        resolution = np.array([int(row["resolution"]) for row in table])
        assert deep.sum() > 1000 and (~deep).sum() > 100
        got = nested.hash(resolution[deep], lon[deep], lat[deep], unit=unit)
        assert got.tolist() == [int(row["nested"]) for row in table if row["kind"] == "d"]
        nside = np.where(deep, 1 << np.minimum(resolution, 29), resolution)
        assert ring.hash(nside, lon, lat, unit=unit).tolist() == [int(row["ring"]) for row in table]


def test_distances_are_the_oracles():
    for name, unit in (("distance.csv", "rad"), ("distance_deg.csv", "deg")):
        table = rows(name)
        columns = [np.array([bits(row[key]) for row in table]) for key in ("lon1", "lat1", "lon2", "lat2", "distance")]
        got = hp.distance(*columns[:4], unit=unit)
        exact = columns[4] if unit == "rad" else np.degrees(columns[4])
        assert (np.abs(got - exact) <= 5 * np.spacing(np.maximum(exact, 1e-300))).all()


def test_bits_are_the_cores():
    table = rows("results.csv")
    assert len(table) > 500
    for row in table:
        module, at = (nested, int(row["at"])) if row["scheme"] == "nested" else (ring, int(row["at"]))
        arguments = [bits(value) if len(value) == 16 else int(value) for value in row["arguments"].split()]
        answer = getattr(module, row["function"])(at, *arguments, **({"unit": "rad"} if row["unit"] == "rad" else {}))
        flat = []
        for part in answer if isinstance(answer, tuple) else (answer,):
            for value in np.ravel(part).tolist():
                flat.append(struct.pack(">d", value).hex() if isinstance(value, float) else str(value))
        assert flat == row["results"].split(), row
