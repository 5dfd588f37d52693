"""What a long extraction has found so far, kept beside the file it is to become, so that it can go on after a crash.

A line an article, in the order they came in; a last line that was not finished does not count. The first line says
what the run reads, so that no other run goes on with it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

from raidline.article import Article
from raidline.corpus import Finding, Outcome
from raidline.errors import Problem, RaidlineError
from raidline.extract.happenings import Skipped
from raidline.models import Candidate

Key = Mapping[str, object]


class Spool:
    """The outcomes of a run; `name` is the file they are kept in, the output's with `.partial` added.

    As a context manager it stays where the run fails, to be gone on with, and goes where it succeeds.
    """

    def __init__(self, output: Path, key: Key, *, resume: bool) -> None:
        """Begin, or with `resume` go on where a file is left. RaidlineError where that is of another run."""
        self.path = output.with_name(f"{output.name}.partial")
        head = _line({"raidline extract": dict(key)})
        if self.path.exists():
            if not resume:
                message = f"{self.path} is left of a run that was broken off; add --resume to go on, or remove it"
                raise RaidlineError(message)
            self._file = self._reopened(head)
        else:
            try:
                self._file = self.path.open("x+b")
            except OSError as error:
                raise RaidlineError(
                    f"{self.path}: cannot be written: {(error.strerror or str(error)).lower()}"
                ) from None
            self._file.write(head)

    def _begun(self, head: bytes) -> BinaryIO:
        try:
            file = self.path.open("xb")
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            raise RaidlineError(f"{self.path}: cannot be written: {why}") from None
        file.write(head)
        return file

    def _reopened(self, head: bytes) -> BinaryIO:
        file = self.path.open("r+b")
        if file.readline() != head:
            file.close()
            message = f"{self.path} is left of a run on other articles or with other options; remove it to begin anew"
            raise RaidlineError(message)
        whole = file.tell()
        while file.readline().endswith(b"\n"):
            whole = file.tell()
        file.truncate(whole)
        file.seek(whole)
        return file

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
        if kind is None:
            self.path.unlink(missing_ok=True)

    def add(self, outcome: Outcome) -> None:
        """Keep an outcome; a killed process loses no more than the last few."""
        self._file.write(_line(_as_data(outcome)))
        self._file.flush()

    def rest(self, found: Iterator[Article | Problem]) -> Iterator[Article | Problem]:
        """Yield what of a stream of articles is not kept yet. RaidlineError where the stream begins otherwise."""
        for kept in self._kept():
            one = next(found, None)
            same = kept.get("problem") == asdict(one) if isinstance(one, Problem) else one and _is_of(kept, one)
            if not same:
                raise RaidlineError(f"{self.path} begins with other articles; remove it to begin anew")
        yield from found

    def outcomes(self) -> Iterator[Outcome]:
        """Yield all that is kept, from the first on."""
        return map(_as_outcome, self._kept())

    def _kept(self) -> Iterator[dict[str, Any]]:
        self._file.flush()
        with self.path.open("rb") as file:
            file.readline()
            for line in file:
                yield json.loads(line)


def _is_of(kept: dict[str, Any], article: Article) -> bool:
    """Whether an outcome is that of an article: a problem where extraction failed."""
    return "problem" in kept or kept["article"]["id"] == article.id


def _line(data: Mapping[str, object]) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _as_data(outcome: Outcome) -> dict[str, object]:
    if isinstance(outcome, Problem):
        return {"problem": asdict(outcome)}
    article = outcome.article
    header = {"id": article.id, "title": article.title, "publisher": article.publisher, "url": article.url}
    header |= {"published": article.published.isoformat() if article.published else None, "path": str(article.path)}
    return {
        "article": header,
        "candidates": [candidate.model_dump(mode="json") for candidate in outcome.candidates],
        "skipped": [asdict(skipped) for skipped in outcome.skipped],
    }


def _as_outcome(data: dict[str, Any]) -> Outcome:
    if "problem" in data:
        return Problem(**data["problem"])
    header = data["article"]
    published = date.fromisoformat(header["published"]) if header["published"] else None
    path = Path(header["path"])
    return Finding(
        Article(**header | {"published": published, "path": path, "text": ""}),
        tuple(Candidate.model_validate(candidate) for candidate in data["candidates"]),
        tuple(Skipped(**skipped) for skipped in data["skipped"]),
    )
