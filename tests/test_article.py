"""Articles from files: the text untouched, the header forgiving, the mistakes told."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from raidline.article import Article, by_id
from raidline.reading import header, jsonlines
from raidline.reading.files import read_articles
from raidline.reading.listing import KINDS_OF_FILE

SHARED = Path(__file__).resolve().parents[2] / "shared"

HEADER = """\
---
id: herald-2017-03-01
title: 'Officials: nothing to see'
publisher: The Herald
published: 2017-03-01
published_note: printed a day later
url:
---
"""


def write(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read_one(path):
    articles, problems = read_articles([path])
    assert len(articles) == 1
    return articles[0], problems


def test_header_and_text(tmp_path):
    body = "\n  First line.\r\nA rule:\n---\nAnd “more”.  \n\n"
    path = write(tmp_path, "a.md", HEADER + body)
    found, problems = read_one(path)
    assert problems == []
    assert found == Article(
        "herald-2017-03-01",
        "Officials: nothing to see",
        "The Herald",
        date(2017, 3, 1),
        None,
        body,
        path,
    )


@pytest.mark.parametrize("fence", ["---\r\n", "--- \n"])
def test_fences_of_other_editors(tmp_path, fence):
    found, problems = read_one(write(tmp_path, "a.txt", f"\ufeff{fence}published: 2017-03-01\n{fence}Text."))
    assert (found.id, found.published, found.text, problems) == ("a", date(2017, 3, 1), "Text.", [])


@pytest.mark.skipif(not SHARED.exists(), reason="the measured articles are not beside this checkout")
def test_text_is_exactly_what_follows_the_front_matter():
    blind = set((SHARED / "gold" / "blind.txt").read_text(encoding="utf-8").split())
    paths = [path for path in (SHARED / "articles").glob("*.md") if path.stem not in blind]
    articles, problems = read_articles(paths)
    assert len(articles) == len(paths) >= 12
    assert problems == []
    for found in articles:
        assert found.text == found.path.read_bytes().decode().split("---\n", 2)[2]
        assert found.published


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\n---\nid: x\npublished: 2017-03-01\n---\nText.", 2),
        (" \r\n\r\n---\r\nid: x\r\n---\r\nText.", 3),
        ("  ---\nid: x\n---\nText.", 1),
        ("id: x\npublished: 2017-03-01\n---\nText.", 1),
        ("+++\nid = 'x'\n+++\nText.", 1),
        ("---\nid: x\npublished: 2017-03-01\n---\nText.", None),
        ("\nText.\n---\nMore.", None),
        ("Title: a story\n\nText.", None),
        ("----\nText.", None),
        ("", None),
    ],
)
def test_front_matter_that_is_read_as_text_is_told(tmp_path, text, line):
    _, problems = read_articles([write(tmp_path, "x.md", text)])
    told = [(problem.line, problem.severity) for problem in problems if problem.rule == "front-matter"]
    assert told == ([(line, "warning")] if line else [])


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("Published: March 4, 2031\n\nText.", 1, "'Published: March 4, 2031'"),
        ("Nine held\r\nBy A Reporter\r\nDATE: 4 March 2031\r\n\r\nText.", 3, "'DATE: 4 March 2031'"),
        ("Posted on: 2031-03-04 17:30\nText.", 1, "'Posted on: 2031-03-04"),
        ("Nine held\n\nText.", 1, None),
        ("Date: Tuesday\n\nText.", 1, None),  # tells no day
        ("Text on the hearing.\nThe order is dated: 2031.\n", 1, None),
        ("1\n2\n3\n4\n5\n6\nPublished: March 4, 2031\n", 1, None),  # far below
        (
            "Published: March 4, at 5 o'clock, when the town had long gone to bed and nobody read it any more, in 2031",
            1,
            None,
        ),
    ],
)
def test_a_day_that_stands_above_a_text_is_told_and_not_guessed(tmp_path, text, line, told):
    found, problems = read_one(write(tmp_path, "x.txt", text))
    assert found.published is None
    [problem] = problems
    assert (problem.rule, problem.severity, problem.line) == ("no-anchor", "warning", line)
    assert ("is read as text: write `published: 2031-05-06` between two lines --- above it" in problem.message) == bool(
        told
    )
    assert (told or "") in problem.message


@pytest.mark.parametrize(
    ("content", "problems"),
    [
        ("Nine held.\n\nAgents came.\n", ["none of 2 lines is JSON, so nothing is read; an article is one line"]),
        ("{\n  'id': 'x',\n  'text': 'y'\n}\n", ["none of 4 lines is JSON"]),
        ("word\n" * 500, ["none of 20 lines is JSON, so the rest is not read"]),
        (b"%PDF-1.7\n%\xd3\xeb\n1 0 obj\n\x00\n", ["none of 4 lines is JSON"]),
        ("word\n", ["is not JSON: expecting value"]),
        ('word\n{"text": "Agents came."}\nword\n', ["is not JSON", "has no date", "is not JSON"]),
        ('word\nword\n{"id": 5}\n', ["is not JSON", "is not JSON", "is not an article"]),
        (b"caf\xe9\nword\n", ["is not UTF-8", "is not JSON"]),
    ],
)
def test_a_file_that_is_no_json_lines_is_told_once(tmp_path, content, problems):
    _, found = read_articles([write(tmp_path, "x.jsonl", content)])
    assert len(found) == len(problems)
    assert all(words in problem.message for words, problem in zip(problems, found, strict=True))


@pytest.mark.parametrize(
    ("header", "comment"),
    [
        ("title: Nine held #3", "'#3'"),
        ("publisher: Local #12 News # as it calls itself", "'#12 News # as it calls itself'"),
        ("title: Nine\n  held\n  at #3", "'#3'"),
        ("title: Nine held # of ten", None),
        ("title: 'Nine held #3'", None),
        ('title: "Nine held" #3', None),
        ("title: Nine held#3", None),
        ("title: >-\n  Nine held #3", None),
    ],
)
def test_a_title_that_is_cut_off_is_told(tmp_path, header, comment):
    text = f"---\nid: x\npublished: 2017-03-01\n{header}\n---\nText."
    _, problems = read_articles([write(tmp_path, "x.md", text)])
    assert [problem.rule for problem in problems] == (["text-cut-off"] if comment else [])
    if comment:
        assert f"{comment} is a comment" in problems[0].message
        assert problems[0].severity == "warning"


@pytest.mark.parametrize(
    ("header", "line", "column", "rule", "severity", "message"),
    [
        ("title: x", 2, 1, "no-anchor", "warning", "has no date of publication (`published`), so relative dates"),
        ("published: 2017-03", 2, 12, "no-anchor", "warning", "published: 2017-03 is not one day"),
        ("published: 2017-03-01/..", 2, 12, "no-anchor", "warning", "published: 2017-03-01/.. is not one day"),
        ("published: March 1, 2017", 2, 12, "bad-value", "error", "published: March 1, 2017: write 2017-03-01"),
        ("published: [2017-03-01]", 2, 12, "bad-value", "error", "published: a date is a text"),
        ("publised: x\npublished: 2017-03-01", 2, 1, "unknown-key", "warning", "did you mean 'published'?"),
        ("author: x\npublished: 2017-03-01", 2, 1, "unknown-key", "warning", "did you mean 'publisher'?"),
        ("id: a b\npublished: 2017-03-01", 2, 5, "bad-value", "error", "id: use up to 200 characters without spaces"),
        ("title: [x]\npublished: 2017-03-01", 2, 8, "wrong-type", "error", "title: takes a text, not a list"),
        ("title: a\ntitle: b\npublished: 2017-03-01", 3, 1, "repeated-key", "error", "'title' is repeated"),
    ],
)
def test_a_bad_header_costs_only_what_is_wrong_in_it(tmp_path, header, line, column, rule, severity, message):
    found, problems = read_one(write(tmp_path, "a.md", f"---\n{header}\n---\nText."))
    assert (found.id, found.text) == ("a", "Text.")
    assert found.published == (date(2017, 3, 1) if "published: 2017-03-01\n" in header + "\n" else None)
    problem = problems[0]
    assert message in problem.message
    assert (problem.line, problem.column, problem.rule, problem.severity) == (line, column, rule, severity)


@pytest.mark.parametrize("text", ["Only text.\nNo header.\n", "---\n---\nText"])
def test_without_a_header_the_name_is_the_id(tmp_path, text):
    found, [problem] = read_one(write(tmp_path, "an-article.txt", text))
    assert (found.id, found.text) == ("an-article", text.removeprefix("---\n---\n"))
    assert (problem.rule, problem.severity) == ("no-anchor", "warning")


@pytest.mark.parametrize(
    ("name", "content", "line", "column", "message"),
    [
        ("a.md", "---\nid: x\nText without an end", 1, 1, "the front matter that opens here is not closed"),
        ("a.md", "---\ntitle: Raid: more\n---\nText", 2, 12, "needs quotes around it"),
        ("a.md", "---\n- a\n---\nText", 2, 1, "front matter consists of lines such as"),
        ("a.md", b"---\nid: x\n---\ncaf\xe9", 4, 4, "is not UTF-8"),
        ("a.md", b"PK\x03\x04\x00\x00", 1, 5, "is not a text file"),
        ("a.png", "<html>", 0, 0, "is not an article file: those end in .md, .txt, .html, .pdf"),
        ("a.jsonl", '{"id": "x", "text": }', 1, 21, "is not JSON: expecting value"),
        ("a.jsonl", "[1]", 1, 1, "is not an article: write"),
        ("a.jsonl", '{"id": "x", "text": 5}', 1, 1, "is not an article: write"),
        ("a.jsonl", '{"id": "x", "id": "y", "text": "z"}', 1, 13, "the key 'id' is repeated"),
        ("a.jsonl", '{"text": "\\ud83d"}', 1, 1, "contains half of a character"),
        ("a.jsonl", "[" * 100_000, 1, 1, "is nested too deeply"),
        ("a.jsonl", '{"text": ' + "9" * 5000 + "}", 1, 10, "the number has more than 4,300 digits"),
        ("a.jsonl", b'{"text": "\x00"}\n\x00\n\x00', 1, 11, "is not a text file"),
        ("a.jsonl", "{}".encode("utf-16"), 1, 0, "is UTF-16"),
        ("a.jsonl", "{}".encode("utf-32"), 1, 0, "is UTF-32"),
    ],
)
def test_what_cannot_be_read(tmp_path, name, content, line, column, message):
    articles, problems = read_articles([write(tmp_path, name, content)])
    assert articles == []
    assert message in problems[0].message
    assert (problems[0].line, problems[0].column, problems[0].severity) == (line, column, "error")


def test_empty_files(tmp_path):
    found, problems = read_one(write(tmp_path, "a.md", ""))
    assert found.text == ""
    assert [(problem.rule, problem.severity) for problem in problems] == [
        ("no-anchor", "warning"),
        ("no-text", "error"),
    ]
    assert read_articles([write(tmp_path, "a.jsonl", "\n\n")]) == ([], [])


def test_json_lines_one_bad_line_stops_none(tmp_path):
    rows = [
        json.dumps({"id": "one", "published": "2017-03-01", "text": "naïve\n😀", "title": None}),
        "{",
        "",
        b'{"id": "caf\xe9", "text": "x"}',
        json.dumps({"id": 5, "published": "2017-03-01", "text": "number", "lang": "en"}),
        json.dumps({"id": "two", "published": "2017-03-02", "publisher": "Herald", "text": "b"}, ensure_ascii=False),
    ]
    content = b"\r\n".join(row if isinstance(row, bytes) else row.encode() for row in rows)
    articles, problems = read_articles([write(tmp_path, "all.jsonl", content)])
    assert [(found.id, found.text) for found in articles] == [("one", "naïve\n😀"), ("all", "number"), ("two", "b")]
    assert [(problem.line, problem.rule) for problem in problems] == [
        (2, "json"), (4, "encoding"), (5, "wrong-type"), (5, "unknown-key"),
    ]  # fmt: skip


def test_a_foreign_column_of_json_lines_is_told_of_once(tmp_path):
    lines = "".join(f'{{"id": "a{n}", "published": "2017-03-01", "text": "Text.", "words": {n}}}\n' for n in range(3))
    articles, problems = read_articles([write(tmp_path, "many.jsonl", lines)])
    assert len(articles) == 3
    assert [(p.line, p.rule) for p in problems] == [(1, "unknown-key")]


def test_folders_are_read_to_the_bottom_in_order(tmp_path):
    for name in ("b/deep/x.md", "a.txt", "c.MD", ".git/y.md", "picture.png"):
        write(tmp_path, name, "---\npublished: 2017-03-01\n---\nText.")
    articles, problems = read_articles([tmp_path])
    assert [str(found.path.relative_to(tmp_path)) for found in articles] == ["a.txt", "b/deep/x.md", "c.MD"]
    [left] = problems
    assert (left.rule, left.severity) == ("not-read", "warning")
    assert left.message.startswith("1 file not read: 1 .png (picture.png); articles end in .md")


def test_nothing_there(tmp_path):
    (tmp_path / "articles").mkdir()
    articles, problems = read_articles([tmp_path / "articles", tmp_path / "artcles", tmp_path / "zzz.md"])
    assert articles == []
    assert [(problem.message, problem.severity) for problem in problems] == [
        (f"contains no article ({KINDS_OF_FILE})", "warning"),
        (f"cannot be read: no such file or directory - did you mean {tmp_path / 'articles'}?", "error"),
        ("cannot be read: no such file or directory", "error"),
    ]
    assert read_articles([tmp_path / "none.jsonl"])[1][0].message == "cannot be read: no such file or directory"


def test_two_articles_with_one_id(tmp_path):
    for name in ("a.md", "b.md"):
        write(tmp_path, name, f"---\nid: same\npublished: 2017-03-01\n---\n{name}")
    articles, [problem] = read_articles([tmp_path])
    assert (problem.path, problem.rule) == (str(tmp_path / "b.md"), "duplicate-article")
    assert [found.text for found in articles] == ["a.md", "b.md"]
    assert by_id(articles)["same"].text == "a.md"


def test_bounds(tmp_path, monkeypatch):
    monkeypatch.setattr(jsonlines, "LARGEST", 60)
    long, short = json.dumps({"text": "x" * 100}), json.dumps({"id": "s", "published": "2017-03-01", "text": "y"})
    articles, [problem] = read_articles([write(tmp_path, "a.jsonl", f"{long}\n{short}\n")])
    assert [found.id for found in articles] == ["s"]
    assert (problem.line, problem.rule) == (1, "too-large")


def test_blank_lines_are_passed_over_and_counted(tmp_path, monkeypatch):
    """Millions of them fit into a few packed bytes: none is looked at by itself."""
    looked_at = []
    real = jsonlines._read_line
    monkeypatch.setattr(jsonlines, "_read_line", lambda *given: looked_at.append(given[1]) or real(*given))
    row = json.dumps({"id": "s", "published": "2017-03-01", "text": "y"})
    for blank in ("\n", "\r\n", " \n", "\t \r\n"):
        path = tmp_path / "a.jsonl.gz"
        path.write_bytes(gzip.compress(f"{blank * 30_000}  {row}\n{blank * 30_000}nothing\n{blank * 9}".encode()))
        articles, [problem] = read_articles([path])
        assert [found.id for found in articles] == ["s"]
        assert (problem.line, problem.column, problem.rule) == (60_002, 1, "json")
    assert {30_001, 60_002} <= set(looked_at)
    assert len(looked_at) < 100  # the last of a block may be one


def test_a_file_of_lines_that_are_no_articles_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr(jsonlines, "MOST_WRONG", 3)
    row = json.dumps({"id": "s", "published": "2017-03-01", "text": "y"})
    articles, problems = read_articles([write(tmp_path, "a.jsonl", "{}\n" * 10)])
    assert [problem.line for problem in problems] == [1, 2, 3, 4, 5]
    assert problems[-1].message == "more than 3 lines are not articles; the rest of the file is not read"
    rows = "".join(row.replace('"s"', f'"s{n}"') + "\n{}\n" for n in range(10))
    articles, problems = read_articles([write(tmp_path, "b.jsonl", rows)])
    assert (len(articles), len(problems)) == (10, 10)  # as many are right: all is read


@pytest.mark.parametrize("name", ["a.md", "a.jsonl", "a.html"])
def test_the_text_of_an_article_is_bounded(tmp_path, monkeypatch, name):
    if name == "a.html":
        pytest.importorskip("trafilatura")
    monkeypatch.setattr(header, "LONGEST", 50)
    text = "Agents arrested nine people in Austin on Tuesday, the mayor said."
    content = {
        "a.md": text,
        "a.jsonl": json.dumps({"text": text}),
        "a.html": f"<html><body><p>{text}</p></body></html>",
    }
    articles, problems = read_articles([write(tmp_path, name, content[name])])
    assert articles == []
    assert [problem.rule for problem in problems if problem.severity == "error"] == ["too-large"]


@pytest.mark.slow
def test_one_line_of_fifty_megabytes(tmp_path):
    short = json.dumps({"id": "s", "published": "2017-03-01", "text": "y"})
    lines = json.dumps({"text": "x" * 50_000_000}) + "\n" + short
    articles, [problem] = read_articles([write(tmp_path, "a.jsonl", lines)])
    assert [found.id for found in articles] == ["s"]
    assert (problem.line, problem.message) == (1, "the line is too long; at most 20 MB an article are read")
    articles, [problem] = read_articles([write(tmp_path, "a.txt", "x" * 50_000_000)])
    assert articles == []
    assert problem.message == "is too large (50 MB); at most 20 MB are read"
