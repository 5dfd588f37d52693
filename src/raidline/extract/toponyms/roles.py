"""The role of a place where it is named: a scene, an office, somebody's home, a surrounding area, or mere context."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Literal, NamedTuple

from raidline.extract.toponyms import placewords
from raidline.extract.toponyms.names import Name
from raidline.extract.toponyms.people import first_names
from raidline.places.codes import state_words
from raidline.places.names import normalise

Role = Literal["scene", "affiliation", "organisation", "area", "context"]

OF_A_LEGISLATOR = "the state of a legislator"
BOUND_FOR, CAME_FROM, HOME = "the destination of a journey", "the origin of people", "the home of somebody"
_BASED = re.compile(r"(?:, [A-Z]{2})?-(?:based|born|bred|raised|educated)\b")
_FOLLOWING = re.compile(r"^\s+([A-Z][\w.]*)")
_AREA = re.compile(r"-area\b")
_LIVES_IN = re.compile(
    r"(?:\d,?|\b(?:formerly|both|all|also|native|natives|residents?|couple))\s+of\s(?:rural\s|nearby\s|near\s)?$"
)
_LIVING = re.compile(r"\bwho\s(?:now\s|still\s)?(?:lives?|lived|resides?|resided|grew\sup|was\s(?:born|raised))\sin\s$")
_NOT_IN = re.compile(r"(?:(?:,|\b(?:but|and))\snot|,?\s(?:rather\sthan|instead\sof))\s(?:in\s)?(?:nearby\s)?$")
_SOMEBODY = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+, of\s$")
_ENTERED = re.compile(
    r"\b(?:(?:cross|enter|re-?enter)(?:ed|ing|s)?|came|walked|waded)\s(?:into\s|across\s|over\s)?(?:illegally\s)?"
    r"the\s(?:U\.S\.[- ]Mexico\s|southern\s|southwest\s)?(?:border|country|United\sStates)\s"
    r"(?:illegally\s|without\s\w+\s|unlawfully\s)?(?:at|near|in|through|from|outside|by\sway\sof)\s$"
)
_RIGHT_FROM = r"(?:(?:as\sfar\s(?:away\s)?as|rural|nearby|neighboring)\s)?$"
_RODE = re.compile(r"\b(?:took|rode|riding|chartered|caught)\s(?:\w+\s){1,3}to\s$")  # they act where they arrive
_CASE_SENT = re.compile(
    r"\b(?:case|lawsuit|suit|petition|matter|appeal)s?\s(?:\w+\s){0,2}?(?:sent|moved|transferred|move|transfer)\sto\s$"
    r"|\b(?:send|move|transfer)\sthe\s(?:case|lawsuit|suit|petition|matter)\sto\s$"
)
# "sent a letter to ICE's", "wrote to the": whose office it is, is not where it was written
_ADDRESSED = re.compile(
    r"\b(?:letters?|petitions?|complaints?|e-?mails?|requests?|demands?|appeals?|notes?|wr(?:ote|iting|itten)|appeal(?:ed|ing)"
    r"|complain(?:ed|ing))\s(?:[\w’']+\s){0,4}?to\s(?:the\s|an\s)?(?:[\w.&]+(?:['’]s?)?\s){0,4}?(?:(?:officials|"
    r"headquarters|offices?)\sin\s)?$"
)
_OFFICE = re.compile(r"(?:['’]s?)?\s(?:(?:[Ff]ield|[Dd]istrict|[Rr]egional|[Aa]rea)\s)?[Oo]ffice\b")
_WORKS_AT = re.compile(
    r"\b(?P<who>professors?|lecturers?|researchers?|scholars?|economists?|historians?|sociologists?|experts?|dean|fellow|"
    r"director|clinic|graduates?|graduated|degree|study|studies|survey|poll|institute|center|[Ll]aw|studied|taught|teaches)"
    r"\b[^.;]{0,40}\b(?:at|of|from|by)\s(?:the\s)?$"
)
_DETERMINER = re.compile(
    r"\b(?:[Aa]n?|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|\d+"
    r"|[Ss]everal|[Ss]ome|[Bb]oth|[Mm]any|[Aa]ll) $"
)
_PARTIES = {("Republican",), ("Democrat",), ("Democratic",)}
_ONE = re.compile(r",\s(?:an?|the)\s$")
_LONGEST_OF = len("of nearby ")
_PERSON_OF = re.compile(r"\b(?P<given>[A-Z][a-z]+) (?:[A-Z]\w*\.? )?[A-Z][\w’'-]+(?:,? of|,? from)\s$")


class Usage(NamedTuple):
    """The role of a name, the reason in words, and whether the words around it mark it as a place."""

    role: Role
    how: str
    placed: bool


def read_role(name: Name, end: int) -> Usage:
    """Return the role of a name that ends, with the state after it, at `end`; the first rule that fits decides."""
    left, right = name.left, name.right(end)
    follows = name.follows if end == name.end else tuple(_FOLLOWING.findall(right)[:1])
    for rule in _RULES:
        if usage := rule(name.text, left, right, follows):
            return usage
    return Usage("context", f"'{name.text}' is named", placed=False)


def _excluded(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "in Waco, not in Temple", where nothing was."""
    if ("not" in left or "than" in left or "instead" in left) and (match := _NOT_IN.search(left)):  # spares time
        return Usage("context", f"'{match[0]}{text}' says where it was not", placed=True)
    return None


