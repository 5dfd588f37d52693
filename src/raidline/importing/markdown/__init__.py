"""Markdown: folders of files with front matter, and the tables and lists of a single text."""
