"""The numbers of a text that support a count: what is beside what is counted, parts added up, vague words; no others."""

from __future__ import annotations

import pytest

from raidline import lexicon
from raidline.check.numerals import is_told
from raidline.counts.agreement import supports
from raidline.counts.value import Count


@pytest.mark.parametrize(
    ("stated", "count", "supported"),
    [
        ("51", "51", True),
        ("51", "15", False),
        ("about 230", "228", True),
        ("about 230", "212", False),  # it would have been rounded to 210
        ("nearly 700", "683", True),
        ("nearly 700", "701", False),
        ("more than 70", "76", True),
        ("more than 70", "83", False),  # it would have been "more than 80"
        ("at least 1,200", "1,260", True),
        ("at least 7", "8", False),
        ("more than 70", "140", False),
        ("more than 70", "70", True),
        ("up to 50", "45", True),
        ("up to 50", "12", False),
        ("dozens", "48", True),
        ("dozens", "480", False),
        ("10 to 12", "11", True),
        ("10 to 12", "14", False),
        ("12", "at least 12", True),
        ("unknown", "12", False),
    ],
)
def test_what_a_source_states_supports(stated, count, supported):
    assert supports(Count.parse(stated), Count.parse(count)) is supported


@pytest.mark.parametrize(
    ("text", "name", "count", "told"),
    [
        ("Agents arrested 12 men and four women.", "arrested", "16", True),
        ("Agents arrested 12 men and four women.", "arrested", "12", True),
        ("Agents arrested 12 men and four women.", "arrested", "18", False),
        ("Seven of those arrested are from Peru, nine from Chile, four from Cuba.", "arrested", "20", True),
        ("Two officers were injured, one of them in the eye.", "injured", "3", False),  # not one more
        ("Two officers were injured and one agent.", "injured", "3", True),
        (
            f"Two were arrested in Tyler{', in a town that lies far from all others' * 3}, and four in Waco.",
            "arrested",
            "6",
            False,
        ),
        ("They were injured. Vigils in three parks broke up.", "injured", "3", False),  # "hurt" in other words
        ("Three were wounded.", "injured", "3", True),
        ("Nine cities are on the list. The mayor told seven men.", "cities", "7", False),
        ("Nine jurisdictions are on the list. The mayor told seven men.", "jurisdictions", "7", False),
        ("Dozens were arrested.", "arrested", "40", True),
        ("Dozens were arrested, 27 of them in Tyler.", "arrested", "40", False),  # the number says more than the word
        ("Dozens of papers wrote of it. They arrested nobody.", "arrested", "40", False),
        ("They arrested workers, and slept for 16 hours.", "arrested", "16", False),
        ("They were arrested at Motel 6.", "arrested", "6", False),
        ("They were arrested on Saturday. Three men got away.", "arrested", "3", True),
        ("They were arrested. Two papers wrote of it.", "arrested", "2", False),
        ("It cost $1,530,000, ahead of plan.", "dollars", "1,530,000", True),
        ("The House passed it, 218-209.", "votes against", "209", True),
        ("The House passed it, 218-209.", "arrested", "209", False),
        ("ICE made 58 arrests in 2024 and 41 the year before.", "arrests", "41", True),
        ("The council closed three shelters.", "shelters", "3", True),
        ("The council closed three shelters after seven meetings.", "shelters", "7", False),
        ("They were arrested at two schools.", "arrested", "2", False),
        ("On Sunday four pickers were arrested.", "arrested", "4", True),
        ("Agents arrested two pickers.", "arrested", "2", True),
        ("They arrested the owner on Sept. 22, 2025.", "arrested", "22", False),
        ("They arrested a clerk.\n22, 2025", "arrested", "22", False),  # the month is on another line
        ("They arrested Ann Example, 24, of Waco.", "arrested", "24", False),
        ("They arrested him and his two sons, 9 and 12.", "arrested", "12", False),
        ("She was arrested when she was 14.", "arrested", "14", False),
        ("A father and his two children were arrested.", "arrested", "3", True),
        ("A father and his two lawyers were arrested.", "arrested", "4", False),
        ("They were arrested. Five people marched.", "arrested", "5", False),
        ("Five people were hurt.", "dead", "5", True),  # of one scene
        ("It has nine state senators and five governors.", "governors", "9", False),
        ("He paid forty-five thousand dollars.", "dollars", "45,000", True),
        ("He paid for forty-five thousand meals.", "dollars", "44,000", False),
        ("He was deported to Peru five times.", "deportations", "5", True),
        ("He was arrested five times.", "visits", "6", False),
        ("The attacks went on. On Monday nine men came.", "attackers", "9", True),
        ("Seven attacks were told. On Monday nine shops closed.", "attackers", "9", False),
        ("Agents took nine people.", "detained", "9", True),
        ("The order shields millions.", "shielded", "millions", True),
        ("Of 5 motels it searched one. Nine papers wrote.", "motels", "9", False),
    ],
)
def test_a_text_tells_a_count(text, name, count, told):
    assert is_told(Count.parse(count), name, text) is told


def test_the_words_for_what_is_no_count():
    listed = lexicon.shown("not_counting")
    assert not is_told(Count.parse("6"), "arrested", f"Arrested: {listed['examples']['before'][0]}")
    assert not is_told(Count.parse("12"), "arrested", f"Arrested: {listed['examples']['behind'][0]}")
    assert is_told(Count.parse("6"), "arrested", f"Arrested: {listed['not']['before'][0]}")
    assert is_told(Count.parse("12"), "arrested", f"Arrested: {listed['not']['behind'][0]}")
