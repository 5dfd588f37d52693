"""Tables fit the window; in one that is too narrow, each row is a list of its cells and no word is cut."""

from __future__ import annotations

import re

import pytest

from raidline.terminal import print_table
from raidline.terminal.tables import fitted
from screens import opened

COLUMNS = ("text", "kind", "how")
ROWS = [("March 20", "DATE", "the last one that is not after 2017-03-29"), ("incommunicado-2017", "", "as written")]


@pytest.fixture
def printed(monkeypatch):
    def at(width):
        stream = opened(monkeypatch, width, terminal=True)
        print_table("a report", COLUMNS, ROWS, stream)
        return [line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", stream.getvalue()).splitlines()]

    return at


@pytest.mark.parametrize(
    ("width", "widths"),
    [(200, [18, 4, 41]), (69, [18, 4, 41]), (68, [18, 4, 40]), (44, [18, 4, 16]), (43, None), (20, None)],
)
def test_the_widest_column_gives_way_as_far_as_it_can_be_read(width, widths):
    assert fitted([COLUMNS, *ROWS], width) == widths


def test_a_window_that_is_wide_enough_has_columns(printed):
    assert printed(69) == [
        "a report",
        "text                kind  how",
        "March 20            DATE  the last one that is not after 2017-03-29",
        "incommunicado-2017        as written",
        "",
    ]


def test_in_a_narrow_one_cells_stand_below_each_other(printed):
    assert printed(30) == [
        "a report",
        "March 20",
        "  kind  DATE",
        "  how   the last one that is",
        "        not after 2017-03-29",
        "incommunicado-2017",
        "  how   as written",
        "",
    ]


@pytest.mark.parametrize("width", [24, 40, 50, 80, 120, 200])
def test_no_word_is_cut_and_no_line_too_long(printed, width):
    lines = printed(width)
    assert max(map(len, lines)) <= width
    assert {word for row in ROWS for cell in row for word in cell.split()} <= {*" ".join(lines).split()}
