"""Checks that the types of an event cannot make, one function for each rule; the schema is checked on loading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from traceback import extract_tb

from raidline import inert
from raidline.article import Article
from raidline.check.rule import Checked, Rule
from raidline.check.rules.chronology import (
    event_in_future,
    planned_overdue,
    source_before_event,
    status_date,
    unordered,
)
from raidline.check.rules.correcting import not_corrected
from raidline.check.rules.cutoff import text_cut_off
from raidline.check.rules.duplicates import near_duplicate
from raidline.check.rules.evidence import (
    article_missing,
    article_unpublished,
    quote_not_found,
    quote_page,
    quote_too_long,
)
from raidline.check.rules.identity import alias_clash, candidate_left, duplicate_id, unknown_related, unknown_rule
from raidline.check.rules.jurisdictions import ambiguous_place, place_spelling, split_place, unknown_place
from raidline.check.rules.naming import private_person
from raidline.check.rules.precision import false_precision
from raidline.check.rules.prose import count_mismatch, machine_title, title_too_long
from raidline.check.rules.sourcing import (
    no_archive_link,
    no_source,
    single_source,
    url_bare_domain,
    url_not_web,
    url_secret,
)
from raidline.check.rules.spaces import stray_spaces
from raidline.check.rules.spelling import agency_spelling, count_spelling
from raidline.check.rules.support import count_unsupported, date_unsupported, place_unsupported
from raidline.check.rules.updating import not_updated
from raidline.check.settings import Settings
from raidline.errors import Problem
from raidline.models import Event
from raidline.store.load import Loaded, Record
from raidline.store.removals import Removed
from raidline.yamltext.collector import no_garbage_collection

RULES: tuple[Rule, ...] = (
    Rule(duplicate_id, "error"),
    Rule(alias_clash, "error"),
    Rule(near_duplicate, "warning"),
    Rule(unknown_related, "error"),
    Rule(candidate_left, "warning"),
    Rule(unknown_place, "error"),
    Rule(ambiguous_place, "error"),
    Rule(split_place, "error"),
    Rule(place_spelling, "warning", fixable=True),
    Rule(agency_spelling, "warning"),
    Rule(count_spelling, "warning"),
    Rule(source_before_event, "error"),
    Rule(event_in_future, "error"),
    Rule(planned_overdue, "warning"),
    Rule(status_date, "warning"),
    Rule(false_precision, "warning"),
    Rule(article_missing, "error"),
    Rule(article_unpublished, "warning"),
    Rule(quote_not_found, "error"),
    Rule(quote_page, "error"),
    Rule(quote_too_long, "warning"),
    Rule(date_unsupported, "warning"),
    Rule(place_unsupported, "warning"),
    Rule(count_unsupported, "warning"),
    Rule(count_mismatch, "warning"),
    Rule(no_source, "error"),
    Rule(url_not_web, "error"),
    Rule(url_bare_domain, "warning"),
    Rule(url_secret, "warning", fixable=True),
    Rule(title_too_long, "warning"),
    Rule(machine_title, "warning"),
    Rule(stray_spaces, "warning", fixable=True),
    Rule(text_cut_off, "warning"),
    Rule(private_person, "warning"),
    Rule(unknown_rule, "error"),
    Rule(not_updated, "warning"),
    Rule(not_corrected, "warning"),
    # Matters of house style.
    Rule(unordered, "warning", on=False, fixable=True),
    Rule(single_source, "warning", on=False),
    Rule(no_archive_link, "warning", on=False),
)

FAILED = "failed"  # not a rule: the name under which a failing rule is reported
RULE_NAMES = tuple(rule.name for rule in RULES)
_DEFAULTS = Settings()


@no_garbage_collection()
def run_checks(  # noqa: PLR0913 - one parameter for each thing that rules examine
    loaded: Loaded,
    articles: Mapping[str, Article],
    *,
    today: date | None = None,
    former: Mapping[Path, Sequence[Event]] | None = None,
    removed: Sequence[Removed] = (),
    settings: Settings = _DEFAULTS,
    each: Callable[[Sequence[Rule]], Iterable[Rule]] = iter,
) -> list[Problem]:
    """Return the problems of loading and those that the rules find, by file, line and column.

    Of an event that the schema refuses, the rules examine the rest.

    Without `today`, no event counts as in the future. `former` holds the events of changed files as they were before;
    without it no event lacks a new `updated` or a correction. `removed` are those that were taken out. `each` iterates
    over the rules, to show progress. If a rule fails on an event, which is a bug, a problem of the rule `failed` says
    so; everything else is still checked.
    """
    records = _in_order(loaded)
    everything = Checked(records, articles, today, records, RULE_NAMES, former or {}, removed)
    problems = set(loaded.problems)
    for rule in each(RULES):
        if severity := settings.severity(rule):
            asked = tuple(record for record in records if rule.name not in record.event.ignore)
            found = _found(rule, replace(everything, records=asked))
            problems.update(one if one.rule == FAILED else replace(one, severity=severity) for one in found)
    return sorted(problems)


def _in_order(loaded: Loaded) -> tuple[Record, ...]:
    """Return all events of which enough could be read, in the order of the files."""
    if not loaded.partial:
        return loaded.records
    files = {path: n for n, path in enumerate(dict.fromkeys(one.path for one in (*loaded.records, *loaded.partial)))}
    return tuple(sorted((*loaded.records, *loaded.partial), key=lambda one: (files[one.path], one.index)))


def _found(rule: Rule, checked: Checked) -> list[Problem]:
    """Return what a rule finds; if it fails, check the other events without those that it fails on."""
    try:
        return list(rule.find(checked))
    except Exception as error:
        alone = {n: _error(rule, replace(checked, records=[record])) for n, record in enumerate(checked.records)}
        failed = [_failed(rule, checked.records[n], alone_error) for n, alone_error in alone.items() if alone_error]
        if not failed:  # it fails only on several events together
            return [_failed(rule, checked.records[0], error)]
    others = [record for n, record in enumerate(checked.records) if not alone[n]]
    return [*failed, *_found(rule, replace(checked, records=others))]


def _error(rule: Rule, checked: Checked) -> Exception | None:
    try:
        list(rule.find(checked))
    except Exception as error:
        return error
    return None


def _failed(rule: Rule, record: Record, error: Exception) -> Problem:
    at = extract_tb(error.__traceback__)[-1]
    told = inert.line(f"{type(error).__name__}: {error} ({Path(at.filename).name}:{at.lineno})")
    return record.problem(FAILED, f"{rule.name} failed on this event and did not check it: {told}; please report it")
