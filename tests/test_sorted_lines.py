"""A sorted table finds in place what a scan of all its lines finds."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from raidline.places.gazetteer.sortedlines import SortedLines

WORDS = st.text("abé", max_size=4)


@given(
    lines=st.lists(WORDS, max_size=60),
    filling=st.sampled_from([1, 90, 700]),  # lines in one stretch, in a few, in many
    sought=st.lists(WORDS, min_size=1, max_size=8),
)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_prefix_finds_the_lines_that_begin_with_it(tmp_path, lines, filling, sought):
    table = sorted((f"{line}\t{'x' * filling}" for line in lines), key=str.encode)
    path = tmp_path / "table.tsv"
    path.write_bytes("".join(f"{line}\n" for line in ["name\tfilling", *table]).encode())
    found = SortedLines(path)
    for prefix in (*sought, *(f"{one}\t" for one in sought), *lines[:3], *table[-1:]):
        assert found.beginning(prefix) == [line for line in table if line.startswith(prefix)]


@pytest.mark.parametrize("prefix", ["", "name", "a"])
def test_a_table_of_nothing_but_a_header_has_no_lines(tmp_path, prefix):
    path = tmp_path / "table.tsv"
    path.write_bytes(b"name\n")
    assert SortedLines(path).beginning(prefix) == []
