"""A list that changes updates what was made of it: nothing twice, nothing that a curator edited, nothing lost."""

from __future__ import annotations

import csv
import io
import json
from multiprocessing import get_context
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from raidline.cli import app
from raidline.errors import RaidlineError
from raidline.importing.lists import update as updating
from raidline.importing.lists.memory import as_lines, beside, read_memory
from raidline.store.load import load_events

HEAD = ["ID", "Date", "Title", "City", "State", "Kind", "Arrested", "Link"]
FARM = ["r1", "2031-05-07", "A raid at a farm", "Austin", "TX", "operation", "12", "https://example.org/f"]
VOTE = ["r2", "2031-05-09", "A vote on a jail", "Lander", "WY", "policy", "", "https://example.org/l"]
TALK = ["r3", "2031-06-01", "A talk at a school", "Dallas", "TX", "statement", "", "https://example.org/n"]
OWN = """\
# Kept by hand.
events:
  - id: 2031-05-06-riverton   # the first
    date: 2031-05-06
    title: ICE arrests nine at Riverton bus station
    kind: operation
    places: ["Riverton, Wyoming"]
    sources:
      - url: https://example.org/report
        publisher: Example Herald
        published: 2031-05-08
"""


@pytest.fixture
def events(tmp_path):
    path = tmp_path / "events.yaml"
    path.write_text(OWN, encoding="utf-8")
    return path


def sheet(tmp_path, *rows, name="raids.csv", head=HEAD):
    out = io.StringIO()
    csv.writer(out).writerows([head, *rows])
    path = tmp_path / name
    path.write_text(out.getvalue(), encoding="utf-8")
    return path


def run(*arguments, command="import", **more):
    done = CliRunner().invoke(app, [command, *map(str, arguments)], **more)
    if isinstance(done.exception, RaidlineError):
        return SimpleNamespace(exit_code=2, stdout="", stderr=str(done.exception), output=str(done.exception))
    return done


def imported(events, path, *options, code=0):
    done = run(path, "--into", events, *options)
    assert done.exit_code == code, done.output
    return done


def changed(row, **cells):
    return [cells.get(name, cell) for name, cell in zip(HEAD, row, strict=True)]


def by_id(events):
    return {one.id: one for one in load_events([events]).events}


def test_what_is_new_is_added_and_all_else_stays_as_it_is(events, tmp_path):
    done = imported(events, sheet(tmp_path, FARM, VOTE))
    assert done.stdout.count("\n+") + done.stdout.startswith("+") == 2
    assert events.read_text(encoding="utf-8").startswith(OWN)
    assert [*by_id(events)] == ["2031-05-06-riverton", "r1", "r2"]


def test_the_same_list_again_changes_nothing(events, tmp_path):
    imported(events, sheet(tmp_path, FARM, VOTE))
    before = events.read_bytes(), beside(events).read_bytes()
    done = imported(events, sheet(tmp_path, FARM, VOTE))
    assert (events.read_bytes(), beside(events).read_bytes()) == before
    assert done.stdout == ""


def test_of_a_changed_list_exactly_the_changes(events, tmp_path):
    imported(events, sheet(tmp_path, FARM, VOTE))
    done = imported(events, sheet(tmp_path, changed(FARM, Arrested="14"), VOTE, TALK, name="raids-2.csv"))
    assert [line for line in done.stdout.splitlines() if not line.startswith(" ")] == [
        "+ June 1, 2031: A talk at a school [r3]",
        "~ May 7, 2031: A raid at a farm [r1]",
    ]
    assert "now 14 arrested (was 12)" in done.stdout
    found = by_id(events)
    assert str(found["r1"].counts["arrested"]) == "14"
    assert found["r2"].title == "A vote on a jail"


