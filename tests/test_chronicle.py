"""A day that stands apart, as a heading, a label or a cell, dates what stands below or beside it."""

from __future__ import annotations

import json
from datetime import date

import pytest

from raidline.extract.timex import find_timexes

REPORT = "---\ntitle: The raids in Toledo\npublished: 2031-05-16\n---\n\nIt began in Toledo, Ohio.\n\n"
RAID, MARCH = "Agents raided a cannery and arrested 31 workers.", "About 400 people marched to the jail."


def extracted(tmp_path, run, text):
    report = tmp_path / "report.md"
    report.write_text(REPORT + text + "\n", encoding="utf-8")
    rows = [json.loads(line) for line in run("extract", report, "--no-merge", "--format", "jsonl")[1].splitlines()]
    return [(row["date"], row["kind"]) for row in sorted(rows, key=lambda row: (row["start"], row["date"]))]


CHRONICLES = [
    # in a line to itself, plain, bold or as a heading; of any precision, none more exact than it is
    (f"March 3, 2031\n\n{RAID}\n\nMarch 10\n\n{MARCH}", ["2031-03-03", "2031-03-10"]),
    (f"**March 3**\n{RAID}\n\n**March 10:**\n{MARCH}", ["2031-03-03", "2031-03-10"]),
    (f"## 2029\n\n{RAID}\n\n## 2030\n\n{MARCH}", ["2029", "2030"]),
    (f"### March 2031\n\n{RAID}\n\n### April 2031\n\n{MARCH}", ["2031-03", "2031-04"]),
    (f"Monday\n\n{RAID}\n\nTuesday\n\n{MARCH}", ["2031-05-12", "2031-05-13"]),
    (f"## March 3: The raid\n\n{RAID}\n\n## March 10: The march\n\n{MARCH}", ["2031-03-03", "2031-03-10"]),
    # as a label of its paragraph
    (f"**Jan. 5:** {RAID}\n\n**Feb. 9:** {MARCH}", ["2031-01-05", "2031-02-09"]),
    (f"**Jan. 5, 0610.** {RAID}\n\n**Feb. 9, 2300.** {MARCH}", ["2031-01-05", "2031-02-09"]),
    (f"Jan. 5, 6:10 a.m.: {RAID}\n\nFeb. 9, 11 p.m.: {MARCH}", ["2031-01-05", "2031-02-09"]),
    (f"Jan. 5: {RAID} {MARCH}\n\nFeb. 9: The council of Toledo met.", ["2031-01-05", "2031-01-05", "2031-02-09"]),
    (f"- Feb. 9: {RAID}\n- Feb. 20: The council of Toledo votes to sue.", ["2031-02-09", "2031-02-20"]),
    # the date of a sentence wins
    (f"March 3\n\n{RAID} On March 5, workers sued.\n\nMarch 10\n\n{MARCH}", ["2031-03-03", "2031-03-05", "2031-03-10"]),
    # up to a heading that dates nothing
    (
        f"## March 3\n\n{RAID}\n\n## March 10\n\n{MARCH}\n\n## The law\n\nA judge blocked it.",
        ["2031-03-03", "2031-03-10"],
    ),
    # what is told of another time, or of none, and what is labelled otherwise
    (
        f"March 3\n\n{RAID} The mill had been raided in vain. Nobody sued.\n\nMarch 10\n\n{MARCH}\n\n**What is next:** A vote.",
        ["2031-03-03", "2031-03-10"],
    ),
    # a rule ends it, but not one that underlines its heading
    (f"## March 3\n\n{RAID}\n\n---\n\n{MARCH}\n\n## March 10\n\n{MARCH}", ["2031-03-03", "2031-03-10"]),
    (f"March 3\n---\n{RAID}\n\nMarch 10\n---\n{MARCH}", ["2031-03-03", "2031-03-10"]),
    # the same words below another day tell of that day, and below the same day of nothing new
    (f"## March 3\n\n{RAID}\n\n{RAID}\n\n## March 10\n\n{RAID}", ["2031-03-03", "2031-03-10"]),
    # what was only due, and what came of it
    (
        f"## March 3\n\nThe council was due to vote on its contract with ICE. It did not.\n\n## March 10\n\n{MARCH}",
        ["2031-03-10"],
    ),
    # headings without text count as days, and the first one may stand below the place of a report
    (f"## March 3\n\n## March 4\n\n## March 10\n\n{MARCH}", ["2031-03-10"]),
    (f"TOLEDO, Ohio\n\nMarch 3\n\n{RAID}\n\nMarch 10\n\n{MARCH}", ["2031-03-03", "2031-03-10"]),
    (f"A march in Toledo, Ohio\n## March 3\n\n{RAID}\n\n## March 10\n\n{MARCH}", ["2031-03-03", "2031-03-10"]),
    # a span dates by the span, a bound and a day that does not exist date nothing, nor does the day above them
    *(
        (
            f"## March 1\n\n{MARCH}\n\n## {words}\n\n{RAID}\n\n## March 20\n\n{MARCH}",
            ["2031-03-01", *days, "2031-03-20"],
        )
        for words, days in (
            ("March 5-7", ["2031-03-05/2031-03-07"]),
            ("From March 5 to March 7", ["2031-03-05/2031-03-07"]),
            ("March 5-7: The raids", ["2031-03-05/2031-03-07"]),
            ("Week of March 5", ["2031-03-03/2031-03-09"]),
            ("The week of March 3", ["2031-03-03/2031-03-09"]),
            ("March 5 or 6", ["[2031-03-05..2031-03-06]"]),
            ("Before March 5", []),
            ("Since March 5", []),
            ("Feb. 30", []),
            ("June 31, 2031", []),
        )
    ),
    # one day alone stamps the page, and days behind headlines list other reports
    (f"May 15, 2031\n\n{RAID}", []),
    (f"Agents raid a cannery in Lima\nMay 3, 2031\n{RAID}\n\nHundreds march to a jail\nMay 1, 2031\n{MARCH}", []),
]


