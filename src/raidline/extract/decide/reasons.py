"""The features of a decision in words, for people who ask why."""

from __future__ import annotations

from collections.abc import Iterable

_SAID = {
    "word": "the word “{}”",
    "clause": "“{}” beside it",
    "trigger": "the words “{}”",
    "before": "“{}” before the date",
    "behind": "“{}” after the date",
    "date": "a date such as “{}”",
    "age": "it is {} old",
    "breadth": "its date is as long as a {}",
    "doubt": "the rules find {}",
    "agency": "{} is named",
    "actor": "a {} is named",
    "sentence actor": "a {} is named in the sentence",
    "kind": "it would be of kind {}",
    "counts": "people {} are counted",
    "told": "told before: {}",
    "title": "words of the title: {}",
}


def in_words(reasons: Iterable[tuple[str, float]]) -> str:
    """Return features with their weights as a list in words, each with + or - for its direction."""
    return ", ".join(f"{_phrase(feature)} ({'+' if weight > 0 else '-'})" for feature, weight in reasons)


def _phrase(feature: str) -> str:
    name, _, value = feature.partition("=")
    if "&" in value or name not in _SAID:
        return feature.replace("=", " ").replace("&", ", ")
    return _SAID[name].format(value)
