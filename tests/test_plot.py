from __future__ import annotations

import re

import pytest

from raidline.export.html.assets import files
from raidline.kinds.table import KINDS
from raidline.models import Kind
from raidline.places.lookup import resolve
from raidline.terminal import plain_plot, show_plot
from samples import HOSTILE, make_event, timeline_of
from screens import opened

ESCAPE = "\x1b"


def events(*dated, kind="operation"):
    """Events of a kind on each date, or as (date, kind)."""
    pairs = [one if isinstance(one, tuple) else (one, kind) for one in dated]
    return [make_event(f"e{number}", date, kind=kind) for number, (date, kind) in enumerate(pairs)]


EVENTS = events(
    ("2016-12-31", "policy"),
    ("2017-02-01", "operation"),
    ("2017-02-01~/2017-02-10~", "operation"),
    ("2017-02", "statement"),
    ("2017-03", "order"),
    ("2017", "report"),
    ("2017-21", "report"),
)


@pytest.fixture
def drawn(monkeypatch):
    """What `show_plot` prints at a width, to a terminal or not, in an environment."""

    def run(width, *timelines, terminal=False, **environment):
        stream = opened(monkeypatch, width, terminal=terminal, **environment)
        show_plot(timelines or [timeline_of(*EVENTS)], stream)
        return stream.getvalue()

    return run


def bars(text):
    """The columns of a drawing without their axis, from left to right, each from the bottom up."""
    rows = [line.partition("│ ")[2] for line in text.splitlines() if "│" in line]
    width = max(map(len, rows))
    return ["".join(column)[::-1].rstrip() for column in zip(*(row.ljust(width) for row in rows), strict=True)]


def test_every_kind_has_a_letter_and_a_colour_of_its_own():
    assert list(KINDS) == list(Kind)
    assert all(row.letter in kind for kind, row in KINDS.items() if kind != "other")
    for column in zip(*((row.letter, row.paper, row.dark) for row in KINDS.values()), strict=True):
        assert len(set(column)) == len(Kind)


def test_golden(drawn, golden):
    places = [timeline_of(*EVENTS, place=resolve("Austin")), timeline_of(*EVENTS, place=resolve("Travis County"))]
    golden("plot-80.txt", drawn(80, *places))
    golden("plot-plain.txt", plain_plot(places))


def test_a_letter_an_event_a_column_a_month_and_gaps_for_empty_months(drawn):
    assert [bar for bar in bars(drawn(80, timeline_of(*events("2017-01", "2017-01", "2017-04")))) if bar] == ["oo", "o"]
    months = bars(drawn(20, timeline_of(*events("2017-01", "2017-01", "2017-12"))))
    assert months == ["oo", *[""] * 10, "o"]


def test_kinds_stand_on_one_another_in_their_order(drawn):
    mixed = events(("2017-01", "other"), ("2017-01", "operation"), ("2017-01", "policy"), ("2017-01", "operation"))
    assert bars(drawn(80, timeline_of(*mixed)))[0] == "oopx"


@pytest.mark.parametrize(
    ("width", "last", "unit"),
    [
        (80, "2017-12", None),
        (80, "2022-11", None),
        (80, "2023-02", "quarter"),
        (40, "2020-12", "quarter"),
        (80, "2034-12", "year"),
        (200, "2034-12", "quarter"),
        (80, "2200-01", "decade"),
        (80, "9999-12", "millennium"),
    ],
)
def test_long_ranges_are_drawn_in_longer_bins_and_it_is_said(width, last, unit, drawn):
    text = drawn(width, timeline_of(*events("2017-01", last)))
    assert all(len(line) <= width for line in text.splitlines())
    said = re.search(r"Each\s+bar\s+is\s+a\s+(\w+)", text)
    assert (said and said[1]) == unit
    assert [bar for bar in bars(text) if bar] == ["o", "o"]


def test_dates_that_name_no_month_are_counted_not_drawn(drawn):
    for text in (drawn(80), plain_plot([timeline_of(*EVENTS)])):
        assert "2 events are not drawn: the date names no month." in text
    assert "No event is dated to a month." in drawn(80, timeline_of(*events("2017")))
    assert "1 event is not drawn" in drawn(80, timeline_of(*events("2017", "2017-02")))


def test_no_events(drawn):
    for text in (drawn(80, timeline_of()), plain_plot([timeline_of()])):
        assert text.startswith("All places\n\n  No events.\n")


def test_several_places_share_axis_and_scale(drawn):
    texas, california = (
        timeline_of(*(make_event(f"{date}{n}", date, [place]) for date, number in dates for n in range(number)))
        for place, dates in (("Texas", [("2017-01", 30)]), ("California", [("2017-06", 3)]))
    )
    text = drawn(80, texas, california)
    first, second = text.split("All places")[1:]
    assert [len(bar) for bar in bars(first) if bar] == [6]
    assert [len(bar) for bar in bars(second) if bar] == [1]
    axis = next(line for line in first.splitlines() if "└" in line)
    assert axis.partition("└")[2] in second
    assert text.count("One letter is up to 5 events.") == 1


@pytest.mark.parametrize(("number", "letters"), [(1, 1), (10, 10), (11, 6), (1000, 10), (100_000, 10)])
def test_bars_stay_low_however_many_events(number, letters, drawn):
    one = timeline_of(*events("2017-01"))
    many = type(one)(None, one.entries * number)
    assert bars(drawn(80, many))[0] == "o" * letters


def test_colour_is_not_the_only_cue(drawn):
    colourful = drawn(80, terminal=True)
    assert re.search("\x1b\\[[0-9;]*48;", colourful)
    grey = drawn(80, terminal=True, NO_COLOR="1")
    assert not re.search("\x1b\\[[0-9;]*[34]8;", grey)
    plain = drawn(80)
    assert ESCAPE not in plain
    for text in (colourful, grey):
        assert [line.rstrip() for line in re.sub("\x1b\\[[0-9;]*m", "", text).splitlines()] == plain.splitlines()


@pytest.mark.parametrize("width", [10, 30, 80])
def test_no_line_ends_in_spaces(width, drawn):
    for text in (drawn(width), plain_plot([timeline_of(*EVENTS)])):
        assert all(line == line.rstrip() for line in text.splitlines())


def test_text_in_the_data_is_inert(drawn):
    assert ESCAPE not in drawn(80, timeline_of(HOSTILE))


def test_plain_text_is_the_same_at_every_width_and_has_a_line_for_each_month(monkeypatch):
    monkeypatch.setenv("COLUMNS", "30")
    text = plain_plot([timeline_of(*EVENTS)])
    monkeypatch.setenv("COLUMNS", "200")
    assert text == plain_plot([timeline_of(*EVENTS)])
    assert text == (
        "All places\n"
        "\n"
        "  December 2016      1  p    policy 1\n"
        "\n"
        "  February 2017      3  oos  operation 2, statement 1\n"
        "  March 2017         1  d    order 1\n"
        "  2 events are not drawn: the date names no month.\n"
        "\n"
        "  One letter is one event.\n"
    )


def test_the_colours_are_those_of_the_page_in_the_dark():
    dark = files()["style.css"].partition("prefers-color-scheme: dark")[2]
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", dark))
    assert {kind: row.dark for kind, row in KINDS.items()} == {kind.value: colours[kind.value] for kind in Kind}
