"""YAML with positions: what was typed comes back as typed, and every mistake has its place."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tempfile
from itertools import accumulate
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from raidline.yamltext import building, reading
from raidline.yamltext.reading import load, loads

BOMB = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join(['*' + before] * 10)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def only_problem(source):
    document = loads(source, "f.yaml")
    assert len(document.problems) == 1
    return document.problems[0]


def test_scalars_stay_as_typed():
    typed = [
        "NO",
        "on",
        "2017-02",
        "2017-02-01",
        "12:30",
        "012",
        "1_000",
        "1e3",
        "~",
        "null",
        "true",
        "0x1f",
        ".5",
        "=",
    ]
    document = loads("values: [" + ", ".join(typed) + "]\nempty:\n<<: x", "f.yaml")
    assert document.data == {"values": typed, "empty": "", "<<": "x"}
    assert document.problems == ()


POSITIONS = """\
# a comment
"é": [ü, {a: b, c: &x [1, 2]}]
events:
  - id: one
    date: 2017-02
  - id: two
    copy: *x
"""


@pytest.mark.parametrize(
    ("keys", "value", "key"),
    [
        ((), (2, 1), (2, 1)),
        (("é",), (2, 6), (2, 1)),
        (("é", 0), (2, 7), (2, 7)),
        (("é", 1, "a"), (2, 14), (2, 11)),
        (("events", 0, "date"), (5, 11), (5, 5)),
        (("events", 1), (6, 5), (6, 5)),
        (("events", 1, "copy"), (2, 20), (7, 5)),
        (("events", 1, "copy", 1), (2, 27), (2, 27)),
        (("events", 1, "missing"), (6, 5), (6, 5)),
        (("events", 1, "id", "deeper"), (6, 9), (6, 9)),
        (("events", 9, "id"), (4, 3), (4, 3)),
    ],
)
def test_positions(keys, value, key):
    document = loads(POSITIONS, "f.yaml")
    assert (document.position(keys), document.key_position(keys)) == (value, key)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_count_as_in_an_editor(newline):
    text = newline.join(["a: x", "b:", "  - c", "  - d"])
    assert loads(text, "f.yaml").position(("b", 1)) == (4, 5)


@pytest.mark.parametrize(
    ("source", "line", "column", "words"),
    [
        ("", 0, 0, "is empty"),
        ("# only a comment\n", 0, 0, "is empty"),
        (b"a: b\nc: \xe9", 2, 4, "is not UTF-8 (byte 0xe9)"),
        (b"a: b\0", 1, 5, "is not a text file"),
        ("a: b".encode("utf-16"), 0, 0, "is UTF-16; save it as UTF-8"),
        ("a: b\x07c", 1, 5, "an invisible character (U+0007); remove it"),
        ("a: b\u2028c", 1, 5, "an invisible character (U+2028); remove it"),
        ("a:\n\tb: c", 2, 1, "a tab cannot indent YAML; use spaces"),
        ("a:\n  - b\n  \t- c: d\n", 3, 3, "a tab cannot indent YAML; use spaces"),
        ("a: 1\nb: 2\na: 3", 3, 1, "the key 'a' is repeated; it first appears in line 1, column 1"),
        ("a: b\n---\nc: d", 2, 1, "a second document begins here"),
        ("a: !!python/object/apply:os.system [ls]", 1, 4, "the tag !!python/object/apply:os.system"),
        ("a: !!int 5", 1, 4, "the tag !!int"),
        ("? [a]\n: b", 1, 3, "a key is a word or a text"),
        ("[" * 10_000, 1, 51, "nested more than 50 levels deep"),
        ("- " * 10_000 + "x", 1, 101, "nested more than 50 levels deep"),
        ("{a: " * 10_000, 1, 201, "nested more than 50 levels deep"),
        (BOMB, 5, 29, "alias bomb"),
        ("a: &a [*a]", 1, 8, "*a is inside the value that it repeats"),
        ("a: *b", 1, 4, "no &b comes before this"),
        ("title: Raid: the aftermath", 1, 12, "a value that contains a colon and a space needs quotes"),
        ("- id: x\n  date 2017\n  title: y", 2, 3, "the key needs a colon and a space after it (date 2017)"),
        ("key\nb: c", 2, 2, "the key on the line above needs a colon and a space after it (key)"),
        ("a:b\nc: d", 2, 2, "the colon on the line above needs a space after it (a:b)"),
        ("a: b\n  c: d", 2, 4, "indented more than the one above"),
        ("a:\n  b: c\n d: e", 3, 2, "begins in column 2, but the block it belongs to begins in column 1 (line 1)"),
        ("- id: x\n - id: y", 2, 2, "begins in column 2, but the block it belongs to begins in column 1"),
        (
            "a:\n  - id: x\n    b: c\n   d: e",
            4,
            4,
            "begins in column 4, but the block it belongs to begins in column 3",
        ),
        ("a: 1\n- b", 2, 1, "begins with a hyphen"),
        ("title: @home", 1, 8, "a value cannot begin with @"),
        ("title: `x`", 1, 8, "a value cannot begin with `"),
        ("title: %x", 1, 8, "a value cannot begin with %"),
        ("title: &", 1, 8, "a value cannot begin with &"),
        ("title: *", 1, 8, "a value cannot begin with *"),
        (
            "title: 'don't'",
            1,
            13,
            "text follows the closing '; quote the whole value, and write a ' inside it as ''",
        ),
        ('title: "x" y', 1, 12, 'text follows the closing "'),
        ("title: [a] b", 1, 12, "this text is not part of the value before it"),
        ('title: "abc\nfoo: c', 1, 8, "the quote that opens here is never closed"),
        ('title: "\\q"', 1, 9, "in double quotes a backslash begins a code"),
        ("places: [a, b\nc: d", 1, 9, "a comma or the closing ] is missing after this ["),
        ("counts: {a: b\nc: d", 1, 9, "a comma or the closing } is missing after this {"),
        ("a: [x,, y]", 1, 7, "a comma too many"),
        ("a: |x", 1, 4, "after | or > the text begins on the next line"),
        ("title: - x", 1, 8, "a value cannot begin with a hyphen and a space"),
        ("title: ? x", 1, 8, "a value cannot begin with ? and a space"),
        ("title: &agents at it", 1, 8, "nothing repeats &agents, which is no part of the text"),
        ('title: "\\xq"', 1, 11, "in double quotes a backslash begins a code"),
        ('title: "x\nplaces: ["y"]', 2, 11, 'the " that opens in line 1 is closed only here'),
        ("a: 1\n: b", 2, 1, "a key is missing before this colon"),
        ("- a: 1\n\u00a0 b: 2", 2, 1, "the character U+00A0, which only looks like a space, cannot indent YAML"),
        ("a: 1\n<<<<<<< HEAD\nb: 2\n", 2, 1, "git left a conflict here"),
        ("a: |0\n b", 1, 5, "is not YAML: found an indentation indicator equal to 0"),
    ],
)
def test_problems(source, line, column, words):
    problem = only_problem(source)
    assert words in problem.message
    assert (problem.line, problem.column) == (line, column)
    assert problem.path == "f.yaml"


@pytest.mark.parametrize("source", ["a: &x [b]", "a: &x b c\nd: *x", "a: &x b", "a: 'R & D'", "a: R &D", "a: b\n# &x"])
def test_an_ampersand_may_stand_where_nothing_is_lost(source):
    assert loads(source, "f.yaml").problems == ()


def test_advice_holds_for_the_parser_without_libyaml(monkeypatch):
    monkeypatch.setattr(building, "LOADER", yaml.BaseLoader)
    assert loads("a: [b, {c: d}]", "f").data == {"a": ["b", {"c": "d"}]}
    for source, words in [
        ("a:\n\tb: c", "a tab cannot indent"),
        ("title: Raid: the aftermath", "needs quotes"),
        ("title: @home", "a value cannot begin with @"),
        ("title: 'don't'", "text follows the closing '"),
        ("places: [a, b\nc: d", "the closing ]"),
        ("a:\n  b: c\n d: e", "align them"),
        ("[" * 10_000, "nested more than 50"),
        ("title: &", "cannot begin with &"),
        ("a: |x", "after | or >"),
        ("a: [x,, y]", "a comma too many"),
        ('title: "\\q"', "a backslash begins a code"),
    ]:
        assert words in only_problem(source).message, source


@pytest.mark.parametrize("bound", [60, 100, 900])
@pytest.mark.parametrize(
    ("source", "column", "words"),
    [
        ("[" * 10_000, 51, "nested more than 50 levels deep"),
        ("a: [b, c]\nd: " + "[" * 10_000 + "]" * 10_000, 53, "nested more than 50 levels deep"),
        ("- " * 10_000 + "x", 101, "nested more than 50 levels deep"),
        ("{a: " * 10_000, 201, "nested more than 50 levels deep"),
        ("[" * 30 + "x" + "]" * 31, 62, "is not YAML"),  # not too deep
        ("a: [" + "[b], " * 60 + "}", 305, "a comma too many"),  # many, none within another
    ],
)
@pytest.mark.parametrize("parser", [yaml.BaseLoader, building.LOADER])
def test_nesting_is_told_of_alike_whatever_bound_the_parser_has(source, column, words, parser, bound, monkeypatch):
    """Newer versions of PyYAML have one, and reach it while they read ahead; so does this stand-in."""

    class Bounded(parser):
        def __init__(self, text):
            depths = accumulate((c in "[{") - (c in "]}") for c in text)
            self.stops_at = next((n for n, depth in enumerate(depths) if depth > bound), None)
            super().__init__(text)

        def get_event(self):
            event = super().get_event()
            if self.stops_at is not None and event.start_mark.index >= self.stops_at - 1024:
                mark = yaml.Mark("", self.stops_at, 0, 0, None, None)
                raise yaml.scanner.ScannerError("while nesting", None, "too deep", mark)
            return event

    monkeypatch.setattr(building, "LOADER", Bounded)
    problem = only_problem(source)
    assert words in problem.message
    assert problem.column == column


def test_a_mistake_leaves_the_rest_readable():
    document = loads("a: 1\nb: {c: 2, c: 3, d: 4}\ne: !!int 5\n--- \nf", "f.yaml")
    assert document.data == {"a": "1", "b": {"c": "2", "d": "4"}, "e": "5"}
    assert [problem.line for problem in document.problems] == [2, 3, 4]
    assert document.position(("b", "d")) == (2, 20)
    assert document.position(("e",)) == (3, 4)


def test_anchors_are_read_and_bounded_by_size_not_by_number():
    source = "a: &x [1, 2]\nb: &x 3\nc: [" + ", ".join(["*x"] * 1000) + "]"
    document = loads(source, "f.yaml")
    assert document.problems == ()
    assert document.data["c"] == ["3"] * 1000


def test_byte_order_mark_is_no_text():
    document = loads("a: b".encode("utf-8-sig"), "f.yaml")
    assert document.data == {"a": "b"}
    assert document.position(("a",)) == (1, 4)


@pytest.mark.parametrize("on", [True, False])
def test_garbage_collection_is_left_as_it_was(on):
    was_on = gc.isenabled()
    try:
        gc.enable() if on else gc.disable()
        loads("a: [", "f.yaml")
        assert gc.isenabled() is on
    finally:
        gc.enable() if was_on else gc.disable()


def test_files(tmp_path, monkeypatch):
    path = tmp_path / "events.yaml"
    path.write_bytes(b"a: b\r\n")
    assert load(path).data == {"a": "b"}
    [problem] = load(tmp_path / "zzz").problems
    assert problem.message == "cannot be read: no such file or directory"
    [problem] = load(tmp_path).problems
    assert problem.message == "cannot be read: is a directory"
    monkeypatch.setattr(reading, "LARGEST", 5)
    [problem] = load(path).problems
    assert problem.rule == "too-large"


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions as POSIX has them")
def test_unreadable_file():
    """In a process of somebody who is not root, for whom everything may be read."""
    code = """
