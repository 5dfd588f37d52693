"""What a dated act's sentence is about, and what kind of word its subject is: evidence that it is an event, or none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from raidline.article import Article
from raidline.extract.decide.evidence import about
from raidline.extract.proposals import propose


def drafts(text):
    return propose(
        Article(
            id="herald",
            title=None,
            publisher="Valley Herald",
            published=date(2031, 5, 12),
            url=None,
            text=text,
            path=Path("herald.md"),
        )
    ).drafts


def seen(text, number=0):
    return set(about.features(drafts(text)[number]))


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("She arrived on Tuesday.", "he"),
        ("On Tuesday they were also detained.", "they"),
        ("I told the board on Tuesday.", "i"),
        ("Ana Real was arrested on Tuesday.", "names"),
        ("Deputies had quietly arrested a cook on Tuesday.", "name"),
        ("The agents arrested a cook on Tuesday.", "plural"),
        ("A cook was arrested on Tuesday.", "singular"),
        ("The cook who was arrested on Tuesday left.", "relative"),
        ("Of the cooks, 12 were arrested on Tuesday.", "number"),
        ("Arrested on Tuesday: a cook.", "none"),
    ],
)
def test_the_subject_is_the_last_word_before_the_verb_and_its_auxiliaries(text, subject):
    assert f"subject={subject}" in seen(text)


def test_words_of_the_topic_count_in_the_sentence_and_around_it():
    alone = "The board renewed the lease of the fair on Tuesday."
    assert {"topic=0", "topic=0&topic beside=0"} <= seen(alone)
    assert "topic=0&topic beside=2" in seen(f"{alone} Immigration agents stood by.")
    assert "topic=2" in seen("The board refused every ICE detainer and warrant on Tuesday.")


def test_chief_words_are_those_that_the_article_tells_most_often():
    trees = ("alder", "birch", "cedar", "elder", "hazel", "larch", "maple", "poplar", "rowan", "spruce", "willow")
    twelve = " ".join(f"{word} {word}" for word in (*trees, "quarry"))
    told = f"\n\n{twelve}."
    assert "chief words=1" in seen(f"The quarry was closed on Tuesday.{told}")
    assert "chief words=0" in seen(f"The bakery was closed on Tuesday.{told}")


def test_a_body_before_the_act_is_told_from_one_elsewhere_in_the_sentence():
    assert {"body before=True", "body inside=True"} <= seen("Agents arrested a cook on Tuesday.")
    assert {"body before=False", "body inside=True"} <= seen("A cook was arrested on Tuesday by agents.")
    assert {"body before=False", "body inside=False"} <= seen("A cook was arrested on Tuesday.")


def test_the_dated_acts_of_a_sentence_are_counted():
    text = "The council passed the bill on May 5, and the mayor signed it on May 7."
    assert {"dated=2", "dated=2&rank=0"} <= seen(text)
    assert "dated=2&rank=1" in seen(text, 1)
    assert "dated=1" in seen("The council passed the bill on May 5.")


def test_openings_of_paragraphs_and_items_of_lists_are_told():
    text = "- Agents arrested a cook on May 5. Agents arrested a baker on May 6."
    assert {"opens=True", "item=True"} <= seen(text)
    assert {"opens=False", "item=True"} <= seen(text, 1)
    assert {"opens=True", "item=False"} <= seen("Agents arrested a cook on May 5.")


def test_no_feature_holds_a_word_of_the_text():
    text = "Ana Real told Zebulon on Tuesday."
    assert not any(word in feature for feature in seen(text) for word in ("Ana", "Real", "Zebulon", "told"))
