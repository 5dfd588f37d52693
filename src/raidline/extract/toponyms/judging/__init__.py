"""Judging: what the names of an article mean, each by its own words and by all the others."""
