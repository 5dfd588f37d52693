"""When how many events of each kind happened: bars of letters, one letter for each event, in colour if possible."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TextIO

from raidline import inert
from raidline.dates.edtf import MONTHS
from raidline.kinds.table import KINDS
from raidline.terminal.drawing import FACTS, HEADING, MARGIN, Line, Run, console_on, print_lines, wrapped
from raidline.timeline.density import Density, binned, density, every_month

if TYPE_CHECKING:
    from raidline.timeline.build import Timeline

_BINS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}  # in months
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)  # years between labels, events for each letter
_HIGHEST = 10  # letters in a vertical bar
_LONGEST = 40  # letters in a horizontal bar
_WIDEST = 4  # columns of a bar with the gap after it
_NARROWEST = 12  # columns for bars, however narrow the terminal


class _Axis(NamedTuple):
    """The bins from `first` to `last`, both inclusive, each `size` months long and `column` columns wide."""

    first: int
    last: int
    size: int
    column: int

    @property
    def bins(self) -> range:
        return range(self.first, self.last + 1)


def show_plot(timelines: Sequence[Timeline], stream: TextIO) -> None:
    """Draw the events of each timeline by month and kind, all on one axis as wide as the terminal allows.

    If there are too many months for that, it draws quarters, years or longer periods, and says so.
    """
    console = console_on(stream)
    coloured = console.color_system is not None and not console.no_color
    print_lines(_drawn(timelines, console.width, coloured=coloured), console)


def plain_plot(timelines: Sequence[Timeline]) -> str:
    """Return the same as text, one line for each month in which something happened, for any width."""
    counts = [density(timeline.entries) for timeline in timelines]
    scale = _scale(max(counted.peak for counted in counts), _LONGEST)
    lines: list[str] = []
    for timeline, counted in zip(timelines, counts, strict=True):
        length = -(-counted.peak // scale)
        lines += ["", inert.line(timeline.title), ""]
        for before, ((year, month), kinds) in zip((None, *counted.months), counted.months.items(), strict=False):
            if before and every_month(before, (year, month))[2:]:
                lines.append("")
            words = ", ".join(f"{kind} {kinds[kind]}" for kind in KINDS if kind in kinds)
            bar = "".join(KINDS[kind].letter for kind in _letters(kinds, scale))
            lines.append(f"{MARGIN}{f'{MONTHS[month - 1]} {year}':14} {sum(kinds.values()):5}  {bar:{length}}  {words}")
        lines += [MARGIN + note for note in _notes(counted)]
    lines += ["", f"{MARGIN}{_reading(scale)}"]
    return "\n".join(lines[1:]) + "\n"


def _drawn(timelines: Sequence[Timeline], width: int, *, coloured: bool) -> Iterator[Line]:
    counts = [density(timeline.entries) for timeline in timelines]
    unit, axis = _axis(counts, width - len(MARGIN) - 7)
    bins = [binned(counted, axis.size) for counted in counts]
    scale = _scale(max((sum(kinds.values()) for each in bins for kinds in each.values()), default=0), _HIGHEST)
    for timeline, counted, each in zip(timelines, counts, bins, strict=True):
        yield from wrapped([Run(inert.line(timeline.title), HEADING)], width)
        yield []
        if each:
            yield from _panel(each, axis, scale, coloured=coloured)
            yield []
        for note in _notes(counted):
            yield from _noted(note, width)
            yield []
    present = {kind for each in bins for kinds in each.values() for kind in kinds}
    yield from _legend(present, width)
    reading = _reading(scale)
    if unit != "month":
        reading += f" Each bar is a {unit}: there are more months than fit in {width} columns."
    yield from _noted(reading, width)
    yield []


def _axis(counts: Sequence[Density], room: int) -> tuple[str, _Axis]:
    """Return the finest bins with which all months fit into that many columns."""
    room = max(room, _NARROWEST)
    months = [year * 12 + month - 1 for counted in counts for year, month in counted.months] or [0]
    first, last = min(months), max(months)
    fitting = ((unit, size) for unit, size in _BINS.items() if last // size - first // size < room)
    unit, size = next(fitting)
    axis = _Axis(first // size, last // size, size, 1)
    return unit, _Axis(axis.first, axis.last, size, min(room // len(axis.bins), _WIDEST))


def _panel(bins: Mapping[int, Mapping[str, int]], axis: _Axis, scale: int, *, coloured: bool) -> Iterator[Line]:
    bars = {number: _letters(kinds, scale) for number, kinds in bins.items()}
    height = max(map(len, bars.values()))
    labels = len(f"{height * scale:,}")
    for row in range(height, 0, -1):
        line = [Run(f"{MARGIN}{row * scale:{labels},} │ ", FACTS)]
        for number in axis.bins:
            bar = bars.get(number, [])
            kind = bar[row - 1] if row <= len(bar) else None
            line += _brick(kind, axis.column, coloured=coloured)
        yield _trimmed(line)
    indent = MARGIN + " " * labels
    for text in _below(axis):
        yield [Run(f"{indent} {text}".rstrip(), FACTS)]


def _brick(kind: str | None, column: int, *, coloured: bool) -> Line:
    """Return an event, or a blank, as wide as a bar with the gap after it; without colours only its letter."""
    if kind is None:
        return [Run(" " * column)]
    letter, colour = KINDS[kind].letter, KINDS[kind].dark
    wide = max(column - 1, 1) if coloured else 1
    return [Run(f"{letter:{wide}}", f"black on {colour}"), Run(" " * (column - wide))]


def _below(axis: _Axis) -> Iterator[str]:
    """Yield what goes under the bars: the axis, the initials of months if there is room for them, the years."""
    a_year = axis.column * 12 / axis.size
    step = next(step for step in _STEPS if step * a_year >= len("2017 "))
    named = {}  # the year by the column it begins in
    for number in axis.bins:
        year, month = divmod(number * axis.size, 12)
        if month == 0 and year % max(step, axis.size // 12) == 0:
            named[(number - axis.first) * axis.column] = str(year)
    begin = axis.first * axis.size // 12
    if min(named, default=len("2017 ")) >= len("2017 "):
        named[0] = str(begin)
    yield "└─" + "".join("┬" if at in named else "─" for at in range(len(axis.bins) * axis.column))
    if axis.size == 1 and axis.column > 1:
        yield "  " + "".join(f"{MONTHS[number % 12][0]:{axis.column}}" for number in axis.bins)
    years = ""
    for at in sorted(named):
        years = f"{years:{at}}{named[at]}"
    yield f"  {years}"


def _letters(kinds: Mapping[str, int], scale: int) -> list[str]:
    """Return the kinds of a bar from its bottom up, each standing for up to `scale` events, in proportion."""
    events = [kind for kind in KINDS for _ in range(kinds.get(kind, 0))]
    return [events[min(at + scale // 2, len(events) - 1)] for at in range(0, len(events), scale)]


def _scale(peak: int, most: int) -> int:
    """Return how many events a letter has to represent so that the longest bar has at most that many letters."""
    return next((step for step in _STEPS if peak <= step * most), -(-peak // most))


def _reading(scale: int) -> str:
    return "One letter is one event." if scale == 1 else f"One letter is up to {scale:,} events."


def _notes(counted: Density) -> Iterator[str]:
    if not counted.months:
        yield "No event is dated to a month." if counted.coarse else "No events."
    elif counted.coarse:
        events = "1 event is" if counted.coarse == 1 else f"{counted.coarse:,} events are"
        yield f"{events} not drawn: the date names no month."


def _noted(note: str, width: int) -> Iterator[Line]:
    for row in wrapped([Run(note, FACTS)], max(width - len(MARGIN), _NARROWEST)):
        yield [Run(MARGIN), *row]


def _legend(present: set[str], width: int) -> Iterator[Line]:
    line: list[Run] = []
    used = len(MARGIN)
    for kind, row in KINDS.items():
        if kind not in present:
            continue
        entry = len(row.letter) + 1 + len(kind)
        if line and used + entry > width:
            yield _trimmed(line)
            line, used = [], len(MARGIN)
        line += [] if line else [Run(MARGIN)]
        line += [Run(row.letter, f"black on {row.dark}"), Run(f" {kind}"), Run("   ")]
        used += entry + 3
    if line:
        yield _trimmed(line)


def _trimmed(line: Sequence[Run]) -> Line:
    """Return the line without blanks at its end."""
    end = max((at for at, run in enumerate(line) if run.text.strip()), default=-1)
    return line[: end + 1]
