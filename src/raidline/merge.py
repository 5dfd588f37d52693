"""The same happening told by several articles becomes one event, with what each source says of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from raidline.article import Article
from raidline.counts import Count
from raidline.models import Candidate, Event, Kind, Reading, Says, Source, Status

# A judge's remarks are a hearing to one paper and a statement to the next.
_ALIKE = ({Kind.HEARING, Kind.RULING, Kind.STATEMENT}, {Kind.REPORT, Kind.STATEMENT}, {Kind.POLICY, Kind.ORDER})
_COARSEST_JOINED = timedelta(days=92)  # a quarter; "in 2017" overlaps everything of 2017 and says nothing


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing that sources tell differently: each value with the articles that give it."""

    field: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """One happening: the candidates that tell it, the most precise first, which speaks for all.

    `corroboration` counts independent publishers.
    """

    id: str
    members: tuple[Candidate, ...]
    status: Status
    corroboration: int
    conflicts: tuple[Conflict, ...]

    @property
    def core(self) -> Candidate:
        """The candidate whose date, kind, title and places stand for the event."""
        return self.members[0]

    @property
    def agencies(self) -> tuple[str, ...]:
        """All agencies named, in the order of the sources."""
        return tuple(dict.fromkeys(agency for member in self.members for agency in member.agencies))

    @property
    def counts(self) -> dict[str, Count]:
        """What is counted; of several counts of the same the first source's stands."""
        counts: dict[str, Count] = {}
        for member in self.members:
            counts = member.counts | counts
        return counts


def merge_candidates(candidates: Iterable[Candidate], articles: Mapping[str, Article]) -> list[Merged]:
    """Return one event for each happening, in order of date; every candidate is a source of exactly one.

    Candidates are one happening when their dates meet, they share a place, and their kinds agree. Ids follow from
    date, place and kind, so that they are the same from run to run.
    """
    clusters: list[list[Candidate]] = []
    for candidate in sorted(candidates, key=_precise_first):
        fitting = [cluster for cluster in clusters if _is_of(cluster, candidate)]
        if fitting:
            min(fitting, key=lambda cluster: cluster[0].kind is not candidate.kind).append(candidate)
        else:
            clusters.append([candidate])
    clusters.sort(key=lambda cluster: (cluster[0].date, cluster[0].article, cluster[0].start))
    ids = _ids([cluster[0] for cluster in clusters])
    return [_merged(id_, cluster, articles) for id_, cluster in zip(ids, clusters, strict=True)]


def as_event(merged: Merged) -> Event:
    """Return the event a curator may accept: each source with its quote, and in `says` where it differs."""
    core = merged.core
    return Event(
        id=merged.id,
        date=core.date,
        title=core.title,
        kind=core.kind,
        status=merged.status,
        places=core.places,
        agencies=merged.agencies,
        counts=merged.counts,
        sources=tuple(Source(article=m.article, quote=m.quote, says=_says(merged, m)) for m in merged.members),
        candidate=Reading(
            date_text=core.date_text,
            how=core.how,
            trigger=core.trigger,
            modality=core.modality,
            attribution=core.attribution,
            salience=max(m.salience for m in merged.members),
            start=core.start,
            end=core.end,
        ),
    )


def _precise_first(candidate: Candidate) -> tuple[timedelta, str, int]:
    first, last = _window(candidate)
    return last - first, candidate.article, candidate.start


def _window(candidate: Candidate) -> tuple[date, date]:
    return candidate.date.earliest or date.min, candidate.date.latest or date.max


def _is_of(cluster: Sequence[Candidate], other: Candidate) -> bool:
    core = cluster[0]
    return (
        all(member.article != other.article or member.date == other.date for member in cluster)
        and _kinds_agree(core.kind, other.kind)
        and _dates_meet(core, other)
        and any(not set(member.places).isdisjoint(other.places) for member in cluster)
    )


def _kinds_agree(a: Kind, b: Kind) -> bool:
    return a is b or any(a in alike and b in alike for alike in _ALIKE)


def _dates_meet(core: Candidate, other: Candidate) -> bool:
    if core.date == other.date:
        return True
    first, last = _window(other)
    return last - first <= _COARSEST_JOINED and _overlap(core, other)


def _overlap(a: Candidate, b: Candidate) -> bool:
    (a_first, a_last), (b_first, b_last) = _window(a), _window(b)
    return a_first <= b_last and b_first <= a_last


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


def _merged(id_: str, members: Sequence[Candidate], articles: Mapping[str, Article]) -> Merged:
    newest = max(members, key=lambda m: articles[m.article].published or date.min)
    publishers = {articles[m.article].publisher or m.article for m in members}
    return Merged(id_, tuple(members), newest.status, len(publishers), tuple(_conflicts(members)))


def _conflicts(members: Sequence[Candidate]) -> Iterable[Conflict]:
    if any(not _overlap(members[0], m) for m in members):
        yield _conflict("date", ((m.date.text, m.article) for m in members))
    for what in dict.fromkeys(key for m in members for key in m.counts):
        told = [(m.counts[what], m.article) for m in members if what in m.counts]
        if any(not _counts_meet(told[0][0], count) for count, _ in told):
            yield _conflict(what, ((count.text, article) for count, article in told))


def _conflict(field: str, told: Iterable[tuple[str, str]]) -> Conflict:
    values: dict[str, tuple[str, ...]] = {}
    for value, article in told:
        values[value] = (*values.get(value, ()), article)
    return Conflict(field, tuple(values.items()))


def _says(merged: Merged, member: Candidate) -> Says | None:
    """Return where a source contradicts the event: a date that excludes the event's, another count of the same."""
    counts = merged.counts
    differing = {what: count for what, count in member.counts.items() if not _counts_meet(count, counts[what])}
    apart = not _overlap(merged.core, member)
    return Says(date=member.date if apart else None, counts=differing) if differing or apart else None


def _counts_meet(a: Count, b: Count) -> bool:
    highs = [count.high for count in (a, b) if count.high is not None]
    return not highs or max(a.low or 0, b.low or 0) <= min(highs)
