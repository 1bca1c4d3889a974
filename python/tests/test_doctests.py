"""The examples in all docstrings are run, those of the extension module too."""

from __future__ import annotations

import doctest
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator

import pytest

import healpixel


def modules() -> Iterator[object]:
    """The package's modules, and what the extension module has inside of it."""
    yield healpixel
    for found in pkgutil.walk_packages(healpixel.__path__, "healpixel."):
        try:
            yield importlib.import_module(found.name)
        except ImportError as error:
            # Something optional is not installed; what is ours must be there.
            if str(error.name or "").startswith("healpixel"):
                raise


def is_ours(thing: object) -> bool:
    name = thing.__name__ if inspect.ismodule(thing) else getattr(thing, "__module__", None)
    return isinstance(name, str) and name.split(".")[0] == "healpixel"


def walk(thing: object, name: str, seen: set[int]) -> Iterator[tuple[str, str]]:
    """Names and docstrings of a module or class and of everything of ours in it."""
    if id(thing) in seen:
        return
    seen.add(id(thing))
    doc = getattr(thing, "__doc__", None)
    if isinstance(doc, str):
        yield name, doc
    for key in vars(thing):
        member = getattr(thing, key)
        below = f"{name}.{key}"
        if inspect.ismodule(member) or inspect.isclass(member):
            if is_ours(member):
                yield from walk(member, below, seen)
        elif inspect.isclass(thing) or is_ours(member) or inspect.isbuiltin(member):
            doc = getattr(member, "__doc__", None)
            # Members that Python itself documents have no examples.
            if callable(member) or inspect.isdatadescriptor(member):
                if id(member) not in seen and isinstance(doc, str):
                    seen.add(id(member))
                    yield below, doc


def examples() -> list[tuple[str, str]]:
    seen: set[int] = set()
    found: dict[str, tuple[str, str]] = {}
    for module in modules():
        for name, doc in walk(module, module.__name__, seen):
            if ">>>" in doc:
                # What is re-exported has its example once.
                found.setdefault(doc, (name, doc))
    return list(found.values())


EXAMPLES = examples()


def test_the_extension_module_is_among_them() -> None:
    names = {name.split(".")[-1] for name, _ in EXAMPLES}
    assert {"cone", "Region", "within", "visit", "set_threads", "progress", "hash"} <= names


@pytest.mark.parametrize("doc", [doc for _, doc in EXAMPLES], ids=[name for name, _ in EXAMPLES])
def test_example(doc: str, request: pytest.FixtureRequest) -> None:
    test = doctest.DocTestParser().get_doctest(doc, {}, request.node.name, None, 0)
    said: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    try:
        runner.run(test, out=said.append)
    finally:
        healpixel.set_threads(1)
    # Astropy and its like are not to be had for every interpreter.
    missing = re.search(r"^\s*ModuleNotFoundError: No module named '(?!healpixel)(.*)'", "".join(said), re.MULTILINE)
    if missing:
        pytest.skip(f"{missing[1]} is not installed")
    assert runner.failures == 0, "".join(said)


def public() -> Iterator[tuple[str, object]]:
    for name in healpixel.__all__:
        thing = getattr(healpixel, name)
        if inspect.ismodule(thing):
            yield from ((f"{name}.{key}", getattr(thing, key)) for key in thing.__all__)
        elif callable(thing):
            yield name, thing
            if inspect.isclass(thing):
                keys = [key for key in vars(thing) if not key.startswith("_")]
                yield from ((f"{name}.{key}", getattr(thing, key)) for key in keys)


def test_everything_public_is_documented() -> None:
    plain = [name for name, thing in public() if callable(thing) or inspect.isdatadescriptor(thing)]
    bare = [name for name, thing in public() if name in plain and not inspect.getdoc(thing)]
    assert bare == []
