"""The clock for what is written: nothing below the command line knows the time."""

from __future__ import annotations

from datetime import UTC, datetime

from raidline.dates.value import Edtf


def moment() -> datetime:
    """Return this moment, in UTC."""
    return datetime.now(UTC)


def now() -> Edtf:
    """Return this second, in UTC: 2026-11-28T20:15:30Z."""
    return Edtf.parse(moment().strftime("%Y-%m-%dT%H:%M:%SZ"))
