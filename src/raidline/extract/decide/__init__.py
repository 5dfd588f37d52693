"""Decisions by weighed evidence: is this date an event, of which kind, where, and told before? Weights are data."""
