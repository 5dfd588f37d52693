"""Edits to the text of an events file: what was meant changes, and not one character of the rest."""

from __future__ import annotations

import copy
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commented import EVENTS, SOURCES, TEXTS, notes_in, timelines
from raidline.errors import RaidlineError
from raidline.yamltext import editing
from raidline.yamltext.reading import loads

TEXT = """\
# head
events:
  # about a
  - id: a   # the first
    date: 2017-01-02   # a day
    places: [Austin, Texas]  # two
    sources:
      - article: x
        # q
        quote: >-   # folded
          one
          two
      # foot of sources
    # foot of a

  # about b
  - id: b
    date: 2018
    sources:
    - article: z
# end
"""
NEW = {"id": "c", "sources": [{"article": "q"}]}


def changed(before, after):
    """The lines that went and those that came, from the first that differs to the last."""
    old, new = before.split("\n"), after.split("\n")
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return old, new


def replace_value(text, keys, value):
    return editing.replace_values(text, {tuple(keys): value})


@pytest.mark.parametrize(
    ("keys", "value", "gone", "come"),
    [
        (("events", 0, "date"), "2017-01", "    date: 2017-01-02   # a day", "    date: 2017-01   # a day"),
        (("events", 1, "id"), "NO", "  - id: b", '  - id: "NO"'),
        (
            ("events", 0, "places", 0),
            "Austin, Texas",
            "    places: [Austin, Texas]  # two",
            '    places: ["Austin, Texas", Texas]  # two',
        ),
        (("events", 0, "places"), "x", "    places: [Austin, Texas]  # two", "    places: x  # two"),
        (
            ("events", 0, "sources", 0, "quote"),
            "a: b",
            "        quote: >-   # folded\n          one\n          two",
            '        quote: "a: b"  # folded',
        ),
        (
            ("events", 0, "id"),
            "long words " * 10 + "end",
            "  - id: a   # the first",
            "  - id: >-  # the first\n      " + ("long words " * 8) + "long\n      words long words end",
        ),
        (("events", 1, "sources", 0), {"url": "u"}, "    - article: z", "    - url: u"),
    ],
)
def test_replace_value(keys, value, gone, come):
    assert changed(TEXT, replace_value(TEXT, keys, value)) == (gone.split("\n"), come.split("\n"))


def test_many_values_at_once():
    values = {("events", 0, "id"): "one", ("events", 1, "id"): "two", ("events", 0, "places", 1): "x"}
    written = TEXT.replace("id: a ", "id: one ").replace("id: b", "id: two").replace("Texas]", "x]")
    assert editing.replace_values(TEXT, values) == written


@pytest.mark.parametrize(
    ("edit", "gone", "come"),
    [
        (lambda t: editing.append_events(t, [NEW]), "", "\n  - id: c\n    sources:\n      - article: q"),
        (lambda t: editing.insert_events(t, [(1, NEW)]), "", "  - id: c\n    sources:\n      - article: q\n"),
        (lambda t: editing.insert_events(t, [(0, NEW)]), "", "  - id: c\n    sources:\n      - article: q\n"),
        (lambda t: editing.insert_events(t, [(9, NEW)]), "", "\n  - id: c\n    sources:\n      - article: q"),
        (lambda t: editing.append_source(t, 0, {"article": "new"}), "", "      - article: new"),
        (lambda t: editing.append_source(t, 1, {"article": "new"}), "", "    - article: new"),
    ],
)
def test_edits_of_lists(edit, gone, come):
    old, new = changed(TEXT, edit(TEXT))
    assert sorted(old) == sorted(gone.split("\n") if gone else [])
    assert sorted(new) == sorted(come.split("\n") if come else [])


def test_a_file_that_ends_anywhere():
    assert editing.append_events("", [{"id": "c"}]) == "events:\n  - id: c\n"
    assert editing.append_events("# x\nevents: []  # y\n", [{"id": "c"}]) == "# x\nevents:  # y\n  - id: c\n"
    assert editing.append_events("events:\n# x\n", [{"id": "c"}]) == "events:\n  - id: c\n# x\n"
    assert editing.append_events("events:\n- id: b", [{"id": "c"}]) == "events:\n- id: b\n\n- id: c"
    assert editing.append_events("events:\r\n- id: b\r\n", [{"id": "c"}]) == "events:\r\n- id: b\r\n\r\n- id: c\r\n"


