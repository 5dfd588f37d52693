"""Render templates as web pages and feeds.

Everything that a template prints is made inert and escaped; markup comes from the templates alone.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from raidline import inert
from raidline.counts.wording import count_and_name
from raidline.dates.value import Edtf
from raidline.dates.words import in_words
from raidline.export.html.spans import span_of
from raidline.timeline import wording

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"
_LONG = 200  # events; on a page with more, the browser lays out what is out of sight later
STYLE, SCRIPT = "style.css", "page.js"  # also their names beside the pages of a site


@cache
def environment(*folders: Path) -> Environment:
    """Return the environment of the templates in this package and in further `folders`."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - not for what is made already

    env = Environment(
        loader=FileSystemLoader([*folders, TEMPLATES]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_inert,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters |= {
        "words": in_words,
        "unit": unit_of,
        "days": days_of,
        "span": span_of,
        "link": inert.web_link,
        "isolated": isolated,
        "enclosed": enclosed,
        "status": wording.status_in_words,
        "places": wording.places_in_words,
        "sources": wording.sources_in_words,
        "stated": wording.stated_in_words,
        "correction": wording.correction_in_words,
        "counted": count_and_name,
    }
    ticks = "".join(f"M{month * 10} 4v2" for month in range(1, 12))
    env.globals |= {"STYLE": STYLE, "SCRIPT": SCRIPT, "MONTH_TICKS": ticks, "LONG": _LONG}
    return env


def isolated(text: str) -> Markup | str:
    """Return a text as HTML whose direction says nothing of what stands beside it; ASCII has no other direction."""
    return text if text.isascii() else Markup("<bdi>{}</bdi>").format(inert.block(text))


def enclosed(html: str) -> Markup:
    """Return HTML as the text of an XML element, in which few characters need to be escaped."""
    plain = f"{html!s}"  # Markup would escape what takes the place of a character
    return Markup(plain.replace("&", "&amp;").replace("<", "&lt;").replace("]]>", "]]&gt;"))  # noqa: S704 - as above


def unit_of(when: Edtf) -> str | None:
    """Return the smallest calendar day, month or year that contains all of `when`, as HTML's `datetime` takes it.

    None if no single year contains it.
    """
    first, last = when.earliest, when.latest
    if first is None or last is None or first.year != last.year:
        return None
    length = 10 if first == last else 7 if first.month == last.month else 4
    return first.isoformat()[:length]


def days_of(when: Edtf) -> str:
    """Return the first and the last day of a date for filters, such as "2017-02-01/2017-02-28"; one if they are equal.

    An unknown one is empty.
    """
    first, last = str(when.earliest or ""), str(when.latest or "")
    return first if first == last else f"{first}/{last}"


def _inert(value: object) -> object:
    if type(value) is str:  # most of what is printed, asked first because a page prints thousands
        return inert.block(value)
    return inert.block(value) if isinstance(value, str) and not isinstance(value, Markup) else value
