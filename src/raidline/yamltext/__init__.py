"""YAML as people wrote it: read as typed text with places, written canonically, edited without losing a comment.

`reading` and `advice` turn text into data and mistakes into words, `dumping` turns data into text; `tree`, `patching`,
`layout` and `editing` change a text and leave the rest of it as it was.
"""
