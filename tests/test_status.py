"""Each reading that gives an act its status: a sentence that needs it, and one that it must leave alone."""

from __future__ import annotations

from datetime import date

import pytest

from raidline.extract.events.event_mentions import find_happenings
from raidline.extract.events.modality import read_status
from raidline.extract.timex import find_timexes

ANCHOR = date(2031, 5, 9)  # a Friday

# reading -> sentence, status, and by which words; below each what comes near and is none
STATUS = {
    "it was called off": [
        ("The raid of Tuesday was called off.", "cancelled", "called off"),
        ("The raid of Tuesday went ahead.", "occurred", ""),
        ("The raid of Tuesday went ahead; the fair was called off.", "occurred", ""),
    ],
    "what was to be was called off": [
        ("The vote on the ban, set for Tuesday, was canceled.", "cancelled", "was canceled"),
        ("ICE had planned a raid in Reno for Tuesday that got hastily called off.", "cancelled", "got hastily called off"),
        ("The council was to vote on the ban on Tuesday, but the vote was put off.", "cancelled", "was put off"),
        ("The council had planned to vote on the ban on Tuesday, but it was later dropped.", "cancelled", "was later dropped"),
        ("- May 6, canceled: hearing on the ban", "cancelled", "canceled"),
        ("- May 6 (postponed): hearing on the ban", "cancelled", "postponed"),
        ("- May 6 (expected): march against the ban", "planned", "expected"),
        ("The council was to vote on the ban on Tuesday, but the fair was put off.", "planned", "the date lies after publication"),
        ("The vote on the ban, set for May 6, was held after rain.", "occurred", ""),
        ("The council voted on the ban on Tuesday, but the fair was put off.", "occurred", ""),
        ("- May 6 (crowded): hearing on the ban", "occurred", ""),
    ],
    "it was planned": [
        ("The planned raid of Tuesday shook the town.", "planned", "planned"),
        ("The planned raid of Tuesday frightened the town.", "planned", "planned"),
        ("The planned rally on Tuesday drew 200 people.", "occurred", ""),
        ("Protesters against the proposed jail marched on Tuesday.", "occurred", ""),
        ("The expected raid did not come on Tuesday.", "planned", "expected"),
        ("A proposal last year suggested raids.", "planned", "proposal"),
        ("The raid of May 6, 2031, shook the upcoming fair.", "occurred", ""),
        # of a speech that is said right before it alone
        ("The mayor planned to announce a policy on May 6.", "planned", "planned"),
        ("The mayor, in town for a long planned visit to her old aunt, spoke on Tuesday.", "occurred", ""),
        ("The sheriff announced upcoming raids on May 6.", "occurred", ""),
        ("The mayor proposed a rule on May 6, 2031.", "occurred", ""),
    ],
    "it lies ahead": [
        ("Agents will arrest nine people on Friday.", "planned", "will"),
        ("Agents will arrest nine people today.", "planned", "will"),
        ("Agents would arrest nine people in the past two weeks.", "occurred", ""),
        ("In March 2031 agents would arrest nine people.", "occurred", ""),
        ("Agents will arrest nine people in June.", "planned", "will"),
        ("The mayor said on Tuesday she will go.", "occurred", ""),
    ],
    "it is only claimed": [
        ("Agents allegedly arrested nine people on Tuesday.", "alleged", "allegedly"),
        ("The clerk claims that agents arrested nine people on Tuesday.", "alleged", "claims"),
        ("The clerk claims it was wet, because agents arrested nine people on Tuesday.", "occurred", ""),
        ("The clerk claims the prize, a day out and all she can eat, that agents brought on Tuesday.", "occurred", ""),
        ("The mayor allegedly said on Tuesday that all was well.", "occurred", ""),
    ],
    "its date lies ahead": [
        ("Agents arrested nine people on May 20, 2031.", "planned", "the date lies after publication"),
        ("Agents arrested nine people on May 9, 2031.", "occurred", ""),
    ],
}  # fmt: skip


def status(sentence, anchor):
    (act, *_), _ = find_happenings(sentence, (0, len(sentence)), find_timexes(sentence, anchor))
    found, why = read_status(sentence, act, anchor)
    return found.value, why


@pytest.mark.parametrize(("sentence", "expected", "why"), [row for rows in STATUS.values() for row in rows])
def test_the_status_of_an_act(sentence, expected, why):
    assert status(sentence, ANCHOR) == (expected, why)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Agents will arrest nine people on May 3, 2031.", ("planned", "will")),
        ("Agents arrested nine people on May 3, 2031.", ("occurred", "")),
    ],
)
def test_without_a_day_of_publication_nothing_is_past(sentence, expected):
    assert status(sentence, None) == expected
