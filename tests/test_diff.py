"""What changed between two versions, in words a reader understands."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raidline.dates.value import Edtf
from raidline.export.changes import as_json, as_markdown, as_text
from raidline.models import Says, Source
from raidline.timeline.diff import Fate, compare
from raidline.timeline.diff_wording import detail_in_words
from samples import ARTICLES, HOSTILE, make_event

SWEEP = make_event(summary="s", counts={"arrested": "30"}, agencies=["ICE"], related=["policy"])


def changes(old, new):
    return compare(old, new, ARTICLES, ARTICLES)


def words(old, new):
    [change] = changes([old], [new])
    assert change.fate is Fate.CHANGED
    return [*map(detail_in_words, change.details)]


@pytest.mark.parametrize(
    ("update", "told"),
    [
        ({"date": "2017-02-03"}, "dated more precisely: February 3, 2017 (was February 2017), without a new source"),
        ({"date": "2017"}, "dated less precisely: 2017 (was February 2017)"),
        ({"date": "2017-02~"}, "dated about February 2017 (was February 2017)"),
        ({"date": "2017-03-01"}, "moved from February 2017 to March 1, 2017"),
        ({"date": "2017-02-20/2017-03-01"}, "moved from February 2017 to February 20 – March 1, 2017"),
        ({"title": "Raids"}, "title corrected (was “Title of sweep”)"),
        ({"kind": "policy"}, "kind corrected to policy (was operation)"),
        ({"status": "planned"}, "now planned (was occurred)"),
        ({"places": ["Austin, Texas", "Texas"]}, "also placed in Texas"),
        ({"agencies": []}, "agency taken out: ICE"),
        ({"counts": {"arrested": "at least 51"}}, "now at least 51 arrested (was 30)"),
        ({"counts": {"arrested": "30", "detained": "2"}}, "now 2 detained"),
        ({"counts": {}}, "no longer says 30 arrested"),
        ({"summary": "t"}, "summary rewritten"),
        ({"summary": None}, "summary taken out"),
        ({"notes": "n"}, "notes added"),
        ({"related": []}, "no longer linked with policy"),
        ({"updated": "2018-01-02"}, "marked as updated January 2, 2018"),
        ({"updated": "2018-01-02T20:15:30Z"}, "marked as updated January 2, 2018"),
        (
            {"sources": [{"article": "star"}, {"article": "herald"}]},
            "newly sourced: Herald, March 27, 2017: What the herald saw",
        ),
        ({"sources": [{"article": "star", "quote": "q"}]}, "quote added (The Evening Star)"),
        (
            {"sources": [{"article": "star", "archived": "https://a.example"}]},
            "reference corrected: The Evening Star, March 29, 2017: Deputies out, agents in",
        ),
        (
            {"sources": [{"article": "star", "says": {"date": "2017-01"}}]},
            "newly disputed: The Evening Star says January 2017",
        ),
    ],
)
def test_one_change_in_words(update, told):
    new = make_event(**{**SWEEP.model_dump(mode="json", exclude_defaults=True), "event_id": "sweep", **update})
    assert words(SWEEP, new) == [told]


def test_a_hedged_date_is_no_second_pair_of_brackets():
    old, new = make_event(date="2017-02-01?"), make_event(date="2017-02-05?")
    assert words(old, new) == ["moved from February 1, 2017 (uncertain) to February 5, 2017 (uncertain)"]
    assert words(old, make_event(date="2017-02-01")) == ["dated February 1, 2017 (was February 1, 2017, uncertain)"]


def test_a_source_that_goes_takes_its_claim_along():
    old = make_event(sources=[{"article": "star"}, {"article": "herald", "says": {"date": "2017-01"}}])
    assert words(old, make_event()) == [
        "no longer sourced: Herald, March 27, 2017: What the herald saw",
        "no longer disputed: Herald says January 2017",
    ]


def test_two_quotes_of_one_article_are_two_sources():
    old = make_event(sources=[{"article": "star", "quote": "a"}, {"article": "star", "quote": "b"}])
    new = make_event(sources=[{"article": "star", "quote": "a"}, {"article": "star", "quote": "c"}])
    assert words(old, new) == ["quote corrected (The Evening Star)"]


def test_a_secret_within_a_quote_is_not_shown():
    old = make_event(sources=[{"article": "star", "quote": "Go to https://u:secret@site.example/a"}])
    new = make_event(sources=[{"article": "star", "quote": "Go to https://u:secret@site.example/b"}])
    [change] = json.loads(as_json(changes([old], [new])))
    assert change["details"][0]["before"] == "Go to https://site.example/a"
    assert change["details"][0]["after"] == "Go to https://site.example/b"


def fates(old, new):
    return [(change.fate.value, change.entry.event.id, change.into) for change in changes(old, new)]


def test_events_are_followed_through_their_aliases():
    a, b, c = (make_event(name) for name in "abc")
    renamed = make_event("new", aliases=["a"], title="Title of a")
    assert fates([a, b], [b, c]) == [("removed", "a", None), ("added", "c", None)]
    assert fates([a], [renamed]) == [("changed", "new", None)]
    assert words(a, renamed) == ["has a new id (was a)"]
    assert fates([renamed], [a]) == [("changed", "a", None)]
    assert fates([a, b], [make_event("b", aliases=["a"])]) == [("merged", "a", "b")]
    assert fates([a, b], [make_event("new", aliases=["a", "b"], title="Title of a")]) == [
        ("merged", "b", "new"),
        ("changed", "new", None),
    ]


def test_ids_used_twice_are_counted():
    a = make_event("a")
    assert fates([a, a], [a]) == [("removed", "a", None)]
    assert fates([a], [a, a]) == [("added", "a", None)]


def test_what_only_curators_see_is_no_change():
    assert changes([make_event(ignore=["single-source"])], [make_event()]) == []


def test_another_spelling_of_a_place_is_no_change():
    old, new = make_event(places=["Austin TX", "Utopolis"]), make_event(places=["Utopolis", "Austin, Texas"])
    assert changes([old], [new]) == []
    assert words(old, make_event(places=["Austin, Texas", "Erewhon"])) == [
        "also placed in Erewhon",
        "no longer placed in Utopolis",
    ]


def test_what_a_source_tells_as_its_stored_article_did_is_no_change():
    told = {"publisher": "The Evening Star", "published": "2017-03-29", "title": "Deputies out, agents in"}
    assert (
        changes([make_event()], [make_event(sources=[{"article": "star", "url": "https://star.example/1"} | told])])
        == []
    )
    [corrected] = words(make_event(), make_event(sources=[{"article": "star"} | told | {"publisher": "Morning Star"}]))
    assert corrected == "reference corrected: Morning Star, March 29, 2017: Deputies out, agents in"


OLD = [make_event("a"), make_event("b"), make_event("c", "2016")]
NEW = [make_event("a", status="planned", title="[x](y) _a_"), make_event("d", "2018-05", aliases=["z"]), HOSTILE]


def test_text():
    assert as_text(changes(OLD, NEW)).startswith(
        '+ early February 2017: =HYPERLINK("http://evil.example") ]0;owned[31m BEGIN:VEVENT'
    )
    assert "~ February 2017: [x](y) _a_ [a]\n    title corrected (was “Title of a”)\n    now planned" in as_text(
        changes(OLD, NEW)
    )
    assert as_text([]) == ""


def test_markdown():
    told = as_markdown(changes(OLD, NEW))
    headings = [line for line in told.split("\n") if line.startswith("#")]
    assert headings == ["# Changes to the timeline", "## Added", "## Changed", "## Removed"]
    assert "- **February 2017**: \\[x\\](y) \\_a\\_\n  - title corrected" in told
    assert "\\<script\\>" in told
    assert as_markdown([]) == "# Changes to the timeline\n\nNothing changed.\n"


def test_json():
    told = json.loads(as_json(changes(OLD, NEW)))
    assert [one["change"] for one in told] == ["removed", "added", "changed", "removed", "added"]
    assert told[2]["details"][1] == {
        "about": "status",
        "words": "now planned (was occurred)",
        "before": "occurred",
        "after": "planned",
    }


@given(st.lists(st.sampled_from(OLD + NEW), max_size=6), st.lists(st.sampled_from(OLD + NEW), max_size=6))
def test_law_every_event_of_both_is_accounted_for(old, new):
    found = changes(old, new)
    count = {fate: sum(change.fate is fate for change in found) for fate in Fate}
    assert len(old) - count[Fate.REMOVED] - count[Fate.MERGED] == len(new) - count[Fate.ADDED]
    assert changes(old, old) == []


def test_a_more_precise_date_is_told_with_the_source_that_came_with_it():
    newer = Source.model_validate({"url": "https://paper.example/day", "publisher": "Paper", "published": "2017-03-01"})
    old, day = make_event(date="2017-02"), make_event(date="2017-02-03")
    new = day.model_copy(update={"sources": (*day.sources, newer)})
    assert words(old, new)[0] == (
        "dated more precisely: February 3, 2017 (was February 2017), newly sourced: Paper, March 1, 2017"
    )
    differing = newer.model_copy(update={"says": Says(date=Edtf.parse("2017-02-05"))})
    new = day.model_copy(update={"sources": (*day.sources, differing)})
    assert words(old, new)[0].endswith("(was February 2017), without a new source")
