"""Bad input ends in one clear message at its place and the right exit code; what is good is kept."""

from __future__ import annotations

import contextlib
import os
import threading

import pytest

GOOD = """\
  - id: good
    date: 2031-05-06
    title: Agents at the station
    kind: operation
    places: ["Austin, Texas"]
    sources:
      - article: star
        quote: Agents came on Tuesday.
"""
ARTICLE = "---\nid: star\npublisher: Star\npublished: 2031-05-09\n---\nAgents came on Tuesday.\n"


def bad(old, new):
    """Return a timeline of a good event and a copy with one thing wrong."""
    assert old in GOOD
    return f"events:\n{GOOD}{GOOD.replace('id: good', 'id: other').replace(old, new)}".encode()


BOMB = b"a: &a [x, x, x, x, x, x, x, x]\n" + b"".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 8)}]\n".encode() for n in range(9)
)

# name: (content, line it must name, words it must say)
FILES = {
    "empty": (b"", "", "empty"),
    "binary": (b"events:\x00\x01\x02\n", "", "not a text"),
    "not UTF-8": ("events:\n  - title: Caf\xe9\n".encode("latin-1"), ":2:", "UTF-8"),
    "a tab": (b"events:\n\t- id: x\n", ":2:", "tab"),
    "deep nesting": (b"events: " + b"[" * 10_000 + b"]" * 10_000 + b"\n", ":1:", "deep"),
    "an alias bomb": (BOMB, ":", "alias"),
    "30 February": (bad("2031-05-06", "2017-02-30"), ":11:", "February 2017 has 28 days"),
    "NO for a place": (bad('["Austin, Texas"]', "[NO]"), ":14:", "NO"),
    "a repeated key": (bad("    kind: operation\n", "    kind: operation\n    kind: policy\n"), ":14:", "kind"),
    "an unknown key": (bad("    title:", "    titel:"), ":12:", "title"),
    "an unknown kind": (bad("kind: operation", "kind: raid"), ":13:", "operation"),
    "a missing article": (bad("article: star", "article: stars"), ":16:", "stars"),
    "a quote that is not there": (bad("Agents came", "Agents went"), ":17:", "verbatim"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_mistake_in_a_timeline(name, folder, run):
    content, line, words = FILES[name]
    (folder / "data" / "events.yaml").write_bytes(content)
    (folder / "data" / "articles" / "star.md").write_text(ARTICLE, encoding="utf-8")
    code, out, err = run("check")
    assert code == 1
    assert f"events.yaml{line}" in out
    assert words in out
    assert "Traceback" not in out + err


@pytest.mark.parametrize("name", [name for name in FILES if FILES[name][0].startswith(b"events:\n" + GOOD.encode())])
def test_the_good_event_beside_a_bad_one_is_still_shown(name, folder, run):
    (folder / "data" / "events.yaml").write_bytes(FILES[name][0])
    (folder / "data" / "articles" / "star.md").write_text(ARTICLE, encoding="utf-8")
    assert "Agents at the station" in run("show")[1]


@pytest.mark.slow
def test_a_line_of_fifty_megabytes(folder, run):
    line = b"x" * 50_000_000
    (folder / "data" / "events.yaml").write_bytes(b"events: " + line)
    code, out, err = run("check")
    assert (code, "Traceback" in out + err) == (1, False)
    assert "MB" in out
    (folder / "long.md").write_bytes(ARTICLE.encode() + line)
    code, out, err = run("extract", folder / "long.md", "--format", "jsonl")
    assert (code, out, "Traceback" in err) == (1, "", False)
    assert "MB" in err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("spaces", [0, 40_000_000])
def test_a_pipe_is_read_once_and_never_waited_for_again(spaces, folder, run):
    pipe = folder / "pipe.yaml"
    os.mkfifo(pipe)

    def feed():
        with contextlib.suppress(BrokenPipeError), pipe.open("wb") as end:
            end.write(b"events:\n  - id: [" + b" " * spaces + b"\n")

    feeder = threading.Thread(target=feed, daemon=True)
    feeder.start()
    code, out, err = run("check", pipe)
    feeder.join(timeout=60)
    assert (code, "Traceback" in out + err, feeder.is_alive()) == (1, False, False)
    assert ("is too large; at most 32 MB" in out) is bool(spaces)
