"""Sheets that other programs write: TimelineJS, and managers of references."""
