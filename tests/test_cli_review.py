"""`raidline review` from outside: keys through a pipe and on a terminal, an editor, crashes, and several at a time."""

from __future__ import annotations

import io
import json
import os
import random
import signal
import subprocess
import sys
import time

import pytest

from raidline.store.load import load_events
from samples import ARTICLE, EVENTS

COMMAND = [sys.executable, "-m", "raidline", "review"]
CANDIDATE = """\
  - id: {name}
    date: {date}
    title: "ICE: {number} arrested in Austin, Texas"
    kind: {kind}
    places: ["Austin, Texas"]
    counts: {{arrested: {number}}}
    sources:
      - article: {article}
        quote: {quote}
    candidate: {{date_text: on Sunday, how: read, trigger: came, salience: {salience}, start: 0, end: 12}}
"""


def candidate(name="found", **given):
    values = {"date": "2017-02-05", "number": 9, "kind": "operation", "article": "star", "quote": "Agents came.",
              "salience": 0.5, "name": name}  # fmt: skip
    return CANDIDATE.format(**values | given)


@pytest.fixture
def desk(folder):
    """A newsroom's folder with candidates to review."""
    two = candidate("second", date="2017-03-05", salience=0.9, quote="Agents came.")
    (folder / "candidates.yaml").write_text("events:\n" + candidate() + two)
    return folder


@pytest.fixture
def answer(run, monkeypatch):
    """Run a review with lines of input."""

    def answer(*lines, options=()):
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return run("review", "candidates.yaml", *options)

    return answer


def ids(path="data/events.yaml"):
    from pathlib import Path  # noqa: PLC0415

    loaded = load_events([Path(path)])
    assert loaded.problems == ()
    return [event.id for event in loaded.events]


def test_a_candidate_is_shown_with_its_sentence_and_its_reasoning(desk, answer):
    code, out, err = answer("q")
    assert code == 0
    assert out.startswith(
        "1 of 2, salience 0.90\nstar: 2 open; all: 2 open\n\nICE: 9 arrested in Austin, Texas\nsecond\n"
    )
    assert "The Evening Star, March 29, 2017: Deputies out, agents in" in out
    assert "Agents came." in out
    assert "near: early February 2017: Agents sweep across Austin (sweep)" in out
    assert err.endswith("2 open\n")


def test_without_the_article_the_candidate_itself_is_shown(desk, answer):
    (desk / "data" / "articles" / "star.md").unlink()
    out = answer("q")[1]
    assert "no article star is stored here" in out
    assert "   “Agents came.”\nread: “on Sunday”, read\n" in out


def test_each_key_does_what_it_says(desk, answer):
    code, _, err = answer("?", "x", "a", "", "r")
    assert code == 0
    assert err.count("e: edit it first") == 2
    assert "accepted second\n" in err
    assert "rejected found\n" in err
    assert err.endswith("1 accepted, 1 rejected, 0 open\n")
    assert ids() == ["sweep", "policy", "op", "second"]
    assert answer("a")[2].endswith("[b u f q] \n0 open\n")


def test_what_is_skipped_comes_again(desk, answer):
    assert answer("s", "q")[2].endswith("1 skipped, 2 open\n")
    assert answer()[2].endswith("2 open\n")
    assert ids() == ["sweep", "policy", "op"]


@pytest.mark.parametrize("choice", ["1", "sweep"])
def test_merging(choice, desk, answer):
    _, _, err = answer("m", choice, "m", "", "m", "nowhere", "q")
    assert "1: early February 2017: Agents sweep across Austin (sweep)" in err
    assert "merged second into sweep\n" in err
    assert "error: data/events.yaml has no event 'nowhere'" in err
    assert err.endswith("1 merged, 1 open\n")
    assert ids() == ["sweep", "policy", "op"]


def test_articles_that_are_cited_but_not_kept_are_named(desk, answer):
    (desk / "saved").mkdir()
    (desk / "saved" / "new.md").write_text(ARTICLE.replace("id: star", "id: new"))
    text = (desk / "candidates.yaml").read_text().replace("article: star", "article: new")
    (desk / "candidates.yaml").write_text(text)
    assert "now cited but not yet in data/articles: new\n" in answer("a", "", "q", options=["--articles", "saved"])[2]


