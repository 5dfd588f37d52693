"""Counts keep the hedge of the report, and count only people and things, never money, years or ages."""

from __future__ import annotations

import pytest

from raidline.counts.spelled import spelled
from raidline.extract.counting.reading import find_counts
from raidline.extract.counting.tallies import Passage, counts_of
from raidline.models import Kind

TAKEN = [
    ("Officers pulled 14 men off a framing crew.", {"arrested": "14"}),
    ("They swept through two shipyards, taking 33 welders into custody.", {"arrested": "33"}),
    ("Officers took 64 people away on buses.", {"arrested": "64"}),
    ("Agents hauled 12 dishwashers away in vans.", {"arrested": "12"}),
    ("Agents loaded about 40 packers onto two white buses.", {"arrested": "about 40"}),
    ("They drove 22 pickers to a lockup upstate.", {"arrested": "22"}),
    ("Eleven women were driven to a jail in the next county.", {"arrested": "11"}),
    ("Troopers marched seven men to a van.", {"arrested": "7"}),
    ("Thirty-one protesters were taken to the county jail.", {"arrested": "31"}),
    ("Seven nuns were led away in zip ties.", {"arrested": "7"}),
    ("Agents took 64 people away from their work for an hour.", {}),
    ("Agents took 14 computers away.", {}),
    ("Agents detained two welders at their yards.", {"detained": "2"}),
    ("Two welders' yards were searched and trucks detained.", {}),
    ("Deputies pulled 14 cars off the road.", {}),
    ("The plant put 40 workers on the night shift.", {}),
    ("A shuttle took 40 workers home.", {}),
    ("Nine women were led out of a bakery.", {"arrested": "9"}),
    ("Forty pupils were led out of the choir.", {}),
    ("Nine women were pulled from a plant to a hospital.", {}),
    ("The jail turned 11 inmates over to ICE.", {"detained": "11"}),
    ("They booked 17 people and handed six of them to federal agents.", {"detained": "6"}),
    ("The sheriff moved 14 detainees from the lockup to a detention center in Kansas.", {"detained": "14"}),
    ("The sheriff moved 14 pupils from the gym to a hall.", {}),
    ("The guards gave 30 blankets to ICE officers.", {}),
    ("Agents stopped at a lot and left with nine workers.", {"arrested": "9"}),
    (
        "Agents left a bakery with 40-odd workers, and a jail turned 11 inmates over to ICE.",
        {"arrested": "about 40", "detained": "11"},
    ),
    ("Agents left the owner with nine workers.", {}),
    ("The baker left with nine workers.", {}),
    ("Agents came out with a mother and her three children.", {"arrested": "4"}),
    ("Officers waited outside a courtroom and took two men as they left.", {"arrested": "2"}),
    ("Officers took two men to a hospital.", {}),
    ("The baker took two men as partners.", {}),
    ("At least 30 — and perhaps as many as 45 — workers were arrested.", {"arrested": "at least 30"}),
    ("Three officers and a bystander were hurt.", {"hurt": "4"}),
    ("Eight of the nine people whom the Border Patrol detained had permits.", {"detained": "9"}),
]
AT_WORK = [
    ("About 700 officers fanned out across the district.", {"agents": "about 700"}),
    ("Two hundred deputies searched the plant.", {"agents": "200"}),
    ("The sweep involved 80 officers.", {"agents": "80"}),
    ("700 officers and clerks hold jobs there.", {}),
    ("The city hired 700 officers.", {}),
    ("Nine officers who searched the plant were hurt.", {"hurt": "9"}),
]
DRAWN = [
    ("A vigil drew roughly 90 beekeepers.", {"protesters": "about 90"}),
    ("The hearing drew 90 beekeepers.", {}),
    ("On 3 March protesters came to the jail.", {}),
    ("On Tuesday 13 protesters came to the jail.", {"protesters": "13"}),
]


@pytest.mark.parametrize(("text", "expected"), [*TAKEN, *AT_WORK, *DRAWN])
def test_people_are_taken_officers_at_work_and_crowds_drawn(text, expected):
    assert {what: str(count) for what, count in find_counts(text, (0, len(text))).items()} == expected


