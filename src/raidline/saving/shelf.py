"""The folder of articles: what it holds, and a new text in it with what it was made from beside it.

A text that is there already is never overwritten, because quotes are taken from it: a changed page is a second article.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from pathlib import Path

from raidline.article import Article, marked_text
from raidline.errors import Problem
from raidline.files.atomic import write_chunks, write_text
from raidline.files.folders import files_in
from raidline.merging.merge import slug
from raidline.privacy.credentials import without_secrets
from raidline.reading.frontmatter import header_and_text, with_lines
from raidline.reading.header import digest_of
from raidline.reading.listing import TEXT_SUFFIXES
from raidline.saving.address import host_of
from raidline.yamltext.dumping import dump

_LONGEST_NAME = 60  # characters of each part of an id


class State(Enum):
    """What saving an article came to."""

    NEW = "new"
    UNCHANGED = "unchanged"  # the same text is there already
    COMPLETED = "completed"  # it is there already, and now has what it lacked
    CHANGED = "changed"  # the page said something else when it was last saved


@dataclass(frozen=True, slots=True)
class Saved:
    """An article in the folder, and whether it has a day of publication.

    `former` is the earlier text of a page that changed.
    """

    path: Path
    state: State
    published: bool
    former: Path | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """What an article was made from, as it came; `suffix` says what it is: `.pdf`, `.warc.gz`.

    `path` is where it is already, if it came from a file.
    """

    suffix: str
    content: bytes
    path: Path | None = None


@dataclass(slots=True)
class _Stored:
    path: Path
    header: dict[str, str]
    digest: str

    @property
    def addresses(self) -> set[str]:
        return {self.header[key] for key in ("url", "requested") if key in self.header}


@dataclass(slots=True)
class Shelf:
    """A folder of articles; its texts are read once."""

    folder: Path
    problems: list[Problem] = field(default_factory=list)
    _stored: list[_Stored] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Read the texts that are there."""
        if not self.folder.is_dir():
            return
        for one in files_in(self.folder, lambda name: Path(name).suffix.lower() in TEXT_SUFFIXES):
            if isinstance(one, Problem):
                self.problems.append(one)
            elif one.suffix.lower() in TEXT_SUFFIXES and (read := header_and_text(one)):
                header, text = read
                self._stored.append(_Stored(one, header, digest_of(text)))

    def has(self, address: str) -> bool:
        """Return whether a page was saved from an address."""
        return any(address in stored.addresses for stored in self._stored)

    def keep(self, article: Article, original: Original | None, at: datetime, requested: str | None = None) -> Saved:
        """Write an article and its original into the folder, unless the same text is there; see `State`.

        RaidlineError if they cannot be written.
        """
        text = marked_text(article).strip("\n")
        digest = digest_of(text)
        same = next((stored for stored in self._stored if stored.digest == digest), None)
        if same:
            return self._completed(same, article)
        url = without_secrets(article.url) if article.url else None
        former = [stored for stored in self._stored if stored.addresses & {url, requested}]
        in_place = self._in_place(original)
        name = self._free(_name(article) if requested else slug(article.id), ignoring=in_place)
        path = in_place or self.folder / f"{name}.md"
        header = {
            "id": name,
            "title": article.title,
            "publisher": article.publisher,
            "published": article.published.isoformat() if article.published else None,
            "url": url,
            "requested": requested if requested != url else None,
            "retrieved": f"{at:%Y-%m-%dT%H:%M:%SZ}",
            "sha256": digest,
        }
        told = {key: value for key, value in header.items() if value}
        self.folder.mkdir(parents=True, exist_ok=True)
        if original and not in_place:
            write_chunks(path.with_suffix(original.suffix), [original.content])
        write_text(path, f"---\n{dump(told)}---\n{text}\n")
        self._stored.append(_Stored(path, told, digest))
        state = State.CHANGED if former else State.NEW
        return Saved(path, state, bool(article.published), former[-1].path if former else None)

    def _completed(self, same: _Stored, article: Article) -> Saved:
        known = {"title": article.title, "publisher": article.publisher}
        known["published"] = article.published.isoformat() if article.published else None
        lacking = {key: value for key, value in known.items() if value and key not in same.header}
        if not lacking or not same.header:
            return Saved(same.path, State.UNCHANGED, bool(same.header.get("published")))
        before = same.path.read_bytes().decode()
        write_text(same.path, with_lines(before, dump(lacking)), read=before)
        same.header.update(lacking)
        return Saved(same.path, State.COMPLETED, bool(same.header.get("published")))

    def _in_place(self, original: Original | None) -> Path | None:
        """Return the path of the text of a file that is in the folder already, unless there is one."""
        if original is None or original.path is None or original.path.resolve().parent != self.folder.resolve():
            return None
        path = original.path.with_suffix(".md")
        return None if path.exists() else path

    def _free(self, name: str, *, ignoring: Path | None) -> str:
        """Return the name, or the name with the first number that makes it one that no other file has."""
        files = self.folder.glob("*") if self.folder.is_dir() else ()
        taken = {path.name.partition(".")[0].lower() for path in files if not ignoring or path.stem != ignoring.stem}
        taken |= {stored.header.get("id", "").lower() for stored in self._stored}
        number, free = 1, name
        while free.lower() in taken:
            number += 1
            free = f"{name}-{number}"
        return free


def _name(article: Article) -> str:
    """Return an id that says who reported when, or else what: `valley-courier-2019-05-09`."""
    who = slug(article.publisher or host_of(article.url or "").removeprefix("www.") or "report")[:_LONGEST_NAME]
    what = article.published.isoformat() if article.published else slug(article.title or article.id)[:_LONGEST_NAME]
    return f"{who}-{what}".replace("--", "-").strip("-")
