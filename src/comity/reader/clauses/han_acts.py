"""What makes an act of Chinese words, and what only seems to: 邀请对方, 发展倡议, 两国合作成果, 横桥海关将.

- A modal behind an office or a side no line names governs as one behind the parties does.
- The parties are who acts only where they stand free: not in "为双方…" nor in "在双方努力下".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.reader.clauses.han_actors import actor_before
from comity.reader.text.page import Page
from comity.reader.words.lexicon import Hit

_GOES_ON = re.compile("[，,；;](?:并|也|还|同时|随后|届时)?$")
_JOINT_SIDES = ("双方", "两", "各方", "各国", "各地", "各省", "三")
# 邀请对方, 申请, 聘请: no request to the other side.
_INVITES = ("邀", "申", "聘", "报", "宴")
_CALLS = frozenset(["倡议", "主张", "建议", "要求", "提议"])
_OF_WHAT = re.compile("(?:注册|技术|质量|检疫|检验|准入|防疫|安全|资质|规定|标准|条件|卫生|环保|监管|申报|备案|时限|条款)$")
# "将有效期由三月延长至一年": 将 before a thing that is dealt with.
_DISPOSES = re.compile(
    "[^,，;；。]{2,30}(?:由[^,，;；。]{1,12}(?:延长|缩短|扩大|提高|调整|增加|降|改|升)|移交|遣返|列入|纳入|送[往至回交]|转交|改为)"
)
_PART_OPENS = re.compile("[,，;；](?:[今明后]年|下一?(?:步|阶段)|下半年|下个?月|今后|未来|接下来|近期|年内|届时)?$")
_TIME_REACH = 5
_ASKED_FOR = re.compile("[后下的，,。、和书]")
_IN_FIELD = re.compile(r"在[^,，;；。]{2,30}?(?:中|上|方面|領域|领域|框架下|层面|層面)")
# "研究解决货物积压等问题": what is dealt with.
_SOLVES = re.compile("解决|化解|破解|研究|应对|消除|缓解|克服|补齐|打通|疏通|针对|处理|处置|排查|整改|弥补|扭转|改变")
_TROUBLE = re.compile("[^，,；;。]{0,24}?(?:问题|难题|困难|短板|瓶颈|状况|现象|局面|环节|堵点|风险|影响|压力)")
_CASE = re.compile("[^，,；;。]{0,8}(?:时|的情况下?|情形时?|之际|[年月天日]后|之后)[，,]")
_REACHED = ("达成", "形成", "取得")
_STILL = re.compile("尽快|尽早|早日|力争|争取|推动|促成|努力|有望|待|未|推进")
_NAMED = re.compile("[和的与及等、]")
_NAMED_CALL = re.compile("[，,。；是同下框所得对为]")
# "会见后,双方…": what is told next has been done.
_AFTERWARDS = re.compile("(?:会[见谈议晤]|座谈|仪式|活动|访问|考察|会)(?:结束)?(?:之)?[后前][,，]$")
_THINGS = re.compile(
    "的|[员部官所站队组团厅局处长者](?![下分])|(?:机构|部门|人员|单位|中心|机关|企业)|(?:成果|关系|水平|领域|潜力|机制|前景|基础|规模|空间|友谊|情谊|氛围|势头|成效|力度|事业|往来|交往)(?!进行)"
)
_TIED = re.compile("[为对向给把让使助](?![何外导])")
_WITHIN = re.compile("[在由经从][^，,；;。]{0,3}$")
_WITHIN_ENDS = re.compile("[^，,；;。]{0,24}(?:下|中|上|内|间|时|后|前|际)[，,]")
_BREAK = re.compile("[，,；;。：:\n]")
_KEPT_UP = re.compile("(?:方式|渠道|形式|平台|及时|定期|经常|保持|继续|加强|随时|每[年月周季])(?:相互|互相)?$")
_OF_INFORMING = re.compile(
    "(?:的[一-鿿]{0,2}|事[前先后]|信息|情况|情報|情报|数据|工作|事件|疫情|定期|及时|相互|互相|联合|进行|予以|加强|机制|快速|汛情|火情|案件|等)$"
)
_NEAR, _REACH = 16, 90
_VERB_WITHIN = 6


def is_named_only(page: Page, hit: Hit) -> bool:
    """Whether a Chinese word of asking names a thing, or asks somebody to come: 发展倡议, 基本主张和, 邀请对方."""
    if page.lang != "zh":
        return False
    words, before = hit.line.words, page.lowered[max(0, hit.start - 1) : hit.start]
    named = _NAMED.match(page.lowered, hit.end) or (words == "倡议" and _NAMED_CALL.match(page.lowered, hit.end))
    if words in _CALLS and named:
        return True
    if words[:2] in _REACHED and _STILL.search(_BREAK.split(page.lowered[max(0, hit.start - 40) : hit.start])[-1]):
        return True
    piece = _BREAK.split(page.lowered[max(0, hit.start - 24) : hit.start])[-1]
    if words == "要求" and _OF_WHAT.search(piece):
        return True
    if piece.startswith("应") and page.lowered[hit.end : hit.end + 1] in ("，", ","):
        return True  # "应清方请求，": on whose behalf
    if words == "请求" and _ASKED_FOR.match(page.lowered, hit.end):
        return True
    return words[0] == "请" and before in _INVITES


def is_kept_up(page: Page, hit: Hit) -> bool:
    """Whether Chinese talk is what is to go on, and no talk at the session: "通过热线等方式相互通报情况"."""
    if page.lang != "zh" or hit.role != "statements" or "了" in hit.line.words:
        return False
    if hit.line.words[-1] in ",：":
        # "加强信息通报，": a thing, and nobody who informs.
        return _OF_INFORMING.search(page.lowered[max(0, hit.start - 4) : hit.start]) is not None
    return hit.value == "discussed" and _KEPT_UP.search(page.lowered[max(0, hit.start - 8) : hit.start]) is not None


def is_case(page: Page, hit: Hit) -> bool:
    """Whether a Chinese word of lack names a case ("出现滞留时，"), or what is still to be ("将暂停一年")."""
    is_coming = page.has(max(0, hit.start - 8), hit.start, "modals")
    if is_coming or _CASE.match(page.lowered, hit.end) is not None:
        return True
    piece = _BREAK.split(page.lowered[max(0, hit.start - 24) : hit.start])[-1]
    return _SOLVES.search(piece) is not None and _TROUBLE.match(page.lowered, hit.end) is not None


def is_doing(page: Page, phrase: Hit, hits: tuple[Hit, ...]) -> bool:
    """Whether a verb follows the phrase that stands before it: "在…中保持"."""
    found = _IN_FIELD.match(page.lowered, phrase.start)
    at = found.end() if found else -1
    at = next((hit.end for hit in hits if hit.start == at and hit.role == "leads"), at)
    return any(hit.role == "actions" and hit.value != "noun" and hit.start == at for hit in hits)


def opens_part(page: Page, at: int) -> bool:
    """Whether a part of a sentence begins at `at`, or only a time stands before it there: "，明年拟"."""
    return _PART_OPENS.search(page.text, max(0, at - _TIME_REACH), at) is not None


def is_of_parties(page: Page, subject: Hit, verb: Hit) -> bool:
    """Whether a Chinese verb straight behind the parties names what they have, or "we" tells of oneself: "两国合作成果"."""
    return page.lang == "zh" and (subject.line.words in ("我们", "大家") or _THINGS.match(page.lowered, verb.end) is not None)


def is_afterwards(page: Page, at: int) -> bool:
    """Whether the words before `at` say that the session was over: "会见后，"."""
    return page.lang == "zh" and _AFTERWARDS.search(page.lowered, max(0, at - 12), at) is not None


def is_tied(page: Page, subject: Hit) -> bool:
    """Whether the parties stand within a phrase of Chinese and so do not act: "为双方…", "在双方努力下"."""
    if page.lang != "zh":
        return False
    before = _BREAK.split(page.lowered[max(0, subject.start - _NEAR) : subject.start])[-1]
    within = _WITHIN.search(before) is not None and _WITHIN_ENDS.match(page.lowered, subject.end) is not None
    return within or _TIED.search(before) is not None


def modals_of_actors(page: Page, hits: tuple[Hit, ...]) -> Iterator[tuple[int, Hit, bool]]:
    """Where a side or an office that no line names begins, its modal, and whether all parties are meant: "横桥海关将"."""
    for hit in hits if page.lang == "zh" else ():
        if hit.role != "modals" or hit.value not in ("will", "need"):
            continue
        begin = actor_before(page.lowered, max(0, hits[0].start - _REACH), hit.start)
        goes_on = _GOES_ON.search(page.lowered, max(0, hit.start - 4), hit.start)
        is_open = begin is None and hit.value == "will" and _DISPOSES.match(page.lowered, hit.end) is None
        goes_at = goes_on.start() + 1 if is_open and goes_on else None
        begin = begin if goes_at is None else goes_at
        reach = 1 if page.lowered[hit.end - 1] in "将將" else _VERB_WITHIN
        if begin is None or not _has_verb(page, hit.end, reach) or (begin == goes_at and _tells_effect(page, hit.end)):
            continue
        yield begin, hit, hit.value == "need" or page.lowered.startswith(_JOINT_SIDES, begin)


def _has_verb(page: Page, at: int, reach: int) -> bool:
    stop = _BREAK.search(page.lowered, at, at + reach)
    near = [one for one in page.hits_in(at, stop.start() if stop else at + reach) if one.role in ("actions", "leads")]
    near += [one for one in page.hits_at(at) if one.role in ("actions", "leads")]
    return any(one.value != "noun" and (one.start == at or one.role == "actions") for one in near)


def _tells_effect(page: Page, at: int) -> bool:
    """Whether a modal that follows a comma tells what will come of something."""
    return any(hit.value == "" for hit in page.hits_of("effects", at, at + _VERB_WITHIN))
