"""A file is replaced whole or not at all."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from raidline.errors import RaidlineError
from raidline.files import atomic
from raidline.files.atomic import create_text, write_chunks, write_text
from raidline.files.lockfile import locked
from raidline.reading.listing import article_files
from raidline.store.eventfiles import event_files


def test_writes_exactly_the_text(tmp_path):
    path = tmp_path / "out.yaml"
    write_text(path, "naïve\r\nline\n")
    assert path.read_bytes() == "naïve\r\nline\n".encode()
    assert [found.name for found in tmp_path.iterdir()] == ["out.yaml"]


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
def test_permissions_are_kept_and_new_files_follow_the_mask(tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_text("x")
    old.chmod(0o640)
    write_text(old, "y")
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    before = os.umask(0o027)
    try:
        write_text(new, "y")
    finally:
        os.umask(before)
    assert stat.S_IMODE(new.stat().st_mode) == 0o640


OLD = os.stat_result((0o106770, 1, 1, 1, 7, 8, 0, 0, 0, 0))


@pytest.mark.skipif(os.name != "posix", reason="owners as POSIX has them")
@pytest.mark.parametrize(
    ("may", "asked", "mode"),
    [
        ({(7, 8)}, [(7, 8)], 0o6770),
        ({(-1, 8)}, [(7, 8), (-1, 8)], 0o2770),
        (set(), [(7, 8), (-1, 8)], 0o0700),
    ],
    ids=["all", "the group alone", "nothing"],
)
def test_owner_and_group_are_kept_as_far_as_may_be(tmp_path, monkeypatch, may, asked, mode):
    path, tried, real = tmp_path / "new", [], Path.stat
    path.write_text("x")

    def chown(path, owner, group):
        tried.append((owner, group))
        if (owner, group) not in may:
            raise PermissionError(1, "Operation not permitted")

    def stat_of(self, **options):
        found = list(real(self, **options))
        if may:
            found[4:6] = max(tried[-1][0], 0), tried[-1][1]
        return os.stat_result(found)

    modes = []
    monkeypatch.setattr(os, "chown", chown)
    monkeypatch.setattr(Path, "stat", stat_of)
    monkeypatch.setattr(Path, "chmod", lambda self, mode: modes.append(mode))
    atomic._given_to(path, OLD)
    assert (tried, modes) == (asked, [mode])


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() != 0, reason="only root may be somebody else")
@pytest.mark.parametrize(("groups", "group", "mode"), [([777], 777, 0o664), ([], 65534, 0o604)])
def test_a_file_of_a_group_stays_one_where_the_writer_belongs_to_it(groups, group, mode):
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        folder.chmod(0o777)
        path = folder / "out"
        path.write_text("old")
        os.chown(path, 0, 777)
        path.chmod(0o666)  # for this test anybody may write to it; the right of others is taken below
        code = """
