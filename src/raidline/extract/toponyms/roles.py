"""The role of a place where it is named: a scene, an office, somebody's home, a surrounding area, or mere context."""

from __future__ import annotations

import re
from collections.abc import Callable

from raidline.extract.toponyms import affiliations, placewords
from raidline.extract.toponyms.names import Name
from raidline.extract.toponyms.usage import Role, Usage

_FOLLOWING = re.compile(r"^\s+([A-Z][\w.]*)")
_AREA = re.compile(r"-area\b")
_NOT_IN = re.compile(r"(?:(?:,|\b(?:but|and))\snot|,?\s(?:rather\sthan|instead\sof))\s(?:in\s)?(?:nearby\s)?$")
_FORMERLY = ("former ", "onetime ", "retired ", "ex-", "once ")
_FORMER = re.compile(r"\b(?:[Ff]ormer|onetime|[Rr]etired|[Ee]x-|once)\s?$")
_OWNING = ("'s ", "’s ")
_HALLS = {("City", "Hall"), ("Town", "Hall"), ("Village", "Hall"), ("Borough", "Hall")}
_AT = re.compile(r"\b(?:at|outside|inside|to|from|near|around|toward|of)\s$")
_SIDE = re.compile(
    r"['’]s\s(?:Near\s|Far\s|Upper\s|Lower\s)?(?:North|South|East|West|Northeast|Northwest|Southeast|Southwest)(?:ern)?\s(?:Side|End)\b"
)
_DETERMINER = re.compile(
    r"\b(?:[Aa]n?|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|\d+"
    r"|[Ss]everal|[Ss]ome|[Bb]oth|[Mm]any|[Aa]ll) $"
)


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


def _former(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "a former Lynn police chief" as part of a life: no office of Lynn acts."""
    match = _FORMER.search(left) if left.endswith(_FORMERLY) else None  # spares time
    found = _office(text, left, right, follows) if match else None
    return Usage("context", f"'{match[0]}{text}' tells of a life", placed=True) if match and found else None


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


def _hall(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "outside Austin City Hall" as where something is."""
    if follows[:2] in _HALLS and (match := _AT.search(left)):
        return Usage("scene", f"'{match[0]}{text} {' '.join(follows[:2])}'", placed=True)
    return None


def _part(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "on Austin's East Side" as where something is."""
    match = _SIDE.match(right) if left.endswith("on ") else None  # spares time
    return Usage("scene", f"'on {text}{match[0]}'", placed=True) if match else None


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
    """Read "a Salem church", "three Yakima high schools", "outside Salem's airport" as where something is."""
    if not left.endswith(" "):  # spares time
        return None
    owned = right.startswith(_OWNING) and _AT.search(left)
    match = placewords.site_behind().match(right[2:] if owned else right)
    is_there = match and (owned or _DETERMINER.search(left)) and not placewords.office_behind().match(right)
    return Usage("scene", f"'{text}{match[0]}' is there", placed=True) if match and is_there else None


def _loosely_located(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "to Austin", which may also refer to a person."""
    match = (
        placewords.located("weakly_locative").search(left)
        if placewords.may_be_located("weakly_locative", left)
        else None
    )
    return Usage("scene", f"'{match[0]}{text}'", placed=False) if match else None


_RULES: tuple[Callable[[str, str, str, tuple[str, ...]], Usage | None], ...] = (
    _excluded,
    affiliations.based,
    _area,
    affiliations.resident,
    affiliations.teller,
    affiliations.kept,
    affiliations.origin,
    affiliations.origin_of_people,
    affiliations.destination,
    affiliations.addressee,
    affiliations.scholar,
    _former,
    _holder,
    affiliations.of_somebody,
    affiliations.of_a_party,
    affiliations.partisan,
    _hall,
    _part,
    _firmly_located,
    _office,
    _decision,
    _where,
    _site,
    _loosely_located,
)
