"""The README, the guide and the notebook run, and say what they say."""

import doctest
import importlib
import os
import re
from pathlib import Path

import pytest

PYTHON = Path(__file__).parents[1]
ROOT = PYTHON.parent
OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@pytest.fixture(autouse=True)
def at_home(tmp_path, monkeypatch):
    """In an empty folder with the data of the examples; figures go nowhere."""
    matplotlib = pytest.importorskip("matplotlib")
    matplotlib.use("Agg")
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    yield
    matplotlib.pyplot.close("all")


def blocks(page):
    """The page with its fences as empty lines: one long doctest with the line numbers of the page."""
    return re.sub(r"^```.*$", "", page, flags=re.MULTILINE)


def failures(text, name):
    test = doctest.DocTestParser().get_doctest(text, {"__name__": "__main__"}, name, name, 0)
    said = []
    runner = doctest.DocTestRunner(optionflags=OPTIONS, verbose=False)
    runner.run(test, out=said.append)
    return runner.summarize(verbose=False), "".join(said)


@pytest.mark.parametrize("page, least", [("README.md", 15), ("docs/guide.md", 60)])
def test_pages_run(page, least):
    for needed in ("astropy", "pyarrow", "polars"):
        pytest.importorskip(needed)
    result, said = failures(blocks((PYTHON / page).read_text(encoding="utf-8")), page)
    assert result.attempted >= least, "the page has lost its examples"
    assert result.failed == 0, said


def test_a_wrong_page_is_noticed():
    text = blocks("```python\n>>> import healpixel as hp\n>>> hp.nested.hash(12, 279.2347, 38.7837)\n61056747\n```\n")
    result, said = failures(text, "wrong")
    assert result.failed == 1 and "61056746" in said


@pytest.mark.parametrize("module", ["healpixel._plot", "healpixel._plot._axes"])
def test_docstrings_of_pictures_run(module):
    result = doctest.testmod(importlib.import_module(module), optionflags=OPTIONS)
    assert result.attempted >= 5 and result.failed == 0


@pytest.mark.parametrize("page", ["README.md", "docs/guide.md"])
def test_links_lead_somewhere(page):
    file = PYTHON / page
    text = file.read_text(encoding="utf-8")
    anchors = {re.sub(r"[^a-z0-9 -]", "", title.lower()).replace(" ", "-") for title in re.findall(r"^#+ (.*)$", text, flags=re.MULTILINE)}
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if target.startswith("#"):
            assert target[1:] in anchors, target
        elif (ours := re.match(r"https://(?:raw\.githubusercontent|github)\.com/healpix-rs/healpix/(?:blob/)?main/(.*)", target)) is not None:
            assert (PYTHON.parent / ours[1].split("#")[0]).exists(), target
        elif not target.startswith("http"):
            # What PyPI shows has no files beside it.
            assert page != "README.md", target
            assert (file.parent / target.split("#")[0]).exists(), target


def shown(notebook):
    """What the cells print, without pictures and what differs from run to run."""
    texts = []
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            assert output.output_type != "error", output
            texts.append("picture" if "image/png" in output.get("data", {}) else output.get("text", ""))
    return texts


def test_the_notebook_runs_and_shows_what_is_stored(tmp_path, monkeypatch):
    """`HEALPIXEL_BLESS=1` stores what it shows now."""
    # Set, it would keep pictures out of the notebook.
    monkeypatch.delenv("MPLBACKEND", raising=False)
    nbformat, nbclient = pytest.importorskip("nbformat"), pytest.importorskip("nbclient")
    file = PYTHON / "examples" / "stars.ipynb"
    notebook = nbformat.read(file, as_version=4)
    stored = shown(notebook)
    client = nbclient.NotebookClient(notebook, timeout=600, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}})
    client.execute()
    if os.environ.get("HEALPIXEL_BLESS"):
        for cell in notebook.cells:
            cell.metadata.pop("execution", None)
        nbformat.write(notebook, file)
        stored = shown(notebook)
    assert sum(text == "picture" for text in stored) >= 4
    assert shown(notebook) == stored
