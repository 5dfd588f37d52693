"""markwhen (https://docs.markwhen.com): a timeline as text for its viewers, one group for each year.

markwhen silently drops everything in EDTF beyond days, months, years and ranges of them, so we write the bounds of a
date and put its words in the title. It has no escapes: an invisible word joiner keeps text from being read as a tag, a
property or another event.
"""

from __future__ import annotations

import json
import re
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from raidline import inert
from raidline.export.extent import left_out, placed
from raidline.interchange.headline import headline, subject
from raidline.timeline.wording import citation_in_words, facts_in_words, remarks_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raidline.export.extent import Extent
    from raidline.export.options import Options
    from raidline.timeline.build import Citation, Entry, Timeline

__all__ = ["left_out", "write"]

JOINER = "\u2060"
# What markwhen reads as a tag, an id, a person, a relative date, a percentage, a link, a checkbox or a comment.
_ACTING = re.compile(
    r"(?<!\S)#(?=\S)|[!@](?=\S)|(?<!\w)\.(?=start|end)|(?<!\S)[0-9]{1,3}(?=%)|\](?=\()|^\[(?=[xX ]?\])|^/(?=/)",
    re.ASCII,
)
_LINKED = re.compile(r"https?://[\w./&?=\-#:,]+", re.ASCII)  # the addresses that a markwhen link can contain
_LINK_TEXT = re.compile(r"[^\[\]<>@!]+")


def write(timeline: Timeline, options: Options) -> Iterator[str]:
    """Yield the header, then each event with its description as a list."""
    yield f"title: {json.dumps(subject(timeline))}\ntimezone: UTC\n"
    entries = sorted(placed(timeline), key=itemgetter(1))
    for year, group in groupby(entries, key=lambda found: found[1][0][:4]):
        yield f"\n# {int(year)}\n"
        for entry, found in group:
            yield _event(entry, found)


def _event(entry: Entry, found: Extent) -> str:
    when = "/".join(dict.fromkeys(found))
    return "\n".join([f"\n{when}: {_plain(headline(entry))}", *(f"- {line}" for line in _description(entry)), ""])


def _description(entry: Entry) -> Iterator[str]:
    for text in inert.block(entry.event.summary or "").split("\n"):
        if plain := _plain(text):
            yield f"{JOINER if ':' in plain else ''}{plain}"  # otherwise it might be read as the end of a date range
    yield _plain("; ".join(facts_in_words(entry)))
    for remark in remarks_in_words(entry):
        yield _plain(remark)
    for citation in entry.citations:
        yield f"Source: {_source(citation)}"


def _source(citation: Citation) -> str:
    words, link = inert.line(citation_in_words(citation)), inert.web_link(citation.url)
    if link and _LINKED.fullmatch(link) and _LINK_TEXT.fullmatch(words):
        return f"[{_plain(words)}]({link})"
    return " ".join([_plain(words), *([link.replace("@", "%40")] if link else [])])


def _plain(text: str) -> str:
    """Return the text as one line in which markwhen sees nothing but text."""
    return _ACTING.sub(rf"\g<0>{JOINER}", inert.line(text))
