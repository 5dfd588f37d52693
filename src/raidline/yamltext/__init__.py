"""YAML as people write it: read as typed text with positions, written canonically, edited without losing a comment.

`reading` turns text into data, `advice` turns syntax errors into plain words, `dumping` turns data into text; `tree`,
`patching`, `layout` and `editing` change a text and leave the rest of it as it was.
"""
