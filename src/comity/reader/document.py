"""A document as the reader sees it: the original characters, the text to read, and the way back.

- Offsets of all evidence count code points of `original`.
- `text` is `original` without markup, in NFC, with plain spaces and unwrapped lines.
- What is too large, not text, empty or bears a state-secret mark is refused here, and nothing of it is kept.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from comity.reader.encoding import decode
from comity.reader.marks import secret_mark
from comity.reader.markup import lines_of, looks_like_html
from comity.reader.reading import Quote
from comity.reader.stream import Stream, composed, tidied, unwrapped, whole
from comity.record.errors import DocumentTooLarge, EmptyDocument, NotADocument, SecretMark

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

    def quote(self, start: int, end: int) -> Quote:
        """The original characters behind `text[start:end]`; `start < end` is the caller's to see to."""
        first, after = self.places.starts[start], self.places.ends[end - 1]
        return Quote(self.original[first:after], first, after)


def open_document(raw: bytes, *, name: str) -> Document:
    """The document in `raw`, ready to be read.

    Raises: DocumentTooLarge, NotADocument, EmptyDocument, SecretMark.
    """
    if len(raw) > MAX_BYTES:
        raise DocumentTooLarge(name=name, size=len(raw), limit=MAX_BYTES)
    original = decode(raw)
    if original is None:
        raise NotADocument(name=name)
    is_html = looks_like_html(name, original)
    stream, marked = lines_of(original) if is_html else (whole(original), [])
    before = stream
    places = composed(stream)
    places = tidied(places)
    # In a page the lines are its blocks; only plain text is broken at a width.
    places = places if is_html else unwrapped(places)
    text = places.text
    if not text.strip():
        raise EmptyDocument(name=name)
    mark = secret_mark(text) or (secret_mark(composed(tidied(whole(original))).text) if is_html else None)
    if mark is not None:
        raise SecretMark(name=name, mark=mark)
    spans = tuple((*_moved(before, places, start, end), label) for start, end, label in marked if start < end)
    media = "text/html" if is_html else "text/plain"
    return Document(name, hashlib.sha256(raw).hexdigest(), original, text, places, media, spans)


def _moved(before: Stream, after: Stream, start: int, end: int) -> tuple[int, int]:
    """Where a span of the stream `before` stands in the stream `after` made of it."""
    if before is after or len(before.text) == len(after.text):
        return start, end
    first, last = before.starts[start], before.ends[end - 1]
    inside = [i for i, place in enumerate(after.starts) if first <= place < last]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)
