"""What every store must do with files that entries name by digest."""

import hashlib
from pathlib import Path

import pytest

from comity.record.errors import AttachmentDamaged, AttachmentNotHere, AttachmentTooLarge
from comity.store import attachments
from comity.store.attachments import FOLDER
from comity.store.backup import back_up, restore
from comity.store.home import Home
from comity.store.reading import AttachmentRow
from contracts.filling import fill, say, wording

AT, LATER, DAY_AFTER = "2026-11-22T01:14:00Z", "2026-11-22T09:00:00Z", "2026-11-23T01:14:01Z"
SCAN = b"%PDF-1.7 a scan"
DIGEST = hashlib.sha256(SCAN).hexdigest()


def content_of(home, digest):
    with home.attachments.open(digest) as file:
        return file.read()


def noted(home):
    with home.read() as reading:
        return reading.attachments()


def attach(party, *digests, label="green"):
    """A letter in the book of a simulated party that names files."""
    return say(party, "letter", {"subject": wording(en="Ferry"), "attachments": list(digests)}, label=label)


def erase(home, world, party, entry):
    """Enters the erasure of an entry and takes its body away."""
    say(party, "erasure", {"entry": [entry], "why": wording(en="x")})
    fill(home, world)
    with home.write(entering=False) as writing:
        writing.erase_body(entry)


