"""MOC and HEALPix files by mocpy, healpy and astropy, and what mocpy makes of ours.

    python moc_files.py generate [--out DIR]   rewrites ../healpix-core/tests/data/moc
    python moc_files.py check DIR              reads the files `cargo run -p healpix-core --all-features
                                               --example write_mocs -- DIR` wrote, and compares

All three libraries are only run as peers.  `expected.json` holds, for every generated file, the depth and the
ranges of depth 29 that mocpy has of it, by the name of the MOC.
"""

import argparse
import gzip
import json
import os
import sys

import astropy.table
import astropy.units as u
import healpy
import mocpy
import numpy
from astropy.io import fits
from mocpy import MOC

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "healpix-core", "tests", "data", "moc")

README = """# Files of other programs

Written by `oracle/moc_files.py generate` with mocpy {mocpy}, healpy {healpy}, astropy {astropy}, numpy {numpy}, and read by
`tests/moc_io.rs`. In `expected.json`, `mocs` has the depth and the ranges of depth 29 that mocpy has for each MOC, `files` which of
them a file is, and `multi_order` columns.

| file | by | what |
|---|---|---|
| mocpy_*.range.fits, .nuniq.fits, .txt, .json | mocpy | the same MOC in four forms |
| astropy_v1_*.fits | astropy | MOC 1.0 headers: 32 bits behind an image, unsigned 64 bits, cells in reverse order |
| healpy_*.fits | healpy | maps: ring and nested, whole and partial, numbers and logicals, Galactic |
| astropy_multi_order.fits | astropy | a multi-order probability map with the header of LIGO's |
| mocpy_mixed.range.fits.gz | gzip | to be refused with a word about gzip |
"""

# MOCs of which FITS files are kept; those of the others are like them.
AS_FITS = ["mixed", "empty", "deepest", "cone"]


def answer(moc):
    return {"depth": int(moc.max_order), "ranges": [[int(a), int(b)] for a, b in moc.to_depth29_ranges]}


def mocs():
    """MOCs of all kinds, small enough to be committed."""
    lon, lat = 266.4 * u.deg, -29.0 * u.deg
    triangle = {"lon": [10, 350, 0] * u.deg, "lat": [80, 80, 89] * u.deg}
    return {
        "mixed": MOC.from_string("3/1-5 8 4/200 6/"),
        "empty": MOC.new_empty(5),
        "all_sky": MOC.from_string("0/0-11"),
        "all_sky_29": MOC.from_string("0/0-11 29/"),
        "deepest": MOC.from_string("0/3 28/0 29/5 3458764513820540927"),
        "cone": MOC.from_cone(lon, lat, radius=2 * u.deg, max_depth=9),
        "not_a_cone": MOC.from_cone(lon, lat, radius=30 * u.deg, max_depth=5).complement(),
        "polygon": MOC.from_polygon(**triangle, max_depth=7),
    }


def write_mocpy(out, expected):
    for name, moc in mocs().items():
        expected["mocs"][name] = answer(moc)
        forms = [("txt", "ascii", {}), ("json", "json", {})]
        if name in AS_FITS:
            forms += [("range.fits", "fits", {}), ("nuniq.fits", "fits", {"v1_compatible": True})]
        for ending, kind, options in forms:
            file = f"mocpy_{name}.{ending}"
            moc.save(os.path.join(out, file), format=kind, overwrite=True, **options)
            expected["files"][file] = name
    with open(os.path.join(out, "mocpy_mixed.range.fits"), "rb") as plain:
        packed = gzip.compress(plain.read(), mtime=0)
    with open(os.path.join(out, "mocpy_mixed.range.fits.gz"), "wb") as file:
        file.write(packed)


def write_v1(out, expected):
    """MOC 1.0 as Aladin and others wrote it; mocpy reads those it can, ours reads all."""
    moc = mocs()["cone"]
    uniq = moc.uniq_hpx
    for name, form, values in [
        ("32", "1J", uniq.astype(">i4")),
        ("reversed", "1J", uniq[::-1].astype(">i4")),
        ("unsigned", "1K", uniq.astype("u8")),
    ]:
        zero = 2**63 if name == "unsigned" else None
        column = fits.Column(name="NPIX", format=form, array=values, bzero=zero)
        table = fits.BinTableHDU.from_columns([column])
        table.header["PIXTYPE"] = ("HEALPIX", "HEALPix magic code")
        table.header["ORDERING"] = ("NUNIQ", "NUNIQ coding method")
        table.header["COORDSYS"] = ("C", "ICRS reference frame")
        table.header["MOCORDER"] = (int(moc.max_order), "MOC resolution (best order)")
        table.header["MOCTOOL"] = "oracle/moc_files.py"
        hdus = [fits.PrimaryHDU(), table]
        if name == "32":
            # Images in front and behind, to be passed over.
            image = fits.ImageHDU(numpy.arange(6, dtype="i2").reshape(2, 3))
            hdus = [fits.PrimaryHDU(), image, table, image.copy()]
        file = f"astropy_v1_{name}.fits"
        fits.HDUList(hdus).writeto(os.path.join(out, file), overwrite=True)
        expected["files"][file] = "cone"


