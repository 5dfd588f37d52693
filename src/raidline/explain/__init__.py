"""Why an event is in the timeline, and the passages that report it."""
