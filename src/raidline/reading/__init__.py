"""Articles from files: one module a form they are kept in, all of them tied together by `files`."""
