"""Names: no private person is named in what a curator writes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from raidline.check.rule import Checked
from raidline.errors import Problem
from raidline.models import Event
from raidline.privacy.names import Named, is_told_as_private, named_among
from raidline.privacy.offices import is_public
from raidline.privacy.people import Person, find_people
from raidline.privacy.reasons import reason_for
from raidline.store.load import Record

_NAMED = "names {name} without a public office or role ({why}); say what the person is, not who"
_ELSEWHERE = "another event tells of an arrest, a wound or an age"
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_OFTEN = 4  # events from which on a name of whom no event tells as of a private person is one of public life


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of an event, the keys that lead to it, and the people whom it names."""

    record: Record
    keys: tuple[str | int, ...]
    text: str
    named: Named


def private_person(checked: Checked) -> Iterator[Problem]:
    """Find a person's name without a public office or role in a title, summary, note, correction or removal.

    People who are arrested, detained or injured, and their families, are private: say what they are, not who. A name
    with an office or role beside it, in the event, in one of its sources or elsewhere in the record, is public; who is
    arrested, hurt or killed only if the office is a public one, so that an activist or a pastor is as private as
    others. Where no office is told, what stands around decides: a name that vetoes, rules or testifies is not one of a
    private person. Less has to be said in an operation or an incident than where affairs are told, such as a policy or
    a ruling; and in an event of the kind `legislation` nobody is private, unless an arrest, a wound, an age, a relative
    or a trade is told beside the name. Nor is a name that several events have and none tells of as of a private person,
    or one that everybody knows and much is named for, such as a president's of old.

    Bad:

        summary: Agents arrested Maria Sample in front of her house.

    Good:

        summary: Agents arrested a woman in front of her house, Sheriff Ann Example said.
    """
    read = [text for record in checked.records for text in _read(checked, record)]
    public = {one.ends for text in read for one in text.named.public}
    public |= _in_office_elsewhere(checked, [one for text in read for one in text.named.private])
    harmed = {one.ends for text in read for one in _all(text.named) if one.harmed} - public
    often = _often(read)
    for text in read:
        hurt = {one.ends for one in _all(text.named) if one.harmed}
        private = [
            *(
                one
                for one in text.named.private
                if one.ends not in often and (one.ends not in public or one.ends in hurt)
            ),
            *(one for one in text.named.others if one.ends in harmed),
        ]
        for one in sorted(private, key=lambda one: one.start):
            elsewhere = one in text.named.others
            message = _NAMED.format(name=one.text, why=_ELSEWHERE if elsewhere else reason_for(text.text, one))
            yield text.record.problem_within("private-person", message, one.text, *text.keys)
    for removed in checked.removed:
        text_of = removed.removal.text
        for one in named_among(text_of, find_people(text_of)).private:
            message = _NAMED.format(name=one.text, why=reason_for(text_of, one))
            yield Problem(str(removed.path), removed.line, 1, "private-person", message)


def _read(checked: Checked, record: Record) -> Iterator[_Text]:
    """Yield the texts of an event that name people: who holds an office in one of them holds it in all."""
    written = list(_written(record.event))
    people = [find_people(text) for _, text in written]
    if not any(people):
        return
    harmed = {one.surname for some in people for one in some if one.harmed}
    told = [*(text for _, text in written), *_told(checked, record)]
    for (keys, text), some in zip(written, people, strict=True):
        if some:
            yield _Text(record, keys, text, named_among(text, some, told, harmed, record.event.kind))


def _in_office_elsewhere(checked: Checked, people: Iterable[Person]) -> set[tuple[str, str]]:
    """Return the names of those people who have an office or a role in any text of the record with their full names."""
    by_surname: dict[str, set[tuple[str, tuple[str, str]]]] = {}
    for one in people:
        by_surname.setdefault(one.surname, set()).add((one.text, one.ends))
    found: set[tuple[str, str]] = set()
    for text in _said(checked) if by_surname else ():
        for surname in by_surname.keys() & set(_WORD.findall(text)):
            full = {ends for name, ends in by_surname[surname] if name in text} - found
            if full and is_public(surname, text):
                found |= full
    return found


def _said(checked: Checked) -> Iterator[str]:
    """Yield each text of the record, and what its sources are called and say."""
    for record in checked.records:
        yield from (text for _, text in _written(record.event))
        for source in record.event.sources:
            yield from filter(None, (source.title, source.quote))


def _often(read: list[_Text]) -> set[tuple[str, str]]:
    """Return the names that several events have and none tells of as of private people."""
    events = {(one.ends, text.record.event.id) for text in read for one in _all(text.named)}
    seen = Counter(ends for ends, _ in events)
    often = {ends for ends, number in seen.items() if number >= _OFTEN}
    return often - {
        one.ends
        for text in read
        for one in _all(text.named)
        if one.ends in often and is_told_as_private(text.text, one)
    }


def _all(named: Named) -> Iterator[Person]:
    yield from named.private
    yield from named.public
    yield from named.others


def _written(event: Event) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield what a curator wrote about an event, with the keys that lead to it."""
    yield ("title",), event.title
    for key, text in (("summary", event.summary), ("notes", event.notes)):
        if text:
            yield (key,), text
    for number, correction in enumerate(event.corrections):
        yield ("corrections", number, "text"), correction.text


def _told(checked: Checked, record: Record) -> Iterator[str]:
    for _, source, article in checked.sources_of(record):
        yield from filter(None, (source.title, source.quote, article and article.text))
