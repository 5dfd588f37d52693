"""Whatever stands in an event, no format lets it do more than be read.

Every probe goes through every format of FORMATS, and an oracle of the format says why the outcome is inert: a real
parser of it finds the same structure as in the export of a tame event. A format without an oracle fails.
"""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from oracles import ACTING, ORACLES, WEB
from raidline.export import FORMATS, export_chunks
from samples import make_event, timeline_of

TAME = "Zebra"
TEXTS = {
    "script": "Zebra <script>alert(1)</script>",
    "end of script": "Zebra </script><script>alert(1)</script><!-- <script>",
    "end of style and comment": "Zebra </style></title></textarea>--><svg onload=alert(1)>",
    "handler": '<img src=x onerror=alert(1)> Zebra " onmouseover="alert(1)" \' autofocus onfocus=\'alert(1)',
    "element unclosed": "Zebra <a href='javascript:alert(1)'",
    "entities": "Zebra &lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62; &amp;amp; &",
    "end of cdata": "Zebra ]]><script>alert(1)</script><![CDATA[",
    "xml declared": '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]> Zebra &b;',
    "template": "Zebra {{ 7*7 }} {% raw %} ${7*7} #{7*7} {{config}}",
    "formula": '=HYPERLINK("http://evil.example","Zebra")',
    "formula with a pipe": "@SUM(1+1)*cmd|' /C calc'!A0 Zebra",
    "plus": "+1+1 Zebra",
    "minus": "-1+1 Zebra",
    "tab": "\t=1+1 Zebra",
    "carriage return": "\r=1+1 Zebra",
    "quotation marks": '",=1+1,"Zebra"\r\n"=1+1","=1',
    "cells of semicolons": "Zebra;=1+1; +1+1\n@A1",
    "wide signs": "＝1+1 Zebra",
    "spaces before": "\u00a0\u200b =1+1 Zebra",
    "event": "Zebra\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:x\r\nSUMMARY:gone",
    "calendar syntax": "Zebra\\n;,:\\, \\;ATTACH=http://evil.example\nDTSTART:20200101",
    "line separators": "Zebra\u2028BEGIN:VEVENT\u2029END:VEVENT\u0085x\x0by\x0cz",
    "turned round": "Zebra \u202egnp.exe\u202c \u2066a\u2069 \u200f\u061c\u200e",
    "nul": "Zebra\x00 after nul",
    "control": "Zebra \x1b[2J\x1b]0;owned\x07\x1b[31m \x9b31m \x08\x7f \x9d8;;http://evil.example\x9c",
    "half characters": "Zebra \ud83d \ude00 \udfff",
    "byte order": "\ufeffZebra\ufffe\uffff",
    "long": "Zebra " + "long " * 2000,
    "long word": "Zebra" + "e" * 10_000,
    "folds": "Zebra" + "👩🏽‍🚒" * 40 + "e\u0301" * 80 + "é" * 80 + "🇺🇸" * 40,
    "markdown": "Zebra [x](javascript:alert(1)) ![y](data:,z) <https://evil.example> **b** `c` ~~d~~ | e\n# f\n---\n> g",
    "markdown blocks": "# Zebra\n\n    code\n\n```\nfence\n```\n\n1. one\n- [ ] task\n\n[r]: javascript:alert(1)\n===",
    "yaml": "Zebra: &a !!python/object:os.system {x: *a}\n---\n- b\n? c\n# d",
    "markwhen": "Zebra\n2017-02-01: another event\n# Group\ngroup Hidden\nkey: value #tag @someone\ntitle: x\n// y\n---\n- [ ] z",
    "markwhen header": "title: Zebra\n---\n#tag: red\n2017-01/2017-02: x",
    "sql": "Zebra'); DROP TABLE events; -- \" ; DELETE FROM sources",
    "address": "Zebra javascript:alert(1) http://evil.example/<b> www.evil.example",
}
LINKS = {
    "https": (WEB, True),
    "upper case": ("HTTPS://A.EXAMPLE/zebra", True),
    "attribute": ('https://a.example/"onmouseover="alert(1)', True),
    "element": ("https://a.example/?<script>alert(1)</script>", True),
    "markdown": ("https://a.example/](javascript:alert(1))", True),
    "line end": ("https://a.example/\r\nBEGIN:VEVENT\r\nSUMMARY:x", True),
    "spaces": ("https://a.example/a b\tc\u00a0d", True),
    "controls": ("https://a.example/\x00\x1b[31m\u202egnp", True),
    "half character": ("https://a.example/\ud800", True),
    "formula": ("=HYPERLINK(1)", False),
    "javascript": ("javascript:alert(document.cookie)", False),
    "javascript in disguise": (" \x01JaVa\tScRiPt:alert(1)", False),
    "javascript and https": ("javascript://a.example/%0aalert(1)", False),
    "data": ("data:text/html,<script>alert(1)</script>", False),
    "vbscript": ("vbscript:msgbox(1)", False),
    "file": ("file:///etc/passwd", False),
    "no scheme": ("//evil.example/x", False),
    "no host": ("https:///zebra", False),
}
IDS = [
    "../../x",
    "..",
    "/etc/passwd",
    "a b",
    'a"onload="x',
    "<b>",
    "a\r\nUID:b",
    "a'); DROP TABLE events; --",
    "é😀",
    "con",
    "#x?y",
]


