"""`raidline places`: every place an article names, and how it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raidline.cli import articles as articles_cli
from raidline.cli import problems as problems_cli
from raidline.cli import spans
from raidline.cli.sparing import spare

if TYPE_CHECKING:
    from raidline.article import Article
    from raidline.extract.toponyms.mentions import PlaceMention

_MANY = 3  # namesakes shown in a table; JSON lines have all of them


def places(
    paths: articles_cli.Paths,
    format: spans.Format = spans.SpanFormat.TABLE,  # noqa: A002 - the option is --format
    report: problems_cli.Report = None,
) -> None:
    """List the places that articles name, each with its FIPS code, its role and how it was identified.

    The role is scene (where something is), affiliation ("Chicago-based"), organisation (an office or body of the
    place), area ("the Chicago area") or context. An undecided name has no code, and its candidates are listed.
    The exit code is 1 if an article could not be read.

    \b
    Examples:
      raidline places report.md
      raidline places report.md --format text
      raidline places saved/ --format jsonl | jq -r '.places[].name'
    """  # noqa: D301 - \b keeps line breaks in a paragraph
    spare(report, paths, option="--report")
    articles, problems = articles_cli.read(paths)
    problems = [problem for problem in problems if problem.rule != "no-anchor"]  # a place needs no date
    spans.print_listing(_LISTING, articles, problems, format, report)


def marked_spans(article: Article) -> list[spans.MarkedSpan]:
    """Return the places of an article as marked spans to print."""
    from raidline.extract.toponyms.mentions import find_places  # noqa: PLC0415 - not for --help

    return [_marked_span(mention) for mention in find_places(article.text, article.publisher)]


def _marked_span(mention: PlaceMention) -> spans.MarkedSpan:
    names = [candidate.full_name for candidate in mention.candidates]
    record = {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "name": mention.jurisdiction.full_name if mention.jurisdiction else None,
    }
    if mention.jurisdiction:
        record |= {"fips": mention.jurisdiction.code}
        shown = names[0]
    else:
        record |= {"candidates": names}
        shown = "? " + "; ".join(names[:_MANY]) + (f"; {len(names) - _MANY} more" if len(names) > _MANY else "")
    record |= {"role": mention.role, "how": mention.how}
    mark = f"{names[0] if mention.jurisdiction else '?'} ({mention.role})"
    return spans.MarkedSpan(mention.start, mention.end, mark, (mention.text, shown, mention.role, mention.how), record)


_LISTING = spans.Listing("places", "place", ("text", "place", "role", "how"), marked_spans)
