"""Public bodies: which of them act in a happening."""
