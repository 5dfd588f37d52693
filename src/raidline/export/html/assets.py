"""The style and the script of a page, in it or beside it, and the policy that allows these and nothing else."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from raidline.export.html.rendering import SCRIPT, STYLE, TEMPLATES


@dataclass(frozen=True, slots=True)
class Assets:
    """What a page looks and works like: `style` and `script` are in the page, or empty where `root` leads to files.

    `policy` is the Content-Security-Policy that allows these and nothing else.
    """

    policy: str
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
    """Return the assets of a page beside which, at the relative address `root` ("", "../"), `files` are."""
    return Assets(_policy(style="'self'", script="'self'"), root=root)


@cache
def files() -> dict[str, str]:
    """Return the texts of the style and the script by file name."""
    return {name: (TEMPLATES / name).read_text(encoding="utf-8") for name in (STYLE, SCRIPT)}


def _policy(*, style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {style}; script-src {script}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hashed(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
