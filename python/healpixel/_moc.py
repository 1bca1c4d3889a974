"""Sets of cells, and maps in files."""

from ._core import FitsMap, Moc, MultiOrderMap

__all__ = ["FitsMap", "Moc", "MultiOrderMap"]
