"""Times that count from the one just told: that evening, a week after that, the next month, within 10 days."""

from __future__ import annotations

from datetime import date

import pytest

from raidline.extract.timex import find_timexes

PUBLISHED = date(2025, 7, 18)
TOLD = [
    (
        "Agents arrested nine people at a cannery on Thursday. That morning, deputies had closed the road.",
        "That morning",
        "2025-07-17",
    ),
    (
        "Agents raided a cannery in Yakima on July 8. The same evening, 200 people stood outside the jail.",
        "The same evening",
        "2025-07-08",
    ),
    ("Agents raided a cannery on July 8. Some 200 people rallied the same night.", "the same night", "2025-07-08"),
    (
        "Agents raided a cannery on July 8. By that afternoon, 40 families had called the hotline.",
        "that afternoon",
        "2025-07-08",
    ),
    ("Agents raided a cannery on July 8. That same day, the mayor condemned it.", "That same day", "2025-07-08"),
    ("Agents raided a cannery on July 8. Later that day, the mayor condemned it.", "Later that day", "2025-07-08"),
    ("Agents raided a cannery on July 8. Two days after that, the council met.", "Two days after that", "2025-07-10"),
    (
        "Agents raided a cannery on July 8. A week and a half after that, a dishwasher was taken.",
        "A week and a half after that",
        "2025-07-18~",
    ),
    (
        "The council voted on March 4. Two weeks after that, it met again and took back the word.",
        "Two weeks after that",
        "2025-03-18",
    ),
    (
        "On March 1, two pickers were taken at a laundromat, and a week after that a dishwasher was led away.",
        "a week after that",
        "2025-03-08",
    ),
    (
        "The board voted on March 4, 2008. A day later the jail's officers finished their training.",
        "A day later",
        "2008-03-05",
    ),
    ("The board voted on March 4, 2008. The day before, 400 people had testified.", "The day before", "2008-03-03"),
    ("The board voted on March 4, 2008. The night before, 400 people had testified.", "The night before", "2008-03-03"),
    ("The board voted on March 4, 2008. The next morning, the sheriff sued.", "The next morning", "2008-03-05"),
    (
        "The board voted on March 4, 2008. Within 10 days, 61 people had been deported.",
        "Within 10 days",
        "2008-03-04/2008-03-14",
    ),
    ("The board voted on March 4, 2008. Within a week the sheriff had sued.", "Within a week", "2008-03-04/2008-03-11"),
    (
        "The board voted on March 4, 2008. Two weeks previously, 22 residents had sued.",
        "Two weeks previously",
        "2008-02-19",
    ),
    (
        "The board voted on March 4, 2008. Three days earlier, 22 residents had sued.",
        "Three days earlier",
        "2008-03-01",
    ),
    ("The board voted on March 4, 2008. A judge threw the suit out in the spring.", "the spring", "2008-21"),
    ("The board voted in October 2007. A judge threw the suit out that spring.", "that spring", "2007-21"),
    (
        "The board voted in October 2007. A judge threw the suit out the following spring.",
        "the following spring",
        "2008-21",
    ),
    (
        "The governor declared an emergency in August 2023. She had signed it on the 8th of that month.",
        "the 8th of that month",
        "2023-08-08",
    ),
    ("The governor declared an emergency in August 2023. On the 8th, she had signed it.", "the 8th", "2023-08-08"),
    (
        "Arrests rose in June 2024. On the 12th of the month, agents raided a dairy.",
        "the 12th of the month",
        "2024-06-12",
    ),
    ("Legislators passed the act in June 2011. The governor signed it on June 9.", "June 9", "2011-06-09"),
    ("The clerk reported the figures to the aldermen on the 10th.", "the 10th", "2025-07-10"),
    ("Supervisors will take up a resolution on the 29th.", "the 29th", "2025-07-29"),
    ("The council met on June 24. It will meet again on the 29th of July.", "the 29th of July", "2025-07-29"),
    (
        "Operation Spruce began on July 8 and led to 73 arrests in its first 48 hours.",
        "first 48 hours",
        "2025-07-08/2025-07-09",
    ),
    (
        "The policy began on March 3, 2008. In the first month, officers questioned 89 people.",
        "the first month",
        "2008-03-03/2008-04-02",
    ),
    (
        "The policy began on March 3, 2008. In its first year, officers questioned 89 people.",
        "first year",
        "2008-03-03/2009-03-02",
    ),
    ("On July 1 a judge freed him. That Friday, agents took him again.", "That Friday", "2025-07-04"),
    ("On July 1 a judge freed him. Agents took him again that week.", "that week", "2025-06-30/2025-07-06"),
    ("In May 2019 the town ended its contract. Agents came back that fall.", "that fall", "2019-23"),
    ("In May 2019 the town ended its contract. By that December, arrests had doubled.", "that December", "2019-12"),
    ("In May 2019 the town ended its contract. Later that month, the sheriff resigned.", "Later that month", "2019-05"),
    ("In May 2019 the town ended its contract. The next month, the sheriff resigned.", "The next month", "2019-06"),
    ("In May 2019 the town ended its contract. The year before, the sheriff had resigned.", "The year before", "2018"),
    ("In 2019 the town ended its contract. Two years on, the sheriff resigned.", "Two years on", "2021"),
    ("The suit was filed in 2019. It was settled the year after.", "the year after", "2020"),
    ("The suit was filed on May 2, 2019, and dismissed five months later.", "five months later", "2019-10"),
    ("The suit was filed in May 2019 and dismissed the following October.", "the following October", "2019-10"),
]
OF_THEIR_OWN = [  # nothing told before is meant
    ("Nashua had bought 481,000 shares in 1987 and 90,000 more through June 3.", "June 3", "2025-06-03"),
    ("The plan began in 2019. On June 3, agents raided a dairy.", "June 3", "2025-06-03"),
    ("The town ended its contract on July 2, 2025. It will meet the next month.", "the next month", "2025-08"),
    ("The firm reported on July 8 that it lost money through the first nine months.", "the first nine months", "None"),
    ("The act passed in May. It takes effect in the spring.", "the spring", "2026-21"),
]


def read(text, words):
    """Return the dates read for the expressions that share these words."""
    found = find_timexes(text, PUBLISHED)
    near = (one for one in found if words.lower() in one.text.lower() or (one.text in words and len(one.text) > 4))
    return [str(one.until or one.edtf).rstrip("~") for one in near]


@pytest.mark.parametrize(("text", "words", "value"), TOLD)
def test_a_time_counts_from_the_one_just_told(text, words, value):
    assert value.rstrip("~") in read(text, words)


@pytest.mark.parametrize(("text", "words", "value"), OF_THEIR_OWN)
def test_a_time_of_its_own_does_not(text, words, value):
    assert value in read(text, words)
