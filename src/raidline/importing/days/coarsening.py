"""A separate column that qualifies the day beside it: only its month is known, or it is approximate."""

from __future__ import annotations

from functools import cache

from raidline import lexicon
from raidline.dates.value import Edtf, Precision
from raidline.importing.days.bounds import hedged
from raidline.importing.days.cell import read_date

_RANK = {precision: rank for rank, precision in enumerate(Precision)}


def as_precise_as(when: Edtf, said: str) -> Edtf | None:
    """Return a date as precise as "month", "year only" or "approximate" says; None for words without a meaning here."""
    word = _plain(said)
    kind = _kinds().get(word)
    if kind is None:
        return None
    if kind in ("about", "uncertain"):
        return hedged(when, "~" if kind == "about" else "?") or when
    return _coarser(when, kind)


def if_affirmed(when: Edtf, said: str) -> Edtf | None:
    """Return a date as approximate if a column that asks says "yes"; None for neither yes nor no."""
    word = _plain(said)
    if word in lexicon.load("date_cells")["denied"]:
        return when
    return (hedged(when, "~") or when) if word in lexicon.load("date_cells")["affirmed"] else as_precise_as(when, said)


def _coarser(when: Edtf, kind: str) -> Edtf | None:
    first = when.earliest
    if kind == "week" and first and when.precision in (Precision.DAY, Precision.SECOND):
        return read_date(f"week of {first}") if first == when.latest else when
    if kind in ("day", "week") or first is None or when.text[0] in "[{":
        return when
    ends = [_cut(end, kind) for end in when.text.split("/")]
    return read_date("/".join(dict.fromkeys(ends)))


def _cut(end: str, kind: str) -> str:
    """Return one end of a date as a month, quarter, season, year or decade; unchanged if it is no finer."""
    if end in ("", ".."):
        return end
    when = Edtf.parse(end)
    first = when.earliest
    if first is None or _RANK[when.precision] >= _RANK[Precision(kind)]:
        return end
    marks = "%" if when.approximate and when.uncertain else "~" if when.approximate else "?" if when.uncertain else ""
    year = f"{first.year:04}"
    season = first.year - (first.month < 3)
    written = {
        "month": f"{year}-{first.month:02}",
        "quarter": f"{year}-{33 + (first.month - 1) // 3}",
        "season": f"{season:04}-{21 + (first.month - 3) % 12 // 3}",
        "year": year,
        "decade": f"{year[:3]}X",
    }
    return f"{written[kind]}{marks}"


def _plain(said: str) -> str:
    return " ".join(said.lower().replace("_", " ").replace("-", " ").split()).strip(". ")


@cache
def _kinds() -> dict[str, str]:
    return {word: kind for kind, words in lexicon.load("date_cells")["precision"].items() for word in words}
