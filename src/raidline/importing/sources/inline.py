"""Links in Markdown with who published them beside them: "[Shop closed](https://...), Star, Jan. 9, 2031"."""

from __future__ import annotations

import re

from raidline.importing.days.cell import read_date

_INLINE = re.compile(r"\[(?P<label>[^\[\]]{1,500})\]\((?P<url>https?://(?:[^\s()]|\([^\s()]{0,100}\)){1,2000})\)")
_ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)
_SAID = re.compile(r"[^\W\d_]{2,}")
_LONGEST = 2_500  # characters of a line with one link


def as_citations(text: str) -> str:
    """Return a text in which each line is a citation, if it has one link whose words are the title of a report."""
    return "\n".join(map(as_citation, text.split("\n"))) if "](" in text else text


def as_citation(line: str) -> str:
    """Return a line with one link and words behind it as a citation: the words of the link in quotes, then its address.

    The words of a link are its title if those behind it name who published it; any other line is unchanged.
    """
    found = [*_INLINE.finditer(line)] if len(line) <= _LONGEST else []
    if len(found) != 1 or '"' in line:
        return line
    before, behind = line[: found[0].start()].strip(" ,:;–—-(["), line[found[0].end() :].strip(" ,.;–—-()[]")
    if not _SAID.search(behind) or _ADDRESS.search(before + behind) or read_date(behind):
        return line
    return f"{', '.join(filter(None, [before, _quoted(found[0]['label']), behind]))} {found[0]['url']}"


def _quoted(label: str) -> str:
    return '"' + label.strip(" ,.") + '"'
