"""Names with neither a county nor a state beside them: their roles, and what bears their names."""

from __future__ import annotations

import re

from raidline.extract.toponyms import placewords
from raidline.extract.toponyms.namesakes import is_well_known
from raidline.extract.toponyms.recognition.filters import (
    borne_by,
    is_a_person,
    is_in_headline,
    is_no_place,
    is_part_of_a_longer_name,
)
from raidline.extract.toponyms.recognition.toponym import Case, Strength, Toponym
from raidline.extract.toponyms.roles import read_role
from raidline.extract.toponyms.sites import read_site
from raidline.extract.toponyms.usage import Role, Usage

_THE = re.compile(r"\b[Tt]he $")


def read_bare(case: Case) -> Toponym | None:
    """Read a name by its role, unless a filter excludes it."""
    name = case.name
    if name.text in placewords.table("bodies"):
        return case.as_read(Strength.SURE, Usage("organisation", f"'{name.text}' is a body of the place", placed=True))
    if (site := read_site(name)) and not is_a_person(name):
        return case._replace(abroad=None).as_read(Strength.PLACED, site)
    usage = read_role(name, name.end)
    if borne := _borne(case, usage):
        return borne
    doubtful = is_part_of_a_longer_name(name, usage)
    if (doubtful and not is_in_headline(name)) or is_no_place(name, usage, case.surnames):
        return None
    return case.as_read(_strength(case, usage, doubtful=doubtful), usage)


def _borne(case: Case, usage: Usage) -> Toponym | None:
    """Read "Kern County Hospital", "Ohio Turnpike Authority", "Ozark Chamber of Commerce" as named after places."""
    name, first = case.name, case.meanings[0]
    if first.kind == "nation" or case.is_state_and_city or name.run.shouts or is_a_person(name):
        return None
    if usage.role != "context" and (usage.role != "scene" or usage.placed):
        return None
    bearer = borne_by(name, placewords.words("bodies_of_states" if first.kind == "state" else "institutions"))
    if not bearer:
        return None
    role: Role = "organisation" if first.kind == "state" else "affiliation"
    is_sure = first.kind == "state" or case.key.endswith((" county", " parish"))
    strength = Strength.SURE if is_sure else Strength.BORNE
    return case.as_read(strength, Usage(role, f"'{name.text} {bearer}' bears its name", placed=False))


def _strength(case: Case, usage: Usage, *, doubtful: bool) -> Strength:
    if case.abroad is None and not case.is_state_and_city:
        is_state = case.meanings[0].kind in {"state", "nation"}
        if (is_state and not doubtful) or case.key.endswith((" county", " parish")):
            return Strength.SURE
    if doubtful:
        return Strength.DOUBTFUL
    if usage.role == "scene" and _THE.search(case.name.left) and not is_well_known(case.name.text):
        return Strength.NAMED  # "in the Loop" is not in a town with that name
    is_scene = usage.role == "scene" and not placewords.is_double(case.name.text)
    return Strength.PLACED if usage.placed or is_scene else Strength.NAMED
