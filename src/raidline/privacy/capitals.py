"""Words with capitals in a row, which may be a name."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from raidline import lexicon
from raidline.privacy import registers
from raidline.privacy.listed import family_names, given_names, is_family, is_given, is_public_word, kin, taken, trades
from raidline.privacy.registers import plain
from raidline.privacy.roles import roles

_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|[’'-](?=[^\W\d_])(?!(?<=[’'])s\b))*")
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
_SHORTEST = 2  # letters with which a name in a headline begins at least
_SHOUTED = 3  # words needed to recognise a headline in capitals alone
_ENDS = re.compile(r"\s*(?:[,?!:;()–—]|$|['’]S\b)")  # a name in a headline, also if its last is a word
_CAPITAL_BEHIND = re.compile(r"\s+[A-ZÀ-Þ]")
_DAYS = frozenset(calendar.day_name)
_MONTHS = frozenset({"April", "May", "June", "August"})
_NEXT = re.compile(r"\s([A-ZÀ-Þ][\w’'-]+)(?=\s+[a-z(]|,)")
_WHO = ("man", "woman", "men", "women", "worker", "workers", "grower", "maker", "keeper")
_QUOTES = frozenset('"“‘')
# Where two words with capitals may stand in a row: a cheap look at a text before all others
_CAPITAL = r"(?:[A-Z]|[^\x00-\x7f])"
_TWO = re.compile(
    rf"{_CAPITAL}[\w’'.-]*[\s\"“‘(]+(?:(?:[a-z]{{1,5}}|[\w .’'-]{{1,21}}[\"”’])\s+){{0,3}}(?:{_CAPITAL}|[ae]l-|d['’])"
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
        """Where it ends, exclusive: behind the stop of "Jr."."""
        last = self.tokens[-1]
        return last.end() + (last[0] in _parts("suffixes") and last.string.startswith(".", last.end()))

    @property
    def words(self) -> list[str]:
        """The words of the name itself: no initials, particles or suffixes."""
        return _words(self.tokens)


def _words(tokens: Sequence[re.Match[str]]) -> list[str]:
    return [
        t[0] for t in tokens if len(t[0]) > 1 and t[0] not in _parts("particles") and t[0] not in _parts("suffixes")
    ]


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
    headline = shouts or (_is_headline(tokens) and (not text.rstrip().endswith(".") or _is_of_words(tokens)))
    fits = _fits_in_headline if headline else _fits_in_sentence
    run: list[re.Match[str]] = []
    for number, token in enumerate(tokens):
        if run and not _goes_on(text, run[-1], token, is_quoting=is_quoting):
            yield from _name_in(run)
            run = []
        word = token[0].capitalize() if shouts else token[0]
        if (
            (run and _joins(word, tokens[number + 1 : number + 3]))
            or (_may_be_part(word) and fits(text, run, token, word))
            or (not headline and _ends_a_name(text, run, token))
            or (not run and _is_month_for_given_name(text, token))
        ):
            run.append(token)
        elif run:
            yield from _name_in(run)
            run = []
    yield from _name_in(run)


def _joins(word: str, behind: Sequence[re.Match[str]]) -> bool:
    """Whether a particle joins what stands before it with these words: "Ana de la Cruz", but "Ana Vale y Eva Luz"."""
    if word not in _parts("particles"):
        return False
    names, joining = [token[0] for token in behind], _parts("joining")
    if word in joining and len(names) > 1 and all(map(_is_capital, names)):
        return not is_given(plain(names[0]))
    first = next((name for name in names if name not in _parts("particles") or name in joining), "")
    return bool(first) and _is_capital(first)


def _fits_in_sentence(text: str, _run: Sequence[re.Match[str]], token: re.Match[str], word: str) -> bool:
    """Whether a word has its capital not only because it opens a sentence."""
    return word not in _openers() or not _opens(text, token)


def _is_month_for_given_name(text: str, token: re.Match[str]) -> bool:
    """Whether a month opens a sentence as a given name, before a family name that is no word: "May Xiong says"."""
    if token[0] not in _MONTHS or not _opens(text, token):
        return False
    found = _NEXT.match(text, token.end())
    return found is not None and is_family(plain(found[1])) and not registers.is_word(plain(found[1]))


def _ends_a_name(text: str, run: Sequence[re.Match[str]], token: re.Match[str]) -> bool:
    """Whether a word that is more than a name is a family name behind a given one: "Miguel White"."""
    if len(run) != 1 or not registers.may_be_family(plain(token[0])) or _CAPITAL_BEHIND.match(text, token.end()):
        return False
    return token[0].istitle() and token[0] not in _DAYS and is_given(plain(run[0][0]))


def _fits_in_headline(text: str, run: Sequence[re.Match[str]], token: re.Match[str], word: str) -> bool:
    """Whether a word is one of a name where every word has a capital: no word, or the last before a stop."""
    if run and word.lower() in _parts("particles") and is_given(plain(run[0][0])):  # "Filomena Dos Santos"
        return True
    if (word in _openers() and plain(word) not in given_names()) or (len(run) > 1 and word in _parts("verbs_too")):
        return False
    if len(word) == 1 or _is_listed(word) or not registers.is_word(plain(word)) or _is_of_two_syllables(word):
        return bool(run) or len(word) > _SHORTEST or (is_given(plain(word)) and word not in _openers())  # "Vu Hoang"
    if len(run) != 1:
        return False
    if _ends_a_name_in_headline(run[0][0], word):
        return True
    first = run[0][0]
    may_begin = is_given(plain(first)) or not (first.isupper() or registers.is_word(plain(first)))  # a rare name
    return may_begin and bool(_ENDS.match(text, token.end()))


def _ends_a_name_in_headline(first: str, word: str) -> bool:
    """Whether a word that may be a family name stands behind a given one, and is hardly a verb or a body."""
    lower = plain(word)
    if not registers.may_be_family(lower) or lower in taken() or word in _parts("verbs_too") or lower.endswith("s"):
        return False
    return is_given(plain(first)) and not registers.is_word(plain(first)) and not is_public_word(word)


def _is_of_two_syllables(word: str) -> bool:
    """Whether a word is a given name of East Asia though both of its parts are words: "Sang-woo"."""
    return word.partition("-")[2] in _parts("second_syllables")


def _opens(text: str, token: re.Match[str]) -> bool:
    """Whether a word with a capital is the first of a sentence."""
    return token[0][0].isupper() and bool(_OPENING.search(text, max(0, token.start() - 4), token.start()))


def _goes_on(text: str, last: re.Match[str], token: re.Match[str], *, is_quoting: bool) -> bool:
    """Whether a word may belong to the same name as the last one: a full stop is only behind an initial."""
    if last[0].isupper() != token[0].isupper():
        capitals = last[0] if last[0].isupper() else token[0]
        if len(capitals) > 1 and capitals not in _parts("suffixes"):
            return False  # letters that stand for a body
    if not _BETWEEN.fullmatch(text, last.end(), token.start()):
        nickname = _NICKNAME.match(text, last.end()) if is_quoting else None
        return nickname is not None and nickname.end() == token.start()
    return text[last.end()] != "." or len(last[0]) == 1 or last[0] in _parts("shortened")


def _name_in(run: Sequence[re.Match[str]]) -> Iterator[Run]:
    """Yield one run without particles and initials at its end, and without what stands before a given name."""
    tokens = list(run)
    while tokens and (tokens[-1][0] in _parts("particles") or len(tokens[-1][0]) == 1):
        tokens.pop()
    may_be_none = len(tokens) > 2 and (_opens(run[0].string, run[0]) or tokens[0][0].endswith("s"))
    if may_be_none and _is_before_a_name(tokens[0][0], tokens[1][0]):
        tokens = tokens[1:]
    if len(_words(tokens)) > _USUAL and not (_is_listed(tokens[0][0]) or tokens[1][0] in _parts("middle")):
        tokens = _from_given_name(tokens)
    tokens = _cut(tokens)
    words = _words(tokens)
    if len(words) > 1 or (words and len(tokens[0][0]) == 1):
        yield Run(tuple(tokens))


def _cut(tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return the tokens of the longest name that they may be, without particles at its end."""
    places = [number for number, token in enumerate(tokens) if token[0] not in _parts("particles")]
    return tokens[: places[_LONGEST - 1] + 1] if len(places) > _LONGEST else tokens


