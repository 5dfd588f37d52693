"""How to cite an event, as programs read it that make bibliographies."""

from __future__ import annotations

import json
import re
import warnings
from html import unescape

import bibtexparser
import pytest
from bibtexparser.middlewares import LatexDecodingMiddleware, NormalizeFieldKeys
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st

from raidline import inert
from raidline.dates.regional import dates_in
from raidline.dates.value import Edtf
from raidline.export import Options
from raidline.export.citation import Source, bibtex, csl, csl_date
from raidline.publish import contents_of, plan_site
from raidline.store.site import SiteInfo
from samples import ARTICLES, HERALD, HOSTILE, make_event, timeline_of

SITE = Source("The Valley Desk", "Valley Watch", "https://example.org/t/events/sweep/", "en-US")
BARE = Source(None, None, None, "en-US")
SWEEP = make_event(
    "sweep", "2017-02-01~/2017-02-10~", title="ICE sweeps Austin", sources=[HERALD | {"published": "2017-03-27"}]
)


def entry_of(event):
    return timeline_of(event).entries[0]


def parsed(text):
    """Return the only entry of a bibliography and its fields as plain text, as bibtexparser reads them."""
    library = bibtexparser.parse_string(text, append_middleware=[NormalizeFieldKeys(), LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    [entry] = library.entries
    return entry, {field.key: re.sub(r"[{}]", "", str(field.value)) for field in entry.fields}


def rendered(items):
    """Return the bibliography that citeproc makes in the style of Harvard."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the style that comes with it
        source = CiteProcJSON([dict(item) for item in items])
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = CitationStylesBibliography(style, source, formatter.plain)
        for item in items:
            bibliography.register(Citation([CitationItem(item["id"])]))
        return [str(one) for one in bibliography.bibliography()]


def test_a_bibliography_for_latex():
    entry, fields = parsed(bibtex(entry_of(SWEEP), SITE))
    assert (entry.entry_type, entry.key) == ("misc", "sweep")
    assert fields == {
        "author": "The Valley Desk",
        "title": "ICE sweeps Austin",
        "howpublished": "Valley Watch",
        "year": "2017",
        "month": "mar",
        "url": "https://example.org/t/events/sweep/",
        "note": "Event: early February 2017. Last updated March 27, 2017.",
    }


@pytest.mark.parametrize(
    "text", ["50 % of #1 & A_b ~ ^ $ \\ end", "}} @misc{x, title={y}", "{", "\\", "é – “x”", "a, b = c"]
)
def test_no_text_ends_its_field(text):
    entry, fields = parsed(bibtex(entry_of(make_event(title=text)), SITE))
    assert re.sub(r"\s", "", fields["title"]).replace("ˆ", "^") == re.sub(r"[{}\s]", "", text)
    assert entry.key == "sweep"


@given(st.text(min_size=1).filter(inert.line))
def test_law_any_title_leaves_the_braces_even(title):
    text = bibtex(entry_of(make_event(title=title)), SITE)
    depths = [text[:end].count("{") - text[:end].count("}") for end in range(text.index("{") + 1, len(text) + 1)]
    assert depths[-1] == 0
    assert min(depths[:-1]) > 0


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("2017-02-05", {"date-parts": [[2017, 2, 5]]}),
        ("2017-02", {"date-parts": [[2017, 2]]}),
        ("2017", {"date-parts": [[2017]]}),
        ("2017-02-05/2017-02-07", {"date-parts": [[2017, 2, 5], [2017, 2, 7]]}),
        ("2017-02-05T10:00:00Z", {"date-parts": [[2017, 2, 5]]}),
        ("2017-02~", {"date-parts": [[2017, 2]], "circa": True}),
        ("2009?", {"date-parts": [[2009]], "circa": True}),
        ("2017-02-01~/2017-02-10~", {"literal": "early February 2017"}),
        ("2017-21", {"literal": "spring 2017"}),
        ("201X", {"literal": "2010s"}),
        ("2014/..", {"literal": "since 2014"}),
        ("[2017-01-20..2017-03-27]", {"literal": "between January 20 and March 27, 2017"}),
    ],
)
def test_a_date_is_no_more_precise_than_it_is_known(when, told):
    found = csl_date(Edtf.parse(when))
    assert found.keys() == told.keys()
    assert found == told or "literal" in told


def test_the_days_of_a_site_that_writes_them_first():
    with dates_in("en-GB"):
        assert csl_date(Edtf.parse("[2017-01-20..2017-03-27]"))["literal"].count("20 January") == 1


def test_the_item_of_a_bibliography():
    item = csl(entry_of(SWEEP), SITE)
    assert item["issued"] == {"date-parts": [[2017, 3, 27]]}
    assert item["event-date"] == {"literal": "early February 2017"}
    assert json.loads(json.dumps(item)) == item
    [line] = rendered([item])
    assert all(part in line for part in ("The Valley Desk", "ICE sweeps Austin", "2017", SITE.url))


def test_what_nobody_said_is_left_out():
    assert set(csl(entry_of(SWEEP), BARE)) == {"id", "type", "title", "issued", "event-date", "language"}
    assert set(parsed(bibtex(entry_of(SWEEP), BARE))[1]) == {"title", "year", "month", "note"}
    assert "ICE sweeps Austin" in rendered([csl(entry_of(SWEEP), BARE)])[0]


def test_what_did_not_happen_says_so():
    planned = entry_of(make_event(status="planned", title="A sweep"))
    assert csl(planned, SITE)["title"] == "[Planned] A sweep"
    assert "[Planned] A sweep" in bibtex(planned, SITE)


def test_pages_have_both_beside_the_text():
    info = SiteInfo(title="Valley Watch", publisher="The Valley Desk")
    contents = contents_of(timeline_of(SWEEP, HOSTILE), ARTICLES, "https://example.org/t/", site=info)
    site = plan_site(contents, Options())
    for event_id in ("sweep", "hostile"):
        page = site[f"events/{event_id}/index.html"].make().decode()
        made, items = (unescape(one) for one in re.findall(r"<pre[^>]*>(.*?)</pre>", page, re.DOTALL))
        entry, fields = parsed(made)
        assert (entry.key, fields["url"]) == (event_id, f"https://example.org/t/events/{event_id}/")
        [item] = json.loads(items)
        assert item["URL"] == fields["url"]
        assert rendered([item])[0]
