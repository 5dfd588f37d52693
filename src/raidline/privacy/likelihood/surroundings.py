"""What stands around a name, in features that a model weighs to tell whether it is a private person's.

Each feature is a class of words or of places in a text, or one of the words right beside the name. Of the name's own
words it counts only whether they may be no name at all: where a name is from says nothing of who has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from raidline.privacy import registers
from raidline.privacy.capitals import Run, ends_of
from raidline.privacy.evidence.fitting import fits_person, fits_place
from raidline.privacy.evidence.harm import is_harmed
from raidline.privacy.evidence.telling import is_told
from raidline.privacy.evidence.wording import any_around
from raidline.privacy.likelihood.public_life import listed_words, signs_of_public_life, tells_of_harm
from raidline.privacy.likelihood.setting import Setting
from raidline.privacy.listed import is_given, is_public_word, kin, taken, trades
from raidline.privacy.people import Person
from raidline.privacy.registers import plain
from raidline.privacy.roles import offices, roles

_REACH = 90  # characters before a name, and behind it
_NEAR = 2  # words before and behind whose class counts
_WORD = re.compile(r"[^\W_]+(?:[.’'&-][^\W_]+)*\.?|[^\w\s]")
_LETTERS = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"(?<![A-Z][a-z])(?<![A-Z])[.!?;]\s")
_STOP_BEHIND = re.compile(r"(?<![A-Z])[.!?;](?:\s|$)")
_POSSESSIVE = re.compile(r"['’]s?\b|['’](?=\s)")
_AGE = re.compile(r"\s*\(\d{1,2}\)|,\s+\d{1,2}\b")
_BY_CAPITALS = frozenset({"letters", "word in capitals", "name"})
_TELLING = frozenset({"ice", "cbp", "dhs", "i", "u.s."})  # capitals that are weighed as words
_ARTICLES = frozenset({"La", "El", "Los", "Las", "Le", "Les", "Al"})
_ITS = re.compile(r"^(?:(?!\b(?:his|her|he|she)\b).)*?\bits\b")
_QUOTE = re.compile(r"[“\"]\s*$")
_MR = re.compile(r"\b(?:Mr|Mrs|Ms|Mx|Sra?|Srta)\.?\s+$")
_COLON = re.compile(r"[A-Za-z]:\s*$")
_SLASH = re.compile(r"/\s*$")
_NAMES = r"[A-ZÀ-Þ][\w.’'-]*(?:\s+(?:[a-z]{2,3}\s+)?[A-ZÀ-Þ][\w.’'-]*){1,3}"
_IN_LIST = re.compile(rf"{_NAMES},\s+(?:{_NAMES},?\s+and\s+)?$")  # two before it, or one behind
_LISTS = re.compile(rf",\s+{_NAMES}(?:,?\s+and|,)\s+{_NAMES}")
_BROAD = 4  # buckets of shares and lengths


def features_of(setting: Setting, person: Person) -> list[str]:
    """Return what stands around the name of a person whose words have capitals, in features."""
    text, run = setting.text, person.run
    if run is None:
        return []
    before, behind = text[max(0, run.start - _REACH) : run.start], text[run.end : run.end + _REACH]
    said, says = _STOP.split(before)[-1], _STOP_BEHIND.split(behind)[0]
    evidence = [
        *_told(setting, run),
        *(name for name, there in _kept_private(text, run, said, says) if there),
    ]
    public = [*signs_of_public_life(setting, run, before, behind)]
    level = "harmed" if person.harmed else "told" if evidence else "nothing told"
    joint = [f"{one} & {level}" for one in public]
    if not (public or evidence):
        joint.append("nothing told at all")
    return [
        *evidence,
        *public,
        *joint,
        *_called(run),
        *_beside(before, behind, said, headline=setting.is_headline),
        *_in_sentence(said, says),
        *_set_in(setting, run, said, says),
    ]


def _called(run: Run) -> Iterator[str]:
    """Yield whether the words of a name may be no name: nothing that tells where somebody's name is from."""
    first, last = ends_of(run)
    if not (is_given(first) or is_given(last)):
        yield "no given name"
    if _is_word(last) and not registers.may_be_family(last):
        yield "a word ends it"
    if _is_word(first) and not registers.may_be_given(first):
        yield "a word begins it"
    if all(_is_word(plain(word)) for word in run.words):
        yield "nothing but words"
    if run.tokens[0][0] in _ARTICLES:
        yield "opens with an article"


def _is_word(word: str) -> bool:
    return registers.is_word(word) and not is_given(word)


def _told(setting: Setting, run: Run) -> Iterator[str]:
    """Yield what the other readings of the words beside a name find."""
    text = setting.text
    if is_told(text, run):
        yield "told as people are"
    if is_harmed(text, run):
        yield "arrested, hurt or killed"
    if fits_person(text, run):
        yield "fits a person"


def _kept_private(text: str, run: Run, said: str, says: str) -> Iterator[tuple[str, bool]]:
    """Yield what is told of private people around their names: each finding, and whether it is there."""
    yield "an age", bool(_AGE.match(text, run.end))
    yield "his or hers behind", bool(_his().search(text, run.end, run.end + _REACH))
    yield "he or she goes on", bool(_goes_on().search(text, run.end))
    yield "its behind", bool(_ITS.search(says))
    yield "Mr. or Ms. before", bool(_MR.search(said))
    yield "that before", bool(_says_that().search(said))


