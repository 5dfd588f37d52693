"""Whether one article tells of the same happening twice."""
