"""The floors of the building: a module imports only from lower floors, and no imports go round in circles."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SRC = Path(__file__).resolve().parents[1] / "src" / "raidline"

FLOORS = {
    "merging": 4,
    "files": 2,
    "errors": 1,
    "inert": 1,
    "kinds": 1,
    "phrasing": 1,
    "counts": 2,
    "dates": 2,
    "yamltext": 2,
    "lexicon": 3,
    "models": 3,
    "article": 4,
    "extract": 4,
    "places": 4,
    "store": 4,
    "timeline": 4,
    "check": 5,
    "explain": 5,
    "cache": 5,
    "corpus": 5,
    "reading": 4,
    "review": 5,
    "export": 5,
    "importing": 5,
    "privacy": 4,
    "publish": 5,
    "terminal": 6,
    "": 6,  # raidline/__init__.py, the verbs
    "cli": 7,
    "__main__": 8,
}
ONLY_IMPORTER = {"rich": "terminal", "yaml": "yamltext"}
FORBIDDEN = {("extract", "store")}  # a machine's candidates never reach the curated file by themselves

Sources = Mapping[str, str]  # module name within the package ("", "cli.show") -> its source


def read_sources() -> dict[str, str]:
    modules = {}
    for path in SRC.rglob("*.py"):
        parts = path.relative_to(SRC).with_suffix("").parts
        modules[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path.read_text(encoding="utf-8")
    return modules


def top(module: str) -> str:
    return module.partition(".")[0]


def imported(name: str, source: str, modules: Sources) -> Iterator[tuple[str | None, str]]:
    """(module of ours or None, outside package or "") for every import in `source`, deferred ones included."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name or '__init__'}: import by full name, not by dots"
            names = [
                f"{node.module}.{alias.name}"
                if f"{node.module}.{alias.name}".removeprefix("raidline.") in modules
                else str(node.module)
                for alias in node.names
            ]
        else:
            continue
        for full in names:
            package, _, rest = full.partition(".")
            yield (rest, "") if package == "raidline" else (None, package)


def violations(modules: Sources) -> list[str]:
    found = []
    graph: dict[str, set[str]] = {}
    for name, source in modules.items():
        here = top(name)
        if here not in FLOORS:
            found.append(f"{name}: has no floor; add it to FLOORS and to the design")
            continue
        for ours, outside in imported(name, source, modules):
            if ours is None:
                if ONLY_IMPORTER.get(outside, here) != here:
                    found.append(f"{name}: only {ONLY_IMPORTER[outside]} imports {outside}")
                continue
            graph.setdefault(name, set()).add(ours)
            if FLOORS.get(top(ours), 0) > FLOORS[here]:
                found.append(f"{name}: imports {ours or '__init__'} from a higher floor")
            if (here, top(ours)) in FORBIDDEN:
                found.append(f"{name}: never imports {ours}")
    try:
        TopologicalSorter({name: needs - {name} for name, needs in graph.items()}).prepare()
    except CycleError as error:
        found.append("imports go round in a circle: " + " -> ".join(error.args[1]))
    return found


def test_the_modules_are_found():
    modules = read_sources()
    assert {"", "cli", "errors", "export", "models", "terminal"} <= set(modules)


def test_every_module_keeps_its_floor():
    assert violations(read_sources()) == []


@pytest.mark.parametrize(
    ("module", "source", "complaint"),
    [
        ("timeline", "from raidline.terminal import show", "higher floor"),
        ("timeline", "from raidline import terminal", "higher floor"),
        ("timeline", "import raidline.cli", "higher floor"),
        ("dates", "def f():\n    from raidline.models import Event", "higher floor"),
        ("models", "from raidline import __version__", "imports __init__ from a higher floor"),
        ("extract.pipeline", "from raidline.store.load import save", "never imports store"),
        ("cli.show", "from rich.console import Console", "only terminal imports rich"),
        ("store", "import yaml", "only yamltext imports yaml"),
        ("gadgets", "import os", "has no floor"),
        ("inert", "from raidline.phrasing import listed", "circle"),
    ],
)
def test_a_broken_floor_is_caught(module, source, complaint):
    modules = {
        "": "",
        "cli": "",
        "phrasing": "from raidline.inert import shown",
        "models": "",
        "store": "",
        "terminal": "",
    }
    assert any(complaint in found for found in violations(modules | {module: source}))


def test_a_same_floor_import_without_a_circle_is_fine():
    assert violations({"": "", "inert": "import re", "phrasing": "from raidline.inert import shown"}) == []