@pytest.mark.parametrize(
    ("cells", "field", "value"),
    [
        ({"Date": "2031-05-08"}, "date", "2031-05-08"),
        ({"Title": "A raid at two farms"}, "title", "A raid at two farms"),
        ({"City": "Dallas"}, "places", ("Dallas, Texas",)),
        ({"Kind": "policy"}, "kind", "policy"),
        ({"Arrested": ""}, "counts", {}),
    ],
)
def test_each_field_is_changed_and_a_removed_one_removed(cells, field, value, events, tmp_path):
    imported(events, sheet(tmp_path, FARM))
    imported(events, sheet(tmp_path, changed(FARM, **cells)))
    found = getattr(by_id(events)["r1"], field)
    assert (str(found) if field == "date" else found) == value


def test_a_field_that_the_list_has_only_now_goes_where_it_belongs(events, tmp_path):
    imported(events, sheet(tmp_path, changed(FARM, Arrested="")))
    imported(events, sheet(tmp_path, FARM))
    text = events.read_text(encoding="utf-8")
    assert text.index("counts: {arrested: 12}") < text.rindex("updated:") < text.rindex("sources:")


def test_what_a_curator_edited_is_left_alone_and_said_once(events, tmp_path):
    imported(events, sheet(tmp_path, FARM))
    text = events.read_text(encoding="utf-8").replace("A raid at a farm", "A raid at a dairy  # seen myself")
    events.write_text(text, encoding="utf-8")
    new = sheet(tmp_path, changed(FARM, Title="A raid at two farms", Arrested="14"))
    done = imported(events, new)
    assert "r1: a curator edited its title; the list now says 'A raid at two farms'" in done.stderr
    assert "A raid at a dairy  # seen myself" in events.read_text(encoding="utf-8")
    assert str(by_id(events)["r1"].counts["arrested"]) == "14"
    assert "edited its" not in imported(events, new).stderr


def test_what_the_list_says_instead_is_told_as_people_write_it(events, tmp_path):
    imported(events, sheet(tmp_path, FARM))
    text = events.read_text(encoding="utf-8").replace("arrested: 12", "arrested: 13")
    events.write_text(text.replace('["Austin, Texas"]', '["Round Rock, Texas"]'), encoding="utf-8")
    done = imported(events, sheet(tmp_path, changed(FARM, Arrested="14", City="Dallas")))
    assert "r1: a curator edited its counts; the list now says 'arrested: 14'" in done.stderr
    assert "r1: a curator edited its places; the list now says 'Dallas, Texas'" in done.stderr


def test_a_list_under_another_name_is_known_again(events, tmp_path):
    imported(events, sheet(tmp_path, FARM, VOTE))
    done = imported(events, sheet(tmp_path, FARM, VOTE), "--list", "towns", code=1)
    assert "its rows are those of the list 'raids': `--list raids` brings what it says anew" in done.stderr
    other = imported(events, sheet(tmp_path, TALK), "--list", "talks")
    assert "its rows are those of" not in other.stderr


def test_an_event_that_a_curator_removed_does_not_return(events, tmp_path):
    imported(events, sheet(tmp_path, FARM))
    events.write_text(OWN, encoding="utf-8")
    imported(events, sheet(tmp_path, changed(FARM, Arrested="14")))
    assert events.read_text(encoding="utf-8") == OWN


def test_an_event_that_has_another_id_now_is_still_known(events, tmp_path):
    imported(events, sheet(tmp_path, FARM))
    text = events.read_text(encoding="utf-8").replace("id: r1\n", "id: 2031-05-farm\n    aliases: [r1]\n")
    events.write_text(text, encoding="utf-8")
    imported(events, sheet(tmp_path, changed(FARM, Arrested="14")))
    assert str(by_id(events)["2031-05-farm"].counts["arrested"]) == "14"


def test_a_row_that_is_gone_is_said_once_and_its_event_stays(events, tmp_path):
    imported(events, sheet(tmp_path, FARM, VOTE))
    before = events.read_bytes()
    assert "r2: the list no longer has its row" in imported(events, sheet(tmp_path, FARM)).stderr
    assert "no longer" not in imported(events, sheet(tmp_path, FARM)).stderr
    assert events.read_bytes() == before
    imported(events, sheet(tmp_path, FARM, VOTE))
    assert events.read_bytes() == before


