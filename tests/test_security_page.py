"""SECURITY.md promises nothing that no test holds: one item a promise, each naming its test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
NAMED = re.compile(r"`(test_\w+\.py)::([\w:]+)`")


def promises():
    promised = PAGE.partition("## What is promised")[2].partition("## What is not promised")[0]
    return re.findall(r"^- (?:.+\n)(?:  .+\n)*", promised, re.MULTILINE)


def test_there_are_promises():
    assert len(promises()) > 25


@pytest.mark.parametrize("promise", promises(), ids=lambda promise: " ".join(promise.split()[1:9]))
def test_each_names_a_test_that_is_there(promise):
    named = NAMED.findall(promise)
    assert named, f"name the test of this promise, such as `test_atomic.py::test_links`: {promise}"
    for file, test in named:
        source = (ROOT / "tests" / file).read_text(encoding="utf-8")
        for part in test.split("::"):
            assert re.search(rf"^ *(def|class) {part}\b", source, re.MULTILINE), f"{file} has no {part}"
