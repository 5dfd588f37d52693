"""What an act is for is no act: "changed the form to ensure that no one is held past Friday"."""

from __future__ import annotations

from datetime import date

import pytest

from raidline.extract.events.event_mentions import find_happenings
from raidline.extract.timex import find_timexes

PUBLISHED = date(2031, 5, 9)  # a Friday

AIMS = [
    "The sheriff changed the form to ensure that no one is held past Friday.",
    "Deputies rewrote the rule so that nobody would be arrested at the courthouse in May.",
    "He said the change was made so the city would not lose $5 million in 2031.",
    "Lawyers were sent to the jail to make sure that nobody is deported before Monday.",
    "The clinic keeps its doors locked so agents can't arrest anyone there on Friday.",
    "A guard is posted, making sure no parent is detained on Tuesday.",
]
ACTS = [
    ("The board voted Tuesday to make sure that deputies do not hold anyone for ICE.", "voted"),
    ("The judge ordered the jail to ensure that men arrested on May 4 see a lawyer.", "arrested"),
    ("The city will pay to ensure that those who were detained on May 5 have counsel.", "detained"),
    ("ICE raided the plant on May 3 so that, the agency said, workers would not be cheated.", "raided"),
    ("To make sure no one would be turned away, the church opened its doors on May 5.", "opened"),
    ("The council moved its session so that members could vote on Thursday.", "vote"),
    ("The judge acted to ensure that no detainee would be moved before the hearing on May 5.", "hearing"),
    ("The van left at dawn, so he could not be freed on Friday.", "freed"),
]


def acts(sentence: str) -> list[str]:
    timexes = find_timexes(sentence, PUBLISHED)
    assert timexes
    return [h.trigger.text for h in find_happenings(sentence, (0, len(sentence)), timexes, PUBLISHED)[0]]


@pytest.mark.parametrize("sentence", AIMS)
def test_what_an_act_is_meant_to_bring_about_has_no_date(sentence: str) -> None:
    assert acts(sentence) == []


@pytest.mark.parametrize(("sentence", "act"), ACTS)
def test_an_act_beside_a_purpose_keeps_its_date(sentence: str, act: str) -> None:
    assert acts(sentence) == [act]
