"""The same happening reported by several articles: one event, its sources, and where they differ."""

from raidline.merging.merge import merge_candidates as merge_candidates
