"""The headline of an article without a title: what a saved page begins with."""

from __future__ import annotations

from pathlib import Path

import pytest

from raidline.article import Article
from raidline.extract.text.headline import headline

LONG = "Skip Home News Weather Sports Sign In Agents raided a bakery on Tuesday."

CASES = [
    # a line of its own, a label, the paper's name, a menu
    ("Agents raid a bakery in Austin\n\nAgents came on Tuesday.", None, "Agents raid a bakery in Austin"),
    ("Title: Agents raid a bakery\nAuthors: A. Reporter\n\nThey came.", None, "Agents raid a bakery"),
    ("# Agents raid a bakery\n\nThey came.", None, "Agents raid a bakery"),
    ("--> Agents raid a bakery | The Herald Donate Menu", None, "Agents raid a bakery"),
    ("Agents raid a bakery - The Herald Donate Menu", None, "Agents raid a bakery"),
    ("Agents raid a bakery Skip to content Menu Search", None, "Agents raid a bakery"),
    ("Anti-raid march fills a street\nThousands came.", None, "Anti-raid march fills a street"),
    # words of the address, where nothing ends the headline
    (f"Agents raid a bakery in Austin {LONG * 4}", "https://herald.test/agents-raid-a-bakery-in-austin/", "Agents raid a bakery in Austin"),
    (f"Agents raid a bakery in Austin {LONG * 4}", "https://herald.test/story/48213", ""),
    # no headline: a sentence, a name, nothing
    ("Agents raided a bakery on Tuesday.\n\nTwelve people were arrested.", None, ""),
    ("The Daily Herald\n\nAgents raided a bakery on Tuesday.", None, ""),
    ("", None, ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "url", "expected"), CASES)
def test_a_page_without_a_title_begins_with_its_headline(text, url, expected):
    assert headline(Article("a", None, None, None, url, text, Path("a.txt"))) == expected


def test_a_title_is_the_headline_whatever_the_text_begins_with():
    text = "Something else entirely here\n\nThey came."
    assert (
        headline(Article("a", "Agents raid a bakery", None, None, None, text, Path("a.txt"))) == "Agents raid a bakery"
    )
