"""The sources of an event, from the cells of its record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from raidline import inert
from raidline.dates.value import Edtf, EdtfError
from raidline.importing.days.cell import read_date
from raidline.importing.rows import Cells, Row, split
from raidline.importing.sources.citation import cited_in
from raidline.importing.sources.copies import paired, with_copies_of
from raidline.importing.sources.inline import as_citations
from raidline.importing.sources.labels import said_beside, whose
from raidline.importing.sources.links import Link, has_link, links_in
from raidline.importing.sources.lookedup import in_quotes
from raidline.importing.sources.markup import anchors, has_markup, without_markup
from raidline.importing.sources.misplaced import article_to_link, publishers_to_links, take_copies_for_links
from raidline.models import Source
from raidline.privacy.credentials import parted


def take_links(row: Row) -> None:
    """Make sources of the links in the title and the summary, and leave their words there without HTML.

    In a row that names no source, other addresses in the summary are its sources too. So are those in the columns of
    publishers, unless they lead to a publisher's whole site.
    """
    publishers_to_links(row)
    found: list[tuple[str, str]] = []
    for name in ("title", "summary"):
        heading, cell = row.cells.get(name, ("", ""))
        if has_markup(cell):
            found += anchors(cell)
            row.cells[name] = heading, without_markup(cell)
    named = any("url" in cells for cells in row.sources.values()) or {"article", "sources"} & row.cells.keys()
    summary = row.cells.get("summary", ("", ""))[1]
    if not found and not named and not row.dataset_of("url") and has_link(summary):
        found = [(link.url, whose(link.label, _site(link.url))) for link in links_in(summary)[0] if not link.bare]
        row.say("names no source; the addresses in its summary are taken for its sources")
    if found:
        row.sources["text"] = {"url": ("links in the text", "\n".join(f"{label} {url}" for url, label in found))}


def sources_of(row: Row, data: Mapping[str, Any], fallback: str) -> list[dict[str, str]]:
    """Return a source for each link; if there is none, the data set's own source, otherwise the imported file.

    Cells of one number ("Link 2", "Publisher 2") belong together; those without a number are about all links, unless
    they have one of their own. A link without a publisher gets its site as the publisher; one without a day of
    publication gets any day from the event on.
    """
    article_to_link(row)
    quoted = {"quote": quote} if (quote := inert.line(row.sources.get("", {}).get("quote", ("", ""))[1])) else {}
    if (article := row.cells.get("article", ("", ""))[1]) and not any(c.isspace() for c in article):
        row.cells.pop("article")
        row.sources.get("", {}).pop("quote", None)
        return [{"article": article, **quoted}]
    if not any(has_link(cells.get("url", ("", ""))[1]) for cells in row.sources.values()):
        take_copies_for_links(row)
    shared = {} if "url" in row.sources.get("", {}) else dict(row.sources.get("", {}))
    found: dict[str, dict[str, str]] = {}
    for number in sorted(row.sources, key=lambda number: (len(number), number)):
        cells = row.sources[number]
        heading, cell = cells.get("url", ("", ""))
        links, rest = links_in(as_citations(cell))
        if not links:
            continue
        del cells["url"]
        if rest:
            row.notes.append(f"{heading}: {rest}")
        for source in _cited(row, links, {**shared, **cells}, data):
            found.setdefault(source["url"], source)
        used = [cells, *([row.sources.get("", {})] if shared else [])]
        for one in used:
            one.clear()
    if not found and (dataset := _dataset(row, data)):
        return [dataset]
    if not found:
        row.say(f"no source is named; {fallback!r} is used instead")
        row.sources.get("", {}).pop("quote", None)
        return [{"article": fallback, **quoted}]
    return with_copies_of(list(found.values()))


def completed(row: Row, data: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the sources that the record states as such, completed in the same way as a link."""
    return [_completed(row, data, source) for source in data.get("sources", [])]


def _cited(row: Row, links: Sequence[Link], cells: Cells, data: Mapping[str, Any]) -> list[dict[str, str]]:
    """Return the sources of one group of cells."""
    told = {name: cells[name][1] for name in ("publisher", "source_title", "quote") if name in cells}
    publishers = _each(row, cells, "publisher", _names_of(told.get("publisher", ""), len(links)), len(links))
    titles = _each(row, cells, "source_title", _whole_or_each(told.get("source_title", ""), len(links)), len(links))
    days = _days(row, cells, len(links))
    copies = _copies(row, cells, links)
    found = []
    for n, link in enumerate(links):
        url = _clean(row, link)
        said = said_beside(link.label, _site(url), row.orders["published"])
        if titles[n] and (cited := _split(titles[n], publishers[n], row, _site(url))):
            said, titles[n] = {**said, **cited}, cited["title"]
            row.notes.append(f"{cells['source_title'][0]}: {told['source_title']}")
        publisher = publishers[n] or said.get("publisher", "")
        if page := said.get("page", ""):
            row.notes.append(f"page in {publisher or _site(url)}: {page}")
        title = titles[n] or said.get("title", "")
        if said.get("publisher") and publishers[n] and said["publisher"] != publishers[n]:
            title = title or said["publisher"]
        source = {
            "url": url,
            "publisher": publisher or _default(row, "publisher") or _site(url),
            "published": days[n] or said.get("published") or _default(row, "published") or _published(row, data),
            "title": inert.line(title),
            "quote": inert.line(told.get("quote", "")),
            "archived": link.archived or copies[n],
        }
        found.append(_in_order({name: text for name, text in source.items() if text}))
    return found


def _split(title: str, publisher: str, row: Row, site: str) -> dict[str, str]:
    """Return what a title says that is a whole citation; empty for any other, and if a column names the publisher."""
    found = cited_in(title, site, row.orders["published"])
    if "title" not in found or ("publisher" in found and publisher and publisher != found["publisher"]):
        return {}
    return found if found.get("publisher") else {}


