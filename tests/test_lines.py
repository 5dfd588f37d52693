"""Offsets as lines and columns, and what two texts share, also where they are compared in pieces."""

from __future__ import annotations

from itertools import takewhile
from operator import eq

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raidline.files import lines
from raidline.files.lines import Lines, alike_at_end, alike_at_start


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("", [0]),
        ("a", [0]),
        ("a\nb", [0, 2]),
        ("a\n\nb\n", [0, 2, 3, 5]),
        ("a\r\nb\rc\nd", [0, 3, 5, 7]),
        ("a\x0bb\u2028c\x85d", [0]),  # lines for some programs, not for editors
    ],
)
def test_a_line_ends_as_in_any_editor(text, starts):
    read = Lines(text)
    assert [read.start(line) for line in range(1, len(starts) + 1)] == starts
    assert read.end() == (len(starts), len(text) - starts[-1] + 1)


def shared_by(one, other):
    return sum(takewhile(bool, map(eq, one, other)))


@given(st.text("ab", max_size=40), st.text("ab", max_size=40), st.data())
def test_what_two_texts_share_does_not_depend_on_the_pieces(one, other, data):
    shared = shared_by(one, other)
    after = data.draw(st.integers(0, shared))
    at_end = shared_by(one[after:][::-1], other[after:][::-1])
    for piece in (1, 2, 7, 1000):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(lines, "_PIECE", piece)
            assert alike_at_start(one, other) == shared
            assert alike_at_end(one, other, after) == at_end