def test_a_row_that_cannot_be_read_is_not_gone(events, tmp_path):
    imported(events, sheet(tmp_path, FARM, VOTE))
    done = imported(events, sheet(tmp_path, FARM, changed(VOTE, Date="soon")), code=1)
    assert "no longer" not in done.stderr


def test_what_looks_like_an_event_of_the_timeline_is_offered_not_doubled(events, tmp_path):
    row = ["r4", "2031-05-06", "ICE arrests nine at Riverton station", "Riverton", "WY", "operation", "9", ""]
    done = imported(events, sheet(tmp_path, row, FARM), "-o", tmp_path / "open.yaml", code=1)
    assert "'r4' looks like '2031-05-06-riverton'" in done.stderr
    assert [*by_id(events)] == ["2031-05-06-riverton", "r1"]
    assert [*by_id(tmp_path / "open.yaml")] == ["r4"]


@pytest.mark.parametrize(("key", "ids"), [("r", ["2031-05-06-riverton"]), ("a", ["2031-05-06-riverton", "r4"])])
def test_what_a_curator_decided_about_it_holds(key, ids, events, tmp_path):
    row = ["r4", "2031-05-06", "ICE arrests nine at Riverton station", "Riverton", "WY", "operation", "", ""]
    offered = tmp_path / "open.yaml"
    imported(events, sheet(tmp_path, row), "-o", offered, code=1)
    done = run(offered, "--events", events, command="review", input=f"{key}\nq\n")
    assert done.exit_code == 0, done.output
    imported(events, sheet(tmp_path, row))
    assert [*by_id(events)] == ids


def test_an_exported_timeline_brings_nothing_back(events, tmp_path):
    exported = tmp_path / "exported.json"
    run("--data", events, "--format", "json", "-o", exported, command="export")
    imported(events, exported)
    assert events.read_text(encoding="utf-8") == OWN


def test_rows_without_ids_are_known_by_title_and_place(events, tmp_path):
    head, rows = HEAD[1:], [FARM[1:], VOTE[1:]]
    imported(events, sheet(tmp_path, *rows, head=head))
    rows[0] = changed(FARM, Date="2031-05-08", Title="A RAID  at a farm")[1:]
    imported(events, sheet(tmp_path, *rows, head=head))
    assert sorted(str(one.date) for one in by_id(events).values()) == ["2031-05-06", "2031-05-08", "2031-05-09"]


def test_a_mapping_names_the_columns_that_identify_a_row(events, tmp_path):
    head, rows = HEAD[1:], [FARM[1:], VOTE[1:], TALK[1:]]
    mapping = tmp_path / "map.yaml"
    mapping.write_text("key: [City, State]\n")
    imported(events, sheet(tmp_path, *rows, head=head), "--mapping", mapping)
    rows = [changed(FARM, Date="2031-05-08", Title="Nine at work", Link="https://example.org/new")[1:], *rows[1:]]
    rows[2] = changed(TALK, Title="A TALK at a school", City="dallas ", Link="")[1:]
    done = imported(events, sheet(tmp_path, *rows, head=head), "--mapping", mapping)
    assert "0 events added, 2 changed" in done.stderr
    assert "no longer" not in done.stderr
    assert {one.title for one in by_id(events).values()} >= {"Nine at work", "A TALK at a school", "A vote on a jail"}
    assert "0 events added, 0 changed" in imported(events, tmp_path / "raids.csv", "--mapping", mapping).stderr
    mapping.write_text("key: [City, Stat]\n")
    assert "did you mean 'State'?" in run(tmp_path / "raids.csv", "--mapping", mapping).output


