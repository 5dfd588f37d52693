"""What an article is about, what was named last, and how places lie to each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from raidline.article import Article
from raidline.extract.decide.setting import Setting
from raidline.extract.decide.story import Latest, Story, relation
from raidline.extract.proposals import propose
from raidline.extract.toponyms.mentions import find_places
from raidline.places.lookup import resolve


def proposals(text, title=None, publisher=None):
    return propose(Article("report", title, publisher, None, None, text, Path("report.md")))


@pytest.mark.parametrize(
    ("text", "title", "publisher", "chief", "state"),
    [
        ("Reno slept. Tulsa slept. Tulsa slept. Tulsa slept.", None, None, "Tulsa, Oklahoma", "Oklahoma"),
        ("Reno slept. Tulsa slept.", None, None, "Reno, Nevada", "Nevada"),
        ("Tulsa slept. Reno slept. Tulsa slept.", "Raid in Reno", None, "Reno, Nevada", "Nevada"),
        ("Tulsa slept. Reno slept. Tulsa slept.", None, "Reno Star", "Reno, Nevada", "Nevada"),
        ("RENO, Nev. (AP) - Tulsa slept. Tulsa slept.", None, None, "Reno, Nevada", "Nevada"),
        # the state of the article is that of most of its places, which need not be that of its chief place
        (
            "Reno slept. Reno slept. Akron, Dayton, Toledo and Columbus, Ohio, slept.",
            None,
            None,
            "Reno, Nevada",
            "Ohio",
        ),
        ("Ohio slept.", None, None, None, "Ohio"),
        ("Nobody slept in the United States.", None, None, None, None),
    ],
)
def test_an_article_is_about_its_chief_place(text, title, publisher, chief, state):
    story = proposals(text, title, publisher).named.story
    assert [place and place.full_name for place in (story.chief, story.state)] == [chief, state]


def test_how_much_of_an_article_is_about_it():
    story = proposals("Reno slept. Reno slept. Tulsa slept.").named.story
    assert (story.chief_share, story.state_share) == (3, 3)
    assert Story.read({}, (), (), ()) == Story(None, 0, None, 0)


@pytest.mark.parametrize(
    ("place", "other", "lies"),
    [
        ("Reno, Nevada", "Reno, Nevada", "same"),
        ("Washoe County, Nevada", "Reno, Nevada", "around"),
        ("Reno, Nevada", "Washoe County, Nevada", "inside"),
        ("Sparks, Nevada", "Reno, Nevada", "same state"),
        ("Tulsa, Oklahoma", "Reno, Nevada", "elsewhere"),
        ("Nevada", "Reno, Nevada", "its state"),
        ("Oklahoma", "Reno, Nevada", "another state"),
        ("Reno, Nevada", "Nevada", "inside"),
        ("Reno, Nevada", "Oklahoma", "elsewhere"),
        ("United States", "Reno, Nevada", "nation"),
        ("Mexico", "Reno, Nevada", "abroad"),
    ],
)
def test_how_a_place_lies_to_another(place, other, lies):
    assert relation(resolve(place), resolve(other)) == lies
    assert relation(resolve(place), None) == "none"


def test_what_was_named_last():
    text = (
        "Reno slept. Ohio slept. A Tulsa-based man slept. Travis County slept. Reno slept. Here he slept. Boise slept."
    )
    mentions = find_places(text)
    latest = Latest.before(text.index("Here"), mentions, [m.start for m in mentions])
    assert list(map(str, latest.places)) == ["Reno, Nevada", "Travis County, Texas", "Ohio"]
    assert latest.rank(resolve("Ohio")) == "last but two"
    assert latest.rank(resolve("Tulsa, Oklahoma")) == "earlier"
    assert latest.levels["state"] == resolve("Ohio")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Agents came to Reno on May 2, 2017.", "local"),
        ("Agents came to Nevada on May 2, 2017.", "wide"),
        ("Reno slept. Agents came on May 2, 2017.", "none"),
    ],
)
def test_which_places_a_sentence_names(text, names):
    found = proposals(text)
    assert Setting.of(found.drafts[0], found.named).names == names


def test_bodies_are_told_by_their_level_beside_the_act_and_in_the_sentence():
    found = proposals("The sheriff slept; the council passed a policy on May 2, 2017.")
    setting = Setting.of(found.drafts[0], found.named)
    assert "clause body=city" in setting.bodies
    assert "clause body=county" not in setting.bodies
    assert {"sentence body=city", "sentence body=county"} <= set(setting.bodies)


def test_a_paragraph_is_what_was_named_in_it_so_far():
    found = proposals("Reno slept.\n\nTulsa slept. Agents arrested nine people on May 2, 2017. Boise slept.")
    assert list(map(str, Setting.of(found.drafts[0], found.named).paragraph)) == ["Tulsa, Oklahoma"]
