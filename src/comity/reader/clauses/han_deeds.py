"""The verb of a Chinese deed: where it stands in the words between two commas, and what it makes of them.

- Behind time and circumstance a piece begins with a verb, or with who does it; a passive or a happening begins with its subject.
- A verb is marked where 了, 已 or the like stand beside it, or a count behind it.
- Where a deed is expected, two characters before 了 or before a count are a verb though no line names them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from comity.reader.clauses.acts import skip_space
from comity.reader.clauses.han_actors import acts_first
from comity.reader.clauses.han_phrases import is_signed
from comity.reader.clauses.heads import head_at, names_body
from comity.reader.text.page import Page
from comity.reader.words.lexicon import Hit

_OF = (
    "人次|车次|航次|班次|批次|场次|辆次|艘次|课时|标箱|公斤|千克|公里|千米|平方米|立方米|万元|亿元|美元|公顷|小时|系列"
    "|个|名|人|次|起|件|批|场|期|条|辆|艘|列|架|台|套|支|份|张|册|本|项|吨|克|米|元|盾|头|株|棵|亩|例|户|家|间|所|座|处|块|面"
    "|届|班|趟|宗|单|票|枚|发|部|天|轮|对|箱|盏|尾|只|位|队|组|国"
)
COUNT = re.compile(
    rf"(?<![第\d])(?:\d[\d,.]{{0,12}}|[一二两三四五六七八九十百千数几多]{{1,5}})\s?(?:余|多|万|亿|千|百)*(?:余|多)?\s?(?:{_OF})(?!月|日|年)"
)
_FIGURE = re.compile(rf"(?<![第\d])\d[\d,.]*\s?(?:余|多|万|亿|千|百)*(?:余|多)?\s?(?:{_OF})")
# Times and circumstances before who acts, their commas included.
_DAY = "上午|下午|晚间?|中午|凌晨|傍晚"
_FRAME = re.compile(
    r"\s*(?:(?:据(?:了解|介绍|悉|统计)|其中|目前|当前|同时|此外|另外|随后|此后|期间|当天|当日|会后|会前|此次|本次|今天|昨天|近日|日前)[,]?"
    rf"|(?:自|从|在|于|截至|到|至)?(?=\d)(?:\d{{2,4}}年)?(?:\d{{1,2}}月份?)?(?:\d{{1,2}}[日号])?(?:{_DAY}|[初中底末]|起|前|以来|间){{0,2}}"
    rf"(?<=[年月日号午晚晨晚间初中底末起前来])(?<!\d年前)[,]?|(?:{_DAY})[,]?"
    r"|(?:自|从|在|截至)[^,]{2,24}?(?:以来|期间|之后|过程中|框架下|支持下|背景下|推动下|努力下|基础上|机制下|指导下)[,]?"
    r"|(?:过去|近|最近)?(?:的)?[一两二三四五几数多\d]{1,8}年(?:多|里|中|间)?来?(?:以来)?[,]|(?:过去|近|最近)(?:的)?[一两二三四五几数多\d]{1,8}年(?:多|里|中|间)?来?(?:以来)?"
    r"|近年来[,]?|今年以来[,]?|去年[,]?)"
)
_WHOLE_FRAME = re.compile(
    r"\s*(?:自|从|在|截至|随着|经过|根据|按照|依托|鉴于|由于|作为|以|当|据|本着|为|巡逻|会议|会谈|活动|演练|行动|仪式)[^了]{1,60}"
    r"(?:中|下|上|后|前|时|来|间|际|内|契机|精神|原则|底|末|初|日|月|年|里|统计|了解|介绍|结束|机遇|目标|主题|基础)$"
)
_PERFECT = re.compile(
    r"(?:正在|正(?=加快|推进|抓紧|着手|积极)|着手|已经?|均已|都已|业已|先后|曾|相继|陆续|累计|共(?!同|建|识|享|商|和|产|赢|促|管|治)|总共|合计|成功|顺利|圆满|得以|如期)"
)
_PASSIVE = re.compile(
    r"(?:得到|获得|获|予以|被|由[^,]{2,20})[^,]{0,16}?"
    r"(?:落实|解决|处理|执行|批准|妥善|控制|办理|实施|遵守|修复|维护|查处|抓获|移交|遣返|列入|纳入|化解|处置|认可为|确定为|授予)"
)
_UNKNOWN = re.compile(r"[一-鿿]{2}了(?!解)[^,]{2,}|[一-鿿]{1,2}[起出成完好到入回]了[^,]{2,}")
_UNKNOWN_COUNT = re.compile(
    rf"[一-鿿]{{2}}(?=[一-鿿]{{1,10}}{_FIGURE.pattern}|\s?\d[\d,.]*\s?(?:余|多|万)*(?:人次|次|场次|车次|起))"
)
_IS_FIGURE = re.compile(
    r"(?:资本|案值|货值|资金|面积|总量|总额|数量|总值|金额|规模|比例|时间|价格|货物|货运量|客运量|人员)(?:达|为|约|近|超|共|合计|共计|总计)?\s?\d"
)
_NO_VERB = re.compile(
    r"[的是有为约占超近增同比其该此这那]|达(?!成)|.达|共有|总|平均|累计|合计|共计|数量|金额|人数|年均|历时|时长|全程|距离"
)
_TALK = re.compile(
    r"(?:进行|开展|举行)(?:了)?[^,]{0,14}?(?:访问|国事访问|参观|拜会|交流|座谈|会谈|磋商|沟通|讨论|交谈|会晤|探讨|洽谈|对话|发言|致辞|商谈|合影)[^,\d]{0,6}$|交换了?意见"
)
_REVIEWED = re.compile(r"(?P<verb>就[^,]{2,60}?进行)了?(?:认真|全面|系统|深入)?(?:地)?(?:总结|评估|回顾|复盘|盘点|梳理)")
_BARE_FIGURE = re.compile(
    r"(?:物资|人员|内容|活动)包括|(?:达到?|(?<=.)为|[增升降]至|约|超过?|占|是|突破)(?:了)?(?:约|近)?\s?\d|数量|同比|环比"
)
_LENT = re.compile(
    r"(?:对|就|将|把|向|与|同|给|为|在|通过|于|从)[^,]{2,50}?(?:进行|作出|做出|予以|给予|落地|提供|开展|举办|送|带|移交)"
)
# What can open, run or be finished: what stands under a heading of an area, or is a gate or a paper.
_WORKS = frozenset({"terms", "gates", "mechanisms", "instruments"})
_SETTLED = re.compile(r"^达成了?(?:高度|广泛|重要|多项|一系列|初步|许多|诸多|一定)?的?(?:共识|一致|意见)|^(?:签署|签订|签)")
_ABOUT = re.compile("就|关于")
_LENDS_PAST = re.compile("(?:进行|作出|做出|开展|给予|予以|提供|组织)了")
_NAMES = re.compile("队|方|者|组|员|站|所|厅|局|院|部队|指挥部|委员会|小组|机制|中心|部门|人员|机构|企业|单位|公司|办公室")
# "深化合作是共识", "扩大合作符合利益": what is spoken of, and nothing done.
_SPOKEN_OF = re.compile(
    r"[^,]{4,40}?(?:(?<![特其凡于还但别若要总只可])是(?!否)|符合|有利于|有助于|有益于|离不开|至关重要|意义重大|十分重要|具有[^,]{0,10}意义|事关|关乎|已成为|成为)"
)
# "经双方协商": by what leave or talk something came about.
_BY_LEAVE = re.compile(
    r"经(?:过|由)?[^,了]{2,20}(?:协商|磋商|商定|批准|同意|努力|研究|授权|审批|核准|沟通|协调|会商|商议|不懈努力|推荐|介绍)"
)
# "数据实现互通": what a thing has come to, told with it.
_ATTAINED = re.compile(
    r"(?P<thing>[^,]{2,30}?)(?P<verb>实现了?)[^,]{0,24}"
    r"(?:通关|互通|互认|共享|对接|覆盖|直达|通车|通航|联网|联通|贯通|无缝衔接|常态化|电子化|无纸化|自动化|零接触|通行|放行|运营|清零|互联|落地|上线|两段准入|秒批|一单到底)$"
)
# "申报时间由2小时压缩至15分钟": what was changed by somebody, with its subject.
_BECAME = re.compile(
    r"[^,的将可能]{0,14}(?:时间|时限|周期|期限|班次|频次|标准|额度|费用|税率|名额|手续|环节|材料|口岸|通道|级别|证件|等级|流程|时长|次数|比例|限额)(?:从|由)[^,]{2,24}?(?P<verb>压缩|缩短|压减|延长|提前|扩大|扩展|升格|升级|调整|优化|减少|精简|降低|下调|提高|增设|简化|改)(?:到|至|为)[^,]{2,}"
)
_COUNTS = frozenset(
    ["注册", "到位", "进出口", "推广", "出入境", "种植", "出口", "进口", "进出境", "通行", "覆盖", "运输", "贸易", "投资"]
)
# A feast, a fair or a course that is held is a deed; talks and ceremonies are the session.
_HELD_EVENT = re.compile(
    "(?:成功)?(?:举办|举行|组织|召开)了?[^,]{0,40}?(?:节|赛|展|展会|展览|班|晚会|联欢|联欢会|联谊|比赛|运动会|义诊|招聘会|交易会|展销会|博览会|夏令营|文艺演出|演出"
    "|讲座|画展|庙会|集市|游园|演练|演习|培训|推介会|宣讲|植树|马拉松|歌会|活动周|文化周|(?:巡逻|放流|巡航|执法|演练|宣传|整治|清查|救援|植树|义诊|帮扶|慰问|志愿|互访|研学|体验|展示|推介|普法|禁毒|防火|扑火)[^,]{0,4}活动)$"
)
# "签字仪式在村里举行": the session itself.
_TOOK_PLACE = re.compile(
    "^(?:针对|关于|对于|就|围绕)[^,]{2,40}(?:问题|事宜|情况|建议|要求|需求|意见|关切|诉求|提议|主题|议题)$|(?:仪式|会议|大会|会谈|会晤|座谈会|论坛|峰会|对话会|工作会)[^,的]{0,40}(?:举行|召开|举办|开幕|闭幕|落幕)$"
)
_TALKS = re.compile("会商|商谈|磋商|研商|商讨|商议|洽谈|探讨|座谈|讨论|交流|沟通")
_YEARS = re.compile(r"[^,\d一二三四五六七八九十]{0,8}[\d一二三四五六七八九十]{1,5}(?:多|余)?年多?来")
_NOT_YET = re.compile("将|要|应|争|推动|努力|确保|为|促进|逐步|使|的$|愿|望|能")
# "在…方面": the verb stands behind it, and what stands in it is none.
_FIELD = re.compile(r"在[^,]{2,40}?(?:方面|领域|框架下|机制下|期间|等地|地区|上|下|内)(?=[一-鿿])(?![的述])")
_GOOD_FOR = re.compile(
    r"^为[^,]*(?:平台|通道|条件|机遇|动力|基础|保障|支撑|桥梁|活力|力量|环境|篇章|贡献|便利|便捷|样板|可能)$"
    r"|(?:提供|注入|奠定|创造|打下)了?[^,]{0,16}(?:动力|基础|条件|支撑|平台|机遇|保障)$"
)
_WORK = re.compile(
    "工程|项目|机制|平台|基地|中心|医院|学校|线路|园区|市场|场馆|站|楼|仓|码头|专列|班车|热线|窗口|系统|业务|活动|计划"
)
_EVENT = re.compile(
    "(?:会|赛|班|节|展|演练|巡逻|互访|论坛|联谊|培训|交流|合作|行动|工作|宣传|巡诊|义诊|会商|会晤|演习|整治|排查|执法|救援|放流|周|月|日)$"
)
_IS = re.compile("[是为]")
# What makes a time or a thing of a happening, and what behind it is no object.
_GOES_ON = re.compile("的|话|仪式|典礼|时|以来|前|率|工作|(?:之后|以后|后).{2}")
_NO_OBJECT = re.compile("[至到于以后并]|[,(]")
_MOST_SUBJECT = 56


@dataclass(frozen=True, slots=True)
class Verb:
    """A deed's verb at `text[at:end]`; its piece's words begin at `begin`, its clause at `start`.

    `is_thing`: the subject belongs to the clause; `is_marked`: put behind or counted; `is_lent`: a phrase stands before it.
    """

    begin: int
    start: int
    at: int
    end: int
    rule: str
    is_thing: bool
    is_marked: bool
    is_lent: bool = False
    is_noun: bool = False


def is_framed(page: Page, start: int, end: int) -> bool:
    """Whether words only say when or under what something was done."""
    text = page.lowered[start:end]
    if _YEARS.fullmatch(text) is not None or text.startswith(
        ("随着", "是", "其中", "根据", "按照", "依据", "鉴于", "由于", "得益于")
    ):
        return True
    if text.endswith(("以来", "之际", "期间", "之时", "的同时", "过程中", "之余")):
        return True
    if _BY_LEAVE.fullmatch(text) is not None or _TOOK_PLACE.search(text) is not None:
        return True
    return _WHOLE_FRAME.fullmatch(text) is not None and re.search(r"已|共[^同]", text) is None


def verb_of(page: Page, start: int, end: int, *, is_telling: bool) -> Verb | None:
    """The verb of a deed in `text[start:end]`, or None; `is_telling`: deeds were told just before."""
    begin = _after_frames(page, start, end)
    reviewed = _REVIEWED.search(page.lowered[begin:end])
    if reviewed is not None:
        at, after = begin + reviewed.start(), begin + reviewed.end("verb")
        return Verb(begin, at, at, after, "grammar/reviewed", False, True, True)
    leading = _leading(page, begin, end)
    if leading is not None and not leading.is_noun:
        return leading
    found = _thing(page, begin, end) or leading or _inside(page, begin, end)
    if found is None and is_telling:
        found = _unknown(page, begin, end)
    return found


def _after_frames(page: Page, start: int, end: int) -> int:
    at = skip_space(page.text, start)
    lowered = page.lowered[start:end]
    for _ in range(4):
        found = _FRAME.match(lowered, at - start)
        joined = next((hit.end for hit in page.hits_at(at) if _is_joining(hit) and hit.end < end), None)
        after = start + found.end() if found is not None and found.end() > at - start else joined
        if after is None or after >= end:
            break
        at = skip_space(page.text, after)
    return at


def _is_joining(hit: Hit) -> bool:
    return hit.role in ("joins", "openers", "pasts") or (hit.role == "leads" and hit.value == "skip" and hit.line.words != "和")


def _thing(page: Page, begin: int, end: int) -> Verb | None:
    """A happening or a passive with its subject: 口岸正式开通, 纪要得到落实."""
    lowered = page.lowered[begin:end]
    passive = _PASSIVE.search(lowered)
    if passive is not None and passive.start() >= 3 and not re.search("评价|肯定|好评|赞", lowered[passive.start() :]):
        return Verb(begin, begin, begin + passive.start(), begin + passive.end(), "grammar/passive", True, True)
    became = _BECAME.match(lowered)
    if became is not None:
        return Verb(begin, begin, begin + became.start("verb"), begin + became.end("verb"), "grammar/became", True, True)
    attained = _ATTAINED.match(lowered)
    if attained is not None and not _NOT_YET.search(attained.group("thing")):
        return Verb(begin, begin, begin + attained.start("verb"), begin + attained.end("verb"), "grammar/attained", True, True)
    for hit in page.hits_in(begin, end):
        if hit.role == "narrative" and _PERFECT.search(page.text, max(begin, hit.start - 3), hit.start):
            return None
        if hit.role != "happenings" or hit.start - begin < 3:
            continue
        before, rest = lowered[: hit.start - begin], lowered[hit.end - begin :].lstrip("了 ")
        if _IS.search(before) or before.endswith("的") or _GOES_ON.match(rest):
            continue
        is_work = page.has(begin, hit.start, *_WORKS) or _WORK.search(before) is not None
        is_work = is_work or _EVENT.search(before) is not None
        if hit.value != "whole" and (not is_work or (len(rest) >= 2 and not _NO_OBJECT.match(rest))):
            continue
        return Verb(begin, begin, hit.start, hit.end, hit.line.rule, True, True)
    return None


def _leading(page: Page, begin: int, end: int) -> Verb | None:
    """The verb a piece begins with, its adverbs before it."""
    field = _FIELD.match(page.lowered[begin:end])
    head = head_at(page, begin + field.end() if field else begin, end)
    if head is None or (head.hit.end >= end and head.hit.end - head.hit.start < 4 and head.hit.start - head.start < 3):
        return None
    if _is_name(page, head.hit, end):
        return None
    if field is not None:
        is_marked = head.has_past or _is_marked(page, head.hit.end, end, "")
        return Verb(begin, begin, head.hit.start, head.hit.end, head.hit.line.rule, False, is_marked, True)
    between = page.lowered[begin : head.hit.start]
    is_marked = head.has_past or _is_marked(page, head.hit.end, end, between) or _LENDS_PAST.search(between) is not None
    if head.hit.value == "noun" and not is_marked:
        return None
    is_lent = head.hit.start - head.start > 4 or _LENT.match(page.lowered[head.start : end]) is not None
    start = begin if re.match("共|累计|成功", between) and not page.places_in(begin, head.hit.start) else head.start
    return Verb(
        begin, start, head.hit.start, head.hit.end, head.hit.line.rule, False, is_marked, is_lent, head.hit.value == "noun"
    )


def _is_name(page: Page, verb: Hit, end: int) -> bool:
    """Whether a verb only begins a name, the deed's own verb following it: "巡逻队检查界桩"."""
    if _NAMES.match(page.text, verb.end, end) is None:
        return False
    return any(hit.value != "noun" and hit.start > verb.end for hit in page.hits_of("actions", verb.end, end))


