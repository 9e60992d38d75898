"""Names in Chinese texts that no Chinese family name opens: with a middle dot, in Latin letters, or written by sound."""

from __future__ import annotations

import re

from comity.reader.names.named import surnames
from comity.reader.reading import Party, Person
from comity.reader.text.page import Page
from comity.reader.words import folding

# What follows a name and is no part of one.
NAME_ENDS = re.compile(
    r"[\s\d，。、；：,.;:（）()“”\"！]|表示|强调|指出|建议|提议|说|会见|会谈|会面|与|和|等|在|出席|主持|致辞|同|一行|率|希望|认为|介绍"
    r"|代表|发言|讲话|共同|分别|对|向|就|参加|签署|期待|欢迎|感谢|为|以|于|先生|女士|同志|阁下|高度|重申|陪同|作|率领|的|率团|也|时|時|并|應|应|少将|中将|上将|大将|大校|上校|中校|少校|准将|博士|教授|将军|大使|介绍|回顾|通报|率先|宣布|主讲|带队|带团|带领|乘专?[机车]|乘包机|到访|到会|来访|接受|听取|参观|走访|视察|检查|调研|再次|特别|首先|专程|亲自|随后|日前|近日|一道|赴|抵达|要求|补充|坦言|透露|谈到|告诉|提出|提议|呼吁|赞同|感慨|向|宣读|逐一|现场|深入|就|进行|举行|前往|考察|会同|致|表达|称|访问|则[表认说指强提希建呼]"
    r"|今[天日晨早(（年]|昨|简要|迎接|委托|委派|授权|通电话|通话|作陪|先后|已|将|还|专题|线上|线下|仍|今后|现已|当面|共商|共叙|签订|签约|见证|联合|牵头|邀集|邀请|来到|莅临|陪|偕|携|接见|会晤|同时|受|指|及|齐聚|外长"
    r"|评价|祝贺|祝愿|肯定|阐述|分享|汇报|转达|传达|主动|认真|详细|热烈|衷心|诚挚|由衷|当选|就任|担任|兼任|出任|评估|交流|交换|讨论|商讨|座谈|承诺"
    r"|保证|同意|决定|批准|支持|敦促|督促|部署|倡议|致函|致电|致信|发表|出访|回访|造访|拜会|拜访|慰问|看望|接待|设宴|宴请|互赠|赠送|颁发|合影|握手|剪彩"
    r"|揭牌|启动|巡视|巡逻|总书记|主席|总理|总统|展望|列举|高兴|坚信|相信|深信|重点|着重|结合|围绕|根据|按照|通过|负责|主导|当日|当天|上午|下午|晚上|早上"
    r"|抵|返[回程京]|皆|拟|正式|正在|昨日|明日|今年|去年|本月|上月|此前|其后|曾[在到经任率于]|又[说表指强]|访[华越老缅中问]|启程|登[上门]|离[开京]|签|剪|揭|奠基"
    r"|针对|昨[日天]?[,，]?皆|也到|周[一二三四五六日末]|星期|\[|【|<|《"
)
# The characters that sounds of other languages are written with.
_SOUNDS = frozenset(
    "丁阿埃艾安奥澳巴邦包贝本比彼毕波伯博布查茨达丹道德登迪蒂杜顿多朵厄恩尔法凡菲费芬丰弗夫福盖甘冈格根戈古哈海汉赫亨胡霍基吉加贾杰捷津"
    "卡凯坎康考科克肯库夸拉莱兰朗劳勒雷里利连林列留龙隆卢鲁伦罗洛马玛迈曼芒梅门蒙米敏明莫默穆姆木纳娜乃奈南瑙内尼妮宁纽农诺努欧帕派潘培"
    "佩彭皮平泼珀普奇齐恰钱乔钦琴切丘曲日茹瑞萨塞赛森沙莎山尚申什舍谢圣施史斯苏索塔台泰坦汤特滕提田廷通图土吐托陀娃瓦瓮万旺威韦维文翁沃乌武"
    "西希锡夏香肖辛休修许雅娅亚延扬耶叶伊因英尤约云扎赞泽曾詹珍芝兹佐左辽廖柳任若丽莉蕾黛琳萝莲珊别察舒绍绥朱佳季热日勃苗先"
)
_INITIALS = re.compile(r"([\u4e00-\u9fff]{2,8})(?:[·.]?[A-Z]\.?){1,3}")
_JOINS = "和与與及同或"
_DOTTED = re.compile(r"[\u4e00-\u9fff]{1,6}(?:[·・‧•．][\u4e00-\u9fff]{1,9}){1,3}")
_LATIN = re.compile(r"[A-Z][A-Za-z'’-]+(?: [A-Z][A-Za-z'’-]+){0,3}")
_HAN = re.compile(r"[\u4e00-\u9fff]")
# Countries whose names come into Chinese by sound.
_BY_SOUND = frozenset(
    {
        "LA",
        "MM",
        "KH",
        "MN",
        "RU",
        "KZ",
        "KG",
        "TJ",
        "TH",
        "NP",
        "PK",
        "MY",
        "ID",
        "PH",
        "BN",
        "TL",
        "IN",
        "BD",
        "BT",
        "LK",
        "MV",
        "AF",
        "UZ",
    }
    | {"TM", "IR", "AZ", "AM", "TR", "BY", "UA"}
)
_CHINA, _CHINESE_NAME, _FEWEST = "CN", 3, 2
_MOST_SYLLABLES = 9
# Japanese names, of three to five characters, whatever the family name: behind offices of Japan.
_JAPAN, _LONGEST_JAPANESE = "JP", 6
_OF_JAPAN = ("知事", "町长")
_IN_SENTENCE = re.compile("[。;；,，]")
# What holds one of these is a body or a deed, and no name.
_WORDS = frozenset({"subjects", "fallbacks", "titles", "terms", "mechanisms", "acts", "statements", "instruments", "narrative"})
_OFFICE_REACH = 40


