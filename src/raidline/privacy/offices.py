"""Which people are public: a name with a public office or role beside it, or that everybody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from raidline import lexicon
from raidline.privacy.registers import is_family, is_given, plain
from raidline.privacy.roles import (
    bare,
    before_particles,
    is_of_school,
    offices,
    parts,
    role_words,
    roles,
    small_roles,
    whole,
)
from raidline.privacy.standing.affiliation import is_of_a_body
from raidline.privacy.standing.appointments import is_said_in_office
from raidline.privacy.standing.elections import is_listed_by_vote
from raidline.privacy.standing.leading import is_said_in_public_life
from raidline.privacy.standing.orders import is_cleric
from raidline.privacy.standing.together import are_told_together, opens_a_list

_WORD = re.compile(r"[\w’'.-]+")
_BESIDE = 60  # characters after a name in which a role may follow: "Ann Vale, the county's acting sheriff"
_BEFORE = 60
_LONG = 3  # letters
_LISTED = 100  # characters before a name in which its list may begin: "two senators - Ann Vale of Maine and ..."
_STOP = re.compile(r"(?P<last>[\w’'-]+)[.!?;:][”\"]?\s+")
_ADJECTIVES = frozenset(
    {"federal", "estatal", "municipal", "general", "emeritus", "emerita", "interino", "interina", "adjunto", "adjunta"}
)
_IN_TITLES = frozenset(
    {"of", "the", "for", "de", "del", "la", "las", "los", "y"} | _ADJECTIVES
)  # "Secretary of State Ann Vale"
_SMALL = frozenset({"To", "In", "At", "On", "By", "After", "Over", "With", "From", "As", "TO", "IN", "AT", "ON", "BY"})
_DIRECTIONS = ("New", "North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Greater")
_SHORTENED = frozenset(
    {"pres", "supt", "dep", "atty", "treas", "abp", "bp", "dir", "sgt", "lt", "capt", "det", "insp", "ofc"}
)
_BODY = frozenset(
    {"council", "board", "assembly", "parliament", "commission", "committee", "cabinet", "congress", "school"}
)
_LANGUAGE = re.compile(
    r"\bspeakers?\s+(?:from|of\s+(?!the\b))|\b(?:[A-Z][\w’'-]*|native)\s+speaker\b(?<!House\sspeaker)"
)
_ADVERBS = re.compile(
    r"^\s*(?:(?:who|formerly|also|then|now|once|himself|herself|both|currently)\s+)*(?:(?:is|was|became|serve[sd]\s+as|(?:re)?elected|appointed|named|in\s+(?:his|her))\s+)*"
)
_AGENT = re.compile(r"^\s*(?:an?|the)?\s*(?:[\w’'-]+\s+){0,3}special\s+agent\b")
_WHOSE = frozenset({"his", "her", "their", "my", "our", "your", "the", "a", "former", "ex", "then", "whose"})
_DOES = frozenset(
    {"by", "to", "from", "with", "against", "under", "near", "outside", "after", "before", "told", "met", "called"}
)
_OF_WHAT = re.compile(
    r"(?P<role>[\w-]+)\s+(?:of|for|at|in|with|de|del)\s+(?:[\w’'&.-]+\s+){0,5}(?P<last>[\w’'&.-]+),\s+(?:[A-ZÀ-Þ][\w’'-]*\.?\s+){1,2}$"
)
_WITH_FIELD = re.compile(
    r"(?P<role>[\w-]+)\s+(?:for|of)\s+(?P<field>(?:[a-z][\w-]*\s+){1,3})(?:[A-ZÀ-Þ][\w’'-]*\.?\s+){1,2}$"
)
_INSERTED = re.compile(r",\s|\s\(")
_LABEL = re.compile(
    r"^(?!Dear\b)(?!.*\b(?:an?|the|with|by|for)\b.*:)((?:[\w’'.-]+\s+){0,2}[\w-]+):\s+((?:[A-ZÀ-Þ][\w’'-]*\.?\s+){1,2})$"
)  # "Police chief: Ann Vale"
_PART = re.compile(r"\s*[/;|•]\s*|[.]\s+")  # a cell or an item before a label
_LABEL_ENDS = re.compile(
    r"\s*(?:[.,;(/|\n]|$)|\s+[“\"]|\s+(?:said|says|told|announced)\b"
)  # and not "Judge: Ann Vale held again"
_ANOTHER = re.compile(  # "According to Sheriff Ann Vale, "
    r"[A-ZÀ-Þ][\w.’'-]*\s+(?P<last>[A-ZÀ-Þ][\w’'-]*),\s+(?=(?:[A-ZÀ-Þ][\w’'-]*\.?\s+){1,2}$)"
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
        or _has_title(before, counted)
        or (counted is roles() and _is_in_public_life(text, start, end))
        or (_INSERTED.match(behind) and _has_role(_clause(behind.replace("(", "", 1)), counted))
        or _in_apposition(before, counted)
        or _has_title_with_field(before)
        or are_told_together(text, end, counted)
        or is_said_in_office(before, behind, offices())
        or _is_labelled(text[:start], behind, counted)
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


def _is_labelled(before: str, behind: str, counted: frozenset[str]) -> bool:
    """Whether a text begins with an office as a label, and the name of who holds it: "Police chief: Ann Vale"."""
    said = _PART.split(before[-_LISTED:])[-1]
    if len(said) >= _LISTED or not (_LABEL.match(said) and _LABEL_ENDS.match(behind)):
        return False
    label = _LABEL.sub(r"\1", said).split()
    is_office = bare(label[-1]) in counted or _ends_title(label[-1], label[-2] if len(label) > 1 else "")
    return is_office and _has_title(_LABEL.sub(r"\1 \2", said), counted)  # and not "Chief Bo Reed: Ann Vale, 34, ran"


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
        if (_counts(word, said[number], counted) or _heads(words[number:]) or _is_double(words[number : number + 2]))
        and not _is_of_another(said[number : number + 2], counted)
    ]
    if not found or (words[found[0]] == "speaker" and _LANGUAGE.search(clause)):
        return False
    before = words[: found[0]]
    is_done = bool(before) and (before[0] in {"who", "whose"} or before[0].endswith("ed"))
    return not (is_done or not _DOES.isdisjoint(before))


def _counts(word: str, said: str, counted: frozenset[str]) -> bool:
    """Whether a word of an apposition is a role, or a part of one with a hyphen."""
    return not counted.isdisjoint((word, *word.split("-"))) or (counted is roles() and said in small_roles())


def _is_double(words: list[str]) -> bool:
    """Whether two words are a role together: "a senior fellow"."""
    return " ".join(words) in role_words("double_roles")


def _heads(words: list[str]) -> bool:
    """Whether words say the head of something: "ICE's head of detention"; and not "head of a household"."""
    return words[:2] == ["head", "of"] and not {"a", "household", "family"}.intersection(words[2:3])


def _is_of_another(words: list[str], counted: frozenset[str]) -> bool:
    """Whether an office is a title with the next name: "at Ann Vale, Chief Bo Reed said"."""
    is_title = len(words) > 1 and words[0][0].isupper() and words[1][0].isupper()
    return is_title and bare(words[1]) not in counted and words[1] not in lexicon.load("showing")["public"]


def _in_apposition(before: str, counted: frozenset[str]) -> bool:
    """Whether a role with what it is for stands before a name and its comma: "the sheriff of the county, Ann Q."."""
    found = _OF_WHAT.search(before)
    if found is None or bare(found["role"]) not in counted:
        return False
    return found["last"].casefold() not in role_words("kin")  # and not "The sponsor of the boy is his uncle, Ann Q."


def _has_title_with_field(before: str) -> bool:
    """Whether an office with its field in small letters stands right before a name: "director of removals Ann Vale"."""
    found = _WITH_FIELD.search(before)
    if found is None or bare(found["role"]) not in offices():
        return False
    return found["field"].split()[-1].removesuffix("s") not in role_words("kin") | role_words("trades")


def _has_title(before: str, counted: frozenset[str]) -> bool:
    """Whether the words right before a surname are a given name, if any, and an office: "acting Sheriff Ann Q."."""
    passed: list[str] = []
    words = _WORD.findall(_behind_another(before, counted))
    for number, word in reversed(list(enumerate(words))):
        if word.lower() in _IN_TITLES and _names_somebody(word.lower(), passed):  # "the lawyer for Ann Vale"
            return False
        if number and is_of_school(words[number - 1], word):
            return False
        is_small_title = counted is roles() and (word in small_roles() or _opens_as_role(word, number, passed))
        is_title = is_small_title or not counted.isdisjoint((whole(word), *parts(word)))
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
    is_field = word.capitalize() in lexicon.load("showing")["public"]
    return lower.endswith(("s", "ed")) and len(lower) > _LONG and not is_field and not _is_name(lower)


def _is_name(lower: str) -> bool:
    return is_given(plain(lower)) or is_family(plain(lower))


def _names_somebody(word: str, passed: list[str]) -> bool:
    """Whether "of" or "for" is followed by a person instead of an office's field: "Secretary of State Ann"."""
    if word in _ADJECTIVES:
        return False
    field = {*lexicon.load("showing")["public"], *_DIRECTIONS}  # "in charge for New England Ann Vale"
    return word != "the" and bool(passed) and passed[-1] not in field and (word == "for" or len(passed) == 1)


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
