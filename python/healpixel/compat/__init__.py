"""The names and conventions of other packages, over healpixel.

>>> import healpixel.compat.healpy as hp
>>> int(hp.ang2pix(1024, 279.2347, 38.7837, lonlat=True))
2352233
>>> from healpixel.compat import cdshealpix
"""