def foreign_name_end(page: Page, at: int, end: int) -> int | None:
    """Where a foreign name that begins right after an office at `at` ends, or None."""
    latin = _LATIN.match(page.text, at, end)
    if latin is not None:
        return latin.end()
    if page.text[at] in _JOINS:
        return None
    dotted = _DOTTED.match(page.text, at, end)
    if dotted is not None:
        last = max(page.text.rfind(mark, at, dotted.end()) for mark in "·・‧•．")
        return _up_to_end(page, last + 1, min(end, last + 11)) or dotted.end()
    family = next((size for size in (3, 2) if page.lowered[at : at + size] in surnames()["jp"]), None)
    if family is not None:
        return _up_to_end(page, at + family - 1, min(end, at + family + 3)) or _usual_end(page, at, end)
    by_sound = _by_sound_end(page, at, end)
    if by_sound is not None:
        return by_sound
    served = [
        one for one in page.places_in(max(0, at - _OFFICE_REACH), at) if page.text[max(0, one.start - 1) : one.start] != "驻"
    ]
    if page.lowered.endswith(_OF_JAPAN, 0, at) or (
        served and served[-1].place.country == _JAPAN and _IN_SENTENCE.search(page.lowered, served[-1].end, at) is None
    ):
        stop = _up_to_end(page, at, min(end, at + _LONGEST_JAPANESE)) or _usual_end(page, at, end)
        return None if stop is None or page.has(at, stop, *_WORDS) or stop - at < _CHINESE_NAME else stop
    if not served or served[-1].place.country not in _BY_SOUND or re.search("[。;；]", page.text[served[-1].end : at]):
        return None
    stop = _up_to_end(page, at, min(end, at + _MOST_SYLLABLES))
    if stop is not None and stop - at <= _CHINESE_NAME and re.search("[,，]", page.text[served[-1].end : at]):
        return None
    is_word = stop is not None and page.has(at, stop, *_WORDS)
    return None if is_word else stop


