"""The picture of the floors: each package above all that it imports."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DRAWN = runpy.run_path(str(ROOT / "scripts" / "floors.py"))


@pytest.mark.parametrize(
    ("graph", "floors"),
    [
        ({"a": set()}, [["a"]]),
        ({"a": {"b"}, "b": set()}, [["b"], ["a"]]),
        ({"a": {"b", "c"}, "b": {"c"}, "c": set()}, [["c"], ["b"], ["a"]]),
        ({"a": {"c"}, "b": {"c"}, "c": set()}, [["c"], ["a", "b"]]),
        ({"a": {"b"}, "b": {"a", "c"}, "c": set(), "d": {"a"}}, [["c"], ["a", "b"], ["d"]]),  # a circle
    ],
)
def test_each_floor_stands_on_what_it_imports(graph, floors):
    assert DRAWN["floors"](graph) == floors


def test_the_picture_changes_with_an_import():
    graph = DRAWN["imports"]()
    assert DRAWN["picture"](graph | {"dates": {"cli"}}) != DRAWN["picture"](graph)


def test_packages_in_packages_are_drawn_and_modules_are_not():
    rooms = set(DRAWN["imports"]())
    assert {"extract", "extract/timex", "extract/toponyms", "export/html", "dates", "__main__"} <= rooms
    assert not {"extract/pipeline", "export/ics", "dates/value"} & rooms
