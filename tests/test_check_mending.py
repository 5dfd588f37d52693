"""Putting events in order moves each as it stands; what cannot be moved safely is left."""

from __future__ import annotations

import pytest

from raidline.check.ordering import reordered


@pytest.mark.parametrize(
    ("text", "order", "new"),
    [
        ("events:\n- a: 1\n- b: 2\n", [1, 0], "events:\n- b: 2\n- a: 1\n"),
        ("events:\n- a: 1\n- b: 2", [1, 0], "events:\n- b: 2\n- a: 1"),
        ("events:\r\n- a: 1\r\n\r\n- b: 2\r\n", [1, 0], "events:\r\n- b: 2\r\n\r\n- a: 1\r\n"),
        (
            "events:\n  # of all\n\n  # of a\n  - a: 1  # one\n\n  # of b\n\n  # more\n  - b: 2\n  # end\n",
            [1, 0],
            "events:\n  # of all\n\n  # of b\n\n  # more\n  - b: 2\n\n  # of a\n  - a: 1  # one\n  # end\n",
        ),
        (
            "events:\n- a: |\n    text\n\n    more\n- b: 2\n- c: 3\n",
            [2, 0, 1],
            "events:\n- c: 3\n- a: |\n    text\n\n    more\n- b: 2\n",
        ),
        ("x: 1\nevents:\n- a: 1\n- b: 2\ny: 2\n", [1, 0], "x: 1\nevents:\n- b: 2\n- a: 1\ny: 2\n"),
        ("events: [{a: 1}, {b: 2}]\n", [1, 0], None),
        ("events:\n- &x {a: 1}\n- b: *x\n", [1, 0], None),
        ("events:\n- a: 1\n- b: 2\n", [0, 1], None),
    ],
)
def test_order(text, order, new):
    assert reordered(text, order) == (text if new is None else new)
