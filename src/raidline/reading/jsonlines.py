"""JSON lines: one article for each line, with only one in memory at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from raidline.article import Article
from raidline.errors import Problem
from raidline.files import strictjson
from raidline.files.textfile import MEGABYTE, decode
from raidline.reading.header import LARGEST, Line, article_of
from raidline.reading.opened import UnreadableError, breaks_off, opened, outgrown

MOST_TOLD = 100  # unknown columns
MOST_WRONG = 1000  # lines that are not articles, if they outnumber those that are
NO_JSON = 20  # lines: a file of which none of the first is JSON is something else
ALWAYS = 40_000  # articles in a packed file of any size; about a minute of work
_NOT_JSON = "is not JSON"
_NO_TEXT = {"encoding", "binary"}
_BLANK = b" \t\r\n"


def read_lines(path: Path) -> Iterator[Article | Problem]:
    """Yield the article of each line, and the problems with the other lines; one if no line is JSON."""
    held: list[Problem] = []
    found = _lines_of(path)
    for one in found:
        if not (isinstance(one, Problem) and (one.message.startswith(_NOT_JSON) or (held and one.rule in _NO_TEXT))):
            yield from (*held, one)
            break
        held.append(one)
        if len(held) == NO_JSON:
            yield _something_else(held, "so the rest is not read")
            return
    else:
        yield from [_something_else(held, "so nothing is read")] if len(held) > 1 else held
    yield from found


def _something_else(held: list[Problem], therefore: str) -> Problem:
    message = (
        f"none of {len(held)} lines is JSON, {therefore}; an article is one line of JSON, and a text belongs into a"
        " file that ends in .txt or .md"
    )
    return replace(held[0], message=message)


def _lines_of(path: Path) -> Iterator[Article | Problem]:
    told: set[str] = set()  # an unknown column is reported once, not for every line
    try:
        with opened(path) as file:
            right = wrong = 0
            for number, raw in _bounded_lines(file):
                if wrong > max(MOST_WRONG, right):
                    message = f"more than {MOST_WRONG} lines are not articles; the rest of the file is not read"
                    yield Problem(str(path), number, 1, "json", message)
                    return
                if crowd := outgrown(file, right, ALWAYS):
                    yield Problem(str(path), number, 1, *crowd)
                    return
                for one in _read_line(path, number, raw):
                    right += isinstance(one, Article)
                    wrong += isinstance(one, Problem) and one.severity == "error"
                    if isinstance(one, Problem) and one.rule == "unknown-key":
                        if one.message in told or len(told) == MOST_TOLD:
                            continue
                        told.add(one.message)
                    yield one
                    if isinstance(one, Problem) and one.rule == "binary":
                        return
    except UnreadableError as error:
        yield error.problem


def _bounded_lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of a file that are not blank, each with its number; of an overlong line, enough to show that.

    If the file breaks off, its unfinished last line is left out.
    """
    number = 1
    while True:
        number += _pass_blank_lines(file)
        line = file.readline(LARGEST + 1)
        if not line:
            return
        if not line.endswith(b"\n") and breaks_off(file):
            return
        yield number, line
        while len(line) > LARGEST and not line.endswith(b"\n"):
            line = file.readline(LARGEST + 1)
        number += 1


def _pass_blank_lines(file: BinaryIO) -> int:
    """Read the blank lines that come next and return their number: a packed file may hold millions in a few bytes."""
    lines = 0
    peek: Callable[[int], bytes] | None = getattr(file, "peek", None)  # bytes in memory lack it and do not need it
    while peek:
        ahead = peek(1)
        blank = ahead[: len(ahead) - len(ahead.lstrip(_BLANK))]
        passed = blank[: blank.rfind(b"\n") + 1]
        if not passed:
            break
        lines += file.read(len(passed)).count(b"\n")
    return lines


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
            yield problem("json", f"{_NOT_JSON}: {error.msg[:1].lower()}{error.msg[1:]}", error.colno)
        except UnicodeEncodeError:
            yield problem("json", "contains half of a character (a lone surrogate such as \\ud83d)")
        except RecursionError:
            yield problem("json", "is nested too deeply")
        except ValueError as error:
            yield problem("json", str(error))
        else:
            if isinstance(row, dict) and isinstance(body := row.pop("text", None), str):
                yield from article_of(path, Line(str(path), number), row, body)
            else:
                yield problem("json", 'is not an article: write {"id": ..., "published": ..., "text": ...} on one line')