def _inside(page: Page, begin: int, end: int) -> Verb | None:
    """The verb after who does it."""
    limit = min(end, begin + _MOST_SUBJECT)
    for hit in page.hits_in(begin, limit):
        if hit.role == "leads" and hit.value in ("keep", "phrase") and hit.start > begin:
            found = _leading(page, hit.start, end)
            if (
                found is not None
                and (found.is_marked or hit.value == "keep")
                and hit.line.words not in ("合作", "同", "与", "和")
            ):
                return replace(found, begin=begin)
        if hit.role == "perfects" and hit.start > begin:
            found = _leading(page, hit.end, end)
            if any(one.role == "narrative" for one in page.hits_at(hit.end)) and not COUNT.search(page.text, hit.end, end):
                return None
            if found is not None:
                return replace(found, begin=begin, is_marked=True)
        if hit.role != "actions" or hit.start <= begin or page.text.startswith("的", hit.end) or hit.end >= end:
            continue
        if names_body(page, hit) or _is_missed(page, hit, begin):
            continue
        before = page.lowered[max(begin, hit.start - 6) : hit.start]
        is_marked = page.text.startswith("了", hit.end) or _is_marked(page, hit.end, end, before)
        is_who = any(one.end == hit.start for one in page.places_in(begin, hit.start)) or _OFFICE.search(before) is not None
        is_who = is_who or acts_first(page.lowered[begin : hit.start])
        if hit.value != "noun" and (is_marked or is_who) and not before.endswith(("的", "与", "和", "、", "对", "及")):
            return Verb(begin, hit.start, hit.start, hit.end, hit.line.rule, False, is_marked)
    return None


