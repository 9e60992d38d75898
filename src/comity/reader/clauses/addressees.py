"""Whom a clause asks: "asked both sides to", 建议清乐, "đề nghị phía Trung Quốc".

- Only what is proposed, asked or hoped has somebody whom it asks.
- They stand between the words of asking and the clause, within those words ("both sides should"), or before them (向…提出).
- All that one act governs asks the same ones.
"""

from __future__ import annotations

import re

from comity.reader.clauses.acts import HOPED, PROPOSED
from comity.reader.clauses.surroundings import Around
from comity.reader.reading import Detail

ADDRESSEE = "addressee"
_LONGEST = 90
_TAIL = 12
# How far apart those may stand who are asked together.
_GAP, _GAP_HAN = 24, 4
_TRAILING = re.compile(
    r"\s(?:to|should|will|can|would|must|need|also|continue|jointly|further|cần|sẽ|nên|tiếp tục|phải|cùng|att|ska|bör)$"
    r"|(?:应|要|能|可|将|會|会|一道|共同|继续|繼續|尽快|盡快|早日|进一步|進一步|能够|积极|積極|在|能否|并|对)$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:the|all|relevant|các|cac|phia|phía|bên|chính quyền|lãnh đạo|cơ quan|tỉnh|de|les)\s+$", re.IGNORECASE)
_SIDE_AFTER = re.compile(r"\s+(?:side|province|region|prefecture|authorities|government)\b|方面|方|省|自治区|自治區|两地|兩地")
_WORDS = re.compile(r"[\s,，:：\"“”]*")


def addressee_of(around: Around) -> Detail | None:
    """Whom the clause asks, in the words of the text."""
    draft = around.draft
    if draft.status not in (PROPOSED, HOPED):
        return None
    first = draft.act[0]
    if not around.sentence.start <= first < draft.start:
        return _carried(around)
    return _named(around, first, min(around.opens, first + 240)) or _before(around)


def _carried(around: Around) -> Detail | None:
    """The act stands in an earlier sentence, and the addressees with it."""
    first, after = around.draft.act
    return _named(around, first, after)


def _named(around: Around, start: int, end: int) -> Detail | None:
    """Those named in a stretch, the words of asking left out."""
    text, page = around.page.text, around.page
    at = _skipped(around, start, end)
    found = [hit for hit in page.hits_in(at, end) if hit.role in ("subjects", "charges") and hit.value in _ASKED]
    spans = [(hit.start, hit.end) for hit in found]
    spans += [(one.start, one.end) for one in page.places_in(at, end) if one.end <= end]
    if not spans:
        return None
    first, last = sorted(spans)[0]
    gap = _GAP_HAN if page.lang == "zh" else _GAP
    for start_next, stop in sorted(spans):
        last = max(last, stop) if start_next - last <= gap else last
    for _ in range(3):
        article = _ARTICLE.search(text, max(at, first - 20), first)
        first = article.start() if article else first
    side = _SIDE_AFTER.match(text, last, end)
    last = side.end() if side else last
    cut = re.search(r"[;；。]", text[first:last])
    last = _without_tail(text, first, first + cut.start() if cut else last)
    if not first < last <= first + _LONGEST:
        return None
    rule = found[0].line.rule if found else "grammar/addressee"
    return around.detail(ADDRESSEE, (first, last), rule, 0.75 if found else 0.7, code=_codes(around, first, last))


def _codes(around: Around, first: int, last: int) -> str:
    """The codes of the places named among the addressees, parted by semicolons."""
    return ";".join(dict.fromkeys(one.place.code for one in around.page.places_in(first, last)))


_ASKED = frozenset({"both", "organ", "body", "they"})


def _skipped(around: Around, start: int, end: int) -> int:
    """Behind the words of asking: whom it asks follows them."""
    words, at = around.hits("addressees", (start, end)), start
    for hit in words:
        gap = _WORDS.match(around.page.text, at, end)
        if hit.start > (gap.end() if gap else at) and (at > start or hit.start >= around.draft.act[1]):
            break
        if hit.value == "skip":
            at = max(at, hit.end)
    return at


def _before(around: Around) -> Detail | None:
    """Those to whom something is put before it is said what: 向清乐提出."""
    act = around.draft.act[0]
    floor = max(around.sentence.start, act - 30)
    opening = [hit for hit in around.hits("addressees", (floor, act)) if hit.value == "before"]
    if not opening:
        return None
    places = [one for one in around.page.places_in(opening[-1].end, act) if one.start - opening[-1].end < 8]
    hits = [hit for hit in around.page.hits_of("subjects", opening[-1].end, act) if hit.value in _ASKED]
    spans = sorted([(one.start, one.end) for one in places] + [(hit.start, hit.end) for hit in hits])
    if not spans:
        return None
    return around.detail(ADDRESSEE, spans[0], opening[-1].line.rule, 0.7, code=_codes(around, *spans[0]))


def _without_tail(text: str, start: int, end: int) -> int:
    tail = _TRAILING.search(text, max(start, end - _TAIL), end)
    while tail is not None:
        end = tail.start()
        tail = _TRAILING.search(text, max(start, end - _TAIL), end)
    return end
