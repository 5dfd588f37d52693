"""Chronicles without headings: a label that leaves out its year takes it from the label above."""

from __future__ import annotations

from datetime import date

import pytest

from raidline.extract.timex import find_timexes

FRIDAY = date(2031, 3, 14)


def days(text, anchor=FRIDAY):
    return [str(one.edtf) for one in find_timexes(text, anchor) if one.edtf]


ROWS = [
    # a row goes on, over New Year too
    (
        "Oct. 9, 2029: Vans come.\n\nOct. 11: Cooks march.\n\nJan. 5: A cook is charged.\n\nFeb. 3: It rains.",
        ["2029-10-09", "2029-10-11", "2030-01-05", "2030-02-03"],
    ),
    ("- **Oct. 9, 2029** - Vans come.\n- **Oct. 11** - Cooks march.", ["2029-10-09", "2029-10-11"]),
    (
        "September 2029 – Vans come.\nOctober – Cooks march.\nJanuary – It rains.",
        ["2029-09", "2029-10", "2030-01"],
    ),
    # however long nothing happened
    ("Feb. 9, 2028: Vans come.\nNov. 11: Cooks march.", ["2028-02-09", "2028-11-11"]),
    # and back
    (
        "Jan. 5, 2030: A cook is charged.\nOct. 11, 2029: Cooks march.\nOct. 9: Vans come.\nFeb. 2: It rains.",
        ["2030-01-05", "2029-10-11", "2029-10-09", "2029-02-02"],
    ),
    # what is told under a label belongs to it
    ("Oct. 9, 2028: Vans came. Cooks marched on Oct. 11.", ["2028-10-09", "2028-10-11"]),
    # a stamp of the page begins no row
    ("March 13, 2031\n\nFeb. 3: Vans come.\n\nMarch 5: They return.", ["2031-03-13", "2031-02-03", "2031-03-05"]),
    ("MARCH 13, 2031 – Vans came.\n\nOct. 5 – They return.", ["2031-03-13", "2030-10-05"]),
    # nor does what labels nothing, nor is anything else taken into it
    ("On Oct. 9, 2028, vans came.\n\nOct. 11: Cooks march.", ["2028-10-09", "2030-10-11"]),
    ("Oct. 9, 2028: Vans came.\n\nIt is quiet. Cooks march on Oct. 11 each year.", ["2028-10-09", "2030-10-11"]),
    ("Oct. 9, 2028: Vans came.\n\nOct. 11, 2030: Cooks march.", ["2028-10-09", "2030-10-11"]),
    # a heading decides before the labels do
    ("2028\n\nOct. 9: Vans come.\n\n2030\n\nJan. 5: It rains.", ["2028", "2028-10-09", "2030", "2030-01-05"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_labels_in_a_row(text, expected):
    assert days(text) == expected


def test_a_row_ends_at_publication():
    """What would be after it is not of the row."""
    assert days("Oct. 9, 2030: Vans come.\nJan. 5: It rains.\nJune 5: Cooks march.") == [
        "2030-10-09",
        "2031-01-05",
        "2030-06-05",
    ]
