"""Time `raidline fmt` and one edit on ten thousand events, beside reading and writing them with ruamel.yaml.

    python benchmarks/fmt.py [EVENTS]

ruamel.yaml is measured if it is installed; raidline does not need it.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from raidline.yamltext.dumping import dump
from raidline.yamltext.editing import append_events


def timeline(count: int) -> str:
    """Return that many invented events, not in order, with a comment before each tenth."""
    rng = random.Random(5)  # noqa: S311 - no secret
    events = [
        {
            "kind": rng.choice(["policy", "operation"]),
            "id": f"event-{n}",
            "date": f"{rng.randint(2000, 2025)}-{rng.randint(1, 12):02}",
            "title": f"Invented event number {n}: a title of some length",
            "places": ["Austin, Texas", "Travis County, Texas"],
            "counts": {"arrested": "at least 51"},
            "summary": "A sentence of the summary that is long enough to be folded. " * 3 + "It ends.",
            "sources": [{"article": f"paper-{n}", "quote": "Words of a quote. " * 6 + "They end."}] * 2,
        }
        for n in range(count)
    ]
    lines = dump({"events": events}).split("\n")
    for at in range(len(lines) - 1, 0, -190):
        if lines[at].startswith("  - kind"):
            lines.insert(at, "  # a group")
    return "\n".join(lines)


def seconds(work: Callable[[], object]) -> float:
    """Return how long it took."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def ruamel(path: Path) -> Callable[[], object] | None:
    """Return a round trip through ruamel.yaml; None if it is not installed."""
    try:
        from ruamel.yaml import YAML  # noqa: PLC0415 - may be missing
    except ImportError:
        return None
    yaml = YAML()
    return lambda: yaml.dump(yaml.load(path.read_text(encoding="utf-8")), path.with_suffix(".out"))


def main() -> int:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.yaml"
        path.write_text(timeline(count), encoding="utf-8")
        print(f"{count} events, {path.stat().st_size / 1e6:.1f} MB")
        print(f"append one event  {seconds(lambda: append_events(path.read_text(), [{'id': 'new'}])):6.1f} s")
        round_trip = ruamel(path)
        for words in ("fmt", "fmt --check"):
            command = [sys.executable, "-m", "raidline", *words.split(), str(path)]
            took = seconds(lambda command=command: subprocess.run(command, capture_output=True, check=True))
            print(f"raidline {words:12} {took:6.1f} s")
        print(f"ruamel.yaml       {seconds(round_trip):6.1f} s" if round_trip else "ruamel.yaml is not installed")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
