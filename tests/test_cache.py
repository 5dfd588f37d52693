"""The cache saves time and nothing else: whatever becomes of it, what is loaded is what the files hold."""

from __future__ import annotations

import json
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

from raidline.cache import database, loading, location, snapshots
from raidline.cache.loading import load_headers, load_selected
from raidline.cache.rebuilding import rebuilt, taken_apart
from raidline.cache.snapshots import Wanted
from raidline.places.containment import containers
from raidline.places.lookup import resolve
from raidline.reading.files import read_articles
from raidline.store.load import load_events
from raidline.timeline.build import build_timeline
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
    monkeypatch.setenv(location.VARIABLE, str(folder))
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
    """Fail where a file is read rather than its snapshot."""

    def read(path):
        raise AssertionError(f"{path} is read again")

    def switch(on=True):
        for name in ("snapshot_events", "snapshot_articles"):
            monkeypatch.setattr(loading, name, read if on else getattr(snapshots, name))

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


def database_in(folder):
    (path,) = (folder / location.OWN).glob("*.sqlite")
    return path


@pytest.fixture
def hashed(monkeypatch):
    """The names of the files that are looked at by their hash, as they are."""
    names = []
    monkeypatch.setattr(loading, "digest_of", lambda path: names.append(path.name) or database.digest_of(path))
    return names


def test_what_is_cached_is_what_the_files_hold(cached, monkeypatch, never_read, hashed):
    data, folder = cached
    monkeypatch.setattr(database, "SETTLED", -(10**18))  # the files were only made this moment
    agrees(data)
    assert len(files_in(folder / location.OWN)) == 2
    never_read()
    hashed.clear()
    agrees(data)
    assert hashed == []


def test_a_file_of_this_moment_is_looked_at_again(cached, never_read, hashed):
    data, _ = cached
    load_selected([data], None)
    never_read()
    hashed.clear()
    load_selected([data], None)
    assert hashed == ["a.yaml", "b.yaml"]


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
            (data / ".other.yaml").write_text(text.replace("sweep", "swoop"), encoding="utf-8")
            path.unlink()
            path.symlink_to(data / ".other.yaml")
    agrees(data)
    (data / "articles" / "twice.md").write_text(ARTICLE.format(id="twice", day="2017-03-01"), encoding="utf-8")
    agrees(data)


def test_only_what_changed_is_read_again(cached, monkeypatch):
    data, _ = cached
    agrees(data)
    (data / "b.yaml").write_text(text_of(("b", "2018", ["Texas"])), encoding="utf-8")
    read = []
    monkeypatch.setattr(loading, "snapshot_events", lambda path: pytest.fail(f"all of {path}"))
    monkeypatch.setattr(
        loading, "resnapshot_events", lambda path, old: read.append(path.name) or snapshots.resnapshot_events(path, old)
    )
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
    monkeypatch.setenv(location.VARIABLE, str(tmp_path / "cache"))
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
    again = rebuilt(json.loads(taken_apart(event)))
    assert again == event
    assert repr(again) == repr(event)
    assert again.model_dump_json() == event.model_dump_json()


# What can become of a cache


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_cache_is_made_anew(cached, content, never_read):
    data, folder = cached
    agrees(data)
    path = database_in(folder)
    path.write_bytes(content)
    agrees(data)
    agrees(data)
    never_read()
    agrees(data)


def other_database(path):
    other = sqlite3.connect(path)
    other.executescript("create table files (name text); create table events (x int); insert into files values ('a');")
    other.close()
    return path.read_bytes()


@pytest.mark.parametrize("way", ["in its place", "by a link", "by a hard link"])
def test_a_database_of_others_is_left_as_it_is(cached, way):
    data, folder = cached
    agrees(data)
    path = database_in(folder)
    path.unlink()
    outside = path if way == "in its place" else folder.parent / "accounts.sqlite"
    before = other_database(outside)
    if way == "by a link":
        path.symlink_to(outside)
    elif way == "by a hard link":
        path.hardlink_to(outside)
    agrees(data)
    agrees(data)
    assert outside.read_bytes() == before
    assert path.exists()