def hostile(text=TAME, url=WEB, event_id="zebra"):
    """An event with `text` wherever there is a text; past the model, which would refuse some of it."""
    tame = make_event(
        summary=TAME,
        notes=TAME,
        agencies=[TAME],
        counts={"arrested": "51"},
        sources=[
            {
                "url": WEB,
                "publisher": TAME,
                "published": "2017-03-04",
                "title": TAME,
                "quote": TAME,
                "says": {"note": TAME, "places": [TAME]},
            }
        ],
    )
    [source] = tame.sources
    says = source.says.model_copy(update={"note": text, "places": (f"{text} elsewhere",)})
    told = {"url": url, "publisher": text, "title": text, "quote": text, "says": says}
    texts = {"title": text, "summary": text, "notes": text, "places": (text,), "agencies": (text,)}
    counts = {text: tame.counts["arrested"]}
    changed = {"id": event_id, "counts": counts, "sources": (source.model_copy(update=told),)}
    return tame.model_copy(update=texts | changed)


def written(format_name, event):
    return b"".join(export_chunks(timeline_of(event), format_name))


def readable(text):
    """What there is to read: no spaces, no controls, none of what XML cannot hold."""
    return re.sub("[\\s\ufeff\ufffe\uffff]+", "", ACTING.sub("", text))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_an_oracle(name):
    assert name in ORACLES, "say in oracles.py by which parser, and why, hostile text is inert in it"


@pytest.mark.parametrize("probe", TEXTS)
@pytest.mark.parametrize("name", FORMATS)
def test_texts_can_only_be_read(name, probe):
    text = TEXTS[probe]
    made = written(name, hostile(text))
    read = ORACLES[name](made, written(name, hostile()))
    assert readable(text).replace("'", "")[:60] in readable(read).replace("'", "")
    if not FORMATS[name].binary:
        assert not ACTING.search(made.decode())


@pytest.mark.parametrize("probe", LINKS)
@pytest.mark.parametrize("name", FORMATS)
def test_links_go_to_the_web_only(name, probe):
    url, kept = LINKS[probe]
    made = written(name, hostile(url=url))
    no_link = "file:zebra" if probe == "file" else "mailto:zebra"  # the path of a file leaves by no export
    tame = written(name, hostile(url=WEB if kept else no_link))
    assert TAME in ORACLES[name](made, tame)
    if not FORMATS[name].binary:
        assert not ACTING.search(made.decode())
    if name == "csv":  # which links nothing either, and keeps what the curator wrote in one column
        made, tame = without_sources(made), without_sources(tame)
    if name not in {"json", "jsonl", "xlsx"}:  # which keep what the curator wrote, and link nothing
        assert (b"a.example" in made.lower().replace(b"\r\n ", b"")) == (kept or b"a.example" in tame.lower())
        assert b"javascript:alert(document.cookie)" not in made


def without_sources(written):
    """Return a csv without its column of sources as JSON."""
    rows = csv.DictReader(io.StringIO(written.decode(), newline=""))
    return json.dumps([row for row in rows if row.pop("sources")]).encode()


@pytest.mark.parametrize("event_id", IDS)
@pytest.mark.parametrize("name", FORMATS)
def test_ids_that_the_model_refuses(name, event_id):
    made = written(name, hostile(event_id=event_id))
    assert TAME in ORACLES[name](made, written(name, hostile()))
    if not FORMATS[name].binary:
        assert not ACTING.search(made.decode())
