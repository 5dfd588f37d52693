"""Timelines: events selected, ordered, grouped and compared, and their description in words."""

from raidline.timeline.build import Timeline as Timeline
from raidline.timeline.build import build_timeline as build_timeline
