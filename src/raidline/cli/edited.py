"""A candidate in the reviewer's editor, and what `check` says of the result before it is accepted."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from raidline.check import run_checks
from raidline.cli.editor import edit
from raidline.cli.keys import ask_key
from raidline.cli.output import talk
from raidline.review.desk import proposal
from raidline.store.load import Loaded, load_events
from raidline.terminal import print_problems
from raidline.yamltext.dumping import dump

if TYPE_CHECKING:
    from raidline.article import Article
    from raidline.models import Event
    from raidline.review.desk import Desk

TITLE_ASKED = "machine-title"  # the rule that accepting answers anyway
_EDIT = """\
# Change what you like, save, and close the editor; close it without saving to go back.
# Give it a title of your own, and no more precision than the source has. Comment lines like these are dropped.
"""


def in_editor(desk: Desk, candidate: Event, articles: Mapping[str, Article]) -> Event | None:
    """Return the candidate as the reviewer edited it; None for a change of mind. RaidlineError without an editor."""
    proposed = proposal(desk, candidate)
    with tempfile.TemporaryDirectory(prefix="raidline-") as folder:
        file = Path(folder) / f"event-{candidate.id}.yaml"  # Windows has no con.yaml
        data = proposed.model_dump(mode="json", exclude_defaults=True, exclude_none=True)
        file.write_text(_EDIT + dump({"events": [data]}), encoding="utf-8", newline="")
        before = file.read_bytes()
        while True:
            edit(file)
            if file.read_bytes() == before:
                talk("nothing was changed")
                return None
            event, blocked = _read(file, desk, articles)
            if event and not blocked:
                return event
            ways = "edit again, accept anyway, or go back [e a b]" if event else "edit again, or go back [e b]"
            answer = ask_key(ways)
            if event and answer == "a":
                return event
            if answer != "e":
                return None


def _read(file: Path, desk: Desk, articles: Mapping[str, Article]) -> tuple[Event | None, bool]:
    """Return the event in a file, and whether it has problems, which are printed."""
    loaded = load_events([file])
    found = list(loaded.problems)
    event = loaded.events[0] if len(loaded.events) == 1 and not found else None
    if event:
        together = Loaded((*desk.records, *loaded.records), ())
        found = [one for one in run_checks(together, articles) if one.path == str(file) and one.rule != TITLE_ASKED]
    elif not found:
        talk(f"keep one event; there are {len(loaded.events)}")
    print_problems([replace(problem, path=file.name) for problem in found], sys.stderr)
    return event, bool(found)
