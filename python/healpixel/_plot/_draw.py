"""The picture: figure, axes, image, limb, graticule, outlines, colour bar."""

from __future__ import annotations

import numpy as np
from matplotlib.colors import ListedColormap, Normalize, to_rgb
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from .._errors import HealpixError
from ._axes import SkyAxes
from ._graticule import Graticule
from ._image import SkyImage
from ._projections import named
from ._sources import kind_of, source
from ._view import View

SET_COLORS = ["#2a78b5", "#e07b00", "#3a923a", "#8a5fb5", "#b5492a"]


def draw(
    map_or_moc, *, projection, nest, depth, nside, center, rotation, size, cmap, vmin, vmax, norm, color, colorbar, label, graticule,
    hours, outlines, astro, background, resolution, title, ax,
):
    what = None if map_or_moc is None else source(map_or_moc, nest, depth, nside)
    samples = _samples(resolution)
    if not (graticule is True or graticule is False or isinstance(graticule, str) and graticule == "lines"):
        raise HealpixError(f'graticule must be True, False or "lines", not {graticule!r}')
    earlier = getattr(ax, "healpixel", None)
    if earlier is None:
        plane = named(projection, size)
        view = View(plane, _middle(what, plane) if center is None else center, rotation, astro)
        own_figure = ax is None
        if own_figure:
            import matplotlib.pyplot as plt

            ax = plt.figure(figsize=plane.size, layout="constrained").add_subplot()
        limb = _frame(ax, view, background)
    else:
        if projection != "mollweide" or center is not None or size is not None or rotation != 0.0 or astro is not True:
            raise HealpixError("these axes have a projection already: give no projection, center, rotation, size or astro")
        view, limb = earlier._view, earlier._limb
        colorbar = False if what is not None and what.is_set else colorbar
    image = None
    if what is not None:
        colours = _set_colours(color, earlier) if what.is_set else {"cmap": cmap, "norm": _norm(norm, vmin, vmax)}
        image = _image(ax, view, limb, what, samples, colours)
        if colorbar and not what.is_set:
            _colorbar(ax, image, what, view, label)
    if earlier is None:
        ax.healpixel = SkyAxes(ax, view, limb, image)
        if graticule:
            Graticule(ax, view, limb, bool(hours), graticule is True, _is_dark(image, what, background))
    elif image is not None:
        earlier._images += 1
        earlier.image = image
    for outline in [outlines] if kind_of(outlines) else outlines:
        ax.healpixel.outline(outline)
    if title is not None:
        ax.set_title(title)
    return ax


def _samples(resolution):
    if isinstance(resolution, bool) or not isinstance(resolution, (int, np.integer)):
        raise TypeError(f"resolution must be an integer, not {type(resolution).__name__}")
    if not 1 <= resolution <= 8:
        raise HealpixError(f"resolution must be 1 to 8 samples along each side of a pixel, not {resolution}")
    return int(resolution)


def _middle(what, plane):
    """Where to look if nothing was said."""
    if what is None or plane.whole_sky:
        return 0.0, 0.0
    x, y, z = what.middle()
    if np.hypot(np.hypot(x, y), z) < 1e-3:
        return 0.0, 0.0
    return float(np.degrees(np.arctan2(y, x)) % 360.0), float(np.degrees(np.arctan2(z, np.hypot(x, y))))


def _frame(ax, view, background):
    """Empty axes with the limb of the sky, which clips all that is drawn."""
    left, right, bottom, top = view.projection.limits
    room = 0.004 * (top - bottom)
    ax.set_axis_off()
    ax.set_aspect("equal")
    ax.set_xlim(left - room, right + room)
    ax.set_ylim(bottom - room, top + room)
    limb = PathPatch(Path(view.projection.limb()), facecolor=background, edgecolor="none", zorder=0)
    edge = PathPatch(Path(view.projection.limb()), facecolor="none", edgecolor="0.2", linewidth=0.9, zorder=4.5)
    for patch in (limb, edge):
        # After zooming in they are far larger than the axes, to which the layout must keep.
        patch.set_in_layout(False)
        ax.add_patch(patch)
    ax.format_coord = lambda x, y: _coordinates(view, x, y)
    return limb


def _coordinates(view, x, y):
    lon, lat = (float(angle[0]) for angle in view.unproject(np.array([x]), np.array([y])))
    return "" if np.isnan(lon) else f"lon {lon:.6f}°, lat {lat:+.6f}°"


def _norm(norm, vmin, vmax):
    if norm is None:
        return Normalize(vmin, vmax)
    if vmin is not None or vmax is not None:
        if not isinstance(norm, str):
            raise HealpixError("give vmin and vmax to the norm itself")
        return norm, vmin, vmax
    return norm


def _set_colours(color, earlier):
    """The tones of cells at the border and inside."""
    turn = 0 if earlier is None else earlier._images
    full = np.array(to_rgb(SET_COLORS[turn % len(SET_COLORS)] if color is None else color))
    return {"cmap": ListedColormap([0.45 * full + 0.55, full]), "norm": Normalize(0.0, 1.0)}


def _image(ax, view, limb, what, samples, colours):
    norm, limits = colours["norm"], (None, None)
    if isinstance(norm, tuple):
        norm, *limits = norm
    image = SkyImage(ax, view, what, samples, cmap=colours["cmap"], norm=norm, zorder=1)
    values = what.valid()
    if limits != (None, None):
        image.norm.vmin, image.norm.vmax = limits
    # With no value at all any limits will do.
    image.norm.autoscale_None(values if len(values) else np.array([0.0, 1.0]))
    image.set_data(np.zeros((1, 1)))
    image.set_clip_path(limb)
    image.set_clip_box(ax.bbox)
    image.set_in_layout(False)
    ax.add_image(image)
    return image


def _is_dark(image, what, background):
    """Whether most of the sky is so dark that lines on it must be light."""
    colour = to_rgb(background)
    if image is not None and not what.is_set and len(what.valid()) and what.share() >= 0.5:
        colour = image.to_rgba(np.array([np.median(what.valid())]))[0, :3]
    return float(np.dot(colour, [0.3, 0.59, 0.11])) < 0.45


def _colorbar(ax, image, what, view, label):
    values, norm = what.valid(), image.norm
    below = len(values) > 0 and bool(values.min() < norm.vmin)
    above = len(values) > 0 and bool(values.max() > norm.vmax)
    extend = {(False, False): "neither", (True, False): "min", (False, True): "max", (True, True): "both"}[below, above]
    wide = view.projection.whole_sky
    bar = ax.figure.colorbar(
        image, ax=ax, orientation="horizontal" if wide else "vertical", extend=extend, label=label,
        **({"shrink": 0.6, "aspect": 36, "pad": 0.03} if wide else {"shrink": 0.85, "aspect": 28, "pad": 0.03}),
    )
    bar.outline.set_linewidth(0.6)
    bar.ax.tick_params(labelsize=9, width=0.6)
    return bar
