"""One side named as such: "the Guangxi side", "phía Lào", 中方, "the leader of A's department".

- A country's side is the country; who reads the clause knows which province stands for it.
- "Phía bạn", "the other side" and 对方 are whoever is not at home: left to the caller, who may not know.
"""

from __future__ import annotations

import re

from comity.reader.text.page import Page, Sentence
from comity.reader.words.gazetteer import COUNTRY, Mention

# A country's short name in Chinese with 方 behind it.
HAN_STATES = {
    "中": "CN", "越": "VN", "老": "LA", "缅": "MM", "柬": "KH", "泰": "TH", "蒙": "MN", "俄": "RU", "印": "IN", "不": "BT",
    "尼": "NP", "哈": "KZ", "吉": "KG", "塔": "TJ", "朝": "KP", "桂": "CN-GX", "滇": "CN-YN",
}  # fmt: skip
# Others, whose characters are family names, days and much else: only with 方, or in a pair of states.
_OTHERS = {
    "日": "JP", "韩": "KR", "马": "MY", "巴": "PK", "粤": "CN-GD", "沪": "CN-SH", "渝": "CN-CQ", "黔": "CN-GZ", "琼": "CN-HI",
    "闽": "CN-FJ", "港": "CN-HK", "澳": "CN-MO",
}  # fmt: skip
HAN_SIDES = HAN_STATES | _OTHERS
_HAN_SIDE = re.compile(
    rf"(?<![\u4e00-\u9fff])([{''.join(HAN_SIDES)}])方(?!面?式|案|向|针|法|便|可|能|才)|([中越老缅柬泰蒙俄哈吉塔朝桂滇{''.join(_OTHERS)}])方(?=[将愿希建提应需同表已也])"
)
# A state by one character before an office of its: "俄远东发展部副部长".
_HAN_STATE = re.compile(
    rf"(?:^|[^\u4e00-\u9fff]|[与和同见了对向给是为以的])([{''.join(one for one in HAN_STATES if one not in '中不印')}])"
    r"(?:[\u4e00-\u9fff]{1,12}(?:部|局|署|厅|委员会|省|州|区|市|县|军|使馆|领馆)|外长|总理|总统|国防)[\u4e00-\u9fff]{0,10}$"
)
STATE_WORDS = {
    "việt": "VN", "trung": "CN", "lào": "LA", "campuchia": "KH", "chinese": "CN", "vietnamese": "VN", "lao": "LA",
    "laotian": "LA", "cambodian": "KH", "myanmar": "MM", "thai": "TH", "indian": "IN", "bhutanese": "BT", "mongolian": "MN",
    "russian": "RU", "finnish": "FI", "mexican": "MX", "vietnamienne": "VN", "chinoise": "CN", "laotienne": "LA",
    "vietnamita": "VN", "china": "CN", "kinesiska": "CN", "vietnamesiska": "VN", "laotiska": "LA",
}  # fmt: skip
_LETTER_SIDE = re.compile(
    r"\bphía (?:bạn )?(việt|trung|lào|campuchia)\b"
    r"|\b(chinese|vietnamese|lao|laotian|cambodian|myanmar|thai|indian|bhutanese|mongolian|russian|finnish|mexican)"
    r" (?:side|host|guest|delegation|party\b(?! and| com))"
    r"|\bpart(?:ie|e) (vietnamienne|chinoise|laotienne|vietnamita|china)\b|\b(kinesiska|vietnamesiska|laotiska) sidan\b"
)
_SIDE_AFTER = re.compile(
    r"(?:['’]s)?(?: province| prefecture| city| region)?(?: side\b|-sidan\b)"
    r"|(?:省|州|市|自治区|县)?(?:方面|一方|方(?=[将愿希建提应需同表]))"
)
_SIDE_BEFORE = re.compile(r"(?:\bphía|\bla partie|\bla parte)(?: đoàn| tỉnh| de| du| châu| huyện)*\s$", re.IGNORECASE)
# Somebody of a place: "the leader of A's department", "đại diện lãnh đạo tỉnh A", A省副省长.
_SOMEBODY = re.compile(
    r"\b(?:leaders?|head|director|representatives?|chairm[ae]n|chairwom[ae]n|secretary|governor|mayor|officials?|chief|minister"
    r"|delegation|authorities|lãnh đạo|đại diện|chủ tịch|bí thư|giám đốc|trưởng đoàn|đoàn|chef|ordförande|sekreterare"
    r"|dirigeants?|président|secrétaire|représentants?|délégation|presidente|secretario|gobernador|representantes?)\b"
    r"|主席|书记|省长|州长|市长|县长|主任|厅长|局长|领导|负责人|代表|团长",
    re.IGNORECASE,
)
_PARTED = re.compile(r"[,;，；。:：]|\b(?:with|and|to|với|và)\b|与|和|向|对")


def side_at(page: Page, start: int, end: int, *, before: int | None = None) -> tuple[int, str] | None:
    """Where the last side named in `text[start:end]` begins, and its code; None where no side is.

    In Chinese one that begins before the place `before` goes before any behind it.
    """
    found: list[tuple[int, str]] = []
    folded = page.lowered[start : end + 1]
    for match in _HAN_SIDE.finditer(folded) if page.lang == "zh" else ():
        if start + match.end() <= end:
            found.append((start + match.start(), HAN_SIDES[match.group(1) or match.group(2)]))
    for match in _LETTER_SIDE.finditer(folded[: end - start]) if page.lang != "zh" else ():
        found.append((start + match.start(), STATE_WORDS[next(group for group in match.groups() if group)]))
    for mention in page.places_in(start, end):
        if mention.end > end or mention.place.level == "body":
            continue
        opens = _SIDE_BEFORE.search(page.text, max(0, mention.start - 30), mention.start)
        if opens or _SIDE_AFTER.match(page.text, mention.end):
            found.append((opens.start() if opens else mention.start, code_of(mention)))
    early = [one for one in found if before is not None and one[0] < before] if page.lang == "zh" else []
    return max(early or found, default=None)


def state_before(lowered: str, start: int, end: int) -> str | None:
    """The state that one character before an office straight before `end` names."""
    found = _HAN_STATE.search(lowered[start:end])
    return HAN_STATES[found.group(1)] if found else None


def somebody_of(page: Page, sentence: Sentence, until: int) -> str | None:
    """The place served by an unnamed holder of an office who is what a sentence is about, up to its verb at `until`."""
    if until - sentence.start > 160:
        return None
    words = list(_SOMEBODY.finditer(page.text, sentence.start, until))
    places = [one for one in page.places_in(sentence.start, until) if one.place.level not in ("body",)]
    if not words or not places:
        return None
    last = words[-1] if page.lang == "zh" else words[0]
    tail = page.text[max(last.end(), places[-1].end) : until]
    if _PARTED.search(tail) and not tail.strip().endswith((",", "，", ":")):
        return None
    local = [one for one in places if one.place.level != COUNTRY] or places
    codes = {code_of(one) for one in local}
    return codes.pop() if len(codes) == 1 else None


def code_of(mention: Mention) -> str:
    """The party a place stands for: its province, or the country."""
    place = mention.place
    if place.level == COUNTRY:
        return place.country
    return place.within or place.code
