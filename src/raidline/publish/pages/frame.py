"""What all pages of a site share: head and foot, the links between them, and events as cards and lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from raidline.cache.templates import compiled
from raidline.dates.words import day_in_words
from raidline.export.addresses import event_folder, link, place_folder
from raidline.export.html.assets import linked
from raidline.export.html.facets import agency_keys, place_keys
from raidline.export.html.rendering import environment
from raidline.export.html.sections import Card
from raidline.export.html.standfirst import standfirst
from raidline.places.gazetteer import POINTS_FROM
from raidline.publish.contents import program
from raidline.publish.sparkline import number_of, sparkline
from raidline.timeline.density import month_in

if TYPE_CHECKING:
    from datetime import datetime

    from jinja2 import Environment

    from raidline.places.jurisdiction import Jurisdiction
    from raidline.publish.areas import Area
    from raidline.publish.contents import Contents
    from raidline.publish.sparkline import Scale, Sparkline
    from raidline.timeline.build import Entry
    from raidline.timeline.shown import Shown

TEMPLATES = Path(__file__).parents[1] / "templates"
INDEX, MISSING = "index.html", "404.html"
PAGES = {name: f"{name}/{INDEX}" for name in ("places", "follow", "data", "about", "corrections")}
Link = tuple[str, str]  # address and words
# In the text of an event, made once for all pages, it stands for the way to the first page. No text that people see
# contains it.
_ROOT = "\ufdd0"


class Frame:
    """The site around its pages, in the language of its dates; the HTML of an event is made once for all pages."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self._cards: dict[tuple[int, tuple[str, ...]], str] = {}
        self._lines: dict[int, str] = {}
        self._newest: dict[tuple[int, ...], datetime | None] = {}
        self._standfirsts: dict[tuple[int, ...], str] = {}
        self._sparks: dict[tuple[str, Scale], Sparkline] = {}

    @cached_property
    def _templates(self) -> Environment:
        return _environment()

    @cached_property
    def _months(self) -> list[int | None]:
        """Return the number of each event's month: to look into events once is faster than once for each place."""
        months = (month_in(entry.event.date.text) for entry in self.contents.timeline.entries)
        return [month and number_of(month) for month in months]

    @cached_property
    def _card(self) -> Callable[[Card, Shown], str]:
        return self._macro("site_card.html.j2", "card_of")

    @cached_property
    def _line(self) -> Callable[[Card, Shown], str]:
        return self._macro("site_line.html.j2", "line")

    def _macro(self, template: str, name: str) -> Callable[[Card, Shown], str]:
        macro: Callable[[Card, Shown], str] = getattr(self._templates.get_template(template).module, name)
        return macro

    def page(self, template: str, page: str, **context: object) -> bytes:
        """Return a page made from a template."""
        root = root_of(page)
        base = self.contents.base_url
        common: dict[str, object] = {
            "assets": linked(root),
            "root": root,
            "base_url": base,
            "site": self.contents.site,
            "language": self.contents.site.language,
            "points_from": POINTS_FROM,
            "canonical": base + page.removesuffix(INDEX) if base else None,
            "to": lambda target: link(target, page),
            "pages": PAGES,
            "current": page,
            "description": self.contents.site.description,
            "updated": None,
            "feeds": [],
        }
        return self._templates.get_template(template).render(common | context).encode()

    def card(self, card: Card, root: str) -> Markup:
        """Return an event with its first quote."""
        key = (id(card.entry), card.aliases)
        if key not in self._cards:
            self._cards[key] = str(self._card(card, self.contents.shown))
        return Markup(self._cards[key].replace(_ROOT, root))  # noqa: S704 - a template made it

    def line(self, entry: Entry, root: str) -> Markup:
        """Return an event in two lines: its title, then what, when and where."""
        if id(entry) not in self._lines:
            self._lines[id(entry)] = str(self._line(self.card_of(entry), self.contents.shown))
        return Markup(self._lines[id(entry)].replace(_ROOT, root))  # noqa: S704 - as above

    def card_of(self, entry: Entry) -> Card:
        """Return an event with the links that `card` and `line` complete."""
        related = tuple((_from_root(other), other.event.title) for other in self.contents.related(entry))
        return Card(entry, entry.event.id, _from_root(entry), place_keys(entry), related, agencies=agency_keys(entry))

    def monthly(self, numbers: Iterable[int]) -> Mapping[int, int]:
        """Return how many events are in each month that has any, in order; both are numbered, events as in the site."""
        counted = Counter(map(self._months.__getitem__, numbers))
        return {month: counted[month] for month in sorted(filter(None, counted))}

    def spark(self, area: Area, scale: Scale) -> Sparkline:
        """Return the bars of a jurisdiction over the months of `scale`, made once for all pages that list it."""
        key = area.place.code, scale
        if key not in self._sparks:
            self._sparks[key] = sparkline(self.monthly(area.numbers), scale)
        return self._sparks[key]

    def standfirst(self, entries: Sequence[Entry]) -> str:
        """Return the sentences below a title, made once for the same events."""
        key = tuple(map(id, entries))
        if key not in self._standfirsts:
            self._standfirsts[key] = standfirst(entries)
        return self._standfirsts[key]

    def updated(self, entries: Sequence[Entry]) -> tuple[str, str] | None:
        """Return the newest day that the records of these events name, as a number and in words; None without any."""
        key = tuple(map(id, entries))
        if key not in self._newest:
            moments = [self.contents.moments[entry.event.id] for entry in entries]
            self._newest[key] = max((moment for moment in moments if moment), default=None)
        newest = self._newest[key]
        return (newest.date().isoformat(), day_in_words(newest.date())) if newest else None


@cache
def _environment() -> Environment:
    return environment(TEMPLATES).overlay(bytecode_cache=compiled(program()))


def _from_root(entry: Entry) -> str:
    return f"{_ROOT}{event_folder(entry.event.id)}/{INDEX}"


def root_of(page: str) -> str:
    """Return the way from a page to the folder of the first page: "../../"."""
    return "../" * page.count("/")


def crumb(page: str, place: Jurisdiction) -> Link:
    """Return the link to the page of a place."""
    return f"{root_of(page)}{place_folder(place)}/{INDEX}", place.name


def crumbs(page: str, area: Area | None) -> list[list[Link]]:
    """Return what contains a jurisdiction, the widest first; several links on one level if several contain it."""
    levels: dict[str, list[Link]] = {"nation": [], "state": [], "country": [], "county": [], "place": []}
    for outer, _ in area.wider if area else ():
        levels[outer.kind].append(crumb(page, outer))
    return [[(root_of(page) + PAGES["places"], "All places")], *filter(None, levels.values())]


def to_event(page: str, entry: Entry) -> str:
    """Return the link to the page of an event."""
    return f"{root_of(page)}{event_folder(entry.event.id)}/{INDEX}"


def first_words(text: str, most: int = 300) -> str:
    """Return a text of at most `most` characters for the head of a page, cut between words."""
    plain = " ".join(text.split())
    return plain if len(plain) <= most else plain[:most].rpartition(" ")[0] + " …"


Feeds = Sequence[tuple[str, str, str]]  # address, media type and label
