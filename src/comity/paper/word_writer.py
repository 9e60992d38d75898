"""The blocks of a printed document as elements of a Word file, in the styles of one of its languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from docx.document import Document as Opened
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Mm

from comity.paper.picture_png import picture_png
from comity.paper.printed import (
    NOTHING,
    Block,
    Bullets,
    Cell,
    Ending,
    Heading,
    Line,
    NewPage,
    Paragraph,
    Picture,
    Printed,
    Run,
    Table,
    has_long_head,
    is_long,
    numbers_stand_in,
    plain,
    rows_of,
    table_behind,
    widths_of,
)
from comity.paper.printed_head import HeadLine, Role
from comity.paper.printed_markup import language_of
from comity.paper.printed_numbers import numbers_of
from comity.paper.rendering import show_marks
from comity.paper.word_elements import cell_of, element, of_mm, paragraph_of, row_of, run_of, table_of
from comity.paper.word_layouts import Layout
from comity.paper.word_styles import NUMBERS, hanging, listed, style_id


@dataclass(slots=True)
class Anchors:
    """The keys links of a file lead to, each with its bookmark, and the addresses outside it."""

    opened: Opened
    wanted: dict[str, str]
    outside: dict[str, str] = field(default_factory=dict)
    numbered: int = 0
    placed: int = 0

    def address(self, href: str) -> str:
        """The relationship of an address outside the file, made once."""
        if href not in self.outside:
            self.outside[href] = self.opened.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return self.outside[href]


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes in the styles of one language; `suffix` is that of a further language of the file."""

    printed: Printed
    layout: Layout
    anchors: Anchors
    suffix: str

    @property
    def lang(self) -> str:
        return self.printed.lang

    def style(self, name: str) -> str:
        return style_id(name, self.suffix)

    def blocks(self, closing: Sequence[Any] = ()) -> Iterable[Any]:
        """Every block of the document, in its order; `closing` is what stands where it ends. No heading stands alone with the one
        sentence behind it.
        """
        numbers = numbers_of(self.printed)
        begins_page = follows_heading = False
        for block in self.printed.blocks:
            made = self.block(block, numbers)
            if follows_heading and isinstance(block, Paragraph):
                made[0].get_or_add_pPr().get_or_add_keepNext()
            follows_heading = isinstance(block, Heading)
            if made and begins_page:
                made = self.on_new_page(made)
            begins_page = isinstance(block, NewPage | Ending) or (begins_page and not made)
            yield from closing if isinstance(block, Ending) else made

    def on_new_page(self, made: list[Any]) -> list[Any]:
        """What begins a page says so itself: a break of its own could fill a page with nothing."""
        lead = made if made[0].tag.endswith("}p") else [self.room(), *made]
        lead[0].get_or_add_pPr().get_or_add_pageBreakBefore()
        return lead

    def block(self, block: Block, numbers: dict[str, str]) -> list[Any]:
        """One block; a picture is followed by its table."""
        match block:
            case Heading():
                return [self.heading(block, numbers)]
            case Paragraph():
                return [self.paragraph(block, "Body Text")]
            case Bullets():
                return self.bullets(block)
            case Table():
                return self.table(block)
            case Picture():
                return [*self.picture(block), *self.table(table_behind(block))]
            case NewPage() | Ending():
                return []

    def heading(self, block: Heading, numbers: dict[str, str]) -> Any:
        number = [run_of(numbers[block.key], self.lang)] if block.key in numbers else []
        style = self.style(f"Heading {min(max(block.level, 1), 3)}")
        return paragraph_of(style, *self.marked(block.key, [*number, *self.runs(block.line)]))

    def paragraph(self, block: Paragraph, style: str, *, set_by: tuple[Any, ...] = ()) -> Any:
        """A paragraph with what stands behind it: sources, code and remark."""
        runs = self.runs(block.line)
        behind = [self.runs((source,), style="Source") for source in block.sources]
        behind += [[run_of(block.code, "en", style="Code", is_whole=True)]] if block.code else []
        for at, one in enumerate(behind):
            runs += [run_of(" · " if at else " ", self.lang, style="Source"), *one]
        runs += [run_of(f" [{block.remark}]", self.lang, style="Remark")] if block.remark else []
        return paragraph_of(self.style(style), *self.marked(block.key, runs), set_by=set_by)

    def bullets(self, block: Bullets) -> list[Any]:
        """The items of a list; a numbered one counts anew, with room for its greatest number."""
        if not block.is_numbered:
            return [self.paragraph(item, "List Bullet") for item in block.items]
        self.anchors.numbered += 1
        number, digits = NUMBERS + self.anchors.numbered, len(str(len(block.items)))
        return [
            self.paragraph(item, "List Number", set_by=(listed(number), hanging(self.layout, digits=digits)))
            for item in block.items
        ]

    def table(self, table: Table) -> list[Any]:
        """The caption, the table, and room below it."""
        if not table.heads:
            return []
        caption = (
            [paragraph_of(self.style("Caption"), *self.marked(table.key, self.runs(table.caption)))] if table.caption else []
        )
        widths = [round(of_mm(self.layout.room) * share / 100) for share in widths_of(table)]
        numbered = numbers_stand_in(table)
        head = [
            cell_of(width, [paragraph_of(self.cell_style(is_number), *self.runs(line), set_by=(element("keepNext"),))])
            for width, line, is_number in zip(widths, table.heads, numbered, strict=True)
        ]
        rows = [row_of(head, is_head=not has_long_head(table)), *(self.row(row, widths) for row in rows_of(table))]
        return [*caption, table_of("PaperTable", widths, rows, about=plain(table.caption)), self.room()]

    def row(self, cells: Sequence[Cell], widths: Sequence[int]) -> Any:
        made = [cell_of(width, self.cell(cell)) for width, cell in zip(widths, cells, strict=True)]
        return row_of(made, is_whole=not is_long(cells))

    def cell(self, cell: Cell) -> list[Any]:
        style = "Table Number" if cell.is_number else "Table Text"
        parts = cell.paragraphs or (Paragraph("", (Run(NOTHING),)),)
        return [self.paragraph(part, style) for part in parts]

    def cell_style(self, is_number: bool) -> str:
        return self.style("Table Number" if is_number else "Table Text")

    def picture(self, picture: Picture) -> list[Any]:
        """The drawing with its words, and its caption."""
        width = min(self.layout.room, 170)
        inline: Any = self.anchors.opened.part.new_pic_inline(BytesIO(picture_png(picture.svg)), width=Mm(width))
        for side in "TBLR":
            inline.set(f"dist{side}", "0")
        inline.docPr.set("descr", show_marks(picture.alt))
        inline.docPr.set("name", f"{inline.docPr.id}")
        inline.graphic.graphicData.pic.nvPicPr.cNvPr.set("name", "")
        drawn = element("r", None, element("drawing", None, inline))
        caption = paragraph_of(self.style("Caption"), *self.runs(picture.caption))
        return [paragraph_of(self.style("Picture"), *self.marked(picture.key, [drawn])), caption]

    def mark(self) -> list[Any]:
        """The lines below everything else; the square beside them is for paper."""
        return [self.paragraph(Paragraph("", line), "Body Text") for line in self.printed.mark.lines] if self.printed.mark else []

    def room(self) -> Any:
        """Room below a table; two tables without it would be one."""
        return paragraph_of(self.style("Table Text"))

    def end(self) -> Any:
        """The lowest paragraph there is."""
        return paragraph_of(self.style("Paper rule"))

    def frame(self, lines: Sequence[HeadLine]) -> list[Any]:
        """Lines of the head or foot, ruled beneath where the layout rules them."""
        made = []
        for line in lines:
            style = "Title" if line.role == Role.TITLE else f"Paper {line.role}"
            made.append(paragraph_of(self.style(style), *self.runs(line.line)))
            if self.lang == "vi" and not self.layout.is_on_its_side and line.role in _RULED:
                made.append(self.rule(line.role))
        return made

    def rule(self, role: Role) -> Any:
        """The line in the middle beneath a line of the head."""
        column = {Role.ORGAN: self.layout.columns[0], Role.MOTTO: self.layout.columns[1]}.get(role, 100)
        room = self.layout.room + (self.layout.overhang if column < 100 else 0)
        side = round(of_mm(room) * column / 100 * (1 - _RULED[role]) / 2)
        border = element("pBdr", None, element("bottom", {"val": "single", "sz": 6, "space": 0, "color": "000000"}))
        return paragraph_of(self.style("Paper rule"), set_by=(border, element("ind", {"left": side, "right": side})))

    def runs(self, line: Line, *, style: str = "") -> list[Any]:
        """The runs of a line; links lead where they lead."""
        made = []
        for run in line:
            lang = language_of(run, self.lang)
            if not run.href:
                made.append(run_of(run.text, lang, style=style, is_strong=run.is_strong))
                continue
            target = (
                {"anchor": self.anchors.wanted.get(run.href[1:], "")}
                if run.href.startswith("#")
                else {"r:id": self.anchors.address(run.href)}
            )
            made.append(element("hyperlink", target, run_of(run.text, lang, style=style or "Hyperlink", is_strong=run.is_strong)))
        return made

    def marked(self, key: str, runs: list[Any]) -> list[Any]:
        """The runs between the two ends of a bookmark, where a link leads to them."""
        name = "" if self.suffix else self.anchors.wanted.get(key, "")
        if not key or not name:
            return runs
        self.anchors.placed += 1
        number = self.anchors.placed
        return [element("bookmarkStart", {"id": number, "name": name}), *runs, element("bookmarkEnd", {"id": number})]


# How much of its column the line beneath takes.
_RULED = {Role.ORGAN: 0.36, Role.MOTTO: 0.62, Role.SUBJECT: 0.22}


def keys_linked(printed: Iterable[Printed]) -> dict[str, str]:
    """A bookmark for every key that a link of the document leads to."""
    found: dict[str, str] = {}
    for one in printed:
        for run in _every_run(one.blocks):
            if run.href.startswith("#"):
                found.setdefault(run.href[1:], f"k{len(found) + 1}")
    return found


def _every_run(blocks: Iterable[Block]) -> Iterable[Run]:
    for block in blocks:
        match block:
            case Heading():
                yield from block.line
            case Paragraph():
                yield from (*block.line, *block.sources)
            case Bullets():
                yield from _every_run(block.items)
            case Table():
                for row in block.rows:
                    yield from (run for cell in row for run in _every_run(cell.paragraphs))
            case Picture():
                yield from (*block.caption, *_every_run([block.table]))
