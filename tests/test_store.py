"""Events from YAML files: every mistake in plain words at its place, and none hides the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from raidline.errors import RaidlineError
from raidline.store import eventfiles
from raidline.store import load as store
from raidline.store.eventfiles import articles_beside, shipped_events
from raidline.store.load import load_events

GOOD = """\
  - id: {id}
    date: 2017-02
    title: A sweep
    kind: operation
    places: [Austin]
    sources: [{{article: one}}]
"""


def good(name):
    return GOOD.format(id=name)


def write(tmp_path, text, name="events.yaml"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def load_text(tmp_path, text):
    return load_events([write(tmp_path, text)])


def test_records_know_where_they_stand(tmp_path):
    loaded = load_text(tmp_path, "# kept by hand\nevents:\n" + good("one") + "\n" + good("two"))
    assert loaded.problems == ()
    assert [(record.event.id, record.line, record.index) for record in loaded.records] == [
        ("one", 3, 0),
        ("two", 10, 1),
    ]
    assert [event.id for event in loaded.events] == ["one", "two"]
    two = loaded.records[1]
    assert two.position("sources", 0, "article") == (15, 25)
    problem = two.problem("some-rule", "words", "date", severity="warning")
    assert (problem.line, problem.column, problem.severity) == (11, 11, "warning")
    assert Path(problem.path) == two.path == tmp_path / "events.yaml"


def test_places_may_be_NO_and_dates_stay_text(tmp_path):  # noqa: N802 - the word that YAML takes for False
    loaded = load_text(tmp_path, "events:\n" + good("one").replace("[Austin]", "[NO]").replace("2017-02", "2017"))
    [event] = loaded.events
    assert event.places == ("NO",)
    assert event.date.text == "2017"


LINE = {"id": 2, "date": 3, "title": 4, "kind": 5, "places": 6, "sources": 7}


@pytest.mark.parametrize(
    ("old", "new", "column", "rule", "message"),
    [
        ("id: bad", "id: no spaces", 9, "bad-value", "id: use letters, digits, hyphens"),
        ("id: bad", "id: [a]", 9, "wrong-type", "id: takes a text, not a list"),
        ("date: 2017-02", "date: 2017-02-30", 11, "bad-value", "date: 2017-02-30: February 2017 has 28 days"),
        ("date: 2017-02", "date: Feb. 5, 2017", 11, "bad-value", "date: Feb. 5, 2017: write 2017-02-05"),
        ("date: 2017-02", "date:", 10, "bad-value", "date: ''"),
        ("date: 2017-02", "date: [2017]", 11, "bad-value", "date: a date is a text such as"),
        ("date: 2017-02", "Date: 2017-02", 5, "unknown-key", "unknown key 'Date' - did you mean 'date'?"),
        ("date: 2017-02", "dat: 2017-02", 5, "unknown-key", "unknown key 'dat' - did you mean 'date'?"),
        ("date: 2017-02", "when: 2017-02", 5, "unknown-key", "unknown key 'when' - did you mean 'date'?"),
        ("date: 2017-02", "zzz: 2017-02", 5, "unknown-key", "unknown key 'zzz' - keys here are id, date, title"),
        ("title: A sweep", "title: ''", 12, "bad-value", "title: is empty"),
        ("title: A sweep", "title: {a: b}", 12, "wrong-type", "title: takes a text, not keys and values"),
        ("kind: operation", "kind: raid", 11, "bad-value", "kind: 'raid' is none of operation, incident"),
        ("kind: operation", "kind: raid", 11, "bad-value", "- did you mean 'operation'?"),
        ("kind: operation", "kind: Operation", 11, "bad-value", "- did you mean 'operation'?"),
        ("kind: operation", "kind: press-release", 11, "bad-value", "- did you mean 'statement'?"),
        ("places: [Austin]", "places: [Austin, '']", 22, "bad-value", "places: is empty"),
        ("places: [Austin]", "places: []", 13, "missing-value", "places: needs at least one"),
        ("places: [Austin]", "places:", 12, "wrong-type", "places: takes a list, not nothing"),
        ("places: [Austin]", "place: [Austin]", 5, "unknown-key", "unknown key 'place' - did you mean 'places'?"),
        ("sources: [{article: one}]", "sources: one", 14, "wrong-type", "sources: takes a list, not 'one'"),
        ("sources: [{article: one}]", "sources: [one]", 15, "wrong-type", "sources: takes keys and values"),
        ("sources: [{article: one}]", "sources: [{artcle: one}]", 16, "unknown-key", "did you mean 'article'?"),
        ("sources: [{article: one}]", "sources: [{url: x}]", 15, "bad-value", "give `article`, or else `url`,"),
        (
            "sources: [{article: one}]",
            "sources: [{article: one, says: {dat: x}}]",
            37,
            "unknown-key",
            "unknown key 'dat' - did you mean 'date'?",
        ),
        (
            "sources: [{article: one}]",
            "sources: [{article: one, says: {kind: law}}]",
            43,
            "bad-value",
            "- did you mean 'legislation'?",
        ),
        (
            "sources: [{article: one}]",
            "sources: [{article: one, says: {counts: {arrested: 5 men}}}]",
            56,
            "bad-value",
            "arrested: 5 men: write the number alone (5)",
        ),
    ],
)
def test_bad_values(tmp_path, old, new, column, rule, message):
    text = "events:\n" + good("bad").replace(old, new) + good("fine")
    loaded = load_text(tmp_path, text)
    assert [event.id for event in loaded.events] == ["fine"]
    key = old.partition(":")[0]
    problems = [problem for problem in loaded.problems if problem.rule != "missing-key"]
    assert len(problems) == 1
    [problem] = problems
    assert message in problem.message
    assert (problem.line, problem.column, problem.rule, problem.severity) == (LINE[key], column, rule, "error")


@pytest.mark.parametrize("key", LINE)
def test_missing_keys_are_reported_at_the_event(tmp_path, key):
    lines = [line for line in good("bad").splitlines() if not line.strip(" -").startswith(f"{key}:")]
    if key == "id":
        lines[0] = "  - " + lines[0].strip()
    [problem] = load_text(tmp_path, "events:\n" + "\n".join(lines)).problems
    assert (problem.line, problem.column, problem.rule) == (2, 5, "missing-key")
    assert problem.message == f"the key {key!r} is missing"


def test_every_problem_of_every_event_is_told_at_once(tmp_path):
    bad = good("b c").replace("2017-02", "2017-2").replace("operation", "opertion")
    loaded = load_text(tmp_path, "events:\n" + bad + "  - just words\n  - []\n" + good("fine") + "evnts: x\n")
    assert [event.id for event in loaded.events] == ["fine"]
    assert sorted((problem.line, problem.column) for problem in loaded.problems) == [
        (2, 9), (3, 11), (5, 11), (8, 5), (9, 5), (16, 1),
    ]  # fmt: skip
    assert [problem.line for problem in loaded.problems if "an event is keys and values" in problem.message] == [8, 9]
    assert loaded.found == 4


@pytest.mark.parametrize("text", ["- id: x", "evnts: [x]", "events: words", "events: {id: x}", "events:"])
def test_what_is_no_list_holds_no_event(tmp_path, text):
    assert load_text(tmp_path, text).found == 0


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("", 0, 0, "is empty"),
        (b"\x00\x01", 1, 1, "is not a text file"),
        (b"events:\n  - id: caf\xe9", 2, 12, "is not UTF-8"),
        ("events:\n\t- id: x", 2, 1, "a tab cannot indent YAML"),
        ("events: " + "[" * 10_000, 1, 58, "nested more than 50 levels deep"),
        ("a: &a [x, x]\nb: &b [*a, *a]\nevents: *c", 3, 9, "no &c comes before this"),
        ("- id: x", 1, 1, "begin the file with `events:`"),
        ("evnts: []", 1, 1, "begin the file with `events:`"),
        ("just words", 1, 1, "begin the file with `events:`"),
        ("events: words", 1, 9, "events: takes a list"),
        ("events: {id: x}", 1, 9, "events: takes a list"),
    ],
)
def test_files_that_are_no_timeline(tmp_path, text, line, column, message):
    loaded = load_text(tmp_path, text)
    assert loaded.records == ()
    [problem] = loaded.problems
    assert message in problem.message
    assert (problem.line, problem.column) == (line, column)


@pytest.mark.parametrize("text", ["events: []", "events:", "events:\n# none yet\n"])
def test_a_timeline_may_be_empty(tmp_path, text):
    assert load_text(tmp_path, text) == store.Loaded((), ())


def test_repeated_key_keeps_the_event_and_tells(tmp_path):
    loaded = load_text(tmp_path, "events:\n" + good("one") + "    date: 2018\n")
    [problem] = loaded.problems
    assert (problem.line, problem.column, problem.rule) == (8, 5, "repeated-key")
    assert problem.message == "the key 'date' is repeated; it first appears in line 3, column 5"
    assert [event.date.text for event in loaded.events] == ["2017-02"]


def test_a_folder_is_read_in_order_and_one_bad_file_hides_nothing(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    write(tmp_path, "events:\n" + good("second"), "b/x.yml")
    write(tmp_path, "events:\n" + good("first"), "a.yaml")
    write(tmp_path, "events: [", "c.yaml")
    write(tmp_path, "events: [", ".hidden/d.yaml")
    write(tmp_path, "not YAML at all: [", "notes.txt")
    loaded = load_events([tmp_path])
    assert [event.id for event in loaded.events] == ["first", "second"]
    assert [Path(problem.path).name for problem in loaded.problems] == ["c.yaml"]


def test_nothing_to_read(tmp_path):
    (tmp_path / "empty").mkdir()
    write(tmp_path, "events: []", "events.yaml")
    loaded = load_events([tmp_path / "empty", tmp_path / "evens.yaml"])
    assert [problem.message for problem in loaded.problems] == [
        "contains no .yaml file",
        f"cannot be read: no such file or directory - did you mean {tmp_path / 'events.yaml'}?",
    ]


def test_candidates_are_events(tmp_path):
    reading = "    candidate: {date_text: in February, how: words, trigger: sweep, salience: 0.5, start: 3, end: 9}\n"
    [event] = load_text(tmp_path, "events:\n" + good("one") + reading).events
    assert (event.candidate.salience, event.candidate.start) == (0.5, 3)
    [problem] = load_text(tmp_path, "events:\n" + good("one") + reading.replace("0.5", "high")).problems
    assert problem.message == "salience: takes a number, not 'high'"


def test_shipped_timeline_is_found_in_a_checkout_and_in_the_package(tmp_path, monkeypatch):
    assert shipped_events().is_file()
    package = tmp_path / "src" / "raidline"
    monkeypatch.setattr(eventfiles, "_PACKAGE", package)
    with pytest.raises(RaidlineError, match="install raidline again"):
        shipped_events()
    for folder in (tmp_path / "data", package / "shipped"):
        folder.mkdir(parents=True)
        (folder / "events.yaml").write_text("events: []")
        assert shipped_events() == folder / "events.yaml"


def test_articles_lie_beside_the_events(tmp_path):
    assert articles_beside(tmp_path / "events.yaml") == tmp_path / "articles"
    assert articles_beside(tmp_path) == tmp_path / "articles"
