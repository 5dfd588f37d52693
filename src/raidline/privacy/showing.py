"""Which sentences beside a quote may be shown. Nobody chose them, so only those known to name no private person are.

A rule that looks for names misses the next one. So every capitalised word has to be accounted for: as a place, a public
body, a month, or an official with the office beside the name. Personal numbers, addresses and anything else that
identifies one person hide a sentence too. This hides too much on purpose: the article still has what is hidden.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from raidline import lexicon
from raidline.extract.toponyms.mentions import find_places
from raidline.privacy.identifying import identifies_somebody, tells_of_somebody
from raidline.privacy.listed import also_words, family_names, given_names
from raidline.privacy.names import private_names
from raidline.privacy.registers import plain
from raidline.privacy.roles import roles

_WORD = re.compile(r"[^\W\d_](?:[^\W_]|[’'.-](?=[^\W_]))*", re.UNICODE)
_OPENING = re.compile(r"(?:^|[.!?:]\s|[“\"‘(\[]|[“\"]\s?[‘'])\s*$")
_BETWEEN = re.compile(r"\s+|\s*-\s*|\s+(?:[A-Z]\.\s+)+|\s+(?:de|del|la|las|los|van|von|bin|al|el|y)\s+|\.\s+")
_PARTY = re.compile(r"\s*\((?:D|R|I)[-–)]")
_POSSESSIVE = re.compile(r"['’]s?$")
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]?|[A-Z]")
_SHOUTED = 0.7  # the share of a headline's words in capitals
_ENOUGH = 3  # words needed to recognise one
_UP_TO = 80  # characters after a name in which its office may stand


@dataclass(frozen=True, slots=True)
class _Name:
    """Words that no list contains, at `start:end` of a text; `public` if an office stands beside them."""

    words: tuple[str, ...]
    start: int
    end: int
    public: bool


def shown(sentence: str, article: str) -> str:
    """Return a sentence of an article, or "" if it may name a private person or say how to find one."""
    return sentence if _is_harmless(sentence, article) else ""


def _is_harmless(sentence: str, article: str) -> bool:
    text = unicodedata.normalize("NFC", sentence)
    if any(unicodedata.category(c) in ("Cf", "Co", "Cn") or not _is_latin(c) for c in text):
        return False  # unreadable characters are not shown
    if identifies_somebody(text) or _shouts(text) or any(private_names(text, (article,))):
        return False
    known = _known_people(article)
    names = list(_names(text, article))
    if not all(one.public or known.are_public(one.words) for one in names):
        return False
    named = [(one.start, one.end) for one in names]
    return not any(
        plain(match[0]) in _of_people() - also_words()
        for match in _WORD.finditer(text)
        if match[0][0].islower() and not any(start <= match.start() < end for start, end in named)
    )


def _is_latin(character: str) -> bool:
    return not character.isalpha() or unicodedata.name(character, "").startswith("LATIN")


def _shouts(text: str) -> bool:
    """Whether a text is all in capitals, or begins sentences without any: then case says nothing about names."""
    words = _WORD.findall(text)
    shouted = sum(word.isupper() and len(word) > 1 for word in words) > _SHOUTED * len(words)
    return len(words) >= _ENOUGH and (shouted or not any(word[0].isupper() for word in words))


@dataclass(frozen=True, slots=True)
class _Known:
    """The names of an article: those with an office beside them, and those without."""

    public: frozenset[tuple[str, ...]]
    private: frozenset[tuple[str, ...]]

    def are_public(self, words: tuple[str, ...]) -> bool:
        """Whether a name is an official's; a surname alone is, unless somebody else in the article has it too."""
        if words in self.public:
            return True
        same = [name for name in self.public if name[-1] == words[-1]]
        return len(words) == 1 and bool(same) and not any(name[-1] == words[-1] for name in self.private)


@lru_cache(maxsize=64)
def _known_people(article: str) -> _Known:
    found = list(_names(article, article))
    public = {one.words for one in found if one.public}
    private = {one.words for one in found if not one.public and len(one.words) > 1} - public
    return _Known(frozenset(public), frozenset(private))


def _names(text: str, article: str) -> Iterator[_Name]:
    """Yield capitalised words that are not a place, public body, office or first word of a sentence."""
    places = _places(text)
    small = _in_small_letters(article)
    run: list[re.Match[str]] = []
    for match in _WORD.finditer(text):
        if run and not _BETWEEN.fullmatch(text, run[-1].end(), match.start()):
            yield _name(run, text)
            run = []
        if match[0][0].isupper() and not _is_accounted_for(match, text, places, small):
            run.append(match)
        elif run:
            yield _name(run, text)
            run = []
    if run:
        yield _name(run, text)


def _is_accounted_for(
    match: re.Match[str], text: str, places: frozenset[tuple[int, int, bool]], small: frozenset[str]
) -> bool:
    word = _POSSESSIVE.sub("", match[0])
    lower = plain(word)
    is_name = lower in _of_people()
    if _bare(word) in roles() and not is_name:
        return True
    if any(start <= match.start() < end and (several or not is_name) for start, end, several in places):
        return True
    if word in _listed("public") or (word.isupper() and word.capitalize() in _listed("public") and not is_name):
        return True
    if word.replace(".", "") in _listed("letters") or _INITIALS.fullmatch(word):
        return True
    opens = bool(_OPENING.search(text, max(0, match.start() - 8), match.start())) or match.start() == 0
    return opens and not is_name and (word in _listed("openers") or lower in small)


def _name(run: list[re.Match[str]], text: str) -> _Name:
    words = tuple(plain(_POSSESSIVE.sub("", match[0])) for match in run)
    start, end = run[0].start(), run[-1].end()
    before = text[max(0, start - 40) : start]
    titled = re.search(r"([\w’'.-]+)[ \t]+$", before)
    behind = text[end : end + _UP_TO]
    known = words[-1] in _folded("figures") and (len(words) == 1 or _folded("figures_in_full").issuperset(words[:-1]))
    titled_so = bool(titled and _whole(titled[1]) in _offices())
    public = known or titled_so or bool(_PARTY.match(behind)) or _office_behind(behind)
    return _Name(words, start, end, public)


def _office_behind(behind: str) -> bool:
    """Whether a clause right after a name gives it an office and says nothing about a private person."""
    if not behind.startswith(", "):
        return False
    clause = re.split(r"[,;:!?)]|\.\s|\.$", behind[2:], maxsplit=1)[0]
    named = any(_whole(word) in _offices() for word in clause.split())
    return named and not tells_of_somebody(clause)


@lru_cache(maxsize=256)
def _places(text: str) -> frozenset[tuple[int, int, bool]]:
    """Return where the text names places that can be identified, and whether in several words."""
    return frozenset((one.start, one.end, " " in one.text) for one in find_places(text) if one.candidates)


@lru_cache(maxsize=64)
def _in_small_letters(article: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(article) if word.islower())


def _whole(word: str) -> str:
    """Return a word with its possessive ending: the mayor's brother holds no office."""
    return word.strip(".-").casefold()


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word.strip(".-")).casefold()


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(lexicon.load("showing")[name])


@cache
def _folded(name: str) -> frozenset[str]:
    source = "privacy" if name == "figures" else "showing"
    return frozenset(map(plain, lexicon.load(source)[name]))


@cache
def _of_people() -> frozenset[str]:
    """Return the given and family names that `check` knows too."""
    return given_names() | family_names()


@cache
def _offices() -> frozenset[str]:
    """Return the words for public offices, except those that are given names: Dean."""
    return roles() - _of_people() - _listed("no_office") - frozenset(lexicon.load("privacy")["no_office"])
