"""Measure `raidline import` on tables in which no two cells are alike and most dates and places are hard to read.

    python benchmarks/imports.py [--rows 11257] [--agreements 1843] [--formats csv xlsx]

For each table it prints the seconds of the processor and the peak memory of a process of its own. The tables are made
from a seed: reports with dates in words, remarks behind them, addresses and misspelt towns; reports that are easy to
read; and a list in the form of ICE's list of 287(g) agreements. Each is also brought into a timeline, twice.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from raidline.dates.edtf import MONTHS
from raidline.places.gazetteer import table

PLAIN = ("Date", "Headline", "City", "State", "Arrested", "Description", "Link", "Published", "Publisher", "Agency")
REPORTS = ("Date", "Headline", "Location", "Arrested", "Description", "Link", "Published", "Publisher")
AGREEMENTS = ("STATE", "LAW ENFORCEMENT AGENCY", "TYPE", "COUNTY", "SUPPORT TYPE", "SIGNED", "MOA", "ADDENDUM")
DATES = (
    "{month} {day}, {year} at {hour}:05 a.m.",
    "on or about {month} {day}, {year} (#{n})",
    "week of {month} {day}, {year}, per log {n}",
    "{day} {month} {year} / shift {n}",
    "between {month} {day} and {month} 28, {year}",
    "{number}/{day}/{year} {hour}:06:42",
    "sometime in the spring of {year}, tip {n}",
    "approx. {number}/{day}/{year} - see case {n}",
)
PLACES = ("{town}, {state}", "near {town}", "{n} Main St, {town}, {state}", "{short}, {state}", "{town} plant no. {n}")


def reports(rows: int) -> Iterator[Sequence[str]]:
    """Yield the rows of reports, each cell of its own."""
    chance = random.Random(5)  # noqa: S311 - the same table every time
    states = {row[0]: row[2] for row in table("states")}
    for n, place in enumerate(chance.sample(table("places"), rows)):
        day = date(2003, 1, 1) + timedelta(days=chance.randrange(7_000))
        words = {"month": MONTHS[day.month - 1], "number": day.month, "day": day.day, "year": day.year}
        words |= {"n": n, "hour": n % 12 + 1, "town": place[1], "short": place[1][:-1], "state": states[place[0][:2]]}
        yield (
            DATES[n % len(DATES)].format_map(words),
            f"Raid number {n} at a workplace",
            PLACES[n % len(PLACES)].format_map(words),
            f"{n}-{n + 5}",
            f"Officers of unit {n} left after {n * 3} minutes.",
            f"https://paper{n}.example/{day}/raid-{n}",
            "{month} {day}, {year} {hour}:15 PM".format_map(words),
            f"Courier {n}",
        )


def plain(rows: int) -> Iterator[Sequence[str]]:
    """Yield the rows of reports that are easy to read, each an event."""
    chance = random.Random(3)  # noqa: S311 - as above
    states = {row[0]: row[2] for row in table("states")}
    for n, place in enumerate(chance.sample(table("places"), rows)):
        day = date(2003, 1, 1) + timedelta(days=chance.randrange(7_000))
        words = f"Officers of unit {n} left after {n * 3} minutes and took boxes of papers along."
        where = (place[1], states[place[0][:2]])
        source = (f"https://paper{n}.example/{day}/raid-{n}", f"{day + timedelta(days=1)}", f"Courier {n}")
        yield (f"{day}", f"Raid number {n} at a workplace", *where, str(n % 40), words, *source, "ICE")


def agreements(rows: int) -> Iterator[Sequence[str]]:
    """Yield the rows of a list of agreements: sheriffs of counties, one day in seven alike."""
    chance = random.Random(7)  # noqa: S311 - as above
    states = {row[0]: row[2] for row in table("states")}
    for n, county in enumerate(chance.sample(table("counties"), rows)):
        day = date(2025, 1, 1) + timedelta(days=n // 7)
        name, link = county[1], f"https://agency.example/{n}"
        who = (states[county[0][:2]].upper(), f"{name} Sheriff's Office", "County", name)
        yield (*who, "Task Force Model", f"{day:%m/%d/%Y}", f"{link}/moa.pdf", "")


def write(path: Path, headings: Sequence[str], rows: Iterator[Sequence[str]]) -> None:
    """Write a table in the format that its name says."""
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([headings, *rows])
        return
    import openpyxl  # noqa: PLC0415 - an extra

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("List")
    for row in (headings, *rows):
        sheet.append(list(row))
    book.save(path)


def measured(path: Path, *options: str) -> str:
    """Import a table and return what it took; wait4 tells the peak of this process alone."""
    with subprocess.Popen(
        [sys.executable, "-m", "raidline", "import", str(path), *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "RAIDLINE_CACHE": ""},
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return f"{used.ru_utime + used.ru_stime:6.1f} s of the processor  {used.ru_maxrss / 1024:5.0f} MB"


def main() -> None:
    """Make the tables, import each and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rows", type=int, default=11_257)
    parser.add_argument("--agreements", type=int, default=1_843)
    parser.add_argument("--formats", nargs="+", default=["csv", "xlsx"], choices=["csv", "xlsx"])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for suffix in options.formats:
            made = (
                ("reports", REPORTS, reports, options.rows),
                ("plain", PLAIN, plain, options.rows),
                ("agreements", AGREEMENTS, agreements, options.agreements),
            )
            for name, headings, rows, number in made:
                path = Path(folder) / f"{name}.{suffix}"
                write(path, headings, rows(number))
                print(f"{path.name:18}{number:7,} rows {measured(path)}")
                events = path.with_suffix(".yaml")
                events.write_text("events: []\n", encoding="utf-8")
                for what in ("into nothing", "into itself"):
                    print(f"  {what:23}     {measured(path, '--into', str(events))}")
                events.unlink()
                events.with_suffix(".imports.jsonl").unlink()


if __name__ == "__main__":
    main()
