"""Count what `check` warns of in true events, and in the same events with a day, a city or a number that is false.

    python benchmarks/support.py [--shared DIR] [--set own|learn|blind|pages] [--errors]

The true events are those of annotated reports: the project's own invented ones, those below `DIR` to learn from or kept
blind, and the scraped pages there. Each cites its report without a quote. Days and counts that a report does not have
are warned of rightly: the pages are known by lists that draw on other reports too. `--errors` lists true events warned
of and false ones let through, but of none that is kept blind.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from raidline.article import Article, by_id
from raidline.check.reading import Readings
from raidline.check.rule import Checked
from raidline.check.rules.chronology import source_before_event
from raidline.check.rules.precision import false_precision
from raidline.check.rules.support import count_unsupported, date_unsupported, place_unsupported
from raidline.counts.value import Count
from raidline.dates.value import Edtf
from raidline.models import Event
from raidline.places.containment import within
from raidline.places.lookup import decided, names
from raidline.places.reading import by_code
from raidline.reading.files import read_articles
from raidline.store.load import Record
from raidline.yamltext.reading import load, loads

HERE = Path(__file__).resolve().parent
DATE_RULES = (date_unsupported, false_precision, source_before_event)
WEEK = 7
READINGS = Readings()

Row = tuple[Event, Article]


def annotated(articles: Path, events: Path, wanted: Callable[[str], bool]) -> Iterator[Row]:
    """Yield the annotated events with a day of their own, each with its report."""
    stored = by_id(read_articles([articles])[0])
    for path in sorted(events.glob("*.yaml")):
        data = load(path).data
        if not isinstance(data, dict) or not wanted(path.stem) or str(data["article"]) not in stored:
            continue
        for row in data.get("events") or []:
            counts = {name: text for name, text in (row.get("counts") or {}).items() if _is_count(text)}
            if event := _event(row["date"], row["places"][:1], counts, str(data["article"])):
                yield event, stored[str(data["article"])]


def scraped(folder: Path) -> Iterator[Row]:
    """Yield the one event for which each scraped page is known."""
    pages = [json.loads(line) for line in (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    days = {page["id"]: date.fromisoformat(page["published"][:10]) for page in pages}
    stored = {one["id"]: Article(one["id"], None, "P", days[one["id"]], None, one["text"], folder) for one in pages}
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        cities = [f"{part.strip()}, {row['state']}" for part in row["city"].replace("(", "/").rstrip(")").split("/")]
        city = next((name for name in cities if decided(name)), row["state"])
        counts = {"people": str(row["count"])} if row["count"] else {}
        if event := _event(row["date"], [city], counts, row["id"]):
            yield event, stored[row["id"]]


def _is_count(text: str) -> bool:
    try:
        Count.parse(text)
    except ValueError:
        return False
    return True


def _event(when: str, places: Sequence[str], counts: dict[str, str], article: str) -> Event | None:
    data = {"id": "x", "title": "T", "kind": "other", "status": "occurred", "sources": [{"article": article}]}
    if "planned" in when or not places:
        return None
    return Event.model_validate(data | {"date": when, "places": list(places), "counts": counts})


def warned(rules: Sequence[Callable[..., object]], row: Row, change: dict[str, object]) -> str:
    """Return the first warning of the rules about an event with this change, or ""."""
    event, article = row
    record = Record(event.model_copy(update=change), Path("x.yaml"), 1, 0, loads("events: []", "x.yaml"))
    checked = Checked([record], {article.id: article}, readings=READINGS)
    return next((problem.message for rule in rules for problem in rule(checked)), "")  # type: ignore[attr-defined]


def is_in_text(count: Count, article: Article) -> bool:
    """Whether a number stands in the text as digits or as the words of the annotation; not "50%" or "£7 million"."""
    forms = "|".join(map(re.escape, {count.text, str(count.low), f"{count.low or 0:,}"}))
    alone = rf"(?<![\w.,:$£€-])(?:{forms})(?![\w:%-]|[.,]\d|\s(?:percent|million|billion|[ap]\.?m))"
    return re.search(alone, article.text) is not None


def is_day_in_text(when: date, article: Article) -> bool:
    """Whether a day stands in the text as people write it, or, soon after it, as a weekday or "yesterday"."""
    forms = [f"{when:%B} {when.day}", f"{when:%b}. {when.day}", f"{when.day} {when:%B}", f"{when.month}/{when.day}"]
    forms += [f"{when:%b} {when.day}", when.isoformat()]
    if article.published and 0 <= (article.published - when).days <= WEEK:
        forms += [f"{when:%A}", *(("today", "tonight", "yesterday") if (article.published - when).days <= 1 else ())]
    return any(re.search(rf"(?<![\w/]){re.escape(form)}(?![\d/])", article.text) for form in forms)


def towns(place: str, chance: random.Random) -> tuple[list[str], list[str]]:
    """Return towns elsewhere, and others of the same state."""
    here = decided(place)
    if here is None or here.is_abroad or here.kind not in ("place", "county"):
        return [], []
    near = [one for one in LARGEST[here.state] if not within(one, here) and not within(here, one)]
    far = [one for state, some in LARGEST.items() if state != here.state for one in some[:5]]
    return [one.full_name for one in chance.sample(far, 3)], [
        one.full_name for one in chance.sample(near, min(2, len(near)))
    ]


def _largest() -> dict[str, list[object]]:
    found = defaultdict(dict)
    for codes in names().values():
        for code in codes:
            if len(code) == 7 and code.isdigit():
                place = by_code(code)
                found[place.state][code] = place
    return {state: sorted(places.values(), key=lambda one: -one.population)[:25] for state, places in found.items()}


LARGEST = _largest()


def measure(rows: Sequence[Row], *, errors: bool) -> None:
    """Print the shares, and what they consist of."""
    chance = random.Random(2017)  # noqa: S311 - the same falsifications every time
    told: dict[str, list[bool]] = defaultdict(list)

    def note(what: str, rules: Sequence[Callable[..., object]], row: Row, change: dict[str, object]) -> None:
        message = warned(rules, row, change)
        told[what].append(bool(message))
        wrong = bool(message) if what.startswith("true") else not message
        if errors and wrong:
            value = next(iter(change.values()), (str(row[0].date), *row[0].places))
            print(f"    {what}: {row[1].id}: {value}: {message}")

    for row in rows:
        event, article = row
        when = event.date
        if when.earliest and when.earliest == when.latest:
            note("true date", DATE_RULES[:2], row, {})
            where = "in the text" if is_day_in_text(when.earliest, article) else "not in the text"
            note(f"true date, {where}", DATE_RULES[:2], row, {})
            for _ in range(2):
                moved = when.earliest + timedelta(days=chance.choice((-1, 1)) * chance.randint(3, 40))
                note("false date", DATE_RULES, row, {"date": Edtf.of(moved)})
        far, near = towns(event.places[0], chance)
        if decided(event.places[0]):
            note("true place", [place_unsupported], row, {})
        for town in far:
            note("false place", [place_unsupported], row, {"places": (town,)})
        for town in near:
            note("false place, same state", [place_unsupported], row, {"places": (town,)})
        for name, count in event.counts.items():
            if not count.low or count.low < 2:
                continue
            note("true count", [count_unsupported], row, {"counts": {name: count}})
            where = "in the text" if is_in_text(count, article) else "not in the text"
            note(f"true count, {where}", [count_unsupported], row, {"counts": {name: count}})
            for factor in (chance.choice((2, 3)), chance.choice((0.3, 0.6, 1.4))):
                other = max(2, round(count.low * factor))
                other += other == count.low
                note("false count", [count_unsupported], row, {"counts": {name: Count.parse(str(other))}})
    for what in sorted(told, reverse=True):
        print(f"  {what:26} {sum(told[what]) / len(told[what]):6.1%}  of {len(told[what])} warned of")


def main() -> None:
    """Measure each set that is there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared")
    parser.add_argument("--set", choices=("own", "learn", "blind", "pages"), action="append")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    corpus, gold = HERE.parent / "tests" / "corpus", options.shared / "gold"
    blind = set((gold / "blind.txt").read_text(encoding="utf-8").split("\n")) if gold.is_dir() else set()
    reports = options.shared / "articles"
    sets: dict[str, Callable[[], Iterator[Row]]] = {
        "own": lambda: annotated(corpus / "articles", corpus / "events", lambda _: True),
        "learn": lambda: annotated(reports, gold / "events", lambda name: name not in blind),
        "blind": lambda: annotated(reports, gold / "events", lambda name: name in blind),
        "pages": lambda: scraped(options.shared / "ice"),
    }
    for name in options.set or (sets if gold.is_dir() else ["own"]):
        print(name)
        measure(list(sets[name]()), errors=options.errors and name != "blind")


if __name__ == "__main__":
    main()
