"""Days that are counted: from the end of a month, back from a part of this year, on from a day, up to the end of a span."""

from __future__ import annotations

from datetime import date

import pytest

from raidline.extract.timex import find_timexes

WEDNESDAY = date(2031, 6, 18)


def read(sentence, anchor=WEDNESDAY):
    return [(one.text, str(one.until or one.edtf or None)) for one in find_timexes(sentence, anchor)]


FROM_THE_END = [
    ("Vans came on the second-to-last day of May.", "the second-to-last day of May", "2031-05-30"),
    ("Vans came on the next-to-last day of May.", "the next-to-last day of May", "2031-05-30"),
    ("Vans came on the third-to-last Friday of May.", "the third-to-last Friday of May", "2031-05-16"),
    ("Vans came on the last day of May.", "the last day of May", "2031-05-31"),
    ("Vans came on the second day of May.", "the second day of May", "2031-05-02"),
    ("Vans came in the second-to-last week of May.", "the second-to-last week of May", "2031-05-18/2031-05-24"),
    ("Vans came in the penultimate month of 2030.", "the penultimate month of 2030", "2030-11"),
    ("Vans came in the last full week of May.", "the last full week of May", "2031-05-19/2031-05-25"),
    ("Vans came in the first full week of May.", "the first full week of May", "2031-05-05/2031-05-11"),
    ("Vans came in the fifth full week of May.", "", None),
    ("Vans came on the last business day of May.", "the last business day of May", "2031-05-30~"),  # unless a holiday
    ("Vans came on the first working day of June.", "the first working day of June", "2031-06-02~"),
    ("Vans came on the second-to-last business day of May.", "the second-to-last business day of May", "2031-05-29~"),
]
OF_A_MONTH = [
    ("Vans came on a March night in 2011.", "a March night in 2011", "2011-03"),
    ("Vans came one January morning in 1977.", "one January morning in 1977", "1977-01"),
    ("Vans came on a hot July afternoon last year.", "a hot July afternoon", "2030-07"),
    ("Vans came on a summer night in 2011.", "a summer night in 2011", "2011-22"),
    ("Vans came one May weekend.", "one May weekend", "2031-05"),
    # the day itself, or no month
    ("Vans came on May Day.", "May Day", "2031-05-01"),
    ("Vans came after a May Day march.", "May Day", "2031-05-01"),
    ("Vans came on the night of March 3, 2011.", "the night of March 3, 2011", "2011-03-03"),
]
YEARS_AGO = [
    ("Vans came two years ago this July.", "two years ago this July", "2029-07"),
    ("Vans came three years ago this fall.", "three years ago this fall", "2028-23"),
    ("Vans came three years ago last fall.", "three years ago last fall", "2027-23"),
    ("Vans came three years ago last winter.", "three years ago last winter", "2027-24"),
    ("Vans came in the spring two years ago.", "the spring two years ago", "2029-21"),
    ("Vans came in May three years ago.", "May three years ago", "2028-05"),
    ("It began Feb. 15, 2018. Four and a half years later, it ended.", "Four and a half years later", "2022-08"),
    (
        "It began in 2018. Four and a half years later, it ended.",
        "Four and a half years later",
        "2022-07-01/2023-06-30",
    ),
    ("Vans came a decade ago this spring.", "a decade ago this spring", "2021-21"),
    ("Vans came a year ago in May.", "a year ago in May", "2030-05"),
    ("Vans came a year ago last May.", "a year ago last May", "2030-05"),
    ("Vans came a year ago last July.", "a year ago last July", "2029-07"),
    ("Vans came a year ago on March 1.", "a year ago on March 1", "2030-03-01"),
    ("Vans came two years ago on Feb. 29.", "", None),
    ("Vans came three years ago on Feb. 29.", "three years ago on Feb. 29", "2028-02-29"),
    ("Vans came a year ago this week.", "a year ago this week", "2030-06-17/2030-06-23"),
    ("Vans came a year ago last week.", "a year ago last week", "2030-06-10/2030-06-16"),
    ("Vans came a year ago last month.", "a year ago last month", "2030-05"),
    ("Vans came two years ago next month.", "two years ago next month", "2029-07"),
    ("Vans came two weeks ago to the day.", "two weeks ago to the day", "2031-06-04"),
    ("It has been two weeks to the day since vans came.", "two weeks to the day", "2031-06-04"),
    ("Vans came on May 5, 2030. A year to the day later, they were back.", "A year to the day later", "2031-05-05"),
    ("Vans came on May 5, 2030. A year later to the day, they were back.", "A year later to the day", "2031-05-05"),
    ("Vans came in May 2030. A year to the day later, they were back.", "A year to the day later", "None"),
    # no more exact than it is told
    ("Vans came two weeks ago.", "two weeks ago", "2031-06-02/2031-06-08"),
    ("Vans came two years ago.", "two years ago", "2029"),
]
BESIDE = [
    ("Vans came on the eve of the July 4 holiday last year.", "the eve of the July 4 holiday last year", "2030-07-03"),
    ("Vans came on the July 4 holiday in 2030.", "July 4 holiday in 2030", "2030-07-04"),
    ("Vans came around Thanksgiving last year.", "around Thanksgiving last year", "2030-11-28~"),
    ("Vans came around Labor Day.", "around Labor Day", "2030-09-02~"),
    ("Vans came on Thanksgiving last year.", "Thanksgiving last year", "2030-11-28"),
    ("Vans came the day after the 2028 election.", "the day after the 2028 election", "2028-11-08"),
    ("Vans came in the 2028 election year.", "2028", "2028"),
    ("The ban ends 60 days from Aug. 1.", "60 days from Aug. 1", "2031-09-30"),
    ("Vans came for 20 days from May 5 to May 24.", "May 5", "2031-05-05/2031-05-24"),
    ("Within two weeks of Jan. 20, vans had come.", "Within two weeks of Jan. 20", "2031-01-20/2031-02-03"),
    ("The ban starts on the first of the year.", "the first of the year", "2032-01-01"),
    ("The ban started on the first of the year.", "the first of the year", "2031-01-01"),
    ("Nobody has come since the first of the year.", "the first of the year", "2031-01-01"),
    ("Vans came on the Fourth.", "the Fourth", "2030-07-04"),
    ("The case is before the Fourth Circuit.", "", None),
    ("They were the fourth.", "", None),
    ("Vans came May 5. The morning after that, they left.", "The morning after that", "2031-05-06"),
    ("Vans came in the run-up to Christmas.", "the run-up to Christmas", "None"),
    ("Vans came two days after the Feb. 28 raid.", "two days after the Feb. 28", "2031-03-02"),
    ("Vans came four weeks to the day after the May 5 raid.", "four weeks to the day after the May 5", "2031-06-02"),
    ("Vans came four weeks to the day after the raid.", "four weeks to the day", "None"),
    ("Vans came the Tuesday of Thanksgiving week.", "the Tuesday of Thanksgiving week", "2030-11-26"),
    ("Vans came the Saturday of Labor Day weekend.", "the Saturday of Labor Day weekend", "2030-08-31"),
    ("Vans came the Tuesday of Labor Day weekend.", "the Tuesday of Labor Day weekend", "None"),
    ("Vans came on the night of the 9th into the 10th.", "the night of the 9th", "2031-06-09/2031-06-10"),
    ("Not until the 10th were they freed.", "the 10th", "2031-06-10"),
    ("Vans came on leap day.", "leap day", "2028-02-29"),
    ("Vans came on the 18th of last September.", "the 18th of last September", "2030-09-18"),
    ("Vans came overnight into Sunday.", "overnight into Sunday", "2031-06-14/2031-06-15"),
    ("Vans came overnight into today.", "overnight into today", "2031-06-17/2031-06-18"),
    ("La redada fue el lunes 16 de junio en Reno.", "el lunes 16 de junio", "2031-06-16"),
    # either Monday may be meant, unless the text has told of one
    ("The ban ends 90 days from Monday.", "90 days from Monday", "None"),
    ("The mayor signed it Monday. The ban ends 90 days from Monday.", "90 days from Monday", "2031-09-14"),
    ("The mayor signed it Tuesday. The ban ends 90 days from Monday.", "90 days from Monday", "None"),
    ("They vote two weeks from Monday.", "two weeks from Monday", "2031-07-07"),
]
SINCE = [
    ("Since the start of the year, vans have come.", "the start of the year", "2031-01-01/.."),
    ("Vans have come since the beginning of the month.", "the beginning of the month", "2031-06-01/.."),
    ("Vans have come since the beginning of 2029.", "the beginning of 2029", "2029-01-01/.."),
    # a part is told, not its first day
    ("Vans have come since early May.", "early May", "2031-05-01~/2031-05-10~"),
    ("Vans came at the start of the year.", "the start of the year", "2031-01~/2031-03~"),
]
UP_TO = [
    ("In the six weeks that ended May 30, vans came.", "the six weeks", "2031-04-19/2031-05-30"),
    ("In the week ended March 8, vans came.", "the week", "2031-03-02/2031-03-08"),
    ("In the year ended June 30, 2030, vans came.", "the year", "2029-07-01/2030-06-30"),
    ("In the fiscal year that ended in September 2030, vans came.", "the fiscal year", "2029-10/2030-09"),
    ("In the 12 months through May, vans came.", "the 12 months", "2030-06/2031-05"),
    ("In the year to May 31, vans came.", "the year", "2030-06-01/2031-05-31"),
    ("In the year ending June 30, vans have come.", "the year", "2030-07-01/2031-06-18"),
    ("In the two weeks that followed May 5, vans came.", "the two weeks that followed May 5", "2031-05-06/2031-05-19"),
    ("In the fiscal year just ended, vans came.", "the fiscal year", "2029-10-01/2030-09-30"),
    ("In fiscal 2030, which ended Sept. 30, vans came.", "fiscal 2030", "2029-10-01/2030-09-30"),
    ("From on or about May 5 to on or about May 9, vans came.", "about May 5", "2031-05-05~/2031-05-09~"),
    ("From March 1, 2029, to the present, vans have come.", "March 1, 2029", "2029-03-01/.."),
    ("From March 1, 2029, to the presentation, vans came.", "March 1, 2029", "2029-03-01"),
    # no length that ends then, or none that the calendar gives
    ("In the month since May 5, vans have come.", "the month", "None"),
    ("In the week before the vote, vans came.", "the week", "None"),
    ("In the week between Christmas and New Year's Day, vans came.", "the week", "None"),
    ("Vans have come all through the month.", "the month", "2031-06-01/2031-06-18"),
    ("The six weeks of strikes that began April 19 ended May 30.", "The six weeks", "None"),
    ("He had two weeks to May 30 to reply.", "two weeks", "None"),
]
YEAR_TOLD = [
    ("Last year in May and June, vans came.", "May", "2030-05/2030-06"),
    ("Last year in May and again in June, vans came.", "June", "2031-06-01/2031-06-18"),
    ("In the fall of that year, 2007, vans came.", "the fall of that year, 2007", "2007-23"),
    ("In May of that year (2007), vans came.", "May of that year (2007)", "2007-05"),
    ("It began in 2007. In the fall of that year, vans came.", "the fall of that year", "2007-23"),
    ("In the fall of that year, vans came.", "the fall of that year", "None"),
    ("On May 5 of that year, vans came.", "May 5 of that year", "None"),
    ("It began in the fall of 2012. The next spring, vans came.", "The next spring", "2013-21"),
    ("It began in the fall of 2012. Next spring, vans will come.", "Next spring", "2032-21"),
    ("It began in late June of 2018. By August the mill had closed.", "August", "2018-08"),
    ("It was signed in late June of 2018. In May, vans came.", "May", "2031-05"),
    ("On Sept. 26, 1996, vans came. Five days later, they left. On Oct. 4, they were back.", "Oct. 4", "1996-10-04"),
    ("On April 26, 2031, vans came. Five days later, they left. On Oct. 4, they will be back.", "Oct. 4", "2031-10-04"),
    ("It began in early 2018. Vans came that summer, on July 7.", "July 7", "2018-07-07"),
    ("It began in early 2018. Vans came that winter, on Jan. 7.", "Jan. 7", "2019-01-07"),
    ("It began in early 2018. Vans came that summer, and on June 7, they left.", "June 7", "2031-06-07"),
    ("In the summer and fall of 2028, vans came.", "the summer", "2028-22"),
    ("In winter and spring of 2028, vans came.", "winter", "2027-24"),
    ("Vans came in May or June of last year.", "May", "[2030-05..2030-06]"),
    ("In the first half of the 1990s, vans came.", "the first half of the 1990s", "1990/1994"),
    ("In the second half of the 1990s, vans came.", "the second half of the 1990s", "1995/1999"),
]
LISTED = [
    ("Vans came on June 2, 4 and 9.", "9", "2031-06-09"),
    ("Vans came on June 2, 4, and 9.", "9", "2031-06-09"),
    ("Vans came on June 2, 4, and 90 people fled.", "June 2", "2031-06-02"),
]
PUT_OFF = [
    ("The hearing was put off from June 1 to Aug. 17.", "June 1", "2031-06-01"),
    ("They put off the hearing from June 1 to Aug. 17.", "June 1", "2031-06-01"),
    ("The office was closed from June 1 to Aug. 17.", "June 1", "2031-06-01/2031-08-17"),
]


