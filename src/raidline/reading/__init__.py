"""Articles from files: one module for each form they come in; `files` ties them together."""
