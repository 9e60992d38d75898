"""What a home says when it is not what it should be, and what its files hold."""

import sqlite3
import threading
from pathlib import Path

import pytest

import comity.store
from comity.record.errors import HomeBusy, HomeDamaged, NewerHome
from comity.store.connections import FILE, FORMAT
from comity.store.home import Home, default_state_dir
from comity.store.queries import every_query, schema
from contracts.filling import enter_book, fill, named_party, say, wording
from contracts.notes_contract import DOCUMENT, DRAFT
from simulator import World


@pytest.fixture
def home(tmp_path):
    return Home.create(tmp_path / "home", state_dir=tmp_path / "state")


@pytest.fixture
def world():
    world = World()
    say(named_party(world, "north"), "undertaking", {"title": wording(en="Reopen the ferry")})
    return world


def _run(home, *statements):
    home.close()
    db = sqlite3.connect(home.path / FILE, isolation_level=None)
    found = [db.execute(statement).fetchone() for statement in statements]
    db.close()
    return found


def test_file_is_set_up_as_decided(home):
    names = ("page_size", "journal_mode", "user_version")
    assert _run(home, *(f"PRAGMA {name}" for name in names)) == [(16384,), ("wal",), (FORMAT,)]
    with home.read() as reading:
        settings = {
            name: reading._db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("synchronous", "secure_delete", "foreign_keys")
        }
    assert settings == {"synchronous": 2, "secure_delete": 1, "foreign_keys": 1}
    assert sorted(path.name for path in home.path.iterdir()) == ["keys", FILE, f"{FILE}-shm", f"{FILE}-wal"]
    assert "WITHOUT ROWID" not in schema().upper()


def test_newer_home_is_refused(home, tmp_path):
    _run(home, f"PRAGMA user_version = {FORMAT + 1}")
    with pytest.raises(NewerHome, match=f"{FORMAT + 1}; this one knows {FORMAT}"):
        Home.open(home.path, state_dir=tmp_path / "state")


@pytest.mark.parametrize("content", [b"", b"not a database" * 1000])
def test_file_that_is_none_of_ours_is_refused(home, tmp_path, content):
    home.close()
    (home.path / FILE).write_bytes(content)
    with pytest.raises(HomeDamaged):
        Home.open(home.path, state_dir=tmp_path / "state")


def test_file_of_another_program_is_refused(home, tmp_path):
    _run(home, "PRAGMA application_id = 1")
    with pytest.raises(HomeDamaged):
        Home.open(home.path, state_dir=tmp_path / "state")


def test_damage_inside_is_said(home, world, tmp_path):
    fill(home, world)
    home.close()
    raw = bytearray((home.path / FILE).read_bytes())
    raw[16384 : 16384 * 20] = b"\xff" * (16384 * 19)
    (home.path / FILE).write_bytes(raw)
    with pytest.raises(HomeDamaged):
        _read_all(Home.open(home.path, state_dir=tmp_path / "state"))


def test_second_writer_waits_and_then_says_so(home, world, monkeypatch, tmp_path):
    monkeypatch.setattr("comity.store.connections.PATIENCE_SECONDS", 0.1)
    other = Home.open(home.path, state_dir=tmp_path / "state")
    with home.write() as writing:
        enter_book(writing, world.parties["north"], 2)
        with pytest.raises(HomeBusy):
            fill(other, world)
    fill(other, world)


def test_second_writer_gets_its_turn(home, world, tmp_path):
    other, done = Home.open(home.path, state_dir=tmp_path / "state"), []

    def _wait_and_write():
        fill(other, world)
        done.append(True)

    waiting = threading.Thread(target=_wait_and_write)
    with home.write(entering=False) as writing:
        waiting.start()
        waiting.join(0.2)
        assert done == []
        writing.put_document(DOCUMENT)
    waiting.join(10)
    assert done == [True]


def test_erased_bytes_stand_in_no_file(home, world):
    north = world.parties["north"]
    secret = say(north, "undertaking", {"title": wording(en="Name of Quynhmaiperson", vi="Tên Quỳnhmaingười")})
    say(north, "progress", {"undertaking": [secret], "owner": [north.id], "state": "done", "word": "own"})
    for number in range(30):
        say(north, "undertaking", {"title": wording(en=f"Paper {number}")})
    fill(home, world)
    with home.write(entering=False) as writing:
        writing.put_document(DOCUMENT)
        writing.add_drafts([DRAFT])
    assert _files_with(home, b"uynhmai", "ỳnhmai".encode(), DOCUMENT.raw) == [True, True, True]
    with home.write() as writing:
        writing.erase_body(secret)
        writing.erase_document(DOCUMENT.digest)
    assert _files_with(home, b"uynhmai", "ỳnhmai".encode(), DOCUMENT.raw, DRAFT.rule.encode()) == [False] * 4
    with home.read() as reading:
        report = reading.rebuild()
        assert (report.differing, report.damaged, reading.search("Quynhmaiperson")) == ((), (), [])


def test_erased_bytes_go_once_nobody_reads_them(home, world, monkeypatch):
    monkeypatch.setattr("comity.store.home.SCRUB_PATIENCE_MS", 1)
    fill(home, world)
    with home.write(entering=False) as writing:
        writing.put_document(DOCUMENT)
    with home.read():
        with home.write(entering=False) as writing:
            writing.erase_document(DOCUMENT.digest)
        assert _files_with(home, DOCUMENT.raw) == [True]
    with home.write(entering=False) as writing:
        writing.name("ferry", world.parties["north"].book[1].id)
    assert _files_with(home, DOCUMENT.raw) == [False]


def test_state_folder_follows_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert default_state_dir() == tmp_path / "comity"
    for unset in ("", "relative/place"):
        monkeypatch.setenv("XDG_STATE_HOME", unset)
        monkeypatch.setenv("HOME", str(tmp_path))
        assert default_state_dir() == tmp_path / ".local/state/comity"


def test_every_query_stands_once_and_is_used(home):
    with home.read() as reading:
        for name, sql in every_query().items():
            reading._db.execute(f"EXPLAIN {sql}", _Anything())
            assert name.islower()
    folder = Path(comity.store.__path__[0])
    code = "".join(file.read_text(encoding="utf-8") for file in folder.glob("*.py"))
    built = {name for name in every_query() if name.startswith("newer_")}
    assert {name for name in every_query().keys() - built if f'"{name}"' not in code} == set()


def test_party_named_ten_thousand_times_is_not_read_ten_thousand_times(home):
    with home.read() as reading:
        values = {"id": "a5" * 32, "ways": '[["correction","thing"]]'}
        plan = reading._db.execute(f"EXPLAIN QUERY PLAN {every_query()['entries_naming_as']}", values).fetchall()
    assert "reference_by_target (target=? AND kind=? AND role=?)" in str(plan)


class _Anything(dict):
    def __missing__(self, _):
        return 1


def _read_all(home):
    with home.read() as reading:
        reading.rebuild()
        reading.search("ferry")


def _files_with(home, *words):
    content = b"".join(file.read_bytes() for file in sorted(home.path.glob("record.sqlite*")) if not file.name.endswith("-shm"))
    return [word in content for word in words]
