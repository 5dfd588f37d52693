from __future__ import annotations

import ast
import inspect
import io
import re
import unicodedata
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raidline import terminal as package
from raidline.errors import Problem
from raidline.places.lookup import resolve
from raidline.terminal import counting, patient_progress, plain, print_problems, show, svg, waiting
from raidline.terminal.drawing import Run, cells, wrapped
from raidline.timeline.query import Query
from raidline.timeline.shown import Shown
from samples import HOSTILE, make_event, timeline_of
from screens import opened

EVENTS = [
    make_event("policy", "2017-01-20", ["Travis County, Texas"], kind="policy"),
    make_event(
        "sweep",
        "2017-02-01~/2017-02-10~",
        summary="The city was not told.",
        title="Agents sweep across Austin, its suburbs and the roads that lead out of the city to the north",
        counts={"arrested": "at least 51"},
        sources=[
            {"article": "star"},
            {"article": "herald", "says": {"date": "2017-01", "note": "routine"}},
            {"article": "star-again"},
        ],
    ),
    make_event("cut", "[2017-01-20..2017-03-27]", ["Texas", "Travis County, Texas"], kind="funding"),
    make_event("plan", "2020-09-28/2020-10-04", ["Leander, Texas"], status="planned"),
]
ESCAPE = "\x1b"


@pytest.fixture
def shown(monkeypatch):
    """What `show` prints at a width, to a terminal or not, in an environment."""

    def run(width, *events, terminal=False, **environment):
        stream = opened(monkeypatch, width, terminal=terminal, **environment)
        show(timeline_of(*(events or EVENTS), place=resolve("Travis County"), context=True), stream)
        return stream.getvalue()

    return run


def width_of(line):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def without_links(text):
    return re.sub("\x1b\\]8;[^\x1b]*\x1b\\\\", "", text)


@pytest.mark.parametrize("width", [60, 80, 200])
def test_golden(width, shown, golden):
    golden(f"show-{width}.txt", shown(width))


def test_plain_golden(golden):
    golden("show-plain.txt", plain(timeline_of(*EVENTS, place=resolve("Travis County"), context=True)))