def write_maps(out, expected):
    """Maps whose seen, or nonzero, cells are the cone."""
    def case(file, nside, values, seen, nest, **options):
        healpy.write_map(os.path.join(out, file), values, nest=nest, overwrite=True, **options)
        cells = numpy.flatnonzero(seen)
        cells = cells if nest else healpy.ring2nest(nside, cells)
        depth = nside.bit_length() - 1
        moc = MOC.from_healpix_cells(cells.astype("u8"), numpy.full(len(cells), depth, "u1"), depth)
        expected["mocs"][f"band_{nside}"] = answer(moc)
        expected["files"][file] = f"band_{nside}"

    for nest in [False, True]:
        order = "nested" if nest else "ring"
        for nside in [8, 16]:
            z = healpy.pix2vec(nside, numpy.arange(12 * nside * nside), nest=nest)[2]
            seen = numpy.abs(z - 0.6) < 0.25
            values = numpy.where(seen, z, healpy.UNSEEN)
            name = f"healpy_{order}_{nside}"
            if nside == 16:
                # healpy 1.20 cannot write partial maps whose last cell is below 128 (int8).
                options = {"dtype": numpy.float64, "partial": True, "coord": "G"}
                case(f"{name}_partial.fits", nside, values, seen, nest, **options)
            elif nest:
                case(f"{name}_i2.fits", nside, seen.astype("i2") * 3, seen, nest, dtype=numpy.int16)
            else:
                case(f"{name}_f4.fits", nside, values.astype("f4"), seen, nest, dtype=numpy.float32)
            if nside == 16 and not nest:
                case(f"{name}_bool.fits", nside, seen, seen, nest, dtype=bool)


def write_multi_order(out, expected):
    moc = mocs()["cone"]
    uniq = numpy.concatenate([moc.uniq_hpx, moc.complement().uniq_hpx]).astype("i8")
    n = len(moc.uniq_hpx)
    density = numpy.concatenate([numpy.full(n, 3.0), numpy.arange(len(uniq) - n) / 256])
    table = astropy.table.Table({"UNIQ": uniq, "PROBDENSITY": density / u.sr, "DISTMU": density * 100 * u.Mpc})
    table.meta.update(PIXTYPE="HEALPIX", ORDERING="NUNIQ", COORDSYS="C", INDXSCHM="EXPLICIT")
    table.meta["MOCORDER"] = int(moc.max_order)
    file = "astropy_multi_order.fits"
    table.write(os.path.join(out, file), overwrite=True)
    expected["multi_order"] = {"uniq": uniq.tolist(), "density": density.tolist()}


def generate(out):
    expected = {"mocs": {}, "files": {}, "multi_order": {}}
    os.makedirs(out, exist_ok=True)
    write_mocpy(out, expected)
    write_v1(out, expected)
    write_maps(out, expected)
    write_multi_order(out, expected)
    with open(os.path.join(out, "expected.json"), "w") as file:
        # One line for each MOC.
        text = json.dumps(expected, separators=(",", ":"), sort_keys=True)
        file.write(text.replace('},"', '},\n"') + "\n")
    versions = {m.__name__: m.__version__ for m in [mocpy, healpy, astropy, numpy]}
    with open(os.path.join(out, "README.md"), "w") as file:
        file.write(README.format(**versions))
    print(f"{len(expected['files'])} files in {out}")


def check(folder):
    """Each MOC in `folder` is NAME.ranges (depth, then start and end) and some files with what should be the same."""
    bad = compared = 0
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".ranges"):
            continue
        stem = os.path.join(folder, name[: -len(".ranges")])
        with open(stem + ".ranges") as file:
            numbers = [int(word) for word in file.read().split()]
        expected = {"depth": numbers[0], "ranges": [list(pair) for pair in zip(numbers[1::2], numbers[2::2])]}
        forms = [(f".{form}.fits", "fits") for form in ["range", "nuniq", "nuniq_v1", "stream"]]
        for ending, kind in forms + [(".txt", "ascii"), (".json", "json")]:
            compared += 1
            try:
                found = answer(MOC.load(stem + ending, format=kind))
            except Exception as error:  # whatever mocpy says counts as a difference
                found = error
            if found != expected:
                bad += 1
                print(f"{stem + ending}: {str(found)[:200]} instead of {str(expected)[:200]}")
            if kind == "fits":
                # astropy is the stricter reader of headers.
                with fits.open(stem + ending) as hdus:
                    hdus.verify("exception")
                    assert len(hdus) == 2 and hdus[1].header["COORDSYS"] == "C"
                    assert hdus[1].header.get("MOCORD_S", hdus[1].header.get("MOCORDER")) == expected["depth"]
                    assert len(hdus[1].data) == hdus[1].header["NAXIS2"]
    print(f"{compared} files read by mocpy {mocpy.__version__}, {bad} different")
    return bad


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("generate").add_argument("--out", default=OUT)
    commands.add_parser("check").add_argument("folder")
    options = parser.parse_args()
    if options.command == "generate":
        generate(options.out)
    else:
        sys.exit(check(options.folder) > 0)


if __name__ == "__main__":
    main()
