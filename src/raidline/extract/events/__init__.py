"""Events: what is said to have happened, when, where, by whom, to how many."""
