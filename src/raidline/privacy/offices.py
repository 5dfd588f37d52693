"""Which people are public: a name with a public office or role beside it, or that everybody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from raidline import lexicon
from raidline.privacy.roles import (
    bare,
    before_particles,
    is_of_school,
    offices,
    parts,
    role_words,
    roles,
    small_roles,
)
from raidline.privacy.standing.affiliation import is_of_a_body
from raidline.privacy.standing.appointments import is_said_in_office
from raidline.privacy.standing.elections import is_listed_by_vote
from raidline.privacy.standing.leading import is_said_in_public_life
from raidline.privacy.standing.orders import is_cleric
from raidline.privacy.standing.titles import has_title, has_title_with_field, is_labelled
from raidline.privacy.standing.together import are_told_together, opens_a_list

_WORD = re.compile(r"[\w’'.-]+")
_BESIDE = 60  # characters after a name in which a role may follow: "Ann Vale, the county's acting sheriff"
_BEFORE = 60
_LISTED = 100  # characters before a name in which its list may begin: "two senators - Ann Vale of Maine and ..."
_STOP = re.compile(r"(?P<last>[\w’'-]+)[.!?;:][”\"]?\s+")
_SHORTENED = frozenset(
    {"pres", "supt", "dep", "atty", "treas", "abp", "bp", "dir", "sgt", "lt", "capt", "det", "insp", "ofc"}
)
_LANGUAGE = re.compile(
    r"\bspeakers?\s+(?:from|of\s+(?!the\b))|\b(?:[A-Z][\w’'-]*|native)\s+speaker\b(?<!House\sspeaker)"
)
_ADVERBS = re.compile(
    r"^\s*(?:(?:who|formerly|also|then|now|once|himself|herself|both|currently)\s+)*(?:(?:is|was|became|serve[sd]\s+as|(?:re)?elected|appointed|named|in\s+(?:his|her))\s+)*"
)
_AGENT = re.compile(r"^\s*(?:an?|the)?\s*(?:[\w’'-]+\s+){0,3}special\s+agent\b")
_PARTICIPLES = ("ed", "ado", "ada", "ido", "ida")  # "baleado por un agente"
_DOES = frozenset(
    {
        "por",
        "contra",
        "con",
        "by",
        "to",
        "from",
        "with",
        "against",
        "under",
        "near",
        "outside",
        "after",
        "before",
        "told",
        "met",
        "called",
        "bit",
        "hit",
        "shot",
        "saw",
        "threw",
    }
)
_RELATIVE = frozenset({"Who", "Whose", "That", "Of", "For", "In", "At"})  # "Ann Vale, the Clerk Who Won't Comply"
_OF_WHAT = re.compile(
    r"(?P<role>[\w-]+)\s+(?:of|for|at|in|on|with|de|del)\s+(?:[\w’'&.-]+\s+){0,5}(?P<last>[\w’'&.-]+),\s+(?:[A-ZÀ-Þ][\w’'-]*\.?\s+){1,2}$"
)
_INSERTED = re.compile(r",\s|\s\(")
_OF_THE_NEXT = re.compile(  # "Ann Vale, her pastor, Rev. Bo Reed, and": the role is the next one's
    r",\s+(?:his|her|their)\s+(?:[a-z][\w’'-]*\s+){0,3}?[a-z][\w’'-]*,\s+(?:[A-ZÀ-Þ][\w’'-]*\.?\s+){1,2}[A-ZÀ-Þ]"
)
_PARTY = re.compile(r"\s*\((?:D|R|I)[-–)]|,\s+[DRI]-[A-Z]")


def is_public(surname: str, text: str, *, in_office: bool = False) -> bool:
    """Whether a text has a role right before a name that ends with this surname, or right after one.

    With `in_office`, a role that is no public office, such as a lawyer's, does not count.
    """
    if surname in role_words("figures"):
        return True
    counted = offices() if in_office else roles()
    return any(_is_public_there(text, start, start + len(surname), counted) for start in _all_of(surname, text))


def _all_of(word: str, text: str) -> Iterator[int]:
    """Yield where a word begins in a text: faster than an expression of its own for each surname."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not (_in_word(text[start - 1 : start]) or _in_word(text[end : end + 1])):
            yield start
        start = text.find(word, start + 1)


def _in_word(character: str) -> bool:
    return character.isalnum() or character in {"-", "_"}


def _is_public_there(text: str, start: int, end: int, counted: frozenset[str]) -> bool:
    start = before_particles(text, start)
    before = _same_sentence(text[max(0, start - _BEFORE) : start])
    behind = text[end : end + _BESIDE]
    return bool(
        _PARTY.match(behind)
        or has_title(before, counted)
        or (counted is roles() and _is_in_public_life(text, start, end))
        or (
            _INSERTED.match(behind)
            and not _OF_THE_NEXT.match(behind)
            and _has_role(_clause(behind.replace("(", "", 1)), counted)
        )
        or _in_apposition(before, counted)
        or has_title_with_field(before)
        or are_told_together(text, end, counted)
        or is_said_in_office(before, behind, offices())
        or is_labelled(text[:start], behind, counted)
        or opens_a_list(text[max(0, start - _LISTED) : start], counted)
        or is_listed_by_vote(text[max(0, start - _LISTED) : start])
    )


