"""ICE's list of 287(g) agencies: what each row says of which day, and what two versions say that one does not."""

from __future__ import annotations

import csv
import io
import random
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from raidline.cli import app
from raidline.errors import RaidlineError
from raidline.importing.lists.agreements import agreements, is_such_a_list
from raidline.importing.lists.memory import beside, read_memory
from raidline.importing.lists.since import day_of
from raidline.importing.records import InputRow
from raidline.places.gazetteer import table
from raidline.places.reading import by_code
from raidline.store.load import load_events

HEAD = ["STATE", "LAW ENFORCEMENT AGENCY", "TYPE", "COUNTY", "SUPPORT TYPE", "SIGNED", "MOA", "ADDENDUM"]
MODELS = ("Jail Enforcement Model", "Task Force Model", "Warrant Service Officer")
EXAMPLES = Path(__file__).parents[1] / "docs" / "examples"
OLD, NEW = EXAMPLES / "agencies-2031-05-06.csv", EXAMPLES / "agencies-2031-06-03.csv"


def invented_rows(number, seed=287):
    """Return that many rows of a list of the same form: agencies that nobody has, in counties that there are."""
    chance = random.Random(seed)  # noqa: S311 - inventing
    rows, counties = [], table("counties")
    while len(rows) < number:
        code, name, *_ = chance.choice(counties)
        state = by_code(code[:2]).name.upper()
        office = chance.choice(["Sheriff's Office", "Constable", "Department of Corrections"])
        day = f"{chance.randint(1, 12)}/{chance.randint(1, 28)}/20{chance.randint(19, 25)}"
        for model in chance.sample(MODELS, chance.choice([1, 1, 1, 2])):
            rows.append([state, f"{name} {office}", "County", name, model, day, "Link", "N/A"])
    return rows[:number]


def sheet(folder, rows, name="agencies-2025-01-07.csv"):
    out = io.StringIO()
    csv.writer(out).writerows([HEAD, *rows])
    path = folder / name
    path.write_text(out.getvalue(), encoding="utf-8")
    return path


def run(*arguments):
    done = CliRunner().invoke(app, ["import", *map(str, arguments)])
    if isinstance(done.exception, RaidlineError):
        return SimpleNamespace(exit_code=2, stdout="", stderr=str(done.exception), output=str(done.exception))
    return done


def events_of(tmp_path, *arguments, code=0):
    out = tmp_path / f"out{len([*tmp_path.iterdir()])}.yaml"
    done = run(*arguments, "-o", out)
    assert done.exit_code == code, done.output
    return load_events([out]).events


def row(**cells):
    told = dict(
        zip(
            HEAD,
            [
                "WYOMING",
                "Fremont County Sheriff's Office",
                "County",
                "Fremont County",
                MODELS[0],
                "3/4/2031",
                "Link",
                "N/A",
            ],
            strict=True,
        )
    )
    return [{**told, **cells}[name] for name in HEAD]


def test_each_agreement_is_a_policy_event_of_its_jurisdiction_with_its_day(tmp_path):
    found = {event.places: event for event in events_of(tmp_path, OLD)}
    fremont = found["Fremont County, Wyoming",]
    assert (str(fremont.date), fremont.kind, fremont.status) == ("2031-03-04", "policy", "occurred")
    assert fremont.agencies == ("Fremont County Sheriff's Office", "ICE")
    assert fremont.summary == "Signed for: Jail Enforcement Model and Task Force Model."
    assert set(found) == {
        ("Fremont County, Wyoming",), ("Riverton, Wyoming",), ("Travis County, Texas",), ("Hays County, Texas",), ("Idaho",),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        ({}, "Fremont County, Wyoming"),
        ({"COUNTY": "Fremont"}, "Fremont County, Wyoming"),
        ({"COUNTY": "N/A"}, "Fremont County, Wyoming"),
        ({"TYPE": "State Agency", "COUNTY": "N/A"}, "Wyoming"),
        ({"TYPE": "Municipality", "LAW ENFORCEMENT AGENCY": "Lander Police Department"}, "Lander, Wyoming"),
        ({"TYPE": "Municipality", "LAW ENFORCEMENT AGENCY": "City of Lander Marshal's Office"}, "Lander, Wyoming"),
        ({"TYPE": "Municipality", "LAW ENFORCEMENT AGENCY": "Nowhere Police Department"}, "Fremont County, Wyoming"),
        ({"TYPE": "Municipality", "LAW ENFORCEMENT AGENCY": "Nowhere Police", "COUNTY": ""}, "Wyoming"),
        ({"TYPE": "Airport", "LAW ENFORCEMENT AGENCY": "Riverton Airport Police"}, "Fremont County, Wyoming"),
        ({"STATE": "LOUISIANA", "LAW ENFORCEMENT AGENCY": "Caddo Parish Sheriff's Office", "COUNTY": "Caddo Parish"}, "Caddo Parish, Louisiana"),
        ({"STATE": "VIRGINIA", "TYPE": "County", "LAW ENFORCEMENT AGENCY": "Fairfax County Sheriff", "COUNTY": "Fairfax County"}, "Fairfax County, Virginia"),
    ],
)  # fmt: skip
def test_whose_agreement_it_is(cells, place, tmp_path):
    (event,) = events_of(tmp_path, sheet(tmp_path, [row(**cells)]))
    assert event.places == (place,)


