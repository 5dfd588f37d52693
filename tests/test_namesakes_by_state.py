"""A name with a far larger namesake elsewhere is in the state that the article says, and the reason given is true."""

import pytest

from raidline.extract.toponyms.mentions import find_places

DATELINES = [
    ("HASTINGS, Neb. - Adams County voted on Tuesday to end it.", "Adams County, Nebraska"),
    ("NATCHEZ, Miss. - The jail in Adams County closed on Tuesday.", "Adams County, Mississippi"),
    ("OMAHA, Neb. - Adams County Sheriff Ann Vale spoke on Tuesday.", "Adams County, Nebraska"),
    ("ADEL, Iowa - Dallas County voted on Tuesday.", "Dallas County, Iowa"),
    ("SELMA, Ala. - Dallas County voted on Tuesday.", "Dallas County, Alabama"),
    ("GRAND MARAIS, Minn. - Cook County voted on Tuesday.", "Cook County, Minnesota"),
    ("VALDOSTA, Ga. (AP) - Cook County voted on Tuesday.", "Cook County, Georgia"),
    ("AUSTIN, Texas - Dallas County voted on Tuesday.", "Dallas County, Texas"),
    ("LINCOLN, Neb. - Agents arrested ten in Lexington.", "Lexington, Nebraska"),
    # no such county there
    ("CONCORD, N.H. - Cook County voted on Tuesday.", "Cook County, Illinois"),
    # another state is named beside it
    ("OMAHA, Neb. - Officials in Colorado said Adams County voted.", "Adams County, Colorado"),
    ("OMAHA, Neb. - Adams County, Colorado, voted. On Friday, Adams County spoke.", "Adams County, Colorado"),
    ("LINCOLN, Neb. - Agents arrested ten in Louisville, Ky., and in Lexington.", "Lexington, Kentucky"),
    # papers name it without its state, or the namesake is a village
    ("OMAHA, Neb. - Agents flew to Los Angeles.", "Los Angeles, California"),
    ("AMES, Iowa - Agents flew to Denver.", "Denver, Colorado"),
    ("KNOXVILLE, Tenn. - Agents flew to Atlanta.", "Atlanta, Georgia"),
]
BESIDE = [
    ("Adams County in Nebraska ended it.", "Adams County, Nebraska"),
    ("Adams County in southern Nebraska ended it.", "Adams County, Nebraska"),
    ("Adams County, in the state of Nebraska, ended it.", "Adams County, Nebraska"),
    ("Nebraska's Adams County ended it.", "Adams County, Nebraska"),
    ("Agents drove from Adams County in Nebraska.", "Adams County, Nebraska"),
    ("OMAHA, Neb. - Agents flew to Adams County in Colorado.", "Adams County, Colorado"),
    ("Dallas County in Iowa ended it.", "Dallas County, Iowa"),
    ("King County in Texas ended it.", "King County, Texas"),
    ("Denver in Iowa ended it.", "Denver, Iowa"),
    ("Los Angeles County ended it, and Orange County in Florida did so as well.", "Orange County, Florida"),
    # the state has no such place, or somebody left the city for it
    ("Agents drove to Dallas County in Oklahoma.", "Dallas County, Texas"),
    ("Agents took a man from Houston in Minnesota.", "Houston, Texas"),
]
FAR = "Nobody knew why it took so long, and nobody asked, for the hall was cold and it had been put off twice before. "
STORY = [
    (f"Nebraska waited. In Nebraska, snow fell. Nebraska slept. {FAR}Adams County voted.", "Adams County, Nebraska"),
    (f"Nebraska waited. In Iowa, snow fell. {FAR}Adams County voted.", "Adams County, Colorado"),
    (f"Iowa waited. In Iowa, snow fell. Iowa slept. {FAR}Agents flew to Denver.", "Denver, Colorado"),
]


@pytest.mark.parametrize(("text", "expected"), [*DATELINES, *BESIDE, *STORY])
def test_the_state_that_an_article_says_decides_among_namesakes(text, expected):
    name = expected.split(",")[0]
    found = [m.jurisdiction and m.jurisdiction.full_name for m in find_places(text) if m.text.startswith(name)]
    assert found[-1] == expected


REASONS = [
    ("HASTINGS, Neb. - Adams County voted.", "'Adams County' is named; the dateline is in NE"),
    (
        "HASTINGS, Neb. - Adams County voted. On Friday, Adams County slept.",
        "'Adams County' is named; the dateline is in NE",
    ),
    ("Adams County slept.", "'Adams County' is named; by far the largest of that name"),
    ("In Nebraska's Adams County, they slept.", "'Adams County' is named, NE beside it"),
    (
        "Adams County in Nebraska voted. Adams County slept.",
        "'Adams County' is named; the article says which elsewhere",
    ),
    (STORY[0][0], "'Adams County' is named; the article is about NE"),
]


@pytest.mark.parametrize(("text", "how"), REASONS)
def test_the_reason_is_what_decided(text, how):
    assert [m for m in find_places(text) if m.text == "Adams County"][-1].how == how
