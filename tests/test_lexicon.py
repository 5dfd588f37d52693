"""Every entry of the lexicon finds its own examples, and leaves its counter-examples alone."""

from __future__ import annotations

import pytest

from raidline import lexicon
from raidline.extract.events.triggers import find_triggers
from raidline.lexicon.patterns import compile_words


def _examples(name):
    rows = lexicon.load(name)
    entries = rows.items() if isinstance(rows, dict) else ((r.get("kind", r.get("name")), r) for r in rows)
    for key, entry in entries:
        if not isinstance(entry, dict):
            continue
        for sentence in entry.get("examples", ()):
            yield pytest.param(name, entry, sentence, True, id=f"{name}-{key}-{sentence[:40]}")
        for sentence in entry.get("not", ()):
            yield pytest.param(name, entry, sentence, False, id=f"{name}-{key}-not-{sentence[:40]}")


WORD_LISTS = ("actors", "modality", "agencies", "acting")


@pytest.mark.parametrize(("name", "entry", "sentence", "expected"), [e for n in WORD_LISTS for e in _examples(n)])
def test_words_match_their_examples_only(name, entry, sentence, expected):
    assert bool(compile_words(entry["words"]).search(sentence)) is expected


@pytest.mark.parametrize(("name", "entry", "sentence", "expected"), list(_examples("triggers")))
def test_trigger_entries_fire_in_their_examples_only(name, entry, sentence, expected):
    found = find_triggers(sentence, (0, len(sentence)))
    assert any((t.kind, t.role) == (entry["kind"], entry["role"]) for t in found) is expected


def test_every_trigger_entry_has_an_example():
    rows = lexicon.load("triggers")
    assert rows
    assert [row for row in rows if not row.get("examples")] == []


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("raid", "Raid on Main Street", True),
        ("raid", "afraid", False),
        ("raid", "raids", False),
        ("ICE", "ice on the road", False),
        ("carry/carried out", "They carried  out the order", True),
        ("cut ... funding", "cut all of its state funding", True),
        ("cut ... funding", "cut it. The funding", False),
        ("proposal*", "two proposals", True),
        ("didn't", "they didn’t come", True),
    ],
)
def test_the_pattern_language(pattern, text, expected):
    assert bool(compile_words([pattern]).search(text)) is expected
