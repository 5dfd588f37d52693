"""The same happening in several articles becomes one event; what disagrees stays on record."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from raidline.article import Article
from raidline.extract.pipeline import extract_article
from raidline.merging.merge import as_event, merge_candidates


def merge_reports(*reports):
    """Merge reports given as (publisher, publication day, text)."""
    articles = [
        Article(
            id=f"report-{n}",
            title="A report",
            publisher=publisher,
            published=day,
            url=None,
            text=text,
            path=Path("report.md"),
        )
        for n, (publisher, day, text) in enumerate(reports)
    ]
    found = [candidate for article in articles for candidate in extract_article(article).candidates]
    return merge_candidates(found, {article.id: article for article in articles})


def events(*reports):
    """Merge reports into the events a curator is shown."""
    return [as_event(one) for one in merge_reports(*reports)]


MONDAY, TUESDAY = date(2031, 5, 12), date(2031, 5, 13)


def test_a_coarse_mention_joins_the_precise_one():
    (event,) = events(
        ("Riverton Herald", MONDAY, "Agents arrested nine people at a tannery in Austin on Friday."),
        ("Valley Courier", TUESDAY, "Agents arrested people at a tannery in Austin earlier this month."),
    )
    assert event.date.text == "2031-05-09"
    assert [s.article for s in event.sources] == ["report-0", "report-1"]
    assert [s.says for s in event.sources] == [None, None]


def test_a_month_of_a_large_town_is_no_reason_to_merge():
    found = events(
        ("Riverton Herald", MONDAY, "Agents arrested nine people at a tannery in Austin on Friday."),
        ("Valley Courier", TUESDAY, "Agents arrested people in Austin earlier this month."),
    )
    assert [len(event.sources) for event in found] == [1, 1]


def test_other_days_other_places_and_other_kinds_stay_apart():
    found = events(
        ("Riverton Herald", MONDAY, "Agents arrested nine people in Austin on Friday."),
        ("Valley Courier", MONDAY, "Agents arrested nine people in Austin on Saturday."),
        ("Hill Gazette", MONDAY, "Agents arrested nine people in Houston on Friday."),
        ("Lake Star", MONDAY, "Students marched in Austin on Friday."),
    )
    assert len(found) == 4
    assert all(len(event.sources) == 1 for event in found)


def test_a_differing_count_is_kept_with_who_says_it():
    (event,) = events(
        ("Riverton Herald", MONDAY, "Agents arrested nine people in Austin on Friday."),
        ("Valley Courier", MONDAY, "Agents arrested 14 people in Austin on Friday."),
    )
    assert str(event.counts["arrested"]) == "9"
    assert str(event.sources[1].says.counts["arrested"]) == "14"


def test_the_newest_source_gives_the_status():
    (event,) = events(
        ("Riverton Herald", MONDAY, "Agents will raid homes in Austin on Tuesday."),
        ("Valley Courier", TUESDAY, "Agents raided homes in Austin on Tuesday."),
    )
    assert event.status.value == "occurred"


def test_ids_are_stable_and_unique():
    reports = (
        ("Riverton Herald", MONDAY, "The mayor of Austin spoke on Friday.\n\nThe sheriff of Travis County spoke on Friday."),
        ("Valley Courier", MONDAY, "Agents arrested nine people in Austin on Friday."),
    )  # fmt: skip
    first, again = events(*reports), events(*reports)
    assert [e.id for e in first] == [e.id for e in again]
    assert len({e.id for e in first}) == len(first)


def test_nothing_merges_to_nothing():
    assert merge_candidates([], {}) == []


def test_two_papers_telling_of_one_act_of_a_court_agree_although_one_names_the_city_and_one_the_county():
    (event,) = events(
        ("Riverton Herald", MONDAY, "A federal judge said in open court in Austin on Friday that he had been told."),
        ("Valley Courier", TUESDAY, "A federal judge told a hearing in Travis County last week that he knew."),
    )
    assert event.date.text == "2031-05-09"
    assert len(event.sources) == 2


def test_statements_of_different_bodies_on_one_day_stay_apart():
    found = events(
        ("Riverton Herald", MONDAY, "The Department of Homeland Security issued a statement on Friday."),
        ("Valley Courier", MONDAY, "Congress issued a statement on Friday."),
    )
    assert len(found) == 2


def test_neighbouring_months_for_one_operation_of_a_town_are_a_conflict_of_one_event():
    merged = merge_reports(
        ("Riverton Herald", MONDAY, "ICE and the sheriff raided homes in Austin in April."),
        ("Valley Courier", MONDAY, "ICE agents, with the sheriff, raided homes in Austin in March."),
    )
    assert [[c.about for c in one.conflicts] for one in merged] == [["date"]]
    (conflict,) = merged[0].conflicts
    assert (str(conflict.event_says), [(c.publisher, str(c.says)) for c in conflict.claims]) == (
        "2031-04",
        [("Valley Courier", "2031-03")],
    )


def test_two_days_of_one_town_are_no_conflict():
    merged = merge_reports(
        ("Riverton Herald", MONDAY, "ICE and the sheriff raided homes in Austin on Friday."),
        ("Valley Courier", MONDAY, "ICE agents, with the sheriff, raided homes in Austin on Thursday."),
    )
    assert [one.conflicts for one in merged] == [(), ()]


def test_a_part_and_the_whole_stay_apart_and_are_linked():
    text = "ICE arrested nearly 700 people nationwide in April.\n\nIn Austin, ICE arrested 51 people in April."
    whole, part = sorted(merge_reports(("Riverton Herald", MONDAY, text)), key=lambda one: one.core.start)
    assert whole.related == (part.id,)
    assert part.related == (whole.id,)


def test_another_article_changes_only_what_it_touches():
    reports = [
        ("Riverton Herald", MONDAY, "Agents arrested nine people in Austin on Friday.\n\nStudents marched in Austin on Friday."),
        ("Valley Courier", MONDAY, "The mayor of Austin spoke on Friday."),
    ]  # fmt: skip
    before = {one.id: one for one in merge_reports(*reports)}
    after = {
        one.id: one
        for one in merge_reports(*reports, ("Hill Gazette", MONDAY, "Agents arrested nine people in Austin on Friday."))
    }
    untouched = {id_: one for id_, one in after.items() if "report-2" not in {m.article for m in one.members}}
    assert untouched == {id_: before[id_] for id_ in untouched}
    assert len(untouched) == len(before) - 1


def test_a_reprint_is_no_corroboration():
    (one,) = merge_reports(
        ("Riverton Herald", MONDAY, "Agents arrested nine people in Austin on Friday."),
        ("Riverton Herald", TUESDAY, "Agents arrested nine people in Austin on Friday."),
    )
    assert (len(one.members), one.corroboration) == (2, 1)


def test_two_acts_of_one_sentence_have_ids_of_their_own():
    text = "Agents arrested nine people in Austin on Friday and deported three men from Austin on Friday."
    ids = [one.id for one in merge_reports(("Riverton Herald", MONDAY, text))]
    assert len(set(ids)) == len(ids)


def test_two_papers_that_cite_a_third_are_one_voice():
    (one,) = merge_reports(
        ("Riverton Herald", MONDAY, "Agents arrested nine people in Austin on Friday, CNN reported."),
        ("Valley Courier", TUESDAY, "According to CNN, agents arrested nine people in Austin on Friday."),
    )
    assert (len(one.members), one.corroboration) == (2, 1)


def test_a_reprint_under_another_name_is_one_voice():
    text = "Agents arrested nine people in Austin on Friday."
    (one,) = merge_reports(("Riverton Herald", MONDAY, text), ("Valley Courier", MONDAY, text))
    assert (len(one.members), one.corroboration) == (2, 1)


def test_of_two_days_the_one_before_the_first_report_stands():
    friday, sunday = date(2031, 5, 9), date(2031, 5, 11)
    (one,) = merge_reports(
        ("Hill Gazette", sunday, "CNN reported on May 10 that an immigration official of ICE spoke of raids."),
        ("Valley Courier", friday, "An immigration official of ICE told CNN on Thursday that raids would come."),
    )
    assert one.core.date.text == "2031-05-08"
    assert [c.about for c in one.conflicts] == ["date"]
