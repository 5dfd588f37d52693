"""`raidline lookup`: what a place name can mean, with codes, and which places contain which."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from raidline.cli.output import talk, write
from raidline.phrasing import plural, share_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raidline.places.jurisdiction import Jurisdiction


class LookupFormat(StrEnum):
    """How jurisdictions are printed."""

    TABLE = "table"
    JSON = "json"


def lookup(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME",
            show_default=False,
            help='Travis County, "austin, tx", "St. Louis", L.A. or a FIPS code.',
        ),
    ],
    format: Annotated[  # noqa: A002 - the option is --format
        LookupFormat, typer.Option(metavar="FORMAT", help="table or json.")
    ] = LookupFormat.TABLE,
) -> None:
    """Look up a state or county or city: its code, what contains it, and its namesakes.

    The best guess comes first; each place has the name to write in a timeline. The line below the table says how a
    timeline reads NAME. Shares are of the people of a city. The exit code is 1 if nothing is found.

    \b
    Examples:
      raidline lookup "Travis County"
      raidline lookup springfield
      raidline lookup "Tijuana, Mexico"
      raidline lookup 48453 --format json | jq -r '.found[0].name'
    """  # noqa: D301 - \b keeps line breaks in a paragraph
    from raidline.errors import RaidlineError  # noqa: PLC0415 - not for --help
    from raidline.places.lookup import lookup as meanings  # noqa: PLC0415 - as above
    from raidline.places.lookup import resolve  # noqa: PLC0415 - as above
    from raidline.places.unresolved import AmbiguousPlace, UnknownPlace  # noqa: PLC0415 - as above

    name = " ".join(words)
    if not name.strip():
        raise RaidlineError("write the name of a place, such as Austin")
    found = meanings(name)
    meant, advice = None, ""
    try:
        meant = resolve(name)
    except (UnknownPlace, AmbiguousPlace) as error:
        advice = str(error)
    if meant is None and (typed := _typed(name)) and not set(typed) <= set(found):
        so = f"as {'; '.join(one.full_name for one in typed)}" if found else "so"
        written = typed[0].full_name if len(typed) == 1 else f"the one it was in, such as {typed[0].full_name}"
        advice = f"--place reads it {so}; in a timeline, write {written}"
        found = (*typed, *(one for one in found if one not in typed))
    if format is LookupFormat.JSON:
        from raidline.interchange.jsontext import dump  # noqa: PLC0415 - not for --help

        record = {"name": name, "meant": meant.code if meant else None, "found": [_record(one) for one in found]}
        write(dump(record, indent=2) + "\n", None)
    elif found:
        _print(name, found)
    talk(advice or _decided(meant, found))
    if not found:
        raise typer.Exit(1)


def _typed(name: str) -> tuple[Jurisdiction, ...]:
    """Return what a name means that only people type: Chicagoland, Travis."""
    from raidline.errors import RaidlineError  # noqa: PLC0415 - as above
    from raidline.places.typed import read_typed  # noqa: PLC0415 - as above

    try:
        return read_typed(name).places
    except RaidlineError:
        return ()


def _decided(meant: Jurisdiction | None, found: Sequence[Jurisdiction]) -> str:
    name = meant.full_name if meant else ""
    namesakes = plural(len(found) - 1, "namesake") if len(found) > 1 else "no namesakes"
    return f"a timeline reads it as {name}; {namesakes}"


def _print(name: str, found: Sequence[Jurisdiction]) -> None:
    from raidline.terminal import print_table  # noqa: PLC0415 - not for --help

    rows = [(one.full_name, one.code, one.designation or one.kind, _people(one), _containers(one)) for one in found]
    print_table(name, ("name", "code", "kind", "people", "lies in"), rows, sys.stdout)


def _people(one: Jurisdiction) -> str:
    number = _population(one)
    return f"{number:,}" if number else ""


def _population(one: Jurisdiction) -> int | None:
    """Return the people of a city, or of a state without counties; None for places whose total is not known."""
    from raidline.places.gazetteer import state_people  # noqa: PLC0415 - not for --help

    known = one.kind == "place" or one.designation == "city" or one.code in state_people()
    return one.population or None if known else None


def _containers(one: Jurisdiction) -> str:
    from raidline.places.containment import containers  # noqa: PLC0415 - not for --help

    local = [(outer, share) for outer, share in containers(one) if outer.kind != "nation"]
    return ", ".join(f"{outer.name} ({share_in_words(share)})" if share < 1 else outer.name for outer, share in local)


def _record(one: Jurisdiction) -> dict[str, Any]:
    from raidline.places.containment import containers  # noqa: PLC0415 - as above

    return {
        "name": one.full_name,
        "code": one.code,
        "kind": one.kind,
        "designation": one.designation or None,
        "state": one.state or None,
        "population": _population(one),
        "latitude": one.latitude,
        "longitude": one.longitude,
        "within": [{"name": outer.full_name, "code": outer.code, "share": share} for outer, share in containers(one)],
    }
