"""A document as the reader sees it: the original characters, the text to read, and the way back.

- Offsets of all evidence count code points of `original`.
- `text` is `original` without markup, in NFC, with plain spaces and unwrapped lines.
- Of a PDF, a Word document or a picture `original` is the text taken out of it, and `spots` say where each word stands.
- What is too large, not text, empty, in no known language or bears a state-secret mark is refused here, and nothing of it
  is kept.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from comity.reader.files.encoding import characters_of
from comity.reader.files.extract import Box, Extract, Paragraph, Spot, places_in
from comity.reader.files.marks import secret_mark, secret_mark_scanned
from comity.reader.files.markup import lines_of, looks_like_html
from comity.reader.files.media import PAGE, TEXT, media_of
from comity.reader.files.stream import Stream, composed, tidied, unwrapped, whole
from comity.reader.reading import Quote
from comity.reader.words.known_language import demand_known_language
from comity.record.errors import DocumentTooLarge, EmptyDocument, SecretMark

MAX_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Document:
    """One document; `digest` is the SHA-256 of its bytes in hex, `places` leads from `text` to `original`."""

    name: str
    digest: str
    original: str
    text: str
    places: Stream
    media: str
    marked: tuple[tuple[int, int, str], ...] = ()
    extract: Extract | None = None

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Where the characters of `original` stand on pages or in paragraphs; none for plain text and HTML."""
        return self.extract.spots if self.extract else ()

    def quote(self, start: int, end: int) -> Quote:
        """The original characters behind `text[start:end]`; `start < end` is the caller's to see to."""
        first, after = self.places.starts[start], self.places.ends[end - 1]
        return Quote(self.original[first:after], first, after)

    def places_of(self, quote: Quote) -> list[Box | Paragraph]:
        """Where a quotation stands on pages or in paragraphs; nowhere for plain text and HTML."""
        return places_in(self.spots, quote.start, quote.end)


def open_document(raw: bytes, *, name: str, extract: Extract | None = None) -> Document:
    """The document in `raw`, ready to be read; `extract` is what was taken out of it elsewhere, if it was.

    Without one a PDF, a Word document or a picture is opened right here, which a hostile file may make long: procedures open
    what strangers made through `comity.procedures.apart`.

    Raises: DocumentTooLarge, NotADocument, EmptyDocument, SecretMark, UnclearEncoding, UnknownLanguage, and what
    `media_of` and `take_out` raise.
    """
    if len(raw) > MAX_BYTES:
        raise DocumentTooLarge(name=name, size=len(raw), limit=MAX_BYTES)
    media = media_of(raw, name=name)
    digest = hashlib.sha256(raw).hexdigest()
    if media == TEXT:
        return _open_text(raw, name=name, digest=digest)
    if extract is None:
        # Loaded here: its libraries are large, and most documents are text.
        from comity.reader.files.taking_out import take_out

        extract = take_out(raw, media, name=name)
    return _open_extract(extract, name=name, digest=digest)


def _open_text(raw: bytes, *, name: str, digest: str) -> Document:
    original = characters_of(raw, name=name)
    is_html = looks_like_html(name, original)
    stream, marked = lines_of(original) if is_html else (whole(original), [])
    before = stream
    places = tidied(composed(stream))
    # In a page the lines are its blocks; only plain text is broken at a width.
    places = places if is_html else unwrapped(places)
    _demand_fit(places.text, name=name)
    if is_html:
        _refuse_mark(secret_mark(composed(tidied(whole(original))).text), name=name)
    spans = tuple((*_moved(before, places, start, end), label) for start, end, label in marked if start < end)
    return Document(name, digest, original, places.text, places, PAGE if is_html else TEXT, spans)


def _open_extract(extract: Extract, *, name: str, digest: str) -> Document:
    before = whole(extract.text)
    places = tidied(composed(before))
    asides = [composed(tidied(whole(words))).text for words in extract.aside]
    for words in asides:
        _refuse_mark(secret_mark(words), name=name)
    if extract.is_scan:
        for words in (places.text, *asides):
            _refuse_mark(secret_mark_scanned(words), name=name)
    _demand_fit(places.text, name=name)
    spans = tuple((*_moved(before, places, start, end), label) for start, end, label in extract.marked if start < end)
    return Document(name, digest, extract.text, places.text, places, extract.media, spans, extract)


def _demand_fit(text: str, *, name: str) -> None:
    """Refuses a text that is empty, bears a mark or is in no language that is read."""
    if not text.strip():
        raise EmptyDocument(name=name)
    _refuse_mark(secret_mark(text), name=name)
    demand_known_language(text, name=name)


def _refuse_mark(mark: str | None, *, name: str) -> None:
    if mark is not None:
        raise SecretMark(name=name, mark=mark)


def _moved(before: Stream, after: Stream, start: int, end: int) -> tuple[int, int]:
    """Where a span of the stream `before` stands in the stream `after` made of it."""
    if before is after or len(before.text) == len(after.text):
        return start, end
    first, last = before.starts[start], before.ends[end - 1]
    inside = [i for i, place in enumerate(after.starts) if first <= place < last]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)
