"""The index of the search over all events, in parts that a page loads when somebody types.

They are scripts, because a page opened from a disk may load scripts but no data.

Events are numbered by date, so that a new one changes few parts. `tables.js` says what the numbers in the others stand
for; `rows-N.js` has what a list shows of 500 events; `words-a.js` has, for each word that begins with "a", the events
that contain it, each number as its distance from the one before.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import quote

from raidline import inert
from raidline.dates.regional import day_first
from raidline.dates.words import in_words
from raidline.export.addresses import event_folder, place_folder
from raidline.export.html.facets import agency_key
from raidline.models import Kind, Status
from raidline.places.containment import is_mostly_in
from raidline.publish.contents import digest, marks_of
from raidline.timeline.wording import counts_in_words, place_name

if TYPE_CHECKING:
    from raidline.places.jurisdiction import Jurisdiction
    from raidline.publish.contents import Contents
    from raidline.timeline.build import Entry

FOLDER = "search"
_IN_A_PART = 500
_WORD = re.compile(r"[^\W_]+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_OTHER = "other"  # words that begin with none of these
_IN_SCRIPT = str.maketrans({"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"})
Json = object


def index_files(contents: Contents) -> Iterator[tuple[str, Sequence[str] | None, Callable[[], bytes]]]:
    """Yield the address of each part, what it is made from (None: of all events), and what makes it."""
    entries = contents.timeline.entries
    if not entries:
        return
    index = _Index(contents)
    yield f"{FOLDER}/tables.js", None, index.tables
    numbered = digest(*(place.code for place in index.places), "", *index.agencies)
    for number in range(0, len(entries), _IN_A_PART):
        told = numbered, marks_of(entries[number : number + _IN_A_PART], contents)
        yield f"{FOLDER}/rows-{number // _IN_A_PART}.js", told, partial(index.rows, number)
    for beginning in (*_LETTERS, _OTHER):
        yield f"{FOLDER}/words-{beginning}.js", None, partial(index.words, beginning)


def folded(text: str) -> str:
    """Return a text in small letters without accents, as the page folds what people type."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()


class _Index:
    """The parts of one site's index; words are read when the first part is asked for."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self.entries: Sequence[Entry] = contents.timeline.entries
        self.places = {place: number for number, place in enumerate(contents.areas)}
        self.agencies = {key: number for number, key in enumerate(contents.agencies)}

    @cached_property
    def _found(self) -> dict[str, dict[str, list[int]]]:
        """The numbers of events by the beginnings of words and by word."""
        found: dict[str, list[int]] = {}
        for number, entry in enumerate(self.entries):
            for word in set(_WORD.findall(folded(_text(entry)))):
                found.setdefault(word, []).append(number)
        parts: dict[str, dict[str, list[int]]] = {}
        for word in sorted(found):
            parts.setdefault(_beginning(word), {})[word] = found[word]
        return parts

    def words(self, beginning: str) -> bytes:
        """Return the words with that beginning."""
        found = self._found.get(beginning, {})
        return _script("words", beginning, {word: _distances(numbers) for word, numbers in found.items()})

    def rows(self, first: int) -> bytes:
        """Return what a list shows of each event of a part."""
        return _script(
            "rows", first // _IN_A_PART, [self._row(one) for one in self.entries[first : first + _IN_A_PART]]
        )

    def tables(self) -> bytes:
        """Return what the numbers stand for: places, with their folders and what contains them, and so on."""
        places = [
            [
                place.full_name,
                place_folder(place),
                place.code,
                [self.places[outer] for outer, share in area.wider if is_mostly_in(share)],
                [self.places[outer] for outer, share in area.wider if not is_mostly_in(share)],
                len(area.members),
            ]
            for place, area in self.contents.areas.items()
        ]
        agencies = [[one.name, one.folder, quote(key, safe="")] for key, one in self.contents.agencies.items()]
        return _script(
            "tables",
            {
                "events": len(self.entries),
                "part": _IN_A_PART,
                "places": places,
                "agencies": agencies,
                "kinds": [kind.value for kind in Kind],
                "statuses": [status.value for status in Status],
            },
        )

    def _row(self, entry: Entry) -> list[Json]:
        event = entry.event
        when = in_words(event.date)
        return [
            event_folder(event.id).partition("/")[2],
            inert.line(event.title) or event.id,
            when if self.contents.site.language == "en-US" else day_first(when),
            str(event.date.earliest or ""),
            str(event.date.latest or ""),
            list(Kind).index(event.kind),
            list(Status).index(event.status),
            [*map(self._place, entry.places)],
            [self.agencies[key] for name in event.agencies if (key := agency_key(name)) in self.agencies],
            inert.line(counts_in_words(event.counts)),
        ]

    def _place(self, place: Jurisdiction | str) -> int | str:
        number = None if isinstance(place, str) else self.places.get(place)
        return inert.line(place_name(place)) if number is None else number


def _text(entry: Entry) -> str:
    event = entry.event
    quotes = (citation.quote for citation in entry.citations if citation.quote)
    names = (*map(place_name, entry.places), *event.agencies, *entry.publishers)
    return " ".join((event.title, event.kind.value, *names, event.summary or "", *quotes))


def _beginning(word: str) -> str:
    return word[0] if word[0] in _LETTERS else _OTHER


def _distances(numbers: Sequence[int]) -> str:
    return " ".join(map(str, (numbers[0], *(later - before for before, later in pairwise(numbers)))))


def _script(name: str, *values: Json) -> bytes:
    told = ",".join(json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in values)
    return f"raidline.{name}({inert.json_escaped(told).translate(_IN_SCRIPT)})\n".encode()