@pytest.mark.slow
def test_no_changed_byte_makes_a_wrong_answer(cached, monkeypatch):
    data, folder = cached
    monkeypatch.setattr(database, "SETTLED", -(10**18))
    agrees(data)
    path = database_in(folder)
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
    path = database_in(folder)
    whole = path.read_bytes()
    for length in range(0, len(whole), 1000):
        path.write_bytes(whole[:length])
        agrees(data)


def test_swapped_rows_are_noticed(cached, monkeypatch):
    data, folder = cached
    monkeypatch.setattr(database, "SETTLED", -(10**18))
    agrees(data)
    path = database_in(folder)
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
            monkeypatch.setenv(location.VARIABLE, "/proc/no/such/folder")
        case "off":
            monkeypatch.setenv(location.VARIABLE, "")
    agrees(data)
    agrees(data)
    assert not folder.is_dir()


def test_a_locked_cache_is_not_waited_for_long_and_nothing_is_lost(cached, monkeypatch):
    data, folder = cached
    monkeypatch.setattr(database, "_PATIENCE", 0.05)
    agrees(data)
    path = database_in(folder)
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


def test_the_databases_of_other_versions_go_and_nothing_else_does(cached, monkeypatch):
    data, folder = cached
    monkeypatch.setattr(database, "_version", lambda: "0123456789abcdef")
    agrees(data)
    old, own = database_in(folder), folder / location.OWN
    for stranger in (folder, own):
        other_database(stranger / "events-texas.sqlite")
        other_database(stranger / "events-fedcba9876543210.sqlite")
        (stranger / "notes.txt").write_text("mine", encoding="utf-8")
    (own / "events-0123456789abcde0.sqlite").symlink_to(old)
    monkeypatch.setattr(database, "_version", lambda: "another")
    strangers = set(files_in(own)) - {old.name}
    agrees(data)
    assert set(files_in(own)) == strangers | {"events-another.sqlite"}
    assert set(files_in(folder)) == {
        location.OWN, "events-texas.sqlite", "events-fedcba9876543210.sqlite", "notes.txt"
    }  # fmt: skip


def test_another_version_reads_anew(cached, monkeypatch):
    data, folder = cached
    agrees(data)
    old = database_in(folder)
    monkeypatch.setattr(database, "_version", lambda: "another")
    agrees(data)
    assert database_in(folder).name == "events-another.sqlite" != old.name


# Who may read, write and be believed

posix = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="owners and permissions as POSIX has them")
FORGED = b"Agents swoop, number"  # as long as what the files say


def forge(path, total):
    """Change an event of the database at `path`, with the hashes that `total` makes of it, of all and of their file."""
    changed = sqlite3.connect(path)
    with changed:
        file = changed.execute(
            "select kind, path, id, stamp, digest, checked, contents from files where kind = 'events' order by path"
        ).fetchone()
        id_, digest = file[2], file[4]
        rows = changed.execute("select event from events where file = ? order by number", (id_,))
        event, *others = (one for (one,) in rows)
        event = event.replace(b"Agents sweep, number", FORGED)
        assert FORGED in event
        whole = total(digest, event, *others)
        changed.execute("update files set whole = ?, sum = ? where id = ?", (whole, total(*file, whole), id_))
        changed.execute(
            "update events set event = ?, sum = ? where file = ? and number = 0",
            (event, total(id_, digest, 0, event), id_),
        )
    changed.close()


@pytest.mark.parametrize("known", [False, True])
def test_what_was_written_without_the_key_is_not_believed(cached, monkeypatch, known):
    data, folder = cached
    monkeypatch.setattr(database, "SETTLED", -(10**18))
    agrees(data)
    path = database_in(folder)
    key = (path.parent / "key").read_bytes() if known else bytes(32)
    forge(path, database.Database(None, key)._sum)
    if known:  # so that this test would fail if it forged badly
        with pytest.raises(AssertionError):
            agrees(data)
    else:
        agrees(data)


def test_a_database_that_was_carried_here_is_not_believed(cached, monkeypatch):
    data, folder = cached
    monkeypatch.setattr(database, "SETTLED", -(10**18))
    agrees(data)
    forged = database_in(folder)
    forge(forged, database.Database(None, (forged.parent / "key").read_bytes())._sum)
    monkeypatch.setenv(location.VARIABLE, str(folder.parent / "elsewhere"))
    agrees(data)
    shutil.copy(forged, database_in(folder.parent / "elsewhere"))
    agrees(data)


