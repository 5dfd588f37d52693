"""Names of private people, of twelve origins, are found; officials, places, laws, firms and memorials are left alone.

The sentences were written from how timelines are kept, not from the rule: `named_people.yaml`.
"""

from __future__ import annotations

from itertools import cycle, islice
from pathlib import Path

from raidline.privacy.names import private_names
from raidline.yamltext.reading import load

DATA = load(Path(__file__).parent / "named_people.yaml").data
FRAMES_A_PERSON = 3
EACH = {"officials": 6, "places": 5, "laws": 5, "firms": 4, "memorials": 4}
RECALL, PRECISION = 0.92, 0.97


def filled(frame, name, *, first):
    told = frame.replace("{}", name)
    return told[0].upper() + told[1:] if first else told


def about_people():
    """Each name in three frames, in turn."""
    frames = cycle(DATA["frames"])
    names = [name for some in DATA["people"].values() for name in some]
    return [(name, filled(frame, name, first=False)) for name in names for frame in islice(frames, FRAMES_A_PERSON)]


def about_others():
    """What is public or no person, each in several frames, in turn."""
    found = list(DATA["others"])
    for sort, number in EACH.items():
        frames = cycle(DATA["public_frames"][sort])
        found += [filled(f, name, first=True) for name in DATA["public"][sort] for f in islice(frames, number)]
    return found


def missed():
    """The sentences whose person is not found: by a name that has their last word."""
    return [
        (name, text) for name, text in about_people() if not any(name.split()[-1] in one for one in private_names(text))
    ]


def wrong():
    """What is taken for a private person's name and is none."""
    of_people = [
        (one, text)
        for name, text in about_people()
        for one in private_names(text)
        if not set(one.split()) & set(name.split())
    ]
    return of_people + [(one, text) for text in about_others() for one in private_names(text)]


def test_there_are_enough_sentences():
    assert len(DATA["people"]) == 12
    assert len(about_people()) >= 400
    assert len(about_others()) >= 400


def test_most_private_people_are_found_and_hardly_anything_else():
    people, gone, taken = len(about_people()), missed(), wrong()
    assert (people - len(gone)) / people >= RECALL, gone
    assert (people - len(gone)) / (people - len(gone) + len(taken)) >= PRECISION, taken
