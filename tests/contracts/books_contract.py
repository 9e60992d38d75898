"""What every store must hold of books: order, wholeness, nothing kept in part, nothing changed after."""

import pytest

from comity.record.act import leaf_hash
from comity.record.book import Range
from comity.record.checkpoint import open_checkpoint
from comity.record.errors import BadCheckpoint, BadSignature, BookDoesNotHold, EmptyEntry, NoBookHere, TooLong, UnknownThing
from comity.record.proof import check_inclusion, parse_proof
from comity.record.shelf import fill_shelf
from contracts.filling import enter_book, entries_of, fill, head_of, named_party, say, wording, written_of
from simulator import World


class BooksContract:
    def test_empty_home_holds_nothing(self, home):
        with home.read() as reading:
            assert (reading.books(), reading.things(), reading.counts_by_kind(), reading.short_names()) == ((), [], {}, {})
            assert (reading.documents(), reading.drafts(), reading.search("ferry")) == ((), (), [])
            assert reading.rebuild().things == 0
            assert (reading.entry("0" * 64), reading.act("0" * 64), reading.thing("0" * 64)) == (None, None, None)
            assert list(reading.entries("0" * 64)) == []

    def test_entries_stand_as_entered(self, home, ferry):
        fill(home, ferry.world)
        with home.read() as reading:
            for party in (ferry.north, ferry.south):
                assert entries_of(reading, party) == written_of(party)
                assert reading.entry_ids(party.id) == party.leaves()
                assert reading.range_of(party.id).root() == party.head().root

    def test_book_row_says_what_the_book_is(self, home, ferry):
        fill(home, ferry.world)
        with home.read() as reading:
            book, north = reading.book(ferry.north.id), ferry.north
            assert (book.party, book.origin, book.vkey, book.own) == (north.id, north.origin, str(north.vkey), True)
            assert (book.size, book.root, book.checkpoint) == (len(north.book), north.root(), north.checkpoint())
            assert [row.party for row in reading.books()] == [ferry.north.id, ferry.south.id]
            assert open_checkpoint(book.checkpoint, [north.vkey], origin=book.origin) == north.head()

    def test_part_of_a_book_is_half_open(self, home, ferry):
        fill(home, ferry.world)
        with home.read() as reading:
            part = [entry.index for entry in reading.entries(ferry.north.id, 1, 3)]
        assert part == [1, 2]

    def test_latest_entries_come_first_and_go_on_from_one(self, home, ferry):
        fill(home, ferry.world)
        with home.read() as reading:
            every = [entry.id for entry in reading.latest_entries(limit=500)]
            assert sorted(every) == sorted(entry.id for book in reading.books() for entry in reading.entries(book.party))
            assert [entry.id for entry in reading.latest_entries(limit=3)] == every[:3]
            assert [entry.id for entry in reading.latest_entries(after=every[2], limit=500)] == every[3:]
            with pytest.raises(UnknownThing):
                reading.latest_entries(after="0" * 64)
            named = reading.entries_called([every[0], every[4], "0" * 64])
            assert named == {each: reading.entry(each) for each in (every[0], every[4])}

    def test_books_grow_from_one_transaction_to_the_next(self, home, ferry):
        fill(home, ferry.world, sizes={"north": 2})
        fill(home, ferry.world)
        with home.read() as reading:
            assert entries_of(reading, ferry.north) == written_of(ferry.north)
            assert reading.range_of(ferry.north.id).peaks == _peaks(ferry.north)

    def test_full_shelf_is_that_of_the_record(self, home, ferry):
        fill(home, ferry.world)
        with home.read() as reading:
            held, meant = reading.shelf(), fill_shelf(ferry.world.entries(), ferry.world.heads())
            assert list(held.entries()) == list(meant.entries())
            assert [held.book_of(p.id).is_whole for p in (ferry.north, ferry.south)] == [True, True]

    def test_same_bytes_twice_stand_at_two_places(self, home, ferry):
        again = ferry.north.book[1]
        ferry.north.again(again)
        fill(home, ferry.world)
        with home.read() as reading:
            assert reading.entry(again.id).index == 1
            assert [entry.index for entry in reading.entries(ferry.north.id) if entry.id == again.id] == [
                1,
                len(ferry.north.book) - 1,
            ]
            assert reading.rebuild().differing == ()

    def test_bytes_that_hold_no_envelope_are_kept(self, home, ferry):
        north = ferry.north
        with home.write() as writing:
            enter_book(writing, north, 1)
            for raw in (b"not an envelope", b'{"v":2}', b"\xff\x00"):
                entered = writing.enter(north.id, raw, salt=None, body=None)
                assert entered == leaf_hash(raw)
            head = head_of(writing, north)
            writing.set_checkpoint(north.id, head)
        with home.read() as reading:
            assert [entry.raw for entry in reading.entries(north.id, 1)] == [b"not an envelope", b'{"v":2}', b"\xff\x00"]
            report = reading.rebuild()
            assert (report.differing, report.damaged) == ((), ())
            assert report.counts == {"newer_version": 1, "not_an_envelope": 2}

    def test_act_without_its_body_is_withheld(self, home, ferry):
        north, late = ferry.north, ferry.north.book[2]
        with home.write() as writing:
            enter_book(writing, north, 2)
            writing.enter(north.id, late.raw, salt=None, body=None)
            writing.set_checkpoint(north.id, north.checkpoint(3))
        with home.read() as reading:
            assert reading.body(late.id) is None
            assert (reading.act(late.id).body, reading.act(late.id).body_state.value) == (None, "withheld")

    def test_proof_convinces_a_stranger(self, home, ferry):
        fill(home, ferry.world)
        for index, written in enumerate(ferry.north.book):
            with home.read() as reading:
                found, path, checkpoint = parse_proof(reading.proof(written.id))
            head = open_checkpoint(checkpoint, [ferry.north.vkey], origin=ferry.north.origin)
            assert found == index
            check_inclusion(bytes.fromhex(written.id), index, head.size, path, head.root)

    def test_proof_of_what_is_not_here_is_refused(self, home):
        with home.read() as reading, pytest.raises(UnknownThing):
            reading.proof("0" * 64)

    def test_failure_keeps_nothing(self, home, ferry):
        fill(home, ferry.world, sizes={"north": 2})
        with home.read() as reading:
            before = _everything(reading)
        with pytest.raises(ZeroDivisionError):
            _enter_and_fail(home, ferry)
        with home.read() as reading:
            assert _everything(reading) == before
        fill(home, ferry.world)

    def test_entries_without_a_checkpoint_are_not_kept(self, home, ferry):
        with pytest.raises(AssertionError, match="nothing is durable but unsigned"):
            _enter_unsigned(home, ferry.north)
        with home.read() as reading:
            assert reading.books() == ()

    def test_checkpoint_must_fit_the_book(self, home, ferry):
        with home.write() as writing:
            enter_book(writing, ferry.north, 2)
            with pytest.raises(BadCheckpoint):
                writing.set_checkpoint(ferry.north.id, ferry.north.checkpoint(1))
            with pytest.raises(BadSignature):
                writing.set_checkpoint(ferry.north.id, ferry.north.checkpoint(2).replace("\n2\n", "\n1\n"))
            with pytest.raises(NoBookHere):
                writing.set_checkpoint(ferry.south.id, ferry.south.checkpoint(2))

    def test_key_of_a_book_can_change(self, home, ferry):
        fill(home, ferry.world)
        ferry.north.node, old = ferry.south.node, ferry.north.node
        ferry.north.item([ferry.north])
        with home.write() as writing:
            writing.set_vkey(ferry.north.id, str(ferry.north.vkey))
            enter_book(writing, ferry.north, len(ferry.north.book))
        assert old != ferry.north.node
        with home.read() as reading:
            assert reading.rebuild().damaged == ()

    @pytest.mark.parametrize(("raw", "refusal"), [(b"", EmptyEntry), (b"x" * 65_536, TooLong)])
    def test_entry_of_no_or_too_much_length_is_refused(self, home, ferry, raw, refusal):
        with home.write() as writing:
            enter_book(writing, ferry.north, 1)
            with pytest.raises(refusal):
                writing.enter(ferry.north.id, raw, salt=None, body=None)

    def test_longest_entry_is_kept(self, home, ferry):
        with home.write() as writing:
            enter_book(writing, ferry.north, 1)
            writing.enter(ferry.north.id, b"x" * 65_535, salt=None, body=None)
            writing.set_checkpoint(ferry.north.id, head_of(writing, ferry.north))
        with home.read() as reading:
            assert [len(entry.raw) for entry in reading.entries(ferry.north.id, 1)] == [65_535]

    def test_body_of_another_entry_is_refused(self, home, ferry):
        first, second = ferry.north.book[:2]
        with home.write() as writing:
            enter_book(writing, ferry.north, 1)
            with pytest.raises(BookDoesNotHold):
                writing.enter(ferry.north.id, second.raw, salt=first.salt, body=first.body)

    def test_book_that_is_not_here_takes_nothing(self, home, ferry):
        with home.write() as writing, pytest.raises(NoBookHere):
            writing.enter(ferry.north.id, b"{}", salt=None, body=None)

    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE entry SET raw = x'00'",
            "UPDATE entry SET place = place + 1",
            "DELETE FROM entry WHERE place = 1",
            "INSERT OR REPLACE INTO entry SELECT serial, book, place, id, kind, x'00' FROM entry",
            "REPLACE INTO entry SELECT serial + 100, book, place, id, kind, x'00' FROM entry WHERE place = 1",
        ],
    )
    def test_database_itself_refuses_to_change_an_entry(self, home, ferry, statement):
        fill(home, ferry.world)
        assert "never" in self.refusal_of(home, statement)
        with home.read() as reading:
            assert entries_of(reading, ferry.north) == written_of(ferry.north)

    def test_reading_stays_at_one_moment(self, home, ferry):
        fill(home, ferry.world, sizes={"north": 2})
        with home.read() as reading:
            fill(home, ferry.world)
            assert reading.book(ferry.north.id).size == 2
            assert reading.book(ferry.south.id) is None
            assert reading.counts_by_kind() == {"charter": 1, "undertaking": 1}
        with home.read() as reading:
            assert reading.book(ferry.north.id).size == len(ferry.north.book)

    def test_writing_reads_what_it_entered(self, home, ferry):
        with home.write() as writing:
            enter_book(writing, ferry.north, len(ferry.north.book))
            assert writing.entry(ferry.paper).index == 1
            assert writing.act(ferry.paper).body["title"] == wording(en="Reopen the ferry", vi="Mở lại bến phà", zh="恢复渡口")
            assert writing.resolve(ferry.paper[:12]) == ferry.paper

    def test_home_of_an_unnamed_party_can_be_filled(self, home):
        world = World()
        party = named_party(world, "alone")
        say(party, "party", {"name": wording(en="Elsewhere")})
        fill(home, world)
        with home.read() as reading:
            assert reading.counts_by_kind() == {"charter": 1, "party": 1}


def _enter_and_fail(home, ferry):
    with home.write() as writing:
        enter_book(writing, ferry.north, len(ferry.north.book))
        writing.name("ferry", ferry.paper)
        writing.fold_touched()
        raise ZeroDivisionError


def _enter_unsigned(home, party):
    with home.write() as writing:
        writing.open_book(party.id, origin=party.origin, vkey=str(party.vkey), own=True)
        first = party.book[0]
        writing.enter(party.id, first.raw, salt=first.salt, body=first.body)


def _everything(reading):
    rows = [(row["id"], row) for row in reading.things()]
    return reading.books(), rows, reading.short_names(), [reading.entry_ids(book.party) for book in reading.books()]


def _peaks(party):
    grown = Range()
    for leaf in party.leaves():
        grown.append(leaf)
    return grown.peaks
