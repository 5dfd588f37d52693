"""The database as SQLite and Datasette open it, and the questions that the README asks of it."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from raidline.errors import RaidlineError
from raidline.export import export_chunks, left_out
from raidline.export.database import APPLICATION_ID, VERSION
from samples import HOSTILE, make_event, timeline_of

ROOT = Path(__file__).resolve().parents[1]
COUNTY = """
SELECT date_text, title, status FROM events_by_place
WHERE place = 'Travis County, Texas' AND share >= 0.5
  AND earliest <= '2017-04-30' AND latest >= '2017-01-01'
ORDER BY earliest, id
"""
PUBLISHERS = "SELECT publisher, events, differs_on FROM publishers ORDER BY events DESC, publisher"
CLAIMS = """
SELECT events.title, claims.event_says, claims.publisher, claims.says
FROM claims JOIN events ON events.id = claims.event_id ORDER BY events.earliest, claims.id
"""
SEARCH = """
SELECT events.id, snippet(events_fts, -1, '[', ']', '...', 8)
FROM events_fts JOIN events ON events.rowid = events_fts.rowid
WHERE events_fts MATCH ? ORDER BY rank
"""
EVENTS = [
    make_event(
        "sweep",
        "2017-02-01~/2017-02-10~",
        counts={"arrested": "at least 51"},
        agencies=["ICE"],
        summary="Agents came to the markets.",
        sources=[
            {"article": "star", "quote": "The magistrate was told of raids."},
            {"article": "herald", "says": {"date": "2017-01", "counts": {"arrested": "about 70"}}},
        ],
    ),
    make_event("policy", "2017-01-20", places=["Travis County, Texas"], kind="policy"),
    make_event("law", "2017-05", places=["Texas", "Nowhere at all"], kind="legislation"),
    make_event("later", "2018", places=["Austin, Texas"], status="planned"),
    make_event("since", "2014/..", places=["San Francisco, California", "San Francisco, California"]),
]


def database(tmp_path, *events):
    path = tmp_path / "timeline.sqlite"
    path.write_bytes(b"".join(export_chunks(timeline_of(*events), "sqlite")))
    return closing(sqlite3.connect(path))


def asked(tmp_path, events, question, *parameters):
    with database(tmp_path, *events) as opened:
        return opened.execute(question, parameters).fetchall()


@pytest.mark.parametrize("events", [[], EVENTS, [HOSTILE]], ids=["none", "some", "hostile"])
def test_the_file_is_whole(events, tmp_path):
    with database(tmp_path, *events) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
        assert opened.execute("INSERT INTO events_fts (events_fts) VALUES ('integrity-check')").fetchall() == []
        assert opened.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,) == (0x72616964,)
        assert opened.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert opened.execute("SELECT count(*) FROM events").fetchone() == (len(events),)


def test_every_reference_has_an_index(tmp_path):
    with database(tmp_path, *EVENTS) as opened:
        tables = [name for (name,) in opened.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        references = [
            (table, row[3]) for table in tables for row in opened.execute(f"PRAGMA foreign_key_list({table})")
        ]
        assert len(references) == 8
        for table, column in references:
            indices = [row[1] for row in opened.execute(f"PRAGMA index_list({table})")]
            assert column in {opened.execute(f"PRAGMA index_info({index})").fetchone()[2] for index in indices}


def test_the_same_data_is_the_same_bytes(tmp_path):
    first = b"".join(export_chunks(timeline_of(*EVENTS), "sqlite"))
    assert first == b"".join(export_chunks(timeline_of(*reversed(EVENTS)), "sqlite"))
    assert first != b"".join(export_chunks(timeline_of(*EVENTS[1:]), "sqlite"))
    assert first.startswith(b"SQLite format 3\0")


def test_it_comes_in_pieces_and_leaves_no_file(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    events = (make_event(f"e-{n}", summary="Agents came. " * 200) for n in range(800))
    pieces = [len(piece) for piece in export_chunks(timeline_of(*events), "sqlite")]
    assert (len(pieces) > 2, max(pieces)) == (True, 1 << 20)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_cannot_be_written_is_a_clear_message(monkeypatch):
    def full(*_args, **_options):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("sqlite3.connect", full)
    with pytest.raises(RaidlineError, match="cannot be written: database or disk is full"):
        b"".join(export_chunks(timeline_of(*EVENTS), "sqlite"))


def test_events_of_a_county_in_a_period(tmp_path):
    assert asked(tmp_path, EVENTS, COUNTY) == [
        ("January 20, 2017", "Title of policy", "occurred"),
        ("early February 2017", "Title of sweep", "occurred"),
    ]


def test_a_place_lies_in_its_county_its_state_and_the_nation(tmp_path):
    question = "SELECT id FROM events_by_place WHERE place = ? ORDER BY id"
    for place, ids in {
        "Texas": ["later", "law", "policy", "sweep"],
        "United States": ["later", "law", "policy", "since", "sweep"],
        "Williamson County, Texas": ["later", "sweep"],
        "San Francisco County, California": ["since"],
        "Harris County, Texas": [],
    }.items():
        assert [row[0] for row in asked(tmp_path, EVENTS, question, place)] == ids
    [share] = asked(tmp_path, EVENTS[:1], "SELECT share FROM events_by_place WHERE place LIKE 'Williamson%'")
    assert 0 < share[0] < 0.2


def test_who_reports_most_and_where_they_differ(tmp_path):
    assert asked(tmp_path, EVENTS, PUBLISHERS) == [("The Evening Star", 5, 0), ("Herald", 1, 1)]
    assert asked(tmp_path, EVENTS, CLAIMS) == [
        ("Title of sweep", "early February 2017", "Herald", "January 2017"),
        ("Title of sweep", "at least 51 arrested", "Herald", "about 70 arrested"),
    ]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("market", ["sweep"]),  # the stem, in a summary
        ("magistrates", ["sweep"]),  # in a quote
        ("title NOT sweep", ["later", "law", "policy", "since"]),
        ("helicopter", []),
    ],
)
def test_full_text_search(words, ids, tmp_path):
    assert sorted(row[0] for row in asked(tmp_path, EVENTS, SEARCH, words)) == ids


def test_search_follows_changes(tmp_path):
    with database(tmp_path, *EVENTS) as opened:
        opened.execute("UPDATE events SET summary = 'A helicopter' WHERE id = 'law'")
        opened.execute("INSERT INTO events SELECT 'copy', 'A gazebo', date_edtf, date_text, earliest, latest, precision,"
                       " approximate, uncertain, kind, status, as_of, places, agencies, summary, quotes, corroboration,"
                       " aliases, related, updated FROM events WHERE id = 'policy'")  # fmt: skip
        opened.execute("DELETE FROM sources WHERE event_id = 'sweep'")
        opened.execute("DELETE FROM events WHERE id = 'sweep'")
        found = {
            word: [row[0] for row in opened.execute(SEARCH, [word])] for word in ("helicopter", "gazebo", "market")
        }
        assert found == {"helicopter": ["law"], "gazebo": ["copy"], "market": []}
        opened.execute("INSERT INTO events_fts (events_fts) VALUES ('integrity-check')")


def test_datasette_finds_the_search(tmp_path):
    """The condition by which Datasette looks for the full-text table of a table."""
    question = """
        SELECT name FROM sqlite_master WHERE rootpage = 0
        AND sql LIKE '%VIRTUAL TABLE%USING FTS%content="events"%'
    """
    assert asked(tmp_path, EVENTS, question) == [("events_fts",)]


def test_dates_can_be_compared(tmp_path):
    question = """
        SELECT date_edtf, date_text, earliest, latest, precision, approximate, uncertain
        FROM events WHERE id IN ('sweep', 'since') ORDER BY earliest
    """
    rows = asked(tmp_path, EVENTS, question)
    assert rows == [
        ("2014/..", "since 2014", "2014-01-01", None, "year", 0, 0),
        ("2017-02-01~/2017-02-10~", "early February 2017", "2017-02-01", "2017-02-10", "day", 1, 0),
    ]
    between = "SELECT id FROM events WHERE earliest BETWEEN '2017-01-01' AND '2017-02-28' ORDER BY id"
    assert asked(tmp_path, EVENTS, between) == [("policy",), ("sweep",)]


def test_lists_are_json_for_facets_and_joins(tmp_path):
    question = "SELECT value, count(*) FROM events, json_each(events.places) GROUP BY value ORDER BY value"
    names = ["Austin, Texas", "Nowhere at all", "Texas", "Travis County, Texas"]
    assert asked(tmp_path, EVENTS[:3], question) == [(name, 1) for name in names]


def test_numbers_have_bounds(tmp_path):
    assert asked(tmp_path, EVENTS, "SELECT event_id, what, text, low, high FROM counts") == [
        ("sweep", "arrested", "at least 51", 51, None)
    ]


def test_the_key_of_an_event_is_its_id(tmp_path):
    events = [make_event("a", "2016", title="First"), make_event("a", "2017", title="Second")]
    assert asked(tmp_path, events, "SELECT id, title FROM events") == [("a", "First")]
    assert left_out(timeline_of(*events), "sqlite") == [("a", "another event has its id")]


def test_texts_are_inert_and_links_go_to_the_web(tmp_path):
    with database(tmp_path, HOSTILE) as opened:
        tables = ("events", "sources", "counts", "claims", "places", "event_places", "events_by_place", "publishers")
        cells = [str(cell) for table in tables for row in opened.execute(f"SELECT * FROM {table}") for cell in row]  # noqa: S608 - as listed
        assert not any(re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", cell) for cell in cells)
        assert opened.execute("SELECT url FROM sources").fetchall() == [
            (None,),
            ("https://a.example/x%20y?%3Cb%3E%22(z)",),
        ]


README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^```sql\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def test_the_questions_of_the_readme_have_answers(tmp_path, run):
    path = tmp_path / "timeline.sqlite"
    assert run("export", "-o", path, "--data", ROOT / "data" / "events.yaml")[0] == 0
    questions = [question for block in SHOWN for question in block.split(";") if question.strip()]
    assert len(questions) == 3
    with closing(sqlite3.connect(path)) as opened:
        for question in questions:
            assert opened.execute(question).fetchall(), question
