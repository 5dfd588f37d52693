"""File systems that lack something, simulated: what every command leaves there is what it leaves elsewhere."""

from __future__ import annotations

import builtins
import errno
import io
import os
import stat
from pathlib import Path

import pytest

from raidline.dates.value import Edtf
from samples import EVENTS

SECOND = EVENTS.replace("id: sweep", "id: Sweep").replace("id: policy", "id: policy-2")
WRITERS = {
    "fmt": ("fmt",),
    "check": ("check",),
    "show": ("show",),
    "export": ("export", "-o", "out.html"),
    "export again": ("export", "-o", "out.html"),
    "sqlite": ("export", "-o", "out.sqlite"),
    "extract": ("extract", "data/articles", "-o", "found.yaml"),
    "review": ("review", "candidates.yaml", "--accept-salience", "0", "--batch"),
    "import": ("import", "raids.csv", "-o", "imported.yaml"),
    "publish": ("publish", "site"),
    "publish again": ("publish", "site"),
    "init": ("init", "new"),
}
NOW = Edtf.parse("2031-05-09T10:00:00Z")


def refuse(*codes):
    """A call that fails with each of the codes in turn."""
    turns = [0]

    def call(*_, **__):
        turns[0] += 1
        code = codes[turns[0] % len(codes)]
        raise OSError(code, os.strerror(code))

    return call


def no_hard_links(patch):
    patch.setattr(os, "link", refuse(errno.EPERM, errno.ENOTSUP, errno.ENOSYS))


def no_flushing(patch):
    patch.setattr(os, "fsync", refuse(errno.EINVAL, errno.ENOSYS, errno.ENOTSUP))


def no_flushing_of_folders(patch):
    real = os.fsync

    def fsync(descriptor):
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        real(descriptor)

    patch.setattr(os, "fsync", fsync)


def no_opening_of_folders(patch):
    real = os.open

    here = os.fspath(Path.cwd())

    def opened(path, flags, *more, **named):
        if os.path.isdir(path) and os.path.abspath(path).startswith(here):  # noqa: PTH100, PTH112 - no file is asked for
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return real(path, flags, *more, **named)

    patch.setattr(os, "open", opened)


def no_locks(patch):
    fcntl = pytest.importorskip("fcntl")
    for name in ("flock", "lockf"):
        patch.setattr(fcntl, name, refuse(errno.ENOTSUP, errno.ENOLCK, errno.EINVAL, errno.ENOSYS))


def no_rights(patch):
    """All files have the same rights and owner, as on FAT."""
    patch.setattr(os, "chmod", refuse(errno.EPERM, errno.ENOTSUP))
    patch.setattr(os, "chown", refuse(errno.EPERM, errno.ENOSYS), raising=False)


def no_refusal_of_links(patch):
    patch.delattr(os, "O_NOFOLLOW", raising=False)
    patch.setattr("raidline.cache.location._NO_LINK", 0)