COUNTED = [
    ("Agents arrested nine people.", {"arrested": "9"}),
    ("The sweep, arresting at least 51 people, went on.", {"arrested": "at least 51"}),
    ("The sweep netted nearly 700 people.", {"arrested": "nearly 700"}),
    ("The agency announced a dozen arrests.", {"arrested": "12"}),
    ("Dozens of arrests were made.", {"arrested": "dozens"}),
    ("It arrested more than 160,000 immigrants.", {"arrested": "more than 160,000"}),
    ("As many as 2,000 families are sought.", {"families": "up to 2,000"}),
    ("Two men were detained.", {"detained": "2"}),
    ("The jail released 142 undocumented immigrants.", {"released": "142"}),
    ("A list of 118 jurisdictions came out.", {"jurisdictions": "118"}),
    ("Deportations peaked at nearly 410,000 and are fewer now.", {"deported": "nearly 410,000"}),
    ("Arrests topped 400 in June.", {"arrested": "400"}),
    ("The agency had more than 50,000 people in detention.", {"detained": "more than 50,000"}),
    ("The county says it kicked out 40 people.", {"deported": "40"}),
    ("They took six people into custody on Monday.", {"arrested": "6"}),
    ("Troopers placed eleven drivers under arrest.", {"arrested": "11"}),
    # one or two more stand beside a number of people
    ("Agents arrested the owner and nine employees.", {"arrested": "10"}),
    ("A father and his two children were detained.", {"detained": "3"}),
    ("They detained a couple and their four children.", {"detained": "6"}),
    ("Man and two women arrested at a gas station", {"arrested": "3"}),
    ("Agents arrest grandmother and five others.", {"arrested": "6"}),
    ("A father and his two lawyers were there when four people were arrested.", {"arrested": "4"}),
    # what was done right behind a number counts for more than what was done before it
    ("An agent was hurt and three people were arrested.", {"arrested": "3"}),
    # the total at the end of the sentence
    ("The number of people arrested in August was 2,140.", {"arrested": "2,140"}),
    ("The number of immigrants held in the county's jails stood at 340.", {"detained": "340"}),
    ("The number of detainees was 512 in June.", {"detained": "512"}),
    ("The number of migrants who were deported that year rose to 12,400.", {"deported": "12,400"}),
    (
        "About 90 more students of a school in the suburbs that the agency ran have been arrested.",
        {"arrested": "about 90"},
    ),
    # what was done stands behind whose it was
    ("The mayor spoke of the two children's deaths.", {"dead": "2"}),
    ("Nine workers' arrests were news.", {"arrested": "9"}),
    ("He toured nine children's homes.", {}),
    # a description in quotation marks
    ('The office said that 34 "level 1" detainees had been released.', {"released": "34"}),
    ("The office freed 34 “high-risk” inmates.", {"released": "34"}),
    # numbers as people write them
    ("Agents arrested a hundred and twenty people.", {"arrested": "120"}),
    ("Seventy-five hundred people were deported.", {"deported": "7500"}),
    ("Fifty-seven people were arrested.", {"arrested": "57"}),
    ("Agents took half a dozen workers into custody in the raid that arrested half a dozen.", {"arrested": "6"}),
    ("Agents arrested between 100 and 150 people.", {"arrested": "100 to 150"}),
    ("Agents arrested 10-12 people.", {"arrested": "10 to 12"}),
    ("Agents arrested two or three people.", {"arrested": "2 to 3"}),
    ("Agents arrested 18 to 25 workers.", {"arrested": "18 to 25"}),
    ("Agents arrested 1 300 people.", {"arrested": "1300"}),
    ("Agents arrested 60-plus people.", {"arrested": "at least 60"}),
    ("Agents arrested 100+ people.", {"arrested": "at least 100"}),
    ("Agents arrested 60 or so people.", {"arrested": "about 60"}),
    ("Agents arrested 100 or more people.", {"arrested": "at least 100"}),
    ("Agents arrested close to 100 people.", {"arrested": "nearly 100"}),
    ("Agents arrested nearly two dozen people.", {"arrested": "nearly 24"}),
    ("Agents arrested a couple hundred people.", {"arrested": "about 200"}),
    ("Agents arrested several dozen people.", {"arrested": "several dozen"}),
    ("Agents arrested two and a half dozen people.", {"arrested": "30"}),
    ("Agents arrested a dozen and a half people.", {"arrested": "18"}),
    ("Agents arrested half a hundred people.", {"arrested": "50"}),
    ("Agents arrested a score of people.", {"arrested": "20"}),
    ("Agents arrested three score people.", {"arrested": "60"}),
    ("Agents arrested one-hundred-and-five people.", {"arrested": "105"}),
    ("Agents arrested 1.2k people.", {"arrested": "1,200"}),
    ("Agents arrested 40-odd people.", {"arrested": "about 40"}),
    ("Agents arrested 40-some people.", {"arrested": "about 40"}),
    ("Agents arrested ~40 people.", {"arrested": "about 40"}),
    ("Agents arrested >40 people.", {"arrested": "more than 40"}),
    ("Agents arrested not more than 40 people.", {"arrested": "up to 40"}),
    ("Agents arrested a minimum of 40 people.", {"arrested": "at least 40"}),
    ("Agents arrested a maximum of 40 people.", {"arrested": "up to 40"}),
    ("Agents arrested north of 40 people.", {"arrested": "more than 40"}),
    ("Agents arrested a couple of people.", {"arrested": "about 2"}),
    ("Agents arrested at least a couple of people.", {"arrested": "at least 2"}),
    ("Agents arrested about a couple of people.", {"arrested": "about 2"}),
    ("Agents arrested more than a couple dozen people.", {"arrested": "more than 24"}),
    ("Agents arrested only a couple dozen people.", {"arrested": "about 24"}),
    ("Arrests rose 40 percent to 700 in May.", {"arrested": "700"}),
    ("Agents arrested 40 more people, more than anyone thought.", {"arrested": "40"}),
    ("Agents arrested 40 more people in a raid larger than the first.", {"arrested": "40"}),
    # groups are added up, parts are not
    ("Agents arrested 12 men and four women.", {"arrested": "16"}),
    ("Agents arrested four men and a woman.", {"arrested": "5"}),
    ("Nine men, two women and three children were detained.", {"detained": "14"}),
    ("Agents arrested 12 people, including four women.", {"arrested": "12"}),
    # what is done, before and behind, and without a noun
    ("97 were held at the armory.", {"detained": "97"}),
    ("Two were hurt in the crush.", {"hurt": "2"}),
    ("Agents stormed the dock, killing four.", {"dead": "4"}),
    ("The number of deaths: 15 deaths in custody.", {"dead": "15"}),
    ("About 300 protesters came.", {"protesters": "about 300"}),
    ("Hundreds of people marched to the jail.", {"protesters": "hundreds"}),
    ("More than 90 of us marched to the jail.", {"protesters": "more than 90"}),
    ("Officials removed 409,000 immigrants.", {"deported": "409,000"}),
    ("Agents removed five passengers from two buses.", {"arrested": "5"}),
    ("Nine riders were removed from a train.", {"arrested": "9"}),
    ("ICE removed nine Hondurans from the country.", {"deported": "9"}),
    # a noun in front of the one counted is part of it
    ("Agents arrested 40 immigrant workers.", {"arrested": "40"}),
    ("Agents halted the deportation of only 212 immigrant students.", {"deported": "212"}),
    ("It says “dozens” of violent gang members were deported.", {"deported": "dozens"}),
    # those to whom something is done are people, whatever their trade
    ("Agents arrested 14 cooks and dishwashers.", {"arrested": "14"}),
    ("Four fruit pickers were taken at a gas station.", {"arrested": "4"}),
    ("Agents took away 17 in one bus.", {"arrested": "17"}),
    ("The stop ended with nine persons in the hands of ICE.", {"arrested": "9"}),
    ("In one year 80 people were turned over to ICE.", {"detained": "80"}),
    ("About 300 people kept vigil at the gate.", {"protesters": "about 300"}),
    ("By noon about 60 people stood outside the jail.", {"protesters": "about 60"}),
    # a group counts for what is done to it
    ("Troopers arrested 12 protesters.", {"arrested": "12"}),
    ("Two agents were wounded at the gate.", {"hurt": "2"}),
    ("The agency released 300 detainees.", {"released": "300"}),
    ("The jail holds 300 detainees, and the sheriff released a list.", {"detained": "300"}),
    ("Twenty agents arrested him.", {"agents": "20"}),
    ("Twenty ICE agents arrested him.", {"agents": "20"}),
    # lengths and times are passed over
    ("Two weekends ago, ICE agents picked up 51 people.", {"arrested": "51"}),
    ("In the past three months, the agents arrested 51 people.", {"arrested": "51"}),
    # the new number, not the one it is compared with
    ("Compared with 300 arrests in May, agents made 210 arrests.", {"arrested": "210"}),
    ("Up from 90 people deported in May, the county saw 120 people deported.", {"deported": "120"}),
    ("Of the 105 people held there, 75 people were held for good.", {"detained": "75"}),
    # of a base the part counts, and of a plan what came of it
    ("Agents arrested 4 of the 12 workers.", {"arrested": "4"}),
    ("Agents arrested three of 15 people on their list.", {"arrested": "3"}),
    ("Agents planned to arrest 200 people but took 12.", {"arrested": "12"}),
    ("Agents had warrants for 90 people but arrested 12 in Riverton.", {"arrested": "12"}),
    ("Agents plan to arrest 200 people.", {"arrested": "200"}),
    ("Agents hoped to arrest 200 people on Monday and got 12.", {"arrested": "12"}),
    ("The agency asked for 200 beds and got 12 beds.", {}),
    # what a rate comes to
    ("ICE deported 30 people a day, or 840 in all.", {"deported": "840"}),
    ("ICE deported 30 people a day for a total of 840.", {"deported": "840"}),
    ("ICE deported 30 people a day, or 840 by May.", {}),
    # families of three and more, and both of two
    ("Agents arrested a baker, his wife and their three sons.", {"arrested": "5"}),
    ("Agents arrested a man, his wife and two sons.", {"arrested": "4"}),
    ("Agents arrested a cook, her husband and their son.", {"arrested": "3"}),
    ("Agents arrested a man and a 19-year-old woman.", {"arrested": "2"}),
    ("Agents arrested a man, and a woman wept.", {}),
    ("Agents arrested both brothers.", {"arrested": "2"}),
    ("Agents arrested both men and women.", {}),
    # one person beside others, whoever that is
    ("Agents arrested two fathers and one mother.", {"arrested": "3"}),
    ("Agents arrested nine workers and a manager in Salem.", {"arrested": "10"}),
    ("Agents arrested two men and a pastor spoke.", {"arrested": "2"}),
    ("Agents detained several people, including one teenager.", {"detained": "several"}),
    ("Agents detained nine people, including one teenager.", {"detained": "9"}),
    # some of them, and those who lead the others
    ("Two cooks were among 14 people arrested in the raid.", {"arrested": "14"}),
    ("Two cooks were among the 14 people agents arrested.", {"arrested": "14"}),
    ("Two cooks were arrested among the stalls.", {"arrested": "2"}),
    ("Six priests led about 80 people in a march to the jail.", {"protesters": "about 80"}),
    ("Six priests led a march to the jail.", {"protesters": "6"}),
    # what is said in passing of some of them
    ("Nine, two of them minors, were arrested.", {"arrested": "9"}),
    ("ICE said eight, including two U.S. citizens, were released.", {"released": "8"}),
    ("Eight, among them two cooks, were let go.", {"released": "8"}),
    ("Six, all of them women, were deported.", {"deported": "6"}),
    # those who belong to somebody
    ("212 of its clients were arrested by ICE.", {"arrested": "212"}),
    ("The office said 212 of its clients were picked up by ICE.", {"arrested": "212"}),
    ("Four of the 12 cooks were arrested.", {"arrested": "4"}),
    # one protest of several
    ("A vigil was held each evening; the largest drew about 2,000 people.", {"protesters": "about 2,000"}),
    ("A vigil was held each evening; the store drew 2,000 people.", {}),
    ("Every one of the 301 was picked up by agents.", {"arrested": "301"}),
    ("Every one of the nine cooks was arrested.", {"arrested": "9"}),
    ("Every one of the 40 congregations came.", {}),
    ("Agents arrested two of its managers.", {"arrested": "2"}),
    ("ICE took 14 people out of the melon rows.", {"arrested": "14"}),
    ("Agents took out 38 people on a truck.", {"arrested": "38"}),
    ("Four managers were indicted.", {"charged": "4"}),
    ("Forty men in one unit refused breakfast.", {"protesters": "40"}),
    ("She bailed out three men.", {"released": "3"}),
    ("In all 288 inmates were transferred to ICE.", {"detained": "288"}),
    # what is said of people in other words
    ("More than 60 instructors held no classes.", {"protesters": "more than 60"}),
    ("Some 40 pickers went on strike.", {"protesters": "about 40"}),
    ("According to jail logs, 47 people were kept past their dates.", {"detained": "47"}),
    ("A grand jury returned indictments against nine people.", {"charged": "9"}),
    ("Some 70 neighbors formed a ring around the church.", {"protesters": "about 70"}),
    ("Dozens of public defenders walked out at noon.", {"protesters": "dozens"}),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_people_and_things_are_counted(text, expected):
    assert {what: str(count) for what, count in find_counts(text, (0, len(text))).items()} == expected


@pytest.mark.parametrize(
    "text",
    [
        "It cost $700 per arrest.",
        "Arrests rose 51% in 2019.",
        "A 34-year-old man spoke.",
        "Bill 54 passed.",
        "In 2019 people spoke.",
        "The 2019 arrests frightened the town.",
        "Nine people spoke.",
        "On March 15 arrests began.",
        "Arrested were 40 percent more people.",
        "One in five people arrested had no record.",
        "Nine out of 10 people detained had no record.",
        "Agents arrested a third of the 90 workers.",
        "Agents arrested half the plant's 300 workers.",
        "Agents arrested 30 people a day.",
        "Agents arrested 30 people each weekday.",
        "Agents arrested 40 more people in May than in April.",
        "Agents seized 30 rifles and bars.",
        "Thirty cases were closed.",
        "It is a drop from July's 300 arrests.",
        "The program kept 600 people from being deported.",
        "Last year 800 people absconded after being ordered deported.",
        "Two weeks after, agents arrested people.",
        "Agents arrested him 12 times.",
        "Agents arrested an average of 30 people.",
        "Arrests averaged 30 that spring.",
        "The number of people arrested was up 40 percent.",
        "The number of people arrested was given on June 3.",
        "The number of people who spoke was 40.",
        "A mother of three was arrested.",
        "They were arrested in four states.",
        "Agents arrested a man, aged 34, at 5 p.m.",
        "The budget for detention rose to 400 million dollars.",
        "Apprehensions dropped 20 percent in May.",
        "Nine workers of the cannery by the old harbor road in the far south of town said that their friends have been arrested.",
    ],
)
def test_money_shares_ages_and_years_are_no_counts(text):
    assert find_counts(text, (0, len(text))) == {}


PASSAGES = [
    ("Agents raided the dock on Monday. They arrested nine people. They left.", {"arrested": "9"}),
    ("Agents raided the dock on Monday, and nine people were arrested.", {"arrested": "9"}),
    ("Nine were arrested in the raid on Monday. Of those, four were arrested before.", {"arrested": "9"}),
    ("Agents arrested 83 people on Monday. In all 83 were detained.", {"arrested": "83"}),
    (
        "Agents raided the dock on Monday. They arrested 83 people, and 112 were detained.",
        {"arrested": "83", "detained": "112"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), PASSAGES)
def test_a_count_may_stand_further_on(text, expected):
    first = text.index("Monday") + len("Monday") + 1
    clause, sentence = (0, text.index("Monday")), (0, text.index(".") + 1)
    assert first <= sentence[1] + 1
    found = counts_of(text, Kind.OPERATION, Passage(clause, sentence, following=(sentence[1], len(text))))
    assert {what: str(count) for what, count in found.items()} == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [("January", "718"), ("March", "880")],
)
def test_of_a_comparison_each_date_has_its_number(day, expected):
    text = "The jail grew from 718 people held in January to 880 people held in March."
    at = text.index(day)
    found = counts_of(text, Kind.OPERATION, Passage((0, len(text)), (0, len(text)), (at, at + len(day))))
    assert {what: str(count) for what, count in found.items()} == {"detained": expected}


def test_a_number_right_before_its_date_needs_no_noun():
    text = "The number of people detained rose to 1,240 in May, up from 310 a year earlier."
    whole, (may, earlier) = (0, len(text)), ((47, 50), (64, 78))
    found = counts_of(text, Kind.REPORT, Passage(whole, whole, earlier, (may, earlier)))
    assert (text[slice(*may)], text[slice(*earlier)]) == ("May", "a year earlier")
    assert {what: str(count) for what, count in found.items()} == {"detained": "310"}


def test_a_number_beside_its_date_counts_what_is_said_of_it():
    text = "On Tuesday agents arrested 40 workers, and the jail turned 11 inmates over to ICE on Monday."
    whole, (tuesday, monday) = (0, len(text)), ((3, 10), (85, 91))
    found = counts_of(text, Kind.OPERATION, Passage((39, len(text)), whole, monday, (tuesday, monday)))
    assert (text[slice(*tuesday)], text[slice(*monday)]) == ("Tuesday", "Monday")
    assert {what: str(count) for what, count in found.items()} == {"detained": "11"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The sheriff, who brought the plan in May, has turned over nine men to ICE.", {}),
        ("Agents, who raided the mill in May, have arrested 31 people since.", {}),
        ("Nine men, who were arrested in May, were freed.", {"arrested": "9"}),
        ("Agents, who in May arrested nine men, left town, and two men were hurt.", {"arrested": "9"}),
        ("The raid in May, which agents led, ended with the arrest of nine men.", {"arrested": "9"}),
    ],
)
def test_what_is_counted_behind_an_aside_is_not_of_its_day(text, expected):
    day = (text.index("May"), text.index("May") + 3)
    whole = (0, len(text))
    found = counts_of(text, Kind.OPERATION, Passage(whole, whole, day, (day,)))
    assert {what: str(count) for what, count in found.items()} == expected


