"""Private people: names in a text without a public office or role beside them, told of as private people are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from raidline.models import Kind
from raidline.privacy.evidence.harm import is_harmed
from raidline.privacy.evidence.telling import is_told
from raidline.privacy.people import Person, find_people

_HAPPENS = frozenset({Kind.OPERATION, Kind.INCIDENT})  # of which is told what happens to people
_AFFAIRS = frozenset(  # and of these what people in public life say and do
    {Kind.POLICY, Kind.ORDER, Kind.LEGISLATION, Kind.STATEMENT, Kind.REPORT, Kind.FUNDING, Kind.RULING, Kind.LAWSUIT}
)
_LESS, _MORE = -0.5, 0.8  # log odds


@dataclass(frozen=True, slots=True)
class Named:
    """The people whom a text names, in its order."""

    private: Sequence[Person] = ()
    public: Sequence[Person] = ()  # in an office or a role, or known
    others: Sequence[Person] = ()  # in none, and not told of as private people are


def private_names(text: str, told: Iterable[str] = (), *, kind: Kind | None = None) -> Iterator[str]:
    """Yield the names of people in a text that neither the text nor those of its sources, `told`, show as public.

    `kind` is that of the event that the text tells of.
    """
    if people := find_people(text):
        yield from (one.text for one in named_among(text, people, told, kind=kind).private)


def named_among(
    text: str,
    people: Sequence[Person],
    told: Iterable[str] = (),
    harmed: Collection[str] = (),
    kind: Kind | None = None,
) -> Named:
    """Return the people of a text by whether they are private; `harmed` are surnames of those hurt in texts beside.

    Less has to be said of somebody in an operation than where public affairs are told; a text of a bill on its way
    names those who make laws, if nothing beside says otherwise.
    """
    from raidline.privacy.likelihood.judging import private_people  # noqa: PLC0415 - most texts name nobody

    surnames = public_surnames(text, people, told, harmed)
    certain = {one.start for one in private_people(text, people, surnames, _least(kind))}
    public, private, others = [], [], []
    for one in people:
        if one.surname in surnames:
            public.append(one)
        elif one.run is None or (
            one.start in certain and (kind is not Kind.LEGISLATION or is_told_as_private(text, one))
        ):
            private.append(one)
        else:
            others.append(one)
    return Named(private, public, others)


def _least(kind: Kind | None) -> float:
    """Return the log odds from which on a name in an event of a kind is taken for a private person's."""
    from raidline.privacy.likelihood.judging import LEAST  # noqa: PLC0415 - as above

    return LEAST + (_LESS if kind in _HAPPENS else _MORE if kind in _AFFAIRS else 0)


def is_told_as_private(text: str, one: Person) -> bool:
    """Whether an arrest, a wound, an age, a relative or a trade is told beside a name."""
    return one.run is None or is_harmed(text, one.run) or is_told(text, one.run)


def public_surnames(
    text: str, people: Iterable[Person], told: Iterable[str] = (), harmed: Collection[str] = ()
) -> set[str]:
    """Return the surnames of those people who are known, or have an office or a role in the text or in those told.

    Whoever is arrested, hurt or killed, here or among the `harmed`, is public only in a public office.
    """
    from raidline.privacy.offices import is_known_official, is_public  # noqa: PLC0415 - as above

    texts = (text, *told)
    hurt = {one.surname for one in people if one.harmed}.union(harmed)
    names = {one.surname for one in people}
    in_role = {name for name in names if any(is_public(name, text, in_office=name in hurt) for text in texts)}
    return in_role | {one.surname for one in people if is_known_official(one.text)}
