"""What is told right beside a name of people in public life, or of things: acts, papers, bodies, roles and titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from raidline import lexicon
from raidline.lexicon.inflecting import inflected
from raidline.lexicon.patterns import alternatives, words_source
from raidline.privacy.capitals import Run
from raidline.privacy.likelihood.setting import Setting
from raidline.privacy.listed import is_family, is_public_word
from raidline.privacy.registers import plain

_NAME = r"[A-ZÀ-Þ][\w.’'-]+(?:\s+[A-ZÀ-Þ][\w.’'-]+){0,3}"
_OF = re.compile(
    r",?\s+(of|at|with|from|for)\s+(?:the\s+)?((?:[A-Z][\w.’'&-]*(?:\s+(?:of|for|the|and|&|de|la)\s+(?=[A-Z]))?\s*)+)"
)
_OWNER = re.compile(r"([\w.-]+)['’]s?\s+$")
_APPOSITION = re.compile(r"(?:,\s+|\s+\()([^,;.()]{2,60})")
_LABEL = re.compile(r"(?:^|[.;]\s)\s*((?:[\w’'/-]+\s+){0,5}[\w’'-]+):\s+$")
_FORM = re.compile(
    r"\s+(?:(?P<was>was|were|is|are|been|gets|got)|(?P<had>has|had|have)|(?P<could>will|would|can|could|did|does|may)|[a-z]+(?:(?P<s>[^s]s)|(?P<ed>ed)|(?P<ing>ing)))\b"
)


def signs_of_public_life(setting: Setting, run: Run, before: str, behind: str) -> Iterator[str]:
    """Yield what is told of people in public life, or of things, right beside a name."""
    for sign, found in (
        ("acts in public", _acts().match(behind)),
        ("addressed in public", _addressed().search(before)),
        ("acts as many do", _acts_of_many().match(behind)),
        ("acts in public with others", _act_together().match(behind)),
        ("has what those in public life have", _has_in_public().match(behind)),
        ("something is named so", _named_so().match(behind)),
    ):
        if found:
            yield sign
    if found := _made_by().search(before):
        yield f"made public: {found.lastgroup}"
    if found := _OF.match(behind):
        yield f"of {_sort_of_name(setting, run.end + found.start(2), found[2])}"
    if found := _OWNER.search(before):
        is_group = found[0].rstrip().endswith(("s'", "s’")) and found[1][0].isupper() and not is_family(plain(found[1]))
        owner = "a body" if is_group else _sort_of_name(setting, run.start - len(before) + found.start(1), found[1])
        yield f"whose: {owner}"
    if found := _APPOSITION.match(behind):
        yield f"is {_sort_of_apposition(found[1])}"
    if found := _title().search(before):
        yield f"title in {'capitals' if found[0][0].isupper() else 'small letters'}"
    if found := _LABEL.search(before):
        yield f"label: {_sort_of_label(found[1])}"
    if form := _FORM.match(behind):
        yield f"form: {form.lastgroup}"


def _sort_of_name(setting: Setting, start: int, name: str) -> str:
    words = [word.strip(".,") for word in name.split()]
    tails = lexicon.load("privacy")["name_tails"]
    if any(word in tails or is_public_word(word) or (word.isupper() and len(word) > 1) for word in words):
        return "a body"
    end = start + len(name)
    return "a place" if any(one < end and start < other for one, other in setting.places) else "another name"


def _sort_of_label(words: str) -> str:
    if tells_of_harm(words):
        return "harm"
    if _fate().search(words):
        return "a fate"
    if _role().search(words):
        return "a role"
    *before, last = words.split()
    return "a name" if before and last[0].isupper() else "other"


def _sort_of_apposition(words: str) -> str:
    if _letters().match(words):
        return "letters"
    first = words.split(maxsplit=1)[0]
    article = {"a": "a", "an": "a", "the": "the", "his": "theirs", "her": "theirs", "their": "theirs", "who": "who"}
    opening = article.get(first.lower()) or ("a number" if first[0].isdigit() else "other")
    if opening == "other" and first[0].isupper():
        opening = "a name"
    return f"{opening}, {'a role' if _role().search(words) else 'no role'}"


def tells_of_harm(text: str) -> bool:
    """Whether a text says what is done to private people."""
    return bool(_harms().search(text))


@cache
def listed_words(name: str) -> str:
    """Return the text of an expression for the words of a list of public_life.yaml."""
    return words_source(lexicon.load("public_life")[name])


@cache
def _done(verbs: str, as_told: str) -> str:
    """Return the text of an expression for verbs in all their forms, and for words as they are told."""
    words = lexicon.load("public_life")
    forms = [inflected(verb, words["irregular"]) for verb in words[verbs]]
    return rf"{words_source([*forms, *words[as_told]])}(?!['’]t\b)"  # and no "won" in "won't"


def _any(name: str) -> str:
    """Return the text of an expression for the words of a list within longer expressions; * stands for any letters."""
    return alternatives(lexicon.load("public_life")[name]).replace(r"\*", r"\w*")


@cache
def _harms() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('harms')})", re.IGNORECASE)


@cache
def _letters() -> re.Pattern[str]:
    """Match a station or a paper."""
    return re.compile(rf"(?:[A-Z][A-Z0-9.&]+|[A-Z][\w’'-]*\s+(?:{_any('outlets')}))\b")


@cache
def _links() -> str:
    return rf"(?:(?:{_any('links')}|\w+ly)\s+)*"


@cache
def _acts() -> re.Pattern[str]:
    return re.compile(rf"(?:,\s+who)?\s+{_links()}{_done('acts', 'acts_as_told')}")


@cache
def _acts_of_many() -> re.Pattern[str]:
    return re.compile(rf"(?:,\s+who)?\s+{_links()}{_done('acts_of_many', 'many_as_told')}")


@cache
def _addressed() -> re.Pattern[str]:
    """Match what is done in public to those in public life, right before a name: "the panel grilled Ann Vale"."""
    return re.compile(rf"{_done('addressed', 'addressed_as_told')}\s+(?:[A-Z]\w+\s+)?$")


@cache
def _act_together() -> re.Pattern[str]:
    return re.compile(
        rf"(?:,?\s+(?:and|&)\s+|,\s+){_NAME}(?:,?\s+and\s+{_NAME})?\s+{_links()}{_done('acts', 'acts_as_told')}"
    )


@cache
def _made_by() -> re.Pattern[str]:
    title = r"(?:[A-Z]\w+\s+)?$"
    return re.compile(
        rf"(?P<paper>{listed_words('papers')}\s+(?:is\s+|was\s+)?(?:by|from|of|to|with),?\s+{title})|(?P<done>{listed_words('done')}\s+by\s+{title})"
        rf"|(?P<work>{listed_words('works')}\s+(?:by|of|about)\s+{title})|(?P<beside>{listed_words('beside')}\s+{title})"
    )


@cache
def _title() -> re.Pattern[str]:
    return re.compile(rf"{listed_words('roles')},?\s+$")


@cache
def _fate() -> re.Pattern[str]:
    """Match what becomes of people, as a label before their names: "Bond granted: ", "Still missing: "."""
    return re.compile(listed_words("fates"), re.IGNORECASE)


@cache
def _role() -> re.Pattern[str]:
    return re.compile(listed_words("roles"))


@cache
def _has_in_public() -> re.Pattern[str]:
    return re.compile(rf"['’]s?\s+(?:[a-z-]+\s+)?{listed_words('has_in_public')}")


@cache
def _named_so() -> re.Pattern[str]:
    return re.compile(rf"\s+{listed_words('named_so')}")
