"""Whom somebody serves: the province or country the titles name, else the side on which the text lists the name.

- Of several places in a title the first is the one served; an envoy's title goes on to where he serves.
- An office of a province that names none is of the party of that side: what the text says before the list ("on the Lao side"),
  the kind of office and the family name tell which side.
"""

from __future__ import annotations

import re
from collections import Counter

from comity.reader.names.named import Named, surnames
from comity.reader.names.served_beside import at_home, beside
from comity.reader.names.sides import code_of, side_at
from comity.reader.reading import Party
from comity.reader.text.page import Page
from comity.reader.words import folding
from comity.reader.words.gazetteer import COUNTRY

# An office of a region that does not name it: there is one region among the parties of these mechanisms.
_OF_REGION = re.compile(r"自治区|自治區|[Kk]hu (?:ủy|uỷ|tự trị)|regional")
# Offices of a state; whose, a family name that only one of the sides has may tell.
_OF_STATE = re.compile(r"(?:Prime|Foreign|Deputy|State) Minister|[Tt]hủ tướng|[Bb]ộ trưởng|[Tt]hứ trưởng")
# Offices by whose names alone the side is known.
_VN_OFFICE = re.compile(
    r"UBND|[ỦU]y ban [Nn]hân dân|[Tt]ỉnh [uủ][yỷ]|[Tt]ỉnh [ủu]y|[Tt]hành ủy|HĐND|Hội đồng nhân dân|[Tt]ỉnh ủy viên"
    r"|(?:[Pp]rovincial|[Mm]unicipal|[Cc]ity|[Dd]istrict) (?:People['’]s )?(?:Party )?(?:Committee|Council)|People['’]s"
    r" (?:Committee|Council)"
    r"|人民委员会|人民議會|人民议会|provinsens folkkommitté|comité populaire|comité popular",
)
_CN_OFFICE = re.compile(
    r"[Kk]hu ủy|Chính quyền nhân dân|[Cc]hâu (?:ủy|trưởng)|People['’]s Government|[Aa]utonomous"
    r"|国务院|国务委员|中央军委|联合参谋部|港澳办|中联办|国台办|政治局|全国人大|全国政协|中共中央|国家主席"
    r"|省委|州委|市委|县委|區委|区党委|州人民政府"
    r"|^(?:原|时任)?(?:省|州|市|县|区|地区)(?:[\u4e00-\u9fff]{0,8}(?:[委厅办]|政协|人大|党组|纪检|监委|政府))"
    r"|folkregering"
    r"|省人民政府|市人民政府|州长|州長|gouvernement populaire|gobierno popular"
)
_LA_OFFICE = re.compile(r"[Tt]ỉnh trưởng|Đô trưởng|[Pp]rovincial [Gg]overnor|省长")
# Offices that only Hong Kong and Macao have.
_OF_SPECIAL = re.compile("行政长官|特首|政务司|财政司|律政司|保安司|经济财政司|运输工务司|社会文化司|行政法务司|特区政府|立法会")
_OF_MACAO = re.compile("经济财政司|运输工务司|社会文化司|行政法务司|澳门")
_OF_HONG_KONG = re.compile("政务司|律政司|特首|(?<!经济)财政司|香港")
# What makes a Chinese office one of a province or below.
_HAN_LOCAL = re.compile("省|自治区|州|市|县|区|厅|镇|乡|村|旗|盟|邦|边疆")
_PROVINCIAL = re.compile(
    r"tỉnh|khu|thành phố|UBND|HĐND|huyện|[Pp]rovinc|[Cc]ity|[Mm]unicip|[Rr]egion|[Dd]istrict|People['’]s|[Cc]ommittee"
    r"|[Gg]overnor|[Mm]ayor|sở|Sở"
    r"|[Dd]epartment|省|市|州|县|區|区|[Dd]epartement|chef|provins|[Cc]hairm|[Cc]hủ tịch|[Bb]í thư|[Gg]iám đốc|主席|书记|厅|局"
)
_STATE = re.compile(
    r"Bộ |[Bb]ộ trưởng|Vụ |[Vv]ụ trưởng|Cục |[Cc]ục trưởng|[Tt]hứ trưởng|[Tt]ổng [Ll]ãnh sự|[Đđ]ại sứ|[Mm]inist"
    r"|[Aa]mbassador|[Cc]onsul|大使|总领事|外交部|部长|国务委员|中央军委|联合参谋部|港澳办|中联办|国台办|generalkonsul"
    r"|[Cc]ónsul|[Ee]mbajador"
)
_CENTRAL = re.compile(r"[Cc]entral|CPV|CPC|Politburo|Trung ương|中央|国务|國務|国家|全国|General Secretary|Tổng Bí thư")
_LOCAL = re.compile(
    r"[Tt]ỉnh|UBND|HĐND|Khu ủy|khu tự trị|thành phố|People['’]s (?:Committee|Government|Council)|[Pp]rovincial|[Rr]egion"
    r"|[Gg]overnor"
    r"|[Mm]ayor|省|自治区|州|folkkommitté|populaire|popular"
)
# "Vice Governor Xu Anping of Guangxi".
_OF = re.compile(r"\s(?:of|from|của|de|du|från)\s(?:the\s)?(?:tỉnh\s|thành phố\s)?")
_LED_BY = re.compile(r"(?:副?\w{0,3})?(?:主席|市长|省长|州长|书记|局长|厅长)?(?:率领|率)的?|dẫn đầu")
# "率团赴清乐": the place behind is where they go.
_TRAVELS = re.compile("[到赴访抵来在于往]|拜会|会见|出席")
_SIDE_BACK, _NEAR = 700, 80


