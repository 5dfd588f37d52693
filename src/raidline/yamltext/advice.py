"""YAML syntax errors in plain words, at the place of the mistake rather than where the parser noticed it."""

from __future__ import annotations

import re
from collections.abc import Callable

from raidline.files.lines import Lines

_SPECIAL = "it has a meaning of its own in YAML; put the value in quotes"
_BLOCK = "after | or > the text begins on the next line; otherwise put the value in quotes"
_KEY = re.compile(r"[\s-]*[^\s:'\"]+:")


def advice(said: str, lines: Lines, seen: int, begun: int) -> tuple[int, str]:
    """Return offset and message for an error of libyaml or of PyYAML's own parser.

    `said` is its context and problem, `seen` is where it noticed, `begun` is where the construct it was reading began.
    """
    tab = _tab_in_indentation(lines, seen)
    if tab is not None:
        return tab, "a tab cannot indent YAML; use spaces"
    for pattern, at_start, explain in _EXPLANATIONS:
        if re.search(pattern, said):
            message = explain if isinstance(explain, str) else explain(lines, seen, begun)
            return begun if at_start else seen, message
    return seen, f"is not YAML: {said.rpartition(': ')[2]}"


def _tab_in_indentation(lines: Lines, offset: int) -> int | None:
    line, column = lines.position(offset)
    text = lines.text_of(line)
    indentation = text[: len(text) - len(text.lstrip())]
    return offset - column + 1 + indentation.index("\t") if "\t" in indentation else None


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
        return f"text follows the closing {mark}; quote the whole value, and write a {mark} inside it as " + (
            "''" if mark == "'" else '\\"'
        )
    if before.strip(" -"):
        return "this text is not part of the value before it; put the whole value in quotes"
    if column == first_column:
        return "this line begins with a hyphen, unlike the keys above it; indent it, or remove the hyphen"
    return (
        f"this line begins in column {column}, but the block it belongs to begins in column {first_column} "
        f"(line {first_line}); align them"
    )


def _open_bracket(lines: Lines, offset: int, begun: int) -> str:
    line, column = lines.position(begun)
    bracket = lines.text_of(line)[column - 1 : column]
    return f"a comma or the closing {']' if bracket == '[' else '}'} is missing after this {bracket}"


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:37] + "..."


# What the parser says, whether the mistake is where the construct began rather than where it showed, the message.
_EXPLANATIONS: tuple[tuple[str, bool, str | Callable[[Lines, int, int], str]], ...] = (
    ("mapping values are not allowed", False, _colon),
    ("could not find expected ':'", True, _no_colon),
    ("cannot start any token", False, _no_token),
    ("an? (?:anchor|alias|tag)|undefined tag handle|directive", True, _special),
    ("block (?:mapping|collection): (?:did not find expected|expected <block end>)", False, _misaligned),
    ("flow (?:sequence|mapping): (?:did not find expected|expected) '?,", True, _open_bracket),
    ("quoted scalar: found unexpected", True, "the quote that opens here is never closed"),
    ("unknown escape character", False, "in double quotes a backslash begins a code; write \\\\ for a backslash"),
    ("block scalar: (?:did not find expected comment|expected chomping)", True, _BLOCK),
    ("node content", False, "a value is missing here, or there is a comma too many"),
)
