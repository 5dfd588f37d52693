"""The same events by hand and through each format: the same data, the same findings, and no detail of a source lost."""

from __future__ import annotations

import csv
import json
import random
from datetime import date, datetime, timedelta

import pytest
from openpyxl import Workbook

from raidline.check import run_checks
from raidline.importing import Columns, make_events, read_records
from raidline.store.load import load_events
from raidline.yamltext.dumping import dump

PLACES = ("Austin, Texas", "Riverton, Wyoming", "Omaha, Nebraska", "Worcester, Massachusetts")
OF_SOURCES = {"url": "URL", "publisher": "Publisher", "published": "Date", "title": "Title", "archived": "Archive"}
WHOLE = ("id", "date", "title", "kind", "summary")


def invented(number=60, seed=15):
    """Return events, some with a day that no source gives, some with sources that are older than they are."""
    chance = random.Random(seed)  # noqa: S311 - inventing
    events = []
    for n in range(number):
        day = date(2017, chance.randint(1, 12), chance.choice([1, 1, 9, 17]))
        written = chance.choice(
            [day.isoformat(), day.isoformat(), f"{day:%Y-%m}", f"{day}~", f"{day}/{day + timedelta(3)}"]
        )
        sources = []
        for m in range(chance.randint(1, 3)):
            seen = day + timedelta(chance.choice([-9, 0, 1, 40]))
            address = f"https://paper{m}.example/{n}?p={m}&q=a,b"
            copy = {"archived": f"https://web.archive.org/web/2019/{address}"} if chance.random() < 0.4 else {}
            title = f'"Report" {n}; the {m} one, in full'
            sources.append(
                {"url": address, "publisher": f"Paper {m}", "published": seen.isoformat(), "title": title, **copy}
            )
        counts = {"counts": {"arrested": str(chance.randint(1, 90))}} if chance.random() < 0.5 else {}
        told = {"summary": chance.choice([f"It was in {day:%B}.", "Nobody knows."])} if chance.random() < 0.5 else {}
        event = {
            "id": f"ev-{n:02}",
            "date": written,
            "title": f"Event {n}",
            "kind": chance.choice(["policy", "operation"]),
        }
        events.append({**event, "places": [chance.choice(PLACES)], **counts, **told, "sources": sources})
    return events


def rows(events):
    yield ["ID", "Date", "Title", "Type", "Description", "City", "State", "Arrested"] + [
        f"Source {n} {word}" for n in (1, 2, 3) for word in OF_SOURCES.values()
    ]
    for event in events:
        sources = [*event["sources"], {}, {}][:3]
        cells = [event.get(name, "") for name in WHOLE]
        cells += [*event["places"][0].split(", "), event.get("counts", {}).get("arrested", "")]
        yield cells + [source.get(name, "") for source in sources for name in OF_SOURCES]


def as_csv(folder, events):
    with (folder / "list.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows(events))
    return folder / "list.csv"


def as_xlsx(folder, events):
    book = Workbook()
    heads, *others = rows(events)
    book.active.append(heads)
    for row in others:
        days = {n for n, head in enumerate(heads) if head.endswith(" Date")}
        book.active.append([datetime.fromisoformat(one) if n in days and one else one for n, one in enumerate(row)])
    book.save(folder / "list.xlsx")
    return folder / "list.xlsx"


def objects(events):
    for event in events:
        sources = [
            {
                {"url": "link", "publisher": "outlet", "published": "date", "title": "headline", "archived": "archive"}[
                    name
                ]: text
                for name, text in source.items()
            }
            for source in event["sources"]
        ]
        told = {"identifier": event["id"], "when": event["date"], "name": event["title"], "category": event["kind"]}
        told |= {"place": event["places"][0], "references": sources}
        told |= {"arrests": event["counts"]["arrested"]} if "counts" in event else {}
        yield told | ({"description": event["summary"]} if "summary" in event else {})


def as_json(folder, events):
    (folder / "list.json").write_text(json.dumps({"data": {"items": [*objects(events)]}}), encoding="utf-8")
    return folder / "list.json"


def as_markdown(folder, events):
    (folder / "cards").mkdir()
    for one in objects(events):
        name, text = one.pop("identifier"), one.pop("description", "")
        (folder / "cards" / f"{name}.md").write_text(f"---\n{dump(one)}---\n{text}\n", encoding="utf-8")
    return folder / "cards"


def found_in(folder, name, events):
    """Return what `check` finds, by event."""
    path = folder / f"{name}.yaml"
    path.write_text(dump({"events": events}), encoding="utf-8")
    loaded = load_events([path])
    lines = path.read_text(encoding="utf-8").splitlines()
    starts = [n for n, line in enumerate(lines, 1) if line.startswith("  - id: ")]
    problems = run_checks(loaded, {})
    event = [max(start for start in starts if start <= max(one.line, starts[0])) for one in problems]
    return sorted((lines[at - 1], one.rule, one.message) for at, one in zip(event, problems, strict=True))


@pytest.mark.parametrize("write", [as_csv, as_xlsx, as_json, as_markdown])
def test_an_import_says_what_was_written_by_hand(write, tmp_path):
    events = sorted(invented(), key=lambda event: event["id"])
    made = make_events(read_records(write(tmp_path, events)), Columns(), "list").events
    made = sorted(made, key=lambda event: event["id"])
    assert made == events
    by_hand = found_in(tmp_path, "hand", events)
    assert {rule for _, rule, _ in by_hand} >= {"source-before-event", "false-precision"}
    assert found_in(tmp_path, "made", made) == by_hand
