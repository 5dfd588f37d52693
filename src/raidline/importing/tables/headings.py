"""What a heading says: its spelling for comparisons, its number, and what is left without the words around it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from raidline import lexicon

_LONGEST = 300  # characters of a cell that can be a heading
_HUMPS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")
_WORDS = re.compile(r"[^a-z0-9]+")
_NUMBERED = re.compile(r"(?:(?<=[a-z])|\b)(\d{1,2})(?:st|nd|rd|th)?\b")
_PLURAL = re.compile(r"(?<=[A-Za-z])\(e?s\)", re.IGNORECASE)  # Source(s)
_WHERE = ("city", "county", "state", "zip", "address", "places")
_COUNTS = ("arrested", "detained", "deported", "injured", "killed")
_SOURCES = ("url", "publisher", "published", "source_title", "quote", "archived", "cited")
_DETAIL_OF = 3  # words
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")


@lru_cache(maxsize=4_096)  # each row of a table has the same headings
def plain_heading(cell: str) -> str:
    """Return the spelling for comparing headings: "sourceUrl" is "source url", "Año" is "ano"."""
    apart = unicodedata.normalize("NFKD", _HUMPS.sub(" ", cell[:_LONGEST]))
    return _WORDS.sub(" ", "".join(sign for sign in apart.lower() if not unicodedata.combining(sign))).strip()


def unnumbered(plain: str) -> str:
    """Return a plain heading without its number: "link" for "link 2"."""
    return " ".join(_NUMBERED.sub(" ", plain).split())


def number_in(heading: str) -> str:
    """Return the number in a heading such as "Link 2" or "source2_url", "" if there is none."""
    found = _NUMBERED.search(plain_heading(heading))
    return found[1].lstrip("0") if found else ""


def is_known(heading: str) -> bool:
    """Whether a heading, without its number if it has one, is one that people use."""
    return bool(field_of(heading))


@lru_cache(maxsize=4_096)
def field_of(heading: str) -> str:
    """Return the field that a heading means in any of its readings, "" if none does."""
    found = next((_fields()[reading] for reading in readings(heading) if reading in _fields()), "")
    return found or _of_sources(heading) or _of_counts(heading)


def names_source(heading: str) -> bool:
    """Whether a heading is a word for a report: the columns below it are about one."""
    return plain_heading(heading).removesuffix("s") in _parts()["sources"]


def _of_sources(heading: str) -> str:
    """Return the field about sources that a heading means: in the plural, or of one of several ("Press 1 date")."""
    words = unnumbered(plain_heading(heading)).split()
    field = _fields().get(" ".join(word.removesuffix("s") for word in words), "")
    if field not in _SOURCES and len(words) > 1 and words[0] in _parts()["sources"]:
        field = _details().get(" ".join(words[1:]), "")
    if field not in _SOURCES and len(words) == _DETAIL_OF and words[1] == "of" and words[2] in _parts()["sources"]:
        field = _details().get(words[0], "")  # "Date of coverage"
    return field if field in _SOURCES else ""


def _of_counts(heading: str) -> str:
    """Return the count that a heading means beside words for a number of people: "# ppl arrested"."""
    words = unnumbered(plain_heading(heading)).split()
    left = [word for word in words if word not in _parts()["quantities"]]
    field = _fields().get(" ".join(left), "") if len(left) < len(words) else ""
    return field if field in _COUNTS else ""


def readings(heading: str) -> Iterator[str]:
    """Yield what a heading may say: its words, then those left without what is often around them.

    That is abbreviations written out ("EVENT_DT"), a remark in brackets ("City (nearest)"), the plural ("Date(s)"), the
    act that all columns are about ("Date of raid") and the object that all keys are of ("location.city").
    """
    told = _PLURAL.sub("", heading[:_LONGEST])
    bare = _BRACKETS.sub(" ", told)
    for written in dict.fromkeys((heading, told, bare)):
        plain = unnumbered(plain_heading(written))
        yield plain
        words = [_parts()["abbreviations"].get(word, word) for word in plain.split()]
        yield " ".join(words)
        if len(words) > 1:
            yield " ".join(_without_acts(words))
        if len(words) > 1 and words[0] in _parts()["settings"] and _fields().get(rest := " ".join(words[1:])) in _WHERE:
            yield rest
    yield from _asked(unnumbered(plain_heading(bare)).split())
    sides = [unnumbered(plain_heading(side)) for side in bare.split("/")]
    fields = {_fields().get(side, "") for side in sides}
    if len(sides) > 1 and len(fields) == 1:  # "Town / village"
        yield sides[0]
    if len(sides) > 1 and "?" in bare:  # a question in two languages
        yield from (reading for side in sides for reading in (side, *_asked(side.split())))
    yield from _of_path([plain_heading(key) for key in told.split(".")])


def _of_path(keys: list[str]) -> Iterator[str]:
    """Yield what the keys that lead to a value say: "location.region.name" is a region, "occurred.start" a date."""
    while len(keys) > 1 and keys[-1] in _parts()["names"]:
        keys = keys[:-1]
        yield keys[-1]
    if len(keys) > 1 and keys[-1] in _parts()["regions"] and "places" in map(_fields().get, keys[:-1]):
        yield "state"
    if len(keys) > 1:
        around, within = {_fields().get(key) for key in keys[:-1]}, _fields().get(keys[-1])
        if "places" in around or ("date" in around and within in ("date", "end", "precision")):
            yield keys[-1]


def _asked(words: list[str]) -> Iterator[str]:
    """Yield what a heading asks for: "When was it?", "Which agency"."""
    if len(words) > 1 and words[0] in _parts()["asking"] and all(word in _parts()["asked"] for word in words[1:]):
        yield _parts()["asking"][words[0]]
    rest = words[1:] if words[:1] and words[0] in _parts()["before_which"] else words
    if len(rest) > 1 and rest[0] in _parts()["asking_which"]:
        yield " ".join(rest[1:])
    if len(words) > 1 and words[0] in _parts()["asking"]:  # "Who were the officers"
        yield " ".join(word for word in words[1:] if word not in _parts()["asked"] and word not in _parts()["small"])


def _without_acts(words: list[str]) -> list[str]:
    """Return the words of a heading without those for the act, and without the prepositions that led to it."""
    left = [word for word in words if word not in _parts()["acts"]]
    return [word for word in left if word not in _parts()["small"]] if len(left) < len(words) else words


@cache
def words_of_fields() -> dict[str, list[str]]:
    """Return the plain headings that mean each field, most usual first."""
    return {field: [plain_heading(word) for word in words] for field, words in lexicon.load("headings").items()}


@cache
def _fields() -> dict[str, str]:
    return {word: field for field, words in reversed(words_of_fields().items()) for word in words}


@cache
def _details() -> dict[str, str]:
    """Return the field of a source that each word means behind a word for the source."""
    columns = {"title": "source_title"}  # which are named otherwise than keys of a source
    nested = lexicon.load("nested")
    return {plain_heading(word): columns.get(field, field) for field in nested for word in nested[field]}


@cache
def _parts() -> dict[str, dict[str, str]]:
    rows = lexicon.load("heading_parts")
    return {
        "abbreviations": rows["abbreviations"],
        "acts": {plain_heading(word): "" for word in rows["acts"]},
        "asking": rows["asking"],
        "asking_which": dict.fromkeys(rows["asking_which"], ""),
        "before_which": dict.fromkeys(rows["before_which"], ""),
        "asked": dict.fromkeys(rows["asked"], ""),
        "sources": dict.fromkeys(rows["sources"], ""),
        "names": dict.fromkeys(rows["names"], ""),
        "regions": dict.fromkeys(rows["regions"], ""),
        "quantities": {plain_heading(word): "" for word in rows["quantities"]},
        "settings": dict.fromkeys(rows["settings"], ""),
        "small": {plain_heading(word): "" for word in rows["small"]},
    }
