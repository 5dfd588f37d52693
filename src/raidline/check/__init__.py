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

_TITLED, _SOURCED = frozenset({"title"}), frozenset({"sources"})
_WHOLE = frozenset({"date", "title", "status", "sources"})

RULES: tuple[Rule, ...] = (
    Rule(duplicate_id, "error"),
    Rule(alias_clash, "error"),
    Rule(near_duplicate, "warning", needs=_WHOLE),
    Rule(unknown_related, "error"),
    Rule(candidate_left, "warning"),
    Rule(unknown_place, "error"),
    Rule(ambiguous_place, "error"),
    Rule(split_place, "error"),
    Rule(place_spelling, "warning", fixable=True),
    Rule(agency_spelling, "warning"),
    Rule(count_spelling, "warning"),
    Rule(source_before_event, "error", needs=_WHOLE),
    Rule(event_in_future, "error", needs=_WHOLE),
    Rule(planned_overdue, "warning", needs=_WHOLE),
    Rule(status_date, "warning", needs=_WHOLE),
    Rule(false_precision, "warning", needs=_WHOLE),
    Rule(article_missing, "error", needs=_SOURCED),
    Rule(article_unpublished, "warning", needs=_SOURCED),
    Rule(quote_not_found, "error", needs=_SOURCED),
    Rule(quote_page, "error", needs=_SOURCED),
    Rule(quote_too_long, "warning", needs=_SOURCED),
    Rule(date_unsupported, "warning", needs=_WHOLE),
    Rule(place_unsupported, "warning", needs=_SOURCED),
    Rule(count_unsupported, "warning", needs=_SOURCED),
    Rule(count_mismatch, "warning", needs=_TITLED),
    Rule(no_source, "error", needs=_WHOLE),
    Rule(url_not_web, "error", needs=_SOURCED),
    Rule(url_bare_domain, "warning", needs=_SOURCED),
    Rule(url_secret, "warning", fixable=True, needs=_SOURCED),
    Rule(title_too_long, "warning", needs=_TITLED),
    Rule(machine_title, "warning", needs=_WHOLE),
    Rule(stray_spaces, "warning", fixable=True, needs=_TITLED),
    Rule(text_cut_off, "warning"),
    Rule(private_person, "warning", needs=_TITLED),
    Rule(unknown_rule, "error"),
    Rule(not_updated, "warning", needs=_WHOLE),
    Rule(not_corrected, "warning", needs=_WHOLE),
    # Matters of house style.
    Rule(unordered, "warning", on=False, fixable=True, needs=_WHOLE),
    Rule(single_source, "warning", on=False, needs=_SOURCED),
    Rule(no_archive_link, "warning", on=False, needs=_SOURCED),
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
    partly = [one for one in records if one.event.ignore or one.unread]  # hardly any
    problems = set(loaded.problems)
    for rule in each(RULES):
        if severity := settings.severity(rule):
            name, needs = rule.name, rule.needs  # looked up once, not for each event
            some = (one for one in partly if name in one.event.ignore or not needs.isdisjoint(one.unread))
            left_out = set(map(id, some))
            asked = tuple(one for one in records if id(one) not in left_out) if left_out else records
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
