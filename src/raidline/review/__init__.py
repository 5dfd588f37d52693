"""Candidates on their way into a timeline, one decision at a time."""
