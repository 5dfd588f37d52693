"""A part of a file read or edited stands for the whole: the same data, the same positions, the same bytes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raidline.errors import RaidlineError
from raidline.yamltext import editing, rereading
from raidline.yamltext.building import Shifted
from raidline.yamltext.reading import loads
from raidline.yamltext.rereading import edited, reread

TITLES = (
    "Plain",
    "'quoted: yes'",
    '"two\n      lines"',
    "|\n      a block\n      of text",
    ">-\n      folded",
    "[a, b]",
    "",
)
ABOVE = ("", "  # a comment\n", "# far left\n", "\n", "\n\n  # after a blank line\n")


def event(name: str, title: str = "Plain", above: str = "", margin: str = "  ") -> str:
    return f"{above}{margin}- id: {name}\n{margin}  title: {title}\n{margin}  sources:\n{margin}    - {{article: a}}\n"


@st.composite
def timelines(draw):
    """A timeline of events that are laid out in every way, with or without a head and a foot."""
    size = draw(st.integers(1, 9))
    events = [event(f"e{n}", draw(st.sampled_from(TITLES)), draw(st.sampled_from(ABOVE))) for n in range(size)]
    head = draw(st.sampled_from(("events:\n", "# mine\nevents:   # all\n", "---\nevents:\n")))
    text = head + "".join(events) + draw(st.sampled_from(("", "# the end\n", "\n\n", "...\n")))
    return text.replace("\n", draw(st.sampled_from(("\n", "\r\n"))))


def offsets(marks, shift=0):
    """Return marks with each offset written out."""
    if isinstance(marks, Shifted):
        return offsets(marks.marks, shift + marks.by)
    return marks + shift if isinstance(marks, int) else [offsets(mark, shift) for mark in marks]


def alike(one, other):
    return (one.data, one.problems, offsets(one.marks), one.path, one.lines.text) == (
        other.data, other.problems, offsets(other.marks), other.path, other.lines.text,
    )  # fmt: skip


@given(timelines(), st.data())
@settings(max_examples=300, deadline=None)
def test_a_changed_text_reads_as_if_it_were_new(text, data):
    begin = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(begin, min(len(text), begin + 60)))
    put = data.draw(st.sampled_from(("", " ", "x", "\n", "- ", "  - id: new\n", '"', "'", "[", "#", "&a ", "*a", "|", ": ",
                                     "---\n", "...\n", "\t", "events:\n", "    # ", event("new", "|\n      text")[2:])))  # fmt: skip
    changed = text[:begin] + put + text[end:]
    assert alike(reread(loads(text, "f"), changed), loads(changed, "f"))


@given(timelines(), st.integers(0, 9))
@settings(max_examples=200, deadline=None)
def test_an_event_goes_in_as_if_the_whole_file_were_read(text, index):
    def insert(part, at):
        return editing.insert_events(part, [(at, {"id": "new", "title": "Some: text"})])

    whole, found = told(insert, text, index), told(edited, loads(text, ""), index, insert)
    # The events around it show whether a blank line goes between.
    assert [line for line in found.splitlines() if line] == [line for line in whole.splitlines() if line]


@given(timelines(), st.data())
@settings(max_examples=200, deadline=None)
def test_an_event_is_changed_as_if_the_whole_file_were_read(text, data):
    index = data.draw(st.integers(0, text.count("- id:") - 1))

    def append(part, at):
        return editing.append_source(part, at, {"article": "b", "quote": "It is: so."})

    assert edited(loads(text, ""), index, append) == append(text, index)


def told(edit, *given):
    try:
        return edit(*given)
    except RaidlineError as error:
        return str(error)


def many(number: int) -> str:
    return "events:\n" + "".join(event(f"e{n}", above="\n") for n in range(number))


def test_of_a_long_file_only_a_part_is_read(monkeypatch):
    before, sizes = loads(many(500), "f"), []
    real = loads
    monkeypatch.setattr(rereading, "loads", lambda text, path: sizes.append(len(text)) or real(text, path))
    changed = edited(
        before, 250, lambda part, at: sizes.append(len(part)) or editing.append_source(part, at, {"url": "u"})
    )
    assert reread(before, changed).data["events"][250]["sources"][1] == {"url": "u"}
    assert max(sizes) < len(changed) / 50


@pytest.mark.parametrize(
    "text",
    [
        many(9).replace("title: Plain", "title: &t Plain", 1).replace("title: Plain", "title: *t"),
        many(9) + "rest: 1\n",
        "events: [{id: a}, {id: b}]\n",
        "- id: a\n- id: b\n",
        many(9).replace("- id: e4", "-\n    id: e4"),
        many(9).replace("title: Plain", "title: [", 1),
        "",
    ],
)
def test_what_is_not_as_simple_is_read_whole(text, monkeypatch):
    sizes = []
    monkeypatch.setattr(rereading, "loads", lambda text, path: sizes.append(text) or loads(text, path))
    changed = text.replace("e5", "e55") + "# more\n"
    assert alike(reread(loads(text, "f"), changed), loads(changed, "f"))
    assert changed in sizes


def test_an_unchanged_text_is_not_read_at_all():
    before = loads(many(3), "f")
    assert reread(before, many(3)) is before


def test_positions_hold_after_one_change_upon_another():
    text = many(40)
    document = loads(text, "f")
    for index in (3, 20, 5, 30, 0):
        text = edited(document, index, lambda part, at: editing.append_source(part, at, {"url": f"u{at}"}))
        document = reread(document, text)
    whole = loads(text, "f")
    assert [*document.lines_of_items("events")] == [*whole.lines_of_items("events")]
    for index in range(40):
        for keys in ((), ("title",), ("sources", 0, "article"), ("sources", 1, "url"), ("nothing",)):
            at = ("events", index, *keys)
            assert document.position(at) == whole.position(at)
            assert document.key_position(at) == whole.key_position(at)
