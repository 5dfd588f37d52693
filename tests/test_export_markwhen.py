"""markwhen: what is written, and what its own parser reads in that."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raidline.export import export_timeline, left_out
from raidline.inert import line
from raidline.interchange.headline import headline, subject
from raidline.places.lookup import resolve
from samples import HOSTILE, make_event, timeline_of

BROWSER = Path(__file__).parent / "browser"
NODE = shutil.which("node")
needs_parser = pytest.mark.skipif(
    NODE is None or not (BROWSER / "node_modules" / "@markwhen" / "parser").exists(),
    reason="needs node, and `npm install` in tests/browser for markwhen's parser",
)
DAY = timedelta(days=1)
DATES = [  # the date, as written, first day, last day
    ("2017-02-01", "2017-02-01", "2017-02-01", "2017-02-01"),
    ("2017-02", "2017-02", "2017-02-01", "2017-02-28"),
    ("2016", "2016", "2016-01-01", "2016-12-31"),
    ("2017-02-01/2017-02-28", "2017-02-01/2017-02-28", "2017-02-01", "2017-02-28"),
    ("2017-02-01~/2017-02-10~", "2017-02-01/2017-02-10", "2017-02-01", "2017-02-10"),
    ("2016-10~/2016-12~", "2016-10/2016-12", "2016-10-01", "2016-12-31"),
    ("2017-24", "2017-12/2018-02", "2017-12-01", "2018-02-28"),
    ("2017-34", "2017-04/2017-06", "2017-04-01", "2017-06-30"),
    ("2017-02?", "2017-02", "2017-02-01", "2017-02-28"),
    ("[2017-02-01..2017-02-10]", "2017-02-01/2017-02-10", "2017-02-01", "2017-02-10"),
    ("[2017,2018]", "2017/2018", "2017-01-01", "2018-12-31"),
    ("2017-02-XX", "2017-02", "2017-02-01", "2017-02-28"),
    ("201X", "2010/2019", "2010-01-01", "2019-12-31"),
    ("2014/..", "2014", "2014-01-01", "2014-12-31"),
    ("/2017-02", "2017-02", "2017-02-01", "2017-02-28"),
    ("1848-02-02", "1848-02-02", "1848-02-02", "1848-02-02"),
    ("0962", "0962", "0962-01-01", "0962-12-31"),
    ("0001-01-01", "0001-01-01", "0001-01-01", "0001-01-01"),
    ("9998", "9998", "9998-01-01", "9998-12-31"),
]
TEXTS = [
    "#tag and #2017 and ##two #", "x #étage", "!id .start .end a.start", "@person a@b.example", "[ ] box", "[x] box", "[] box",
    "// comment", "see https://a.example//b", "[a](https://a.example) [Austin](map) ![i](https://a.example/i.png)",
    "50% of 100 % 7%", "every 3 days: x", "2017-03: another", "title: no", "id: no", "timezone: no", "- [x] done", "- 2017: x",
    "now: x", "before !id: x", "5 days: x", ": x", "/ 2017: x", "- now: x", "March 2017: x", "3 BC: x", "---", "# heading", "10:30: x",
    "after 3 days / 5 days: y", "section", "group x", "end group", "<b>x</b>", "by 2 weeks every day: q", "x\n2017: y\n# z\nkey: value",
]  # fmt: skip


def export(*events, **options):
    return export_timeline(timeline_of(*events, **options), "markwhen")


@pytest.mark.parametrize(("written", "expected"), [(d, w) for d, w, *_ in DATES])
def test_dates(written, expected):
    assert f"\n{expected}: Title of sweep" in export(make_event(date=written))


def test_the_whole():
    sources = [{"article": "star"}, {"article": "herald", "says": {"date": "2017-01"}}]
    events = [
        make_event("b", "2017-02-01~/2017-02-10~", summary="One.\n\n2017: two", sources=sources, status="planned"),
        make_event("a", "0962"),
    ]
    assert export(*events, place=resolve("Travis County")) == (
        'title: "Travis County, Texas: immigration enforcement"\ntimezone: UTC\n\n# 962\n\n0962: Title of a (962)\n- operation; Austin, Texas\n'
        "- Source: [The Evening Star, March 29, 2017: Deputies out, agents in](https://star.example/1)\n"
        "\n# 2017\n\n2017-02-01/2017-02-10: [Planned] Title of b (early February 2017)\n- One.\n- \u20602017: two\n"
        "- operation; planned, as of March 29, 2017; Austin, Texas\n- Sources differ: Herald says January 2017\n"
        "- Source: [The Evening Star, March 29, 2017: Deputies out, agents in](https://star.example/1)\n"
        "- Source: Herald, March 27, 2017: What the herald saw\n"
    )
    assert export() == 'title: "Immigration enforcement"\ntimezone: UTC\n'


def test_what_is_left_out():
    events = [make_event("a", "2017", status="retracted"), make_event("b", "2016"), make_event("b", "2018")]
    assert left_out(timeline_of(*events), "markwhen") == [("a", "retracted"), ("b", "another event has its id")]
    assert export(*events).count("Title of") == 1


# From here on as markwhen reads it


def parsed(texts):
    """What the parser makes of each text, all in one process."""
    done = subprocess.run(
        [str(NODE), "markwhen.mjs"], cwd=BROWSER, input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def days(event):
    """The first and the last day, both inclusive."""
    first, end = (datetime.fromisoformat(event[name]) for name in ("from", "to"))
    assert (first.time(), end.time()) == (datetime.min.time(),) * 2
    return first.date(), end.date() - DAY


def check(timeline, found):
    """Each event once, and nothing in it that the text did not say."""
    expected = {headline(entry): entry for entry in timeline.entries}
    assert len(found["events"]) == len(timeline.entries) == len(expected)
    assert (found["header"]["title"], found["header"]["timezone"], found["messages"]) == (subject(timeline), "UTC", [])
    for event in found["events"]:
        entry = expected[event["title"].replace("\u2060", "")]
        when = entry.event.date
        if when.earliest and when.latest:
            assert days(event) == (when.earliest, when.latest)
        assert (event["tags"], event["properties"], event["other"]) == ([], {}, [])
        assert {block.split(" ", 1)[0] for block in event["lines"]} == {"listItem"}
        assert len(event["headings"]) == 1
        shown = " ".join(block.split(" ", 1)[1] for block in event["lines"]).replace("\u2060", "")
        assert line(entry.event.summary or "") in line(shown)


@needs_parser
def test_the_parser_reads_the_same_days():
    events = [make_event(f"e{n}", written) for n, (written, *_) in enumerate(DATES)]
    timeline = timeline_of(*events)
    [found] = parsed([export_timeline(timeline, "markwhen")])
    check(timeline, found)
    read = {event["title"].split(" (")[0]: tuple(map(str, days(event))) for event in found["events"]}
    assert read == {f"Title of e{n}": (first, last) for n, (_, _, first, last) in enumerate(DATES)}


@needs_parser
def test_the_parser_reads_texts_as_nothing_but_text():
    events = [make_event(f"e{n}", title=f"{text} {n}", summary=text) for n, text in enumerate(TEXTS)]
    events += [make_event(f"s{n}", "2018", title=text, summary=f"{text} {n}") for n, text in enumerate(TEXTS)]
    timelines = [timeline_of(*events), timeline_of(HOSTILE), timeline_of(make_event()), timeline_of()]
    for timeline, found in zip(timelines, parsed([export_timeline(t, "markwhen") for t in timelines]), strict=True):
        check(timeline, found)


PIECES = st.sampled_from(
    [*"#!@.[](){}:;/-%<>*_~+|,=?&\"'\\ \n\t0159axX é", "//", "](", "2017", "2017-02-01", "now", "start", "end", "every",
     "day", "before", "id", "- ", "https://a.example", "map", "January", "BC", "to", "50%", " #", "\n"]
)  # fmt: skip
WORDS = st.lists(PIECES, min_size=1, max_size=10).map("".join).map(lambda text: text if text.strip() else "x")


@needs_parser
@pytest.mark.slow
@settings(max_examples=20)
@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=30))
def test_law_no_text_acts(texts):
    source = {"url": "https://a.example/1", "publisher": "P", "published": "2017"}
    timelines = [
        timeline_of(make_event(title=one, summary=two, sources=[source | {"title": one, "says": {"note": two}}]))
        for one, two in texts
    ]
    for timeline, found in zip(timelines, parsed([export_timeline(t, "markwhen") for t in timelines]), strict=True):
        check(timeline, found)
