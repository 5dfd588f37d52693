"""Known names that are not places: a person, a paper, a street, a plain word, or a place abroad."""

from __future__ import annotations

import re
from collections.abc import Callable

from raidline.extract.toponyms import placewords
from raidline.extract.toponyms.abroad import is_said_to_be_abroad
from raidline.extract.toponyms.names import Name, titles
from raidline.extract.toponyms.namesakes import is_well_known, part_of
from raidline.extract.toponyms.people import first_names
from raidline.extract.toponyms.usage import Usage
from raidline.places.names import normalise

_CAMPUS = re.compile(
    r"\b(?:University|College|State) of [A-Z]\w+(?: [A-Z]\w+)?(?:,| at|-|–)\s*$|\b[A-Z]\w+ (?:A&M|State) at $"
)
_AGE = re.compile(r",\s+\d{1,3}(?:,|\s+years)")
_PARTICLES = re.compile(
    r"\s(?:(?:de|del|dos|da|di|du|bin|ibn|van|von)(?:\s(?:la|las|los|der|den))?\s|[dO]['’])[A-ZÀ-Þ]"
)
_REACH = 3  # words of a run within which the name of a paper or a firm ends
_HEADLINE = 0.75
_LONGEST_HEADLINE = 160
_SHORT_WORD = 3  # letters; headlines leave "of" and "the" in lower case


def is_no_place(name: Name, usage: Usage, surnames: frozenset[str]) -> bool:
    """Whether a known name is something else, regardless of the rest of the article.

    `surnames` are the names that the article uses for people and firms.
    """
    return any(rule(name, usage, surnames) for rule in _RULES)


def is_part_of_a_longer_name(name: Name, usage: Usage) -> bool:
    """Whether the words beside a name in its run belong to it; in a headline that is uncertain."""
    return not name.run.shouts and (_ends_a_longer_name(name) or _opens_a_longer_name(name, usage))


def is_in_headline(name: Name) -> bool:
    """Whether most words of the line begin with capitals."""
    text = name.run.text
    start, end = max(0, name.start - _LONGEST_HEADLINE), name.end + _LONGEST_HEADLINE
    line = text[start : name.start].rpartition("\n")[2] + text[name.start : end].partition("\n")[0]
    if len(line) > _LONGEST_HEADLINE or line.rstrip().endswith((".", "”", '"')):
        return False
    long = [word for word in line.split() if len(word) > _SHORT_WORD]
    return len(long) > 1 and sum(word[0].isupper() for word in long) >= _HEADLINE * len(long)


def borne_by(name: Name, bearers: frozenset[str]) -> str:
    """Return what is named after a place: "Memorial Hospital" after "Huntsville"; "" for a street, a team or a firm."""
    if (name.first and not _is_opener(name)) or name.run.words[name.after - 1] != name.run.bare[name.after - 1]:
        return ""
    for at, word in enumerate(name.follows):
        if word == "Road" and not name.text.endswith(("County", "Parish")):
            return ""
        if word in bearers:
            return " ".join(name.follows[: at + 1])
        if name.run.words[name.after + at] != word or word in placewords.words("run_closers"):
            return ""
    return ""


def is_a_person(name: Name) -> bool:
    """Whether the word before a name shows that it is a person: "Judge Austin"."""
    previous = name.run.words[name.first - 1] if name.first else name.run.before
    return previous in titles() or bool(name.first and name.previous in first_names())


def _is_opener(name: Name) -> bool:
    raw = name.run.words[name.first - 1]
    return (
        raw != name.previous
        or name.previous in placewords.words("run_openers")
        or name.previous in placewords.words("directions")
    )


def _organisation(name: Name, usage: Usage, surnames: frozenset[str]) -> bool:
    """Read "Austin American-Statesman", "Lincoln Avenue" as a paper and a street."""
    if placewords.is_one_of([" ".join(name.follows[:2])], "office_heads"):
        return False
    for word in name.follows[:_REACH]:
        if word in placewords.words("organisation_tails"):
            return True
        if word in placewords.words("run_closers") or (
            word in placewords.words("office_heads") and word not in placewords.words("vague_heads")
        ):
            return False
    return False