def party_of(page: Page, mentions: list[Named], parties: tuple[Party, ...]) -> str | None:
    """The province, else the country, that somebody serves, if the text tells."""
    country: str | None = None
    text = _read_as(page)
    words = " ; ".join(text[start:end] for named in mentions for start, end in named.titles)
    special = _special_region(page, mentions, words)
    if special is not None:
        return special
    for named in mentions:
        code, of = _of_titles(page, named)
        if code is not None:
            return code
        country = country or of
    told = beside(page, mentions, parties) if country is None else None
    if told is not None:
        return told
    own = [party for party in parties if party.role is None]
    state = (_STATE.search(words) or _CENTRAL.search(words)) is not None and _LOCAL.search(words) is None
    state = state or (country is not None and page.lang == "zh" and _HAN_LOCAL.search(words) is None)
    if country is not None and state:
        return country
    side = _of_side(page, (mentions[0], words), own, country, is_state=state)
    return side or country or at_home(page, mentions) or _near_country(page, mentions[0])


def _read_as(page: Page) -> str:
    """The text in which titles are looked at: Chinese in the simplified characters the patterns are written in."""
    return page.lowered if page.lang == "zh" else page.text


def _special_region(page: Page, mentions: list[Named], words: str) -> str | None:
    """Hong Kong or Macao for the offices that only they have: the one named in the text, or nearest."""
    if page.lang != "zh" or not _OF_SPECIAL.search(words):
        return None
    found = [one for one in page.places if code_of(one) in ("CN-HK", "CN-MO")]
    if not found:
        return None
    own = "CN-MO" if _OF_MACAO.search(words) else "CN-HK" if _OF_HONG_KONG.search(words) else None
    if own is not None and any(code_of(one) == own for one in found):
        return own
    return code_of(min(found, key=lambda one: min(abs(one.start - named.start) for named in mentions)))


def _of_titles(page: Page, named: Named) -> tuple[str | None, str | None]:
    country: str | None = None
    text = _read_as(page)
    for start, end in named.titles:
        inside = page.places_in(start, end)
        if not inside and _OF_REGION.search(text, start, end):
            region = next((m.place.code for m in page.places if m.place.code == "CN-GX"), None)
            if region is not None:
                return region, None
        if not inside:
            continue
        place = inside[0].place
        if len(inside) > 1 and inside[0].place.level == COUNTRY and _SAME.fullmatch(page.text[inside[0].end : inside[1].start]):
            place = inside[1].place  # 中国广西, China's Guangxi: the country only says whose province
        if place.level in ("province", "city") and not _STATE.search(text, start, end):
            return place.within or place.code, None
        country = country or place.country
    of = _OF.match(page.text, named.end)
    ahead = page.places_in(of.end(), of.end() + 1) if of else ()
    if ahead:
        return code_of(ahead[0]), None
    led = _LED_BY.match(page.text, named.end, named.end + 14)
    ahead = page.places_in(named.end, named.end + 30) if led else ()
    local = [one for one in ahead if one.place.level in ("province", "city")]
    if local and _TRAVELS.search(page.lowered, named.end, local[0].start):
        return None, country
    return (code_of(local[0]), None) if local else (None, country)


