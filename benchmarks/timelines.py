"""Invented timelines by the thousand of events, the same every time, for measuring what is made of them.

A plain event has one source with a quote. A rich one has several, names public bodies, differs from one of its sources,
may be corrected, and quotes a stored report with a text of some length.

    python benchmarks/timelines.py plain|rich NUMBER FOLDER
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from raidline.places.containment import counties_of
from raidline.places.gazetteer import rows
from raidline.places.jurisdiction import Jurisdiction
from raidline.places.lookup import decided, state_of
from raidline.places.reading import by_code

SMALLEST = 100_000  # people of a town in which events happen
IN_A_FILE = 1_000  # events
YEARS = (2000, 2025)
KINDS = ("policy", "operation", "order", "hearing", "ruling", "protest")
BODIES = ("ICE", "Sheriff's Office", "Police Department", "CBP", "County Commissioners")
PAPERS = ("Herald", "Morning Ledger", "Valley Courier", "Public Radio", "Evening Post", "Weekly Record", "Channel 9")
_WORDS = """
the agency officers detained people after a traffic stop near the courthouse and the council asked for a report
residents said the vans arrived before dawn while the sheriff answered that deputies took no part in it because
an agreement ended last spring and the jail no longer holds anyone without an order signed by a judge
"""


def write(folder: Path, sort: str, count: int) -> Path:
    """Write a timeline of so many plain or rich events into a new folder; return the folder of its events."""
    events = folder / "events"
    events.mkdir(parents=True)
    chance = random.Random(f"{sort} {count}")  # noqa: S311 - no secret
    told = list(_plain(chance, count) if sort == "plain" else _rich(chance, count, folder / "articles"))
    for first in range(0, count, IN_A_FILE):
        text = "".join(told[first : first + IN_A_FILE])
        (events / f"{first:06}.yaml").write_text(f"events:\n{text}", encoding="utf-8")
    return events


def one_more(events: Path, number: int = 0) -> None:
    """Add an event to the newest file of a timeline."""
    newest = max(events.glob("*.yaml"))
    chance = random.Random(number)  # noqa: S311 - as above
    with newest.open("a", encoding="utf-8") as file:
        file.write(next(_plain(chance, 1, name=f"one-more-{number}")))


def _plain(chance: random.Random, count: int, name: str = "event") -> Iterator[str]:
    for number in range(count):
        yield _opening(chance, f"{name}-{number}") + f"    sources:\n{_source(chance, number, 3)}"


def _rich(chance: random.Random, count: int, articles: Path) -> Iterator[str]:
    articles.mkdir()
    for number in range(count):
        quote = _sentence(chance, 30)
        if number % 4 == 0:  # every fourth cites a stored report of its own
            body = "\n\n".join([_sentence(chance, 90), f"{_sentence(chance, 40)} {quote}", _sentence(chance, 90)])
            head = f"title: Report {number}\npublisher: {chance.choice(PAPERS)}\npublished: 2025-12-31"
            (articles / f"report-{number}.md").write_text(f"---\n{head}\n---\n\n{body}\n", encoding="utf-8")
            stored = f"      - {{article: report-{number}, quote: {json.dumps(quote)}}}\n"
        else:
            stored = ""
        others = "".join(_source(chance, number * 10 + one, 30) for one in range(chance.randint(2, 4)))
        bodies = ", ".join(f'"{name}"' for name in chance.sample(BODIES, chance.randint(1, 2)))
        notes = f"    notes: {_sentence(chance, 60)}\n" if number % 3 == 0 else ""
        amended = ""
        if number % 50 == 0:
            amended = "    corrections:\n      - {day: 2026-01-15, text: The number of people arrested was wrong.}\n"
        differing = '        says: {counts: {arrested: "12"}}\n' if number % 5 == 0 else ""
        last = (
            f'      - url: "https://other.example/{number}"\n        publisher: {chance.choice(PAPERS)}\n'
            f"        published: 2025-12-30\n{differing}"
        )
        yield _opening(chance, f"event-{number}", 60) + (
            f"    agencies: [{bodies}]\n{notes}{amended}    sources:\n{stored}{others}{last}"
        )


def _opening(chance: random.Random, name: str, words: int = 14) -> str:
    day = f"{chance.randint(*YEARS)}-{chance.randint(1, 12):02}"
    if chance.random() < 0.7:
        day += f"-{chance.randint(1, 28):02}"
    return (
        f"  - id: {name}\n    date: {day}\n    title: Invented event {name}, {_sentence(chance, 6)}\n"
        f"    kind: {chance.choice(KINDS)}\n    places: [{json.dumps(_place(chance).full_name)}]\n"
        f"    counts: {{arrested: at least {chance.randint(2, 90)}}}\n    summary: {_sentence(chance, words)}\n"
    )


def _source(chance: random.Random, number: int, words: int) -> str:
    quote = f"Words of a quote that go on for a while, {_sentence(chance, max(words, 12))}"
    paper = chance.choice(PAPERS)
    head = f'url: "https://herald.example/{number}", publisher: {paper}, published: 2025-12-31'
    return f"      - {{{head}, quote: {json.dumps(quote)}}}\n"


def _sentence(chance: random.Random, words: int) -> str:
    return f"{' '.join(chance.choices(_WORDS.split(), k=words))}."


def _place(chance: random.Random) -> Jurisdiction:
    town = chance.choices(_towns(), cum_weights=_weights())[0]
    return chance.choices((town, counties_of(town)[0][0], state_of(town)), (80, 15, 5))[0]


@cache
def _towns() -> list[Jurisdiction]:
    found = [place for code in rows() if len(code) == 7 and (place := by_code(code)).population >= SMALLEST]
    return [place for place in found if decided(place.full_name) == place]


@cache
def _weights() -> list[int]:
    total, sums = 0, []
    for place in _towns():
        total += place.population
        sums.append(total)
    return sums


if __name__ == "__main__":
    write(Path(sys.argv[3]), sys.argv[1], int(sys.argv[2]))