@pytest.mark.parametrize(
    ("options", "accepted"),
    [
        ([], []),
        (["--accept-kind", "operation"], ["second", "found"]),
        (["--accept-kind", "policy", "--accept-kind", "operation", "--accept-salience", "0.7"], ["second"]),
        (["--accept-kind", "policy"], []),
        (["--accept-salience", "0.5"], ["second", "found"]),
        (["--accept-salience", "0.91"], []),
        (["--accept-corroborated", "1"], ["second", "found"]),
        (["--accept-corroborated", "2"], []),
    ],
)
def test_a_batch_asks_nothing(options, accepted, desk, answer):
    code, out, err = answer("r", "r", options=[*options, "--batch"])
    assert (code, out) == (0, "")
    assert [line.split()[1] for line in err.splitlines() if line.startswith("accepted")] == accepted
    assert err.endswith(f"{2 - len(accepted)} open\n")
    assert set(ids()) == {"sweep", "policy", "op", *accepted}


def test_what_no_filter_accepts_is_asked(desk, answer):
    _, out, err = answer("r", options=["--accept-salience", "0.7"])
    assert out.startswith("1 of 1, salience 0.50\nstar: 1 accepted, 1 open; all: 1 accepted, 1 open\n")
    assert err.endswith("1 accepted, 1 rejected, 0 open\n")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["nowhere.yaml"], "no file or folder nowhere.yaml"),
        (["candidates.yaml", "--events", "nowhere.yaml"], "raidline init"),
        (["data/events.yaml"], "data/events.yaml is the timeline itself; name a file that `raidline extract` wrote"),
        (["data/../data/events.yaml"], "is the timeline itself"),
        (["data"], "data holds the timeline itself"),
        (["candidates.yaml", "--events", "candidates.yaml"], "candidates.yaml is the timeline itself"),
        (["candidates.yaml", "--accept-kind", "raid"], "no kind 'raid'"),
        (["candidates.yaml", "--accept-salience", "2"], "--accept-salience"),
        (["candidates.yaml", "--accept-corroborated", "0"], "--accept-corroborated"),
        ([], "CANDIDATES"),
    ],
)
def test_misuse(args, said, desk, run):
    code, out, err = run("review", *args)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert said in err


def test_the_shipped_record_is_never_reviewed_into(tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "candidates.yaml").write_text("events:\n" + candidate())
    assert run("review", "candidates.yaml", "--batch", "--accept-salience", "0")[0] == 2


def test_candidates_with_mistakes_are_reported_and_the_others_reviewed(desk, answer):
    text = (desk / "candidates.yaml").read_text()
    (desk / "candidates.yaml").write_text(text.replace("date: 2017-03-05", "date: 2017-02-30"))
    code, _, err = answer("a", "")
    assert code == 1
    assert "candidates.yaml:13:11: error: " in err
    assert ids() == ["sweep", "policy", "op", "found"]


# Back, undo, the next article, and filters


def everything(desk):
    return {path.name: path.read_bytes() for path in (desk / "data").iterdir() if path.is_file()}


@pytest.mark.parametrize("decision", [["a", ""], ["a", "Nine held in Austin"], ["r"], ["m", "1"]])
@pytest.mark.parametrize("quits", [False, True])
def test_undo_leaves_the_files_as_they_were_and_asks_again(decision, quits, desk, answer):
    before = everything(desk)
    if quits:
        answer(*decision, "q")
        _, out, err = answer("u", "q")
        assert "1 of 2, salience 0.90" in out
    else:
        _, out, err = answer(*decision, "u", "q")
        assert out.count("1 of 2, salience 0.90") == 2
    assert "taken back: " in err
    assert err.endswith("\n2 open\n")
    assert everything(desk) == before


def test_undo_again_and_again(desk, answer):
    before = everything(desk)
    _, _, err = answer("a", "", "r")  # nothing is left to ask
    assert err.endswith("1 accepted, 1 rejected, 0 open\n")
    (desk / "candidates.yaml").write_text((desk / "candidates.yaml").read_text() + candidate("third", date="2017-04"))
    _, _, err = answer("u", "u", "u", "q")
    assert "taken back: rejected found\n" in err
    assert "taken back: accepted second\n" in err
    assert "nothing to undo\n" in err
    assert everything(desk) == before


def test_what_somebody_edited_is_not_undone(desk, answer):
    answer("a", "", "q")
    events = desk / "data" / "events.yaml"
    events.write_text(events.read_text().replace("ICE: 9 arrested", "Nine held"))
    before = everything(desk)
    code, _, err = answer("u", "q")
    assert code == 0
    assert "error: second was edited in data/events.yaml since it was accepted" in err
    assert everything(desk) == before


