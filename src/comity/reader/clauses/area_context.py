"""The areas of clauses that say nothing of their own: what they stand beside tells.

- "Handled nine cases" after a sentence on smuggling, "the issue" after boundary pillars, a sentence that opens "Regarding
  border gates,": the words close by, before the clause.
- "Exchange information" at a meeting of police or of border guards is of their trade: see holders.py.
- "Related procedures" in a report whose headline names one area is of that area.
"""

from __future__ import annotations

import re

from comity.reader.clauses.areas import GENERAL, areas_of
from comity.reader.clauses.drafts import Draft
from comity.reader.text.layout import BODY
from comity.reader.text.page import Page, Sentence

_CONTACT = "party-and-government exchange"
# "Regarding A,", "Về A,", 在A方面: what the whole sentence is about.
_FRAME = re.compile(
    r"(?:[^,，。.;；\n]{0,12}\s)?(?:regarding|concerning|in terms of|with regard to|as for|as regards|in the (?:field|area"
    r"|sphere) of|on the"
    r"|về|đối với|trong lĩnh vực|liên quan đến|en materia de|en cuanto a|concernant|en matière de|dans le domaine de"
    r"|angående|när det gäller)"
    r"\s[^,;.]{3,90},|(?:关于|在|就)[^，,。；;]{2,30}(?:方面|领域|工作|问题|的开放|上)[，,]",
    re.IGNORECASE,
)
# Things said without saying what of: they are of what was spoken of before.
_SAME = re.compile(
    r"\b(?:the|this|that|these|those|such) (?:issues?|matters?|problems?|cases?|questions?|incidents?)\b|\b(?:these|such"
    r"|related|relevant) (?:procedures?|matters?)\b"
    r"|\b(?:handled|settled|detected|prosecuted|investigated|solved) (?:\w+ )?cases\b"
    r"|\b(?:vấn đề|vụ việc|nội dung|thủ tục) (?:này|nêu trên|đó|liên quan|phát sinh)\b"
    r"|上述|该问题|这些问题|此类|相关手续|有关手续|相关问题"
)
_WEAK = re.compile(
    r"\b(?:procedures?|information|cases?|incidents?|issues?|problems?|measures?|rules?|situation|data|notices?|contact"
    r" points?|violations)\b"
    r"|\b(?:thủ tục|thông tin|tình hình|vụ việc|vướng mắc|biện pháp|số liệu|kinh nghiệm|tài liệu|công tác phối hợp|hội đàm"
    r"|trao trả|bàn giao)\b"
    r"|手续|信息|情报|情况|案件|措施|问题|经验|数据|报告|上报|会谈|会晤|联络|帮助|意见|防控"
)
# What is said of the ties as such is of no narrower area.
_OF_TIES = re.compile(
    r"\b(?:co-?operat\w*|collaborat\w*|relations?|ties|friendship|together|partners?(?:hip)?|trust|exchanges?|agreed|agreements?)\b"
    r"|\b(?:hợp tác|quan hệ|hữu nghị|đoàn kết|giao lưu|tin cậy|thỏa thuận|cam kết)\b"
    r"|合作|友好|关系|协作|友谊|互信|战略|共识|情谊"
)
# What a headline names exactly enough for what is told below it.
_EXACT = frozenset(
    [
        "gates",
        "customs & clearance",
        "border management & security",
        "crime & law enforcement",
        "health & epidemics",
        "tourism",
        "labour",
        "transport & infrastructure",
        "education & training",
        "agriculture forestry fishery",
        "environment & disasters",
    ]
)


def title_area(page: Page) -> str | None:
    """The one area that the headline, or without one the first sentence, names."""
    title = page.title
    first = next((one for one in page.sentences if one.block.label == BODY), None)
    start, end = (title.start, title.end) if title is not None else (first.start, first.end) if first is not None else (0, 0)
    areas = _said(page, start, end)
    return areas[0] if len(areas) == 1 and areas[0] in _EXACT else None


def in_context(page: Page, draft: Draft, own: tuple[str, ...], field: str | None, headline: str | None) -> tuple[str, ...]:
    """The areas of a draft: its own, or those of what it stands beside where it has none.

    `field` is that of the bodies that hold the talks, `headline` the one the headline names.
    """
    if own not in ((GENERAL,), (_CONTACT,)):
        return own
    words = page.lowered[draft.start : draft.end]
    sentence = next((one for one in reversed(page.sentences) if one.start <= draft.start), None)
    if sentence is None:
        return own
    frame = _FRAME.match(page.text, sentence.start, draft.start)
    framed = _said(page, *frame.span()) if frame else ()
    if framed and (own == (GENERAL,) or len(framed) == 1):
        return framed
    if _SAME.search(words) and (before := _before(page, sentence, draft.start)):
        return before
    if field is not None:
        return (field,)
    says_none = own == (GENERAL,) and not _OF_TIES.search(words)
    says_none = says_none and not page.has(draft.start, draft.end, "terms")
    if headline is not None and (_WEAK.search(words) or says_none):
        return (headline,)
    return own


def _before(page: Page, sentence: Sentence, at: int) -> tuple[str, ...]:
    """The areas named last before a place: in its sentence, else in the one before it in the same paragraph."""
    here = tuple(area for area in _said(page, sentence.start, at) if area in _EXACT)
    if here:
        return here[-1:]
    block = sentence.block
    before = [one for one in page.sentences if block.start <= one.start < sentence.start]
    told = _said(page, before[-1].start, before[-1].end) if before else ()
    return tuple(area for area in told if area in _EXACT)[-1:]


def _said(page: Page, start: int, end: int) -> tuple[str, ...]:
    if start >= end:
        return ()
    return tuple(area for area in areas_of(page, start, end) if area not in (GENERAL, _CONTACT))
