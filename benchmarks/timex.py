"""Score and time the tagger of time expressions on annotated news, beside dateparser's `search_dates`, in one run.

    python benchmarks/timex.py [--shared DIR] [--update]

`DIR/timex/` holds `timebank.jsonl`, `aquaint.jsonl` and `score_timex.py` (default: the folder `shared` beside the
checkout). Gains and losses are against `timex.json` here, which `--update` writes anew. Scores are
TempEval-3's; of the times only the ratio means something.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

from dateparser.search import search_dates

from raidline.extract.timex import find_timexes

HERE = Path(__file__).resolve().parent
FIGURES = HERE / "timex.json"
SETS = ("timebank", "aquaint")
Documents = dict[str, dict[str, Any]]


def tagger(text: str, published: str) -> list[dict[str, Any]]:
    """Return what the tagger finds, in the form the scorer reads."""
    found = find_timexes(text, date.fromisoformat(published))
    return [{"start": t.start, "end": t.end, "text": t.text, "type": t.type, "value": t.value} for t in found]


def dateparser(text: str, published: str) -> list[dict[str, Any]]:
    """Return what `search_dates` finds; it gives no offsets, so each text is looked for after the one before."""
    settings = {"RELATIVE_BASE": datetime.fromisoformat(published), "PREFER_DATES_FROM": "past"}
    found, at = [], 0
    for words, moment in search_dates(text, languages=["en"], settings=settings) or []:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            day = moment.date().isoformat()
            found.append({"start": start, "end": at, "text": words, "type": "DATE", "value": day})
    return found


def run(program: Callable[[str, str], list[dict[str, Any]]], documents: Documents) -> tuple[Documents, float]:
    """Return what the program finds in the documents, and how many characters it reads in a second."""
    began = time.perf_counter()
    found = {name: {"timexes": program(doc["text"], doc["published"])} for name, doc in documents.items()}
    return found, sum(len(doc["text"]) for doc in documents.values()) / (time.perf_counter() - began)


def scores(scorer: ModuleType, gold: Documents, found: Documents) -> dict[str, float]:
    """Return the figures of one program on one set, rounded as they are committed."""
    everything = scorer.score(gold, found, lambda t: True)
    dates = scorer.score(gold, found, lambda t: t["type"] == "DATE")
    return {
        "strict F1": round(everything["strict_f1"], 1),
        "value F1": round(everything["value_f1"], 1),
        "value F1 of dates": round(dates["value_f1"], 1),
    }


def load_scorer(path: Path) -> ModuleType:
    """Load the scorer that lies beside the annotated news."""
    spec = importlib.util.spec_from_file_location("score_timex", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def show(label: str, figures: dict[str, float], before: dict[str, float], rate: float) -> None:
    """Print one row: the figures, what they gained or lost, and the speed."""
    cells = []
    for name, figure in figures.items():
        change = f"{figure - before[name]:+.1f}" if name in before else "new"
        cells.append(f"{name} {figure:5.1f} ({change})" if before else f"{name} {figure:5.1f}")
    print(f"{label:32} {'   '.join(cells)}   {rate:>11,.0f} characters/s")


def main() -> int:
    """Run both programs on both sets; 2 when the annotated news is not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared")
    parser.add_argument("--update", action="store_true", help="write timex.json anew")
    options = parser.parse_args()
    folder = options.shared / "timex"
    if not folder.is_dir():
        print(f"no annotated news in {folder}; say --shared DIR", file=sys.stderr)
        return 2
    scorer = load_scorer(folder / "score_timex.py")
    committed = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
    figures = {}
    tagger("Monday", "2017-03-24")  # the grammar is compiled at first use
    for name in SETS:
        gold = scorer.read(folder / f"{name}.jsonl")
        found, rate = run(tagger, gold)
        figures[name] = scores(scorer, gold, found)
        show(f"{name}, {len(gold)} documents", figures[name], committed.get(name, {}), rate)
        peer, peer_rate = run(dateparser, gold)
        show("  dateparser", scores(scorer, gold, peer), {}, peer_rate)
        print(f"  the tagger is {rate / peer_rate:.0f} times as fast")
    if options.update:
        FIGURES.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
