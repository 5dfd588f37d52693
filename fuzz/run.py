"""Fuzz the targets with atheris, one after the other; README.md beside this file says how.

The exit code is 1 where something crashed.
"""

# ruff: noqa: T201, S603 - as scripts/

from __future__ import annotations

import argparse
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from time import process_time
from typing import NoReturn

HERE = Path(__file__).parent
CORPUS = HERE / "corpus"
LONGEST = 30  # seconds of the processor that one input may take
STUCK = 1800  # seconds of a clock after which even a busy computer has given an input so much
MOST_WORDS = 500
_WORD = re.compile(rb"[A-Za-z0-9_:;=/@.+-]{3,40}|<[a-z]+ ?|[^\x00-\x7f]{2,8}")


def main() -> int:
    """Run the targets one after the other; return 1 where one of them crashed."""
    parser = argparse.ArgumentParser(description="Fuzz with atheris.")
    parser.add_argument("targets", nargs="*")
    parser.add_argument("--seconds", type=float, default=300, help="of the processor, for each target")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        fuzz(options.targets[0], options.seconds)
    names = options.targets or target_names()
    ran = {name: run(name, options.seconds) for name in names}
    for name, (code, took) in ran.items():
        print(f"{name:16}{took:8.0f} s of the processor  {'crashed' if code else 'no crash'}")
    print(f"{'':16}{sum(took for _, took in ran.values()):8.0f} s")
    return int(any(code for code, _ in ran.values()))


def target_names() -> list[str]:
    """Return the names of all targets."""
    sys.path.insert(0, str(HERE))
    from targets import TARGETS  # noqa: PLC0415 - not where atheris is to watch the imports

    return list(TARGETS)


def run(name: str, seconds: float) -> tuple[int, float]:
    """Fuzz one target in a process of its own; return its exit code and the seconds of the processor that it took."""
    process = subprocess.Popen([sys.executable, __file__, "--one", "--seconds", str(seconds), name])
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, used.ru_utime + used.ru_stime


def fuzz(name: str, seconds: float) -> NoReturn:
    """Fuzz one target in this process, which ends with it."""
    import atheris  # noqa: PLC0415 - only here

    with atheris.instrument_imports(include=["raidline"]):
        sys.path.insert(0, str(HERE))
        from seeds import LARGEST, seeds  # noqa: PLC0415 - as above
        from targets import TARGETS  # noqa: PLC0415 - as above

    learnt = CORPUS / name
    learnt.mkdir(parents=True, exist_ok=True)
    begin_with = list(seeds(name))
    for number, seed in enumerate(begin_with):
        (learnt / f"seed-{number}").write_bytes(seed)
    limits = [f"-max_len={LARGEST}", f"-timeout={STUCK}", "-rss_limit_mb=1500"]
    if found := dictionary(begin_with):  # libFuzzer ends at once with an empty one
        words = CORPUS / f"{name}.words"
        words.write_text(found, encoding="ascii")
        limits.append(f"-dict={words}")
    atheris.Setup([sys.argv[0], str(learnt), *limits, f"-artifact_prefix={learnt}-"], bounded(TARGETS[name], seconds))
    atheris.Fuzz()
    raise SystemExit


def bounded(target: Callable[[bytes], None], seconds: float) -> Callable[[bytes], None]:
    """Return a target that ends its process after so many seconds of the processor; one input may take LONGEST."""
    inputs = 0

    def slow(*_: object) -> None:
        raise AssertionError(f"one input takes more than {LONGEST} s of the processor")

    signal.signal(signal.SIGPROF, slow)

    def one(data: bytes) -> None:
        nonlocal inputs
        signal.setitimer(signal.ITIMER_PROF, LONGEST)
        target(data)
        signal.setitimer(signal.ITIMER_PROF, 0)
        inputs += 1
        if process_time() > seconds:
            print(f"{target.__name__}: {inputs} inputs", flush=True)
            os._exit(0)  # what was learnt is on the disk already

    return one


def dictionary(texts: Iterable[bytes]) -> str:
    """Return the words of texts in the form in which libFuzzer takes them to mutate with."""
    words = dict.fromkeys(word for text in texts for word in _WORD.findall(text))
    return "".join(f'"{"".join(f"{chr(92)}x{byte:02x}" for byte in word)}"\n' for word in list(words)[:MOST_WORDS])


if __name__ == "__main__":
    sys.exit(main())
