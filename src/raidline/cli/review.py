"""`raidline review`: candidates into the timeline, one by one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from raidline.cli import options
from raidline.cli.articles import report
from raidline.cli.locations import articles_of, existing, own_timeline
from raidline.cli.output import talk
from raidline.cli.selection import choices, places_of
from raidline.errors import RaidlineError


def review(  # noqa: PLR0913, PLR0917 - one parameter for each option
    candidates: Annotated[
        Path, typer.Argument(metavar="CANDIDATES", show_default=False, help="A file that `raidline extract` wrote.")
    ],
    events: Annotated[
        Path | None,
        typer.Option("--events", metavar="FILE", help="The timeline to add to. Default: ./data/events.yaml."),
    ] = None,
    articles: options.Articles = None,
    kind: options.Kinds = None,
    salience: Annotated[
        float | None,
        typer.Option("--salience", metavar="X", min=0, max=1, help="Only candidates of this salience, from 0 to 1."),
    ] = None,
    place: options.Wheres = None,
    accept_kind: Annotated[
        list[str] | None,
        typer.Option("--accept-kind", metavar="KIND", help="Accept this kind of event without asking; repeatable."),
    ] = None,
    accept_salience: Annotated[
        float | None,
        typer.Option(
            "--accept-salience", metavar="X", min=0, max=1, help="Accept candidates of this salience, from 0 to 1."
        ),
    ] = None,
    accept_corroborated: Annotated[
        int | None,
        typer.Option("--accept-corroborated", metavar="N", min=1, help="Accept what at least N publishers report."),
    ] = None,
    batch: Annotated[
        bool, typer.Option("--batch", help="Ask nothing: what no option accepts stays open for the next time.")
    ] = False,
) -> None:
    """Review candidates one by one into a timeline: accept, edit, merge or reject each; comments are kept.

    They come article by article, the most salient first, each with its sentence in context and how it was read. One
    key decides: a accept, e edit first, m merge into an existing event, r reject, s skip for now. n goes on to the next
    article, b back, q quits; f chooses among the candidates, like --kind, --salience and --place. u takes back the last
    decision: unless somebody edited them since, the files are then as they were before it. A title that is still the
    machine's is asked for. Where a merged source differs, the event can be corrected, and the words that tell its
    readers are drafted. Each decision is written at once and never asked again; several people may review at the same
    time. If several --accept options are given, a candidate has to meet all of them.

    \b
    Examples:
      raidline review candidates.yaml
      raidline review candidates.yaml --events travis.yaml --articles saved/
      raidline review candidates.yaml --kind operation --place "Travis County" --salience 0.5
      raidline review candidates.yaml --accept-kind operation --accept-corroborated 2 --batch
    """  # noqa: D301 - \b keeps line breaks in a paragraph
    from raidline.article import by_id  # noqa: PLC0415 - not for --help
    from raidline.cli.reviewer import Reviewer  # noqa: PLC0415 - as above
    from raidline.models import Kind  # noqa: PLC0415 - as above
    from raidline.reading.files import read_articles  # noqa: PLC0415 - not for --help
    from raidline.review.choosing import Filter, article_by_article  # noqa: PLC0415 - as above
    from raidline.review.deciding import settle  # noqa: PLC0415 - as above
    from raidline.review.desk import read_desk  # noqa: PLC0415 - as above
    from raidline.store.load import load_events  # noqa: PLC0415 - as above

    timeline = _timeline(events)
    places, remarks = places_of(place)
    for remark in remarks:
        talk(remark)
    wanted = Filter(tuple(choices(Kind, "kind", kind)), salience or 0.0, places=[one for one in places if one])
    if timeline.resolve().is_relative_to(existing(candidates).resolve()):  # its events would be entered twice
        what = "holds" if candidates.is_dir() else "is"
        raise RaidlineError(f"{candidates} {what} the timeline itself; name a file that `raidline extract` wrote")
    loaded = load_events([candidates])
    stored, unread = read_articles(articles_of(articles, [timeline, candidates]))
    report([problem for problem in unread if problem.severity == "error"])  # without the evidence nothing is decided
    by_article = by_id(stored)
    chosen = [one for one in loaded.events if wanted.passes(one, by_article)]
    desk = settle(timeline, read_desk(timeline))
    reviewer = Reviewer(timeline, by_article, chosen, desk, desk.about(chosen))
    waiting = article_by_article(desk.open(chosen))
    if accept_kind or accept_salience is not None or accept_corroborated is not None:
        kinds = choices(Kind, "kind", accept_kind)
        accepted = Filter(tuple(kinds), accept_salience or 0.0, accept_corroborated or 1)
        waiting = reviewer.accept(waiting, accepted)
    if not batch:
        reviewer.ask(waiting)
    reviewer.sum_up()
    if others := len(loaded.events) - len(chosen):
        talk(f"{others} other candidates were left out")
    report(loaded.problems)


def _timeline(events: Path | None) -> Path:
    from raidline.files.folders import is_file  # noqa: PLC0415 - not for --help

    path = events or own_timeline() or Path("data/events.yaml")
    if not is_file(path):
        raise RaidlineError(f"there is no timeline {path}; name one with --events, or start one with `raidline init`")
    return path
