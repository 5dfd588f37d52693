"""Names in a row are places together: one says of the others that they are scenes, and in which state they lie."""

import json

import pytest

from raidline.extract.toponyms.mentions import find_places

LISTS = [
    # a first name that goes on a list of scenes
    ("Agents came to Birmingham, Mobile and Auburn, all in Alabama.", ["Birmingham", "Mobile", "Auburn"], "Alabama"),
    ("Agents came to Birmingham, Jackson said in Alabama.", ["Birmingham"], "Alabama"),
    # towns of one state in a row, wherever they stand
    ("MONTGOMERY, Ala. - Birmingham, Mobile and Auburn saw raids.", ["Birmingham", "Mobile", "Auburn"], "Alabama"),
    ("Snow fell on Alabama. Birmingham, Mobile and Auburn slept.", ["Birmingham", "Mobile", "Auburn"], "Alabama"),
    ("MONTGOMERY, Ala. - Mobile and Auburn saw raids.", [], "Alabama"),
    ("BOISE, Idaho - Birmingham, Mobile and Auburn spoke.", [], "Idaho"),
    # a county beside a city that everybody knows
    ("OMAHA, Neb. - Agents came to Denver and Adams County.", ["Denver", "Adams County"], "Colorado"),
    ("Agents came to Atlanta and Clayton County.", ["Atlanta", "Clayton County"], "Georgia"),
    ("OMAHA, Neb. - Agents came to Kearney and Adams County.", ["Kearney", "Adams County"], "Nebraska"),
    ("OMAHA, Neb. - Agents came to Reno. Adams County's jail was in Adams County.", ["Adams County"], "Nebraska"),
]


@pytest.mark.parametrize(("text", "names", "state"), LISTS)
def test_names_in_a_row_are_places_of_one_state(text, names, state):
    found = [m.jurisdiction.full_name for m in find_places(text) if m.role == "scene" and m.jurisdiction]
    here = [
        name
        for name in found
        if name.endswith(f", {state}") and not text.upper().startswith(name.split(",")[0].upper())
    ]
    assert here == [f"{name}, {state}" for name in names]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Denver in Iowa saw its first raid on Tuesday.", "Denver, Iowa"),
        ("Agents arrested six people in Denver in Iowa on Tuesday.", "Denver, Iowa"),
        ("Agents arrested six people in Iowa on Tuesday.", "Iowa"),
    ],
)
def test_a_town_with_its_state_is_one_scene(tmp_path, run, text, place):
    report = tmp_path / "report.md"
    report.write_text(f"---\ntitle: Raid\npublished: 2031-05-16\n---\n\n{text}\n", encoding="utf-8")
    rows = map(json.loads, run("extract", report, "--no-merge", "--format", "jsonl")[1].splitlines())
    assert [row["places"] for row in rows] == [[place]]