def _based(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "a Chicago-based group"."""
    if _BASED.match(right):
        return Usage("affiliation", f"'{text}-based' says where somebody belongs", placed=True)
    return None


def _area(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "the Houston area", "metro Atlanta"."""
    metro = left.rsplit(maxsplit=1)[-1:]
    if (
        _AREA.match(right)
        or (right[:1].isspace() and placewords.behind("areas").match(right))
        or placewords.is_one_of([word.lower() for word in metro], "area_adjectives")
    ):
        return Usage("area", f"the {text} area", placed=True)
    return None


def _resident(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "a Denver resident", "Ana Hill, 34, of Denver", "Ana Hill from Denver"."""
    if left.endswith("in ") and (match := _LIVING.search(left)):
        return Usage("affiliation", f"{HOME}: '{match[0]}{text}'", placed=True)
    if "of" in left[-_LONGEST_OF:] or (left.endswith("from ") and not right.startswith(" to ")):
        person = _PERSON_OF.search(left)
        named = person if person and person["given"] in first_names() else None
        if match := _LIVES_IN.search(left) or named:
            return Usage("affiliation", f"'{match[0].strip(', ')} {text}' says where somebody lives", placed=True)
    match = placewords.behind("residents").match(right) if right[:1].isspace() else None  # spares time
    if match and not placewords.office_behind().match(right):
        return Usage("affiliation", f"'{text}{match[0]}' says where somebody belongs", placed=True)
    return None


def _origin(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "who crossed the border near Del Rio", "who came from Texas" as where somebody came from."""
    passes = "border" in left or "country" in left or "States" in left  # spares time
    match = _ENTERED.search(left) if passes else None
    return Usage("affiliation", f"'{match[0]}{text}' says where somebody came in", placed=True) if match else None


def _origin_of_people(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "eleven men from Georgia" as where they came from."""
    match = _people_from().search(left) if " from " in left and not right.startswith(" to ") else None
    if not match or _moving().search(left, 0, match.start()):  # "moved eleven men from Georgia"
        return None
    return Usage("affiliation", f"{CAME_FROM}: '{match[0]}{text}'", placed=True)


def _destination(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "a bus to Seattle", "headed to Seattle" as where somebody would have arrived."""
    passes = " to " in left or " for " in left  # spares time
    match = (_destination_before().search(left) or _CASE_SENT.search(left)) if passes else None
    if not match or _RODE.search(left):
        return None
    return Usage("affiliation", f"{BOUND_FOR}: '{match[0]}{text}'", placed=True)


def _addressee(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "a letter to ICE's Denver office", "wrote to officials in Denver" as where it was sent."""
    match = _ADDRESSED.search(left) if " to " in left else None  # spares time
    if match and (left.endswith(" in ") or _OFFICE.match(right)):
        return Usage("affiliation", f"'{match[0]}{text}' says whom somebody addressed", placed=True)
    return None


def _scholar(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "a professor at Drexel University", "a study by the University of Iowa" as where somebody works."""
    if ("University" in text or "College" in text) and (match := _WORKS_AT.search(left)):
        return Usage("affiliation", f"'{match['who']} ... {text}' says where somebody works", placed=True)
    return None


def _holder(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "Boston Mayor Ana Real", "Sheriff Ana Real of Kern County"."""
    if follows and follows[0] in placewords.words("personal_heads"):
        return _office(text, left, right, follows)
    if _ends_in_of(left) and (match := placewords.holder_before().search(left)):
        legislator = match["title"] in placewords.words("legislators")
        role: Role = "affiliation" if legislator else "organisation"
        return Usage(role, f"'{match[0]}{text}'", placed=True)
    return None


def _ends_in_of(left: str) -> bool:
    """Whether a text may end in "of " or "of the ": without it, no office before a name is that of the place."""
    return left.rstrip().endswith(("of", "the"))


def _of_somebody(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "Real, of Ohio, said" as the home of somebody, most often of a member of Congress."""
    ends = left.endswith(", of ") and right[:1] in {",", "."}
    match = _SOMEBODY.search(left) if ends and normalise(text) in state_words() else None
    return Usage("affiliation", f"{OF_A_LEGISLATOR}: '{match[0]}{text}'", placed=True) if match else None


def _of_a_party(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "Rep. Ana Real, Texas Republican," and "Texas Republican Sen. Real" as the home of a member of Congress."""
    is_member = len(follows) == 1 or follows[1:2] in {("Sen.",), ("Sen",), ("Senator",), ("Rep.",), ("Rep",)}
    party = follows and follows[:1] in _PARTIES
    if party and is_member and normalise(text) in state_words():
        return Usage("affiliation", f"{OF_A_LEGISLATOR}: '{text} {follows[0]}'", placed=True)
    return None


def _partisan(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "Rep. Ana Real, a Denison Republican," as the home of somebody."""
    if follows[:1] in _PARTIES and _ONE.search(left):
        return Usage("affiliation", f"'{text} {follows[0]}' says where somebody belongs", placed=True)
    return None


def _firmly_located(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "in the northern city of Austin"."""
    match = placewords.located("locative").search(left) if placewords.may_be_located("locative", left) else None
    return Usage("scene", f"'{match[0]}{text}'", placed=True) if match else None


def _office(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "Houston police", "Chicago's mayor", "Austin City Hall", "the mayor of Chicago"."""
    if follows and placewords.is_one_of((follows[0], " ".join(follows[:2])), "office_heads"):
        return Usage("organisation", f"'{text} {follows[0]}' is an office or body of the place", placed=True)
    if match := placewords.office_behind().match(right):
        return Usage("organisation", f"'{text}{match[0]}' is an office or body of the place", placed=True)
    if _ends_in_of(left) and (match := placewords.office_before().search(left)):
        return Usage("organisation", f"'{match[0]}{text}' is an office or body of the place", placed=True)
    return None


def _decision(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "Longmont's decision", "the vote by Longmont" as those of the town, unless somebody is called so."""
    match = placewords.decided_by().search(left) if left.endswith("by ") else placewords.decision_behind().match(right)
    if not match:
        return None
    said = f"{match[0]}{text}" if left.endswith("by ") else f"{text}{match[0]}"
    return Usage("organisation", f"'{said}' is an act of the place", placed=not placewords.is_double(text))


def _where(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "Hood River, where crews walked out", as only places are told of."""
    return Usage("scene", f"'{text}, where'", placed=True) if right.startswith(", where ") else None


def _site(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "a Salem church", "three Yakima high schools" as where something is."""
    match = placewords.site_behind().match(right) if left.endswith(" ") else None  # spares time
    return Usage("scene", f"'{text}{match[0]}' is there", placed=True) if match and _DETERMINER.search(left) else None


def _loosely_located(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "to Austin", which may also refer to a person."""
    match = (
        placewords.located("weakly_locative").search(left)
        if placewords.may_be_located("weakly_locative", left)
        else None
    )
    return Usage("scene", f"'{match[0]}{text}'", placed=False) if match else None


@cache
def _people_from() -> re.Pattern[str]:
    return re.compile(rf"(?P<people>{placewords.any_of('residents', 'people_from')})\sfrom\s{_RIGHT_FROM}")


@cache
def _moving() -> re.Pattern[str]:
    return re.compile(placewords.any_of("moving"))


@cache
def _destination_before() -> re.Pattern[str]:
    to = rf"(?:{placewords.any_of('vehicles')}\s(?:to|for)|{placewords.any_of('bound')})"
    return re.compile(rf"{to}\s(?:(?:downtown|nearby|neighboring)\s)?$")


_RULES: tuple[Callable[[str, str, str, tuple[str, ...]], Usage | None], ...] = (
    _excluded,
    _based,
    _area,
    _resident,
    _origin,
    _origin_of_people,
    _destination,
    _addressee,
    _scholar,
    _holder,
    _of_somebody,
    _of_a_party,
    _partisan,
    _firmly_located,
    _office,
    _decision,
    _where,
    _site,
    _loosely_located,
)
