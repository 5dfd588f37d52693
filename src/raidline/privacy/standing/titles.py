"""Offices right before a name: titles, and labels of who holds one."""

from __future__ import annotations

import re

from raidline import lexicon
from raidline.privacy.listed import is_family, is_given
from raidline.privacy.registers import plain
from raidline.privacy.roles import bare, is_of_school, offices, parts, role_words, roles, small_roles, whole
from raidline.privacy.standing.together import opens_a_list

_WORD = re.compile(r"[\w’'.-]+")
_LISTED = 100  # characters before a name in which a label may begin
_ADJECTIVES = frozenset(
    {"federal", "estatal", "municipal", "general", "emeritus", "emerita", "interino", "interina", "adjunto", "adjunta"}
)
_IN_TITLES = frozenset(
    {"of", "the", "for", "de", "del", "la", "las", "los", "y"} | _ADJECTIVES
)  # "Secretary of State Ann Vale"
_SMALL = frozenset({"To", "In", "At", "On", "By", "After", "Over", "With", "From", "As", "TO", "IN", "AT", "ON", "BY"})
_FIELDS = ("Students", "Staff", "Nursing", "Schools")  # "Dean of Students Ann Vale"
_DIRECTIONS = ("New", "North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Greater")
_BODY = frozenset(
    {"council", "board", "assembly", "parliament", "commission", "committee", "cabinet", "congress", "school"}
)
_WHOSE = frozenset({"his", "her", "their", "my", "our", "your", "the", "a", "former", "ex", "then", "whose"})
_WITH_FIELD = re.compile(
    r"(?P<role>[\w-]+)\s+(?:for|of)\s+(?P<field>(?:[a-z][\w-]*\s+){1,3})(?:[A-ZÀ-Þ][\w’'-]*\.?\s+){1,2}$"
)
_LABEL = re.compile(
    r"^(?!Dear\b)(?!.*(?:\b(?:an?|the|with|by|for)\b|\bw/).*:)((?:[\w’'.-]+\s+){0,2}[\w-]+):\s+((?:[A-ZÀ-Þ][\w’'-]*\.?\s+){1,2})$"
)  # "Police chief: Ann Vale"
_LABEL_OF = re.compile(  # "Warden of the jail: Ann Vale"
    r"^((?:[\w’'.-]+\s+){0,2}[\w-]+)\s+(?P<of>of|for|at|on|de|del)\s+(?:[\w’'&.-]+\s+){0,4}[\w’'&.-]+:\s+((?:[A-ZÀ-Þ][\w’'-]*\.?\s+){1,2})$"
)
_PART = re.compile(r"\s*(?:(?<!\bw)/|[;|•])\s*|[.]\s+")  # a cell or an item before a label
_LABEL_ENDS = re.compile(
    r"\s*(?:[.,;(/|#\n]|$)|\s+[“\"]|\s+(?:said|says|told|announced)\b"
)  # and not "Judge: Ann Vale held again"
_ANOTHER = re.compile(  # "According to Sheriff Ann Vale, "
    r"[A-ZÀ-Þ][\w.’'-]*\s+(?P<last>[A-ZÀ-Þ][\w’'-]*),\s+(?=(?:[A-ZÀ-Þ][\w’'-]*\.?\s+){1,2}$)"
)
_NO_TITLES = frozenset({"fr", "Queens"})  # "no word fr Ann Vale", "Queens: Ann Vale, 58"
_LONG = 3  # letters


def is_labelled(before: str, behind: str, counted: frozenset[str]) -> bool:
    """Whether a text begins with an office as a label, and the name of who holds it: "Police chief: Ann Vale"."""
    said = _PART.split(before[-_LISTED:])[-1]
    if len(said) >= _LISTED or not _LABEL_ENDS.match(behind):
        return False
    if found := _LABEL_OF.match(said):
        return bare(found[1].split()[-1]) in (counted if found["of"] == "on" else offices())  # "Attorney on call: "
    if not _LABEL.match(said):
        return False
    label = _LABEL.sub(r"\1", said).split()
    is_office = (label[-1] not in _NO_TITLES and bare(label[-1]) in counted) or _ends_title(
        label[-1], label[-2] if len(label) > 1 else ""
    )
    return is_office and has_title(_LABEL.sub(r"\1 \2", said), counted)  # and not "Chief Bo Reed: Ann Vale, 34, ran"


