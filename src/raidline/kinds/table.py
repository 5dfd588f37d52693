"""The table of kinds, the source of everything that lists them.

These are the choices of options, the schema and the pages about it, the colours of pages and plots, the titles of
candidates, and what `check` and `import` understand. `models.Kind` has the same kinds in the same order. The table is
Python rather than YAML because every `--help` needs it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Row(NamedTuple):
    """What raidline knows about a kind.

    `means` is for curators; `like` lists what people write for it. `title` is the title of a candidate, made from an
    agency or nothing ({who}) and a place ({where}); `counted` is its title when there is a count ({counted}, such as
    "51 arrested"). `letter` marks the kind in plots; `paper` and `dark` are its colours on a light and a dark
    background, each with a contrast of at least 4.5 to 1.
    """

    means: str
    like: tuple[str, ...]
    title: str
    letter: str
    paper: str
    dark: str
    counted: str | None = None


KINDS: Mapping[str, Row] = MappingProxyType(
    {
        "operation": Row(
            means="raid, sweep, arrests",
            like=("raid", "raids", "sweep", "sweeps", "arrest", "arrests", "enforcement", "detention", "checkpoint"),
            title="{who} operation in {where}",
            counted="{who}: {counted} in {where}",
            letter="o",
            paper="#b3261e",
            dark="#ff8d80",
        ),
        "incident": Row(
            means="force used, someone hurt or dead, in enforcement or custody",
            like=("shooting", "use of force", "death in custody", "in-custody death", "injury", "fatality"),
            title="{who} incident in {where}",
            counted="{who}: {counted} in {where}",
            letter="i",
            paper="#c2185b",
            dark="#ff86b3",
        ),
        "policy": Row(
            means="a rule of an agency, a county or a city",
            like=("directive", "guideline", "guidelines", "memo", "rule", "practice"),
            title="{who}: policy decision in {where}",
            letter="p",
            paper="#1f5fa8",
            dark="#83b8f5",
        ),
        "order": Row(
            means="an executive order",
            like=("executive order", "executive action", "proclamation", "decree"),
            title="{who}: order concerning {where}",
            letter="d",
            paper="#5b3fa8",
            dark="#b7a5f7",
        ),
        "legislation": Row(
            means="a bill or a law on its way",
            like=("law", "bill", "act", "ordinance", "statute", "vote", "amendment"),
            title="{who}: legislation in {where}",
            letter="l",
            paper="#0f6b64",
            dark="#5cc5b8",
        ),
        "hearing": Row(
            means="a session of a court, a council or a legislature",
            like=("testimony", "trial", "session"),
            title="{who}: hearing in {where}",
            letter="h",
            paper="#8a5a00",
            dark="#e3b45a",
        ),
        "ruling": Row(
            means="a decision of a court",
            like=("court", "judgment", "judgement", "decision", "verdict", "injunction", "opinion"),
            title="{who}: ruling in {where}",
            letter="r",
            paper="#7a3f16",
            dark="#dda27a",
        ),
        "lawsuit": Row(
            means="a suit is filed",
            like=("suit", "complaint", "settlement", "litigation", "case"),
            title="{who}: lawsuit in {where}",
            letter="w",
            paper="#5c6500",
            dark="#bcc55f",
        ),
        "statement": Row(
            means="speech, letter, briefing, threat, denial",
            like=(
                "speech",
                "letter",
                "briefing",
                "threat",
                "denial",
                "announcement",
                "interview",
                "press release",
                "remarks",
            ),
            title="{who}: statement concerning {where}",
            letter="s",
            paper="#566171",
            dark="#aab4c2",
        ),
        "report": Row(
            means="official data, an investigation",
            like=("data", "investigation", "study", "audit", "survey", "statistics"),
            title="{who}: report concerning {where}",
            letter="t",
            paper="#14708f",
            dark="#66c2e2",
        ),
        "funding": Row(
            means="money is granted, cut or withheld",
            like=("grant", "grants", "budget", "money"),
            title="{who}: funding decision concerning {where}",
            letter="f",
            paper="#2f7032",
            dark="#86cd88",
        ),
        "protest": Row(
            means="a demonstration, a vigil, a walkout",
            like=(
                "march",
                "rally",
                "demonstration",
                "vigil",
                "strike",
                "walkout",
                "sit-in",
                "picket",
                "marches",
                "rallies",
            ),
            title="Protest in {where}",
            letter="e",
            paper="#a3267b",
            dark="#f291cf",
        ),
        "other": Row(
            means="none of these",
            like=("event", "misc", "unknown"),
            title="{who}: event in {where}",
            letter="x",
            paper="#6b6560",
            dark="#b0a9a0",
        ),
    }
)
