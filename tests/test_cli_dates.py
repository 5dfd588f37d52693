"""`raidline dates` from outside: what it prints where, with which exit code, also on bad input."""

from __future__ import annotations

import json

import pytest

TEXT = "The hearing was on Monday, a week after the raid. It lasted two hours.\n"
REPORT = f"---\nid: herald-1\npublished: 2031-05-09\n---\n{TEXT}"
KEYS = ["start", "end", "text", "type", "value", "mod", "edtf", "earliest", "latest", "how"]


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.md"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_json_lines_have_all_keys_and_verbatim_texts(report, run):
    code, out, err = run("dates", report, "--format", "jsonl")
    (line,) = map(json.loads, out.splitlines())
    monday = line["timexes"][0]
    assert code == 0
    assert line["id"] == "herald-1"
    assert [list(timex) for timex in line["timexes"]] == [KEYS] * len(line["timexes"])
    assert all(TEXT[timex["start"] : timex["end"]] == timex["text"] for timex in line["timexes"])
    assert (monday["text"], monday["value"], monday["earliest"]) == ("Monday", "2031-05-05", "2031-05-05")
    assert "time expressions in 1 article" in err


def test_a_duration_has_no_place_in_the_calendar(report, run):
    timexes = json.loads(run("dates", report, "--format", "jsonl")[1])["timexes"]
    (hours,) = [timex for timex in timexes if timex["text"] == "two hours"]
    assert (hours["type"], hours["value"], hours["edtf"], hours["earliest"]) == ("DURATION", "PT2H", None, None)


def test_the_text_is_the_article_with_its_dates_marked(report, run):
    code, out, _ = run("dates", report, "--format", "text")
    assert code == 0
    assert out.startswith("The hearing was on [[Monday=2031-05-05]], ")
    assert "[[two hours=PT2H]]" in out


def test_through_a_pipe_the_table_is_plain_and_aligned(report, run):
    code, out, _ = run("dates", report)
    heading, columns, first, *_ = out.splitlines()
    assert code == 0
    assert heading == "herald-1"
    assert columns.split() == ["text", "type", "value", "date", "how"]
    assert first.startswith("Monday")
    assert columns.index("type") == first.index("DATE")
    assert "\x1b" not in out


def test_the_day_of_publication_can_be_given(report, run):
    report.write_text(TEXT, encoding="utf-8")
    code, out, err = run("dates", report, "--format", "text", "--published", "2031-05-09")
    assert code == 0
    assert "[[Monday=2031-05-05]]" in out
    assert "unresolved" not in err


def test_without_a_day_of_publication_weekdays_stay_open_and_that_is_said(report, run):
    report.write_text(TEXT, encoding="utf-8")
    code, out, err = run("dates", report, "--format", "jsonl")
    assert code == 0
    assert json.loads(out)["timexes"][0]["earliest"] is None
    assert "no date of publication" in err


@pytest.mark.parametrize("day", ["2031-02-30", "2031-05", "tuesday"])
def test_a_day_that_is_none_is_refused(day, report, run):
    code, out, err = run("dates", report, "--published", day)
    assert (code, out) == (2, "")
    assert day in err


def test_articles_as_json_lines(tmp_path, run):
    path = tmp_path / "articles.jsonl"
    rows = [{"id": f"a{n}", "published": "2031-05-09", "text": TEXT} for n in (1, 2)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    lines = [json.loads(line) for line in run("dates", path, "--format", "jsonl")[1].splitlines()]
    assert [line["id"] for line in lines] == ["a1", "a2"]
    assert lines[0]["timexes"] == lines[1]["timexes"]
    assert run("dates", path, "--format", "text")[1].startswith("# a1\n")


def test_a_bad_article_stops_none_and_is_reported(report, run):
    (report.parent / "broken.jsonl").write_text('{"id": "a", "text": \n', encoding="utf-8")
    code, out, err = run("dates", report.parent, "--format", "jsonl")
    assert code == 1
    assert len(out.splitlines()) == 1
    assert "broken.jsonl" in err


@pytest.mark.parametrize("args", [["nowhere.md"], [], ["report.md", "--format", "yaml"]])
def test_misuse_is_one_clear_line(args, run):
    code, out, err = run("dates", *args)
    assert (code, out) == (2, "")
    assert len(err.strip().splitlines()) == 1


def test_nothing_in_an_article_acts_on_the_terminal(report, run):
    report.write_text(REPORT.replace("Monday", "Monday\x1b[31m\u202e"), encoding="utf-8")
    for form in ("table", "text", "jsonl"):
        assert not {"\x1b", "\u202e"} & set(run("dates", report, "--format", form)[1])
