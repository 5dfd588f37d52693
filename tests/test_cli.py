"""The command line from outside: what it prints where, and with which exit code."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import raidline
from raidline.cli import main, options
from raidline.cli.app import app
from raidline.cli.output import talk
from raidline.models import Kind, Status
from samples import EVENTS

COMMANDS = [str(command.name) for command in app.registered_commands]


def start(*args, **options):
    """Run the program itself."""
    environment = {**os.environ, "PYTHONWARNINGS": "default", **options.pop("env", {})}
    return subprocess.run(
        [sys.executable, "-m", "raidline", *args], capture_output=True, check=False, env=environment, **options
    )


def test_version_and_help(run):
    assert run("--version")[:2] == (0, f"raidline {raidline.__version__}\n")
    assert run()[:2] == run("--help")[:2]
    assert run("-h")[0] == 0
    for command in COMMANDS:
        assert command in run("--help")[1]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_has_examples(command):
    result = CliRunner().invoke(app, [command, "--help"])
    assert result.exit_code == 0
    assert "Examples:" in result.output
    assert f"raidline {command}" in result.output.split("Examples:")[1]


def test_the_help_lists_every_kind_and_status():
    assert options.KINDS.split(", ") == list(Kind)
    assert options.STATUSES.split(", ") == list(Status)


@pytest.mark.parametrize(
    ("args", "complaint"),
    [
        (["shwo"], "Did you mean 'show'"),
        (["show", "--plase", "Austin"], "--place"),
        (["show", "--place", "Travs County"], "did you mean Travis County, Texas"),
        (["show", "--place", "Orange County"], "Orange County, California"),
        (["show", "--place", ""], "--place is empty; leave it out for all places"),
        (["export", "--format", "md", "--place", " "], "--place is empty"),
        (["show", "Travis", "County"], 'a place goes after an option: --place "Travis County"'),
        (["publish", "site", "California"], 'a place goes after an option: --place "California"'),
        (["show", "--kind", "operatoin"], "did you mean operation?"),
        (["show", "--kind", "zzz"], "choose from operation, incident"),
        (["show", "--status", "plan"], "did you mean planned?"),
        (["show", "--since", "2017-02-30"], "February 2017 has 28 days"),
        (["show", "--until", "soonish"], "cannot read 'soonish' as a date"),
        (["show", "--since", "2018", "--until", "2017"], "later than"),
        (["show", "--top", "0"], "--top"),
        (["show", "--top", "x"], "write a whole number - see `raidline show --help`"),
        (["extract", "x.md", "--jobs", "many"], "write a whole number - see `raidline extract --help`"),
        (["show", "--plot", "--format", "json"], "--plot draws, --format json lists"),
        (["show", "-p", "Texas", "-p", "Travs County"], "did you mean Travis County, Texas"),
        (["show", "--format", "docx"], "'table', 'plain', 'json', 'md'"),
        (["show", "--data", "nowhere.yaml"], "there is no file or folder nowhere.yaml"),
        (["show", "--articles", "nowhere"], "there is no file or folder nowhere"),
        (["export"], "--format"),
        (["export", "--format", "docx"], "choose from ics, json"),
        (["export", "--format", "ics", "--coarse", "huge"], "'start', 'span', 'skip'"),
        (["export", "--format", "csv", "-o", "no/such/folder.csv"], "no/such/folder.csv: cannot be written"),
        (["show", "--place", "\x1b[31mX\nY"], "error: no jurisdiction"),
    ],
)
def test_a_mistake_is_one_line_and_exit_code_2(args, complaint, folder, run):
    code, out, err = run(*args)
    assert (code, out) == (2, "")
    assert complaint in err
    assert err.startswith("error: ")
    assert err.count("\n") == 1
    assert "\x1b" not in err


def test_show(folder, run):
    code, out, err = run("show", "--place", "travis county, tx")
    assert code == 0
    assert out == (
        "Travis County, Texas\n\n"
        "January 2017\n\n"
        "  January 20, 2017      A sheriff's policy\n"
        "                        policy · Travis County, Texas\n"
        "                        1 source: The Evening Star\n\n"
        "February 2017\n\n"
        "  early February 2017   Agents sweep across Austin\n"
        "                        operation · Austin, Texas · at least 51 arrested\n"
        "                        2 sources: The Evening Star, Herald\n"
        "                        conflict: Herald says January 2017\n"
    )
    assert err == (
        "2 events in Travis County, Texas, at least 51 people arrested (1 event with a number), 2 publishers;"
        " sources differ on 1\n"
    )


@pytest.mark.parametrize(
    ("args", "shown"),
    [
        ([], ["policy", "sweep", "op"]),
        (["--place", "48453"], ["policy", "sweep"]),
        (["--place", "Austin"], ["sweep"]),
        (["--place", "Austin", "--context"], ["policy", "sweep"]),
        (["--place", "CA"], ["op"]),
        (["--kind", "operation"], ["sweep", "op"]),
        (["--kind", "operation", "--kind", "Policy"], ["policy", "sweep", "op"]),
        (["--status", "planned"], ["op"]),
        (["--since", "2017-02-10", "--until", "2017-02-10"], ["sweep"]),
        (["--since", "2017-02-11", "--until", "last month"], ["op"]),
        (["--until", "January 2017"], ["policy"]),
        (["--place", "Boston"], []),
    ],
)
def test_selection(args, shown, folder, run):
    code, out, err = run("show", "--format", "json", *args)
    assert (code, [event["id"] for event in json.loads(out)["events"]]) == (0, shown)
    assert sum(map(int, re.findall(r"(\d+) (?:events?(?! with)|of wider)\b", err))) == len(shown)


def test_nothing_found_says_what_to_try(folder, run):
    assert "--context adds" in run("show", "--place", "Boston")[2]
    for place, wider in (
        ("Boston", "the county, the state and the nation"),
        ("Suffolk County, MA", "the state and the nation"),
        ("Alaska", "the nation"),
        ("Tijuana, Mexico", "the country"),
    ):
        assert f"; --context adds those of {wider}\n" in run("show", "--place", place)[2]
    assert "--context" not in run("show", "--place", "Mexico")[2]
    assert " in Boston, Massachusetts; --context" in run("show", "--place", "Boston")[2]
    assert " with --kind and --search; " in run("show", "-p", "Austin", "--search", "zzz", "--kind", "protest")[2]


def test_of_several_places_those_without_events_take_one_line_and_no_heading(folder, run):
    code, out, err = run("show", "--place", "Boston, MA", "--place", "Austin, TX", "--place", "Denver, CO")
    assert code == 0
    assert out.startswith("Austin, Texas\n\n")
    assert "Boston" not in out
    assert err.splitlines()[1:] == [
        "no events in Boston, Massachusetts; Denver, Colorado; "
        "--context adds those of the county, the state and the nation"
    ]
    assert run("show", "--place", "Boston, MA")[1] == "Boston, Massachusetts\n"


def test_what_lies_around_a_place_is_not_counted_as_in_it(folder, run):
    assert run("show", "--place", "Austin", "--context")[2] == (
        "1 event in Austin, Texas, 1 of wider context, at least 51 people arrested, 2 publishers; sources differ on 1\n"
        "Austin is read as Austin, Texas; there is also Austin, Minnesota; Austin, Indiana; Austin, Arkansas; 3 more\n"
    )
    assert run("show", "--place", "Boston, MA", "--context")[2] == "no events in Boston, Massachusetts\n"


def test_top_leaves_out_and_tells(folder, run):
    code, out, err = run("show", "--top", "1")
    assert (code, "Agents sweep" in out, "A sheriff's policy" in out) == (0, True, False)
    assert err.startswith("1 event, 2 more left out by --top, ")
    assert run("show", "--top", "9")[2].startswith("3 events, at least 51 people arrested (1 event with a number), ")


def test_conflicts_and_top_count_after_the_other_filters(folder, run):
    assert run("show", "--conflicts")[2].startswith("1 event, ")
    assert run("show", "--conflicts", "--place", "CA")[2].startswith("no events in California")
    assert "A sheriff's policy" in run("show", "--top", "1", "--kind", "policy")[1]


@pytest.mark.parametrize("command", [["show"], ["export", "--format", "csv"], ["publish", "site"]])
@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("LA", "LA is read as the state of Louisiana; there is also Los Angeles, California\n"),
        ("Harris County", "Harris County is read as Harris County, Texas; there is also Harris County, Georgia\n"),
        (
            "98901",
            "error: 98901 is a ZIP code of Washington, of no one county; type the city or the county\n",
        ),
    ],
)
def test_how_a_place_was_read_is_told(command, typed, told, folder, run):
    assert told in run(*command, "--place", typed)[2]


def test_a_region_is_the_timelines_of_its_counties(folder, run):
    code, out, err = run("show", "-p", "Silicon Valley", "--context")
    assert code == 0
    own = [run("show", "-p", f"{name} County, California", "--context")[1] for name in ("San Mateo", "Santa Clara")]
    assert out == "\n".join(own)
    assert err.endswith("Silicon Valley is read as San Mateo County, California; Santa Clara County, California\n")


def test_several_places_are_told_one_after_the_other(folder, run):
    code, out, err = run("show", "-p", "Austin", "-p", "CA", "-p", "austin, tx")
    assert code == 0
    assert out == run("show", "-p", "Austin")[1] + "\n" + run("show", "-p", "CA")[1]
    assert err.startswith(
        "1 event in Austin, Texas, at least 51 people arrested, 2 publishers; sources differ on 1\n"
        "1 event in California, 1 publisher\n"
        "Austin is read as Austin, Texas; "
    )
    assert err.count("is read as") == 1


def test_plot(folder, run):
    code, out, err = run("show", "--plot", "-p", "Austin", "-p", "California")
    assert code == 0
    assert err.startswith(
        "1 event in Austin, Texas, at least 51 people arrested, 2 publishers; sources differ on 1\n"
        "1 event in California, 1 publisher\n"
        "Austin is read as Austin, Texas; "
    )
    assert err.count("is read as") == 1
    assert "  February 2017      1  o  operation 1\n" in out
    assert "  1 │ po " in run("show", "--plot", "--format", "table")[1]
    assert run("show", "--plot", "--place", "Boston")[1].startswith("Boston, Massachusetts\n\n  No events.\n")


@pytest.mark.parametrize("format_name", ["json", "md"])
def test_show_and_export_write_the_same(format_name, folder, run):
    assert run("show", "--format", format_name)[1] == run("export", "--format", format_name)[1]


def test_table_through_a_pipe_has_no_escapes(folder, run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    out = run("show", "--format", "table")[1]
    assert "early February 2017\n    Agents sweep across Austin\n" in out
    assert "\x1b" not in out


def test_data_in_a_folder_and_articles_elsewhere(folder, run, tmp_path):
    (folder / "data" / "articles").rename(folder / "kept")
    code, out, _ = run("show", "--data", "data", "--articles", "kept", "--place", "California")
    assert code == 0
    assert "The Evening Star" in out
    assert "1 source: star\n" in run("show", "--place", "California")[1], "without the article its id stands for it"


def test_the_shipped_record_answers_where_there_is_no_data(tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    code, out, _ = run("show", "--place", "Travis County")
    assert code == 0
    places = [
        out.index(words) for words in ("January 20, 2017", "February 1, 2017", "early February 2017", "March 20, 2017")
    ]
    assert places == sorted(places)
    assert "at least 51 arrested" in out
    assert "planned, as of October 1, 2020" in run("show", "--place", "California")[1]
    assert "September 28, 2020" in run("show", "--place", "Mecklenburg County")[1]


def test_events_with_a_mistake_are_left_out_and_told(folder, run):
    path = folder / "data" / "events.yaml"
    path.write_text(EVENTS.replace("date: 2020-10", "date: 2020-10-32"))
    for command in (["show"], ["export", "--format", "csv"]):
        code, out, err = run(*command)
        assert code == 1
        assert "policy" in out
        assert "An operation is to start" not in out
        assert "data/events.yaml:22:11: error: " in err


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01\x02",
        b"\xff\xfe\x00",
        b"caf\xe9: [",
        b"events:\n\t- id: x\n",
        b"events: " + b"[" * 5000,
        b"events: 3",
        b"x" * 50_000_000,
    ],
    ids=["empty", "binary", "utf-16", "latin-1", "tab", "deep", "number", "50 MB line"],
)
def test_a_broken_file_is_a_problem_not_a_traceback(content, folder, run):
    (folder / "data" / "events.yaml").write_bytes(content)
    code, _, err = run("show")
    assert code == 1
    assert "data/events.yaml" in err
    assert "Traceback" not in err


def test_a_place_that_cannot_be_read_is_told(folder, run):
    path = folder / "data" / "events.yaml"
    path.write_text(EVENTS.replace("places: [California]", "places: [Springfield]"))
    code, out, err = run("show")
    assert code == 0
    assert "Springfield" in out
    assert "cannot be read, so no place's timeline has their events: Springfield" in err


def test_export_to_a_file_replaces_it_and_is_byte_identical(folder, run):
    first, second = folder / "one.ics", folder / "two.ics"
    second.write_text("old")
    for path in (first, second):
        assert run("export", "--format", "ics", "-o", path)[:2] == (0, "")
    assert first.read_bytes() == second.read_bytes()
    assert first.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


def test_export_tells_what_the_format_cannot_hold(folder, run):
    (folder / "data" / "events.yaml").write_text(EVENTS.replace("date: 2020-10", "date: 2020"))
    code, _, err = run("export", "--format", "ics", "--coarse", "skip")
    assert code == 0
    assert "left out of the ics: op (date coarser than a quarter)" in err


def test_raw_csv(folder, run):
    (folder / "data" / "events.yaml").write_text(EVENTS.replace("title: A sheriff's policy", "title: =1+1"))
    assert "'=1+1" in run("export", "--format", "csv")[1]
    assert "'=1+1" not in run("export", "--format", "csv", "--raw")[1]


def test_source_date_epoch(folder, run, monkeypatch):
    (folder / "data" / "articles" / "star.md").unlink()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    assert "DTSTAMP:20200913T000000Z" in run("export", "--format", "ics", "--kind", "policy")[1]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert run("export", "--format", "ics")[0] == 2


def test_bytes_on_stdout_are_utf_8_with_their_own_line_ends_whatever_the_locale(folder):
    for locale in (
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ):
        done = start("show", cwd=folder, env=locale)
        assert (done.returncode, done.stderr[:9], done.stderr.count(b"\n")) == (0, b"3 events,", 1)
        assert "policy · Travis County".encode() in done.stdout
        assert start("export", "-f", "csv", cwd=folder, env=locale).stdout.count(b"\r\n") == 4


@pytest.mark.parametrize(
    ("terminal", "lines"),
    [(True, ["one two", "three-four", "https://example.org/a/long/address", "five"]), (False, None)],
)
def test_long_messages_break_between_words_on_a_terminal_and_nowhere_else(terminal, lines, monkeypatch):
    stream = io.StringIO()
    stream.isatty = lambda: terminal
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr("raidline.cli.output.width_of", lambda stream: 12)
    message = "one two three-four https://example.org/a/long/address five"
    talk(message)
    assert stream.getvalue().splitlines() == (lines or [message])


def test_a_closed_pipe_is_quiet(folder):
    lines = [EVENTS] + [
        f"  - {{id: e{n}, date: 2017, title: Event {n}, kind: other, places: [Texas], sources: [{{article: star}}]}}\n"
        for n in range(3000)
    ]
    (folder / "data" / "events.yaml").write_text("".join(lines))
    with subprocess.Popen(
        [sys.executable, "-m", "raidline", "show"],
        cwd=folder,
        env={**os.environ, "PYTHONUNBUFFERED": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        assert program.stdout.readline() == b"All places\n"
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, a disk without space")
def test_a_full_disk_is_one_line(folder):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "raidline", "show"], cwd=folder, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (2, b"error: stdout: cannot be written: no space left on device\n")


def test_a_bug_keeps_its_traceback(folder, monkeypatch):
    def broken(*args, **options):
        raise KeyError("a bug")

    monkeypatch.setattr("raidline.timeline.criteria.choose", broken)
    with pytest.raises(KeyError):
        main(["show"])


def test_an_interrupt_ends_with_130(folder, monkeypatch, run):
    def interrupted(*args, **options):
        raise KeyboardInterrupt

    monkeypatch.setattr("raidline.timeline.criteria.choose", interrupted)
    assert run("show") == (130, "", "")


def test_the_verbs_of_the_package():
    assert set(raidline.__all__) <= set(dir(raidline))
    for name in raidline.__all__:
        assert getattr(raidline, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'frobnicate'"):
        raidline.frobnicate  # noqa: B018
    from raidline.timeline.build import build_timeline  # noqa: PLC0415 - the import must not change what the verb is

    assert raidline.build_timeline is build_timeline


def test_the_paths_of_the_shipped_record_exist():
    from raidline.store.eventfiles import articles_beside, shipped_events  # noqa: PLC0415

    assert isinstance(shipped_events(), Path)
    assert articles_beside(shipped_events()).is_dir()


def test_a_file_is_not_replaced_by_nothing_where_the_data_cannot_be_read(folder, run):
    assert run("export", "-o", "all.ics")[0] == 0
    before = (folder / "all.ics").read_bytes()
    (folder / "data" / "events.yaml").write_text("events:\n  - id: [a\n")
    code, _, err = run("export", "-o", "all.ics")
    assert code == 1
    assert "all.ics is left as it is: no event could be read" in err
    assert "new.xlsx is not written: no event could be read" in run("export", "-o", "new.xlsx")[2]
    assert (folder / "all.ics").read_bytes() == before


@pytest.mark.parametrize(
    "arguments", [["show", "no such place"], ["lookup", "Texas", "California"], ["fmt", "--diff", "x"]]
)
def test_no_option_for_places_is_named_where_none_helps(run, arguments):
    assert "--place" not in run(*arguments)[2]
