"""What the grammar can compose is read: any rule behind any modifier, on any day; and any number behind any hedge."""

from __future__ import annotations

import random
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raidline import lexicon
from raidline.counts.value import Count
from raidline.extract.counting.reading import find_counts
from raidline.extract.text.numbers import numbers_named
from raidline.extract.timex import find_timexes

sys.path.insert(0, str(Path(__file__).parents[1] / "fuzz"))
import composed
import targets
from choices import Choices

SUNDAY = date(2017, 3, 5)
CHOICES = st.binary(min_size=40, max_size=300)


@given(CHOICES)
@settings(max_examples=300, deadline=None)
def test_no_reader_raises_on_what_the_grammar_composes(data):
    targets.composed(data)


@pytest.mark.slow
def test_no_reader_raises_on_any_rule_behind_any_modifier():
    made = random.Random(7)  # noqa: S311 - no secret
    for modifier in (None, *composed.modifiers()):
        for rule in composed.rules():
            for anchor in (SUNDAY, made.choice(targets.ANCHORS)):
                choices = Choices(made.randbytes(120))
                before = composed.phrase(modifier, choices) if modifier else []
                find_timexes(" ".join(["It ends by", *before, *composed.phrase(rule, choices)]), anchor)


def test_the_law_reaches_what_it_is_about():
    """Nearly every rule is found in what was drawn from it."""
    made = random.Random(7)  # noqa: S311 - no secret
    drawn = [" ".join(composed.phrase(rule, Choices(made.randbytes(120)))) for rule in composed.rules()]
    found = [text for text in drawn if find_timexes(text, SUNDAY)]
    assert len(found) > 0.7 * len(drawn)
    beside = [rule for rule in composed.rules() if rule in composed.named_behind()]
    whole = [find_timexes(" ".join(composed.phrase(rule, Choices(made.randbytes(120)))), SUNDAY) for rule in beside]
    assert sum("before" in found[0].how or "after" in found[0].how for found in whole if found) > 0.3 * len(beside)


@pytest.mark.parametrize("hedge", ["", *lexicon.load("counting")["qualifiers"]])
def test_every_number_is_read_behind_every_hedge(hedge):
    for number in (*lexicon.load("counting")["numerals"], "51", "1,000", "999,999,999,999"):
        text = f"ICE held {hedge} {number} people".replace("  ", " ")
        (found,) = numbers_named(text, (0, len(text)))
        assert f"held {hedge} {number} people".replace("  ", " ")[5:-7] == f"{hedge} {number}".strip()
        assert found.end - found.start == len(f"{hedge} {number}".strip())
        assert Count.parse(str(found.count)) == found.count


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("over thousands of residents", ["more than thousands"]),
        ("between 100 and 150 people", ["100 to 150"]),
        ("one of the 51 people", ["1", "51"]),
        ("a man aged 40", ["40"]),
        ("on May 9, 2019", []),
        ("about dozens of people", ["about dozens"]),
        ("1,000,000,000,000,000 people", []),
        ("\N{ARABIC-INDIC DIGIT THREE}\N{ARABIC-INDIC DIGIT ONE} people", []),
        ("\N{LATIN SMALL LETTER LONG S}even people", ["7"]),
        ("n\N{LATIN SMALL LETTER DOTLESS I}ne people", ["9"]),
        ("AT\N{NO-BREAK SPACE}LEAST\nSIX people", ["at least 6"]),
    ],
)
def test_numbers_of_running_text(text, counts):
    assert [str(number.count) for number in numbers_named(text, (0, len(text)))] == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("ICE arre\N{LATIN SMALL LETTER LONG S}ted nine people", {"arrested": "9"}),
        ("Nine arre\N{LATIN SMALL LETTER LONG S}ts", {"arrested": "9"}),
        ("N\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}NE ARRESTS", {"arrested": "9"}),
        ("ICE arrested over thousands of residents", {"arrested": "more than thousands"}),
        ("ICE arrested 1,000,000,000,000,000 residents", {}),
    ],
)
def test_counts_of_running_text(text, counts):
    assert {key: str(count) for key, count in find_counts(text, (0, len(text))).items()} == counts


@pytest.mark.parametrize(
    ("text", "anchor", "found"),
    [
        ("They will leave by the end of the weekend.", SUNDAY, [("the end of the weekend", "2017-03-05~")]),
        ("They will leave by the end of the weekend.", date(2017, 3, 4), [("the end of the weekend", "2017-03-05~")]),
        ("The curfew began at midnight (20h00 GMT).", SUNDAY, [("midnight", "2017-03-05")]),
        ("It landed at 1430 GMT.", SUNDAY, [("1430 GMT", "2017-03-05")]),
        ("It landed at 5 GMT, not 1.5 GMT nor 1,000 GMT.", SUNDAY, []),
        ("It opens in May of next year.", date.max, []),
        ("It closed in the fourth quarter of last year.", date.min, []),
        ("It will open at some time this winter.", date.max, []),
        ("It opens on Labor Day next year.", date.max, []),
    ],
)
def test_times_that_once_raised(text, anchor, found):
    assert [(one.text, str(one.edtf)) for one in find_timexes(text, anchor)] == found
