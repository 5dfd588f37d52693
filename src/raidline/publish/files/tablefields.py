"""What the columns of tables hold, for programs: type and meaning (Table Schema)."""

from __future__ import annotations

from raidline.interchange.jsontext import Json

_YES_NO = {"trueValues": ["yes"], "falseValues": ["no"]}
_TOLD: dict[str, tuple[str, str]] = {
    "id": ("string", "permanent name of the event"),
    "event": ("string", "id of the event"),
    "title": ("string", "what happened, or the headline of the source"),
    "date_edtf": ("string", "when, as precisely as it is known (EDTF)"),
    "date_text": ("string", "the same in words"),
    "earliest": ("date", "first day that the date can mean"),
    "latest": ("date", "last day that the date can mean"),
    "precision": ("string", "smallest calendar unit that is certain to contain the date"),
    "approximate": ("boolean", "whether sources make the date approximate"),
    "uncertain": ("boolean", "whether sources make the date uncertain"),
    "kind": ("string", "what sort of act it is"),
    "status": ("string", "whether it took place"),
    "as_of": ("string", "day of the newest source (EDTF)"),
    "places": ("string", "where, joined by semicolons"),
    "place_codes": ("string", "FIPS codes of the places behind US-, or ISO 3166 codes of countries"),
    "share": ("number", "how much of the event lies in the place of the table"),
    "agencies": ("string", "public bodies that act, joined by semicolons"),
    "counts": ("string", "numbers of people as the sources give them"),
    "summary": ("string", "what happened, in more words"),
    "publishers": ("string", "who reports it, joined by semicolons"),
    "conflicts": ("string", "what sources say otherwise"),
    "source_urls": ("string", "addresses of the sources, joined by spaces"),
    "aliases": ("string", "former ids, joined by semicolons"),
    "related": ("string", "ids of events that belong with it, joined by semicolons"),
    "updated": ("string", "when the record was changed (EDTF)"),
    "corrections": ("array", "what was corrected, and when"),
    "permalink": ("string", "page of the event"),
    "publisher": ("string", "who published the source"),
    "published": ("string", "when the source was published (EDTF)"),
    "url": ("string", "address of the source"),
    "archived": ("string", "address of an archived copy"),
    "article": ("string", "id of the stored article"),
    "quote": ("string", "what the source says, word for word"),
    "page": ("integer", "page of the document"),
    "says": ("object", "values that this source gives otherwise"),
    "background": ("boolean", "whether the source only gives background"),
}


def field(name: str) -> Json:
    """Return the description of a column; KeyError for one that no table has."""
    kind, meaning = _TOLD[name]
    return {"name": name, "type": kind, "description": meaning} | (_YES_NO if kind == "boolean" else {})
