"""YAML as raidline writes it: readable, and the same text for every reader."""

from __future__ import annotations

from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from raidline.yamltext.dumping import dump
from raidline.yamltext.reading import loads

LONG = "words of a sentence that goes on for longer than one line of text can hold, " * 2 + "and ends"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Austin", "Austin"),
        ("2017", "2017"),
        ("51", "51"),
        ("2017-02-01", "2017-02-01"),
        ("2017-02-01~/2017-02-10~", "2017-02-01~/2017-02-10~"),
        ("160,000", "160,000"),
        ("at least 51", "at least 51"),
        ("Sheriff's Office", "Sheriff's Office"),
        ("don't say #metoo", '"don\'t say #metoo"'),
        ("a:b", "a:b"),
        ("NO", '"NO"'),
        ("y", '"y"'),
        ("null", '"null"'),
        ("~", '"~"'),
        ("012", '"012"'),
        ("1:30", '"1:30"'),
        ("1.10", '"1.10"'),
        ("1e3", '"1e3"'),
        ("+1", '"+1"'),
        ("0x1f", '"0x1f"'),
        ("2017-02-05T05:30:00", '"2017-02-05T05:30:00"'),
        ("", '""'),
        (" a", '" a"'),
        ("a ", '"a "'),
        ("a: b", '"a: b"'),
        ("a:", '"a:"'),
        ("- a", '"- a"'),
        ("[2017-02-01..2017-02-10]", '"[2017-02-01..2017-02-10]"'),
        ("@home", '"@home"'),
        ('"Stop," he said', "'\"Stop,\" he said'"),
        ("a\n\n", '"a\\n\\n"'),
        (" a\nb", '" a\\nb"'),
        ("a \nb", '"a \\nb"'),
        ("a\n\tb", '"a\\n\\tb"'),
        ("a\u2028b\x07\ufeff", '"a\\u2028b\\x07\\uFEFF"'),
        ("naïve — “quoted” …", "naïve — “quoted” …"),
    ],
)
def test_quotes_only_where_needed(text, written):
    assert dump({"key": text}) == f"key: {written}\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a\nb", "|-\n  a\n  b"),
        ("# a: b\n", "|\n  # a: b"),
        ("a\n\n   - b\n\nc\n", "|\n  a\n\n     - b\n\n  c"),
    ],
)
def test_lines_stay_lines(text, written):
    assert dump({"key": text}) == f"key: {written}\n"
    assert dump({"key": [{"a": text}]}) == "key:\n  - a: " + written.replace("\n  ", "\n      ") + "\n"


def test_layout_of_events():
    event = {
        "id": "2017-02-sweeps",
        "date": "2017-02-01~/2017-02-10~",
        "places": ["Austin, Texas", "United States"],
        "counts": {"arrested": "at least 51"},
        "sources": [{"article": "one", "quote": LONG, "says": {"date": "2017-01"}}, {"article": "two"}],
    }
    assert dump({"events": [event, {"id": "b", "salience": 3, "sources": []}]}) == (
        """\
events:
  - id: 2017-02-sweeps
    date: 2017-02-01~/2017-02-10~
    places: ["Austin, Texas", United States]
    counts: {arrested: at least 51}
    sources:
      - article: one
        quote: >-
          words of a sentence that goes on for longer than one line of text can hold, words of a
          sentence that goes on for longer than one line of text can hold, and ends
        says: {date: 2017-01}
      - article: two

  - id: b
    salience: 3
    sources: []
"""
    )


@pytest.mark.parametrize("value", [None, date(2017, 2, 1), {1, 2}])
def test_what_cannot_be_written_is_a_bug_of_the_caller(value):
    with pytest.raises(TypeError):
        dump({"key": value})


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.text(
    "0123456789-+.:_eExX~ ,#'\"[]{}&*!|>%@`?\\\n\t abnoyNOYtrue", max_size=12
)
LONG_TEXTS = st.lists(st.text("abc#-:'\" ", max_size=20), min_size=8, max_size=20).map(" ".join)


def holding(inner):
    return st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4)


DATA = st.recursive(TEXTS | LONG_TEXTS, holding, max_leaves=12)


@given(st.dictionaries(TEXTS, DATA, max_size=4))
def test_law_what_is_written_is_read_again(data):
    document = loads(dump(data), "f.yaml")
    assert (document.data, document.problems) == (data, ())


@given(TEXTS)
def test_law_other_readers_read_the_same_characters(text):
    assert str(yaml.safe_load(dump({"key": text}))["key"]) == text


@pytest.mark.parametrize("text", ["CBP?", "who? where?", "a, b", "a: b"])
def test_a_list_on_one_line_is_the_same_for_a_reader_of_yaml_1_1(text):
    assert yaml.safe_load(dump({"agencies": [text]})) == {"agencies": [text]}
