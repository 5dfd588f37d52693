"""Places that somebody belongs to, comes from or is bound for, where nothing of what is told happened."""

from __future__ import annotations

import re
from functools import cache

from raidline.extract.toponyms import placewords
from raidline.extract.toponyms.people import first_names
from raidline.extract.toponyms.usage import Usage
from raidline.places.codes import state_words
from raidline.places.names import normalise

OF_A_LEGISLATOR = "the state of a legislator"
BOUND_FOR, CAME_FROM, HOME = "the destination of a journey", "the origin of people", "the home of somebody"
KEPT = "where somebody is kept or sought"
TELLER = "the place of whoever tells of it"
_BASED = re.compile(r"(?:, [A-Z]{2})?-(?:based|born|bred|raised|educated)\b")
_LIVES_IN = re.compile(
    r"(?:\d,?|\b(?:formerly|both|all|also|native|natives|residents?|couple))\s+of\s(?:rural\s|nearby\s|near\s)?$"
)
_LIVING = re.compile(
    r"\b(?:who\s(?:now\s|still\s)?(?:lives?|lived|resides?|resided|grew\sup|was\s(?:born|raised))|[Aa]n?\s(?:[\w-]+\s){1,3}?living)\sin\s$"
)
_KEPT = re.compile(
    r"(?:\b(?:who|that|where)\s(?:\w+\s)?(?:is|are|remains?|sits?)\s(?:now\s|still\s|being\s)*(?:held|jailed|detained|locked\sup|imprisoned|wanted)"
    r"|\bwanted|\bfrom\s(?:the|a)\s(?:jail|prison|detention\scenter|detention\sfacility|lockup|camp))\s(?:in|at|near)\s(?:nearby\s)?$"
)
_CAME = re.compile(
    r"\b(?:on\s(?:his|her|their|its|the)\sway\s(?:home\s|back\s)?|(?:drove|travell?ed|rode|bused)\s(?:\w+\s)?)from\s$"
)
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
_TOWARD = (" toward ", " towards ")
_PARTIES = {("Republican",), ("Democrat",), ("Democratic",)}
_ONE = re.compile(r",\s(?:an?|the)\s$")
_LONGEST_OF = len("of nearby ")
_PERSON_OF = re.compile(r"\b(?P<given>[A-Z][a-z]+) (?:[A-Z]\w*\.? )?[A-Z][\w’'-]+(?:,? of|,? from)\s$")


