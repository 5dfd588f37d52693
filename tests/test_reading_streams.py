"""Articles from streams: packed files, standard input, web archives; whole, damaged, hostile."""

from __future__ import annotations

import gzip
import io
import json
import sys
from datetime import date
from pathlib import Path
from random import Random

import pytest
from backports import zstd

from raidline.article import Article
from raidline.errors import Problem
from raidline.reading import webarchive, webpage
from raidline.reading.files import read_articles, read_file, stream_articles
from raidline.reading.opened import suffix_of

ROWS = [{"id": f"a{n}", "published": "2017-03-01", "text": f"Text {n}."} for n in range(3)]
LINES = "".join(f"{json.dumps(row)}\n" for row in ROWS).encode()

PAGE = """<html><head><title>Nine held in Riverton</title>
<meta property="article:published_time" content="2031-05-09T10:00:00Z">
<meta property="og:site_name" content="Valley Courier"></head>
<body><article><h1>Nine held in Riverton</h1><p>ICE agents arrested nine people at the bus station in Austin on Tuesday,
the mayor said. The council is to meet again on Thursday to talk about the raid and what came of it.</p>
<p>A second paragraph tells what the sheriff of the county said about the arrests at the station.</p></article></body>
</html>"""


def write(folder, name, content):
    path = folder / name
    path.write_bytes(content)
    return path


def found(path):
    articles, problems = read_articles([path])
    return [article.id for article in articles], [(problem.rule, problem.severity) for problem in problems]


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("a.jsonl", ".jsonl"),
        ("a.jsonl.gz", ".jsonl"),
        ("A.JSONL.ZST", ".jsonl"),
        ("crawl.warc.gz", ".warc"),
        ("a.md", ".md"),
        ("notes.gz", ""),
        ("-", ".jsonl"),
        ("README", ""),
        ("v1.2.md", ".md"),
    ],
)
def test_suffixes(name, suffix):
    assert suffix_of(Path(name)) == suffix


@pytest.mark.parametrize(("suffix", "pack"), [("", bytes), (".gz", gzip.compress), (".zst", zstd.compress)])
def test_packed_lines_are_read_as_plain_ones(tmp_path, suffix, pack):
    path = write(tmp_path, f"all.jsonl{suffix}", pack(LINES))
    articles, problems = read_articles([path])
    assert [(article.id, article.published, article.text) for article in articles] == [
        (row["id"], date(2017, 3, 1), row["text"]) for row in ROWS
    ]
    assert problems == []
    assert found(tmp_path)[0] == ["a0", "a1", "a2"], "a folder finds them as well"


def test_what_is_packed_is_unpacked_once_whatever_its_name(tmp_path):
    line = b'{"id": "a", "published": "2017-03-01", "text": "On Monday."}\n'
    path = tmp_path / "corpus.jsonl"
    path.write_bytes(gzip.compress(line))
    [article] = read_file(path)
    assert article.id == "a"
    path.write_bytes(gzip.compress(gzip.compress(line)))
    [problem] = read_file(path)
    assert problem.rule == "binary"


def test_a_packed_file_holds_no_more_articles_than_its_size_lets_expect(tmp_path, monkeypatch):
    monkeypatch.setattr("raidline.reading.jsonlines.ALWAYS", 3)
    made = Random(1)  # noqa: S311 - the same on every run
    lines = [
        b'{"id": "a%d", "published": "2017-03-01", "text": "%s"}\n' % (n, made.randbytes(100).hex().encode())
        for n in range(9)
    ]
    path = tmp_path / "corpus.jsonl.gz"
    path.write_bytes(gzip.compress(b"".join(lines)))  # each takes more than its share
    assert len(list(read_file(path))) == 9
    path.write_bytes(gzip.compress(b"".join(lines[0].replace(b'"a0"', b'"a%d"' % n) for n in range(9))))
    *articles, problem = read_file(path)
    assert (problem.rule, problem.severity) == ("too-large", "error")
    assert 3 < len(articles) < 9


def test_packed_parts_one_after_the_other(tmp_path):
    parts = [f"{json.dumps(row)}\n".encode() for row in ROWS]
    assert found(write(tmp_path, "all.jsonl.gz", b"".join(map(gzip.compress, parts))))[0] == ["a0", "a1", "a2"]


