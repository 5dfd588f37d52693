"""Events and articles as they were read last time, so that a timeline of many thousands opens like a small one.

The YAML files stay the truth: the cache may be removed at any time, and if anything is wrong with it, the files are
read instead. `snapshots` holds the content of one file, `database` keeps snapshots in SQLite, commands call `loading`.
"""
