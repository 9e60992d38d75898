"""How can a stranger check what is here? The heads of the books as they stand, in words, as JSON and as plain files.

Nothing here hands out a body: the files are the signed head, the key, the hashes and the envelopes, as the format has them.
"""

from __future__ import annotations

import io
import zipfile

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from comity.desk.answering import as_json, show
from comity.desk.asking import Ask, page
from comity.desk.refusals import not_found
from comity.desk.sheet import BookLine, book_lines
from comity.procedures.export_book import envelope_files
from comity.record.act import EntryId, PartyId
from comity.record.canonical import Value
from comity.record.errors import NoBookHere
from comity.store.rows import BookRow

# A zip is made in memory; a longer book is handed out by `comity export`.
MOST_PACKED = 20_000
# The same files at the same head are the same bytes.
_EARLIEST = (1980, 1, 1, 0, 0, 0)


@page
def check(ask: Ask) -> HttpResponse:
    """The heads of the books, and how to check them with Comity and without."""
    books = book_lines(ask.reading)
    ask.names.learn(book.party for book in books)
    heads = {book.party: _book(ask, book.party).checkpoint for book in books}
    return show(ask, "check.html", books=books, heads=heads, most=MOST_PACKED)


@page
def check_json(ask: Ask) -> HttpResponse:
    """The same for programs."""
    books: list[Value] = [_values(ask, line) for line in book_lines(ask.reading)]
    return as_json({"count": len(books), "books": books})


@page
def checkpoint(ask: Ask, party: str) -> HttpResponse:
    """The signed head of a book, as a C2SP signed note."""
    return _file(_book(ask, party).checkpoint.encode(), "checkpoint")


@page
def vkey(ask: Ask, party: str) -> HttpResponse:
    """The key the head is checked with."""
    return _file(f"{_book(ask, party).vkey}\n".encode(), "vkey")


@page
def packed(ask: Ask, party: str) -> HttpResponse:
    """The book as files in a zip, without any body."""
    book = _book(ask, party)
    if book.size > MOST_PACKED:
        return not_found(ask.request)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for path, content in envelope_files(ask.reading, book.party):
            pack.writestr(zipfile.ZipInfo(path, _EARLIEST), content, zipfile.ZIP_DEFLATED)
    return _file(out.getvalue(), f"book-{party[:12]}.zip", media="application/zip")


def moved(request: HttpRequest) -> HttpResponse:
    """The address this page had before."""
    return HttpResponseRedirect("/check")


def _book(ask: Ask, party: str) -> BookRow:
    book = ask.reading.book(PartyId(EntryId(party)))
    if book is None:
        raise NoBookHere(party=party)
    return book


def _values(ask: Ask, line: BookLine) -> dict[str, Value]:
    book = _book(ask, line.party)
    return {
        "party": line.party,
        "kept_here": line.own,
        "size": line.size,
        "root": line.root,
        "origin": book.origin,
        "vkey": line.vkey,
        "checkpoint": book.checkpoint,
        "last_entered_at": line.at,
    }


def _file(content: bytes, name: str, *, media: str = "text/plain; charset=utf-8") -> HttpResponse:
    response = HttpResponse(content, content_type=media)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
