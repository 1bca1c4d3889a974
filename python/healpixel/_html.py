"""What notebooks show."""

from __future__ import annotations

import base64
import importlib
import io
import logging
import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._core import Moc

SQUARE_DEGREES = math.degrees(1) ** 2


def moc(moc: Moc) -> str:
    """A table of what a MOC is, and a picture of it where matplotlib is there."""
    rows = {
        "depth": f"{moc.depth}",
        "cells": f"{moc.n_cells:,}",
        "area": f"{moc.area * SQUARE_DEGREES:,.6g} deg²",
        "of the sky": f"{moc.sky_fraction:.4%}",
    }
    cells = "".join(f"<tr><th>{name}</th><td>{value}</td></tr>" for name, value in rows.items())
    return f"<table>{cells}</table>{picture(moc)}"


def picture(what: Any) -> str:
    """A picture as an element of HTML; an empty text without matplotlib."""
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        plot = importlib.import_module("healpixel._plot").plot
    except ImportError:
        return ""
    try:
        # Not by pyplot, which would keep it and show it a second time.
        figure, png = Figure(figsize=(6.0, 3.4)), io.BytesIO()
        canvas = FigureCanvasAgg(figure)
        plot(what, ax=figure.add_subplot())
        canvas.print_png(png)
    except Exception:
        # A table is better than no answer at all.
        logging.getLogger("healpixel").warning("no picture of %r", what, exc_info=True)
        return ""
    return f'<img alt="{what!r}" src="data:image/png;base64,{base64.b64encode(png.getvalue()).decode()}">'