def _copies(row: Row, cells: Cells, links: Sequence[Link]) -> list[str]:
    """Return the archived copy of each link; what belongs to none of them for sure goes into the notes."""
    heading, cell = cells.get("archived", ("", ""))
    copies, rest = links_in(cell)
    found, left = paired(links, copies)
    if left or rest or any(copy.label for copy in copies):
        row.notes.append(f"{heading}: {cell}")
    if left:
        row.say(f"which link each copy in {heading!r} is one of is unknown; kept in notes")
    return found


def _each(row: Row, cells: Cells, name: str, texts: list[str], number: int) -> list[str]:
    """Return a text for each link: one for all, or one each; others go into the notes."""
    if len(texts) == number:
        return texts
    if len(texts) > 1:
        row.notes.append(f"{cells[name][0]}: {'; '.join(texts)}")
    return texts * number if len(texts) == 1 else [""] * number


def _whole_or_each(text: str, number: int) -> list[str]:
    """Return the titles of links, or the only one, which may contain semicolons; each line is a title of its own."""
    if (listed := in_quotes(text)) and len(listed) == number and (number == 1 or len(split(text)) != number):
        return listed
    lines, bars = ([part for piece in text.split(mark) if (part := inert.line(piece))] for mark in ("\n", "|"))
    if number in (len(lines), len(bars)):
        return lines if len(lines) == number else bars
    parts = split(text)
    are_several = len(parts) == number or (number > 1 and ("\n" in text or "|" in text))
    return parts if are_several else [text] if text else []


def _names_of(text: str, number: int) -> list[str]:
    """Return the publishers in a cell; those between commas only if there is one for each of several links."""
    listed = in_quotes(text)
    return listed if len(listed) == number else split(text)


def _days(row: Row, cells: Cells, number: int) -> Sequence[str]:
    heading, cell = cells.get("published", ("", ""))
    if not cell:
        return [""] * number
    parts = [read_date(part, row.orders["published"]) for part in split(cell)]
    found = parts if len(parts) == number else [read_date(cell, row.orders["published"])]
    if all(found) and len(found) in (1, number):
        return [when.text for when in found if when] * (number if len(found) == 1 else 1)
    row.keep("published", heading, cell, "cannot be read")
    return [""] * number


def _clean(row: Row, link: Link) -> str:
    """Return the address of a link, without secrets if nobody has looked for them because it was bare."""
    if not link.bare:
        return link.url
    row.say("an address without http or https; https:// is put before it")
    return parted(link.url)[0]


def _default(row: Row, name: str) -> str:
    """Return a detail that a mapping gives for sources, unless it is one of the source of all rows."""
    return "" if row.dataset_of("url") else row.dataset_of(name)


def _dataset(row: Row, data: Mapping[str, Any]) -> dict[str, str]:
    """Return the source that a mapping gives for each row; empty if it gives none."""
    url = row.dataset_of("url")
    if not url:
        return {}
    published = row.dataset_of("published")
    source = {
        "url": url,
        "publisher": row.dataset_of("publisher") or _site(url),
        "published": published or _until(data, row.dataset_of("retrieved")) or _published(row, data),
        "title": row.dataset_of("source_title"),
        "archived": row.dataset_of("archived"),
    }
    return _in_order({name: text for name, text in source.items() if text})


def _until(data: Mapping[str, Any], retrieved: str) -> str:
    """Return the days from an event to that on which its source was retrieved; "" if they are not known or reversed."""
    seen, event = read_date(retrieved) if retrieved else None, Edtf.parse(data.get("date", "../9999"))
    if not seen or not seen.latest:
        return ""
    if not event.earliest:
        return f"[..{seen.latest}]"
    return f"[{event.earliest}..{seen.latest}]" if event.earliest < seen.latest else ""


def _completed(row: Row, data: Mapping[str, Any], source: Mapping[str, Any]) -> dict[str, Any]:
    told = dict(source)
    if published := told.pop("published", None):
        if _is_edtf(published):
            told["published"] = published
        elif when := read_date(published, row.orders["published"]):
            told["published"] = when.text
        else:
            row.keep("published", "published", published, "cannot be read")
    if "article" not in told:
        told.setdefault("publisher", _site(told["url"]))
        if published := told.get("published") or _own_day(row) or _published(row, data):
            told["published"] = published
    return _in_order(told)


def _own_day(row: Row) -> str:
    """Return the day in the row's column of days of publication, for sources that have none."""
    cells = row.sources.get("", {})
    return _days(row, {"published": cells.pop("published")}, 1)[0] if "published" in cells else ""


def _is_edtf(text: str) -> bool:
    try:
        Edtf.parse(text)
    except EdtfError:
        return False
    return True


def _site(link: str) -> str:
    try:
        return (urlsplit(link).hostname or "").removeprefix("www.") or link
    except ValueError:  # such as brackets that do not form an address
        return link


def _published(row: Row, data: Mapping[str, Any]) -> str:
    """Return the days from an event on; for one without a known beginning those until today, "" if it has no date."""
    event = Edtf.parse(data["date"]) if "date" in data else None
    if event and event.earliest:
        row.say("the source has no day of publication; assumed to be the day of the event or later")
        return f"[{event.earliest}..]"
    if event and row.today:
        row.say("the source has no day of publication, nor the event a first one; assumed to be any day until today")
        return f"[..{row.today}]"
    row.say("the source has no day of publication, and the event no date from which to assume one")
    return ""


def _in_order(source: dict[str, Any]) -> dict[str, Any]:
    return {name: source[name] for name in Source.model_fields if name in source}
