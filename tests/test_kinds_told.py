"""The kind of an act by how reports tell it: bills that fail, figures without "report", arguments, suits, proclamations, vigils."""

from __future__ import annotations

from datetime import date

import pytest

from raidline.extract.events.event_mentions import find_happenings
from raidline.extract.timex import find_timexes

PUBLISHED = date(2031, 5, 9)  # a Friday


def kinds(sentence: str) -> list[str]:
    timexes = find_timexes(sentence, PUBLISHED)
    return [h.kind.value for h in find_happenings(sentence, (0, len(sentence)), timexes, PUBLISHED)[0]]


TOLD = [
    # bills on their way
    ("The bill failed 9-10 on Tuesday.", "legislation"),
    ("One much like it failed in the same committee, 9-10, in March.", "legislation"),
    ("House Judiciary reported it out on April 2.", "legislation"),
    ("Assemblymember Ida Kemp put in AB 1204 on Thursday.", "legislation"),
    ("It had its first reading on Tuesday.", "legislation"),
    ("It got out of the Senate on April 3.", "legislation"),
    ("His bill made it out of Public Safety on May 2, 7-2.", "legislation"),
    ("The ordinance comes up for second reading on May 28.", "legislation"),
    ("The Senate said yes on April 28.", "legislation"),
    ("A motion to put it on the ballot failed for want of a second on Tuesday.", "legislation"),
    ("Sen. Abel Ross pre-filed House Bill 47 on Monday.", "legislation"),
    ("The House concurred on May 2.", "legislation"),
    ("The council tabled it, 4-3, on Tuesday.", "legislation"),
    ("HB 212 died on the calendar on May 2.", "legislation"),
    # boards with a court's name
    ("The Fiscal Court voted on Tuesday to end the contract.", "policy"),
    ("The Commissioners Court approved the agreement on Tuesday.", "policy"),
    ("The Quorum Court tabled the ordinance on Tuesday.", "legislation"),
    ("The County Court of Commissioners accepted a grant on Tuesday.", "funding"),
    # figures
    ("The jail held 96 people for ICE last month.", "report"),
    ("Deputies made 611 stops last year.", "report"),
    ("ICE asked the jail for 144 holds last year.", "report"),
    # courts
    ("The two cases were argued together on April 14.", "hearing"),
    ("Lawyers for both sides argued for two hours on Tuesday.", "hearing"),
    ("The case is to be heard on May 20.", "hearing"),
    ("They are to appear in court on May 20.", "hearing"),
    ("Judge Lena Horvat listened for two hours to lawyers on Wednesday.", "hearing"),
    ("Her suit was thrown out by Judge Lena Horvat in April.", "ruling"),
    ("A jury found the deputy not guilty on Tuesday.", "ruling"),
    ("He is to be sentenced on June 5.", "ruling"),
    ("The manager admitted in court on Monday that he knew.", "ruling"),
    # suits
    ("The complaint was lodged in federal court on May 2.", "lawsuit"),
    ("His wife's claim against the city was filed on May 2.", "lawsuit"),
    ("Santa Clara County brought its own case on May 3.", "lawsuit"),
    ("Three families have gone to court as of Monday.", "lawsuit"),
    ("Nine tenants took the county to court on Monday.", "lawsuit"),
    # orders
    ("The president's travel order of May 2 names six countries.", "order"),
    ("The chief judge put out a standing order on May 2.", "order"),
    ("Gov. Ida Kemp's proclamation of May 2 called out the Guard.", "order"),
    ("The mayor signed the executive order on Monday.", "order"),
    # gatherings
    ("A car caravan went around the jail on Saturday.", "protest"),
    ("A second caravan took place on May 3 in Marietta.", "protest"),
    ("About 70 people stood with candles outside the jail on Wednesday night.", "protest"),
    ("Perhaps 400 of us walked from the park to the federal lot on Sunday.", "protest"),
    ("Pupils walked out of Lincoln High on Monday.", "protest"),
    ("Forty-one men in the Alpha unit refused breakfast on May 2.", "protest"),
    ("About 35 people stood on the steps with their mouths taped on Thursday.", "protest"),
    ("Sixty students rode the last ten miles to the statehouse on Tuesday.", "protest"),
    # injuries
    ("One officer broke a wrist in the arrest on Tuesday.", "incident"),
    ("A worker broke an ankle as agents came on Friday.", "incident"),
    ("Two men were treated for burns after officers sprayed pepper gas on Friday.", "incident"),
    # money
    ("County commissioners approved the money on May 2.", "funding"),
    ("The board accepted a federal grant of $90,000 on May 2.", "funding"),
    # policies plainly told
    ("Thirty sheriffs had dropped the practice by May 2.", "policy"),
    ("The sheriff began turning down detainers on May 1.", "policy"),
    ("Agents quit boarding buses there in February.", "policy"),
    # what must stay
    ("Agents arrested nine people on Tuesday.", "operation"),
    ("Deputies arrested 12 men on Tuesday at a plant.", "operation"),
    ("A federal court blocked the order on Tuesday.", "ruling"),
    ("The county court ruled on Tuesday that the stop was illegal.", "ruling"),
    ("The mayor argued on Tuesday that she was right.", "statement"),
    ("The sheriff reported on Tuesday that a deputy was hurt.", "report"),
    ("The sheriff complained on Monday of a lack of beds.", "statement"),
    ("The council heard residents at a hearing on Tuesday.", "hearing"),
    ("The driver walked out of the jail on Monday.", "other"),
    ("Two men walked out of Renner Hall on Monday.", "other"),
    ("The caravan of migrants reached the bridge on Monday.", "other"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "kind"), TOLD)
def test_an_act_is_classed_by_how_it_is_told(sentence, kind):
    assert kind in kinds(sentence)
