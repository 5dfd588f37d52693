"""What a sentence says of those who run for an office or vote in one: "Ann Vale beat Bo Reed by four points"."""

from __future__ import annotations

import re
from functools import cache

from raidline.privacy.standing.wording import GIVEN, NAME, any_said, listed

_INSERTED = r"(?:,\s+(?:who|whose|running|with)\b[^,;:.!?]{2,60},)?"  # "Ann Vale, who signed the deal, lost to Bo Reed"
_WITH = re.compile(rf"\b[Ww]ith\s+(?:{NAME},?\s+(?:and\s+|&\s+)?){{0,4}}{GIVEN}")
_SCORES = r"(?:[\s,;/%()–-]|\d|\bvs?\.?|\band\b|\bto\b|\b[DRI]\b)*"


def is_said_in_election(before: str, behind: str) -> bool:
    """Whether the words around a surname say that somebody runs for an office, wins or loses it."""
    if any_said(before, (_lost_to(),), behind, _behind()):
        return True
    if _beaten().search(before) and _by_votes().match(behind):
        return True
    return bool(_WITH.search(before) and _outvoted().match(behind))


def is_listed_by_vote(before: str) -> bool:
    """Whether a name is of a list of those who run or voted so, or of who dissents: "Against: Bo Noon, Cy"."""
    return any(one.search(before) for one in (_voted(), _voted_so(), _voting(), _contest()))


@cache
def _behind() -> tuple[re.Pattern[str], ...]:
    """Return what stands behind the surname of somebody who runs, wins or loses."""
    runs = rf"(?:,\s+who)?\s+(?:had\s+|has\s+|is\s+|was\s+)?{listed('runs')}\s+{listed('runs_for')}"
    by_margin = rf"by\s+[\w.]+\s+{listed('margins')}|in\s+the\s+{listed('races')}"
    wins = (
        rf"{_INSERTED}\s+(?:{listed('unseats')}|{listed('wins')}\s+(?:the|his|her|a)\s+(?:\w+\s+)?{listed('races')}"
        rf"|{listed('beats')}\s+(?:\w+\s+){{1,4}}(?:{by_margin})|won\s+by\s+[\w.,]+\s+{listed('margins')})"
    )
    # "Ann Vale and Bo Reed kept their seats"
    kept = rf"(?:\s+and\s+{NAME})?\s+{listed('keeps_seat')}\s+(?:the|their|his|her)\s+(?:\w+\s+)?seats?\b"
    return tuple(map(re.compile, (runs, wins, kept)))


@cache
def _lost_to() -> re.Pattern[str]:
    return re.compile(rf"{listed('loses_to')}\s+(?:[a-z]+\s+){{0,2}}{GIVEN}")


@cache
def _beaten() -> re.Pattern[str]:
    return re.compile(rf"{listed('beaten_by')}\s+(?:\w+\s+){{0,2}}?{GIVEN}")


@cache
def _by_votes() -> re.Pattern[str]:
    return re.compile(rf"\s+by\s+[\w.,]+\s+(?:{listed('margins')}|percent\b)")


@cache
def _voted() -> re.Pattern[str]:
    """Match "Council vote: yes, Ann Vale, Bo Reed; no, " before a name."""
    return re.compile(
        rf"\b(?:[Vv]otes?|[Ss]plits?)\b[^.!?]*{listed('ballots')}[,:]?\s+(?:{NAME},?\s+(?:and\s+)?)*{GIVEN}"
    )


@cache
def _voted_so() -> re.Pattern[str]:
    """Match "For: Mayor Ann Vale, Reed. Against: " before a name, or "dissent by"."""
    return re.compile(
        rf"(?:^|[.;]\s+){listed('ballot_labels')}:\s+(?:[A-Z][\w.’'-]*[,\s]+(?:and\s+)?)*{GIVEN}"
        rf"|\bdissent(?:\s+by|:)?\s+{GIVEN}"
    )


@cache
def _voting() -> re.Pattern[str]:
    """Match "Voting no were Ann Vale and " before a name."""
    return re.compile(rf"\b[Vv]oting\s+{listed('ballots')},?\s+(?:were|was|are)\s+(?:{NAME},?\s+(?:and\s+)?)*{GIVEN}")


@cache
def _outvoted() -> re.Pattern[str]:
    """Match "opposed" behind the name of whom a vote was taken with: "5-2, with Ann Vale and Bo Reed opposed"."""
    return re.compile(rf"(?:,?\s+(?:and|&)\s+{NAME})*\s+{listed('outvoted')}")


@cache
def _contest() -> re.Pattern[str]:
    """Match "Sheriff's runoff: Ann Vale 52, " before a name."""
    label = rf"(?:^|[.;]\s+)[^.;:]{{0,50}}?{listed('contests')}:\s+"
    return re.compile(rf"{label}(?:{NAME}{_SCORES})*{GIVEN}")
