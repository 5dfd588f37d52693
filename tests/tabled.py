"""Tables that several tests write and import."""

from __future__ import annotations

import csv
import io

from raidline.importing import Columns, make_events, read_records


def imported(tmp_path, rows, name="x.csv", **columns):
    """Write the rows as a table, and return what is imported from it with these columns."""
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    path = tmp_path / name
    path.write_text(out.getvalue(), encoding="utf-8")
    return make_events(read_records(path), Columns(**columns), "x-csv")
