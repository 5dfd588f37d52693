"""What must hold for any bytes at all (fuzz/targets.py), with a few hundred of Hypothesis' own; atheris tries millions."""

from __future__ import annotations

import importlib.util
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

FUZZ = Path(__file__).parents[1] / "fuzz"
OF_PAGES = ("htmldate", "lxml_html_clean", "trafilatura")
EXTRAS = {
    "pages": OF_PAGES,
    "pubdates": OF_PAGES,
    "archives": (*OF_PAGES, "warcio"),
    "documents": ("pypdf",),
    "mails": OF_PAGES,
    "workbooks": ("openpyxl",),
    "answers": (*OF_PAGES, "feedparser", "pypdf", "warcio"),
}
PIECES = [b"\x00", b"\xff", b"\r", b"\n", b"\t", b" ", b"\xe2\x80\xa8", b"\xed\xa0\xbd", b"\xf0\x9f\x98\x80", b"<", b"&#1;", b'"', b"'", b"[", b"{", b"---\n",
          b"2017-02-30", b"9999-12-31", b"-1", b"9" * 30, b"/", b"..", b"\\u0000", b"\\ud800", b"!!x ", b"*a", b"&a ", b": ", b"- ", b"=", b"\x1b[31m"]  # fmt: skip


sys.path.insert(0, str(FUZZ))  # its modules import each other, as they do where fuzz/run.py starts them


def module(name):
    spec = importlib.util.spec_from_file_location(f"raidline_fuzz_{name}", FUZZ / f"{name}.py")
    made = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = made
    spec.loader.exec_module(made)
    return made


TARGETS, seeds = module("targets").TARGETS, module("seeds").seeds


@st.composite
def mutated(draw, beginnings):
    """One of the inputs to begin with, with some stretches taken out, doubled or replaced; or anything."""
    data = draw(st.sampled_from([*beginnings, b""])) or draw(st.binary(max_size=300))
    for _ in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 20)))
        middle = draw(st.one_of(st.sampled_from([*PIECES, b"", data[start:end] * 2]), st.binary(max_size=6)))
        data = data[:start] + middle + data[end:]
    return data


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in TARGETS if name != "growth"])
def test_any_bytes(name):
    if missing := [package for package in EXTRAS.get(name, ()) if not find_spec(package)]:
        pytest.skip(f"needs {', '.join(missing)}")
    beginnings = list(seeds(name))
    for data in beginnings:
        TARGETS[name](data)

    @settings(
        max_examples=20 if name in {"exports", "extraction", "sites"} else 60,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(data=mutated(beginnings))
    def law(data):
        TARGETS[name](data)

    law()


def test_targets_can_fail(monkeypatch):
    targets = sys.modules["raidline_fuzz_targets"]
    monkeypatch.setattr(targets, "block", str.upper)
    with pytest.raises(AssertionError):
        TARGETS["exports"](b"\x01" * 50)
