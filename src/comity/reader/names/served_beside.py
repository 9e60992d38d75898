"""Whom somebody serves whose titles name no place: what stands beside the name, or, for a local office, home.

- Who leads a delegation serves where it is from: "the delegation from A, led by chair B", "đoàn tỉnh A do ông B dẫn đầu".
- Of the two states in the name of a body the first is the one that its officers serve: 越中友协主席.
- "His Thai counterpart B" serves Thailand, or the one party that is of it.
- In Chinese 市长 and 县长 without a place are of the place that the report names most.
"""

from __future__ import annotations

import re
from collections import Counter

from comity.reader.names.named import Named
from comity.reader.names.sides import HAN_SIDES, STATE_WORDS, code_of
from comity.reader.reading import Party
from comity.reader.text.layout import BODY as BODY_BLOCK
from comity.reader.text.layout import TITLE
from comity.reader.text.page import Page
from comity.reader.words.gazetteer import BODY, CITY, COUNTRY, PROVINCE, Mention

_LED = {
    "en": re.compile(r"\b(?:led|headed|represented) by(?: the| its| their| Mr\.?| Ms\.?| Mrs\.?)?\s*$"),
    "vi": re.compile(r"\bdo(?: các)?\s*$"),
}
_GROUP = {
    "en": re.compile(r"\b(?:delegation|team|side|mission|group)\b", re.IGNORECASE),
    "vi": re.compile(r"\b(?:[Đđ]oàn|[Đđ]ội|[Pp]hái đoàn)\b"),
}
_LEADS_VI = re.compile(r"\b(?:dẫn đầu|làm [Tt]rưởng đoàn|là [Tt]rưởng đoàn|làm [Đđ]ội trưởng)\b")
_LEADS_HAN = re.compile(r"(?:为首|为团长|为领队|率领)的(?P<of>[^,。;]{2,20}?)(?:代表团|访问团|考察团|一行|访华团)")
_BREAK = re.compile(r"[.;\n](?:\s|$)|\n")
_PEER = re.compile(r"\b(?P<of>[A-Z][a-z]+)(?:['’]s)? counterpart,?\s$|(?:đồng cấp|đồng nhiệm) [^,.;]{2,20},?\s$")
_STATES = "".join(HAN_SIDES)
_PAIR = re.compile(rf"(?P<first>[{_STATES}])[{_STATES}](?:友好|友协|合作|联合|边境|双边|贸易|商会|文化|经济|交流|关系|建交|人民)")
_LOCAL = re.compile(
    r"(?:原|时任|前|副|常务副?)?(?:省|市|州|县|区|自治区|盟|旗|镇)(?:长|委|政府|领导|人大|政协|人民|府|议长|议会|副)"
    r"|[^,。;]{0,20}(?:局长|处长|主任|科长|秘书长|议员|议长|馆长|校长|委员|课长|所长|参议)$"
)
_BACK, _AHEAD, _NEAR = 220, 160, 40


def beside(page: Page, mentions: list[Named], parties: tuple[Party, ...]) -> str | None:
    """The party that the words beside a name tell, or None; the first mention that tells one counts."""
    for named in mentions:
        found = _pair(page, named) if page.lang == "zh" else _peer(page, named, parties)
        found = found or _led(page, named)
        if found is not None:
            return found
    return None


def at_home(page: Page, mentions: list[Named]) -> str | None:
    """The place of somebody with a local office without a place: in Chinese that which the report names most."""
    titles = [span for named in mentions for span in named.titles]
    if page.lang != "zh" or not any(_LOCAL.match(page.lowered, *span) for span in titles):
        return None
    if any(page.places_in(*span) for span in titles):
        return None
    counts = Counter(code_of(one) for one in page.places if one.place.level in (PROVINCE, CITY) and _is_read(page, one))
    return max(counts, key=lambda code: counts[code], default=None)


def _is_read(page: Page, mention: Mention) -> bool:
    block = page.block_at(mention.start)
    return block is not None and block.label in (BODY_BLOCK, TITLE)


def _opens(named: Named) -> int:
    before = [start for start, _ in named.titles if start < named.start]
    return min([*before, named.opens])


def _led(page: Page, named: Named) -> str | None:
    if page.lang == "zh":
        found = _LEADS_HAN.match(page.lowered, named.end, min(len(page.text), named.end + _NEAR))
        return _served(page, *found.span("of")) if found is not None else None
    shape = _LED.get(page.lang)
    at = _opens(named)
    start = max(0, at - _BACK)
    led = shape.search(page.text, start, at) if shape is not None else None
    if led is None or (page.lang == "vi" and _LEADS_VI.search(page.text, named.end, named.end + _AHEAD) is None):
        return None
    since = max((found.end() for found in _BREAK.finditer(page.text, start, led.start())), default=start)
    groups = list(_GROUP[page.lang].finditer(page.text, since, led.start()))
    if not groups:
        return None
    return _served(page, groups[0].end(), led.start()) or _served(page, since, groups[0].start())


def _served(page: Page, start: int, end: int) -> str | None:
    """The first province or city in a stretch, else its first country."""
    named = [one for one in page.places_in(start, end) if one.place.level != BODY]
    local = [one for one in named if one.place.level != COUNTRY]
    return code_of((local or named)[0]) if named else None


def _pair(page: Page, named: Named) -> str | None:
    for start, end in named.titles:
        found = _PAIR.match(page.lowered, start, end)
        if found is not None:
            return HAN_SIDES[found.group("first")]
    return None


def _peer(page: Page, named: Named, parties: tuple[Party, ...]) -> str | None:
    found = _PEER.search(page.text, max(0, named.start - _NEAR), named.start)
    if found is None:
        return None
    places = page.places_in(found.start(), named.start)
    code = code_of(places[0]) if places else STATE_WORDS.get((found.group("of") or "").lower())
    if code is None:
        return None
    own = [party.code for party in parties if party.country == code and party.role is None]
    return own[0] if len(own) == 1 else code
