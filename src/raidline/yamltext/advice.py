"""YAML syntax errors in plain words, at the place of the mistake rather than where the parser noticed it."""

from __future__ import annotations

import re
from collections.abc import Callable

from raidline.files.lines import Lines

_SPECIAL = "it has a meaning of its own in YAML; put the value in quotes"
_BLOCK = "after | or > the text begins on the next line; otherwise put the value in quotes"
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7})(?:\s|$)")  # what git writes around two versions
_NO_SPACE = re.compile(r"[^ \r\n]")
_KEY = re.compile(r"[\s-]*[^\s:'\"]+:")


def advice(said: str, lines: Lines, seen: int, begun: int) -> tuple[int, str]:
    """Return offset and message for an error of libyaml or of PyYAML's own parser.

    `said` is its context and problem, `seen` is where it noticed, `begun` is where the construct it was reading began.
    """
    if conflict := _conflict(lines, seen, begun):
        return conflict, "git left a conflict here; keep one of the two versions, and remove the lines of <, = and >"
    if blank := _no_space_in_indentation(lines, seen):
        offset, name = blank
        return offset, f"{name} cannot indent YAML; use spaces"
    for pattern, at_start, explain in _EXPLANATIONS:
        if re.search(pattern, said):
            message = explain if isinstance(explain, str) else explain(lines, seen, begun)
            return begun if at_start else seen, message
    return seen, f"is not YAML: {said.rpartition(': ')[2]}"


def _conflict(lines: Lines, seen: int, begun: int) -> int | None:
    """Return where git has left the two versions of a conflict, if the parser stopped there."""
    for offset in (begun, seen):
        line, column = lines.position(offset)
        if _CONFLICT.match(lines.text_of(line)):
            return offset - column + 1
    return None


def _no_space_in_indentation(lines: Lines, seen: int) -> tuple[int, str] | None:
    """Return where something that only looks like a space indents the line or the one above, and what it is."""
    line, column = lines.position(seen)
    start = seen - column + 1
    above = lines.text_of(line - 1) if line > 1 else ""
    for text, begin in ((lines.text_of(line), start), (above, start - len(above) - 1)):
        indentation = text[: len(text) - len(text.lstrip())]
        if found := _NO_SPACE.search(indentation):
            name = (
                "a tab" if found[0] == "\t" else f"the character U+{ord(found[0]):04X}, which only looks like a space,"
            )
            return begin + found.start(), name
    return None


def _colon(lines: Lines, offset: int, begun: int) -> str:
    line, column = lines.position(offset)
    before = lines.text_of(line)[: column - 1]
    if _KEY.match(before):
        return "a value that contains a colon and a space needs quotes around it"
    above = lines.text_of(line - 1).strip() if line > 1 else ""
    if above and not _KEY.match(above + " "):
        return f"the key on the line above needs a colon and a space after it ({_short(above)})"
    if above and re.search(r"\S:\S", above) and ": " not in above:
        return f"the colon on the line above needs a space after it ({_short(above)})"
    return "this line is indented more than the one above, which already has its value; align them"


def _no_colon(lines: Lines, offset: int, begun: int) -> str:
    line, _ = lines.position(begun)
    return f"the key needs a colon and a space after it ({_short(lines.text_of(line).strip())})"


def _no_token(lines: Lines, offset: int, begun: int) -> str:
    line, column = lines.position(offset)
    return f"a value cannot begin with {lines.text_of(line)[column - 1 : column]}: {_SPECIAL}"


def _special(lines: Lines, offset: int, begun: int) -> str:
    line, column = lines.position(begun)
    return f"a value cannot begin with {lines.text_of(line)[column - 1 : column]}: {_SPECIAL}"


def _misaligned(lines: Lines, offset: int, begun: int) -> str:
    (line, column), (first_line, first_column) = lines.position(offset), lines.position(begun)
    before = lines.text_of(line)[: column - 1].rstrip()
    if before.endswith(("'", '"')):
        mark = before[-1]
        if before.count(mark) % 2 and (opened := _opened_above(lines, line, mark)):
            return f"the {mark} that opens in line {opened} is closed only here; close it there"
        return f"text follows the closing {mark}; quote the whole value, and write a {mark} inside it as " + (
            "''" if mark == "'" else '\\"'
        )
    if before.strip(" -"):
        return "this text is not part of the value before it; put the whole value in quotes"
    if lines.text_of(line)[column - 1 : column] == ":":
        return "a key is missing before this colon"
    if column == first_column:
        return "this line begins with a hyphen, unlike the keys above it; indent it, or remove the hyphen"
    return (
        f"this line begins in column {column}, but the block it belongs to begins in column {first_column} "
        f"(line {first_line}); align them"
    )


def _opened_above(lines: Lines, line: int, mark: str) -> int | None:
    """Return the nearest line above in which a quote is left open."""
    return next((above for above in range(line - 1, 0, -1) if lines.text_of(above).count(mark) % 2), None)


def _open_bracket(lines: Lines, offset: int, begun: int) -> str:
    line, column = lines.position(begun)
    bracket = lines.text_of(line)[column - 1 : column]
    return f"a comma or the closing {']' if bracket == '[' else '}'} is missing after this {bracket}"


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:37] + "..."


# What the parser says, whether the mistake is where the construct began rather than where it showed, the message.
_EXPLANATIONS: tuple[tuple[str, bool, str | Callable[[Lines, int, int], str]], ...] = (
    ("mapping values are not allowed", False, _colon),
    ("block sequence entries are not allowed", False, f"a value cannot begin with a hyphen and a space: {_SPECIAL}"),
    ("could not find expected ':'", True, _no_colon),
    ("cannot start any token", False, _no_token),
    ("an? (?:anchor|alias|tag)|undefined tag handle|directive", True, _special),
    ("block (?:mapping|collection): (?:did not find expected|expected <block end>)", False, _misaligned),
    ("flow (?:sequence|mapping): (?:did not find expected|expected) '?,", True, _open_bracket),
    ("quoted scalar: found unexpected", True, "the quote that opens here is never closed"),
    ("mapping keys are not allowed", False, f"a value cannot begin with ? and a space: {_SPECIAL}"),
    ("found unexpected ':'", False, "within brackets a colon needs a space behind it, or quotes around the value"),
    (
        "expected <document start>",
        False,
        "is not YAML: it belongs to nothing before it; write a key and a colon before it, or remove it",
    ),
    (
        "unknown escape character|expected hexa?dec",
        False,
        "in double quotes a backslash begins a code; write \\\\ for a backslash",
    ),
    ("block scalar: (?:did not find expected comment|expected chomping)", True, _BLOCK),
    ("node content", False, "a value is missing here, or there is a comma too many"),
)
