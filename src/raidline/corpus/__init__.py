"""Extraction over any number of articles: on one process, on several, on a cluster; interrupted and gone on with."""
