"""The page of corrections, and the pages that say that an event is gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from raidline.export.addresses import event_folder, link
from raidline.publish.files.feeds import CORRECTIONS, group_feeds
from raidline.publish.pages.frame import INDEX, crumbs, to_event

if TYPE_CHECKING:
    from raidline.dates.value import Edtf
    from raidline.models import Removal
    from raidline.publish.contents import Contents
    from raidline.publish.pages.frame import Frame


@dataclass(frozen=True, slots=True)
class Told:
    """What readers were told on a day, and the event or the removed event that it is about."""

    day: Edtf
    text: str
    href: str
    title: str
    gone: bool = False


def corrections_page(page: str, frame: Frame) -> bytes:
    """Return the page of everything that the record had wrong, and of what was taken out of it, the newest first."""
    return frame.page(
        "site_corrections.html.j2",
        page,
        crumbs=crumbs(page, None),
        told=corrections(page, frame.contents),
        feeds=group_feeds(page, CORRECTIONS),
        updated=frame.updated(frame.contents.timeline.entries),
    )


def corrections(page: str, contents: Contents) -> list[Told]:
    """Return everything that the record had wrong or that was taken out of it, the newest first."""
    return sorted(_told(page, contents), key=lambda one: (one.day, one.href), reverse=True)


def gone_page(page: str, removal: Removal, frame: Frame) -> bytes:
    """Return the page of an event that was taken out of the record, without what it said."""
    return frame.page("site_gone.html.j2", page, removal=removal, crumbs=crumbs(page, None))


def _told(page: str, contents: Contents) -> Iterator[Told]:
    for entry in contents.entries.values():
        for one in entry.event.corrections:
            yield Told(one.day, one.text, to_event(page, entry), entry.event.title)
    for removal in contents.timeline.removals:
        address = link(f"{event_folder(removal.id)}/{INDEX}", page)
        yield Told(removal.day, removal.text, address, removal.id, gone=True)
