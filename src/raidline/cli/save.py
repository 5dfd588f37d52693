"""`raidline save`: pages from the web and documents become articles in the folder beside the timeline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from raidline.cli.articles import Published
from raidline.cli.locations import existing, own_timeline
from raidline.cli.output import talk, write
from raidline.cli.problems import Report, Reporter
from raidline.cli.sparing import spare
from raidline.errors import Problem, RaidlineError
from raidline.phrasing import plural

if TYPE_CHECKING:
    from raidline.saving.save import Given, Known, Saver
    from raidline.saving.shelf import Saved

_MOST = 1_000_000  # bytes of a list of links
_COMMENT = re.compile(r"(?:^|\s)#.*")  # "#" within an address leads to a part of a page
_NEEDED = ("feedparser", "protego", "trafilatura", "urllib3", "warcio")


def save(  # noqa: PLR0913, PLR0917 - one parameter for each option
    what: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WHAT]...", show_default=False, help="Addresses (https://...) and files."),
    ] = None,
    from_file: Annotated[
        Path | None,
        typer.Option(
            "--from-file",
            metavar="LINKS.txt",
            help="Save the addresses in this file, one on each line; # begins a comment.",
        ),
    ] = None,
    feed: Annotated[
        list[str] | None,
        typer.Option(metavar="URL", help="Save the entries of an RSS or Atom feed that were not saved before."),
    ] = None,
    articles: Annotated[
        Path | None,
        typer.Option("--articles", metavar="DIR", help="Where to save. Default: articles/ beside data/events.yaml."),
    ] = None,
    published: Published = None,
    publisher: Annotated[
        str | None, typer.Option(metavar="NAME", help="Publisher of what states none, as most documents do.")
    ] = None,
    title: Annotated[str | None, typer.Option(metavar="TITLE", help="Title of what states none.")] = None,
    report: Report = None,
) -> None:
    """Save reports from the web, or from files, as articles beside a timeline.

    This is the only command that uses the network, and only for what you name. It needs `raidline[web]` for that.
    It gives its own name, heeds robots.txt, waits between two pages of a site, sends no cookies, users or
    passwords, and reads at most 20 MB. A proxy that HTTPS_PROXY, HTTP_PROXY or ALL_PROXY names is used, but for the
    hosts in NO_PROXY. Nothing is tried twice: what fails is named. Each article is a text with its address, title,
    publisher, day of publication, the time of saving and a checksum of the text. What it was made from is kept
    beside it: a page as a web archive (.warc.gz), a document as it is. Nothing of both is ever published.

    A text that was saved before stays as it is: if a page has changed, its new text becomes a second article. A day of
    publication that a page does not state is never guessed; give it with --published. stdout lists the new files. The
    exit code is 1 if something could not be saved or has no day of publication.

    \b
    Examples:
      raidline save https://example.org/2017/03/nine-held.html
      raidline save release.pdf --published 2017-03-24 --publisher "Riverton Press Office"
      raidline save --from-file links.txt
      raidline save --feed https://example.org/news/rss.xml
    """  # noqa: D301 - \b keeps line breaks in a paragraph
    from raidline.cli.clock import moment  # noqa: PLC0415 - not for --help
    from raidline.cli.date_input import exact_day  # noqa: PLC0415 - as above
    from raidline.saving.fetching import Fetcher  # noqa: PLC0415 - as above
    from raidline.saving.save import Given, Known, Saver  # noqa: PLC0415 - as above
    from raidline.saving.shelf import Shelf  # noqa: PLC0415 - as above

    if not (what or from_file or feed):
        raise RaidlineError("what? Name an address or a file, --from-file or --feed")
    given = Given(exact_day("--published", published) if published is not None else None, publisher, title)
    links, files, feeds, problems = _sorted(what or (), from_file, feed or ())
    if (links or feeds) and not all(map(find_spec, _NEEDED)):
        raise RaidlineError('to save from the web, `pip install "raidline[web]"`')
    if problems and not (links or files or feeds):
        raise RaidlineError(problems[0].as_message())
    folder = _folder(articles)
    spare(report, [*files, *([from_file] if from_file else []), folder], option="--report")
    shelf = Shelf(folder)
    saver = Saver(shelf, Fetcher(), moment())
    with Reporter(report) as reporter:
        for problem in (*problems, *shelf.problems):
            reporter.add(problem)
        for one in _all(saver, given, links, files, feeds):
            if isinstance(one, Known):
                talk(f"{one.feed}: {plural(one.number, 'page')} of it saved before")
            elif isinstance(one, Problem):
                reporter.add(one)
            else:
                _tell(one, reporter)
    if reporter.errors:
        raise typer.Exit(1)


def _all(
    saver: Saver, given: Given, links: Sequence[str], files: Sequence[Path], feeds: Sequence[str]
) -> Iterator[Saved | Problem | Known]:
    for path in files:
        yield from saver.file(path, given)
    for link in links:
        yield from saver.address(link, given)
    for link in feeds:
        yield from saver.feed(link, given)


def _sorted(
    what: Sequence[str], from_file: Path | None, feeds: Sequence[str]
) -> tuple[list[str], list[Path], list[str], list[Problem]]:
    """Return addresses, files, feeds, and the problems of a list of links. RaidlineError for a wrong argument."""
    from raidline.reading.listing import TEXT_SUFFIXES  # noqa: PLC0415 - not for --help
    from raidline.saving.address import checked  # noqa: PLC0415 - as above

    links = [checked(one) for one in what if "://" in one]
    files: list[Path] = []
    problems: list[Problem] = []
    for path in (existing(Path(one)) for one in what if "://" not in one):
        if path.is_dir():
            problems.append(Problem(str(path), 0, 0, "not-saved", "is a folder; name the files in it"))
        elif path.suffix.lower() in TEXT_SUFFIXES:
            problems.append(Problem(str(path), 0, 0, "not-saved", "is a text already; copy it to the articles"))
        else:
            files.append(path)
    for number, line in enumerate(_lines(from_file), 1):
        try:
            written = _COMMENT.sub("", line).strip()
            links += [checked(written)] if written else []
        except RaidlineError as error:
            problems.append(Problem(str(from_file), number, 1, "not-an-address", str(error)))
    return list(dict.fromkeys(links)), files, [checked(one) for one in feeds], problems


def _lines(path: Path | None) -> list[str]:
    from raidline.files.textfile import read_text  # noqa: PLC0415 - not for --help

    if path is None:
        return []
    text = read_text(path, most=_MOST)
    if isinstance(text, Problem):
        raise RaidlineError(text.as_message())
    return text.splitlines()


def _folder(articles: Path | None) -> Path:
    from raidline.files.folders import is_own_folder  # noqa: PLC0415 - not for --help
    from raidline.store.eventfiles import articles_beside  # noqa: PLC0415 - as above

    if articles is not None:
        return articles
    if (timeline := own_timeline()) is None:
        raise RaidlineError("there is no data/events.yaml here; start one with `raidline init`, or name --articles DIR")
    folder = articles_beside(timeline)
    is_own_folder(folder)  # RaidlineError for a link to elsewhere
    return folder


def _tell(saved: Saved, reporter: Reporter) -> None:
    """Say what came of an article, and whether it lacks a day of publication."""
    from raidline.saving.shelf import State  # noqa: PLC0415 - not for --help

    if saved.state in {State.NEW, State.CHANGED}:
        write(f"{saved.path}\n", None)
    words = {
        State.UNCHANGED: "is there already, unchanged",
        State.COMPLETED: "was there already and now has what it lacked",
        State.CHANGED: f"has another text than {saved.former}, saved before from the same address; both are kept",
    }
    if saved.state in words:
        talk(f"{saved.path}: {words[saved.state]}")
    if not saved.published:
        undated = "has no day of publication; save it again with --published DAY, or write `published:` into it"
        reporter.add(Problem(str(saved.path), 0, 0, "no-anchor", undated))