SERIES = [
    ("Neighbors saw 31 arrests in 2017, 44 in 2018 and, in the first half of this year, nine.", "2018", "44"),
    ("Neighbors saw 31 arrests in 2017, 44 in 2018 and, in the first half of this year, nine.", "this year", "9"),
    ("In May, 300 people were arrested, compared with 210 in June.", "June", "210"),
    ("In May, 300 people were arrested, compared with 210 in June.", "May", "300"),
    ("The count is a drop of a third from May's 300 arrests, and a rise over April's 120.", "April", "120"),
    ("In May, agents took away 14 cooks, compared with nine in June.", "June", "9"),
    ("In May, agents took away 14 cooks, compared with nine in June.", "May", "14"),
]


@pytest.mark.parametrize(("text", "day", "expected"), SERIES)
def test_in_a_series_each_date_has_its_number(text, day, expected):
    whole, dates = (0, len(text)), ("2017", "2018", "this year", "April", "May", "June")
    spans = tuple((text.index(one), text.index(one) + len(one)) for one in dates if one in text)
    own = (text.index(day), text.index(day) + len(day))
    found = counts_of(text, Kind.OPERATION, Passage(whole, whole, own, spans))
    assert {what: str(count) for what, count in found.items()} == {"arrested": expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two weeks after the raid, twelve men are still held.", {}),
        ("Twelve of the men remain in custody since the raid.", {}),
        ("Twelve men are held after the raid.", {"detained": "12"}),
    ],
)
def test_how_many_are_still_held_is_no_number_of_the_raid(text, expected):
    """Told weeks later, of another paper's 38: the two are one raid all the same."""
    whole = (0, len(text))
    assert {
        key: str(count) for key, count in counts_of(text, Kind.OPERATION, Passage(whole, whole)).items()
    } == expected


