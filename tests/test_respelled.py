"""Reports in other capitals and with other white space are read without fail: tables of words are asked as texts spell them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from raidline import extract_article
from raidline.article import Article
from stories_score import CORPUS, stories

MANNERS: dict[str, Callable[[str], str]] = {
    "headlines": str.title,
    "capitals": str.upper,
    "small letters": str.lower,
    "one word a line": lambda text: text.replace(" ", "\n"),
    "wide spaces": lambda text: text.replace(" ", " \N{NO-BREAK SPACE}"),
    "long letters": lambda text: text.replace("s", "\N{LATIN SMALL LETTER LONG S}").replace("k", "\N{KELVIN SIGN}"),
}


def respelled(path, manner: str) -> list[Article]:
    return [replace(report, text=MANNERS[manner](report.text)) for report in stories(path)[1].values()]


@pytest.mark.slow
@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("path", sorted(CORPUS.glob("stories*.yaml")), ids=lambda path: path.stem)
def test_a_report_may_be_spelled_in_any_manner(path, manner):
    for report in respelled(path, manner):
        extract_article(report)
