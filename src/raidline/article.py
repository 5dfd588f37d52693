"""Articles from files: Markdown or plain text with YAML front matter, JSON lines, or saved web pages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from pydantic import BaseModel

from raidline.dates import Edtf
from raidline.errors import Problem
from raidline.models import ArticleId, Text
from raidline.textfile import MEGABYTE, decode, read_text, unreadable
from raidline.validation import Place, unknown_key, validate
from raidline.yamltext.reading import loads

LARGEST = 20 * MEGABYTE

_TEXT_SUFFIXES = {".md", ".txt"}
_PAGE_SUFFIXES = {".html", ".htm"}
_SUFFIXES = _TEXT_SUFFIXES | _PAGE_SUFFIXES | {".jsonl"}
_KINDS_OF_FILE = ".md, .txt, .html or .jsonl"
_FENCE = re.compile(r"^---[ \t]*(?:\r\n|\n|\Z)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Article:
    """A news report as it was saved; `text` is exactly what follows the front matter.

    `published` is the anchor of its relative dates; without it they stay unresolved.
    """

    id: str
    title: str | None
    publisher: str | None
    published: date | None
    url: str | None
    text: str
    path: Path


class _Header(BaseModel):
    id: ArticleId | None = None
    title: Text | None = None
    publisher: Text | None = None
    published: Edtf | None = None
    url: Text | None = None


def read_articles(paths: Iterable[Path]) -> tuple[list[Article], list[Problem]]:
    """Read the articles in files and folders (searched to any depth), in the order of their names.

    One bad article never stops the others. Ids that come twice are problems, and both articles are returned.
    """
    articles: list[Article] = []
    problems: list[Problem] = []
    seen: dict[str, Article] = {}
    for path in paths:
        for found in _read_path(path):
            if isinstance(found, Problem):
                problems.append(found)
                continue
            articles.append(found)
            first = seen.setdefault(found.id, found)
            if first is not found:
                message = f"the id {found.id!r} is already that of {first.path}"
                problems.append(Problem(str(found.path), 1, 1, "duplicate-article", message))
    return articles, problems


def by_id(articles: Iterable[Article]) -> Mapping[str, Article]:
    """Index articles by id; of several with one id the first counts."""
    index: dict[str, Article] = {}
    for article in articles:
        index.setdefault(article.id, article)
    return index


def _read_path(path: Path) -> Iterator[Article | Problem]:
    if path.is_dir():
        files = _files(path)
        if not files:
            yield Problem(str(path), 0, 0, "no-files", f"holds no article ({_KINDS_OF_FILE})", "warning")
        for file in files:
            yield from _read_path(file)
    elif path.suffix.lower() == ".jsonl":
        yield from _read_lines(path)
    elif path.suffix.lower() in _TEXT_SUFFIXES or not path.exists():
        yield from _read_text(path)
    elif path.suffix.lower() in _PAGE_SUFFIXES:
        yield from _read_page(path)
    else:
        yield Problem(str(path), 0, 0, "not-an-article", f"is no article: those end in {_KINDS_OF_FILE}")


def _files(folder: Path) -> list[Path]:
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in _SUFFIXES and not any(map(_is_no_article, path.relative_to(folder).parts))
    )


def _is_no_article(part: str) -> bool:
    return part.startswith(".") or part.endswith("_files")  # where browsers put the frames and scripts of a saved page


def _read_text(path: Path) -> Iterator[Article | Problem]:
    raw = read_text(path, most=LARGEST)
    if isinstance(raw, Problem):
        yield raw
        return
    opening = _FENCE.match(raw)
    if opening is None:
        yield from _article(path, _Line(str(path), 1), {}, raw)
        return
    closing = _FENCE.search(raw, opening.end())
    if closing is None:
        yield Problem(str(path), 1, 1, "front-matter", "the front matter that opens here is not closed by a line ---")
        return
    header = loads(raw[: closing.start()], str(path))  # from the fence on, so that lines count as in the file
    yield from header.problems
    data = header.data or {}
    if not isinstance(data, dict):
        yield Problem(str(path), 2, 1, "front-matter", "the front matter is made of lines such as `id: my-article`")
    elif data or not header.problems:
        yield from _article(path, header, data, raw[closing.end() :])


def _read_page(path: Path) -> Iterator[Article | Problem]:
    from raidline.webpage import read_page  # noqa: PLC0415 - heavy, and an extra

    page, problems = read_page(path)
    yield from problems
    if page:
        header = {key: getattr(page, key) for key in ("title", "publisher", "url")}
        header["published"] = page.published.isoformat() if page.published else None
        yield from _article(path, _Line(str(path), 0), header, page.text)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a file as the place of all that it holds."""

    path: str
    line: int

    def position(self, keys: Sequence[str | int]) -> tuple[int, int]:
        return self.line, 1

    key_position = position


def _read_lines(path: Path) -> Iterator[Article | Problem]:
    told: set[str] = set()  # a column that is not ours is told of once, not in every line
    try:
        with path.open("rb") as file:
            for number, raw in enumerate(_bounded_lines(file), 1):
                found = list(_read_line(path, number, raw))
                for one in found:
                    if not (isinstance(one, Problem) and one.rule == "unknown-key" and one.message in told):
                        yield one
                told |= {one.message for one in found if isinstance(one, Problem) and one.rule == "unknown-key"}
                if any(isinstance(one, Problem) and one.rule == "binary" for one in found):
                    return
    except OSError as error:
        yield unreadable(path, error)


def _bounded_lines(file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of a file; of one that is too long, as much as shows that it is."""
    while line := file.readline(LARGEST + 1):
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
            row = json.loads(text, object_pairs_hook=_without_repeats)
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
                yield from _article(path, _Line(str(path), number), row, body)
            else:
                yield problem("json", 'is no article: write {"id": ..., "published": ..., "text": ...} on one line')


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    row = dict(pairs)
    if len(row) < len(pairs):
        raise ValueError("has a key that is repeated")
    return row


def _article(path: Path, place: Place, data: Mapping[str, object], text: str) -> Iterator[Article | Problem]:
    """Make the article of what is right in its header, and say what is wrong."""
    header: dict[str, Any] = {}
    for key, value in data.items():
        if key in _Header.model_fields:
            read = validate(_Header, place, (), {key: None if value == "" else value})
            if isinstance(read, _Header):
                header[key] = getattr(read, key)
            else:
                yield from read
        elif not key.endswith("_note"):
            message = unknown_key(key, _Header.model_fields)
            yield Problem(place.path, *place.key_position((key,)), "unknown-key", message, "warning")
    published = header.get("published")
    if published is None or published.earliest is None or published.earliest != published.latest:
        what = f"published: {published} is not one day" if published else "has no date of publication (`published`)"
        message = f"{what}, so that relative dates such as `on Monday` stay unresolved"
        yield Problem(place.path, *place.position(("published",)), "no-anchor", message, "warning")
        header["published"] = None
    else:
        header["published"] = published.earliest
    if not text.strip():
        yield Problem(place.path, *place.position(()), "no-text", "holds no text", "warning")
    yield Article(
        id=header.get("id") or _id_of(path),
        title=header.get("title"),
        publisher=header.get("publisher"),
        published=header["published"],
        url=header.get("url"),
        text=text,
        path=path,
    )


def _id_of(path: Path) -> str:
    """Return the file's name as an id: browsers name pages by their titles, spaces and all."""
    return "".join(c if c.isprintable() else "-" for c in "-".join(path.stem.split()))[:200]
