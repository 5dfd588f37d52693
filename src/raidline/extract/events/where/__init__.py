"""Where a happening took place: what a passage is about, which office acts, and the places beside them."""
