"""Whether the sources of a count tell such a number: their quotes first, which say more than the rest of an article."""

from __future__ import annotations

from raidline.check.numbers.numerals import adds_up, is_bare, is_told
from raidline.check.quoted import all_quoted, count_denied_by_quotes
from raidline.check.sourced_values import SourcedValue
from raidline.counts.agreement import agree, supports
from raidline.counts.value import Count
from raidline.extract.counting.reading import find_counts


def count_denied(claim: SourcedValue[tuple[str, Count]]) -> str | None:
    """Return what the sources of a count give instead, or that they give nothing like it; None if they support it."""
    name, count = claim.value
    if all_quoted(claim):
        return count_denied_by_quotes(claim)
    if claim.unseen or not claim.seen or count.low is count.high is None or count.high == 1:  # texts say "a woman"
        return None
    quotes = [source.quote for source, _ in claim.seen if source.quote]
    if any(is_told(count, name, quote) or is_bare(count, name, quote) for quote in quotes):
        return None
    said = [other for quote in quotes if (other := find_counts(quote, (0, len(quote))).get(name))]
    if said:
        can_be = any(_agree(count, other) for other in said) or any(adds_up(count, said, quote) for quote in quotes)
        return None if can_be else f"{name}: its quote says {said[0]}"
    if any(is_told(count, name, article.text) for _, article in claim.seen):
        return None
    return f"{name}: no number in {claim.named} is {count}"


def _agree(count: Count, said: Count) -> bool:
    return agree(said, count) or supports(said, count)
