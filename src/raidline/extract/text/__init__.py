"""The text of an article: its sentences, their clauses, and what is no prose."""
