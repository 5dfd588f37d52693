"""Fuzz the targets with atheris, one after the other; README.md beside this file says how.

The exit code is 1 where something crashed.
"""

# ruff: noqa: T201, S603 - as scripts/

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
CORPUS = HERE / "corpus"
LONGEST = 30  # seconds that one input may take


def main() -> int:
    """Run the targets one after the other; return 1 where one of them crashed."""
    parser = argparse.ArgumentParser(description="Fuzz with atheris.")
    parser.add_argument("targets", nargs="*")
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        fuzz(options.targets[0], options.seconds)
    names = options.targets or target_names()
    crashed = [name for name in names if run(name, options.seconds)]
    print(f"crashed: {', '.join(crashed)}" if crashed else f"no crash in {', '.join(names)}")
    return bool(crashed)


def target_names() -> list[str]:
    """Return the names of all targets."""
    sys.path.insert(0, str(HERE))
    from targets import TARGETS  # noqa: PLC0415 - not where atheris is to watch the imports

    return list(TARGETS)


def run(name: str, seconds: int) -> int:
    """Fuzz one target in a process of its own, and return the exit code of that."""
    return subprocess.call([sys.executable, __file__, "--one", "--seconds", str(seconds), name])


def fuzz(name: str, seconds: int) -> None:
    """Fuzz one target in this process, which ends with it."""
    import atheris  # noqa: PLC0415 - only here

    with atheris.instrument_imports(include=["raidline"]):
        sys.path.insert(0, str(HERE))
        from seeds import LARGEST, seeds  # noqa: PLC0415 - as above
        from targets import TARGETS  # noqa: PLC0415 - as above

    learnt = CORPUS / name
    learnt.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(name)):
        (learnt / f"seed-{number}").write_bytes(seed)
    limits = [f"-max_total_time={seconds}", f"-max_len={LARGEST}", f"-timeout={LONGEST}", "-rss_limit_mb=1500"]
    atheris.Setup(
        [sys.argv[0], str(learnt), *limits, f"-artifact_prefix={learnt}-", "-print_final_stats=1"], TARGETS[name]
    )
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
