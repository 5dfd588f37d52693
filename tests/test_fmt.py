"""The canonical form: no event changes, no comment is lost, and twice is as good as once."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given

from commented import notes_in, timelines
from raidline.store.fmt import format_text
from raidline.store.load import records_of
from raidline.yamltext.reading import loads

FILE = Path("events.yaml")

SCATTERED = """\
%YAML 1.1
---
# about the file
events:   # the list

  # stands at the top

  # b
  - kind: 'policy'   # kind of b
    # above the id
    id: b
    title: "A title"
    date: 2018-01
    places:
    - Austin, Texas   # the city
    # the county too
    - Travis County, Texas
    sources: [{article: x,   # from the archive
      quote: "NO"}]
    # foot of b



  # a
  - {title: 012, date: 2017, places: [Texas], sources: &s [{article: star}],
     id: a, kind: policy} # in braces
  - id: c
    date: 2017-03   # not sure
    title: >
      Of more
      lines
    kind: order
    places: Texas
    counts: {arrested: &n at least 51, detained: *n}
    sources: *s
  # end of the list
# end of the file
"""
TIDY = """\
%YAML 1.1
---
# about the file
events:  # the list
  # stands at the top


  # a
  - id: a  # in braces
    date: 2017
    title: "012"
    kind: policy
    places: [Texas]
    sources: &s
      - article: star

  - id: c
    date: 2017-03  # not sure
    title: |
      Of more lines
    kind: order
    places: Texas
    counts: {arrested: &n at least 51, detained: *n}
    sources: *s

  # b
  # above the id
  - id: b
    date: 2018-01
    title: A title
    kind: policy  # kind of b
    places:
      - Austin, Texas  # the city
      # the county too
      - Travis County, Texas
    sources:
      - article: x  # from the archive
        quote: "NO"
    # foot of b
  # end of the list
# end of the file
"""


def formatted(text):
    written = format_text(text, FILE)
    assert isinstance(written, str), written
    return written


def told(data):
    """What the events hold; sorted, since moving events and keys is what fmt is for."""
    return sorted(json.dumps(event, sort_keys=True) for event in data["events"])


def events_in(text):
    return told(loads(text, "").data)


def test_everything_finds_its_place():
    assert formatted(SCATTERED) == TIDY
    assert formatted(TIDY) == TIDY


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_ends_are_kept_where_an_editor_writes_them(newline):
    written = formatted(SCATTERED.replace("\n", newline))
    assert written == (TIDY.replace("\n", "\r\n") if newline == "\r\n" else TIDY)


EVENT = "id: {}\n    date: {}\n    title: t\n    kind: policy\n    places: {}\n    sources: [{{article: x}}]\n"
ONE, TWO = EVENT.format("a", "2017", "&p [Texas]"), EVENT.format("b", "2016", "*p")


def test_an_anchor_moves_to_where_it_is_needed_first():
    written = formatted(f"events:\n  - {ONE}  - {TWO}")
    assert "id: b\n    date: 2016\n    title: t\n    kind: policy\n    places: &p [Texas]" in written
    assert "places: *p" in written.partition("id: a")[2]
    assert formatted(written) == written


def test_a_name_given_twice_keeps_both_meanings():
    again = EVENT.format("c", "2015", "&p [Ohio]"), EVENT.format("d", "2018", "*p")
    text = f"events:\n  - {ONE}  - {TWO}  - {again[0]}  - {again[1]}"
    assert events_in(formatted(text)) == events_in(text)
    assert formatted(formatted(text)) == formatted(text)


@pytest.mark.parametrize(
    "text",
    [
        "events:\n  - ? id\n    : a   # c1\n    ? date # c2\n    : 2017\n    title: t\n    kind: policy\n    places: x\n    sources: *s\n",
        "&r # c1\nevents: &e # c2\n  - &x # c3\n    " + ONE,
        "--- !!map\nevents: !!seq\n  - !!map # c1\n    " + ONE + "... # c2\n# c3\n",
        "{ # c1\n  events: [ # c2\n   # c3\n   {id: a, # c4\n    date: 2017, title: t, kind: policy, places: [x # c5\n"
        "    ], sources: [ # c6\n     {article: b} # c7\n     # c8\n    ]} # c9\n # c10\n ] # c11\n} # c12\n",
        "  events:\n    - " + ONE.replace("\n    ", "\n      ") + "# c1\n",
        "events:\n- " + ONE.replace("\n    ", "\n  ") + "# c1\n- " + TWO.replace("\n    ", "\n  ") + "  # c2\n# c3\n",
        "events:\n  - " + ONE + "    notes: |+  # c1\n      a\n\n      b\n\n\n  # c2\n",
        "events:\n  - " + ONE + "    notes: |2-\n         a\n      b\n    # c1\n",
        "events:\n  - " + ONE + "    notes: a b\n      c#d\n\n      e # c1\n",
        "events:\n  -\n    # c1\n\n    # c2\n    " + ONE + "  - # c3\n    " + TWO,
        "events:\n  - " + ONE.rstrip("\n") + " # c1",
        "events:\t# c1\n  - " + ONE.replace("2017\n", "2017\t# c2\n"),
        "events:\n  - &a\n    " + ONE + "  - *a # c1\n",
        "events:\n  - &k id: a\n    date: 2017\n    title: *k\n    kind: policy\n    places: x\n    sources: [{article: b}]\n",
        "events:\n  - " + ONE + "    agencies: [\n      # c1\n    ] # c2\n    notes: &n\n      x\n    summary: *n\n"
        "    related: &l\n    # c3\n    - a\n    - b # c4\n    aliases: *l\n",
    ],
)
def test_odd_ways_to_write_the_same(text):
    text = text.replace("*s", "[{article: b}]")
    written = formatted(text)
    assert events_in(written) == events_in(text)
    assert sorted(re.findall(r"# c\d+", written)) == sorted(re.findall(r"# c\d+", text))
    assert formatted(written) == written


def test_empty_lines_set_groups_apart():
    text = f"events:\n  - {ONE}\n\n\n\n  # group\n\n\n  - {TWO.replace('2016', '2018').replace('*p', 'x')}"
    assert "\n\n\n  # group\n\n\n  - id: b" in formatted(text)
    assert "\n\n\n\n" not in formatted(text)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "empty-file"),
        ("events:\n  - a: b: c", "yaml"),
        (f"events:\n  - {ONE}    more: x\n", "unknown-key"),
        (f"events:\n  - {ONE}    id: x\n", "repeated-key"),
        (f"events:\n  - {ONE.replace('2017', '2017-02-30')}", "bad-value"),
        (f"events:\n  - {ONE}---\nevents: []\n", "yaml"),
    ],
)
def test_what_has_mistakes_is_left_alone(text, rule):
    problems = format_text(text, FILE)
    assert [problem.rule for problem in problems] == [rule]


def test_a_file_without_events_stays():
    assert formatted("# none yet\nevents: []\n") == "# none yet\nevents: []\n"


@given(timelines())
def test_law_no_event_changes_and_no_comment_is_lost(timeline):
    text, data = timeline
    written = formatted(text)
    assert events_in(written) == told(data)
    assert notes_in(written) == notes_in(text)
    assert formatted(written) == written
    dates = [(record.event.date, record.event.id) for record in records_of(loads(written, "f"))]
    assert dates == sorted(dates)
