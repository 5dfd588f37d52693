"""What the types of an event cannot say, one rule a function; what the schema says is checked on loading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from raidline.article import Article
from raidline.check.chronology import event_in_future, planned_overdue, source_before_event, status_date, unordered
from raidline.check.evidence import article_missing, article_unpublished, quote_not_found, quote_too_long
from raidline.check.identity import alias_clash, candidate_left, duplicate_id, unknown_related, unknown_rule
from raidline.check.jurisdictions import ambiguous_place, place_spelling, unknown_place
from raidline.check.likeness import near_duplicate
from raidline.check.precision import false_precision
from raidline.check.prose import count_mismatch, private_person, title_too_long
from raidline.check.rule import Checked, Rule
from raidline.check.settings import Settings
from raidline.check.sourcing import no_archive_link, no_source, single_source, url_bare_domain, url_not_web
from raidline.check.spaces import stray_spaces
from raidline.check.support import count_unsupported, date_unsupported, place_unsupported
from raidline.errors import Problem
from raidline.store import Loaded

RULES: tuple[Rule, ...] = (
    Rule(duplicate_id, "error"),
    Rule(alias_clash, "error"),
    Rule(near_duplicate, "warning"),
    Rule(unknown_related, "error"),
    Rule(candidate_left, "warning"),
    Rule(unknown_place, "error"),
    Rule(ambiguous_place, "error"),
    Rule(place_spelling, "warning", fixable=True),
    Rule(source_before_event, "error"),
    Rule(event_in_future, "error"),
    Rule(planned_overdue, "warning"),
    Rule(status_date, "warning"),
    Rule(false_precision, "warning"),
    Rule(article_missing, "error"),
    Rule(article_unpublished, "warning"),
    Rule(quote_not_found, "error"),
    Rule(quote_too_long, "warning"),
    Rule(date_unsupported, "warning"),
    Rule(place_unsupported, "warning"),
    Rule(count_unsupported, "warning"),
    Rule(count_mismatch, "warning"),
    Rule(no_source, "error"),
    Rule(url_not_web, "error"),
    Rule(url_bare_domain, "warning"),
    Rule(title_too_long, "warning"),
    Rule(stray_spaces, "warning", fixable=True),
    Rule(private_person, "warning"),
    Rule(unknown_rule, "error"),
    # Matters of house style.
    Rule(unordered, "warning", on=False, fixable=True),
    Rule(single_source, "warning", on=False),
    Rule(no_archive_link, "warning", on=False),
)

RULE_NAMES = tuple(rule.name for rule in RULES)
_DEFAULTS = Settings()


def run_checks(
    loaded: Loaded,
    articles: Mapping[str, Article],
    *,
    today: date | None = None,
    settings: Settings = _DEFAULTS,
    each: Callable[[Sequence[Rule]], Iterable[Rule]] = iter,
) -> list[Problem]:
    """Return the problems of loading and those that the rules find, by file, line and column.

    Without `today`, no event is said to lie in the future. `each` walks through the rules, to show how far it is.
    """
    records = loaded.records
    everything = Checked(records, articles, today, records, RULE_NAMES)
    problems = set(loaded.problems)
    for rule in each(RULES):
        if severity := settings.severity(rule):
            asked = tuple(record for record in records if rule.name not in record.event.ignore)
            found = rule.find(replace(everything, records=asked))
            problems.update(replace(problem, severity=severity) for problem in found)
    return sorted(problems)
