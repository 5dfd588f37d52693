"""Kill commands that write at random moments and at each step, and check whether anything is lost, half or wrong.

    python scripts/kill_writers.py [KILLS] [--seed N] [--only COMMAND]

A command is killed with SIGKILL after a random time or just before one of its steps, or by the system in the middle of
a write that makes a file too large; it runs in a fork of this process, so that it spends most of its time working.

Each command starts from the same files. After a kill each file has to be the old one or the new one, byte for byte;
`raidline show` has to answer the same through a cache that all of them share as without one; and the command, run once
more, has to leave exactly the files of a run that nobody killed. Otherwise the exit code is 1.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import dying
from raidline.extract.pipeline import extract_article
from raidline.files.atomic import UNFINISHED
from raidline.reading.files import read_file

LEFT = (UNFINISHED, ".lock", ".partial", ".raidline-site.journal", ".raidline-site.new", "-journal")
WRITERS: Mapping[str, tuple[str, ...]] = {
    "fmt": ("fmt",),
    "check --fix": ("check", "--fix"),
    "review": ("review", "one.yaml"),
    "review, undo": ("review", "others.yaml"),
    "review --batch": ("review", "candidates.yaml", "--accept-salience", "0", "--batch"),
    "export html": ("export", "-o", "page.html"),
    "export sqlite": ("export", "-o", "timeline.sqlite"),
    "import": ("import", "raids.csv", "-o", "imported.yaml"),
    "import --into": ("import", "raids.csv", "--into", "data/events.yaml"),
    "extract": ("extract", "data/articles", "-o", "found.yaml", "--resume"),
    "extract --jobs": (
        "extract", "data/articles", "--jobs", "2", "--no-merge", "--format", "jsonl", "-o", "found.jsonl", "--resume",
    ),
    "publish": ("publish", "site"),
    "publish anew": ("publish", "elsewhere", "--base-url", "https://a.example/"),
    "init": ("init", "new"),
    "show": ("show", "--format", "json"),
}  # fmt: skip
SHOW = WRITERS["show"]
ACCEPT, UNDO = b"a\n\nq\n", b"u\nq\n"
TYPED = {"review": ACCEPT, "review, undo": UNDO}
WAYS = ("time", "step", "write")
NOW = re.compile(rb'updated: \\?"[0-9TZ:-]+\\?"')  # when an event was accepted, which differs between runs
BEFORE = re.compile(rb'"before": "[0-9a-f]+", ')  # of a decision: on its way back, it names what will be
Files = dict[str, bytes]


@dataclass(slots=True)
class Tally:
    """The results of a command's kills."""

    kills: int = 0
    in_time: Counter[str] = field(default_factory=Counter)
    old: int = 0
    new: int = 0
    between: int = 0
    left: Counter[str] = field(default_factory=Counter)
    corrupt: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def main() -> int:
    """Kill each command equally often and print a table, even after ctrl-C; return 1 if anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kills", nargs="?", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))  # noqa: S311 - moments
    parser.add_argument("--only", choices=[*WRITERS], action="append", help="kill only this command; repeatable")
    options = parser.parse_args()
    names = options.only or [*WRITERS]
    print(f"{options.kills} kills, --seed {options.seed}", flush=True)
    chance = random.Random(options.seed)  # noqa: S311 - as above
    with tempfile.TemporaryDirectory(prefix="raidline-kills-") as made:
        bench = Bench(Path(made), chance)
        with suppress(KeyboardInterrupt):
            for number in range(options.kills):
                bench.kill(names[number % len(names)])
        return report(bench.tallies)


def report(tallies: Mapping[str, Tally]) -> int:
    """Print the results of the kills; return 1 if anything went wrong."""
    heads = ("command", "kills", "in time", *WAYS, "old", "new", "both", "corrupt", "wrong end")
    print("{:14} {:>5} {:>7} {:>5} {:>5} {:>5} {:>5} {:>5} {:>5} {:>7} {:>9}  left behind".format(*heads))
    for name, one in tallies.items():
        left = ", ".join(f"{number} {kind}" for kind, number in sorted(one.left.items()))
        counts = (one.kills, one.in_time.total(), *(one.in_time[way] for way in WAYS))
        ends = (one.old, one.new, one.between, len(one.corrupt), len(one.wrong))
        print("{:14} {:5} {:7} {:5} {:5} {:5} {:5} {:5} {:5} {:7} {:9}  {}".format(name, *counts, *ends, left))
    corrupt, wrong = (sum(len(getattr(one, kind)) for one in tallies.values()) for kind in ("corrupt", "wrong"))
    print(f"{sum(one.kills for one in tallies.values())} kills, {corrupt} corrupt, {wrong} wrong")
    for name, one in tallies.items():
        for what in (*one.corrupt, *one.wrong):
            print(f"{name}: {what}")
    return bool(corrupt or wrong)


class Bench:
    """The files that all commands start from, the result of each command, and the cache that they share."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.chance = chance
        self.start, self.work, self.cache = folder / "start", folder / "work", folder / "cache"
        self.ground = dying.Ground(self.work, folder / "said", environment(str(self.cache)), b"")
        self.uncached = self.ground._replace(environment=environment(""))
        self.tallies = {name: Tally() for name in WRITERS}
        self.answers: dict[bytes, bytes] = {}
        self.make_files()
        self.before = snapshot(self.start)
        self.after: dict[str, Files] = {}
        self.takes: dict[str, float] = {}
        self.steps: dict[str, int] = {}
        for name, arguments in WRITERS.items():
            self.lay_out()
            dying.load(arguments, self.ground._replace(typed=TYPED.get(name, b"")))
            self.after[name] = snapshot(self.work)
            if name != "show" and self.after[name] == self.before:
                raise SystemExit(f"{name} writes nothing")
        for name in WRITERS:
            self.lay_out()
            counted = folder / "steps"
            began = time.monotonic()
            code = self.run(name, dying.count_steps(counted))
            self.takes[name] = time.monotonic() - began
            self.steps[name] = counted.stat().st_size
            if code not in {0, 1} or snapshot(self.work) != self.after[name]:
                raise SystemExit(f"{name} behaves differently in a fork: {self.told()}")

    def lay_out(self) -> None:
        """Restore the files as they were at the start."""
        shutil.rmtree(self.work, ignore_errors=True)
        shutil.copytree(self.start, self.work)

    def made(self, arguments: tuple[str, ...], typed: bytes = b"") -> None:
        """Run a command that makes a file to start from."""
        dying.ended(dying.begun(arguments, self.ground._replace(typed=typed), dying.live))

    def begun(self, name: str, death: dying.Death = dying.live) -> int:
        """Start a command with what is typed into it; return its process."""
        return dying.begun(WRITERS[name], self.ground._replace(typed=TYPED.get(name, b"")), death)

    def run(self, name: str, death: dying.Death = dying.live) -> int:
        """Run a command and return its exit code."""
        return dying.ended(self.begun(name, death))

    def told(self) -> str:
        """Return the end of the last command's stderr."""
        return self.ground.told.read_text(encoding="utf-8", errors="replace")[-300:]

    def kill(self, name: str) -> None:
        """Start a command, kill it, and check the result."""
        tally = self.tallies[name]
        self.lay_out()
        if name == "show" and self.chance.random() < 0.5:  # a file that a cache could mistake for the one it knows
            events = self.work / "data/events.yaml"
            events.write_bytes(events.read_bytes().replace(b"agents", b"AGENTS"))
        before = snapshot(self.work)
        after = self.after[name] if name != "show" else before
        way = WAYS[tally.kills % len(WAYS)]
        tally.kills += 1
        tally.in_time[way] += self.killed(name, way)
        found = snapshot(self.work)
        tally.left.update(kind for path in self.work.rglob("*") for kind in LEFT if path.name.endswith(kind))
        tally.corrupt += wrong_files(found, before, after)
        tally.old += found == before != after
        tally.new += found == after
        tally.between += found not in (before, after)
        tally.wrong += self.wrong_answers()
        self.run_again(name, after)

    def killed(self, name: str, way: str) -> bool:
        """Run a command that is killed in some way; return whether that happened before it ended."""
        if way == "time":
            process = self.begun(name)
            time.sleep(self.takes[name] * self.chance.uniform(0, 1.1))
            os.kill(process, signal.SIGKILL)
            return dying.ended(process) == -signal.SIGKILL
        if way == "step":
            return self.run(name, dying.at_a_step(self.chance.randint(1, self.steps[name]))) < 0
        sizes = [len(text) for path, text in self.after[name].items() if self.before.get(path) != text]
        largest = self.chance.choice(sizes or [self.largest_of_the_cache()])
        return self.run(name, dying.in_a_write(self.chance.randrange(largest))) < 0

    def largest_of_the_cache(self) -> int:
        """Return the size of the largest file in the cache."""
        return max(path.stat().st_size for path in self.cache.rglob("*") if path.is_file())

    def run_again(self, name: str, after: Files) -> None:
        """Run the command once more, to its end, and compare the files it leaves."""
        if name == "import" and (self.work / "imported.yaml").exists():
            return  # the command does not replace it
        began = time.monotonic()
        code = self.run(name)
        self.takes[name] = (self.takes[name] + time.monotonic() - began) / 2  # the computer may have been busy
        tally, told = self.tallies[name], self.told()
        if code not in {0, 1} or "Traceback" in told:
            tally.wrong.append(f"cannot be run again: {code} {told}")
        elif (found := snapshot(self.work)) != after:
            tally.wrong.append(f"different after the second run: {', '.join(differing(found, after))}")

    def wrong_answers(self) -> Iterator[str]:
        """Yield the answers of `raidline show` that differ from those without a cache."""
        events = (self.work / "data/events.yaml").read_bytes()
        if events not in self.answers:
            self.answers[events] = self.shown(self.uncached)
        if self.shown(self.ground) != self.answers[events]:
            yield f"show answers differently than without a cache: {self.told()}"

    def shown(self, ground: dying.Ground) -> bytes:
        """Return the exit code of `raidline show` and what it prints."""
        code = dying.ended(dying.begun(SHOW, ground, dying.live))
        return b"%d\n" % code + self.ground.said.read_bytes()

    def make_files(self) -> None:
        """Make a newsroom's folder: a timeline to be fixed, its articles, candidates, a spreadsheet, an old site."""
        shipped, folder = Path(__file__).parents[1] / "data", self.start
        shutil.copytree(shipped / "articles", folder / "data" / "articles")
        for article in read_file(min((folder / "data" / "articles").glob("*.md"))):
            extract_article(article)  # loads the lexicon before the forks
        text = (shipped / "events.yaml").read_text(encoding="utf-8")
        head, *events = text.split("\n  - id: ")
        events.sort(key=len)  # no order in which fmt would leave them
        events = [re.sub("(?m)^(    title: \\w+) ", r"\1  ", event) for event in events]  # for --fix
        timeline = folder / "data" / "events.yaml"
        timeline.write_text("\n  - id: ".join([head, *events[:-1]]), encoding="utf-8")
        self.lay_out()
        self.made(("publish", "site"))
        self.made(("extract", "data/articles", "-o", "candidates.yaml"))
        shutil.copytree(self.work / "site", folder / "site")
        candidates = (self.work / "candidates.yaml").read_text(encoding="utf-8")
        (folder / "candidates.yaml").write_text(candidates, encoding="utf-8")
        above, first, second, third, *_ = candidates.split("\n  - id: ")
        for name, chosen in (("one.yaml", [first]), ("others.yaml", [second, third])):
            (folder / name).write_text("\n  - id: ".join([above, *chosen]) + "\n", encoding="utf-8")
        timeline.write_text("\n  - id: ".join([head, *events]).rstrip("\n") + "\n", encoding="utf-8")
        self.lay_out()
        self.made(WRITERS["review, undo"], ACCEPT)  # the decision that is taken back
        for file in (self.work / "data").glob("events.*"):
            shutil.copy(file, folder / "data")
        rows = "".join(f'2017-02-{1 + n % 28:02},Raid {n},"Austin, Texas",https://a.example/{n}\n' for n in range(200))
        (folder / "raids.csv").write_text("Date,Title,Place,Link\n" + rows, encoding="utf-8")


def environment(cache: str) -> dict[str, str]:
    """Return the environment for commands."""
    return {"RAIDLINE_CACHE": cache, "PYTHONUTF8": "1"}


def snapshot(folder: Path) -> Files:
    """Return the files of a folder, except those that a killed command may leave."""
    return {
        path.relative_to(folder).as_posix(): BEFORE.sub(b"", NOW.sub(b"updated: now", path.read_bytes()))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(LEFT)
    }


def wrong_files(found: Files, before: Files, after: Files) -> list[str]:
    """Return the files that are neither the old nor the new one."""
    names = sorted(found.keys() | before.keys() | after.keys())
    return [
        f"{name} is neither old nor new" for name in names if found.get(name) not in (before.get(name), after.get(name))
    ]


def differing(one: Files, other: Files) -> list[str]:
    """Return the names under which two folders differ."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


if __name__ == "__main__":
    sys.exit(main())
