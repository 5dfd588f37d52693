"""The documentation of a rule, made from its docstring: on the terminal, in `docs/rules/`, in SARIF."""

from __future__ import annotations

import inspect
from collections.abc import Sequence

from raidline.check.rule import Rule


def page(rule: Rule) -> str:
    """Return a rule's page in Markdown: what it finds and why, a bad and a good example, how to switch it off."""
    told = inspect.cleandoc(rule.find.__doc__ or "").replace("Find ", "Finds ", 1)
    states = [f"A {rule.severity}" if rule.severity == "warning" else "An error"]
    states.append("on by default" if rule.on else "off by default: a matter of house style")
    if rule.fixable:
        states.append("`raidline check --fix` fixes it")
    level = "off" if rule.on else "on"
    return (
        f"# {rule.name}\n\n{'; '.join(states)}.\n\n{told}\n\n"
        f"For one event, switch it off with `ignore: [{rule.name}]`; for a project, switch it {level} with\n"
        f'`{rule.name} = "{level}"` below `[rules]` in `raidline.toml`, or below `[tool.raidline.rules]` in '
        "`pyproject.toml`.\n"
    )


def contents(rules: Sequence[Rule]) -> str:
    """Return the page that lists all rules, in Markdown."""
    rows = [
        f"| [{rule.name}]({rule.name}.md) | {rule.severity if rule.on else f'{rule.severity}, off'} | "
        f"{rule.summary.removeprefix('Find ').replace('|', chr(92) + '|')} |"
        for rule in rules
    ]
    return (
        "# The rules of `raidline check`\n\n"
        "In addition to the schema of a timeline, `raidline check` applies these rules. Those that are off are matters "
        "of\nhouse style. `raidline check --explain RULE` prints a page.\n\n"
        "| rule | severity | finds |\n| --- | --- | --- |\n" + "\n".join(rows) + "\n" + _SETTINGS
    )


_SETTINGS = """
## Switching rules on and off

A project sets this in `raidline.toml`, in the folder of the events or in one above it (or in `pyproject.toml`, in the
table `[tool.raidline.rules]`). A rule is `"on"`, `"off"`, a `"warning"` or an `"error"`:

```toml
[rules]
single-source = "on"
place-unsupported = "error"
title-too-long = "off"
```

A single event does so with the key `ignore`, best with a reason in its `notes`:

```yaml
ignore: [planned-overdue]
```

`raidline check` exits with 1 if there are errors; with `--strict`, warnings count too.
"""
