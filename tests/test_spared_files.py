"""No output replaces what a person wrote: an article that is read, a stored one, or a timeline."""

from __future__ import annotations

import pytest

ARTICLE = """---
id: herald-1
publisher: Riverton Herald
published: 2031-05-09
---
ICE agents arrested nine people in Austin on Tuesday.
"""
TIMELINE = """# ours
events:
  - id: 2031-05-austin
    date: 2031-05-06
    title: Agents arrest nine
    kind: operation
    places: ["Austin, Texas"]
    sources:
      - article: herald-1
"""
REMOVED = "removed:\n  - {id: 2031-04-gone, day: 2031-05-01, text: It did not happen.}\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "data/events.yaml": TIMELINE,
        "data/events.removed.yaml": REMOVED,
        "data/articles/herald.md": ARTICLE,
        "saved/report.md": ARTICLE,
        "saved/corpus.jsonl": '{"id": "a", "published": "2031-05-09", "text": "Agents arrested two in Reno on Monday."}\n',
        "old.yml": TIMELINE,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "link.md").symlink_to("saved/report.md")
    return tmp_path


def contents(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("command", "why"),
    [
        ("extract saved/report.md -o saved/report.md", "saved/report.md is read by this command"),
        ("extract saved/report.md -o link.md", "link.md is read by this command"),
        ("extract saved -o saved/report.md", "saved/report.md is read by this command"),
        ("extract saved/corpus.jsonl --format jsonl -o saved/corpus.jsonl", "saved/corpus.jsonl is read"),
        (
            "extract saved --format jsonl -o saved/candidates.jsonl",
            "is in saved, where every file of this kind is read",
        ),
        ("extract saved -o data/events.yaml", "data/events.yaml holds a timeline"),
        ("extract saved -o old.yml --resume", "old.yml holds a timeline"),
        ("extract saved -o data/events.removed.yaml", "data/events.removed.yaml holds a timeline"),
        ("extract saved --report saved/report.md", "--report"),
        ("extract saved --report data/events.yaml", "--report"),
        ("dates saved --report saved/report.md", "saved/report.md is read by this command"),
        ("places saved/report.md --report saved/report.md", "saved/report.md is read by this command"),
        ("export --format csv -o data/events.yaml", "data/events.yaml holds a timeline"),
        ("export --format csv --data old.yml --articles saved -o old.yml", "old.yml holds a timeline"),
        ("export -o data/articles/herald.md", "data/articles/herald.md is read by this command"),
        ("export -o data/articles/timeline.html", "is in data/articles, where every file of this kind is read"),
        ("diff old.yml data/events.yaml -o old.yml", "old.yml holds a timeline"),
        ("diff old.yml data/events.yaml --format md -o data/articles/herald.md", "is read by this command"),
        ("schema -o data/events.yaml", "data/events.yaml holds a timeline"),
    ],
)
def test_what_a_person_wrote_is_not_replaced(folder, run, command, why):
    before = contents(folder)
    code, out, err = run(*command.split())
    assert code == 2, err
    assert why in err
    assert out == ""
    assert contents(folder) == before


@pytest.mark.parametrize(
    "command",
    [
        "extract saved -o candidates.yaml",  # twice: what a machine wrote may be replaced by what it writes
        "extract saved -o saved/candidates.yaml",  # no article ends in .yaml
        "extract saved --format jsonl -o candidates.jsonl",
        "extract saved --report problems.txt -o candidates.yaml",
        "export -o timeline.html",
        "export -o timeline.json",
        "export -o saved/timeline.html",  # nothing of this folder is read
        "export --format csv -o /dev/null",
        "diff old.yml data/events.yaml -o CHANGES.md",
        "schema -o data/events.schema.json",
    ],
)
def test_what_raidline_wrote_is_replaced(folder, run, command):
    before = contents(folder)
    assert [run(*command.split())[0] for _ in range(2)] == [0, 0]
    assert contents(folder).items() >= before.items()


def test_candidates_that_a_person_began_to_edit_are_a_timeline(folder, run):
    run("extract", "saved", "-o", "candidates.yaml")
    path = folder / "candidates.yaml"
    path.write_text(path.read_text(encoding="utf-8").split("\n", 2)[2], encoding="utf-8")  # without the head
    assert run("extract", "saved", "-o", "candidates.yaml")[0] == 0  # still all by a machine
    head, _, first = path.read_text(encoding="utf-8").partition("    candidate:")
    path.write_text(head.split("\n", 2)[2], encoding="utf-8")
    assert first
    assert run("extract", "saved", "-o", "candidates.yaml")[0] == 2


def test_save_reports_into_no_file_that_it_reads(folder, run):
    (folder / "links.txt").write_text("https://example.org/a\n", encoding="utf-8")
    before = contents(folder)
    code, _, err = run("save", "--from-file", "links.txt", "--report", "links.txt")
    assert (code, "links.txt is read by this command" in err) == (2, True)
    code, _, err = run("save", "saved/corpus.jsonl", "--report", "saved/corpus.jsonl")
    assert (code, "saved/corpus.jsonl is read by this command" in err) == (2, True)
    assert contents(folder) == before
