"""`raidline dates`: every time expression of an article, and how it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raidline.cli import articles as articles_cli
from raidline.cli import problems as problems_cli
from raidline.cli import spans
from raidline.cli.sparing import spare

if TYPE_CHECKING:
    from raidline.article import Article
    from raidline.extract.timex import Timex


def dates(
    paths: articles_cli.Paths,
    format: spans.Format = spans.SpanFormat.TABLE,  # noqa: A002 - the option is --format
    published: articles_cli.Published = None,
    report: problems_cli.Report = None,
) -> None:
    """List the time expressions of articles, each with its date and how the date follows from it.

    Relative dates ("on Monday") count from the day of publication; without one they stay unresolved.
    The exit code is 1 if an article could not be read.

    \b
    Examples:
      raidline dates report.md
      raidline dates report.txt --published 2017-03-24 --format text
      raidline dates saved/ --format jsonl | jq -r '.timexes[].edtf'
    """  # noqa: D301 - \b keeps line breaks in a paragraph
    spare(report, paths, option="--report")
    articles, problems = articles_cli.read(paths, published)
    spans.print_listing(_LISTING, articles, problems, format, report)


def _marked_spans(article: Article) -> list[spans.MarkedSpan]:
    from raidline.extract.timex import find_timexes  # noqa: PLC0415 - not for --help

    return [_marked_span(timex) for timex in find_timexes(article.text, article.published)]


def _marked_span(timex: Timex) -> spans.MarkedSpan:
    edtf = timex.edtf.text if timex.edtf else None
    record = {
        "start": timex.start,
        "end": timex.end,
        "text": timex.text,
        "type": timex.type,
        "value": timex.value,
        "mod": timex.mod,
        "edtf": edtf,
        "earliest": timex.earliest.isoformat() if timex.earliest else None,
        "latest": timex.latest.isoformat() if timex.latest else None,
        "how": timex.how,
    }
    row = (timex.text, timex.type, timex.value, edtf or "", timex.how)
    return spans.MarkedSpan(timex.start, timex.end, edtf or timex.value, row, record)


_LISTING = spans.Listing("timexes", "time expression", ("text", "type", "value", "date", "how"), _marked_spans)