def test_what_was_changed_elsewhere_stays(desk, answer):
    answer("a", "", "q")
    events = desk / "data" / "events.yaml"
    events.write_text("# mine\n" + events.read_text())
    assert "taken back: accepted second; data/events.yaml keeps what else was changed" in answer("u", "q")[2]
    assert events.read_text() == "# mine\n" + EVENTS


def test_back_shows_what_was_decided_and_can_take_that_back(desk, answer):
    before = everything(desk)
    _, out, err = answer("r", "b", "x", "u", "b", "s", "b", "q")
    assert "rejected second; u takes that back" in out
    assert "undo skip next back filter quit [u s n b f q ?]" in err
    assert out.count("1 of 2,") == 5  # also as the first: there is none before it
    assert everything(desk) == before


def test_the_next_article(desk, answer):
    (desk / "candidates.yaml").write_text(
        "events:\n"
        + candidate("one", salience=0.9)
        + candidate("two", date="2017-02-06", salience=0.2)
        + candidate("other", salience=0.5, article="paper")
    )
    _, out, err = answer("n", "q")
    assert out.count("salience") == 2
    assert "1 of 3, salience 0.90\nstar: 2 open; all: 3 open\n" in out
    assert "3 of 3, salience 0.50\npaper: 1 open; all: 2 skipped, 1 open\n" in out
    assert err.endswith("2 skipped, 3 open\n")
    _, out, _ = answer("r", "q")
    assert "2 of 3, salience 0.20\nstar: 1 rejected, 1 open; all: 1 rejected, 2 open\n" in out


@pytest.mark.parametrize(
    ("options", "asked"),
    [
        (["--kind", "policy"], ["policy-there"]),
        (["--kind", "policy", "--kind", "operation"], ["here", "policy-there"]),
        (["--salience", "0.6"], ["here"]),
        (["--place", "Travis County"], ["here"]),
        (["--place", "Texas", "--place", "Ohio", "--salience", "0.5"], ["here", "policy-there"]),
        (["--place", "Ohio", "--kind", "operation"], []),
    ],
)
def test_only_some_candidates(options, asked, desk, answer):
    there = candidate("policy-there", kind="policy").replace("Austin, Texas", "Dayton, Ohio")
    (desk / "candidates.yaml").write_text("events:\n" + candidate("here", salience=0.7) + there)
    _, out, err = answer("s", "s", "s", options=options)
    assert [line for line in out.splitlines() if line in {"here", "policy-there"}] == asked
    assert ("other candidates were left out" in err) == (len(asked) < 2)


@pytest.mark.parametrize(
    ("typed", "asked", "said"),
    [
        ("policy", ["policy-there"], ""),
        ("0.6", ["here"], ""),
        ("0,6; operation", ["here"], ""),
        ("Ohio", ["policy-there"], ""),
        ("ohio; travis county, tx", ["here", "policy-there"], ""),
        ("39", ["policy-there"], ""),
        ("", ["here", "policy-there"], ""),
        ("Ohio; operation", ["here", "policy-there"], "no open candidate is meant by Ohio; operation"),
        ("Nowhere at all", ["here", "policy-there"], "Nowhere at all"),
        ("1.5", ["here", "policy-there"], "error: 1.5 is no salience"),
    ],
)
def test_the_filter_within_a_review(typed, asked, said, desk, answer):
    there = candidate("policy-there", kind="policy").replace("Austin, Texas", "Dayton, Ohio")
    (desk / "candidates.yaml").write_text("events:\n" + candidate("here", salience=0.7) + there)
    _, out, err = answer("f", typed, "s", "s", "q")
    shown = [line for line in out.splitlines() if line in {"here", "policy-there"}][1:]  # without the one before it
    assert shown == asked
    assert said in err
    assert (f"1 of {len(asked)} ({typed})," in out) == (bool(typed) and not said)


def test_a_filter_is_taken_back_when_nothing_is_left_of_it(desk, answer):
    _, out, _ = answer("f", "0.8", "s", "f", "", "q")
    assert out.count("1 of 1 (0.8), salience 0.90") == 1
    assert out.count("1 of 2, salience 0.90") == 2