@pytest.mark.parametrize(("text", "dates"), CHRONICLES)
def test_sentences_below_a_day_take_it(tmp_path, run, text, dates):
    assert [date for date, _ in extracted(tmp_path, run, text)] == dates


@pytest.mark.parametrize("words", ["Before March 5", "May 5 or June 6", "Feb. 30"])
def test_what_stands_below_a_heading_without_a_day_is_named_as_left_out(tmp_path, run, words):
    report = tmp_path / "report.md"
    report.write_text(f"{REPORT}## {words}\n\n{RAID} On March 8, workers sued.\n\n## March 20\n\n{MARCH}\n", "utf-8")
    told = run("extract", report, "--explain")[2]
    assert told.count(f"a sentence stands below '{words}', which names no day") == 1


def test_the_numbers_of_another_time_are_not_those_of_the_day_above(tmp_path, run):
    raid, before = "Agents raided a cannery.", "In the months before, agents arrested 90 workers."
    report = tmp_path / "report.md"
    report.write_text(f"{REPORT}## March 3\n\n{raid} {before}\n\n## March 10\n\n{MARCH}\n", encoding="utf-8")
    rows = [json.loads(line) for line in run("extract", report, "--no-merge", "--format", "jsonl")[1].splitlines()]
    assert {row["date"]: row["counts"] for row in rows}["2031-03-03"] == {}


SEEN_FROM = [
    ("Yesterday, about 400 people marched to the jail.", ["2031-03-02"]),
    ("Agents raided a cannery today and arrested 31 workers.", ["2031-03-03"]),
    ("Tomorrow the council votes to sue ICE.", ["2031-03-04"]),
    ("Agents raided a cannery last night.", ["2031-03-02"]),
    ("On Monday, agents raided a cannery.", ["2031-03-03"]),  # the day of the heading
    ("On Friday, agents raided a cannery.", []),  # before or after it
    ("On March 5, 2031, agents raided a cannery.", ["2031-03-05"]),
]


