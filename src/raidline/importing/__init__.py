"""Timelines kept elsewhere become events: spreadsheets, JSON, TimelineJS, calendars.

Nothing is dropped: what has no place in an event stands in its `notes`, and is told in the remarks.
"""

from __future__ import annotations

from raidline.importing.columns import Columns, read_columns
from raidline.importing.events import Imported, make_events
from raidline.importing.readers import read_records

__all__ = ["Columns", "Imported", "make_events", "read_columns", "read_records"]
