"""Write the files that follow from the program (docs, schemas, lists of kinds); `--check` only names the stale ones.

Each group of files has a function that returns texts by path. A test compares them with the committed files.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import runpy
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from raidline.check.rule import Rule

ROOT = Path(__file__).resolve().parents[1]
WIDTH = "100"  # of the help texts
RULE_FILES = ROOT / "tests" / "rules"
_MARK = re.compile(r"# *\^ [a-z-]+$")
HEAD = "<!-- Made by scripts/build_docs.py. Do not edit: change the sources and run the script again. -->\n\n"

Pages = Mapping[str, str]


def command_pages() -> Pages:
    """Return the help of every command."""
    from raidline.cli.app import app  # noqa: PLC0415 - only for these pages

    names = [command.name or str(command.callback.__name__) for command in app.registered_commands if command.callback]
    links = "".join(f"- [raidline {name}](#raidline-{name})\n" for name in names)
    sections = "".join(f"\n## raidline {name}\n\n```text\n{help_of(name)}```\n" for name in names)
    return {"docs/commands.md": f"{HEAD}# Commands\n\nWhat `raidline COMMAND --help` prints.\n\n{links}{sections}"}


def help_of(command: str) -> str:
    """Return the help of a command as printed in a window of the usual width."""
    from raidline.cli.app import app  # noqa: PLC0415 - as above

    printed = io.StringIO()
    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = WIDTH
    try:
        with contextlib.redirect_stdout(printed):
            app([command, "--help"], prog_name="raidline", standalone_mode=False)
    finally:
        del os.environ["COLUMNS"]
        if before is not None:
            os.environ["COLUMNS"] = before
    return "".join(f"{line.rstrip()}\n" for line in printed.getvalue().strip().splitlines())


def yaml_pages() -> Pages:
    """Return the reference of the events file, from the schema that editors use."""
    from raidline.store.schema import events_schema, removal_schema  # noqa: PLC0415 - as above

    known = events_schema()["$defs"]
    sections = [_keys(title, known[name]) for name, title in _KEYED.items()]
    values = _dates(known["date"]), _counts(known["count"])
    removed = _keys(_REMOVED, removal_schema()) + _REMOVALS
    return {"docs/yaml.md": "".join((HEAD, _YAML_INTRODUCTION, *sections, *values, removed, _decisions()))}


_YAML_INTRODUCTION = """\
# The events file

A timeline is a YAML file with one key, `events`, and a list below it. Every value is read as the text that was typed,
so `NO`, `2017-02` and `12:30` stay unchanged. `raidline init` writes a commented example, `raidline schema` the JSON
Schema that editors use to complete keys and mark mistakes, and `raidline check` says what is wrong and where.
"""
_FOR_WHOM = """
No export, page or file of a site contains what is for curators: these keys, decisions, and the texts and paths of
stored articles. `raidline export --with-notes` writes `notes` into json, jsonl and csv, for your own backup.
Everything else is public, including sources with their quotes; of a stored article, its id, headline, publisher, day
and address.
"""
_KEYED = {
    "event": "An event",
    "source": "A source",
    "says": "What a source says differently",
    "correction": "A correction",
    "reading": "A candidate",
}
_REMOVED = "An event that was taken out"
_REMOVALS = """
Removals are in a file of their own: `events.removed.yaml` beside `events.yaml`, a list below the key `removed`.
`raidline check` asks for one if git shows that an event is gone, and `raidline fmt --correct` drafts it. The page of
the event on a site, the page of corrections and the feeds then say that it is gone, and `raidline diff` says why.
"""
_DATES = ("2017-02-01", "2017-02", "2017-02-01~/2017-02-10~", "2017-01-28/2017-02-03", "[2017-01-20..2017-03-27]",
          "2009", "201X", "2017-02~", "2025-06-06/..", "2017-21")  # fmt: skip
_COUNTS = ("51", "at least 51", "more than 50", "about 700", "nearly 700", "10 to 12", "dozens", "over thousands",
           "unknown")  # fmt: skip


_DECISIONS = """
## Decisions

`raidline review` keeps what was decided about candidates beside the events, in `events.review.jsonl` for `events.yaml`:
one decision a line, as JSON, the latest last. Keep it under version control with the events, so that nobody is asked
again; it is for curators and never published. Undo removes the line and takes the change out of the events file. A
candidate whose sentence, kind, date or places change is asked about again. If two people's lines conflict in git, keep
both.

