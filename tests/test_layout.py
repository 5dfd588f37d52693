"""The floors of the building: a module imports only from lower floors, and no imports go round in circles.

Imports inside functions and those for types alone count like all others.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from raidline.cache import database

SRC = Path(__file__).resolve().parents[1] / "src" / "raidline"

# From the ground up. A line is a package with all in it that has no line of its own, or a module; `check.*` are the
# modules and packages of `check` that have none, and these do not import each other: what several of them share has a
# line of its own below them.
FLOORS = (
    *("errors", "inert", "memo", "phrasing", "kinds", "values"),
    *("counts", "dates"),
    *("files", "yamltext", "lexicon"),
    *("places.names", "places.jurisdiction", "places.gazetteer", "places"),
    *("models", "article"),
    "store",
    "merging.words",
    "merging.nearness",
    "merging.slips.wording",
    "merging.telling",
    "merging.kinds",
    "merging.slips.judging",
    "merging.acts",
    "merging.sameness",
    *("extract.timex", "extract.text", "extract.counting", "extract.toponyms"),
    *("extract.events", "extract.decide"),
    *("extract.proposals", "extract"),
    "merging",
    "privacy",
    *("reading", "cache", "corpus"),
    *("saving.address", "saving.proxies", "saving.answer", "saving"),
    "timeline",
    "review",
    "explain",
    *(
        "check.naming",
        "check.reading",
        "check.rule",
        "check.sourced_values",
        "check.meaning",
        "check.bare_name",
        "check.reckoning",
        "check.numbers.persons",
        "check.numbers.money",
        "check.numbers.numbering",
        "check.numbers.numerals",
        "check.numbers.slips",
        "check.numbers",
        "check.quoted",
        "check.numbers.counted",
    ),
    *(
        "check.passage",
        "check.ordering",
        "check.revision",
        "check.rules.*",
        "check",
        "check.mending",
        "check.pages",
        "check.reporting.excerpt",
        "check.reporting.grouping",
        "check.reporting.sarif",
    ),
    "check.reporting.formats",
    "interchange",
    *("export.options", "export.omission", "export.addresses", "export.identity", "export.markup", "export.extent"),
    *("export.html.spans", "export.html.rendering"),  # feeds are made from templates too
    *("export.*", "export"),
    "publish",
    *(
        "importing.records",
        "importing.wording",
        "importing.remarks",
        "importing.tables.headings",
        "importing.tables.layout",
        "importing.forms.slides",
        "importing.guessing.words",
        "importing.days",
        "importing.forms.bibliography",
        "importing.forms.periods",
        "importing.forms.cases",
        "importing.sources.links",
        "importing.sources.copies",
        "importing.sources.inline",
        "importing.sources.markup",
        "importing.sources.nested",
        "importing.own",
        "importing.tables",
        "importing.objects",
        "importing.markdown.entries",
        "importing.markdown.placed",
        "importing.markdown.headed",
        "importing.*",
        "importing.readers",
        "importing.guessing.cells",
        "importing.guessing",
        "importing.columns",
        "importing.conventions.answered",
        "importing.conventions.onestate",
    ),
    *(
        "importing.rows",
        "importing.sources",
        "importing.counting",
        "importing.dating",
        "importing.placing",
        "importing.naming",
        "importing.telling",
    ),
    *("importing.events", "importing"),
    "importing.lists",
    "terminal",
    "",  # raidline/__init__.py, the verbs
    "cli",
    "__main__",
)
# What lies outside, and who alone imports it: a package or a module of ours
ONLY_IMPORTERS = {
    "rich": {"terminal"},
    "yaml": {"yamltext"},
    "urllib3": {"saving"},  # nothing else opens the network
    "protego": {"saving"},
    "feedparser": {"saving"},
    "socket": {"saving", "files.lockfile"},  # the name of the host
    "http": {"saving"},
    "ssl": {"saving"},
    "dateparser": {"cli.date_input", "importing.days.spelling"},  # people typed these dates; running text it misreads
}
FORBIDDEN = {
    ("extract", "store"),  # a machine's candidates never reach the curated file by themselves
    ("importing", "export"),  # what both need is in interchange
    ("publish", "check"),
    ("timeline.diff", "timeline.wording"),  # it finds values; diff_wording says them
    ("timeline.diff", "dates.words"),
}

AT_THE_ROOT = {"__init__", "__main__", "models", "article", "errors", "inert", "phrasing"}
MOST_FILES = 15  # in a folder
TABLES = {"cli", "check/rules", "export", "extract/timex", "lexicon"}  # folders in which each file is a row of a table
MOST_LINES = 300  # in a module

Sources = Mapping[str, str]  # module name within the package ("", "cli.show") -> its source


def read_sources() -> dict[str, str]:
    modules = {}
    for path in SRC.rglob("*.py"):
        parts = path.relative_to(SRC).with_suffix("").parts
        modules[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path.read_text(encoding="utf-8")
    return modules


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


def floor_of(module: str) -> str | None:
    """The line of FLOORS that a module is on: the longest that names it or a package around it."""
    parts = module.split(".")
    for length in range(len(parts), 0, -1):
        line = ".".join(parts[:length])
        siblings = ".".join([*parts[: length - 1], "*"])
        if line in FLOORS and (length == len(parts) or f"{line}.*" not in FLOORS):
            return line
        if length > 1 and siblings in FLOORS:
            return siblings
    return None


def within(module: str, folder: str) -> bool:
    return module == folder or module.startswith(f"{folder}.")


def between(here: str, there: str) -> str | None:
    """What is wrong with importing the module `there` from `here`."""
    mine, theirs = floor_of(here), floor_of(there)
    if mine is None or theirs is None:
        return None  # told of by itself
    if FLOORS.index(theirs) > FLOORS.index(mine):
        return f"{here}: imports {there or '__init__'} from a higher floor"
    if mine == theirs and mine.endswith(".*"):
        depth = mine.count(".")
        if here.split(".")[depth] != there.split(".")[depth]:
            return f"{here}: imports its sibling {there}; what both need has a floor of its own"
    return None


def violations(modules: Sources) -> list[str]:
    found = []
    graph: dict[str, set[str]] = {}
    for name, source in modules.items():
        if floor_of(name) is None:
            found.append(f"{name}: has no floor; add it to FLOORS and to the design")
        for ours, outside in imported(name, source, modules):
            if ours is None:
                if outside in ONLY_IMPORTERS and not any(within(name, one) for one in ONLY_IMPORTERS[outside]):
                    found.append(f"{name}: only {' and '.join(sorted(ONLY_IMPORTERS[outside]))} import {outside}")
                continue
            graph.setdefault(name, set()).add(ours)
            if wrong := between(name, ours):
                found.append(wrong)
            if any(within(name, one) and within(ours, other) for one, other in FORBIDDEN):
                found.append(f"{name}: never imports {ours}")
    try:
        TopologicalSorter({name: needs - {name} for name, needs in graph.items()}).prepare()
    except CycleError as error:
        found.append("imports go round in a circle: " + " -> ".join(error.args[1]))
    return found


def crowds(paths: Mapping[str, int]) -> list[str]:
    """What is wrong with the tree: `paths` are those of all files, "extract/pipeline.py", with their lines."""
    found = []
    folders: dict[str, list[str]] = {}
    for path, lines in paths.items():
        folder, _, name = path.rpartition("/")
        folders.setdefault(folder, []).append(name)
        if path.endswith(".py") and lines > MOST_LINES:
            found.append(f"{path}: has {lines} lines, more than {MOST_LINES}; divide it")
        if not folder and path.endswith(".py") and path.removesuffix(".py") not in AT_THE_ROOT:
            found.append(f"{path}: stands at the root; put it into a package")
    for folder, names in folders.items():
        if len(names) > MOST_FILES and folder not in TABLES:
            found.append(f"{folder}: holds {len(names)} files, more than {MOST_FILES}; divide it")
    return found


def read_lines() -> dict[str, int]:
    return {
        path.relative_to(SRC).as_posix(): len(path.read_bytes().splitlines())
        for path in SRC.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_modules_are_found():
    modules = read_sources()
    assert {"", "cli", "errors", "export", "models", "terminal"} <= set(modules)


def test_every_module_keeps_its_floor():
    assert violations(read_sources()) == []


def needed_by(module: str, modules: Sources) -> set[str]:
    """The modules that a module imports, and those that they import, with the packages around them."""
    waiting, found = [module], set()
    while waiting:
        name = waiting.pop()
        if name in found or name not in modules:
            continue
        found.add(name)
        parts = name.split(".")
        waiting += (".".join(parts[:length]) for length in range(1, len(parts)))
        waiting += (ours for ours, _ in imported(name, modules[name], modules) if ours)
    return found


def test_the_cache_knows_all_parts_that_make_a_snapshot():
    needed = needed_by("cache.snapshots", read_sources())
    folders = {file_of(name).parent for name in needed} - {SRC}
    assert set(database._PARTS) == {folder.relative_to(SRC).as_posix() for folder in folders}


def test_what_a_module_needs_is_found_through_others():
    chain = {"a": "from raidline import b", "b": "def f():\n    from raidline.c import d", "c": "", "c.d": "", "e": ""}
    assert needed_by("a", chain) == {"a", "b", "c", "c.d"}


def file_of(module: str) -> Path:
    path = SRC.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def empty_floors(modules: Sources) -> list[str]:
    """Lines of FLOORS that stand twice, or on which nothing is."""
    taken = {floor_of(name) for name in modules}
    return [line for line in FLOORS if line not in taken or FLOORS.count(line) > 1]


def test_every_floor_has_something_on_it():
    assert empty_floors(read_sources()) == []


def test_an_empty_floor_is_caught():
    modules = read_sources()
    assert empty_floors({name: "" for name in modules if name != "inert"}) == ["inert"]
    assert empty_floors({name: "" for name in modules if not within(name, "extract.timex")}) == ["extract.timex"]
    assert "check.rules.*" in empty_floors({name: "" for name in modules if floor_of(name) != "check.rules.*"})


def test_no_folder_and_no_module_is_crowded():
    assert crowds(read_lines()) == []


def test_dateparser_is_loaded_where_people_type_dates():
    modules = read_sources()
    loading = {
        name for name in modules for _, outside in imported(name, modules[name], modules) if outside == "dateparser"
    }
    assert loading == ONLY_IMPORTERS["dateparser"]


NAMES = (
    *("", "cli", "models", "errors", "store", "terminal", "extract", "extract.text", "extract.events", "check"),
    *(
        "check.rule",
        "check.rules.spaces",
        "check.rules.cutoff",
        "export",
        "export.ics",
        "export.atom",
        "export.html.page",
    ),
    *("importing.calendars.ical", "importing.timelinejs", "interchange.cells", "publish.site", "places"),
    "places.gazetteer",
)
SKELETON = dict.fromkeys(NAMES, "") | {"phrasing": "from raidline.inert import shown"}


@pytest.mark.parametrize(
    ("module", "source", "complaint"),
    [
        ("timeline", "from raidline.terminal import show", "higher floor"),
        ("timeline", "from raidline import terminal", "higher floor"),
        ("timeline", "import raidline.cli", "higher floor"),
        ("dates", "def f():\n    from raidline.models import Event", "higher floor"),
        ("dates", "if TYPE_CHECKING:\n    from raidline.models import Event", "higher floor"),
        ("models", "from raidline import __version__", "imports __init__ from a higher floor"),
        ("store.load", "from raidline.extract import extract_article", "higher floor"),
        ("extract.text.clauses", "from raidline.extract.events import triggers", "higher floor"),
        ("extract.events.where.focus", "from raidline.extract import pipeline", "higher floor"),
        ("places.gazetteer.lines", "from raidline.places import lookup", "higher floor"),
        ("check.rule", "from raidline.check.rules import spaces", "higher floor"),
        ("check.rules.spaces", "from raidline.check import RULES", "higher floor"),
        ("check.rules.spaces", "from raidline.check.rules import cutoff", "sibling"),
        ("export.ics", "from raidline.export import atom", "sibling"),
        ("export.ics", "from raidline.export.html import page", "sibling"),
        ("export.html.page", "def f():\n    from raidline.export import ics", "sibling"),
        ("importing.timelinejs", "from raidline.importing.calendars import ical", "sibling"),
        ("extract.pipeline", "from raidline.store.load import save", "never imports store"),
        ("importing.timelinejs", "from raidline.export import ics", "never imports export"),
        ("importing.calendars.ical", "def f():\n    from raidline.export.ics import write", "never imports export"),
        ("importing.timelinejs", "if TYPE_CHECKING:\n    from raidline.export import ics", "never imports export"),
        ("export.ics", "from raidline.importing.calendars import ical", "higher floor"),
        ("export.ics", "from raidline.publish import site", "higher floor"),
        ("interchange.cells", "from raidline.export import ics", "higher floor"),
        ("interchange.cells", "from raidline.importing import timelinejs", "higher floor"),
        ("publish.site", "from raidline.check import rule", "never imports check"),
        ("publish.site", "def f():\n    from raidline.check import RULES", "never imports check"),
        ("check.rule", "from raidline.publish import site", "higher floor"),
        ("cli.show", "from rich.console import Console", "only terminal import rich"),
        ("store", "import yaml", "only yamltext import yaml"),
        ("cli.show", "def f():\n    import dateparser", "import dateparser"),
        ("extract.timex.days", "from dateparser.date import DateDataParser", "import dateparser"),
        ("gadgets", "import os", "has no floor"),
        ("inert", "from raidline.phrasing import listed", "higher floor"),
        ("inert", "from raidline.phrasing import listed", "circle"),
    ],
)
def test_a_broken_floor_is_caught(module, source, complaint):
    assert any(complaint in found for found in violations(SKELETON | {module: source}))


def test_a_circle_within_a_floor_is_caught():
    circle = {"dates.value": "from raidline.dates import edtf", "dates.edtf": "from raidline.dates import value"}
    assert any("circle" in found for found in violations(SKELETON | circle))


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("check.rules.spaces", "from raidline.check import rule"),
        ("check", "from raidline.check.rules import spaces"),
        ("export.html.strips", "from raidline.export.html import page"),
        ("extract.pipeline", "from raidline.extract.events import triggers"),
        ("cli.date_input", "def f():\n    import dateparser"),
        ("terminal.plot", "import rich"),
    ],
)
def test_what_keeps_the_floors_is_fine(module, source):
    assert violations(SKELETON | {"inert": ""} | {module: source}) == []


@pytest.mark.parametrize(
    ("paths", "complaint"),
    [
        ({"places/lookup.py": 301}, "places/lookup.py: has 301 lines"),
        ({"cli/show.py": 301}, "more than 300"),
        ({"wording.py": 1}, "stands at the root"),
        ({f"dates/m{n}.py": 1 for n in range(16)}, "dates: holds 16 files"),
        ({f"extract/events/m{n}.py": 1 for n in range(16)}, "extract/events: holds 16 files"),
        ({f"m{n}.txt": 1 for n in range(16)}, ": holds 16 files"),
    ],
)
def test_a_crowd_is_caught(paths, complaint):
    assert any(complaint in found for found in crowds(paths))


@pytest.mark.parametrize(
    "paths",
    [
        {"models.py": 300, "places/lookup.py": 300, "lexicon/triggers.yaml": 900},
        {f"check/rules/m{n}.py": 1 for n in range(40)},
        {f"extract/timex/m{n}.py": 1 for n in range(40)},
        {f"dates/m{n}.py": 1 for n in range(15)},
    ],
)
def test_what_is_no_crowd_is_fine(paths):
    assert crowds(paths) == []
