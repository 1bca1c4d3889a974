#!/usr/bin/env python3
"""Writes the type stubs of the element-wise functions (nested.pyi, ring.pyi, grid.pyi, _functions.pyi) from their signatures.

`python python/tools/stubs.py` writes them, `--check` fails if they are not what it would write. The classes have theirs by hand, in _core.pyi.
"""

from __future__ import annotations

import argparse
import inspect
import pathlib
import sys

import healpixel
from healpixel import _core

PACKAGE = pathlib.Path(__file__).parents[1] / "healpixel"

HEAD = '''"""Written by python/tools/stubs.py."""

from typing import Literal, overload

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ._typing import Angles, Arrow, Cells, Direction, Floats, Int, Integers, OnError, Out, Position, Real, Unit
'''

INTS = {
    "base_cell", "cell", "depth", "deeper_depth", "ancestor_depth", "face", "i", "j", "k", "nside", "ring", "uniq", "zuniq",
}
# One number for one element; several are an array in any case.
RETURNS = {
    **dict.fromkeys(
        ["hash", "hash_vec", "from_face_ij", "neighbor", "to_ring", "to_nested", "parent", "ancestor", "base_cell", "to_uniq"]
        + ["to_zuniq", "ring_of", "nside", "depth", "n_cells"],
        ("int",),
    ),
    **dict.fromkeys(["position", "center", "from_vec", "project", "unproject"], ("float", "float")),
    **dict.fromkeys(["center_vec", "to_vec"], ("float", "float", "float")),
    **dict.fromkeys(["vertices", "path_along_edge", "grid"], ("Floats", "Floats")),
    **dict.fromkeys(
        ["neighbors", "children", "siblings", "neighbor_ring", "neighbor_disc", "internal_edge", "external_edge"]
        + ["internal_corners", "external_corners"],
        ("Cells",),
    ),
    **dict.fromkeys(["interpolate_rings", "interpolate_bilinear"], ("Cells", "Floats")),
    **dict.fromkeys(["range", "from_uniq", "from_zuniq"], ("int", "int")),
    **dict.fromkeys(["distance", "cell_area", "largest_center_to_vertex_distance"], ("float",)),
    "hash_with_offsets": ("int", "float", "float"),
    "to_face_ij": ("int", "int", "int"),
    "info": ("int", "int", "float", "bool"),
    "best_starting_depth": ("int | None",),
    "set_threads": ("int",),
    "threads": ("int",),
}
ARRAYS = {"int": "Cells", "float": "Floats", "bool": "NDArray[np.bool_]"}


def argument(name: str, scalar: bool, function: str) -> str:
    """The type of an argument; `scalar` where it must be one number for the result to be one."""
    if name == "count":
        return "int"
    if name == "direction":
        return "Direction"
    if name == "k" or name in ("deeper_depth", "ancestor_depth"):
        return "Int"
    if name == "radius":
        return "Real"
    if name in INTS:
        return "Int" if scalar else "Integers"
    if scalar:
        return "Real"
    return "Angles" if name.startswith(("lon", "lat")) else "ArrayLike | Arrow"


KEYWORDS = {
    "unit": 'Unit = "deg"',
    "out": "Out | None = None",
    "errors": 'OnError = "raise"',
    "threads": "int | None = None",
}


def returned(kinds: tuple[str, ...], scalar: bool) -> str:
    kinds = kinds if scalar else tuple(ARRAYS.get(kind, kind) for kind in kinds)
    return kinds[0] if len(kinds) == 1 else f"tuple[{', '.join(kinds)}]"


def signature(name: str, function: object, scalar: bool) -> str:
    parts, keyword = [], False
    for parameter in inspect.signature(function).parameters.values():
        if parameter.kind is parameter.KEYWORD_ONLY and not keyword:
            keyword = True
            parts.append("*")
        if parameter.name in KEYWORDS:
            # An `out` is an array: with it there is no scalar result.
            kind = "None = None" if scalar and parameter.name == "out" else KEYWORDS[parameter.name]
            parts.append(f"{parameter.name}: {kind}")
        elif parameter.name == "lat" and parameter.default is None:
            parts.append("lat: Real" if scalar else "lat: Angles | None = None")
        elif parameter.name == "lon" and not scalar and "lat" in inspect.signature(function).parameters:
            optional = inspect.signature(function).parameters["lat"].default is None
            parts.append("lon: Angles | Position" if optional else "lon: Angles")
        else:
            parts.append(f"{parameter.name}: {argument(parameter.name, scalar, name)}")
    return f"def {name}({', '.join(parts)}) -> {returned(RETURNS[name], scalar)}: ..."


def stub(name: str, function: object) -> str:
    kinds = RETURNS[name]
    takes_arrays = "errors" in inspect.signature(function).parameters
    if not takes_arrays:
        return signature(name, function, True) + "\n"
    if not any(kind in ARRAYS for kind in kinds):
        return signature(name, function, False) + "\n"
    one = signature(name, function, True)
    many = signature(name, function, False)
    return f"@overload\n{one}\n@overload\n{many}\n"


def module(names: list[str], source: object) -> str:
    text = HEAD + "\n__all__ = [\n" + "".join(f'    "{name}",\n' for name in names) + "]\n\n"
    return text + "".join(stub(name, getattr(source, name)) for name in names)


def files() -> dict[str, str]:
    plain = ["distance", "from_vec", "project", "set_threads", "threads", "to_vec", "unproject"]
    made = {f"{name}.pyi": module(getattr(healpixel, name).__all__, getattr(_core, name)) for name in ("nested", "ring", "grid")}
    return made | {"_functions.pyi": module(plain, _core)}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare only")
    check = parser.parse_args().check
    stale = 0
    for name, text in files().items():
        path = PACKAGE / name
        if path.exists() and path.read_text() == text:
            continue
        stale += 1
        print(f"{path}: {'not what its functions are: run python/tools/stubs.py' if check else 'written'}")
        if not check:
            path.write_text(text)
    return stale if check else 0


if __name__ == "__main__":
    sys.exit(main())
