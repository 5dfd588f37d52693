"""What a long extraction has found so far, kept beside its output file, so that it can continue after a crash.

One line for each article, in the order of input; an unfinished last line does not count. The first line says what the
run reads, so that no other run continues it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import asdict
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

from raidline.article import Article
from raidline.corpus.run import Finding, Outcome
from raidline.errors import Problem, RaidlineError
from raidline.extract.text.skipped import Skipped
from raidline.files.atomic import patiently, told_unwritable
from raidline.files.lockfile import locked
from raidline.models import Candidate

Key = Mapping[str, object]


class Checkpoint:
    """The outcomes of a run, a context manager; `path` is the file that keeps them: the output's name and `.partial`.

    Entering it begins a run or, with `resume`, continues one from the file it left: RaidlineError if the file belongs
    to a different run or to one still at work. The file stays if the run fails and is removed if it succeeds.
    """

    def __init__(self, output: Path, key: Key, *, resume: bool) -> None:
        self.path = output.with_name(f"{output.name}.partial")
        self._head = _line({"raidline extract": dict(key)})
        self._resume = resume
        self._stack = ExitStack()

    def __enter__(self) -> Checkpoint:
        with ExitStack() as stack, told_unwritable(self.path):
            stack.enter_context(locked(self.path, patience=0))
            self._file = stack.enter_context(self._opened())
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._stack, told_unwritable(self.path):
            self._file.close()
            if kind is None:
                patiently(lambda: self.path.unlink(missing_ok=True))

    def _opened(self) -> BinaryIO:
        begun = self.path.exists()
        if begun and not self._resume:
            message = f"{self.path} is left from an interrupted run; add --resume to continue it, or remove the file"
            raise RaidlineError(message)
        with ExitStack() as stack:  # closes the file if it cannot be read or begun
            file = stack.enter_context(self.path.open("r+b" if begun else "x+b"))
            self._begin(file)
            stack.pop_all()
        return file

    def _begin(self, file: BinaryIO) -> None:
        """Seek past the complete lines of a run on the same articles; begin a run in a file that contains none."""
        first = file.readline()
        if first == self._head:
            whole = file.tell()
            while _is_whole(file.readline()):
                whole = file.tell()
            file.truncate(whole)
            file.seek(whole)
        elif self._head.startswith(first):  # new, or killed before it began
            file.seek(0)
            file.write(self._head)
            file.flush()
        else:
            message = f"{self.path} is left from a run with other articles or options; remove it to start again"
            raise RaidlineError(message)

    def add(self, outcome: Outcome) -> None:
        """Keep an outcome; a killed process loses no more than the last few."""
        with told_unwritable(self.path):
            self._file.write(_line(_as_data(outcome)))
            self._file.flush()

    def rest(self, found: Iterator[Article | Problem]) -> Iterator[Article | Problem]:
        """Yield the articles of a stream that are not kept yet. RaidlineError if the stream begins differently."""
        for kept in self._kept():
            one = next(found, None)
            same = kept.get("problem") == asdict(one) if isinstance(one, Problem) else one and _is_of(kept, one)
            if not same:
                raise RaidlineError(f"{self.path} begins with other articles; remove it to start again")
        yield from found

    def outcomes(self) -> Iterator[Outcome]:
        """Yield everything that is kept, from the beginning."""
        return map(_as_outcome, self._kept())

    def _kept(self) -> Iterator[dict[str, Any]]:
        self._file.flush()
        with self.path.open("rb") as file:
            file.readline()
            for line in file:
                yield json.loads(line)


def _is_whole(line: bytes) -> bool:
    """Whether a line was written to its end; after a power failure its content may be anything."""
    try:
        return line.endswith(b"\n") and isinstance(json.loads(line), dict)
    except ValueError:
        return False


def _is_of(kept: dict[str, Any], article: Article) -> bool:
    """Whether an outcome belongs to an article; where extraction failed, the outcome is a problem."""
    return "problem" in kept or kept["article"]["id"] == article.id


def _line(data: Mapping[str, object]) -> bytes:
    return json.dumps(data, separators=(",", ":")).encode() + b"\n"


def _as_data(outcome: Outcome) -> dict[str, object]:
    if isinstance(outcome, Problem):
        return {"problem": asdict(outcome)}
    article = outcome.article
    header: dict[str, object] = {
        "id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "url": article.url,
    }
    header |= {"published": article.published.isoformat() if article.published else None, "path": str(article.path)}
    header |= {"pages": article.pages}
    return {
        "article": header,
        "candidates": [candidate.model_dump(mode="json") for candidate in outcome.candidates],
        "skipped": [asdict(skipped) for skipped in outcome.skipped],
        "foreign": outcome.foreign,
    }


def _as_outcome(data: dict[str, Any]) -> Outcome:
    if "problem" in data:
        return Problem(**data["problem"])
    header = data["article"]
    published = date.fromisoformat(header["published"]) if header["published"] else None
    path = Path(header["path"])
    return Finding(
        Article(**header | {"published": published, "path": path, "text": "", "pages": tuple(header["pages"])}),
        tuple(Candidate.model_validate(candidate) for candidate in data["candidates"]),
        tuple(Skipped(**skipped) for skipped in data["skipped"]),
        data.get("foreign", False),
    )
