"""Where the sources of one happening differ, within one article too: in its date and in what they count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from raidline.counts.people import Recount, in_like_words, one_count
from raidline.models import Candidate, Claim, Conflict, Says, Source

if TYPE_CHECKING:
    from raidline.article import Article
    from raidline.counts.value import Count
    from raidline.dates.value import Edtf


def conflicts(members: Sequence[Candidate], articles: Mapping[str, Article]) -> Iterator[Conflict]:
    """Yield what the sources disagree about; what the first says represents the event."""
    if any(not members[0].date.overlaps(*m.date.bounds()) for m in members):
        yield _conflict("date", [(m.date, articles[m.article]) for m in members])
    told_by = counted(members)
    for what in dict.fromkeys(key for counts in told_by for key in counts):
        told = [
            (count, articles[m.article])
            for m, counts in zip(members, told_by, strict=True)
            if what in counts
            for count in dict.fromkeys((counts[what], *(one.count for one in _recounts(m, what))))
        ]
        if any(not told[0][0].meets(count) for count, _ in told):
            yield _conflict(what, told)


def counted(members: Sequence[Candidate]) -> list[dict[str, Count]]:
    """Return what each member counts: those one detained are those another arrested."""
    return in_like_words([member.counts for member in members])


def _recounts(member: Candidate, what: str) -> list[Recount]:
    return [one for one in member.recounts if one_count(one.what) == one_count(what)]


def _conflict(about: str, told: Sequence[tuple[Edtf | Count, Article]]) -> Conflict:
    """Return what the first source says, which represents the event, and which others say something else."""
    held = told[0][0]
    claims = (Claim(article.publisher or article.id, value) for value, article in told if value != held)
    return Conflict(about, held, tuple(claims))


def sources(members: Sequence[Candidate], held: Mapping[str, Count]) -> Iterator[Source]:
    """Yield the sources of an event with these counts: each member's sentence, then others that number the same people.

    `says` is where a sentence contradicts the event: a date that excludes that of the first member, another number.
    """
    for member, counts in zip(members, counted(members), strict=True):
        own = member.quote, member.page
        differing: dict[tuple[str, int | None], dict[str, Count]] = {own: {}}
        for what, count in counts.items():
            told = [((one.quote, one.page), one.count) for one in _recounts(member, what)]
            for sentence, number in told or [(own, count)]:
                place = differing.setdefault(sentence, {})
                if not number.meets(held[what]):
                    place[what] = number
        apart = not members[0].date.overlaps(*member.date.bounds())
        for (quote, page), numbers in differing.items():
            date = member.date if apart and (quote, page) == own else None
            says = Says(date=date, counts=numbers) if date or numbers else None
            yield Source(article=member.article, quote=quote, page=page, says=says)
