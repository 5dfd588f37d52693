"""Which public bodies act in a happening, judged by the whole article; a body that only speaks does not act."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from raidline import lexicon
from raidline.extract.events.actors import agencies_pattern, reporting_pattern
from raidline.extract.events.bodies.wording import HELD_FOR, OF_ITSELF, OFFICE, patterns, toward
from raidline.extract.events.triggers import Trigger
from raidline.extract.text.sentences import Span
from raidline.lexicon.actors import actor_pattern
from raidline.lexicon.firstwords import number_of
from raidline.lexicon.patterns import words_source
from raidline.lexicon.wordlists import WordList
from raidline.models import Kind

if TYPE_CHECKING:
    from raidline.article import Article

# Acts of enforcement: if no actor is named, they belong to the body that the story is about.
_ENFORCING = {Kind.OPERATION, Kind.INCIDENT}
_ORDERING = {"White House", "DHS"}
_NO_COURT = {"federal court", "Congress"}  # they make no arrests
_SPOKE = 48  # characters between a speaker and the verb of speech
_BY = _TITLE = 60
_NAMED = re.compile(r",\s+[A-Z][\w.]*(?:\s+[A-Z][\w.]*)*,")  # behind a speaker: "of Kern County, California, said"
_ANEW = re.compile(r"\b(?:as|while|when|after|before|because|where)\b")  # before another subject
_OF_WHOM = re.compile(r"\s+(?:for|of|with|at|from)\s")
_OF = ("of", "at", "for", "with", "the")  # the last words between an office and its body
_TOLD = ("said", "says", "according")
_BEFORE, _BEHIND = 900, 400  # characters around an act in which its actor may be named
_OFTEN = 3  # mentions that make a body the subject of the article


@dataclass(frozen=True, slots=True)
class Body:
    """One mention of a public body, under the name that raidline uses."""

    start: int
    end: int
    name: str


@cache
def _words() -> WordList:
    data = lexicon.load("acting")
    source = "|".join(f"(?P<{name}>{words_source(data[name]['words'])})" for name in _UNNAMED)
    return WordList(re.compile(source), [word for name in _UNNAMED for word in data[name]["words"]])


_UNNAMED = ("immigration", "federal", "anaphora")


class Acting:
    """The public bodies of one article, queried for one happening at a time.

    `bodies`: every mention in order; `own`: the body whose press release the article is, or "".
    """

    def __init__(self, article: Article) -> None:
        self._text = article.text
        named = [Body(m.start(), m.end(), _name(m)) for m in agencies_pattern().finditer(article.text)]
        often = Counter(parent_of(b.name) for b in named if b.name in lexicon.load("acting")["enforcement"])
        self._chief, self._times = max(often.items(), key=lambda item: item[1], default=("", 0))
        self.own = _publisher(article)
        self.bodies = sorted([*named, *self._unnamed(named), *self._officials(named)], key=lambda b: b.start)
        self._starts = [b.start for b in self.bodies]

    def _unnamed(self, named: list[Body]) -> list[Body]:
        """Return what "immigration agents", "federal agents" and "the agency" mean in this article."""
        found: list[Body] = []
        starts = [b.start for b in named]
        enforcing = set(lexicon.load("acting")["enforcement"])
        for match in _words().finditer(self._text):
            if match.lastgroup == "anaphora" and _OF_WHOM.match(self._text, match.end()):
                continue  # "a spokesman for the mayor"
            before = named[: bisect_left(starts, match.start())]
            if match.lastgroup == "immigration":
                name = "CBP" if self._chief == "CBP" else "ICE"
            elif match.lastgroup == "federal":
                name = next((b.name for b in reversed(before) if b.name in enforcing), self._chief)
            else:
                name = next((b.name for b in reversed(before) if b.name not in _LOCAL), "")
            if name:
                found.append(Body(match.start(), match.end(), name))
        return found

    def _officials(self, named: list[Body]) -> list[Body]:
        """Return the later mentions of people who hold an office of a body: their surname stands for it."""
        holders: dict[str, str] = {}
        text, forms = self._text, patterns()
        for body in named:
            before = max(0, body.start - _TITLE), body.start
            may_be_of = text[slice(*before)].rstrip().endswith(_OF)  # spares time
            of = may_be_of and forms["of"].search(text, *before)
            match = forms["secretary" if of else "official"].match(text, body.end)
            match = match or (forms["apposed"].search(text, *before) if may_be_of else None)
            if match:
                holders.setdefault(match["surname"], body.name)
        if not holders:
            return []
        surname = re.compile(rf"\b(?:{'|'.join(map(re.escape, holders))})\b")
        return [Body(m.start(), m.end(), holders[m[0]]) for m in surname.finditer(self._text)]

    def within(self, start: int, end: int) -> list[Body]:
        """Return the bodies mentioned in a stretch of text, in order."""
        return self.bodies[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def of(self, trigger: Trigger, kind: Kind, clause: Span, sentence: Span) -> tuple[str, ...]:
        """Return the names of the bodies that act in a happening: subjects, then "by" ones, then the story's bodies."""
        if trigger.role == "say" and kind not in _ENFORCING:
            spoke = self._speakers(trigger, clause) or self._speakers(trigger, sentence)
            return self._named(spoke, kind)
        inside = self.within(*clause)
        acting = [b for b in inside if b.end <= trigger.end and not self._is_aside(b, trigger)]
        acting = [b for b in acting if not _ANEW.search(self._text, b.end, max(b.end, acting[-1].start))]
        acting += [b for b in inside if b.start >= trigger.end and self.is_by(b)]
        if found := self._named(acting, kind):
            told = kind in _ENFORCING and set(found) <= _ORDERING  # somebody else carries out a president's raids
            return tuple(dict.fromkeys((*found, *(self._of_the_story(sentence, kind) if told else ()))))
        whole = self.within(*sentence)
        around = [b for b in whole if not self._is_aside(b, trigger)]
        speaking = [b for b in whole if self.speaks(b, sentence[1])]
        if kind in _SPOKEN:  # here the speaker acts
            return self._named(speaking or [b for b in around if b.end <= trigger.start], kind)
        if actor_pattern("agents").search(self._text, clause[0], trigger.start):
            around = [b for b in around if b not in speaking]  # "Agents took nine men, the police chief said"
        return (
            self._named(around, kind)
            or (self._named(whole, kind) if kind in _PARTIES else ())
            or (() if self._is_of_a_jail(trigger, clause) else self._of_the_story(sentence, kind))
        )

    def is_held_for(self, body: Body) -> bool:
        """Whether somebody else holds people for a body, or hands them over to it: "three men held for ICE"."""
        return bool(HELD_FOR.search(self._text, max(0, body.start - _BY), body.start))

    def has_no_part(self, body: Body) -> bool:
        """Whether a body is said not to act: "police had no part in it", "nobody from the police"."""
        before = self._text[max(0, body.start - _BY) : body.start]
        return bool(patterns()["no part"].match(self._text, body.end) or patterns()["without"].search(before))

    def is_opposed(self, body: Body) -> bool:
        """Whether people stand against a body: "a rally against ICE", "protested Border Patrol raids"."""
        return bool(patterns()["opposed"].search(self._text, max(0, body.start - _BY), body.start))

    def _is_of_a_jail(self, trigger: Trigger, clause: Span) -> bool:
        """Whether those act who hold people for others: "Deputies released three men held for ICE"."""
        return bool(patterns()["jailers"].search(self._text, clause[0], trigger.start))

    def _speakers(self, trigger: Trigger, span: Span) -> list[Body]:
        inside = self.within(*span)
        before = [b for b in inside if b.end <= trigger.start and trigger.start - b.end <= _BEFORE]
        behind = [b for b in inside if 0 <= b.start - trigger.end <= _BY]
        return before or [b for b in behind[:1] if not self._is_toward(b)]

    def speaks(self, body: Body, before: int) -> bool:
        """Whether a body is the subject of a verb of speech that ends before a position, or follows one."""
        text = self._text
        verb = reporting_pattern().search(text, body.end, min(len(text), body.end + _SPOKE))
        if verb and OF_ITSELF.match(text, verb.end()):
            return False  # "ICE says it arrested nine people"
        if verb and verb.end() <= before and "," not in _NAMED.sub("", text[body.end : verb.start()]):
            return True
        beside = max(0, body.start - _BY), body.start
        told = any(word in text[slice(*beside)] for word in _TOLD)  # spares time
        return told and patterns()["told"].search(text, *beside) is not None

    def is_by(self, body: Body) -> bool:
        """Whether a body does something in a phrase with "by"."""
        if patterns()["by"].search(self._text, max(0, body.start - _BY), body.start):
            return True
        at = bisect_left(self._starts, body.start)
        before = self.bodies[at - 1] if at else None  # "by ICE, the FBI and the sheriff"
        if not before or not patterns()["joined"].fullmatch(self._text, before.end, body.start):
            return False
        return self.is_by(before)

    def _is_aside(self, body: Body, trigger: Trigger) -> bool:
        """Whether a body only speaks about the act, is a destination, or names a thing ("an ICE facility")."""
        if self.has_no_part(body):
            return True
        owning = patterns()["owning"].fullmatch(self._text, body.end, trigger.start)
        if owning and not (trigger.is_verb and self.is_opposed(body)):  # "a rally against ICE drew 300"
            return False
        return self.speaks(body, trigger.start) or self.is_mere_object(body)

    def is_mere_object(self, body: Body) -> bool:
        """Whether a body is acted on or talked about, or a thing carries its name."""
        if self._is_toward(body):
            return True
        office = body.name == "sheriff" and OFFICE.match(
            self._text, body.end
        )  # it acts, as no other body's office does
        return not office and bool(patterns()["thing"].match(self._text, body.end))

    def _is_toward(self, body: Body) -> bool:
        before = max(0, body.start - _BY), body.start
        if not (toward().search(self._text, *before) and patterns()["toward"].search(self._text, *before)):
            return False
        return not patterns()["members"].search(self._text, *before)

    def _of_the_story(self, sentence: Span, kind: Kind) -> tuple[str, ...]:
        """Return whose act it is if its sentence names nobody: the publishing office, or else the passage's."""
        if self.own:
            return self._named([Body(0, 0, self.own)], kind)
        if kind not in _ENFORCING:
            return ()
        enforcing = set(lexicon.load("acting")["enforcement"])
        before = [b for b in self.within(max(0, sentence[0] - _BEFORE), sentence[1]) if b.name in enforcing]
        behind = [b for b in self.within(sentence[1], sentence[1] + _BEHIND) if b.name in enforcing]
        near = before[-1:] or behind[:1]
        if not near and self._times >= _OFTEN:
            near = [Body(0, 0, self._chief)]
        return self._named(near, kind)

    def _named(self, bodies: list[Body], kind: Kind) -> tuple[str, ...]:
        names = [b.name for b in bodies if can_act(b.name, kind)]
        return tuple(dict.fromkeys(name for one in names for name in (one, parent_of(one))))


