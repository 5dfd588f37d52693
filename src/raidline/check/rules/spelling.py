"""Names of agencies and of counts that are a slip of known ones; others are anybody's own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from functools import cache

from raidline import lexicon
from raidline.check.rule import Checked
from raidline.errors import Problem
from raidline.places.codes import state_words
from raidline.places.lookup import decided
from raidline.privacy.registers import is_word

_CLOSE, _CLOSE_OF_LONG = 0.85, 0.92
_OF_AN_INDICTMENT = frozenset({"counts", "count"})  # no counties
_LONG, _NAME, _SHORTEST = 10, 5, 4  # letters
_DOUBLED = re.compile(r"(.)\1")
_WORD = re.compile(r"[^\W\d_]{5,}")
_ACRONYM = re.compile(r"[A-Z]{3,5}")
_JOINT = re.compile(r"\s*(?:,|;|/|&|\+|\band\b)\s*")
_ENDINGS = frozenset({"", "s", "r", "rs", "es", "d", "ed", "ing", "er", "ers", "or", "ors", "ee", "ees", "ion", "ions"})


def agency_spelling(checked: Checked) -> Iterator[Problem]:
    """Find an agency whose name is a slip of a known one, and two agencies in one entry.

    Nobody finds the event under the agency then. A name that is like no known one is left alone: it may be any body.

    Bad:

        agencies: [IEC]

    Good:

        agencies: [ICE]
    """
    for record in checked.records:
        for number, name in enumerate(record.event.agencies):
            parts = _JOINT.split(name)
            if len(parts) > 1 and name not in _agencies() and all(part in _agencies() for part in parts):
                message = f"{name!r} is {len(parts)} agencies; write them one by one: [{', '.join(parts)}]"
                yield record.problem("agency-spelling", message, "agencies", number)
            elif meant := _agency(name) or _with_word_mended(name):
                message = f"no agency is known as {name!r} - did you mean {meant!r}?"
                yield record.problem("agency-spelling", message, "agencies", number)


def count_spelling(checked: Checked) -> Iterator[Problem]:
    """Find a name under `counts` that is a slip of a usual one.

    The number is then counted by nothing. A name that is like no usual one is left alone.

    Bad:

        counts: {arested: 9}

    Good:

        counts: {arrested: 9}
    """
    for record in checked.records:
        for name in record.event.counts:
            if meant := _counted(name):
                message = f"nothing else is counted as {name!r} - did you mean {meant!r}?"
                yield record.problem("count-spelling", message, "counts", name)


@cache
def _agency(name: str) -> str | None:
    """Return the known agency that a name is a slip of."""
    if name in _agencies():
        return None
    if _ACRONYM.fullmatch(name):
        swapped = (name[:at] + name[at + 1] + name[at] + name[at + 2 :] for at in range(len(name) - 1))
        return next((one for one in swapped if one in _agencies()), None)
    close = get_close_matches(name, _agencies(), 1, _CLOSE_OF_LONG) if len(name) >= _LONG else ()
    return next((one for one in close if not _is_inflected(one, name)), None)


@cache
def _with_word_mended(name: str) -> str | None:
    """Return a name of which one word was a slip of one that many agencies have: "Sheriff's Ofice"."""
    data = lexicon.load("agency_cells")
    usual, known = [*data["usual_words"], *_states()], {*data["usual_words"], *data["bodies"]}
    for word in _WORD.findall(name) if name not in _agencies() else ():
        plain = word.casefold()
        if plain in known or decided(word):
            continue
        close = [*_swapped(plain, usual), *get_close_matches(plain, usual, 1, _CLOSE)]
        if not close or _is_inflected(close[0], plain) or plain.startswith(close[0]):
            continue
        mended = name.replace(word, close[0].capitalize() if word[0].isupper() else close[0])
        if mended in _agencies() or not is_word(plain):  # the Yakama Nation is nothing National
            return mended
    return None


@cache
def _states() -> tuple[str, ...]:
    """Return the states whose names are one word, in small letters."""
    return tuple(word for word in state_words() if word.isalpha() and len(word) >= _NAME)


def _swapped(word: str, usual: Collection[str]) -> list[str]:
    """Return the words that a word is with two letters swapped, or a letter doubled or single: "gaurd", "injurred"."""
    swaps = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)} - {word}
    return [one for one in usual if one in swaps or (one != word and _single(one) == _single(word))]


def _single(word: str) -> str:
    return _DOUBLED.sub(r"\1", word)


@cache
def _counted(name: str) -> str | None:
    """Return the usual name that a name under `counts` is a slip of."""
    data = lexicon.load("counting")
    usual = [*data["done_to"], *data["nouns"]]
    known = {*usual, *data["people"], *(word for words in data["nouns"].values() for word in words)}
    plain = name.casefold()
    everything = sorted({*known, *(verb for verbs in data["done_to"].values() for verb in verbs)})
    if plain in everything or plain in _OF_AN_INDICTMENT or len(plain) < _SHORTEST:
        return None
    close = [*_swapped(plain, everything), *get_close_matches(plain, usual, 1, _CLOSE)]
    found: str | None = next((one for one in close if not _is_inflected(one, plain)), None)
    people: list[str] = lexicon.load("count_cells")["people"]  # as others count them
    if found or is_word(plain) or plain in people:
        return found
    return next(iter(get_close_matches(plain, people, 1, _CLOSE)), None)


def _is_inflected(one: str, other: str) -> bool:
    """Whether two names are forms of one word: "charges", "charged"."""
    common = next(
        (n for n, pair in enumerate(zip(one, other, strict=False)) if len(set(pair)) > 1), min(len(one), len(other))
    )
    return one[common:] in _ENDINGS and other[common:] in _ENDINGS


@cache
def _agencies() -> frozenset[str]:
    return frozenset(word for row in lexicon.load("agencies") for word in (row["name"], *row["words"]))
