"""A person's changes to a review book: his words in the place of drafted ones, kept by paragraph and language.

    session = "…"                       whose book, and which edition: words for one never come into another
    edition = "home"
    [changes."results/…".vi]
    text = "…"                          "" leaves the paragraph as drafted
    facts = "0123456789abcdef"          the digest of the facts it was written over

- Where the facts have moved since, the words stay and the paragraph says so, with what would be drafted now.
- Words whose paragraph is gone stand at the end of a home edition; a joint edition only tells of them.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import PurePath

from comity.paper.printed import Block, Bullets, Heading, Paragraph, Printed, Run, plain
from comity.paper.translate import N_, translate
from comity.record.errors import EditsElsewhere, EditsWrong
from comity.record.language import LANGUAGES
from comity.review.book import Book

MOST_TEXT = 5000
MOVED = N_("The facts have moved since this was written. As drafted now: {drafted}")
GONE = N_("Written for a paragraph that is no longer there.")
GONE_TITLE = N_("Changes whose paragraph is gone")


class Why(StrEnum):
    MOVED = "moved"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Edit:
    """A person's words and the digest of the facts they were written over."""

    text: str
    facts: str


@dataclass(frozen=True, slots=True)
class Edits:
    """Words by key and language, for one edition of one session's book. `name` is that of their file."""

    name: str
    session: str
    edition: str
    changes: Mapping[tuple[str, str], Edit]

    def must_fit(self, *, session: str, edition: str) -> None:
        """Raises: EditsElsewhere where they were written for another book."""
        if (self.session, self.edition) != (session, edition):
            given, wanted = (f"{book[:12]} {kind}" for book, kind in ((self.session, self.edition), (session, edition)))
            raise EditsElsewhere(path=self.name, given=given, wanted=wanted)


@dataclass(frozen=True, slots=True)
class Flag:
    """A paragraph a person must look at again."""

    key: str
    lang: str
    why: Why


def parse_edits(raw: bytes, name: str) -> Edits:
    """The changes a file holds, TOML or, by its name, JSON. Raises: EditsWrong."""
    try:
        text = raw.decode("utf-8-sig")
        given = json.loads(text) if PurePath(name).suffix.lower() == ".json" else tomllib.loads(text)
    except (ValueError, RecursionError) as problem:
        raise EditsWrong(path=name, problem="it is no TOML or JSON") from problem
    if not isinstance(given, dict) or not isinstance(given.get("changes", {}), dict):
        raise EditsWrong(path=name, problem="it holds no changes by key and language")
    words = (given.get("session"), given.get("edition"))
    if not all(isinstance(each, str) for each in words):
        raise EditsWrong(path=name, problem="it does not say for which session and edition")
    return Edits(name, str(words[0]), str(words[1]), dict(_changes(given.get("changes", {}), name)))


def _changes(given: dict[str, object], name: str) -> Iterator[tuple[tuple[str, str], Edit]]:
    for key, by_lang in given.items():
        for lang, change in by_lang.items() if isinstance(by_lang, dict) else [("", None)]:
            text = change.get("text") if isinstance(change, dict) else None
            facts = change.get("facts", "") if isinstance(change, dict) else ""
            if lang not in LANGUAGES or not isinstance(text, str) or not isinstance(facts, str) or len(text) > MOST_TEXT:
                raise EditsWrong(path=name, problem="a change has no text of up to 5,000 characters under its language")
            if text.strip():
                yield (key, lang), Edit(" ".join(text.split()), facts)


def with_edits(book: Book, edits: Edits, *, keeps_gone: bool) -> tuple[Printed, tuple[Flag, ...]]:
    """The book with a person's words in it, and what he must look at again; `keeps_gone` words without a paragraph too."""
    lang = book.printed.lang
    changes = {key: edit for (key, of), edit in edits.changes.items() if of == lang}
    flags = tuple(_flags(book, lang, changes))
    blocks = tuple(_edited(block, book, changes) for block in book.printed.blocks)
    gone = {flag.key: changes[flag.key] for flag in flags if flag.why is Why.GONE} if keeps_gone else {}
    return replace(book.printed, blocks=(*blocks, *_gone(gone, lang))), flags


def _flags(book: Book, lang: str, changes: Mapping[str, Edit]) -> Iterator[Flag]:
    for key, edit in changes.items():
        if key not in book.digests:
            yield Flag(key, lang, Why.GONE)
        elif book.digests[key] != edit.facts:
            yield Flag(key, lang, Why.MOVED)


def _edited(block: Block, book: Book, changes: Mapping[str, Edit]) -> Block:
    if isinstance(block, Bullets):
        return replace(block, items=tuple(_paragraph(item, book, changes) for item in block.items))
    return _paragraph(block, book, changes) if isinstance(block, Paragraph) else block


def _paragraph(drafted: Paragraph, book: Book, changes: Mapping[str, Edit]) -> Paragraph:
    edit = changes.get(drafted.key)
    if edit is None or drafted.key not in book.digests:
        return drafted
    moved = book.digests[drafted.key] != edit.facts
    remark = translate(book.printed.lang)(MOVED, drafted=plain(drafted.line)) if moved else ""
    return replace(drafted, line=(Run(edit.text),), remark=remark)


def _gone(changes: Mapping[str, Edit], lang: str) -> Iterator[Block]:
    if changes:
        _ = translate(lang)
        yield Heading("gone", 1, (Run(_(GONE_TITLE)),))
        yield Bullets(
            "gone/all", tuple(Paragraph(f"gone/{key}", (Run(edit.text),), remark=_(GONE)) for key, edit in changes.items())
        )


def template_of(books: Mapping[str, Book], *, session: str, edition: str) -> str:
    """A file of changes to fill in: every paragraph of these books with what is drafted, as TOML."""
    lines = [f"# {line}" for line in _HOW] + [f"session = {_quoted(session)}", f"edition = {_quoted(edition)}"]
    for lang, book in books.items():
        for paragraph in _written(book.printed.blocks):
            if paragraph.key in book.digests:
                lines += ["", *(f"# {line}" for line in plain(paragraph.line).splitlines())]
                lines += [
                    f"[changes.{_quoted(paragraph.key)}.{lang}]",
                    'text = ""',
                    f"facts = {_quoted(book.digests[paragraph.key])}",
                ]
    return "\n".join(lines) + "\n"


_HOW = (
    "comity review --edits FILE",
    'vi: Ghi lời của mình vào giữa hai dấu ngoặc kép ở "text"; để trống thì giữ câu đã soạn.',
    "zh-Hans: 请在 text 的引号内填写您的文字；留空则保留所拟语句。",
    'en: Write your own words between the quotation marks of "text"; left empty, the drafted sentence stays.',
)


def _written(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Bullets):
            yield from block.items
        elif isinstance(block, Paragraph):
            yield block


def _quoted(text: str) -> str:
    """A basic string of TOML."""
    return json.dumps(text, ensure_ascii=False)
