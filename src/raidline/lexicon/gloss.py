"""Spanish as English has it word for word: enough to compare titles, and to find days and numbers in reports."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from raidline import lexicon
from raidline.counts.spelled import SPELLED
from raidline.lexicon.wordlists import WordList

_SUBJECTS = ("phrases", "small", "numbers", "acts", "people", "sites", "matters")
_READ = 65_536  # titles, cached
_LEAST, _SHARE = 2, 0.15  # words that tell Spanish, and their share of all that a text has
_TITLE = 300  # characters
# One of these stands in any text of several Spanish words, and one of the first two in any long one: a fast check.
_SMALL = (" de ", " en ", " el ", " la ", " los ", " las ", " por ", " del ", " al ", " y ")
_HINTS = (*_SMALL, "ados", "idos", "adas", "idas", "ado ", "ido ", "ada ", "ida ", "antes", "eros ")
_BEGINNING = 2_000  # characters by which the language of a report is known
_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"[A-Z][\w’'-]+(?:\s(?:de|del|la|las|los|el|y))+\s(?=[A-Z])")  # "Plaza de las Rosas"
_DAY = re.compile(r"\b(?:el\s+)?(\d{1,2})\s+de\s+(\w+)(?:\s+del?\s+(\d{4}))?", re.IGNORECASE)
_OPENING = re.compile(r"(?:^|[.!?:;…]\s+|[\n“\"«¡¿(—–-]\s*)$")
_NUMBER_BEFORE = re.compile(rf"(?:\d|\b(?:{SPELLED}))\s+$", re.IGNORECASE)  # "veinte mil"
_REACH = 3  # characters before a word


@lru_cache(_READ)
def in_english(text: str) -> str:
    """Return a text in Spanish word for word as English has it; any other unchanged.

    Names keep their words: what has a capital within a sentence, or another name behind it.
    """
    if not is_spanish(text):
        return text
    parts: list[str] = []
    at = 0
    plain = _places().sub(lambda found: _named_places()[_folded(found[0])], _DAY.sub(_day, text))
    for found in _words().finditer(plain):
        if found[0][0].isupper() and not _opens(plain, found):
            continue
        english = _english()[_folded(found[0])]
        if english == "thousand" and not _NUMBER_BEFORE.search("".join((*parts, plain[at : found.start()]))):
            english = "a thousand"
        parts += [plain[at : found.start()], english.capitalize() if found[0][0].isupper() else english]
        at = found.end()
    return "".join((*parts, plain[at:]))


def is_spanish(text: str) -> bool:
    """Whether a text is in Spanish: it has several words in small letters that only Spanish has."""
    if not any([hint in text for hint in _HINTS[: None if len(text) < _TITLE else 2]]):  # noqa: C419 - twice as fast
        return False
    words = _WORD.findall(_NAME.sub(" ", text[:_BEGINNING]))
    telling = sum(word in _telling() for word in words)
    return telling >= _LEAST and telling >= _SHARE * len(words)


def _opens(text: str, found: re.Match[str]) -> bool:
    """Whether a word with a capital only opens a sentence: no name follows it."""
    behind = text[found.end() : found.end() + 2].strip()
    before = text[max(0, found.start() - _REACH) : found.start()]
    return not behind[:1].isupper() and _OPENING.search(before) is not None


def _day(found: re.Match[str]) -> str:
    """Return "el 21 de abril de 2026" as English has it."""
    month = _calendar().get(found[2].lower())
    if month is None:
        return found[0]
    return f"{month} {found[1]}, {found[3]}" if found[3] else f"{month} {found[1]}"


def _folded(text: str) -> str:
    return " ".join(text.lower().split())


@cache
def _telling() -> frozenset[str]:
    """Return the words that only Spanish has: those that tell it, and all that do not look like English."""
    return frozenset({*lexicon.load("spanish")["telling"], *_english()} - set(lexicon.load("spanish")["also_english"]))


@cache
def _english() -> Mapping[str, str]:
    """Return what each word means in English."""
    listed = {word: meant for name in _SUBJECTS for word, meant in lexicon.load("spanish")[name].items()}
    on_days = {f"el {day}": f"on {meant}" for day, meant in _calendar().items() if meant.endswith("day")}
    return {form: meant for words, meant in listed.items() for form in _forms(words)} | _calendar() | on_days


def _forms(words: str) -> list[str]:
    """Return the forms that a pattern stands for: each of "niño/niña", and both of "dueña/dueño de casa"."""
    forms = [""]
    for word in words.split():
        forms = [f"{form} {one}".strip() for form in forms for one in word.split("/")]
    return forms


@cache
def _calendar() -> dict[str, str]:
    """Return the months and weekdays in English."""
    days: dict[str, str] = lexicon.load("date_cells")["spanish"]
    return {word: meant for word, meant in days.items() if meant in lexicon.load("function_words")["calendar"]}


@cache
def _named_places() -> Mapping[str, str]:
    """Return the states and towns that English calls otherwise, in small letters: "nueva orleans"."""
    cells = lexicon.load("spanish_cells")
    return {**cells["states"], **cells["towns"]}


@cache
def _places() -> re.Pattern[str]:
    written = (name.split() for name in _named_places())
    names = (" ".join(word if word in _telling() else word.capitalize() for word in words) for words in written)
    return re.compile(rf"\b(?:{'|'.join(sorted(names, key=len, reverse=True))})\b")


@cache
def _words() -> WordList:
    words = sorted(_english(), key=lambda word: -len(word))
    listed = "|".join(word.replace(" ", r"\s+") for word in words)
    return WordList(re.compile(rf"(?:{listed})(?![\w-])", re.IGNORECASE), words)
