"""The benchmark runs from end to end, on so little that its figures mean nothing, and fits growth as it says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from raidline.store.load import load_events

BENCHMARKS = Path(__file__).resolve().parents[1] / "benchmarks"
sys.path.append(str(BENCHMARKS))
run = pytest.importorskip("run")
texts = pytest.importorskip("texts")
timelines = pytest.importorskip("timelines")


@pytest.mark.parametrize("power", [0.5, 1, 1.1, 2])
def test_growth_is_the_power_of_size(power):
    assert run.exponent([(size, 3 * size**power) for size in (10, 1_000, 50_000)]) == pytest.approx(power)


def test_texts_are_the_same_every_time():
    one, two = list(texts.articles(3)), list(texts.articles(3))
    assert one == two
    assert len({article.text for article in one}) == 3
    assert list(texts.candidates(20)) == list(texts.candidates(20))
    assert all(
        place in texts.headers([candidate]) for candidate in texts.candidates(20) for place in [candidate.article]
    )


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(run.os, "wait4"), reason="memory is measured as Unix does")
@pytest.mark.parametrize(
    ("section", "rows"),
    [
        ("loading", ["loading from YAML", "show --place, cached"]),
        ("extraction", ["extraction, whole pipeline", "extraction, tagger alone"]),
        ("merging", ["merging", "merging, most of one county"]),
    ],
)
def test_a_section_prints_its_table(section, rows):
    command = [sys.executable, str(BENCHMARKS / "run.py"), "--quick", section]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"-- {section}\n")
    for row in rows:
        assert f"\n{row} " in done.stdout
    assert "   x^" in done.stdout


def test_a_section_that_is_not_there():
    command = [sys.executable, str(BENCHMARKS / "run.py"), "mergin"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "no section mergin" in done.stderr


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(run.os, "wait4"), reason="memory is measured as Unix does")
def test_tables_are_made_and_imported():
    command = [sys.executable, str(BENCHMARKS / "imports.py"), "--rows", "20", "--agreements", "20"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert [line.split()[0] for line in told.splitlines() if not line.startswith(" ")] == [
        *("reports.csv", "plain.csv", "agreements.csv", "reports.xlsx", "plain.xlsx", "agreements.xlsx")
    ]
    assert told.count("into nothing") == told.count("into itself") == 6


def test_invented_timelines_are_the_same_every_time_and_can_be_published(tmp_path):
    """Of both sorts, with one more event in the end."""
    for sort in ("plain", "rich"):
        one, two = (timelines.write(tmp_path / f"{sort}{number}", sort, 20) for number in range(2))
        assert [path.read_bytes() for path in one.iterdir()] == [path.read_bytes() for path in two.iterdir()]
        timelines.one_more(one)
        loaded = load_events([one])
        assert (len(loaded.events), list(loaded.problems)) == (21, [])


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(run.os, "wait4"), reason="memory is measured as Unix does")
def test_publishing_is_measured_beside_another_version():
    command = [sys.executable, str(BENCHMARKS / "publishing.py"), "--events", "10", "--beside", str(BENCHMARKS.parent)]
    done = subprocess.run([*command, "plain"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    rows = [line.split("  ")[0] for line in done.stdout.splitlines()][1:7]
    assert rows == [row for name in ("new", "again", "one added") for row in (name, f"{name}, clock")]
