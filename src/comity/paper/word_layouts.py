"""How a Word file is set, by the language of the document: sheet, letters, sizes and spaces.

- vi: Decree 30/2020/ND-CP, appendix I (A4; 20-25 mm above and below, 30-35 left, 15-20 right; Times New Roman 13-14).
- zh-Hans: GB/T 9704-2012 (A4; 37 mm above, 28 left, text 156 by 225 mm; title in 小标宋 of size 2, text in 仿宋 of size 3 on
  22 lines, first line two characters in, levels in 黑体 and 楷体).
- en and any other: plain.
Measures in points unless said; a side-by-side file and a paper without a head have small letters in every language.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Letters:
    """The font of Latin letters and that of Chinese characters."""

    latin: str = "Times New Roman"
    han: str = "SimSun"


@dataclass(frozen=True, slots=True)
class Layout:
    """One language's layout. `margins` are top, right, bottom, left in millimetres; `line` 0 is single spacing of the font.

    `indent` counts characters of the first line; `heads` are letters, size, bold and italic of the three levels. `columns` are
    the shares of what stands left and right above a paper, which may reach `overhang` millimetres into its margins.
    """

    lang: str
    margins: tuple[int, int, int, int]
    text: Letters
    size: float
    indent: float
    after: float
    table_size: float
    title: tuple[Letters, float, bool]
    heads: tuple[tuple[Letters, float, bool, bool], ...]
    line: float = 0
    heads_indent: float = 0
    heads_before: float = 10
    align: str = "left"
    columns: tuple[int, int] = (58, 42)
    overhang: int = 0
    frame: dict[str, float] = field(default_factory=dict)
    is_on_its_side: bool = False

    @property
    def sheet(self) -> tuple[int, int]:
        """Width and height of A4 as it lies, in millimetres."""
        return (297, 210) if self.is_on_its_side else (210, 297)

    @property
    def room(self) -> int:
        """The width of the text in millimetres."""
        return self.sheet[0] - self.margins[1] - self.margins[3]


_ROMAN = Letters()
_FANG = Letters(han="仿宋")
_BLACK = Letters(han="黑体")
_KAI = Letters(han="楷体")

VIETNAMESE = Layout(
    lang="vi",
    margins=(22, 18, 20, 30),
    text=_ROMAN,
    size=14,
    indent=2,
    after=6,
    table_size=11.5,
    title=(_ROMAN, 14, True),
    heads=((_ROMAN, 14, True, False), (_ROMAN, 14, True, False), (_ROMAN, 14, False, True)),
    align="both",
    columns=(44, 56),
    overhang=14,
    frame={
        "over": 12,
        "organ": 12,
        "nation": 12,
        "motto": 13,
        "number": 13,
        "about": 12,
        "place-day": 13,
        "copies-head": 12,
        "copy": 11,
    },
)
CHINESE = Layout(
    lang="zh-Hans",
    margins=(37, 26, 35, 28),
    text=_FANG,
    size=16,
    indent=2,
    after=0,
    table_size=10.5,
    title=(Letters(han="方正小标宋简体"), 22, False),
    heads=((_BLACK, 16, False, False), (_KAI, 16, False, False), (_FANG, 16, True, False)),
    # 225 mm on 22 lines.
    line=28.95,
    heads_indent=2,
    heads_before=0,
    align="both",
    frame={"organ": 28, "number": 16, "copy": 14},
)
PLAIN = Layout(
    lang="en",
    margins=(24, 20, 22, 25),
    text=_ROMAN,
    size=11.5,
    indent=0,
    after=6,
    table_size=10,
    title=(_ROMAN, 17, True),
    heads=((_ROMAN, 13, True, False), (_ROMAN, 12, True, False), (_ROMAN, 11.5, False, True)),
)
# The margins of A4 on its side.
ON_ITS_SIDE = (18, 15, 16, 15)


def layout_of(lang: str, *, is_beside: bool = False, has_head: bool = True) -> Layout:
    """The layout for documents in `lang`; one without a head is no official paper and is set closer."""
    layout = {"vi": VIETNAMESE, "zh-Hans": CHINESE}.get(lang, replace(PLAIN, lang=lang))
    if is_beside:
        return _small(layout)
    return layout if has_head else _short(layout)


def _short(layout: Layout) -> Layout:
    """Source: the sheet of a paper without a head in `paper/static/printed_pdf.css`."""
    heads = tuple((letters, 12.0, bold, italic) for letters, _, bold, italic in layout.heads)
    return replace(
        layout,
        size=11,
        indent=0,
        after=4,
        table_size=9,
        title=(layout.title[0], 16, layout.title[2]),
        heads=heads,
        line=17,
        heads_indent=0,
        heads_before=9,
    )


def _small(layout: Layout) -> Layout:
    heads = tuple((letters, 11.0, True, italic) for letters, _, _, italic in layout.heads)
    return replace(
        layout,
        margins=ON_ITS_SIDE,
        size=10,
        table_size=10,
        indent=0,
        after=3,
        line=0,
        align="left",
        title=(layout.title[0], 13, True),
        heads=heads,
        heads_indent=0,
        heads_before=6,
        frame=dict.fromkeys(layout.frame, 10.0),
        is_on_its_side=True,
    )
