"""`raidline publish`: the timeline as a web site."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from raidline.cli import options
from raidline.cli.locations import articles_of, events_of
from raidline.cli.output import talk, write
from raidline.cli.selection import (
    by_date_only,
    criteria_of,
    places_of,
    read_removals,
    region_of,
    shown_of,
    summary,
    tell_unmatched,
)
from raidline.cli.site import site_address
from raidline.errors import RaidlineError
from raidline.phrasing import plural

if TYPE_CHECKING:
    from raidline.article import Article
    from raidline.cache.loading import Selected
    from raidline.errors import Problem
    from raidline.models import Removal
    from raidline.publish import Outcome


@options.selecting
def publish(  # noqa: PLR0913 - one parameter for each option
    folder: Annotated[Path, typer.Argument(metavar="DIR", show_default=False, help="The folder of the site.")],
    base_url: Annotated[
        str | None,
        typer.Option(
            "--base-url",
            metavar="URL",
            help="The address of the site: https://example.org/timeline/; for the sitemap, and for ids in its feeds.",
        ),
    ] = None,
    place: options.Places = None,
    *,
    asked: options.Asked,
    context: Annotated[
        bool,
        typer.Option(
            "--context",
            help="Also show the sentences before and after each quote, if they name no private person and no number or"
            " address of one.",
        ),
    ] = False,
    whole: Annotated[
        bool,
        typer.Option(
            "--whole",
            help="Also write a record of more than 3,000 events as SQLite and XLSX, in some seconds for each change.",
        ),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="List what would be written and removed, do nothing.")
    ] = False,
    jobs: Annotated[
        int,
        typer.Option(
            "--jobs", "-j", metavar="N", min=0, help="Make pages in N processes; 0 is one for each processor."
        ),
    ] = 0,
    data: options.OwnData = None,
    articles: options.Articles = None,
) -> None:
    """Write a static web site: a page for each place with its calendar and data, a page for each event.

    It works under any address and from a disk, without scripts and without contacting any other server. An unchanged
    file is not written again; a page that the timeline no longer has is removed, and its folder if it is empty.
    DIR/.raidline-site.json records which files are raidline's: no other file is ever changed or removed, and neither is
    one that was edited by hand. Such files in the way are reported, and the exit code is then 1. While the data has a
    mistake, such as one id for two events, nothing is written. Quotes appear alone, exactly as in the timeline.

    A table `[site]` in raidline.toml says whose site it is: title, description, publisher, contact for corrections,
    licence, an about page, language of dates.

    A record of more than 3,000 events has one table, as CSV, and none for each place: the site would be twice as
    large. The list on a page can be saved as CSV or JSON, and `raidline export --place` makes any other form.

    \b
    Examples:
      raidline publish site
      raidline publish site --base-url https://example.org/timeline/
      raidline publish site --place Texas --dry-run
      raidline publish site --place "Bay Area"
      raidline publish site --agency ICE --since 2025 --sort newest
    """  # noqa: D301 - \b keeps line breaks in a paragraph
    gc.disable()  # what is loaded and read stays until the end, and looking through it takes a third of the time
    from raidline.export import Options  # noqa: PLC0415 - not for --help
    from raidline.publish import Work, contents_of, named_in_quotes, plan_site, write_site  # noqa: PLC0415 - as above
    from raidline.publish.files.dataset import has_workbook  # noqa: PLC0415 - as above
    from raidline.store.project import timeline_name  # noqa: PLC0415 - as above
    from raidline.store.site import read_site  # noqa: PLC0415 - as above
    from raidline.timeline.build import with_removals  # noqa: PLC0415 - as above
    from raidline.timeline.criteria import choose  # noqa: PLC0415 - as above

    site, (places, remarks), criteria = site_address(base_url), places_of(place), criteria_of(asked)
    by_date_only("a site", criteria.order)
    loaded, removals, stored = _read(folder, data, articles, with_texts=context)
    chosen = choose(loaded.events, stored, criteria, place=places[0], region=region_of(place))
    told = read_site(events_of(data))
    timeline, shown = with_removals(chosen.timeline, removals), shown_of(asked)
    read_from = dict(zip(map(id, loaded.events), loaded.data, strict=True))
    contents = contents_of(timeline, stored, site, context=context, site=told, shown=shown, whole=whole, data=read_from)
    if contents.left_out:
        for name, reason in contents.left_out:
            talk(f"no page for {name}: {reason}")
        _refuse()
    if contents.timeline.unplaced:
        names = ", ".join(sorted({name for _, name in contents.timeline.unplaced}))
        talk(f"places that cannot be read, so they have no page: {names}")
    for remark in remarks:
        talk(remark)
    tell_unmatched(chosen.unmatched)
    feeds = Options(name=timeline_name(events_of(data)))
    width = jobs or os.cpu_count() or 1
    added: list[str] = []
    work = Work(width, _shown, lambda: added.append(summary(chosen.timeline, criteria)))
    outcome = write_site(folder, plan_site(contents, feeds), dry_run=dry_run, work=work)
    for name, person in named_in_quotes(contents, frozenset(outcome.written)):
        talk(f"a quote of {name} names {person} without a public office; readers will see it: quote another sentence")
    _report(folder, outcome, dry_run=dry_run)
    if not has_workbook():
        talk("no workbook: pip install 'raidline[tables]' adds the whole record as .xlsx")
    if told.title is None:
        talk("the site has no name of its own: `[site]` in raidline.toml gives it a title, a publisher and a contact")
    if base_url is None:
        talk("no sitemap: it needs the address of the site, --base-url https://...")
    talk(*added)
    if outcome.left:
        raise typer.Exit(1)


def _read(
    folder: Path, data: Path | None, articles: Path | None, *, with_texts: bool
) -> tuple[Selected, Sequence[Removal], Mapping[str, Article]]:
    """Read the events, removals and articles to publish; if they have problems, print them and exit with 1."""
    from raidline.article import by_id  # noqa: PLC0415 - as above
    from raidline.cache.loading import load_headers, load_selected  # noqa: PLC0415 - as above

    path = events_of(data)
    if path.resolve().is_relative_to(folder.resolve()):
        raise RaidlineError(f"{folder} holds the timeline itself, {path}; name a folder for the site, such as site")
    read = articles_of(articles, [path])
    if within := next((one for one in read if folder.resolve().is_relative_to(one.resolve())), None):
        message = f"{folder} is in {within}, where every page is read as an article; name a folder beside it"
        raise RaidlineError(message)
    loaded = load_selected([path], None)
    removals, wrong = read_removals([path])
    stored, article_problems = _texts(read) if with_texts else load_headers(read)
    problems = [problem for problem in (*loaded.problems, *wrong, *article_problems) if problem.severity == "error"]
    if problems:
        from raidline.terminal import print_problems  # noqa: PLC0415 - only when something is wrong

        print_problems(problems, sys.stderr)
        _refuse()
    return loaded, removals, by_id(stored)


def _texts(paths: Sequence[Path]) -> tuple[list[Article], list[Problem]]:
    from raidline.reading.files import read_articles  # noqa: PLC0415 - slow to load

    return read_articles(paths)


def _refuse() -> NoReturn:
    talk("nothing was published: pages with mistakes would be lost; `raidline check` says more")
    raise typer.Exit(1)


def _shown(paths: Sequence[str]) -> Iterable[str]:
    if not sys.stderr.isatty():
        return paths
    from raidline.terminal import patient_progress  # noqa: PLC0415 - rich is slow to load

    return patient_progress(paths, "writing the site", sys.stderr)


def _report(folder: Path, outcome: Outcome, *, dry_run: bool) -> None:
    if dry_run:
        write("".join(f"write {path}\n" for path in outcome.written), None)
        write("".join(f"remove {path}\n" for path in outcome.removed), None)
    for path, why in outcome.left:
        talk(f"{folder / path}: {why}")
    if outcome.strangers:
        talk(f"left alone in {folder}, because raidline did not write it: {', '.join(outcome.strangers)}")
    verb = "would be written" if dry_run else "written"
    talk(
        f"{plural(len(outcome.written), 'file')} {verb}, {len(outcome.unchanged)} unchanged, "
        f"{len(outcome.removed)} {'to be removed' if dry_run else 'removed'}"
    )
