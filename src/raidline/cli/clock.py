"""The clock for what is written: nothing below the command line knows the time."""

from __future__ import annotations

from datetime import UTC, datetime

from raidline.dates.value import Edtf


def now() -> Edtf:
    """Return this second, in UTC: 2026-11-28T20:15:30Z."""
    return Edtf.parse(datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
