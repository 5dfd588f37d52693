"""Which of the public bodies in an article act in a happening: the evidence for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from raidline.extract.decide.drafts import Telling
from raidline.extract.decide.words import told_classes, words
from raidline.extract.events.actors import find_participants
from raidline.extract.events.bodies.acting import Acting, Body, can_act, parent_of
from raidline.models import Kind

if TYPE_CHECKING:
    from raidline.article import Article

_NEAR = 900  # characters before an act in which its actor may be named
_BEHIND = 400
_CHIEF = 3  # bodies
_SHARES = 4


@dataclass(frozen=True, slots=True)
class Bodies:
    """The public bodies of an article, with what holds for the whole article."""

    acting: Acting
    counts: Counter[str]  # how often each is named; a part counts for its parent body as well
    chief: tuple[str, ...]  # those named most often
    in_title: frozenset[str]

    @classmethod
    def read(cls, article: Article, acting: Acting) -> Bodies:
        """Return the bodies of an article."""
        counts = Counter(name for body in acting.bodies for name in {body.name, parent_of(body.name)})
        chief = tuple(name for name, _ in counts.most_common(_CHIEF))
        title = article.title or ""
        return cls(acting, counts, chief, frozenset(name for name in counts if name in title))

    def offered(self, telling: Telling) -> tuple[str, ...]:
        """Return the bodies that can act: those the rules read, those named around the act, the most frequent ones."""
        start, end = telling.draft.sentence
        near = self.acting.within(max(0, start - _NEAR), end + _BEHIND)
        kind = telling.draft.happening.kind
        if kind is Kind.PROTEST:  # who is named elsewhere is what it is about
            near = self.acting.within(start, end)
        named = [name for body in near for name in (body.name, parent_of(body.name))]
        own = (self.acting.own,) if self.acting.own else ()
        chief = () if kind is Kind.PROTEST else self.chief
        names = dict.fromkeys((*telling.agencies, *named, *chief, *own))
        speaking = self._not_acting(telling)
        return tuple(n for n in names if can_act(n, kind) and (n in telling.agencies or n not in speaking))

    def _not_acting(self, telling: Telling) -> set[str]:
        """Return the bodies that report the act, have no part in it, for which people are held, or that it opposes."""
        trigger, sentence = telling.draft.happening.trigger, telling.draft.sentence
        inside = self.acting.within(*sentence)
        speaking = {body.start for body in inside if self.acting.has_no_part(body)}
        if trigger.role != "say":
            speaking |= {b.start for b in inside if self.acting.speaks(b, sentence[1]) or self.acting.is_held_for(b)}
        if trigger.role != "say" and telling.draft.happening.kind is Kind.PROTEST:
            speaking |= {body.start for body in inside if self.acting.is_opposed(body)}
        return {body.name for body in inside if body.start in speaking} - {
            body.name for body in inside if body.start not in speaking
        }


def features(telling: Telling, name: str, bodies: Bodies) -> list[str]:
    """Return the features of one body for one happening."""
    kind = telling.draft.happening.kind.value
    ruled = name in telling.agencies
    return [
        f"ruled={ruled}",
        f"ruled={ruled}&kind={kind}",
        f"ruled={ruled}&others={min(len(telling.agencies) - ruled, 2)}",
        f"name={name}",
        f"name={name}&kind={kind}",
        *[f"name={name}&{feature}" for feature in told_classes("clause", telling.draft.clause)],
        *[f"name={name}&{feature}" for feature in told_classes("sentence", telling.draft.quote)],
        *_of_place(telling, name, bodies.acting),
        *_of_article(name, kind, bodies),
    ]


def _of_place(telling: Telling, name: str, acting: Acting) -> list[str]:
    """Return where and how the body is named around the act."""
    draft = telling.draft
    happening, sentence = draft.happening, draft.sentence
    trigger, clause, kind = happening.trigger, happening.clause, happening.kind.value
    inside = [body for body in acting.within(*sentence) if name in {body.name, parent_of(body.name)}]
    others = {body.name for body in acting.within(*clause)} - {body.name for body in inside}
    near = _nearness(inside, clause, acting, sentence, name)
    told = [
        f"near={near}",
        f"near={near}&kind={kind}",
        f"near={near}&role={trigger.role}",
        f"near={near}&others={min(len(others), 2)}",
        f"office={bool(find_participants(draft.article.text, clause))}&near={near}",
    ]
    for body in inside:
        side = "before" if body.end <= trigger.start else "behind"
        told += f"side={side}", f"side={side}&role={trigger.role}"
        if acting.speaks(body, sentence[1]):
            told.append(f"speaks&role={trigger.role}")
        if acting.is_mere_object(body):
            told.append("object")
        if acting.is_by(body):
            told.append("by")
        told += [f"behind={word}" for word in words(draft.article.text[body.end : body.end + 24])[:1]]
        told += [f"in front={word}" for word in words(draft.article.text[max(0, body.start - 24) : body.start])[-1:]]
    return told


def _nearness(inside: list[Body], clause: tuple[int, int], acting: Acting, sentence: tuple[int, int], name: str) -> str:
    if any(clause[0] <= body.start < clause[1] for body in inside):
        return "clause"
    if inside:
        return "sentence"
    before = acting.within(max(0, sentence[0] - _NEAR), sentence[0])
    if before and name in {before[-1].name, parent_of(before[-1].name)}:
        return "last named"
    return "before" if any(name in {body.name, parent_of(body.name)} for body in before) else "far"


def _of_article(name: str, kind: str, bodies: Bodies) -> Iterator[str]:
    most = bodies.counts[bodies.chief[0]] if bodies.chief else 0
    share = _SHARES * bodies.counts[name] // most if most else 0
    yield f"share={share}"
    yield f"share={share}&kind={kind}"
    yield f"times={min(bodies.counts[name], 5)}"
    yield f"title={name in bodies.in_title}"
    if bodies.acting.own:
        yield f"publisher={name == bodies.acting.own}"