def _is_before_a_name(word: str, following: str) -> bool:
    """Whether a word is none of the name that begins behind it: "Brothers Ana and Bo Vale"."""
    is_who = word.endswith(_WHO) and is_given(plain(following))  # "Dairyman"
    if not (registers.is_word(plain(word)) or is_who) or _is_listed(word):
        return False
    return not registers.is_word(plain(following)) and following not in _parts("middle")


def _from_given_name(tokens: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """Return the words of a long run from the first given name on; all if it has none."""
    begins = (
        number
        for number, token in enumerate(tokens[:-1])
        if is_given(plain(token[0])) and tokens[number - 1][0] not in _parts("particles")
    )
    return list(tokens[next(begins, 0) :])


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


def _is_capital(word: str) -> bool:
    before, joint, behind = word.partition("-")  # "el-Sharif"
    return (
        word[0].isupper()
        or word[:2] in {"d’", "d'"}
        or bool(joint and before in _parts("particles") and behind[0].isupper())
    )


def _is_headline(tokens: Sequence[re.Match[str]]) -> bool:
    long = [t[0] for t in tokens if len(t[0]) >= _LONG and t[0] not in _parts("small_in_headlines")]
    return len(long) >= _ENOUGH and sum(map(_is_capital, long)) > _TITLE_CASE * len(long)


def _is_of_words(tokens: Sequence[re.Match[str]]) -> bool:
    """Whether of words with capitals several are words of the language, and no list of names: "Ann Vale Ate Lunch."."""
    words = [t[0] for t in tokens if len(t[0]) >= _LONG and t[0][0].isupper() and t[0] not in _openers()]
    said = [word for word in words if registers.is_word(plain(word)) and not (_is_listed(word) or is_public_word(word))]
    return len(said) >= _ENOUGH and len(said) > len(words) // 2


@cache
def _openers() -> frozenset[str]:
    return frozenset(lexicon.load("showing")["openers"]) | frozenset(lexicon.load("person_spanish")["openers"])


@cache
def _no_name() -> frozenset[str]:
    return frozenset(lexicon.load("privacy")["no_name"])


@cache
def _parts(name: str) -> frozenset[str]:
    """Return a list of small words and endings of names."""
    return frozenset(lexicon.load("name_parts")[name])
