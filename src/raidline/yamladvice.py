"""YAML syntax errors in plain words, placed where the mistake was made rather than where it showed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raidline.lines import Lines

if TYPE_CHECKING:
    from yaml import MarkedYAMLError

_SPECIAL = "it has a meaning of its own in YAML; put the value in quotes"
_KEY = re.compile(r"[\s-]*[^\s:'\"]+:")


def advice(error: MarkedYAMLError, lines: Lines) -> tuple[int, str, str]:
    """Return offset, rule and message for an error of libyaml's or of PyYAML's own parser."""
    seen, begun = error.problem_mark or error.context_mark, error.context_mark
    if seen is None:
        return 0, "yaml", f"is not YAML: {error}"
    tab = _tab_in_indentation(lines, seen.index)
    if tab is not None:
        return tab, "yaml", "a tab cannot indent YAML; use spaces"
    problem, context = error.problem or "", error.context or ""
    for pattern, at_start, explain in _EXPLANATIONS:
        if re.search(pattern, f"{context}: {problem}"):
            offset = begun.index if at_start and begun else seen.index
            return offset, "yaml", explain(lines, seen.index, begun.index if begun else seen.index)
    return seen.index, "yaml", f"is not YAML: {problem}"


def _tab_in_indentation(lines: Lines, offset: int) -> int | None:
    line, column = lines.position(offset)
    text = lines.text_of(line)
    indentation = text[: len(text) - len(text.lstrip())]
    return offset - column + 1 + indentation.index("\t") if "\t" in indentation else None


def _colon(lines: Lines, offset: int, begun: int) -> str:
    line, column = lines.position(offset)
    before = lines.text_of(line)[: column - 1]
    if _KEY.match(before):
        return "a value that holds a colon and a space needs quotes around it"
    above = lines.text_of(line - 1).strip() if line > 1 else ""
    if above and not _KEY.match(above + " "):
        return f"a colon and a space are missing after the key in the line above ({_short(above)})"
    if above and re.search(r"\S:\S", above) and ": " not in above:
        return f"a space is missing after the colon in the line above ({_short(above)})"
    return "this line is indented more than the one above, which already has its value; align them"


def _no_colon(lines: Lines, offset: int, begun: int) -> str:
    line, _ = lines.position(begun)
    return f"a colon and a space are missing after the key ({_short(lines.text_of(line).strip())})"


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
        return "this does not belong to the value before it; put the whole value in quotes"
    if column == first_column:
        return "this line begins with a hyphen, unlike the keys above it; indent it, or leave the hyphen out"
    return (
        f"this line begins in column {column}, but what it belongs to begins in column {first_column} "
        f"(line {first_line}); align them"
    )


def _open_bracket(lines: Lines, offset: int, begun: int) -> str:
    line, column = lines.position(begun)
    bracket = lines.text_of(line)[column - 1 : column]
    return f"after this {bracket} a comma or the closing {']' if bracket == '[' else '}'} is missing"


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:37] + "..."


_EXPLANATIONS = (
    # what the parser says, whether the mistake is where the thing began, what to tell
    (r"mapping values are not allowed", False, _colon),
    (r"could not find expected ':'", True, _no_colon),
    (r"cannot start any token", False, _no_token),
    (r"an? (?:anchor|alias|tag)|undefined tag handle", True, _special),
    (r"block (?:mapping|collection): (?:did not find expected|expected <block end>)", False, _misaligned),
    (r"flow (?:sequence|mapping): (?:did not find expected|expected) '?,", True, _open_bracket),
    (r"quoted scalar: found unexpected", True, lambda *_: "the quote that opens here is never closed"),
    (
        r"unknown escape character",
        False,
        lambda *_: "in double quotes a backslash begins a code; write \\\\ for a backslash",
    ),
    (
        r"block scalar: (?:did not find expected comment|expected chomping)",
        True,
        lambda *_: "after | or > the text begins in the next line; else put the value in quotes",
    ),
    (
        r"node content",
        False,
        lambda *_: "a value is missing here, or there is a comma too many",
    ),
    (r"directive", True, _special),
)
