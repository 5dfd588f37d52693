"""What a whole table decides about its cells: what numbers are, and whether days or months come first."""
