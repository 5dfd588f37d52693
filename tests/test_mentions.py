"""Which capitalised names are places, which place is meant, and in what role."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raidline.extract.toponyms import namesakes
from raidline.extract.toponyms.mentions import find_places
from raidline.places import lookup

TABLE = Path(__file__).parent / "places_in_text.txt"
_MARK = re.compile(r"\[\[(.+?)=[^\]=]+\]\]")


def _table():
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [line.replace("¶", "\n") for line in lines if line and not line.startswith(("#", "[[text="))]


def _marked(text):
    """Return the text with its places as the table has them."""
    for mention in reversed(find_places(text)):
        name = mention.jurisdiction.full_name if mention.jurisdiction else "?"
        text = f"{text[: mention.start]}[[{mention.text}={name} ({mention.role})]]{text[mention.end :]}"
    return text


@pytest.mark.parametrize("expected", _table())
def test_the_places_of_a_sentence(expected):
    assert _marked(_MARK.sub(r"\1", expected)) == expected


def test_the_table_is_there():
    assert len(_table()) >= 200


@pytest.mark.parametrize("text", [_MARK.sub(r"\1", line) for line in _table()])
def test_mentions_are_verbatim_in_order_and_explained(text):
    found = find_places(text)
    assert all(text[m.start : m.end] == m.text and m.how and m.candidates for m in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize("name", ["Springfield", "Orange County", "Jefferson County"])
def test_candidates_of_what_stays_open_come_largest_first(name):
    (mention,) = find_places(f"Agents came to {name} on Monday.")
    assert mention.jurisdiction is None
    assert len(mention.candidates) > 1
    assert list(mention.candidates) == sorted(mention.candidates, key=lambda j: -j.population)


def test_a_surname_is_still_a_city_behind_a_word_of_place():
    text = "Judge Andrew Austin spoke of raids in Austin. Austin said so."
    assert [m.start for m in find_places(text)] == [text.index("in Austin") + 3]


def test_a_small_town_needs_its_state_or_a_state_in_the_article():
    assert find_places("The factory stood in Cato.") == []
    (state, town) = find_places("New York police watched. The factory stood in Cato, N.Y.")
    assert (state.role, town.text) == ("organisation", "Cato, N.Y.")
    named = find_places("In Nebraska, snow fell. The plant in O'Neill closed.")
    assert [m.jurisdiction and m.jurisdiction.full_name for m in named] == ["Nebraska", "O'Neill, Nebraska"]


FAR = "Nobody knew why it took so long, and nobody asked, for the hall was cold and it had been put off twice before. "
WHY = [
    ("Agents came to Dallas.", 1, "'to Dallas'; by far the largest of that name"),
    ("Agents came to Paris, Texas. Paris slept.", 1, "'Paris' is named; the article says which elsewhere"),
    (f"Officials in Illinois met. {FAR}Agents came to Niles.", 1, "'to Niles'; IL is named in the article"),
    (f"Officials in Illinois and Ohio met. {FAR}Agents came to Niles.", 5, "'to Niles'"),
    ("A bus left Opelika. Shops in Auburn closed.", 1, "'in Auburn'; other names lie in AL, too"),
]


@pytest.mark.parametrize(("text", "meanings", "how"), WHY)
def test_the_choice_among_namesakes_gives_its_reason(text, meanings, how):
    (*_, last) = find_places(text)
    assert (len(last.candidates), last.how) == (meanings, how)


def test_an_unknown_name_is_not_looked_for_among_all_spellings(monkeypatch):
    monkeypatch.setattr(lookup, "_spelt_like", None)
    assert namesakes.prevailing("zzyzxburg") is None


@given(st.text(alphabet=st.sampled_from("AustinTexasNYDC, .—()\n’LPDwhe-"), max_size=120))
def test_any_text_is_read_without_error_and_verbatim(text):
    assert all(text[m.start : m.end] == m.text for m in find_places(text))


@given(st.lists(st.sampled_from(["New", "York", "City", "Washington", "Springfield", "County", "county", "in", "of", "the",
                                 "State", "state", "and", ",", "Ill.", ", Ohio", "Mayor", "'s", "\n", "—", "Judge", "D-Md."])))  # fmt: skip
def test_any_words_of_the_trade_are_read_without_error(words):
    text = " ".join(words)
    assert all(text[m.start : m.end] == m.text for m in find_places(text))
