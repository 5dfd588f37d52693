"""The cache saves time and nothing else: whatever becomes of it, what is loaded is what the files hold."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import threading
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from raidline.cache import database, loading, shelves
from raidline.cache.loading import load_headers, load_selected
from raidline.cache.rebuilding import rebuilt, taken_apart
from raidline.cache.shelves import Wanted
from raidline.places import containers, resolve
from raidline.reading.files import read_articles
from raidline.store import load_events
from raidline.timeline import build_timeline
from samples import make_event

EVENT = """\
  - id: {id}
    date: {date}
    title: Agents sweep, number {id}
    kind: operation
    places: [{places}]
    counts: {{arrested: at least 51}}
    sources:
      - {{article: star, quote: Agents came., says: {{date: 2017-01}}}}
      - {{url: "https://herald.example/1", publisher: Herald, published: 2017-03-27}}
"""
BAD = "  - id: bad\n    date: 2017-02-30\n    title: x\n    kind: raid\n    places: [Texas]\n    sources: [{article: a}]\n"
PLACES = [
    "Austin, Texas",
    "Travis County, Texas",
    "Texas",
    "Houston, Texas",
    "United States",
    "Gotham Heights",
    "Springfield",
]
ARTICLE = "---\nid: {id}\ntitle: Deputies out\npublisher: Star\npublished: {day}\n---\nAgents came.\n"


def text_of(*events, bad=False):
    return (
        "events:\n"
        + "".join(
            EVENT.format(id=id_, date=date, places=", ".join(f'"{place}"' for place in places))
            for id_, date, places in events
        )
        + (BAD if bad else "")
    )


EVENTS = [(f"e{n}", f"2017-0{n % 9 + 1}", [PLACES[n % 7], PLACES[n % 3]]) for n in range(20)]


@pytest.fixture
def cached(tmp_path, monkeypatch):
    """A cache of its own, and a folder of events and articles; yields the folder and the cache's."""
    folder = tmp_path / "cache"
    monkeypatch.setenv(database.VARIABLE, str(folder))
    data = tmp_path / "data"
    (data / "articles").mkdir(parents=True)
    (data / "a.yaml").write_text(text_of(*EVENTS[:12], bad=True), encoding="utf-8")
    (data / "b.yaml").write_text(text_of(*EVENTS[12:]), encoding="utf-8")
    (data / "articles" / "star.md").write_text(ARTICLE.format(id="star", day="2017-03-29"), encoding="utf-8")
    (data / "articles" / "twice.md").write_text(ARTICLE.format(id="star", day="2017-03"), encoding="utf-8")
    settle(data)
    return data, folder


def settle(folder):
    """Date the files back, as if nobody had touched them for a while; only for how it is told, not for what."""
    for path in folder.rglob("*"):
        os.utime(path, (1_500_000_000, 1_500_000_000))


@pytest.fixture
def never_read(monkeypatch):
    """Fail where a file is read rather than its shelf."""

    def read(path):
        raise AssertionError(f"{path} is read again")

    def switch(on=True):
        for name in ("shelve_events", "shelve_articles"):
            monkeypatch.setattr(loading, name, read if on else getattr(shelves, name))

    return switch


def headers(articles):
    return [(a.id, a.title, a.publisher, a.published, a.url, a.path) for a in articles]


def agrees(data, wanted=None):
    loaded = load_events([data])
    selected = load_selected([data], wanted)
    if wanted is None:
        assert selected.events == loaded.events
    assert selected.problems == loaded.problems
    articles, problems = load_headers([data / "articles"])
    assert (headers(articles), problems) == (
        headers(read_articles([data / "articles"])[0]),
        read_articles([data / "articles"])[1],
    )


def files_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_what_is_cached_is_what_the_files_hold(cached, monkeypatch, never_read):
    data, folder = cached
    monkeypatch.setattr(database, "SETTLED", -(10**18))  # the files were only made this moment
    agrees(data)
    assert len(files_in(folder)) == 1
    never_read()
    agrees(data)


def test_a_file_of_this_moment_is_looked_at_again(cached, never_read):
    data, _ = cached
    agrees(data)
    never_read()
    agrees(data)  # by its hash


@pytest.mark.parametrize("change", ["text", "same size and times", "gone", "new", "renamed", "by a link"])
def test_a_change_is_seen(cached, change):
    data, _ = cached
    agrees(data)
    path = data / "b.yaml"
    text = path.read_text(encoding="utf-8")
    match change:
        case "text":
            path.write_text(text.replace("sweep", "swept"), encoding="utf-8")
        case "same size and times":
            path.write_text(text.replace("sweep", "swoop"), encoding="utf-8")
            os.utime(path, (1_500_000_000, 1_500_000_000))
        case "gone":
            path.unlink()
        case "new":
            (data / "c.yaml").write_text(text_of(("c", "2018", ["Texas"])), encoding="utf-8")
        case "renamed":
            path.rename(data / "0.yaml")
        case "by a link":
            (data.parent / "other.yaml").write_text(text.replace("sweep", "swoop"), encoding="utf-8")
            path.unlink()
            path.symlink_to(data.parent / "other.yaml")
    agrees(data)
    (data / "articles" / "twice.md").write_text(ARTICLE.format(id="twice", day="2017-03-01"), encoding="utf-8")
    agrees(data)