"""


def _decisions() -> str:
    from raidline.review.decisions import Decision  # noqa: PLC0415 - as above

    rows = "".join(f"| `{key}` | {field.description} |\n" for key, field in Decision.model_fields.items())
    return f"{_DECISIONS}| key | meaning |\n|---|---|\n{rows}"


def _keys(title: str, schema: Mapping[str, Any]) -> str:
    from raidline.models import FOR_CURATORS  # noqa: PLC0415 - as above

    rows, lists = "", ""
    audience = title == _KEYED["event"]
    for key, value in schema["properties"].items():
        needed = ", required" if key in schema.get("required", ()) else ""
        whom = f" {'curators' if key in FOR_CURATORS else 'all'} |" if audience else ""
        rows += f"| `{key}` | {_type(value)}{needed} |{whom} {value['description']} |\n"
        if "enum" in value and title == _KEYED["event"]:
            lists += _choices(key, value)
    head = (
        "| key | value | for | meaning |\n|---|---|---|---|\n"
        if audience
        else "| key | value | meaning |\n|---|---|---|\n"
    )
    return f"\n## {title}\n\n{schema['description']}\n\n{head}{rows}{_FOR_WHOM if audience else ''}{lists}"


def _type(schema: Mapping[str, Any]) -> str:
    """Return the type of a value in words."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        title = _KEYED.get(name) or f"{name.capitalize()}s"
        return f"[{name}](#{title.lower().replace(' ', '-')})"
    if "anyOf" in schema:
        return f"{_type(schema['anyOf'][0])}, or a list"
    if "enum" in schema:
        return "one of a list"
    if "items" in schema:
        return f"list, each a {_type(schema['items'])}"
    if "additionalProperties" in schema:
        return f"names, each with a {_type(schema['additionalProperties'])}"
    return _scalar(schema)


def _scalar(schema: Mapping[str, Any]) -> str:
    if schema["type"] == "boolean":
        return "`true`"
    if schema.get("format") == "date":
        return "day, such as `2026-11-28`"
    return "text" if "boolean" in schema["type"] else "id" if "pattern" in schema else "number"


def _choices(key: str, schema: Mapping[str, Any]) -> str:
    default = f" Left out, it is `{schema['default']}`." if "default" in schema else ""
    rows = zip(schema["enum"], schema["markdownEnumDescriptions"], strict=True)
    return f"\n`{key}` is one of these.{default}\n\n" + "".join(f"- `{value}`: {meaning}\n" for value, meaning in rows)


def _dates(schema: Mapping[str, Any]) -> str:
    from raidline.dates.value import Edtf  # noqa: PLC0415 - as above
    from raidline.dates.words import in_words  # noqa: PLC0415 - as above

    rows = ""
    for text in _DATES:
        date = Edtf.parse(text)
        rows += f"| `{text}` | {in_words(date)} | {date.earliest or 'open'} | {date.latest or 'open'} |\n"
    head = "| write | shown as | earliest | latest |\n|---|---|---|---|\n"
    return f"\n## Dates\n\n{schema['description']}\n\n{head}{rows}"


def _counts(schema: Mapping[str, Any]) -> str:
    from raidline.counts.value import Count  # noqa: PLC0415 - as above

    rows = ""
    for text in _COUNTS:
        count = Count.parse(text)
        low, high = ("unknown" if bound is None else bound for bound in (count.low, count.high))
        rows += f"| `{text}` | {low} | {high} |\n"
    head = "| write | at least | at most |\n|---|---|---|\n"
    return f"\n## Counts\n\n{schema['description']}\n\n{head}{rows}"


def rule_pages() -> Pages:
    """Return a page for each rule of `raidline check`, from its docstring and its reports, and the list of them."""
    from raidline.check import RULES  # noqa: PLC0415 - as above
    from raidline.check.pages import contents, page  # noqa: PLC0415 - as above

    pages = {f"docs/rules/{rule.name}.md": f"{HEAD}{page(rule)}{_at_work(rule)}" for rule in RULES}
    return {"docs/rules/README.md": f"{HEAD}{contents(RULES)}", **pages}


