"""Time how soon commands answer, beside the least that a program with the same libraries takes.

    python benchmarks/startup.py [--rounds N] [--large]

Every row is a ratio of two commands that run in turn, each after one run that fills the caches; the medians are
compared. --large adds timelines of 10,000 and 100,000 events, generated from a seed; that takes minutes.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

EMPTY = '''\
from typing import Annotated
import typer
app = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode=None)
def _version(wanted: bool) -> None:
    if wanted:
        raise typer.Exit
@app.callback(invoke_without_command=True)
def _options(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print it.")] = False,
) -> None:
    """Do nothing."""
@app.command()
def draw() -> None:
    """Draw one line."""
    from rich.console import Console
    Console().print("one line")
app()
'''
TOWNS = ("Austin", "Dallas", "Houston", "El Paso", "Laredo", "Lubbock", "Waco", "Amarillo", "Tyler", "Brownsville")
TRAVIS = 25  # events in Travis County, as in the shipped timeline, whatever the total
IN_A_FILE = 1_000


class Row(NamedTuple):
    """What was timed, the milliseconds of both commands, and how many times as long the first one takes."""

    what: str
    ours: float
    theirs: float

    @property
    def ratio(self) -> float:
        """Return how many times as long ours takes."""
        return self.ours / self.theirs


def rows(rounds: int = 15, *, large: bool = False) -> list[Row]:
    """Return what was measured."""
    with tempfile.TemporaryDirectory() as name, _prepared(Path(name)):
        folder = Path(name)
        empty = [sys.executable, str(folder / "empty.py")]
        raidline = [sys.executable, "-m", "raidline"]
        show = [*raidline, "show", "--place", "Travis County"]
        compared = [
            ("raidline --help, beside an empty typer program", [*raidline, "--help"], [*empty, "--help"]),
            ("show through a pipe, beside one line of typer and rich", [*raidline, "show"], [*empty, "draw"]),
            ("show drawn by rich, beside the same", [*raidline, "show", "--format", "table"], [*empty, "draw"]),
        ]
        for count in (10_000, 100_000) if large else ():
            data = folder / f"{count}"
            data.mkdir()
            write_events(data, count)
            what = f"show --place, {count:,} events read before, beside the shipped ones"
            compared.append((what, [*show, "--data", str(data)], show))
        return [_row(what, ours, theirs, rounds) for what, ours, theirs in compared]


@contextmanager
def _prepared(folder: Path) -> Iterator[None]:
    """Lay out what the commands need: compiled modules, as an installed package has them, and a cache of their own."""
    (folder / "empty.py").write_text(EMPTY, encoding="utf-8")
    before, here = dict(os.environ), Path.cwd()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ |= {"PYTHONPYCACHEPREFIX": str(folder / "compiled"), "RAIDLINE_CACHE": str(folder / "cache")}
    os.chdir(folder)  # away from data/events.yaml
    try:
        yield
    finally:
        os.chdir(here)
        os.environ.clear()
        os.environ.update(before)


def _row(what: str, ours: Sequence[str], theirs: Sequence[str], rounds: int) -> Row:
    _milliseconds(ours)
    time.sleep(3.1)  # a file of this moment is looked at again, and then known for good
    for command in (theirs, ours, ours):
        _milliseconds(command)
    taken = [(_milliseconds(ours), _milliseconds(theirs)) for _ in range(rounds)]
    return Row(what, *map(median, zip(*taken, strict=True)))


def _milliseconds(command: Sequence[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return 1000 * (time.perf_counter() - began)


def write_events(folder: Path, count: int) -> None:
    """Write so many invented events into files of a thousand, a few of them in Travis County."""
    rng = random.Random(5)  # noqa: S311 - no secret
    travis = frozenset(rng.sample(range(count), TRAVIS))
    for first in range(0, count, IN_A_FILE):
        numbers = range(first, min(count, first + IN_A_FILE))
        events = "".join(_event(rng, n, "Travis County" if n in travis else rng.choice(TOWNS[1:])) for n in numbers)
        (folder / f"{first:06}.yaml").write_text(f"events:\n{events}", encoding="utf-8")


def _event(rng: random.Random, number: int, where: str) -> str:
    quote = "Words of a quote that go on for a while. " * 3
    return f"""\
  - id: event-{number}
    date: {rng.randint(2000, 2025)}-{rng.randint(1, 12):02}
    title: Invented event number {number}, with a title of some length
    kind: {rng.choice(["policy", "operation"])}
    places: ["{where}, Texas"]
    counts: {{arrested: at least 51}}
    summary: A sentence of the summary that is long enough to be folded by whoever writes it.
    sources:
      - {{url: "https://herald.example/{number}", publisher: Herald, published: 2025-12-31, quote: "{quote}It ends."}}
"""


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--large", action="store_true")
    options = parser.parse_args()
    for row in rows(options.rounds, large=options.large):
        print(f"{row.what:72}{row.ours:8.0f} ms{row.theirs:8.0f} ms{row.ratio:7.2f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
