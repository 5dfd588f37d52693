"""Places in fixed phrases: datelines, lists of counties, pairs of towns, the states of legislators."""