@pytest.mark.parametrize(("text", "dates"), SEEN_FROM)
def test_days_below_a_day_count_from_it(tmp_path, run, text, dates):
    below = f"## March 3\n\n{text}\n\n## March 20\n\n{MARCH}"
    assert [date for date, _ in extracted(tmp_path, run, below)] == [*dates, "2031-03-20"]


def test_days_in_a_report_that_is_no_chronicle_count_from_its_publication(tmp_path, run):
    text = f"## March 3\n\n{SEEN_FROM[0][0]}\n\nOn Monday, agents raided a cannery."
    assert [date for date, _ in extracted(tmp_path, run, text)] == ["2031-05-15", "2031-05-12"]


def test_a_weekday_in_the_week_of_publication_counts_from_it(tmp_path, run):
    text = f"## May 12\n\n{MARCH}\n\n## May 15\n\nOn Tuesday, agents raided a cannery."
    assert [date for date, _ in extracted(tmp_path, run, text)] == ["2031-05-12", "2031-05-13"]


TABLES = [
    (
        "| Date | Filing |\n|---|---|\n| 01/05/2031 | The union filed a complaint against ICE |\n"
        "| March 3, 2031 | Hearing on the injunction held |",
        [("2031-01-05", "lawsuit"), ("2031-03-03", "hearing")],
    ),
    (
        "| Who | When |\n|---|---|\n| The council voted on the ban | May 20 |\n| Public hearing on the ban | May 27 |",
        [("2031-05-20", "legislation"), ("2031-05-27", "hearing")],
    ),
    ("| Year | Arrests |\n|---|---|\n| 2029 | 1,204 |\n| 2030 | 2,310 |", []),
]


@pytest.mark.parametrize(("text", "events"), TABLES)
def test_the_rows_of_a_table_have_the_days_in_their_cells(tmp_path, run, text, events):
    assert extracted(tmp_path, run, text) == events


def test_the_words_of_a_heading_are_the_words_that_give_the_date(tmp_path, run):
    report = tmp_path / "report.md"
    report.write_text(f"{REPORT}## March 3\n\n{RAID}\n\n## March 10\n\n{MARCH}\n", encoding="utf-8")
    row, *_ = map(json.loads, run("extract", report, "--no-merge", "--format", "jsonl")[1].splitlines())
    assert (row["date_text"], row["quote"]) == ("March 3", RAID)
    assert "above it" in row["how"]
    assert "'March 3' is in a menu" not in run("extract", report)[2]


YEARS = [
    # of several years as headings, each is that of the days below, wherever they stand in their sentence
    (
        "## 2027\n\nOn Monday, snow fell. In May, agents came.\n\n## 2028\n\nThey left by June 9.",
        ["2027-05", "2028-06-09"],
    ),
    ("March 3, 2027\n\nIt began on March 9.\n\nMay 5, 2028\n\nIt ended on May 9.", ["2027-03-09", "2028-05-09"]),
    # a day in a line to itself may be of the next year
    ("## March 3, 2029\n\nRain.\n\n## December 9, 2030\n\nSnow.\n\n## February 22\n\nIt ended.", ["2031-02-22"]),
    ("December 9, 2030\n\nSnow.\n\nJanuary 5, 2031\n\nRain.\n\nFebruary 22\n\nIt began on March 2.", ["2031-03-02"]),
    # up to the next heading
    ("## 2027\n\nSnow.\n\n## 2028\n\nRain.\n\n## The law\n\nIt began on March 9.", ["2031-03-09"]),
    # of one, only that of days that begin a line; a full day may be the stamp of the page
    ("2027\n\nIt began on March 9.", ["2031-03-09"]),
    ("March 3, 2027\n\nIt began on March 9.", ["2031-03-09"]),
]


@pytest.mark.parametrize(("text", "days"), YEARS)
def test_a_heading_gives_its_year_to_the_days_below(text, days):
    found = [str(one.edtf) for one in find_timexes(text, date(2031, 5, 16)) if one.edtf]
    assert [day for day in days if day in found] == days


