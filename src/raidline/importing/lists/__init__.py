"""Lists that change: what a new version of a list adds to a timeline and changes in it."""