def _beside(before: str, behind: str, said: str, *, headline: bool) -> Iterator[str]:
    """Yield the words right beside a name, and the classes of those that are near."""
    possessive = _POSSESSIVE.match(behind)
    words = _WORD.findall(behind[possessive.end() :] if possessive else behind)
    back = ["^"] * _NEAR + _WORD.findall(before)[-_NEAR:]
    forth = [*(["'s"] if possessive else []), *words[:_NEAR], *["$"] * _NEAR]
    yield f"before: {_as_weighed(back[-1], headline=headline)}"
    yield f"behind: {_as_weighed(forth[0], headline=headline)}"
    opening = len(_WORD.findall(said))  # the number of the word that opens the sentence, counted back from the name
    for side, near in (("before", back[::-1]), ("behind", forth)):
        for number, word in enumerate(near[:_NEAR], 1):
            says_nothing = headline or (side == "before" and number == opening)
            yield from (
                f"{number} {side}: {sort}" for sort in classes(word) if not (says_nothing and sort in _BY_CAPITALS)
            )


def _as_weighed(word: str, *, headline: bool) -> str:
    """Return a word beside a name as the model knows it: all numbers are alike, and so are all names."""
    if word[0].isdigit():
        return "#"
    if word[0].isupper() and not headline and word.lower() not in _TELLING:
        return "Name"
    return word.lower().strip(".") or word


@lru_cache(maxsize=16_384)
def classes(word: str) -> tuple[str, ...]:
    """Return the classes of a word beside a name: a relative, a trade, an office, a body, a number, a word, a name."""
    if not word[0].isalnum():
        return ()
    lower = plain(word.strip("."))
    forms = {lower, lower.removesuffix("s")}
    found = [
        name
        for name, some in (("kin", kin()), ("trade", trades()), ("taken", taken()), ("office", offices()))
        if not some.isdisjoint(forms)
    ]
    if "office" not in found and not roles().isdisjoint(forms):
        found.append("role")
    if is_public_word(word):
        found.append("body")
    if word[0].isdigit():
        found.append("number")
    elif word.isupper() and len(word) > 1:
        found.append("letters")
    elif word[0].isupper():
        found.append("word in capitals" if registers.is_word(lower) else "name")
    return tuple(found)


def _in_sentence(said: str, says: str) -> Iterator[str]:
    """Yield the classes of words elsewhere in the sentence."""
    for side, part in (("earlier", said), ("later", says)):
        words = [word for word in _LETTERS.findall(part) if word[0].islower()]  # and no titles of others
        found = {sort for word in words for sort in classes(word)}
        yield from (f"{side}: {sort}" for sort in sorted(found & {"kin", "trade", "taken", "office", "role"}))
    for name, most in (("affairs", 1), ("lives", 2)):  # two affairs are as telling as one
        number = sum(1 for part in (said, says) for _ in _words_of(name).finditer(part))
        if number:
            yield f"{name}: {min(number, most)}"
    if _words_of("actors").search(said):
        yield "behind those who act"
    if _words_of("actors").search(says):
        yield "before those who act"


def _set_in(setting: Setting, run: Run, said: str, says: str) -> Iterator[str]:
    """Yield what a text is like and where in it a name stands."""
    text = setting.text
    sentence = f"{said}{text[run.start : run.end]}{says}"
    words = _LETTERS.findall(sentence)
    if not setting.is_headline:
        yield f"small letters: {sum(word[0].islower() for word in words) * _BROAD // len(words)} of {_BROAD}"
    opening = "the text" if run.start == 0 else "a sentence" if not said.strip() else "nothing"
    yield f"opens {opening}{'' if says.strip() else ' and ends it'}"
    others = {*setting.surnames} - {run.words[-1]}
    near = {*_LETTERS.findall(sentence)}
    checks = (
        ("another is harmed", not others.isdisjoint(setting.harmed)),
        ("another is public", not others.isdisjoint(setting.public)),
        ("another is public in the sentence", not (others & near).isdisjoint(setting.public)),
        ("one of three or more", bool(_IN_LIST.search(said)) or bool(_LISTS.match(says))),
        ("harm in the sentence", tells_of_harm(sentence)),
        ("harm in the text", tells_of_harm(text)),
        ("the before", said.lower().endswith("the ")),
        ("fits a place", fits_place(text, run)),
        ("a place", any(one < run.end and run.start < other for one, other in setting.places)),
        ("quoted", bool(_QUOTE.search(said))),
        ("colon before", bool(_COLON.search(said))),
        ("colon behind", says.startswith(":")),
        ("slash", bool(_SLASH.search(said)) or says.startswith("/")),
        ("named again", text.count(run.words[-1]) > 1),
        ("letters in the name", any(word.isupper() for word in run.words) and not text.isupper()),
    )
    yield from (name for name, there in checks if there)


@cache
def _words_of(name: str) -> re.Pattern[str]:
    return re.compile(listed_words(name), re.IGNORECASE)


@cache
def _his() -> re.Pattern[str]:
    return re.compile(rf"\b(?:his|her|their)\s+(?:own\s+)?(?:{any_around('his')})")


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(rf"\b(?:He|She)\s+(?:{any_around('goes_on')})\b")


@cache
def _says_that() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_around('clause_begins')})\s+$")
