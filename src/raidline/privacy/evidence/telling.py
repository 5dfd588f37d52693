"""The words around a name that tell that a person has it: an age, an arrest, a relative, a trade, what people do."""

from __future__ import annotations

import re
from functools import cache

from raidline.privacy.capitals import Run
from raidline.privacy.evidence.harm import AGE_BEHIND, WAS, past_home, taken_behind
from raidline.privacy.evidence.spanish import told_in_spanish
from raidline.privacy.evidence.wording import any_around, any_of

_REACH = 48  # characters before a name, and behind it
_CLAUSE = 90  # characters behind it in which "her" may stand: "Ann Vale came to the hearing with her baby"
_QUOTED = re.compile(r"[,?!][”\"]\s+$")
_LET = re.compile(r"\b(?:lets?|letting)\s+$")
_HIS = re.compile(r"\s+[a-z][\w’'-]*\b(?!\s+and\s+[A-Z])[^.;:,A-Z]*\b(?:his|her|himself|herself)\b")
_BODY_OPENS = re.compile(r"(?:^|[.!?:;]\s|[“\"(])\s*$")
_THE = re.compile(r"\b[Tt]he\s+$")


def is_told(text: str, run: Run) -> bool:
    """Whether the words around say that it is a person: an age, a relative, a trade, an arrest, what only people do."""
    return told_of(text, run) is not None


def told_of(text: str, run: Run) -> re.Match[str] | None:
    """Return the words that say so."""
    before, behind = text[max(0, run.start - _REACH) : run.start], text[past_home(text, run) :][:_REACH]
    if (
        found := AGE_BEHIND.match(behind)
        or _named().search(before)
        or _before().search(before)
        or _behind().match(behind)
    ):
        return found
    if found := taken_behind().match(behind) or told_in_spanish(before, behind):
        return found
    if text.startswith(",", run.end) and (found := _the_one().search(before)):
        return found
    if (_QUOTED.search(before) and (found := _right_behind("says").match(behind))) or (
        _LET.search(before) and (found := _right_behind("let_do").match(behind))
    ):
        return found
    if not _THE.search(before) and (found := _acts().match(behind)):
        return found
    return _goes_on(text, run.end) if _BODY_OPENS.search(before) else None


def _goes_on(text: str, end: int) -> re.Match[str] | None:
    """Return what is told further on of somebody whose name opens a sentence."""
    return _HIS.match(text, end, end + _CLAUSE) or _he_was().match(text, end, end + 2 * _CLAUSE)


@cache
def _he_was() -> re.Pattern[str]:
    """Match what befell somebody in the sentence behind the one that the name opens: "He was deported"."""
    return re.compile(rf"[^.!?]*[.!?]\s+(?:He|She)\s+{WAS}(?:{any_of('taken')})\b")


@cache
def _named() -> re.Pattern[str]:
    """Match what says right before a name that it is a person's."""
    home = r"[A-Z][\w.’'-]*(?:\s[A-Z]\w+)?"
    return re.compile(
        r"\b\d{1,3}[-\s]years?[-\s]olds?\s+(?:\w+\s+){0,2}$"
        rf"|\b(?:{any_around('described')})\s+(?:\w+\s+){{0,3}}(?:named|called|known\s+as)\s+$"
        rf"|\b(?:{any_around('from_somewhere')})\s+(?:from|of)\s+{home},\s+$"
        r"|\bidentif(?:y|ied|ies)\s+(?:\w+\s+){0,3}as\s+$"
        rf"|\b\w\w(?:{any_around('endings_of_trades')}),?\s+$"
        r"|\b[Nn]ame\s+(?:of\s+)?(?:\w+\s+){0,7}(?:is|was)\s+$"
        r"|\b(?:(?:name[ds]?|naming|identif\w+)\s(?:\w+\s+){0,5}|(?:gave|gives)\s+(?:his|her|their)\s+names?\s+"
        r"|(?:knew|know|knows)\s+(?:him|her)\s+)as\s+$"
    )


@cache
def _the_one() -> re.Pattern[str]:
    """Match a person told of right before a name: "The man shot in the shoulder, Ann Vale, is at home"."""
    return re.compile(rf"\b[Tt]he\s+(?:[\w-]+\s+)?(?:{any_around('the_one')})\s+(?:[\w’'-]+\s+){{1,6}}[\w’'-]+,\s+$")


@cache
def _right_behind(name: str) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{any_around(name)})\b")


@cache
def _before() -> re.Pattern[str]:
    """Match a relative, a trade or an arrest right before a name."""
    kin_, taken, belonging, on_behalf = (any_of(key) for key in ("kin", "taken", "belonging", "on_behalf"))
    handled, trade = any_of("handled"), any_of("trades")
    was = r"(?:\s+(?:are|were|was|is|includ(?:e|es|ed|ing)))?(?:\s+(?:Mr|Mrs|Ms)\.)?"
    return re.compile(
        rf"\b(?:(?:{kin_}|{trade})s?(?:-in-law)?(?:,|:|\s*[(–—-])?|(?:{taken}){was}:?|(?:{belonging})\s+of|{on_behalf}|{handled}"
        rf"|(?:{kin_}|{trade})s?\s+(?:say|says|said)(?:\s+that)?)\s+$",
        re.IGNORECASE,
    )


@cache
def _behind() -> re.Pattern[str]:
    """Match an arrest, a relative, a trade or an origin right behind a name."""
    kin_, taken, belonging, things = (any_of(key) for key in ("kin", "taken", "belonging", "things"))
    return re.compile(
        rf"(?:,\s+|\s+)(?:who\s+)?{WAS}(?:{taken})\b|['’]s?\s+(?:{belonging})\b|\s+(?:died|disappeared|vanished)\b"
        rf"|,\s+(?:who|whose)\s|\s+and\s+(?:his|her)\s+(?:\w+\s+)?(?:{kin_}|children|sons|daughters|kids)\b"
        rf"|,\s+(?:an?|the|his|her)\s+(?:[\w-]+\s+){{0,3}}(?:{kin_})\b"
        rf"|,\s+(?:(?!the\b)[\w-]+\s+){{0,2}}(?:{kin_}|{any_of('trades')})(?=[,.;]|\s*$)|,\s+(?:{kin_}|{any_of('trades')})\s+(?:{taken})\b"
        rf"|,\s+an?\s+(?!(?:[\w-]+\s+){{0,4}}(?:{things})\b)[a-z]",
        re.IGNORECASE,
    )


@cache
def _acts() -> re.Pattern[str]:
    """Match what only people do, or suffer, right behind a name."""
    kin_, trade, does, suffers = (any_of(key) for key in ("kin", "trades", "does", "suffers"))
    was = r"(?:,\s+who)?\s+(?:was|were|is|are|has\s+been|had\s+been|gets|got)\s+(?:\w+ly\s+|still\s+|not\s+)?"
    return re.compile(
        rf"(?:,\s+who)?\s+(?:{does})\b|{was}(?:(?:\w+\s+months\s+)?(?:{suffers})\b|an?\s+(?:[\w-]+\s+){{0,2}}(?:{kin_}|{trade})\b)"
    )
