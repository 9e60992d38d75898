"""The countries that take part in what a Chinese report tells, where it names them by one character or by an office.

- 中越, 滇老, 老方, 缅甸政府 say that a country acts; where none of its provinces does, the country is the party.
- A city or prefecture whose organs act stands for its province.
"""

from __future__ import annotations

import re
from collections import Counter

from comity.reader.text.layout import BODY, TITLE
from comity.reader.text.page import Page
from comity.reader.words.gazetteer import CITY, COUNTRY, Mention, places

_SHORT = {
    "中": "CN", "越": "VN", "老": "LA", "缅": "MM", "蒙": "MN", "俄": "RU", "哈": "KZ", "吉": "KG", "塔": "TJ", "朝": "KP",
    "柬": "KH", "泰": "TH", "尼": "NP", "巴": "PK", "滇": "CN", "桂": "CN",
}  # fmt: skip
_ONE = "[中越老缅蒙俄哈吉塔朝柬泰尼巴滇桂]"
_PAIR = re.compile(
    f"({_ONE})({_ONE})(?=双方|两国|两军|两党|双边|边境|边界|陆地|跨境|友好|关系|合作|口岸|经贸|贸易|铁路|公路|传统|人民|边民|青年|民众|专家|企业|警方|媒体|妇女|学生|国境|联合|[(]|会晤|界河|界)"
)
# Several states that act together: "中老缅泰四国".
_GROUP = re.compile(f"({_ONE}{{3,6}})(?=[三四五六]国|各国|湄公河|多边|联合|执法|警方|媒体|青年|三方|四方)")
_SIDE = re.compile(f"({_ONE})方(?=[^向面])")
_LINE = re.compile(
    r"([中越老缅蒙俄哈吉塔朝柬泰]{3,6})(?=湄公河|联合|四国|三国|五国|六国|执法|[一二三四五六]方|边境|边防|警方|警务|跨境|合作)"
)
# Offices of a state, right after its name.
_OF_STATE = re.compile(
    r"(?:国家|政府|国会|总理|主席|国防部|外交部|外长|公安部|商务部|海关总署|驻[一-鿿]{1,6}大使|[一-鿿]{2,8}部(?:长|副部长|常务副部长)|[一-鿿]{2,10}总局"
    r"|[一-鿿]{2,10}(?:管理局|委员会|署)(?:局长|主任|副局长|主席|署长))"
)
_ORGAN = re.compile(
    r"(?:省|州|市|县|地区|盟|邦|自治州|自治县|自治区|壮族自治区|维吾尔自治区|边疆区)?(?:省委|区党委|党委|市委|州委|县委|地委|盟委|旗委|工委|人民政府|政府|人民委员会|人民议会|人大|政协|代表团|边防|公安|军事|外事|海关|省长|州长|县长|副县长|市长|副市长|区长|专员|盟长"
    r"|副省长|副州长|主席|副主席|书记|副书记|方面|地区?行政长官|地区(?:政府|行署)|[一-鿿]{2,8}(?:厅|局|处|部队|支队|大队|指挥部|委员会|总站|检查站|派出所|口岸办|医院|学校|学院|法院|检察院|商会|协会|卫健委|外办)|领导)"
)
_CITY_ACTS = re.compile(
    "(?:市|州|县|地区|盟|[一-鿿]{2,4}族自治[州县])(?:与|和|同|及|举行|代表团|一行|方面|双方|警方|边防|海关)|海关|边检|公安"
)
# Countries whose provinces are written with their unit, so that the name alone is the province's.
_NAMED_WITH_UNIT = frozenset({"RU", "KZ", "KG", "TJ", "KP", "MM"})
# Who heads or serves a city or county whose name ends with its unit: "青乐市长".
_HEAD = re.compile(r"(?:代理)?(?:长(?=[一-鿿])|[副市县]{1,2}长|秘书长|参议|议会|议长|知事)")
_LISTED = re.compile("[市州县盟旗]?(?:、|和|与|及|同)?")
_APART = frozenset({"CN-HK", "CN-MO"})
# Without any of these a report of several places of one country is of that country alone.
_ABROAD = re.compile(r"边境|边界|口岸|两国|出境|跨境|友好城|外国|访")
_SEVERAL = 3
_NEAR = 30


def is_at_home(page: Page, codes: list[str]) -> bool:
    """Whether several places of one country act, and a Chinese text speaks of nothing abroad."""
    is_one = len({code.partition("-")[0] for code in codes}) == 1 and len(codes) >= _SEVERAL
    return is_one and page.lang == "zh" and _ABROAD.search(page.lowered) is None


