"""Every entry of the lexicon finds its own examples, and leaves its counter-examples alone."""

from __future__ import annotations

import re
from itertools import pairwise, product
from pathlib import Path

import pytest

from raidline import lexicon
from raidline.dates.value import Edtf
from raidline.extract.events.triggers import find_triggers
from raidline.extract.timex.grammar import RULE_FILES
from raidline.lexicon.patterns import words_source


def _compiled(patterns):
    return re.compile(words_source(patterns))


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


WORD_LISTS = ("actors", "modality", "agencies", "acting", "levels")


@pytest.mark.parametrize(("name", "entry", "sentence", "expected"), [e for n in WORD_LISTS for e in _examples(n)])
def test_words_match_their_examples_only(name, entry, sentence, expected):
    assert bool(_compiled(entry["words"]).search(sentence)) is expected


@pytest.mark.parametrize(("name", "entry", "sentence", "expected"), list(_examples("triggers")))
def test_trigger_entries_fire_in_their_examples_only(name, entry, sentence, expected):
    found = find_triggers(sentence, (0, len(sentence)))
    assert any((t.kind, t.role) == (entry["kind"], entry["role"]) for t in found) is expected


def test_every_trigger_entry_has_an_example():
    rows = lexicon.load("triggers")
    assert rows
    assert [row for row in rows if not row.get("examples")] == []


def spellings(pattern):
    """Yield what a pattern reads, each of its alternatives with a word in each gap."""
    words = pattern.replace(" ... ", " x ").replace("*", "").split()
    yield from map(" ".join, product(*(word.split("/") for word in words)))


def tried_before(rows, row):
    """Return the patterns that win over those of a row, wherever both of them match."""
    asking = set(row.get("by", ()))
    for other in rows:
        if other is row:
            return
        actors = set(other.get("by", ()))
        if asking <= actors if asking else not actors:
            yield from other["words"]


@pytest.mark.parametrize("number", range(len(lexicon.load("triggers"))))
def test_no_trigger_is_found_by_another_pattern_first(number):
    rows = lexicon.load("triggers")
    own = sorted(rows[number]["words"], key=lambda word: (-len(word), word))
    before = [(word, _compiled([word])) for word in (*tried_before(rows, rows[number]), *own)]
    found = [(text, word, next(w for w, one in before if one.match(text))) for word in own for text in spellings(word)]
    assert [(text, by) for text, word, by in found if word != by] == []
    assert len(own) == len(set(own))


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
    assert bool(_compiled([pattern]).search(text)) is expected


@pytest.mark.parametrize("office", ["presidents", "chief_justices", "attorneys_general"])
def test_the_terms_of_an_office_follow_each_other(office):
    terms = sorted(Edtf.parse(term) for held in lexicon.load("offices")[office].values() for term in held.split(", "))
    assert all(one.latest and other.earliest and one.latest <= other.earliest for one, other in pairwise(terms))
    for held in lexicon.load("offices")[office].values():
        assert held.split(", ") == sorted(held.split(", "))


FOLDER = Path(lexicon.__file__).parent
FILES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
RULES = {*RULE_FILES, "timex_rules"}  # each rule has its own, held by tests/test_timex_lexicon.py
PHRASES = {"reasons"}  # of our own, held by tests/test_decide.py
NAMES = {"person_names"}  # no words, and held by tests/test_private_people.py
PAIRS = {"opposites"}  # each example is two titles, held by tests/test_near_duplicates.py
EXPRESSIONS = {("showing", "people")}  # no words, and held by tests/test_passages.py
SPELLINGS = {("showing", "names"), ("showing", "also_words")}  # no more than names


def lists(data, examples, negatives, name):
    """Yield each list of words of a file: its name, its words, and the sentences that show it at work."""
    if isinstance(data, list):
        yield name, data, examples, negatives
    elif "words" in data and "examples" in data:
        yield name, data["words"], data["examples"], data.get("not", [])
        if "unnamed" in data:
            yield from lists(data["unnamed"], [], [], f"{name} unnamed")
    elif all(isinstance(value, str) for value in data.values()):
        yield name, list(data), examples, negatives
    else:
        for key, value in data.items():
            if not isinstance(value, str):
                own = [shown.get(key, []) if isinstance(shown, dict) else [] for shown in (examples, negatives)]
                yield from lists(value, *own, f"{name} {key}".strip())


def by_sort(countries):
    """Return the names abroad sort by sort, of all countries."""
    sorts = {}
    for row in countries.values():
        for sort, words in row.items():
            sorts.setdefault(sort, []).extend(words)
    return sorts


def lists_of(name):
    data, shown = lexicon.load(name), lexicon.shown(name)
    if name == "timex_words":  # shown by the rules that use them
        shared = lexicon.load("timex_rules")
        rules = [r for one in RULE_FILES for r in lexicon.load(one)] + shared["tails"] + shared["modifiers"]
        sentences = [s for rule in rules for s in (*rule.get("examples", ()), *rule.get("not", ()))]
        data = {key: list(row["words"]) for key, row in data.items()}
        shown = {"examples": dict.fromkeys(data, sentences), "not": {}}
    if isinstance(data, list):
        for row in data:
            yield row.get("kind") or row["name"], row["words"], row.get("examples", []), row.get("not", [])
    else:
        yield from lists(by_sort(data) if name == "abroad" else data, shown["examples"], shown["not"], "")


LISTS = [
    pytest.param(name, words, examples, negatives, id=f"{name} {key}")
    for name in FILES
    if name not in RULES | PHRASES | NAMES | PAIRS
    for key, words, examples, negatives in lists_of(name)
    if (name, key) not in EXPRESSIONS | SPELLINGS
]


def _holds(name, words, sentence):
    if name == "timex_words":  # in any casing, and signs
        return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", sentence, re.I) or word in "'’" for word in words)
    return sentence.lower() in words if name == "headings" else bool(_compiled(words).search(sentence))


@pytest.mark.parametrize(("name", "words", "examples", "negatives"), LISTS)
def test_each_list_of_words_is_shown_at_work(name, words, examples, negatives):
    held = [s for s in examples if _holds(name, words, s)]
    assert held, "give an example that holds one of its words"
    if name != "timex_words":
        assert held == examples


def letters(pattern):
    return {word.strip("*").lower() for part in pattern.split(" ... ") for word in part.replace("/", " ").split()}


@pytest.mark.parametrize(("name", "words", "examples", "negatives"), [p for p in LISTS if p.values[3]])
def test_what_a_list_leaves_alone_looks_like_a_word_of_it(name, words, examples, negatives):
    of_any = {one for word in words for one in letters(word) if len(one) > 1}
    assert [s for s in negatives if not any(one in s.lower() for one in of_any)] == []
    if name != "triggers":  # whose entries ask for a subject, too
        assert [s for s in negatives if _compiled(words).search(s)] == []


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_shown_of_a_list_that_is_not_there(name):
    data = lexicon.load(name)
    if isinstance(data, dict):
        known = set(by_sort(data) if name == "abroad" else data)
        assert {key for what in lexicon.shown(name).values() for key in what} <= known
