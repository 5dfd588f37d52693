"""Delete each rule in turn, and say which test notices: `python scripts/delete_rules.py [AREA ...]`.

A rule is a function that reads something, replaced by one that reads nothing, or an "if" inside one, which then never
holds; with `--parts` also each operand of "and" and "or". An "if" whose line says `# spares time` changes no result and
is no rule. No file changes: each rule is deleted in a process of its
own, from the code in memory, and the tests of its area run there until one fails. Prints one row for each rule, "-" if
no test noticed, and exits with 1 if there is such a row. `--only TEXT` selects the rules whose row contains that text.

On two cores all rules take some minutes. Hypothesis tests are left out: a table has to notice.
"""

from __future__ import annotations

import argparse
import ast
import functools
import gc
import importlib
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FunctionType, ModuleType

import pytest
from _pytest.runner import runtestprotocol

from raidline.memo import Memo

ROOT = Path(__file__).resolve().parents[1]
SPARES_TIME = "  # spares time"
PATIENCE = 60  # seconds, after which an endless run counts as noticed


@dataclass(frozen=True, slots=True)
class Area:
    """Where rules of one sort are, in modules of a package of `raidline`, and their tests."""

    package: str
    modules: tuple[str, ...]
    tests: tuple[str, ...]


AREAS = {
    "places": Area(
        "extract",
        (
            *("toponyms.abroad", "toponyms.mentions", "toponyms.namesakes", "toponyms.people"),
            "toponyms.roles",
            *(f"toponyms.phrases.{name}" for name in ("counties", "datelines", "offices", "pairs", "states")),
            *(f"toponyms.recognition.{name}" for name in ("bare", "counties", "filters", "runs", "states")),
            *("toponyms.judging.choice", "toponyms.judging.disambiguation", "toponyms.judging.neighbourhood"),
            *("toponyms.judging.publishers", "toponyms.judging.state_city_names"),
            *(f"events.where.{name}" for name in ("focus", "gathering", "pointed", "positions", "scenes")),
            *(f"events.where.offices.{name}" for name in ("chambers", "finding", "governed")),
        ),
        (
            *("test_scenes.py", "test_mentions.py", "test_papers.py", "test_focus.py", "test_places_abroad.py"),
            "test_unplaced.py",
        ),
    ),
    "attachment": Area(
        "extract",
        ("text.clauses", "events.attachment", "events.event_mentions", "events.public_acts"),
        ("test_attachment.py", "test_event_mentions.py", "test_kinds.py"),
    ),
    "kind": Area("extract", ("events.triggers",), ("test_kinds.py", "test_event_mentions.py", "test_lexicon.py")),
    "status": Area("extract", ("events.modality", "events.negation"), ("test_status.py", "test_event_mentions.py")),
    "agency": Area("extract", ("decide.agency",), ("test_agency.py", "test_acting.py", "test_decide.py")),
    "store": Area(
        "store", ("load", "schema", "validation"), ("test_store.py", "test_schema.py", "test_check_partial.py")
    ),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A function, or the `number`th condition in one, at a line of its module."""

    area: str
    module: str
    function: str
    line: int
    shown: str
    number: int | None = None

    def __str__(self) -> str:
        """Return the text for the rule's row in the table."""
        place = f"{self.module.partition('.')[2].partition('.')[2]}.{self.function}"
        return place if self.number is None else f"{place}:{self.line} {self.shown}"


def rules(area: str, *, parts: bool = False) -> Iterator[Rule]:
    """Yield the rules of an area, each function before its conditions."""
    for name in AREAS[area].modules:
        module = f"raidline.{AREAS[area].package}.{name}"
        lines = _source(module).splitlines()
        for function, node in _functions(_tree(module)):
            if _nothing(node) is not None:
                yield Rule(area, module, function, node.lineno, "")
            for number, (condition, is_part) in enumerate(_conditions(node)):
                if (is_part and not parts) or lines[condition.lineno - 1].endswith(SPARES_TIME):
                    continue
                shown = " ".join(ast.unparse(condition).split())
                yield Rule(area, module, function, condition.lineno, shown[:60], number)


def _tree(module: str) -> ast.Module:
    return ast.parse(_source(module))


def _source(module: str) -> str:
    return Path(str(importlib.import_module(module).__file__)).read_text("utf-8")


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from ((f"{node.name}.{own.name}", own) for own in node.body if isinstance(own, ast.FunctionDef))


def _conditions(function: ast.FunctionDef) -> list[tuple[ast.expr, bool]]:
    """Return the conditions in a function: each "if", and each operand of "and" or "or", with whether it is one."""
    found: list[tuple[ast.expr, bool]] = []
    for node in ast.walk(function):
        if isinstance(node, ast.If | ast.IfExp):
            found.append((node.test, False))
        elif isinstance(node, ast.BoolOp):
            found += [(value, True) for value in node.values if not isinstance(value, ast.BoolOp | ast.Constant)]
    return found


def _nothing(function: ast.FunctionDef) -> list[ast.stmt] | None:
    """Return the body of a function that reads nothing; None if its return type has no such value."""
    if function.body == function.body[:1] and ast.get_docstring(function):
        return None  # it only says what others do
    wanted = ast.unparse(function.returns) if function.returns else ""
    first = next((arg for arg in function.args.args if arg.arg not in {"self", "cls", "text"}), None)
    for begins, body in (
        ("Iterator", "return\n    yield"),
        ("bool", "return False"),
        ("frozenset", "return frozenset()"),
        ("set", "return set()"),
        ("str", "return ''"),
    ):
        if wanted.startswith(begins):
            return _body(body)
    if wanted.startswith("tuple[") and wanted.endswith(", ...]"):
        return _body("return ()")
    if wanted in {"Found", "_Verdict"} or wanted.endswith("| None"):
        return _body("return None")
    if wanted.startswith(("list", "Sequence")):
        same = (
            first and first.annotation and ast.unparse(first.annotation).partition("[")[2] == wanted.partition("[")[2]
        )
        return _body(f"return {first.arg if first and same else '[]'}")
    return None


def _body(source: str) -> list[ast.stmt]:
    (function,) = ast.parse(f"def nothing():\n    {source}").body
    return function.body if isinstance(function, ast.FunctionDef) else []


def delete(rule: Rule) -> None:
    """Remove a rule from the code of this process."""
    module = importlib.import_module(rule.module)
    tree = _tree(rule.module)
    node = dict(_functions(tree))[rule.function]
    if rule.number is None:
        node.body = _nothing(node) or []
    else:
        _Deleting(_conditions(node)[rule.number][0]).visit(node)
    code = compile(ast.fix_missing_locations(tree), str(module.__file__), "exec", dont_inherit=True)
    _function(module, rule.function).__code__ = next(c for c in _codes(code) if c.co_qualname == rule.function)
    for one in gc.get_objects():
        if isinstance(one, functools._lru_cache_wrapper) and _depends(one, rule.module):
            one.cache_clear()
        elif isinstance(one, Memo):
            one.clear()


def _depends(cached: functools._lru_cache_wrapper[object], module: str) -> bool:
    """Whether a cache filled before a rule is deleted may depend on it: the module's own, and readings of names."""
    kept_for_good = cached.cache_parameters()["maxsize"] is None
    return cached.__module__ == module or (not kept_for_good and cached.__module__.startswith("raidline.extract"))


class _Deleting(ast.NodeTransformer):
    """Removes one condition: an operand of "and" or "or" disappears, any other condition never holds."""

    def __init__(self, condition: ast.expr) -> None:
        self._condition = condition

    def visit(self, node: ast.AST) -> ast.AST:
        if isinstance(node, ast.BoolOp) and any(value is self._condition for value in node.values):
            rest = [value for value in node.values if value is not self._condition]
            return rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)
        if node is self._condition:
            return ast.Constant(value=False)
        return super().visit(node)


