"""A site is made anew only where something changed, and the result is that of a publication into an empty folder."""

from __future__ import annotations

import random

import pytest
from jinja2 import Environment

from raidline.dates.regional import dates_in
from raidline.dates.value import Edtf
from raidline.export import Options
from raidline.models import Correction, Kind
from raidline.publish import Work, contents, contents_of, making, plan_site, write_site
from raidline.publish.files import feeds, searching
from raidline.publish.pages import frame, listings
from samples import ARTICLES, make_event, timeline_of

TABLES = ("united-states/events.csv", "united-states/events.json")
EVENTS = [
    make_event("sweep", "2017-02-01~/2017-02-10~", related=["policy"], title="Two lines\r\nof a title"),
    make_event("policy", "2017-01-20", ["Travis County, Texas"], kind="policy", agencies=["ICE"]),
    make_event("raid", "2018-05", ["New York City"], summary='A; =cell, "quoted"\nand broken'),
    make_event("2016-03.odd_id", "2016-03", ["Denver, Colorado"]),
    make_event("order", "2017", ["United States"], kind="order"),
]
ADDED = make_event("added", "2018-06-01", ["New York City"])
RETITLED = EVENTS[1].model_copy(update={"title": "Another title"})


def site_of(*events):
    return plan_site(contents_of(timeline_of(*events), ARTICLES, None), Options())


