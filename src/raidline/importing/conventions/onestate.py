"""The state that a list leaves out because all of it is about one.

That is the one that its title or its rows say, or the only state with all of its counties or towns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import NamedTuple

from raidline.importing.contents import Column
from raidline.importing.records import InputRow
from raidline.importing.wording.localities import names_state, words_for
from raidline.importing.wording.marks import unmarked
from raidline.importing.wording.placenames import plain_place
from raidline.places.codes import state_words
from raidline.places.lookup import decided, lookup, state_of

_LEAST = {"county": 3, "city": 6, "places": 6}  # names that no other state has together by chance
_KINDS = {"county": ("county",), "city": ("place",), "places": ("place", "county")}  # that a column may name
_MOST = 0.8  # of the names that have to be known, or of those known that have to lie in the state
_HALF = 0.5  # of all names that have to lie in a state that is said
_SAYING = 3  # rows that say the same state, so that the others mean it too
_OTHERS = 0.2  # of the rows of a list whose title says a state, and that may say others
_ELSEWHERE = ("state", "zip", "country", "address")
_HEADING = "State"
_PARTED = re.compile(r"[;|\n]")
_LETTERS = 3  # of the shortest name of a state, beside its abbreviations


class _Named(NamedTuple):
    """The names of a cell without a state, and the states that it says."""

    bare: tuple[str, ...]
    said: frozenset[str]


_NOTHING = _Named((), frozenset())


def with_its_state(
    records: Sequence[InputRow], columns: Sequence[Column]
) -> tuple[Sequence[InputRow], list[Column], list[str]]:
    """Return the records with the state that their list leaves out, the columns with it, and a remark.

    None is added to a list that says its states in any other column, or whose names may be in several states.
    """
    same: tuple[Sequence[InputRow], list[Column], list[str]] = (records, list(columns), [])
    fields = {one.field: one.heading for one in columns}
    field = next((name for name in _LEAST if name in fields), "")
    if not field or _HEADING in {one.heading for one in columns} or any(name in fields for name in _ELSEWHERE):
        return same
    heading = fields[field]
    named = [_named(record.cells.get(heading, "")) for record in records]
    state, why = _state(named, field, heading, (title for record in records for title in record.above))
    if not state and field == "county" and "city" in fields and not any(one.said for one in named):
        towns = [_named(record.cells.get(fields["city"], "")) for record in records]
        state, why = _of_both(named, towns, heading, fields["city"])
        named = [one if not town.bare else _NOTHING for one, town in zip(named, towns, strict=True)]  # a town says it
    if not state:
        return same
    found = [
        replace(record, cells={**record.cells, _HEADING: state}, headings=[*record.headings, _HEADING])
        if _means(one, state, _KINDS[field])
        else record
        for record, one in zip(records, named, strict=True)
    ]
    filled = sum(_HEADING in record.cells for record in found)
    return found, [*columns, Column(_HEADING, "state", why, filled, state)], [f"the state is {state}, {why}"]


def _state(rows: Sequence[_Named], field: str, heading: str, titles: Iterable[str]) -> tuple[str, str]:
    """Return the state that is left out, and how it is known; "" if it is not."""
    names = {name: _states_of(name, _KINDS[field]) for row in rows for name in row.bare}
    known = {name: states for name, states in names.items() if states}
    said = [state for row in rows for state in row.said]
    if not known:
        return "", ""
    titled = {state for title in titles for state in _states_in(title)}
    if len(titled) == 1:
        state = next(iter(titled))
        if _lie_in(state, known, names) and len([one for one in said if one != state]) <= _OTHERS * len(rows):
            return state, "which the title of the list says"
    if said:
        is_one = len(set(said)) == 1 and len(said) >= _SAYING and _lie_in(said[0], known, names)
        return (said[0], "as in all rows that say one") if is_one else ("", "")
    common = frozenset.intersection(*known.values())
    if len(common) != 1 or len(known) < max(_MOST * len(names), _LEAST[field]):
        return "", ""
    told = {"county": "counties", "city": "towns"}.get(field, "places")
    return next(iter(common)), f"the only state with all {told} of {heading!r}"


def _of_both(counties: Sequence[_Named], towns: Sequence[_Named], heading: str, beside: str) -> tuple[str, str]:
    """Return the only state with all counties and, beside them, all towns of a list with few counties."""
    if any(one.said for one in towns):
        return "", ""
    pairs = {
        (name, kind) for rows, kind in ((counties, "county"), (towns, "city")) for row in rows for name in row.bare
    }
    known = [states for name, kind in pairs if (states := _states_of(name, _KINDS[kind]))]
    common = frozenset.intersection(*known) if known else frozenset[str]()
    if len(common) != 1 or len(known) < max(_MOST * len(pairs), _LEAST["county"]):
        return "", ""
    return next(iter(common)), f"the only state with all counties of {heading!r} and towns of {beside!r}"


def _lie_in(state: str, known: dict[str, frozenset[str]], names: dict[str, frozenset[str]]) -> bool:
    """Whether most names that are known, and half of all, lie in a state."""
    inside = sum(state in states for states in known.values())
    return inside >= max(_MOST * len(known), _HALF * len(names))


def _means(row: _Named, state: str, kinds: tuple[str, ...]) -> bool:
    """Whether a row leaves out the state: it says none, and no place that certainly lies in another one."""
    if not row.bare or row.said - {state}:
        return False
    certain = (decided(plain_place(name)) for name in row.bare)
    return not any(
        place and place.kind in ("place", "county") and state_of(place).full_name != state
        and state not in _states_of(name, kinds if kinds == ("county",) else ("place", "county"))
        for name, place in zip(row.bare, certain, strict=True)
    )  # fmt: skip


@lru_cache(maxsize=4_096)
def _named(cell: str) -> _Named:
    bare, said = [], set()
    for part in _PARTED.split(unmarked(cell.strip()) if cell.strip() else ""):
        name = part.strip()
        if not name or name.lower() in (*words_for("nation"), *words_for("vague")):
            continue
        place = decided(plain_place(name).rpartition(",")[2].strip())
        if place and place.kind == "state" and ("," in name or names_state(name)):
            said.add(place.full_name)
        else:
            bare.append(name)
    return _Named(tuple(bare), frozenset(said))


@lru_cache(maxsize=4_096)
def _states_of(name: str, kinds: tuple[str, ...]) -> frozenset[str]:
    """Return the full names of the states that have a county or a place of a name."""
    plain = plain_place(name)
    written = (plain, f"{plain} County", f"{plain} Parish") if kinds == ("county",) else (plain,)
    found = {place for text in written for place in lookup(text) if place.kind in kinds}
    return frozenset(place.full_name.rpartition(", ")[2] for place in found)


@lru_cache(maxsize=256)
def _states_in(title: str) -> frozenset[str]:
    """Return the states whose names stand in a title; of one within another only the longer one."""
    return frozenset(full for match in _names().findall(title) if (full := _full_name(match)))


def _full_name(name: str) -> str:
    """Return the state that is called so in full: "mass" is a word, too."""
    plain = " ".join(re.split(r"[\W_]+", name)).title()
    place = decided(plain)
    return place.full_name if place and place.kind == "state" and place.full_name.title() == plain else ""


@cache
def _names() -> re.Pattern[str]:
    names = sorted((word for word in state_words() if len(word) > _LETTERS), key=len, reverse=True)
    either = "|".join(re.escape(name).replace(r"\ ", r"[\W_]+") for name in names)
    return re.compile(rf"(?<![^\W_])(?:{either})(?![^\W_])", re.IGNORECASE)
