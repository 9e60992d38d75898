"""A full or read-only disk: a clear refusal, nothing kept in part, and all goes on once there is room again."""

import pytest

from comity.record.errors import DiskFailed, DiskFull, DiskReadOnly, HeadsNotKept
from comity.store.backup import back_up, restore
from comity.store.home import Home
from contracts.filling import entries_of, fill, named_party, say, wording, written_of
from contracts.notes_contract import DOCUMENT
from simulator import World
from store.disks import full, read_only, small_disk


@pytest.fixture
def world():
    world = World()
    for name in ("north", "south"):
        say(named_party(world, name), "undertaking", {"title": wording(en="Reopen the ferry")})
    return world


@pytest.fixture
def disk(tmp_path):
    with small_disk(tmp_path / "disk", kib=4_096) as mounted:
        yield tmp_path / "disk", mounted


def _refusals(mounted):
    # Where no disk can be mounted a limit on the size of files stands in for a full one.
    return DiskFull if mounted else (DiskFull, DiskFailed)


def _holds(home, world, name):
    with home.read() as reading:
        party = world.parties[name]
        report = reading.rebuild()
        return (entries_of(reading, party) == written_of(party), report.differing, report.damaged) == (True, (), ())


def test_full_disk_is_refused_and_nothing_kept(disk, tmp_path, world):
    folder, mounted = disk
    home = Home.create(folder / "home", state_dir=tmp_path / "state")
    fill(home, world, sizes={"north": 2})
    with full(folder, mounted=mounted), pytest.raises(_refusals(mounted)) as refused:
        fill(home, world)
    assert "Nothing was entered" in str(refused.value)
    with home.read() as reading:
        assert [book.party for book in reading.books()] == [world.parties["north"].id]
    assert _holds(home, world, "north")
    fill(home, world)
    assert _holds(home, world, "south")


def test_disk_that_fills_up_loses_nothing_acknowledged(disk, tmp_path, world):
    folder, mounted = disk
    home, north = Home.create(folder / "home", state_dir=tmp_path / "state"), world.parties["north"]
    size, refusals = 2, []
    fill(home, world, sizes={"north": size})
    # Without a disk of its own there is no end to it: then one refusal under a limit must do.
    for number in range(400 if mounted else 5):
        say(north, "undertaking", {"title": wording(en=f"Paper {number} " + "ferry " * 3_000)})
        try:
            fill(home, world, sizes={"north": size + 1})
            size += 1
        except DiskFull as refusal:
            refusals.append(refusal.code)
            break
    del north.book[size:]
    assert refusals == (["disk_full"] if mounted else [])
    assert _holds(home, world, "north")
    home.close()
    assert _holds(Home.open(home.path, state_dir=tmp_path / "state"), world, "north")


def test_full_disk_for_the_heads_is_refused_before_anything_is_entered(disk, tmp_path, world):
    folder, mounted = disk
    home = Home.create(tmp_path / "home", state_dir=folder / "state")
    fill(home, world, sizes={"north": 2})
    with full(folder, mounted=mounted), pytest.raises(_refusals(mounted)):
        fill(home, world)
    assert (_holds(home, world, "north"), home.is_copied()) == (True, False)
    fill(home, world)
    assert _holds(home, world, "south")


def test_heads_that_cannot_take_their_place_are_told_apart(tmp_path, world, monkeypatch):
    home = Home.create(tmp_path / "home", state_dir=tmp_path / "state")
    fill(home, world, sizes={"north": 2})

    def _gone(*_):
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as broken:
        broken.setattr("comity.store.heads.sync_folder", _gone)
        with pytest.raises(HeadsNotKept, match="It was entered and is safe"):
            fill(home, world)
    assert (_holds(home, world, "south"), home.is_copied()) == (True, False)


def test_read_only_disk_is_refused_and_can_be_read(disk, tmp_path, world):
    folder, mounted = disk
    home = Home.create(folder / "home", state_dir=tmp_path / "state")
    fill(home, world, sizes={"north": 2})
    home.close()
    with read_only(folder, mounted=mounted):
        stuck = Home.open(folder / "home", state_dir=tmp_path / "state")
        assert _holds(stuck, world, "north")
        for write in (lambda: fill(stuck, world), lambda: _note(stuck), lambda: stuck.keys.new()):
            with pytest.raises(DiskReadOnly):
                write()
        with pytest.raises(DiskReadOnly):
            Home.create(folder / "second", state_dir=tmp_path / "state")
        with pytest.raises(DiskReadOnly):
            back_up(stuck, folder / "backup.tar")
        file = back_up(stuck, tmp_path / "backup.tar")
        with pytest.raises(DiskReadOnly):
            restore(file, folder / "third", state_dir=tmp_path / "state")
        stuck.close()
    again = Home.open(folder / "home", state_dir=tmp_path / "state")
    fill(again, world)
    assert _holds(again, world, "south")


def test_disk_that_turns_read_only_under_an_open_home_is_refused(disk, tmp_path, world):
    folder, mounted = disk
    home = Home.create(folder / "home", state_dir=tmp_path / "state")
    fill(home, world, sizes={"north": 2})
    home.close()
    with read_only(folder, mounted=mounted), pytest.raises(DiskReadOnly):
        fill(home, world)
    fill(home, world)
    assert _holds(home, world, "south")


def test_full_disk_takes_no_new_home_and_no_backup(disk, tmp_path, world):
    folder, mounted = disk
    home = Home.create(tmp_path / "home", state_dir=tmp_path / "state")
    fill(home, world)
    with full(folder, mounted=mounted):
        with pytest.raises(_refusals(mounted)):
            Home.create(folder / "home", state_dir=tmp_path / "state")
        with pytest.raises(_refusals(mounted)):
            back_up(home, folder / "backup.tar")
    assert list(folder.iterdir()) == []


def _note(home):
    with home.write(entering=False) as writing:
        writing.put_document(DOCUMENT)
