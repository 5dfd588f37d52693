"""JSON in which no key of an object is lost to a second one of its name."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raidline.files import strictjson


@pytest.mark.parametrize(
    ("text", "line", "column", "key"),
    [
        ('{"a": 1, "a": 1}', 1, 10, "a"),
        ('{"a": {"a": 1},\n  "a": 2}', 2, 3, "a"),
        ('[{"b": []}, {"a": "a", "b": "{", "\\u0061" : 3}]', 1, 34, "a"),
        ('{"": 1, "\\"": 2, "": 3}', 1, 18, ""),
        ('{"x\\\\": 1, "y": {"z": 1, "z": {}}, "x\\\\": 2}', 1, 26, "z"),
    ],
)
def test_a_repeated_key_is_a_mistake_with_its_place(text, line, column, key):
    with pytest.raises(json.JSONDecodeError) as found:
        strictjson.loads(text)
    assert (found.value.lineno, found.value.colno) == (line, column)
    assert found.value.msg == f"The key {key!r} is repeated"


@pytest.mark.parametrize(
    "text",
    ['{"a": "a", "b": ["a", "a"], "c": {"a": 1}}', '[{"a": 1}, {"a": 1}]', '{"a": "\\"a\\": 1, \\"a\\": 2"}', "5"],
)
def test_what_is_not_repeated_is_read(text):
    assert strictjson.loads(text) == json.loads(text)


def holding(inner):
    return st.lists(inner, max_size=3) | st.dictionaries(st.text('a"\\{}[]:', max_size=2), inner, max_size=3)


VALUES = st.recursive(st.none() | st.integers() | st.text('a"\\{}[]:, \n', max_size=4), holding)


@given(VALUES, st.booleans())
def test_law_it_reads_what_json_writes_and_finds_what_is_added_to_it(value, indented):
    text = json.dumps(value, indent=1 if indented else None)
    assert strictjson.loads(text) == value
    with pytest.raises(json.JSONDecodeError) as found:
        strictjson.loads(f'[{text}, {{"k": {text},\n"k": 0}}]')
    assert found.value.doc[found.value.pos :].startswith('"k": 0}]')


def test_a_number_too_long_for_python_is_a_mistake_with_its_place():
    with pytest.raises(json.JSONDecodeError, match="more than 4,300 digits") as found:
        strictjson.loads('{"a": 1,\n "b": ' + "9" * 5_000 + "}")
    assert (found.value.lineno, found.value.colno) == (2, 7)
    assert strictjson.loads("9" * 4_300) == int("9" * 4_300)