def test_a_key_may_be_named_later_or_be_empty(events, tmp_path):
    head, rows = HEAD[1:], [FARM[1:], VOTE[1:]]
    imported(events, sheet(tmp_path, *rows, head=head))
    mapping = tmp_path / "map.yaml"
    mapping.write_text("key: [City]\n")
    rows[0] = changed(FARM, Arrested="13")[1:]
    done = imported(events, sheet(tmp_path, *rows, head=head), "--mapping", mapping)
    assert "0 events added, 1 changed" in done.stderr
    rows[0] = changed(FARM, Title="Thirteen at work", Arrested="13", Date="2031-05-08", Link="https://example.org/g")[
        1:
    ]
    done = imported(events, sheet(tmp_path, *rows, head=head), "--mapping", mapping)
    assert "0 events added, 1 changed" in done.stderr
    assert [one.row for one in read_memory(beside(events))] == ["austin", "lander"]
    rows.append(changed(TALK, City="")[1:])
    done = imported(events, sheet(tmp_path, *rows, head=head), "--mapping", mapping)
    assert "has none of the columns of the key (City)" in done.stderr
    assert "1 event added, 0 changed" in done.stderr


def test_a_row_with_another_title_is_known_by_a_source_that_only_it_has(events, tmp_path):
    head, rows = HEAD[1:], [FARM[1:], VOTE[1:]]
    imported(events, sheet(tmp_path, *rows, head=head))
    rows[0] = changed(FARM, Title="Twelve are held")[1:]
    done = imported(events, sheet(tmp_path, *rows, head=head))
    assert "0 events added, 1 changed" in done.stderr
    assert "no longer" not in done.stderr


def test_one_source_of_several_rows_identifies_none(events, tmp_path):
    head, rows = HEAD[1:], [FARM[1:], changed(VOTE, Link=FARM[-1], Date=FARM[1])[1:]]
    imported(events, sheet(tmp_path, *rows, head=head))
    rows[0] = changed(FARM, Title="Something else entirely", Kind="hearing")[1:]
    done = imported(events, sheet(tmp_path, *rows, head=head))
    assert "1 event added, 0 changed" in done.stderr
    assert "the list no longer has its row (a raid at a farm | austin texas)" in done.stderr


def test_a_row_that_looks_like_one_that_is_gone_is_offered(events, tmp_path):
    head, rows = HEAD[1:], [changed(FARM, Link="")[1:], VOTE[1:]]
    imported(events, sheet(tmp_path, *rows, head=head))
    rows[0] = changed(FARM, Title="A raid at a farm and a mill", Link="")[1:]
    done = imported(events, sheet(tmp_path, *rows, head=head), code=1)
    assert "looks like" in done.stderr
    assert "0 events added, 0 changed, 1 to decide" in done.stderr


def test_an_empty_list_takes_nothing_for_gone(events, tmp_path):
    path = tmp_path / "raids.json"
    path.write_text(json.dumps([dict(zip(HEAD, FARM, strict=True))]))
    imported(events, path)
    path.write_text("[]")
    done = imported(events, path)
    assert "no longer" not in done.stderr
    assert "no events from" in done.stderr


def test_two_lists_do_not_mix(events, tmp_path):
    imported(events, sheet(tmp_path, FARM, name="farms.csv"))
    other = changed(VOTE, ID="r1")
    done = imported(events, sheet(tmp_path, other, name="votes.csv"), code=1)
    assert "'r1' looks like 'r1'" in done.stderr
    assert by_id(events)["r1"].title == "A raid at a farm"
    assert "no longer" not in done.stderr


def test_the_name_of_a_list_is_that_of_its_file_without_its_date_or_as_given(events, tmp_path):
    imported(events, sheet(tmp_path, FARM, name="agencies-2031-05.csv"))
    imported(events, sheet(tmp_path, VOTE, name="x.csv"), "--list", "votes")
    assert {one.list for one in read_memory(beside(events))} == {"agencies", "votes"}


def test_a_dry_run_writes_nothing_and_says_the_same(events, tmp_path):
    new = sheet(tmp_path, FARM, VOTE)
    dry = imported(events, new, "--dry-run")
    assert events.read_text(encoding="utf-8") == OWN
    assert not beside(events).exists()
    assert dry.stdout == imported(events, new).stdout


