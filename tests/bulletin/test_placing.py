"""Files come whole, only where changed, and go when they are no longer published, wherever the building stops."""

import os
import signal
import subprocess
import sys
import time

import pytest

from comity.bulletin import placing
from comity.bulletin.placing import HALF, MANIFEST, Placed, Planned, about_of, place
from comity.record.errors import FileThere

OLD = {"index.html": b"old front", "vi/a.html": b"old a", "vi/gone.html": b"to be taken back", "en/b.html": b"the same"}
NEW = {"index.html": b"new front", "vi/a.html": b"new a", "en/b.html": b"the same", "zh-Hans/c.html": b"new c"}


def plan(files):
    return [Planned(path, content.decode(), lambda content=content: content) for path, content in files.items()]


def build(folder, files, about=None):
    return place(folder, plan(files), about=about or {})


def held(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MANIFEST and HALF not in path.parts
    }


def test_only_what_changed_is_made_and_written(tmp_path):
    assert build(tmp_path, OLD) == Placed(4, 0, 0)
    before = (tmp_path / "en/b.html").stat().st_ino
    assert build(tmp_path, OLD) == Placed(0, 4, 0)
    assert build(tmp_path, NEW) == Placed(3, 1, 1)
    assert (held(tmp_path), (tmp_path / "en/b.html").stat().st_ino) == (NEW, before)


def test_a_file_that_was_changed_or_lost_is_put_right(tmp_path):
    build(tmp_path, NEW)
    (tmp_path / "index.html").write_bytes(b"half a")
    (tmp_path / "vi/a.html").unlink()
    assert build(tmp_path, NEW) == Placed(2, 2, 0)
    assert held(tmp_path) == NEW


def test_nobody_elses_file_is_touched(tmp_path):
    (tmp_path / "vi").mkdir()
    (tmp_path / "vi/own.html").write_bytes(b"mine")
    build(tmp_path, OLD)
    build(tmp_path, {})
    assert held(tmp_path) == {"vi/own.html": b"mine"}
    (tmp_path / "index.html").write_bytes(b"mine too")
    with pytest.raises(FileThere):
        build(tmp_path, NEW)
    assert held(tmp_path) == {"vi/own.html": b"mine", "index.html": b"mine too"}


@pytest.mark.parametrize("content", [b"{}", b"not json", b"[]"])
def test_a_manifest_of_something_else_is_left_alone(tmp_path, content):
    (tmp_path / MANIFEST).write_bytes(content)
    with pytest.raises(FileThere):
        build(tmp_path, NEW)
    assert (tmp_path / MANIFEST).read_bytes() == content


def test_the_address_is_kept(tmp_path):
    assert about_of(tmp_path).get("address", "") == ""
    build(tmp_path, NEW, {"address": "https://example.org/"})
    assert about_of(tmp_path).get("address", "") == "https://example.org/"


class Stopped(Exception):
    pass


@pytest.mark.parametrize("steps", range(14))
def test_wherever_it_stops_every_file_is_the_old_or_the_new_one(tmp_path, monkeypatch, steps):
    build(tmp_path, OLD)
    left = iter(range(steps))

    def stopping(function):
        def stop(*given, **more):
            if next(left, None) is None:
                raise Stopped
            return function(*given, **more)

        return stop

    with monkeypatch.context() as patch:
        patch.setattr(placing.os, "replace", stopping(os.replace))
        patch.setattr(placing.Path, "unlink", stopping(placing.Path.unlink))
        patch.setattr(placing, "sync_folder", stopping(placing.sync_folder))
        try:
            build(tmp_path, NEW)
        except Stopped:
            found = held(tmp_path)
            assert all(content in (OLD.get(path), NEW.get(path)) for path, content in found.items() if path[0] != ".")
            assert set(found) >= OLD.keys() & NEW.keys()
    build(tmp_path, {**NEW, "vi/a.html": b"newer a"})
    assert held(tmp_path) == {**NEW, "vi/a.html": b"newer a"}
    build(tmp_path, {})
    assert held(tmp_path) == {}


KILLED = """
import sys
from pathlib import Path
from comity.bulletin.placing import Planned, place
from itertools import count
for turn in count():
    made = f"turn {turn} ".encode() * 20_000
    place(Path(sys.argv[1]), [Planned(f"p{n}.html", str(turn), lambda: made) for n in range(30)], about={})
    print(turn, flush=True)
"""


def test_killed_in_the_middle_no_page_is_half(tmp_path):
    running = subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path)], stdout=subprocess.PIPE)
    running.stdout.readline()
    time.sleep(0.05)
    running.send_signal(signal.SIGKILL)
    running.communicate()
    for path in tmp_path.glob("p*.html"):
        words = path.read_bytes().split()
        assert (len(words), len(set(words[1::2]))) == (40_000, 1), path
