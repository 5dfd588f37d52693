"""What `raidline show` prints, as a picture."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from raidline import inert
from raidline.terminal.timelines import print_timeline
from raidline.timeline.shown import Shown

if TYPE_CHECKING:
    from raidline.timeline.build import Timeline

# Rich's own frame fetches its font from the web.
_FRAME = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{
  font: {char_height}px/{line_height}px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
}}
.{unique_id}-title {{ font: bold 18px system-ui, sans-serif }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal"><rect width="{terminal_width}" height="{terminal_height}"/></clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def svg(timeline: Timeline, width: int) -> str:
    """Return the timeline as an SVG image of a terminal of `width` columns: the same text for the same data."""
    from rich.console import Console  # noqa: PLC0415 - slow to load

    console = Console(
        file=io.StringIO(),
        width=width,
        record=True,
        force_terminal=True,
        color_system="truecolor",
        no_color=False,
        legacy_windows=False,
        _environ={},
    )
    print_timeline(timeline, console, Shown(ids=True))
    where = f' --place "{inert.line(timeline.place.full_name)}"' if timeline.place else ""
    return console.export_svg(title=f"raidline show{where}", code_format=_FRAME, unique_id="raidline")
