"""Lines that a page or a mail has set at a width become paragraphs again, so that a sentence is one line.

Quotes are taken from this text, and `check` looks for them in it; the same lines always give the same text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from raidline import lexicon
from raidline.article import PAGE

_FULL = 0.8  # of the usual width, because letters differ in width
_HALF = 0.5
_USUAL = 0.9  # as many lines are no longer than the usual width
_LEAST_WIDTH = 40  # characters; narrower lines are lists, addresses and headings
_EDGE = 2  # lines at the top and the bottom of a page that may be running heads

_SOFT = "\u00ad"
_HYPHENS = ("-", "\u2010", _SOFT)
_FIRST = re.compile(r"(\w+)[-\u2010]$")
_REST = re.compile(r"([^\W\d_]+)(-?)")
_WORD = re.compile(r"\w+(?:-\w+)*")
_DIGITS = re.compile(r"\d+")
_ITEM = re.compile(r"(?:[-*>\u2022\u25aa\u25e6\uf0b7]|\(?[0-9a-zA-Z]{1,3}[.)])\s")
_PAGE_NUMBER = re.compile(
    r"[-\u2013\u2014(\s]*(?:(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|more)[-\u2013\u2014)\s]*", re.IGNORECASE
)

Page = Sequence["SetLine"]


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line as it was set; `begins` says whether it begins a paragraph, None if the lines themselves have to tell."""

    text: str
    begins: bool | None = None


def paragraphs(pages: Sequence[Page]) -> str:
    """Return the paragraphs of all pages with a blank line between them, and a form feed where a page begins.

    A sentence that goes on over a page stays in one paragraph: the form feed is then the space between two words.
    """
    bare = [[line for line in page if line.text.strip()] for page in pages]
    width = _usual_width(line.text for page in bare for line in page)
    known = Counter(word.lower() for page in bare for line in page for word in _WORD.findall(line.text))
    parts: list[str] = []
    last = ""
    for number, page in enumerate(bare):
        space = PAGE if number else " "
        for line in page:
            text = " ".join(line.text.split())
            if last and (_goes_on(last, text, width) if line.begins is None else not line.begins):
                parts[-1] = _joined(parts[-1], text, space, known)
            else:
                parts.append(f"\n{PAGE}\n{text}" if space == PAGE else f"\n\n{text}")
            space, last = " ", text
        if space == PAGE:  # nothing on this page
            parts.append(f"\n{PAGE}")
    return "".join(parts).replace(_SOFT, "").strip("\n")


def _goes_on(last: str, text: str, width: int) -> bool:
    """Whether the next line continues one: its first word had no more room, or begins as no sentence does."""
    if _ITEM.match(text):
        return False
    if text[0].islower() and (last.endswith(_SOFT) or _FIRST.search(last)):
        return True
    if width < _LEAST_WIDTH:
        return False
    if len(last) + 1 + len(text.split(" ", 1)[0]) >= _FULL * width:
        return True
    return text[0].islower() and len(last) >= _HALF * width and last[-1] not in ".!?:;"


def _usual_width(texts: Iterable[str]) -> int:
    lengths = sorted(len(text.strip()) for text in texts)
    return lengths[int((len(lengths) - 1) * _USUAL)] if lengths else 0


def _joined(paragraph: str, text: str, space: str, known: Counter[str]) -> str:
    """Return a paragraph with its next line; a word divided between them is one word, on the page of its beginning."""
    if not paragraph.endswith(_HYPHENS) or not text[0].isalnum():
        return f"{paragraph}{space}{text}"
    head = paragraph[:-1] if _is_divided(paragraph, text, known) else paragraph
    if space != PAGE:
        return f"{head}{text}"
    word, _, rest = text.partition(" ")
    return f"{head}{word}{PAGE}{rest}"


def _is_divided(paragraph: str, text: str, known: Counter[str]) -> bool:
    """Whether the hyphen at the end of a line divides a word, instead of joining two."""
    first, rest = _FIRST.search(paragraph), _REST.match(text)
    if paragraph.endswith(_SOFT):
        return True
    if not first or not rest or not first[1].isalpha() or not rest[1].islower() or rest[2]:
        return False  # 51-year-old, Mexican-American
    before, after = first[1].lower(), rest[1]
    whole, compound = known[before + after], known[f"{before}-{after}"]
    if whole or compound:
        return whole >= compound
    return before not in lexicon.load("compounds")["first_parts"]


def without_running_heads(pages: Sequence[Page]) -> list[list[SetLine]]:
    """Return pages without page numbers and without all but one of the heads that they repeat.

    Those would otherwise stand within a sentence that goes on over a page.
    """
    bare = [[line for line in page if line.text.strip()] for page in pages]
    if len(bare) == 1:
        return bare
    kept = [list(page) for page in bare]
    for top in (True, False):
        often = Counter(key for page in bare for key in {_head(page[at].text) for at in _edge(page, top=top)})
        seen: set[str] = set()
        for page, rest in zip(*((bare, kept) if top else (bare[::-1], kept[::-1])), strict=True):
            for at in _edge(page, top=top):
                key = _head(page[at].text)
                repeated = often[key] > 1 and 2 * often[key] >= len(bare)
                if _PAGE_NUMBER.fullmatch(page[at].text) or (repeated and key in seen):
                    rest[:] = [line for line in rest if line is not page[at]]
                seen.add(key)
    return kept


def _edge(page: Page, *, top: bool) -> Iterator[int]:
    """Yield the lines at one edge of a page that may be running heads: at most half of them."""
    count = min(_EDGE, len(page) // 2)
    return iter(range(count) if top else range(len(page) - count, len(page)))


def _head(text: str) -> str:
    return _DIGITS.sub("#", " ".join(text.split()).casefold())
