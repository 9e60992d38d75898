"""The lines of a document by what they are: title, body, or furniture of the page.

- What a page puts around its article (menus, counters, captions, related headlines) makes no draft but people's.
- Limits of length differ by script: a Chinese sentence is a third as long as its translation.
- A line is body unless something says otherwise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from comity.reader.files.document import Document
from comity.reader.text.around import captions_among, rest_of_page
from comity.reader.text.glued import BYLINE, CEREMONY, lines_of
from comity.reader.text.marks_of_lists import MARK
from comity.reader.words.lexicon import Hit

TITLE, BODY, MENU, CAPTION, DATE, AUTHOR = "title", "body", "menu", "caption", "date", "author"
_ENDS = re.compile(r"[.!?。！？…;；:：”\"]\s*$")
_DATE_LINE = re.compile(
    r"^\W*(?:date\s+)?(?:[^\W\d_]{0,12},?\s*)?(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}"
    r"|\d{4}年\d{1,2}月\d{1,2}日)\W*(?:\d{1,2}[:h]\d{2}(?::\d{2})?)?\W*(?:GMT\s*[+-]\d+)?\W*$"
)
_ENDS_IN_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\s*$|\d{4}年\d{1,2}月\d{1,2}日\s*$")
_CREDIT = 40
# A line of so many characters is a paragraph of the article.
_LONG = 160
_SYMBOLS = re.compile(r"^[\W\dA-Za-z]{1,12}$")


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the text, without the white space around it, and what it is."""

    start: int
    end: int
    label: str


def blocks_of(document: Document, hits: list[Hit], *, lang: str) -> list[Block]:
    """The document's lines that are not blank, labelled, in order."""
    lines = lines_of(document.text)
    furniture = [hit for hit in hits if hit.role == "furniture"]
    labels: list[str] = []
    at = 0
    body_end = len(lines)
    for number, (start, end) in enumerate(lines):
        while at < len(furniture) and furniture[at].start < start:
            at += 1
        mine: list[Hit] = []
        while at < len(furniture) and furniture[at].start < end:
            mine.append(furniture[at])
            at += 1
        label, is_last = _label(document.text[start:end], start, mine, is_wide=lang == "zh")
        labels.append(label)
        if is_last and number > 0 and _has_body(lines[:number], labels, lang):
            body_end = min(body_end, number)
    labels = [MENU if number >= body_end else label for number, label in enumerate(labels)]
    blocks = [Block(start, end, label) for (start, end), label in zip(lines, labels, strict=True)]
    blocks = _with_titles(document, _with_captions(document, blocks), is_wide=lang == "zh")
    return _around(document.text, blocks, lang)


def _around(text: str, blocks: list[Block], lang: str) -> list[Block]:
    """The blocks with captions between the paragraphs, and what stands below the article, taken out of the body."""
    lines = [(block.start, block.end) for block in blocks]
    body = [block.label == BODY for block in blocks]
    captions = captions_among(text, lines, body, lang=lang)
    rest = rest_of_page(text, lines, body, [block.label == MENU for block in blocks], lang=lang)
    labels = {**dict.fromkeys(captions, CAPTION), **dict.fromkeys(rest, MENU)}
    return [Block(block.start, block.end, labels.get(number, block.label)) for number, block in enumerate(blocks)]


def _has_body(lines: list[tuple[int, int]], labels: list[str], lang: str) -> bool:
    limit = 50 if lang == "zh" else 150
    return any(label == BODY and end - start > limit for (start, end), label in zip(lines, labels, strict=False))


def _label(line: str, start: int, hits: list[Hit], *, is_wide: bool) -> tuple[str, bool]:
    """What a line is by itself, and whether the article ends before it."""
    size = len(line)
    is_short = size <= (60 if is_wide else 160)
    if _DATE_LINE.match(line) or (size < 50 and _ENDS_IN_DATE.search(line)):
        return DATE, False
    if _SYMBOLS.match(line) and not _ENDS.search(line):
        return MENU, False
    if BYLINE.fullmatch(line):
        return AUTHOR, False
    if is_short and CEREMONY.fullmatch(line):
        return CAPTION, False
    for hit in hits:
        opens, covers = hit.start == start, hit.end - hit.start >= size - 2
        if hit.value == "line" and opens and covers:
            return MENU, any(other.value == "after" and other.start == start for other in hits)
        if hit.value == "after" and opens and is_short:
            return MENU, True
        if opens and (hit.value == "notice" or (hit.value == "start" and is_short)):
            return MENU, False
        if hit.value == "part" and _ends_in_credit(line, hit.start - start):
            return CAPTION, False
        if hit.value == "caption" and opens:
            return CAPTION, False
        if hit.value == "part" and is_short and not _is_sentence(line):
            return CAPTION, False
        if hit.value == "caption" and is_short:
            return CAPTION, False
    return BODY, False


