"""Which files hold articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from raidline.errors import Problem
from raidline.files.folders import files_in, named_once
from raidline.phrasing import plural
from raidline.reading.opened import PACKED, STDIN, suffix_of

TEXT_SUFFIXES = {".md", ".txt"}
PAGE_SUFFIXES = {".html", ".htm"}
DOCUMENT_SUFFIXES = {".pdf", ".docx", ".odt"}
MAIL_SUFFIXES = {".eml", ".mbox"}
ORIGINAL_SUFFIXES = PAGE_SUFFIXES | DOCUMENT_SUFFIXES | MAIL_SUFFIXES | {".warc"}
_SUFFIXES = TEXT_SUFFIXES | ORIGINAL_SUFFIXES | {".jsonl"}
KINDS_OF_FILE = ".md, .txt, .html, .pdf, .docx, .odt, .eml, .mbox, .jsonl or .warc"
NOT_READ = "not-read"  # the rule for files beside articles that are of no kind raidline reads
_MOST_NAMED = 5


def article_files(paths: Iterable[Path]) -> Iterator[Path | Problem]:
    """Yield the files themselves, the files in folders that may hold articles, and the problems with the folders.

    Originals in a folder are not read: the text beside them counts. A folder that cannot be opened is an error; files
    of other kinds and a folder without articles are warnings.
    """
    named = [*paths]
    found = (one for path in named for one in ([path] if path == STDIN or not path.is_dir() else _within(path)))
    yield from found if len(named) < 2 else named_once(found)  # of millions, none is kept in mind


def may_hold_articles(name: str) -> bool:
    """Return whether a file with that name is read in a folder of articles."""
    return suffix_of(Path(name)) in _SUFFIXES


def is_original(path: Path) -> bool:
    """Return whether a file is what a text beside it was made from, such as `report.pdf` for `report.md`."""
    if suffix_of(path) not in ORIGINAL_SUFFIXES:
        return False
    name = path.with_suffix("") if path.suffix.lower() in PACKED else path
    return any(name.with_suffix(suffix).is_file() for suffix in TEXT_SUFFIXES)


def _within(folder: Path) -> Iterator[Path | Problem]:
    others: Counter[str] = Counter()
    named: list[str] = []
    empty = True
    for one in files_in(folder, may_hold_articles):
        if isinstance(one, Problem) or may_hold_articles(one.name):
            empty = False
            if isinstance(one, Problem) or not is_original(one):
                yield one
        else:
            others[one.suffix.lower() or "without a suffix"] += 1
            if len(named) < _MOST_NAMED:
                named.append(str(one.relative_to(folder)))
    if empty:
        yield Problem(str(folder), 0, 0, "no-files", f"contains no article ({KINDS_OF_FILE})", "warning")
    if others:
        kinds = ", ".join(f"{number} {suffix}" for suffix, number in sorted(others.items()))
        names = ", ".join(named) + (", ..." if others.total() > len(named) else "")
        message = f"{plural(others.total(), 'file')} not read: {kinds} ({names}); articles end in {KINDS_OF_FILE}"
        yield Problem(str(folder), 0, 0, NOT_READ, message, "warning")