@pytest.mark.parametrize("width", [40, 60, 71, 72, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal_and_none_ends_in_spaces(width, shown):
    wide = make_event(title="逮捕" * 40 + " " + "x" * 300)
    for line in shown(width, *EVENTS, wide).splitlines():
        assert width_of(line) <= width
        assert line == line.rstrip()


# Whole characters, as people see them: a joiner that joins nothing has no width that programs agree on.
SEEN = st.lists(st.sampled_from([*"ab 逮é😀-", "e\u0301", "👩\u200d🚒", "☂\ufe0f"]), max_size=30).map("".join)
RUNS = st.lists(st.builds(Run, SEEN, st.sampled_from(["", "bold"])), max_size=4)


def text_of(line):
    return "".join(run.text for run in line)


@given(RUNS, st.integers(2, 40))
def test_wrapping_loses_no_character_but_spaces_and_keeps_to_the_width(line, width):
    rows = wrapped(line, width)
    assert "".join(map(text_of, rows)).replace(" ", "") == text_of(line).replace(" ", "")
    assert all(cells(row) <= width for row in rows)


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("one two three", 20, ["one two three"]),
        ("one two three", 13, ["one two three"]),
        ("one two three", 12, ["one two", "three"]),
        ("one two three", 3, ["one", "two", "thr", "ee"]),
        ("to 逮捕逮捕 go", 6, ["to", "逮捕逮", "捕 go"]),
        ("逮捕逮捕", 5, ["逮捕", "逮捕"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("", 5, [""]),
    ],
)
def test_where_lines_break(text, width, rows):
    assert [text_of(row) for row in wrapped([Run(text)], width)] == rows


def test_a_word_of_several_styles_stays_one():
    rows = wrapped([Run("one "), Run("Star", "bold", "https://star.example/"), Run(", "), Run("Herald")], 9)
    assert rows == [[Run("one "), Run("Star", "bold", "https://star.example/"), Run(",")], [Run("Herald")]]


@pytest.mark.parametrize("width", [30, 60, 80, 200])
def test_every_width_says_the_same_words(width, shown):
    assert "".join(sorted(shown(width).split())) == "".join(sorted(shown(300).split()))


@pytest.mark.parametrize("width", [20, 30, 60, 80])
def test_ids_and_addresses_stay_whole_for_whoever_copies_them(width, monkeypatch):
    name, address = "2017-02-01-austin-operation-of-many-agencies", f"https://star.example/{'a-long-headline-' * 6}"
    source = {"url": address, "publisher": "Star", "published": "2017-02-02", "archived": f"{address}copy"}
    stream = opened(monkeypatch, width)
    show(timeline_of(make_event(name, "2017-02-01", sources=[source])), stream, Shown(ids=True, urls=True))
    words = stream.getvalue().split()
    assert {name, address, f"{address}copy"} <= set(words)
    others = [line for line in stream.getvalue().splitlines() if "2017-02-01-" not in line and "https:" not in line]
    assert all(width_of(line) <= max(width, 24) for line in others)


def test_an_address_that_several_quotes_share_is_told_once(monkeypatch):
    source = {"url": "https://star.example/1", "publisher": "Star", "published": "2017-02-02"}
    stream = opened(monkeypatch, 80)
    show(
        timeline_of(make_event(sources=[source | {"quote": "One."}, source | {"quote": "Two."}])),
        stream,
        Shown(urls=True),
    )
    assert stream.getvalue().count("https://star.example/1") == 1


def test_plain_says_the_same_words_whatever_the_width(shown):
    words = plain(timeline_of(*EVENTS, place=resolve("Travis County"), context=True)).split()
    assert sorted(words) == sorted(shown(80).split())


def test_plain_is_one_line_a_fact():
    text = plain(timeline_of(*EVENTS, place=resolve("Travis County"), context=True))
    assert "  early February 2017   Agents sweep across Austin, its suburbs and" in text
    for line in (
        "operation · Austin, Texas · at least 51 arrested",
        "3 sources from 2 publishers: The Evening Star, Herald",
        "conflict: Herald says January 2017",
        "conflict: routine (Herald)",
        "operation · planned, as of March 29, 2017 · Leander, Texas · only partly here",
    ):
        assert f"{' ' * 24}{line}\n" in text


def test_the_id_is_dim_at_the_end_of_the_second_line_and_words_searched_for_are_marked(monkeypatch):
    stream = opened(monkeypatch, 80, terminal=True)
    show(timeline_of(EVENTS[1]), stream, Shown(ids=True, search=Query.parse("city -xyz")))
    lines = without_links(stream.getvalue()).splitlines()
    assert any("The \x1b[7mcity\x1b[0m was not told" in line for line in lines)
    assert any(line.endswith("\x1b[2m · \x1b[0m\x1b[2msweep\x1b[0m") for line in lines)
    assert "\x1b[7mcity" not in plain(timeline_of(EVENTS[1]), Shown(search=Query.parse("city")))


def test_context_is_marked():
    text = plain(timeline_of(make_event(places=["Texas"]), place=resolve("Travis County"), context=True))
    assert "operation · Texas · wider context" in text


def test_without_a_terminal_there_are_no_escapes(shown):
    assert ESCAPE not in shown(80)
    assert ESCAPE not in shown(80, HOSTILE)


def test_a_terminal_gets_colours_and_links(shown):
    text = shown(80, terminal=True)
    assert f"{ESCAPE}[" in text
    assert "https://star.example/1" in "".join(re.findall("\x1b\\]8;[^\x1b]*\x1b\\\\", text))


def test_only_web_links_are_links_and_the_first_of_a_publisher_is_taken(shown):
    sources = [
        {"url": url, "publisher": publisher, "published": "2017-03"}
        for url, publisher in [
            ("javascript:alert(1)", "Star"),
            ("https://star.example/2", "Star"),
            ("https://star.example/3", "Star"),
            ("file:///etc/passwd", "Herald"),
        ]
    ]
    text = shown(80, make_event(sources=sources), terminal=True)
    assert re.findall("\x1b\\]8;[^;]*;([^\x1b]+)", text) == ["https://star.example/2"]
    assert "Star, Herald" in re.sub("\x1b\\[[0-9;]*m", "", without_links(text))


def test_no_color_means_no_colour_but_still_links(shown):
    text = shown(80, terminal=True, NO_COLOR="1")
    codes = re.findall("\x1b\\[([0-9;]*)m", text)
    assert not [code for code in codes if re.search(r"\b(3[0-7]|4[0-7]|9[0-7]|38|48)\b", code)]
    assert "\x1b]8;" in text


def test_a_dumb_terminal_gets_text(shown):
    assert ESCAPE not in shown(80, terminal=True, TERM="dumb")


@pytest.mark.parametrize("terminal", [False, True])
def test_escapes_in_the_data_do_nothing(terminal, shown):
    text = without_links(shown(80, HOSTILE, terminal=terminal))
    own = re.compile("\x1b\\[[0-9;]*m")
    rest = own.sub("", text)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", rest)
    assert "]0;owned" in rest, "what was text stays readable"
    assert "javascript:" not in "".join(re.findall("\x1b\\]8;[^\x1b]*", shown(80, HOSTILE, terminal=terminal)))


def test_console_markup_in_the_data_is_text(shown):
    assert "[bold red]x[/] :smile:" in shown(200, make_event(title="[bold red]x[/] :smile:"))


def test_problems_are_one_line_each(monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    problems = [
        Problem("data/events.yaml", 3, 7, "date", "2017-02-30: February 2017 has 28 days", "error"),
        Problem("data/\x1b[31mevil.yaml", 0, 0, "empty-file", "is empty", "warning"),
    ]
    stream = io.StringIO()
    print_problems(problems, stream)
    assert stream.getvalue() == (
        "data/events.yaml:3:7: error: 2017-02-30: February 2017 has 28 days [date]\n"
        "data/[31mevil.yaml: warning: is empty [empty-file]\n"
    )


def test_the_picture_is_the_same_each_time_asks_nobody_and_is_well_formed(monkeypatch):
    timeline = timeline_of(*EVENTS, HOSTILE, place=resolve("Travis County"))
    picture = svg(timeline, 96)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "30")
    assert svg(timeline, 96) == picture
    assert re.findall("(?:href|src|url)[=(][^)]*", re.sub(r"url\(#[\w-]+\)", "", picture)) == []
    words = " ".join(ElementTree.fromstring(picture).itertext()).replace("\xa0", " ")  # noqa: S314 - our own
    for part in ('raidline show --place "Travis County, Texas"', "early February 2017", "conflict: Herald says", "<b>"):
        assert part in words


def test_every_part_that_is_offered_is_there():
    offered = [
        alias.asname
        for node in ast.walk(ast.parse(inspect.getsource(package)))
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("raidline.terminal.")
        for alias in node.names
    ]
    assert {"counting", "show"} <= set(offered)
    assert [name for name in offered if not hasattr(package, name)] == []
    assert not hasattr(package, "nothing_of_the_kind")


@pytest.mark.parametrize("progress", [counting, patient_progress])
@pytest.mark.parametrize(("patience", "drawn"), [(-1, True), (1000, False)])
def test_only_work_that_takes_long_is_drawn_and_every_step_is_done(progress, patience, drawn, monkeypatch):
    monkeypatch.setattr(waiting, "PATIENCE", patience)
    stream = opened(monkeypatch, 80, terminal=True)
    assert list(progress(list(range(5)), "reading articles", stream)) == list(range(5))
    assert ("reading articles" in stream.getvalue()) is drawn
