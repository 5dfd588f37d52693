"""Score extraction and merging on annotated reports and scraped pages, and print gains and losses.

    python benchmarks/events.py [--shared DIR] [--update] [--errors]

`DIR` contains `articles/`, `gold/score_events.py`, `ice/score_ice.py` and their annotations (default: the folder
`shared` beside the checkout). Gains and losses are relative to `events.json` here, which `--update` rewrites.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

HERE = Path(__file__).resolve().parent
FIGURES = HERE / "events.json"
MENTIONS = ("recall_core", "precision", "date_exact", "kind", "place", "status")
OF_MANY = ("count", "agency")  # too rare in the first reports to be measured there
SETS = {  # by their names for the scorer
    "five reports": "seed-",
    "twelve reports": "first",
    "reports to learn from": "learn",
    "reports kept blind": "blind",
}
_SHORT = b'{"id": "herald", "text": "Agents of ICE arrested nine people in Austin, Texas, on May 6, 2031."}\n'
PAGES = 6_000_000  # characters; so many that starting costs next to nothing
MERGED = ("pair_precision", "pair_recall", "pair_f1", "events_with_conflicts")


def extract(path: Path, into: Path, *flags: str) -> float:
    """Write what `raidline extract` finds in `path`; return the characters read per second, start-up included.

    That is a second of the processor, because other programs run beside. The modules are compiled, as those of an
    installed program are: `into` lies in the folder for that.
    """
    characters = sum(len(file.read_text(encoding="utf-8")) for file in ([path] if path.is_file() else path.iterdir()))
    compiled = {"PYTHONPYCACHEPREFIX": str(into.parent / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, "-m", "raidline", "extract", "--format", "jsonl", *flags]
    run = partial(subprocess.run, stderr=subprocess.DEVNULL, env=os.environ | compiled, check=True)
    run([*command, "-"], input=_SHORT, stdout=subprocess.DEVNULL)
    began = _processor_time()
    with into.open("wb") as out:
        run([*command, str(path)], stdout=out)
    return characters / (_processor_time() - began)


def _repeated(pages: Path, into: Path) -> Path:
    """Write scraped pages again and again, each time under other names, up to as many characters as are timed."""
    articles = [json.loads(line) for line in pages.read_text(encoding="utf-8").splitlines()]
    length = sum(len(article["text"]) for article in articles)
    with into.open("w", encoding="utf-8") as file:
        for number in range(-(-PAGES // length)):
            for article in articles:
                file.write(json.dumps(article | {"id": f"{article['id']}-{number}"}) + "\n")
    return into


def _processor_time() -> float:
    """Return how long the processes started so far have run."""
    times = os.times()
    return times.children_user + times.children_system


def score(scorer: Path, *arguments: str) -> str:
    """Return what a scorer prints."""
    return subprocess.run([sys.executable, str(scorer), *arguments], capture_output=True, text=True, check=True).stdout


def measure(shared: Path, folder: Path, errors: list[str]) -> dict[str, dict[str, float]]:
    """Return the figures of each annotated set, rounded as the scorers round them."""
    gold = shared / "gold" / "score_events.py"
    mentions, merged, pages = (folder / f"{name}.jsonl" for name in ("mentions", "merged", "pages"))
    dense = extract(shared / "articles", mentions, "--no-merge")
    extract(shared / "articles", merged)
    rate = extract(shared / "ice" / "articles.jsonl", pages, "--no-merge")
    many = extract(
        _repeated(shared / "ice" / "articles.jsonl", folder / "many.jsonl"), folder / "found.jsonl", "--no-merge"
    )
    print(f"{dense:,.0f} characters/s on the reports, {rate:,.0f} on the scraped pages, start-up included;", end=" ")
    print(f"{many:,.0f} on {PAGES:,} characters of pages")
    figures = {}
    for name, articles in SETS.items():
        told = json.loads(score(gold, "mentions", str(mentions), "--articles", articles))
        figures[name] = {key: told[key] for key in (*MENTIONS, *OF_MANY) if key in told}
    for name, articles in (("merging", "first"), ("merging of all", "all")):
        told = json.loads(score(gold, "merged", str(merged), "--articles", articles))
        figures[name] = {key: told[key] for key in MERGED}
    words = score(shared / "ice" / "score_ice.py", str(pages))
    figures["scraped pages"] = {key.strip(): float(value) for key, value in re.findall(r"([a-z' ]+) ([0-9.]+)", words)}
    if errors:
        print(score(gold, "mentions", str(mentions), *errors), score(gold, "merged", str(merged), *errors))
    return figures


def main() -> int:
    """Measure, print each figure with its gain or loss; return 2 if the annotations are missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared")
    parser.add_argument("--update", action="store_true", help="rewrite events.json")
    parser.add_argument("--errors", action="store_true", help="also list what was missed and what is false")
    options = parser.parse_args()
    if not (options.shared / "gold").is_dir():
        print(f"no annotations in {options.shared}; give --shared DIR", file=sys.stderr)
        return 2
    committed = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(options.shared, Path(folder), ["--errors"] if options.errors else [])
    for name, row in figures.items():
        print(name)
        for key, figure in row.items():
            before = committed.get(name, {}).get(key)
            change = "new" if before is None else f"{figure - before:+.3f}" if figure != before else "="
            print(f"  {key:32} {figure:8.3f}  {change}")
    if options.update:
        FIGURES.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
