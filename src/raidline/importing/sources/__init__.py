"""The sources of an event: links in cells, what is said of each, and the source of a whole data set."""
