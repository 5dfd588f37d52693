"""Time `raidline check` on a large timeline with its articles, generated from a seed.

    python benchmarks/check.py [--events N] [--articles N] [--profile]

Prints how much of the processor's time loading, reading the articles and each rule take. Half of the events quote their
article, the others require reading it; one in a hundred is wrong, so that messages are made too.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from raidline.article import by_id
from raidline.check import RULES, run_checks
from raidline.check.rule import Rule
from raidline.reading.files import read_articles
from raidline.store.load import load_events

Result = TypeVar("Result")

TOWNS = ("Austin", "Dallas", "Houston", "El Paso", "Laredo", "Lubbock", "Waco", "Amarillo", "Tyler", "Brownsville")
DEEDS = ("sweep across", "arrest workers in", "search homes in", "wait outside a court in", "stop buses in")
FILLER = (
    "The agency said in a statement that its officers follow the law and that the operation was routine. "
    "Neighbors told another story; some had seen unmarked cars since the morning, others heard of it on the radio. "
    "City officials said they had not been told, and asked the council to meet again next month. "
)


def article(number: int, published: date, deeds: Sequence[tuple[date, str, str, int]]) -> str:
    """Return an article that reports some acts, about as long as a local report."""
    told = "\n\n".join(f"{sentence(*deed)} {FILLER}" for deed in deeds)
    head = f"id: report-{number}\ntitle: Report {number}\npublisher: Paper {number % 40}\npublished: {published}"
    return f"---\n{head}\n---\n{told}\n"


def sentence(day: date, town: str, deed: str, arrested: int) -> str:
    """Return the sentence that reports an act, which is also the quote."""
    return f"Federal agents came to {deed} {town}, Texas, on {day:%B} {day.day}, and {arrested} people were arrested."


def make(folder: Path, events: int, articles: int) -> None:
    """Write events.yaml and its articles."""
    chance = random.Random(20170201)  # noqa: S311 - the same timeline every time
    (folder / "articles").mkdir()
    per_article = -(-events // articles)
    written = ["events:\n"]
    for number in range(articles):
        published = date(2010, 1, 8) + timedelta(days=chance.randrange(5_000))
        deeds = [
            (
                published - timedelta(days=chance.randrange(1, 7)),
                chance.choice(TOWNS),
                chance.choice(DEEDS),
                chance.randrange(2, 90),
            )
            for _ in range(per_article)
        ]
        (folder / "articles" / f"report-{number}.md").write_text(article(number, published, deeds), encoding="utf-8")
        for nth, deed in enumerate(deeds[: events - number * per_article]):
            written.append(event(f"{number}-{nth}", number, deed, quoted=nth % 2 == 0, wrong=chance.random() < 0.01))
    (folder / "events.yaml").write_text("".join(written), encoding="utf-8")


def event(name: str, report: int, deed: tuple[date, str, str, int], *, quoted: bool, wrong: bool) -> str:
    """Return an event in YAML; a wrong one is a fortnight early and in another town."""
    day, town, what, arrested = deed
    quote = f"\n        quote: {sentence(*deed)}" if quoted else ""
    if wrong:
        day, town = day - timedelta(days=14), TOWNS[TOWNS.index(town) - 1]
    return (
        f"  - id: event-{name}\n    date: {day}\n    title: Agents {what} {town} ({name})\n    kind: operation\n"
        f'    places: ["{town}, Texas"]\n    counts: {{arrested: {arrested}}}\n'
        f"    sources:\n      - article: report-{report}{quote}\n"
    )


def timed(what: str, work: Callable[[], Result]) -> Result:
    """Do the work and print how long it took."""
    began = time.process_time()
    result = work()
    print(f"{time.process_time() - began:8.2f} s  {what}")
    return result


def by_rule(rules: Iterable[Rule]) -> Iterator[Rule]:
    """Yield the rules, and print how long each of the slower ones took."""
    for rule in rules:
        began = time.process_time()
        yield rule
        if (took := time.process_time() - began) > 0.05:
            print(f"{took:8.2f} s    {rule.name}")


def main() -> None:
    """Make a timeline, check it, and print the times."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--articles", type=int, default=2_500)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder, options.events, options.articles)
        began = time.process_time()
        loaded = timed("loading the events", lambda: load_events([folder / "events.yaml"]))
        articles, _ = timed("reading the articles from disk", lambda: read_articles([folder / "articles"]))
        index = by_id(articles)
        problems = timed(f"{len(RULES)} rules", lambda: run_checks(loaded, index, today=date(2026, 1, 1), each=by_rule))
        took, characters = time.process_time() - began, sum(len(one.text) for one in articles)
        print(f"{took:8.2f} s  {len(loaded.records):,} events, {characters:,} characters of articles")
        print(f"{len(problems):,} problems")


if __name__ == "__main__":
    main()
