"""Ids: permanent, and each for one event."""

from __future__ import annotations

from collections.abc import Iterator

from raidline.check.naming import unknown_name
from raidline.check.rule import Checked
from raidline.errors import Problem
from raidline.store.load import Record


def duplicate_id(checked: Checked) -> Iterator[Problem]:
    """Find an id that another event already has.

    Links and calendar entries contain ids, so two events with one id overwrite each other wherever they are published.
    The id of an event that was taken out of the record is not free either: its page says that it is gone.

    Bad:

        events:
          - id: 2017-02-austin-sweeps
            date: 2017-02-01
          - id: 2017-02-austin-sweeps
            date: 2017-02-11

    Good:

        events:
          - id: 2017-02-austin-sweeps
            date: 2017-02-01
          - id: 2017-02-austin-sweeps-resume
            date: 2017-02-11
    """
    first: dict[str, Record] = {}
    gone = {name: one for one in checked.removed for name in (one.removal.id, *one.removal.aliases)}
    for record in checked.records:
        if removed := gone.get(record.event.id):
            message = f"{removed.path}, line {removed.line}, says that {record.event.id!r} was taken out of the record"
            yield record.problem("duplicate-id", f"{message}; give this event another id", "id")
        if (other := first.setdefault(record.event.id, record)) is not record:
            message = f"the event in {other.path}, line {other.line}, has the id {record.event.id!r} already"
            yield record.problem("duplicate-id", f"{message}; give this one another", "id")


def alias_clash(checked: Checked) -> Iterator[Problem]:
    """Find an alias that is the id of an event, or an alias of another event.

    An alias leads from a former id of an event to the event that has it now; it can lead to only one.

    Bad:

        - id: 2017-02-austin-sweeps
        - id: 2017-03-austin-hearing
          aliases: [2017-02-austin-sweeps]

    Good:

        - id: 2017-02-austin-sweeps
        - id: 2017-03-austin-hearing
          aliases: [2017-03-hearing]
    """
    ids = {record.event.id: record for record in reversed(checked.records)}
    first: dict[str, Record] = {}
    for record in checked.records:
        for number, alias in enumerate(record.event.aliases):
            other = ids.get(alias) or first.get(alias)
            if other is record:
                message = f"the alias {alias!r} is {'its own id' if alias in ids else 'repeated'}; remove it"
                yield record.problem("alias-clash", message, "aliases", number)
            elif other:
                message = f"the event in {other.path}, line {other.line}, has the alias {alias!r} too; remove one"
                yield record.problem("alias-clash", message, "aliases", number)
            first.setdefault(alias, record)


def unknown_related(checked: Checked) -> Iterator[Problem]:
    """Find a related event that does not exist, under any id or alias, or that is the event itself.

    Only events in the checked files count: check a timeline as a whole.

    Bad:

        - id: 2017-02-austin-sweeps
          related: [2017-03-austin-haering]
        - id: 2017-03-austin-hearing

    Good:

        - id: 2017-02-austin-sweeps
          related: [2017-03-austin-hearing]
        - id: 2017-03-austin-hearing
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake needs it

    known = {name for record in checked.timeline for name in (record.event.id, *record.event.aliases)}
    for record in checked.records:
        for number, name in enumerate(record.event.related):
            if name == record.event.id:
                yield record.problem("unknown-related", "the event names itself; remove it", "related", number)
            elif name not in known:
                close = get_close_matches(name, known, 1)
                hint = f" - did you mean {close[0]!r}?" if close else ""
                yield record.problem("unknown-related", f"no event has the id {name!r}{hint}", "related", number)


def candidate_left(checked: Checked) -> Iterator[Problem]:
    """Find an event that still says how a machine read it.

    `raidline review` removes `candidate` when a curator accepts the event. If it is still there, perhaps nobody looked.

    Bad:

        - id: 2017-02-austin-sweeps
          candidate:
            date_text: early February
            how: "'early February' of 2017"
            trigger: arrested
            salience: 0.5
            start: 12
            end: 80

    Good:

        - id: 2017-02-austin-sweeps
    """
    for record in checked.records:
        if record.event.candidate:
            message = "still a machine's candidate; accept it with `raidline review`, or check it and remove this key"
            yield record.problem("candidate-left", message, "candidate")


def unknown_rule(checked: Checked) -> Iterator[Problem]:
    """Find a name under `ignore` that is not the name of a rule.

    Bad:

        ignore: [near-duplicates]

    Good:

        ignore: [near-duplicate]
    """
    for record in checked.records:
        for number, name in enumerate(record.event.ignore):
            if name not in checked.rules:
                yield record.problem("unknown-rule", unknown_name(name, checked.rules), "ignore", number)