def _is_missed(page: Page, verb: Hit, floor: int) -> bool:
    """Whether what looks like a verb lies within a phrase that is none: 合作组织."""
    near = page.hits_of("nearmiss", max(floor, verb.start - _NEAR), verb.end)
    return any(hit.start < verb.start and verb.end <= hit.end for hit in near)


_NEAR = 6
_OFFICE = re.compile(
    "(?:双方|各方|部门|海关|公安|警方|机关|政府|边防|部队|支队|人员|民警|企业|单位|每方|委员会|医院|学校|学院|大学|公司|代表团|国务院"
    "|[县市省州区镇局厅处办站委队])$"
)


def _is_marked(page: Page, after: int, end: int, before: str) -> bool:
    """Whether a verb that ends at `after` is put behind or counts."""
    if page.text.startswith("了", after) or _PERFECT.search(before):
        return True
    own = page.lowered[after:end]
    return (
        _FIGURE.search(own) is not None
        or re.search(r"(?<!第)[两三四五六七八九十]+(?:余)?(?:个|名|次|起|场|期|条|批|支|项)", own) is not None
    )


def _unknown(page: Page, begin: int, end: int) -> Verb | None:
    """Two characters before 了, or before a thing with a count, as a verb no line names."""
    lowered = page.lowered[begin:end]
    adverb = _PERFECT.match(lowered)
    skipped = adverb.end() if adverb else 0
    found = _UNKNOWN.match(lowered, skipped)
    if found is not None and not _NO_VERB.match(lowered, skipped):
        at = begin + skipped
        return Verb(begin, begin, at, begin + lowered.index("了", skipped), "grammar/unknown", False, True)
    counted = None if skipped and adverb and adverb.group() in _SUMS else _UNKNOWN_COUNT.match(lowered, skipped)
    if counted is None or _NO_VERB.match(lowered, skipped) or _NO_VERB.search(lowered[skipped : skipped + 8]):
        return None
    at = begin + skipped
    is_name = any(hit.role in _NOUNS for hit in page.hits_at(at)) or page.places_in(at, at + 2)
    return None if is_name else Verb(begin, begin, at, at + 2, "grammar/unknown", False, True)


