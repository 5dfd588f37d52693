"""One table of sentences with names for all that read them: `check` names the private people, `publish` hides them."""

from __future__ import annotations

import re
from pathlib import Path

from raidline.privacy import showing
from raidline.privacy.names import private_names
from raidline.privacy.showing import shown

DATA = Path(__file__).parent / "names_in_reports.txt"
NAME = re.compile(r"\[([^\]]+)\]")
ROWS = [line for line in DATA.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
SENTENCES = [(NAME.sub(r"\1", line), [name for name in NAME.findall(line) if " " in name]) for line in ROWS]
RECALL, PRECISION = 0.95, 0.96


def found(text, names):
    """The names of a sentence that are found, by their last words, and what is found beside them."""
    taken = list(private_names(text))
    right = [name for name in names if any(name.split()[-1] in one for one in taken)]
    return right, [one for one in taken if not any(set(one.split()) & set(name.split()) for name in names)]


def test_there_are_sentences_of_both_sorts():
    assert sum(bool(names) for _, names in SENTENCES) >= 150
    assert sum(not names for _, names in SENTENCES) >= 150


def test_most_private_people_are_found_and_hardly_anything_else():
    all_names = sum(len(names) for _, names in SENTENCES)
    right = sum(len(found(*row)[0]) for row in SENTENCES)
    wrong = [(one, text) for text, names in SENTENCES for one in found(text, names)[1]]
    missed = [(name, text) for text, names in SENTENCES for name in names if name not in found(text, names)[0]]
    assert right / all_names >= RECALL, missed
    assert right / (right + len(wrong)) >= PRECISION, wrong


def test_no_sentence_with_a_private_name_is_shown():
    """Also those that `check` misses: what publishes hides every word with a capital that it cannot place."""
    assert [text for text, names in SENTENCES if names and shown(text, text)] == []


def test_whoever_is_private_for_check_is_private_for_publish(monkeypatch):
    sentence = "The council ended the agreement with ICE on Tuesday."
    assert shown(sentence, "")
    monkeypatch.setattr(showing, "private_names", lambda text, told: ["Council"] if text == sentence else [])
    assert not shown(sentence, "")
