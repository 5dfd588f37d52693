"""What the types of an event cannot say, one rule a function; what the schema says is checked on loading."""

from __future__ import annotations

from collections.abc import Mapping

from raidline.article import Article
from raidline.check.chronology import source_before_event
from raidline.check.evidence import article_missing, quote_not_found
from raidline.check.identity import duplicate_id
from raidline.check.jurisdictions import ambiguous_place, unknown_place
from raidline.check.rule import Checked, Rule
from raidline.errors import Problem
from raidline.store import Loaded

RULES: tuple[Rule, ...] = (
    duplicate_id,
    unknown_place,
    ambiguous_place,
    article_missing,
    quote_not_found,
    source_before_event,
)


def run_checks(loaded: Loaded, articles: Mapping[str, Article]) -> list[Problem]:
    """Return the problems of loading and those that the rules find, by file, line and column."""
    checked = Checked(loaded.records, articles)
    return sorted({*loaded.problems, *(problem for rule in RULES for problem in rule(checked))})