def _of_side(
    page: Page, whose_words: tuple[Named, str], parties: list[Party], country: str | None, *, is_state: bool
) -> str | None:
    """The party of the side somebody stands on, or its country for an office of state."""
    named, words = whose_words
    side = _listed_side(page, named)
    if side is not None and "-" in side and not is_state:
        return side
    near = _near_province(page, named)
    whose = country or (side.partition("-")[0] if side else None) or _by_office(words, page, named)
    if whose is None:
        return near.partition("-")[0] if near is not None and is_state else near
    if is_state:
        return whose
    if near is not None and near.startswith(f"{whose}-"):
        return near
    codes = [party.code for party in parties if party.code.startswith(f"{whose}-")]
    if not codes and near is not None and not any(party.code == whose for party in parties):
        return near
    if not codes and page.lang == "zh" and _HAN_LOCAL.search(words):
        named_most = Counter(code_of(one) for one in page.places if code_of(one).startswith(f"{whose}-"))
        state = whose if any(party.code == whose for party in parties) else None
        return max(named_most, key=lambda code: named_most[code], default=state)
    if not codes or not (_PROVINCIAL.search(words) or not words):
        return whose if any(party.code == whose for party in parties) else (codes[0] if len(codes) == 1 else None)
    counts = Counter(code_of(mention) for mention in page.places)
    return max(codes, key=lambda code: counts[code])


def _by_office(words: str, page: Page, named: Named) -> str | None:
    """The country whose offices are called so, or whose family names alone the name has."""
    name = folding.bare(page.text[named.start : named.end]).split()
    is_vietnamese = bool(name) and name[0] in surnames()["vi"] - surnames()["pinyin"]
    for shape, code in ((_CN_OFFICE, "CN"), (_VN_OFFICE, "VN"), (_LA_OFFICE, "LA")):
        if shape.search(words) and not (code == "CN" and is_vietnamese):
            return code
    return "VN" if is_vietnamese else None


def _listed_side(page: Page, named: Named) -> str | None:
    """The side the list of names a name stands in is told of: "on the Vietnamese side, there were …"."""
    block = page.block_at(named.start)
    start = max(block.start if block else 0, named.start - _SIDE_BACK)
    side = side_at(page, start, named.start)
    if side is None or not (side[0] == start or _LISTS.search(page.text[max(0, side[0] - 12) : side[0]])):
        return None
    return side[1]


def _near_province(page: Page, named: Named) -> str | None:
    around = page.places_in(max(0, named.start - _NEAR), named.start)
    if not around or around[-1].place.level != "province" or _PARTED.search(page.text, around[-1].end, named.opens):
        return None
    return around[-1].place.code


_SAME = re.compile(r"(?:['’]s|ese)?\s*")
_LISTS = re.compile(r"(?:[Oo]n the |[Aa]ttending |from the |[Vv]ề |[Dd]ự |phía |[Tt]heo |[Dd]el lado |[Cc]ôté |[。；;\n]\s?)$")
_PARTED = re.compile(r"[.;:。；：]|\b(?:with|met|và|with|tiếp|với|cùng)\b|[与和]")


def _near_country(page: Page, named: Named) -> str | None:
    """ "The Vietnamese Deputy Prime Minister A B": the country said right before an office that names no place."""
    opens = min((start for start, _ in named.titles), default=named.opens)
    around = page.places_in(max(0, opens - 24), opens)
    if around and named.titles:
        return around[-1].place.country
    family = folding.bare(page.text[named.start : named.end]).split()[0]
    is_national = any(_OF_STATE.search(page.text, start, end) for start, end in named.titles)
    return "VN" if is_national and family in surnames()["vi"] - surnames()["pinyin"] else None
