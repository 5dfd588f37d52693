"""What the words around a number say: what it counts, what was done to those counted, and whether it is an outcome."""
