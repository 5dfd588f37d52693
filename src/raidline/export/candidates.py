"""Candidates for a curator (YAML in the schema of events) and for programs (JSON lines)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from raidline.interchange.citing import conflict_record
from raidline.interchange.days import bounds
from raidline.interchange.jsontext import Json, dump
from raidline.merging.merge import as_event

if TYPE_CHECKING:
    from raidline.article import Article
    from raidline.counts.people import Recount
    from raidline.dates.value import Edtf
    from raidline.merging.merge import Merged
    from raidline.models import Candidate

_HEAD = """\
# Candidates found by a machine; the words under `candidate` say how each was read. Review them with `raidline review`,
# or by hand: compare each with its article, give it a title of your own, remove `candidate`.
"""


def as_yaml(merged: Iterable[Merged]) -> Iterator[str]:
    """Yield candidates in the schema of events, one after the other, so that `raidline check` can read them."""
    from raidline.yamltext import dumping  # noqa: PLC0415 - not for JSON lines

    yield _HEAD
    empty = True
    for one in merged:
        event = as_event(one).model_dump(mode="json", exclude_defaults=True, exclude_none=True)
        written = dumping.dump({"events": [event]})
        yield written if empty else "\n" + written.removeprefix("events:\n")
        empty = False
    if empty:
        yield dumping.dump({"events": []})


def mention_lines(candidates: Iterable[Candidate]) -> Iterator[str]:
    """Yield one JSON object on each line for each candidate of each article, as it was found."""
    return (f"{dump(_mention(candidate))}\n" for candidate in candidates)


def event_lines(merged: Iterable[Merged], articles: Mapping[str, Article]) -> Iterator[str]:
    """Yield one JSON object on each line for each merged event, with its sources, corroboration and conflicts."""
    return (f"{dump(_event(one, articles))}\n" for one in merged)


def _dated(when: Edtf) -> dict[str, str | None]:
    return {"date": when.text, **bounds(when)}


def _mention(candidate: Candidate) -> Json:
    return {
        "article": candidate.article,
        **_dated(candidate.date),
        "date_text": candidate.date_text,
        "kind": candidate.kind,
        "status": candidate.status,
        "title": candidate.title,
        "places": list(candidate.place_names),
        "agencies": candidate.agencies,
        "quote": candidate.quote,
        "start": candidate.start,
        "end": candidate.end,
        "page": candidate.page,
        "counts": {what: count.text for what, count in candidate.counts.items()},
        "recounts": [_recount(one) for one in candidate.recounts],
        "attribution": candidate.attribution,
        "trigger": candidate.trigger,
        "how": candidate.how,
        "salience": candidate.salience,
    }


def _event(merged: Merged, articles: Mapping[str, Article]) -> Json:
    core = merged.core
    return {
        "id": merged.id,
        **_dated(core.date),
        "title": core.title,
        "kind": core.kind,
        "status": merged.status,
        "places": list(core.place_names),
        "agencies": merged.agencies,
        "counts": {what: count.text for what, count in merged.counts.items()},
        "sources": [_source(member, articles[member.article]) for member in merged.members],
        "corroboration": merged.corroboration,
        "conflicts": list(map(conflict_record, merged.conflicts)),
        "related": merged.related,
    }


def _source(member: Candidate, article: Article) -> Json:
    return {
        "article": member.article,
        "publisher": article.publisher,
        "published": article.published.isoformat() if article.published else None,
        "quote": member.quote,
        "start": member.start,
        "end": member.end,
        "page": member.page,
        "date": member.date.text,
        "date_text": member.date_text,
        "recounts": [_recount(one) for one in member.recounts],
    }


def _recount(one: Recount) -> Json:
    """Return a sentence that numbers the same people differently."""
    return {"what": one.what, "count": one.count.text, "quote": one.quote, "start": one.start, "end": one.end}
