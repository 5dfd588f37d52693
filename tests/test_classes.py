"""Classes of words let a decision read words that no annotated article holds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from raidline import lexicon
from raidline.article import Article
from raidline.extract.decide import agency, event, kind
from raidline.extract.decide.again import retelling
from raidline.extract.decide.words import FRAMES, classes_in, classes_of, frames_in, frames_of
from raidline.extract.pipeline import extract_article
from raidline.extract.proposals import propose


def article(text):
    return Article(
        id="herald",
        title="From the valley",
        publisher="Valley Herald",
        published=date(2031, 5, 12),
        url=None,
        text=text,
        path=Path("herald.md"),
    )


@pytest.mark.parametrize(
    ("word", "named", "other"),
    [
        ("ordinance", "bills", "courts"),
        ("selectmen", "chambers", "courts"),
        ("enjoined", "judging", "voting"),
        ("counterclaims", "suing", "saying"),
        ("denounced", "saying", "judging"),
        ("swooped", "arresting", "freeing"),
        ("walkout", "protests", "pages"),
        ("autopsy", "harm", "crimes"),
        ("act", "bills", "starting and ending"),
        ("rulers", "courts", "judging"),
    ],
)
def test_a_word_is_in_its_classes_only(word, named, other):
    assert (named in classes_of(word)) is (word != "rulers")
    assert other not in classes_of(word)


def test_a_class_is_named_once_for_many_words_and_in_any_casing():
    assert classes_in("The Selectmen and the SENATE") == classes_in("senate selectmen the")
    assert classes_in("") == ()


def test_features_of_each_decision_name_classes():
    found = propose(article("ICE agents swooped on a plant in Reno on Tuesday.\n\nThe raid on Tuesday was loud."))
    one, two = (found.told(draft) for draft in found.drafts)
    assert "clause class=arresting" in event.features(one.draft)
    assert "clause class=arresting" in kind.features(one.draft)
    assert "name=ICE&clause class=arresting" in agency.features(one, "ICE", found.bodies)
    assert "both=arresting" in retelling.features(one, two)


@pytest.mark.parametrize(
    ("later", "known"),
    [
        ("The raid on Tuesday was loud.", "known"),
        ("Tuesday's raid was loud.", "known"),
        ("Another raid on Tuesday was loud.", "new"),
        ("A second raid on Tuesday was loud.", "new"),
        ("On Tuesday, raids were loud.", "neither"),
    ],
)
def test_an_act_is_introduced_as_known_or_as_new(later, known):
    found = propose(article(f"Agents held nine people in a raid in Reno on Tuesday.\n\n{later}"))
    one, two = map(found.told, found.drafts)
    assert f"known={known}&sentence=False" in set(retelling.features(one, two))


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "The selectmen adopted the bylaw's replacement, an ordinance on detainers, on Tuesday.",
            {"legislation", "policy"},
        ),
        ("The measure was deferred by the subcommittee on Tuesday.", {"legislation"}),
        ("A magistrate quashed the warrants on Tuesday.", {"ruling"}),
        ("The tribunal remanded the case on Tuesday.", {"ruling"}),
        ("The trustees allocated $90,000 on Tuesday for lawyers.", {"funding"}),
        ("Agents swooped on a laundry on Tuesday and hauled away nine people.", {"operation"}),
        ("The trustees convened a workshop on detainers on Tuesday.", {"hearing"}),
        ("The clergy picketed the jail on Tuesday with banners and a megaphone.", {"protest"}),
        ("The auditors disclosed on Tuesday that the tally of transfers had doubled.", {"report"}),
        ("The bishop denounced the policy on Tuesday.", {"statement"}),
    ],
)
def test_an_act_told_in_rarer_words_has_its_kind(sentence, wanted):
    candidate, *_ = extract_article(article(sentence)).candidates
    assert candidate.kind.value in wanted


@pytest.mark.parametrize(
    ("word", "named", "other"),
    [
        ("repatriated", "deporting", "releasing"),
        ("paroled", "releasing", "deporting"),
        ("stormed", "raiding", "protesting"),
        ("enjoined", "blocking by a court", "ordering"),
        ("ratified", "voting", "ordering"),
        ("vetoed", "signing into law", "voting"),
        ("bullhorns", "protesting", "saying"),
        ("resigned", "leaving office", "appointing and hiring"),
        ("plummeted", "rising and falling", "using force"),
        ("candlelight", "vigils", "marching"),
    ],
)
def test_a_word_is_in_its_frames_only(word, named, other):
    assert named in frames_of(word)
    assert other not in frames_of(word)


def test_frames_and_classes_are_kept_apart():
    assert frames_in("The ruling STANDS") == frames_in("stands ruling the")
    assert "raiding" not in classes_of("raid")
    assert "suing" in classes_of("sued")
    assert frames_in("") == ()


@pytest.mark.parametrize(
    ("text", "frame", "there"),
    [
        ("They may come", "doubt", True),
        ("On May 5", "doubt", False),
        ("a march", "marching", True),
        ("in March", "marching", False),
    ],
)
def test_months_are_in_no_frame(text, frame, there):
    assert (frame in frames_in(text)) is there


def test_no_name_is_of_two_frames_and_no_word_is_twice_in_one():
    rows = [row for name in FRAMES for row in lexicon.load(name)]
    names = [row["name"] for row in rows]
    assert len(names) == len(set(names)) >= 100
    assert [row["name"] for row in rows if len(row["words"]) != len(set(row["words"]))] == []


def test_a_kind_is_weighed_by_frames_around_the_act_its_date_and_its_sentence():
    text = "The trustees voted twice.\n\nDeputies stormed a bakery in Reno on Tuesday, he said.\n\nThe city sued."
    (draft,) = propose(article(text)).drafts
    seen = set(kind.features(draft))
    assert {"said frame=raiding", "clause frame=agents", "sentence frame=saying"} <= seen
    assert {"earlier frame=voting", "later frame=suing"} <= seen
    assert {"before date=in", "behind date=said", "behind date class=saying", "behind date frame=saying"} <= seen
    assert "before date frame=voting" not in seen