_SUMS = ("累计", "合计", "总共")
_NOUNS = frozenset({"nominals", "terms", "subjects", "mechanisms", "titles", "gates"})


def tells_effect(page: Page, at: int) -> bool:
    """Whether a Chinese verb at `at` only tells what came of something."""
    return page.lang == "zh" and any(hit.role == "effects" and hit.value == "" for hit in page.hits_at(at))


def is_effect(page: Page, verb: Verb, end: int, *, is_chained: bool) -> bool:
    """Whether a verb tells what came of a deed, how something grew, or how the session went."""
    hits = page.hits_at(verb.at)
    own = page.lowered[verb.start : end]
    if verb.is_thing:
        return re.search(r"标志|意味|成为|数量", own) is not None
    effect = [hit for hit in page.hits_of("effects", verb.at, verb.end + 4) if hit.start < verb.end <= hit.end]
    effect = [hit for hit in effect if hit.start == verb.at or len(hit.line.words) > 1]
    if any(hit.value == "" or (is_chained and not verb.is_marked and not verb.is_lent) for hit in effect):
        return True
    if _IS_FIGURE.match(page.text, verb.end, end) and verb.rule.split("/")[-1] in _COUNTS:
        return True
    if _BARE_FIGURE.search(own) or (_TALK.search(own) and "次" not in own) or _GOOD_FOR.search(own):
        return True
    if re.match(r"由[^,]*(?:主办|承办|组织|主持|牵头|举办|协办)|由\s?\d|[^,]*[我您]", own):
        return True
    if not verb.is_marked and _SPOKEN_OF.search(own):
        return True
    if not verb.is_marked and _TALKS.match(page.text, verb.at, end):
        return True
    if _SETTLED.search(own) or (
        verb.at > verb.begin and _ABOUT.search(page.text, verb.begin, verb.at) and own.startswith("达成")
    ):
        return True
    is_session = is_signed(page, verb.at) or any(hit.role == "narrative" for hit in hits)
    is_session = is_session and _HELD_EVENT.match(own[verb.at - verb.start :]) is None
    return (
        is_session
        and COUNT.search(own) is None
        and re.search(r"经常|定期|多次|信息|情报|线索|数据|案情|资料|名单|档案|样品|样本|种质|每[日月周年季]|及时", own) is None
    )