def _is_in_public_life(text: str, start: int, end: int) -> bool:
    """Whether a text says of somebody without an office what it says of those in public life."""
    before = _same_sentence(text[max(0, start - _BEFORE) : start])
    return (
        is_cleric(text, start, same_sentence=_same_sentence)
        or is_said_in_public_life(before, text[end : end + _BESIDE], roles())
        or is_of_a_body(text, start, end)
    )


def is_known_official(name: str) -> bool:
    """Whether a full name is that of somebody in a national office or a governor, who needs no title to be known."""
    words = [word for word in name.split() if len(word.strip(".")) > 1]  # without initials
    begins = (" ".join(words[:number]) for number in range(2, len(words) + 1))  # "Ann Vale National"
    return not role_words("officials").isdisjoint((name, *begins))


def _has_role(clause: str, counted: frozenset[str]) -> bool:
    """Whether what follows a name and a comma says a role: "the county's sheriff", "commander-at-large"."""
    if _AGENT.search(clause):
        return True
    said = _WORD.findall(_ADVERBS.sub("", clause, count=1))
    words = [bare(word) for word in said]
    found = [
        number
        for number, word in enumerate(words)
        if not (number and is_of_school(said[number - 1], word))
        and (_counts(word, said[number], counted) or _heads(words[number:]) or _is_double(words[number : number + 2]))
        and not _is_of_another(said[number : number + 2], counted)
    ]
    if not found or (words[found[0]] == "speaker" and _LANGUAGE.search(clause)):
        return False
    before = words[: found[0]]
    is_done = bool(before) and (before[0] in {"who", "whose"} or before[0].endswith(_PARTICIPLES))
    return not (is_done or not _DOES.isdisjoint(before))


def _counts(word: str, said: str, counted: frozenset[str]) -> bool:
    """Whether a word of an apposition is a role, or a part of one with a hyphen."""
    is_shortened = said.isupper() and said in role_words("short_titles")  # "Ann Vale, VP"
    is_role = not counted.isdisjoint((word, *word.split("-"))) or is_shortened
    return is_role or (counted is roles() and said in small_roles())


def _is_double(words: list[str]) -> bool:
    """Whether two words are a role together: "a senior fellow"."""
    return " ".join(words) in role_words("double_roles")


def _heads(words: list[str]) -> bool:
    """Whether words say the head of something: "ICE's head of detention"; and not "head of a household"."""
    return words[:2] == ["head", "of"] and not {"a", "household", "family"}.intersection(words[2:3])


def _is_of_another(words: list[str], counted: frozenset[str]) -> bool:
    """Whether an office is a title with the next name: "at Ann Vale, Chief Bo Reed said"."""
    is_title = len(words) > 1 and words[0][0].isupper() and words[1][0].isupper() and words[1] not in _RELATIVE
    return is_title and bare(words[1]) not in counted and words[1] not in lexicon.load("showing")["public"]


def _in_apposition(before: str, counted: frozenset[str]) -> bool:
    """Whether a role with what it is for stands before a name and its comma: "the sheriff of the county, Ann Q."."""
    found = _OF_WHAT.search(before)
    if found is None or bare(found["role"]) not in counted:
        return False
    if bare(found["role"]) in {"counsel", "attorney", "lawyer"}:  # "counsel for respondent, Ann Q.,"
        return " is " not in found[0]
    return found["last"].casefold() not in role_words("kin")  # and not "The sponsor of the boy is his uncle, Ann Q."


def _same_sentence(before: str) -> str:
    """Return what stands before a name in its own sentence; a title such as "Gov." ends none."""
    ends = [m.end() for m in _STOP.finditer(before) if not (m[0][len(m["last"])] == "." and _is_short(m["last"]))]
    return before[ends[-1] :] if ends else before


def _is_short(word: str) -> bool:
    """Whether a full stop behind a word shortens it: "Gov.", "then-Sen.", an initial."""
    if f"{word}." in role_words("short_titles"):
        return True
    is_title = word != word.lower() or word in _SHORTENED  # "Gov.", and not the last word of "said the governor."
    return len(word) == 1 or (is_title and not roles().isdisjoint((bare(word), *parts(word))))


def _clause(behind: str) -> str:
    """Return what follows a name between its comma and the next stop."""
    return re.split(r"[,;:!?)]|(?<!\b[A-Z])\.\s", behind[1:], maxsplit=1)[0]
