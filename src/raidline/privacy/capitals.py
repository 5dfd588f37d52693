"""Words with capitals in a row, which may be a name, and the lists of what is one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from raidline import lexicon
from raidline.extract.toponyms.people import first_names
from raidline.privacy.offices import roles

_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|[’'-](?=[^\W\d_])(?!(?<=[’'])s\b))*")
_PARTICLES = frozenset(
    {"de", "del", "la", "las", "los", "da", "das", "do", "dos", "di", "du", "van", "von", "der", "den", "bin", "ibn"}
    | {"al", "el", "ter", "y", "e"}
)
_SUFFIXES = frozenset({"Jr", "Sr", "II", "III"})
_SHORTENED = frozenset({"Ma", "Mª", "Jr", "Sr"})  # with a full stop in the middle of a name
_BETWEEN = re.compile(r"[ \t\xa0]*\n?[ \t\xa0]*|\.[ \t\xa0]+")
_OPENING = re.compile(r"(?:^|[.!?:]\s|[“\"(])\s*$")
_LONGEST = 6  # words
_USUAL = 3  # words of a name; a longer run may begin with something else
_TITLE_CASE = 0.85  # the share of words with a capital
_ENOUGH = 4  # words needed to recognise a headline
_LONG = 3  # letters


@dataclass(frozen=True, slots=True)
class Run:
    """Words with capitals in a row, with initials and particles between them."""

    tokens: tuple[re.Match[str], ...]

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.tokens[0].start()

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""
        return self.tokens[-1].end()

    @property
    def words(self) -> list[str]:
        """The words of the name itself: no initials, particles or suffixes."""
        return [t[0] for t in self.tokens if len(t[0]) > 1 and t[0] not in _PARTICLES | _SUFFIXES]


def find_runs(text: str) -> Iterator[Run]:
    """Yield the runs of at least two words that no list knows as anything but a name, in order."""
    tokens = list(_TOKEN.finditer(text))
    headline = _is_headline(tokens) and (text.isupper() or not text.rstrip().endswith("."))
    run: list[re.Match[str]] = []
    for number, token in enumerate(tokens):
        if run and not _goes_on(text, run[-1], token):
            yield from _run(run)
            run = []
        behind = tokens[number + 1][0] if number + 1 < len(tokens) else "a"
        in_name = bool(run) and token[0] in _PARTICLES and _is_capital(behind)
        begins = bool(run) or not headline or plain(token[0]) in given_names()
        ends = headline and token[0].capitalize() in _openers() and plain(token[0]) not in given_names()
        if in_name or (begins and not ends and _may_be_part(token[0], opens=_opens(text, token))):
            run.append(token)
        elif run:
            yield from _run(run)
            run = []
    yield from _run(run)


def _opens(text: str, token: re.Match[str]) -> bool:
    """Whether a word with a capital is the first of a sentence."""
    return token[0][0].isupper() and bool(_OPENING.search(text, max(0, token.start() - 4), token.start()))


def _goes_on(text: str, last: re.Match[str], token: re.Match[str]) -> bool:
    """Whether a word may belong to the same name as the last one: a full stop is only behind an initial."""
    if not _BETWEEN.fullmatch(text, last.end(), token.start()):
        return False
    return text[last.end()] != "." or len(last[0]) == 1 or last[0] in _SHORTENED


def _run(found: Sequence[re.Match[str]]) -> Iterator[Run]:
    """Yield one run without particles and initials at its end, and without what stands before a given name."""
    tokens = list(found)
    while tokens and (tokens[-1][0] in _PARTICLES or len(tokens[-1][0]) == 1):
        tokens.pop()
    if len(Run(tuple(tokens)).words) > _USUAL and plain(tokens[0][0]) not in given_names() | family_names():
        begins = (
            number
            for number, token in enumerate(tokens[:-1])
            if plain(token[0]) in given_names() and tokens[number - 1][0] not in _PARTICLES
        )
        tokens = tokens[next(begins, 0) :]
    run = Run(tuple(tokens[:_LONGEST]))
    if tokens and len(run.words) > 1:
        yield run


@lru_cache(maxsize=65_536)
def _may_be_part(word: str, *, opens: bool) -> bool:
    """Whether a word can be part of a name; `opens` if it is the first of a sentence."""
    if not _is_capital(word):
        return False
    lower = plain(word)
    if lower in kin() or lower in roles() or word in _no_name():
        return False
    if lower in _trades() or lower.endswith(("worker", "workers")):
        return lower in family_names()
    if lower in taken() or is_public_word(word):
        return lower in given_names()
    return not (opens and word in _openers())


def is_public_word(word: str) -> bool:
    """Whether a word with a capital stands for public bodies, calendars, peoples or creeds."""
    return word in _public()


def _is_capital(word: str) -> bool:
    before, joint, behind = word.partition("-")  # "el-Sharif"
    return word[0].isupper() or word[:2] in {"d’", "d'"} or bool(joint and before in _PARTICLES and behind[0].isupper())


def _is_headline(tokens: Sequence[re.Match[str]]) -> bool:
    long = [t[0] for t in tokens if len(t[0]) > _LONG]
    return len(long) >= _ENOUGH and sum(map(_is_capital, long)) > _TITLE_CASE * len(long)


@lru_cache(maxsize=65_536)
def plain(word: str) -> str:
    """Return a word in lower case and without accents, as it is looked up."""
    split = unicodedata.normalize("NFD", word.replace("đ", "d").replace("Đ", "D").casefold())
    return "".join(c for c in split if not unicodedata.combining(c))


@cache
def given_names() -> frozenset[str]:
    """Return the known given names, as `plain` writes them."""
    return _plain_all([*first_names(), *lexicon.load("showing")["names"], *_of_all_origins("given")])


@cache
def family_names() -> frozenset[str]:
    """Return the known family names, as `plain` writes them; of those in several words the last."""
    return _plain_all(name.split()[-1] for name in (*lexicon.load("showing")["names"], *_of_all_origins("family")))


@cache
def also_words() -> frozenset[str]:
    """Return the names that are also words or places, as `plain` writes them."""
    return _plain_all([*lexicon.load("showing")["also_words"], *lexicon.load("person_names")["also_words"]])


@cache
def kin() -> frozenset[str]:
    """Return the words for relatives and the like, in lower case."""
    return frozenset(lexicon.load("privacy")["kin"])


@cache
def _trades() -> frozenset[str]:
    return frozenset(lexicon.load("privacy")["trades"])


@cache
def taken() -> frozenset[str]:
    """Return the verbs for what is done to people, in lower case."""
    return frozenset(lexicon.load("privacy")["taken"])


@cache
def _public() -> frozenset[str]:
    return frozenset(lexicon.load("showing")["public"]) | frozenset(lexicon.load("showing")["letters"])


@cache
def _openers() -> frozenset[str]:
    return frozenset(lexicon.load("showing")["openers"])


@cache
def _no_name() -> frozenset[str]:
    return frozenset(lexicon.load("privacy")["no_name"])


def _of_all_origins(which: str) -> Iterator[str]:
    for names in lexicon.load("person_names")[which].values():
        yield from names


def _plain_all(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(plain, words))