_LOCAL = {"sheriff", "police", "federal court", "National Guard", "White House", "Congress"}
_PARTIES = {Kind.LAWSUIT, Kind.RULING}
_SPOKEN = {Kind.STATEMENT, Kind.HEARING, Kind.LEGISLATION, Kind.PROTEST}


def _name(match: re.Match[str]) -> str:
    return str(lexicon.load("agencies")[number_of(match)]["name"])


@cache
def _parents() -> dict[str, str]:
    return {row["name"]: row["part_of"] for row in lexicon.load("agencies") if "part_of" in row}


def can_act(name: str, kind: Kind) -> bool:
    """Whether a body can perform an event of a kind: courts make no arrests."""
    return not (kind in _ENFORCING and name in _NO_COURT)


def parent_of(name: str) -> str:
    """Return the body that contains this one: "HSI" belongs to ICE; any other body is its own parent."""
    return _parents().get(name, name)


def _publisher(article: Article) -> str:
    """Return the body whose press release an article is, or ""."""
    for row in lexicon.load("agencies"):
        host = row.get("host")
        if host and re.match(rf"https?://(?:[\w-]+\.)*{re.escape(host)}(?:/|$)", article.url or ""):
            return str(row["name"])
    own = agencies_pattern().search(article.publisher or "")
    return _name(own) if own else ""