def test_the_last_decision_can_be_taken_back(desk, answer):
    before = everything(desk)
    _, _, err = answer("r", "r", "u", "u", "q")
    assert "that was the last one: back undo filter quit [b u f q]" in err
    assert everything(desk) == before


def test_a_title_of_ones_own(desk, answer):
    _, _, err = answer("a", "nine", "Nine held: in Austin", "a", "")
    assert err.count("a title in your own words; Enter keeps the machine's:") == 3
    assert "a title says in a few words what happened\n" in err
    text = (desk / "data" / "events.yaml").read_text()
    assert 'title: "Nine held: in Austin"' in text
    assert text.count("ICE: 9 arrested in Austin, Texas") == 1


def test_a_title_holds_no_control_characters(desk, answer):
    answer("a", "Nine \x1b[Dheld \udcff", "q")
    assert "title: Nine [Dheld\n" in (desk / "data" / "events.yaml").read_text()


# The editor


def editor(folder, *substitutions, code=0):
    """An editor that makes one substitution each time it is opened."""
    script = folder / "editor.py"
    script.write_text(
        "import pathlib, sys\n"
        f"steps = {substitutions!r}\n"
        "count = pathlib.Path(__file__).with_name('count')\n"
        "number = int(count.read_text()) if count.exists() else 0\n"
        "count.write_text(str(number + 1))\n"
        "file = pathlib.Path(sys.argv[-1])\n"
        "file.write_text(file.read_text().replace(*steps[number]))\n"
        f"sys.exit({code})\n"
    )
    return f"{sys.executable} {script}"


TITLE = ("ICE: 9 arrested in Austin, Texas", "Nine held in Austin")


def test_editing_first(desk, answer, monkeypatch):
    monkeypatch.setenv("EDITOR", editor(desk, TITLE))
    monkeypatch.delenv("VISUAL", raising=False)
    _, _, err = answer("e", "a", "q")
    assert "accepted second" in err
    assert "Nine held in Austin" in (desk / "data" / "events.yaml").read_text()
    assert "candidate:" not in (desk / "data" / "events.yaml").read_text()


DRAFT = "The date was given as early February 2017; it is March 5, 2017."
CORRECTED = ("date: 2017-02-01~/2017-02-10~", "date: 2017-03-05")


def differing(desk):
    """Offer a candidate that gives another date than the event, in a sentence that it does not cite yet."""
    (desk / "candidates.yaml").write_text("events:\n" + candidate("second", date="2017-03-05", quote="Vans went."))


@pytest.mark.parametrize(
    ("step", "words", "correction"),
    [
        (CORRECTED, [""], DRAFT),
        (CORRECTED, ["It was in March, not in February."], "It was in March, not in February."),
        (CORRECTED, ["-"], None),
        (("date: 2017-02-01~/2017-02-10~", "date: 2017-02-05"), [], None),  # only more precise
        (("Agents sweep across Austin", "Agents go from door to door in Austin"), [], None),
    ],
)
def test_an_event_is_corrected_where_a_merged_source_differs(step, words, correction, desk, answer, monkeypatch):
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor(desk, step))
    differing(desk)
    before = everything(desk)
    _, _, err = answer("m", "sweep", "c", *words, "q")
    assert "the source gives March 5, 2017, the event early February 2017" in err
    assert (DRAFT in err) == (step is CORRECTED)
    event = next(one for one in load_events([desk / "data" / "events.yaml"]).events if one.id == "sweep")
    assert [one.text for one in event.corrections] == ([correction] if correction else [])
    assert step[1] in (desk / "data" / "events.yaml").read_text()
    assert event.sources[-1].quote == "Vans went."
    assert event.updated
    assert (event.sources[-1].says.date is None) == (step is CORRECTED)  # what it says is what the event says now
    answer("u", "q")
    assert everything(desk) == before


EARLY, LATE = (
    "Agents raided a diner in Austin on February 5, 2017.",
    "Agents raided the diner in Austin on February 8, 2017.",
)


