"""Extraction over any number of articles: in one process, in several or on a cluster; it can be resumed."""
