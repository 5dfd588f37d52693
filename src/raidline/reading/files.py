"""Files and folders to articles: Markdown or plain text with YAML front matter, JSON lines, or saved web pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from raidline.article import Article
from raidline.errors import Problem
from raidline.reading.frontmatter import read_report
from raidline.reading.header import Line, article_of
from raidline.reading.jsonlines import read_lines

_TEXT_SUFFIXES = {".md", ".txt"}
_PAGE_SUFFIXES = {".html", ".htm"}
_SUFFIXES = _TEXT_SUFFIXES | _PAGE_SUFFIXES | {".jsonl"}
_KINDS_OF_FILE = ".md, .txt, .html or .jsonl"


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


def _read_path(path: Path) -> Iterator[Article | Problem]:
    if path.is_dir():
        files = _files(path)
        if not files:
            yield Problem(str(path), 0, 0, "no-files", f"holds no article ({_KINDS_OF_FILE})", "warning")
        for file in files:
            yield from _read_path(file)
    elif path.suffix.lower() == ".jsonl":
        yield from read_lines(path)
    elif path.suffix.lower() in _TEXT_SUFFIXES or not path.exists():
        yield from read_report(path)
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


def _read_page(path: Path) -> Iterator[Article | Problem]:
    from raidline.reading.webpage import read_page  # noqa: PLC0415 - heavy, and an extra

    page, problems = read_page(path)
    yield from problems
    if page:
        header = {key: getattr(page, key) for key in ("title", "publisher", "url")}
        header["published"] = page.published.isoformat() if page.published else None
        yield from article_of(path, Line(str(path), 0), header, page.text)
