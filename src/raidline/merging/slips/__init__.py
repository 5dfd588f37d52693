"""Dates of reports that may be off by a day or two: what tells so, and when two such reports tell one act."""
