"""The numbers of a text that can support a count."""
