"""A static site: a page, a feed and a calendar for each jurisdiction, a page for each event with its evidence.

`contents_of` collects what the site shows, `plan_site` lists its files, `write_site` brings a folder into that state.
All but the last are pure: the same timeline gives the same bytes.
"""

from __future__ import annotations

from raidline.publish.contents import Contents, contents_of
from raidline.publish.folder import Outcome, write_site
from raidline.publish.making import Page, Work
from raidline.publish.naming import named_in_quotes
from raidline.publish.site import plan_site

__all__ = ["Contents", "Outcome", "Page", "Work", "contents_of", "named_in_quotes", "plan_site", "write_site"]
