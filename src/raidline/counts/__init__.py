"""How many, as uncertain as its source: the value, and what can be written."""

from raidline.counts.value import Count as Count
