"""What every store must do when two want to write, and when a home is not the one it was."""

import threading

import pytest

from comity.record.errors import FileMissing, HomeExists, HomeWasCopied, NoHome, NotABackup
from comity.store.backup import back_up, restore
from contracts.filling import enter_book, entries_of, fill, written_of
from contracts.notes_contract import DOCUMENT


class CopiesContract:
    def test_home_is_made_in_an_empty_place_only(self, tmp_path):
        (tmp_path / "full").mkdir()
        (tmp_path / "full" / "file").write_text("x")
        (tmp_path / "empty").mkdir()
        for taken in (tmp_path / "full", tmp_path / "full" / "file"):
            with pytest.raises(HomeExists):
                self.create(taken, tmp_path / "state")
        home = self.create(tmp_path / "empty", tmp_path / "state")
        with pytest.raises(HomeExists):
            self.create(home.path, tmp_path / "state")
        assert (home.path.stat().st_mode & 0o777, (home.path / "keys").stat().st_mode & 0o777) == (0o700, 0o700)

    def test_home_that_is_not_there_is_refused(self, tmp_path):
        with pytest.raises(NoHome):
            self.open(tmp_path / "none", tmp_path / "state")

    def test_opened_again_holds_the_same(self, home, ferry, tmp_path):
        fill(home, ferry.world)
        home.close()
        again = self.open(home.path, tmp_path / "state")
        with again.read() as reading:
            assert entries_of(reading, ferry.north) == written_of(ferry.north)
        assert (again.identity, again.is_copied(), again.lost_heads()) == (home.identity, False, ())

    def test_writers_take_turns(self, home, ferry, tmp_path):
        north = ferry.north
        fill(home, ferry.world)
        failures = []

        def write(number):
            other = self.open(home.path, tmp_path / "state")
            try:
                for turn in range(5):
                    with other.write(entering=False) as writing:
                        names = writing.short_names()
                        writing.name(f"{len(names):03d} by {number} in turn {turn}", north.id)
            except Exception as problem:
                failures.append(problem)

        threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        with home.read() as reading:
            numbers = [int(name[:3]) for name in reading.short_names()]
        assert (failures, numbers) == ([], list(range(20)))

    def test_copied_home_enters_nothing(self, home, ferry, tmp_path):
        fill(home, ferry.world, sizes={"north": 2})
        self.copy(home, tmp_path / "copy")
        copied = self.open(tmp_path / "copy", tmp_path / "state")
        with pytest.raises(HomeWasCopied):
            fill(copied, ferry.world)
        assert (copied.is_copied(), home.is_copied()) == (True, False)
        with copied.write(entering=False) as writing:
            writing.put_document(DOCUMENT)
            writing.name("ferry", ferry.paper)
        with copied.read() as reading:
            assert (reading.documents(), reading.book(ferry.north.id).size) == ((DOCUMENT,), 2)
        fill(home, ferry.world)

    def test_copied_home_says_so_before_anything_is_done(self, home, ferry, tmp_path):
        fill(home, ferry.world)
        self.copy(home, tmp_path / "copy")
        reached = []
        with pytest.raises(HomeWasCopied), self.open(tmp_path / "copy", tmp_path / "state").write():
            reached.append(True)
        assert reached == []

    def test_moved_home_enters_nothing_until_resumed(self, home, ferry, tmp_path):
        fill(home, ferry.world, sizes={"north": 2})
        home.close()
        moved = self.open(home.path.rename(tmp_path / "moved"), tmp_path / "state")
        with pytest.raises(HomeWasCopied):
            fill(moved, ferry.world)
        moved.resume()
        fill(moved, ferry.world)
        assert (moved.is_copied(), moved.lost_heads()) == (False, ())

    def test_home_on_a_machine_that_does_not_know_it_enters_nothing(self, home, ferry, tmp_path):
        fill(home, ferry.world, sizes={"north": 2})
        home.close()
        stranger = self.open(home.path, tmp_path / "another state")
        with pytest.raises(HomeWasCopied):
            fill(stranger, ferry.world)
        stranger.resume()
        fill(stranger, ferry.world)

    def test_home_without_books_may_be_moved(self, home, ferry, tmp_path):
        home.close()
        moved = self.open(home.path.rename(tmp_path / "moved"), tmp_path / "state")
        fill(moved, ferry.world)
        assert moved.is_copied() is False

    def test_home_put_back_to_an_older_copy_is_found_out(self, home, ferry, tmp_path):
        fill(home, ferry.world, sizes={"north": 2})
        self.copy(home, tmp_path / "copy")
        fill(home, ferry.world)
        home.close()
        home.path.rename(tmp_path / "lost")
        old = self.open((tmp_path / "copy").rename(home.path), tmp_path / "state")
        with pytest.raises(HomeWasCopied):
            fill(old, ferry.world)
        old.resume()
        lost = {(party.id, len(party.book), party.root()) for party in (ferry.north, ferry.south)}
        assert set(old.lost_heads()) == lost
        old.resume()
        fill(old, ferry.world)
        assert set(old.lost_heads()) == lost

    def test_home_emptied_behind_its_heads_is_found_out(self, home, ferry, tmp_path):
        self.copy(home, tmp_path / "copy")
        fill(home, ferry.world)
        home.close()
        home.path.rename(tmp_path / "lost")
        assert self.open((tmp_path / "copy").rename(home.path), tmp_path / "state").is_copied() is True

    def test_other_history_of_the_same_length_is_found_out(self, home, ferry, tmp_path):
        fill(home, ferry.world, sizes={"north": 2})
        self.copy(home, tmp_path / "copy")
        fill(home, ferry.world, sizes={"north": 3})
        ferry.north.fork(2)
        ferry.north.item([ferry.north])
        other = self.open(tmp_path / "copy", tmp_path / "another state")
        other.resume()
        fill(other, ferry.world, sizes={"north": 3})
        other.close()
        home.close()
        home.path.rename(tmp_path / "lost")
        assert self.open((tmp_path / "copy").rename(home.path), tmp_path / "state").is_copied() is True

    def test_home_ahead_of_its_heads_goes_on(self, home, ferry, tmp_path):
        fill(home, ferry.world, sizes={"north": 2})
        state = tmp_path / "state" / f"{home.identity}.json"
        before = state.read_bytes()
        fill(home, ferry.world)
        state.write_bytes(before)
        assert home.is_copied() is False
        ferry.north.item([ferry.north])
        fill(home, ferry.world)
        assert state.read_bytes() != before

    def test_backup_restores_everything_and_waits_to_be_resumed(self, home, ferry, tmp_path):
        key = home.keys.new()
        fill(home, ferry.world)
        with home.write(entering=False) as writing:
            writing.put_document(DOCUMENT)
        file = back_up(home, tmp_path / "backup.tar")
        assert file.stat().st_mode & 0o777 == 0o600
        home.close()
        home.path.rename(tmp_path / "lost")
        restored = restore(file, home.path, state_dir=tmp_path / "state")
        with restored.read() as reading:
            assert entries_of(reading, ferry.north) == written_of(ferry.north)
            assert (reading.documents(), reading.rebuild().differing) == ((DOCUMENT,), ())
        public = key.public_key().public_bytes_raw().hex()
        assert restored.keys.private(public).private_bytes_raw() == key.private_bytes_raw()
        ferry.north.item([ferry.north])
        with pytest.raises(HomeWasCopied):
            fill(restored, ferry.world)
        restored.resume()
        fill(restored, ferry.world)
        assert restored.lost_heads() == ()

    def test_old_backup_restored_names_what_was_lost(self, home, ferry, tmp_path):
        fill(home, ferry.world, sizes={"north": 2})
        back_up(home, tmp_path / "backup.tar")
        fill(home, ferry.world, sizes={"north": 3})
        restored = restore(tmp_path / "backup.tar", tmp_path / "restored", state_dir=tmp_path / "state")
        restored.resume()
        assert restored.lost_heads() == ((ferry.north.id, 3, ferry.north.root(3)),)
        with pytest.raises(HomeWasCopied):
            fill(home, ferry.world)

    def test_backup_can_be_made_while_somebody_writes(self, home, ferry, tmp_path):
        fill(home, ferry.world, sizes={"north": 2})
        with home.write() as writing:
            enter_book(writing, ferry.north, 3)
            back_up(home, tmp_path / "backup.tar")
        restored = restore(tmp_path / "backup.tar", tmp_path / "restored", state_dir=tmp_path / "state")
        with restored.read() as reading:
            assert reading.book(ferry.north.id).size == 2

    def test_backup_and_restore_overwrite_nothing(self, home, tmp_path):
        back_up(home, tmp_path / "backup.tar")
        before = (tmp_path / "backup.tar").read_bytes()
        with pytest.raises(HomeExists):
            back_up(home, tmp_path / "backup.tar")
        with pytest.raises(HomeExists):
            restore(tmp_path / "backup.tar", home.path, state_dir=tmp_path / "state")
        assert (tmp_path / "backup.tar").read_bytes() == before
        assert sorted(path.name for path in tmp_path.iterdir()) == ["backup.tar", "home", "state"]

    def test_what_is_no_backup_is_refused(self, home, tmp_path):
        (tmp_path / "text.tar").write_bytes(b"no archive")
        cut = back_up(home, tmp_path / "backup.tar").read_bytes()[:20_000]
        (tmp_path / "cut.tar").write_bytes(cut)
        for name, refusal in [("text.tar", NotABackup), ("cut.tar", NotABackup), ("none.tar", FileMissing)]:
            with pytest.raises(refusal):
                restore(tmp_path / name, tmp_path / "restored", state_dir=tmp_path / "state")
        assert not (tmp_path / "restored").exists()
