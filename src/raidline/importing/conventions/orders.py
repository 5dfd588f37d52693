"""Whether the day or the month comes first in the columns of a table, which share a convention."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from raidline.importing.days.cell import read_date
from raidline.importing.days.dayorder import Order, ambiguous, contrary, day_leads, order_of, spoken
from raidline.importing.records import InputRow
from raidline.models import Status

_GROUPS = {"date": ("date", "end", "displayed"), "published": ("published",)}
_PROVEN = (Order.MONTH, Order.DAY)


@dataclass(frozen=True, slots=True)
class _Group:
    """Columns whose dates are read alike: their headings, their cells and the order that these show."""

    headings: Sequence[str]
    cells: Sequence[str]
    order: Order

    @property
    def named(self) -> str:
        return f"column {', '.join(map(repr, self.headings))}"


def orders_of(
    records: Sequence[InputRow], fields: Mapping[str, str], *, day_first: bool | None
) -> tuple[dict[str, Order], list[str]]:
    """Return for "date" and "published" whether the day or the month comes first, and remarks if that is a choice.

    `day_first` decides if it is given; otherwise the numbers above 12 in a column, then those in the table's other
    columns of dates, then that no event is later than its source.
    """
    groups = {
        name: _group(records, [heading for heading, field in fields.items() if field in members])
        for name, members in _GROUPS.items()
    }
    if day_first is not None:
        order = Order.DAY if day_first else Order.MONTH
        remarks = [line for group in groups.values() for line in _told_given(group, order)]
        return dict.fromkeys(groups, order), remarks
    others = _others(records, fields)
    sequence: Mapping[Order, str] = {}
    if all(group.order is Order.USUAL for group in (*groups.values(), *others)):
        sequence = _by_sequence(records, groups)
    orders, told = {}, []
    for name, group in groups.items():
        order, why = group.order, f"another date can only have the {group.order}"
        if order is Order.USUAL:
            beside = [one for one in (*groups.values(), *others) if one.order is not Order.USUAL]
            found = {one.order for one in beside}
            if len(found) == 1:
                order = beside[0].order
                why = f"{beside[0].named} can only have the {order}"
            elif found:
                order = Order.MIXED
        if len(sequence) == 1 and order is Order.USUAL:
            order, why = next(iter(sequence.items()))
        orders[name] = order
        told += _told_contrary(group, sequence) if len(sequence) > 1 else _told(group, order, why)
    if set(_PROVEN) <= {group.order for group in groups.values()}:
        each = " and ".join(f"{group.named} has the {group.order}" for group in groups.values())
        told.append(f"{each}: each is read in its own order")
    return orders, told


def _group(records: Sequence[InputRow], headings: Sequence[str]) -> _Group:
    cells = [record.cells[heading] for record in records for heading in headings if heading in record.cells]
    return _Group(headings, cells, order_of(cells))


def _others(records: Sequence[InputRow], fields: Mapping[str, str]) -> list[_Group]:
    """Return the columns without a field that contain nothing but dates, such as those of retrieval."""
    headings = [heading for heading, field in fields.items() if field in ("notes", "skip")]
    groups = (_group(records, [heading]) for heading in headings)
    return [
        group
        for group in groups
        if group.order is not Order.USUAL and all(read_date(cell, group.order) for cell in group.cells if cell.strip())
    ]


def _by_sequence(records: Sequence[InputRow], groups: Mapping[str, _Group]) -> dict[Order, str]:
    """Return each order that a row shows, as otherwise its event would be later than its own source, and why.

    What was planned may be later than its source, and says nothing.
    """
    found: dict[Order, str] = {}
    for record in records:
        if any(cell.strip().lower() == Status.PLANNED for cell in record.cells.values()):
            continue
        events, sources = (
            [cell for heading in groups[name].headings if (cell := record.cells.get(heading, "").strip())]
            for name in ("date", "published")
        )
        if not events or not sources or not ambiguous([*events[:1], *sources[:1]]):
            continue
        possible = [order for order in _PROVEN if not _is_later(events[0], sources[0], order)]
        if len(possible) == 1:
            found.setdefault(possible[0], f"{events[0]} would otherwise be later than its source of {sources[0]}")
    return found


def _is_later(event: str, source: str, order: Order) -> bool:
    """Whether an event begins after the day of its source."""
    took_place, told = read_date(event, order), read_date(source, order)
    begin, end = took_place and took_place.earliest, told and told.latest
    return begin is not None and end is not None and begin > end


def _told_given(group: _Group, order: Order) -> list[str]:
    other = contrary(group.cells, order) if group.order is not Order.USUAL else None
    return [f"{group.named}: {other} can only be read the other way, so it is"] if other else []


def _told_contrary(group: _Group, sequence: Mapping[Order, str]) -> list[str]:
    """Say that rows contradict each other about the order, and what is done then."""
    example = ambiguous(group.cells)
    if example is None:
        return []
    each = ", ".join(f"{order} because {sequence[order]}" for order in _PROVEN)
    read = f"{group.named}: {example} is read as {spoken(example, Order.USUAL)}"
    return [f"{read}, although rows contradict each other ({each}) - say which with --day-first or --month-first"]


def _told(group: _Group, order: Order, why: str) -> list[str]:
    example = ambiguous(group.cells)
    if example is None:
        return []
    if order is Order.MIXED:
        other = contrary(group.cells, Order.MONTH)
        shown = f" ({other})" if other else ""
        both = f"{spoken(example, Order.MONTH)} or {spoken(example, Order.DAY)}"
        return [
            f"{group.named}: the month comes first in some dates and the day in others{shown}; {example} stays {both}"
            " - say which with --day-first or --month-first"
        ]
    read = f"{group.named}: {example} is read as {spoken(example, order)}"
    if order is not Order.USUAL:
        return [f"{read}, because {why}"]
    turned = Order.MONTH if day_leads(example, order) else Order.DAY
    option = f"--{turned.replace(' ', '-')}"
    return [f"{read}, because no date shows which number is the month; {option} makes it {spoken(example, turned)}"]
