"""The dialogue with a reviewer: what is shown of each candidate, what is asked, and what the answers do."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from raidline import inert
from raidline.cli.clock import now
from raidline.cli.edited import in_editor
from raidline.cli.explain import as_lines
from raidline.cli.keys import ask_key, ask_line
from raidline.cli.merging import in_a_line, merged
from raidline.cli.narrowing import QUESTION as NARROW
from raidline.cli.narrowing import Narrowed, narrowed
from raidline.cli.output import talk
from raidline.errors import RaidlineError
from raidline.explain.account import explain
from raidline.merging.kinds import kinds_agree
from raidline.review.choosing import article_by_article, article_of
from raidline.review.deciding import Accept, AlreadyDecidedError, Choice, Reject, accept_all, decide, undo
from raidline.review.desk import read_desk, salience
from raidline.review.nearness import nearest
from raidline.store.eventfiles import articles_beside
from raidline.terminal import print_pieces

if TYPE_CHECKING:
    from raidline.article import Article
    from raidline.models import Event
    from raidline.review.choosing import Filter
    from raidline.review.decisions import Decision
    from raidline.review.desk import Desk
    from raidline.terminal import Piece

QUESTION = "accept edit merge reject skip next back undo filter quit [a e m r s n b u f q ?]"
QUESTION_AGAIN = "undo skip next back filter quit [u s n b f q ?]"  # at a candidate that is decided
QUESTION_AT_THE_END = "that was the last one: back undo filter quit [b u f q]"
HELP = (
    "a: accept it into the timeline, under a title of yours",
    "e: edit it first",
    "m: merge it into an event of the timeline: its sources become sources of that event, which you may correct",
    "r: reject it: it is not offered again",
    "s: skip it: it is offered again the next time",
    "n: next article: skip what is left of this one",
    "b: go back to the candidate before this one",
    "u: undo: take back the last decision, also one of an earlier review of these candidates",
    "f: filter: only candidates of a kind, a salience or a place",
    "q: quit: decisions are kept, and open candidates are offered again the next time",
)
Step: TypeAlias = Literal["on", "skip", "article", "back", "undo", "filter", "quit"]
_STEPS: Mapping[str | None, Step] = {
    None: "quit", "q": "quit", "s": "skip", "n": "article", "b": "back", "u": "undo", "f": "filter",
}  # fmt: skip
_TITLE = "a title in your own words; Enter keeps the machine's:"
_WORDS_OF_A_TITLE = 2


@dataclass
class Reviewer:
    """One reviewer at work on a timeline with some candidates, and the decisions so far.

    `past` are the decisions that can be taken back, the latest last.
    """

    timeline: Path
    articles: Mapping[str, Article]
    candidates: Sequence[Event]
    desk: Desk
    past: list[Decision] = field(default_factory=list)
    done: Counter[str] = field(default_factory=Counter)
    skipped: set[str] = field(default_factory=set)
    cited: set[str] = field(default_factory=set)
    narrowed: Narrowed = field(default_factory=Narrowed)

    def accept(self, waiting: Sequence[Event], wanted: Filter) -> list[Event]:
        """Accept without asking what passes the filter; return the others."""
        chosen = [candidate for candidate in waiting if wanted.passes(candidate, self.articles)]
        for decision in accept_all(self.timeline, chosen, now=now()):
            self._note(decision, next(one for one in chosen if one.id == decision.candidate))
        return [candidate for candidate in waiting if candidate not in chosen]

    def ask(self, waiting: Sequence[Event]) -> None:
        """Show one candidate after the other and carry out the answers, until the reviewer quits or can do no more."""
        queue, at, going_back = [*waiting], 0, False
        while at < len(queue) or self.past or self.narrowed.typed:
            self.desk = read_desk(self.timeline, self.desk)
            if at == len(queue):
                if (step := self._asked_at_the_end()) == "quit":
                    return
                going_back = step == "back"
                at = self._gone(step, queue, at)
                continue
            candidate = queue[at]
            decision = self.desk.decided.on(candidate)
            if decision and not going_back:  # earlier, or by another reviewer
                at += 1
                continue
            only = f" ({self.narrowed.typed})" if self.narrowed.typed else ""
            self._show(candidate, f"{at + 1} of {len(queue)}{only}, salience {salience(candidate):.2f}", decision)
            step = self._asked_again(decision) if decision else self._asked(candidate)
            if step == "quit":
                return
            going_back = step == "back"
            at = self._gone(step, queue, at)

    def sum_up(self) -> None:
        """Print what was done, and what is still to do."""
        self.desk = read_desk(self.timeline, self.desk)
        done = self.done | Counter(skipped=len(self.skipped))
        parts = [f"{number} {what}" for what, number in done.items() if number]
        talk(", ".join([*parts, f"{len(self.desk.open(self.candidates))} open"]))
        folder = articles_beside(self.timeline)
        stored = {a.id for a in self.articles.values() if a.path.resolve().is_relative_to(folder.resolve())}
        if elsewhere := sorted(self.cited - stored):
            talk(f"now cited but not yet in {folder}: {', '.join(elsewhere)}")

    def _show(self, candidate: Event, heading: str, decision: Decision | None) -> None:
        explanation = explain(candidate, self.articles)
        lines: list[tuple[str, list[Piece]]] = [*as_lines(explanation)]
        if explanation.accounts[0].passage is None and candidate.candidate:
            lines += [("read: ", [(f"“{candidate.candidate.date_text}”, {candidate.candidate.how}", "")])]
        if decision:
            lines += [("", []), ("", [(f"{_told(decision)}; u takes that back", "differ")])]
        else:
            for event in nearest(self.desk, candidate)[:1]:
                if kinds_agree(event.kind, candidate.kind):
                    lines += [("", []), ("near: ", [(in_a_line(event), "differ")])]
        left = [("", [(line, "facts")]) for line in (heading, self._left(candidate))]
        print_pieces([*left, ("", []), *lines, ("", [])], sys.stdout)

    def _left(self, candidate: Event) -> str:
        """Return how many candidates are decided and open, of the article and of all."""
        article = article_of(candidate)
        beside = [one for one in self.candidates if article_of(one) == article]
        return f"{article}: {self._counted(beside)}; all: {self._counted(self.candidates)}"

    def _counted(self, candidates: Iterable[Event]) -> str:
        states = Counter(self._state(one) for one in candidates)
        names = ("accepted", "merged", "rejected", "skipped", "open")
        return ", ".join(f"{states[name]} {name}" for name in names if states[name])

    def _state(self, candidate: Event) -> str:
        decision = self.desk.decided.on(candidate)
        return decision.decision if decision else "skipped" if candidate.id in self.skipped else "open"

    def _asked(self, candidate: Event) -> Step:
        """Ask until the candidate is decided or left; return where to go."""
        while True:
            key = ask_key(QUESTION)
            if step := _STEPS.get(key):
                return step
            try:
                if choice := self._chosen(candidate, key):
                    self._decide(candidate, choice)
                    return "on"
            except RaidlineError as error:
                talk(f"error: {error}")

    def _chosen(self, candidate: Event, key: str | None) -> Choice | None:
        """Return the choice that a key means, after what else has to be asked; None to ask again."""
        match key:
            case "a":
                return self._accepted(candidate, None)
            case "e":
                event = in_editor(self.desk, candidate, self.articles)
                return self._accepted(candidate, event) if event else None
            case "m":
                return merged(self.desk, candidate, self.articles)
            case "r":
                return Reject()
        _say(HELP)
        return None

    def _asked_again(self, decision: Decision) -> Step:
        """Ask what to do about a candidate that is decided; return where to go."""
        while (step := _STEPS.get(ask_key(QUESTION_AGAIN))) is None:
            _say(HELP[-4:])
        if step == "undo":
            self.past = [*(one for one in self.past if one != decision), decision]
        return step

    def _asked_at_the_end(self) -> Step:
        """Ask what to do when no candidate is left; return where to go."""
        while (step := _STEPS.get(ask_key(QUESTION_AT_THE_END))) in (None, "skip", "article"):
            pass
        return step or "quit"

    def _filtered(self, queue: list[Event], at: int) -> int:
        """Ask which candidates are wanted and put the open ones into the queue; return where to go on in it."""
        typed = ask_line(NARROW)
        if typed is None:
            return at
        try:
            asked = narrowed(typed)
        except RaidlineError as error:
            talk(f"error: {error}")
            return at
        _say(asked.remarks)
        found = [one for one in self.candidates if asked.wanted.passes(one, self.articles)]
        if not (waiting := article_by_article(self.desk.open(found))):
            talk(f"no open candidate is meant by {asked.typed}; nothing changes" if asked.typed else "none is open")
            return at
        current = queue[at] if at < len(queue) else None
        self.narrowed = asked
        queue[:] = waiting
        return queue.index(current) if current in queue else 0

    def _decide(self, candidate: Event, choice: Choice) -> None:
        try:
            decision = decide(self.timeline, candidate, choice, now=now(), before=self.desk)
        except AlreadyDecidedError as error:
            talk(str(error))
        else:
            self._note(decision, candidate)

    def _note(self, decision: Decision, candidate: Event) -> None:
        """Print a decision, and remember it for the end."""
        self.past.append(decision)
        self.done[decision.decision] += 1
        self.skipped.discard(candidate.id)
        if decision.event:
            self.cited.update(source.article for source in candidate.sources if source.article)
        talk(_told(decision))

    def _undone(self, queue: list[Event], at: int) -> int:
        """Take back the last decision; return where its candidate is in the queue."""
        if not self.past:
            talk("nothing to undo")
            return at
        decision = self.past.pop()
        try:
            same = undo(self.timeline, decision, before=self.desk)
        except RaidlineError as error:
            talk(f"error: {error}")
            return at
        self.done[decision.decision] -= self.done[decision.decision] > 0
        changed = "" if same else f"; {self.timeline} keeps what else was changed since"
        talk(f"taken back: {_told(decision)}{changed}")
        for number, candidate in enumerate(queue):
            if decision.concerns(candidate):
                return number
        queue[at:at] = [one for one in self.candidates if decision.concerns(one)][:1]
        return at

    def _gone(self, step: Step, queue: list[Event], at: int) -> int:
        """Return where in the queue a step leads."""
        match step:
            case "back":
                return max(at - 1, 0)
            case "undo":
                return self._undone(queue, at)
            case "filter":
                return self._filtered(queue, at)
            case "article":
                beside = [*takewhile(lambda one: article_of(one) == article_of(queue[at]), queue[at:])]
            case "skip":
                beside = queue[at : at + 1]
            case _:
                return at + 1
        for number, candidate in enumerate(beside, at + 1):
            if self.desk.decided.on(candidate) is None:
                self.skipped.add(candidate.id)
            at = number
        return at

    def _accepted(self, candidate: Event, event: Event | None) -> Choice | None:
        """Ask for a title if it is still the machine's; None to go back."""
        if candidate.candidate is None or (event and event.title != candidate.title):
            return Accept(event)
        while (typed := ask_line(_TITLE)) is not None:
            title = inert.line(typed)  # an arrow key types control characters
            if not title:
                return Accept(event)
            if len(title.split()) >= _WORDS_OF_A_TITLE:
                return Accept(event, title)
            talk("a title says in a few words what happened")
        return None


def _told(decision: Decision) -> str:
    """Return a decision in words."""
    if decision.decision == "merged":
        return f"merged {decision.candidate} into {decision.event}"
    return f"{decision.decision} {decision.event or decision.candidate}"


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        talk(line)
