"""The sheets of a PDF: size, margins, and what stands in them, by the layout of the language.

- A letter bears the numbers its layout has for letters; everything else says which page of how many.
- The head of a page says for whom it is and in which edition.

Source: Decree 30/2020/ND-CP, appendix I, part I; GB/T 9704-2012, 5 and 7.5.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from comity.paper.printed import Printed
from comity.paper.translate import N_, translate

PAGE_OF = N_("Page {page} of {pages}")
# Top, right, bottom and left of the text, in millimetres.
MARGINS = {"vi": (24, 18, 22, 30), "zh-Hans": (37, 26, 35, 28), "": (24, 20, 22, 25)}
_NAMES = {"vi": "vi", "zh-Hans": "zh"}
_GREY = "font: 8.5pt 'Noto Sans', 'Noto Sans CJK SC', sans-serif; color: #444"

_MARK = "@bottom-left { content: element(mark); width: 76%; vertical-align: top; padding-top: 2mm }"


def sheets_of(printed: Sequence[Printed], *, is_beside: bool) -> Markup:
    """The page rules for every layout in use."""
    if is_beside:
        return Markup(_sheet("beside", printed[0], "A4 landscape", (18, 15, 16, 15)))
    return Markup("").join(
        Markup(_sheet(_NAMES.get(one.lang, "en"), one, "A4", MARGINS.get(one.lang, MARGINS[""]))) for one in printed
    )


def plain_sheet(lang: str, *, head: str, foot: str) -> Markup:
    """The page rule of a paper without a layout of its own: what stands above each page, and below it beside its number."""
    box = " ".join(f"{margin}mm" for margin in MARGINS[""])
    number = _page_number(lang).replace("@bottom-center", "@bottom-right", 1)
    return Markup(
        f"@page {{ size: A4; margin: {box}; @top-left {{ content: {quoted(head)}; {_GREY} }} "
        f"@bottom-left {{ content: {quoted(foot)}; {_GREY} }} {number} }}\n"
    )


def _sheet(name: str, printed: Printed, size: str, margins: Sequence[int]) -> str:
    box = " ".join(f"{margin}mm" for margin in margins)
    head = (
        f"@top-left {{ content: {quoted(printed.label)}; {_GREY}; vertical-align: bottom; padding-bottom: 4mm; width: 50% }} "
        f"@top-right {{ content: {quoted(printed.edition)}; {_GREY}; vertical-align: bottom; padding-bottom: 4mm; width: 50% }} "
    )
    number = _letter_number if printed.head and printed.head.is_letter and name != "beside" else _page_number
    mark = _MARK if printed.mark and name != "beside" else ""
    return f"@page {name} {{ size: {size}; margin: {box}; {head}{number(printed.lang)} {mark} }} {_first(name, printed)}\n"


def _page_number(lang: str) -> str:
    words = translate(lang)(PAGE_OF, page="\0", pages="\1")
    parts = [quoted(part) for part in words.replace("\1", "\0").split("\0")]
    order = ["counter(page)", "counter(pages)"] if words.index("\0") < words.index("\1") else ["counter(pages)", "counter(page)"]
    return f"@bottom-center {{ content: {parts[0]} {order[0]} {parts[1]} {order[1]} {parts[2]}; {_GREY} }}"


def _letter_number(lang: str) -> str:
    # Each language is a letter of its own, whose pages count from one.
    if lang == "vi":
        return "counter-increment: page page-vi; @top-center { content: counter(page-vi); font: 12pt 'Noto Serif' }"
    if lang == "zh-Hans":
        line = "font: 14pt 'Noto Serif CJK SC'; vertical-align: top; padding-top: 7mm"
        return f"counter-increment: page page-zh; @bottom-right {{ content: '— ' counter(page-zh) ' —'; {line} }}"
    return f"counter-increment: page page-{lang}; @bottom-right {{ content: counter(page-{lang}); {_GREY} }}"


def _first(name: str, printed: Printed) -> str:
    """The first page of a Vietnamese letter bears no number."""
    is_letter = printed.head is not None and printed.head.is_letter
    return f"@page :nth(1 of {name}) {{ @top-center {{ content: none }} }}" if is_letter and printed.lang == "vi" else ""


def quoted(text: str) -> str:
    """A CSS string; what could end it or the style is written by its code."""
    return '"' + "".join(sign if sign.isalnum() or sign in " -–·,." else f"\\{ord(sign):x} " for sign in text) + '"'
