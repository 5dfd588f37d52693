"""The entries of calendars (RFC 5545), line by line: a broken entry does not affect the others."""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache

from raidline.files.textfile import bytes_that_are_none

_ENTRIES = {"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY"}
_LINE = re.compile(r'(?P<name>[A-Za-z0-9-]+)(?P<parameters>(?:;[^:;="]+=(?:"[^"]*"|[^:;"])*)*):(?P<value>.*)', re.S)
_PARAMETER = re.compile(r';([^:;="]+)=("[^"]*"|[^:;"]*)')
_ESCAPED = re.compile(r"\\([\\;,nN])")
_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Property:
    """One value: its parameters by name in upper case, and its raw text, with escapes."""

    parameters: Mapping[str, str]
    value: str

    @property
    def text(self) -> str:
        """The value as text, without escapes; older programs write it as mails do (quoted-printable)."""
        value = self.value
        if self.parameters.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
            value = quopri.decodestring(value.encode()).decode("utf-8", "replace")
        return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)

    @property
    def members(self) -> list[str]:
        """The texts between the commas."""
        return [Property({}, member).text for member in re.split(r"(?<!\\),", self.value)]


@dataclass(slots=True)
class Component:
    """One entry: `kind` is that of its block, such as VEVENT, `line` where it begins, `zone` that of its calendar.

    `offsets` are those that the calendar gives its zone, such as "-0600", summer and winter.
    `problem` says why it cannot become an event, `remarks` what needs a look; an unreadable line outside of all entries
    is an entry without a kind.
    """

    kind: str
    line: int
    zone: str = ""
    offsets: tuple[str, ...] = ()
    problem: str = ""
    remarks: tuple[str, ...] = ()
    properties: dict[str, list[Property]] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return the text of the first property with a name, "" if there is none."""
        return self.properties[name][0].text.strip() if name in self.properties else ""


@dataclass(slots=True)
class _Calendar:
    entries: list[Component] = field(default_factory=list)
    zones: list[str] = field(default_factory=list)  # the zones that it defines
    places: dict[str, str] = field(default_factory=dict)  # what a zone with a name of its own is elsewhere called
    offsets: dict[str, list[str]] = field(default_factory=dict)  # by zone
    zone: str = ""
    is_cancelled: bool = False

    def look_at(self, line: str, number: int, entry: Component | None) -> None:
        """Record invalid bytes as a problem of the entry that contains them, if any."""
        problem = bytes_that_are_none(line)
        if problem and entry is None:
            self.entries.append(Component("", number, problem=problem))
        elif problem and entry and not entry.problem:
            entry.problem = f"{problem} in line {number}" if number != entry.line else problem

    def finished(self) -> list[Component]:
        """Return the entries with the zone of the calendar: the one it names, or the only one it defines."""
        zone = self.zone or (self.zones[0] if len(set(self.zones)) == 1 else "")
        for entry in self.entries:
            entry.zone = self.places.get(zone, zone)
            entry.offsets = tuple(dict.fromkeys(self.offsets.get(zone, ())))
            if self.is_cancelled:
                entry.properties["STATUS"] = [Property({}, "CANCELLED")]
        return self.entries

    def define(self, name: str, value: str, *, in_zone: bool) -> None:
        """Record a line that is about the calendar or, `in_zone`, about a time zone that it defines."""
        if name == "X-WR-TIMEZONE":
            self.zone = value
        elif name == "METHOD":
            self.is_cancelled = value.upper() == "CANCEL"
        elif not in_zone:
            return
        elif name == "TZID":
            self.zones.append(value)
        elif self.zones and name == "X-LIC-LOCATION":
            self.places[self.zones[-1]] = value
        elif self.zones and name == "TZOFFSETTO":
            self.offsets.setdefault(self.zones[-1], []).append(value)


def components(text: str) -> Iterator[Component]:
    """Yield the entries of all calendars in a text; ValueError if it is not a calendar.

    Invalid bytes, decoded with `surrogateescape`, are a problem of their entry.
    """
    calendar, inside = _Calendar(), list[str]()
    entry: Component | None = None
    last: list[Property] | None = None
    begun = False
    for number, line in _unfolded(text):
        calendar.look_at(line, number, entry)
        match = _LINE.fullmatch(line)
        name = match["name"].upper() if match else ""
        if match is None or not (name.startswith("X-") or name in _names()):
            if last and line.strip():  # an unescaped line break within a text
                last[-1] = Property(last[-1].parameters, f"{last[-1].value}\\n{line}")
            continue
        value, last = match["value"], None
        if name == "BEGIN":
            kind, begun = value.strip().upper(), True
            if kind == "VCALENDAR":
                yield from calendar.finished()
                calendar, inside = _Calendar(), []
            elif kind in _ENTRIES:
                entry, inside = Component(kind, number), []
                calendar.entries.append(entry)
            inside.append(kind)
        elif name == "END":
            kind = value.strip().upper()
            if kind in inside:
                del inside[inside.index(kind) :]
            entry = None if kind in _ENTRIES else entry
        elif entry and inside[-1:] == [entry.kind]:
            last = entry.properties.setdefault(name, [])
            last.append(Property(dict(_parameters(match["parameters"])), value))
        else:
            calendar.define(name, value.strip(), in_zone="VTIMEZONE" in inside)
    if not begun:
        raise ValueError("is not a readable calendar")
    yield from calendar.finished()


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line with its number, with folded lines joined, also where one is folded within a character."""
    begun, parts = 1, list[str]()
    for number, line in enumerate(_END.split(text), 1):
        if line[:1] in (" ", "\t") and parts:
            parts.append(line[1:])
            continue
        if parts:
            yield begun, _joined(parts)
        begun, parts = number, [line]
    yield begun, _joined(parts)


def _joined(parts: Sequence[str]) -> str:
    """Join the parts of a line: bytes that are no character in any of them may be one together."""
    line = "".join(parts)
    if len(parts) > 1 and bytes_that_are_none(line):
        with suppress(UnicodeError):
            return line.encode("utf-8", "surrogateescape").decode("utf-8")
    return line


def _parameters(text: str) -> Iterator[tuple[str, str]]:
    for match in _PARAMETER.finditer(text):
        yield match[1].upper(), match[2].strip('"')


@cache
def _names() -> frozenset[str]:
    from icalendar.prop import TypesFactory  # noqa: PLC0415 - only for calendars

    return frozenset({*map(str.upper, TypesFactory.types_map), "BEGIN", "END", "NAME", "COLOR", "SOURCE"})
