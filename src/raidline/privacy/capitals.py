"""Words with capitals in a row, which may be a name, and the lists of what is one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from raidline import lexicon
from raidline.extract.toponyms.people import first_names
from raidline.privacy import registers
from raidline.privacy.registers import plain
from raidline.privacy.roles import roles

_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|[’'-](?=[^\W\d_])(?!(?<=[’'])s\b))*")
_PARTICLES = frozenset(
    {"de", "del", "la", "las", "los", "da", "das", "do", "dos", "di", "du", "van", "von", "der", "den", "bin", "ibn"}
    | {"al", "el", "ter", "y", "e"}
)
_SUFFIXES = frozenset({"Jr", "Sr", "II", "III"})
_MIDDLE = frozenset({"Thi", "Thị", "Van", "Văn"})  # of Vietnamese names: the family's name stands before it
_AND = frozenset({"y", "e"})  # in Spanish and Portuguese, also between two people
_SHORTENED = frozenset({"Ma", "Mª", "Jr", "Sr", "St"})  # with a full stop in the middle of a name
_BETWEEN = re.compile(r"[ \t\xa0]*\n?[ \t\xa0]*|\.[ \t\xa0]*")
_NICKNAME = re.compile(
    r"\s+(?:“[^\W\d][\w .’'-]{0,20}”|\"[^\W\d][\w .’'-]{0,20}(?<![a-z]\.)\"|‘[^\W\d][\w .-]{0,20}’)\s+(?=[A-ZÀ-ÖØ-Þ])"
)
_OPENING = re.compile(r"(?:^|[.!?:]\s|[“\"(])\s*$")
_LONGEST = 6  # words
_USUAL = 3  # words of a name; a longer run may begin with something else
_TITLE_CASE = 0.85  # the share of words with a capital
_ENOUGH = 3  # words needed to recognise a headline
_LONG = 3  # letters
_SMALL = frozenset({"and", "the", "for", "but", "with", "from", "its", "into", "over"})  # in headlines too
_SHORTEST = 2  # letters with which a name in a headline begins at least
_SHOUTED = 3  # words needed to recognise a headline in capitals alone
_ENDS = re.compile(r"\s*(?:[,?!:;()–—]|$|['’]S\b)")  # a name in a headline, also if its last is a word
_QUOTES = frozenset('"“‘')
# Where two words with capitals may stand in a row: a cheap look at a text before all others
_CAPITAL = r"(?:[A-Z]|[^\x00-\x7f])"
_TWO = re.compile(
    rf"{_CAPITAL}[\w’'.-]*[\s\"“‘(]+(?:(?:[a-z]{{1,3}}|[\w .’'-]{{1,21}}[\"”’])\s+){{0,3}}(?:{_CAPITAL}|[ae]l-|d['’])"
)


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


def ends_of(run: Run) -> tuple[str, str]:
    """Return the first and the last word of a name, as `plain` writes them; no first one behind initials alone."""
    words = run.words
    return plain(words[0]) if len(words) > 1 else "", plain(words[-1])


def find_runs(text: str) -> Iterator[Run]:
    """Yield the runs of at least two words that no list knows as anything but a name, in order."""
    if not _TWO.search(text):
        return
    tokens = list(_TOKEN.finditer(text))
    is_quoting = not _QUOTES.isdisjoint(text)
    if is_quoting and (nicknames := [(found.start(), found.end()) for found in _NICKNAME.finditer(text)]):
        tokens = [token for token in tokens if not any(start < token.start() < end for start, end in nicknames)]
    shouts = text.isupper() and len(tokens) >= _SHOUTED
    headline = shouts or (_is_headline(tokens) and not text.rstrip().endswith("."))
    run: list[re.Match[str]] = []
    for number, token in enumerate(tokens):
        if run and not _goes_on(text, run[-1], token, is_quoting=is_quoting):
            yield from _run(run)
            run = []
        word = token[0].capitalize() if shouts else token[0]
        if (run and word in _PARTICLES and _joins(word, [other[0] for other in tokens[number + 1 : number + 3]])) or (
            _may_be_part(word)
            and (
                _is_name_in_headline(text, run, token, word)
                if headline
                else word not in _openers() or not _opens(text, token)
            )
        ):
            run.append(token)
        elif run:
            yield from _run(run)
            run = []
    yield from _run(run)


def _joins(particle: str, behind: Sequence[str]) -> bool:
    """Whether a particle joins what stands before it with these words: "Ana de la Cruz", but "Ana Vale y Eva Luz"."""
    if particle in _AND and len(behind) > 1 and all(map(_is_capital, behind)):
        return not is_given(plain(behind[0]))
    while behind and behind[0] in _PARTICLES - _AND:
        behind = behind[1:]
    return bool(behind) and _is_capital(behind[0])


def _is_name_in_headline(text: str, run: Sequence[re.Match[str]], token: re.Match[str], word: str) -> bool:
    """Whether a word is one of a name where every word has a capital: no word, or the last before a stop."""
    if word in _openers() and plain(word) not in given_names():
        return False
    if len(word) == 1 or _is_listed(word) or not registers.is_word(plain(word)):
        return bool(run) or len(word) > _SHORTEST
    if len(run) != 1:
        return False
    first = run[0][0]
    may_begin = is_given(plain(first)) or not (first.isupper() or registers.is_word(plain(first)))  # a rare name
    return may_begin and bool(_ENDS.match(text, token.end()))


def _opens(text: str, token: re.Match[str]) -> bool:
    """Whether a word with a capital is the first of a sentence."""
    return token[0][0].isupper() and bool(_OPENING.search(text, max(0, token.start() - 4), token.start()))


def _goes_on(text: str, last: re.Match[str], token: re.Match[str], *, is_quoting: bool) -> bool:
    """Whether a word may belong to the same name as the last one: a full stop is only behind an initial."""
    shouts, shouts_too = last[0].isupper(), token[0].isupper()
    if (
        shouts != shouts_too
        and len((last if shouts else token)[0]) > 1
        and (last if shouts else token)[0] not in _SUFFIXES
    ):
        return False  # letters that stand for a body
    if not _BETWEEN.fullmatch(text, last.end(), token.start()):
        nickname = _NICKNAME.match(text, last.end()) if is_quoting else None
        return nickname is not None and nickname.end() == token.start()
    return text[last.end()] != "." or len(last[0]) == 1 or last[0] in _SHORTENED


def _run(found: Sequence[re.Match[str]]) -> Iterator[Run]:
    """Yield one run without particles and initials at its end, and without what stands before a given name."""
    tokens = list(found)
    opens = bool(tokens) and _opens(tokens[0].string, tokens[0])
    while tokens and (tokens[-1][0] in _PARTICLES or len(tokens[-1][0]) == 1):
        tokens.pop()
    if (
        len(tokens) > 2
        and opens
        and registers.is_word(plain(tokens[0][0]))
        and not _is_listed(tokens[0][0])
        and not registers.is_word(plain(tokens[1][0]))
        and tokens[1][0] not in _MIDDLE
    ):
        tokens = tokens[1:]  # "Brothers Ana and Bo Vale"
    if len(Run(tuple(tokens)).words) > _USUAL and not (_is_listed(tokens[0][0]) or tokens[1][0] in _MIDDLE):
        begins = (
            number
            for number, token in enumerate(tokens[:-1])
            if is_given(plain(token[0])) and tokens[number - 1][0] not in _PARTICLES
        )
        tokens = tokens[next(begins, 0) :]
    run = Run(tuple(tokens[:_LONGEST]))
    if tokens and (len(run.words) > 1 or (run.words and len(tokens[0][0]) == 1)):
        yield run


def _is_listed(word: str) -> bool:
    return is_given(plain(word)) or is_family(plain(word))


@lru_cache(maxsize=65_536)
def _may_be_part(word: str) -> bool:
    """Whether a word can be part of a name, unless it opens a sentence as other words do."""
    if not _is_capital(word) or word.endswith(("n't", "n’t")):
        return False
    lower = plain(word)
    if (
        lower in kin()
        or not roles().isdisjoint((lower, lower.removesuffix("s")))
        or word in _no_name()
        or _says_office(lower)
    ):
        return False
    if lower in trades() or lower.endswith(("worker", "workers")):
        return lower in family_names()
    if lower in taken() or is_public_word(word):
        return lower in given_names()
    return True


def _says_office(lower: str) -> bool:
    """Whether a word with a hyphen has an office or an age in it: "then-sheriff", "ex-mayor", "nine-year-old"."""
    return "-" in lower and (not roles().isdisjoint(lower.split("-")) or "-year-" in lower)


def is_public_word(word: str) -> bool:
    """Whether a word with a capital stands for public bodies, calendars, peoples or creeds."""
    return word in _public()


def _is_capital(word: str) -> bool:
    before, joint, behind = word.partition("-")  # "el-Sharif"
    return word[0].isupper() or word[:2] in {"d’", "d'"} or bool(joint and before in _PARTICLES and behind[0].isupper())


def _is_headline(tokens: Sequence[re.Match[str]]) -> bool:
    long = [t[0] for t in tokens if len(t[0]) >= _LONG and t[0] not in _SMALL]
    return len(long) >= _ENOUGH and sum(map(_is_capital, long)) > _TITLE_CASE * len(long)


def is_given(word: str) -> bool:
    """Whether a word, as `plain` writes it, is a given name in any list."""
    return word in given_names() or registers.is_given(word)


def is_family(word: str) -> bool:
    """Whether a word, as `plain` writes it, is a family name in any list; of one with a hyphen a part is enough."""
    return any(part in family_names() or registers.is_family(part) for part in (word, *word.split("-")))


@cache
def given_names() -> frozenset[str]:
    """Return the known given names, as `plain` writes them."""
    return _plain_all([*first_names(), *lexicon.load("showing")["names"], *_of_all_origins("given")])


@cache
def family_names() -> frozenset[str]:
    """Return the known family names, as `plain` writes them; of those in several words the last."""
    return _plain_all(name.split()[-1] for name in (*lexicon.load("showing")["names"], *_of_all_origins("family")))


@cache
def only_family_names() -> frozenset[str]:
    """Return the known family names that are given names of nobody, as `plain` writes them."""
    return _plain_all(_of_all_origins("family")) - _plain_all([*first_names(), *_of_all_origins("given")])


@cache
def only_spanish_family_names() -> frozenset[str]:
    """Return those of them that come from Spanish: people have two, and cases go by them."""
    return only_family_names() & _plain_all(lexicon.load("person_names")["family"]["spanish"])


@cache
def also_words() -> frozenset[str]:
    """Return the names that are also words or places, as `plain` writes them."""
    return _plain_all([*lexicon.load("showing")["also_words"], *lexicon.load("person_names")["also_words"]])


@cache
def kin() -> frozenset[str]:
    """Return the words for relatives and the like, in lower case."""
    return frozenset(lexicon.load("privacy")["kin"])


@cache
def trades() -> frozenset[str]:
    """Return what people do for a living or are called, in lower case."""
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
    return frozenset(lexicon.load("showing")["openers"]) | frozenset(lexicon.load("person_spanish")["openers"])


@cache
def _no_name() -> frozenset[str]:
    return frozenset(lexicon.load("privacy")["no_name"])


def _of_all_origins(which: str) -> Iterator[str]:
    for names in lexicon.load("person_names")[which].values():
        yield from names


def _plain_all(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(plain, words))