import os, sys
from pathlib import Path
from raidline.files import atomic
path = Path(sys.argv[1])
os.setgroups(eval(sys.argv[2]))
os.setgid(65534)
os.setuid(65534)
real, atomic._given_to = atomic._given_to, lambda made, old: real(made, os.stat_result((0o100664, *old[1:])))
atomic.write_text(path, "new")
"""
        subprocess.run([sys.executable, "-c", code, path, str(groups)], check=True)
        found = path.stat()
        assert (path.read_text(), found.st_uid, found.st_gid, found.st_mode & 0o7777) == ("new", 65534, group, mode)


@pytest.mark.skipif(os.name != "posix", reason="hard links and attributes as POSIX has them")
def test_other_names_go_on_naming_the_old_file(tmp_path):
    path, other = tmp_path / "out", tmp_path / "other"
    path.write_text("old")
    other.hardlink_to(path)
    write_text(path, "new")
    assert (path.read_text(), other.read_text(), path.stat().st_nlink) == ("new", "old", 1)


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="attributes as Linux has them")
def test_attributes_do_not_go_along(tmp_path):
    path = tmp_path / "out"
    path.write_text("old")
    try:
        os.setxattr(path, "user.note", b"mine")
    except OSError:
        pytest.skip("this file system keeps no attributes")
    write_text(path, "new")
    assert os.listxattr(path) == []


@pytest.mark.skipif(os.name != "posix", reason="symbolic links need rights elsewhere")
def test_a_link_stays_a_link(tmp_path):
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old")
    link.symlink_to(target)
    write_text(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_text(pipe, "new")
        assert os.read(reader, 10) == b"new"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "out"
    path.write_text("old")

    def fail(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(RaidlineError, match="cannot be written: no space left on device"):
        write_text(path, "new")
    assert path.read_text() == "old"
    assert [found.name for found in tmp_path.iterdir()] == ["out"]


def test_a_missing_folder_and_a_folder_are_the_users_mistakes(tmp_path):
    for path in (tmp_path / "absent" / "out", tmp_path):
        with pytest.raises(RaidlineError, match="cannot be written"):
            write_text(path, "new")
    assert list(tmp_path.iterdir()) == []


def names(folder):
    return sorted(found.name for found in folder.iterdir())


@pytest.mark.parametrize("write", [write_text, create_text])
def test_folder_and_file_are_on_the_disk_before_it_is_done(tmp_path, monkeypatch, write):
    synced, real = [], os.fsync

    def fsync(descriptor):
        real(descriptor)
        synced.append(stat.S_ISDIR(os.fstat(descriptor).st_mode))

    monkeypatch.setattr(os, "fsync", fsync)
    write(tmp_path / "out", "new")
    assert synced == [False, True] if os.name == "posix" else synced[:1] == [False]


def test_a_system_that_cannot_sync_folders(tmp_path, monkeypatch):
    real = os.open

    def refuse(path, *more, **options):
        if Path(path).is_dir():
            raise PermissionError(13, "Permission denied")
        return real(path, *more, **options)

    monkeypatch.setattr(os, "open", refuse)
    write_text(tmp_path / "out", "new")
    assert (tmp_path / "out").read_text() == "new"


@pytest.mark.parametrize("broken", [False, True])
def test_a_file_that_is_not_for_others_never_is_for_a_moment(tmp_path, broken):
    path = tmp_path / "secret"
    path.write_text("old")
    path.chmod(0o600)
    seen = []

    def chunks():
        yield b"new"
        seen.extend(stat.S_IMODE(found.stat().st_mode) for found in tmp_path.iterdir())
        if broken:
            raise ZeroDivisionError

    if broken:
        with pytest.raises(ZeroDivisionError):
            write_chunks(path, chunks())
    else:
        write_chunks(path, chunks())
    assert seen == [0o600, 0o600] or os.name != "posix"
    assert path.read_text() == ("old" if broken else "new")
    assert names(tmp_path) == ["secret"]


def test_the_mask_of_a_program_with_threads_is_never_touched(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "umask", None)
    write_text(tmp_path / "out", "new")
    write_text(tmp_path / "out", "newer")


def test_what_is_unfinished_says_so_and_is_read_by_nobody(tmp_path):
    seen = []

    def chunks():
        seen.extend(names(tmp_path))
        yield b"---\n"

    write_chunks(tmp_path / "events.yaml", chunks())
    [unfinished] = seen
    assert re.fullmatch(r"\.events\.yaml\.[0-9a-f]{16}\.raidline-unfinished", unfinished)
    (tmp_path / "events.yaml").rename(tmp_path / unfinished)
    for [none] in (event_files(tmp_path), article_files([tmp_path])):
        assert none.rule == "no-files"


@pytest.mark.parametrize("name", ["n" * 255, "ü" * 127, "雪" * 85, "😀" * 63])
def test_names_as_long_as_they_may_be(tmp_path, name):
    write_text(tmp_path / name, "new")
    write_text(tmp_path / name, "newer")
    assert names(tmp_path) == [name]


@pytest.mark.skipif(sys.platform != "linux", reason="bytes that are no text are a name on Linux only")
def test_a_name_that_is_no_text(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe\n.yaml"))
    write_text(path, "new")
    assert path.read_text() == "new"


@pytest.mark.skipif(os.name != "posix", reason="symbolic links need rights elsewhere")
def test_links(tmp_path):
    for name, target in {"a": "b", "b": "a", "dangling": "target", "up": "folder/../deep"}.items():
        (tmp_path / name).symlink_to(target)
    for name in ("a", "b"):
        with pytest.raises(RaidlineError, match="cannot be written: too many levels"):
            write_text(tmp_path / name, "new")
        with pytest.raises(RaidlineError, match="cannot be written: too many levels"), locked(tmp_path / name):
            pass
    write_text(tmp_path / "dangling", "new")
    assert (tmp_path / "target").read_text() == "new"
    assert (tmp_path / "dangling").is_symlink()
    assert not create_text(tmp_path / "dangling", "again")
    (tmp_path / "target").unlink()
    assert not create_text(tmp_path / "dangling", "again"), "nor through a link to nowhere"
    assert names(tmp_path) == ["a", "b", "dangling", "up"]


class TestFullDisk:
    def test_at_any_chunk(self, tmp_path):
        path = tmp_path / "out"
        path.write_text("old")
        code = f"""
import resource, sys
from pathlib import Path
from raidline.files.atomic import write_chunks
from raidline.errors import RaidlineError
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    write_chunks(Path({str(path)!r}), (b"x" * 1000 for _ in range(1000)))
except RaidlineError as error:
    sys.exit(str(error))
