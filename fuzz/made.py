"""Pages and calendars made of the parts that such files are made of, in any order and with any text between them."""

from __future__ import annotations

import json

from choices import Choices

_MOMENTS = (
    "2017-03-29", "2017-03-29T02:10:00Z", "2017-03-29T02:10:00+00:00", "2017-03-28T22:10:00-04:00", "20170329",
    "2017-03-29T02:10:00", "Wed, 29 Mar 2017 02:10:00 GMT", "Wed, 29 Mar 2017 02:10:00 -0500", "March 29, 2017",
    "3/29/2017", "29.3.2017", "3/4/2017", "3/4/17", "10/31/2025 8:21:41 AM", "2016-12-31T23:59:60Z",
    "0001-01-01T00:00Z", "9999-12-31T23:59:59-12:00", "0000-00-00", "2017-02-30", "2017-W13-3",
    "2017-03-29T02:10:00 UTC", "1490753400",
    "2017-03-29T02:10:00.123456789Z", "2017-03-29T24:00:00Z", "2017-03-29T02:10+25:00", "yesterday", "",
)  # fmt: skip
_NAMES = (
    "article:published_time", "article:modified_time", "datePublished", "pubdate", "date", "dc.date", "DC.date.issued",
    "created", "publish-date", "parsely-pub-date", "sailthru.date", "og:site_name", "og:title", "author",
)  # fmt: skip
_TYPES = (
    "NewsArticle",
    "Article",
    "WebPage",
    "https://schema.org/ReportageNewsArticle",
    "ItemList",
    "",
    "Organization",
)
_URLS = (
    "https://a.example/2017/03/28/raid", "https://a.example.de/20170328", "https://a.example/2017/mar/28-x",
    "https://b\N{LATIN SMALL LETTER U WITH DIAERESIS}cher.example/", "https://[::1", "https://a.example:x/", "//a", "?",
)  # fmt: skip
_TEXTS = (
    "AUSTIN, Texas (AP) - ICE agents arrested nine people.", "Published 10:10 p.m. ET, March 28", "9:10 PM CDT",
    "HONOLULU, Hawaii. It was so.", "Updated 2:10 a.m. (Alaska Standard Time)", "<code>if a &lt; 1:\n  b()</code>",
    "<pre><code>x</code></pre>", "<code></code>", "<p><code>a<br>b</code>c", "<blockquote><code>1</code></blockquote>",
    "<table><tr><td><code>x", "<ul><li>one<li><code>two</ul>", "<del>old</del> <sup>1</sup>", "<details><summary>x",
)  # fmt: skip
_TIMES = (
    "20170205T101500Z", "20170205T101500", "20170205", "20161231T235960Z", "20161231T235960", "20170205T240000",
    "00010101T000000Z", "99991231T235959Z", "99991231", "00000000", "20170230", "2017-02-05", "20170205T1015Z",
    "20170205T101500-0500", "-20170205", "20170205T101500Z/PT1H", "20170205T256199", "",
)  # fmt: skip
_ZONES = ("", ";TZID=America/Chicago", ";TZID=Central Standard Time", ";TZID=UTC", ";VALUE=DATE", ";VALUE=PERIOD",
          ";TZID=../../etc/passwd",
          ';TZID="/x/America/Denver"', ";VALUE=DATE-TIME;TZID=", ";TZID=" + "A" * 300)  # fmt: skip
_LENGTHS = ("PT1H", "P1D", "-P1D", "P1W", "PT0S", "P99999999D", "PT36H", "P1Y", "P", "PT1H30M", "P1DT1S")
_PROPERTIES = (
    "SUMMARY:Raid", "SUMMARY;LANGUAGE=en:Raid\\, again\\nand more", "LOCATION:Austin\\, Texas", "UID:a@b", "UID:",
    "RRULE:FREQ=DAILY;COUNT=3", "RECURRENCE-ID:20170206", "EXDATE:20170206", "CATEGORIES:a,b\\,c", "STATUS:CANCELLED",
    "URL:https://a.example/?token=x", "DESCRIPTION:a\n folded", "X-RAIDLINE-EDTF:2017-02", "X-RAIDLINE-EDTF:x",
    "X-RAIDLINE-PLACES:Austin\\, Texas", "ATTENDEE;CN=\"a:b\":mailto:a@b.example", "GEO:30.2;-97.7", "COLOR:red", "x",
)  # fmt: skip


def dated_page(choices: Choices) -> str:
    """Return a page that states days of publication, and may state other things."""
    head, body = [], []
    for _ in range(1 + choices.number(6)):
        when = choices.text() if choices.number(8) == 7 else choices.one_of(_MOMENTS)
        way = choices.number(5)
        if way < 2:
            name = choices.one_of(_NAMES)
            attribute = choices.one_of(("property", "name", "itemprop"))
            head.append(f'<meta {attribute}="{name}" content="{_escaped(when)}">')
        elif way == 2:
            node: dict[str, object] = {"@type": choices.one_of(_TYPES), "datePublished": when}
            graph = {"@graph": [node, choices.text()], "@type": [choices.one_of(_TYPES), 1]}
            head.append(f"<script type=application/ld+json>{json.dumps(graph if choices.number(2) else node)}</script>")
        else:
            mark = choices.one_of((" pubdate", ' itemprop="datePublished"', ' class="entry-date x"', ""))
            stamp = f' datetime="{_escaped(when)}"' if choices.number(2) else ""
            body.append(f"<time{mark}{stamp}>{choices.one_of(_MOMENTS)}</time>")
    head.append(f'<link rel="canonical" href="{_escaped(choices.one_of(_URLS))}">')
    for _ in range(choices.number(5)):
        words = _escaped(choices.text()) if choices.number(4) == 3 else choices.one_of(_TEXTS)
        body.append(f"<p>{words}</p>" if choices.number(3) else words)
    language = choices.one_of(("en", "en-US", "de-DE", "", "x" * 50))
    return f'<html lang="{language}"><head>{"".join(head)}</head><body><article>{"".join(body)}</article></body></html>'


def calendar(choices: Choices) -> str:
    """Return a calendar of a few entries, some of them broken."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0"]
    if choices.number(2):
        lines.append("X-WR-TIMEZONE:" + choices.one_of(("America/Los_Angeles", "UTC", "nowhere", choices.text())))
    if choices.number(3) == 2:
        lines += ["BEGIN:VTIMEZONE", "TZID:America/New_York", "END:VTIMEZONE"]
    for _ in range(1 + choices.number(4)):
        kind = choices.one_of(("VEVENT", "VEVENT", "VEVENT", "VTODO", "VALARM"))
        lines.append(f"BEGIN:{kind}")
        for name in ("DTSTART", "DTEND"):
            if choices.number(4):
                lines.append(f"{name}{choices.one_of(_ZONES)}:{choices.one_of(_TIMES)}")
        if choices.number(3) == 2:
            lines.append(f"DURATION:{choices.one_of(_LENGTHS)}")
        for _ in range(choices.number(6)):
            lines.append(f"SUMMARY:{choices.text()}" if choices.number(8) == 7 else choices.one_of(_PROPERTIES))
        if choices.number(8):
            lines.append(f"END:{kind}")
    return choices.one_of(("\r\n", "\n", "\r")).join([*lines, "END:VCALENDAR", ""])


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