@pytest.mark.parametrize(("day", "is_supported"), [("2017-02-08", True), ("2017-02-06", False)])
def test_what_the_merged_source_says_supports_the_correction(day, is_supported, desk, answer, monkeypatch):
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor(desk, ("date: 2017-02-05", f"date: {day}")))
    for name, text in (("early", EARLY), ("late", LATE)):
        head = f"---\nid: {name}\ntitle: A diner\npublisher: {name} News\npublished: 2017-02-09\n---\n\n"
        (desk / "data" / "articles" / f"{name}.md").write_text(f"{head}{text}\n")
    diner = f"""\
  - id: diner
    date: 2017-02-05
    title: Agents raid a diner
    kind: operation
    places: ["Austin, Texas"]
    sources: [{{article: early, quote: "{EARLY}"}}]
"""
    (desk / "data" / "events.yaml").write_text(f"events:\n{diner}")
    found = candidate("second", date="2017-02-08", article="late", quote=f'"{LATE}"').replace(
        "    counts: {arrested: 9}\n", ""
    )
    (desk / "candidates.yaml").write_text(f"events:\n{found}")
    _, _, err = answer("m", "diner", "c", *([] if is_supported else ["a"]), "", "q")
    assert ("unsupported" not in err) == is_supported
    assert f"date: {day}" in (desk / "data" / "events.yaml").read_text()


def test_a_correction_is_drafted_in_the_language_of_the_site(desk, answer, monkeypatch):
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor(desk, CORRECTED))
    differing(desk)
    (desk / "raidline.toml").write_text('[site]\nlanguage = "en-GB"\n')
    answer("m", "sweep", "c", "", "q")
    said = "The date was given as early February 2017; it is 5 March 2017."
    assert said in (desk / "data" / "events.yaml").read_text()


def test_nothing_is_corrected_without_being_asked(desk, answer):
    differing(desk)
    _, _, err = answer("m", "sweep", "x", "b", "m", "sweep", "k", "q")
    assert err.count("keep the event as it is, correct it, or go back [k c b]") == 3
    assert "merged second into sweep" in err
    assert "corrections" not in (desk / "data" / "events.yaml").read_text()


def test_a_corrected_event_keeps_its_id(desk, answer, monkeypatch):
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor(desk, ("id: sweep", "id: swept")))
    differing(desk)
    before = everything(desk)
    assert "error: the event is sweep, and other sites link to that; keep its id" in answer("m", "1", "c", "q")[2]
    assert everything(desk) == before


def test_mistakes_are_shown_and_can_be_mended(desk, answer, monkeypatch):
    monkeypatch.setenv("VISUAL", editor(desk, ("kind: operation", "kind: raid"), ("kind: raid", "kind: policy")))
    _, _, err = answer("e", "e", "a", "", "q")
    assert "second.yaml:7:11: error: kind: 'raid' is none of " in err
    assert "accepted second" in err
    loaded = load_events([desk / "data" / "events.yaml"])
    assert loaded.events[-1].kind == "policy"


def test_what_the_rules_say_can_be_overruled(desk, answer, monkeypatch):
    monkeypatch.setenv("VISUAL", editor(desk, ('["Austin, Texas"]', "[Austni]")))
    _, _, err = answer("e", "a", "", "q")
    assert "did you mean Austin, Texas? [unknown-place]" in err
    assert load_events([desk / "data" / "events.yaml"]).events[-1].places == ("Austni",)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("", ""), "nothing was changed"),
        (("kind: operation", "kind: raid"), "is none of"),
        (("  - id: second", "  - id: sweep\n  - id: second"), "missing"),
        (("events:", "events: []\nrest:"), "unknown key"),
        (("title: ", "title: ["), "second.yaml:"),
    ],
)
def test_giving_up_an_edit_changes_nothing(change, said, desk, answer, monkeypatch):
    monkeypatch.setenv("VISUAL", editor(desk, change))
    _, _, err = answer("e", "b", "q", "q")
    assert said in err
    assert err.endswith("2 open\n")
    assert (desk / "data" / "events.yaml").read_text() == EVENTS


def test_a_taken_id_is_seen_when_the_editor_is_closed(desk, answer, monkeypatch):
    monkeypatch.setenv("VISUAL", editor(desk, ("id: second", "id: sweep")))
    _, _, err = answer("e", "a", "", "q", "q")
    assert "[duplicate-id]" in err
    assert "error: the id sweep is taken" in err
    assert (desk / "data" / "events.yaml").read_text() == EVENTS


@pytest.mark.parametrize(("command", "said"), [("no-such-editor", "does not start"), ("'", "does not start")])
def test_an_editor_that_does_not_start(command, said, desk, answer, monkeypatch):
    monkeypatch.setenv("VISUAL", command)
    code, _, err = answer("e", "q")
    assert code == 0
    assert said in err


