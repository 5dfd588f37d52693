"""What shells offer when the tab key is pressed, asked as the installed scripts of the shells ask."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys

import pytest

from raidline.cli import completion
from raidline.cli.show import ShowFormat
from raidline.models import Kind, Status
from samples import EVENTS


def ask(folder, shell, *words, **more):
    """The lines a shell gets for words of which the last is half-typed."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("_TYPER", "COMP_"))}
    environment |= {"_RAIDLINE_COMPLETE": f"complete_{shell}", "HOME": str(folder)} | more
    typed = ["raidline", *words]
    if shell == "bash":
        environment |= {"COMP_WORDS": "\n".join(typed), "COMP_CWORD": str(len(words))}
    else:
        environment |= {"_TYPER_COMPLETE_ARGS": " ".join(typed), "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    done = subprocess.run(
        [sys.executable, "-m", "raidline"], capture_output=True, check=True, cwd=folder, env=environment
    )
    assert done.stderr == b""
    return done.stdout.decode().splitlines()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["sho"], ["show"]),
        (["show", "--kind", "re"], ["report"]),
        (["show", "--kind", "Ho"], []),
        (["show", "--kind", ""], [*Kind]),
        (["show", "--status", "P"], ["planned"]),
        (["show", "--status", ""], [*Status]),
        (["show", "--format", ""], [*ShowFormat]),
        (["export", "--kind", "ru"], ["ruling"]),
        (["show", "--place", "Travis\\ Co"], ["Travis\\ County,\\ Texas"]),
        (["show", "--place", '"Travis Co'], ["Travis County, Texas"]),
        (["show", "--place", "'Travis Co"], ["Travis County, Texas"]),
        (["show", "--place", "travis\\ co"], ["Travis\\ County,\\ Texas"]),
        (["show", "--place", "O\\'Fallon,\\ M"], ["O\\'Fallon,\\ Missouri"]),
        (
            ["export", "--place", "St.\\ Louis,"],
            ["St.\\ Louis,\\ Missouri", "St.\\ Louis,\\ Michigan", "St.\\ Louis,\\ Oklahoma"],
        ),
        (["show", "--place", "Zzz"], []),
        (["show", "--place", "chicagol"], ["Chicagoland"]),
        (["show", "--sort", "n"], ["newest"]),
        (["explain", ""], ["sweep", "policy", "op"]),
        (["explain", "S"], ["sweep"]),
        (["explain", "data/events.yaml", "po"], ["policy"]),
        (["explain", "zzz"], []),
        (["show", "--publisher", ""], ["The\\ Evening\\ Star", "Herald"]),  # the one of most events first
        (["export", "--publisher", "her"], ["Herald"]),
        (["publish", "site", "--agency", "ice"], ["ICE\\ Air", "ICE"]),
        (["show", "--agency", "Trav"], ["Travis\\ County\\ Sheriff\\'s\\ Office"]),
        (["review", "candidates.yaml", "--kind", "ru"], ["ruling"]),
    ],
)
def test_bash(words, offered, folder):
    text = EVENTS.replace("    status: planned\n", "    status: planned\n    agencies: [ICE Air, ICE]\n")
    text = text.replace(
        "    kind: policy\n", '    kind: policy\n    agencies: [ICE Air, "Travis County Sheriff\'s Office"]\n'
    )
    (folder / "data" / "events.yaml").write_text(text)
    assert [line for line in ask(folder, "bash", *words) if line] == offered


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_zsh_and_fish_quote_by_themselves(shell, folder):
    text = "\n".join(ask(folder, shell, "show", "--place", "Trav"))
    assert "Travis County, Texas" in text
    assert "\\" not in text
    assert "report" in "\n".join(ask(folder, shell, "show", "--kind", "re"))


def test_the_places_of_the_events_come_first(folder):
    offered = ask(folder, "bash", "show", "--place", "")
    assert [shlex.split(line)[0] for line in offered[:3]] == ["Austin, Texas", "Travis County, Texas", "California"]
    assert len(offered) == completion.MOST
    (folder / "mine").mkdir()
    (folder / "mine" / "one.yaml").write_text(EVENTS.replace("[California]", "[Tracy CA, 'Truth or Consequences, NM']"))
    offered = ask(folder, "bash", "show", "--data", "mine", "--place", "tr")
    assert offered[:4] == [
        "Travis\\ County,\\ Texas",
        "Tracy,\\ California",
        "Truth\\ or\\ Consequences,\\ New\\ Mexico",
        "Treasure\\ Valley",
    ]


def test_data_that_is_not_there_leaves_the_gazetteer(folder):
    assert ask(folder, "bash", "show", "--data", "nowhere.yaml", "--place", "Travis\\ C") == [
        "Travis\\ County,\\ Texas"
    ]


def test_the_shipped_record_is_looked_at_where_there_is_no_data(tmp_path):
    assert "Mecklenburg\\ County,\\ North\\ Carolina" in ask(tmp_path, "bash", "show", "--place", "")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("    places: [Austin, Texas]", ["Austin", "Texas"]),
        ('    places: ["Austin, Texas", Texas]', ["Austin, Texas", "Texas"]),
        ("    places: ['Austin, Texas',\n      Texas]", ["Austin, Texas", "Texas"]),
        ("    places: Austin, Texas\n    kind: order", ["Austin, Texas"]),
        ('    places: "Austin, Texas"', ["Austin, Texas"]),
        ("    places:\n      - Austin, Texas\n      - 'Texas'\n    kind: order", ["Austin, Texas", "Texas"]),
        ("  - places:\n    - Texas\n", ["Texas"]),
        ("    places: []", []),
        ("    title: no places: here", []),
    ],
)
def test_places_are_read_as_people_write_them(text, names):
    assert list(completion.written_places(text)) == names


@pytest.mark.parametrize("option", ["--place", "--agency", "--publisher"])
@pytest.mark.parametrize("broken", ["events: [", "- a\n", "\x00"])
def test_broken_data_is_no_reason_to_complain_at_a_tab(option, broken, folder):
    (folder / "data" / "events.yaml").write_text(broken)
    ask(folder, "bash", "show", option, "")
    assert [line for line in ask(folder, "bash", "explain", "") if line] == []


def test_data_in_files_is_completed_without_the_models(folder):
    program = (
        "import sys, types; from raidline.cli import completion;"
        "completion.places(types.SimpleNamespace(params={}), 'Tr'); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, cwd=folder)
    assert {"rich", "yaml", "raidline.models", "raidline.store.load"} & set(done.stdout.decode().split()) == set()


@pytest.mark.parametrize(("shell", "file"), [("bash", ".bashrc"), ("zsh", ".zshrc")])
def test_installing(shell, file, folder):
    environment = {"HOME": str(folder), "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "raidline", "--install-completion", shell],
        capture_output=True,
        check=True,
        env={**os.environ, **environment},
    )
    assert done.stderr == b""
    assert "completion" in done.stdout.decode()
    assert (folder / file).is_file()