def test_in_a_series_a_noun_with_capitals_is_known():
    text = "In May, 300 people were arrested by 30 ICE agents, compared with 210 in June."
    whole, (may, june) = (0, len(text)), ((3, 6), (len(text) - 5, len(text) - 1))
    found = counts_of(text, Kind.OPERATION, Passage(whole, whole, june, (may, june)))
    assert {what: str(count) for what, count in found.items()} == {"arrested": "210", "agents": "30"}


NEARBY = [
    # who came together for a protest need not be called protesters
    (Kind.PROTEST, "", "", "About 90 neighbors prayed outside the jail on Monday.", {"protesters": "about 90"}),
    (Kind.PROTEST, "", "", "More than 1,000 students left class on Monday.", {"protesters": "more than 1,000"}),
    (Kind.PROTEST, "", "", "Nuns sang on Monday in the town where 900 people live.", {}),
    (Kind.HEARING, "", "", "About 90 neighbors stood in the hall on Monday.", {}),
    # kind, title, sentence before, sentence, counts
    (Kind.OPERATION, "", "Agents took nine people into custody.", "The raid began on Monday.", {"arrested": "9"}),
    (Kind.INCIDENT, "", "Two people were wounded.", "The shooting happened on Monday.", {"hurt": "2"}),
    (Kind.OPERATION, "Twelve arrested at the dock", "", "Agents came on Monday.", {"arrested": "12"}),
    (Kind.PROTEST, "Dozens march to the jail", "", "The march was on Monday.", {"protesters": "dozens"}),
    # its own number comes first
    (Kind.OPERATION, "Twelve arrested", "Nine were held.", "The raid on Monday led to 11 arrests.", {"arrested": "11"}),
    # all of whom only one is of this day
    (Kind.INCIDENT, "", "Five people have died in custody.", "The latest died on Monday.", {}),
    (Kind.INCIDENT, "", "Five people have been shot.", "The latest shooting was on Monday.", {}),
    (Kind.INCIDENT, "", "Five people died in the fire.", "The last building burned on Monday.", {"dead": "5"}),
    # another act, or what an act of this kind does not count
    (Kind.OPERATION, "", "Agents took nine people into custody.", "Agents raided a farm on Monday.", {}),
    (Kind.OPERATION, "Hundreds march to the jail", "", "Agents came on Monday.", {}),
    (Kind.STATEMENT, "Twelve arrested at the dock", "Nine were held.", "The mayor spoke on Monday.", {}),
]


