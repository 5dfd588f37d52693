"""Numbers typed wrong: 15 for 51, 70 for 700, another sum of money, another score of a vote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import product

from raidline.check.numbers.money import sums_in
from raidline.check.numbers.numbering import numerals
from raidline.check.numbers.numerals import is_of_money, may_count
from raidline.counts.agreement import agree, figures_of, supports
from raidline.counts.value import Count
from raidline.extract.counting.reading import find_counts

_HELD, _ARE_HELD = frozenset({"arrested", "detained"}), re.compile(r"\bheld\b")
_FIGURE, _SUM = re.compile(r"\d[\d,]*\d"), re.compile(r"[$£€]\s?\d")
_LARGE = 100  # "20 came" and "200 came" may both be right
_BASE, _LEAST_TYPED = 10, 3
_YES, _NO = ("yes", "ayes", "for", "in favor", "in favour"), ("no", "nays", "against")
_VOTE = re.compile(
    r"\b(?:vot(?:es?|ed|ing)|passe[sd]|approve[sd]|adopt(?:s|ed)|reject(?:s|ed)|kill(?:s|ed)|defeat(?:s|ed)|overr[io]des?"
    r"|tabled?s?|advance[sd]|uphold|upheld|rule[sd]|fail(?:s|ed)|back(?:s|ed)|bill|ordinance|resolution|motion)\b",
    re.IGNORECASE,
)
_SCORE = re.compile(
    r"(?<![\w.,$-])(\d{1,3})\s?(?:-|–|to)\s?(\d{1,3})(?![\w%]|-\w|[.,]\d|\s+(?:percent|years?|[ap]\.?m))"
)


def slips(text: str, counts: Mapping[str, Count]) -> Iterator[tuple[str, Count]]:
    """Yield the counts of which a text has another number that somebody typed wrong, here or there.

    These are its digits in another order, where nothing else is counted; and another sum, if the text has only one.
    """
    exact = {name: count for name, count in counts.items() if count.low == count.high and (count.low or 0) >= _BASE}
    figures = {int(figure.replace(",", "")) for figure in _FIGURE.findall(text)}
    if not any(_is_mistyped(one, count.low or 0) for one in figures for count in exact.values()) and not _SUM.search(
        text
    ):
        return
    known = {figure for count in counts.values() for figure in figures_of(count)}
    named = find_counts(text, (0, len(text))).keys()
    for name, count in exact.items():
        if is_of_money(name):
            sums = [Count.parse(str(one)) for one in sums_in(text, at_a_rate=False)]
            yield from ((name, said) for said in sums[:1] if len(sums) == 1 and not _may_be(said, count))
        elif not named or (name in _HELD and named <= _HELD and _ARE_HELD.search(text)):
            found = (one.count for one in numerals(text, "things") if may_count(one, name))
            exactly = (said for said in found if said.low is not None and said.low == said.high)
            yield from (
                (name, said)
                for said in exactly
                if not figures_of(said) & known and _is_mistyped(said.low or 0, count.low or 0)
            )


def _may_be(said: Count, count: Count) -> bool:
    return agree(said, count) or supports(said, count)


def is_slip(said: Count, count: Count) -> bool:
    """Whether two numbers are one that was typed wrong, 70 for 700: those of two forces may differ otherwise."""
    pairs = (sorted(pair) for pair in product(figures_of(said), figures_of(count)))
    return any(small >= _LEAST_TYPED and large == _BASE * small for small, large in pairs)


def other_score(text: str, counts: Mapping[str, Count]) -> str | None:
    """Return the one score of a vote in a text, "7-2", if it is not the one of the counts."""
    sides = [next((counts[name] for name in names if name in counts), None) for names in (_YES, _NO)]
    if None in sides:
        return None
    scores = [tuple(map(int, match.group(1, 2))) for match in _SCORE.finditer(text)]
    if len(set(scores)) != 1 or not _VOTE.search(text):
        return None
    (score,) = set(scores)
    counted = [side.low for side in sides if side and side.low == side.high]
    differs = len(counted) == len(score) and sorted(score) != sorted(number or 0 for number in counted)
    return "-".join(map(str, score)) if differs else None


def _is_mistyped(said: int, count: int) -> bool:
    """Whether two numbers have the same digits, of which two neighbours changed places, or one has a zero more."""
    small, large = sorted((said, count))
    if large == _BASE * small:
        return large >= _LARGE
    one, other = str(said), str(count)
    if len(one) != len(other) or sorted(one) != sorted(other) or one.endswith("0"):
        return False
    swapped = (one[:n] + one[n + 1] + one[n] + one[n + 2 :] for n in range(len(one) - 1))
    return one != other and other in swapped
