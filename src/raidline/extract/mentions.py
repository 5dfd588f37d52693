"""Place mentions in running text: which capitalised names are places, which place, and in what role."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from raidline.extract.namesakes import meanings, resolve_namesakes, state_behind
from raidline.extract.people import surnames, titles
from raidline.extract.roles import Name, is_no_place, is_organisation, read_role
from raidline.placenames import normalise
from raidline.places import Jurisdiction, lookup

Role = Literal["scene", "affiliation", "organisation", "area", "context"]

_TOKEN = re.compile(r"\S+")
_LONGEST_NAME = 5
_DATELINE = re.compile(
    r"(?:^|\n)\s*(?P<place>[A-Z][A-Z .’'-]{2,}[A-Z])(?:,\s+(?P<state>[A-Z][\w. ]{1,20}?))?"
    r"\s*(?:\([^)]{1,20}\)\s*)?[—–-]+\s"
)


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A name in the text read as a place.

    `candidates` are the jurisdictions it can mean, one when it was resolved. The role is `scene` (where something is),
    `affiliation` ("X-based"), `organisation` (an office or body of the place), `area` ("X-area") or `context`;
    `how` says in words why.
    """

    start: int
    end: int
    text: str
    candidates: tuple[Jurisdiction, ...]
    role: Role
    how: str

    @property
    def jurisdiction(self) -> Jurisdiction | None:
        """The one jurisdiction meant; None where namesakes could not be told apart."""
        return self.candidates[0] if len(self.candidates) == 1 else None


@cache
def _run() -> re.Pattern[str]:
    """Return the expression for a run of capitalised words on a line; no full stop in it but of titles and initials."""
    dotted = "|".join(re.escape(title) for title in sorted(titles(), reverse=True) if title.endswith("."))
    word = rf"(?:(?:{dotted}|St\.|Ste\.|Ft\.|Mt\.|(?:[A-Z]\.)+)|[A-ZÀ-Þ][\w’']*(?:-[A-ZÀ-Þ][\w’']*)*)"
    return re.compile(rf"(?<![\w-]){word}(?:[ \t\xa0]+(?:(?:of|de|du|la|las|los|the|and)[ \t\xa0]+)?{word})*")


def find_places(text: str) -> list[PlaceMention]:
    """Return the place mentions of an article in order, each resolved as far as the article allows."""
    people = surnames(text, _run())
    found = list(_datelines(text))
    for run in _run().finditer(text):
        found += _in_run(text, run, people)
    found = _without_overlaps(found)
    senses = resolve_namesakes([(normalise(m.text.split(",")[0]), m.candidates) for m in found])
    return [
        PlaceMention(m.start, m.end, m.text, candidates, m.role, "; ".join(filter(None, (m.how, why))))
        for m, (candidates, why) in zip(found, senses, strict=True)
    ]


def _without_overlaps(found: list[PlaceMention]) -> list[PlaceMention]:
    """Return mentions in order; of two that overlap the first, which may hold a state as well, stands."""
    kept: list[PlaceMention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _datelines(text: str) -> Iterator[PlaceMention]:
    """Yield the place an article is filed from: "AUSTIN, Texas (AP) —" at the beginning of a paragraph."""
    for match in _DATELINE.finditer(text):
        name = match["place"].title() + (f", {match['state']}" if match["state"] else "")
        if candidates := lookup(name):
            start, end = match.start("place"), match.end("state" if match["state"] else "place")
            yield PlaceMention(start, end, text[start:end], candidates, "scene", "the dateline")


def _in_run(text: str, run: re.Match[str], people: frozenset[str]) -> Iterator[PlaceMention]:
    """Yield the places of one run of capitalised words, the longest known name first from each word on."""
    tokens = [m.span() for m in _TOKEN.finditer(text, *run.span())]
    if is_organisation([text[a:b] for a, b in tokens]):
        return
    at = 0
    while at < len(tokens):
        if text[slice(*tokens[at])] == "The" and len(tokens) > at + 2:
            at += 1  # "The District of Columbia", not "The District"; but "The Bronx"
        for after in range(min(len(tokens), at + _LONGEST_NAME), at, -1):
            name = Name.read(text, tokens, at, after)
            candidates = meanings(name.text)
            if candidates is None:  # only looks like a place, all of it: "White House"
                at = after
                break
            if candidates and (mention := _mention(text, name, candidates, people)):
                yield mention
                at = after
                break
        else:
            at += 1


def _mention(
    text: str, name: Name, candidates: tuple[Jurisdiction, ...], people: frozenset[str]
) -> PlaceMention | None:
    role, how = read_role(name)
    state, end = state_behind(text, name.end)
    if here := tuple(c for c in candidates if state and c.state == state and c.kind != "state"):
        return PlaceMention(name.start, end, text[name.start : end], here, role, f"{how}, with its state")
    if is_no_place(name, candidates, people):
        return None
    return PlaceMention(name.start, name.end, name.text, candidates, role, how)
