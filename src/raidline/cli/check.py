"""`raidline check`: the mistakes in a timeline, for a person, a CI log or a program."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from raidline.cli import options
from raidline.cli.locations import articles_of, events_of, existing
from raidline.cli.output import talk, write
from raidline.errors import RaidlineError
from raidline.phrasing import plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raidline.check.rule import Rule
    from raidline.check.settings import Settings
    from raidline.errors import Problem


class CheckFormat(StrEnum):
    """How `check` prints."""

    TEXT = "text"
    GITHUB = "github"
    SARIF = "sarif"
    JSON = "json"


def check(  # noqa: PLR0913, PLR0917 - one parameter for each option
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATHS", show_default=False, help="Events: YAML files and folders of them."),
    ] = None,
    articles: options.Articles = None,
    format: Annotated[  # noqa: A002 - the option is --format
        CheckFormat,
        typer.Option(
            metavar="FORMAT", help="text, github (notes beside the lines of a pull request), sarif 2.1.0 or json."
        ),
    ] = CheckFormat.TEXT,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 for warnings too.")] = False,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="REV", help="Only problems of events changed since a git revision: main."),
    ] = None,
    fix: Annotated[
        bool,
        typer.Option("--fix", help="Fix dates such as 2017-2-5, spaces, spelling of places, order; comments are kept."),
    ] = False,
    explain: Annotated[
        str | None, typer.Option("--explain", metavar="RULE", help="Print what a rule finds, why, and how to fix it.")
    ] = None,
    list_rules: Annotated[bool, typer.Option("--list-rules", help="List all rules and their settings here.")] = False,
    today: Annotated[str | None, typer.Option("--today", metavar="DATE", hidden=True)] = None,
) -> None:
    """Find every mistake in a timeline: its position, what is wrong, and how to fix it.

    The default PATHS is ./data/events.yaml. A table `[rules]` in raidline.toml, or `[tool.raidline.rules]` in
    pyproject.toml, beside the events or in a folder above, switches rules on and off.
    What many events have alike is told once, with the lines of the others; sarif and json have each of them.
    The exit code is 0 for a clean timeline (warnings allowed), 1 if there are mistakes, 2 if the command itself is
    wrong.

    \b
    Examples:
      raidline check
      raidline check data/events.yaml --format github --since main
      raidline check timelines/ --articles saved/ --strict
      raidline check --explain false-precision
    """  # noqa: D301 - \b keeps line breaks in a paragraph
    from raidline.article import by_id  # noqa: PLC0415 - not for --help
    from raidline.check import RULE_NAMES, RULES, run_checks  # noqa: PLC0415 - as above
    from raidline.check.rules.updating import LAST_COMMIT, as_it_was  # noqa: PLC0415 - as above
    from raidline.check.settings import read_settings  # noqa: PLC0415 - as above
    from raidline.cli.date_input import exact_day  # noqa: PLC0415 - as above
    from raidline.reading.files import read_articles  # noqa: PLC0415 - not for --help
    from raidline.reading.listing import NOT_READ  # noqa: PLC0415 - as above
    from raidline.store.eventfiles import removal_files  # noqa: PLC0415 - as above
    from raidline.store.load import load_events  # noqa: PLC0415 - as above
    from raidline.store.removals import load_removals  # noqa: PLC0415 - as above

    if explain is not None:
        write(_page(explain), None)
        return
    if list_rules:
        _list(read_settings(paths[0] if paths else Path("data"), RULE_NAMES))
        return
    events = [existing(path) for path in paths] if paths else [events_of(None)]
    settings = read_settings(events[0], RULE_NAMES)
    day = exact_day("--today", today) if today else date.today()  # the only clock here: nothing below knows the date
    if fix:
        from raidline.check.mending import mend  # noqa: PLC0415 - only where it is asked for

        talk(f"{plural(mend(events, [rule.name for rule in RULES if settings.severity(rule)]), 'thing')} fixed")
    loaded = load_events(events)
    stored, article_problems = read_articles(articles_of(articles, events))
    article_problems = [problem for problem in article_problems if problem.rule != NOT_READ]  # pictures, originals
    index = by_id(stored)
    former, remarks = as_it_was(since or LAST_COMMIT, (record.path for record in loaded.records))
    removed, removal_problems = load_removals(removal_files(events))
    problems = run_checks(loaded, index, today=day, former=former, removed=removed, settings=settings, each=_watched)
    problems = sorted({*problems, *article_problems, *removal_problems})
    if since is not None:
        from raidline.check.revision import changed_since  # noqa: PLC0415 - only where it is asked for

        problems, said = changed_since(since, problems, index, events[0])
        remarks += said
    for remark in remarks:
        talk(remark)
    _print(problems, format, loaded.found)
    errors = sum(1 for problem in problems if problem.severity == "error")
    talk(_summary(loaded.found, errors, len(problems) - errors))
    if unseen := loaded.found - len(loaded.records) - len(loaded.partial):
        talk(f"{plural(unseen, 'event')} could not be read, so no other rule looked at them; fix that and check again")
    if part := sum(bool(record.unread) for record in loaded.partial):
        talk(f"{plural(part, 'event')} could be read only in part; some rules need all, so fix that and check again")
    if errors or (strict and problems):
        raise typer.Exit(1)


def _print(problems: Sequence[Problem], chosen: CheckFormat, events: int) -> None:
    if chosen in {CheckFormat.TEXT, CheckFormat.GITHUB}:
        from raidline.check.reporting.grouping import once_per_cause  # noqa: PLC0415 - as below

        problems = once_per_cause(problems, events)
    if chosen is CheckFormat.TEXT and sys.stdout.isatty():
        from raidline.check.reporting.excerpt import excerpts  # noqa: PLC0415 - as below
        from raidline.terminal import print_excerpts  # noqa: PLC0415 - rich is slow to load

        print_excerpts(
            ((problem, found.rows() if found else None) for problem, found in excerpts(problems)), sys.stdout
        )
    else:
        from raidline.check.reporting.formats import FORMATS  # noqa: PLC0415 - not for --help

        write(FORMATS[chosen](problems), None)


def _watched(rules: Sequence[Rule]) -> Iterable[Rule]:
    """Return the rules one by one, with a progress bar on a terminal."""
    if not sys.stderr.isatty():
        return rules
    from raidline.terminal import patient_progress  # noqa: PLC0415 - rich is slow to load

    return patient_progress(rules, "checking", sys.stderr)


def _summary(events: int, errors: int, warnings: int) -> str:
    found = [plural(number, noun) for number, noun in ((errors, "error"), (warnings, "warning")) if number]
    return f"{plural(events, 'event')} checked: {', '.join(found) or 'no problems'}"


def _page(name: str) -> str:
    from raidline.check import RULE_NAMES, RULES  # noqa: PLC0415 - not for --help
    from raidline.check.naming import unknown_name  # noqa: PLC0415 - as above
    from raidline.check.pages import page  # noqa: PLC0415 - as above

    for rule in RULES:
        if rule.name == name:
            return page(rule)
    raise RaidlineError(unknown_name(name, RULE_NAMES))


def _list(settings: Settings) -> None:
    from raidline.check import RULES  # noqa: PLC0415 - not for --help

    width = max(len(rule.name) for rule in RULES)
    rows = ((rule, settings.severity(rule) or "off") for rule in RULES)
    write(
        "".join(f"{rule.name:{width}}  {level:7}  {rule.summary.removeprefix('Find ')}\n" for rule, level in rows), None
    )
