"""What a heading means by its single words, where no list of whole headings has it: "loc_st", "src1_ttl"."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from raidline import lexicon
from raidline.importing.tables.headings import plain_heading, unnumbered, words_of_fields

_LEAST = 3  # letters of a word that is written together with others
_JOINED = 7  # letters of several such words
_LONGEST = 40
_WHERE = ("county", "city", "state", "zip", "address", "places")
_SUMS = frozenset(
    ("total", "totals", "approximate", "approx", "estimated", "est", "reported", "confirmed", "no", "nos")
)
_ONE_WORD = ("source", "event", "record", "person", "small", "quantity")


class Meaning(NamedTuple):
    """The field that a heading means, "" if none; whether it is about a report rather than the event.

    `closed` if its words say that it is about something else, such as who wrote the row.
    """

    field: str
    of_source: bool = False
    closed: bool = False


@lru_cache(maxsize=4_096)
def meaning_of(heading: str) -> Meaning:
    """Return what the words of a heading mean together; a word that is not known leaves only links and reports."""
    words = _words(heading)
    classes = {one for word in words for one in _classes().get(word, ("unknown",))}
    if not classes.isdisjoint(("record", "person")):
        return Meaning("", closed=True)
    if field := _of_report(classes):
        return Meaning(field, of_source=True)
    of_source = "source" in classes
    if of_source or "unknown" in classes:
        return Meaning("", of_source)
    if classes <= {"quantity", "small"} and "quantity" in classes and not _SUMS.intersection(words):
        return Meaning("counts")
    count = _counted(words)
    return Meaning(f"counts.{count}" if count else _plain_field(classes))


def _of_report(classes: Collection[str]) -> str:
    """Return the field of a report that words of these classes mean, "" if they are not about one."""
    has, of_source = set(classes).intersection, "source" in classes
    if has(("archived",)):
        return "" if has(("date",)) else "archived"
    if has(("url",)):
        return "url"
    if (has(("published",)) and has(("date", "source"))) or (has(("date",)) and has(("source", "publisher"))):
        return "published"
    if has(("publisher",)):
        return "publisher"
    if has(("published",)) and set(classes) <= {"published", "small"}:  # "They ran it on"
        return "published"
    titled, bare = of_source and has(("title", "headline")), of_source and set(classes) <= {"source", "small"}
    return "source_title" if titled else "cited" if bare else ""


def prefix_of(heading: str) -> str:
    """Return the first of the words of a heading if it says nothing by itself, "" otherwise."""
    words = unnumbered(plain_heading(heading)).split()
    first = _short().get(words[0], words[0]) if len(words) > 1 else ""
    return words[0] if first and first not in _classes() and _apart(first) == (first,) else ""


def expanded(heading: str) -> str:
    """Return a heading with what is shortened in it written out: "event date" for "evt_dt"."""
    return " ".join(_words(heading))


def _plain_field(classes: set[str]) -> str:
    """Return the field of the event that a heading names, "" for none or for several that do not go together."""
    about = classes - {"event", "small", "quantity"}
    if "precision" in about:
        return "precision" if about <= {"precision", "date"} else ""
    if about and about <= {"title", "headline"}:
        return "headline" if "headline" in about else "title"
    narrow = [field for field in _WHERE if field in about]
    if narrow and about <= set(_WHERE):
        return narrow[0]
    return about.pop() if len(about) == 1 and "counted" not in about else ""


def _counted(words: list[str]) -> str:
    """Return the name of the count that words of a number and of one group of people mean; "" for anything else."""
    joined = " ".join(words)
    rest = words
    for phrase in (phrase for phrase in _groups() if " " in phrase and phrase in joined):
        rest = [word for word in joined.replace(phrase, phrase.replace(" ", "_")).split() if word]
    names = {_groups()[one] for word in rest if (one := word.replace("_", " ")) in _groups()}
    others = [word for word in rest if word.replace("_", " ") not in _groups()]
    plain = all(not {"quantity", "small", "event"}.isdisjoint(_classes().get(word, ())) for word in others)
    if names == {"arrested", "detained"}:  # "Detained/arrested": whoever is arrested is detained
        names.remove("arrested")
    return names.pop() if len(names) == 1 and plain else ""


def _words(heading: str) -> list[str]:
    """Return the words of a heading, those that are shortened written out."""
    apart = (part for word in unnumbered(plain_heading(heading)).split() for part in _apart(word))
    written = " ".join(_short().get(word, word) for word in apart)
    return [word for word in written.split() if len(word) > 1 or word in _classes()]


@lru_cache(maxsize=4_096)
def _apart(word: str) -> tuple[str, ...]:
    """Return the words that are written as one: "sourcetitle" is "source title"; a word as it is if it is known."""
    if word[:1] == "n" and word[1:] in _groups():  # "ndeaths"
        return ("n", word[1:])
    if len(word) < _JOINED or word in _vocabulary() or len(word) > _LONGEST:
        return (word,)
    fewest: list[tuple[str, ...] | None] = [(), *([None] * len(word))]  # words up to each letter
    for end in range(_LEAST, len(word) + 1):
        begins = (begin for begin in range(end - _LEAST + 1) if word[begin:end] in _vocabulary())
        ways = [(*before, word[begin:end]) for begin in begins if (before := fewest[begin]) is not None]
        fewest[end] = min(ways, key=len, default=None)
    return fewest[-1] or (word,)


@cache
def _vocabulary() -> frozenset[str]:
    """Return the words of headings that may be written together."""
    whole = (word for words in words_of_fields().values() for phrase in words for word in phrase.split())
    return frozenset(word for word in (*_classes(), *whole, *_short()) if len(word) >= _LEAST and word.isalpha())


@cache
def _short() -> Mapping[str, str]:
    return {**lexicon.load("heading_parts")["abbreviations"], **lexicon.load("heading_words")["short"]}


@cache
def _groups() -> Mapping[str, str]:
    """Return the name of the count that each word for a group of people means."""
    return {
        plain_heading(word): name for name, words in lexicon.load("heading_words")["counts"].items() for word in words
    }


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    """Return what each word of a heading may be."""
    rows = lexicon.load("heading_words")
    lists = {name: rows[name] for name in _ONE_WORD} | rows["fields"] | {"counted": list(rows["counts"])}
    found: dict[str, set[str]] = {}
    for name, words in lists.items():
        for word in words:
            found.setdefault(plain_heading(word), set()).add(name)
    for phrase in _groups():
        for word in phrase.split():
            found.setdefault(word, set()).add("counted")
    return {word: frozenset(names) for word, names in found.items()}
