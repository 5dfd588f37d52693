from __future__ import annotations

import pytest

TABLE = "Date,Headline,City,State,Type,Officer\n2/5/2017,A raid,Austin,TX,raid,Mustard\nsomeday,Another,,TX,policy,\n"


@pytest.fixture
def table(folder):
    (folder / "raids.csv").write_text(TABLE)
    return folder


def test_events_and_what_could_not_be_read(table, run):
    code, out, err = run("import", "raids.csv")
    assert code == 1
    assert out.startswith("events:\n  - id: 2017-02-05-austin-operation\n    date: 2017-02-05\n    title: A raid\n")
    assert err.split("\n")[:-1] == [
        "raids.csv: column 'Date': 2/5/2017 is read as February 5, because no date shows which number is the month;"
        " --day-first makes it May 2",
        "raids.csv: line 2 and 1 more: no source is named; 'raids-csv' is used instead",
        "raids.csv: line 3: date 'someday' cannot be read; kept in notes",
        "raids.csv: column 'Officer': kept in notes (1 time)",
        "2 events from raids.csv",
        "-:14:5: error: the key 'date' is missing [missing-key]",
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.csv", "Date,Title,Link,Seen\n2017,T,https://j:probe@a.example/1?token=probe&id=5,https://b.example/?sig=probe\n"),
        ("x.json", '[{"date": "2017", "title": "T", "url": "https://j:probe@a.example/1?token=probe&id=5", "more": {"x": ["https://b.example/?sig=probe"]}}]'),
    ],
)  # fmt: skip
def test_what_lets_somebody_in_is_taken_out_of_addresses(name, text, folder, run):
    (folder / name).write_text(text)
    _, out, err = run("import", name)
    assert "https://a.example/1?id=5" in out
    assert "probe" not in out + err
    where = "line 2" if name == "x.csv" else "record 1"
    for secret in ("user", "token", "sig"):
        assert f"{name}: {where}: an address grants access through its {secret}; that was removed\n" in err


def test_into_a_new_file(table, run):
    (table / "raids.csv").write_text(TABLE.replace("someday", "2018"))
    code, out, err = run("import", "raids.csv", "-o", "new.yaml")
    assert (code, out) == (0, "")
    assert err.endswith(
        "2 events from raids.csv\n"
        "new.imports.jsonl beside it remembers which row made which event: a later version comes with --into new.yaml\n"
        "next: raidline check new.yaml\n"
    )
    assert run("fmt", "--check", "new.yaml")[0] == 0
    assert run("import", "raids.csv", "--into", "new.yaml")[2].endswith(
        "0 events added, 0 changed, 0 to decide; nothing else of new.yaml changes\n"
    )
    before = (table / "new.yaml").read_text()
    code, out, err = run("import", "raids.csv", "-o", "new.yaml")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "exists already" in err
    assert (table / "new.yaml").read_text() == before


def test_with_a_mapping(table, run):
    (table / "map.yaml").write_text("columns: {Officer: skip}\ndefaults: {city: Dallas, kind: other}\n")
    _, out, err = run("import", "raids.csv", "--mapping", "map.yaml")
    assert "Mustard" not in out + err
    assert '["Dallas, Texas"]' in out


def test_there_and_back(folder, run):
    assert run("export", "--format", "jsonl", "-o", "x.jsonl")[0] == 0
    assert run("import", "x.jsonl", "-o", "data/back.yaml") == (0, "", "3 events from x.jsonl\n")
    assert run("diff", "data/events.yaml", "data/back.yaml")[0] == 0


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["nowhere.csv"], "there is no file or folder nowhere.csv"),
        (["raids.csv", "--mapping", "nowhere.yaml"], "there is no file or folder nowhere.yaml"),
        (["raids.csv", "--mapping", "raids.csv"], "raids.csv"),
        (["raids.csv", "-o", "nowhere/new.yaml"], "cannot be written"),
        (["raids.csv", "-o", "data"], "cannot be written: is a directory"),
        ([], "Missing argument"),
    ],
)
def test_misuse(args, words, table, run):
    code, _, err = run("import", *args)
    assert code == 2
    assert words in err


@pytest.mark.parametrize(
    ("name", "near"), [("riads.csv", "raids.csv"), ("raids.cvs", "raids.csv"), ("nowhere.csv", None)]
)
def test_a_misspelt_file_is_told_with_the_one_beside_it(name, near, table, run):
    code, _, err = run("import", table / name)
    assert code == 2
    assert ("did you mean" in err) is bool(near)
    assert near is None or f"did you mean {table / near}?" in err


def test_many_problems_of_one_rule_are_counted_after_the_tenth(folder, run):
    (folder / "raids.csv").write_text("Date,Title,State\n" + "unclear,T,TX\n" * 30)
    code, _, err = run("import", "raids.csv")
    assert code == 1
    assert err.count("key 'date' is missing") == 10
    assert "20 more of [missing-key]; `raidline check` on the written file lists all\n" in err


def test_each_decision_about_a_column_is_printed_once(folder, run):
    (folder / "raids.csv").write_text("Date,Title,State,Officer,Empty\n" + "2017-02-05,T,TX,Mustard,\n" * 3)
    code, out, err = run("import", "raids.csv", "--explain")
    assert code == 0
    assert out.startswith("events:\n")
    rows = [line.split() for line in err.split("\n")[1:8]]
    assert rows == [
        ["column", "field", "why", "filled", "example"],
        ["Date", "date", "heading", "3", "2017-02-05"],
        ["Title", "title", "heading", "3", "T"],
        ["State", "state", "heading", "3", "TX"],
        ["Officer", "notes", "no", "field", "3", "Mustard"],
        ["Empty", "notes", "empty", "0"],
        [],
    ]


def test_a_file_that_cannot_be_read_is_one_error(tmp_path, run):
    path = tmp_path / "x.json"
    path.write_bytes("[]".encode("utf-32"))
    assert run("import", path) == (2, "", f"error: {path}: is UTF-32; save it as UTF-8\n")
