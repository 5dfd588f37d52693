"""Private people: names in a text without a public office or role beside them, told of as private people are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from raidline.privacy.likelihood.judging import private_people
from raidline.privacy.offices import is_known_official, is_public
from raidline.privacy.people import Person, find_people


def private_names(text: str, told: Iterable[str] = ()) -> Iterator[str]:
    """Yield the names of people in a text that neither the text nor those of its sources, `told`, show as public."""
    if people := find_people(text):
        public = public_surnames(text, people, told)
        private = {one.start for one in private_people(text, people, public)}
        yield from (
            one.text for one in people if one.surname not in public and (one.run is None or one.start in private)
        )


def public_surnames(text: str, people: Iterable[Person], told: Iterable[str] = ()) -> set[str]:
    """Return the surnames of those people who are known, or have an office or a role in the text or in those told.

    Whoever is arrested, hurt or killed is public only in a public office.
    """
    texts = (text, *told)
    harmed = {one.surname for one in people if one.harmed}
    names = {one.surname for one in people}
    in_role = {name for name in names if any(is_public(name, text, in_office=name in harmed) for text in texts)}
    return in_role | {one.surname for one in people if is_known_official(one.text)}
