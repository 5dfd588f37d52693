"""Data in a script: the array of objects in `var events = [...];`, `export default {...}` or `callback([...])`.

What is read are literals of JavaScript: keys without quotation marks, single ones, comments, commas at the end. A
script is never run; a value that it would compute makes its array unreadable, except for `new Date(...)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from raidline.importing.objects.documents import records_in
from raidline.importing.records import InputRow

_BEGIN = re.compile(r"(?:[=(:]|\bdefault\b|\breturn\b|\A)\s*(?=[\[{])")
_MOST = 10_000  # literals in a script; one with more is a program
_ARRAY = re.compile(r"\[\s*\{")
_GAP = re.compile(r"(?:\s+|//[^\n]*|/\*(?:[^*]|\*(?!/))*\*/)*+")
_STRING = re.compile(r'"(?:[^"\\\n]|\\[\s\S])*+"|\'(?:[^\'\\\n]|\\[\s\S])*+\'|`(?:[^`\\$]|\\[\s\S]|\$(?!\{))*+`')
_NUMBER = re.compile(r"[-+]?(?:\d{1,400}(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,4})?(?![\w.])")
_NAME = re.compile(r"[A-Za-z_$][\w$]*")
_DATE = re.compile(
    r"new\s+Date\s*\(\s*(?:(?P<text>\"[^\"\n]*\"|'[^'\n]*')|(?P<parts>\d{1,4}(?:\s*,\s*\d{1,2}){1,6}))\s*\)"
)
_ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]{1,6})\}|x([0-9A-Fa-f]{2})|(\r\n|[\s\S]))")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "", "\n": "", "\r\n": "", "\r": ""}
_WORDS = {"true": True, "false": False, "null": None, "undefined": None, "NaN": None}


class _NotReadError(ValueError):
    """A literal cannot be read: where, and why."""

    def __init__(self, at: int, why: str) -> None:
        super().__init__(why)
        self.at = at


def read_script(text: str) -> Iterator[InputRow]:
    """Yield the records of all arrays of objects in a script, or of its only object; ValueError if it has none.

    An array that cannot be read is a record with a problem.
    """
    arrays, others = list[object](), list[object]()
    broken: list[_NotReadError] = []
    at = number = 0
    while found := _BEGIN.search(text, at):
        number += 1
        if number > _MOST:
            raise ValueError(f"has more than {_MOST:,} arrays and objects; it is a program, not data")
        literal = _Literal(text, found.end())
        try:
            value = literal.value()
        except _NotReadError as error:
            if _ARRAY.match(text, found.end()):
                broken.append(error)
        else:
            is_array = isinstance(value, list) and any(isinstance(one, dict) for one in value)
            (arrays if is_array else others).append(value)
        at = max(literal.at, found.end() + 1)
    objects = [value for value in others if isinstance(value, dict) and value]
    if not arrays and not broken and not objects:
        raise ValueError("contains no array of objects")
    if arrays:
        yield from records_in([one for array in arrays if isinstance(array, list) for one in array])
    elif not broken:
        yield from records_in(max(objects, key=len))
    lines = _Lines(text)
    for one in broken:
        yield InputRow(f"line {lines.of(one.at)}", {}, problem=f"the array is not read: {one}")


class _Lines:
    """The numbers of lines, asked for in order."""

    def __init__(self, text: str) -> None:
        self._text, self._at, self._line = text, 0, 1

    def of(self, at: int) -> int:
        """Return the number of the line of a place, from 1; no place lies before one asked for earlier."""
        self._line += self._text.count("\n", self._at, at)
        self._at = max(at, self._at)
        return self._line


class _Literal:
    """A literal that is read from a place in a text; `at` is how far it was read."""

    def __init__(self, text: str, at: int) -> None:
        self._text = text
        self.at = at

    def value(self) -> Any:  # noqa: ANN401 - whatever a literal holds
        """Return the value; ValueError if it is none that a script need not compute."""
        self._skip()
        match self._text[self.at : self.at + 1]:
            case "{":
                return self._object()
            case "[":
                return self._list()
            case '"' | "'" | "`":
                return self._strings()
        if found := _NUMBER.match(self._text, self.at):
            self.at = found.end()
            return _number(found[0])
        if found := _DATE.match(self._text, self.at):
            self.at = found.end()
            return _unquoted(found["text"]) if found["text"] else _day(found["parts"])
        found = _NAME.match(self._text, self.at)
        if found and found[0] in _WORDS:
            self.at = found.end()
            return _WORDS[found[0]]
        raise self._refused("is not a value that can be read")

    def _object(self) -> dict[str, Any]:
        held: dict[str, Any] = {}
        self._take("{")
        while not self._takes("}"):
            key = self._key()
            self._take(":")
            if key in held:
                raise self._refused(f"the key {key[:60]!r} is repeated")
            held[key] = self.value()
            if not self._takes(","):
                self._take("}")
                break
        return held

    def _list(self) -> list[Any]:
        held: list[Any] = []
        self._take("[")
        while not self._takes("]"):
            held.append(self.value())
            if not self._takes(","):
                self._take("]")
                break
        return held

    def _key(self) -> str:
        self._skip()
        if found := _STRING.match(self._text, self.at):
            self.at = found.end()
            return _unquoted(found[0])
        if found := _NAME.match(self._text, self.at) or _NUMBER.match(self._text, self.at):
            self.at = found.end()
            return found[0]
        raise self._refused("is not a key")

    def _strings(self) -> str:
        """Read a text, or several joined by plus signs."""
        texts = []
        while True:
            self._skip()
            found = _STRING.match(self._text, self.at)
            if found is None:
                raise self._refused("is not a complete text")
            self.at = found.end()
            texts.append(_unquoted(found[0]))
            if not self._takes("+"):
                return "".join(texts)

    def _skip(self) -> None:
        found = _GAP.match(self._text, self.at)
        self.at = found.end() if found else self.at

    def _takes(self, mark: str) -> bool:
        self._skip()
        if self._text.startswith(mark, self.at):
            self.at += 1
            return True
        return False

    def _take(self, mark: str) -> None:
        if not self._takes(mark):
            raise self._refused(f"{mark!r} is missing")

    def _refused(self, why: str) -> _NotReadError:
        here = self._text[self.at : self.at + 20].partition("\n")[0]
        return _NotReadError(self.at, f"{why}, at {here!r}")


def _number(text: str) -> int | float:
    try:
        return int(text)
    except ValueError:
        return float(text)


def _day(parts: str) -> str:
    """Return a day in EDTF; months of a script begin at 0."""
    year, month, *rest = (int(part) for part in parts.split(","))
    day = f"-{rest[0]:02}" if rest else ""
    return f"{year:04}-{month + 1:02}{day}"


def _unquoted(text: str) -> str:
    def read(found: re.Match[str]) -> str:
        code = found[1] or found[2] or found[3]
        if code:
            return chr(int(code, 16)) if int(code, 16) < 0x110000 else ""
        return _ESCAPES.get(found[4], found[4])

    plain = _ESCAPED.sub(read, text[1:-1])
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
