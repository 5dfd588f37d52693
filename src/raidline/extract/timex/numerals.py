"""Number words as numbers: "twenty-four", "a hundred", "2 1/2", "a couple of"."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from raidline.extract.timex.grammar import grammar

_SKIPPED: Final = {"-", "–", "‑", "and", "a", "an", "of"}


def count(words: list[str]) -> Fraction | None:
    """Return the number that the words spell; None if they are vague ("several") or not a number."""
    total = group = Fraction(0)
    cardinals, magnitudes = grammar().values["cardinal"], grammar().values["magnitude"]
    seen = False
    for k, word in enumerate(words):
        if word in _SKIPPED:
            continue
        seen = True
        if word == "/" or (k and words[k - 1] == "/"):
            continue
        if word in cardinals:
            group += int(cardinals[word])
        elif word in magnitudes:
            group = (group or Fraction(1)) * int(magnitudes[word])
            if int(magnitudes[word]) >= 1000:
                total, group = total + group, Fraction(0)
        elif word == "½":
            group += Fraction(1, 2)
        elif word in {"couple", "pair"}:
            group += 2
        elif word[0].isdigit():
            number = Fraction(word.replace(",", ""))
            divided = k + 2 < len(words) and words[k + 1] == "/"
            divisor = Fraction(words[k + 2]) if divided and words[k + 2].isdigit() else Fraction(1)
            group += number / (divisor or 1)
        else:
            return None
    if not seen:
        return Fraction(1) if any(word in {"a", "an"} for word in words) else None
    return total + group


def ordinal(words: list[str]) -> int | None:
    """Return the number of "third", "twenty-first", "21st" or "21"; None for other words."""
    total = 0
    values = grammar().values
    for word in words:
        if word in values["ordinal"]:
            total += int(values["ordinal"][word])
        elif word in values["tens"]:
            total += int(values["tens"][word])
        elif word[0].isdigit():
            total += int("".join(c for c in word if c.isdigit()))
    return total or None


def year(words: list[str]) -> int | None:
    """Return the year written as 1996, '96, nineteen ninety-six or two thousand (and) four; None for other words."""
    values = grammar().values
    words = [word.lstrip("'’‘").removeprefix("fy") for word in words if word.lstrip("'’‘") and word not in _SKIPPED]
    if not words:
        return None
    if words[0].isdigit():
        number = int(words[0])
        return number if len(words[0]) == 4 else number + (2000 if number < 50 else 1900)
    small = values["teens"] | values["tens"] | values["ones"]
    rest = sum(int(small[word]) for word in words[1:] if word in small)
    if words[:2] == ["two", "thousand"]:
        return 2000 + rest
    return int(values["century_number"][words[0]]) * 100 + rest if words[0] in values["century_number"] else None