class AttachmentsContract:
    def test_file_is_kept_once_under_its_digest(self, home, ferry):
        kept = [home.keep(SCAN, name="scan.pdf", at=AT), home.keep(SCAN, name="copy of scan.pdf", at=LATER)]
        assert (kept, home.attachments.digests(), content_of(home, DIGEST)) == ([DIGEST, DIGEST], [DIGEST], SCAN)
        assert noted(home) == {DIGEST: AttachmentRow(DIGEST, "scan.pdf", len(SCAN), LATER, "waiting")}
        attach(ferry.north, DIGEST)
        fill(home, ferry.world)
        assert noted(home)[DIGEST].state == "held"
        file = home.path / FOLDER / DIGEST
        assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)

    def test_notes_are_found_by_digest(self, home):
        other = home.keep(b"other", name="b.pdf", at=AT)
        home.keep(SCAN, name="a.pdf", at=AT)
        with home.read() as reading:
            assert set(reading.attachments([DIGEST, "0" * 64])) == {DIGEST}
            assert set(reading.attachments()) == {DIGEST, other}
            assert (reading.attachments([]), reading.about_home("home")) == ({}, home.identity)

    def test_file_that_is_too_large_is_refused_and_not_kept(self, home, monkeypatch):
        monkeypatch.setattr("comity.store.home.MOST_BYTES", 4)
        home.keep(b"1234", name="a.txt", at=AT)
        with pytest.raises(AttachmentTooLarge) as refused:
            home.keep(b"12345", name="b.txt", at=AT)
        assert refused.value.values == {"name": "b.txt", "size": 5, "limit": 4}
        assert (len(home.attachments.digests()), attachments.MOST_BYTES) == (1, 50_000_000)

    def test_file_that_is_not_here_or_damaged_is_refused(self, home):
        for digest in (DIGEST, "../record.sqlite", "0" * 63, ""):
            with pytest.raises(AttachmentNotHere):
                home.attachments.open(digest)
            assert home.attachments.holds(digest) is False
        home.keep(SCAN, name="scan.pdf", at=AT)
        (home.path / FOLDER / DIGEST).write_bytes(SCAN[:-1] + b"N")
        with pytest.raises(AttachmentDamaged):
            home.attachments.open(DIGEST)
        home.keep(SCAN, name="scan.pdf", at=AT)
        assert content_of(home, DIGEST) == SCAN

    def test_erasing_takes_away_what_nothing_names_any_more(self, home, ferry):
        own = home.keep(b"only of one", name="own.pdf", at=AT)
        home.keep(SCAN, name="scan.pdf", at=AT)
        first, second = attach(ferry.north, own, DIGEST), attach(ferry.north, DIGEST)
        fill(home, ferry.world)
        erase(home, ferry.world, ferry.north, first)
        assert (home.attachments.digests(), {row.state for row in noted(home).values()}) == ([DIGEST], {"held"})
        erase(home, ferry.world, ferry.north, second)
        assert (home.attachments.digests(), noted(home)) == ([], {})

    def test_file_that_a_partner_names_stays(self, home, ferry):
        theirs = attach(ferry.south, DIGEST)
        fill(home, ferry.world)
        home.keep(SCAN, name="scan.pdf", at=AT)
        own = attach(ferry.north, DIGEST)
        fill(home, ferry.world)
        erase(home, ferry.world, ferry.north, own)
        assert home.attachments.digests() == [DIGEST]
        with home.read() as reading:
            assert reading.entries_attaching(DIGEST) == (theirs,)

    def test_file_named_by_a_correction_stays_and_goes_with_it(self, home, ferry):
        letter = attach(ferry.north)
        home.keep(SCAN, name="scan.pdf", at=AT)
        correction = say(ferry.north, "correction", {"thing": [letter], "changes": {"attachments": [DIGEST]}})
        fill(home, ferry.world)
        erase(home, ferry.world, ferry.north, letter)
        assert home.attachments.digests() == [DIGEST]
        erase(home, ferry.world, ferry.north, correction)
        assert home.attachments.digests() == []

    def test_file_that_could_not_be_taken_away_goes_with_the_next_writing(self, home, ferry, monkeypatch):
        home.keep(SCAN, name="scan.pdf", at=AT)
        letter = attach(ferry.north, DIGEST)
        fill(home, ferry.world)
        with monkeypatch.context() as patched:
            patched.setattr(Path, "unlink", _refuse)
            erase(home, ferry.world, ferry.north, letter)
            assert noted(home)[DIGEST].state == "loose"
        with home.write(entering=False) as writing:
            assert writing.attachments() == {}
        assert home.attachments.digests() == []

    def test_file_no_entry_came_for_goes_a_day_later(self, home):
        home.keep(SCAN, name="scan.pdf", at=AT)
        other = home.keep(b"other", name="other.pdf", at=LATER)
        assert sorted(home.attachments.digests()) == sorted([DIGEST, other])
        last = home.keep(b"last", name="last.pdf", at=DAY_AFTER)
        assert sorted(home.attachments.digests()) == sorted([other, last])

    def test_file_an_entry_names_stays_however_long(self, home, ferry):
        home.keep(SCAN, name="scan.pdf", at=AT)
        attach(ferry.north, DIGEST)
        fill(home, ferry.world)
        home.keep(SCAN, name="scan.pdf", at=AT)
        home.keep(b"last", name="last.pdf", at=DAY_AFTER)
        assert (noted(home)[DIGEST].state, content_of(home, DIGEST)) == ("held", SCAN)

    def test_file_taken_away_is_overwritten_first(self, home):
        home.keep(SCAN, name="scan.pdf", at=AT)
        with (home.path / FOLDER / DIGEST).open("rb") as held:
            home.attachments.take_away(DIGEST)
            assert held.read() == b"\0" * len(SCAN)

    def test_backup_holds_the_files_and_restoring_brings_them(self, home, ferry, tmp_path):
        home.keep(SCAN, name="scan.pdf", at=AT)
        attach(ferry.north, DIGEST)
        fill(home, ferry.world)
        restored = restore(back_up(home, tmp_path / "backup"), tmp_path / "again", state_dir=tmp_path / "state")
        assert (content_of(restored, DIGEST), noted(restored)) == (SCAN, noted(home))
        restored.close()

    def test_copied_home_brings_its_files(self, home, tmp_path):
        home.keep(SCAN, name="scan.pdf", at=AT)
        self.copy(home, tmp_path / "copy")
        copied = Home.open(tmp_path / "copy", state_dir=tmp_path / "state")
        assert (content_of(copied, DIGEST), noted(copied)) == (SCAN, noted(home))


def _refuse(*_given, **_named):
    raise OSError(5, "Input/output error")