import os, sys
from pathlib import Path
from raidline.yamltext.reading import load
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
[problem] = load(Path(sys.argv[1])).problems
sys.exit(problem.message)
"""
    with tempfile.TemporaryDirectory() as made:  # outside of pytest's, which nobody else may look into
        Path(made).chmod(0o755)
        path = Path(made) / "events.yaml"
        path.write_text("a: b")
        path.chmod(0)
        done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=False)
    assert done.stderr == "cannot be read: permission denied\n"


@pytest.mark.slow
def test_one_line_of_fifty_megabytes(tmp_path):
    path = tmp_path / "events.yaml"
    path.write_bytes(b"a: " + b"x" * 50_000_000)
    [problem] = load(path).problems
    assert problem.message == "is too large (50 MB); at most 32 MB are read"
    path.write_bytes(b"a: " + b"x" * 30_000_000)
    assert len(load(path).data["a"]) == 30_000_000


@given(st.text(max_size=60) | st.text("ab:-[]{}'\"#&*!|>%@`,? \n\t0", max_size=60) | st.binary(max_size=60))
def test_law_any_source_gives_data_or_a_problem(source):
    document = loads(source, "f.yaml")
    assert (document.data is None) <= bool(document.problems)
    assert all("\n" not in problem.message for problem in document.problems)


@pytest.mark.parametrize(
    ("broken", "line", "column"),
    [
        ("  - id: bad\n    title: Raid: more\n", 5, 16),
        ("  - id: bad\n\tdate: 2017\n", 5, 1),
        ('  - id: bad\n    title: "never closed\n', 5, 12),
        ("  - id: bad\n    date 2017\n", 5, 5),
        ("  - id: bad\n    places: [a, b\n", 5, 13),
        ("  - id: bad\n   date: 2017\n", 5, 4),
        ("  - id: bad\n    x: " + "[" * 100 + "]" * 100 + "\n", 5, 55),
        ("  - id: bad\n    x: \x07\n", 5, 8),
        ("  - id: bad\n    x: *nothing\n", 5, 8),
    ],
)
@pytest.mark.parametrize("indent", ["  ", ""])
def test_a_broken_item_leaves_the_others(broken, line, column, indent):
    source = f"# a\nevents:\n  - id: one\n{broken}  # between\n  - {{id: two, x: [1]}}\n  - id: three\nmore: x\n"
    if not indent:
        source, column = source.replace("\n  ", "\n"), column - 2 * (broken[12] == " ")
    document = loads(source, "f.yaml")
    assert [(problem.line, problem.column) for problem in document.problems] == [(line, column)]
    assert document.data == {"events": [{"id": "one"}, {"id": "two", "x": ["1"]}, {"id": "three"}], "more": "x"}
    assert document.position(("events", 2, "id"))[0] == 8


def test_broken_items_are_bounded():
    document = loads("events:\n  - ok\n" + "  - a: b: c\n" * 50, "f.yaml")
    assert [problem.line for problem in document.problems] == list(range(3, 14))
    assert document.data is None
    document = loads("events:\n  - ok\n" + "  - a: b: c\n" * 5, "f.yaml")
    assert len(document.problems) == 5
    assert document.data == {"events": ["ok"]}


def test_what_is_broken_outside_the_list_is_told_once():
    document = loads("a: b: c\nevents:\n  - ok\n", "f.yaml")
    assert (document.data, len(document.problems)) == (None, 1)
