"""Extraction takes time in proportion to the length of an article, however long: counted in calls, not in seconds."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from raidline.article import Article
from raidline.extract.decide.again import retelling
from raidline.extract.decide.models import shipped
from raidline.extract.pipeline import EVENT, extract_article
from raidline.extract.proposals import propose

PUBLISHED = date(2031, 5, 9)
TOWNS = ("Reno, Nevada", "Austin, Texas", "Tulsa, Oklahoma", "Boise, Idaho", "Macon, Georgia")
ACTS = (
    "ICE agents arrested {n} people at a bakery in {town} on {day}, the agency said.",
    "The council of {town} voted on {day} to end its contract with the county jail, which held {n} people.",
    "About {n} protesters marched through {town} on {day}.",
    "A judge in {town} ordered on {day} that {n} families must be heard.",
)


def article(acts, days):
    """Return an article of so many acts in turn on so many days."""
    told = []
    for number in range(acts):
        when = PUBLISHED - timedelta(days=1 + number * 7 % days)
        day = f"{when:%B} {when.day}, {when.year}"
        told.append(ACTS[number % len(ACTS)].format(n=number + 10, town=TOWNS[number * 3 % len(TOWNS)], day=day))
    text = "\n\n".join(told)
    return Article(
        id="herald",
        title="A year of raids",
        publisher="Herald",
        published=PUBLISHED,
        url=None,
        text=text,
        path=Path("herald.md"),
    )


def calls(read):
    """Return how often Python or C functions are called while an article is read."""
    count = 0

    def counted(frame, event, argument):
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        extract_article(read)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.slow
@pytest.mark.parametrize("days", [2, 3_000], ids=["on the same days", "each on a day of its own"])
def test_four_times_the_text_takes_four_times_the_calls(days):
    short, long = article(150, days), article(600, days)
    extract_article(short)  # whatever is read once for all articles
    ratio = len(long.text) / len(short.text)
    assert calls(long) < 1.07 * ratio * calls(short)  # 4 to the power of 1.05


@pytest.mark.parametrize(("acts", "days"), [(12, 2), (120, 2), (120, 40), (120, 3_000)])
def test_what_is_told_again_is_compared_as_if_with_all(acts, days):
    """Reports are looked up by date, and the nearest first; the result is that of comparing each with all before it."""
    proposals = propose(article(acts, days))
    tellings = [(0.5 + 0.4 * (at % 7) / 7, proposals.told(draft)) for at, draft in enumerate(proposals.drafts)]
    same = shipped().retelling
    kept = []
    for probability, telling in sorted(tellings, key=lambda pair: (-pair[0], pair[1].draft.happening.timex.start)):
        others = [pair for pair in kept if retelling.comparable(telling, pair[0])]
        if len(others) > retelling.MOST_COMPARED:
            nearest = sorted(others, key=lambda pair: abs(pair[0].draft.number - telling.draft.number))
            others = nearest[: retelling.MOST_COMPARED]
        alike = [same.judged(retelling.of_pair(telling, other)).probability for other, _ in others]
        new = probability
        for one in alike:
            new *= 1 - one
        if new >= EVENT:
            kept.append((telling, []))
        elif alike:
            others[alike.index(max(alike))][1].append(telling)
    assert retelling.told_once(tellings, same, EVENT) == kept
    assert any(also for _, also in kept) == (days < 3_000)
