"""The titles beside a name, each as a span.

- After a name, titles follow commas; each begins with a word of office, and the first part that does not ends them.
- Before a name, a title is the run from its word of office to the name.
- In Chinese a title runs from its place or body to the word of office that stands right before the name.
"""

from __future__ import annotations

import re

from comity.reader.gazetteer import COUNTRY
from comity.reader.page import Page

_PART = re.compile(r"[^,;:()（.，\n]+")
_CUT = re.compile(
    r"\s+(?:and|och|và|va|with|who|at|on|said|spoke|speaks|speaking|attended|proposed|suggested|affirmed|emphasi[sz]ed|chaired"
    r"|led|hosted|highly|welcomed|as|phát biểu|đã|cho biết|nhấn mạnh|khẳng định|đề nghị|chủ trì|tại|cùng|làm|dẫn đầu|đề xuất"
    r"|bày tỏ|đánh giá|tiếp|hội đàm|dự|thay mặt|trưởng đoàn|samt|talade|expressed|presided|informed|stressed|held|holds|met)\b"
)
_SV_AND = re.compile(r"\s+och\s+(?=(?:sekreterare|ordförande|vice|medlem|chef)\b)|\s+và\s+(?=(?:bí thư|chủ tịch|phó)\b)")
_HAN_START = re.compile(r"[，。；、：,;:\n“”\s（）()]|与|和|同|由|以及|会见|中共(?=中央)|^")
_MAX_BEFORE = 140
_MAX_AFTER = 600


def titles_after(page: Page, at: int) -> tuple[tuple[int, int], ...]:
    """The spans of the titles that follow a name ending at `at`."""
    text = page.text
    limit = text.find("\n", at, at + _MAX_AFTER)
    limit = min(len(text), at + _MAX_AFTER) if limit < 0 else limit
    out: list[tuple[int, int]] = []
    while (at < limit and text[at] in ",，-–") or (at + 1 < limit and text[at] == " " and text[at + 1] in "-–"):
        start = at + 1
        while start < limit and text[start] in " -–":
            start += 1
        part = _PART.match(text, start, limit)
        if part is None:
            break
        is_title = any(hit.role == "titles" for hit in page.hits_at(start))
        if not is_title and out and _is_only_places(page, start, part.end()):
            out[-1] = (out[-1][0], part.end())
            at = part.end()
            continue
        if not is_title:
            break
        end = part.end()
        cut = _SV_AND.search(text, start, end)
        if cut:
            out.append((start, cut.start()))
            start = cut.end()
        ending = _CUT.search(text, start, end)
        stop = ending.start() if ending else end
        out.append((start, _stripped(text, start, stop)))
        if ending:
            break
        at = end
    return tuple(out)


def _is_only_places(page: Page, start: int, end: int) -> bool:
    inside = page.places_in(start, end)
    covered = sum(mention.end - mention.start for mention in inside)
    return bool(inside) and covered >= 0.8 * (end - start) - 1 and (len(inside) > 1 or inside[0].place.level != "body")


def _stripped(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " -–":
        end -= 1
    return end


def titles_before(page: Page, at: int) -> tuple[tuple[int, int], ...]:
    """The span of the title that leads up to a name starting at `at`, as a tuple of none or one."""
    if page.lang == "zh":
        return _han_title(page, at)
    text = page.text
    end = at
    while end > 0 and text[end - 1] == " ":
        end -= 1
    # A title before a comma belongs to whoever was named before it.
    if end and text[end - 1] in ',.:;\n”"':
        return ()
    floor = max(0, end - _MAX_BEFORE)
    heads = [hit for hit in page.hits_in(floor, end) if hit.role == "titles" and _is_own(text, hit.end, end)]
    if not heads:
        return ()
    first = heads[-1]
    for hit in reversed(heads[:-1]):
        # "deputy head of the office of the secretary": heads joined by plain words belong to one title.
        if hit.end >= first.start or re.fullmatch(r"[\s\w'’]*", text[hit.end : first.start]):
            first = hit if text[hit.end : first.start].strip() in ("", "of", "of the") or hit.end > first.start else first
    return ((first.start, end),)


def _is_own(text: str, start: int, end: int) -> bool:
    """Whether nothing between a word of office and the name says that the title is somebody else's."""
    between = text[start:end]
    return not re.search(r"[.;:\n]", between) and not _CUT.search(between) and between.count(",") == 0


def _han_title(page: Page, at: int) -> tuple[tuple[int, int], ...]:
    text = page.text
    heads = [hit for hit in page.hits_in(max(0, at - 8), at) if hit.role == "titles" and hit.end == at]
    if not heads:
        return ()
    start = heads[0].start
    floor = max(0, start - 40)
    opening = [found.end() for found in _HAN_START.finditer(text, floor, start)]
    begin = max([*opening, floor])
    inside = page.places_in(floor, start)
    whole = [mention.start for mention in inside if mention.start >= begin]
    if whole and inside[-1].place.level != COUNTRY:
        begin = min(whole)
    return ((begin, at),)
