"""What a printed document is made of, before anybody decides whether it becomes a page, a PDF or a Word file.

- One document has one language; each run of text carries its own, so that names keep their letters and their voice.
- Blocks stand in the order they are read. `key` names a block for ever: a person's changes are kept by it. A key is used once
  in a document, paragraphs in lists and cells included, holds no space, and is the same in every language.
- `rests_on` are the entries a sentence is made from; a sentence without any says nothing of the record.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Run:
    """Some text in one language (BCP 47; "" is that of the document). `href` "" is no link."""

    text: str
    lang: str = ""
    href: str = ""
    is_strong: bool = False


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 for a chapter to 3; never the title of the document. The layout numbers it: its words begin with none."""

    key: str
    level: int
    line: Line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `sources` are named behind it, `code` is what a reader types to check it, "" where nothing stands in a book.

    `remark` is said beside it where a person must look: that facts moved under words he changed.
    """

    key: str
    line: Line
    rests_on: tuple[str, ...] = ()
    sources: tuple[Run, ...] = ()
    code: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of paragraphs; `is_numbered` where their order is spoken of."""

    key: str
    items: tuple[Paragraph, ...]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: paragraphs one under the other; empty is a dash on paper."""

    paragraphs: tuple[Paragraph, ...] = ()
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """`heads` name the columns; each row has as many cells, and its first names it. `widths` are shares, summing to 100."""

    key: str
    caption: Line
    heads: tuple[Line, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as SVG text, what it shows in words, and the table behind it: whoever cannot see it has the table."""

    key: str
    svg: str
    caption: Line
    alt: str
    table: Table


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins a page."""

    key: str


@dataclass(frozen=True, slots=True)
class Ending:
    """Here the paper ends and is signed; what follows is annexed and begins a page. At most one in a document."""

    key: str


Block = Heading | Paragraph | Bullets | Table | Picture | NewPage | Ending


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above and below an official paper; "" and () where nobody has said it yet, which leaves a place to fill.

    `over` is the organ above the issuing one, `number` as the organ counts; `day` ISO. `signer_post` and `signer` stand at the
    end, `recipients` beneath. `country` is that of the issuing organ ("VN", "CN"; "" unknown): only an organ of that country
    gets its national name and motto or its red head. `is_letter`: the subject stands in the head, the title of the
    document is not printed where the layout has none (vi), and nobody gets a copy unless one is named. `is_of_all`: a paper of
    several sides, which no organ issues unless one is named.
    Source: Decree 30/2020/ND-CP, appendix I; GB/T 9704-2012.
    """

    over: str = ""
    organ: str = ""
    number: str = ""
    place: str = ""
    day: str = ""
    subject: str = ""
    addressees: tuple[str, ...] = ()
    signer_post: str = ""
    signer: str = ""
    recipients: tuple[str, ...] = ()
    country: str = ""
    is_letter: bool = False
    is_of_all: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands below everything else, small: a square for machines as SVG text, what it is in words, and lines beside it.

    A Word file, which people work in, has the lines alone.
    """

    svg: str
    alt: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """A whole document. `lang` decides the layout: vi that of Decree 30/2020, zh-Hans that of GB/T 9704-2012, en a plain one.

    `edition` is said in the head of every page ("home edition", "joint edition"), `label` whom it is for; both in `lang`.
    `counts_headings` is false for a short paper whose headings bear no numbers.
    """

    lang: str
    title: Line
    edition: str
    label: str
    head: Head | None
    blocks: tuple[Block, ...]
    counts_headings: bool = True
    mark: Mark | None = None

    @property
    def has_annexes(self) -> bool:
        """Whether it is signed before its last page."""
        return any(isinstance(block, Ending) for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Drafted:
    """A document as drafted, and of each paragraph that a person may rewrite the digest of its facts, by key."""

    printed: Printed
    digests: Mapping[str, str]


NOTHING = "–"
# A row of so many characters stands on one page.
SHORT = 1200


def plain(line: Line) -> str:
    """The words of a line without language and links."""
    return "".join(run.text for run in line)


def rows_of(table: Table) -> tuple[tuple[Cell, ...], ...]:
    """The rows, each with as many cells as there are heads; one empty row where there is none: a table is never only a head."""
    columns = len(table.heads)
    return tuple((row + (Cell(),) * columns)[:columns] for row in table.rows or ((),))


def widths_of(table: Table) -> tuple[int, ...]:
    """The share of each column; equal where the table states none that fit."""
    columns = len(table.heads)
    fits = len(table.widths) == columns and sum(table.widths) == 100 and all(width > 0 for width in table.widths)
    return table.widths if fits else tuple(100 // columns for _ in range(columns))


def numbers_stand_in(table: Table) -> tuple[bool, ...]:
    """Whether a column holds numbers, for each column: its head stands to the right as they do."""
    return tuple(cell.is_number for cell in rows_of(table)[0])


def is_long(row: Iterable[Cell]) -> bool:
    """Whether a row has so many words that it may be broken across two pages."""
    return sum(len(plain(part.line)) for cell in row for part in cell.paragraphs) > SHORT


def has_long_head(table: Table) -> bool:
    """Whether the heads have so many words that they are not said again on every page."""
    return sum(len(plain(head)) for head in table.heads) > SHORT


def table_behind(picture: Picture) -> Table:
    """The table of a picture; without its caption where that of the picture, which stands above it, says the same."""
    table = picture.table
    return replace(table, caption=()) if plain(picture.caption).startswith(plain(table.caption)) else table
