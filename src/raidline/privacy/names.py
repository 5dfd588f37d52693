"""Private people: names in a text that have no public office or role beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from raidline.privacy.offices import is_known_official, is_public
from raidline.privacy.people import find_people


def private_names(text: str, told: Iterable[str] = ()) -> Iterator[str]:
    """Yield the names of people in a text that neither the text nor those of its sources, `told`, show as public."""
    if people := find_people(text):
        texts = (text, *told)
        harmed = {one.surname for one in people if one.harmed}
        names = {one.surname for one in people}
        public = {name for name in names if any(is_public(name, text, in_office=name in harmed) for text in texts)}
        yield from (one.text for one in people if one.surname not in public and not is_known_official(one.text))