def files_of(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def folder(tmp_path):
    write_site(tmp_path / "site", site_of(*EVENTS))
    return tmp_path / "site"


@pytest.mark.parametrize(
    "events",
    [
        pytest.param([*EVENTS, ADDED], id="one added"),
        pytest.param([EVENTS[0], RETITLED, *EVENTS[2:]], id="one changed"),
        pytest.param(EVENTS[:-1], id="one removed"),
        pytest.param([ADDED], id="all others removed"),
        pytest.param([], id="all removed"),
    ],
)
def test_a_site_that_was_changed_is_the_same_as_a_new_one(folder, tmp_path, events):
    write_site(folder, site_of(*events))
    write_site(tmp_path / "new", site_of(*events))
    assert files_of(folder) == files_of(tmp_path / "new")


def test_a_record_that_becomes_large_has_the_pages_of_a_new_one(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(contents, "_LARGE", len(EVENTS))
    write_site(folder, site_of(*EVENTS, ADDED))
    write_site(tmp_path / "new", site_of(*EVENTS, ADDED))
    assert "united-states/events.json" not in files_of(folder)
    assert files_of(folder) == files_of(tmp_path / "new")


def test_places_that_shared_their_tables_part_when_one_has_another_event(tmp_path):
    write_site(tmp_path / "site", site_of(EVENTS[1]))
    assert "texas/events.csv" not in files_of(tmp_path / "site")
    write_site(tmp_path / "site", site_of(EVENTS[1], ADDED))
    write_site(tmp_path / "new", site_of(EVENTS[1], ADDED))
    assert "texas/events.csv" in files_of(tmp_path / "site")
    assert files_of(tmp_path / "site") == files_of(tmp_path / "new")


def test_what_is_published_twice_is_written_once(folder):
    outcome = write_site(folder, site_of(*EVENTS))
    assert (outcome.written, outcome.removed) == ([], [])


def test_an_added_event_changes_no_page_that_does_not_show_it(folder):
    written = set(write_site(folder, site_of(*EVENTS, ADDED)).written)
    own = {
        "events/added/index.html",
        "new-york/new-york-city/index.html",
        "new-york/index.html",
        "united-states/index.html",
    }
    assert written >= {*own, *TABLES, "index.html", "kinds/operation/index.html"}
    elsewhere = ("events/sweep", "events/raid", "events/policy", "texas", "colorado", "kinds/policy", "agencies")
    assert not [path for path in written if path.startswith(elsewhere)]


@pytest.fixture
def made_lines(monkeypatch):
    """The ids of the events of which a line of a table is made."""
    made = []
    row, record = feeds.spreadsheet.line, feeds.record
    monkeypatch.setattr(
        feeds.spreadsheet, "line", lambda entry, *more: made.append(entry.event.id) or row(entry, *more)
    )
    monkeypatch.setattr(feeds, "record", lambda entry: made.append(entry.event.id) or record(entry))
    return made


def test_lines_of_a_table_are_made_of_what_changed(folder, made_lines):
    """Also of an event whose related one changed: its page did, so nothing is known of its line."""
    write_site(folder, site_of(EVENTS[0], RETITLED, *EVENTS[2:], ADDED))
    assert set(made_lines) == {"added", "policy", "sweep"}


@pytest.mark.parametrize(
    ("event", "lists_more"),
    [
        pytest.param(ADDED, False, id="in a place that has one"),
        pytest.param(make_event("far", "2018-06-01", ["Boston, Massachusetts"]), True, id="in another place"),
        pytest.param(make_event("body", "2018-06-01", ["New York City"], agencies=["CBP"]), True, id="of a body"),
        pytest.param(make_event("kind", "2018-06-01", ["New York City"], kind="hearing"), True, id="of a kind"),
    ],
)
def test_what_there_is_to_follow_is_listed_anew_if_there_is_more(monkeypatch, event, lists_more):
    """In a large record, where events do not tell which place has tables."""
    monkeypatch.setattr(contents, "_LARGE", len(EVENTS) - 1)
    before, after = (site_of(*events)["follow/index.html"] for events in (EVENTS, [*EVENTS, event]))
    assert (before.inputs != after.inputs, before.make() != after.make()) == (lists_more, lists_more)


@pytest.mark.parametrize("table", TABLES)
def test_a_table_that_was_edited_is_never_made_use_of(folder, table):
    """Not even once it is as it was, for the events changed in the meantime."""
    path, changed = folder / table, [EVENTS[0], RETITLED, *EVENTS[2:]]
    before = path.read_bytes()
    path.write_bytes(before.replace(b"policy", b"POLICY"))
    assert [left for left, _ in write_site(folder, site_of(*changed)).left] == [table]
    path.write_bytes(before)
    assert table in write_site(folder, site_of(*changed)).written
    assert path.read_bytes() == site_of(*changed)[table].make()


def test_a_line_is_not_taken_from_beside_an_edited_page(folder):
    """Its event may have changed and changed back, and the table with it only once."""
    page = folder / "events/policy/index.html"
    kept = page.read_bytes()
    page.write_bytes(b"mine")
    write_site(folder, site_of(EVENTS[0], RETITLED, *EVENTS[2:]))
    page.write_bytes(kept)
    write_site(folder, site_of(*EVENTS, ADDED))
    plan = site_of(*EVENTS, ADDED)
    assert all((folder / table).read_bytes() == plan[table].make() for table in TABLES)


def test_a_large_record_is_on_the_site_in_one_form(monkeypatch):
    """Its other forms would be made whole again for each event; the page of the data says how to make them."""
    other = {"united-states/events.json", "data/timeline.sqlite", "data/timeline.xlsx"}
    local = ("/events.csv", "/events.json", "/feed.json")  # of a place, which a wider one has
    tables = {"united-states/events.csv", "data/sources.csv"}
    small = site_of(*EVENTS)
    monkeypatch.setattr(contents, "_LARGE", len(EVENTS) - 1)
    large = site_of(*EVENTS)
    assert small.keys() >= other | tables
    assert {path for path in small.keys() - large.keys() if path in other or not path.endswith(local)} == other
    assert large.keys() < small.keys()
    page = large["data/index.html"].make().decode()
    assert "--format</span> sqlite" in page
    assert not [path for path in other if path in page]
    assert "events.json" not in large["follow/index.html"].make().decode()


def test_a_large_record_is_there_in_every_form_if_asked(tmp_path, monkeypatch):
    monkeypatch.setattr(contents, "_LARGE", len(EVENTS) - 1)
    forms = {"data/timeline.sqlite", "data/timeline.xlsx"}
    for whole in (False, True, False):
        site = plan_site(contents_of(timeline_of(*EVENTS), ARTICLES, None, whole=whole), Options())
        outcome = write_site(tmp_path / "site", site)
        assert (forms <= files_of(tmp_path / "site").keys()) is whole
        page = (tmp_path / "site" / "data" / "index.html").read_text(encoding="utf-8")
        assert ("here in one form" in page) is not whole
    assert set(outcome.removed) >= forms


WHERE = ("Denver, Colorado", "Austin, Texas", "Texas", "New York City", "United States", "Travis County, Texas")


def edited(chance, events):
    """Return events after one edit as people make it: added, taken out, said anew, moved, corrected, renamed."""
    number, at = chance.randrange(1000), chance.randrange(len(events))
    one, others = events[at], [*events[:at], *events[at + 1 :]]
    updates = (
        {"title": f"Title {number}"},
        {"places": (chance.choice(WHERE),)},
        {"date": Edtf.parse(f"20{number % 25:02}-0{number % 9 + 1}")},
        {"kind": chance.choice([*Kind])},
        {"agencies": (f"Body {number % 3}",)},
        {"related": (events[number % len(events)].id,)},
        {"id": f"renamed-{number}", "aliases": (one.id, *one.aliases)},
        {"corrections": (Correction(day=Edtf.parse("2026-01-15"), text=f"Not {number}."),)},
        {"updated": Edtf.parse(f"2026-02-{number % 28 + 1:02}")},
    )
    return chance.choice(
        [
            [*events, make_event(f"new-{number}", f"20{number % 25:02}", [chance.choice(WHERE)])],
            others,
            *([*events[:at], one.model_copy(update=update), *events[at + 1 :]] for update in updates),
        ]
    )


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("large", [False, True])
def test_law_after_any_edits_a_site_is_that_of_a_new_one(tmp_path, small_parts, monkeypatch, seed, large):
    monkeypatch.setattr(contents, "_LARGE", 3 if large else 3_000)
    monkeypatch.setattr(listings, "AT_MOST", 8)
    monkeypatch.setattr(making, "WORTH_A_PROCESS", 10)
    chance = random.Random(seed)  # noqa: S311 - no secret
    events = [*many(), *EVENTS]
    for step in range(6):
        plan = site_of(*events)
        write_site(tmp_path / "site", plan, work=Work(jobs=step % 3))
        write_site(tmp_path / f"new-{step}", plan)
        assert files_of(tmp_path / "site") == files_of(tmp_path / f"new-{step}")
        for _ in range(chance.randint(1, 3)):
            events = edited(chance, events)


@pytest.fixture
def small_parts(monkeypatch):
    """Parts of the index that have a few events, so that a small record has several."""
    monkeypatch.setattr(searching, "_IN_A_PART", 3)
    monkeypatch.setattr(searching, "_MOST_IN_A_PART", 5)


def many(*left_out, **added):
    """Return events over several years, without some, with others by name and year."""
    years = {f"event-{number}": 2000 + number // 2 for number in range(30)} | added
    words = ["agents", "jail", "vote", "council", "vans", "march"]
    return [
        make_event(
            name.replace("_", "-"),
            str(year),
            ["Denver, Colorado"],
            title=f"Of {words[len(name) * year % 6]} and {words[year % 6]}",
        )
        for name, year in years.items()
        if name not in left_out
    ]


@pytest.mark.parametrize(
    "events",
    [
        pytest.param(many(first=1999), id="before all"),
        pytest.param(many(last=2030), id="after all"),
        pytest.param(many(some=2004, others=2004, more=2009), id="among them"),
        pytest.param(many("event-0", "event-7", "event-29"), id="without some"),
        pytest.param(many(**{"event-4": 2012}), id="moved"),
        pytest.param(many("event-3", some=2001), id="one for another"),
        pytest.param(many(*(f"event-{number}" for number in range(29))), id="one left"),
    ],
)
def test_law_an_index_that_was_changed_is_that_of_a_new_site(tmp_path, small_parts, events):
    assert len([path for path in site_of(*many()) if path.startswith("search/rows-")]) > 5
    write_site(tmp_path / "site", site_of(*many()))
    write_site(tmp_path / "site", site_of(*events))
    write_site(tmp_path / "new", site_of(*events))
    assert files_of(tmp_path / "site") == files_of(tmp_path / "new")


def test_an_added_event_changes_one_part_of_the_rows_and_no_words_of_others_are_read(
    tmp_path, small_parts, monkeypatch
):
    write_site(tmp_path / "site", site_of(*many()))
    read, text_of = [], searching._text
    monkeypatch.setattr(searching, "_text", lambda entry: read.append(entry.event.id) or text_of(entry))
    outcome = write_site(tmp_path / "site", site_of(*many(added=2007)))
    assert len([path for path in outcome.written if path.startswith("search/rows-")]) == 1
    assert "added" in read
    assert len(read) <= 5


def test_words_edited_by_hand_are_never_made_use_of(tmp_path, small_parts):
    write_site(tmp_path / "site", site_of(*many()))
    words = tmp_path / "site" / "search" / "words-o.js"
    words.write_bytes(words.read_bytes().replace(b"0:", b"1:", 1))
    outcome = write_site(tmp_path / "site", site_of(*many(added=2007)))
    assert [path for path, _ in outcome.left] == ["search/words-o.js"]
    words.unlink()
    write_site(tmp_path / "site", site_of(*many(added=2007)))
    write_site(tmp_path / "new", site_of(*many(added=2007)))
    assert files_of(tmp_path / "site") == files_of(tmp_path / "new")


def test_templates_are_compiled_once_whatever_the_language_of_dates(tmp_path, monkeypatch):
    monkeypatch.setenv("RAIDLINE_CACHE", str(tmp_path))
    compiled, compile_one = [], Environment.compile
    monkeypatch.setattr(Environment, "compile", lambda *told: compiled.append(told[2]) or compile_one(*told))
    for language in ("en-US", "en-US", "en-GB"):
        frame._environment.cache_clear()
        with dates_in(language):
            frame._environment().get_template("site_gone.html.j2")
        assert compiled == ["site_gone.html.j2"]
