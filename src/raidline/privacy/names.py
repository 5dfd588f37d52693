"""Private people: names in a text that have no public office or role beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from raidline import lexicon
from raidline.extract.toponyms.people import first_names

_WORD = re.compile(r"[\w’'.-]+")
_BESIDE = 60  # characters after a name in which a role may follow: "Ann Vale, the county's acting sheriff"
_BEFORE = 40
_PARTY = re.compile(r"\s*\((?:D|R|I)[-–)]")
_CAPITALS = 0.7  # the share of a title's words in capitals


def private_names(text: str, told: Iterable[str] = ()) -> Iterator[str]:
    """Yield the names of people in a text that neither the text nor the texts of its sources (`told`) show as public.

    Only names that begin with a common given name count: curators switch off a rule that takes streets for people.
    """
    if not (found := list(_names(text))):
        return
    texts = (text, *told)
    for match in found:
        name, surname = match[0], match["last"]
        if surname not in _words("figures") and not any(_is_public(surname, one) for one in texts):
            yield name


def _names(text: str) -> Iterator[re.Match[str]]:
    words = text.split()
    in_capitals = sum(word[:1].isupper() for word in words) > _CAPITALS * len(words)
    for match in _name().finditer(text):
        before = (_WORD.findall(text[max(0, match.start() - _BEFORE) : match.start()]) or [""])[-1]
        behind = (_WORD.findall(text[match.end() : match.end() + _BEFORE]) or [""])[0]
        tails = _words("name_tails")
        if before in _words("name_openers") or match["last"] in tails or behind in tails:
            continue
        if not (in_capitals and match["first"] in _words("also_words")):
            yield match


def _is_public(surname: str, text: str) -> bool:
    """Whether a role stands right before a name that ends with this surname, or right after one."""
    for match in re.finditer(rf"(?<![\w-]){re.escape(surname)}(?![\w-])", text):
        before = _WORD.findall(text[max(0, match.start() - _BEFORE) : match.start()])[-3:]
        behind = text[match.end() : match.end() + _BESIDE]
        if _PARTY.match(behind) or any(_bare(word) in roles() for word in before):
            return True
        if behind.startswith(",") and any(_bare(word) in roles() for word in _WORD.findall(_clause(behind))):
            return True
    return False


def _clause(behind: str) -> str:
    """Return what follows a name between its comma and the next stop."""
    return re.split(r"[,;:!?)]|\.\s", behind[1:], maxsplit=1)[0]


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word.strip(".-")).casefold()


@cache
def _name() -> re.Pattern[str]:
    first = "|".join(map(re.escape, sorted(first_names(), key=len, reverse=True)))
    return re.compile(
        rf"(?<![\w.’'-])(?P<first>{first})(?:\s+(?:[A-Z]\.|[A-ZÀ-Þ][\w-]+))?\s+(?P<last>[A-ZÀ-Þ][a-zà-ÿ][\w-]*)"
    )


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon.load("privacy")[name])


@cache
def roles() -> frozenset[str]:
    """Return the words that make a name public, in lower case."""
    titles = [*lexicon.load("place_words")["titles"]]
    offices = lexicon.load("offices")
    titles += [title for level in offices.values() if "titles" in level for title in level["titles"]]
    last_words = {_bare(title.split()[-1]) for title in titles if len(title.split()) < 4}
    return frozenset(last_words | _words("roles")) - _words("private")
