"""The days of cells: dates as tables write them, never read as more precise than they are."""