@posix
@pytest.mark.parametrize("mask", [0, 0o022, 0o077])
def test_nobody_else_reads_it(cached, mask):
    data, folder = cached
    folder.mkdir(mode=0o777)
    before = os.umask(mask)
    try:
        agrees(data)
    finally:
        os.umask(before)
    own = folder / location.OWN
    assert own.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in own.iterdir()} == {0o600}
    assert len(files_in(own)) == 2


@posix
@pytest.mark.parametrize("what", ["folder", "key", "database"])
@pytest.mark.parametrize("why", ["another owner", "others may write", "a link"])
def test_what_is_not_ours_alone_is_no_cache(cached, monkeypatch, what, why):
    data, folder = cached
    monkeypatch.setattr(database, "SETTLED", -(10**18))
    agrees(data)
    path = database_in(folder)
    forge(path, database.Database(None, (path.parent / "key").read_bytes())._sum)
    named = {"folder": path.parent, "key": path.parent / "key", "database": path}[what]
    match why:
        case "another owner":
            own = os.geteuid()
            if own:
                pytest.skip("only root gives files away")
            os.chown(named, 65534, 65534)
        case "others may write":
            named.chmod(named.stat().st_mode | 0o022)
        case "a link":
            moved = named.with_name("moved")
            named.rename(moved)
            named.symlink_to(moved)
    inside = {file: file.read_bytes() for file in path.parent.iterdir()}
    agrees(data)
    agrees(data)
    assert {file: file.read_bytes() for file in path.parent.iterdir()} == inside


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
@pytest.mark.parametrize("name", ["key", "database"])
def test_a_pipe_in_its_place_is_not_waited_for(cached, name):
    data, folder = cached
    agrees(data)
    path = database_in(folder)
    path = path.with_name("key") if name == "key" else path
    path.unlink()
    os.mkfifo(path)
    agrees(data)


@pytest.mark.parametrize("key", [b"", b"short", b"x" * 33])
def test_a_key_that_is_none_is_no_key(cached, key):
    data, folder = cached
    agrees(data)
    (folder / location.OWN / "key").write_bytes(key)
    agrees(data)


# Clocks


@pytest.mark.parametrize("grain", [1, 2])
def test_a_change_within_the_grain_of_the_clock_is_seen(cached, monkeypatch, grain):
    """The file changes after it was read and before that is kept, which is long after, and has the times it had."""
    data, _ = cached
    path = data / "b.yaml"
    changed = path.read_text(encoding="utf-8").replace("sweep", "swoop")
    now = [time.time_ns()]
    written = now[0] // (grain * 10**9) * grain * 10**9
    real = loading._keep

    def stamp(cls, path):
        return cls(f"{path.stat().st_size}:{written}", written, now[0]) if path.is_file() else None

    def keep(kind, new):
        if kind == "events":
            path.write_text(changed, encoding="utf-8")
        now[0] += 60 * 10**9
        real(kind, new)

    monkeypatch.setattr(database.Stamp, "of", classmethod(stamp))
    monkeypatch.setattr(database.time, "time_ns", lambda: now[0])
    monkeypatch.setattr(loading, "_keep", keep)
    load_selected([data], None)
    assert path.read_text(encoding="utf-8") == changed
    agrees(data)
    agrees(data)


def test_a_cache_that_is_too_large_is_begun_anew(cached, monkeypatch):
    data, _ = cached
    agrees(data)
    monkeypatch.setattr(database, "MOST", 100)
    with database.opened() as fresh:
        assert fresh is not None
        assert fresh.find("events", loading._name(data / "a.yaml")) is None
    agrees(data)


def test_pipes_and_missing_files_are_as_without_a_cache(tmp_path, monkeypatch):
    monkeypatch.setenv(location.VARIABLE, str(tmp_path / "cache"))
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
    monkeypatch.delenv(location.VARIABLE)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    found = location.location_of("0123456789abcdef", database.MOST)
    assert found is not None
    assert found.path == tmp_path / "raidline" / "events-0123456789abcdef.sqlite"
