"""Measure `raidline publish` of an invented timeline: new, again, and after one event was added.

    python benchmarks/publishing.py [--events N] [--beside CHECKOUT] [--update] [plain|rich ...]

Times are those of the processor, of all processes, and those of the clock, which say something on a quiet machine
alone; the files are those of the site, in megabytes. With --beside another
checkout of raidline does the same in turn, and the last column says how many times as much it takes. --update rewrites
`publishing.json` with the figures.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path

import timelines
from run import commanded

HERE = Path(__file__).resolve().parent
FIGURES = HERE / "publishing.json"
SORTS = ("plain", "rich")
SETTLED = 3.1  # seconds after which a file is known by its times
Figures = dict[str, float]


def published(checkout: Path, sort: str, events: int) -> Figures:
    """Return the seconds of each publication with the source of a checkout, and what the site takes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data, site = timelines.write(folder / "timeline", sort, events), folder / "site"
        articles = data.parent / "articles"
        articles.mkdir(exist_ok=True)
        environment = {
            "PYTHONPATH": os.pathsep.join([str(checkout / "src"), os.environ.get("PYTHONPATH", "")]).strip(os.pathsep),
            "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
            "PYTHONDONTWRITEBYTECODE": "",
            "RAIDLINE_CACHE": str(folder / "cache"),
        }
        where = ["--data", str(data), "--articles", str(articles)]
        command = [sys.executable, "-m", "raidline", "publish", str(site), *where]

        told: Figures = {}

        def measure(what: str) -> None:
            time.sleep(SETTLED)
            begun = time.perf_counter()
            told[what] = commanded(command, events, **environment).seconds
            told[f"{what}, clock"] = time.perf_counter() - begun

        commanded([*command[:3], "--version"], 1, **environment)  # compiles some of the modules
        measure("new")
        measure("again")
        timelines.one_more(data)
        measure("one added")
        sizes = {path: path.stat().st_size for path in site.rglob("*") if path.is_file()}
        pages = [size for path, size in sizes.items() if path.suffix == ".html"]
        return told | {"megabytes": sum(sizes.values()) / 1e6, "largest page, kB": max(pages) / 1e3}


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sorts", nargs="*", metavar="SORT", help="plain, rich; by default both")
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--beside", type=Path, metavar="CHECKOUT")
    parser.add_argument("--update", action="store_true", help="rewrite publishing.json")
    options = parser.parse_args()
    if unknown := set(options.sorts) - set(SORTS):
        parser.error(f"no sort {', '.join(sorted(unknown))}; there are {', '.join(SORTS)}")
    figures: dict[str, dict[str, list[float]]] = {}
    for sort in options.sorts or SORTS:
        ours = published(HERE.parent, sort, options.events)
        theirs = published(options.beside.resolve(), sort, options.events) if options.beside else {}
        print(f"-- {options.events:,} {sort} events", flush=True)
        for what, figure in ours.items():
            beside = f"{theirs[what]:10.2f}{theirs[what] / figure:8.2f} x" if theirs else ""
            print(f"{what:20}{figure:10.2f}{beside}", flush=True)
        figures[sort] = {what: [round(one[what], 2) for one in (ours, theirs) if one] for what in ours}
    if options.update:
        FIGURES.write_text(json.dumps({"events": options.events, **figures}, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
