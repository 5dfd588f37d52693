"""What the words of cells mean: those in Spanish, and those for public bodies."""
