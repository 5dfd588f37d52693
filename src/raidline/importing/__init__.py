"""Timelines kept elsewhere become events: spreadsheets, JSON, TimelineJS, calendars.

Nothing is dropped: what has no field in an event goes into its `notes`, and the remarks say so.
"""

from __future__ import annotations

from raidline.importing.columns import Columns, read_columns
from raidline.importing.events import Imported, make_events
from raidline.importing.readers import read_records
from raidline.importing.records import Layout

__all__ = ["Columns", "Imported", "Layout", "make_events", "read_columns", "read_records"]
