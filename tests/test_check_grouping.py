"""Problems of one cause are told once, with the lines of the others; what differs in words is told one by one."""

from __future__ import annotations

from raidline.check.reporting.grouping import once_per_cause
from raidline.errors import Problem


def problems(*messages, rule="r"):
    return [Problem("x.yaml", line, 5, rule, message, "warning") for line, message in enumerate(messages, 1)]


def test_many_in_the_same_words_are_one():
    found = once_per_cause(problems(*["spaces at an end"] * 835), 2000)
    assert [one.message for one in found] == [
        "spaces at an end; and 834 more like it (lines 2, 3, 4, 5, 6, 7, 8, 9, …)"
    ]
    assert found[0].line == 1


def test_a_few_are_told_one_by_one():
    assert once_per_cause(problems(*["spaces at an end"] * 3), 5) == problems(*["spaces at an end"] * 3)


def test_a_column_that_differs_in_its_values_is_one():
    column = [f"no source gives March {day}, 2017 to the day; write '2017-03'" for day in range(1, 31)]
    [found] = once_per_cause(problems(*column), 50)
    assert found.message.startswith("no source gives March 1, 2017 to the day; write '2017-03'; and 29 more like it")
    assert once_per_cause(problems(*column), 500) == problems(*column)  # a few events of many


def test_names_are_told_one_by_one():
    names = [f"names {chr(65 + n)}na Vale without a public office" for n in range(26)]
    assert len(once_per_cause(problems(*names), 26)) == 26


def test_others_between_them_stay_where_they_are():
    mixed = [*problems(*["same"] * 4), *problems("other", rule="s")]
    assert [one.rule for one in once_per_cause(sorted(mixed), 9)] == ["r", "s"]
