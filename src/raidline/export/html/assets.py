"""The style and the script of a page, inside or beside it, and the policy that allows these and nothing else."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from raidline.export.html.rendering import SCRIPT, STYLE, TEMPLATES
from raidline.kinds.table import KINDS


@dataclass(frozen=True, slots=True)
class Assets:
    """The style and behaviour of a page: `style` and `script` are in the page, or empty if `root` leads to files.

    `policy` is the Content-Security-Policy that allows these and nothing else.
    """

    policy: Markup
    style: Markup | str = ""
    script: Markup | str = ""
    root: str | None = None


@cache
def inlined() -> Assets:
    """Return the assets of a page that is one file."""
    style, script = files().values()
    policy = _policy(style=_hashed(style), script=_hashed(script))
    return Assets(policy, Markup(style), Markup(script))  # noqa: S704 - our own files


def linked(root: str) -> Assets:
    """Return the assets of a page whose `files` are at the relative address `root` ("", "../")."""
    return Assets(_policy(style="'self'", script="'self'"), root=root)


@cache
def files() -> dict[str, str]:
    """Return the texts of the style and the script by file name."""
    style, script = ((TEMPLATES / name).read_text(encoding="utf-8") for name in (STYLE, SCRIPT))
    return {STYLE: _colours() + style, SCRIPT: script}


def _colours() -> str:
    """Return the style that gives each kind its colour: class `k-protest` sets the colour of protests as `--kind`."""
    paper, dark = (
        " ".join(f"--{kind}: {getattr(row, on)};" for kind, row in KINDS.items()) for on in ("paper", "dark")
    )
    classes = "".join(f".k-{kind} {{ --kind: var(--{kind}) }}\n" for kind in KINDS)
    return f":root {{ {paper} }}\n@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n{classes}"


@cache
def _policy(*, style: str, script: str) -> Markup:
    return Markup(  # noqa: S704 - our own words and hashes
        f"default-src 'none'; style-src {style}; script-src {script}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hashed(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
