"""Writes the review book of a session as files: one for each language and form, `review.LANG.EXT`, or several languages in one.

- A file that is there is never written over, for a clerk may have worked in it; the very same bytes are left alone.
- What was told to stand at home does not get into a joint edition by a person's changes either: these are for one edition.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from comity.paper.printed import Drafted, Printed
from comity.paper.printed_page import page_of
from comity.paper.printed_word import word_of
from comity.procedures.draft_review import NOTHING_MORE, About, review_material
from comity.procedures.gather_findings import Asked
from comity.record.canonical import Fields
from comity.record.errors import FileMissing, FileThere, NothingToWrite
from comity.review.book import review_book
from comity.review.edits import Edits, Flag, of_review, with_edits
from comity.review.edits_file import parse_edits, template_of
from comity.review.material import Edition, Material
from comity.store.disk import plain_refusals, sync_folder, write_new
from comity.store.home import Home

FORMS = ("html", "pdf", "docx")
TEMPLATE = "review.edits.toml"
MOST_EDITS = 4_000_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """In which languages and forms; `edits` None for none, `template`: a file of changes to fill in is written too."""

    langs: tuple[str, ...]
    forms: tuple[str, ...]
    side_by_side: bool = False
    edits: Path | None = None
    template: bool = False
    more: About = NOTHING_MORE


@dataclass(frozen=True, slots=True)
class Written:
    """The files by their paths, what a person must look at again, and the counts of the findings in the book by rule."""

    files: tuple[Path, ...]
    flags: tuple[Flag, ...]
    material: Material


def write_review(
    home: Home, asked: Asked, wanted: Wanted, to: Path, *, tell: Callable[[str], None] = lambda _name: None
) -> Written:
    """Writes the book below `to` and returns what was written; `tell` hears the name of each file before it is made.

    Raises: NothingToWrite, EditsWrong, EditsElsewhere, FileMissing, FileThere, UnknownThing, WrongValue, StoreError.
    """
    if not wanted.langs or not wanted.forms:
        raise NothingToWrite()
    edits = read_edits(wanted.edits) if wanted.edits else None
    with home.read() as reading:
        material = review_material(reading, asked, more=wanted.more)
    books = {lang: review_book(material, lang) for lang in wanted.langs}
    printed, flags = _edited(books, edits, material)
    files = []
    for name, form, several in _parts(printed, wanted):
        tell(name)
        files.append(place(to / name, made(form, several, day=asked.day)))
    if wanted.template:
        tell(TEMPLATE)
        whose = {"session": material.scope.session, "edition": material.edition.value}
        text = template_of(books, whose, "comity review --edits FILE")
        files.append(place(to / TEMPLATE, text.encode()))
    return Written(tuple(files), flags, material)


def made(form: str, printed: Sequence[Printed], *, day: str) -> bytes:
    """The bytes of a document in one form."""
    if form == "pdf":
        # Fonts and the engine that sets them take a moment to load, so only where they are asked for.
        from comity.paper.printed_pdf import pdf_of

        return pdf_of(printed, made_on=day)
    return word_of(printed) if form == "docx" else page_of(printed).encode()


def written_values(written: Written) -> Fields:
    """What was written, as values."""
    material = written.material
    return {
        "session": material.scope.session,
        "edition": material.edition.value,
        "day": material.state.on,
        "since": material.state.since,
        "agreed_items": len(material.items),
        "counts": {rule: len(material.by_rule(rule)) for rule in dict.fromkeys(each.rule for each in material.found)},
        "files": [str(path) for path in written.files],
        "flags": [{"key": flag.key, "lang": flag.lang, "why": flag.why.value} for flag in written.flags],
    }


def read_edits(path: Path) -> Edits:
    """A person's changes to a paper. Raises: FileMissing, EditsWrong."""
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_EDITS + 1)
    except OSError as problem:
        raise FileMissing(path=str(path)) from problem
    return parse_edits(raw[:MOST_EDITS], path.name)


def _edited(books: dict[str, Drafted], edits: Edits | None, material: Material) -> tuple[list[Printed], tuple[Flag, ...]]:
    if edits is None:
        return [book.printed for book in books.values()], ()
    edits.must_fit(of_review(material.scope.session, material.edition.value))
    both = [with_edits(book, edits, keeps_gone=material.edition is Edition.HOME) for book in books.values()]
    return [printed for printed, _flags in both], tuple(flag for _printed, flags in both for flag in flags)


def _parts(printed: list[Printed], wanted: Wanted) -> Iterable[tuple[str, str, list[Printed]]]:
    """The name, form and documents of each file."""
    for form in wanted.forms:
        if wanted.side_by_side:
            yield f"review.{'_'.join(wanted.langs)}.{form}", form, printed
            continue
        for each in printed:
            yield f"review.{each.lang}.{form}", form, [each]


def place(path: Path, content: bytes) -> Path:
    """Puts a new file there and returns its path; the very same bytes are left alone. Raises: FileThere, StoreError."""
    with plain_refusals(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            if path.is_file() and path.read_bytes() == content:
                return path
            raise FileThere(path=str(path))
        half = path.with_name(f".{path.name}.new")
        half.unlink(missing_ok=True)
        write_new(half, content)
        half.replace(path)
        sync_folder(path.parent)
    return path
