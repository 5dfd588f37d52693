"""What the title or the text of an event tells where no column does: what kind it is, and where it was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from raidline import lexicon
from raidline.extract.events.public_acts import find_public_act
from raidline.extract.events.triggers import Trigger, find_triggers
from raidline.models import Kind
from raidline.places.lookup import decided

_LONGEST = 300  # characters of a title
_NEAR = 40  # characters from a word that introduces an act to the act
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|be|being)\s+$")
_THE_PEOPLE = re.compile(
    r"\b(?:the|those|everyone|anyone|people|families of|for|of|with|by|support|supporting|helps?|helping|aids?)\s+$",
    re.IGNORECASE,
)
_AHEAD = ("will", "would", "may", "might", "can", "could", "should", "does", "do", "did", "has", "have", "had")
_DIGITS = re.compile(r"\d+")
_STATE = re.compile(r",\s*\S")
_ABOUT = re.compile(r"\babout (?=\d)", re.IGNORECASE)  # how many, not what of
_OPENING = re.compile(r"(?:an? |the )?\w+ed", re.IGNORECASE)
_WHO_BEHIND = re.compile(
    r" (?!(?:in|at|by|on|for|from|after|during|near|outside|and|as|while|when|with|over)\b)[a-z-]+ \w"
)
_BETWEEN = r" \w+| in [\w.' ]{2,30}(?:, [\w.' ]{2,20},?)?"  # between who acts and how: "judge in Salem, Oregon, orders"
_NAMED_BESIDE = ("organisation", "context")  # roles of places that say whose somebody or something is
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_SENTENCES = 2  # of a text, in which a place is that of the event


def kind_told(title: str) -> str:
    """Return the kind of the act that a title tells first; "" if it tells none, or only beside another thing.

    Of nouns that follow each other the last one counts: "arrest report" is a report. What somebody brings about counts
    by itself: "mayor announces ordinance" is legislation; "sheriff says raid was lawful" is a statement.
    """
    return _told(_DIGITS.sub("1", title[:_LONGEST]))


@lru_cache(maxsize=8_192)  # numbers tell titles apart more often than kinds
def _told(text: str) -> str:
    found = [one for one in find_triggers(text, (0, len(text))) if one.kind is not Kind.OTHER]
    found = [one for one, behind in zip(found, [*found[1:], None], strict=False) if not _leads_to(text, one, behind)]
    found = found[1:] if len(found) > 1 and _is_of_whom(text, found[0]) else found
    acts = [(one.start, one.kind, one.role) for one in found if not _is_beside(text, one)]
    acts += [(match.start(), kind, "act") for kind, match in _phrases_in(text) if not _introduced(text, match.start())]
    acts.sort(key=lambda act: act[0])
    if acts and acts[0][2] == "bring":
        return str(next((kind for _, kind, role in acts[1:2] if role == "event"), acts[0][1]))
    if acts:
        return str(acts[0][1])
    act = None if found else find_public_act(text, (0, len(text)))
    return str(act.kind) if act and act.start < _NEAR and act.text.split()[0] not in _AHEAD else ""


def docket_told(text: str) -> str:
    """Return the kind of the paper with whose name the entry of a court's docket opens; "" for any other text."""
    match = _dockets().match(text)
    return next((kind for kind, found in match.groupdict().items() if found), "") if match else ""


@lru_cache(maxsize=8_192)
def places_told(text: str) -> tuple[str, ...]:
    """Return the places that a text says for sure: where it says that something is, otherwise the only one named.

    The only one counts if it is named with its state ("Vigil, Salem, OR"), or is a sentence of its own.
    """
    from raidline.extract.toponyms.mentions import find_places  # noqa: PLC0415 - few tables need it

    mentions = find_places(text)
    scenes = [one.jurisdiction for one in mentions if one.role == "scene"]
    places = [place for place in scenes if place and place.kind != "nation"]
    local = [place for place in places if place.kind != "state"] or places
    if not local:
        named = {
            one.jurisdiction
            for one in mentions
            if one.role == "context" and (_STATE.search(one.text) or one.text == text.strip(" ."))
        }
        local = [place for place in named if place and place.kind != "nation"] if len(named) == 1 else []
    return tuple(dict.fromkeys(place.full_name for place in local))