def test_models_of_one_day_are_one_event_and_other_days_others(tmp_path):
    rows = [row(), row(**{"SUPPORT TYPE": MODELS[1]}), row(**{"SUPPORT TYPE": MODELS[2], "SIGNED": "5/1/2031"})]
    assert [str(event.date) for event in events_of(tmp_path, sheet(tmp_path, rows))] == ["2031-03-04", "2031-05-01"]


def test_addresses_of_the_agreement_are_sources_and_new_columns_notes():
    record = InputRow(
        "line 2",
        dict(zip(HEAD, row(MOA="Link", ADDENDUM="https://ice.example/b.pdf"), strict=True)) | {"STATUS": "Active"},
        links={"MOA": "https://ice.example/a.pdf"},
    )
    (found,) = agreements([record])
    assert [source["url"] for source in found.data["sources"]][1:] == ["https://ice.example/a.pdf"]
    assert "title" not in found.data["sources"][1]  # that of the list is not the agreement's
    assert found.cells["notes"] == "ADDENDUM: https://ice.example/b.pdf\nSTATUS: Active"


def test_a_row_without_a_day_is_named_and_the_others_kept(tmp_path):
    out = tmp_path / "out.yaml"
    done = run(sheet(tmp_path, [row(SIGNED=""), row(**{"LAW ENFORCEMENT AGENCY": "Lander Police"})]), "-o", out)
    assert done.exit_code == 1
    assert "date" in done.stderr
    assert len(load_events([out]).events) == 1


@pytest.mark.parametrize(
    ("headings", "known"),
    [
        (HEAD, True),
        ([name.title() for name in HEAD], True),
        (HEAD[:6], True),
        (["STATE", "TYPE", "COUNTY"], False),
        (["Date", "Title"], False),
    ],
)
def test_the_list_is_known_by_its_columns(headings, known):
    assert is_such_a_list([InputRow("line 2", dict.fromkeys(headings, "x"))]) is known


def test_the_mapping_can_be_named_and_refuses_another_list(tmp_path):
    assert len(events_of(tmp_path, OLD, "--mapping", "287g")) == 5
    other = tmp_path / "x.csv"
    other.write_text("Date,Title\n2031-05-06,A\n", encoding="utf-8")
    assert "287(g)" in run(other, "--mapping", "287g").stderr
    assert run(other, "--mapping", "286g").exit_code == 2


def test_a_list_of_1843_rows_and_a_changed_one(tmp_path):
    events = tmp_path / "events.yaml"
    events.write_text("events:\n", encoding="utf-8")
    rows = invented_rows(1843)
    assert run(sheet(tmp_path, rows), "--into", events).exit_code == 0
    number = len({(*one[:2], one[5]) for one in rows})
    assert len(load_events([events]).events) == len(read_memory(beside(events))) == number
    before = events.read_bytes()
    again = run(sheet(tmp_path, rows), "--into", events)
    assert (again.exit_code, again.stdout, events.read_bytes()) == (0, "", before)
    models = Counter(one[1] + one[0] for one in rows)
    alone = [n for n, one in enumerate(rows) if models[one[1] + one[0]] == 1]
    rows[alone[100]][5] = "12/30/2025"
    gone = rows.pop(alone[900])
    rows.append(row(SIGNED="3/4/2024"))
    done = run(sheet(tmp_path, rows, "agencies-2025-02-04.csv"), "--into", events)
    heads = [line for line in done.stdout.splitlines() if not line.startswith(" ")]
    assert [head[0] for head in heads] == ["+", "~"], heads
    assert gone[1] not in "".join(heads)


def test_two_versions_tell_what_is_first_and_no_longer_listed_never_signed_or_ended(tmp_path):
    first, gone = events_of(tmp_path, "--since", OLD, NEW)
    assert str(first.date) == str(gone.date) == "2031-05-06/2031-06-03"
    assert first.title == "Lander Police Department first listed among the 287(g) agencies of ICE"
    assert gone.title == "Riverton Police Department no longer listed among the 287(g) agencies of ICE"
    assert first.summary.startswith("First listed between May 6, 2031 and June 3, 2031.")
    assert gone.summary.startswith("No longer listed between May 6, 2031 and June 3, 2031.")
    for event in (first, gone):
        said = event.model_dump_json().lower()
        assert not [word for word in ("signed", "signs", "ended", "ends", "terminated", "agreement") if word in said]
        assert (event.kind, str(event.sources[0].published)) == ("policy", "2031-06-03")