@pytest.mark.parametrize(
    ("sentence", "anchor", "edtf"),
    [
        # this winter began in the year before; what ended on the next day but one lies ahead
        ("Vans came three years ago this winter.", date(2031, 1, 9), "2027-24"),
        ("Vans came three years ago this winter.", date(2031, 12, 9), "2028-24"),
        ("The county ended the contract on Jan. 1.", date(2030, 12, 30), "2031-01-01"),
        ("Vans came two years ago this February.", date(2032, 2, 29), "2030-02"),
        ("Vans came a year ago today.", date(2032, 2, 29), "2031-02-28"),
        ("Vans came on the last day of February.", date(2032, 3, 2), "2032-02-29"),
        ("Vans came in the second-to-last week of the old year.", date(2031, 1, 9), "2030-12-18/2030-12-24"),
    ],
)
def test_around_the_new_year_and_in_leap_years(sentence, anchor, edtf):
    assert [found for _, found in read(sentence, anchor)] == [edtf]


@pytest.mark.parametrize(
    ("sentence", "text", "edtf"),
    [*FROM_THE_END, *OF_A_MONTH, *YEARS_AGO, *BESIDE, *SINCE, *UP_TO, *YEAR_TOLD, *LISTED, *PUT_OFF],
)
def test_a_day_is_counted_as_the_text_says(sentence, text, edtf):
    found = dict(read(sentence))
    assert found.get(text) == edtf if text else found == {}


DAYS_BY_NUMBER = [
    ("On the 9th they waited for him.", "the 9th", "2031-06-09"),
    ("In a memo on the 11th she refused.", "the 11th", "2031-06-11"),
    ("The board passed a resolution on the 9th which asks for nothing.", "the 9th", "2031-06-09"),
    ("The statement, dated the 16th, says so.", "the 16th", "2031-06-16"),
    ("He won a hearing for the 28th.", "the 28th", "2031-06-28"),
    ("By Tuesday the first were before a judge.", "Tuesday", "2031-06-17"),
    ("She won for the 5th time.", "", None),
    ("They took it to the 9th Circuit.", "", None),
]


@pytest.mark.parametrize(("sentence", "text", "date"), DAYS_BY_NUMBER)
def test_a_day_has_a_number_where_no_noun_follows_it(sentence, text, date):
    assert read(sentence) == ([(text, date)] if text else [])
