"""The styles, lists and fonts of a Word file, made from layouts; a clerk changes a style and every such line follows.

- The first language of a file has the styles every Word knows by name; each other has its own beside them.
- Numbers of headings are written out: an edited file keeps them as they were read.
- How far in a list stands is said by its style. A paragraph that names its list takes what that says, and so says it again.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from comity.paper.printed_head import Role
from comity.paper.word_elements import element, of_mm, properties, tag_of, twips
from comity.paper.word_layouts import Layout, Letters

# Word writes these names small and shows them great.
_SMALL = ("Heading", "Caption", "Header", "Footer")
# Letters that a machine may know under their Latin name alone.
_OTHER_NAMES = {"SimSun": "宋体", "仿宋": "FangSong", "黑体": "SimHei", "楷体": "KaiTi", "方正小标宋简体": "FZXiaoBiaoSong-B05S"}
# The two lists every file has; each numbered list of a document is a further one that begins anew.
BULLETS, NUMBERS = 1, 2
RED = "C00000"
GREY = "595959"
LINE = "8D949A"


def style_id(name: str, lang: str = "") -> str:
    """The id of a style; `lang` where it is that of a further language of the file."""
    return name.replace(" ", "") + lang.replace("-", "")


def styles_of(layouts: Iterable[Layout], national: Iterable[bool]) -> list[Any]:
    """Every style, those of the first layout under the names all know; `national` colours a head the law has in red."""
    given = list(zip(layouts, national, strict=True))
    made = [_defaults(given[0][0]), *_characters(), *_tables()]
    for at, (layout, is_national) in enumerate(given):
        made += _paragraphs(layout, layout.lang if at else "", is_national)
    return made


def _defaults(layout: Layout) -> Any:
    run = properties("rPr", *_letters(layout.text, layout.size), _language(layout.lang))
    space = element("pPr", None, element("spacing", {"after": "0", "line": "240", "lineRule": "auto"}))
    return element("docDefaults", None, element("rPrDefault", None, run), element("pPrDefault", None, space))


def _letters(letters: Letters, size: float) -> list[Any]:
    fonts = {"ascii": letters.latin, "hAnsi": letters.latin, "cs": letters.latin, "eastAsia": letters.han}
    return [element("rFonts", fonts), element("sz", {"val": round(size * 2)}), element("szCs", {"val": round(size * 2)})]


def _language(lang: str) -> Any:
    tag = tag_of(lang) or "en-GB"
    return element("lang", {"val": tag, "eastAsia": tag if tag.startswith("zh") else "zh-CN", "bidi": "ar-SA"})


def _characters() -> list[Any]:
    small = [element("color", {"val": GREY}), element("sz", {"val": "17"}), element("szCs", {"val": "17"})]
    link = [element("u", {"val": "single"})]
    return [
        _style("character", "Default Paragraph Font", [], [], is_default=True),
        _style("character", "Hyperlink", [], link),
        _style("character", "Source", [], small),
        _style(
            "character",
            "Code",
            [],
            [element("rFonts", {"ascii": "Consolas", "hAnsi": "Consolas", "cs": "Consolas"}), *_copies(small)],
        ),
        _style("character", "Remark", [], [element("i"), element("color", {"val": "96302F"})]),
    ]


def _copies(elements: list[Any]) -> list[Any]:
    from copy import deepcopy

    return [deepcopy(one) for one in elements]


def _tables() -> list[Any]:
    margins = element(
        "tblCellMar",
        None,
        *(
            element(side, {"w": width, "type": "dxa"})
            for side, width in (("top", 40), ("left", 60), ("bottom", 40), ("right", 60))
        ),
    )
    line = {"val": "single", "sz": "4", "space": "0", "color": LINE}
    dark = {"val": "single", "sz": "8", "space": "0", "color": "000000"}
    borders = element("tblBorders", None, element("top", dark), element("bottom", line), element("insideH", line))
    head = element(
        "tblStylePr",
        {"type": "firstRow"},
        element("rPr", None, element("b")),
        element("tcPr", None, element("tcBorders", None, element("bottom", dark)), element("vAlign", {"val": "bottom"})),
    )
    plain = _style("table", "Normal Table", [], [], is_default=True)
    plain.append(element("tblPr", None, element("tblInd", {"w": "0", "type": "dxa"}), _copies([margins])[0]))
    ruled = _style("table", "Paper Table", [], [], based="NormalTable")
    ruled.extend([element("tblPr", None, borders, margins), head])
    return [plain, ruled, _style("table", "Paper Frame", [], [], based="NormalTable")]


def _paragraphs(layout: Layout, suffix: str, is_national: bool) -> list[Any]:
    def style(name: str, paragraph: list[Any], run: list[Any], *, then: str = "") -> Any:
        based = "" if name == "Normal" else style_id("Normal", suffix)
        made = _style("paragraph", name, paragraph, run, based=based, suffix=suffix, then=style_id(then, suffix) if then else "")
        return made

    title, title_size, title_bold = layout.title
    small = [element("sz", {"val": "17"}), element("szCs", {"val": "17"})]
    table = _letters(layout.text, layout.table_size)
    return [
        style("Normal", _spaced(layout), [*_letters(layout.text, layout.size), _language(layout.lang)]),
        style(
            "Body Text",
            [*_spaced(layout, after=layout.after), *_indented(layout.indent, layout.size), _aligned(layout.align)],
            [],
        ),
        style(
            "Title",
            [_kept(), *_loose(12, 10), _aligned("center")],
            [*_bold(title_bold), *_letters(title, title_size)],
            then="Body Text",
        ),
        *(_heading(layout, level, style) for level in (1, 2, 3)),
        style("List Bullet", [listed(BULLETS), hanging(layout), *_spaced(layout, after=layout.after / 2)], []),
        style("List Number", [listed(NUMBERS), hanging(layout), *_spaced(layout, after=layout.after / 2)], []),
        style("Caption", [_kept(), *_loose(8, 3)], [element("b"), *_copies(table)]),
        style("Table Text", _loose(0, 0), _copies(table)),
        style("Table Number", [*_loose(0, 0), _aligned("right")], _copies(table)),
        style("Picture", [_kept(), *_loose(8, 3)], []),
        style("Header", [_tabbed(layout), *_loose(0, 0)], _copies(small)),
        style("Footer", [*_loose(0, 0), _aligned("center")], _copies(small)),
        style(
            "Letter Number", [*_loose(0, 0), _aligned("right")], [element("sz", {"val": "28"}), element("szCs", {"val": "28"})]
        ),
        *(_frame_style(layout, role, style, is_national) for role in Role if role != Role.TITLE),
        style("Paper rule", [*_loose(0, 3, line=40)], [element("sz", {"val": "2"})]),
    ]


def _heading(layout: Layout, level: int, style: Any) -> Any:
    letters, size, bold, italic = layout.heads[level - 1]
    paragraph = [_kept(), *_spaced(layout, before=layout.heads_before, after=layout.after / 2)]
    paragraph += [*_indented(layout.heads_indent, size), element("outlineLvl", {"val": level - 1})]
    run = [*_bold(bold), *([element("i")] if italic else []), *_letters(letters, size)]
    return style(f"Heading {level}", paragraph, run, then="Body Text")


_BOLD = {Role.ORGAN, Role.NATION, Role.MOTTO, Role.SIGNER_POST, Role.SIGNER, Role.COPIES_HEAD, Role.CALLED, Role.SUBJECT}
_SIGNING = {Role.SIGNED_BY, Role.SIGNED_ON, Role.SIGNER, Role.SIGNER_POST}
_LEFT = {Role.TO, Role.COPIES_HEAD, Role.COPY}


def _frame_style(layout: Layout, role: Role, style: Any, is_national: bool) -> Any:
    is_chinese = layout.lang == "zh-Hans"
    size = layout.frame.get(role, layout.size)
    letters = layout.title[0] if is_chinese and role == Role.ORGAN else layout.text
    run = [*_bold(role in _BOLD and not is_chinese), *([element("i")] if _leans(layout, role) else [])]
    colour = RED if is_national and is_chinese else "000000"
    run += [element("color", {"val": colour})] if role == Role.ORGAN else []
    before = {Role.SIGNER: 54.0, Role.TO: 6.0, Role.NUMBER: 4.0, Role.SIGNED_BY: 28.0, Role.CALLED: 12.0}.get(role, 0.0)
    paragraph: list[Any] = [_kept()] if role in (Role.SIGNER_POST, Role.SIGNED_BY) else []
    if is_chinese and role == Role.NUMBER:
        paragraph.append(element("pBdr", None, element("bottom", {"val": "single", "sz": "12", "space": "6", "color": colour})))
    if is_chinese and role == Role.COPY:
        rules = ({"val": "single", "sz": "6", "space": "3", "color": "000000"} for _ in range(2))
        paragraph.append(
            element("pBdr", None, *(element(side, rule) for side, rule in zip(("top", "bottom"), rules, strict=True)))
        )
    paragraph += _loose(12.0 if role == Role.COPY and is_chinese else before, 12.0 if role in (Role.SUBJECT, Role.TO) else 0)
    if is_chinese and role in _SIGNING:
        paragraph.append(element("ind", {"rightChars": "400", "right": twips(4 * layout.size)}))
    return style(f"Paper {role}", [*paragraph, _aligned(_place(layout, role))], [*run, *_letters(letters, size)])


def _leans(layout: Layout, role: Role) -> bool:
    return layout.lang == "vi" and role in (Role.PLACE_DAY, Role.COPIES_HEAD)


def _place(layout: Layout, role: Role) -> str:
    if layout.lang == "zh-Hans" and role in _SIGNING:
        return "right"
    if layout.lang not in ("vi", "zh-Hans"):
        return "right" if role == Role.PLACE_DAY else "center" if role == Role.SUBJECT else "left"
    return "left" if role in _LEFT and not (layout.lang == "vi" and role == Role.TO) else "center"


def _style(kind: str, name: str, paragraph: list[Any], run: list[Any], **more: Any) -> Any:
    suffix = more.get("suffix", "")
    is_default = more.get("is_default", False) or (name == "Normal" and not suffix)
    attributes = {"type": kind, "styleId": style_id(name, suffix)} | ({"default": "1"} if is_default else {})
    shown = f"{name} ({suffix})" if suffix else name[0].lower() + name[1:] if name.startswith(_SMALL) else name
    return element(
        "style",
        attributes,
        element("name", {"val": shown}),
        element("basedOn", {"val": more["based"]}) if more.get("based") else None,
        element("next", {"val": more["then"]}) if more.get("then") else None,
        element("uiPriority", {"val": "1"}) if kind != "table" else None,
        element("qFormat") if kind == "paragraph" else None,
        properties("pPr", *paragraph) if paragraph else None,
        properties("rPr", *run) if run else None,
    )


def _bold(is_bold: bool) -> list[Any]:
    return [element("b"), element("bCs")] if is_bold else []


def _kept() -> Any:
    return element("keepNext")


def _aligned(how: str) -> Any:
    return element("jc", {"val": how})


def listed(number: int) -> Any:
    """That a paragraph stands in a list of this number."""
    return element("numPr", None, element("ilvl", {"val": "0"}), element("numId", {"val": number}))


def hanging(layout: Layout, *, digits: int = 1) -> Any:
    """How far in a list stands, with room before it for its sign or a number of so many digits."""
    room = twips(max(1.5, 0.75 + digits / 2) * layout.size)
    return element("ind", {"left": room + twips(layout.indent * layout.size), "hanging": room})


def _tabbed(layout: Layout) -> Any:
    return element("tabs", None, element("tab", {"val": "right", "pos": of_mm(layout.room)}))


def _indented(characters: float, size: float) -> list[Any]:
    given = {"firstLineChars": round(characters * 100), "firstLine": twips(characters * size)}
    return [element("ind", given)] if characters else []


def _spaced(layout: Layout, *, before: float = 0, after: float = 0) -> list[Any]:
    """On the lines of the layout."""
    line: dict[str, str | int] = {"line": "276", "lineRule": "auto"}
    if layout.line:
        line = {"line": twips(layout.line), "lineRule": "exact"}
    return [element("spacing", {"before": twips(before), "after": twips(after), **line})]


def _loose(before: float, after: float, *, line: int = 0) -> list[Any]:
    """On lines as high as what stands in them: pictures, tables and large letters."""
    given: dict[str, str | int] = {"line": line, "lineRule": "exact"} if line else {"line": "252", "lineRule": "auto"}
    return [element("spacing", {"before": twips(before), "after": twips(after), **given})]


def lists_of(numbered: int) -> list[Any]:
    """The lists of a file with so many numbered ones: bullets, numbers, and each numbered list by itself."""
    made = [_kind_of_list(0, "bullet", "•"), _kind_of_list(1, "decimal", "%1.")]
    for number in range(1, NUMBERS + numbered + 1):
        kind = element("abstractNumId", {"val": 0 if number == BULLETS else 1})
        anew = element("lvlOverride", {"ilvl": 0}, element("startOverride", {"val": 1})) if number > NUMBERS else None
        made.append(element("num", {"numId": number}, kind, anew))
    return made


def _kind_of_list(number: int, form: str, sign: str) -> Any:
    fonts = {"ascii": "Times New Roman", "hAnsi": "Times New Roman", "cs": "Times New Roman", "eastAsia": "Times New Roman"}
    level = element(
        "lvl",
        {"ilvl": 0},
        element("start", {"val": 1}),
        element("numFmt", {"val": form}),
        element("lvlText", {"val": sign}),
        element("lvlJc", {"val": "left"}),
        properties("pPr", element("ind", {"left": 720, "hanging": 360})),
        properties("rPr", element("rFonts", fonts)),
    )
    return element("abstractNum", {"abstractNumId": number}, element("multiLevelType", {"val": "singleLevel"}), level)


def fonts_table() -> bytes:
    """The fonts by every name a machine may have them under."""
    rows = "".join(f'<w:font w:name="{name}"><w:altName w:val="{other}"/></w:font>' for name, other in _OTHER_NAMES.items())
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts {names}>{rows}</w:fonts>'.encode()