def _ends_in_credit(line: str, at: int) -> bool:
    """Whether a line ends with whose picture it is: "… (Photo: A)"."""
    return line[at] == "(" and len(line) - at < _CREDIT and line.rstrip().endswith(")")


def _is_sentence(line: str) -> bool:
    return bool(re.search(r"[.。！？!?]\s*$", line)) or len(re.findall(r"[，,;；]", line)) > 3


def _with_captions(document: Document, blocks: list[Block]) -> list[Block]:
    spans = [(start, end) for start, end, label in document.marked if label == CAPTION]
    margins = [(start, end) for start, end, label in document.marked if label == MENU]
    out: list[Block] = []
    first_long = next((n for n, one in enumerate(blocks) if one.label == BODY and one.end - one.start > _LONG), len(blocks))
    for number, block in enumerate(blocks):
        if any(start <= block.start < end for start, end in margins):
            out.append(Block(block.start, block.end, MENU))
            continue
        is_marked = any(start <= block.start < end for start, end in spans) or (
            number > first_long + 1 and _stands_twice(document.text, blocks, number)
        )
        if is_marked or (number and _doubles_caption(document.text, block, blocks[number + 1 : number + 2])):
            block = Block(block.start, block.end, CAPTION)
        out.append(block)
    return out


def _stands_twice(text: str, blocks: list[Block], number: int) -> bool:
    """Whether a line is the line beside it once more: the words of a picture and what is shown without it."""
    block = blocks[number]
    beside = [one for one in (*blocks[max(0, number - 1) : number], *blocks[number + 1 : number + 2]) if one.label == BODY]
    words = text[block.start : block.end]
    return block.label == BODY and any(text[one.start : one.end] == words for one in beside)


def _doubles_caption(text: str, block: Block, after: list[Block]) -> bool:
    """Whether a headline-like line stands over a caption: pictures often have their text twice."""
    if block.label != BODY or not after or after[0].label != CAPTION or after[0].start - block.end > 1:
        return False
    return block.end - block.start < 160 and not _ENDS.search(text[block.start : block.end])


def _with_titles(document: Document, blocks: list[Block], *, is_wide: bool) -> list[Block]:
    """The blocks with the title found, menu lines before it and stray headlines inside taken out of the body."""
    limit = 30 if is_wide else 110
    marked = next(((start, end) for start, end, label in document.marked if label == TITLE), None)
    text = document.text
    is_long = [block.label == BODY and (block.end - block.start > 2 * limit) for block in blocks]
    first_long = next((n for n, long in enumerate(is_long) if long), None)
    last_long = max((n for n, long in enumerate(is_long) if long), default=-1)
    title = _title_number(text, blocks, marked, first_long)
    out: list[Block] = []
    for number, block in enumerate(blocks):
        label = block.label
        ends = bool(_ENDS.search(text[block.start : block.end]))
        if number == title:
            label = TITLE
        elif label != BODY or ends or MARK.match(text, block.start, block.end):
            pass
        elif first_long is not None and number < first_long and title is not None and number < title:
            label = MENU
        elif first_long is not None and block.end - block.start < (14 if is_wide else 40) and number > last_long:
            label = AUTHOR
        elif first_long is not None and first_long < number < last_long and block.end - block.start < 1.8 * limit:
            label = MENU if _is_stray(text, block) else label
        out.append(Block(block.start, block.end, label))
    return out


def _is_stray(text: str, block: Block) -> bool:
    line = text[block.start : block.end]
    return not re.match(r"^[\d(•\-–*一二三四五六七八九十第]", line) and not re.search(r"[;；,，]", line)


def _title_number(text: str, blocks: list[Block], marked: tuple[int, int] | None, first_long: int | None) -> int | None:
    if marked is not None:
        return next((n for n, block in enumerate(blocks) if marked[0] <= block.start < marked[1]), None)
    if first_long is None:
        return None
    before = [n for n in range(first_long) if blocks[n].label == BODY]
    unended = [n for n in before if not re.search(r"[.。！？!?:：;；]\s*$", text[blocks[n].start : blocks[n].end])]
    unended = [n for n in unended if not MARK.match(text, blocks[n].start, blocks[n].end)]
    least = {n: 8 if text[blocks[n].start] > "\u3000" else 25 for n in unended}
    long_enough = [n for n in unended if blocks[n].end - blocks[n].start > least[n]]
    return long_enough[-1] if long_enough else None
