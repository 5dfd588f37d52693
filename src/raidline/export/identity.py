"""Names that are unique in the world and never change: not with a title, a date, an id or the clock.

They contain the address of the site that publishes an event, otherwise the name that a project gives its timeline,
otherwise a domain that nobody can own; and the first id of the event, so that a renamed event keeps its entry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from raidline import inert
from raidline.export.addresses import event_folder, place_folder

if TYPE_CHECKING:
    from raidline.export.options import Options
    from raidline.models import Event, Removal
    from raidline.timeline.build import Timeline

DOMAIN = "raidline.invalid"  # a domain that nobody can ever own (RFC 2606), and that never changes


def first_id(event: Event | Removal) -> str:
    """Return the first id of the event."""
    return event.aliases[0] if event.aliases else event.id


def uid(event: Event, options: Options) -> str:
    """Return the id by which a calendar knows the event."""
    return f"{first_id(event)}@{_site(options) or _domain(options)}"


def event_uri(event: Event | Removal, options: Options) -> str:
    """Return the event's name as a URI, for feeds and linked data: its page on a site, or a tag URI (RFC 4151)."""
    if site := _site(options):
        return f"https://{site}/{event_folder(first_id(event))}/"
    return f"{_tag(options)}:event/{quote(first_id(event), safe='', errors='replace')}"


def permalink(event: Event, options: Options) -> str | None:
    """Return the address of the event's page on the site; None if nobody gave the address of a site."""
    base = inert.web_link(options.base_url)
    return f"{base.rstrip('/')}/{event_folder(event.id)}/" if base else None


def timeline_uri(timeline: Timeline, options: Options) -> str:
    """Return the name of the timeline of a place, or of all: its page on a site, or a tag URI."""
    if site := _site(options):
        return f"https://{site}/{place_folder(timeline.place)}/" if timeline.place else f"https://{site}/"
    return f"{_tag(options)}:timeline/{'+'.join(place.code for place in timeline.scope) or 'all'}"


def group_uri(folder: str, options: Options) -> str:
    """Return the name of the events of a public body or a kind: its page on a site, or a tag URI."""
    site = _site(options)
    return f"https://{site}/{folder}/" if site else f"{_tag(options)}:{folder}"


def _site(options: Options) -> str:
    """Return host and path of the site, the same for http and https, so that a site may move to https."""
    _, _, address = (inert.web_link(options.base_url) or "").partition("://")
    host, slash, path = address.partition("/")
    return f"{host.lower()}{slash}{path}".rstrip("/")


def _domain(options: Options) -> str:
    return f"{options.name}.{DOMAIN}" if options.name else DOMAIN


def _tag(options: Options) -> str:
    return f"tag:{_domain(options)},2017"
