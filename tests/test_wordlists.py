"""A list of words finds what its expression finds, although it looks only where one of its first words stands."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from raidline import lexicon
from raidline.extract.text.numbers import alternatives
from raidline.lexicon.patterns import longest_first, word_source, words_source
from raidline.lexicon.wordlists import WordList, WordLists, compile_words

PATTERNS = (
    "judge",
    "ICE officer*",
    "*Times",
    "U.S. Senate",
    "mayor's",
    "held ... jail",
    "house/houses",
    "American-Star",
    "a b*c",
)
PIECES = [
    "judge",
    "Judges",
    "ICE",
    "officers",
    "officer",
    "The",
    "NYTimes",
    "Times",
    "U.S.",
    "U",
    "Senate",
    "mayor’s",
    "held",
]
PIECES += [
    "him",
    "in",
    "jail",
    "House",
    "houses",
    "American-Star",
    "pre-judge",
    "-",
    ".",
    " ",
    "\n",
    "’",
    "a",
    "bac",
    "İce",
    "É",
]


def plain(patterns=PATTERNS, flags=0):
    return re.compile(words_source(patterns), flags)


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from(["", " ", "-"]), st.data())
def test_a_list_finds_what_its_expression_finds(pieces, joint, data):
    text = joint.join(pieces)
    start = data.draw(st.integers(0, len(text)))
    ends = [at for at in range(start, len(text) + 1) if not re.compile(r"(?<=\w)\w").match(text, at)]
    end = data.draw(st.sampled_from(ends))  # no stretch of a report ends within a word
    for flags in (0, re.IGNORECASE):
        words, regex = WordList(plain(flags=flags), PATTERNS), plain(flags=flags)
        for span in ((), (start,), (start, end)):
            expected = [m.span() for m in regex.finditer(text, *span)]
            assert [m.span() for m in words.finditer(text, *span)] == expected
            first = words.search(text, *span)
            assert ([first.span()] if first else []) == expected[:1]
        assert bool(words.fullmatch(text)) is bool(regex.fullmatch(text))


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from(["", " ", "-"]), st.data())
def test_several_lists_find_what_each_finds(pieces, joint, data):
    text = joint.join(pieces)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    lists = {pattern: compile_words([pattern]) for pattern in PATTERNS}
    expected = [name for name, words in lists.items() if words.search(text, start, end)]
    assert WordLists(lists).found_in(text, start, end) == expected
    assert set(expected) <= {name for name, _ in WordLists(lists).near(text, start, end)}


BEGINNING_ALIKE = ("house", "House judge", "houses in", "ICE", "ICE officer*", "a/held him", "held", "U", "U.S. Senate")


@example(["houses", "in"], " ")
@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from(["", " ", "-"]))
def test_words_are_found_as_if_tried_one_after_the_other(pieces, joint):
    text = joint.join(pieces)
    for patterns in (BEGINNING_ALIKE, (*BEGINNING_ALIKE, "*s in jail", "*s", "*"), PATTERNS):
        each = "|".join(map(word_source, longest_first(patterns)))
        for flags in (0, re.IGNORECASE):
            expected = re.findall(rf"(?<![\w-])(?:{each})(?![\w-])", text, flags)
            assert re.findall(words_source(patterns), text, flags) == expected


def test_of_words_that_begin_alike_the_longest_is_found():
    words = ["of", "over", "of them", "off", "out of"]
    found = re.findall(alternatives(words), "Of  them, off or over, out of, of", re.IGNORECASE)
    assert found == ["Of  them", "off", "over", "out of", "of"]


def test_other_positions_are_tried_if_an_expression_names_them():
    source = re.compile(r"\b(?:mayor \w+|[A-Z]\w+, the mayor)")
    text = "Ana, the mayor, and mayor Bo"
    assert not WordList(source, ["mayor"]).search(text, 0, 15)
    also = WordList(source, ["mayor"], also=re.compile(r"\b(?=[A-Z]\w+, the )"))
    assert [m[0] for m in also.finditer(text)] == ["Ana, the mayor", "mayor Bo"]


def test_a_pattern_that_begins_with_a_sign_is_refused():
    with pytest.raises(ValueError, match="'—'"):
        compile_words(["— mayor"])


def test_every_list_of_the_lexicon_finds_what_its_expression_finds():
    rows = [*lexicon.load("triggers"), *lexicon.load("actors").values(), *lexicon.load("agencies")]
    for row in rows:
        for text in row["examples"]:
            expected = [m.span() for m in plain(row["words"]).finditer(text)]
            assert [m.span() for m in compile_words(row["words"]).finditer(text)] == expected
