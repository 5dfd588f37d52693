"""The text of an article: its sentences, their clauses, and what is not prose."""
