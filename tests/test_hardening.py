"""Hostile input costs no more than its size, reaches nothing else, and does not act: each promise of SECURITY.md."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
import zlib
from importlib.util import find_spec
from pathlib import Path

import pytest

import documents
from raidline.article import Article
from raidline.check.reporting.excerpt import excerpts
from raidline.errors import Problem, RaidlineError
from raidline.extract.pipeline import extract_article
from raidline.extract.timex import find_timexes
from raidline.files import atomic
from raidline.inert import web_link
from raidline.places.lookup import lookup, resolve
from raidline.reading.files import read_articles
from raidline.reading.webpage import page_of
from raidline.yamltext.dumping import dump
from samples import EVENTS

needs_extra = pytest.mark.skipif(
    not all(map(find_spec, ("htmldate", "lxml_html_clean", "pypdf", "trafilatura", "warcio"))),
    reason='needs the extras for web pages and documents: pip install "raidline[documents,html]"',
)
MEMORY = 600_000_000  # bytes of addresses, of which Python and the libraries take most; 300 MB more do not fit
PROSE = "On Monday ICE agents arrested nine people at the bus station in Austin, the mayor said. "

# Bounds: what is large, deep or endless


def sparse(path, size=1_000_000_000, head=b""):
    with path.open("wb") as file:
        file.write(head)
        file.truncate(size)


def packed(path, unit=b" " * 1_000_000, times=300, head=b""):
    """A few kilobytes that unpack to 300 MB."""
    if path.suffix == ".zst":
        zstd = pytest.importorskip("backports.zstd")
        with zstd.open(path, "wb") as file:
            file.write(head)
            for _ in range(times):
                file.write(unit)
    else:
        with gzip.open(path, "wb", compresslevel=1) as file:
            file.write(head)
            for _ in range(times):
                file.write(unit)


def answer(body, length=None, headers=b""):
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + headers + b"\r\n" + body
    length = str(len(http)).encode() if length is None else length
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/9\r\nContent-Type: application/http\r\n"
    )
    return head + b"Content-Length: " + length + b"\r\n\r\n" + http + b"\r\n\r\n"


def bomb(unit=b"\0" * 1_000_000, times=300):
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(packer.compress(unit) for _ in range(times)) + packer.flush()


PAGE = (
    "<html><head><title>Nine held</title></head><body><article><p>" + PROSE * 5 + "</p></article></body></html>"
).encode()
HEADER = b"WARC/1.0\r\nWARC-Type: response\r\n"
ALIASES = b"a: &a [x, x, x, x, x, x, x, x]\n" + b"".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 8)}]\n".encode() for n in range(9)
)
CALENDAR = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n%s\r\nEND:VCALENDAR\r\n"
ENTRY = b"BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20170205\r\nSUMMARY:A raid\r\n%s\r\nEND:VEVENT"

# name: (command, file, how it is made or what it holds, words it must say, exit code)
BOUNDS = {
    "a sparse timeline": ("check", "a.yaml", sparse, "at most 32 MB", 1),
    "a sparse article": ("extract", "a.md", sparse, "at most 20 MB", 1),
    "a sparse page": ("extract", "a.html", sparse, "at most 10 MB", 1),
    "sparse lines": ("extract", "a.jsonl", sparse, "at most 20 MB", 1),
    "a sparse archive": ("extract", "a.warc", sparse, "damaged", 1),
    "a sparse spreadsheet": ("import", "a.csv", sparse, "at most 32 MB", 2),
    "a sparse calendar": ("import", "a.ics", sparse, "at most 32 MB", 2),
    "sparse JSON": ("import", "a.json", sparse, "at most 32 MB", 2),
    "a sparse mapping": ("import", "x.csv --mapping a.yaml", sparse, "at most", 2),
    "sparse candidates": ("review --batch", "a.yaml", sparse, "at most 32 MB", None),
    "a packed line of spaces": ("extract", "a.jsonl.gz", packed, "100 times its size", 1),
    "another": ("extract", "a.jsonl.zst", packed, "100 times its size", 1),
    "packed empty lines": ("extract", "a.jsonl.gz", lambda path: packed(path, b"\n" * 100_000, 20), "0 articles", None),
    "a text of signs": ("extract", "a.md", b"<" * 600_000, "at most 500,000 characters", 1),
    "packed articles without end": ("extract", "a.jsonl.gz", lambda path: packed(path, b'{"published": "2017-03-01", "text": "x"}\n' * 2000, 300), "100 times its size|more than one article", 1),
    "packed twice": ("extract", "a.jsonl.gz", lambda path: path.write_bytes(gzip.compress(bomb())), "1 article|JSON|UTF-8|zero", 1),
    "an archive of tiny pages": ("dates", "a.warc.gz", lambda path: packed(path, answer(b"<p>x"), 20_000), "more than one article for each 50 bytes", 1),
    "packed tiny articles": ("dates", "a.jsonl.gz", lambda path: packed(path, b'{"published": "2017-03-01", "text": "x"}\n', 100_000), "more than one article for each 50 bytes", 1),
    "an archive packed twice": ("dates", "a.warc.gz", gzip.compress(gzip.compress(b"".join(answer(PAGE) for _ in range(20_000)))), "not a web archive|breaks off", 1),
    "an archive packed under another name": ("dates", "a.warc", bomb(b"\r\n" * 500_000), "100 times its size", 1),
    "pages packed in an archive": ("dates", "a.warc", answer(bomb(b"<p>x " * 100_000, 8), headers=b"Content-Encoding: gzip\r\n") * 40, "100 times its size", 1),
    "an archive of one line": ("extract", "a.warc.gz", packed, "damaged", 1),
    "an archive of one header": ("extract", "a.warc.gz", lambda path: packed(path, b"x: y\r\n" * 100_000, 300, HEADER), "damaged", 1),
    "an archive of one long header": ("extract", "a.warc.gz", lambda path: packed(path, head=HEADER + b"x: "), "damaged", 1),
    "an archive of empty lines": ("extract", "a.warc.gz", lambda path: packed(path, b"\r\n" * 500_000, 300, answer(PAGE)), "damaged", 1),
    "a page packed in an archive": ("extract", "a.warc", answer(bomb(), headers=b"Content-Encoding: gzip\r\n"), "at most 10 MB", 1),
    "a page packed with Brotli": ("extract", "a.warc", answer(b"\x0b\x80", headers=b"Content-Encoding: br\r\n"), "no readable web page", 1),
    "a record shorter than it says": ("extract", "a.warc", answer(PAGE, b"99999999999999999999"), "", None),
    "a record longer than it says": ("extract", "a.warc", answer(PAGE, b"120") + answer(PAGE), "longer or shorter|damaged", None),
    "a record of a negative length": ("extract", "a.warc", answer(PAGE, b"-5"), "", None),
    "a record of no length": ("extract", "a.warc", answer(PAGE, b"many"), "", None),
    "a chunk of any length": ("extract", "a.warc", answer(b"FFFFFFFFFFFF\r\nx", headers=b"Transfer-Encoding: chunked\r\n"), "", None),
    "a sparse PDF": ("extract", "a.pdf", sparse, "at most 20 MB", 1),
    "a PDF that unpacks to gigabytes": ("extract", "a.pdf", lambda path: path.write_bytes(documents.drawing(b"BT /F1 9 Tf (x) Tj ET " * 4_000_000)), "more than a report|damaged", 1),
    "a PDF of numbers": ("extract", "a.pdf", lambda path: path.write_bytes(documents.drawing(b"1 2 3 4 5 6 7 8 9 0 " * 900_000)), "more than a report|damaged", 1),
    "a PDF that draws for ever": ("extract", "a.pdf", lambda path: path.write_bytes(documents.nested_forms(6)), "at most 500,000 characters|seconds to read|more than a report", 1),
    "a PDF that draws itself": ("extract", "a.pdf", documents.drawing(b"/X Do", documents.stream(b"/X Do", b"/Subtype /Form /Resources << /XObject << /X 6 0 R >> >> "), resources=b"/XObject << /X 6 0 R >>"), "no text|damaged", 1),
    "a PDF of a million pages": ("extract", "a.pdf", documents.assembled([documents.CATALOG, b"<< /Type /Pages /Count 1000000 /Kids [%s] >>" % (b"3 0 R " * 1_000_000)]), "more than a report|damaged|pages", 1),
    "a PDF whose pages hold themselves": ("extract", "a.pdf", documents.assembled([documents.CATALOG, documents.PAGES.replace(b"3 0", b"2 0")]), "damaged|no text", 1),
    "a deep PDF": ("extract", "a.pdf", documents.assembled([b"<< /A " * 100_000, documents.PAGES]), "damaged", 1),
    "a PDF of fonts": ("extract", "a.pdf", documents.drawing(b"BT (x) Tj ET", resources=b"/Font << %s >>" % b"".join(b"/F%d 5 0 R " % n for n in range(15_000))), "more than 200 fonts", 1),
    "a sparse Word document": ("extract", "a.docx", sparse, "at most 20 MB", 1),
    "a Word document that unpacks to gigabytes": ("extract", "a.docx", lambda path: path.write_bytes(documents.packed({"word/document.xml": b"<a>" + b" " * 200_000_000})), "more than 50 MB", 1),
    "a Word document of letters": ("extract", "a.docx", lambda path: path.write_bytes(documents.docx("x " * 400_000)), "at most 500,000 characters", 1),
    "an OpenDocument text that unpacks to gigabytes": ("extract", "a.odt", lambda path: path.write_bytes(documents.packed({"content.xml": b"<a>" + b" " * 200_000_000})), "more than 50 MB", 1),
    "a deep Word document": ("extract", "a.docx", documents.packed({"word/document.xml": b"<a>" * 1_000_000}), "cannot be read", 1),
    "a Word document of many files": ("extract", "a.docx", documents.packed({f"{n}": b"" for n in range(60_000)}), "damaged", 1),
    "a sparse mail": ("extract", "a.eml", sparse, "at most 20 MB", 1),
    "sparse mails": ("extract", "a.mbox", sparse, "no mails", 1),
    "a mail of a thousand parts": ("extract", "a.eml", b"From: Press <p@a.example>\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\nContent-Type: image/png\n\nx\n" * 1000, "no text|not read", 1),
    "a mail of nested parts": ("extract", "a.eml", b"From: a@b\nContent-Type: multipart/mixed; boundary=x\n\n" + b"".join(b"--x\nContent-Type: multipart/mixed; boundary=x%d\n\n" % n for n in range(1000)), "parts that hold parts", 1),
    "a mail of mails": ("extract", "a.eml", b"From: a@b\nContent-Type: message/rfc822\n\n" * 1000, "no text|damaged", 1),
    "a header of 10 MB": ("extract", "a.eml", b"From: " + b"x " * 5_000_000 + b"\nSubject: " + b"=?utf-8?q?x?= " * 100_000 + b"\n\nOn Monday.", "a header of more than 20,000 characters: From", 1),
    "aliases in a timeline": ("check", "a.yaml", ALIASES, "alias", 1),
    "aliases in front matter": ("extract", "a.md", b"---\n" + ALIASES + b"---\n" + PROSE.encode(), "alias", 1),
    "aliases in a mapping": ("import", "x.csv --mapping a.yaml", ALIASES, "alias", 2),
    "deep YAML": ("check", "a.yaml", b"events: " + b"[" * 1_000_000, "levels deep", 1),
    "deep blocks of YAML": ("check", "a.yaml", b"\n".join(b" " * n + b"- " * 30 for n in range(0, 3000, 60)), "levels deep|list", 1),
    "deep front matter": ("extract", "a.md", b"---\nx: " + b"{a: " * 100_000 + b"\n---\n", "levels deep", 1),
    "a deep line": ("extract", "a.jsonl", b'{"text": ' + b"[" * 1_000_000, "too deeply|not JSON", 1),
    "a number of a million digits": ("extract", "a.jsonl", b'{"text": "x", "id": ' + b"9" * 1_000_000 + b"}", "digits|limit", 1),
    "deep JSON": ("import", "a.json", b"[" * 1_000_000, "too deeply|Expecting", 2),
    "a deep script": ("import", "a.js", b"a = " + b"[" * 1_000_000, "too deeply", 2),
    "a script of arrays that break off": ("import", "a.js", b"=[{" * 1_000_000, "more than 10,000 arrays", 2),
    "a script of texts that break off": ("import", "a.js", b"=[{a:'" + b"x" * 2_000_000, "not a complete text", 2),
    "a script of comments": ("import", "a.js", b"a = [" + b"/* x */ // y\n" * 500_000, "", 2),
    "a script of objects": ("import", "a.js", b"a({b: [1]});\n" * 300_000, "more than 10,000 arrays", 2),
    "deep features": ("import", "a.geojson", b'{"type": "Feature", "geometry": {"coordinates": ' + b"[" * 1_000_000, "too deeply|Expecting", 2),
    "a map of many features": ("import", "a.geojson", b'{"type": "FeatureCollection", "features": [' + b'{"type": "Feature", "properties": {}},' * 150_000 + b"{}]}", "more than 100000 records", 2),
    "rules of a series": ("import", "a.ics", CALENDAR % (ENTRY % (b"RRULE:FREQ=DAILY;BYDAY=" + b"MO," * 200_000 + b"MO")), "1 event", None),
    "a million offsets of a zone": ("import", "a.ics", CALENDAR % (b"BEGIN:VTIMEZONE\r\nTZID:x\r\n" + b"TZOFFSETTO:-0600\r\n" * 1_000_000 + b"END:VTIMEZONE\r\n" + ENTRY % b""), "1 event", None),
    "a deep memory of imports": ("import x.csv --into data/events.yaml", "data/events.imports.jsonl", b'{"list": ' + b"[" * 1_000_000, "not a row of an import", 2),
    "a large memory of imports": ("import x.csv --into data/events.yaml", "data/events.imports.jsonl", sparse, "at most 64 MB", 2),
    "deep objects": ("import", "a.json", b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "too deeply", 2),
    "a deep calendar": ("import", "a.ics", CALENDAR % (b"BEGIN:VEVENT\r\n" * 50_000), "", None),
    "a calendar that repeats for ever": ("import", "a.ics", CALENDAR % (ENTRY % b"RRULE:FREQ=SECONDLY\r\nEXRULE:FREQ=SECONDLY"), "1 event", None),
    "a folded line without end": ("import", "a.ics", CALENDAR % (ENTRY % (b"DESCRIPTION:x" + b"\r\n x" * 900_000)), "1 event", None),
    "a folded line of many megabytes": ("import", "a.ics", CALENDAR % (ENTRY % (b"DESCRIPTION:x" + b"\r\n x" * 2_000_000)), "'summary' has more than 1,000,000 characters", 1),
    "a text of JSON of 2 MB": ("import", "a.json", b'[{"date": "2017", "title": "' + b"x" * 2_000_000 + b'"}]', "'title' has more than 1,000,000 characters", 2),
    "a parameter without end": ("import", "a.ics", CALENDAR % (ENTRY % (b"DESCRIPTION" + b";X=1" * 200_000 + b":x")), "", None),
    "a zero in a spreadsheet": ("import", "a.csv", b"Date,Title\n2017,a\0b\n", "zero byte", 2),
    "a cell of 10 MB": ("import", "a.csv", b"Date,Title\n2017," + b"x" * 10_000_000, "field larger", 2),
    "a cell that never ends": ("import", "a.csv", b'Date,Title\n2017,"' + b"x,\n" * 1_000_000, "field larger", 2),
    "a row of a million cells": ("import", "a.csv", b"Date,Title\n2017" + b",x" * 1_000_000, "more than 1000 fields", 2),
    "a million headings": ("import", "a.csv", b"a" + b",a" * 1_000_000 + b"\n1,2\n", "", None),
    "a deep page": ("extract", "a.html", b"<html><body>" + b"<div>" * 1_000_000, "no readable web page|no text", None),
    "a page of many elements": ("extract", "a.html", b"<html><body>" + b"<p>x" * 1_000_000, "no readable web page", 1),
    "a page of attributes": ("extract", "a.html", b"<html><body><p " + b"".join(b"a%d=1 " % n for n in range(100_000)) + b">", "no readable web page", 1),
    "pages of attributes without spaces": ("extract", "a.html", b"<html><body>" + (b"<p " + b"".join(b"a%d='1'" % n for n in range(900)) + b">x") * 900, "no readable web page", 1),
    "entities in a page": ("extract", "a.html", b'<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><html><body><p>' + b"&b;" * 100_000, "", None),
    "deep linked data": ("extract", "a.html", b'<html><head><script type="application/ld+json">' + b"[" * 100_000 + b"</script></head><body><p>x</p></body></html>", "", None),
    "deep settings": ("check a.yaml", "raidline.toml", b"rules = " + b"[" * 100_000, "nested too deeply", 2),
    "large settings": ("check a.yaml", "raidline.toml", sparse, "at most 1 MB", 2),
    "a place of 10 MB": ("check", "a.yaml", EVENTS.replace("Austin, Texas", "x, " * 3_000_000).encode(), "no jurisdiction", 1),
    "a date of 10 MB": ("check", "a.yaml", EVENTS.replace("2017-01-20", "2017-" * 2_000_000).encode(), "date", 1),
    "an unknown key of 10 MB": ("check", "a.yaml", EVENTS.replace("title: Agents", "titel" * 2_000_000 + ": Agents").encode(), "", 1),
}  # fmt: skip
SLOW = {"a page packed in an archive", "packed twice", "packed empty lines", "an archive of empty lines"}
LIMITED = f"""
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
from raidline.cli import main
main()
"""


def limited(folder, *arguments):
    return subprocess.run(
        [sys.executable, "-c", LIMITED, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        errors="replace",
    )


@needs_extra
@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="addresses are limited as Linux does")
@pytest.mark.parametrize("name", BOUNDS)
def test_no_input_outgrows_its_bound(tmp_path, name):
    command, file, made, words, code = BOUNDS[name]
    (tmp_path / "x.csv").write_text("Date,Title\n2017,x\n")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "events.yaml").write_text(EVENTS)
    (tmp_path / "a.yaml").write_text(EVENTS)
    path = tmp_path / file.split()[-1]
    made(path) if callable(made) else path.write_bytes(made)
    named = [] if file in {"raidline.toml", "data/events.imports.jsonl"} else file.split()  # found without being named
    done = limited(tmp_path, *command.split(), *named)
    told = done.stdout + done.stderr
    assert "Traceback" not in told, told[-2000:]
    assert "MemoryError" not in told
    assert done.returncode in ({0, 1, 2} if code is None else {code}), told[-500:]
    assert re.search(words, told), told[-500:]


def test_pipes_in_a_folder_are_not_waited_for(tmp_path):
    if not hasattr(os, "mkfifo"):
        pytest.skip("there are no named pipes here")
    (tmp_path / "a.md").write_text(PROSE)
    for name in ("b.md", "c.yaml", "d.jsonl"):
        os.mkfifo(tmp_path / name)
    done = subprocess.run(
        [sys.executable, "-m", "raidline", "extract", "."],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "in 1 article" in done.stderr
    done = subprocess.run(
        [sys.executable, "-m", "raidline", "check", "."],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "c.yaml: error: is not a file but a pipe" in done.stdout


def test_a_long_text_is_compared_with_no_place():
    with pytest.raises(RaidlineError, match="no jurisdiction"):
        resolve("x, " * 100)
    assert lookup("Austin, Texas" + " " * 200) == ()


# Nothing else is reached

SECRET = "the-secret-of-another-file"  # noqa: S105 - of nobody
REACHING = {
    "page.html": f"""<!DOCTYPE html [<!ENTITY x SYSTEM "file://SECRET">]><html><head><base href="file://SECRET">
