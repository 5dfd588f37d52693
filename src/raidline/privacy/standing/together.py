"""Whether a name is in a list of people who are all in an office or a role: "two senators, Ann Vale and Bo Reed"."""

from __future__ import annotations

import re
from functools import cache

from raidline.privacy.listed import is_family, is_given
from raidline.privacy.registers import plain
from raidline.privacy.roles import is_of_school, whole

_LIST = re.compile(
    r"(?:\s*[-–—:,(]\s*|\s+(?:(?:are|were|include|included|including|such\s+as|like)\s+)?)(?:(?:[A-ZÀ-Þ][\w.’'-]*|of|and|the|from|for)(?:[,;\s]+|$))*"
)
_THEIRS = re.compile(r"\b(?:of|for)\s+(?:[A-ZÀ-Þ][\w.’'-]*\s+){0,3}$")  # "lawyers for Ann Vale"
_HAVE = re.compile(  # "four of them have lawyers: Ann Vale", who are no lawyers
    r"\b(?:have|has|had|having|got|get|gets|need|needs|needed|want|wants|find|found|hire|hired|with|without|no|represented\s+by|seeking|awaiting)"
    r"\s+(?:(?!and\b)[\w-]+\s+){0,2}$"
)
_SEVERAL = (
    "clergy",
    "council members",
    "board members",
    "city councilors",
    "members of congress",
    "members of parliament",
)
_NAMED_TOGETHER = re.compile(  # "nor Bo Reed, the two senators"
    r"(?:,?\s+(?:and|nor|or|&)\s+|,\s+)(?:(?:and|nor|or)\s+)?(?:[A-ZÀ-Þ][\w’'-]*\.?\s*){1,4}"
)
_TOGETHER = re.compile(
    r",\s+(?:(?:all|both|the|two|three|four|five|several|his|her|its|their)\s+)+(?P<who>[^,;.:()]{2,60})"
)
_MEMBERS = re.compile(  # "Mayor Ann Vale; members Bo Reed, Cy Noon"
    r"\b(?:[Mm]ayor|[Cc]hair\w*|[Bb]oard|[Cc]ouncil\w*|[Cc]ommission\w*)\b[^.!?]*\bmembers\b"
)
_DONE = re.compile(r"\b([A-Z][a-z]+(?:ing|ed))\s")  # "Agents Tackling Ann Vale", in a headline
_LAST = re.compile(r"([\w-]+)\s+$")
_WORD = re.compile(r"[\w’'.-]+")
_NEAR = 5  # words


def opens_a_list(before: str, counted: frozenset[str]) -> bool:
    """Whether a list of people in one of these roles reaches up to here: "two senators - Ann Vale of Maine and "."""
    found = [
        role
        for role in _in_role(counted).finditer(before)
        if role[0] != "Queens" and not _is_of_school(before, role)  # a part of New York
    ]
    found = found or list(_MEMBERS.finditer(before))
    if found and before.startswith(":", found[-1].end()) and _HAVE.search(before, 0, found[-1].start()):
        return False
    if found and any(not _is_name(plain(done[1])) for done in _DONE.finditer(before, found[-1].end())):
        return False
    return bool(found) and bool(_LIST.fullmatch(before, found[-1].end())) and not _THEIRS.search(before)


def are_told_together(text: str, end: int, counted: frozenset[str]) -> bool:
    """Whether a name is in a list behind which a role of all of them stands: "Ann Vale and Bo Reed, both senators"."""
    listed, at = 0, end
    while found := _NAMED_TOGETHER.match(text, at):
        listed, at = listed + 1, found.end()
    said = _TOGETHER.match(text, end if not listed else at)
    if said is None or not listed:
        return False
    return any(word.endswith("s") and word[:-1] in counted for word in map(whole, _WORD.findall(said["who"])[:_NEAR]))


def _is_of_school(before: str, role: re.Match[str]) -> bool:
    """Whether a role found there is none in public, by the word before it."""
    qualifier = _LAST.search(before, 0, role.start())
    return qualifier is not None and is_of_school(qualifier[1], role[0])


def _is_name(word: str) -> bool:
    return is_given(word) or is_family(word)


def _plural(role: str) -> str:
    """Return the plural of a role: "sheriffs", "aldermen", "spokespeople"."""
    for ending, many in (("person", "people"), ("woman", "women"), ("man", "men")):
        if role.endswith(ending):
            return role.removesuffix(ending) + many
    return f"{role}s"


@cache
def _in_role(counted: frozenset[str]) -> re.Pattern[str]:
    """Match several people in one of these roles: "senators", "Reps."."""
    several = [_plural(role) for role in counted if role.isalpha()]
    return re.compile(rf"\b(?:{'|'.join(sorted((*several, 'panel', 'delegation', *_SEVERAL)))})\b\.?", re.IGNORECASE)
