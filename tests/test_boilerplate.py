"""What surrounds a report on its page makes no events, and the report's own sentences stay. All texts are invented."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raidline import lexicon
from raidline.article import Article
from raidline.extract.pipeline import extract_article
from raidline.extract.text.boilerplate import _has_fewer_small, _teaser, prose, set_apart
from raidline.extract.text.sentences import split_sentences
from raidline.extract.timex import find_timexes

PUBLISHED = date(2031, 5, 9)
LEAD = (
    "Agents arrested nine people at a bakery in Austin on Tuesday, and the mayor said that the city had not been told."
)


def extract(text):
    return extract_article(Article("a", None, None, PUBLISHED, None, text, Path("a.md")))


def kept(text):
    return [text[start:end] for start, end in prose(text, split_sentences(text))[0]]


FURNITURE = [
    "Latest News",
    "Raids in Austin",
    "May 9, 2031",
    "Protest at the County Jail, May 3, 2031",
    "Skip to main content",
    "HOME NEWS Police Raids Courts Elections 2030 Budget Hearings Podcasts Newsletters About Us Contact",
    "Photos: March on City Hall May 1, 2031 Video: Raids in Boston April 2, 2031 Court Blocks Order March 3, 2031",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_lines_of_a_page_are_left_out(line):
    text = f"{line}\n\n{LEAD}\n\n{line}\n"
    assert kept(text) == [LEAD]
    assert [c.date_text for c in extract(text).candidates] == ["Tuesday"]


SENTENCES = [
    "Agents left on Monday.",
    "“We were not told,” the sheriff said.",
    "Agents arrested nine people in Austin on Tuesday",  # a paragraph whose stop was lost
    "Austin Mayor Ana Real, Travis County Sheriff Bo Lund and Texas Gov. Cy Dahl met on Monday.",
    "A van leaves the jail in Austin, Texas, on Tuesday, May 6, 2031. (Photo by a reporter)",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_stay(sentence):
    for text in (sentence, f"Latest News\n{sentence}\nShare This"):
        assert [c for c in kept(text) if not c.startswith("(Photo")] == [
            sentence.removesuffix(" (Photo by a reporter)")
        ]


def test_a_menu_that_runs_into_a_sentence_is_cut_off():
    menu = (
        "Home News Events Police Raids Courts Elections Podcasts Donate Watch Live Weather Sports Share Email Print "
        * 3
    )
    text = f"{menu}AUSTIN — Agents arrested nine people at a bakery in Austin on Tuesday, the mayor of the city said in a statement."
    (candidate,) = extract(text).candidates
    assert candidate.quote.endswith("said in a statement.")
    assert candidate.quote.startswith(("AUSTIN — Agents arrested", "Agents arrested"))
    assert text[candidate.start : candidate.end] == candidate.quote


def test_a_long_sentence_of_prose_stays_whole():
    sentence = (
        LEAD.removesuffix(".")
        + ", which the council, the sheriff of Travis County and two members of the " * 3
        + "board regretted."
    )
    assert kept(sentence) == [sentence]


NAMES = (
    "On Tuesday night, Senator Alma Reyes of Nevada, Mayor Hilary Schieve of Reno and Sheriff Darin Balaam of Washoe County joined the Sierra "
    "Workers Alliance, the Diocese of Reno and the Truckee Meadows Water Authority on the steps of the Bruce Thompson Courthouse "
    "to ask that the men taken at the plant be let go."
)
MENU = "Home News Crime Courts Schools Elections Weather Sports Obituaries Archives Podcasts Subscribe Donate Log In Share "


def test_a_long_sentence_that_names_many_stays_whole_but_no_menu_before_one():
    assert kept(NAMES) == [NAMES]
    (rest,) = kept(MENU + NAMES)
    assert "Archives" not in rest
    assert rest.endswith("be let go.")
    assert kept(NAMES.removesuffix(".")) != [NAMES.removesuffix(".")]


def test_what_is_said_twice_word_for_word_counts_once():
    assert kept(f"{LEAD}\n\nThe council met again.\n\n{LEAD}") == [LEAD, "The council met again."]
    assert kept("He said no.\n\nHe said no.") == ["He said no.", "He said no."]


STEP = "The next day, agents of ICE raided a shop in Waco."


@pytest.mark.parametrize(
    ("text", "times"),
    [
        (f"{STEP} {STEP}", 2),  # each is a day later
        (f"{STEP}\n\n{STEP}", 1),  # a pull quote
        ("Agents of ICE raided a shop in Waco. Agents of ICE raided a shop in Waco.", 1),
    ],
)
def test_what_is_said_twice_of_one_day_after_another_counts_twice(text, times):
    assert len(kept(f"{LEAD}\n\n{text}")) == 1 + times


def test_what_is_left_out_is_said_to_be():
    text = f"Raids of May 3, 2031\n{LEAD}"
    assert [text[s.start : s.end] for s in extract(text).skipped] == ["May 3, 2031"]
    assert "menu" in extract(text).skipped[0].reason


STAMPS = [
    ("Published May 9, 2031 the raids in Austin drew protests.", True),
    ("Updated: May 9, 2031 the raids in Austin drew protests.", True),
    ("The agency raided homes. Retrieved May 9, 2031 from its page.", True),
    ("Copyright © 2031 by the Herald, which reports on raids.", True),
    ("The raids, by Ana Real May 9, 2031 Share this story.", True),
    ("Raids in Austin, May 9, 2031, 5:30 a.m. and later.", True),
    ("Raids in Austin May 9, 2031 | The Herald reports.", True),
    ('"Raids in Austin" (May 9, 2031). The Herald.', True),
    ("Watch the raids in Austin 2:14 and share.", True),
    ("Get the news on May 9 with raids in your inbox.", True),
    ("The raids in Austin May 9 Sign up for our newsletter.", True),
    ("Sheriffs agreed on May 9 to sign up for the program.", False),
    ("Skip to content Agents raided homes on May 9.", False),
    ("Chief to leave after raids May 9, 11:57 PM Winter storm kills two May 8, 7:34 PM Raids go on", True),
    ("Agents raided homes May 9, 11:57 PM and left.", False),
    ("Agents raided homes May 9, 11:57 p.m., in Austin.", False),
    ("UPDATE (Friday, 8:05 a.m.): The post has the order against the raids.", True),
    ("Update 2 (May 9, 2031): The post has the order against the raids.", True),
    ("The council gave an update (on Friday) about the raids.", False),
    ("The report, published May 9, 2031, counts the raids.", False),
    ("On May 9, 2031 Agents raided homes in Austin.", False),
    ("On Friday, May 9, 2031 Agents raided homes in Austin.", False),
    ("Agents raided homes in Austin May 9, 2031.", False),
    ("Agents raided homes May 9, 2031, in Austin.", False),
    ("The raid of May 9, 2031 Texans remember.", False),
    ("Agents raided the bakery at 9:30 on Monday.", False),
    ("Agents raided the bakery Monday (May 9, 2031) and left.", False),
]


NOTES = [
    ("This story was updated on May 8 with a statement of the sheriff.", True),
    ("The video in this article first aired on May 6.", True),
    ("This article has been corrected: the raid was on May 6.", True),
    ("An earlier version of this story said that the raid was on May 6.", True),
    ("A reporter in Reno contributed to this report, which was revised on May 8.", True),
    ("The sheriff, seen here during a raid on May 8, defended the contract.", True),
    ("Officers are pictured here outside the jail on May 8.", True),
    ("The sheriff was last seen here on May 8.", False),
    ("The sheriff updated the policy on May 8.", False),
    ("The county corrected the report on May 8.", False),
]


@pytest.mark.parametrize(("text", "apart"), STAMPS + NOTES)
def test_dates_of_the_page_are_set_apart(text, apart):
    own, stamps = set_apart(text, (0, len(text)), find_timexes(text, PUBLISHED))
    assert bool(stamps) is apart
    assert bool(own) is not apart


DATELINES = [
    ("AUSTIN, Texas, May 9, 2031 — Agents raided a bakery on Tuesday.", ["Tuesday"]),
    ("Austin, May 9 – On Tuesday, agents raided a bakery.", ["Tuesday"]),
    # alone, it is the day of what is told
    ("AUSTIN, Texas, May 9, 2031 — Agents raided a bakery.", ["May 9, 2031"]),
    # no dateline
    ("Agents came on May 9, 2031 — a day after they raided a bakery on May 8.", ["May 9, 2031", "May 8"]),
    ("In Austin, May 9, 2031, was the day after the raid of May 8.", ["May 9, 2031", "May 8"]),
]


@pytest.mark.parametrize(("text", "dates"), DATELINES)
def test_a_dateline_dates_nothing_in_a_sentence_with_its_own_date(text, dates):
    own, _ = set_apart(text, (0, len(text)), find_timexes(text, PUBLISHED))
    assert [t.text for t in own if t.type == "DATE"] == dates


@pytest.mark.parametrize(
    ("words", "apart"),
    [(w, True) for w in lexicon.load("boilerplate")["stamps"]["examples"]]
    + [(w, False) for w in lexicon.load("boilerplate")["stamps"]["not"]],
)
def test_the_words_of_stamps(words, apart):
    text = f"{words} May 9, 2031."
    assert bool(set_apart(text, (0, len(text)), find_timexes(text, PUBLISHED))[1]) is apart


PIECES = st.lists(
    st.sampled_from(
        ["Home", "News", "raids", " on ", "May 9, 2031", ".", "\n", " ", "the agents came", "| ", "“", "Ana"]
    ),
    max_size=80,
)


@given(PIECES)
def test_what_is_kept_and_what_is_left_out_share_nothing_and_lose_no_word(pieces):
    text = "".join(pieces)
    sentences = split_sentences(text)
    spans = sorted(span for part in prose(text, sentences) for span in part)
    assert all(a_end <= b_start for (_, a_end), (b_start, _) in pairwise(spans))
    outside = set(range(len(text))) - {i for start, end in spans for i in range(start, end)}
    covered = {i for start, end in sentences for i in range(start, end)}
    assert not "".join(text[i] for i in sorted(outside & covered)).strip()


@given(st.lists(st.sampled_from(["the", "(and", "Reno", "“May", "12", "|", "ß", "[Él"]), max_size=20), st.floats(0, 8))
def test_few_small_words_are_as_many_as_counted(words, least):
    small = sum(word.lstrip("\"'“‘«([*_#")[:1].islower() for word in words)
    assert _has_fewer_small(words, least) is (small < least)


def test_a_teaser_is_looked_for_behind_few_signs():
    """Behind any number, each of ten thousand rules would be read to the end of the text."""
    assert _teaser().match("*** \n\n» Read more: a report")
    assert not _teaser().match("---\n" * 20 + "Read more: a report")
