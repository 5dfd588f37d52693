"""What a file states about an article besides its text, and the article made from both."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from raidline.article import PAGE, Article
from raidline.dates.value import Edtf
from raidline.errors import Problem
from raidline.files.textfile import MEGABYTE
from raidline.models import ArticleId, Text
from raidline.store.validation import Place, unknown_key, validate

LARGEST = 20 * MEGABYTE  # of a file or a line that holds one article
LONGEST = 500_000  # characters of its text: a book; reading takes about 10 microseconds for each character


class _Header(BaseModel):
    id: ArticleId | None = None
    title: Text | None = None
    publisher: Text | None = None
    published: Edtf | None = None
    url: Text | None = None
    requested: Text | None = None  # these three are written by `raidline save`
    retrieved: Edtf | None = None
    sha256: Text | None = None


def digest_of(text: str) -> str:
    """Return the SHA-256 of a text, whatever the line ends that git or an editor gave it."""
    return hashlib.sha256("\n".join(text.strip().splitlines()).encode("utf-8", "replace")).hexdigest()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file as the position of everything in it."""

    path: str
    line: int

    def position(self, keys: Sequence[str | int]) -> tuple[int, int]:
        """Return the line and column 1, for any keys."""
        return self.line, 1

    key_position = position


def article_of(path: Path, place: Place, data: Mapping[str, object], text: str) -> Iterator[Article | Problem]:
    """Make the article from the valid parts of its header, and report the invalid ones."""
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
        message = f"{what}, so relative dates such as `on Monday` stay unresolved"
        yield Problem(place.path, *place.position(("published",)), "no-anchor", message, "warning")
        header["published"] = None
    else:
        header["published"] = published.earliest
    if len(text) > LONGEST:
        message = f"the text is too long; raidline reads at most {LONGEST:,} characters of an article"
        yield Problem(place.path, *place.position(()), "too-large", message)
        return
    if header.get("sha256", "") not in {"", digest_of(text)}:
        message = "the text is not the one that was saved (`sha256`): somebody changed it, so quotes may be theirs"
        yield Problem(place.path, *place.position(("sha256",)), "text-changed", message, "warning")
    if not text.strip():
        yield Problem(place.path, *place.position(()), "no-text", "contains no text")
    yield Article(
        id=header.get("id") or _id_of(path),
        title=header.get("title"),
        publisher=header.get("publisher"),
        published=header["published"],
        url=header.get("url"),
        text=text.replace(PAGE, " "),
        path=path,
        pages=tuple(mark.end() for mark in re.finditer(PAGE, text)),
    )


def _id_of(path: Path) -> str:
    """Return the file's name as an id: browsers name pages after their titles, with spaces."""
    return "".join(c if c.isprintable() else "-" for c in "-".join(path.stem.split()))[:200]
