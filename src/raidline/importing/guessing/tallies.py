"""Columns of numbers of whatever their headings say was done: "Requests received", "Honored", "Turned over to ICE"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from raidline import lexicon
from raidline.importing.contents import Column
from raidline.importing.guessing import cells as look
from raidline.importing.guessing.words import meaning_of
from raidline.importing.records import InputRow
from raidline.importing.tables.headings import plain_heading
from raidline.importing.wording.howmany import in_words
from raidline.interchange.cells import is_count

_DATES = ("date", "date_year", "date_month", "date_day", "displayed", "end")
_MOST = 0.8  # of the cells
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_WORD = re.compile(r"[^\W_]+")
_WHOLE = re.compile(r"0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,5}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CODE = re.compile(r"\d{5,}")  # without marks between thousands: a case, a ZIP
_PARTICIPLE = re.compile(r"[a-z]{2,}[^e\W]ed")
_PLURAL = re.compile(r"[a-z]{2,}[^su]s|people|children|men|women")
_ACRONYM = 5  # letters


def tallies(records: Sequence[InputRow], headings: Sequence[str], found: Mapping[str, Column]) -> dict[str, Column]:
    """Return the columns of `headings` that count what was done at the date in their rows; each gives its count a name.

    Their headings say what was done, and to how many rather than to what; the cells are whole numbers. What measures
    something (dollars, days, residents), numbers the rows or a case, or answers yes or no with 1 or 0 counts nothing.
    """
    names = {one.field for one in found.values()}
    told: dict[str, Column] = {}
    if names.isdisjoint(_DATES):
        return told
    for heading in headings:
        name = name_of_tally(heading)
        field = f"counts.{name}" if name else ""
        cells = look.cells_of(records, heading) if field and field not in names else []
        if cells and _are_tallied(cells, flagged=" " not in name):
            told[heading] = Column(heading, field, "words of the heading, and cells")
            names.add(field)
    return told


def name_of_tally(heading: str) -> str:
    """Return what a heading counts, in its own words: "requests received" for "# of Requests received (monthly)".

    What has a name of its own among counts gets that.
    """
    written = _WORD.findall(_BRACKETS.sub(" ", heading))
    words = [plain_heading(word) for word in written]
    while words and words[0] in _words("before"):
        written, words = written[1:], words[1:]
    meaning = meaning_of(heading)
    if not words or meaning.closed or meaning.of_source or not _words("measures").isdisjoint(words):
        return ""
    done = next((at for at, word in enumerate(words) if _is_done(word)), None)
    whom = [word for word in words[:done] if word not in _words("around") and not word.endswith("ly")]
    if done is None:
        end = next((at for at, word in enumerate(words) if word in _words("behind")), len(words))
        counts = end > 0 and words[end - 1] in _words("acts")
    else:
        counts = not whom or bool(_PLURAL.fullmatch(whom[-1]))
    told = meaning_of(" ".join(word for word in words if word not in _words("carrying"))).field
    if counts and told.startswith("counts."):  # "Arrests made" is how many were arrested
        return told.removeprefix("counts.")
    shouted = heading.isupper()
    kept = (one if one.isupper() and len(one) <= _ACRONYM and not shouted else one.lower() for one in written)
    return " ".join(kept) if counts else ""


def _is_done(word: str) -> bool:
    return word in _words("done") or (bool(_PARTICIPLE.fullmatch(word)) and word not in _words("not_done"))


def _are_tallied(cells: Sequence[str], *, flagged: bool) -> bool:
    """Whether cells are whole numbers as many things may be; only 1 and 0 are answers below a word that can be asked.

    A few may say more, such as "<5" where small numbers are withheld.
    """
    whole = [cell for cell in cells if _WHOLE.fullmatch(cell)]
    counted = sum(is_count(in_words(cell)[0]) for cell in cells if cell not in whole)
    return (
        len(cells) >= look.ENOUGH
        and len(whole) + counted >= _MOST * len(cells)
        and 2 * len(whole) > len(cells)
        and not look.are_serial(cells)
        and not all(map(_YEAR.fullmatch, whole))
        and not all(map(_CODE.fullmatch, whole))
        and not (flagged and set(whole) <= {"0", "1"})
    )


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon.load("tallies")[name])
