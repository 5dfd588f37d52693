"""Fixtures that several tests share."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("raidline", deadline=None)  # a test is never failed by the clock
settings.load_profile("raidline")
GOLDEN = Path(__file__).parent / "golden"
SHARED = Path(__file__).resolve().parents[2] / "shared"
LONGEST_ID = 80  # characters or bytes of a parameter that becomes part of a test's name


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write the golden files instead of comparing")
    parser.addoption(
        "--no-skips", action="store_true", help="fail where a test is skipped: nothing it needs is lacking"
    )


def pytest_make_parametrize_id(config, val, argname):
    """Long texts and bytes are numbered: archives packed while tests are collected hold the time of day, and no name of a
    test may differ between two workers."""
    return argname if isinstance(val, (bytes, str)) and len(val) > LONGEST_ID else None


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector):
    return as_failure((yield), collector.config)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item):
    return as_failure((yield), item.config)


def as_failure(report, config):
    """With --no-skips a skipped test has failed, except for what is measured on texts that are not beside the checkout."""
    if config.getoption("--no-skips") and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if SHARED.is_dir() or "beside th" not in reason:
            report.outcome, report.longrepr = "failed", f"not to be skipped here: {reason}"
    return report


@pytest.fixture(scope="session", autouse=True)
def _heeding_hangups():
    """Under `nohup` a hangup is ignored, by all that tests start as well; what they test is that it is heeded."""
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
        signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.fixture
def golden(request) -> Callable[[str, str], None]:
    """Compare a text with the golden file of that name, byte for byte; --update-golden writes it."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode())
        assert path.exists(), f"no {path}; write it with `pytest --update-golden` and look at it"
        assert text == path.read_bytes().decode()

    return compare


@pytest.fixture(autouse=True, scope="session")
def cache_of_its_own(tmp_path_factory):
    """Tests neither use nor leave anything in the cache of whoever runs them; programs they start do as they do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAIDLINE_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder as a newsroom keeps it, with data/events.yaml, and the current one."""
    from samples import ARTICLE, EVENTS  # noqa: PLC0415 - a package that cannot be imported leaves other tests running

    (tmp_path / "data" / "articles").mkdir(parents=True)
    (tmp_path / "data" / "events.yaml").write_text(EVENTS)
    (tmp_path / "data" / "articles" / "star.md").write_text(ARTICLE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(capsys):
    """Run a command line; its exit code, stdout and stderr."""
    from raidline.cli import main  # noqa: PLC0415 - as above

    def run(*args):
        with pytest.raises(SystemExit) as stopped:
            main([str(arg) for arg in args])
        captured = capsys.readouterr()
        return stopped.value.code, captured.out, captured.err

    return run


@pytest.fixture(scope="session")
def chromium():
    """The system's Chromium; tests that ask for it are skipped where there is none."""
    from browsing import started  # noqa: PLC0415 - as above

    with started() as browser:
        yield browser


@pytest.fixture
def visit(chromium):
    """Open an address or a file: `visit(path, color_scheme="dark")`, a browsing.Visit."""
    from browsing import visitor  # noqa: PLC0415 - as above

    with visitor(chromium) as visit:
        yield visit