def test_only_what_changed_is_read_again(cached, monkeypatch):
    data, _ = cached
    agrees(data)
    (data / "b.yaml").write_text(text_of(("b", "2018", ["Texas"])), encoding="utf-8")
    read = []
    monkeypatch.setattr(loading, "shelve_events", lambda path: read.append(path.name) or shelves.shelve_events(path))
    load_selected([data], None)
    assert read == ["b.yaml"]


def test_an_untouched_file_with_new_times_is_not_read_again(cached, never_read):
    data, _ = cached
    agrees(data)
    os.utime(data / "a.yaml")
    never_read()
    agrees(data)


places = st.lists(st.sampled_from(PLACES), min_size=1, max_size=3, unique=True)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(all_places=st.lists(places, max_size=6), name=st.sampled_from(PLACES[:5]), context=st.booleans())
def test_law_what_is_wanted_makes_the_same_timeline(tmp_path, monkeypatch, all_places, name, context):
    monkeypatch.setenv(database.VARIABLE, str(tmp_path / "cache"))
    path = tmp_path / "events.yaml"
    path.write_text(text_of(*((f"e{n}", "2017", where) for n, where in enumerate(all_places))), encoding="utf-8")
    place = resolve(name)
    around = frozenset([place.code, *(wider.code for wider, _ in containers(place))]) if context else frozenset()
    everything = load_events([path])
    for _ in range(2):
        some = load_selected([path], Wanted(frozenset([place.code]), around))
        assert build_timeline(some.events, {}, place=place, context=context) == build_timeline(
            everything.events, {}, place=place, context=context
        )


@settings(max_examples=60)
@given(
    named=st.dictionaries(
        st.sampled_from(["summary", "notes", "title"]),
        st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip),
    ),
    counts=st.dictionaries(st.sampled_from(["arrested", "held"]), st.sampled_from(["51", "about 700", "unknown"])),
    says=st.dictionaries(st.sampled_from(["date", "note", "status"]), st.just("2017-01")),
    updated=st.sampled_from([None, "2018", "2017-02-01~/2017-02-10~"]),
    read=st.booleans(),
)
def test_law_an_event_comes_back_as_it_was(named, counts, says, updated, read):
    status = {"status": "alleged"} if "status" in says else {}
    source = {"url": "https://a.example", "publisher": "A", "published": "2017-03", "says": says | status}
    reading = {"date_text": "x", "how": "y", "trigger": "z", "salience": 0.1, "start": 0, "end": 9}
    event = make_event(
        **named,
        counts=counts,
        sources=[source, {"article": "star", "quote": "Agents came."}],
        updated=updated,
        agencies=["ICE"],
        candidate=reading if read else None,
    )
    again = rebuilt(taken_apart(event))
    assert again == event
    assert repr(again) == repr(event)
    assert again.model_dump_json() == event.model_dump_json()


# What can become of a cache


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_cache_is_made_anew(cached, content, never_read):
    data, folder = cached
    agrees(data)
    (path,) = folder.iterdir()
    path.write_bytes(content)
    agrees(data)
    agrees(data)
    never_read()
    agrees(data)


def test_a_database_of_others_is_made_anew(cached, never_read):
    data, folder = cached
    agrees(data)
    (path,) = folder.iterdir()
    path.unlink()
    other = sqlite3.connect(path)
    other.executescript("create table files (name text); create table events (x int); insert into files values ('a');")
    other.close()
    agrees(data)
    agrees(data)
    never_read()
    agrees(data)


@pytest.mark.slow
def test_no_changed_byte_makes_a_wrong_answer(cached, monkeypatch):
    data, folder = cached
    monkeypatch.setattr(database, "SETTLED", -(10**18))
    agrees(data)
    (path,) = folder.iterdir()
    whole = path.read_bytes()
    choice = random.Random(7)  # noqa: S311 - the same places every time
    for _ in range(120):
        broken = bytearray(whole)
        for _ in range(choice.choice([1, 1, 3, 50])):
            broken[choice.randrange(len(broken))] = choice.randrange(256)
        path.write_bytes(broken)
        agrees(data)
        agrees(data, Wanted(frozenset([resolve("Texas").code])))


@pytest.mark.slow
def test_no_cut_makes_a_wrong_answer(cached, monkeypatch):
    data, folder = cached
    monkeypatch.setattr(database, "SETTLED", -(10**18))
    agrees(data)
    (path,) = folder.iterdir()
    whole = path.read_bytes()
    for length in range(0, len(whole), 1000):
        path.write_bytes(whole[:length])
        agrees(data)