@pytest.mark.parametrize(("suffix", "pack"), [(".gz", gzip.compress), (".zst", zstd.compress)])
@pytest.mark.parametrize("damage", ["cut", "changed", "other"])
def test_a_damaged_file_is_one_problem(tmp_path, suffix, pack, damage):
    rows = (row | {"id": f"{row['id']}-{n}"} for n in range(3000) for row in ROWS)
    many = "".join(f"{json.dumps(row)}\n" for row in rows).encode()
    packed = pack(many)
    packed = {
        "cut": packed[:-20],
        "changed": packed[: len(packed) // 2] + b"\xff" * 8 + packed[len(packed) // 2 + 8 :],
        "other": b"not packed at all",
    }[damage]
    articles, problems = read_articles([write(tmp_path, f"all.jsonl{suffix}", packed)])
    assert [problem.severity for problem in problems if problem.rule == "damaged"] == ["error"]
    assert len(articles) < 9000
    if damage == "cut":
        assert len(articles) > 8000
        assert len(problems) == 1  # and none of the line in which it breaks off


@pytest.mark.parametrize(("suffix", "pack"), [(".gz", gzip.compress), (".zst", zstd.compress)])
@pytest.mark.parametrize(("lines", "rules"), [(20_000, []), (200_000, ["too-large"])])
def test_a_packed_file_costs_no_more_than_its_size(tmp_path, suffix, pack, lines, rules):
    """What is below a megabyte is read however well it is packed; of more, a hundred times the size of the file."""
    content = pack(b'{"id": "a", "text": "On Monday."}\n' * lines)
    path = write(tmp_path, f"all.jsonl{suffix}", content)
    read = list(read_file(path))
    assert [one.rule for one in read if isinstance(one, Problem) and one.severity == "error"] == rules
    articles = sum(isinstance(one, Article) for one in read)
    assert articles == lines or 30_000 < articles < (1_000_000 + 100 * len(content)) / 33


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LINES)))
    assert found(Path("-")) == (["a0", "a1", "a2"], [])


def test_without_the_library_the_extra_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "compression.zstd", None)
    monkeypatch.setitem(sys.modules, "backports.zstd", None)
    (problem,) = read_articles([write(tmp_path, "a.jsonl.zst", zstd.compress(LINES))])[1]
    assert 'pip install "raidline[zst]"' in problem.message


def test_articles_are_yielded_before_the_stream_ends():
    class Endless(io.RawIOBase):
        def __init__(self):
            self.rest = b""

        def readable(self):
            return True

        def readinto(self, buffer):
            self.rest = self.rest or LINES
            size = min(len(buffer), len(self.rest))
            buffer[:size], self.rest = self.rest[:size], self.rest[size:]
            return size

    stdin, sys.stdin = sys.stdin, io.TextIOWrapper(io.BufferedReader(Endless()))
    try:
        stream = stream_articles([Path("-")])
        assert [next(stream).id for _ in range(3)] == ["a0", "a1", "a2"]
    finally:
        sys.stdin = stdin


def test_ids_seen_before_are_told_with_their_file(tmp_path):
    first, second = write(tmp_path, "a.jsonl", LINES), write(tmp_path, "b.jsonl", LINES)
    problems = read_articles([first, second])[1]
    assert [(p.path, p.rule, p.message) for p in problems] == [
        (str(second), "duplicate-article", f"the id 'a{n}' is already used by {first}") for n in range(3)
    ]


def test_unknown_columns_are_told_of_a_hundred_times_at_most(tmp_path):
    lines = "".join(f"{json.dumps(ROWS[0] | {'id': f'x{n}', f'column{n}': 1})}\n" for n in range(300))
    articles, problems = read_articles([write(tmp_path, "a.jsonl", lines.encode())])
    assert (len(articles), len(problems)) == (300, 100)