ITEMS = f"- Raid: {RAID}\n- Rally: {MARCH}"
SINGLE = [
    # the list right below a single day is of that day: any below a section, one with labels below a bold line
    (f"## March 3\n\n{ITEMS}", ["2031-03-03", "2031-03-03"]),
    (f"## March 3\n\n- {RAID}\n- {MARCH}", ["2031-03-03", "2031-03-03"]),
    (f"**March 3, 2031**\n\n- **Raid:** {RAID}\n- **Rally:** {MARCH}", ["2031-03-03", "2031-03-03"]),
    (f"## March 2031\n\n1. {RAID}\n2. March 19: {MARCH}", ["2031-03", "2031-03-19"]),
    # up to its end; not below a stamp, not one item, not further down
    (f"## March 3\n\n{ITEMS}\n\nThe council of Toledo sued.", ["2031-03-03", "2031-03-03"]),
    (f"**March 3, 2031**\n\n- {RAID}\n- {MARCH}", []),
    (f"March 3, 2031\n\n{ITEMS}", []),
    (f"## March 3\n\n- {RAID}", []),
    (f"## March 3\n\nIt rained.\n\n{ITEMS}", []),
    # entries of a live blog begin with their hours
    (f"## Monday, March 3\n\n10:42 a.m. — {RAID}\n\n11:15 a.m. — {MARCH}", ["2031-03-03", "2031-03-03"]),
    (f"**March 3**\n\n**7:05 p.m.:** {RAID}\n\nIt rained.\n\n**5 p.m.:** {MARCH}", ["2031-03-03", "2031-03-03"]),
    (f"Live updates for Monday, March 3\n\n9:10 a.m.: {RAID}\n\n8:45 a.m.: {MARCH}", ["2031-03-03", "2031-03-03"]),
    (f"## March 3\n\n9:10 a.m.: {RAID}\n\n## March 10\n\n8:45 a.m.: {MARCH}", ["2031-03-03", "2031-03-10"]),
    (f"Updated Monday, March 3\n\n9:10 a.m.: {RAID}\n\n8:45 a.m.: {MARCH}", []),
    # days of a week below that week
    (f"# Week of April 7\n\n## Monday\n\n{RAID}\n\n## Thursday\n\n{MARCH}", ["2031-04-07", "2031-04-10"]),
    (f"# April 7-11\n\n**Monday:** {RAID}\n\n**Thursday:** {MARCH}", ["2031-04-07", "2031-04-10"]),
    # a row of weekdays ends with the day of publication, a Friday
    (f"**Friday:** {RAID}\n\n**Saturday:** {MARCH}", ["2031-05-09", "2031-05-10"]),
    (f"**Thursday:** {RAID}\n\n**Friday:** {MARCH}", ["2031-05-15", "2031-05-16"]),
    (f"**Friday:** {RAID}\n\n**Thursday:** {MARCH}", ["2031-05-16", "2031-05-15"]),
    (
        f"# Week of April 7\n\n{RAID}\n\n## May 12\n\nRain.\n\n## Thursday\n\n{MARCH}",
        ["2031-04-07/2031-04-13", "2031-05-15"],
    ),
]


@pytest.mark.parametrize(("text", "dates"), SINGLE)
def test_a_day_alone_dates_the_list_or_the_hours_below_it(tmp_path, run, text, dates):
    assert [date for date, _ in extracted(tmp_path, run, text)] == dates


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Tomorrow the council will vote to sue ICE.", "planned"),
        ("Yesterday the council voted to sue ICE.", "occurred"),
        ("On March 9, the council voted to sue ICE.", "occurred"),
    ],
)
def test_what_lies_ahead_of_the_day_above_is_only_planned(tmp_path, run, sentence, status):
    report = tmp_path / "report.md"
    report.write_text(f"{REPORT}## March 3\n\n{sentence}\n\n## March 20\n\n{MARCH}\n", encoding="utf-8")
    rows = map(json.loads, run("extract", report, "--no-merge", "--format", "jsonl")[1].splitlines())
    assert [row["status"] for row in rows if row["date"] != "2031-03-20"] == [status]