def test_swapped_rows_are_noticed(cached, monkeypatch):
    data, folder = cached
    monkeypatch.setattr(database, "SETTLED", -(10**18))
    agrees(data)
    (path,) = folder.iterdir()
    changed = sqlite3.connect(path)
    with changed:
        changed.execute("update events set number = 99 where number = 0")
        changed.execute("update events set number = 0 where number = 1")
    changed.close()
    agrees(data)


@pytest.mark.parametrize("why", ["a file in the way", "no such drive", "off"])
def test_without_a_place_for_it_there_is_none(cached, monkeypatch, why):
    data, folder = cached
    match why:
        case "a file in the way":
            folder.write_text("x", encoding="utf-8")
        case "no such drive":
            monkeypatch.setenv(database.VARIABLE, "/proc/no/such/folder")
        case "off":
            monkeypatch.setenv(database.VARIABLE, "")
    agrees(data)
    agrees(data)
    assert not folder.is_dir()


def test_a_locked_cache_is_not_waited_for_long_and_nothing_is_lost(cached, monkeypatch):
    data, folder = cached
    monkeypatch.setattr(database, "_PATIENCE", 0.05)
    agrees(data)
    (path,) = folder.iterdir()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("begin exclusive")
    (data / "b.yaml").write_text(text_of(("b", "2018", ["Texas"])), encoding="utf-8")
    agrees(data)
    other.execute("commit")
    other.close()
    assert path.exists()
    agrees(data)


def test_many_at_once(cached):
    data, _ = cached
    wrong = []

    def work(seed):
        choice = random.Random(seed)  # noqa: S311 - the same every time
        for _ in range(10):
            try:
                if choice.random() < 0.3:
                    os.utime(data / "a.yaml")
                assert load_selected([data], None).events == expected
            except BaseException as error:
                wrong.append(error)

    expected = load_events([data]).events
    workers = [threading.Thread(target=work, args=(seed,)) for seed in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert wrong == []


@pytest.mark.slow
def test_killed_at_any_moment_it_gives_no_wrong_answer(cached):
    """Fifty processes that fill the cache are killed, each a little later; what is left answers as the files do."""
    data, folder = cached
    choice = random.Random(11)  # noqa: S311 - the same moments every time, as far as a computer is the same
    program = (
        "import sys, pathlib; from raidline.cache.loading import load_headers, load_selected;"
        "data = pathlib.Path(sys.argv[1]); print('ready', flush=True);"
        "load_selected([data], None); load_headers([data / 'articles'])"
    )
    ended = 0
    for turn in range(50):
        if turn % 2:  # something to write each time, over what is there or from nothing
            (data / "b.yaml").write_text(text_of((f"b{turn}", "2018", ["Texas"]), *EVENTS[12:]), encoding="utf-8")
        else:
            shutil.rmtree(folder, ignore_errors=True)
        with subprocess.Popen([sys.executable, "-c", program, str(data)], stdout=subprocess.PIPE) as process:
            process.stdout.readline()
            time.sleep(choice.random() * 0.25)
            ended += process.poll() is not None
            process.kill()
        agrees(data)
    assert ended < 50  # else nothing was killed


def test_the_databases_of_other_versions_go(cached):
    data, folder = cached
    folder.mkdir()
    (folder / "events-0123.sqlite").write_text("old", encoding="utf-8")
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    agrees(data)
    assert len(files_in(folder)) == 2
    assert "notes.txt" in files_in(folder)
    assert "events-0123.sqlite" not in files_in(folder)


def test_another_version_reads_anew(cached, monkeypatch):
    data, folder = cached
    agrees(data)
    (old,) = files_in(folder)
    monkeypatch.setattr(database, "_version", lambda: "another")
    agrees(data)
    assert files_in(folder) == ["events-another.sqlite"] != [old]


def test_a_cache_that_is_too_large_is_begun_anew(cached, monkeypatch):
    data, _ = cached
    agrees(data)
    monkeypatch.setattr(database, "MOST", 100)
    with database.opened() as fresh:
        assert fresh is not None
        assert fresh.find("events", loading._name(data / "a.yaml")) is None
    agrees(data)


def test_pipes_and_missing_files_are_as_without_a_cache(tmp_path, monkeypatch):
    monkeypatch.setenv(database.VARIABLE, str(tmp_path / "cache"))
    nowhere = tmp_path / "none.yaml"
    assert load_selected([nowhere], None).problems == load_events([nowhere]).problems
    (tmp_path / "empty").mkdir()
    assert load_selected([tmp_path / "empty"], None).problems == load_events([tmp_path / "empty"]).problems


@pytest.mark.slow
def test_several_processes_read_the_same(cached, monkeypatch):
    data, _ = cached
    monkeypatch.setattr(loading, "WORTH_A_PROCESS", 100)
    agrees(data)


def test_the_platforms_folder_is_used_where_none_is_named(tmp_path, monkeypatch):
    monkeypatch.delenv(database.VARIABLE)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    path = database._path()
    assert path is not None
    assert path.name.startswith("events-")
    assert "raidline" in path.parts