<link rel=stylesheet href="https://evil.example/x.css"><link rel=canonical href="https://evil.example/p">
<meta http-equiv=refresh content="0;url=https://evil.example/"><title>Nine held &x;</title></head><body>
<xi:include href="file://SECRET" parse="text" xmlns:xi="http://www.w3.org/2001/XInclude"/><iframe src="SECRET"></iframe>
<object data="file://SECRET"></object><img src="https://evil.example/a.png"><article><p>{PROSE * 4} &x;</p></article>""",
    "article.md": f"---\nid: !include SECRET\ntitle: !!python/object/apply:os.system [touch SECRET.made]\n"
    f"url: file://SECRET\n---\n{PROSE} ![x](file://SECRET)",
    "lines.jsonl": json.dumps({"id": "../../SECRET", "url": "https://evil.example", "text": PROSE, "$ref": "SECRET"}),
    "crawl.warc": answer(PAGE, headers=b"Location: https://evil.example/\r\n").decode(),
    "events.yaml": EVENTS.replace("article: star", "article: ../SECRET") + "  - !include SECRET\n  - id: ../../x\n",
    "table.csv": "Date,Title,Link,Article\n2017-02-05,=WEBSERVICE(\"https://evil.example\"),file://SECRET,../SECRET\n",
    "calendar.ics": CALENDAR.decode()
    % (ENTRY.decode() % "ATTACH:file://SECRET\r\nTZID:../../SECRET\r\nDTEND;TZID=/SECRET:20170206T101010"),
    "release.pdf": documents.drawing(
        b"BT /F1 9 Tf 72 700 Td (On Monday ICE agents arrested nine people in Austin, the mayor said.) Tj ET /X Do",
        b"<< /Type /XObject /Subtype /Image /F (SECRET) /Length 0 >>\nstream\n\nendstream",
        b"<< /S /URI /URI (https://evil.example/) /Next << /S /Launch /F (SECRET) >> >>",
        resources=b"/Font << /F1 5 0 R >> /XObject << /X 6 0 R >>",
    ).replace(b"/Type /Catalog", b"/Type /Catalog /OpenAction 7 0 R").decode("latin-1"),
    "flat.odt": "PK\x05\x06" + "\0" * 18,
    "mail.eml": "From: Press <p@a.example>\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\n"
    + PROSE + "\n--x\nContent-Type: message/external-body; access-type=local-file; name=\"SECRET\"\n\n\n--x--\n",
    "slides.json": json.dumps({"events": [{"start_date": {"year": 2017}, "media": {"url": "file://SECRET"}, "text": {"headline": "x"}}]}),
}  # fmt: skip
WATCHED = """
import os, sys
allowed = tuple(os.path.realpath(p) for p in (sys.prefix, sys.base_prefix, os.environ["SRC"], os.getcwd(), os.environ["TMPDIR"]))
allowed += ("/usr/", "/lib", "/etc/", "/proc/", "/dev/null", "/dev/urandom", "/sys/", *(p for p in sys.path if p))
inside = []
def watch(event, arguments):
    if inside:
        return
    inside.append(1)
    try:
        if event.startswith(("socket.connect", "socket.getaddrinfo", "socket.gethostby", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "urllib.")):
            print("REACHED", event, arguments, file=sys.__stderr__)
        elif event == "open" and isinstance(arguments[0], (str, bytes)):
            path = os.path.realpath(os.fsdecode(arguments[0]))
            if "zoneinfo" in path:
                return  # calendars name time zones, and those are looked up where the system keeps them
            if "SECRET" in path.replace("secret-file", "SECRET") or not path.startswith(allowed):
                print("OPENED", path, file=sys.__stderr__)
    finally:
        inside.pop()
