"""Measure what one decision of `raidline review` costs on a timeline of many events, from the key to the next question.

    python benchmarks/reviewing.py [--events N] [plain|rich ...]

A decision is carried out in the files, what they hold then is read again, and the events near the next candidate are
found. The figures are milliseconds, the median and the worst of twenty.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import timelines
from raidline.models import Event
from raidline.review.deciding import Accept, Choice, Merge, Reject, decide, undo
from raidline.review.desk import Desk, read_desk
from raidline.review.nearness import nearest
from raidline.store.load import load_events

TIMES = 20
CHOICES: dict[str, Callable[[Desk], Choice]] = {
    "accept": lambda _: Accept(title="A title of mine"),
    "merge": lambda desk: Merge(desk.records[len(desk.records) // 2].event.id),
    "reject": lambda _: Reject(),
}


def timeline(folder: Path, sort: str, count: int) -> tuple[Path, list[Event]]:
    """Write a timeline into one file; return it with candidates that are not in it."""
    written = timelines.write(folder / sort, sort, count + TIMES * len(CHOICES))
    texts = (path.read_text(encoding="utf-8").removeprefix("events:\n") for path in sorted(written.glob("*.yaml")))
    parts = "".join(texts).split("  - id: ")[1:]
    path = folder / f"{sort}.yaml"
    path.write_text("events:\n" + "".join(f"  - id: {part}" for part in parts), encoding="utf-8")
    candidates = [record.event for record in load_events([path]).records[count:]]
    path.write_text("events:\n" + "".join(f"  - id: {part}" for part in parts[:count]), encoding="utf-8")
    return path, candidates


def decided(path: Path, candidates: list[Event]) -> dict[str, list[float]]:
    """Return the milliseconds of each decision, and of taking each back."""
    desk = read_desk(path)
    took: dict[str, list[float]] = {what: [] for what in (*CHOICES, "undo")}
    for number, candidate in enumerate(candidates):
        what = list(CHOICES)[number % len(CHOICES)]
        start = time.perf_counter()
        decision = decide(path, candidate, CHOICES[what](desk), before=desk)
        desk = read_desk(path, desk)
        nearest(desk, candidates[number - 1])
        took[what].append((time.perf_counter() - start) * 1e3)
        if number % 2:
            start = time.perf_counter()
            undo(path, decision, before=desk)
            desk = read_desk(path, desk)
            took["undo"].append((time.perf_counter() - start) * 1e3)
    return took


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sorts", nargs="*", metavar="SORT", help="plain, rich; by default both")
    parser.add_argument("--events", type=int, default=2_000)
    options = parser.parse_args()
    for sort in options.sorts or ("plain", "rich"):
        with tempfile.TemporaryDirectory() as name:
            took = decided(*timeline(Path(name), sort, options.events))
        print(f"-- {options.events:,} {sort} events")
        for what, each in took.items():
            print(f"{what:10}{statistics.median(each):8.0f} ms{max(each):8.0f} ms at worst")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
