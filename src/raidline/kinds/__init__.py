"""The kinds of events, one row each."""
