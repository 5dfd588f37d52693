"""Kill commands that write with kill -9 at random moments, and look whether anything is lost, half or wrong.

    python scripts/kill_writers.py [KILLS] [--seed N]

Each command starts from the same files. After a kill each file has to be the old one or the new one, byte for byte;
what `raidline show` answers through a cache that all of them share has to be what it answers without one; and the
command, run once more, has to end with the very files of a run that nobody killed. The exit code is 1 where not.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from raidline.files.atomic import UNFINISHED

RAIDLINE = (sys.executable, "-m", "raidline")
LEFT = (UNFINISHED, ".lock", ".partial", ".raidline-site.journal", ".raidline-site.new", "-journal")
WRITERS: Mapping[str, tuple[str, ...]] = {
    "fmt": ("fmt",),
    "check --fix": ("check", "--fix"),
    "review --batch": ("review", "candidates.yaml", "--accept-salience", "0", "--batch"),
    "export html": ("export", "-o", "page.html"),
    "export sqlite": ("export", "-o", "timeline.sqlite"),
    "import": ("import", "raids.csv", "-o", "imported.yaml"),
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
NOW = re.compile(rb'updated: "[0-9TZ:-]+"')  # when an event was accepted, which differs from run to run
Files = dict[str, bytes]


@dataclass(slots=True)
class Tally:
    """What became of a command's kills."""

    kills: int = 0
    in_time: int = 0
    old: int = 0
    new: int = 0
    between: int = 0
    left: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def main() -> int:
    """Kill each command equally often and print a table, also after ctrl-C; return 1 where anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kills", nargs="?", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))  # noqa: S311 - moments
    options = parser.parse_args()
    print(f"{options.kills} kills, --seed {options.seed}", flush=True)
    chance = random.Random(options.seed)  # noqa: S311 - as above
    with tempfile.TemporaryDirectory(prefix="raidline-kills-") as made:
        bench = Bench(Path(made), chance)
        with suppress(KeyboardInterrupt):
            for number in range(options.kills):
                bench.kill(list(WRITERS)[number % len(WRITERS)])
        return report(bench.tallies)


def report(tallies: Mapping[str, Tally]) -> int:
    """Print what became of the kills; return 1 where anything went wrong."""
    print(f"{'command':15} {'kills':>5} {'in time':>7} {'old':>5} {'new':>5} {'both':>5} {'wrong':>5}  left behind")
    for name, one in tallies.items():
        left = ", ".join(f"{number} {kind}" for kind, number in sorted(one.left.items()))
        counts = (one.kills, one.in_time, one.old, one.new, one.between, len(one.wrong))
        print("{:15} {:5} {:7} {:5} {:5} {:5} {:5}  {}".format(name, *counts, left))
    wrong = [f"{name}: {what}" for name, one in tallies.items() for what in one.wrong]
    print(f"{sum(one.kills for one in tallies.values())} kills, {len(wrong)} wrong", *wrong, sep="\n")
    return bool(wrong)


class Bench:
    """The files that all commands start from, what each makes of them, and the cache that they share."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.chance = chance
        self.start, self.work, self.cache = folder / "start", folder / "work", folder / "cache"
        self.tallies = {name: Tally() for name in WRITERS}
        self.answers: dict[bytes, bytes] = {}
        make_files(self.start)
        self.before = snapshot(self.start)
        self.after: dict[str, Files] = {}
        self.takes: dict[str, float] = {}
        for name, arguments in WRITERS.items():
            self.laid_out()
            began = time.monotonic()
            done = subprocess.run(
                [*RAIDLINE, *arguments], cwd=self.work, capture_output=True, check=False, env=self.env()
            )
            self.takes[name] = time.monotonic() - began
            if done.returncode not in {0, 1}:
                raise SystemExit(f"{name} does not run: {done.stderr.decode()}")
            self.after[name] = snapshot(self.work)
            if name != "show" and self.after[name] == self.before:
                raise SystemExit(f"{name} writes nothing")

    def env(self, cache: str | None = None) -> dict[str, str]:
        """Return the environment of a command, by default with the cache that all share."""
        return {**os.environ, "RAIDLINE_CACHE": str(self.cache) if cache is None else cache, "PYTHONUTF8": "1"}

    def laid_out(self) -> None:
        """Put the files as they were at the start."""
        shutil.rmtree(self.work, ignore_errors=True)
        shutil.copytree(self.start, self.work)

    def kill(self, name: str) -> None:
        """Start a command, kill it, and look."""
        tally, arguments = self.tallies[name], WRITERS[name]
        self.laid_out()
        if name == "show" and self.chance.random() < 0.5:  # a file that a cache could take for the one it knows
            events = self.work / "data/events.yaml"
            events.write_bytes(events.read_bytes().replace(b"agents", b"AGENTS"))
        before = snapshot(self.work)
        after = self.after[name] if name != "show" else before
        process = subprocess.Popen(
            [*RAIDLINE, *arguments],
            cwd=self.work,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env=self.env(),
        )
        share = self.chance.random() if self.chance.random() < 0.5 else self.chance.uniform(0.8, 1.1)
        time.sleep(self.takes[name] * share)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        tally.kills += 1
        tally.in_time += process.wait() == -signal.SIGKILL
        found = snapshot(self.work)
        tally.left.update(kind for path in self.work.rglob("*") for kind in LEFT if path.name.endswith(kind))
        tally.wrong += wrong_files(found, before, after)
        tally.old += found == before != after
        tally.new += found == after
        tally.between += found not in (before, after)
        tally.wrong += self.wrong_answers()
        self.run_again(name, arguments, after)

    def run_again(self, name: str, arguments: tuple[str, ...], after: Files) -> None:
        """Run the command once more, to its end, and compare what it leaves."""
        if name == "import" and (self.work / "imported.yaml").exists():
            return  # which it does not replace
        began = time.monotonic()
        done = subprocess.run([*RAIDLINE, *arguments], cwd=self.work, capture_output=True, check=False, env=self.env())
        self.takes[name] = (self.takes[name] + time.monotonic() - began) / 2  # a busy computer may be so no longer
        tally = self.tallies[name]
        if done.returncode not in {0, 1} or b"Traceback" in done.stderr:
            tally.wrong.append(f"cannot be run again: {done.stderr.decode()[-300:]}")
        elif (found := snapshot(self.work)) != after:
            tally.wrong.append(f"otherwise after the second run: {', '.join(differing(found, after))}")

    def wrong_answers(self) -> Iterator[str]:
        """Yield what `raidline show` answers otherwise than without a cache."""
        events = (self.work / "data/events.yaml").read_bytes()
        if events not in self.answers:
            self.answers[events] = self.shown("")
        if self.shown(None) != self.answers[events]:
            yield "show answers otherwise than without a cache"

    def shown(self, cache: str | None) -> bytes:
        """Return what `raidline show` prints."""
        return subprocess.run(
            [*RAIDLINE, *SHOW], cwd=self.work, capture_output=True, check=True, env=self.env(cache)
        ).stdout


