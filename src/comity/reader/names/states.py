"""Countries that take part themselves, through their governments, and sides that only a city's or an office's place shows.

- A minister or a ministry of a country who speaks, or who opens the report, acts for the country.
- Where a country acts and no office or delegation of a province of its does, its provinces are places.
"""

from __future__ import annotations

import re
from collections import Counter

from comity.reader.text.layout import BODY, TITLE
from comity.reader.text.page import Page
from comity.reader.words.gazetteer import CITY, COUNTRY, PROVINCE, Mention

_AFTER = re.compile(
    r"(?:['’]s|国|人民共和国)?\s*(?:deputy |vice |state ){0,4}(?:prime minister|(?:foreign |defen[cs]e |public security |state"
    r" )?minist(?:er|ry)"
    r"|government\b|delegation\b|national border|ambassador|consul(?:ate)?[ -]general)"
    r"|驻[\u4e00-\u9fff]{1,8}?(?:总领事(?!馆)|大使(?!馆))(?!.{0,12}(?:陪同|出席|参加))"
    r"|(?:国家|边境|政府)?[\u4e00-\u9fff]{0,7}?(?:部副?部长|部常务|外交部|国防部|公安部|建设部|工贸部|总理|政府有关部门|口岸管理局|管理局局长|总署)"
)
_BEFORE = re.compile(
    r"(?:\bministr?(?:y|er|ies|o|e)\b[^,.;()]{3,60}\b(?:of|de|del|du|av)(?: the)?|\b(?:royal )?government of(?: the)?"
    r"|\bbo (?:truong|ngoai giao|cong an|quoc phong|cong thuong|xay dung|giao thong|tai chinh)\b[^,.;()]{0,40}|\bthu"
    r" tuong(?: chinh phu)?(?: nuoc)?|\bthu truong[^,.;()]{3,40})\s$"
)
# What makes an office or a delegation of a province, and not a place, of its name.
_ORGAN_AFTER = re.compile(
    r"(?:['’]s)?\s*(?:zhuang )?(?:province['’]?s?\s|provincial\s|autonomous region\s|region\s|city\s){0,3}"
    r"(?:provincial|party|people|delegation|authorities|side\b|police|border guard|customs|department|secretariat"
    r"|committee|officials)"
    r"|(?:壮族)?(?:省|州|市|自治区|邦|地区){0,2}(?:省委|党委|市委|政府|人民|代表团|主席|副主席|省长|副省长|州长|市长|书记|行政长官|公安|边防|外事|方面|常委|卫生局)"
)
_ORGAN_BEFORE = re.compile(
    r"(?:committees?|councils?|governments?|delegations?|departments?|leaders?|police|authorities|officials|secretar(?:y"
    r"|ies)|governors?"
    r"|chairm[ae]n|uy ban nhan dan|ubnd|tinh uy|bi thu|chu tich|doan dai bieu|doan cong tac|cong an|bien phong|lanh dao"
    r"|ban hanh chinh|chinh quyen|comites?|gobierno|kommitte)(?: (?:of|from|tinh|cac|the|thanh pho|tp|cua|partidista|de|du"
    r"|huyen|chau))*\s$"
)
_SEVERAL_STATES = re.compile(
    r"\b(?:hoi nghi|gap go|dien dan|lanh dao|bo truong|tinh|doan|meeting|ministers|leaders|officials"
    r"|delegat\w+|provinces)[^.;\n]{0,24}\b(?:3|4|5|6|ba|bon|nam|sau|three|four|five|six)"
    r" (?:nuoc|countries|nations)(?: of| la|:)?(?= )"
)
_OPENING = 3
_SIDES = 2
_READ = (BODY, TITLE)


def acting_states(page: Page, folded: str) -> dict[str, Mention]:
    """The countries whose government opens the report or speaks in it, or of whom three meet, with their first mention."""
    out: dict[str, Mention] = {}
    for found in _SEVERAL_STATES.finditer(folded) if page.lang != "zh" else ():
        for mention in page.places_in(found.end(), found.end() + 60):
            if mention.place.level == COUNTRY and not re.search(r"[.;]", folded[found.end() : mention.start]):
                out.setdefault(mention.place.country, mention)
    opening = [sentence.end for sentence in page.sentences if sentence.block.label == BODY][:_OPENING]
    reach = opening[-1] if opening else 0
    for mention in page.places:
        if mention.place.level != COUNTRY or not _is_read(page, mention):
            continue
        is_office = _AFTER.match(folded, mention.end) or _BEFORE.search(folded, max(0, mention.start - 90), mention.start)
        if is_office and (mention.start < reach or _speaks(page, mention.end)):
            out.setdefault(mention.place.country, mention)
    return out


def with_organs(page: Page, folded: str) -> set[str]:
    """The countries of which an office or a delegation of a province or city is named."""
    return {
        mention.place.country
        for mention in page.places
        if mention.place.level in (PROVINCE, CITY) and _is_read(page, mention) and is_organ(folded, mention)
    }


def is_organ(folded: str, mention: Mention) -> bool:
    """Whether an office, a holder of office or a delegation of a place is named, and not only the place."""
    before = folded[max(0, mention.start - 60) : mention.start]
    return _ORGAN_AFTER.match(folded, mention.end) is not None or _ORGAN_BEFORE.search(before) is not None


def counterpart(sides: set[str], seen: list[Mention]) -> Mention | None:
    """Where all parties are of one country: the place of the other side that is named most, a city where no province is."""
    others = [mention for mention in seen if mention.place.country not in sides]
    counts = Counter(mention.place.within or mention.place.code for mention in others)
    if not counts:
        return None
    code, _ = counts.most_common(1)[0]
    of_code = [mention for mention in others if (mention.place.within or mention.place.code) == code]
    return next((mention for mention in of_code if mention.place.code == code), of_code[0])


def places_of_both(page: Page) -> list[Mention]:
    """Where no party is named as such: the place of each of the two sides that is named most, if there are two."""
    if page.lang == "zh":
        return []
    local = [one for one in page.places if one.place.level in (PROVINCE, CITY) and _is_read(page, one)]
    counts = Counter(one.place.within or one.place.code for one in local)
    most: dict[str, Mention] = {}
    for one in sorted(local, key=lambda one: -counts[one.place.within or one.place.code]):
        most.setdefault(one.place.country, one)
    return list(most.values()) if len(most) == _SIDES else []


def _speaks(page: Page, at: int) -> bool:
    return page.has(at, at + 60, "acts", "statements")


def _is_read(page: Page, mention: Mention) -> bool:
    block = page.block_at(mention.start)
    return block is not None and block.label in _READ