SHARED = """\
events:
  - &a
    id: a
    places: &p [x, y]
    kind: &k
      policy
  - id: b
    places: *p
    kind: *k
    copy: *a
"""


def test_what_is_repeated_is_not_changed_unseen():
    for keys in [("id",), ("places", 0), ("places",), ("kind",)]:
        with pytest.raises(RaidlineError, match=r"line \d+: \*[akp] repeats the value to change"):
            replace_value(SHARED, ("events", 0, *keys), "new")
    with pytest.raises(RaidlineError, match=r"line 8: \*p repeats"):
        replace_value(SHARED, ("events", 1, "places", 0), "new")
    written = replace_value(SHARED, ("events", 1, "places"), ["new"])
    assert written == SHARED.replace("*p", "[new]")
    assert replace_value(SHARED, ("events", 1, "kind"), "new") == SHARED.replace("*k", "new")
    assert replace_value("events: [{id: &x a}]", ("events", 0, "id"), "b") == "events: [{id: &x b}]"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("events:\n  - a: b: c\n", "line 2, column"),
        ("a: 1\na: 2", "repeated"),
        ("{events: [{id: a}]}", "run `raidline fmt`"),
    ],
)
def test_files_that_cannot_be_edited(text, words):
    with pytest.raises(RaidlineError, match=re.escape(words)):
        editing.append_events(text, [{"id": "c"}])


def test_keys_that_lead_nowhere():
    for keys in [("events", 7), ("events", 0, "nothing"), ("nothing",), ("events", 0, "id", 0), ("events", "id")]:
        with pytest.raises(LookupError):
            replace_value(TEXT, keys, "x")


def test_empty_lines_that_belong_to_a_text_stay_as_many():
    text = "events:\n- notes: |+\n    a\n\n- id: b\n\n\n"
    assert loads(text, "").data["events"][0]["notes"] == "a\n\n"
    written = editing.insert_events(text, [(1, NEW)])
    assert loads(written, "").data["events"][0]["notes"] == "a\n\n"
    only = "events:\n- notes: |+\n    a\n\n"
    assert loads(editing.append_events(only, [NEW]), "").data == {"events": [{"notes": "a\n\n"}, NEW]}


def test_a_comment_below_stays_one():
    text = "events:\n  - id: a\n    title: b\n      # deeper\n    kind: c\n"
    written = replace_value(text, ("events", 0, "title"), "one\ntwo")
    assert written == text.replace("title: b\n", "title: |-\n      one\n      two\n    #\n")
    assert loads(written, "").data == {"events": [{"id": "a", "title": "one\ntwo", "kind": "c"}]}


@pytest.mark.parametrize("text", ["events: [{id: a}, {id: b}]\n", "events:\n  - id: a\n  - id: b\n"])
def test_several_put_in_one_place_stay_in_their_order(text):
    added = [(9, {"id": "y"}), (1, {"id": "c"}), (1, {"id": "d"}), (2, {"id": "z"})]
    found = loads(editing.insert_events(text, added), "").data["events"]
    assert "".join(event["id"] for event in found) == "acdbyz"


@pytest.mark.parametrize("head", ["", "---\n", "%YAML 1.1\n---\n", "# x\n--- # y\n"])
@pytest.mark.parametrize("tail", ["", "...\n", "...", "...\n    # x\n", "... # x\n...\n", "# x\n...\n# y"])
def test_what_is_added_stands_between_the_marks_of_the_document(head, tail):
    for body in ("events:\n  - id: a\n    sources: [x]\n", "events:\n- id: a\n  sources:\n  - |+\n    x\n\n"):
        text = head + body + tail
        [event] = loads(text, "").data["events"]
        assert loads(editing.append_events(text, [NEW]), "").data == {"events": [event, NEW]}
        assert loads(editing.insert_events(text, [(0, NEW)]), "").data == {"events": [NEW, event]}
        assert loads(editing.insert_events(text, [(9, NEW)]), "").data == {"events": [event, NEW]}
        sourced = editing.append_source(text, 0, {"article": "x"})
        assert loads(sourced, "").data["events"][0]["sources"] == [*event["sources"], {"article": "x"}]
        for edited in (editing.append_events(text, [NEW]), sourced):
            assert edited.startswith(head)
            assert edited.endswith(tail)


