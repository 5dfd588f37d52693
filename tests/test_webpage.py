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
    # the month is not told from the day
    ('<meta name="date" content="05/09/2031">', None),
    ('<meta name="date" content="lately">', None),
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
