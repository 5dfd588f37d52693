"""The forms of verbs in word lists are made of one of them."""

from __future__ import annotations

import pytest

from raidline.lexicon.inflecting import inflected


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("affirm", "affirm/affirms/affirmed"),
        ("veto", "veto/vetoes/vetoed"),
        ("boo", "boo/boos/booed"),
        ("deny", "deny/denies/denied"),
        ("delay", "delay/delays/delayed"),
        ("pass", "pass/passes/passed"),
        ("clash at", "clash/clashes/clashed at"),
        ("ban", "ban/bans/banned"),
        ("scrap", "scrap/scraps/scrapped"),
        ("ax", "ax/axes/axed"),
        ("visit", "visit/visits/visited"),
        ("reveal", "reveal/reveals/revealed"),
        ("decline to", "decline/declines/declined to"),
        ("oversee", "oversee/oversees/oversaw"),
        ("set deadline", "set/sets deadline"),
    ],
)
def test_a_verb_is_written_once(verb, forms):
    assert inflected(verb, {"oversee": "oversaw", "set": "set"}) == forms