import socket
class NoSocket(socket.socket):
    def connect(self, *_):
        print("REACHED by a socket", file=sys.__stderr__)
        raise OSError("no network in this test")
socket.socket = NoSocket
sys.addaudithook(watch)
from raidline.cli import main
main()
"""
COMMANDS_ON = {
    ".html": ("extract", "dates", "places"),
    ".md": ("extract", "dates"),
    ".jsonl": ("extract", "import"),
    ".pdf": ("extract",),
    ".odt": ("extract",),
    ".eml": ("extract",),
    ".warc": ("extract",),
    ".yaml": (
        "check",
        "show --data",
        "export --format html --data",
        "fmt --check",
        "publish site --data",
        "diff events.yaml",
    ),
    ".csv": ("import",),
    ".ics": ("import",),
    ".json": ("import",),
}


@needs_extra
@pytest.mark.slow
@pytest.mark.parametrize("name", REACHING)
def test_no_input_reaches_the_network_or_another_file(tmp_path, name):
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    (inside / "tmp").mkdir(parents=True)
    outside.mkdir()
    for place in (outside / "secret-file", tmp_path / "secret-file"):
        place.write_text(SECRET)
    (inside / name).write_bytes(
        REACHING[name]
        .replace("SECRET", str(outside / "secret-file"))
        .encode("latin-1" if name.endswith(".pdf") else "utf-8")
    )
    environment = {
        **os.environ,
        "SRC": str(Path(atomic.__file__).parents[2]),
        "TMPDIR": str(inside / "tmp"),
        "RAIDLINE_CACHE": str(inside / "cache"),
        "COVERAGE_PROCESS_START": "",
    }
    for command in COMMANDS_ON[Path(name).suffix]:
        done = subprocess.run(
            [sys.executable, "-c", WATCHED, *command.split(), name],
            cwd=inside,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        told = done.stdout + done.stderr
        assert "Traceback" not in told, told[-2000:]
        assert not re.findall("^(?:REACHED|OPENED).*", told, re.MULTILINE)
        assert SECRET not in told
        assert not list(outside.glob("*made"))
    assert not any(SECRET in path.read_text(errors="replace") for path in inside.rglob("*") if path.is_file())


def test_the_watch_would_tell(tmp_path):
    """Of an open file and of a socket, so that the test above can fail."""
    (tmp_path / "data").mkdir()
    (tmp_path / "secret-file").write_text(EVENTS)
    environment = {**os.environ, "SRC": "/nowhere", "TMPDIR": str(tmp_path)}
    spy = WATCHED.replace(
        "from raidline.cli import main\nmain()",
        "open('secret-file').close()\nsocket.socket().connect(('127.0.0.1', 9))",
    )
    done = subprocess.run(
        [sys.executable, "-c", spy], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert "OPENED" in done.stderr
    assert "REACHED by a socket" in done.stderr


# Nothing acts on a terminal

ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
E = "\x1b]0;owned\x07\x1b[31m\x9b2J\u202egnp\u2066\u2028\u0085\x7f"
Y = r"\e]0;owned\a\e[31m\x9b2J\u202egnp\u2066\u2028\N\x7f"
HOSTILE = f"""events:
  - id: sweep
    date: 2017-02-01~/2017-02-10~
    title: "Agents {Y} sweep"
    kind: operation
    places: ["Austin, Texas", "Nowhere {Y}"]
    agencies: ["ICE {Y}"]
    counts: {{"arrested {Y}": at least 51}}
    summary: "S {Y}"
    notes: "N {Y}"
    sources:
      - article: star
        quote: "Agents {Y} came."
        says: {{date: 2017-01, note: "note {Y}", places: ["{Y} x"]}}
      - url: "https://herald.example/{Y}"
        publisher: "Herald {Y}"
        title: "T {Y}"
        published: 2017-03-27