def acting_countries(page: Page, has: set[str]) -> list[Mention]:
    """The one country beside those in `has` that takes part, where they are of one country or none; two where there are none."""
    if page.lang != "zh" or len(has) > 1:
        return []
    group = _group(page) if not has else []
    if group:
        return group
    first: dict[str, Mention] = {}
    seen: Counter[str] = Counter()
    named = [(one, 3 if _OF_STATE.match(_after(page, one.end)) else 1) for one in page.places if one.place.level == COUNTRY]
    for mention, weight in sorted([*named, *((one, 2) for one in short_names(page))], key=lambda pair: pair[0].start):
        if _is_read(page, mention.start):
            first.setdefault(mention.place.country, mention)
            seen[mention.place.country] += weight
    chosen = [code for code, count in seen.most_common() if code not in has and count > 1]
    return [first[code] for code in chosen[: 2 - len(has)]]


def _group(page: Page) -> list[Mention]:
    """The states of "中老缅泰四国", if the text names three or more so."""
    found = _GROUP.search(page.lowered)
    if found is None or not _is_read(page, found.start()):
        return []
    known = {place.code: place for place in places() if place.level == COUNTRY}
    spots = {_SHORT[one]: at for at, one in reversed([*enumerate(found.group(1), found.start())])}
    out = [Mention(at, at + 1, known[code]) for code, at in sorted(spots.items(), key=lambda pair: pair[1])]
    return out if len(out) >= _SEVERAL else []


def short_names(page: Page) -> list[Mention]:
    """中 and 越 of 中越, 老 of 老方, as mentions of the countries."""
    lowered = page.lowered
    spots = [(one.start() + n, one.group(n + 1)) for one in _PAIR.finditer(lowered) for n in (0, 1)]
    spots += [(one.start(), one.group(1)) for one in _SIDE.finditer(lowered)]
    known = {place.code: place for place in places() if place.level == COUNTRY}
    return [Mention(at, at + 1, known[_SHORT[one]]) for at, one in spots]


def countries_in_line(page: Page) -> list[Mention]:
    """The countries of a mechanism of three and more that a Chinese report names by their short names: 中老缅泰联合巡逻."""
    if page.lang != "zh":
        return []
    known = {place.code: place for place in places() if place.level == COUNTRY}
    first: dict[str, Mention] = {}
    for found in _LINE.finditer(page.lowered):
        for n, one in enumerate(found.group(1)):
            at = found.start() + n
            if _is_read(page, at):
                first.setdefault(_SHORT[one], Mention(at, at + 1, known[_SHORT[one]]))
    return list(first.values())


def acting_by_city(page: Page, codes: set[str]) -> list[Mention]:
    """The cities and prefectures whose organs act, each for its province, of countries without a province among `codes`.

    Hong Kong and Macao do not stand for the rest of their country.
    """
    has = {code.partition("-")[0] for code in codes if code not in _APART}
    first: dict[str, Mention] = {}
    named = [one for one in page.places if page.lang == "zh" and _is_read(page, one.start)]
    acts = False
    after: Mention | None = None
    for mention in reversed(named):
        is_listed = acts and after is not None and _LISTED.fullmatch(page.lowered, mention.end, after.start) is not None
        if mention.place.level == COUNTRY and is_listed:
            after = mention
            continue
        acts = is_listed or _acts(page, mention)
        after = mention
        if acts and mention.place.level == CITY and mention.place.country not in has:
            first[mention.place.within] = mention
    return list(first.values())[::-1]


def _acts(page: Page, mention: Mention) -> bool:
    after = _after(page, mention.end)
    return _ORGAN.match(after) is not None or _CITY_ACTS.match(after) is not None


def has_organ(page: Page, mention: Mention) -> bool:
    """Whether an organ or officer of the place follows its name in Chinese: "掸邦卫生局"."""
    if page.lang != "zh":
        return False
    has_unit = mention.place.country in _NAMED_WITH_UNIT and page.text[mention.end - 1] in "州道邦区區"
    is_whole = page.lowered[mention.end - 1] in "市县" and _HEAD.match(_after(page, mention.end)) is not None
    return has_unit or is_whole or _ORGAN.match(_after(page, mention.end)) is not None


def _after(page: Page, at: int) -> str:
    return page.lowered[at : at + _NEAR]


def _is_read(page: Page, at: int) -> bool:
    block = page.block_at(at)
    return block is not None and block.label in (BODY, TITLE)
