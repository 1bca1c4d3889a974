"""docs/coming-from.md: both columns of every row are evaluated, with the real packages, and compared."""

import re
import types
from pathlib import Path

import numpy as np
import pytest

PAGE = Path(__file__).parents[1] / "docs" / "coming-from.md"
PACKAGES = {"healpy", "cdshealpix", "astropy-healpix", "mocpy"}
#: Rows that name what is read, written or drawn, without a call.
NAMES_ONLY = {
    "healpy.read_map",
    "healpy.mollview",
    'HEALPix(nside=nside, order="nested")',
    "MOC.from_fits",
    "MOC.save",
    "MOC.from_multiordermap_fits_file",
    "MOC.fill",
}


def rows():
    """Theirs, ours and the note of each row in the tables of packages."""
    package, found = None, []
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("|"):
            package = None
            continue
        # A bar in code is written \| in a table.
        columns = [part.strip().replace("\\|", "|") for part in re.split(r"(?<!\\)\|", line)[1:-1]]
        if columns[0] in PACKAGES:
            package = columns[0]
        elif package and not columns[0].startswith("---"):
            theirs, ours, note = columns
            assert theirs[0] == theirs[-1] == ours[0] == ours[-1] == "`", line
            found.append((package, theirs.strip("`"), ours.strip("`"), note))
    return found


@pytest.fixture(scope="module")
def names():
    """What the block of code on the page defines."""
    for needed in ("astropy", "astropy_healpix", "cdshealpix", "healpy", "mocpy"):
        pytest.importorskip(needed)
    [code] = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)
    found = {}
    exec(code, found)
    return found


def flat(result):
    """All numbers of a result, one after another, cells as signed numbers."""
    if isinstance(result, (tuple, list)) and any(np.ndim(part) for part in result):
        return np.concatenate([flat(part) for part in result])
    if hasattr(result, "value") and hasattr(result, "unit"):
        result = result.value
    result = np.ma.getdata(result).ravel() if not isinstance(result, (tuple, list)) else np.array(result).ravel()
    return result.view(np.int64) if result.dtype == np.uint64 else result


def test_page_has_rows_for_each_package():
    count = {package: sum(row[0] == package for row in rows()) for package in PACKAGES}
    assert min(count.values()) >= 20, count
    assert {row[1] for row in rows()} >= NAMES_ONLY


@pytest.mark.parametrize(("package", "theirs", "ours", "note"), rows(), ids=[row[1] for row in rows()])
@pytest.mark.filterwarnings("ignore")
def test_row(names, package, theirs, ours, note):
    if theirs in NAMES_ONLY:
        for name in (theirs, ours):
            assert eval(name, dict(names)) is not None
        return
    mine, other = eval(ours, dict(names)), eval(theirs, dict(names))
    assert not isinstance(mine, types.GeneratorType)
    mine, other = flat(mine), flat(other)
    assert mine.size > 0
    if note.startswith("exact"):
        assert mine.dtype.kind == "i"
        # None too many here, and none missing that another package is right to have: checked in the tests of searches.
        assert set(mine.tolist()) <= set(other.tolist())
        assert len(mine) >= 0.5 * len(other)
    elif other.dtype.kind == "f":
        np.testing.assert_allclose(mine, other, rtol=1e-13, atol=1e-13)
    else:
        np.testing.assert_array_equal(mine, other)
