"""Dates that tell of no act of the report: days given up, the years of laws, steps of lives, limits, suppositions."""
