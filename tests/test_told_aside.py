"""Days that a report tells aside: steps of a life, days given up, years of laws and houses, limits, what might have been."""

from __future__ import annotations

from datetime import date

import pytest

from raidline.extract.events.event_mentions import find_happenings
from raidline.extract.timex import find_timexes

PUBLISHED = date(2031, 5, 9)  # a Friday


def told(sentence: str) -> list[str]:
    timexes = find_timexes(sentence, PUBLISHED)
    assert timexes
    return [h.timex.text for h in find_happenings(sentence, (0, len(sentence)), timexes, PUBLISHED)[0]]


LIVES = [
    "She was born above a bakery in Lorain in 1957, took her vows in 1978 and passed the bar in 1991.",
    "Sheriff Odell Marsh, who joined the department in 2004 and has run it since 2019, said nothing.",
    "He was promoted to captain in 2012, named chief deputy on January 3, 2016, and elected sheriff in November 2026.",
    "Marsh served two tours in the Gulf, from 2003 to 2006, and joined the office as a jailer in 2008.",
    "Sister Pilar Osgood, who taught there from 1998 to 2026, brought soup.",
    "The Rev. Amos Tull, who has led the parish since 2014, opened the doors.",
    "Judge Lena Horvat, who was appointed in 2011, set bail.",
    "Sheriff Cyrus Bell, elected in 2026, has no vote.",
    "Lena Ortega came here from Puebla in 1999 with two suitcases.",
    "In 1999 she moved to Toledo to keep house for an uncle.",
    "Bram Yates was a jail planner for the county from 2009 until 2021.",
    "The chief, a former Marine who was posted to Erie in 2018 from Yuma, shrugged.",
    "She ran for the school board in 2012 and lost.",
    "Judge Pia Lund, named to the bench in 2010, set bail.",
    "The sheriff, in office since 2027, set bail.",
    "He married in 1988, buried a wife in 2019 and became a citizen in 2024.",
    "Bell worked for the state police from 1999 to 2015.",
    "Her uncle, who graduated from Kent State in 1974, drove.",
    "The mayor, who took office in January 2028, condemned the raid.",
    "Sheriff Odell Marsh, who retired on May 2, ended the contract.",
    "The chief, who was hired on Tuesday, denied it.",
    "Maria came to Austin from Honduras on March 3, 2025, and was arrested by ICE.",
    "Omar immigrated in 2025 and opened a shop.",
]
GIVEN_UP = [
    ("A House committee was to have taken up the bill on Monday.", []),
    ("The bill would have been on the floor Thursday, but snow closed the Capitol.", []),
    ("The trial had been set for June 3, then was moved to July 8.", ["July 8"]),
    ("The rally was going to be Saturday, but the permit is for Sunday.", ["Sunday"]),
    ("The hearing was first noticed for May 2.", []),
    ("The council had planned to vote on the ban Tuesday; instead it voted on Wednesday.", ["Wednesday"]),
    ("The council had hoped to vote on the ban on Tuesday but moved the vote to Wednesday.", ["Wednesday"]),
    ("Protesters had planned to march on Tuesday.", ["Tuesday"]),
    ("The bill had been down for a vote in March.", []),
    ("The vote, originally scheduled for Monday, will be held on Thursday.", ["Thursday"]),
]
ASIDE = [
    "The man, a Peruvian who entered in 2022, ran from a traffic stop.",
    "Agents held a dozen people there, three times as many as the week before.",
    "They arrested nine, twice as many as in all of June.",
    "There were more arrests than in March.",
    "The bill would fund the department through the end of September.",
    "They want to keep the shelter open beyond June 30.",
    "Some 780 men were held there, but today, only 15 remain.",
    "Those who entered before June 2027 may stay.",
    "The church did not respond to a call or an emailed request for comment Monday evening.",
    "It restates a law of 2011.",
    "The statute against such calls is from 1987.",
    "He cited a state law from 1985.",
    "The jail, built in 1908, holds ninety people.",
    "Its jail, which opened in 1993, has 477 beds.",
    "The county would have to find the money for the budget year that starts July 1.",
    "A program year ends on Sept. 30.",
    "If he had been arrested on Jan. 3 and had asked for a hearing, he would wait.",
    "Were the bill enacted by Oct. 1, nine counties would go back.",
    "You signed up for this letter in 2029.",
    "You're getting this because you came to the march in 2029.",
    "Correction: last week's letter gave the date of the raid as April 30.",
    "Comments received before June 1 will be read.",
    "The deadline for committees to pass bills is May 28.",
    "The session must end by June 3.",
    "The plaintiff may refile by June 12.",
    "The contract with the agency runs until June 2033.",
    "His stay of removal remains in effect until June 20.",
    "Tuesday marks one year since agents raided the mill.",
    "Deputies have met the removal flights every Friday since May 2029.",
    "The Harbor Network, founded in 2019, sued the county.",
    "Town manager Pia Lund, hired in 2022, backed the jail.",
    "Lawyers staff the line Monday through Friday from 8 a.m. to 8 p.m.",
    "Lawyers of the county are there 9 to 5, Monday to Friday.",
    "Voters may call the office about the raid from 8 a.m. to 5 p.m. Monday through Friday.",
    "The files are kept in a system, set up in 2027, that agents search.",
    "The mayor-elect, who takes office June 1, denounced the raid.",
    "They had until May 3 to sue.",
    "The mill, opened in 1974, hired agents.",
    "Noemi was brought to Dayton in 2011, when she was 3.",
    "She came over the river in 2011, at age 3.",
    "Sign the letter to the county by June 20.",
    "- Call the sheriff by Friday.",
    "The state might lose the funds by next spring.",
    "The court may hear the case before June 30.",
    "The mayor considered suing the county in March.",
    "This timeline was first published in September 2029 after the raids.",
    "If the mayor does not act, the ban becomes law on June 18.",
    "If they win, the county could close the jail on June 18.",
    "The jail will close on June 30 if the board agrees.",
    "Unless the court steps in, agents will leave on June 18.",
    "Four of the nine remain unaccounted for on Friday.",
    "The roofer was in critical condition Tuesday, the hospital said.",
    "Two of the men remained at large as of Tuesday.",
    "They turned in 90,000 names; they need 88,184 by July 6.",
    "The Review first told of the raid on its website at 10:20 a.m. Monday.",
    "Last spring she turned 60 at the mill.",
    "He told the council that the arrests had set the town back to where it was in 1999.",
    "Word of another raid spread on Friday.",
    "The march to the jail was the biggest here since 2029.",
    "It was the first raid in the county since March.",
    "It was the first raid in Reno, Nev., since 2029.",
    "The board is the first to sign such an agreement since at least 2029.",
    "Tomorrow makes two years since agents raided the mill.",
    "Agents arrested a man sought for a 1996 homicide.",
    "Coming up at 7:20, a talk with a woman whom agents arrested.",
]
UNREAL = [
    "Agents would have arrested nine people on Tuesday had a judge not stopped them.",
    "Agents should've arrested nine people on Tuesday.",
    "A false rumor said agents had arrested nine people on Tuesday.",
    "An unfounded report of a raid on Tuesday spread.",
    "DAYTON, Ohio — Was it on Tuesday that agents arrested nine people?",
    "If agents raid the plant on June 20, protesters will march.",
    "Protesters will march unless agents raid nobody by June 20.",
    "The clinic will close if the agency leaves by June 20.",
    "Agents arrested nobody on Tuesday.",
    "Agents arrested none of the nine cooks on Tuesday.",
    "Agents failed to arrest anyone on Tuesday.",
    "The agency refrained from raiding the plant on Tuesday.",
    "The agency has yet to arrest anyone since Tuesday.",
    "Agents nearly raided the plant on Tuesday.",
    "Agents were not making arrests on Tuesday.",
    "Neither agents nor deputies raided the plant on Tuesday.",
    "There was no sign of a raid on Tuesday.",
    "Reports of a raid on Tuesday proved unfounded.",
    "The raid on Tuesday never happened.",
    "The raid planned for Tuesday did not take place.",
    "If agents had raided the plant on Tuesday, nine cooks would have fled.",
    "Had agents raided the plant on Tuesday, nine cooks would have fled.",
]
WISHED = [
    "Agents considered raiding the plant on Tuesday.",
    "Agents hoped to arrest 200 people on Tuesday.",
    "The agency had wanted to arrest nine cooks on Tuesday.",
    "The agency weighed a raid on the plant on Tuesday.",
]
REAL = [
    ("Agents hoped to arrest 200 people on Tuesday and got 12.", ["Tuesday"]),
    ("Agents who hoped for more arrested nine people on Tuesday.", ["Tuesday"]),
    ("Agents tried to arrest nine people on Tuesday.", ["Tuesday"]),
    ("The council considered a ban on Tuesday.", ["Tuesday"]),
    ("Agents arrested a man on Tuesday over a false report of a raid.", ["Tuesday"]),
    ("Agents arrested nine people on Tuesday who would have been citizens.", ["Tuesday"]),
    ("DAYTON, Ohio — Did you know that agents arrested nine people on Tuesday?", ["Tuesday"]),
    ("Did agents arrest nine people on Tuesday?", ["Tuesday"]),  # a heading: what is below answers
    ("If they come, agents will raid the plant on June 20.", ["June 20"]),
    ("The raid on Tuesday did not come as a surprise.", ["Tuesday"]),
    ("The raid on Tuesday did not happen until noon.", ["Tuesday"]),
    ("Agents arrested nine cooks on Tuesday, none of whom had a lawyer.", ["Tuesday"]),
    ("Agents who had failed to find the owner arrested nine cooks on Tuesday.", ["Tuesday"]),
    ("There was no warning before agents raided the plant on Tuesday.", ["Tuesday"]),
    ("Agents were making arrests on Tuesday.", ["Tuesday"]),
    ("If agents had raided the plant on Tuesday, nobody told the owner.", ["Tuesday"]),
    ("It is unclear if that was so when agents raided the plant on Tuesday.", ["Tuesday"]),
]
LAWS = [
    "A 2027 law bars such raids.",
    "Raids like it are barred by a 2027 state law.",
    "The council repealed a 2027 ordinance.",
    "The Desert Schools Act of 2027 bars such raids.",
    "The council repealed the Desert Schools Act of 2027.",
]
PASSED = [
    ("The council adopted the Desert Schools Act of 2027.", ["2027"]),
    ("The council adopted the Desert Schools Ordinance of 2027.", ["2027"]),
    ("The governor signed the ordinance of 2027.", ["2027"]),
    ("In 2027 law enforcement agencies signed the agreement.", ["2027"]),
]
ACTS = [
    ("Agents arrested more people on Tuesday.", ["Tuesday"]),
    ("Agents arrested as many as 40 people on Tuesday.", ["Tuesday"]),
    ("More than a dozen people were arrested on Tuesday.", ["Tuesday"]),
    ("Toledo, which has refused most detainers since 2029, backs it.", ["2029"]),
    ("It was the first raid, and Toledo held 40 people since March.", ["March"]),
    ("It was the biggest raid since March, when nine were held.", ["March"]),
    ("The man who remains in custody was arrested by agents on Tuesday.", ["Tuesday"]),
    ("Gov. Ida Kemp signed the bill in 2029.", ["2029"]),
    ("Omar Reyes was arrested on March 3, 2029.", ["March 3, 2029"]),
    ("He was deported in 2024.", ["2024"]),
    ("Omar Reyes, who came from Puebla in 2009, was arrested in 2024.", ["2024"]),
    ("The program came to the county in August 2028.", ["August 2028"]),
    ("The county joined the agreement in 2028.", ["2028"]),
    ("The task force was sworn in on a Friday in September 2027 by a federal official.", ["a Friday in September 2027"]),
    ("Marsh ended the agreement in 2027.", ["2027"]),
    ("Sheriff Odell Marsh was sworn in on Monday.", ["Monday"]),
    ("The mayor appointed Lena Ortega police chief on Tuesday.", ["Tuesday"]),
    ("Agents took her uncle in 2027.", ["2027"]),
    ("The council elected in 2026 repealed the ban on Monday.", ["Monday"]),
    ("He lived in Lorain until 2027, when agents took him.", ["2027"]),
    ("The Department of Corrections stopped taking holds on Monday.", ["Monday"]),
    ("The hearing was moved from the annex to the gym on Monday.", ["Monday"]),
    ("In 2027 she sued the county.", ["2027"]),
    ("Sheriff Odell Marsh retired on May 2 and ended the contract.", ["May 2"]),
    ("Sheriff Odell Marsh, who signed the agreement on May 2, retired.", ["May 2"]),
    ("Omar Reyes, who was arrested on May 2, sued.", ["May 2"]),
    ("Maria came to Austin from Honduras and was arrested by ICE on March 3, 2025.", ["March 3, 2025"]),
    ("Agents came to Austin from Houston on March 3, 2025.", ["March 3, 2025"]),
    ("In 2027 he moved to Reno and was arrested by ICE agents.", ["2027"]),
    ("The trial is set for June 3.", ["June 3"]),
    ("The judge moved the trial to July 8.", ["July 8"]),
    ("A committee was to take up the bill on Monday, its chairman said.", ["Monday"]),
    ("The Legislature passed a law in 2011.", ["2011"]),
    ("The detention center opened on May 2.", ["May 2"]),
    ("The council built a fund for defense in 2029.", ["2029"]),
    ("Agents arrested nine people who had been in court on Monday.", ["Monday"]),
    ("The judge gave the county until May 20 to answer.", ["May 20"]),
    ("Agents arrested Omar in 2029, when he was 17.", ["2029"]),
    ("Agents raided the plant in 2029, at 9 in the morning.", ["2029"]),
    ("Nuns signed the letter to the county by May 5.", ["May 5"]),
    ("Call it a raid: agents came by noon Tuesday.", ["noon Tuesday"]),
    ("The ban takes effect on June 29 unless a judge steps in.", ["June 29"]),
    ("The mayor ended the ban on her first day in office, January 4, 2027.", ["January 4, 2027"]),
    ("The order may be signed as early as June 1.", ["June 1"]),
    ("The county said on Monday that it may sue by June 30.", ["Monday"]),
    ("The mayor considered the suit and sued in March.", ["March"]),
    ("The mayor-elect, who takes office June 1, sued on Monday.", ["Monday"]),
    ("Marchers marked the anniversary of the raid on Monday.", ["Monday"]),
    ("The network, founded by nuns, sued the county in 2029.", ["2029"]),
    ("The lawsuit, settled in 2029, named the county.", ["2029"]),
    ("Protesters marched Monday through Wednesday from 9 a.m. to noon.", ["Monday"]),
    ("The report was first published in September 2029.", ["September 2029"]),
    ("The contract with the agency ran out in June 2030.", ["June 2030"]),
    ("Agents must have arrested nine by June 20.", ["June 20"]),
    ("Agents said on Monday they would return if the mayor agreed.", ["Monday"]),
    ("The council will vote on June 18 even if the mayor objects.", ["June 18"]),
    ("The ban must be repealed, the mayor said on Monday.", ["Monday"]),
    ("The Senate voted Monday to fund the department through the end of September.", ["Monday"]),
    ("The county funded the shelter in May.", ["May"]),
    ("Some 780 men were held there, but today agents freed 15.", ["today"]),
    ("The church did not respond, and agents emailed its pastor on Monday.", ["Monday"]),
    ("If the bill passes on Monday, it goes to the governor.", ["Monday"]),
    ("A rally that had been set for Saturday was called off.", ["Saturday"]),
]  # fmt: skip


