"""Logs of requests for public records: what a row asks for is not what happened."""

from __future__ import annotations

from collections.abc import Iterable

from raidline.importing.tables.headings import plain_heading

_ASKING = ("requester", "requestor", "request", "requests", "foia", "foil", "solicitante", "solicitud")
_ANSWERED = (
    *("disposition", "perfected", "track", "exemption", "exemptions", "released", "received", "component", "closed"),
    *("requester", "requestor"),
)
REMARK = "the rows are requests, whose subjects are not what happened; entered as other"


def is_log_of_requests(headings: Iterable[str]) -> bool:
    """Whether a table says in its headings that its rows are requests, and what became of them."""
    words = [set(plain_heading(heading).split()) for heading in headings]
    asking = [at for at, one in enumerate(words) if not one.isdisjoint(_ASKING)]
    return any(not one.isdisjoint(_ANSWERED) and asking != [at] for at, one in enumerate(words)) and bool(asking)
