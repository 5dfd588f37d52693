"""Events: what is reported to have happened, when, where, by whom."""
