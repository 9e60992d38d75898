"""The one party that a sentence is about: its place stands alone before the verb, with nothing but its own organs and adverbs.

- "Lang Son will also …", "tỉnh A sẽ …", A省商务厅将会…, 老挝愿…: that party, and not both.
- A place behind a preposition, or one joined to another, is no subject.
- In Chinese a name nobody knows is of the place that stood before it where it was first written.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from comity.reader.names.sides import code_of, state_before
from comity.reader.text.page import Page
from comity.reader.words.gazetteer import BODY, COUNTRY, Mention

_BREAK = re.compile(r"[.;:,!?\n]\s|[；。，：！？;,:\n]")
_BEFORE = re.compile(
    r"(?:and|while|whereas|meanwhile|also|then|accordingly|in turn|in return|the|for its part"
    r"|border|northern|southern|central|eastern"
    r"|western|highlands?|vietnam['’]s|china['’]s|lao|laos['’]|cambodia['’]s|leaders of"
    r"|authorities of|police of|provinces? of|region of"
    r"|còn|và|đồng thời|theo đó|trong khi đó|phía|về phía|tỉnh|thành phố|huyện|lãnh đạo|chính quyền|công an|ubnd|ủy ban nhân dân"
    r"|bộ đội biên phòng|bđbp|bộ chỉ huy quân sự|sở|ngoại vụ|y tế|du lịch|công thương|hải quan"
    r"|今后|未来|下一步|接下来|同时|此外|另外|据悉|目前|其中|中国|越南|老挝|缅甸|俄罗斯|蒙古国|柬埔寨|泰国|由|\s)*",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:['’]s|province|provincial|city|region|prefecture|county|state|side|authorities|police|border guards?"
    r"|leaders?|party committee"
    r"|people['’]s committee|government|department|of health|of foreign affairs|will|would|has|have|had"
    r"|also|continue|continues|to|always"
    r"|cũng|sẽ|đã|luôn|tiếp tục|còn|thường xuyên|trong thời gian qua|thời gian tới|những năm qua"
    r"|sẵn sàng|phấn đấu|chủ động|tích cực"
    r"|省|州|市|县|自治区|自治州|壮族|地区|人民|政府|省委|市委|党委|方面|方|代表团|公安|边防|海关|警方|商务|外事|卫生|文旅|教育|农业|交通"
    r"|厅|局|委|办|办公室|部门|将|会|愿|已|正|也|还|并|要|高度重视|一直|始终|继续|积极|进一步|\s)*",
    re.IGNORECASE,
)
# What ends so before the last comma is a list of organs, the last of which is not the subject alone.
_LISTED = ("ủy,", "hđnd,", "ubnd,", "committee,", "council,")
_NAMED = re.compile(
    r"(?:会上|会谈中|其间|期间)?[,，]?(?P<name>[\u4e00-\u9fff·][\u4e00-\u9fff·a-z.]{1,13}?)(?:在(?:致辞|会上|会谈|讲话|发言|会见)\w{0,4})?"
    r"(?:表示|说|指出|强调|称|认为|希望|介绍|建议|提出|提议|热情|高度|欢迎|感谢|承诺|期待|透露)"
)
_NOT_NAMES = re.compile(r"双方|会议|他|她|我|两|各|大家|代表|此|其|该|本|并|还|也|同|在|为|与|和|不")
_NO_LINK = re.compile(r"[。；;！？,，与和同、向对见\n]")
_OFFICE = re.compile("[长席理统相使事令员任记臣]$|将军")
_BACK = 30
_REACH = 240
_MOST_LOOKED_AT = 4


def own_subject(page: Page, act: tuple[int, int], at: int, codes: tuple[str, ...]) -> str | None:
    """The code of the one party of `codes` that alone stands before an act, or is named in it, or before the clause at `at`."""
    for until in dict.fromkeys((min(act[0], at), min(act[1], at))):
        number = bisect_right(page.sentences, until, key=lambda one: one.start)
        opens = max(page.sentences[number - 1].start if number else 0, until - _REACH)
        start = max((found.end() for found in _BREAK.finditer(page.text, opens, until)), default=opens)
        before = page.lowered[opens:start].rstrip()
        has_place = any(one.place.level != COUNTRY for one in page.places_in(opens, start))
        if before.endswith(_LISTED) or (before.endswith(",") and has_place):
            continue
        named = [one for one in page.places_in(start, until) if one.place.level != BODY]
        if len(named) == 1 and _is_alone(page, named[0], start, until) and code_of(named[0]) in codes:
            return code_of(named[0])
    return None


def _is_alone(page: Page, one: Mention, start: int, until: int) -> bool:
    if one.end > until:
        return False
    is_first = _BEFORE.fullmatch(page.lowered, start, one.start) is not None
    return is_first and _AFTER.fullmatch(page.lowered, one.end, until) is not None


def served_by_name(page: Page, start: int, end: int) -> str | None:
    """Whom somebody who is no known person, and speaks first in the Chinese sentence `text[start:end]`, was said to serve."""
    found = _NAMED.match(page.lowered, start, end)
    if found is None or _NOT_NAMES.search(found.group("name")):
        return None
    at = page.lowered.find(found.group("name"))
    for _ in range(_MOST_LOOKED_AT):
        if not -1 < at < start:
            break
        state = state_before(page.lowered, max(0, at - _BACK), at)
        if state is not None:
            return state
        before = page.places_in(max(0, at - _BACK), at)
        if before and _is_served(page, before[-1], at):
            return code_of(before[-1])
        at = page.lowered.find(found.group("name"), at + 1)
    return None


def _is_served(page: Page, one: Mention, at: int) -> bool:
    """Whether a name at `at` follows a place it serves; behind a country's name an office must stand."""
    if one.place.level == BODY or _NO_LINK.search(page.lowered, one.end, at):
        return False
    return one.place.level != COUNTRY or _OFFICE.search(page.lowered, one.end, at) is not None
