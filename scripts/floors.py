"""Draw the floors of the program from its imports, including those inside functions and for types alone.

`python scripts/floors.py` prints them; scripts/build_docs.py puts them into docs/architecture.md.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from pathlib import Path
from textwrap import wrap

SRC = Path(__file__).resolve().parents[1] / "src" / "raidline"
_INNER = ("extract", "export", "importing")  # packages whose subpackages are drawn too
_WIDTH = 100

Graph = Mapping[str, set[str]]


def room_of(module: str, modules: Iterable[str]) -> str:
    """Return the package under which a module is drawn: "raidline.extract.timex.days" -> "extract/timex"."""
    parts = module.split(".")[1:]
    inner = parts[0] in _INNER and len(parts) > 1 if parts else False
    if inner and any(other.startswith(f"{'.'.join(module.split('.')[:3])}.") for other in modules):
        return "/".join(parts[:2])
    return parts[0] if parts else "__init__"


def imports() -> Graph:
    """Return which packages each package imports from."""
    sources = {}
    for path in SRC.rglob("*.py"):
        parts = ("raidline", *path.relative_to(SRC).with_suffix("").parts)
        sources[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path.read_text(encoding="utf-8")
    graph: dict[str, set[str]] = {}
    for module, source in sources.items():
        needs = graph.setdefault(room_of(module, sources), set())
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("raidline"):
                full = (f"{node.module}.{alias.name}" for alias in node.names)
                needs |= {room_of(name if name in sources else node.module, sources) for name in full}
    return {room: needs - {room} for room, needs in graph.items()}


def floors(graph: Graph) -> list[list[str]]:
    """Return the packages from the ground up, each above all its imports; packages that import each other share one."""
    reach = {room: _reached(room, graph) for room in graph}
    height: dict[str, int] = {}

    def rise(room: str) -> int:
        if room not in height:
            below = [need for need in reach[room] if room not in reach[need]]
            height[room] = 1 + max(map(rise, below), default=-1)
        return height[room]

    drawn: list[list[str]] = [[] for _ in range(1 + max(map(rise, graph)))]
    for room in sorted(graph):
        drawn[height[room]].append(room)
    return drawn


def _reached(room: str, graph: Graph) -> set[str]:
    seen: set[str] = set()
    ahead = [room]
    while ahead:
        new = graph.get(ahead.pop(), set()) - seen
        seen |= new
        ahead += new
    return seen


def picture(graph: Graph) -> str:
    """Return the floors as text, the highest first."""
    lines = []
    for number, rooms in reversed(list(enumerate(floors(graph)))):
        first, *rest = wrap("   ".join(rooms), _WIDTH - 4)
        lines += [f"{number:2}  {first}", *(f"    {line}" for line in rest)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(picture(imports()), end="")
