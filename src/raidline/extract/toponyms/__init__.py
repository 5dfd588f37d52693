"""Toponyms: names of places in running text, and which place each means."""
