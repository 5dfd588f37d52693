"""The kinds of events, a row each."""
