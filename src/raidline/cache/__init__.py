"""Events and articles as they were read last time, so that a timeline of many thousands opens like a small one.

The truth stays in the YAML: the cache may be removed at any time, and whatever is wrong with it, the files are read
instead. `snapshots` holds what one file says, `database` keeps snapshots in SQLite, `loading` is what commands call.
"""
