"""A command loads what it needs and nothing else: whoever types it waits for every module."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from raidline.cli.app import COMMANDS, app

DATA = Path(__file__).resolve().parents[1] / "data"
# Not `-X importtime`, which knows nothing of what is loaded by name.
PROGRAM = """\
import sys
from raidline.cli import main
try:
    main()
finally:
    print(*sys.modules, file=sys.stderr)
"""
READERS = {"dateparser", "trafilatura", "htmldate", "lxml", "warcio"}
WRITERS = {"icalendar", "jinja2", "rich"}
MANY = {"concurrent.futures", "multiprocessing", "asyncio", "distributed", "dask"}
YAML = {"yaml", "raidline.yamltext", "raidline.lexicon", "raidline.store.load", "raidline.store.validation"}
WORK = {
    "raidline.check",
    "raidline.extract",
    "raidline.publish",
    "raidline.merging.merge",
    "raidline.review.desk",
    "raidline.timeline.diff",
}
ALL = READERS | WRITERS | MANY | YAML | WORK
HELP = ALL | {"raidline.models", "raidline.places.lookup", "raidline.timeline.build", "raidline.terminal", "sqlite3"}
FIRST_HELP = HELP | {"pydantic", "raidline.cli.show", "raidline.cli.check", "raidline.cli.extract"}


@pytest.fixture(scope="module")
def imports(tmp_path_factory):
    """Return the modules that a command loads; what it reads has been read before, and is in the cache."""
    folder = tmp_path_factory.mktemp("startup")
    environment = {**os.environ, "RAIDLINE_CACHE": str(folder / "cache"), "PYTHONIOENCODING": "utf-8"}

    def run(*args):
        command = [sys.executable, "-c", PROGRAM, *args]
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=True)
        return set(done.stderr.splitlines()[-1].split(" "))

    run("show")
    return run


@pytest.mark.parametrize(
    ("args", "needed", "not_needed"),
    [
        ("--help", "typer", FIRST_HELP),
        ("--version", "typer", FIRST_HELP),
        ("show --help", "raidline.cli.show", HELP),
        ("check --help", "raidline.cli.check", HELP),
        ("extract --help", "raidline.cli.extract", HELP),
        ("review --help", "raidline.cli.review", HELP),
        ("publish --help", "raidline.cli.publish", HELP),
        ("show", "raidline.terminal", ALL | {"raidline.export"}),
        ("show --since 2017 --place Austin", "raidline.terminal", ALL | {"raidline.export"}),
        ("show --format table", "rich", ALL - {"rich"} | {"raidline.export"}),
        ("show --format json", "raidline.export", ALL | {"raidline.terminal"}),
        ("show --since Feb/3/2017", "dateparser", WRITERS | MANY | {"trafilatura", "lxml", "raidline.store.load"}),
        ("export --format csv", "csv", ALL | {"raidline.terminal"}),
        ("export --format json", "json", ALL | {"raidline.terminal"}),
        ("export --format geojson", "json", ALL | {"raidline.terminal"}),
        ("export --format ics", "raidline.export.ics", ALL | {"raidline.terminal"}),
        ("export --format html", "jinja2", ALL - {"jinja2"} | {"raidline.terminal"}),
        ("lookup Austin", "raidline.places.lookup", ALL | {"raidline.models"}),
        ("schema", "raidline.models", ALL | {"raidline.places.lookup"}),
        (f"fmt --check {DATA / 'events.yaml'}", "yaml", READERS | WRITERS | MANY | WORK),
        (f"check {DATA / 'events.yaml'}", "yaml", READERS | WRITERS | MANY),
        (f"extract {DATA / 'articles'}", "raidline.extract", READERS | WRITERS | {"multiprocessing", "distributed"}),
    ],
    ids=lambda value: value.replace(f"{DATA}{os.sep}", "") if isinstance(value, str) else "",
)
def test_a_command_loads_only_what_it_needs(imports, args, needed, not_needed):
    loaded = imports(*args.split(" "))
    assert needed in loaded
    assert sorted(loaded & not_needed) == []


def test_publishing_what_did_not_change_loads_nothing_that_makes_pages(imports):
    args = ("publish", "site", "--data", str(DATA / "events.yaml"), "--articles", str(DATA / "articles"))
    imports(*args)
    loaded = imports(*args)
    assert "raidline.publish.folder" in loaded
    assert sorted(loaded & (ALL - {"raidline.publish"} | {"raidline.reading.files", "raidline.privacy.names"})) == []


def test_importing_the_package_loads_nothing():
    program = "import sys; before = set(sys.modules); import raidline; print(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-S", "-c", program], capture_output=True, text=True, check=True,
                          env={**os.environ, "PYTHONPATH": str(DATA.parent / "src")})  # fmt: skip
    assert [name for name in done.stdout.split() if name.startswith("raidline")] == ["raidline"]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_words_for_a_command_begin_its_help(name):
    word = f"{name}_" if name == "import" else name
    first = getattr(import_module(f"raidline.cli.{word}"), word).__doc__.partition("\n")[0]
    assert first.partition(":")[0].partition(",")[0] == COMMANDS[name]


def test_every_module_with_a_command_is_in_the_table():
    folder = Path(import_module("raidline.cli").__file__).parent
    having = {path.stem for path in folder.glob("*.py") if f"\ndef {path.stem}(" in path.read_text(encoding="utf-8")}
    assert {"show", "check", "import_"} <= having
    assert {name.rstrip("_") for name in having} == set(COMMANDS)


def test_the_help_lists_the_commands_in_their_order(run):
    code, out, _ = run("--help")
    listed = re.findall(r"^  (\w+) ", out[out.index("Commands:") :], re.MULTILINE)
    assert (code, listed) == (0, list(COMMANDS))
    assert [command.name for command in app.registered_commands] == list(COMMANDS)