def _at_work(rule: Rule) -> str:
    """Return a timeline with what the rule reports in it, and one in which it is silent; both are tested, too."""
    broken, clean = (
        (RULE_FILES / sort / f"{rule.name}.yaml").read_text(encoding="utf-8") for sort in ("broken", "clean")
    )
    broken = "".join(line for line in broken.splitlines(keepends=True) if not _MARK.match(line))
    reports, none = _reports(rule, broken), _reports(rule, clean)
    if not reports or none:
        raise ValueError(f"{rule.name} has to report something in its broken file, and nothing in its clean one")
    return (
        f"\n## A report\n\n```yaml\n{broken.rstrip()}\n```\n\n```text\n{reports}\n```\n"
        f"\n## No report\n\n```yaml\n{clean.rstrip()}\n```\n"
    )


def _reports(rule: Rule, text: str) -> str:
    """Return what one rule says of a timeline; the articles that it cites are those of the tests."""
    from raidline.article import by_id  # noqa: PLC0415 - as above
    from raidline.check import run_checks  # noqa: PLC0415 - as above
    from raidline.check.settings import Settings  # noqa: PLC0415 - as above
    from raidline.reading.files import read_articles  # noqa: PLC0415 - as above
    from raidline.store.load import load_events  # noqa: PLC0415 - as above

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.yaml"
        path.write_text(text, encoding="utf-8")
        before = RULE_FILES / "before" / f"{rule.name}.yaml"
        former = {path: load_events([before]).events} if before.is_file() else None
        articles = by_id(read_articles([RULE_FILES / "articles"])[0])
        settings = Settings({} if rule.on else {rule.name: "on"})
        found = run_checks(load_events([path]), articles, today=date(2018, 1, 1), former=former, settings=settings)
        lines = (str(one).replace(str(path), path.name) for one in found if one.rule == rule.name)
        return "\n".join(line.replace(f"{RULE_FILES}/", "") for line in lines)  # wherever the checkout is


def schemas() -> Pages:
    """Return the schemas of both formats, as `raidline schema` prints them."""
    from raidline.export.recordschema import timeline_schema  # noqa: PLC0415 - as above
    from raidline.store.schema import events_schema  # noqa: PLC0415 - as above

    made = {"events": events_schema(), "timeline": timeline_schema()}
    return {
        f"schema/{name}.schema.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in made.items()
    }


def lists_of_kinds() -> Pages:
    """Return the commented examples of an event with an updated list of kinds."""
    from raidline.kinds.table import KINDS  # noqa: PLC0415 - as above

    def listed(found: re.Match[str]) -> str:
        lines = wrap(" ".join(KINDS), _EXAMPLE_WIDTH - len(found["before"]))
        return found["before"] + ("\n" + " " * len(found["before"]) + "# ").join(["# " + lines[0], *lines[1:]])

    paths = ("CONTRIBUTING.md", "src/raidline/template/events.yaml")
    return {path: _LISTED.sub(listed, (ROOT / path).read_text(encoding="utf-8")) for path in paths}


def drawn_floors() -> Pages:
    """Return the page about the architecture with an updated picture of the floors."""
    floors = runpy.run_path(str(ROOT / "scripts" / "floors.py"))
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    before, _, rest = page.partition("<!-- floors -->\n")
    _, _, after = rest.partition("<!-- end of floors -->\n")
    drawn = floors["picture"](floors["imports"]())
    return {"docs/architecture.md": f"{before}<!-- floors -->\n```text\n{drawn}```\n<!-- end of floors -->\n{after}"}


_EXAMPLE_WIDTH = 100
_LISTED = re.compile(r"^(?P<before>.*)# operation policy .*(?:\n +# .*)*? other$", re.MULTILINE)

GROUPS: tuple[Callable[[], Pages], ...] = (command_pages, yaml_pages, rule_pages, schemas, lists_of_kinds, drawn_floors)


def all_pages() -> Iterator[tuple[Path, str]]:
    """Yield every page with its file."""
    for group in GROUPS:
        for name, text in group().items():
            yield ROOT / name, text


def main() -> int:
    """Write the stale files, or only name them."""
    stale = [
        (path, text) for path, text in all_pages() if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    for path, text in stale:
        print(path.relative_to(ROOT))
        if "--check" not in sys.argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
