"""Markdown and plain text, with or without YAML front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from raidline import inert
from raidline.article import Article
from raidline.errors import Problem
from raidline.files.lines import Lines
from raidline.files.textfile import read_text
from raidline.reading.header import LARGEST, Line, article_of
from raidline.yamltext.cutoff import cut_off
from raidline.yamltext.reading import loads

_NO_HEADER = "looks like front matter but is read as text; front matter opens with a line --- at the very top of a file"
_SHOWN = 40  # characters of a comment
_LATE = re.compile(
    r"[ \t\r\n]{0,1000}(?P<sign>---[ \t]*[\r\n]|\+\+\+[ \t]*[\r\n]|(?:id|title|publisher|published|url):[ \t])"
)
_DAY = re.compile(  # a line above the text that tells when it was published, as people and programs write it
    r"(?:[^\r\n]{0,300}\r?\n){0,5}?"
    r"(?P<line>(?:date )?(?:published|posted|date)(?: on)?:[ \t]*[^\r\n]{0,60}?\b\d{4}\b[^\r\n]{0,30})",
    re.IGNORECASE,
)
_FENCE = re.compile(r"^---[ \t]*(?:\r\n|\n|\Z)", re.MULTILINE)


def header_and_text(path: Path) -> tuple[dict[str, str], str] | None:
    """Return the front matter of a text as it is written, and the text below it; None if the file cannot be read.

    Without valid front matter, the first is empty.
    """
    raw = read_text(path, most=LARGEST)
    if isinstance(raw, Problem):
        return None
    opening = _FENCE.match(raw)
    closing = opening and _FENCE.search(raw, opening.end())
    if closing is None:
        return {}, raw
    data = loads(raw[: closing.start()], str(path)).data
    header = data if isinstance(data, dict) else {}
    return {key: value for key, value in header.items() if isinstance(value, str)}, raw[closing.end() :]


def with_lines(raw: str, lines: str) -> str:
    """Return a text with front matter with lines at the end of that, everything else unchanged."""
    opening = _FENCE.match(raw)
    closing = opening and _FENCE.search(raw, opening.end())
    return f"{raw[: closing.start()]}{lines}{raw[closing.start() :]}" if closing else raw


def read_report(path: Path) -> Iterator[Article | Problem]:
    """Yield the article of a file, and the problems with its front matter; without front matter, all of it is text."""
    raw = read_text(path, most=LARGEST)
    if isinstance(raw, Problem):
        yield raw
        return
    opening = _FENCE.match(raw)
    if opening is None:
        if late := _LATE.match(raw):
            line, column = Lines(raw[: late.start("sign")]).end()
            yield Problem(str(path), line, column, "front-matter", _NO_HEADER, "warning")
        for one in article_of(path, Line(str(path), 1), {}, raw):
            yield _saying_where(one, raw) if isinstance(one, Problem) and one.rule == "no-anchor" else one
        return
    closing = _FENCE.search(raw, opening.end())
    if closing is None:
        yield Problem(str(path), 1, 1, "front-matter", "the front matter that opens here is not closed by a line ---")
        return
    header = loads(raw[: closing.start()], str(path))  # from the fence on, so that line numbers are those of the file
    yield from header.problems
    data = header.data or {}
    if not isinstance(data, dict):
        yield Problem(str(path), 2, 1, "front-matter", "front matter consists of lines such as `id: my-article`")
    elif data or not header.problems:
        for key, value in data.items():
            if isinstance(value, str) and (comment := cut_off(header, (key,), value)):
                message = f"{key}: {comment[:_SHOWN]!r} is a comment and not part of the text; put the text in quotes"
                yield Problem(str(path), *header.position((key,)), "text-cut-off", message, "warning")
        yield from article_of(path, header, data, raw[closing.end() :])


def _saying_where(problem: Problem, raw: str) -> Problem:
    """Return the problem of a text without a day of publication; if a line above it tells one, also what to write."""
    told = _DAY.match(raw)
    if told is None:
        return problem
    line, column = Lines(raw[: told.start("line")]).end()
    advice = (
        f"{inert.line(told['line'])!r} is read as text: write `published: 2031-05-06` between two lines --- above it"
    )
    return replace(problem, line=line, column=column, message=f"{problem.message}; {advice}")
