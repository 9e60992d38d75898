"""What every store must hold of home notes: documents and drafts, which are no entries."""

from dataclasses import replace

import pytest

from comity.record.errors import AmbiguousName, UnknownDraft, UnknownThing
from comity.store.reading import DocumentRow, DraftRow
from comity.store.rows import DocumentCounts
from contracts.filling import fill

DOCUMENT = DocumentRow(
    digest="d1" * 32,
    name="minutes.txt",
    media="text/plain",
    lang="vi",
    raw=b"\xef\xbb\xbfHai b\xc3\xaan",
    original="Hai bên",
    reading={"parties": [{"name": "Bắc", "score": 3}], "Any-Key": True},
    read_at="2026-03-02T08:00:00Z",
    entry="",
)
DRAFT = DraftRow(
    number=0,
    source=DOCUMENT.digest,
    type="clause",
    value={"en": "Reopen the ferry", "level": 2},
    evidence=[{"quote": "bên", "start": 4, "end": 7}],
    rule="agreed-on",
    confidence=80,
    state="open",
    corrected=False,
    entry="",
)


class NotesContract:
    def test_document_is_kept_as_given(self, home):
        other = replace(DOCUMENT, digest="d2" * 32, lang="zh-Hans")
        with home.write(entering=False) as writing:
            writing.put_document(DOCUMENT)
            writing.put_document(other)
        with home.read() as reading:
            assert reading.documents() == (DOCUMENT, other)
            assert (reading.document(DOCUMENT.digest), reading.document("d3" * 32)) == (DOCUMENT, None)

    def test_document_can_be_kept_again(self, home):
        later = replace(DOCUMENT, entry="e1" * 32, reading={"parties": []})
        for row in (DOCUMENT, later):
            with home.write(entering=False) as writing:
                writing.put_document(row)
        with home.read() as reading:
            assert reading.documents() == (later,)

    def test_heads_of_documents_come_the_latest_first_with_their_titles(self, home):
        titled = replace(DOCUMENT, digest="d2" * 32, entry="e1" * 32, reading={"doc": {"title": "Biên bản"}})
        with home.write(entering=False) as writing:
            writing.put_document(DOCUMENT)
            writing.put_document(titled)
            writing.add_drafts([DRAFT, replace(DRAFT, state="dropped")])
        with home.read() as reading:
            assert [(head.digest, head.title, head.entry) for head in reading.document_heads(limit=9)] == [
                ("d2" * 32, "Biên bản", "e1" * 32),
                ("d1" * 32, "minutes.txt", ""),
            ]
            assert [head.digest for head in reading.document_heads(limit=1)] == ["d2" * 32]
            assert reading.document_counts() == DocumentCounts(2, 1, 1)

    def test_document_is_found_by_name_or_digest(self, home):
        other = replace(DOCUMENT, digest="d2" * 32, name="report.txt", entry="e1" * 32)
        with home.write(entering=False) as writing:
            writing.put_document(DOCUMENT)
            writing.put_document(other)
        with home.read() as reading:
            for called in ("report.txt", "d2" * 32, "d2d2d2"):
                assert reading.document_called(called) == other
            assert reading.documents_entered_as("e1" * 32) == (other.digest,)
            assert reading.documents_entered_as("e2" * 32) == ()

    @pytest.mark.parametrize(
        ("called", "refusal"),
        [("minutes.txt", AmbiguousName), ("d1d1", UnknownThing), ("", UnknownThing), ("d9d9d9", UnknownThing)],
    )
    def test_document_of_no_or_of_several_is_refused(self, home, called, refusal):
        with home.write(entering=False) as writing:
            writing.put_document(DOCUMENT)
            writing.put_document(replace(DOCUMENT, digest="d2" * 32))
        with home.read() as reading, pytest.raises(refusal):
            reading.document_called(called)

    def test_drafts_get_numbers_and_are_kept_as_given(self, home):
        numbers = _add(home, DRAFT, replace(DRAFT, type="session", confidence=40))
        with home.read() as reading:
            assert numbers == [1, 2]
            assert reading.drafts() == (replace(DRAFT, number=1), replace(DRAFT, number=2, type="session", confidence=40))
            assert reading.draft(1) == replace(DRAFT, number=1)

    def test_drafts_are_filtered(self, home):
        rows = [
            replace(DRAFT, type="session", confidence=40),
            replace(DRAFT, source="d2" * 32),
            replace(DRAFT, state="dropped", confidence=100),
            DRAFT,
        ]
        _add(home, *rows)
        wanted = [
            {"state": "open"},
            {"source": "d2" * 32},
            {"type": "session"},
            {"min_confidence": 80},
            {"after": 2},
            {"after": 1, "limit": 2},
            {"state": "open", "type": "clause", "source": DRAFT.source, "min_confidence": 50},
            {"limit": 0},
        ]
        with home.read() as reading:
            found = [[row.number for row in reading.drafts(**filters)] for filters in wanted]
        assert found == [[1, 2, 4], [2], [1], [2, 3, 4], [3, 4], [2, 3], [4], []]

    def test_draft_keeps_what_a_person_made_of_it(self, home):
        _add(home, DRAFT, DRAFT)
        with home.write(entering=False) as writing:
            writing.set_draft(1, value={"en": "Reopen the bridge"})
            writing.set_draft(1, state="accepted", entry="e1" * 32)
            writing.set_draft(2, value=DRAFT.value, state="dropped")
        with home.read() as reading:
            first = replace(DRAFT, number=1, value={"en": "Reopen the bridge"}, state="accepted", corrected=True, entry="e1" * 32)
            assert reading.drafts() == (first, replace(DRAFT, number=2, state="dropped"))

    def test_draft_that_is_not_here_is_refused(self, home):
        with home.write(entering=False) as writing, pytest.raises(UnknownDraft):
            writing.set_draft(1, state="dropped")
        with home.read() as reading, pytest.raises(UnknownDraft):
            reading.draft(1)

    def test_erased_document_takes_its_drafts_along(self, home):
        other = replace(DOCUMENT, digest="d2" * 32)
        with home.write(entering=False) as writing:
            writing.put_document(DOCUMENT)
            writing.put_document(other)
        _add(home, DRAFT, replace(DRAFT, source=other.digest), DRAFT)
        with home.write(entering=False) as writing:
            writing.erase_document(DOCUMENT.digest)
        with home.read() as reading:
            assert reading.documents() == (other,)
            assert [row.number for row in reading.drafts()] == [2]

    def test_numbers_are_never_used_again(self, home):
        _add(home, DRAFT, DRAFT)
        with home.write(entering=False) as writing:
            writing.erase_document(DRAFT.source)
        assert _add(home, DRAFT) == [3]

    def test_home_notes_enter_nothing(self, home, ferry):
        with pytest.raises(AssertionError, match="home notes"):
            _enter_as_note(home, ferry.north)
        with home.read() as reading:
            assert reading.books() == ()

    def test_notes_and_entries_stand_together_or_not_at_all(self, home, ferry):
        fill(home, ferry.world)
        with pytest.raises(KeyError):
            _note_and_fail(home, ferry.paper)
        with home.read() as reading:
            assert (reading.documents(), reading.drafts(), reading.short_names()) == ((), (), {})


def _enter_as_note(home, party):
    with home.write(entering=False) as writing:
        writing.open_book(party.id, origin=party.origin, vkey=str(party.vkey), own=True)
        writing.enter(party.id, party.book[0].raw, salt=None, body=None)


def _note_and_fail(home, paper):
    with home.write(entering=False) as writing:
        writing.put_document(DOCUMENT)
        writing.add_drafts([DRAFT])
        writing.name("ferry", paper)
        raise KeyError


def _add(home, *rows):
    with home.write(entering=False) as writing:
        return writing.add_drafts(rows)