def based(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "a Chicago-based group"."""
    if _BASED.match(right):
        return Usage("affiliation", f"'{text}-based' says where somebody belongs", placed=True)
    return None


def resident(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "a Denver resident", "Ana Hill, 34, of Denver", "Ana Hill from Denver"."""
    if left.endswith("in ") and (match := _LIVING.search(left) or _does_there().search(left)):
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


def teller(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read ", said an imam in Reno", "her lawyer in Reno" and "told a reporter from Reno" as where a teller is."""
    if not left.endswith(("in ", "from ", "of ", "near ")):  # spares time
        return None
    match = _said_by().search(left) or _relation().search(left)
    return Usage("affiliation", f"{TELLER}: '{match[0]}{text}'", placed=True) if match else None


def kept(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "a classmate who is held in Reno", "wanted in Reno" as where somebody is kept or sought."""
    match = _KEPT.search(left) if left.endswith(("in ", "at ", "near ", "nearby ")) else None  # spares time
    return Usage("affiliation", f"{KEPT}: '{match[0]}{text}'", placed=True) if match else None


def origin(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "who crossed the border near Del Rio", "who came from Texas" as where somebody came from."""
    if left.endswith(" from ") and not right.startswith(" to ") and (came := _CAME.search(left)):
        return Usage("affiliation", f"{CAME_FROM}: '{came[0]}{text}'", placed=True)
    passes = "border" in left or "country" in left or "States" in left  # spares time
    match = _ENTERED.search(left) if passes else None
    return Usage("affiliation", f"'{match[0]}{text}' says where somebody came in", placed=True) if match else None


def origin_of_people(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "eleven men from Georgia" as where they came from."""
    match = _people_from().search(left) if " from " in left and not right.startswith(" to ") else None
    if not match or _moving().search(left, 0, match.start()):  # "moved eleven men from Georgia"
        return None
    return Usage("affiliation", f"{CAME_FROM}: '{match[0]}{text}'", placed=True)


def destination(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "a bus to Seattle", "headed to Seattle" as where somebody would have arrived."""
    passes = " to " in left or " for " in left or left.endswith(_TOWARD)  # spares time
    match = (_destination_before().search(left) or _CASE_SENT.search(left)) if passes else None
    if not match or _RODE.search(left):
        return None
    return Usage("affiliation", f"{BOUND_FOR}: '{match[0]}{text}'", placed=True)


def addressee(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "a letter to ICE's Denver office", "wrote to officials in Denver" as where it was sent."""
    match = _ADDRESSED.search(left) if " to " in left else None  # spares time
    if match and (left.endswith(" in ") or _OFFICE.match(right)):
        return Usage("affiliation", f"'{match[0]}{text}' says whom somebody addressed", placed=True)
    return None


def scholar(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "a professor at Drexel University", "a study by the University of Iowa" as where somebody works."""
    if ("University" in text or "College" in text) and (match := _WORKS_AT.search(left)):
        return Usage("affiliation", f"'{match['who']} ... {text}' says where somebody works", placed=True)
    return None


def of_somebody(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "Real, of Ohio, said" as the home of somebody, most often of a member of Congress."""
    ends = left.endswith(", of ") and right[:1] in {",", "."}
    match = _SOMEBODY.search(left) if ends and normalise(text) in state_words() else None
    return Usage("affiliation", f"{OF_A_LEGISLATOR}: '{match[0]}{text}'", placed=True) if match else None


def of_a_party(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "Rep. Ana Real, Texas Republican," and "Texas Republican Sen. Real" as the home of a member of Congress."""
    is_member = len(follows) == 1 or follows[1:2] in {("Sen.",), ("Sen",), ("Senator",), ("Rep.",), ("Rep",)}
    party = follows and follows[:1] in _PARTIES
    if party and is_member and normalise(text) in state_words():
        return Usage("affiliation", f"{OF_A_LEGISLATOR}: '{text} {follows[0]}'", placed=True)
    return None


def partisan(text: str, left: str, right: str, follows: tuple[str, ...]) -> Usage | None:
    """Read "Rep. Ana Real, a Denison Republican," as the home of somebody."""
    if follows[:1] in _PARTIES and _ONE.search(left):
        return Usage("affiliation", f"'{text} {follows[0]}' says where somebody belongs", placed=True)
    return None


@cache
def _does_there() -> re.Pattern[str]:
    return re.compile(
        rf"\bwho\s(?:now\s|still\s|also\s|often\s)?{placewords.any_of('habits')}\s(?:[\w’'-]+\s){{0,3}}?in\s(?:nearby\s)?$"
    )


@cache
def _said_by() -> re.Pattern[str]:
    who = placewords.any_of("residents", "people_from", "tellers")
    somebody = rf"(?:an?|one|the|his|her|their)\s(?:[\w’'-]+\s){{0,3}}?{who}"
    told = r"[,”\"]\s(?:said|says)|\baccording\sto|\b(?:told|telling)"
    return re.compile(rf"(?:{told})\s{somebody}\s(?:in|from|of|near)\s$")


@cache
def _relation() -> re.Pattern[str]:
    who = placewords.any_of("relations")
    return re.compile(rf"\b(?:[Hh]is|[Hh]er|[Tt]heir)\s(?:[\w’'-]+\s){{0,2}}?{who}\s(?:in|from|of|near)\s$")


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
