"""The forms in which events travel between programs: `export` writes them, and `importing` reads them back."""
