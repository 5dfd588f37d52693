"""Invented events that several tests share; they go through the model, as a file's would."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from raidline.article import Article
from raidline.dates.value import Edtf
from raidline.models import Candidate, Event, Kind, Status
from raidline.places.lookup import resolve
from raidline.timeline.build import build_timeline

ARTICLES = {
    "star": Article(
        "star",
        "Deputies out, agents in",
        "The Evening Star",
        date(2017, 3, 29),
        "https://star.example/1",
        "",
        Path("star.md"),
    ),
    "star-again": Article("star-again", "A second look", "Evening Star", date(2017, 4, 2), None, "", Path("again.md")),
    "herald": Article("herald", "What the herald saw", "Herald", date(2017, 3, 27), None, "", Path("herald.md")),
}


# A source that has no stored article and says much else
HERALD = {
    "url": "https://herald.example/1",
    "publisher": "Herald",
    "published": "2017-03-27",
    "title": "What was seen",
    "quote": "Vans stood by the école.",
    "says": {"date": "2017-01", "counts": {"arrested": "about 60"}, "note": "Herald: a routine day"},
}


def make_event(event_id="sweep", date="2017-02", places=("Austin, Texas",), **more):
    return Event.model_validate(
        {
            "id": event_id,
            "date": date,
            "title": f"Title of {event_id}",
            "kind": "operation",
            "places": list(places),
            "sources": [{"article": "star"}],
        }
        | more
    )


def make_candidate(article, date, quote, *, start=0, kind=Kind.OPERATION, place="Austin, Texas", **more):
    """A candidate as an article tells it at that place of its text."""
    return Candidate(
        article=article,
        date=Edtf.parse(date),
        kind=kind,
        status=Status.OCCURRED,
        places=(resolve(place),),
        agencies=(),
        attribution=None,
        quote=quote,
        start=start,
        end=start + 9,
        salience=0.5,
        **{"participants": frozenset(), "counts": {}}
        | dict.fromkeys(("date_text", "how", "trigger", "modality", "title"), "x")
        | more,
    )


def timeline_of(*events, **options):
    return build_timeline(events, ARTICLES, **options)


HOSTILE = make_event(
    "hostile",
    "2017-02-01~/2017-02-10~",
    title='=HYPERLINK("http://evil.example") \x1b]0;owned\x07\x1b[31m\r\nBEGIN:VEVENT\u202etxet\u202c '
    "<script>alert(1)</script> [x](javascript:alert(1))",
    summary="# not a heading\n- not a list\n+1 and " + "😀" * 60 + "é" * 80 + "\x9b31m | ` * _ ~ &amp; <b>",
    counts={"arrested": "at least 51"},
    agencies=["@SUM(A1)"],
    sources=[
        {
            "url": "javascript:alert(document.cookie)",
            "publisher": "-1+1 \u202eDaily](javascript:x)",
            "published": "2017-03",
            "title": "<img src=x onerror=alert(1)>",
        },
        {
            "url": 'https://a.example/x y?<b>"(z)',
            "publisher": "B",
            "published": "2017-03-04",
            "says": {"note": "\x1b[2J gone"},
        },
    ],
)

# The same kind of thing as files
EVENTS = """\
events:
  - id: sweep
    date: 2017-02-01~/2017-02-10~
    title: Agents sweep across Austin
    kind: operation
    places: ["Austin, Texas"]
    counts: {arrested: at least 51}
    sources:
      - article: star
        quote: Agents came.
      - url: https://herald.example/1
        publisher: Herald
        published: 2017-03-27
        says: {date: 2017-01}
  - id: policy
    date: 2017-01-20
    title: A sheriff's policy
    kind: policy
    places: ["Travis County, Texas"]
    sources: [{article: star}]
  - id: op
    date: 2020-10
    title: An operation is to start
    kind: operation
    status: planned
    places: [California]
    sources: [{article: star}]
"""
ARTICLE = """\
---
id: star
title: Deputies out, agents in
publisher: The Evening Star
published: 2017-03-29
---
Agents came.
"""
