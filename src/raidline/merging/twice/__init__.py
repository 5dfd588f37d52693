"""Whether an event was entered twice in a timeline: by days, places and the words of titles."""
