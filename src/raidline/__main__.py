"""Run as `python -m raidline`."""

from raidline.cli import main

main()
