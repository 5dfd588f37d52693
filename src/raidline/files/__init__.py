"""Files and folders: read as UTF-8 text, written atomically, locked, walked, and compared with git."""
