"""All that later steps look at: the text, its language, its blocks, sentences, hits and places, found once.

- Made from a document alone; nothing later changes it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from itertools import groupby
from operator import attrgetter
from typing import Any, Concatenate, ParamSpec, TypeVar

from comity.reader.files.document import Document
from comity.reader.reading import Quote
from comity.reader.text.layout import BODY, TITLE, Block, blocks_of
from comity.reader.text.sentences import sentences
from comity.reader.words import folding
from comity.reader.words.gazetteer import Mention, Place, mentions
from comity.reader.words.language import is_unaccented, language_of
from comity.reader.words.lexicon import Hit, Lexicon, lexicon_of

_begins = attrgetter("start")
Asked = ParamSpec("Asked")
Found = TypeVar("Found")


_NO_HITS: tuple[list[int], list[Hit]] = ([], [])
_NOT_YET = object()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the title or body at `text[start:end]`."""

    start: int
    end: int
    block: Block


@dataclass(frozen=True, slots=True)
class Page:
    """One document prepared for reading; `hits` and `places` are in order of the text.

    `text` is the document's, `lowered` the same as `folding.lower` gives it, character for character; `hits_by_role` holds the
    hits of a role and where each starts; `found` keeps what `once_a_page` worked out.
    """

    document: Document
    text: str
    lang: str
    is_bare: bool
    blocks: tuple[Block, ...]
    block_starts: tuple[int, ...]
    sentences: tuple[Sentence, ...]
    hits: tuple[Hit, ...]
    hit_starts: tuple[int, ...]
    places: tuple[Mention, ...]
    place_starts: tuple[int, ...]
    lowered: str
    hits_by_start: Mapping[int, tuple[Hit, ...]] = field(compare=False, repr=False)
    hits_by_role: Mapping[str, tuple[list[int], list[Hit]]] = field(compare=False, repr=False)
    found: dict[tuple[object, ...], Any] = field(default_factory=dict, compare=False, repr=False)

    def hits_in(self, start: int, end: int) -> tuple[Hit, ...]:
        """The hits that start in `text[start:end]` and end there."""
        first, after = bisect_left(self.hit_starts, start), bisect_left(self.hit_starts, end)
        return tuple([hit for hit in self.hits[first:after] if hit.end <= end])

    def hits_of(self, role: str, start: int, end: int) -> list[Hit]:
        """Those of them that have a role: cheaper than to pick them out of all."""
        starts, hits = self.hits_by_role.get(role, _NO_HITS)
        return [hit for hit in hits[bisect_left(starts, start) : bisect_left(starts, end)] if hit.end <= end]

    def has(self, start: int, end: int, *roles: str) -> bool:
        """Whether a hit of one of the roles starts in `text[start:end]` and ends there."""
        for role in roles:
            starts, hits = self.hits_by_role.get(role, _NO_HITS)
            for at in range(bisect_left(starts, start), len(starts)):
                if starts[at] >= end:
                    break
                if hits[at].end <= end:
                    return True
        return False

    def hits_at(self, start: int) -> tuple[Hit, ...]:
        """The hits that start right there, longest first."""
        return self.hits_by_start.get(start, ())

    def places_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """The places named in `text[start:end]`."""
        first, after = bisect_left(self.place_starts, start), bisect_left(self.place_starts, end)
        return self.places[first:after]

    def block_at(self, at: int) -> Block | None:
        """The block that the place `at` lies in."""
        number = bisect_right(self.block_starts, at) - 1
        return self.blocks[number] if number >= 0 and at < self.blocks[number].end else None

    def quote(self, start: int, end: int) -> Quote:
        """The original behind `text[start:end]`."""
        return self.document.quote(start, end)

    @property
    def title(self) -> Block | None:
        """The block of the headline, if there is one."""
        return next((block for block in self.blocks if block.label == TITLE), None)


def once_a_page(work: Callable[Concatenate[Page, Asked], Found]) -> Callable[Concatenate[Page, Asked], Found]:
    """The function, worked out once for the same page and places: many readings of a sentence ask for the same verb."""

    @wraps(work)
    def asked(page: Page, /, *at: Asked.args, **more: Asked.kwargs) -> Found:
        key = (work, *at)
        found: Found = page.found.get(key, _NOT_YET)
        if found is _NOT_YET:
            page.found[key] = found = work(page, *at, **more)
        return found

    return asked


def prepare(document: Document, extra: tuple[Place, ...] = (), *, lexicons: Callable[[str], Lexicon] = lexicon_of) -> Page:
    """The document's page; `lexicons` gives the lexicon of a language."""
    text = document.text
    lang = language_of(text)
    is_bare = is_unaccented(text, lang)
    hits = tuple(lexicons(lang).hits(text, is_bare=is_bare))
    blocks = tuple(blocks_of(document, list(hits), lang=lang))
    parts = tuple(
        Sentence(start, end, block)
        for block in blocks
        if block.label in (BODY, TITLE)
        for start, end in sentences(text, block.start, block.end)
    )
    places = tuple(mentions(text, extra))
    return Page(
        document, text, lang, is_bare, blocks, tuple(block.start for block in blocks), parts, hits, tuple(map(_begins, hits)),
        places, tuple(map(_begins, places)), folding.lower(text),
        {start: tuple(there) for start, there in groupby(hits, key=_begins)}, _by_role(hits),
    )  # fmt: skip


def _by_role(hits: tuple[Hit, ...]) -> dict[str, tuple[list[int], list[Hit]]]:
    found: dict[str, tuple[list[int], list[Hit]]] = {}
    for hit in hits:
        starts, same = found.setdefault(hit.role, ([], []))
        starts.append(hit.start)
        same.append(hit)
    return found