def _function(module: ModuleType, name: str) -> FunctionType:
    found: object = module
    for part in name.split("."):
        found = found.__dict__[part]
    for inner in ("__func__", "fget", "func", "__self__", "__wrapped__"):
        found = getattr(found, inner, found)
    if not isinstance(found, FunctionType):
        raise TypeError(f"{name} is no function")
    return found


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)


class Deleting:
    """A pytest plugin that runs the tests once for each rule, without that rule."""

    def __init__(self, wanted: Sequence[Rule]) -> None:
        self._wanted = wanted
        self.survivors = 0

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Print one row for each rule."""
        items = [item for item in session.items if not getattr(getattr(item, "obj", None), "is_hypothesis_test", False)]
        if failing := [item.nodeid for item in items if _fails(item)]:
            raise pytest.UsageError("\n".join(["these fail with every rule in place:", *failing]))
        for rule in self._wanted:
            own = [item for item in items if item.path.name in AREAS[rule.area].tests]
            noticed = _in_a_child(rule, own)
            self.survivors += not noticed
            print(f"{rule.area:<10} {rule!s:<110} {noticed or '-'}", flush=True)
            items.sort(key=lambda item: item.nodeid != noticed)  # the test that noticed this rule comes first next time
        return True


def _in_a_child(rule: Rule, items: Sequence[pytest.Item]) -> str:
    """Return the name of the test that fails without a rule; "" if none does."""
    reading, writing = os.pipe()
    if child := os.fork():
        os.close(writing)
        with os.fdopen(reading) as pipe:
            noticed = pipe.read()
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status) and os.WEXITSTATUS(status):
            raise pytest.UsageError(f"{rule} cannot be deleted")
        return "runs for ever" if os.WIFSIGNALED(status) else noticed
    signal.alarm(PATIENCE)
    try:
        delete(rule)
        noticed = next((item.nodeid for item in items if _fails(item)), "")
        os.write(writing, noticed.encode())
        os._exit(0)
    finally:
        os._exit(1)


def _fails(item: pytest.Item) -> bool:
    return any(report.failed for report in runtestprotocol(item, log=False, nextitem=None))


def main() -> int:
    """Run the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition(":")[0])
    parser.add_argument("areas", nargs="*", metavar="AREA", help=", ".join(AREAS))
    parser.add_argument("--only", default="", help="the rules whose row contains this")
    parser.add_argument("--parts", action="store_true", help="delete each part of a condition, too")
    parser.add_argument("--list", action="store_true", help="name the rules, and run nothing")
    options = parser.parse_args()
    wanted = [rule for area in options.areas or AREAS for rule in rules(area, parts=options.parts)]
    wanted = [rule for rule in wanted if options.only in str(rule)]
    if options.list:
        print(*wanted, sep="\n")
        return 0
    plugin = Deleting(wanted)
    files = sorted({str(ROOT / "tests" / name) for area in options.areas or AREAS for name in AREAS[area].tests})
    flags = ["-qq", "-p", "no:cacheprovider", "--rootdir", str(ROOT)]
    failed = pytest.main([*flags, *(name for name in files if Path(name).exists())], plugins=[plugin])
    print(f"{len(wanted)} rules; no test notices the deletion of {plugin.survivors} of them")
    return int(bool(failed or plugin.survivors))


if __name__ == "__main__":
    sys.exit(main())