def test_a_run_that_broke_off_between_the_two_files_is_completed(events, tmp_path):
    new = sheet(tmp_path, FARM, VOTE)
    imported(events, new)
    text, memory = events.read_bytes(), beside(events).read_bytes()
    beside(events).unlink()
    imported(events, new)
    assert (events.read_bytes(), beside(events).read_bytes()) == (text, memory)


def test_what_somebody_saves_meanwhile_is_not_lost(events, tmp_path, monkeypatch):
    plan = updating._plan

    def saved_meanwhile(*given, **more):
        monkeypatch.setattr(updating, "_plan", plan)
        events.write_text(OWN.replace("# Kept by hand.", "# Saved meanwhile."), encoding="utf-8")
        return plan(*given, **more)

    monkeypatch.setattr(updating, "_plan", saved_meanwhile)
    imported(events, sheet(tmp_path, FARM))
    assert "# Saved meanwhile." in events.read_text(encoding="utf-8")
    assert [*by_id(events)] == ["2031-05-06-riverton", "r1"]


def _import(arguments):
    return run(*arguments).exit_code


def test_two_at_once_lose_nothing(events, tmp_path):
    lists = [
        sheet(tmp_path, changed(FARM, ID=f"a{n}", Title=f"Raid {n}"), name=f"list{'abcd'[n]}.csv") for n in range(4)
    ]
    with get_context("spawn").Pool(4) as pool:
        assert pool.map(_import, [(path, "--into", events) for path in lists]) == [0] * 4
    assert {f"a{n}" for n in range(4)} <= {*by_id(events)}
    assert len(read_memory(beside(events))) == 4


@pytest.mark.parametrize("line", ["{}", "none", '{"list": 1}', "\ud800", '["a"]', '{"list":"a","row":"b","event":3}'])
def test_a_broken_memory_is_an_error_with_its_line(line, events, tmp_path):
    imported(events, sheet(tmp_path, FARM))
    before = events.read_bytes()
    with beside(events).open("ab") as file:
        file.write(line.encode("utf-8", "surrogatepass") + b"\n")
    done = run(sheet(tmp_path, FARM, VOTE), "--into", events)
    assert done.exit_code == 2, done.output
    assert f"{beside(events)}:2: " in done.stderr or "UTF-8" in done.stderr
    assert events.read_bytes() == before


def test_memory_reads_back_as_written(tmp_path):
    told = {"list": "a", "row": "é | b", "event": None, "fields": {"date": "12"}, "gone": True}
    path = tmp_path / "events.imports.jsonl"
    path.write_text(json.dumps(told) + "\n", encoding="utf-8")
    read = read_memory(path)
    assert [one.model_dump() for one in read] == [told]
    path.write_text(as_lines(read), encoding="utf-8")
    assert read_memory(path) == read


@pytest.mark.parametrize("options", [["--dry-run"], ["--list", "a"]])
def test_options_of_an_update_need_the_timeline(options, tmp_path):
    done = run(sheet(tmp_path, FARM), *options)
    assert done.exit_code == 2
    assert "--into" in done.stderr


def test_a_timeline_with_a_broken_layout_is_left_as_it_is(tmp_path):
    path = tmp_path / "events.yaml"
    path.write_text("{events: [], events: []}\n", encoding="utf-8")
    assert run(sheet(tmp_path, FARM), "--into", path).exit_code == 2
    assert path.read_text(encoding="utf-8") == "{events: [], events: []}\n"


LOG = [["Date", "Title", "Town", "State", "Who", "Link"]]
HOTEL = ["2019-06-10", "", "Casper", "WY", "HSI", "https://ledger.example/3"]
BUS = ["2019-05-07", "Agents wait at a bus station", "Rivertown", "WY", "ICE", "https://ledger.example/1"]


