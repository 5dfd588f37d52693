"""`raidline extract`: articles in, candidate events out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from raidline.cli import articles as articles_cli
from raidline.cli import options
from raidline.cli import problems as problems_cli
from raidline.cli.output import talk, write_chunks
from raidline.cli.sparing import spare
from raidline.cli.streams import LEFT
from raidline.errors import Problem, RaidlineError
from raidline.phrasing import plural

if TYPE_CHECKING:
    from raidline.article import Article
    from raidline.corpus.run import Engine, Finding, Outcome
    from raidline.models import Candidate


_UNDATED = "undated"
_LINES = {".jsonl", ".ndjson"}
_Told = TypeVar("_Told")


class ExtractFormat(StrEnum):
    """How candidates are written."""

    YAML = "yaml"
    JSONL = "jsonl"


def extract(  # noqa: PLR0913, PLR0917 - one parameter for each option
    paths: articles_cli.Paths,
    format: Annotated[  # noqa: A002 - the option is --format
        ExtractFormat | None,
        typer.Option(
            metavar="FORMAT",
            help="yaml (the schema of events, to review and keep) or jsonl (a line each). Default: jsonl if --output"
            " ends in .jsonl or .ndjson, otherwise yaml.",
        ),
    ] = None,
    output: options.Output = None,
    no_merge: Annotated[
        bool, typer.Option("--no-merge", help="Keep a separate candidate for each article that reports a happening.")
    ] = False,
    published: articles_cli.Published = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say on stderr which dates made no event, and why.")
    ] = False,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", metavar="N", min=0, help="Run on N processes; 0 is one for each processor.")
    ] = 1,
    report: problems_cli.Report = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Continue an interrupted run; needs the same --output.")
    ] = False,
    scheduler: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Run on a Dask cluster: tcp://host:8786. Its workers need raidline too."),
    ] = None,
) -> None:
    """Find candidate events in news reports, each with its sentence and how its date follows from it.

    Relative dates ("on Monday") count from the day of publication; without one they are left out and reported.
    Articles are read one by one, so that a corpus may be larger than memory; with --no-merge nothing else is kept.
    FILE.partial keeps the results until FILE is complete. The exit code is 1 if an article could not be read.

    \b
    Examples:
      raidline extract saved/ > candidates.yaml
      raidline extract release.pdf --published 2017-03-24 --explain
      raidline extract saved/*.md --no-merge --format jsonl | jq -r .quote
      raidline extract crawl.warc.gz corpus.jsonl.zst --jobs 0 -o candidates.yaml --resume
    """  # noqa: D301 - \b keeps line breaks in a paragraph
    if resume and output is None:
        raise RaidlineError("--resume needs --output FILE: the results so far are kept beside that file")
    if format is None:
        lines = output is not None and output.suffix.lower() in _LINES
        format = ExtractFormat.JSONL if lines else ExtractFormat.YAML  # noqa: A001 - as above
    found = articles_cli.stream(paths, published)
    spare(output, paths)
    spare(report, paths, option="--report")
    tally = _Tally()
    with problems_cli.Reporter(report) as reporter, _engine(jobs, scheduler) as engine:
        from raidline.corpus.run import extract_corpus  # noqa: PLC0415 - not for --help

        if output is None or str(output) == "-":
            outcomes = _told(_watched(extract_corpus(found, engine)), reporter, explain=explain)
            whole = write_chunks(_written(tally.counted(outcomes, reporter), format, tally, merged=not no_merge), None)
        else:
            from raidline import __version__  # noqa: PLC0415 - as above
            from raidline.corpus.checkpoint import Checkpoint  # noqa: PLC0415 - as above

            key = {"raidline": __version__, "articles": list(map(str, paths)), "published": published}
            with Checkpoint(output, key, resume=resume) as checkpoint:
                rest = extract_corpus(checkpoint.rest(found), engine)
                try:
                    for outcome in _told(_watched(rest), reporter, explain=explain):
                        checkpoint.add(outcome)
                except KeyboardInterrupt:
                    talk(f"the results so far are in {checkpoint.path}; --resume continues from there")
                    raise
                kept = tally.counted(checkpoint.outcomes(), reporter)
                whole = write_chunks(_written(kept, format, tally, merged=not no_merge), output)
    talk(tally.in_words())
    if tally.left_out and not explain:
        talk(f"{plural(tally.left_out, 'mention')} of a date made no event; --explain says which, and why")
    if reporter.errors:
        raise typer.Exit(1)
    if not whole and no_merge:  # then the articles after the last requested one were not read
        raise typer.Exit(LEFT)


@dataclass(slots=True)
class _Tally:
    articles: int = 0
    reports: int = 0  # each of a happening, in one place of one article
    candidates: int = 0  # as they are written: what is reported several times is one
    left_out: int = 0

    def written(self, candidates: Iterable[_Told]) -> Iterator[_Told]:
        """Yield what is written, counting it."""
        for candidate in candidates:
            self.candidates += 1
            yield candidate

    def in_words(self) -> str:
        """Return how many candidates were written, and of how many reports they are made if these are more."""
        merged = f", of {plural(self.reports, 'report')}," if self.reports > self.candidates else ""
        return f"{plural(self.candidates, 'candidate')}{merged} in {plural(self.articles, 'article')}"

    def counted(self, outcomes: Iterable[Outcome], reporter: problems_cli.Reporter) -> Iterator[Finding]:
        """Yield the findings, counting them; the reporter keeps the problems."""
        for outcome in outcomes:
            problems = list(_problems(outcome))
            for problem in problems:
                reporter.keep(problem)
            if not isinstance(outcome, Problem):
                self.articles += 1
                self.reports += len(outcome.candidates)
                self.left_out += 0 if problems else len(outcome.skipped)
                yield outcome


def _engine(jobs: int, scheduler: str | None) -> AbstractContextManager[Engine | None]:
    if scheduler is not None and not scheduler.strip():
        raise RaidlineError("--scheduler is empty; give the address of a scheduler, or leave it out")
    if scheduler is None and jobs == 1:
        return nullcontext()
    from raidline.corpus import engines  # noqa: PLC0415 - only here

    return engines.cluster(scheduler) if scheduler else engines.processes(jobs or os.cpu_count() or 1)


def _watched(outcomes: Iterable[Outcome]) -> Iterable[Outcome]:
    """Yield the outcomes; on a terminal, draw how many there are, after a second."""
    if not sys.stderr.isatty():
        return outcomes
    from raidline.terminal import counting  # noqa: PLC0415 - rich is slow to load

    return counting(outcomes, "reading articles", sys.stderr)


def _told(outcomes: Iterable[Outcome], reporter: problems_cli.Reporter, *, explain: bool) -> Iterator[Outcome]:
    """Yield the outcomes, and report problems at once, so that none has to be kept."""
    for outcome in outcomes:
        if explain and not isinstance(outcome, Problem):
            for skipped in outcome.skipped:
                talk(f"{outcome.article.path}: {skipped.reason}")
        for problem in _problems(outcome):
            if not (explain and problem.rule == _UNDATED):  # each of the dates is told then
                reporter.tell(problem)
        yield outcome


def _problems(outcome: Outcome) -> Iterator[Problem]:
    """Yield what could not be read of an article, or of its dates."""
    if isinstance(outcome, Problem):
        yield outcome
        return
    if outcome.foreign:
        message = "not in English; what it says of dated acts is not read"
        yield Problem(str(outcome.article.path), 0, 0, "not-english", message)
    if undated := _undated(outcome):
        yield undated


def _undated(finding: Finding) -> Problem | None:
    """Return what the missing day of publication costs, None if nothing."""
    undated = sum(skipped.undated for skipped in finding.skipped)
    if finding.article.published or not undated:
        return None
    message = f"{plural(undated, 'date')} unresolved, no day of publication; see --published"
    return Problem(str(finding.article.path), 0, 0, _UNDATED, message, "warning")


def _written(findings: Iterable[Finding], chosen: ExtractFormat, tally: _Tally, *, merged: bool) -> Iterator[bytes]:
    from raidline.export.candidates import as_yaml, event_lines, mention_lines  # noqa: PLC0415 - not for --help
    from raidline.merging.merge import merge_candidates  # noqa: PLC0415 - as above

    if merged:
        candidates: list[Candidate] = []
        index: dict[str, Article] = {}
        for finding in findings:
            candidates += finding.candidates
            index.setdefault(finding.article.id, finding.article)
        events = merge_candidates(candidates, index)
        told = tally.written(events)
        texts = as_yaml(told) if chosen is ExtractFormat.YAML else event_lines(told, index)
    elif chosen is ExtractFormat.JSONL:
        texts = (line for finding in findings for line in mention_lines(tally.written(finding.candidates)))
    else:
        alone = (merge_candidates(finding.candidates, {finding.article.id: finding.article}) for finding in findings)
        texts = as_yaml(tally.written(event for events in alone for event in events))
    return (text.encode() for text in texts)