@pytest.mark.parametrize(("kind", "title", "before", "sentence", "expected"), NEARBY)
def test_a_count_may_stand_in_the_sentence_before_or_in_the_title(kind, title, before, sentence, expected):
    text = f"{before} {sentence}"
    own = (len(before) + 1, len(text))
    found = counts_of(text, kind, Passage(own, own, before=(0, len(before)) if before else None, title=title))
    assert {what: str(count) for what, count in found.items()} == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Four men have died at the jail; the last, on Monday, was 34.", {}),
        ("Two men have been shot by agents, the second of them on Monday.", {}),
        ("Four men died in a fire at the jail; one guard, on Monday, was 34.", {"dead": "4"}),
        ("Four men died at the jail on Monday; the last was 34.", {"dead": "4"}),
    ],
)
def test_all_of_whom_one_is_of_a_day_are_not_of_that_day(sentence, expected):
    whole, day = (0, len(sentence)), (sentence.index("Monday"), sentence.index("Monday") + len("Monday"))
    found = counts_of(sentence, Kind.INCIDENT, Passage(whole, whole, day, (day,)))
    assert {what: str(count) for what, count in found.items()} == expected


@pytest.mark.parametrize(
    ("before", "sentence", "expected"),
    [
        ("Agents removed 400 people in May.", "The numbers have fallen to just 300 in June.", {"deported": "300"}),
        (
            "Agents arrested 400 people in May.",
            "That figure rose sharply to about 500 in June.",
            {"arrested": "about 500"},
        ),
        ("Agents arrested 400 people in May.", "This number is the lowest in June.", {"arrested": "400"}),
        ("Agents arrested 400 people in May.", "The number of homes sold fell to 300 in June.", {}),
        ("Agents arrested 400 people in May.", "The office closed in June.", {}),
        ("The county sold 400 houses in May.", "The numbers fell to 300 in June.", {}),
    ],
)
def test_a_sentence_may_take_up_what_the_one_before_counts(before, sentence, expected):
    text = f"{before} {sentence}"
    own = (len(before) + 1, len(text))
    found = counts_of(text, Kind.REPORT, Passage(own, own, previous=(0, len(before))))
    assert {what: str(count) for what, count in found.items()} == expected


