"""A letter of one's own book as the paper that is sent: a PDF with its entries inside, made on the spot."""

from __future__ import annotations

from django.http import HttpResponse

from comity.desk.asking import Ask, page
from comity.paper.row_parts import fields_in, ids_in
from comity.procedures.clock import now
from comity.procedures.gather_letter import LetterAsked, gather_letter
from comity.procedures.write_letter import letter_pdf
from comity.record.act import EntryId, PartyId
from comity.record.canonical import Fields


@page
def letter_file(ask: Ask, name: str) -> HttpResponse:
    """The letter in the languages of both sides."""
    letter = gather_letter(ask.reading, LetterAsked(name))
    response = HttpResponse(letter_pdf(letter, day=now().day), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="letter-{letter.parts.code}.pdf"'
    return response


def letter_href(ask: Ask, row: Fields) -> str:
    """Where the paper of a letter is; "" for what is no letter of one's own to another."""
    if row["kind"] != "letter" or row["body"] != "held":
        return ""
    fields, book = fields_in(row), ask.reading.book(PartyId(EntryId(str(row["party"]))))
    is_ours = book is not None and book.own and str(row["party"]) in ids_in(fields, "from_party") and ids_in(fields, "to_party")
    return f"/letter/{row['id']}/letter.pdf" if is_ours else ""
