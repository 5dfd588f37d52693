"""Check whether a tag may be released: it matches the version, and the changelog has a dated section for it.

Usage: python scripts/check_release.py v1.2.0. Prints what is wrong and exits with 1, or with 2 if no tag is given.
"""

from __future__ import annotations

import re
import sys
import tomllib
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_HEADING = re.compile(r"^## \[(?P<version>[^\]]+)\](?: - (?P<day>\S+))?$", re.MULTILINE)


def mistakes(tag: str, version: str, changelog: str) -> list[str]:
    """Return the reasons against releasing `version` under that tag; empty if there are none."""
    found = []
    if tag != f"v{version}":
        found.append(
            f"the tag is {tag}, the version in pyproject.toml {version}: tag v{version}, or change the version"
        )
    sections = {heading["version"]: heading for heading in _HEADING.finditer(changelog)}
    if version not in sections:
        return [*found, f"CHANGELOG.md has no section [{version}]: rename [Unreleased] to [{version}] - {date.today()}"]
    day = sections[version]["day"] or ""
    try:
        date.fromisoformat(day)
    except ValueError:
        found.append(f"CHANGELOG.md: the section [{version}] has no day: write [{version}] - {date.today()}")
    start = sections[version].end()
    following = _HEADING.search(changelog, start)
    body = changelog[start : following.start() if following else None]
    if not re.search(r"^- ", body, re.MULTILINE):
        found.append(f"CHANGELOG.md: the section [{version}] names no change")
    unreleased = sections.get("Unreleased")
    if unreleased:
        following = _HEADING.search(changelog, unreleased.end())
        if re.search(r"^- ", changelog[unreleased.end() : following.start() if following else None], re.MULTILINE):
            found.append("CHANGELOG.md: there are still changes under [Unreleased]")
    return found


def main() -> int:
    """Check the given tag against this repository."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    found = mistakes(sys.argv[1], version, (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    print("\n".join(found), file=sys.stderr) if found else print(f"{sys.argv[1]} may be released")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