def _usual_end(page: Page, at: int, end: int) -> int | None:
    """Where a Japanese name of four characters ends, as most are, though what follows is no word of the reader's."""
    stop = at + 4
    is_name = stop <= end and all(_HAN.match(one) for one in page.text[at:stop]) and not page.hits_in(at, stop)
    return stop if is_name and not page.places_in(at, stop) else None


def _by_sound_end(page: Page, at: int, end: int) -> int | None:
    """Where a name ends that is written by sound: four characters and more, or three that open with no Chinese family name."""
    stop = _up_to_end(page, at, min(end, at + _MOST_SYLLABLES))
    initials = _INITIALS.match(page.text, at, min(end, at + _MOST_SYLLABLES + 6))
    if initials is not None and _SOUNDS.issuperset(page.lowered[at : initials.end(1)]):
        return initials.end()
    if stop is None or not _SOUNDS.issuperset(page.lowered[at:stop]) or page.has(at, stop, *_WORDS):
        return None
    is_chinese = folding.lower(page.text[at]) in surnames()["zh"]
    return stop if stop - at > _CHINESE_NAME or (stop - at == _CHINESE_NAME and not is_chinese) else None


def sounded_before(page: Page, end: int, floor: int) -> int | None:
    """Where a name of four characters and more begins that is written by sound and stands between a break and a verb at `end`."""
    at = end
    while at > max(floor, end - _MOST_SYLLABLES) and page.lowered[at - 1] in _SOUNDS:
        at -= 1
    is_apart = at == floor or page.text[at - 1] in "，。；、,;\n ：:”"
    is_name = is_apart and end - at > _CHINESE_NAME and not page.places_in(at, end)
    return at if is_name and not page.has(at, end, *_WORDS) else None


def sounded_between(page: Page, end: int, floor: int, openers: str) -> int | None:
    """Where a name of two characters and more begins that is written by sound and stands between one of `openers` and `end`."""
    at = end
    while at > max(floor, end - _MOST_SYLLABLES) and (page.lowered[at - 1] in _SOUNDS or page.lowered[at - 1] in "·•"):
        at -= 1
    if end - at < _FEWEST or (at > floor and page.lowered[at - 1] not in openers) or page.places_in(max(floor, at - 3), end):
        return None
    return None if any(hit.role in _WORDS and hit.end - hit.start > 1 for hit in page.hits_in(at, end)) else at


def _up_to_end(page: Page, at: int, end: int) -> int | None:
    """The first place from the second character on where something follows that is no part of a name."""
    lowered = page.lowered[at : end + 2]
    if NAME_ENDS.match(lowered) or page.places_in(at, at + 3):
        return None
    for size in range(2, end - at + 1):
        if not all(_HAN.match(one) for one in lowered[:size]):
            return None
        if size == len(lowered) or NAME_ENDS.match(lowered, size):
            return at + size
    return None


def home_of(page: Page, person: Person, parties: tuple[Party, ...]) -> str | None:
    """The Chinese party of somebody with a Chinese name and an office without a place, where the other side has no such names."""
    if page.lang != "zh" or not 2 <= len(person.name) <= _CHINESE_NAME or person.name.isascii():
        return None
    if any(page.places_in(first, after) for first, after in _title_spans(page, person)):
        return None
    own = [party.code for party in parties if party.country == _CHINA]
    others = {party.country for party in parties if party.role is None} - {_CHINA}
    return own[0] if len(own) == 1 and others and others <= _BY_SOUND else None


def _title_spans(page: Page, person: Person) -> list[tuple[int, int]]:
    at = person.evidence[0]
    shown = page.text.find(at.quote)
    return [(max(0, shown - len(title.quote) - 2), shown) for title in person.titles] if shown >= 0 else []
