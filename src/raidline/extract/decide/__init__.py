"""Decisions by weighing evidence: is this date an event, of what kind, where, and reported before? Weights are data."""