def has_title_with_field(before: str) -> bool:
    """Whether an office with its field in small letters stands right before a name: "director of removals Ann Vale"."""
    found = _WITH_FIELD.search(before)
    if found is None or bare(found["role"]) not in offices():
        return False
    return found["field"].split()[-1].removesuffix("s") not in role_words("kin") | role_words("trades")


def has_title(before: str, counted: frozenset[str]) -> bool:
    """Whether the words right before a surname are a given name, if any, and an office: "acting Sheriff Ann Q."."""
    passed: list[str] = []
    words = _WORD.findall(_behind_another(before, counted))
    for number, word in reversed(list(enumerate(words))):
        if word.lower() in _IN_TITLES and _names_somebody(word.lower(), passed):  # "the lawyer for Ann Vale"
            return False
        if number and is_of_school(words[number - 1], word):
            return False
        is_small_title = counted is roles() and (word in small_roles() or _opens_as_role(word, number, passed))
        is_title = is_small_title or (not counted.isdisjoint((whole(word), *parts(word))) and word not in _NO_TITLES)
        if is_title or _ends_title(word, words[number - 1] if number else ""):
            return True
        is_small = not word[0].isupper() and word not in _IN_TITLES
        if (
            is_small
            or word in _SMALL
            or (passed and number and word[0].isupper() and _is_verb(word) and words[number - 1] not in {"of", "de"})
        ):
            return False
        passed.append(word)
    return False


def _opens_as_role(word: str, number: int, passed: list[str]) -> bool:
    """Whether a role with the capital of a sentence's first word stands before a given name: "Pitcher Ann Vale"."""
    return number == 0 and word.lower() in small_roles() and bool(passed) and is_given(plain(passed[-1]))


def _behind_another(before: str, counted: frozenset[str]) -> str:
    """Return what stands before a name without another name and its comma: "as Sheriff Ann Vale said, " of Bo Reed."""
    found = _ANOTHER.search(before)
    is_name = found is not None and counted.isdisjoint((bare(found["last"]), *parts(found["last"])))
    return before[found.end() :] if found and is_name and not opens_a_list(before, counted) else before


def _ends_title(word: str, before: str) -> bool:
    """Whether two words end an office that none of them is alone: "council member", "Special Agent in Charge"."""
    if whole(word) == "member":
        return before.casefold() in _BODY or word == "Member"
    if word in role_words("short_titles") or f"{before} {whole(word)}".casefold() in role_words("double_roles") | {
        "special agent"
    }:
        return True
    if whole(word) == "boss" and before[:1].isupper() and bare(before) not in _WHOSE:  # "Target boss"
        return True
    if whole(word) in {"head", "boss"}:
        is_group = before[:1].isupper() and before.endswith("s")  # "Farm Workers head"
        return before.isupper() or before.isdigit() or is_group or before in lexicon.load("showing")["public"]
    return whole(word) == "charge" and before.casefold() == "in"


def _is_verb(word: str) -> bool:
    """Whether a word with a capital is a verb of a headline: "Judge Blocks Removal of Ann Q."."""
    lower = word.casefold()
    is_field = word in _FIELDS or word.capitalize() in lexicon.load("showing")["public"]
    return lower.endswith(("s", "ed")) and len(lower) > _LONG and not is_field and not _is_name(lower)


def _is_name(lower: str) -> bool:
    return is_given(plain(lower)) or is_family(plain(lower))


def _names_somebody(word: str, passed: list[str]) -> bool:
    """Whether "of" or "for" is followed by a person instead of an office's field: "Secretary of State Ann"."""
    if word in _ADJECTIVES:
        return False
    field = {*lexicon.load("showing")["public"], *_DIRECTIONS, *_FIELDS}  # "in charge for New England Ann Vale"
    return word != "the" and bool(passed) and passed[-1] not in field and (word == "for" or len(passed) == 1)
