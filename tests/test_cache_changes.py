"""A changed file of events is read only where it changed, and what comes of it is what reading all of it gives."""

from __future__ import annotations

import random

import pytest

from raidline.cache import loading, location, snapshots
from raidline.cache.loading import load_selected
from raidline.cache.snapshots import Snapshot, resnapshot_events, snapshot_events

EVENT = """\
  - id: {id}
    date: {date}
    title: {title}
    kind: policy
    places: ["{place}"]
    summary: >-
      One line of it
      - and one that begins as an item does
    sources:
      - {{url: "https://herald.example/{id}", publisher: Herald, published: 2020-01-02, quote: "It {title}."}}
"""
PLACES = ("Austin, Texas", "Denver, Colorado", "Texas", "Gotham Heights")


def event(number, title="went on"):
    return EVENT.format(id=f"e{number}", date=f"20{number % 25:02}", title=title, place=PLACES[number % len(PLACES)])


def text_of(events, head="# A record.\nevents:\n"):
    return head + "".join(events)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "events.yaml"
    path.write_text(text_of(map(event, range(12))), encoding="utf-8")
    return path


def same(one, other):
    """Whether two snapshots hold the same; the order of codes in the look-up of places says nothing."""
    return snapshots.contents_of(one) == snapshots.contents_of(other) and one[1:] == other[1:]


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(lambda events: [*events, event(40)], id="added at the end"),
        pytest.param(lambda events: [event(40), *events], id="added at the beginning"),
        pytest.param(lambda events: [*events[:5], event(40), event(41), *events[5:]], id="added between"),
        pytest.param(lambda events: events[1:], id="first taken out"),
        pytest.param(lambda events: events[:-1], id="last taken out"),
        pytest.param(lambda events: [*events[:4], *events[8:]], id="some taken out"),
        pytest.param(lambda events: [*events[:4], event(4, "ended"), *events[5:]], id="said anew"),
        pytest.param(lambda events: [*events[:4], "\n  # a word\n", *events[4:]], id="a comment"),
        pytest.param(lambda events: events, id="nothing"),
    ],
)
def test_law_a_change_read_alone_is_the_file_read_whole(path, edit):
    before = snapshot_events(path)
    path.write_text(text_of(edit([*map(event, range(12))])), encoding="utf-8")
    renewed = resnapshot_events(path, before)
    assert renewed is not None
    assert same(renewed, snapshot_events(path))


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("title: went on", 'title: "went on'),  # a quotation that never ends
        ("kind: policy", "kind: raid"),
        ("    kind: policy\n", ""),
        ("  - id: e5\n", "  -\n    id: e5\n"),
        ("id: e5", "id: &e5 e5"),
        ("events:\n", "more: 1\nevents:\n"),
    ],
)
def test_what_is_not_plain_is_read_whole(path, was, now):
    before = snapshot_events(path)
    text = path.read_text(encoding="utf-8")
    at = text.index("  - id: e5") if was != "events:\n" else 0
    path.write_text(text[:at] + text[at:].replace(was, now, 1), encoding="utf-8")
    renewed = resnapshot_events(path, before)
    assert renewed is None or same(renewed, snapshot_events(path))


@pytest.mark.parametrize("seed", range(60))
def test_law_after_any_edit_of_its_characters(path, seed):
    chance = random.Random(seed)  # noqa: S311 - no secret
    text = path.read_text(encoding="utf-8")
    before = snapshot_events(path)
    for _ in range(6):
        start = chance.randrange(len(text))
        end = start + chance.choice((0, 0, 1, 3, 40, 400))
        new = chance.choice(
            ("", "x", '"', "- ", "\n", "  - ", ":", "#", "'", "{", "  ", text[start : start + 300], event(seed))
        )
        path.write_text(text[:start] + new + text[end:], encoding="utf-8")
        renewed, whole = resnapshot_events(path, before), snapshot_events(path)
        assert renewed is None or same(renewed, whole)


def test_only_what_is_around_a_change_is_read(path, tmp_path, monkeypatch):
    monkeypatch.setenv(location.VARIABLE, str(tmp_path / "cache"))
    assert len(load_selected([path], None).events) == 12
    monkeypatch.setattr(loading, "snapshot_events", lambda _: pytest.fail("read whole"))
    path.write_text(text_of([*map(event, range(12)), event(40)]), encoding="utf-8")
    assert [one.id for one in load_selected([path], None).events][-2:] == ["e11", "e40"]
    path.write_text(text_of([*map(event, range(1, 12)), event(40)]), encoding="utf-8")  # of what was renewed
    assert [one.id for one in load_selected([path], None).events][:1] == ["e1"]


def test_an_outline_of_another_state_is_never_used(path):
    assert resnapshot_events(path, Snapshot(b"")) is None
