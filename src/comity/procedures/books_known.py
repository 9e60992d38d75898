"""How far the books of some parties go beyond what this home holds of them.

- A party whose book is written here has it whole.
- The largest size counts that the book's own signed head in a kept letter showed, or that another book's last entry has seen.
- A party without a book here may have shown one in its letters: it is found by exactly one of its names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from comity.paper.names import Name
from comity.procedures.shown_books import senders, size_shown
from comity.record.act import EntryId, PartyId
from comity.review.books_known import BooksKnown, HalfBook
from comity.store.reading import Reading
from comity.store.rows import BookRow


def books_known(reading: Reading, parties: Mapping[str, Name]) -> BooksKnown:
    """What is known to be missing of the books of `parties`, whose names are given by id, in their order."""
    held = {str(book.party): book for book in reading.books()}
    told, seen, half, without = senders(reading), sizes_seen(reading, held.values()), [], []
    for party, name in parties.items():
        book = held.get(party)
        if book is not None and book.own:
            continue
        shown = max((size_shown(reading, PartyId(EntryId(each))) for each in _charters(party, name, told)), default=0)
        size, least = book.size if book else 0, max(shown, seen.get(party, 0))
        if least > size:
            half.append(HalfBook(party, size, least, shown == least))
        elif book is None:
            without.append(party)
    return BooksKnown(tuple(half), tuple(without))


def sizes_seen(reading: Reading, books: Iterable[BookRow]) -> dict[str, int]:
    """How far each book goes by what the last entry of any book held here has seen of it."""
    sizes: dict[str, int] = {}
    for book in books:
        for entry in reading.entries(book.party, max(0, book.size - 1), book.size):
            for each in entry.envelope.seen if entry.envelope is not None else ():
                sizes[str(each.book)] = max(each.size, sizes.get(str(each.book), 0))
    return sizes


def _charters(party: str, name: Name, told: Mapping[str, Iterable[str]]) -> set[str]:
    """The party itself, and whoever writes letters under a name of it."""
    words = {part.text.casefold() for part in name.parts}
    return {party, *(charter for charter, names in told.items() if words & set(names))}
