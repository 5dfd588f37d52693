"""Evidence that a dated act is an event, besides its date and its words."""
