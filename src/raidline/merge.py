"""The same happening told by several articles becomes one event, with what each source says of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from raidline.article import Article
from raidline.counts import Count
from raidline.models import Candidate, Event, Kind, Reading, Says, Source, Status

# A judge's remarks are a hearing to one paper and a statement to the next.
_ALIKE = (
    {Kind.HEARING, Kind.RULING, Kind.STATEMENT},
    {Kind.REPORT, Kind.STATEMENT},
    {Kind.POLICY, Kind.ORDER},
)


@dataclass(slots=True)
class _Cluster:
    """Candidates held to be one happening; the first has the most precise date and speaks for the rest."""

    members: list[Candidate] = field(default_factory=list)

    @property
    def core(self) -> Candidate:
        return self.members[0]

    def takes(self, other: Candidate) -> bool:
        return (
            all(m.article != other.article or m.date == other.date for m in self.members)
            and _kinds_agree(self.core.kind, other.kind)
            and _windows_meet(self.core, other)
            and bool({p for m in self.members for p in m.places} & set(other.places))
        )


def merge(candidates: Iterable[Candidate], articles: Mapping[str, Article]) -> list[Event]:
    """Return one event for each happening, in order of date; every candidate is a source of exactly one.

    The most precise date stands for the event; a source whose date excludes it, or whose kind or status differs,
    says so in `says`. Ids follow from date, place and kind, so that they are the same from run to run.
    """
    clusters: list[_Cluster] = []
    for candidate in sorted(candidates, key=_precise_first):
        fitting = [c for c in clusters if c.takes(candidate)]
        if fitting:
            min(fitting, key=lambda c: c.core.kind is not candidate.kind).members.append(candidate)
        else:
            clusters.append(_Cluster([candidate]))
    clusters.sort(key=lambda c: (c.core.date, c.core.article, c.core.start))
    ids = _ids([c.core for c in clusters])
    return [_event(id_, cluster.members, articles) for id_, cluster in zip(ids, clusters, strict=True)]


def _precise_first(candidate: Candidate) -> tuple[int, str, int]:
    first, last = candidate.date.earliest or date.min, candidate.date.latest or date.max
    return (last - first).days, candidate.article, candidate.start


def _kinds_agree(a: Kind, b: Kind) -> bool:
    return a is b or any(a in alike and b in alike for alike in _ALIKE)


def _windows_meet(a: Candidate, b: Candidate) -> bool:
    """Whether two dates overlap, and neither is so coarse that overlapping says nothing."""
    first, last = b.date.earliest, b.date.latest
    if first is None or last is None or last - first > timedelta(days=92):
        return a.date.text == b.date.text
    return (a.date.earliest or date.min) <= last and first <= (a.date.latest or date.max)


def _ids(cores: Sequence[Candidate]) -> list[str]:
    taken: dict[str, int] = {}
    ids = []
    for core in cores:
        when = re.match(r"\d{4}(?:-\d{2}){0,2}", core.date.text)
        where = _slug((core.places or ("unplaced",))[0].split(",")[0])
        base = f"{when[0] if when else 'undated'}-{where}-{core.kind.value}"
        taken[base] = taken.get(base, 0) + 1
        ids.append(base if taken[base] == 1 else f"{base}-{taken[base]}")
    return ids


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "place"


def _event(id_: str, members: Sequence[Candidate], articles: Mapping[str, Article]) -> Event:
    core = members[0]
    counts: dict[str, Count] = {}
    for member in members:
        for what, count in member.counts.items():
            counts.setdefault(what, count)
    return Event(
        id=id_,
        date=core.date,
        title=core.title,
        kind=core.kind,
        status=_status(members, articles),
        places=tuple(dict.fromkeys(core.places)),
        agencies=tuple(dict.fromkeys(a for m in members for a in m.agencies)),
        counts=counts,
        sources=tuple(Source(article=m.article, quote=m.quote, says=_says(m, core)) for m in members),
        candidate=Reading(
            date_text=core.date_text,
            how=core.how,
            trigger=core.trigger,
            modality=core.modality,
            attribution=core.attribution,
            salience=max(m.salience for m in members),
            start=core.start,
            end=core.end,
        ),
    )


def _status(members: Sequence[Candidate], articles: Mapping[str, Article]) -> Status:
    """Return what the newest source says; a source without a date counts as the oldest."""
    return max(members, key=lambda m: articles[m.article].published or date.min).status


def _says(member: Candidate, core: Candidate) -> Says | None:
    """Return where a source contradicts the event: a date that excludes the event's, or another count of the same."""
    differing = {k: c for k, c in member.counts.items() if k in core.counts and not _counts_meet(c, core.counts[k])}
    apart = not _within(core, member)
    if not differing and not apart:
        return None
    return Says(date=member.date if apart else None, counts=differing)


def _within(core: Candidate, member: Candidate) -> bool:
    first, last = member.date.earliest or date.min, member.date.latest or date.max
    return first <= (core.date.latest or date.max) and (core.date.earliest or date.min) <= last


def _counts_meet(a: Count, b: Count) -> bool:
    low = max(a.low or 0, b.low or 0)
    highs = [c.high for c in (a, b) if c.high is not None]
    return not highs or low <= min(highs)
