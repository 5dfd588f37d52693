"""The rules, by subject: each function finds one sort of mistake, and its docstring is its documentation."""
