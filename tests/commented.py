"""Timelines as people write them: any style of YAML, comments and empty lines anywhere. For Hypothesis."""

from __future__ import annotations

import json

import yaml
from hypothesis import strategies as st

from raidline.yamltext.dumping import dump
from raidline.yamltext.reading import loads

WORDS = st.text("ab:-#'\" ,é.&*!", min_size=1, max_size=8) | st.sampled_from(
    [
        "NO",
        "012",
        "a long text " * 12 + "that ends",
        "one\ntwo\n",
        "one\n\n  two",
        "ends in lines\n\n",
        "- x",
        "# y",
        "12:30",
    ]
)
TEXTS = WORDS.filter(lambda text: bool(text.strip()))
IDS = st.from_regex(r"[a-z][a-z0-9-]{0,6}", fullmatch=True)
DATES = st.sampled_from(
    ["2017", "2017-02", "2017-02-01", "2017-02-01~/2017-02-10~", "2016/2018", "201X", "[2017..2018]"]
)
SAYS = st.fixed_dictionaries({}, optional={"note": TEXTS, "date": DATES, "counts": st.just({"arrested": "5"})})
SOURCES = st.fixed_dictionaries(
    {"article": IDS}, optional={"quote": TEXTS, "title": TEXTS, "url": st.just("https://a.example/b?c=d"), "says": SAYS}
)
EVENTS = st.fixed_dictionaries(
    {
        "title": TEXTS,
        "id": IDS,
        "date": DATES,
        "kind": st.sampled_from(["policy", "order"]),
        "places": st.lists(TEXTS, min_size=1, max_size=3) | TEXTS,
        "sources": st.lists(SOURCES, min_size=1, max_size=3),
    },
    optional={
        "status": st.just("planned"),
        "agencies": st.lists(TEXTS, max_size=2),
        "counts": st.dictionaries(TEXTS, st.sampled_from(["51", "at least 5"]), max_size=2),
        "summary": TEXTS,
        "notes": TEXTS,
    },
)
TIMELINES = st.lists(EVENTS, min_size=1, max_size=4).map(lambda events: {"events": events})


class _Indented(yaml.SafeDumper):
    def increase_indent(self, flow=False, indentless=False):
        return super().increase_indent(flow, False)


def in_style(data, style):
    """The data as YAML, in one of a few styles; None where it cannot be told in that one."""
    if style == "json":
        return json.dumps(data, indent=2) + "\n"
    if style == "ours":
        return dump(data)
    dumper = yaml.SafeDumper if style.startswith("unindented") else _Indented
    options = {"default_style": style[-1] if style[-1] in "\"'|>" else None}
    return yaml.dump(data, Dumper=dumper, sort_keys=False, allow_unicode=True, width=60, **options)


STYLES = st.sampled_from(["ours", "ours", "json", "plain", "unindented", "quoted'", 'quoted"', "literal|", "folded>"])


HEADS = st.sampled_from(["", "", "---\n", "%YAML 1.1\n---\n", "--- # head\n", "# head\n---\n"])
TAILS = st.sampled_from(["", "", "...\n", "...", "... # end\n", "...\n\n  # end\n", "# end\n...\n...\n"])


@st.composite
def timelines(draw, block=False):
    """A text and its data; `block` leaves out what is in brackets as a whole, and aliases."""
    data = draw(TIMELINES)
    if block:
        data = json.loads(json.dumps(data))  # nothing in it twice
    style = draw(STYLES)
    text = in_style(data, "ours" if block and style == "json" else style)
    marked = draw(HEADS) + text + draw(TAILS)
    text = marked if loads(marked, "").data == data else text  # PyYAML puts marks of its own where it must
    for number in range(draw(st.integers(0, 8))):
        lines = text.split("\n")
        at = draw(st.integers(0, len(lines) - 1))
        what = draw(st.sampled_from(["above", "above", "beside", "blank"]))
        if what == "beside":
            lines[at] += f"  # note {number}."
        else:
            indent = " " * draw(st.integers(0, 9))
            lines.insert(at, "" if what == "blank" else f"{indent}# note {number}.")
        changed = "\n".join(lines)
        if loads(changed, "").data == data:  # else it stands within a text
            text = changed
    return text, data


def notes_in(text):
    """The comments that `timelines` put in."""
    return sorted(word for n in range(10) for word in [f"# note {n}."] * text.count(f"# note {n}."))
