"""`raidline explain`: why an event is in the timeline, sentence by sentence."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from raidline.cli import options
from raidline.cli.articles import report
from raidline.cli.locations import articles_of, events_or_shipped, existing, own_timeline
from raidline.cli.output import talk, write
from raidline.errors import RaidlineError
from raidline.phrasing import plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raidline.errors import Problem
    from raidline.explain.account import Account, Explanation
    from raidline.explain.passages import Passage
    from raidline.models import Candidate, Event
    from raidline.terminal import Piece

    Line = tuple[str, list[Piece]]

_BESIDE = "   "  # the margin of the lines under a number
_MOST_NAMED = 5  # ids in a message


class ExplainFormat(StrEnum):
    """How an explanation is printed."""

    TEXT = "text"
    JSON = "json"


def _complete_ids(context: typer.Context, incomplete: str) -> list[str]:
    from raidline.cli import completion  # noqa: PLC0415 - only shells need it

    return completion.ids(context, incomplete)


def explain(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE] [ID]",
            show_default=False,
            help="An event's id, and the YAML file it is in: candidates or events. Default: as for `raidline show`."
            " Without an id: list them.",
            autocompletion=_complete_ids,
        ),
    ] = None,
    articles: options.Articles = None,
    format: Annotated[  # noqa: A002 - the option is --format
        ExplainFormat, typer.Option(metavar="FORMAT", help="text or json.")
    ] = ExplainFormat.TEXT,
) -> None:
    """Show why an event is in a timeline: its sentences in context, how date and place were read, who agrees.

    Without colours, date words appear in [brackets] and the word for the act between _lines_. The articles are those in
    --articles; otherwise in articles/ beside the file, or else beside the file itself; and those of ./data/events.yaml.

    \b
    Examples:
      raidline explain
      raidline explain 2017-02-austin-ice-sweeps
      raidline explain candidates.yaml 2017-02-27-austin-operation-d443 --articles saved/
      raidline explain data/events.yaml 2017-02-austin-ice-sweeps --format json
    """  # noqa: D301 - \b keeps line breaks in a paragraph
    from raidline.article import by_id  # noqa: PLC0415 - not for --help
    from raidline.explain.account import explain as explained  # noqa: PLC0415 - as above
    from raidline.reading.files import read_articles  # noqa: PLC0415 - not for --help

    path, name = _asked(words or ())
    if name is None:
        _list(path, format, f"{words[0]} " if words else "")
        return
    event, unread = _event(path, name)
    folders, hidden = _folders(articles, path)
    stored, problems = read_articles(folders)
    needed = {source.article for source in event.sources if source.article}
    cited = by_id([article for article in stored if article.id in needed])
    explanation = explained(event, cited)
    if format is ExplainFormat.JSON:
        import json  # noqa: PLC0415 - as above

        from raidline.inert import json_escaped  # noqa: PLC0415 - as above

        write(json_escaped(json.dumps(_record(explanation), ensure_ascii=False, indent=2)) + "\n", None)
    else:
        from raidline.terminal import print_pieces  # noqa: PLC0415 - as above

        print_pieces(list(as_lines(explanation)), sys.stdout)
    if needed - cited.keys():
        unread += [problem for problem in (*hidden, *problems) if problem.severity == "error"]
    report(unread)


def _asked(words: Sequence[str]) -> tuple[Path, str | None]:
    """Return the file and the id that are asked for; no id asks for a list."""
    match words:
        case []:
            return events_or_shipped(None), None
        case [name] if Path(name).is_file():
            return Path(name), None
        case [name]:
            return events_or_shipped(None), name
        case ["", _]:
            raise RaidlineError("the name of the file is empty; leave it out, or name a file")
        case [file, name]:
            return existing(Path(file)), name
    raise RaidlineError(f"write `raidline explain FILE ID`; got {len(words)} words")


def _list(path: Path, format_: ExplainFormat, typed: str) -> None:
    """Print the ids of a file, which was named as `typed`, with dates and titles; exit with 1 for unreadable events."""
    from raidline.dates.words import in_words  # noqa: PLC0415 - not for --help
    from raidline.inert import json_escaped, line  # noqa: PLC0415 - as above
    from raidline.store.load import load_events  # noqa: PLC0415 - as above

    loaded = load_events([path])
    if format_ is ExplainFormat.JSON:
        import json  # noqa: PLC0415 - as above

        rows = [{"id": event.id, "date": str(event.date), "title": event.title} for event in loaded.events]
        write(json_escaped(json.dumps(rows, ensure_ascii=False, indent=2)) + "\n", None)
    elif sys.stdout.isatty():
        from raidline.terminal import print_table  # noqa: PLC0415 - only where it has to fit

        events = [(event.id, f"{in_words(event.date)}: {event.title}") for event in loaded.events]
        print_table(str(path), ("id", "event"), events, sys.stdout)
    else:
        widest = max((len(event.id) for event in loaded.events), default=0)
        told = ((event.id, line(f"{in_words(event.date)}: {event.title}")) for event in loaded.events)
        write("".join(f"{name:{widest}}  {words}\n" for name, words in told), None)
    what = "candidate" if loaded.events and all(event.candidate for event in loaded.events) else "event"
    talk(f"{plural(len(loaded.events), what)}; `raidline explain {typed}ID` explains one")
    report([problem for problem in loaded.problems if problem.severity == "error"])


def _event(path: Path, name: str) -> tuple[Event, list[Problem]]:
    """Return the event that has or had the id, and the problems of what could not be read at all."""
    from raidline.store.load import load_events  # noqa: PLC0415 - not for --help

    loaded = load_events([path])
    by_name = {alias: event for event in loaded.events for alias in event.aliases}
    by_name |= {event.id: event for event in reversed(loaded.events)}
    if name in by_name:
        return by_name[name], [problem for problem in loaded.problems if not problem.line]
    if not by_name:
        broken = next((str(problem) for problem in loaded.problems), f"{path} contains no events")
        raise RaidlineError(broken)
    close = get_close_matches(name, by_name, _MOST_NAMED, 0.6) or [id_ for id_ in by_name if name in id_][:_MOST_NAMED]
    hint = f"; did you mean {' or '.join(close)}?" if close else ""
    raise RaidlineError(f"{path} has no event {name!r}{hint}")


def _folders(articles: Path | None, path: Path) -> tuple[list[Path], list[Problem]]:
    """Return where the articles are: the requested folder, or the one beside the file, or the files beside it.

    Those of the timeline that candidates are reviewed into follow. The second value holds a problem for whatever could
    not be opened.
    """
    from raidline.errors import Problem  # noqa: PLC0415 - not for --help
    from raidline.files.folders import files_in  # noqa: PLC0415 - as above
    from raidline.reading.listing import is_original, may_hold_articles  # noqa: PLC0415 - as above

    own = own_timeline() if articles is None else None
    into = articles_of(None, [own]) if own else []
    if beside := articles_of(articles, [path]):
        return list(dict.fromkeys([*beside, *into])), []
    found = list(files_in(path if path.is_dir() else path.parent, may_hold_articles, deep=False))
    files = [one for one in found if isinstance(one, Path) and may_hold_articles(one.name) and not is_original(one)]
    return [*files, *into], [one for one in found if isinstance(one, Problem)]


def as_lines(explanation: Explanation) -> Iterator[Line]:
    """Yield the lines of an explanation, each as a margin and pieces with their roles."""
    from raidline.timeline.wording import correction_in_words  # noqa: PLC0415 - not for --help

    event = explanation.event
    yield "", [(event.title, "title")]
    yield "", [(event.id, "facts")]
    yield "", [(" · ".join(explanation.facts), "facts")]
    if event.related:
        yield "", [(f"related: {', '.join(event.related)}", "facts")]
    for correction in event.corrections:
        yield "", [(correction_in_words(correction), "facts")]
    for number, account in enumerate(explanation.accounts, 1):
        yield "", []
        yield from _account_lines(number, account)


def _account_lines(number: int, account: Account) -> Iterator[Line]:
    from raidline.timeline.wording import citation_in_words  # noqa: PLC0415 - not for --help

    yield f"{number}. ", [(citation_in_words(account.citation), "source")]
    if account.citation.url:
        yield _labelled("at", account.citation.url)
    if account.citation.archived:
        yield _labelled("archived", account.citation.archived)
    if account.missing:
        yield _BESIDE, [(account.missing, "facts")]
        if account.citation.quote:  # not marked: nothing was read
            yield _BESIDE, [(f"“{account.citation.quote}”", "")]
    if account.passage:
        yield from _passage_lines(account.passage)
        if account.reading:
            yield from (_labelled(label, words) for label, words in _steps(account.reading))
        else:
            yield _labelled("read", "no dated act is read in this sentence; a curator entered the event")
    yield from (_labelled("" if number else "agrees", words) for number, words in enumerate(account.agrees))
    yield from (_labelled("" if number else "differs", words, "differ") for number, words in enumerate(account.differs))


def _passage_lines(passage: Passage) -> Iterator[Line]:
    if passage.before:
        yield _BESIDE, [(passage.before, "context")]
    pieces: list[Piece] = []
    at = 0
    for start, end, role in passage.marks:
        pieces += [(passage.quote[at:start], ""), (passage.quote[start:end], role)]
        at = end
    yield _BESIDE, [*pieces, (passage.quote[at:], "")]
    if passage.after:
        yield _BESIDE, [(passage.after, "context")]


def _labelled(label: str, words: str, role: str = "") -> Line:
    return f"{_BESIDE}{label:9}", [(words, role)]


def _steps(reading: Candidate) -> Iterator[tuple[str, str]]:
    from raidline.dates.words import in_words  # noqa: PLC0415 - not for --help

    yield "date", f"“{reading.date_text}” is {in_words(reading.date)} ({reading.date})"
    for number, step in enumerate(reading.how.split("; ")):
        yield "" if number else "how", step
    yield "place", "; ".join(reading.place_names)
    yield "trigger", f"“{reading.trigger}”, of kind {reading.kind.value}"
    yield "status", f"{reading.status.value}, by “{reading.modality}”" if reading.modality else reading.status.value
    if reading.attribution:
        yield "said by", reading.attribution


def _record(explanation: Explanation) -> dict[str, Any]:
    return {
        "event": explanation.event.model_dump(mode="json", exclude_defaults=True, exclude_none=True),
        "facts": explanation.facts,
        "sources": [_source_record(account) for account in explanation.accounts],
    }


def _source_record(account: Account) -> dict[str, Any]:
    passage, reading, citation = account.passage, account.reading, account.citation
    return {
        "article": citation.article,
        "publisher": citation.publisher,
        "published": str(citation.published) if citation.published else None,
        "url": citation.url,
        "archived": citation.archived,
        "missing": account.missing,
        "before": passage.before if passage else None,
        "quote": citation.quote,
        "page": citation.page,
        "after": passage.after if passage else None,
        "marks": [{"start": start, "end": end, "role": role} for start, end, role in passage.marks] if passage else [],
        "reading": reading
        and {
            "date": str(reading.date),
            "date_text": reading.date_text,
            "how": reading.how.split("; "),
            "places": list(reading.place_names),
            "trigger": reading.trigger,
            "kind": reading.kind.value,
            "status": reading.status.value,
            "modality": reading.modality,
            "attribution": reading.attribution,
        },
        "agrees": account.agrees,
        "differs": account.differs,
    }
