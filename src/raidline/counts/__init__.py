"""How many, as uncertain as the source says: the value, and the words people can write."""

from raidline.counts.value import Count as Count
