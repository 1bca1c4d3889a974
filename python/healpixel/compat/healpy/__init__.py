"""healpy's functions of pixels and maps, by their names, arguments and results, over healpixel.

One line changes: ``import healpixel.compat.healpy as hp`` instead of ``import healpy as hp``. Angles are healpy's: colatitude and
longitude in radians, or longitude and latitude in degrees with ``lonlat=True``. Pixels are in the ring numbering unless ``nest=True``.

What is different, always to the better:

* a pixel is *the* one that contains the position, next to borders and at poles too; positions and weights are exact to a few bits;
* ``inclusive=True`` gives exactly the pixels that a disc, polygon or strip touches, so ``fact`` has no meaning; polygons may be concave;
* a bad argument is a :class:`healpixel.HealpixError`, a ``ValueError`` with ``.index`` and ``.value``, where healpy returns numbers of no
  meaning or ends the process: pixels that do not exist, NaN, infinities, vectors of length 0, latitudes beyond the poles;
* pixels may be ``uint64``; arrays may be empty, and lists where healpy wants arrays;
* ``ud_grade`` adds up in numbers that are wide enough.

Maps are not read or written here, and there are no spherical harmonics and no pictures: asking for such a name says what to take instead.
"""

from __future__ import annotations

from typing import NoReturn

from ._grade import ud_grade
from ._maps import UNSEEN, get_interp_val, get_map_size, get_nside, ma, maptype, mask_bad, mask_good, reorder
from ._nside import (
    check_max_nside,
    isnpixok,
    isnsideok,
    max_pixrad,
    npix2nside,
    npix2order,
    nside2npix,
    nside2order,
    nside2pixarea,
    nside2resol,
    order2npix,
    order2nside,
)
from ._pixels import (
    ang2pix,
    ang2vec,
    boundaries,
    dir2vec,
    get_all_neighbours,
    get_interp_weights,
    nest2ring,
    pix2ang,
    pix2ring,
    pix2vec,
    pix2xyf,
    ring2nest,
    ringinfo,
    vec2ang,
    vec2dir,
    vec2pix,
    xyf2pix,
)
from ._queries import query_disc, query_polygon, query_strip

__all__ = [
    "UNSEEN",
    "ang2pix",
    "ang2vec",
    "boundaries",
    "check_max_nside",
    "dir2vec",
    "get_all_neighbours",
    "get_interp_val",
    "get_interp_weights",
    "get_map_size",
    "get_nside",
    "isnpixok",
    "isnsideok",
    "ma",
    "maptype",
    "mask_bad",
    "mask_good",
    "max_pixrad",
    "nest2ring",
    "npix2nside",
    "npix2order",
    "nside2npix",
    "nside2order",
    "nside2pixarea",
    "nside2resol",
    "order2npix",
    "order2nside",
    "pix2ang",
    "pix2ring",
    "pix2vec",
    "pix2xyf",
    "query_disc",
    "query_polygon",
    "query_strip",
    "reorder",
    "ring2nest",
    "ringinfo",
    "ud_grade",
    "vec2ang",
    "vec2dir",
    "vec2pix",
    "xyf2pix",
]

_PICTURES = "healpixel.plot draws maps"
_HARMONICS = "healpixel has no spherical harmonics; healpy or ducc0 have"

#: What to take instead of functions that are not here.
_INSTEAD = {
    "read_map": "healpixel.FitsMap reads maps of pixels, healpixel.MultiOrderMap those of gravitational waves",
    "write_map": "astropy.io.fits writes tables; healpixel writes MOCs: Moc.write_fits",
    "mollview": _PICTURES,
    "orthview": _PICTURES,
    "gnomview": _PICTURES,
    "cartview": _PICTURES,
    "azeqview": _PICTURES,
    "projview": _PICTURES,
    "graticule": _PICTURES,
    "projplot": _PICTURES,
    "projscatter": _PICTURES,
    "Rotator": "astropy.coordinates.SkyCoord changes frames, and healpixel takes it in place of lon and lat",
    "rotator": "healpixel.distance is angdist; astropy.coordinates.SkyCoord changes frames",
    "pixelfunc": "its functions are in healpixel.compat.healpy itself",
    "hotspots": "healpixel.nested.neighbors finds the pixels to compare with",
    **dict.fromkeys(
        ("map2alm", "alm2map", "anafast", "synfast", "smoothing", "alm2cl", "almxfl", "pixwin", "Alm", "harmonic_ud_grade"), _HARMONICS
    ),
}


def __getattr__(name: str) -> NoReturn:
    """Says what to take instead of a name of healpy's that is not here."""
    hint = _INSTEAD.get(name, "what there is: see healpixel.compat.healpy.__all__")
    raise AttributeError(f"module {__name__!r} has no {name!r}: {hint}")
