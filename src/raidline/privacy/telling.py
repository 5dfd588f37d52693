"""The words around a name that tell whether a person or a thing has it: an age, an arrest, a trade; a law, a firm."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon
from raidline.privacy.capitals import Run, given_names, is_public_word, kin, plain

_REACH = 48  # characters before a name, and behind it
_CLAUSE = 90  # characters behind it in which "her" may stand: "Ann Vale came to the hearing with her baby"
_CASE = re.compile(r"\s+(?:v|vs|versus)\b")
_CASE_BEFORE = re.compile(r"\b(?:v|vs|versus)\.?\s+(?:the\s+)?$")
_AGE_BEHIND = re.compile(
    r"\s*[,(]\s*(?:aged?\s+)?\d{1,2}\b(?!\s*(?:percent|%|st\b|th\b|people|years\s+ago))\s*[,;).]"
    r"|,\s+an?\s+\d{1,2}[-\s]year"
)
_NAMED = re.compile(
    r"\b\d{1,3}[-\s]years?[-\s]olds?\s+(?:\w+\s+){0,2}$"
    r"|\b(?:man|woman|boy|girl|child|person|people|migrant|immigrant|him|her|them|whom?|\w+er)\s+(?:\w+\s+){0,3}"
    r"(?:named|called|known\s+as)\s+$"
    r"|\bidentif(?:y|ied|ies)\s+(?:\w+\s+){0,3}as\s+$"
    r"|\b\w{2,}(?:workers?|keepers?|drivers?|makers?|cutters?|packers?|pickers?|sellers?|cleaners?|installers?),?\s+$"
    r"|\b[Nn]ame\s+(?:of\s+)?(?:\w+\s+){0,7}is\s+$"
)
_LET = re.compile(r"\b(?:lets?|letting)\s+$")
_LET_WHAT = re.compile(r"\s+(?:go|out|stay|return|leave|see|call|walk|speak)\b")
_HIS = re.compile(r"\s+[a-z][\w’'-]*\b(?!\s+and\s+[A-Z])[^.;:,A-Z]*\b(?:his|her|himself|herself)\b")
_HOME = re.compile(r",?\s+(?:of|from)\s+[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)*(?:,\s[A-Z]\w+(?:\s[A-Z]\w+)?)?(?=,?\s)")
_BODY_OPENS = re.compile(r"(?:^|[.!?:;]\s|[“\"(])\s*$")
_THE = re.compile(r"\b[Tt]he\s+$")


def names_a_thing(text: str, run: Run) -> bool:
    """Whether a thing has the name: a school, a law, a body, a case in court, an operation."""
    tails, openers = _words("name_tails"), _words("name_openers")
    before = re.search(r"([\w.’'-]+)\s+$", text[max(0, run.start - _REACH) : run.start])
    if any(word in tails for word in (*run.words[1:], _tail(text, run))) or run.words[0] in openers:
        return True
    if before and (before[1] in openers - {"The"} or before[1] == "Operation"):
        return True
    if _of_a_firm().search(text[max(0, run.start - _REACH) : run.start]):
        return True
    is_named_by_trade = before and (plain(before[1]) in kin() or plain(before[1]) in trades())
    if before and is_public_word(before[1]) and not is_named_by_trade and plain(run.words[0]) not in given_names():
        return True
    return bool(_CASE.match(text, run.end) or _CASE_BEFORE.search(text[max(0, run.start - _REACH) : run.start]))


def _tail(text: str, run: Run) -> str:
    """Return the word behind a name that may tell what has it, past words of public bodies: "Federal Building"."""
    behind = re.match(r"(?:\s+[\w’'-]+){1,3}", text[run.end : run.end + _REACH])
    words = behind[0].split() if behind else []
    while len(words) > 1 and is_public_word(words[0]) and words[0] not in _words("name_tails"):
        words.pop(0)
    return words[0] if words else ""


def is_told(text: str, run: Run) -> bool:
    """Whether the words around say that it is a person: an age, a relative, a trade, an arrest, what only people do."""
    before, behind = text[max(0, run.start - _REACH) : run.start], text[_past_home(text, run) :][:_REACH]
    if any((_AGE_BEHIND.match(behind), _NAMED.search(before), _before().search(before), _behind().match(behind))):
        return True
    if _LET.search(before) and _LET_WHAT.match(behind):
        return True
    has_the = bool(_THE.search(before))
    if not has_the and _acts().match(behind):
        return True
    return bool(_BODY_OPENS.search(before)) and bool(_HIS.match(text, run.end, run.end + _CLAUSE))


def _past_home(text: str, run: Run) -> int:
    """Return where what is said of a name begins: behind "of Reno, Nevada," too."""
    home = _HOME.match(text, run.end)
    return home.end() if home else run.end


@cache
def trades() -> frozenset[str]:
    """Return what people do for a living or are called, in lower case."""
    return frozenset(lexicon.load("privacy")["trades"])


@cache
def _before() -> re.Pattern[str]:
    """Match a relative, a trade or an arrest right before a name."""
    kin_, taken, belonging, on_behalf = (_any(key) for key in ("kin", "taken", "belonging", "on_behalf"))
    handled, trade = _any("handled"), _any("trades")
    was = r"(?:\s+(?:are|were|was|is|includ(?:e|es|ed|ing)))?(?:\s+(?:Mr|Mrs|Ms)\.)?"
    return re.compile(
        rf"\b(?:(?:{kin_}|{trade}),?|(?:{taken}){was}:?|(?:{belonging})\s+of|{on_behalf}|{handled}"
        rf"|(?:{kin_}|{trade})s?\s+(?:say|says|said)(?:\s+that)?)\s+$",
        re.IGNORECASE,
    )


@cache
def _behind() -> re.Pattern[str]:
    """Match an arrest, a relative, a trade or an origin right behind a name."""
    kin_, taken, belonging, things = (_any(key) for key in ("kin", "taken", "belonging", "things"))
    was = r"(?:was|were|is|are|be|been|being|got|gets|has\s+been|had\s+been)\s+(?:\w+ly\s+)?"
    return re.compile(
        rf"(?:,\s+|\s+)(?:who\s+)?{was}(?:{taken})\b|['’]s?\s+(?:{belonging})\b|\s+(?:died|disappeared|vanished)\b"
        rf"|,\s+(?:who|whose)\s|\s+and\s+(?:his|her)\s+(?:\w+\s+)?(?:{kin_}|children|sons|daughters|kids)\b"
        rf"|,\s+(?:an?|the|his|her)\s+(?:[\w-]+\s+){{0,3}}(?:{kin_})\b"
        rf"|,\s+an?\s+(?!(?:[\w-]+\s+){{0,4}}(?:{things})\b)[a-z]",
        re.IGNORECASE,
    )


@cache
def _acts() -> re.Pattern[str]:
    """Match what only people do, or suffer, right behind a name."""
    kin_, trade, does, suffers = (_any(key) for key in ("kin", "trades", "does", "suffers"))
    was = r"(?:,\s+who)?\s+(?:was|were|is|are|has\s+been|had\s+been|gets|got)\s+(?:\w+ly\s+|still\s+|not\s+)?"
    return re.compile(
        rf"(?:,\s+who)?\s+(?:{does})\b|{was}(?:(?:\w+\s+months\s+)?(?:{suffers})\b|an?\s+(?:[\w-]+\s+){{0,2}}(?:{kin_}|{trade})\b)"
    )


@cache
def _of_a_firm() -> re.Pattern[str]:
    """Match what firms have, right before the name of one: "employees of", "the parking lot of"."""
    return re.compile(rf"\b(?:{_any('of_firms')})\s+(?:of|at|to|from|by)\s+$", re.IGNORECASE)


def _any(name: str) -> str:
    return "|".join(re.escape(word) for word in sorted(lexicon.load("privacy")[name], key=len, reverse=True))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon.load("privacy")[name])