def test_a_new_model_of_an_agency_is_told_of_the_model_alone(tmp_path):
    old, new = (
        sheet(tmp_path, [row()], "a-2031-05-06.csv"),
        sheet(tmp_path, [row(), row(**{"SUPPORT TYPE": MODELS[1]})], "a-2031-06-03.csv"),
    )
    (event,) = events_of(tmp_path, "--since", old, new)
    assert event.title == "Fremont County Sheriff's Office first listed for the Task Force Model of 287(g)"
    (event,) = events_of(tmp_path, "--since", new, old, "--between", "2031-06-03/2031-07-01")
    assert event.title == "Fremont County Sheriff's Office no longer listed for the Task Force Model of 287(g)"


def test_another_day_of_signing_is_no_other_listing(tmp_path):
    old, new = (
        sheet(tmp_path, [row()], "a-2031-05-06.csv"),
        sheet(tmp_path, [row(SIGNED="3/9/2031")], "a-2031-06-03.csv"),
    )
    done = run("--since", old, new)
    assert (done.exit_code, done.stdout) == (0, "events: []\n")


def test_any_list_can_be_compared(tmp_path):
    old, new = tmp_path / "x-2031-05-06.csv", tmp_path / "x-2031-06-03.csv"
    head = "Title,City,State,Link\n"
    old.write_text(
        f"{head}A camp,Austin,TX,https://a.example/1\nA jail,Lander,WY,https://a.example/2\n", encoding="utf-8"
    )
    new.write_text(
        f"{head}A jail,Lander,WY,https://a.example/2\nA depot,Dallas,TX,https://a.example/3\n", encoding="utf-8"
    )
    found = events_of(tmp_path, "--since", old, new)
    assert [(event.title, event.places) for event in found] == [
        ("A depot: first listed", ("Dallas, Texas",)),
        ("A camp: no longer listed", ("Austin, Texas",)),
    ]
    assert {str(event.sources[0].published) for event in found} == {"[2031-05-06..]"}


def test_of_a_version_with_unreadable_rows_nothing_is_said_to_be_absent(tmp_path):
    old, new = sheet(tmp_path, [row()], "a-2031-05-06.csv"), tmp_path / "a-2031-06-03.csv"
    text = sheet(tmp_path, [row(**{"LAW ENFORCEMENT AGENCY": "Lander Police"})], "b.csv").read_bytes()
    new.write_bytes(text + b"WYOMING,Fremont County Sheriff\xff\xfe\x00s Office,County,,,,,\n")
    out = tmp_path / "out.yaml"
    done = run("--since", old, new, "-o", out)
    assert done.exit_code == 1
    assert "what is no longer listed is unknown" in done.stderr
    assert [event.title[:13] for event in load_events([out]).events] == ["Lander Police"]


def test_differences_into_a_timeline_twice_are_there_once(tmp_path):
    events = tmp_path / "events.yaml"
    events.write_text("events:\n", encoding="utf-8")
    assert run(OLD, "--into", events).exit_code == 0
    assert run("--since", OLD, NEW, "--into", events).exit_code == 0
    before = events.read_bytes()
    assert run("--since", OLD, NEW, "--into", events).exit_code == 0
    assert events.read_bytes() == before
    assert "first listed" not in run(NEW, "--into", events).stderr


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("agencies-2031-05-06.csv", "2031-05-06"),
        ("agencies_20310506.xlsx", "2031-05-06"),
        ("participating02102026am.xlsx", "2026-02-10"),
        ("2031.05.06 v2.csv", "2031-05-06"),
        ("agencies.csv", None),
        ("2031-05-06 to 2031-06-03.csv", None),
        ("2031-13-40.csv", None),
        ("8720310506.csv", None),
    ],
)
def test_the_day_of_a_version(name, day):
    if day is None:
        with pytest.raises(RaidlineError, match="--between"):
            day_of(Path(name))
    else:
        assert str(day_of(Path(name))) == day


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--since", NEW, OLD], "is not later than"),
        (["--since", OLD, OLD], "is not later than"),
        (["--since", OLD, NEW, "--between", "2031-06-03/2031-05-06"], "is not later than"),
        (["--since", OLD, NEW, "--between", "2031"], "two days"),
        ([NEW, "--between", "2031-05-06/2031-06-03"], "--since"),
        (["--since", "nothing-2031-05-06.csv", NEW], "nothing-2031-05-06.csv"),
    ],
)
def test_what_cannot_be_compared(options, says):
    done = run(*options)
    assert done.exit_code == 2
    assert says in done.stderr
