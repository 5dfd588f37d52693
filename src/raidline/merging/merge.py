"""Candidates of several articles that report the same happening become one event, with what each source says."""

from __future__ import annotations

import hashlib
import itertools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from raidline.article import Article, publisher_key
from raidline.counts.value import Count
from raidline.lexicon.actors import actor_pattern
from raidline.merging.differences import conflicts, counted, sources
from raidline.merging.happenings import happenings
from raidline.merging.sameness import is_part
from raidline.merging.telling import Telling
from raidline.models import Candidate, Conflict, Event, Kind, Reading, Status
from raidline.yamltext.collector import no_garbage_collection


@dataclass(frozen=True, slots=True)
class Merged:
    """One happening: the candidates that report it, the most precise first, which represents them all.

    `corroboration` counts independent voices; `related` holds the ids of the event it is part of and of its parts.
    """

    id: str
    members: tuple[Candidate, ...]
    status: Status
    corroboration: int
    conflicts: tuple[Conflict, ...]
    related: tuple[str, ...]

    @property
    def core(self) -> Candidate:
        """The candidate whose date, kind, title and places represent the event."""
        return self.members[0]

    @property
    def agencies(self) -> tuple[str, ...]:
        """All agencies named, in the order of the sources."""
        return tuple(dict.fromkeys(agency for member in self.members for agency in member.agencies))

    @property
    def counts(self) -> dict[str, Count]:
        """What is counted; if several sources count the same thing, the first source's count is used."""
        counts: dict[str, Count] = {}
        for told in counted(self.members):
            counts = told | counts
        return counts


def merge_candidates(candidates: Iterable[Candidate], articles: Mapping[str, Article]) -> list[Merged]:
    """Return one event for each happening, in order of date; every candidate is a source of exactly one.

    `raidline.merging.sameness` says when two candidates are one happening. Ids follow from date, place and kind, so
    they are the same on every run.
    """
    with no_garbage_collection():
        clusters = [_plausible_first(cluster, articles) for cluster in _clustered(candidates)]
        clusters.sort(key=lambda cluster: _in_order(cluster[0]))
        ids = _ids([core for core, *_ in clusters])
        related = _related(dict(zip(ids, clusters, strict=True)))
        return [_merged(id_, cluster, related[id_], articles) for id_, cluster in zip(ids, clusters, strict=True)]


def as_event(merged: Merged) -> Event:
    """Return the event that a curator may accept: each source has its quote and, in `says`, where it differs."""
    core = merged.core
    return Event(
        id=merged.id,
        date=core.date,
        title=core.title,
        kind=core.kind,
        status=merged.status,
        places=core.place_names,
        agencies=merged.agencies,
        counts=merged.counts,
        related=merged.related,
        sources=tuple(sources(merged.members, merged.counts)),
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


def _clustered(candidates: Iterable[Candidate]) -> list[list[Candidate]]:
    """Return the candidates of each happening, the most precise first."""
    tellings = [Telling(candidate) for candidate in sorted(candidates, key=_precise_first)]
    return [[telling.candidate for telling in reports] for reports in happenings(tellings)]


def _in_order(core: Candidate) -> tuple[tuple[date, date], str, str, int]:
    return core.date.bounds(), core.date.text, core.article, core.start


def _precise_first(candidate: Candidate) -> tuple[timedelta, date, str, int]:
    first, last = candidate.date.bounds()
    return last - first, first, candidate.article, candidate.start


def _plausible_first(cluster: Sequence[Candidate], articles: Mapping[str, Article]) -> list[Candidate]:
    """Return the members, last those that date an act as past after another member's article reported it."""
    if len(cluster) == 1:
        return list(cluster)
    occurred = [member for member in cluster if member.status is Status.OCCURRED]
    first_told = min((day for m in occurred if (day := articles[m.article].published)), default=date.max)
    return sorted(cluster, key=lambda m: m.status is Status.OCCURRED and m.date.bounds()[0] > first_told)


def _ids(cores: Sequence[Candidate]) -> list[str]:
    """Return ids that other articles do not change: date, place, kind, and a mark of the article that tells it best.

    If candidates of one article agree in all of this, the ids number them in the order of its text.
    """
    ids: dict[int, str] = {}
    alike: dict[tuple[str, str], int] = defaultdict(int)
    taken: set[str] = set()
    for core in sorted(cores, key=lambda core: (core.article, core.start, core.date, core.trigger)):
        name = _name(core)
        alike[name, core.article] += 1
        number = alike[name, core.article]
        marks = (f"{name}-{_digits(core.article)[:length]}{f'-{number}' if number > 1 else ''}" for length in (4, 64))
        ids[id(core)] = next(one for one in marks if one not in taken)  # no other article has the same 64 digits
        taken.add(ids[id(core)])
    return [ids[id(core)] for core in cores]


_KNOWN = 10_000  # articles and places, cached


def _name(core: Candidate) -> str:
    when = re.match(r"\d{4}(?:-\d{2}){0,2}", core.date.text)
    where = slug(core.places[0].short_name if core.places else "unplaced")
    return f"{when[0] if when else 'undated'}-{where}-{core.kind.value}"


@lru_cache(_KNOWN)
def _digits(article: str) -> str:
    return hashlib.sha256(article.encode()).hexdigest()


@lru_cache(_KNOWN)
def slug(name: str) -> str:
    """Return a name in lower-case ASCII letters, digits and hyphens, for an id; `place` if nothing is left of it."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "place"


def _related(clusters: Mapping[str, Sequence[Candidate]]) -> Mapping[str, tuple[str, ...]]:
    """Return for each event the events it is part of and its parts: operations reported by one article."""
    by_article = defaultdict(list)
    for id_, (core, *others) in clusters.items():
        if core.kind is Kind.OPERATION:
            for article in {core.article, *(other.article for other in others)}:
                by_article[article].append(id_)
    found: dict[str, list[str]] = {id_: [] for id_ in clusters}
    for ids in by_article.values():
        for one, two in itertools.permutations(ids, 2):
            if two not in found[one] and is_part(clusters[one][0], clusters[two][0]):
                found[one].append(two)
                found[two].append(one)
    return {id_: tuple(sorted(others)) for id_, others in found.items()}


def _merged(
    id_: str, members: Sequence[Candidate], related: tuple[str, ...], articles: Mapping[str, Article]
) -> Merged:
    if len(members) == 1 and not members[0].recounts:
        return Merged(id_, tuple(members), members[0].status, 1, (), related)
    newest = max(members, key=lambda m: articles[m.article].published or date.min)
    return Merged(
        id_, tuple(members), newest.status, _voices(members, articles), tuple(conflicts(members, articles)), related
    )


def _voices(members: Sequence[Candidate], articles: Mapping[str, Article]) -> int:
    """Return how many sources are independent: a reprint, or two papers that cite the same third, count as one."""
    voices: dict[str, str] = {}  # quote -> who says so
    for member in members:
        cited = member.attribution or ""
        own = articles[member.article].publisher or member.article
        voice = cited if actor_pattern("press").fullmatch(cited) else own
        voices.setdefault(" ".join(member.quote.split()), publisher_key(voice))
    return len(set(voices.values()))