@pytest.mark.parametrize("second", ["---\nevents: []\n", "...\n---\n", "...\n# x\n--- b\n"])
def test_a_file_of_several_documents_is_refused(second):
    with pytest.raises(RaidlineError, match="a second document begins here"):
        editing.append_events("events:\n  - id: a\n" + second, [NEW])


def lines_of_event(text, index):
    document = loads(text, "")
    starts = [document.position(("events", n))[0] for n in range(len(document.data["events"]))]
    return starts[index] - 1, (starts[index + 1] - 1 if index + 1 < len(starts) else len(text.split("\n")))


@settings(deadline=None)  # a busy computer is no mistake
@given(timelines(block=True), st.data())
def test_law_only_the_value_changes(timeline, draw):
    text, data = timeline
    index = draw.draw(st.integers(0, len(data["events"]) - 1))
    event = data["events"][index]
    path = draw.draw(
        st.sampled_from(
            [("id",), ("title",), ("places",), ("sources",), ("sources", 0, "article")]
            + [("places", n) for n in range(len(event["places"])) if isinstance(event["places"], list)]
        )
    )
    new = draw.draw(st.lists(SOURCES, max_size=3) if path == ("sources",) else TEXTS)
    edited = replace_value(text, ("events", index, *path), new)
    wanted = copy.deepcopy(data)
    place = wanted["events"][index]
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = new
    assert loads(edited, "").data == wanted
    if path != ("sources",):
        assert notes_in(edited) == notes_in(text)
    start, end = lines_of_event(text, index)
    before, after = text.split("\n")[:start], text.split("\n")[end:]
    assert edited.split("\n")[: len(before)] == before
    assert not after or edited.split("\n")[-len(after) :] == after


@settings(deadline=None)  # a busy computer is no mistake
@given(timelines(block=True), EVENTS, st.data())
def test_law_events_are_added_and_nothing_else_changes(timeline, new, draw):
    text, data = timeline
    events = data["events"]
    index = draw.draw(st.integers(0, len(events) - 1))
    assert loads(editing.append_events(text, [new]), "").data == {"events": [*events, new]}
    assert loads(editing.insert_events(text, [(index, new)]), "").data == {
        "events": [*events[:index], new, *events[index:]]
    }
    sourced = editing.append_source(text, index, {"article": "new"})
    assert loads(sourced, "").data["events"][index]["sources"] == [*events[index]["sources"], {"article": "new"}]
    assert notes_in(sourced) == notes_in(editing.append_events(text, [new])) == notes_in(text)
    assert changed(text, sourced)[0] == []
    assert changed(text, editing.append_events(text, [new]))[0] == []
    assert changed(text, editing.insert_events(text, [(index, new)]))[0] == []


def test_a_comment_below_an_event_put_first_stays_a_comment():
    text = "events:\n        # deep\n  - id: a\n    title: A\n"
    new = {"id": "b", "title": "a long text " * 20 + "that ends"}
    edited = editing.insert_events(text, [(0, new)])
    assert loads(edited, "").data == {"events": [new, {"id": "a", "title": "A"}]}
    assert "\n        # deep\n" in edited


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: editing.append_events(text, [NEW]),
        lambda text: editing.insert_events(text, [(0, NEW)]),
        lambda text: editing.append_source(text, 0, {"article": "x"}),
        lambda text: replace_value(text, ("events", 0, "id"), "new"),
    ],
)
def test_an_edit_that_would_do_anything_else_is_refused(edit, monkeypatch):
    text = "events:\n  - id: a\n    sources: []\n  - id: b\n"
    edit(text)
    for harmed in (text, text.replace("id: b", "id: c"), text + "  - id: d\n", edit(text) + "more: x\n", "a: b: c"):
        monkeypatch.setattr(editing.Patch, "result", lambda patch, harmed=harmed: harmed)
        with pytest.raises(RaidlineError, match="raidline fmt"):
            edit(text)
        monkeypatch.undo()
