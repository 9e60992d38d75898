"""A person's changes to a drafted paper: his words in the place of drafted ones, by paragraph and language, and what he says of
its head and foot.

- Where the facts have moved since, the words stay and the paragraph says so, with what would be drafted now.
- Words whose paragraph is gone stand at the end of a home edition; any other paper only tells of them.
- An empty line in the words begins a new paragraph, where the paragraph stands by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from comity.paper.printed import Block, Bullets, Drafted, Heading, Paragraph, Printed, Run, plain
from comity.paper.translate import N_, translate
from comity.record.errors import EditsElsewhere

MOVED = N_("The facts have moved since this was written. As drafted now: {drafted}")
GONE = N_("Written for a paragraph that is no longer there.")
GONE_TITLE = N_("Changes whose paragraph is gone")


class Why(StrEnum):
    MOVED = "moved"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Edit:
    """A person's words, one or more paragraphs, and the digest of the facts they were written over."""

    paragraphs: tuple[str, ...]
    facts: str


# By field of the head: its words, or its names where it lists several.
HeadWords = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Edits:
    """Words by key and language, and what is said of the head by language and field, for one paper, in words ("review of ...").

    `name` is that of their file.
    """

    name: str
    paper: str
    changes: Mapping[tuple[str, str], Edit]
    heads: Mapping[str, HeadWords]

    def must_fit(self, paper: str) -> None:
        """Raises: EditsElsewhere where they were written for another paper."""
        if self.paper != paper:
            raise EditsElsewhere(path=self.name, given=self.paper, wanted=paper)


@dataclass(frozen=True, slots=True)
class Flag:
    """A paragraph a person must look at again."""

    key: str
    lang: str
    why: Why


def of_review(session: str, edition: str) -> str:
    """What the file of changes to a review book is for."""
    return f"{edition} edition for session {session}"


def of_letter(letter: str) -> str:
    """What the file of changes to a letter is for."""
    return f"letter {letter}"


def with_edits(drafted: Drafted, edits: Edits, *, keeps_gone: bool, says_moved: bool = True) -> tuple[Printed, tuple[Flag, ...]]:
    """The paper with a person's words in it, and what he must look at again.

    `keeps_gone`: words without a paragraph stand in it too; `says_moved`: the paper itself says where facts have moved.
    """
    printed = drafted.printed
    changes = {key: edit for (key, of), edit in edits.changes.items() if of == printed.lang}
    flags = tuple(_flags(drafted, changes))
    moved = {flag.key for flag in flags if flag.why is Why.MOVED and says_moved}
    gone = {flag.key: changes[flag.key] for flag in flags if flag.why is Why.GONE} if keeps_gone else {}
    blocks = tuple(made for block in printed.blocks for made in _edited(block, drafted, changes, moved))
    edited = replace(printed, blocks=(*blocks, *_gone(gone, printed.lang)))
    return _with_head(edited, edits.heads.get(printed.lang, {})), flags


def _with_head(printed: Printed, said: HeadWords) -> Printed:
    """The paper with what a person says of its head; the subject of a report is its title."""
    if printed.head is None:
        return printed
    subject = said.get("subject", "")
    if not subject or printed.head.is_letter:
        return replace(printed, head=replace(printed.head, **said))
    rest = {field: words for field, words in said.items() if field != "subject"}
    return replace(printed, title=(Run(subject),), head=replace(printed.head, **rest))


def _flags(drafted: Drafted, changes: Mapping[str, Edit]) -> Iterator[Flag]:
    for key, edit in changes.items():
        if key not in drafted.digests:
            yield Flag(key, drafted.printed.lang, Why.GONE)
        elif drafted.digests[key] != edit.facts:
            yield Flag(key, drafted.printed.lang, Why.MOVED)


def _edited(block: Block, drafted: Drafted, changes: Mapping[str, Edit], moved: set[str]) -> Iterator[Block]:
    if isinstance(block, Paragraph):
        words, *further = _rewritten(block, drafted, changes, moved)
        yield words
        yield from further
    elif isinstance(block, Bullets):
        items = ([*_rewritten(item, drafted, changes, moved)] for item in block.items)
        yield replace(block, items=tuple(_as_one(item) for item in items))
    else:
        yield block


def _as_one(paragraphs: list[Paragraph]) -> Paragraph:
    """An item of a list is one paragraph."""
    text = " ".join(plain(each.line) for each in paragraphs)
    return replace(paragraphs[0], line=(Run(text),)) if len(paragraphs) > 1 else paragraphs[0]


def _rewritten(old: Paragraph, drafted: Drafted, changes: Mapping[str, Edit], moved: set[str]) -> Iterator[Paragraph]:
    edit = changes.get(old.key)
    if edit is None or old.key not in drafted.digests:
        yield old
        return
    remark = translate(drafted.printed.lang)(MOVED, drafted=plain(old.line)) if old.key in moved else ""
    first, *further = edit.paragraphs
    yield replace(old, line=(Run(first),), remark=remark)
    for number, words in enumerate(further, 2):
        yield Paragraph(f"{old.key}/{number}", (Run(words),))


def _gone(changes: Mapping[str, Edit], lang: str) -> Iterator[Block]:
    if changes:
        _ = translate(lang)
        yield Heading("gone", 1, (Run(_(GONE_TITLE)),))
        yield Bullets(
            "gone/all",
            tuple(Paragraph(f"gone/{key}", (Run(" ".join(edit.paragraphs)),), remark=_(GONE)) for key, edit in changes.items()),
        )