@pytest.mark.parametrize(("ahead", "expected"), [(False, {"protesters": "about 150"}), (True, {})])
def test_of_an_act_to_come_nothing_is_counted_that_was_done(ahead, expected):
    text = "Patrols end on July 31. Some 150 people filled the meeting."
    found = counts_of(text, Kind.OTHER, Passage((0, 23), (0, 23), following=(24, len(text)), ahead=ahead))
    assert {what: str(count) for what, count in found.items()} == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [(Kind.OPERATION, {"arrested": "9"}), (Kind.RULING, {}), (Kind.POLICY, {}), (Kind.OTHER, {"arrested": "9"})],
)
def test_a_decision_does_not_count_what_is_told_behind_it(kind, expected):
    text = "It came on Monday. Nine people were arrested."
    found = counts_of(text, kind, Passage((0, 18), (0, 18), following=(19, len(text))))
    assert {what: str(count) for what, count in found.items()} == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("half a dozen", 6),
        ("a half-dozen", 6),
        ("two dozen", 24),
        ("nine hundred ninety-nine", 999),
        ("forty-five hundred", 4500),
        ("two thousand and six", 2006),
        ("twenty-five thousand", 25_000),
        ("a million", 1_000_000),
        ("a", None),
        ("hundred", None),
        ("twenty and two", None),
    ],
)
def test_numbers_spelled_out(text, number):
    assert spelled(text) == number


@pytest.mark.parametrize(
    ("sentence", "arrested"),
    [
        ("Agents arrested 1.3 thousand people.", "1,300"),
        ("Agents arrested 1.200 people.", "1,200"),
        ("Agents arrested 1’300 people.", "1,300"),
        ("Agents arrested ten (10) people.", "10"),
        ("Agents arrested 10 (ten) people.", "10"),
        ("Agents arrested a trio of cooks.", "3"),
        ("Agents arrested 30 to as many as 50 people.", "30 to 50"),
        ("Agents arrested between two and three dozen people.", "24 to 36"),
        ("Agents arrested two or three hundred people.", "200 to 300"),
        ("Agents arrested six Guatemalans, three Hondurans and a Mexican.", "10"),
        ("A night clerk and two customers were arrested.", "3"),
        ("Agents sought 50 people but arrested only nine.", "9"),
        ("Deputies stopped 50 people and arrested nine.", "9"),
        ("The tally of Monday's arrests in Reno stands at 83.", "83"),
        ("The agency put the number of arrests in Reno at 83.", "83"),
    ],
)
def test_numbers_as_few_write_them(sentence, arrested):
    assert str(find_counts(sentence, (0, len(sentence)))["arrested"]) == arrested
