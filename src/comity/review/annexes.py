"""The annexes: sources read, who signed what and since when it is in force, and what the printed codes mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.kinds.source import COVERAGE
from comity.paper.labels import kind_label
from comity.paper.moment import show_day
from comity.paper.printed import Block, Cell, Heading, Line, Paragraph, Run, Table
from comity.paper.printed_line import words_run
from comity.paper.row_parts import fields_in, ids_in, rows_in, statements_in, words_in
from comity.paper.statement_name import KIND_OF
from comity.paper.translate import N_, Msgid
from comity.record.canonical import Fields
from comity.record.status import STATUS_WORDS, Status, status_of
from comity.review.agreed_table import said_in_table
from comity.review.chapters import NOTHING
from comity.review.drafting import Drafting
from comity.review.found import about

SOURCES = N_("Annex: sources")
SIGNATURES = N_("Annex: signatures")
CODES = N_("Annex: verification codes")
SIGNING = ("signature", "paper_attestation")


def sources_annex(drafting: Drafting) -> Iterator[Block]:
    """Every source under its number."""
    numbered = sorted(drafting.numbers.items(), key=lambda pair: pair[1])
    rows = [(f"sources/{number}", _source(drafting, source, number)) for source, number in numbered]
    yield from _annex(
        drafting,
        "sources",
        SOURCES,
        ((N_("No."), N_("Source"), N_("Published by"), N_("Dated"), N_("Coverage")), (7, 38, 19, 22, 14)),
        rows,
    )


def signatures_annex(drafting: Drafting) -> Iterator[Block]:
    """Every text that stands or was tabled last, of the items that belong here."""
    rows = []
    for row in drafting.material.state.things("item"):
        if drafting.material.scope.holds(about(drafting.material.state, row, rule="item", case="")):
            rows += [(f"signatures/{text['id'] if text else row['id']}", _text(drafting, row, text)) for text in _texts(row)]
    heads = (N_("Text"), N_("Status"), N_("Signed by"), N_("Awaited"), N_("In force here since"))
    yield from _annex(drafting, "signatures", SIGNATURES, (heads, (28, 16, 17, 17, 22)), rows)


def codes_annex(drafting: Drafting) -> Iterator[Block]:
    """How to check, the heads of the books, and every code printed before with the entry it means.

    Those of agreed items and of the words on them stand beside what they mean, in the table of agreed items.
    """
    books, known = drafting.material.books, drafting.material.entries
    beside = {entry for item in drafting.material.items for entry in said_in_table(item)}
    cited = [entry for entry in drafting.cited if entry in known and entry not in beside]
    yield Heading("codes", 1, drafting.say(CODES))
    words = N_("Each code finds one entry: type it after “comity check”. Those of agreed items stand beside them in their table.")
    yield drafting.paragraph("codes/how", drafting.say(words), facts={})
    if books:
        of_books = (N_("Book of"), N_("Entries"), N_("Root of its tree"))
        heads_of = [
            (f"codes/book/{book.party}", (drafting.name(book.party), (Run(str(book.size)),), (Run(book.root),))) for book in books
        ]
        yield _table(drafting, "codes/books", (of_books, (30, 12, 58)), heads_of)
    heads = (N_("Code"), N_("What it is"), N_("In the book of"), N_("Entered"))
    rows = [(f"codes/{entry}", _entry(drafting, entry, known[entry])) for entry in cited]
    if rows:
        yield _table(drafting, "codes/entries", (heads, (30, 28, 20, 22)), rows)


Columns = tuple[tuple[Msgid, ...], tuple[int, ...]]
Row = tuple[str, tuple[Line | Paragraph, ...]]


def _annex(drafting: Drafting, key: str, title: Msgid, columns: Columns, rows: Sequence[Row]) -> Iterator[Block]:
    yield Heading(key, 1, drafting.say(title))
    if not rows:
        yield drafting.paragraph(f"{key}/none", drafting.say(NOTHING), facts={})
        return
    yield _table(drafting, f"{key}/all", columns, rows)


def _table(drafting: Drafting, key: str, columns: Columns, rows: Sequence[Row]) -> Table:
    heads, widths = columns
    cells = tuple(tuple(_cell(drafting, f"{name}/{at}", line) for at, line in enumerate(lines)) for name, lines in rows)
    return Table(key, (), tuple(drafting.say(head) for head in heads), cells, widths)


def _cell(drafting: Drafting, key: str, line: Line | Paragraph) -> Cell:
    if isinstance(line, Paragraph):
        return Cell((line,))
    paragraphs: tuple[Paragraph, ...] = (drafting.paragraph(key, line),) if line else ()
    return Cell(paragraphs)


def _source(drafting: Drafting, source: str, number: int) -> tuple[Line, ...]:
    row = drafting.material.state.called(source)
    fields: Fields = fields_in(row) if row else {}
    dated, coverage = words_in(fields, "dated_on"), str(fields.get("coverage", ""))
    outlet = words_in(fields, "outlet")
    return (
        (Run(f"[{number}]"),),
        _linked(drafting.name(source), words_in(fields, "address")),
        (words_run(outlet, "", drafting.lang, most=120),) if outlet else (),
        (Run(show_day(dated, drafting.lang)),) if dated else (),
        (Run(COVERAGE[coverage].in_language(drafting.lang)),) if coverage in COVERAGE else (),
    )


def _linked(line: Line, address: str) -> Line:
    href = address if address.startswith(("https://", "http://")) else ""
    return tuple(Run(run.text, run.lang, href or run.href, run.is_strong) for run in line)


def _texts(row: Fields) -> list[Fields]:
    """The texts of an item that no other supersedes; one without anything where nobody can say."""
    agreement = row.get("agreement")
    texts = rows_in(agreement, "texts") if isinstance(agreement, dict) else ()
    below = {lower for text in texts for lower in ids_in(text, "supersedes")}
    return [text for text in texts if text["id"] not in below or text["in_force"] == "true"] or [{}]


def _text(drafting: Drafting, row: Fields, text: Fields) -> tuple[Line | Paragraph, ...]:
    item = str(row["id"])
    what = drafting.paragraph(f"signatures/{text.get('id', item)}/what", drafting.name(item), entries=[str(text.get("id", item))])
    if not text:
        cannot_say = not isinstance(row.get("agreement"), dict)
        status = (
            STATUS_WORDS[Status.CANNOT_SAY].in_language(drafting.lang) if cannot_say else drafting.text(N_("no text tabled yet"))
        )
        return what, (Run(status),), (), (), ()
    status_now = status_of(text, on=drafting.material.state.on)
    since = in_force_since(row, text) if status_now is Status.IN_FORCE else ""
    return (
        what,
        (Run(STATUS_WORDS[status_now].in_language(drafting.lang)),),
        drafting.row(ids_in(text, "signed_by"), item),
        drafting.row(ids_in(text, "missing"), item),
        (Run(show_day(since, drafting.lang)),) if since else (),
    )


def in_force_since(row: Fields, text: Fields) -> str:
    """The day on which the last of the signatures was entered that made a text complete; "" where one is not gathered."""
    first: dict[str, str] = {}
    for said in statements_in(row, *SIGNING):
        if ids_in(fields_in(said), "text") == (text["id"],):
            party, day = str(said["party"]), str(said["at"])[:10]
            first[party] = min(first.get(party, day), day)
    signed = ids_in(text, "signed_by")
    return max((first[party] for party in signed), default="") if all(party in first for party in signed) else ""


def _entry(drafting: Drafting, entry: str, said: Fields) -> tuple[Line, ...]:
    kind, owner = kind_label(str(said["kind"]), drafting.lang), str(said.get("party", ""))
    matter = next((thing for thing in _matters(entry, said) if thing in drafting.material.names), "")
    what = drafting.say(KIND_OF, kind=kind, what=drafting.name(matter)) if matter else (Run(kind),)
    return (
        (Run(drafting.cite(entry)),),
        what,
        drafting.name(owner),
        (Run(show_day(str(said["at"])[:10], drafting.lang)),),
    )


def _matters(entry: str, said: Fields) -> tuple[str, ...]:
    """What an entry is called by: itself, else what it speaks of."""
    fields = fields_in(said)
    return (entry, *(thing for role in ("undertaking", "follows", "item") for thing in ids_in(fields, role)))