def test_a_folder_is_read_in_the_order_of_its_paths(tmp_path):
    for name in ("b.md", "a/z.md", "a/b/c.md", "a.md", ".git/x.md", "page_files/frame.md", "page.html", "a-b.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("---\npublished: 2017-03-01\n---\ntext", encoding="utf-8")
    read = [article.path.relative_to(tmp_path).as_posix() for article in read_articles([tmp_path])[0]]
    assert read == ["a/b/c.md", "a/z.md", "a-b.md", "a.md", "b.md"]
    assert read == [
        path.relative_to(tmp_path).as_posix()
        for path in sorted(tmp_path.rglob("*.md"))
        if ".git" not in path.parts and "page_files" not in path.parts
    ]


def test_a_link_to_a_folder_is_not_followed(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "loop").symlink_to(tmp_path, target_is_directory=True)
    write(tmp_path / "in", "a.jsonl", LINES)
    assert found(tmp_path)[0] == ["a0", "a1", "a2"]


def record(kind, address, block):
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nContent-Length: {len(block)}\r\n\r\n"
    return head.encode() + block + b"\r\n\r\n"


def archive(*answers, packed=True):
    """A web archive of (address, status, content type, body)."""
    records = [record("warcinfo", "", b"software: a crawler\r\n")]
    for address, status, kind, body in answers:
        head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
        records += [record("response", address, head.encode() + body), record("metadata", address, b"x: y\r\n")]
    return b"".join(map(gzip.compress, records)) if packed else b"".join(records)


HTML = "text/html; charset=utf-8"


@pytest.mark.parametrize("packed", [True, False])
def test_pages_of_a_web_archive(tmp_path, packed):
    content = archive(
        ("https://courier.example/1", "200 OK", HTML, PAGE.encode()),
        ("https://courier.example/style.css", "200 OK", "text/css", b"p {}"),
        ("https://courier.example/gone", "404 Not Found", HTML, PAGE.encode()),
        packed=packed,
    )
    path = write(tmp_path, "crawl.warc.gz" if packed else "crawl.warc", content)
    (article,), problems = read_articles([path])
    assert (article.id, article.url) == ("https://courier.example/1", "https://courier.example/1")
    assert (article.title, article.publisher, article.published) == (
        "Nine held in Riverton",
        "Valley Courier",
        date(2031, 5, 9),
    )
    assert article.text.startswith("Nine held in Riverton\nICE agents") or article.text.startswith("ICE agents")
    assert {problem.severity for problem in problems} == {"warning"}
    assert problems[-1].message == "2 records not read: 1 response text/css, 1 responses of status 404"


@pytest.mark.parametrize("pack", [gzip.compress, zstd.compress, bytes])
@pytest.mark.parametrize("part", [0.3, 0.7, 0.95, 0.98])
def test_whole_records_before_a_break_are_kept(tmp_path, pack, part):
    """Wherever an archive breaks off, that is an error, and all pages before it are read, none in part."""
    noise = "".join(chr(97 + n * n * 7919 % 26) for n in range(3000))
    pages = [PAGE.replace("A second paragraph", f"Number {n} {noise[n:]}").encode() for n in range(8)]
    records = [
        pack(record("response", f"https://a.example/{n}", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page))
        for n, page in enumerate(pages)
    ]
    suffix = {gzip.compress: ".gz", zstd.compress: ".zst"}.get(pack, "")
    content = b"".join(records)[: int(len(b"".join(records)) * part)]
    whole = sum(len(b"".join(records[: n + 1])) <= len(content) for n in range(len(records)))
    articles, problems = read_articles([write(tmp_path, f"crawl.warc{suffix}", content)])
    assert [article.id for article in articles] == [f"https://a.example/{n}" for n in range(whole)]
    assert [problem.rule for problem in problems if problem.severity == "error"] == ["damaged"]


def test_one_packed_stream_of_many_records_is_kept_up_to_its_break(tmp_path):
    content = archive(*((f"https://a.example/{n}", "200 OK", HTML, PAGE.encode()) for n in range(300)), packed=False)
    articles, problems = read_articles([write(tmp_path, "crawl.warc.gz", gzip.compress(content)[:-20])])
    assert len(articles) > 200
    assert [problem.rule for problem in problems if problem.severity == "error"] == ["damaged"]


def test_records_that_are_pages_though_no_answers(tmp_path):
    def stored(kind, address, content_type, body):
        head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nContent-Type: {content_type}\r\n"
        return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n"

    content = b"".join(
        [
            stored("resource", "https://a.example/1", "text/html", PAGE.encode()),
            stored("conversion", "https://a.example/2", "application/xhtml+xml", PAGE.encode()),
            stored("conversion", "https://a.example/3", "text/plain", b"Words."),
            stored("resource", "file:///x.pdf", "application/pdf; \x1b[31m", b"%PDF"),
            stored("revisit", "https://a.example/1", "application/http", b""),
            stored("metadata", "https://a.example/1", "text/plain", b"x"),
        ]
    )
    articles, problems = read_articles([write(tmp_path, "crawl.warc", content)])
    assert [article.id for article in articles] == ["https://a.example/1", "https://a.example/2"]
    assert problems[-1].message == (
        "3 records not read: 1 conversion text/plain, 1 resource application/pdf, 1 revisit records"
    )


def test_long_addresses_stay_apart(tmp_path):
    pages = [(f"https://courier.example/{'x' * 300}{n}", "200 OK", HTML, PAGE.encode()) for n in range(2)]
    articles, _ = read_articles([write(tmp_path, "crawl.warc.gz", archive(*pages))])
    assert len({article.id for article in articles}) == 2
    assert all(len(article.id) <= 200 for article in articles)


@pytest.mark.parametrize(
    "content",
    [
        b"not an archive",
        b"",
        archive(("https://a.example/", "200 OK", HTML, PAGE.encode()))[:-30],
        archive(("https://a.example/", "200 OK", HTML, PAGE.encode()), packed=False)[:300],
        b"WARC/1.0\r\nContent-Length: 99999999999\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
        b"WARC/1.0\r\nContent-Length: -5\r\nWARC-Type: response\r\n\r\n",
        b"WARC/1.0\r\nContent-Length: x\r\nWARC-Type: response\r\n\r\n",
    ],
    ids=["other", "empty", "cut", "cut-plain", "long", "negative", "no-number"],
)
def test_what_is_no_web_archive(tmp_path, content):
    packed = content.startswith(b"\x1f\x8b")
    read_articles([write(tmp_path, "crawl.warc.gz" if packed else "crawl.warc", content)])  # raises nothing


def test_a_page_of_an_archive_is_bounded(tmp_path, monkeypatch):
    for module in (webpage, webarchive):
        monkeypatch.setattr(module, "LARGEST", 100)
    path = write(tmp_path, "crawl.warc.gz", archive(("https://a.example/", "200 OK", HTML, PAGE.encode())))
    assert found(path) == ([], [("too-large", "error")])
