"""Which people are public: a name with a public office or role beside it, or that everybody knows."""

from __future__ import annotations

import re
from functools import cache

from raidline import lexicon

_WORD = re.compile(r"[\w’'.-]+")
_BESIDE = 60  # characters after a name in which a role may follow: "Ann Vale, the county's acting sheriff"
_BEFORE = 40
_LISTED = 100  # characters before a name in which its list may begin: "two senators - Ann Vale of Maine and ..."
_STOP = re.compile(r"(?P<last>[\w’'-]+)[.!?;:][”\"]?\s+")
_LIST = re.compile(r"(?:\s*[-–—:,(]\s*|\s+)(?:(?:[A-ZÀ-Þ][\w.’'-]*|of|and|the|from|for)(?:[,\s]+|$))*")
_IN_TITLES = frozenset({"of", "the", "for"})  # "Secretary of State Ann Vale"
_PARTY = re.compile(r"\s*\((?:D|R|I)[-–)]|,\s+[DRI]-[A-Z]")


def is_public(surname: str, text: str) -> bool:
    """Whether a text has a role right before a name that ends with this surname, or right after one."""
    if surname in _words("figures"):
        return True
    for match in re.finditer(rf"(?<![\w-]){re.escape(surname)}(?![\w-])", text):
        before = _same_sentence(text[max(0, match.start() - _BEFORE) : match.start()])
        behind = text[match.end() : match.end() + _BESIDE]
        if _PARTY.match(behind) or _has_title(before):
            return True
        if behind.startswith(",") and any(_bare(word) in roles() for word in _WORD.findall(_clause(behind))):
            return True
        if _opens_a_list(text[max(0, match.start() - _LISTED) : match.start()]):
            return True
    return False


def _has_title(before: str) -> bool:
    """Whether the words right before a surname are a given name, if any, and an office: "acting Sheriff Ann Q."."""
    passed: list[str] = []
    for word in reversed(_WORD.findall(before)):
        if word in _IN_TITLES and _names_somebody(word, passed):  # "the lawyer for Ann Vale"
            return False
        if _whole(word) in roles() or word == "Member":  # of a council, of parliament
            return True
        if not word[0].isupper() and word not in _IN_TITLES:
            return False
        passed.append(word)
    return False


def _names_somebody(word: str, passed: list[str]) -> bool:
    """Whether "of" or "for" is followed by a person instead of an office's field: "Secretary of State Ann"."""
    field = lexicon.load("showing")["public"]
    return word != "the" and bool(passed) and passed[-1] not in field and (word == "for" or len(passed) == 1)


def _same_sentence(before: str) -> str:
    """Return what stands before a name in its own sentence; a title such as "Gov." ends none."""
    ends = [m.end() for m in _STOP.finditer(before) if _bare(m["last"]) not in roles() and len(m["last"]) > 1]
    return before[ends[-1] :] if ends else before


def _clause(behind: str) -> str:
    """Return what follows a name between its comma and the next stop."""
    return re.split(r"[,;:!?)]|\.\s", behind[1:], maxsplit=1)[0]


def _opens_a_list(before: str) -> bool:
    """Whether a list of people in office reaches up to here: "two senators - Ann Vale of Maine and "."""
    found = list(_in_office().finditer(before))
    return bool(found) and bool(_LIST.fullmatch(before, found[-1].end()))


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", _whole(word))


def _whole(word: str) -> str:
    """Return a word with its possessive ending: the mayor's brother holds no office."""
    return word.strip(".-").casefold()


@cache
def _in_office() -> re.Pattern[str]:
    """Match several people in office: "senators", "Reps."."""
    return re.compile(
        rf"\b(?:{'|'.join(sorted(f'{role}s' for role in roles() if role.isalpha()))})\b\.?", re.IGNORECASE
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
