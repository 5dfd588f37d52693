"""The dialogue with a reviewer: what is shown of each candidate, what is asked, and what the answers do."""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from raidline.check import run_checks
from raidline.cli.clock import now
from raidline.cli.editor import edit
from raidline.cli.explain import as_lines
from raidline.cli.keys import ask_key, ask_line
from raidline.cli.output import talk
from raidline.dates.words import in_words
from raidline.errors import RaidlineError
from raidline.explain.account import explain
from raidline.merging.sameness import kinds_agree
from raidline.review.deciding import (
    Accept,
    AlreadyDecidedError,
    Choice,
    Merge,
    Reject,
    accept_all,
    decide,
)
from raidline.review.desk import find, proposal, read_desk, salience
from raidline.review.nearness import nearest
from raidline.store.eventfiles import articles_beside
from raidline.store.load import Loaded, load_events
from raidline.terminal import print_pieces, print_problems
from raidline.yamltext.dumping import dump

if TYPE_CHECKING:
    from raidline.article import Article
    from raidline.models import Event
    from raidline.review.choosing import Filter
    from raidline.review.decisions import Decision
    from raidline.review.desk import Desk

QUESTION = "accept, edit, merge, reject, skip, quit [a e m r s q ?]"
HELP = (
    "a: accept it into the timeline as it is",
    "e: edit it first",
    "m: merge it into an event of the timeline: its sources become sources of that event",
    "r: reject it: it is never offered again",
    "s: skip it: it is offered again the next time",
    "q: quit: decisions are kept, and open candidates are offered again the next time",
)
_EDIT = """\
# Change what you like, save, and close the editor; close it without saving to go back.
# Give it a title of your own, and no more precision than the source has. Comment lines like these are dropped.
"""


