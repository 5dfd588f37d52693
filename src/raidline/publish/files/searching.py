"""The index of the search over all events, in parts that a page loads when somebody types.

They are scripts, because a page opened from a disk may load scripts but no data.

Events are numbered by date. `tables.js` says what the numbers in the others stand for; `rows-N.js` has what a list
shows of some hundred events, from one whose id says that a part begins there, so that a new event changes the part in
which it is and no later one; `words-a.js` has, for each word that begins with "a", the events that contain it: by part
of the rows, "0:2 5 1;3:7", the number of the first within the part, and how far each other is from the one before.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING
from urllib.parse import quote
from zlib import crc32

from raidline import inert
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
_IN_A_PART, _MOST_IN_A_PART = 500, 1000  # events: on average, where ids are as good as chance
_WORD = re.compile(r"[^\W_]+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_OTHER = "other"  # words that begin with none of these
_IN_SCRIPT = str.maketrans({"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"})
_CLOSING = ")\n"  # of a script
Json = object


@dataclass(frozen=True, slots=True)
class IndexFile:
    """A part of the index: where it is, what it is made from (None: of all events), and what makes and renews it."""

    path: str
    inputs: Sequence[str] | None
    make: Callable[[], bytes]
    renew: Callable[[bytes, Container[str]], bytes] | None = None


def index_files(contents: Contents) -> Iterator[IndexFile]:
    """Yield the parts of the index; none for a site without events."""
    if not contents.timeline.entries:
        return
    index = _Index(contents)
    yield IndexFile(f"{FOLDER}/tables.js", None, index.tables)
    numbered = digest(*(place.code for place in index.places), "", *index.agencies)
    for number, entries in enumerate(index.parts):
        yield IndexFile(
            _rows_path(number), (numbered, str(number), marks_of(entries, contents)), partial(index.rows, number)
        )
    for beginning in (*_LETTERS, _OTHER):
        make, renew = partial(index.words, beginning), partial(index.renewed_words, beginning)
        yield IndexFile(f"{FOLDER}/words-{beginning}.js", None, make, renew)


def folded(text: str) -> str:
    """Return a text in small letters without accents, as the page folds what people type."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()


class _Index:
    """The parts of one site's index; the words of a part are read when they are first asked for."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self.parts = [*_parts(contents.timeline.entries)]
        self.places = {place: number for number, place in enumerate(contents.areas)}
        self.agencies = {key: number for number, key in enumerate(contents.agencies)}
        self._found: dict[int, dict[str, dict[str, str]]] = {}

    def _words_of(self, part: int) -> dict[str, dict[str, str]]:
        """Return where words are in a part, by their beginnings and by word."""
        if part not in self._found:
            found: dict[str, list[int]] = {}
            for number, entry in enumerate(self.parts[part]):
                for word in set(_WORD.findall(folded(_text(entry)))):
                    found.setdefault(word, []).append(number)
            told = self._found[part] = {}
            for word, numbers in found.items():
                told.setdefault(_beginning(word), {})[word] = f"{part}:{_distances(numbers)}"
        return self._found[part]

    def words(self, beginning: str) -> bytes:
        """Return the words with that beginning."""
        return self._words(beginning, {}, range(len(self.parts)))

    def renewed_words(self, beginning: str, before: bytes, same: Container[str]) -> bytes:
        """Return the same, made from its earlier state: of a part whose rows are the same, the words are, too."""
        kept = {f"{part}" for part in range(len(self.parts)) if _rows_path(part) in same}
        if not kept:  # it may be from another version
            return self.words(beginning)
        found: dict[str, list[str]] = {}
        for word, told in json.loads(before[len(_opening("words", beginning)) : -len(_CLOSING)]).items():
            if own := [one for one in told.split(";") if one.partition(":")[0] in kept]:
                found[word] = own
        return self._words(beginning, found, [part for part in range(len(self.parts)) if f"{part}" not in kept])

    def _words(self, beginning: str, found: dict[str, list[str]], parts: Iterable[int]) -> bytes:
        """Return the words with that beginning, where they have been found and where they are in further parts."""
        for part in parts:
            for word, told in self._words_of(part).get(beginning, {}).items():
                found.setdefault(word, []).append(told)
        ordered = {word: ";".join(sorted(found[word], key=_part_of)) for word in sorted(found)}
        return _script("words", beginning, ordered)

    def rows(self, part: int) -> bytes:
        """Return what a list shows of each event of a part."""
        return _script("rows", part, [self._row(one) for one in self.parts[part]])

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
                "events": len(self.contents.timeline.entries),
                "starts": [0, *accumulate(map(len, self.parts[:-1]))],
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
            when,
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


def _parts(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Yield the events in parts, of which all but the first begin with an event whose id hashes to a certain number."""
    part: list[Entry] = []
    for entry in entries:
        begins = crc32(entry.event.id.encode(errors="surrogatepass")) % _IN_A_PART == 0
        if part and (begins or len(part) == _MOST_IN_A_PART):
            yield part
            part = []
        part.append(entry)
    yield part


def _rows_path(part: int) -> str:
    return f"{FOLDER}/rows-{part}.js"


def _part_of(told: str) -> int:
    return int(told.partition(":")[0])


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
    return f"raidline.{name}({inert.json_escaped(told).translate(_IN_SCRIPT)}{_CLOSING}".encode()


def _opening(name: str, value: str) -> str:
    """Return how a script of `_script` begins, up to its second value."""
    return f'raidline.{name}("{value}",'