def coarse_times(patch):
    """Times of two seconds, and no number that tells a file from the one that took its place."""
    real = {name: getattr(os, name) for name in ("stat", "lstat", "fstat")}

    def coarse(found):
        parts = list(found)
        parts[1] = 0
        parts[7:10] = (int(moment) // 2 * 2 for moment in parts[7:10])
        nanoseconds = {
            f"st_{name}_ns": part * 10**9 for name, part in zip(("atime", "mtime", "ctime"), parts[7:10], strict=True)
        }
        return os.stat_result(parts, nanoseconds | {"st_blksize": 4096, "st_blocks": 8})

    for name, call in real.items():
        patch.setattr(os, name, lambda *given, call=call, **named: coarse(call(*given, **named)))


def no_casing(patch):
    """Names in any casing are one: whatever is named is found under the name that is there."""

    def there(path):
        if not isinstance(path, str | os.PathLike) or os.fspath(path) in ("", "/", "."):
            return path
        head, name = os.path.split(os.fspath(path))
        head = there(head) if head else head
        try:
            names = listed(head or ".")
        except OSError:
            return os.path.join(head, name)  # noqa: PTH118 - as it came
        return os.path.join(head, next((one for one in names if one.lower() == name.lower()), name))  # noqa: PTH118

    listed = os.listdir
    for name in (
        "open",
        "stat",
        "lstat",
        "mkdir",
        "rmdir",
        "unlink",
        "remove",
        "readlink",
        "chmod",
        "access",
        "scandir",
    ):
        real = getattr(os, name)
        patch.setattr(os, name, lambda path=".", *more, real=real, **named: real(there(path), *more, **named))
    for name in ("rename", "replace", "link"):
        real = getattr(os, name)

        def two(one, other, *more, real=real, **named):
            target = there(other)
            real(there(one), target, *more, **named)

        patch.setattr(os, name, two)
    real_open = io.open

    def opened(file, *more, **named):
        return real_open(there(file) if isinstance(file, str | os.PathLike) else file, *more, **named)

    patch.setattr(io, "open", opened)
    patch.setattr(builtins, "open", opened)


WORLDS = {
    one.__name__: one
    for one in (
        no_hard_links,
        no_flushing,
        no_flushing_of_folders,
        no_opening_of_folders,
        no_locks,
        no_rights,
        no_refusal_of_links,
        coarse_times,
        no_casing,
    )
}


def left_by(folder, run, monkeypatch, world=None):
    """The exit codes of all commands one after the other, and the files that they leave."""
    (folder / "data" / "events.yaml").write_text(EVENTS)
    (folder / "candidates.yaml").write_text(SECOND)
    (folder / "raids.csv").write_text("Date,Title,Place\n2017-02-05,Raid,Texas\n")
    codes = {}
    monkeypatch.setattr("raidline.cli.clock.now", lambda: NOW)
    monkeypatch.setattr("raidline.cli.reviewer.now", lambda: NOW)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    with pytest.MonkeyPatch.context() as patch:
        if world:
            WORLDS[world](patch)
        for name, arguments in WRITERS.items():
            code, _, err = run(*arguments)
            assert "Traceback" not in err
            assert "Warning" not in err
            codes[name] = code
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    return codes, {name: path.read_bytes() for name, path in files.items()}


@pytest.fixture(scope="module")
def usual():
    return {}


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("world", [None, *WORLDS])
def test_commands_leave_what_they_leave_elsewhere(world, folder, run, monkeypatch, usual):
    found = left_by(folder, run, monkeypatch, world)
    if world is None:
        usual["left"] = found
        assert set(found[0].values()) <= {0, 1}
        assert "site/index.html" in found[1]
        assert not [name for name in found[1] if "unfinished" in name or name.endswith((".lock", ".partial"))]
    codes, files = usual["left"]
    assert found[0] == codes
    assert sorted(found[1]) == sorted(files)
    assert [name for name in files if files[name] != found[1][name]] == []


def read_only(patch, folder):
    real = {name: getattr(os, name) for name in ("open", "mkdir", "replace", "rename", "unlink", "link")}

    def closed(path):
        return str(path).startswith(str(folder)) or not os.path.isabs(path)  # noqa: PTH117 - whatever it is

    def opened(path, flags, *more, **named):
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) and closed(path):
            raise OSError(errno.EROFS, "Read-only file system", str(path))
        return real["open"](path, flags, *more, **named)

    def changing(name):
        def change(path, *more, **named):
            if closed(path):
                raise OSError(errno.EROFS, "Read-only file system", str(path))
            return real[name](path, *more, **named)

        return change

    patch.setattr(os, "open", opened)
    for name in ("mkdir", "replace", "rename", "unlink", "link"):
        patch.setattr(os, name, changing(name))
    real_open = io.open

    def io_opened(file, mode="r", *more, **named):
        if set(mode) & set("wxa+") and isinstance(file, str | os.PathLike) and closed(file):
            raise OSError(errno.EROFS, "Read-only file system", str(file))
        return real_open(file, mode, *more, **named)

    patch.setattr(io, "open", io_opened)


@pytest.mark.parametrize("name", WRITERS)
def test_a_read_only_folder_is_one_line(name, folder, run):
    (folder / "data" / "events.yaml").write_text(EVENTS + "\n\n")
    (folder / "candidates.yaml").write_text(SECOND)
    (folder / "raids.csv").write_text("Date,Title,Place\n2017-02-05,Raid,Texas\n")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with pytest.MonkeyPatch.context() as patch:
        read_only(patch, folder)
        code, _, err = run(*WRITERS[name])
    assert "Traceback" not in err
    if name in ("check", "show"):
        assert code in (0, 1)
    else:
        assert code == 2
        assert err.count("\n") <= 3
        assert "read-only file system" in err
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
