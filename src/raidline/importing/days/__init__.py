"""The days of cells: what a table writes for a date, never read as more precise than it is."""