def _campus(name: Name, usage: Usage, surnames: frozenset[str]) -> bool:
    """Read "University of Texas at Austin" as a campus."""
    is_long = " of " in name.left or name.left.endswith(" at ")  # spares time
    return bool(is_long and _CAMPUS.search(name.left)) or (
        name.first > 1
        and name.run.words[name.first - 1] == "of"
        and name.run.bare[name.first - 2] in placewords.words("names_of")
    )


def _school(name: Name, usage: Usage, surnames: frozenset[str]) -> bool:
    """Read "Ohio State" as a university."""
    if name.follows[:1] != ("State",) or name.text in placewords.table("state_city_names"):
        return False
    return len(name.follows) == 1 or name.follows[1] not in (
        placewords.words("office_heads") | placewords.words("bodies_of_states")
    )


def _court(name: Name, usage: Usage, surnames: frozenset[str]) -> bool:
    """Read "Superior Court" as a court anywhere, not in Superior, Arizona."""
    return name.follows[:1] in {("Court",), ("Courts",)} and name.text in placewords.words("office_heads")


def _neighbourhood(name: Name, usage: Usage, surnames: frozenset[str]) -> bool:
    """Read "the Austin neighborhood", "the Westlake District" as a part of some town, unless it is known of which."""
    if part_of(normalise(name.text)):
        return False
    if name.follows[:1] == ("District",) and not placewords.is_one_of(name.follows[1:2], "of_districts"):
        return True
    right = name.right()
    return right[:1].isspace() and placewords.behind("neighbourhoods").match(right) is not None


def _abroad(name: Name, usage: Usage, surnames: frozenset[str]) -> bool:
    """Read "Lima, Peru" as abroad."""
    return is_said_to_be_abroad(name.left, name.right())


def _person(name: Name, usage: Usage, surnames: frozenset[str]) -> bool:
    """Read "Judge Austin", "Ana Houston", "Troy Kent, 34," as people."""
    if is_a_person(name):
        return not placewords.is_one_of(name.follows[:1], "office_heads") and "County" not in name.text
    return bool(_AGE.match(name.right())) and name.first > 0


def _before_a_particle(name: Name, usage: Usage, surnames: frozenset[str]) -> bool:
    """Read "Austin de la Cruz", "Dallas van der Berg" as people."""
    return bool(_PARTICLES.match(name.right()))


def _surname(name: Name, usage: Usage, surnames: frozenset[str]) -> bool:
    """Read the surname of somebody in the article, or the first word of a firm's name, as that person or firm."""
    return name.text in surnames and not (usage.placed and usage.role in {"scene", "area"})


def _ends_a_longer_name(name: Name) -> bool:
    """Whether the word before turns the name into somebody's full name: "Laron Bryant"."""
    raw = name.run.words[name.first - 1]
    if name.previous in placewords.words("directions") and raw == name.previous:
        return not is_well_known(name.text) and name.first == 1  # "East Elmhurst"
    return not (
        name.previous.isupper()
        or raw != name.previous  # a possessive or a comma separates them, or nothing comes before
        or raw.islower()
        or name.previous in placewords.words("run_openers")
        or name.previous in placewords.words("office_heads")
    )


def _opens_a_longer_name(name: Name, usage: Usage) -> bool:
    """Whether the run continues, other than with an office or a weekday: "Boston Scientific", "Virginia Reyes"."""
    if not name.follows or name.text.endswith(("County", "Parish")):
        return False
    if usage.placed and usage.role == "scene" and is_well_known(name.text):
        return False  # "in Chicago Agents ...": the scraper lost a full stop
    word = name.follows[0]
    if name.run.words[name.after].islower():  # "Travis of", "Austin de"
        return False
    two = " ".join(name.follows[:2])
    known = word in placewords.words("run_closers") or placewords.is_one_of((word, two), "office_heads")
    return not known and not word.isupper()


_Rule = Callable[[Name, Usage, frozenset[str]], bool]
_RULES: tuple[_Rule, ...] = (
    _organisation,
    _campus,
    _school,
    _court,
    _neighbourhood,
    _abroad,
    _person,
    _before_a_particle,
    _surname,
)
