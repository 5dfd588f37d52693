"""Saved web pages: the report alone, what the page states of itself, and nothing guessed. All pages are invented."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from datetime import date
from importlib.util import find_spec

import pytest

from raidline.reading import webpage
from raidline.reading.files import read_articles

needs_extra = pytest.mark.skipif(
    not all(map(find_spec, ("htmldate", "lxml_html_clean", "trafilatura"))),
    reason='needs the extra for web pages: pip install "raidline[html]"',
)

REPORT = """\
<p>RIVERTON, Texas — Deputies in Travis County stopped holding people for federal agents on Thursday, the sheriff said.</p>
<p>Agents arrested at least nine people in Austin on Tuesday, according to a statement that the agency sent out late.</p>
<p>The council is to vote on the matter on May 20, and several of its members said that they would support the sheriff.</p>
"""
TEXT = (
    "RIVERTON, Texas — Deputies in Travis County stopped holding people for federal agents on Thursday, the sheriff said.\n"
    "Agents arrested at least nine people in Austin on Tuesday, according to a statement that the agency sent out late.\n"
    "The council is to vote on the matter on May 20, and several of its members said that they would support the sheriff."
)
LINKED = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Deputies stop holding people",
    "datePublished": "2031-05-09T23:30:00-05:00",
    "dateModified": "2031-05-12",
    "publisher": {"@type": "Organization", "name": "The Riverton Herald"},
}


def page(head="", body=REPORT):
    return f"<!DOCTYPE html>\n<html lang=en><head>{head}</head><body>{body}</body></html>"


def linked(*data):
    return "".join(f'<script type="application/ld+json">{json.dumps(one)}</script>' for one in data)


@pytest.fixture
def read(tmp_path):
    def read(content, name="page.html"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        articles, problems = read_articles([path])
        assert len(articles) < 2
        return (articles or [None])[0], [problem.rule for problem in problems]

    return read


@needs_extra
def test_a_page_with_all_that_surrounds_a_report(read):
    head = (
        "<title>Deputies stop holding people | The Riverton Herald</title>"
        '<meta property="og:title" content="Deputies stop holding people">'
        '<link rel="canonical" href="https://herald.example/2031/05/11/deputies">' + linked(LINKED)
    )
    body = f"""
        <nav><ul><li><a href="/">Home</a></li><li><a href="/events">Events, May 3, 2031</a></li></ul></nav>
        <div class="cookie-banner">We use cookies to give you the best experience. <button>Accept all</button></div>
        <main><article><h1>Deputies stop holding people</h1>
        <div class="share"><a href="#">Share on Facebook</a><a href="#">Print</a></div>
        <figure><img src="a.jpg"><figcaption>A van on April 2, 2031. (Photo by a reporter)</figcaption></figure>
        {REPORT}</article>
        <aside class="related"><h2>Related</h2><ul><li><a href="/x">Raid in Boston, Jan. 3, 2030</a></li></ul></aside>
        </main><footer>Copyright 2031 The Riverton Herald</footer>"""
    article, rules = read(page(head, body))
    assert rules == []
    assert (article.id, article.title, article.publisher, article.published, article.url) == (
        "page",
        "Deputies stop holding people",
        "The Riverton Herald",
        date(2031, 5, 9),
        "https://herald.example/2031/05/11/deputies",
    )
    assert article.text == "Deputies stop holding people\n" + TEXT


STATED = [
    ('<meta property="article:published_time" content="2031-05-09T06:00:00Z">', date(2031, 5, 9)),
    ('<meta name="pubdate" content="May 9, 2031">', date(2031, 5, 9)),
    ('<meta name="DC.date.issued" content="2031-05-09">', date(2031, 5, 9)),
    ('<meta itemprop="datePublished" content="2031-05-09">', date(2031, 5, 9)),
    (linked(LINKED), date(2031, 5, 9)),
    (linked({"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, LINKED]}), date(2031, 5, 9)),
    # the article's own date before that of the page around it
    (linked(LINKED) + '<meta name="date" content="2031-06-01">', date(2031, 5, 9)),
    # one that is only listed
    (linked({"@type": "ItemList", "itemListElement": [LINKED]}), None),
    # the day of an update is not that of publication
    ('<meta property="article:modified_time" content="2031-05-12"><meta name="last-modified" content="2031-05-12">', None),
    # of a page alone, where it says nothing of the article
    (linked({"@type": "WebPage", "datePublished": "2031-05-09"}), date(2031, 5, 9)),
    (linked({"@type": "WebPage", "datePublished": "2031-06-01"}, LINKED), date(2031, 5, 9)),
    (linked({"@type": "WebSite", "datePublished": "2031-05-09"}), None),
    # numbers of which only one can be the month
    ('<meta name="pubdate" content="10/31/2031 8:21:41 AM">', date(2031, 10, 31)),
    ('<meta name="pubdate" content="31.10.2031">', date(2031, 10, 31)),
    ('<meta name="pubdate" content="5/5/2031">', date(2031, 5, 5)),
    ('<meta name="pubdate" content="5/9/2031 8:21:41 AM">', None),
    ('<meta name="pubdate" content="13/31/2031">', None),
    ('<meta name="pubdate" content="10/31/31">', None),
    # a day that is stamped as midnight in UTC is that day
    ('<meta name="pubdate" content="2031-05-09T00:00:00.000Z">', date(2031, 5, 9)),
    # the month is not told from the day
    ('<meta name="date" content="05/09/2031">', None),
    ('<meta name="date" content="lately">', None),
    # no time that there is, which what reads dates fails on
    ('<meta name="date" content="2031-05-09T02:10+25:00">', None),
    ('<meta property="article:published_time" content="2031-05-09T02:10+25:00">', None),
    (linked({"@type": "NewsArticle", "datePublished": "2031-05-09T02:10+25:00"}), None),
    ("<title>The raids of May 3, 2031</title>", None),
    ('<link rel="canonical" href="https://herald.example/2031/05/09/raids">', None),
    ("", None),
]  # fmt: skip


@needs_extra
@pytest.mark.parametrize(("head", "day"), STATED)
def test_the_day_of_publication_is_one_that_the_page_states(head, day, read):
    article, rules = read(page(head))
    assert article.published == day
    assert ("no-anchor" in rules) is (day is None)


@needs_extra
@pytest.mark.parametrize(
    ("time", "day"),
    [
        ('<time pubdate datetime="2031-05-09">May 9</time>', date(2031, 5, 9)),
        ('<time itemprop="datePublished" datetime="2031-05-09T10:00">Friday</time>', date(2031, 5, 9)),
        ('<time datetime="2031-05-03">of another story</time>', None),
        ("Published May 9, 2031", None),
    ],
)
def test_a_time_in_the_text_counts_where_it_is_marked(time, day, read):
    assert read(page(body=f"<p>{time}</p>{REPORT}"))[0].published == day


LATE = "2031-05-10T02:30:00Z"  # 9:30 in the evening of May 9 in Texas
STAMP = f'<meta property="article:published_time" content="{LATE}">'
PLAIN = (
    "<p>Deputies stopped holding people for federal agents on Thursday, the sheriff of the county said to us.</p>" * 3
)


def at(address):
    return f'{STAMP}<link rel="canonical" href="{address}">'


@needs_extra
@pytest.mark.parametrize(
    ("head", "body", "day", "how"),
    [
        (STAMP, REPORT, 9, "as Texas counts days"),
        (STAMP.replace("T02", "T06"), REPORT, 10, ""),
        (STAMP, REPORT.replace("Texas", "Ore."), 9, "as Ore. counts days"),
        (STAMP, PLAIN, 9, "as New York counts days"),
        (STAMP.replace("T02", "T04"), PLAIN, 10, "as New York counts days"),
        (STAMP.replace(LATE, "Sat, 10 May 2031 02:30:00 GMT"), PLAIN, 9, "as New York counts days"),
        (STAMP.replace("Z", "+00:00"), PLAIN, 9, "as New York counts days"),
        # what the page itself says in local time
        (STAMP + linked(LINKED), PLAIN, 9, "another time on the page is local"),
        (STAMP + '<meta name="date" content="2031-05-10">', PLAIN, 10, ""),
        (STAMP, f"<time>May 10, 2031</time>{REPORT}", 10, ""),
        (STAMP, f"<p>By A. Writer, 9:30 p.m. CT</p>{PLAIN}", 9, "is 9:30 p.m. CT"),
        (STAMP, f"<p>Published at 10:30 PM Eastern time by A. Writer</p>{PLAIN}", 9, "is 10:30 PM Eastern time"),
        # the day in its address
        (at("https://herald.example/2031/05/10/deputies"), REPORT, 10, ""),
        (at("https://herald.example/2031/may/09/deputies"), PLAIN, 9, "so its address says"),
        (at("https://herald.example/2031/05/03/deputies"), PLAIN, 9, "as New York counts days"),
        # another country
        (at("https://www.herald.co.uk/a"), PLAIN, 10, ""),
    ],
)
def test_a_time_in_utc_is_read_as_the_day_of_its_place(head, body, day, how, tmp_path):
    path = tmp_path / "page.html"
    path.write_text(page(head, body), encoding="utf-8")
    (article,), problems = read_articles([path])
    assert article.published == date(2031, 5, day)
    told = [problem.message for problem in problems if problem.rule == "day-in-utc"]
    assert len(told) == bool(how)
    assert all(one.startswith(f"is published on 2031-05-{day:02}: ") and how in one for one in told)


@needs_extra
@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2031-05-09T23:30:00-05:00", 9),
        ("2031-05-09T11:00:00Z", 9),
        ("2031-05-09T23:30:00Z", 9),
        ("2031-05-09", 9),
        ("2031-05-09T02:30:00", 9),
    ],
)
def test_any_other_time_is_of_the_day_that_it_writes(stamp, day, read):
    article, rules = read(page(STAMP.replace(LATE, stamp)))
    assert article.published == date(2031, 5, day)
    assert "day-in-utc" not in rules


@needs_extra
def test_a_day_beside_a_time_in_utc_of_the_same_sort(read):
    article, _ = read(page(STAMP + '<meta name="pubdate" content="2031-05-09">'))
    assert article.published == date(2031, 5, 9)
    article, rules = read(page(STAMP + '<meta name="pubdate" content="2031-05-20">'))
    assert article.published is None
    assert "two-dates" in rules


SCRIPT = "for (a=0;a<b;a++) { c<d || " + "word = other " * 3000 + "; e<f }"


@needs_extra
@pytest.mark.parametrize(
    "head",
    [
        f"<script>{SCRIPT}</script>",
        f"<SCRIPT type='text/javascript'\nasync>{SCRIPT}</Script>",
        f"<style>a<b {{}} {SCRIPT}</style>",
        f"<!-- <script> --><script>{SCRIPT}</script>",
    ],
)
def test_what_looks_like_a_tag_in_a_script_is_none(head, read):
    article, _ = read(page(STAMP + head))
    assert article.text == TEXT


@needs_extra
def test_linked_data_keeps_its_signs(read):
    article, _ = read(
        page(
            '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "a < b", "datePublished": "2031-05-09"}</script>'
        )
    )
    assert article.published == date(2031, 5, 9)


@needs_extra
@pytest.mark.parametrize(
    "content",
    [
        "<!-- <script> --><p {words}></p><script></script>",
        "<p title='<script>' {words}></p></script>",
        "<script></script><p {words}></p>",
        "<scripts><p {words}></p></scripts>",
        "<script><p {words}></p>",
    ],
)
def test_a_crowded_tag_does_not_hide_in_what_looks_like_a_script(content, read):
    words = " ".join(f"a{n}=1" for n in range(6000))
    article, rules = read(page() + content.format(words=words))
    assert article is None
    assert "not-html" in rules


@pytest.mark.parametrize("unit", ["<script ", "<!--", "<script>", "<style>x</style", "<script '", "<!-- <script>"])
def test_scripts_are_looked_for_once(unit):
    raw = unit.encode() * 50_000
    assert webpage._with_plain_scripts(raw).replace(rb"\u003c", b"<") == raw  # anything quadratic would take minutes


@needs_extra
def test_two_days_of_publication_are_none(read):
    head = '<meta name="pubdate" content="2031-05-09"><meta name="publish_date" content="2031-05-10">'
    article, rules = read(page(head))
    assert article.published is None
    assert "two-dates" in rules


@needs_extra
@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ('<meta property="og:site_name" content="The Riverton Herald">', "The Riverton Herald"),
        (linked(LINKED), "The Riverton Herald"),
        ('<meta property="article:publisher" content="https://social.example/herald">', None),
        ('<meta name="copyright" content="Copyright 2031, all rights reserved">', None),
        ('<link rel="canonical" href="https://www.herald.example/a">', "herald.example"),
        ("", None),
    ],
)
def test_the_publisher(head, publisher, read):
    article, rules = read(page(head))
    assert article.publisher == publisher
    assert "no-metadata" in rules


@needs_extra
@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<meta property="og:url" content="https://herald.example/a">', "https://herald.example/a"),
        ('<base href="https://herald.example/">', None),
        ('<link rel="canonical" href="javascript:alert(1)">', None),
        ('<link rel="canonical" href="file:///etc/hostname">', None),
    ],
)
def test_the_address(head, url, read):
    assert read(page(head))[0].url == url


@needs_extra
def test_encodings(read):
    body = (
        "<p>The mayor of Cañon City opened the café again on Tuesday, and the council thanked all who had helped.</p>"
    )
    for raw in (
        page(body=body).encode(),
        b"\xef\xbb\xbf" + page(body=body).encode(),
        page('<meta charset="iso-8859-1">', body).encode("latin-1"),
    ):
        assert "Cañon City opened the café" in read(raw)[0].text


@needs_extra
@pytest.mark.parametrize(
    ("content", "rule"),
    [
        ("", "not-html"),
        ("https://herald.example/a", "not-html"),
        ("Agents arrested nine people in Austin on Tuesday.", "not-html"),
        (page().encode("utf-16"), "encoding"),
        (b"<html>\0</html>", "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "binary"),
        ("<html>" + "<p>a" * 60_000, "not-html"),
    ],
    ids=["empty", "address", "text", "utf-16", "zero", "picture", "elements"],
)
def test_what_is_no_page(content, rule, read):
    assert read(content) == (None, [rule])


@needs_extra
def test_a_page_that_what_reads_pages_fails_on_is_named(read, monkeypatch):
    def fail(*_, **__):
        raise RecursionError

    monkeypatch.setattr("trafilatura.extract", fail)
    assert read(page()) == (None, ["not-html"])


@needs_extra
def test_a_page_fetches_and_expands_nothing(read, monkeypatch):
    def no_network(*args, **options):
        raise AssertionError("a page was to be read, not the network")

    monkeypatch.setattr(socket, "getaddrinfo", no_network)
    monkeypatch.setattr(socket.socket, "connect", no_network)
    hostile = (
        '<!DOCTYPE html SYSTEM "http://evil.example/x.dtd" [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">'
        '<!ENTITY f SYSTEM "file:///etc/hostname">]><html><head><base href="http://evil.example/">'
        '<link rel="stylesheet" href="http://evil.example/x.css"><title>\x1b[31mRed\u202e</title></head><body>'
        f'<iframe src="http://evil.example/"></iframe><p>&b;&f; \x1b]0;owned\x07 &#27; &#0; stays</p>{REPORT}'
    )
    article, _ = read(hostile)
    assert article.title == "[31mRed"
    assert "aaaaaaaaaa" not in article.text
    assert not set("\x1b\x07\u202e") & set(article.text)
    assert article.text.endswith(TEXT)


DOCKET = "<table><tr><th>Date</th><th>Filing</th></tr>{}</table>"
ROW = "<tr><td>{}</td><td>The union filed a complaint</td></tr>"


@needs_extra
@pytest.mark.parametrize(
    ("days", "is_read"),
    [
        (["May 3, 2031", "May 10, 2031"], True),
        (["05/03/2031", "2031-05-10"], True),
        (["May 3, 2031"], False),
        (["Monday is a day", "May I"], False),
    ],
)
def test_a_table_of_days_belongs_to_the_report(days, is_read, read):
    table = DOCKET.format("".join(map(ROW.format, days)))
    text = read(page(body=f"<article>{REPORT}{table}</article>"))[0].text
    assert all((f"| {day} | The union filed a complaint" in text) is is_read for day in days)


@needs_extra
@pytest.mark.parametrize("deep", ["<div>", "<b>", "<table><tr><td>"])
def test_nesting_is_bounded(deep, read):
    assert read(page(body=deep * 10_000 + REPORT))[0] is not None


@needs_extra
@pytest.mark.parametrize(
    "data", ["[" * 50_000, "7", '{"@type": 3}', '{"@type": "Article", "datePublished": ["x"]}', "{"]
)
def test_broken_linked_data_is_no_date(data, read):
    assert read(page(f'<script type="application/ld+json">{data}</script>'))[0].published is None


@needs_extra
def test_size_is_bounded(read, monkeypatch):
    monkeypatch.setattr(webpage, "LARGEST", 100)
    assert read(page()) == (None, ["too-large"])


@needs_extra
def test_pages_in_a_folder_as_browsers_save_them(tmp_path):
    (tmp_path / "Deputies stop - Herald_files").mkdir()
    (tmp_path / "Deputies stop - Herald_files" / "frame.html").write_text(page())
    (tmp_path / "Deputies stop - Herald.htm").write_text(page())
    articles, _ = read_articles([tmp_path])
    assert [article.id for article in articles] == ["Deputies-stop---Herald"]


def test_without_the_extra_it_is_named(read, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert read(page()) == (None, ["no-html"])
    (problem,) = read_articles([tmp_path / "page.html"])[1]
    assert 'pip install "raidline[html]"' in problem.message
    assert problem.severity == "error"


def test_a_page_that_is_not_there(tmp_path):
    (problem,) = read_articles([tmp_path / "page.html"])[1]
    assert problem.rule == "unreadable"


def test_other_articles_load_nothing_of_it(tmp_path):
    (tmp_path / "a.md").write_text("---\npublished: 2031-05-09\n---\nText.")
    program = (
        "import sys; from pathlib import Path; from raidline.reading.files import read_articles; read_articles([Path('a.md')]);"
        "print(*sorted({'trafilatura', 'htmldate', 'lxml', 'raidline.reading.webpage'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, cwd=tmp_path, text=True)
    assert done.stdout.strip() == ""