@lru_cache(maxsize=4_096)
def places_told_in(text: str, state: str) -> tuple[str, ...]:
    """Return the only place of a state that a text names without saying so: "Hollister" in a list of California."""
    from raidline.extract.toponyms.mentions import find_places  # noqa: PLC0415 - few tables need it

    names = [one.text for one in find_places(text) if one.jurisdiction is None or one.role in _NAMED_BESIDE]
    found = {place.full_name for name in names if (place := decided(f"{name}, {state}"))}
    return (found.pop(),) if len(found) == 1 else ()


def first_sentence(text: str) -> str:
    """Return the first sentence of a text."""
    return _SENTENCE.split(text.strip(), maxsplit=1)[0]


def places_in(text: str) -> tuple[str, ...]:
    """Return the places of the first of the first sentences that says one for sure."""
    sentences = [one for one in _SENTENCE.split(text.strip()) if one][:_SENTENCES]
    return next((found for one in sentences if (found := places_told(one[: 2 * _LONGEST]))), ())


def names_other_actors(title: str) -> bool:
    """Whether a title names who rules, reports or decides, so that numbers beside it may be of what they speak of."""
    return bool(_others().search(title))


def _leads_to(text: str, one: Trigger, behind: Trigger | None) -> bool:
    """Whether a noun only says more of the noun behind it."""
    both = not one.is_verb and behind is not None and behind.role == "event"
    return both and behind is not None and not text[one.end : behind.start].strip()


def _is_of_whom(text: str, one: Trigger) -> bool:
    """Whether a participle at the beginning only says of whom a title tells: "Detained student sues"."""
    behind = _WHO_BEHIND.match(text, one.end)
    return one.is_verb and bool(_OPENING.fullmatch(text[: one.end])) and behind is not None


def _is_beside(text: str, one: Trigger) -> bool:
    if one.role == "say":
        return bool(_PASSIVE.search(text, 0, one.start))
    if one.is_verb:
        return bool(_THE_PEOPLE.search(text[: one.start]))
    return _introduced(text, one.start)


def _introduced(text: str, start: int) -> bool:
    """Whether a word in front of an act, with no comma between them, says that it is told beside another."""
    before = text[max(0, start - _NEAR) : start].rpartition(",")[2]
    return bool(_beside().search(_ABOUT.sub(" ", before)))


def _phrases_in(text: str) -> list[tuple[Kind, re.Match[str]]]:
    return [(kind, match) for kind, pattern in _phrases() for match in pattern.finditer(text)]


@cache
def _phrases() -> Sequence[tuple[Kind, re.Pattern[str]]]:
    """Return an expression for each kind: fixed words, and who acts, perhaps a word between, and how."""
    rows = lexicon.load("told_kinds")
    fixed = [(kind, _either(words)) for kind, words in rows["phrases"].items()]
    acted = [
        (kind, rf"(?:{_either(who)})(?:{_BETWEEN})? (?:{_either(rows['does'][kind])})")
        for kind, who in rows["who"].items()
    ]
    return [(Kind(kind), re.compile(rf"\b(?:{source})\b", re.IGNORECASE)) for kind, source in (*fixed, *acted)]


@cache
def _dockets() -> re.Pattern[str]:
    rows = lexicon.load("told_kinds")["dockets"]
    groups = "|".join(rf"(?P<{kind}>{_either(words)})" for kind, words in rows.items())
    return re.compile(rf"\W*(?:{groups})\b", re.IGNORECASE)


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either(lexicon.load('told_kinds')['beside'])})\b", re.IGNORECASE)


@cache
def _others() -> re.Pattern[str]:
    who = lexicon.load("told_kinds")["who"]
    words = [word for kind in ("ruling", "report", "order", "funding") for word in who[kind]]
    return re.compile(rf"\b(?:{_either(words)})\b", re.IGNORECASE)


def _either(words: Sequence[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
