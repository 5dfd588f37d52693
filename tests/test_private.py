"""Private lives, foundings, pointers to other reports and pictures come last or not at all. All texts are invented."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from raidline.article import Article
from raidline.extract.pipeline import extract_article

ACTS = [
    "ICE agents arrested nine people at a bakery in Reno on Tuesday, the agency said.",
    "The Washoe County Commission renewed its jail contract with ICE in March.",
    "A federal judge in Reno blocked the rule on April 2.",
    "The sheriff of Washoe County sent a letter to ICE on May 1.",
]
LAST = [
    # crimes
    "Prosecutors say the man stabbed his neighbor in Sparks on Saturday.",
    "The driver, who had been drinking, killed a teacher on May 3.",
    "He robbed a gas station in Elko on May 4, according to the indictment.",
    "A woman was attacked in her home on May 2, and a suspect is in jail.",
    "His cousin was found with two pounds of cocaine in April.",
    # steps of one case
    "Mr. Real was released on bond on Friday.",
    "The mechanic was denied asylum in 2024.",
    "His green card was approved on May 2.",
    "A clerk was robbed outside a bank on May 2, and the robbers are in jail.",
    "She was served with a notice to appear in March.",
    "He was transferred to a jail in Tonopah on Thursday, his wife said.",
    # pictures
    "A protester holds a sign in Reno on May 8, 2031. Photo by Ana Real.",
]
NEVER = [
    # lives
    "He came to the United States from Honduras in 2009.",
    "She was born in Puebla in 1987.",
    "The couple married in Reno in 2016.",
    "He has worked at the bakery since 2015.",
    "He moved to Sparks in 2012 and opened a garage in 2017.",
    "The sheriff was elected in 2018.",
    "Rivera immigrated to the United States legally in 1997.",
    "Mora graduated from Reno High School in 2019.",
    # the names of laws
    "The Detention Reports Bill of 2028 requires ICE to publish every report on a death in custody.",
    "ICE must publish its reports under the Detention Reports Act (2028).",
    "She is the sponsor of a bill, the Fair Beds Act of 2029, that ends the contracts.",
    # foundings
    "ICE was created in 2003.",
    "The newspaper was founded in 1911.",
    "The law center was established in 1998.",
    "Reno was incorporated in 1903.",
    # pointers
    "Read more: Nine arrested in Elko raid on May 2",
    "Related: What happened at the council on May 5",
    "Watch: Agents raid a farm in Fallon on May 3",
    # pictures
    "Officers stand in a row in this May 6, 2031 photo.",
    "A guard walks a hall of the jail in a Jan. 4, 2029, file photo.",
]
PUBLIC = [  # which look like them
    "The sanctuary policy was established in 2014.",
    "The agreement was created by the sheriff in 2014.",
    "Texas created a border force in 2021.",
    "The sheriff ended the contract in 2019.",
    "She vetoed the bill in 2019.",
    "The council appointed a monitor on May 5.",
    "Congress passed the Detention Reports Act of 2028.",
    "The council adopted the Safe Streets Ordinance of 2024.",
    "The sheriff signed the agreement of 2028 with ICE.",
    "ICE deported 900 people in 2019.",
    "The council watched: Agents raided a farm in Fallon on May 3.",
]


def found(text):
    article = Article("herald", "Reno and ICE", "Valley Herald", date(2031, 5, 12), None, text, Path("herald.md"))
    return [candidate.quote for candidate in extract_article(article).candidates]


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("sentence", LAST)
def test_public_acts_come_first(sentence, act):
    assert found(f"{sentence}\n\n{act}")[0] == act


@pytest.mark.parametrize("sentence", NEVER)
def test_what_is_no_event(sentence):
    assert found(f"{sentence}\n\n{ACTS[0]}") == [ACTS[0]]


@pytest.mark.parametrize("sentence", PUBLIC)
def test_public_acts_that_look_like_it_are_found(sentence):
    assert sentence in found(f"{ACTS[0]}\n\n{sentence}")