"""
BROKEN = f"""{HOSTILE}  - id: "bad {Y}"
    date: "2017-13 {Y}"
    title: "x {Y}"
    kind: "raid {Y}"
    "key {Y}": "{Y}"
    places: ["{Y}"]
    sources: [{{article: "no {Y}"}}]
"""
REPORT = f"""---
id: star
title: "Deputies {Y}"
publisher: "The {Y} Star"
url: "https://star.example/{Y}"
"key {Y}": x
published: 2017-03-29
---
AUSTIN {E} Texas — On Monday {E}, ICE agents {E} arrested 51 people {E} in Austin, Texas, the {E} sheriff said. Two days
later {E} they did in Travis {E} County. Agents {E} came. In Springfield {E} on March 20 agents raided {E} homes.
"""
TABLE = f'Date,Title {E},Place,col {E}\n2017-02-05,Raid {E},"Austin, Texas",{E}\nxx{E},Raid {E},{E},{E}\n'
SAID = [
    *(f"show --data {file} --format {form}" for file in ("good.yaml", "bad.yaml") for form in ("table", "plain", "json", "md")),
    *(f"check {file} --format {form}" for file in ("good.yaml", "bad.yaml") for form in ("text", "github", "sarif", "json")),
    "show --data good.yaml --conflicts",
    "diff old.yaml good.yaml",
    "diff old.yaml bad.yaml",
    "fmt --check good.yaml bad.yaml",
    "fmt good.yaml",
    "explain sweep --data good.yaml",
    "explain {E} --data bad.yaml",
    "publish site --dry-run --data good.yaml",
    "publish site --dry-run --data bad.yaml",
    "publish site --data good.yaml",
    "export --format json --data bad.yaml",
    *(f"extract articles --explain --format {form}" for form in ("yaml", "jsonl")),
    *(f"extract articles --no-merge --format {form}" for form in ("yaml", "jsonl")),
    "extract crawl.warc",
    *(f"{command} articles/star.md --format {form}" for command in ("dates", "places") for form in ("jsonl", "table", "text")),
    "lookup {E}",
    "lookup {E} --format json",
    "import raids.csv",
    "import raids.csv --mapping bad.yaml",
    "review good.yaml --batch --accept-salience 0 --events new.yaml",
    "review bad.yaml --batch --events new.yaml",
    "show --place {E}",
    "show --since {E}",
    "show --kind {E}",
    "show --format {E}",
    "check --explain {E}",
    "check --since {E}",
    "export --format {E}",
    "{E}",
    *(f"{command} {{E}}{suffix}" for command in ("check", "show --data", "extract", "dates", "import", "review", "diff old.yaml", "fmt", "show --articles")
      for suffix in (".yaml", ".md", ".csv")),
    "init {E}",
    "export --format md -o nowhere/{E}",
    "schema -o nowhere/{E}",
]  # fmt: skip


@pytest.fixture
def hostile_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "star.md").write_text(REPORT, encoding="utf-8")
    (tmp_path / "good.yaml").write_text(HOSTILE, encoding="utf-8")
    (tmp_path / "bad.yaml").write_text(BROKEN, encoding="utf-8")
    (tmp_path / "old.yaml").write_text(HOSTILE.replace("Agents", "An agent"), encoding="utf-8")
    (tmp_path / "new.yaml").write_text(EVENTS, encoding="utf-8")
    (tmp_path / "raids.csv").write_text(TABLE, encoding="utf-8", newline="")
    (tmp_path / "crawl.warc").write_bytes(
        answer(PAGE, b"150").replace(b"/9", b"/9 \x1b[31m") + b"\x1b]0;owned\x07\r\n" * 3
    )
    return tmp_path


@pytest.mark.parametrize("command", SAID)
def test_no_text_acts_on_a_terminal(hostile_folder, run, command):
    code, out, err = run(*(E if part == "{E}" else part.replace("{E}", E) for part in command.split(" ")))
    assert not ACTING.search(out), repr(out)
    assert not ACTING.search(err), repr(err)
    assert code in {0, 1, 2}
    assert out + err


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be had there")
@pytest.mark.parametrize(
    "name", [b"n\x1b]0;o\x07", b"\xff\xfe", b"a\nb", "\u202etxt".encode(), b"\xc2\x9b31m", b"y" * 5000, b"z" * 250]
)
@pytest.mark.parametrize("suffix", [".md", ".yaml", ".jsonl", ".csv"])
def test_no_name_of_a_file_acts_or_is_a_crash(hostile_folder, run, name, suffix):
    path = Path(os.fsdecode(name + suffix.encode()))
    texts = {".md": REPORT, ".yaml": BROKEN, ".jsonl": json.dumps({"text": PROSE}) * 2, ".csv": TABLE}
    for there in (False, True):
        if there:
            try:
                path.write_text(texts[suffix], encoding="utf-8")
            except OSError:
                continue
        for command in (
            "check {} --format json", "check {} --format sarif", "check {}", "extract {}", "extract {} {}", "import {}",
            "show --data {}", "show --data {}", "show --articles {} --data good.yaml", "diff {} old.yaml", "fmt --check {}",
            "dates {}", "extract {} -o {}.out", "publish {}.site --dry-run --data good.yaml", "import raids.csv --mapping {}",
        ):  # fmt: skip
            _, out, err = run(*(part.replace("{}", str(path)) for part in command.split(" ")))
            assert not ACTING.search(out), (command, out)
            assert not ACTING.search(err), (command, err)


# Found by fuzzing, or on the way


@needs_extra
@pytest.mark.parametrize(
    "head",
    [
        '<meta name="date" content="2031\x1b-05-09">',
        '<meta name="date" content="&#1;&#27;2031-05-09">',
        '<meta property="article:published_time" content="\x02">',
        '<script type="application/ld+json">{"@type": "Article", "datePublished": "2031\\u0000-05\\ud800-09"}</script>',
        '<title lang="\x01">x</title>',
        '<title a\x01b="&#1;" \ufffe="&#x1b;" c="&#xffff;">x</title>',
        "<ti\x01tle>x</ti\x01tle><\ufffe>",
        '<title {[pe"="&#3;" <x="&#3;">x</title>',
    ],
)
def test_controls_in_what_a_page_states(head):
    page, _ = page_of(f"<html><head>{head}</head><body><p id='\x03'>{PROSE}</p></body></html>".encode(), "a.html")
    assert page is not None


def test_an_address_without_a_host_is_no_link():
    assert web_link("https://\x00\x00\r/") is None
    assert web_link("https://\u202e/x") is None
    assert web_link("\x00https://a.example") == "https://a.example"


def test_what_turns_writing_round_is_escaped_in_yaml():
    assert dump({"a": "x\u202egnp\u2066"}) == 'a: "x\\u202Egnp\\u2066"\n'
    assert dump({"a": "עברית \u200f"}) == "a: עברית \u200f\n", "what writing from right to left needs stays"


@needs_extra
def test_what_an_archive_says_of_itself_is_not_printed(tmp_path, capfd):
    path = tmp_path / "a.warc"
    path.write_bytes(answer(PAGE, b"150").replace(b"example/9", b"example/9 \x1b[31m") + b"\x1b]0;owned\x07\r\n" * 3)
    _, problems = read_articles([path])
    assert "damaged" in {problem.rule for problem in problems}
    assert capfd.readouterr() == ("", "")


def test_ids_in_a_file_whose_name_is_no_text(tmp_path):
    if sys.platform != "linux":
        pytest.skip("bytes that are no text are a name on Linux only")
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.jsonl"))
    path.write_text('{"id": "a", "text": "x"}\n' * 2)
    _, problems = read_articles([path])
    assert "duplicate-article" in {problem.rule for problem in problems}


def test_streams_that_are_closed_or_full(tmp_path):
    """Where records go to a full disk, that is said in a line."""
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "raidline", "show", "--format", "json"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "there is no data/events.yaml here: this is the record that ships with raidline",
        "error: stdout: cannot be written: no space left on device",
    ]


@pytest.mark.parametrize("line", ["x" + " " * 300_000, '"' + "y" * 2_000_000, "[" * 300_000, "a #" * 300_000])
def test_a_long_line_is_shown_in_part(tmp_path, line):
    path = tmp_path / "events.yaml"
    path.write_text(f"events:\n  - {line}\n")
    problem = Problem(str(path), 2, 5, "wrong-type", "x")
    [(_, excerpt)] = excerpts([problem])
    assert len(excerpt.text) <= 110
    assert excerpt.start < excerpt.end <= len(excerpt.text)


def test_a_long_row_of_spaces_in_a_name_is_passed_once():
    for blank in " \n\t":
        assert lookup(f"Nowhere{blank * 200_000}At all") == ()  # minutes, if each space were the first of a new try


def test_a_long_line_of_spaces_in_a_report_is_passed_once():
    for blank in " \x1c\u2003":
        text = f"On May 5, 2031, agents raided a mill.\n{blank * 30_000}"
        article = Article(id="a", title="", publisher="", published=None, url="", path=Path("a.md"), text=text)
        assert extract_article(article).candidates  # minutes, if each space were the first of a new try


def test_a_long_line_of_capitals_is_passed_once():
    text = "On May 5, 2031, agents raided a mill.\n\n" + "U.S." * 100_000
    article = Article(id="a", title="", publisher="", published=None, url="", path=Path("a.md"), text=text)
    assert extract_article(article).candidates  # minutes, if each capital began a new try


def test_spaces_that_no_token_follows_are_passed_once():
    text = f"On May 5, 2031{' ' * 400_000}"
    assert [one.edtf.text for one in find_timexes(text, None)] == ["2031-05-05"]  # a minute, if each were a new try
