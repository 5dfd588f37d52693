"""Full-text search: what a query finds, what it leaves, and where its words stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raidline.timeline.query import Query, QueryError

TEXTS = ("Agents sweep across Austin", "The sheriff ends detainers.", "Vans stood by the école; 287(g) officers too.")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("austin", True),
        ("AUSTIN sheriff", True),
        ("austin AND sheriff", True),
        ("austin dallas", False),
        ("dallas OR austin", True),
        ("dallas OR houston", False),
        ("sweep dallas OR austin", True),  # OR joins the two beside it
        ("parade dallas OR austin", False),
        ("dallas OR houston OR austin", True),
        ("detainer", True),  # its plural
        ("detain", False),
        ("detain*", True),
        ("wins", False),
        ("austin or dallas", False),  # a word in small letters
        ('"sweep across austin"', True),
        ("“sweep across austin”", True),
        ('"across sweep"', False),
        ('"austin the"', False),  # a phrase does not run from one text into the next
        ("austin -dallas", True),
        ("austin -sheriff", False),
        ('austin -"sheriff ends"', False),
        ("dallas OR -houston", True),
        ("ecole", True),
        ("ÉCOLE", True),
        ("287(g)", True),
        ("287g", False),
    ],
)
def test_what_is_found(query, found):
    assert Query.parse(query).matches(TEXTS) is found


@pytest.mark.parametrize(
    ("word", "text"),
    [("city", "two cities"), ("church", "churches"), ("Houston", "Houston’s jail"), ("sheriff", "the sheriffs' vote")],
)
def test_a_word_is_found_in_its_other_forms(word, text):
    assert Query.parse(word).matches([text])


@pytest.mark.parametrize(
    ("query", "complaint"),
    [
        ("", "at least one word"),
        ("  ", "at least one word"),
        ("AND", "at least one word"),
        ("OR austin", "OR joins two terms"),
        ("austin OR", "OR joins two terms"),
        ("austin OR OR dallas", "OR joins two terms"),
        ('"secure communities', "not closed"),
        ("(austin OR dallas) ICE", "parentheses are not read"),
        ("-", "holds no word"),
        ('""', "holds no word"),
        ("*", "holds no word"),
    ],
)
def test_what_is_no_query_is_told(query, complaint):
    with pytest.raises(QueryError, match=complaint):
        Query.parse(query)


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("sweep OR austin", ["sweep", "Austin"]),
        ("austin -sweep", ["Austin"]),
        ('"sweep across" across', ["sweep across"]),
        ("ecole", []),
    ],
)
def test_the_words_are_marked_where_they_stand(query, marked):
    assert [TEXTS[0][start:end] for start, end in Query.parse(query).marks(TEXTS[0])] == marked


@given(st.text(max_size=40), st.text(max_size=40))
def test_marks_lie_within_the_text_and_apart(typed, text):
    try:
        query = Query.parse(typed)
    except QueryError:
        return
    ends = [0, *(end for span in query.marks(text) for end in span), len(text)]
    assert ends == sorted(ends)
