"""Small inputs to begin with, for each target: what is right, so that what is nearly right is found. All invented."""

# ruff: noqa: E501 - inputs are what they are

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).parents[1] / "tests"
LARGEST = 4096  # bytes; what needs more to go wrong is tested by hand

PAGE = b"""<!DOCTYPE html><html lang=en><head><title>Nine held</title><link rel=canonical href="https://a.example/9">
<meta property="article:published_time" content="2031-05-09T10:00:00Z"><meta name=author content="A. Writer">
<meta property="og:site_name" content="Valley Courier"><script type="application/ld+json">{"@graph": [{"@type":
"NewsArticle", "datePublished": "2031-05-09", "headline": "Nine held"}]}</script></head><body><nav><a href="/">Home</a>
</nav><article><h1>Nine held</h1><time pubdate datetime="2031-05-09">May 9</time><p>ICE agents arrested nine people at
the bus station in Austin on Tuesday, the mayor said. The council is to meet again on Thursday to talk about it.</p>
<p>A second paragraph tells what the sheriff of the county said about the arrests &amp; the station.</p><table><tr><td>
1</table><!-- menu --><script>var a = 1 < 2;</script></article></body></html>"""
CODE = b"""<html><body><article><h1>T</h1><p>It says <code>a &lt; 1</code> and goes on for a sentence.</p><pre><code>one
two</code></pre><p><code><b>x</b><br></code></p><blockquote><q>Yes</q></blockquote><ul><li>a<li><code></code></ul></article>"""
_ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s" % (len(PAGE[:900]), PAGE[:900])
ARCHIVE = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/9\r\nWARC-Date: 2031-05-09T10:00:00Z\r\n"
    b"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
    b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
    % (len(_ANSWER), _ANSWER)
)
LINES = b"""{"id": "a1", "published": "2017-03-01", "title": "T", "publisher": "P", "url": "https://a.example", "text": "On Monday."}
{"id": "a2", "text": "Two \\ud83d\\ude00", "byline": "x"}

["none"]
{"id": "a1", "published": "2017-03", "text": ""}
"""
TABLES = (
    b'\x00Date,Headline,City,State,Arrested,Link\n2017-02-05,A raid,Austin,TX,51,https://a.example\n3/4/2017,"B, and\n C",,,\'=1,\n',
    b"\x00Date;Title;Place\nFebruary 5, 2017;Raid;Austin, Texas\n",
    b"\x00List of raids,,\n,,\nYear,Month,Day,County,# taken into custody,Notes\n2017,2,5,Travis,~51,x\nTotal,,,,51,\n",
    b'\x00Start date,End date,Event,Location\n42771,42773,Raid,"Travis County, TX"\n2/5/17,2/7/17,Other,Austin\n\xef\xbb\xbf',
    b"\x00id,date,date_text,title,kind,status,places,agencies,counts,summary,sources\na,2017-02,,T,operation,occurred,Texas,ICE,arrested 51,,\n",
    b"\x01Date\tTitle\n2017\tx\n",
)
WORKBOOKS = (
    b'\x00<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats'
    b'.org/officeDocument/2006/relationships"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Date</t></is></c>'
    b'<c r="B1" t="str"><v>Title</v></c></row><row r="2"><c r="A2" s="0"><v>42771</v></c><c r="B2" t="str">'
    b'<f>HYPERLINK("https://b.example/")</f><v>Raid</v></c></row><row r="3"><c r="B3" t="e"><v>#N/A</v></c><c r="C3"><f>1+1'
    b'</f></c></row></sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells><hyperlinks><hyperlink ref="B2:B3" r:id="r1"'
    b"/></hyperlinks></worksheet>",
    b'\x01<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:'
    b'opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org'
    b'/1999/xlink"><table:table table:name="S"><table:table-row><table:table-cell><text:p>Date</text:p></table:table-cell>'
    b"<table:table-cell><text:p>Title</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated"
    b'="2"><table:table-cell o:value-type="date" o:date-value="2017-02-05" table:number-rows-spanned="2"/><table:table-cell>'
    b'<text:p>A<text:s text:c="2"/><text:a xlink:href="https://b.example/">raid</text:a></text:p></table:table-cell>'
    b'<table:table-cell table:number-columns-repeated="3"/></table:table-row></table:table></o:document-content>',
)
SCRIPTS = (
    b"var a = [{date: '2017-02-05', title: \"A raid\", n: -1.5e3, x: undefined},\n// one\n{date: new Date(2017, 1, 5), /* two */ 'title': `B`,},];",
    b'window.x = {"rows": [{"date": "2017", "title": "A\\u0020\\x41" + "b"}]}; f({a: [1, [2]]}); export default [{b: c()}];',
)
LISTS = (
    b"ID,Date,Title,City,State\na,2017-02-05,A raid,Austin,TX\nb,2017-03-04,A vote,Lander,WY\n\0ID,Date,Title,City,State\na,2017-02-06,A raid,Austin,TX\n",
    b"STATE,LAW ENFORCEMENT AGENCY,TYPE,COUNTY,SUPPORT TYPE,SIGNED,MOA\nTEXAS,Travis County Sheriff,County,Travis County,Task Force Model,2/5/2017,Link\n\0"
    b"STATE,LAW ENFORCEMENT AGENCY,TYPE,COUNTY,SUPPORT TYPE,SIGNED,MOA\nTEXAS,Austin Police,Municipality,Travis,Jail Enforcement Model,2/5/2017,Link\n",
)
CARDS = (
    b"---\ntitle: Raid\ndate: 2017-02-05\nsources:\n  - {url: https://a.example, outlet: A, date: 2/6/2017}\n---\n# Head\n\nText.\n",
    b"---\nplaces: [Austin, Texas]\ncounts: {arrested: 51}\nsources: [https://a.example, https://b.example]\n---\n# Head #",
)
OBJECTS = (
    b'\x03{"type": "FeatureCollection", "features": [{"type": "Feature", "id": 1, "geometry": {"type": "Point", "coordinates": [1, 2]}, "properties": {"date": "2017"}}]}',
    b'\x00{"timeline": {"date": [{"startDate": "2011,12,10", "headline": "A", "asset": {"media": "x"}, "tag": "t"}], "era": []}}',
    b'\x00{"a": {"date": "2017", "title": "T"}, "b": {"date": "2018"}}',
    b'\x00{"events": [{"date": {"edtf": "2017-02"}, "id": "a", "title": "T", "kind": "operation", "places": [{"name": '
    b'"Austin, Texas"}], "counts": {"arrested": {"text": "51"}}, "sources": [{"article": "star"}]}]}',
    b'\x00{"title": {}, "events": [{"start_date": {"year": "2017", "month": "2", "day": 5}, "end_date": {"year": 2017}, '
    b'"text": {"headline": "<b>Raid</b>", "text": "<p>x</p>"}, "media": {"url": "https://a.example"}}]}',
    b'\x00[{"date": "2017", "place": {"city": "Austin", "state": "TX", "deep": {"er": {"est": [1]}}}, "tags": [1, null]}]',
    b'\x01{"date": "2017-02-05", "title": "Raid", "places": "Austin, Texas"}\n{"date": 1}\n',
    b'\x02{"events": [{"unique_id": "a", "start_date": {"year": 2017}, "display_date": "early 2017", "group": "policy"}]}',
)
CALENDARS = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:x\r\nDTSTART;VALUE=DATE:20170205\r\nDTEND;VALUE=DATE:"
    b"20170207\r\nSUMMARY:Raid\\, in\r\n  Austin\r\nRRULE:FREQ=DAILY;COUNT=3\r\nCATEGORIES:a,b\r\nDURATION:P1D\r\n"
    b'LOCATION;ALTREP="x":Austin\\, Texas\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    b"BEGIN:VCALENDAR\nX-WR-TIMEZONE:America/Chicago\nBEGIN:VTIMEZONE\nTZID:Mars/One\nBEGIN:STANDARD\nEND:STANDARD\nEND:VTIMEZONE\n"
    b"BEGIN:VEVENT\nDTSTART;TZID=Central Standard Time:20161231T235960\nDTEND:20170101T030000Z\nSUMMARY:Late\nEND:VEVENT\n"
    b"BEGIN:VTODO\nEND:VTODO\nEND:VCALENDAR\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20161231T235960Z\nEND:VCALENDAR\n",
)
DATES = (
    b"2017", b"2017-02", b"2017-02-05", b"2017-02-01~/2017-02-10~", b"../2017", b"2017/..", b"2016-21", b"201X", b"2017-02-XX",
    b"[2017-02-01..2017-02-10]", b"2017-02-05T10:30:00Z", b"2017?", b"2017-02%", b"/2017", b"2017-34", b"19XX", b"0001",
    b"early February 2017", b"2/5/2017", b"after about 3/4/2017", b"week of 4-6 March 2017, 8:30 pm CST", b"Dec 30 - Jan 2, 2017 (?)", b"at least 51", b"10 to 12", b"Austin, Texas", b"Travis County", b"48453",
)  # fmt: skip
PROSE = (
    b"On Monday, March 20-26, 2017, ICE agents arrested at least 51 people in Austin, Texas, the sheriff said.",
    b"Last week, two days later and over the weekend of Feb. 4th; since 2014, in fiscal year 2016, the following Tuesday.",
    b"AUSTIN, Texas (AP) \xe2\x80\x94 \xe2\x80\x9cWe will,\xe2\x80\x9d Gov. Greg Abbott wrote Jan. 23 in a letter to Travis County.\n\n* a list\n# Head\n",
    b"Deputies had until mid-2018, from 9 a.m. Tuesday to the 3rd quarter of 2019, every other Friday, between 1998 and 2001.",
)
MAPPINGS = (
    b"columns:\n  Raid date: date\n  Taken: counts.arrested\ndefaults: {state: Texas}\nkinds: {blitz: operation}\nday_first: true\n",
)
PDF = (
    b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 2 /Kids [4 0 R 4 0 R] "
    b">>\nendobj\n3 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n4 0 obj\n<< /Type /Page /Parent 2 0 R "
    b"/MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>\nendobj\n5 0 obj\n<< /Length 102 >>\n"
    b"stream\nBT /F1 11 Tf 1 0 0 1 72 700 Tm (ICE agents arrested nine people in deten-) Tj 0 -14 Td (tion on Monday.) Tj ET\n"
    b"endstream\nendobj\ntrailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"
)
WORD = (
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:pPr><w:tabs><w:tab/>'
    b"</w:tabs></w:pPr><w:r><w:t>ICE agents</w:t><w:br/><w:t>arrested nine</w:t><w:tab/><w:lastRenderedPageBreak/><w:t>people"
    b"</w:t></w:r></w:p><w:moveFrom><w:p><w:r><w:t>x</w:t></w:r></w:p></w:moveFrom></w:body></w:document>"
)
OPEN = (
    b'<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:t="urn:oasis:names:tc:opendocument:'
    b'xmlns:text:1.0"><o:body><o:text><t:h>Nine held</t:h><t:p>On<t:s/>Monday<t:line-break/>in <t:soft-page-break/>Austin'
    b"<t:note>1</t:note></t:p></o:text></o:body></o:document-content>"
)
MAIL = (
    b"From: Riverton Press Office <press@riverton.example>\nDate: Sat, 25 Mar 2017 01:30:00 +0000\nSubject: Fwd: =?utf-8?q?Nine?= held\n"
    b"Message-ID: <1@riverton.example>\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain; charset=utf-8; "
    b"format=flowed\nContent-Transfer-Encoding: quoted-printable\n\nICE agents arrested nine=\n people \nin Austin.\n\n-- \nPress\n--x\n"
    b"Content-Type: application/pdf; name=r.pdf\nContent-Disposition: attachment; filename=r.pdf\n\nx\n--x--\n"
)
FEED = (
    b'<?xml version="1.0"?><rss version="2.0"><channel><item><title>Nine held</title><link>https://a.example/9</link><pubDate>Sat, 25 '
    b"Mar 2017 01:30:00 +0000</pubDate></item><item><link>/x?token=1&amp;b=2</link></item><item><link>file:///x</link></item></channel></rss>"
)
_WRITTEN = {
    "dates": DATES,
    "timexes": PROSE,
    "composed": tuple(bytes((7 * n + k) % 256 for k in range(240)) for n in range(1, 9)),
    "extraction": PROSE,
    "json_lines": (LINES, gzip.compress(LINES)),
    "pages": (PAGE, CODE),
    "documents": (b"\x00" + PDF, b"\x03" + WORD, b"\x04" + OPEN, b"\x01PK\x05\x06" + bytes(18)),
    "answers": (b"\x00" + PAGE, b"\x01" + PDF, b"\x02" + PROSE[0], b"\x00" + FEED, b"\x03" + FEED.replace(b"link>", b"guid>")),
    "mails": (MAIL, b"From x\n" + MAIL + b"\nFrom y\n" + MAIL.replace(b"plain", b"html")),
    "archives": (ARCHIVE, gzip.compress(ARCHIVE)),
    "tables": TABLES,
    "workbooks": WORKBOOKS,
    "cards": CARDS,
    "objects": OBJECTS,
    "scripts": SCRIPTS,
    "lists": LISTS,
    "calendars": CALENDARS,
    "entries": tuple(bytes((11 * n + 3 * k) % 256 for k in range(120)) for n in range(1, 9)),
    "pubdates": tuple(bytes((13 * n + 5 * k) % 256 for k in range(120)) for n in range(1, 9)),
    "mappings": MAPPINGS,
    "growth": (b"On Monday, ", b"a:\n", b"- ", b"{[", b"2017-02-01/", b"U.S. ", b"\xe2\x80\x9cYes,\xe2\x80\x9d ", b"<div>", b"& ", b"#", b"---\n"),
    "texts": (b"a\r\nb\x1b[31m\xc2\x9b", "\u202ea\u2028\ud83d".encode("utf-16-le", "surrogatepass"), b"https://a.example/x y"),
}  # fmt: skip
_KEPT = {
    "timeline_file": "rules/*/*.yaml",
    "timexes": "corpus/articles/dev-*.md",
    "extraction": "corpus/articles/dev-*.md",
    "reports": "rules/articles/*.md",
}


def seeds(target: str) -> Iterator[bytes]:
    """Yield the inputs of a target, those kept for other tests among them."""
    yield from _WRITTEN.get(target, ())
    for path in sorted(TESTS.glob(_KEPT[target])) if target in _KEPT else ():
        yield path.read_bytes()[:LARGEST]