VOTE = "The council of Toledo has voted to end its contract."
JUDGE = "A judge in Toledo has ordered that two bakers held Wednesday stay in Ohio."
LIVE = "Live updates from Toledo, Ohio."
HOURS = [
    # set off by signs, brackets, as headings, or by nothing; forward or backward
    (f"{LIVE}\n\n**5:20 p.m.** {RAID}\n\n**4:05 p.m.** {VOTE}\n\n**2 p.m.** {MARCH}", ["2031-05-16"] * 3),
    (f"{LIVE}\n\n[9 a.m.] {RAID}\n\n[10:15 a.m.] {VOTE}\n\n[Noon] {MARCH}", ["2031-05-16"] * 3),
    (f"{LIVE}\n\n9 a.m. {RAID}\n\n10:15 a.m. {VOTE}\n\n11 a.m. {MARCH}", ["2031-05-16"] * 3),
    (
        f"{LIVE}\n\n### 9 a.m.: Raid\n\n{RAID}\n\n### 10 a.m.: Vote\n\n{VOTE}\n\n### 11 a.m.\n\n{MARCH}",
        ["2031-05-16"] * 3,
    ),
    # of the day that the line above names
    (
        f"Thursday, May 15. We add to this.\n\n**9 a.m.** {RAID}\n\n**10 a.m.** {VOTE}\n\n**11 a.m.** {MARCH}",
        ["2031-05-15"] * 3,
    ),
    # the news of an entry is of its hour whatever else it names
    (f"{LIVE}\n\n9 a.m. {JUDGE}\n\n10 a.m. {VOTE}\n\n11 a.m. {MARCH}", ["2031-05-14", *["2031-05-16"] * 3]),
    # hours of a day with 24, and hours beside them
    (f"{LIVE}\n\n**18:45** {RAID}\n\n**17:20** {VOTE}\n\n**9:40** {MARCH}", ["2031-05-16"] * 3),
    (
        f"{LIVE}\n\n**9 a.m.** {VOTE}\n\n**10 a.m.** {MARCH}\n\n**11 a.m.** Agents arrested nine people in Toledo at 10:50.",
        ["2031-05-16"] * 3,
    ),
    # the plan has its own day, and "none" inside a sentence denies nothing
    (
        f"{LIVE}\n\n9 a.m. The mayor of Toledo says that she has called a rally for Sunday.\n\n10 a.m. {VOTE}\n\n11 a.m. {MARCH}",
        ["2031-05-18", "2031-05-16", "2031-05-16"],
    ),
    (
        f"{LIVE}\n\n9 a.m. ICE in Toledo says that it held nine bakers and that none is a citizen.\n\n10 a.m. {VOTE}\n\n11 a.m. {MARCH}",
        ["2031-05-16"] * 3,
    ),
    # what is only quoted is no news of the hour
    (
        f'{LIVE}\n\n9 a.m. {RAID} "They came at dawn. They arrested nine of us", she says.\n\n10 a.m. {VOTE}\n\n11 a.m. {MARCH}',
        ["2031-05-16"] * 3,
    ),
    # not where nothing says of which day the hours are, or where they are of several: only the first is read as today's
    (f"How it came to that.\n\n**9 a.m.** {RAID}\n\n**10 a.m.** {VOTE}\n\n**11 a.m.** {MARCH}", ["2031-05-16"]),
    (f"{LIVE}\n\n**9 p.m.** {RAID}\n\n**8 a.m.** {VOTE}\n\n**10 p.m.** {MARCH}", ["2031-05-16"]),
    # up to the heading of something else
    (
        f"{LIVE}\n\n**9 a.m.** {RAID}\n\n**10 a.m.** {VOTE}\n\n**11 a.m.** {MARCH}\n\n**Catch up**\n\nA mill was raided in Lima.",
        ["2031-05-16"] * 3,
    ),
]


@pytest.mark.parametrize(("text", "dates"), HOURS)
def test_the_hours_of_a_live_page_are_of_its_day(tmp_path, run, text, dates):
    assert [date for date, _ in extracted(tmp_path, run, text)] == dates
