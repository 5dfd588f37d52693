"""Strict JSON: a key that an object repeats is an error, where Python's parser would keep its last value."""

from __future__ import annotations

import json
import re
from typing import Any

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}\[\]]')
MOST_DIGITS = 4_300  # of a whole number, as Python limits them
_LONG = re.compile(rf"\d{{{MOST_DIGITS + 1}}}")
_COLON = re.compile(r"[ \t\r\n]*:")


def loads(text: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return the value; json.JSONDecodeError, with line and column from 1, for invalid JSON or a repeated key.

    ValueError for a whole number of more digits than Python reads.
    """
    try:
        return json.loads(text, object_pairs_hook=_without_repeats)
    except json.JSONDecodeError:
        raise
    except ValueError:
        if (long := _LONG.search(text)) is None:
            raise
        message = f"The number has more than {MOST_DIGITS:,} digits"
        raise json.JSONDecodeError(message, text, long.start()) from None
    except _RepeatedKeyError:
        raise _repeated(text) from None


class _RepeatedKeyError(Exception):
    """A key in the text is repeated."""


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _RepeatedKeyError
    return found


def _repeated(text: str) -> json.JSONDecodeError:
    """Return the error at the first repeated key; what comes before it is known to be valid JSON."""
    inside: list[set[str]] = []  # the keys of each open object or list
    for token in _TOKEN.finditer(text):
        match token[0]:
            case "{" | "[":
                inside.append(set())
            case "}" | "]":
                inside.pop()
            case written if inside and _COLON.match(text, token.end()):
                key = json.loads(written)
                if key in inside[-1]:
                    return json.JSONDecodeError(f"The key {key!r} is repeated", text, token.start())
                inside[-1].add(key)
    raise AssertionError("no key is repeated")