def book(folder, *rows, name):
    path = folder / name
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([*LOG, *rows])
    return path


def test_a_new_file_remembers_its_rows_for_the_next_version(tmp_path):
    made = tmp_path / "made.yaml"
    assert run(book(tmp_path, BUS, HOTEL, name="log-1.csv"), "-o", made).exit_code == 1  # nobody knows a Rivertown
    text = made.read_text(encoding="utf-8")
    made.write_text(
        text.replace("HSI: event in Casper", "HSI searches a hotel in Casper").replace(
            "Rivertown, WY", "Riverton, Wyoming"
        )
    )
    done = run(book(tmp_path, BUS, HOTEL, [*BUS[:5], "https://ledger.example/9"], name="log-2.csv"), "--into", made)
    assert "1 event added, 0 changed, 0 to decide" in done.stderr
    assert "HSI searches a hotel in Casper" in made.read_text(encoding="utf-8")


def test_a_new_file_keeps_what_was_remembered_there_of_other_lists(tmp_path):
    made = tmp_path / "made.yaml"
    assert run(book(tmp_path, BUS, name="log.csv"), "-o", made).exit_code == 1  # as above
    made.unlink()
    assert run(book(tmp_path, HOTEL, name="other.csv"), "-o", made).exit_code == 0
    assert [one.list for one in read_memory(beside(made))] == ["log", "other"]
    made.unlink()
    assert run(book(tmp_path, HOTEL, name="log.csv"), "-o", made).exit_code == 0
    assert [one.list for one in read_memory(beside(made))] == ["other", "log"]


@pytest.mark.parametrize(
    ("row", "is_offered"),
    [
        (HOTEL, True),  # a curator wrote another title
        (["2019-06-11", *HOTEL[1:]], True),  # on another day, in the same place
        ([*HOTEL[:2], "Caspar", *HOTEL[3:]], True),  # a curator corrected the place
        ([*HOTEL[:5], "https://ledger.example/4"], False),
        (["2020-06-10", "Another one", "Laramie", *HOTEL[3:]], False),  # of which the same report tells
    ],
)
def test_an_event_of_the_same_source_is_offered_though_nothing_is_remembered(row, is_offered, tmp_path):
    made = tmp_path / "made.yaml"
    assert run(book(tmp_path, HOTEL, name="log-1.csv"), "-o", made).exit_code == 0
    beside(made).unlink()
    made.write_text(
        made.read_text(encoding="utf-8").replace("HSI: event in Casper", "HSI searches a warehouse in Casper")
    )
    done = run(book(tmp_path, row, name="log-2.csv"), "--into", made)
    assert ("looks like" in done.stderr, done.exit_code) == (is_offered, int(is_offered))
    assert (
        f"next: import again with -o open.yaml, then raidline review open.yaml --events {made}" in done.stderr
    ) is is_offered


def test_a_list_under_another_name_is_not_taken_for_a_new_one(events, tmp_path):
    imported(events, sheet(tmp_path, FARM, VOTE, TALK))
    before = events.read_bytes()
    renamed = sheet(tmp_path, FARM, VOTE, changed(TALK, ID="r9"), name="sightings.csv")
    done = imported(events, renamed, code=2)
    assert "2 of 3 rows are those of the list 'raids': add --list raids" in done.output
    assert events.read_bytes() == before
    imported(events, renamed, "--list", "raids")
    other = sheet(tmp_path, FARM, changed(VOTE, ID="r5", Title="A parade"), name="parades.csv")
    imported(events, other, code=1)  # one row in common says nothing


def test_a_row_twice_in_a_revised_list_is_one_event(events, tmp_path):
    head = HEAD[1:]
    imported(events, sheet(tmp_path, FARM[1:], TALK[1:], head=head))
    done = imported(events, sheet(tmp_path, FARM[1:], FARM[1:], head=head))
    assert "repeats line 2 word for word" in done.stderr
    assert "no longer has its row" in done.stderr  # the list is complete
    assert len(by_id(events)) == 3
