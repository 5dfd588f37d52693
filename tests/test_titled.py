"""A town that only the title of a report names, or the name of its paper, is where its offices are and its acts happen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from raidline.article import Article
from raidline.extract.decide.titled import find_with_title
from raidline.extract.pipeline import extract_article


@pytest.mark.parametrize(
    ("title", "text", "publisher", "places"),
    [
        ("Fresno bakers walk out", "The council met.", None, ["Fresno, California"]),
        ("Bakers walk out in Fresno", "The council met.", None, ["Fresno, California"]),
        # which of its namesakes, the text and the paper help to tell
        ("Greene County to end contract", "Agents came to Springfield, Missouri.", None, ["Greene County, Missouri"]),
        ("Winnebago County to end contract", "The board met.", "Rockford Courier", ["Winnebago County, Illinois"]),
        ("Winnebago County to end contract", "The board met.", None, []),
        # not what the text names, too, nor what is no town or county
        ("Fresno bakers walk out", "Bakers in Fresno met.", None, []),
        ("Texas bakers walk out", "The council met.", None, []),
        # nor the ends of a journey
        ("One man's way from Fresno to Tulsa", "The council met.", None, []),
        ("Tijuana bakers walk out", "The council met.", None, []),
        ("Bakers Walk Out", "The council met.", None, []),
        ("", "The council met.", None, []),
    ],
)
def test_a_title_names_what_the_text_takes_for_granted(title, text, publisher, places):
    assert [place.full_name for place in find_with_title(title, text, publisher)[1]] == places


@pytest.mark.parametrize(
    ("title", "text", "found"),
    [
        # a county of the title tells which town the text means
        ("Walton County waits", "Agents raided a mill in Monroe.", [(24, "Monroe, Georgia")]),
        ("Walton County waits", "Agents raided a mill in Reno.", [(24, "Reno, Nevada")]),
        ("The county waits", "Agents raided a mill in Reno.", [(24, "Reno, Nevada")]),
    ],
)
def test_a_title_tells_which_of_its_namesakes_a_town_is(title, text, found):
    mentions, _ = find_with_title(title, text, None)
    assert [(one.start, one.jurisdiction.full_name) for one in mentions] == found


def first_place(text, title, publisher):
    article = Article("a", title, publisher, date(2031, 5, 9), None, text, Path("a.md"))
    (*_, last) = sorted(extract_article(article).candidates, key=lambda one: one.start)
    return last.place_names[0]


@pytest.mark.parametrize(
    ("text", "title", "publisher", "place"),
    [
        # offices of the town or county of the title
        ("It rained. The City Council voted on Tuesday to end the contract.", "Fresno to end contract", "Wire", "Fresno, California"),
        (
            "The County Board voted on Tuesday to end the contract. In Janesville, the Rock County sheriff met pastors.",
            "Winnebago County to end contract", "Rockford Courier", "Winnebago County, Illinois",
        ),
        ("Bakers here walked out on Tuesday in protest. Agents had come to Milwaukee. They had come to Juneau and to Racine.", "Sheboygan bakers walk out", "Wire", "Sheboygan, Wisconsin"),
        # the county around the town of the paper
        ("The sheriff signed an agreement with ICE on Tuesday.", None, "Fresno Courier", "Fresno County, California"),
        # if the text says where, it is there
        ("Bakers in Milwaukee walked out on Tuesday in protest.", "Sheboygan bakers join a walkout", "Wire", "Milwaukee, Wisconsin"),
        ("The Kern County sheriff signed an agreement with ICE on Tuesday.", None, "Fresno Courier", "Kern County, California"),
        ("OMAHA - The City Council voted on Tuesday to end the contract.", "Fresno ended it. Now Omaha does", "Wire", "Omaha, Nebraska"),
        # a city that is its own county has no other
        ("The sheriff signed an agreement with ICE on Tuesday.", None, "San Francisco Courier", "San Francisco, California"),
    ],
)  # fmt: skip
def test_an_act_is_in_the_town_of_the_title_or_the_paper(text, title, publisher, place):
    assert first_place(text, title, publisher) == place