@dataclass
class Reviewer:
    """One reviewer at work on a timeline, and the decisions so far."""

    timeline: Path
    articles: Mapping[str, Article]
    done: Counter[str] = field(default_factory=Counter)
    cited: set[str] = field(default_factory=set)

    def accept(self, waiting: Sequence[Event], wanted: Filter) -> list[Event]:
        """Accept without asking what passes the filter; return the others."""
        chosen = [candidate for candidate in waiting if wanted.passes(candidate, self.articles)]
        for decision in accept_all(self.timeline, chosen, now=now()):
            self._note(decision, next(one for one in chosen if one.id == decision.candidate))
        return [candidate for candidate in waiting if candidate not in chosen]

    def ask(self, waiting: Sequence[Event]) -> None:
        """Show one candidate after the other and carry out the answers, until none is left or the reviewer quits."""
        for number, candidate in enumerate(waiting, 1):
            desk = read_desk(self.timeline)
            if desk.decided.on(candidate):  # by another reviewer
                continue
            self._show(desk, candidate, f"{number} of {len(waiting)}, salience {salience(candidate):.2f}")
            if not self._asked(candidate):
                return

    def sum_up(self, left: int) -> None:
        """Print what was done, and what is still to do."""
        talk(", ".join([*(f"{number} {what}" for what, number in self.done.items()), f"{left} open"]))
        folder = articles_beside(self.timeline)
        stored = {a.id for a in self.articles.values() if a.path.resolve().is_relative_to(folder.resolve())}
        if elsewhere := sorted(self.cited - stored):
            talk(f"now cited but not yet in {folder}: {', '.join(elsewhere)}")

    def _show(self, desk: Desk, candidate: Event, heading: str) -> None:
        explanation = explain(candidate, self.articles)
        lines = [*as_lines(explanation)]
        for source, account in zip(candidate.sources, explanation.accounts, strict=True):
            if account.passage is None and source.quote:
                lines += [("", []), (f"{source.article or source.publisher}: ", [(source.quote, "")])]
        if explanation.accounts[0].passage is None and candidate.candidate:
            lines += [("read: ", [(f"“{candidate.candidate.date_text}”, {candidate.candidate.how}", "")])]
        for event in nearest(desk, candidate)[:1]:
            if kinds_agree(event.kind, candidate.kind):
                lines += [("", []), ("near: ", [(_in_a_line(event), "differ")])]
        print_pieces([("", [(heading, "facts")]), *lines, ("", [])], sys.stdout)

    def _asked(self, candidate: Event) -> bool:
        """Ask until the candidate is decided or skipped; return False if the reviewer quits."""
        while True:
            try:
                match ask_key(QUESTION):
                    case None | "q":
                        return False
                    case "s":
                        self.done["skipped"] += 1
                        return True
                    case "a":
                        choice: Choice | None = Accept()
                    case "r":
                        choice = Reject()
                    case "e":
                        choice = self._edited(candidate)
                    case "m":
                        choice = self._merged(candidate)
                    case _:
                        _say(HELP)
                        choice = None
                if choice:
                    self._decide(candidate, choice)
                    return True
            except RaidlineError as error:
                talk(f"error: {error}")

    def _decide(self, candidate: Event, choice: Choice) -> None:
        try:
            decision = decide(self.timeline, candidate, choice, now=now())
        except AlreadyDecidedError as error:
            talk(str(error))
        else:
            self._note(decision, candidate)

    def _note(self, decision: Decision, candidate: Event) -> None:
        """Print a decision, and remember it for the end."""
        self.done[decision.decision] += 1
        if decision.event:
            self.cited.update(source.article for source in candidate.sources if source.article)
        into = f" into {decision.event}" if decision.decision == "merged" else ""
        talk(f"{decision.decision} {candidate.id if into or not decision.event else decision.event}{into}")

    def _merged(self, candidate: Event) -> Choice | None:
        desk = read_desk(self.timeline)
        near = nearest(desk, candidate)
        _say(f"{number}: {_in_a_line(event)}" for number, event in enumerate(near, 1))
        numbers = f"1 to {len(near)}, or " if len(near) > 1 else "1, or " if near else ""
        answer = ask_line(f"merge into which event? {numbers}an id; nothing to go back:")
        if not answer:
            return None
        chosen = near[int(answer) - 1].id if answer in map(str, range(1, len(near) + 1)) else answer
        return Merge(find(desk, chosen).event.id)

    def _edited(self, candidate: Event) -> Choice | None:
        """Return the edited event; None if the reviewer gives up."""
        proposed = proposal(read_desk(self.timeline), candidate)
        with tempfile.TemporaryDirectory(prefix="raidline-") as folder:
            file = Path(folder) / f"event-{candidate.id}.yaml"  # Windows has no con.yaml
            data = proposed.model_dump(mode="json", exclude_defaults=True, exclude_none=True)
            file.write_text(_EDIT + dump({"events": [data]}), encoding="utf-8", newline="")
            before = file.read_bytes()
            while True:
                edit(file)
                if file.read_bytes() == before:
                    talk("nothing was changed")
                    return None
                event, blocked = self._read_edited(file)
                if event and not blocked:
                    return Accept(event)
                ways = "edit again, accept anyway, or go back [e a b]" if event else "edit again, or go back [e b]"
                answer = ask_key(ways)
                if event and answer == "a":
                    return Accept(event)
                if answer != "e":
                    return None

    def _read_edited(self, file: Path) -> tuple[Event | None, bool]:
        """Return the event in a file, and whether it has problems, which are printed."""
        loaded = load_events([file])
        found = list(loaded.problems)
        event = loaded.events[0] if len(loaded.events) == 1 and not found else None
        if event:
            together = Loaded((*read_desk(self.timeline).records, *loaded.records), ())
            found = [problem for problem in run_checks(together, self.articles) if problem.path == str(file)]
        elif not found:
            talk(f"keep one event; there are {len(loaded.events)}")
        print_problems([replace(problem, path=file.name) for problem in found], sys.stderr)
        return event, bool(found)


def _in_a_line(event: Event) -> str:
    return f"{in_words(event.date)}: {event.title} ({event.id})"


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        talk(line)
