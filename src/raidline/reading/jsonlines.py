"""JSON lines: an article a line, of which only one is held at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from raidline import strictjson
from raidline.article import Article
from raidline.errors import Problem
from raidline.reading.header import LARGEST, Line, article_of
from raidline.reading.opened import UnreadableError, breaks_off, opened
from raidline.textfile import MEGABYTE, decode

MOST_TOLD = 100  # unknown columns


def read_lines(path: Path) -> Iterator[Article | Problem]:
    """Yield the article of each line, and what is wrong with the others."""
    told: set[str] = set()  # a column that is not ours is told of once, not in every line
    try:
        with opened(path) as file:
            for number, raw in enumerate(_bounded_lines(file), 1):
                for one in _read_line(path, number, raw):
                    if isinstance(one, Problem) and one.rule == "unknown-key":
                        if one.message in told or len(told) == MOST_TOLD:
                            continue
                        told.add(one.message)
                    yield one
                    if isinstance(one, Problem) and one.rule == "binary":
                        return
    except UnreadableError as error:
        yield error.problem


def _bounded_lines(file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of a file; of one that is too long, as much as shows that it is; none in which it breaks off."""
    while line := file.readline(LARGEST + 1):
        if not line.endswith(b"\n") and breaks_off(file):
            return
        yield line
        while len(line) > LARGEST and not line.endswith(b"\n"):
            line = file.readline(LARGEST + 1)


def _read_line(path: Path, number: int, raw: bytes) -> Iterator[Article | Problem]:
    def problem(rule: str, message: str, column: int = 1) -> Problem:
        return Problem(str(path), number, column, rule, message)

    text = decode(raw, str(path))
    if len(raw) > LARGEST:
        yield problem("too-large", f"the line is too long; at most {LARGEST // MEGABYTE} MB an article are read")
    elif isinstance(text, Problem):
        yield replace(text, line=number)
    elif text.strip():
        try:
            row = strictjson.loads(text)
            json.dumps(row, ensure_ascii=False).encode()
        except json.JSONDecodeError as error:
            yield problem("json", f"is not JSON: {error.msg[:1].lower()}{error.msg[1:]}", error.colno)
        except UnicodeEncodeError:
            yield problem("json", "holds half of a character (a lone surrogate such as \\ud83d)")
        except RecursionError:
            yield problem("json", "is nested too deeply")
        except ValueError as error:
            yield problem("json", str(error))
        else:
            if isinstance(row, dict) and isinstance(body := row.pop("text", None), str):
                yield from article_of(path, Line(str(path), number), row, body)
            else:
                yield problem("json", 'is no article: write {"id": ..., "published": ..., "text": ...} on one line')
