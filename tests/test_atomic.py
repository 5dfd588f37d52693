"""A file is replaced whole or not at all."""

from __future__ import annotations

import os
import stat

import pytest

from raidline.atomic import write_text
from raidline.errors import RaidlineError


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
