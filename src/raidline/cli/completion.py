"""Shell completion for a partly typed option: places, kinds, statuses, formats.

`raidline --install-completion` makes bash, zsh, fish and PowerShell call this whenever somebody presses the tab key.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from heapq import nsmallest
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from raidline.cli.locations import articles_of, own_timeline
from raidline.errors import Problem, RaidlineError
from raidline.places import gazetteer
from raidline.places.lookup import lookup
from raidline.places.names import normalise
from raidline.places.reading import by_code
from raidline.places.typed import region_names
from raidline.store.eventfiles import event_files, shipped_events

if TYPE_CHECKING:
    from raidline.timeline.build import Entry, Timeline

MOST = 50  # a longer list does not help anyone to choose
_LOOKED_AT = 4 * MOST
_PLACES = re.compile(r"^ *(?:- )?places:(?: *(\[[^\]]*\]|[^\s\[#].*)$|((?:\n *- .*)+))", re.MULTILINE)
_IN_BRACKETS = re.compile(r""""([^"\n]*)"|'([^'\n]*)'|([^\s,\[\]"'][^,\[\]"'\n]*)""")
_ITEM = re.compile(r"""^ *(?:- )?(["']?)(.*)\1 *$""", re.MULTILINE)


class _Offered(str):
    """A completion that is offered even if it begins differently from what was typed: quoted, in different case."""

    __slots__ = ()

    def startswith(self, *typed: object) -> bool:
        """Return True: typer asks before it offers, but the caller has matched already."""
        return True


def among(words: Iterable[str], incomplete: str) -> list[str]:
    """Return the words that begin with the typed text, in any case."""
    return [_Offered(word) for word in words if _begins(word, incomplete)]


def places(context: typer.Context, incomplete: str) -> list[str]:
    """Return names of places that begin with the text: those of the events, then regions, then the largest ones."""
    try:
        used = _used(context.params.get("data"), incomplete)
    except (RaidlineError, OSError):  # the command itself reports it
        used = []
    regions = [name for name in region_names() if _begins(name, incomplete)] if incomplete else []
    found = dict.fromkeys([*used, *regions, *_known(incomplete)])
    return [_Offered(_quoted(name)) for name in islice(found, MOST)]


def agencies(context: typer.Context, incomplete: str) -> list[str]:
    """Return the agencies of the events that begin with the text, the commonest first."""
    return _told(context, incomplete, lambda entry: entry.event.agencies)


def publishers(context: typer.Context, incomplete: str) -> list[str]:
    """Return those who report the events and begin with the text, the commonest first."""
    return _told(context, incomplete, lambda entry: entry.publishers)


def ids(context: typer.Context, incomplete: str) -> list[str]:
    """Return the ids that begin with the text, of the events in the file named before it, or else of the timeline."""
    match context.params.get("words"):
        case [file, *_] if Path(file).is_file():
            data: Path | None = Path(file)
        case _:
            data = None
    from raidline.cache.loading import load_selected  # noqa: PLC0415 - places are completed without

    try:
        events = load_selected([data or own_timeline() or shipped_events()], None).events
    except (RaidlineError, OSError):  # the command itself reports it
        return []
    return [_Offered(event.id) for event in events if _begins(event.id, incomplete)]


def _told(context: typer.Context, incomplete: str, names_of: Callable[[Entry], Iterable[str]]) -> list[str]:
    try:
        timeline = _timeline(context.params.get("data"), context.params.get("articles"))
    except (RaidlineError, OSError):  # the command itself reports it
        return []
    counted = Counter(name for entry in timeline.entries for name in names_of(entry))
    found = (name for name, _ in counted.most_common() if _begins(name, incomplete))
    return [_Offered(_quoted(name)) for name in islice(found, MOST)]


def _timeline(data: Path | None, articles: Path | None) -> Timeline:
    from raidline.article import by_id  # noqa: PLC0415 - places are completed without
    from raidline.cache.loading import load_headers, load_selected  # noqa: PLC0415 - as above
    from raidline.timeline.build import build_timeline  # noqa: PLC0415 - as above

    events = data or own_timeline() or shipped_events()
    stored, _ = load_headers(articles_of(articles, [events]))
    return build_timeline(load_selected([events], None).events, by_id(stored))


def _used(data: Path | None, incomplete: str) -> list[str]:
    """Return the places of the events, the commonest first."""
    written: Counter[str] = Counter()
    for file in event_files(data or own_timeline() or shipped_events()):
        if isinstance(file, Problem):  # the command itself reports it
            continue
        written.update(written_places(file.read_text(encoding="utf-8", errors="replace")))
    meanings = (lookup(name) for name, _ in written.most_common())
    return [name for found in meanings if found and _begins(name := found[0].full_name, incomplete)]


def written_places(text: str) -> Iterator[str]:
    """Yield the places of an events file without parsing the YAML, which takes seconds for thousands of events."""
    for found in _PLACES.finditer(text):
        line, items = found.groups()
        if items is None and line.startswith("["):
            yield from ("".join(groups).strip() for groups in _IN_BRACKETS.findall(line))
        else:
            yield from (name for _, name in _ITEM.findall(line or items) if name)


def _known(incomplete: str) -> list[str]:
    """Return the places of the gazetteer: nation and states, then those with the most people."""
    typed = incomplete.partition(",")[0]
    heads = (typed.casefold(), normalise(typed))  # "St" begins "Stockton" and "St. Louis"
    names = gazetteer.names()
    codes = {code for name in names if name.startswith(heads) for code in names[name]}
    widest = nsmallest(_LOOKED_AT, codes, key=_rank)
    return [name for code in widest if _begins(name := by_code(code).full_name, incomplete)]


def _rank(code: str) -> tuple[bool, int, str]:
    row = gazetteer.row(code)  # None for the nation and for states
    return row is not None, -int(row.split("\t", 4)[3]) if row else 0, code


def _begins(name: str, incomplete: str) -> bool:
    return name.casefold().startswith(incomplete.casefold())


def _quoted(name: str) -> str:
    """Return a name as the shell takes it. Bash leaves quoting to the completion, except after an opening quote."""
    if os.environ.get("_RAIDLINE_COMPLETE") != "complete_bash":
        return name
    words = os.environ.get("COMP_WORDS", "").split("\n")
    at = int(os.environ.get("COMP_CWORD", "0"))
    if words[at : at + 1] and words[at][:1] in ("'", '"'):
        return name
    return re.sub(r"([^\w@%+=:,./-])", r"\\\1", name)