@pytest.mark.skipif(os.name != "posix", reason="signals are a matter of POSIX")
@pytest.mark.parametrize(
    ("does", "said"),
    [
        ("os.kill(os.getpid(), signal.SIGKILL)", "was ended by signal 9"),
        ("os.kill(os.getpid(), signal.SIGHUP)", "was ended by signal 1"),
        ("os.remove(sys.argv[-1])", "left no file event-second.yaml"),
        ("os.remove(sys.argv[-1]); os.mkdir(sys.argv[-1])", "left no file event-second.yaml"),
    ],
)
def test_an_editor_that_is_killed_or_takes_the_file_away(does, said, desk, answer, monkeypatch):
    (desk / "editor.py").write_text(f"import os, signal, sys\n{does}\n")
    monkeypatch.setenv("VISUAL", f"{sys.executable} {desk / 'editor.py'}")
    code, _, err = answer("e", "q")
    assert code == 0
    assert said in err
    assert (desk / "data" / "events.yaml").read_text() == EVENTS


def test_an_editor_that_fails(desk, answer, monkeypatch):
    monkeypatch.setenv("VISUAL", editor(desk, TITLE, code=3))
    assert "ended with code 3" in answer("e", "q")[2]
    assert (desk / "data" / "events.yaml").read_text() == EVENTS


@pytest.mark.skipif(os.name != "posix", reason="signals are a matter of POSIX")
@pytest.mark.parametrize(("sent", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
@pytest.mark.parametrize("while_at", ["a question", "the editor"])
def test_a_review_that_is_asked_to_end_keeps_what_was_decided_and_leaves_nothing(sent, code, while_at, desk):
    (desk / "editor.py").write_text("import time\nprint('editing', flush=True)\ntime.sleep(60)\n")
    scratch = desk / "scratch"
    scratch.mkdir()
    process = subprocess.Popen(
        [*COMMAND, "candidates.yaml"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "VISUAL": f"{sys.executable} {desk / 'editor.py'}", "TMPDIR": str(scratch)},
    )
    process.stdin.write(b"a\n\n" + (b"e\n" if while_at == "the editor" else b""))
    process.stdin.flush()
    if while_at == "the editor":
        assert any(line == b"editing\n" for line in iter(process.stdout.readline, b""))
    else:
        seen = b""
        while seen.count(b"?] ") < 2:
            seen += process.stderr.read(1)
        time.sleep(0.1)
    process.send_signal(getattr(signal, sent))
    _, err = process.communicate(timeout=60)
    assert process.returncode == code
    assert b"Traceback" not in err
    assert set(ids()) == {"sweep", "policy", "op", "second"}
    assert len((desk / "data" / "events.review.jsonl").read_text().splitlines()) == 1
    assert list(scratch.rglob("*")) == []
    assert [path for path in desk.rglob("*") if path.name.endswith((".raidline-unfinished", ".lock"))] == []


# A terminal


def take_the_terminal():
    """Make stdin the terminal that ctrl-C comes from."""
    import fcntl  # noqa: PLC0415
    import termios  # noqa: PLC0415

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@pytest.mark.skipif(os.name != "posix", reason="there are no pseudo-terminals here")
@pytest.mark.parametrize(
    ("term", "dialogue", "code", "accepted"),
    [
        ("xterm", [("?]", "a"), ("machine's:", "\n"), ("?]", "r"), ("f q]", "q")], 0, ["second"]),  # no enter
        ("xterm", [("?]", "a"), ("machine's:", "\x04"), ("?]", "s"), ("?]", "q")], 0, []),
        ("xterm", [("?]", "s"), ("?]", "\x03")], 130, []),
        ("xterm", [("?]", "a"), ("machine's:", "\n"), ("?]", "\x04")], 0, ["second"]),
        (
            "xterm",
            [
                ("?]", "\x1b"),
                ("?]", "m"),
                ("back:", "sweep\n"),
                ("?]", "A"),
                ("machine's:", "\n"),
                ("f q]", "q"),
            ],
            0,
            ["found"],
        ),
        ("dumb", [("?]", "a\n"), ("machine's:", "\n"), ("?]", "q\n")], 0, ["second"]),
        (
            "xterm",
            [("?]", "a"), ("machine's:", "Nine held\n"), ("?]", "u"), ("?]", "r"), ("?]", "s"), ("f q]", "q")],
            0,
            [],
        ),
        ("dumb", [("?]", "\x03")], 130, []),
    ],
)
def test_on_a_terminal(term, dialogue, code, accepted, desk):
    import pty  # noqa: PLC0415
    import termios  # noqa: PLC0415

    master, slave = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, "candidates.yaml"],
        stdin=slave,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, "TERM": term},
        start_new_session=True,
        preexec_fn=take_the_terminal,  # noqa: PLW1509 - there are no threads here
    )
    os.close(slave)
    for prompt, typed in dialogue:
        seen = b""
        while not seen.endswith(f"{prompt} ".encode()):
            byte = process.stderr.read(1)
            assert byte, seen
            seen += byte
        time.sleep(0.05)
        while term != "dumb" and prompt.endswith("]") and termios.tcgetattr(master)[3] & termios.ICANON:
            time.sleep(0.005)  # what is typed before the terminal is in the mode for keys is thrown away
        os.write(master, typed.encode())
    end = dialogue[-1][1]
    while True:
        try:
            process.communicate(timeout=10)
            break
        except subprocess.TimeoutExpired:  # an interrupt that comes just before the process begins to read is lost
            os.write(master, end.encode())
    os.close(master)
    assert process.returncode == code
    assert set(ids()) == {"sweep", "policy", "op", *accepted}


