"""A diary as a group keeps it by hand, imported and checked: its planted mistakes are reported, and nothing else."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from raidline.check import run_checks
from raidline.importing import Columns, make_events, read_records
from raidline.store.load import load_events
from raidline.yamltext.dumping import dump

DIARY = Path(__file__).parent / "handkept_diary.csv"
HELD_APART = "private-person"  # has tables of its own


@pytest.fixture(scope="module")
def rows():
    with DIARY.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def reports(rows, tmp_path_factory):
    folder = tmp_path_factory.mktemp("diary")
    table = folder / "diary.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [name for name in rows[0] if name != "Expected"], extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    made = make_events(read_records(table), Columns(), "diary")
    path = folder / "events.yaml"
    path.write_text(dump({"events": made.events}), encoding="utf-8")
    loaded = load_events([path])
    titles = {record.line: record.event.title for record in loaded.records}
    problems = run_checks(loaded, {}, today=date(2026, 6, 1))
    return [(one.rule, titles[max(n for n in titles if n <= one.line)]) for one in problems if one.rule != HELD_APART]


def test_the_planted_mistakes_are_reported_and_nothing_else(rows, reports):
    planted = Counter((row["Expected"], row["What happened"].rstrip(".")) for row in rows if row["Expected"])
    assert Counter((rule, title.rstrip(".")) for rule, title in reports) == planted
