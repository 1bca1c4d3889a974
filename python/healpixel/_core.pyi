"""The extension module. Its element-wise functions are those of nested.pyi, ring.pyi, grid.pyi and _functions.pyi."""

from collections.abc import Callable
from types import ModuleType
from typing import Any, final

from ._functions import distance as distance
from ._functions import from_vec as from_vec
from ._functions import project as project
from ._functions import set_threads as set_threads
from ._functions import threads as threads
from ._functions import to_vec as to_vec
from ._functions import unproject as unproject
from ._moc import FitsMap as FitsMap
from ._moc import Moc as Moc
from ._moc import MultiOrderMap as MultiOrderMap
from ._regions import Coverage as Coverage
from ._regions import Coverages as Coverages
from ._regions import PointIndex as PointIndex
from ._regions import Region as Region
from ._regions import centers_in as centers_in
from ._regions import cones as cones
from ._regions import ring_centers_in as ring_centers_in
from ._regions import ring_touched as ring_touched
from ._regions import visit as visit
from ._typing import Cells, Floats

__version__: str
nested: ModuleType
ring: ModuleType
grid: ModuleType

def _moc(depth: int, ranges: Cells) -> Moc: ...
@final
class ArrowArray:
    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]: ...
    def __arrow_c_schema__(self) -> object: ...
    def __len__(self) -> int: ...
    def __getitem__(self, index: int, /) -> Any: ...
    def to_pylist(self) -> list[Any]: ...

def _pix2ang(nest: bool, at: Any, cell: Any) -> Any: ...
def _ang2pix(nest: bool, at: Any, theta: Any, phi: Any) -> Any: ...
def _push_listener(listener: Callable[[int, int | None], object]) -> None: ...
def _pop_listener() -> None: ...
def _region_of_steps(steps: list[tuple[Any, ...]]) -> Region: ...
def _point_index_of_parts(lon: Floats, lat: Floats, odd: list[tuple[int, float, float]]) -> PointIndex: ...
