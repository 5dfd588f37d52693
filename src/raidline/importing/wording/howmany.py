"""Cells that say how many, in the many ways of people: ">50", "believed to be 12", "4 adults and 2 children"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from raidline import lexicon
from raidline.importing.wording.inspanish import count_in_english
from raidline.interchange.cells import is_count

_SIGNS = {">": "more than", ">=": "at least", "≥": "at least", "<": "fewer than", "<=": "at most", "≤": "at most"}
_SIGNS |= dict.fromkeys(("~", "≈", "c", "ca", "circa", "approx", "est", "estimated"), "about")
_SIGNED = re.compile(r"(>=|<=|[><≥≤~≈]|(?:circa|approx|estimated|est|ca|c)\b\.?)\s*(\d[\d,]*)", re.IGNORECASE)
_ISH = re.compile(r"(\d[\d,]*)-?ish", re.IGNORECASE)
_TWICE = re.compile(r"[a-z-]+ \((\d[\d,]*)\)", re.IGNORECASE)  # eight (8)
_THOUSANDS = re.compile(r"(\d{1,3})(?:\.(\d))? ?k", re.IGNORECASE)
_COUNTS = re.compile(r",\s+|\s*[;\n]\s*|\s+and\s+|\s+/\s+|\s*\+\s+")
_FEW = 3  # words that say who is counted
_LISTED = re.compile(r"\s*(?:,|;|/|&|\+|\band\b)\s*")
_BETWEEN = r"(?!(?:plus|and|or|with|no|not|incl|including) )[a-z-]+ "
_AS_SAID = {"exactly": "{}"}
_PLAIN = re.compile(r"\d{1,4}")


def in_words(cell: str) -> tuple[str, bool]:
    """Return a cell as counts are written, and whether that is all that it says.

    ">50" is "more than 50"; "seven men" is seven, and says more than the count. A text that is no count of people comes
    back as it is.
    """
    cell = count_in_english(" ".join(cell.split()))
    if is_count(cell):
        return cell, True
    if text := _in_signs(cell):
        return text, True
    plain = cell.lower().strip(" .")
    for pattern in _people():
        if (match := pattern.fullmatch(plain)) and is_count(match["count"]):
            return cell[: match.end("count")], bool(_words_of_anyone().fullmatch(match["noun"]))
    if text := _hedged(plain) or _summed(plain):
        return text, False
    return cell, True


def counts_in(cell: str) -> dict[str, str]:
    """Return the numbers of a cell that says who is counted: "about 45 detained, 3 injured"; empty for any other."""
    found: dict[str, str] = {}
    for part in filter(None, _COUNTS.split(cell.strip(" ."))):
        words = part.split()
        named = (_counted(" ".join(words[:end]), words[end:]) for end in range(len(words) - 1, 0, -1))
        name, count = next(filter(None, named), ("", ""))
        if not name or name in found:
            return {}
        found[name] = count
    return found


def _counted(number: str, words: Sequence[str]) -> tuple[str, str] | None:
    """Return what words behind a number count, and the number as counts are written; None if they are anything else."""
    plain = [word.lower().strip(".()") for word in words]
    names = {_names()[word] for word in plain if word in _names()}
    count, _ = in_words(number)
    return (names.pop(), count) if len(names) == 1 and len(words) <= _FEW and is_count(count) else None


def _in_signs(cell: str) -> str:
    """Return a number with a sign before it, a syllable behind it, or itself in words before it; "" for others."""
    if match := _SIGNED.fullmatch(cell):
        return f"{_SIGNS[match[1].rstrip('. ').lower()]} {match[2]}"
    if match := _ISH.fullmatch(cell):
        return f"about {match[1]}"
    return match[1] if (match := _TWICE.fullmatch(cell)) else ""


def _hedged(plain: str) -> str:
    """Return a count with words around it, or one in thousands; "" for any other text."""
    if match := _THOUSANDS.fullmatch(plain):
        return f"about {int(match[1]) * 1000 + int(match[2] or 0) * 100:,}"
    for pattern, written in _hedges():
        if (match := pattern.fullmatch(plain)) and is_count(text := written.format(match["count"])):
            return text
    return ""


def _summed(plain: str) -> str:
    """Return how many "4 adults and 2 children" are; "" unless all parts are groups that nobody is twice in."""
    found = [(number, noun) for part in _LISTED.split(plain) for number, _, noun in [part.partition(" ")]]
    nouns = {noun for _, noun in found}
    numbers = [_number(number) for number, _ in found]
    is_sum = len(nouns) == len(found) > 1 and all(numbers) and any(nouns <= side for side in _groups())
    return str(sum(numbers)) if is_sum else ""


def _number(text: str) -> int:
    from raidline.counts.value import Count  # noqa: PLC0415 - few cells need it

    count = Count.parse(text) if _PLAIN.fullmatch(text) or (text.isalpha() and is_count(text)) else None
    return (count.low or 0) if count and count.low == count.high else 0


@cache
def _names() -> dict[str, str]:
    groups = lexicon.load("heading_words")["counts"]
    return {word: name for name, words in groups.items() for word in words}


@cache
def _groups() -> list[frozenset[str]]:
    return [frozenset(words) for words in lexicon.load("count_cells")["groups"].values()]


@cache
def _people() -> Sequence[re.Pattern[str]]:
    """Return expressions for a number and whom it counts, the second with a word between: "8 ICE detainees"."""
    rows = lexicon.load("count_cells")
    nouns = {*rows["people"], *rows["anyone"], *(word for words in rows["groups"].values() for word in words)}
    return [re.compile(rf"(?P<count>.+) (?P<noun>{more}(?:{_either(nouns)}))") for more in ("", _BETWEEN)]


@cache
def _words_of_anyone() -> re.Pattern[str]:
    return re.compile(_either(lexicon.load("count_cells")["anyone"]))


@cache
def _hedges() -> list[tuple[re.Pattern[str], str]]:
    """Return expressions for counts with words around them, and how the count is written then."""
    rows = lexicon.load("count_cells")
    found = []
    for written, words in rows["before"].items():
        found.append(
            (re.compile(rf"(?:{_either(words)})[.:]? (?P<count>.+)"), _AS_SAID.get(written, f"{written} {{}}"))
        )
    for written, words in rows["behind"].items():
        behind = rf"(?P<count>[^()\[\]]+?)(?:,? [(\[]?(?:{_either(words)})[.]?[)\]]?)"
        found.append((re.compile(behind), _AS_SAID.get(written, f"{written} {{}}")))
    return found


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
