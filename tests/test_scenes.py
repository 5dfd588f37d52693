"""Each reading that places an act: a passage that needs it, and one that it must leave alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from raidline.article import Article
from raidline.extract.proposals import propose
from raidline.extract.toponyms.unplaced import ABROAD

STORY = "the article is about it"
BEFORE = "named in a sentence before"
CLAUSE = "named in the clause"

# reading -> text, the places of its last act and how they were found; below each what comes near and is none
PLACED = {
    "what 'which' stands for": [
        ("Reno met with Fresno, which on Tuesday signed a policy.", "Fresno, California", "'Fresno, which ...'"),
        ("Reno met with Fresno, while on Tuesday it signed a policy.", "Reno, Nevada; Fresno, California", "named in the sentence"),
        ("A Fresno-based club, which on Tuesday held a rally in Reno, met.", "Reno, Nevada", CLAUSE),
    ],
    "an act of an office": [
        ("The mayor of Reno said in Fresno on Tuesday that all was well.", "Reno, Nevada", "an act of 'Reno'"),
        ("The mayor of Reno held a rally in Fresno on Tuesday.", "Fresno, California", CLAUSE),
        ("BOISE, Idaho - Homeland Security announced a policy on Tuesday.", "Boise, Idaho", "an act of 'Homeland Security'"),
        # of the nation where it is done
        ("President Real said in Fresno on Tuesday that all was well.", "Fresno, California", "an act of 'President'"),
        ("The White House said in Fresno on Tuesday that all was well.", "Fresno, California", "an act of 'White House'"),
        ("Ohio waited. The White House announced across the state on Tuesday a new policy.", "Ohio", "an act of 'White House'"),
        ("Ohio waited. The White House announced on Tuesday a new policy.", "United States", "an act of 'White House'"),
    ],
    "who holds an office": [
        ("Ann Vale, the Tulsa mayor, spoke. Reno met. Vale announced a policy on Tuesday.", "Tulsa, Oklahoma", "an act of 'Vale'"),
        ("Mayor Ann de Vale of Tulsa spoke. Reno met. De Vale announced a policy on Tuesday.", "Tulsa, Oklahoma", "an act of 'Vale'"),
        # holds it where it is told once
        ("NEVADA¶Nevada slept. Attorney General Ann Vale spoke. A suit was heard in Ohio. On Tuesday, Attorney General Ann Vale announced a policy.", "Nevada", "an act of 'Vale'"),
        ("Reno, Nevada, waited. The Milwaukee Common Council announced a policy on Tuesday.", "Milwaukee, Wisconsin", "an act of 'Common Council'"),
        # no day and no place
        ("On Tuesday, the Tulsa mayor spoke. On Tuesday Reno announced a policy.", "Reno, Nevada", CLAUSE),
        ("Tuesday, the Tulsa mayor spoke. On Tuesday Reno announced a policy.", "Reno, Nevada", CLAUSE),
        ("Last Monday, the Tulsa mayor spoke. Reno met. On Monday a policy was announced.", "Reno, Nevada", BEFORE),
    ],
    "the office that acts": [
        ("The Tulsa mayor met Reno police and sent a letter on Tuesday.", "Reno, Nevada", "an act of 'Reno'"),
        # behind "by"
        ("A policy was announced on Tuesday by the Tulsa mayor in Reno.", "Tulsa, Oklahoma", "an act of 'Tulsa'"),
        ("A policy was announced on Tuesday, and by the river the Tulsa mayor slept in Reno.", "Reno, Nevada", "named in the sentence"),
        # before a clause that has no subject
        ("The Tulsa mayor sent to Reno a letter, which went into effect on Tuesday.", "Tulsa, Oklahoma", "an act of 'mayor'"),
        # nobody who was told something
        ("The Tulsa mayor was told on Tuesday that all was well.", "Tulsa, Oklahoma", CLAUSE),
        # nor to whom something is given
        ("The Tulsa mayor gave to ICE a list and announced a policy on Tuesday.", "Tulsa, Oklahoma", "an act of 'mayor'"),
        ("The Tulsa mayor told us on Tuesday that all was well.", "Tulsa, Oklahoma", "an act of 'mayor'"),
        # nobody in a quotation
        ("“The Tulsa mayor,” she wrote in Reno on Tuesday, “is bad.”", "Reno, Nevada", CLAUSE),
    ],
    "the whole nation": [
        ("In Reno agents arrested nine people nationwide on Tuesday.", "Reno, Nevada; United States", "'nationwide'"),
        ("In Reno agents of the national guard arrested nine people on Tuesday.", "Reno, Nevada", CLAUSE),
        # those who died in the custody of the nation, but not one of them, nor in a county's
        ("Reno slept. Since May, 29 people have died in ICE custody.", "United States", "'29 people have died in ICE custody'"),
        ("Reno slept. On Tuesday, a man died in ICE custody.", "Reno, Nevada", BEFORE),
        ("Reno slept. Since May, 29 people have died in county custody.", "Reno, Nevada", BEFORE),
        # a law of the nation, whoever tells of it
        ("RENO, Nev. - Sheriffs met on a federal rule that took effect on Tuesday.", "United States", "'a federal rule'"),
        ("RENO, Nev. - Sheriffs met on a local rule that took effect on Tuesday.", "Reno, Nevada", "named in the sentence"),
        ("RENO, Nev. - The mayor announced a federal rule on Tuesday.", "Reno, Nevada", "an act of 'mayor'"),
    ],
    "a judge of the nation": [
        ("Reno, Nevada, slept. A federal judge ordered on Tuesday the release of a man who was arrested in Reno.", "Nevada", "a judge in the state"),
        ("ELKO, Nev. - A federal judge ordered on Tuesday the release of a man who was arrested in Reno.", "Elko, Nevada", CLAUSE),
        ("Reno, Nevada, slept. A county judge ordered on Tuesday the release of a man who was arrested in Reno.", "Reno, Nevada", "named in the sentence"),
        ("Reno, Nevada, slept. A federal judge in Reno ordered on Tuesday the release of a man who was arrested in Elko.", "Reno, Nevada", CLAUSE),
    ],
    "a court of the dateline": [
        ("RICHMOND, Va. - A federal appeals court on Tuesday revived an ordinance of Reno.", "Richmond, Virginia", CLAUSE),
        ("ELKO, Nev. (Wire) - A judge on Tuesday revived an ordinance of Reno.", "Elko, Nevada", CLAUSE),
        ("ELKO, Nev. - A baker of a shop in Reno was sentenced on Tuesday.", "Elko, Nevada", CLAUSE),
        # not where no appeals court sits, nor where the text says that the judge is elsewhere
        ("ELKO, Nev. - A federal appeals court on Tuesday revived an ordinance of Reno.", "Elko, Nevada", CLAUSE),
        ("ELKO, Nev. - A judge in Reno on Tuesday revived an ordinance.", "Reno, Nevada", CLAUSE),
        ("ELKO, Nev. - A baker was sentenced on Tuesday in Reno.", "Reno, Nevada", CLAUSE),
        ("ELKO, Nev. - A council on Tuesday revived an ordinance in Reno.", "Reno, Nevada", CLAUSE),
    ],
    "what the clause names": [
        # but not where those are held who were taken elsewhere
        ("Reno, Nevada, waited. He was arrested on Tuesday at a farm and is being held in Elko.", "Reno, Nevada", BEFORE),
        ("Reno, Nevada, waited. Agents arrested him on Tuesday at the jail and drove him to Elko.", "Reno, Nevada", BEFORE),
        ("Reno, Nevada, waited. He was arrested on Tuesday at a farm and in Elko.", "Elko, Nevada", CLAUSE),
        ("Reno, Nevada, waited. He was arrested on Tuesday in Elko and was held in Reno.", "Elko, Nevada", CLAUSE),
        # all of a state
        ("Reno, Nevada, waited. Agents arrested 90 people statewide on Tuesday.", "Nevada", "'statewide'"),
        ("Reno, Nevada, waited. Agents arrested 90 people under a statewide ban on Tuesday.", "Reno, Nevada", BEFORE),
        ("Reno police raided a mill in Tulsa on Tuesday.", "Tulsa, Oklahoma", CLAUSE),
        ("Reno police raided a mill on Tuesday.", "Reno, Nevada", CLAUSE),
        ("Agents raided a mill in Tulsa, not in Reno, on Tuesday.", "Tulsa, Oklahoma", CLAUSE),
        ("Agents raided a mill in Tulsa but not Reno on Tuesday.", "Tulsa, Oklahoma", CLAUSE),
        ("Agents raided a mill in Tulsa and in Reno on Tuesday.", "Tulsa, Oklahoma; Reno, Nevada", CLAUSE),
        ("Reno waited; for Tulsa agents raided a mill on Tuesday.", "Tulsa, Oklahoma", CLAUSE),
        # a dateline is where a state's act is told
        ("BOISE, Idaho (AP) - Gov. Ana Real held a rally on Tuesday.", "Idaho", "an act of 'Real'"),
        ("BOISE, Idaho (AP) - Students held a rally on Tuesday.", "Boise, Idaho", CLAUSE),
        # "in the state"
        ("Ohio waited. Agents raided mills across the state on Tuesday.", "Ohio", "'across the state'"),
        ("Ohio waited. Agents raided mills of a state on Tuesday.", "Ohio", BEFORE),
    ],
    "here": [
        ("HOUSTON — Deputies came from Conroe. Hundreds marched here on Tuesday.", "Houston, Texas", "'here'"),
        ("HOUSTON — Deputies came from Conroe.¶¶Here, hundreds marched on Tuesday.", "Houston, Texas", "'here'"),
        ("HOUSTON — Police waited. A judge in Conroe heard on Tuesday from those arrested here last week.", "Conroe, Texas", CLAUSE),
        ("HOUSTON — Deputies came from Conroe. Those who came here on Tuesday marched.", "Houston, Texas", BEFORE),
        ("HOUSTON — Deputies came from Conroe. Hundreds marched hereabouts on Tuesday.", "Houston, Texas", BEFORE),
        ("HOUSTON — Deputies came from Conroe. “Hundreds marched here on Tuesday.”", "Houston, Texas", BEFORE),
        ("Deputies came from Conroe, Texas. Hundreds marched here on Tuesday.", "Conroe, Texas", BEFORE),
    ],
    "abroad": [
        ("Agents came to Reno. Two men were killed in Tapachula on Tuesday.", "Mexico", ABROAD),
        ("Agents came to Reno. Police in Cork, Ireland, arrested nine people on Tuesday.", "Ireland", ABROAD),
        ("Agents came to Reno. In Little Bend, Ireland, hundreds marched on Tuesday.", "Ireland", ABROAD),
        # not what only comes from there
        ("Agents came to Reno. They arrested a man wanted for murder in Mexico on Tuesday.", "Reno, Nevada", BEFORE),
        ("Agents came to Reno. A man wanted in Mexico was arrested on Tuesday.", "Reno, Nevada", BEFORE),
        ("Agents came to Reno. They arrested a man in Fresno, who was born in Mexico, on Tuesday.", "Fresno, California", CLAUSE),
        ("The Tulsa mayor said on Tuesday in Mexico that all was well.", "Tulsa, Oklahoma", "an act of 'mayor'"),
    ],
    "there": [
        ("Talks in Reno ended. A judge there ruled on Tuesday.", "Reno, Nevada", "'there', in Reno"),
        ("Talks in Reno ended. There was a raid on Tuesday.", "Reno, Nevada", BEFORE),
        ("Talks in Travis County, the largest in Texas, ended. A judge there ruled on Tuesday.", "Travis County, Texas", "'there', in Travis County"),
        ("Talks in Texas ended. A judge there ruled on Tuesday.", "Texas", "'there', in Texas"),
        ("Talks in Reno ended. A Fresno-based man laughed. A judge there ruled on Tuesday.", "Reno, Nevada", "'there', in Reno"),
        ("Talks in Reno ended.¶A judge there ruled on Tuesday.", "Reno, Nevada", "'there', in Reno"),
        ("Talks in Reno ended.¶A lawyer at the shelter told a judge there on Tuesday that he sued.", "Reno, Nevada", BEFORE),
    ],
    "a site told of": [
        ("The Kern County jail is full. Reno slept. Men stopped eating at the jail on Tuesday.", "Kern County, California", "a site told of, 'at the jail'"),
        ("A jail in Fresno is full. Reno slept. Men stopped eating inside the facility on Tuesday.", "Fresno, California", "a site told of, 'inside the facility'"),
        ("A jail in Fresno is full. Reno slept. A man died in his cell on Tuesday.", "Fresno, California", "a site told of, 'in his cell'"),
        ("A judge in Fresno slept. Reno slept. The judge ruled on Tuesday.", "Fresno, California", "a site told of, 'The judge'"),
        # of another kind, with its own place, or told of nowhere
        ("A jail in Fresno is full. Reno slept. Men stopped eating at the mill on Tuesday.", "Reno, Nevada", BEFORE),
        ("A jail in Fresno is full. Reno slept. Men stopped eating at the jail in Tulsa on Tuesday.", "Tulsa, Oklahoma", CLAUSE),
        ("A man from Fresno is ill. Reno slept. Men stopped eating at the jail on Tuesday.", "Reno, Nevada", BEFORE),
        ("A judge in Fresno slept. Reno slept. The judges ruled on Tuesday.", "Reno, Nevada", BEFORE),
    ],
    "a dateline": [
        ("TULSA, Okla. - Agents raided a mill in Reno, Nev., on Tuesday.", "Reno, Nevada", CLAUSE),
        ("TULSA, Okla. - Agents raided a mill in Reno, Nev. It rained. They returned on Tuesday.", "Reno, Nevada", BEFORE),
        ("TULSA, Okla. - Agents raided a mill in Oklahoma on Tuesday.", "Tulsa, Oklahoma; Oklahoma", CLAUSE),
        ("TULSA, Okla. - Agents deported nine people to Texas on Tuesday.", "Tulsa, Oklahoma; Texas", CLAUSE),
    ],
    "a governor by name": [
        ("Reno slept. Gov. Abbott announced a policy on Tuesday.", "Texas", "an act of 'Abbott'"),
        ("Reno, Nevada, slept. Gov. Vale announced a policy on Tuesday.", "Nevada", "an act of 'Vale'"),
        ("Reno slept. Gov. Abbott of Nevada announced a policy on Tuesday.", "Nevada", "an act of 'Nevada'"),
    ],
    "a mayor by name": [
        ("Reno slept. Tulsa slept. Mayor Karen Bass announced a policy on Tuesday.", "Los Angeles, California", "an act of 'Bass'"),
        ("Reno slept. Tulsa slept. Mayor Ana Bass announced a policy on Tuesday.", "Tulsa, Oklahoma", "an act of 'Bass'"),
    ],
    "a court or body of a state": [
        ("Reno, Nevada, slept. The state Supreme Court announced a policy on Tuesday.", "Nevada", "an act of 'state Supreme Court'"),
        ("Reno, Nevada, slept. The Supreme Court announced a policy on Tuesday.", "United States", "an act of 'Supreme Court'"),
        ("Reno, Nevada, slept. The 9th Circuit announced a policy on Tuesday.", "United States", "an act of '9th Circuit'"),
        ("Reno, Nevada, slept. The state labor department announced a policy on Tuesday.", "Nevada", "an act of 'state labor department'"),
    ],
    "a local office": [
        ("Tulsa Mayor Ana Real slept. In Reno it rained. Real held a rally on Tuesday.", "Tulsa, Oklahoma", "an act of 'Real'"),
        ("Tulsa Mayor Ana Real slept. In Reno it rained. She held a rally on Tuesday.", "Reno, Nevada", BEFORE),
        # of a county named in passing only in the same breath
        ("Kern County met. Lake County, Illinois, slept. Sheriff Ana Real held a rally on Tuesday.¶Reno slept.", "Lake County, Illinois", "an act of 'Real'"),
        ("Kern County, Fresno and Reno met in California. Lake County, Illinois, slept. Sheriff Ana Real held a rally on Tuesday.", "Kern County, California", "an act of 'Real'"),
        ("Kern County met. Kern County rested. Kings County slept. Sheriff Ana Real held a rally on Tuesday.", "Kern County, California", "an act of 'Real'"),
        ("Kern County met. Tulare County slept. Sheriff Ana Real held a rally on Tuesday.", "Tulare County, California", "an act of 'Real'"),
        # a mayor told behind a town is its own, however often another is named
        ("Reno and Reno slept. Elko, Nevada, slept. Mayor Ana Real held a rally on Tuesday.", "Elko, Nevada", "an act of 'Real'"),
        # of all boroughs
        ("In Brooklyn it rained. The City Council held a rally on Tuesday.", "New York City, New York", "an act of 'The City'"),
        # no president of the nation
        ("The White House waited. Queens met. Borough President Ana Real held a rally on Tuesday.", "Queens County, New York", "an act of 'Real'"),
        ("Reno, Nevada, met. U.S. Attorney Ana Real announced a policy on Tuesday.", "Nevada", "an act of 'U.S. Attorney'"),
        ("Reno, Nevada, met. U.S. Attorney General Ana Real announced a policy on Tuesday.", "Reno, Nevada", BEFORE),
        # what agents of the nation do happens somewhere
        ("In Reno it rained. Federal agents raided a mill on Tuesday.", "Reno, Nevada", BEFORE),
        ("In Reno it rained. Congress held a rally on Tuesday.", "United States", "an act of 'Congress'"),
    ],
    "what the sentence names": [
        ("Reno slept.¶Because Tulsa slept, which was good, agents raided a mill on Tuesday.", "Tulsa, Oklahoma", "named in the sentence"),
    ],
    "a figure over a year": [
        ("Reno slept. ICE arrested 900 people in 2019.", "United States", "a figure of 'ICE'"),
        ("Reno slept. ICE arrested 900 people in May 2019.", "Reno, Nevada", BEFORE),
        ("ICE, Congress, DHS and CBP slept. Reno slept. Agents arrested 900 people in 2019.", "United States", "a figure of the nation"),
        ("Congress slept. Reno slept. Men arrested 900 people in 2019.", "Reno, Nevada", BEFORE),
    ],
    "who speaks behind": [
        ("Reno slept. She said on Tuesday that Congress slept.", "United States", "an act of 'Congress'"),
        ("Reno slept. Agents raided a mill on Tuesday that Congress liked.", "Reno, Nevada", BEFORE),
        ("Reno slept. She said on Tuesday that all slept. Congress slept.", "Reno, Nevada", BEFORE),
    ],
    "a law": [
        ("Talks in Reno, Nevada, ended.¶The bill passed on Tuesday.", "Nevada", "a law of the state"),
        ("Talks in Reno, Nevada, ended.¶The ordinance passed on Tuesday.", "Reno, Nevada", BEFORE),
        ("Sen. Ana Real (R-Nev.) met Nevada.¶The bill passed on Tuesday.", "United States", "a law of the nation"),
        ("Sen. Ana Real (R-Reno) met Nevada Gov. Bo Vale.¶The bill passed on Tuesday.", "Nevada", "a law of the state"),
    ],
    "an executive order": [
        ("Reno slept. The executive order of Tuesday was short.", "United States", "an executive order"),
        ("Reno slept. The policy of Tuesday was short.", "Reno, Nevada", BEFORE),
    ],
    "what was named before": [
        ("Reno slept. Reno slept. Tulsa slept. Agents raided a mill on Tuesday.", "Tulsa, Oklahoma", BEFORE),
        ("Reno slept. Reno slept. Tulsa slept. It rained. It snowed. Agents raided a mill on Tuesday.", "Reno, Nevada", STORY),
        # in another paragraph, none that is named only once, in the story of a town
        ("Reno slept. Reno slept. Tulsa slept.¶Agents raided a mill on Tuesday.", "Reno, Nevada", BEFORE),
        ("Reno slept. Reno slept. Tulsa and Tulsa slept.¶Agents raided a mill on Tuesday.", "Tulsa, Oklahoma", BEFORE),
        # no state in passing
        ("Reno slept. Reno slept. Nevada slept. Agents raided a mill on Tuesday.", "Reno, Nevada", BEFORE),
        ("Nevada slept. Nevada slept. Reno slept. Utah slept. Agents raided a mill on Tuesday.", "Utah", BEFORE),
        # the office there
        ("Kern County Sheriff Ana Real slept. It rained. Real slept. It snowed. Agents raided a mill on Tuesday.",
         "Kern County, California", "the jurisdiction of 'Real' in a sentence before"),
        ("Reno slept. It rained. Congress slept. It snowed. Agents raided a mill on Tuesday.", "Reno, Nevada", STORY),
        # not above a heading
        ("DENVER¶¶Denver slept.¶¶SALEM, Ore.¶¶It rained. It snowed. Agents raided a mill on Tuesday.", "Salem, Oregon", "named in the heading above"),
        ("DENVER¶¶Denver slept.¶¶SALEM, Ore.¶¶Reno slept. Denver slept.¶¶Corrections¶¶Agents raided a mill on Tuesday.", "Denver, Colorado", STORY),
        ("DENVER¶¶Denver slept.¶¶SALEM, Ore.¶¶Denver slept.¶¶Corrections¶¶Reno slept. Agents raided a mill on Tuesday.", "Reno, Nevada", BEFORE),
    ],
    "the story": [
        ("Nobody slept. Agents raided a mill on Tuesday.", "United States", STORY),
        ("Nevada slept. Reno slept. It rained. It snowed. Agents raided a mill on Tuesday.", "Reno, Nevada", STORY),
        ("Students of the University of Iowa and of the University of Iowa met in Reno. It rained. It snowed. Agents raided a mill on Tuesday.",
         "Reno, Nevada", STORY),
        ("A Tulsa-based club, a Tulsa-based man and Reno slept. It rained. It snowed. Agents raided a mill on Tuesday.", "Reno, Nevada", STORY),
        ("ICE, Congress, DHS and CBP met in Reno. It rained. It snowed. Agents raided a mill on Tuesday.", "United States", STORY),
        ("ICE, DHS and CBP met in Reno. It rained. It snowed. Agents raided a mill on Tuesday.", "Reno, Nevada", STORY),
        # a protest is in the town of its county
        ("Kern County slept. Kern County and Bakersfield slept. It rained. It snowed. Students marched on Tuesday.", "Bakersfield, California", STORY),
        ("Kern County slept. Kern County and Bakersfield slept. It rained. It snowed. Agents raided a mill on Tuesday.", "Kern County, California", STORY),
        ("Kern County and Bakersfield met. Kern County slept. Students marched on Tuesday.", "Bakersfield, California", BEFORE),
        ("Kenai Peninsula Borough slept. Kenai Peninsula Borough and Homer, Alaska, slept. It rained. It snowed. Students marched on Tuesday.", "Homer, Alaska", STORY),
        ("Kern County slept. Kern County and Reno slept. It rained. It snowed. Students marched on Tuesday.", "Kern County, California", STORY),
        # Washington is where the government is, and a city only for what is in it
        ("Washington slept. Reno slept. It rained. Washington slept. It snowed. It rained. Agents raided a mill on Tuesday.", "Reno, Nevada", STORY),
        ("Reno slept. It rained. It snowed. Agents raided a mill in Washington on Tuesday.", "Washington, D.C.", CLAUSE),
    ],
}  # fmt: skip


def placed(text, title=None):
    report = Article("report", title, None, date(2031, 5, 9), None, text.replace("¶", "\n"), Path("report.md"))
    proposals = propose(report)
    (*_, last) = proposals.drafts
    told = proposals.told(last)
    return "; ".join(map(str, told.places)), told.how_place


@pytest.mark.parametrize(("text", "places", "how"), [row for rows in PLACED.values() for row in rows])
def test_an_act_is_placed(text, places, how):
    assert placed(text) == (places, how)


@pytest.mark.parametrize(("title", "place"), [("A raid in Reno", "Reno, Nevada"), ("A raid", "Tulsa, Oklahoma")])
def test_the_title_weighs_more_than_a_mention(title, place):
    text = "Tulsa and Tulsa slept. Reno slept. It rained. It snowed. Agents raided a mill on Tuesday."
    assert placed(text, title) == (place, STORY)


TITLED = [
    ("Two held at Renton car wash", "Renton, Washington", "the scene in the title"),
    ("Raid in Renton", "Renton, Washington", "the scene in the title"),
    ("Renton raid shakes neighbors", "Renton, Washington", "the scene in the title"),
    ("Renton man held", "Seattle, Washington", CLAUSE),
    ("Renton Street raid", "Seattle, Washington", CLAUSE),
]


@pytest.mark.parametrize(("title", "place", "how"), TITLED)
def test_the_title_names_the_scene_of_the_first_acts(title, place, how):
    text = "SEATTLE, Wash. - Agents arrested two men on Tuesday.¶Renton slept.¶Police waited."
    assert placed(text, title) == (place, how)


def test_an_act_told_later_is_not_the_scene_of_the_title():
    text = "SEATTLE, Wash. - Police waited.¶Renton slept.¶Renton met.¶In Tacoma agents arrested two men on Tuesday."
    assert placed(text, "Raid in Renton") == ("Tacoma, Washington", CLAUSE)