"""
        pytest.importorskip("resource")
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
        assert done.stderr == f"{path}: cannot be written: file too large\n"
        assert path.read_text() == "old"
        assert names(tmp_path) == ["out"]

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
    def test_a_device_that_is_full(self):
        with pytest.raises(RaidlineError, match="/dev/full: cannot be written: no space left on device"):
            write_text(Path("/dev/full"), "new")

    def test_when_a_new_file_is_made(self, tmp_path, monkeypatch):
        def fail(descriptor):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", fail)
        with pytest.raises(RaidlineError, match="no space left"):
            create_text(tmp_path / "out", "new")
        assert names(tmp_path) == []

    def test_when_a_lock_is_signed(self, tmp_path, monkeypatch):
        """A lock keeps others out also where it cannot say for whom."""

        def fail(self, text, **options):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(Path, "write_text", fail)
        with locked(tmp_path / "out"):
            assert names(tmp_path) == ["out.lock"]
            with pytest.raises(RaidlineError, match="changed by another process"), locked(tmp_path / "out", patience=0):
                pass
        assert names(tmp_path) == []


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions as POSIX has them")
@pytest.mark.parametrize(
    ("folder", "file", "message"), [(0o555, 0o666, "permission denied"), (0o777, 0o444, "it is read-only")]
)
def test_what_is_read_only_stays(folder, file, message):
    """In a process of somebody who is not root, for whom nothing is read-only."""
    with tempfile.TemporaryDirectory() as made:  # outside of pytest's, which nobody else may look into
        Path(made).chmod(0o755)
        inner = Path(made) / "inner"
        inner.mkdir()
        refused(inner, folder, file, message)


def refused(inner, folder, file, message):
    (inner / "out").write_text("old")
    code = """
import os, sys
from pathlib import Path
from raidline.files.atomic import write_text
from raidline.errors import RaidlineError
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
os.chdir(sys.argv[1])
try:
    write_text(Path("out"), "new")
except RaidlineError as error:
    sys.exit(str(error))
"""
    (inner / "out").chmod(file)
    inner.chmod(folder)
    try:
        done = subprocess.run([sys.executable, "-c", code, inner], capture_output=True, text=True, check=False)
    finally:
        inner.chmod(0o755)
    assert done.stderr == f"out: cannot be written: {message}\n"
    assert (inner / "out").read_text() == "old"
    assert names(inner) == ["out"]


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
@pytest.mark.parametrize("moment", ["before", "between", "synced"])
def test_ctrl_c_leaves_the_old_file_and_nothing_else(tmp_path, moment):
    path = tmp_path / "out"
    path.write_text("old")
    code = f"""
import os, signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background is started without one
from pathlib import Path
from raidline.files import atomic
def ctrl_c(*_):
    os.kill(os.getpid(), signal.SIGINT)
def chunks():
    if {moment!r} == "before":
        ctrl_c()
    yield b"new"
    if {moment!r} == "between":
        ctrl_c()
    yield b"er"
if {moment!r} == "synced":
    os.fsync = ctrl_c
atomic.write_chunks(Path({str(path)!r}), chunks())
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "KeyboardInterrupt" in done.stderr
    assert path.read_text() == "old"
    assert names(tmp_path) == ["out"]


def test_a_new_file_never_replaces_another(tmp_path):
    path = tmp_path / "out"
    assert create_text(path, "mine")
    assert not create_text(path, "yours")
    assert path.read_text() == "mine"
    assert names(tmp_path) == ["out"]


@pytest.mark.parametrize("error", [PermissionError(1, "Operation not permitted"), OSError(95, "Not supported")])
def test_a_new_file_where_there_are_no_hard_links(tmp_path, monkeypatch, error):
    def refuse(self, target):
        raise error

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    assert create_text(tmp_path / "out", "mine")
    assert not create_text(tmp_path / "out", "yours")
    assert (tmp_path / "out").read_text() == "mine"
    assert names(tmp_path) == ["out"]


class InUseError(PermissionError):
    winerror = 32


@pytest.mark.parametrize(("refusals", "told"), [(3, False), (1000, True)])
def test_a_file_that_another_program_has_open_on_windows(tmp_path, monkeypatch, refusals, told):
    path = tmp_path / "out"
    path.write_text("old")
    left, real = [refusals], Path.replace

    def replace(self, target):
        if left[0]:
            left[0] -= 1
            raise InUseError(13, "The process cannot access the file")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr("raidline.files.atomic._PAUSE", 0)
    if told:
        with pytest.raises(RaidlineError, match="the process cannot access the file"):
            write_text(path, "new")
    else:
        write_text(path, "new")
    assert path.read_text() == ("old" if told else "new")
    assert names(tmp_path) == ["out"]
