"""Pictures of maps, sets of cells and regions on matplotlib, which is imported when the first is drawn."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.colors import Colormap, Normalize
    from matplotlib.typing import ColorType
    from numpy.typing import ArrayLike

    from .._core import Coverage, Region
    from .._moc import FitsMap, Moc, MultiOrderMap
    from .._typing import Int, Position, Quantity

    Outlined: TypeAlias = Moc | Coverage | Region
    Drawn: TypeAlias = ArrayLike | tuple[ArrayLike, ArrayLike] | MultiOrderMap | FitsMap | Outlined | None


def plot(
    map_or_moc: Drawn,
    *,
    projection: Literal["mollweide", "aitoff", "cartesian", "orthographic", "gnomonic"] = "mollweide",
    nest: bool | None = None,
    depth: ArrayLike | None = None,
    nside: Int | None = None,
    center: tuple[Any, Any] | Position | None = None,
    rotation: float | Quantity = 0.0,
    size: float | tuple[float, float] | Quantity | None = None,
    cmap: str | Colormap | None = None,
    vmin: float | None = None,
    vmax: float | None = None,
    norm: str | Normalize | None = None,
    color: ColorType | None = None,
    colorbar: bool = True,
    label: str | None = None,
    graticule: bool | Literal["lines"] = True,
    hours: bool = False,
    outlines: Outlined | Iterable[Outlined] = (),
    astro: bool = True,
    background: ColorType = "0.92",
    resolution: int = 2,
    title: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draws a map, a Moc, a Coverage or a Region on the sky.

    Every pixel of the picture asks for the value at its place: zooming in or saving with more dots per inch shows the cells exactly.

    Parameters
    ----------
    map_or_moc : array, (cells, values), MultiOrderMap, FitsMap, Moc, Coverage, Region or None
        A whole map of 12 nside² values, in which masked values, NaN and healpy's UNSEEN are not drawn; with ``nest`` as said below.
        A pair of columns for some cells, with ``depth`` (nested cells) or ``nside`` (ring cells).
        A Coverage is drawn in two tones, cells that the region touches in the lighter one. None draws an empty sky to add things to.
    projection : "mollweide", "aitoff", "cartesian", "orthographic" or "gnomonic"
        The whole sky in an ellipse with equal areas, or as Aitoff drew it, or longitude over latitude; half of it as a globe; or a
        field of ``size`` degrees on the tangent plane.
    nest : bool
        Whether the cells of a whole map are in nested order (True) or in ring order (False, healpy's default). It must be said, unless
        nside is no power of two, or ``depth`` is given.
    depth, nside : int
        Depth of nested cells (also one for each cell), or nside of ring cells.
    center : (lon, lat) in degrees or SkyCoord
        The middle of the picture; of a Moc, Coverage, Region or some cells, a globe or a field shows the middle, otherwise (0, 0).
    rotation : float
        Degrees by which the picture is turned about its middle, counter-clockwise.
    size : float or (width, height)
        Field of a gnomonic picture in degrees, 10 by default, at most 160.
    cmap, vmin, vmax, norm
        Colours as in matplotlib's ``imshow``; ``norm`` also by name, such as "log". By default from the least to the largest value of the
        whole map.
    color : colour
        Of a Moc, Coverage or Region.
    colorbar : bool
    label : str
        Along the colour bar.
    graticule : bool or "lines"
        Meridians and parallels with labels; "lines" leaves the labels away.
    hours : bool
        Label longitudes in hours, as right ascension.
    outlines : Moc, Coverage or Region, or a list of these
        Whose borders to draw. ``ax.healpixel.outline(moc, color=..., linewidth=...)`` draws one in other colours.
    astro : bool
        Longitude grows to the left, as on the sky seen from inside. False for the ground.
    background : colour
        Of sky without values.
    resolution : int
        Samples along each side of a pixel, whose colours are averaged. With 1 each pixel has the value at its middle.
    title : str
    ax : matplotlib Axes
        To draw into; a new figure by default. Axes that `plot` has drawn before keep their projection, and the new layer comes on top.

    Returns
    -------
    matplotlib Axes
        With ``ax.healpixel``, by whose ``scatter``, ``plot``, ``text``, ``outline`` and ``project`` more can be drawn by longitude and
        latitude (`SkyAxes`).

    Raises
    ------
    ImportError
        Without matplotlib.
    HealpixError
        A map with another number of values than 12 nside², cells that are none, a projection that there is not.

    Examples
    --------
    >>> import healpixel as hp
    >>> import numpy as np
    >>> lon, lat = hp.nested.center(5, np.arange(12 * 4**5))
    >>> ax = hp.plot(np.abs(lat), nest=True, label="distance from the equator (degrees)")
    >>> star = ax.healpixel.scatter(279.2347, 38.7837, marker="*", color="white")
    >>> ax.figure.savefig("sky.png")  # doctest: +SKIP
    """
    arguments = dict(locals())
    try:
        importlib.import_module("matplotlib")
    except ImportError as error:
        raise ImportError("pictures need matplotlib: pip install healpixel[plot]") from error
    from ._draw import draw

    axes: Axes = draw(**arguments)
    return axes