@pytest.mark.parametrize("sentence", LIVES)
def test_a_step_of_a_life_long_past_is_no_act(sentence):
    assert told(sentence) == []


@pytest.mark.parametrize(("sentence", "expected"), GIVEN_UP)
def test_a_day_given_up_is_none_and_the_new_one_stays(sentence, expected):
    assert told(sentence) == expected


@pytest.mark.parametrize("sentence", ASIDE)
def test_a_year_of_a_thing_a_limit_or_a_supposition_dates_no_act(sentence):
    assert told(sentence) == []


@pytest.mark.parametrize("sentence", [*UNREAL, *WISHED])
def test_what_is_denied_asked_or_supposed_is_no_act(sentence):
    assert told(sentence) == []


@pytest.mark.parametrize(("sentence", "expected"), REAL)
def test_what_is_told_as_so_beside_such_words_is_one(sentence, expected):
    assert told(sentence) == expected


@pytest.mark.parametrize("sentence", LAWS)
def test_the_year_of_a_law_dates_no_act(sentence):
    assert told(sentence) == []


@pytest.mark.parametrize(("sentence", "expected"), PASSED)
def test_the_year_of_a_law_dates_its_passing(sentence, expected):
    assert told(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), ACTS)
def test_acts_stay_beside_such_words(sentence, expected):
    assert told(sentence) == expected
