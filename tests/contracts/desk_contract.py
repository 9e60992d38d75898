"""What every store must hold for the drafts desk: the queue, counts, deeds, answers about names and keys."""

from dataclasses import replace

import pytest

from comity.record.errors import UnknownDeed, UnknownDraft
from comity.store.reading import Chosen, DeedPart
from contracts.notes_contract import DOCUMENT, DRAFT

OTHER = "d2" * 32
SAID = {"one": "person:a", "other": "person:b", "answer": "same"}


class DeskContract:
    def test_queue_begins_with_the_least_sure_and_goes_on_from_a_place(self, home):
        _add(home, *(replace(DRAFT, confidence=sure) for sure in (80, 40, 60, 40, 90)))
        with home.read() as reading:
            every = [row.number for row in reading.queue(Chosen())]
            first = [row.number for row in reading.queue(Chosen(), limit=2)]
            onward = [row.number for row in reading.queue(Chosen(), after=(40, 4), limit=2)]
            back = [row.number for row in reading.queue(Chosen(), after=(80, 1), back=True)]
        assert (every, first, onward, back) == ([2, 4, 3, 1, 5], [2, 4], [3, 1], [3, 4, 2])

    def test_queue_is_narrowed_the_same_way_in_both_directions(self, home):
        _add(
            home,
            replace(DRAFT, type="session", confidence=40),
            replace(DRAFT, source=OTHER),
            replace(DRAFT, state="dropped", confidence=100),
            DRAFT,
            replace(DRAFT, source=OTHER, type="session", confidence=50),
        )
        wanted = [
            (Chosen(type="session"), [1, 5]),
            (Chosen(source=OTHER), [5, 2]),
            (Chosen(source=OTHER, type="session"), [5]),
            (Chosen(most=50), [1, 5]),
            (Chosen(state="dropped"), [3]),
            (Chosen(state="split"), []),
        ]
        with home.read() as reading:
            for chosen, numbers in wanted:
                assert [row.number for row in reading.queue(chosen)] == numbers
                assert [row.number for row in reading.queue(chosen, after=(101, 0), back=True)] == numbers[::-1]

    def test_drafts_are_counted(self, home):
        with home.write(entering=False) as writing:
            writing.put_document(replace(DOCUMENT, digest=OTHER, name="other.txt"))
        _add(home, DRAFT, DRAFT, replace(DRAFT, state="dropped"), replace(DRAFT, source=OTHER, type="session"))
        with home.read() as reading:
            assert reading.draft_counts() == {(DRAFT.source, "open"): 2, (DRAFT.source, "dropped"): 1, (OTHER, "open"): 1}
            assert reading.draft_counts(OTHER) == {(OTHER, "open"): 1}
            assert reading.draft_types() == {("open", "clause"): 2, ("dropped", "clause"): 1, ("open", "session"): 1}
            assert reading.fullest_sources("open", limit=3) == [(OTHER, "other.txt", 1)]
            assert [row.number for row in reading.drafts_beside(reading.draft(1), limit=9)] == [2]

    def test_deed_is_kept_with_what_was_before_and_after(self, home):
        _add(home, DRAFT, DRAFT)
        parts = (
            DeedPart(1, DRAFT.source, {"state": "open"}, {"state": "dropped"}),
            DeedPart(2, DRAFT.source, None, {"new": True}),
        )
        with home.write(entering=False) as writing:
            first, second = (writing.add_deed(what, parts, at="2026-03-02T08:00:00Z") for what in ("drop", "split"))
            writing.set_undone(second, at="2026-03-02T09:00:00Z")
        with home.read() as reading:
            deed = reading.deed(first)
            assert (deed.what, deed.at, deed.undone, deed.parts) == ("drop", "2026-03-02T08:00:00Z", "", parts)
            assert [each.number for each in reading.deeds()] == [second, first]
            assert [each.number for each in reading.deeds(before=second)] == [first]
            assert reading.last_deed() == deed
            assert [(each.number, each.undone) for each in reading.deeds_on(2)] == [(second, "2026-03-02T09:00:00Z"), (first, "")]
            with pytest.raises(UnknownDeed):
                reading.deed(99)

    def test_draft_is_put_back_whole_or_taken_away(self, home):
        _add(home, DRAFT, DRAFT)
        changed = replace(
            DRAFT, number=1, state="split", value={}, evidence=[], rule="x", confidence=1, corrected=True, entry="e"
        )
        with home.write(entering=False) as writing:
            writing.put_back(changed)
            writing.take_away_draft(2)
            with pytest.raises(UnknownDraft):
                writing.put_back(replace(DRAFT, number=9))
        with home.read() as reading:
            assert reading.drafts() == (changed,)
        assert _add(home, DRAFT) == [3]

    def test_answer_about_two_names_is_found_from_both(self, home):
        with home.write(entering=False) as writing:
            writing.set_likeness("b", "a", "same")
            writing.set_likeness("a", "c", "differ")
            writing.set_likeness("a", "d", "same")
            writing.set_likeness("d", "a", "")
        with home.read() as reading:
            assert (reading.likeness("a", "b"), reading.likeness("b", "a"), reading.likeness("a", "d")) == ("same", "same", "")
            assert (reading.likenesses("a"), reading.likenesses("c")) == ({"b": "same", "c": "differ"}, {"a": "differ"})

    def test_drafts_are_found_by_their_keys(self, home):
        _add(home, DRAFT, replace(DRAFT, state="dropped"), DRAFT)
        with home.write(entering=False) as writing:
            for number in (1, 2, 3):
                writing.set_draft_keys(number, ["old"])
                writing.set_draft_keys(number, ["a", f"{number}"])
        with home.read() as reading:
            found = [
                [row.number for row in reading.drafts_with_keys(["a", "1"])],
                [row.number for row in reading.drafts_with_keys(["a"], besides=1)],
                [row.number for row in reading.drafts_with_keys(["a"], states=("dropped",))],
                [row.number for row in reading.drafts_with_keys(["old"])],
            ]
            assert reading.shared_keys(["a", "3"], [1, 3]) == {1: {"a"}, 3: {"3", "a"}}
        assert found == [[1, 3], [3], [2], []]

    def test_erased_document_takes_deeds_answers_and_keys_along(self, home):
        _add(home, DRAFT, replace(DRAFT, source=OTHER))
        with home.write(entering=False) as writing:
            writing.put_document(DOCUMENT)
            writing.set_draft_keys(1, ["a"])
            writing.set_draft_keys(2, ["a"])
            writing.set_likeness("person:a", "person:b", "same")
            both = [DeedPart(1, DRAFT.source, None, SAID), DeedPart(2, OTHER, None, SAID)]
            writing.add_deed("same", both, at="2026-03-02T08:00:00Z")
            writing.add_deed("drop", [DeedPart(1, DRAFT.source, {"a": 1}, {"a": 2})], at="2026-03-02T08:00:00Z")
            kept = writing.add_deed("drop", [DeedPart(2, OTHER, {"a": 1}, {"a": 2})], at="2026-03-02T08:00:00Z")
        with home.write(entering=False) as writing:
            writing.erase_document(DRAFT.source)
        with home.read() as reading:
            assert [deed.number for deed in reading.deeds()] == [kept]
            assert reading.likeness("person:a", "person:b") == ""
            assert [row.number for row in reading.drafts_with_keys(["a"])] == [2]


def _add(home, *rows):
    with home.write(entering=False) as writing:
        return writing.add_drafts(rows)
