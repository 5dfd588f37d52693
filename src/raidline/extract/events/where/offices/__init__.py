"""Offices: who acts in a passage, and for which jurisdiction."""