# Crashes, and several at a time


def many(number, prefix="c"):
    days = (f"20{10 + n // 300:02}-{1 + n // 25 % 12:02}-{1 + n % 25:02}" for n in range(number))
    return "events:\n" + "".join(
        candidate(f"{prefix}{n}", date=day, number=n, quote=f"Agents came {prefix}{n}.") for n, day in enumerate(days)
    )


def review(*options, file="candidates.yaml"):
    """Start a review in which everything is accepted."""
    process = subprocess.Popen(
        [*COMMAND, file, *options], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    process.stdin.write(b"a\n\n" * 100)
    process.stdin.close()
    process.stdin = None
    return process


BATCH = ("--accept-salience", "0", "--batch")


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a matter of POSIX")
def test_a_review_that_is_killed_loses_nothing(desk):
    names = {f"c{n}" for n in range(80)}
    (desk / "candidates.yaml").write_text(many(80))
    chance = random.Random(5)  # noqa: S311 - moments, not secrets
    for kills in range(9):
        process = review()
        if kills < 8:
            for _ in range(4):
                process.stderr.readline()  # something is accepted, so that the next moments are those of work
            time.sleep(chance.random() * 0.06)
            process.send_signal(signal.SIGKILL)
        process.communicate()
        found = ids()  # whole, whatever happened
        assert len(found) == len(set(found))
        assert {"sweep", "policy", "op"} <= set(found) <= {"sweep", "policy", "op", *names}
    assert process.returncode == 0
    assert set(ids()) == {"sweep", "policy", "op", *names}
    lines = (desk / "data" / "events.review.jsonl").read_text().splitlines()
    assert len({json.loads(line)["candidate"] for line in lines}) == len(lines) == 80


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a matter of POSIX")
def test_a_batch_that_is_killed_is_done_or_not(desk):
    names = {f"c{n}" for n in range(80)}
    (desk / "candidates.yaml").write_text(many(80))
    chance = random.Random(5)  # noqa: S311 - as above
    for _ in range(6):
        process = review(*BATCH)
        time.sleep(0.3 + chance.random() * 0.3)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert set(ids()) in ({"sweep", "policy", "op"}, {"sweep", "policy", "op", *names})
    review(*BATCH).communicate()
    assert len(ids()) == 83


@pytest.mark.slow
def test_several_reviews_at_a_time_lose_no_decision(desk):
    (desk / "one.yaml").write_text(many(40, "a"))
    (desk / "two.yaml").write_text(many(40, "b"))
    processes = [
        review(file="one.yaml"),
        review(file="two.yaml"),
        review(file="one.yaml"),
        review(*BATCH, file="two.yaml"),
    ]
    assert [process.communicate() and process.returncode for process in processes] == [0, 0, 0, 0]
    expected = [f"{prefix}{n}" for prefix in "ab" for n in range(40)]
    assert sorted(ids()) == sorted(["sweep", "policy", "op", *expected])
    lines = (desk / "data" / "events.review.jsonl").read_text().splitlines()
    assert sorted(json.loads(line)["candidate"] for line in lines) == sorted(expected)