def make_files(folder: Path) -> None:
    """Make a newsroom's folder: a timeline to be mended, its articles, candidates, a spreadsheet, an old site."""
    shipped = Path(__file__).parents[1] / "data"
    shutil.copytree(shipped / "articles", folder / "data" / "articles")
    text = (shipped / "events.yaml").read_text(encoding="utf-8")
    head, *events = text.split("\n  - id: ")
    events.sort(key=len)  # no order in which fmt would leave them
    events = [re.sub("(?m)^(    title: \\w+) ", r"\1  ", event) for event in events]  # for --fix
    (folder / "data" / "events.yaml").write_text("\n  - id: ".join([head, *events[:-1]]), encoding="utf-8")
    run = [*RAIDLINE, "publish", "site"]
    subprocess.run(run, cwd=folder, check=True, capture_output=True)
    (folder / "data" / "events.yaml").write_text(
        "\n  - id: ".join([head, *events]).rstrip("\n") + "\n", encoding="utf-8"
    )
    found = subprocess.run([*RAIDLINE, "extract", "data/articles"], cwd=folder, check=True, capture_output=True).stdout
    (folder / "candidates.yaml").write_bytes(found)
    rows = "".join(f'2017-02-{1 + n % 28:02},Raid {n},"Austin, Texas",https://a.example/{n}\n' for n in range(200))
    (folder / "raids.csv").write_text("Date,Title,Place,Link\n" + rows, encoding="utf-8")


def snapshot(folder: Path) -> Files:
    """Return the files of a folder but for what a killed command may leave."""
    return {
        path.relative_to(folder).as_posix(): NOW.sub(b"updated: now", path.read_bytes())
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
