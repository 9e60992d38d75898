"""What Vietnamese and Chinese write inside a clause where other languages would begin a new one.

- Who is made able or told to do things does all that is listed: "tạo điều kiện cho doanh nghiệp gặp gỡ, tìm cơ hội".
- An enumeration before 等方式 or 等领域 only says how or where.
- Verbs in a row that wait for one object are one clause: "tập trung thực hiện, triển khai biên bản".
"""

from __future__ import annotations

import re

from comity.reader.clauses.acts import skip_space
from comity.reader.clauses.han_actors import is_actor
from comity.reader.clauses.han_phrases import after_frame
from comity.reader.clauses.heads import Head, head_at
from comity.reader.text.page import Page
from comity.reader.words.lexicon import Hit

_ENABLES = ("tạo điều kiện", "tạo thuận lợi", "tạo mọi điều kiện", "khuyến khích", "hỗ trợ", "giúp", "vận động", "kêu gọi")
_TELLS = ("chỉ đạo", "giao", "yêu cầu", "hướng dẫn", "đôn đốc", "phân công", "quán triệt", "指导", "督促", "责成", "引导")
_THINGS = r"(?:thời gian|địa điểm|thành phần|quy mô|kịch bản|kinh phí|lịch trình|hình thức)"
_ARRANGED = re.compile(rf"[\s:]*(?:về\s)?(?P<what>(?:dự kiến )?{_THINGS}\b[^.;]{{0,60}}?[,;]\s{_THINGS}\b[^.]{{0,200}})")
_LONGEST_QUOTE = 160
_SUBJECT_REACH = 80
_FIELDS = (" công tác ", " hoạt động ", " việc ")
_AFTER_THESE_NOUNS = ("các ", "mọi ", "ở ", "theo ")
_PEOPLE = re.compile(
    r"\s*(?:thuận lợi |tốt nhất |hơn nữa )*(?:cho|để|đối với)?\s*(?:các |cộng đồng |những |nhiều )*"
    r"(?:doanh nghiệp|người|cư dân|nhân dân|du khách|khách|công dân|học sinh|sinh viên|thanh niên|hộ|thương nhân|nhà đầu tư)\b"
)


_ONE_OF = re.compile("等|的")
_SHARED = re.compile("[^,，;；。、]{0,6}(?:合作|经验|互鉴|领域|能力|水平)(?:交流|互鉴|合作)?(?=[,，;；。]|$)")
_ENDS_SO = re.compile("(?:合作|经验|互鉴|领域|能力|水平|机制|协作)$")
_ACTOR_REACH = 32
_NEXT_SITTING = re.compile(
    "[\\s,]*(?P<what>下一?[次届轮][^,;。]{2,24}(?:于|在|拟|将)[^,;。]{2,40}(?:举行|召开|举办))(?=[,;。]|$)"
)
_ANY_SIDE = re.compile("[\u4e00-\u9fff]{1,2}方(?![面式案向便法针言])(?:一道|一起|能够|能)?")
_UNIT = re.compile("(?:省|市|州|县|區|区|自治区|方面|方|政府)?(?:能够|能|继续)?")
_ETC = re.compile(
    r"[^,，;；。:：]{1,40}?(?:等|各|多个|三个|四个|两个|五个|几个|三大|四大|多种|为主的?|的)(?:方式|渠道|形式|途径|手段|平台|方面|领域|领域的|方向|环节|层面|工具|办法)"
)


def is_whose(page: Page, head: Head, nxt: Head, found: re.Match[str]) -> bool:
    """Whether the verb after a break is done by those whom the verb before it enables or tells."""
    words = head.hit.line.words
    if words.startswith(_ENABLES) and _PEOPLE.match(page.text, head.hit.end):
        has_verb = page.has(head.hit.end, found.start(), "actions")
        return nxt.start == nxt.hit.start and has_verb
    if not words.startswith(_TELLS) or _verb_in(page, head.hit.end, found.start()) is not None:
        return False
    after = page.hits_of("subjects", found.end(), nxt.hit.start)
    return bool(after) or bool(page.text[found.end() : nxt.start].strip(" ,，、"))


def _holds_object(hit: Hit) -> bool:
    return hit.value == "whole" or (hit.value == "field" and hit.line.words.count(" ") > 1)


def after_subject(page: Page, start: int, end: int) -> int:
    """Behind the "đã" of a side named at the beginning of a Vietnamese point: "; công an tỉnh A đã trao tặng …"."""
    if page.lang != "vi":
        return start
    for hit in page.hits_in(start, min(end, start + _SUBJECT_REACH)):
        if hit.role == "actions" and hit.value == "":
            return start
        if hit.role == "perfects" and hit.line.words.startswith("đã"):
            is_side = any(mention.place.level in ("province", "city") for mention in page.places_in(start, hit.start))
            is_side = is_side or page.has(start, hit.start, "subjects")
            return skip_space(page.text, hit.end) if is_side else start
    return start


def is_quoted(page: Page, start: int, at: int) -> bool:
    """Whether a Vietnamese break stands within a name in quotation marks: “A, cùng nhau B”."""
    if page.lang != "vi":
        return False
    opened = page.text.rfind("“", max(start, at - _LONGEST_QUOTE), at)
    return opened >= 0 and page.text.find("”", opened, at) < 0 <= page.text.find("”", at, opened + _LONGEST_QUOTE)


def is_of_nouns(page: Page, head: Head, at: int) -> bool:
    """Whether bare verbs after "công tác" are named as its fields: "làm tốt công tác giải cứu, tiếp nhận, trao trả"."""
    if page.lang != "vi":
        return False
    opened = max(page.text.rfind(word, head.hit.end, at) for word in _FIELDS)
    if opened < 0:
        return False
    place = skip_space(page.text, opened)
    place = page.text.index(" ", place + 5) if " " in page.text[place + 5 : at] else at
    for _ in range(8):
        place = skip_space(page.text, place)
        if place >= at:
            return True
        verb = next((hit for hit in page.hits_at(place) if hit.role == "actions" and hit.end <= at), None)
        if verb is None or _holds_object(verb):
            return False
        place = verb.end
    return False


def arranged(page: Page, start: int, end: int) -> tuple[int, int] | None:
    """What was settled about an occasion, as one thing: "thời gian, địa điểm, thành phần dự lễ"; None where nothing was."""
    found = _ARRANGED.match(page.text, start, end) if page.lang == "vi" else None
    return None if found is None else (found.start("what"), found.end("what"))


def _verb_in(page: Page, start: int, end: int) -> Hit | None:
    found = (hit for hit in page.hits_of("actions", start, end) if hit.value == "")
    return next((hit for hit in found if not page.text[max(0, hit.start - 6) : hit.start].endswith(_AFTER_THESE_NOUNS)), None)


def is_inside(page: Page, found: re.Match[str]) -> bool:
    """Whether a break is one within a verb of the lexicon: "xuất, nhập khẩu"."""
    near = page.hits_of("actions", max(0, found.start() - 12), found.end() + 24)
    return any(hit.start < found.start() and found.end() < hit.end for hit in near)


def after_addressed(page: Page, start: int, end: int) -> int:
    """Behind the frame and the place that is asked, where a verb follows it in Chinese: "希望清乐市在教育方面给予支持"."""
    start = after_frame(page, start, end)
    at = skip_space(page.text, start)
    place = next(iter(page.places_in(at, at + 1)), None) if page.lang == "zh" else None
    if place is None:
        return _after_side(page, start, end) if head_at(page, start, end) is not None else after_actor(page, start, end)
    unit = _UNIT.match(page.text, place.end, end)
    behind = unit.end() if unit else place.end
    head = head_at(page, behind, end)
    return behind if head is not None and head.hit.value != "noun" and head.start == behind else start


def _after_side(page: Page, start: int, end: int) -> int:
    """Behind a side no gazetteer knows, where a verb or a phrase before one follows it: "希望云方为企业提供便利"."""
    found = _ANY_SIDE.match(page.lowered, start, end) if page.lang == "zh" else None
    if found is None:
        return start
    head = head_at(page, found.end(), end)
    return found.end() if head is not None and head.hit.value != "noun" and head.start == found.end() else start


def after_actor(page: Page, start: int, end: int) -> int:
    """Behind an office no gazetteer knows that is asked to do something: "建议双方口岸管理部门建立机制"."""
    at = skip_space(page.text, start)
    for hit in page.hits_in(at, min(end, at + _ACTOR_REACH)) if page.lang == "zh" else ():
        is_verb = (hit.role == "actions" and hit.value != "noun") or (hit.role == "leads" and hit.value in ("keep", "phrase"))
        if is_verb and hit.start > at and is_actor(page.lowered[at : hit.start]):
            return hit.start
    return start


def is_enumeration(page: Page, found: re.Match[str], end: int) -> bool:
    """Whether a Chinese enumeration mark parts what only says how or where: "通过信函、热线电话等方式"."""
    return page.lang == "zh" and found.group() == "、" and _ETC.match(page.text, found.end(), end) is not None


def next_sitting(page: Page, start: int, end: int) -> tuple[int, int] | None:
    """The next sitting with its time and place, where nothing else is agreed: "下次会晤于五月在村里举行"."""
    found = _NEXT_SITTING.match(page.lowered, start, end) if page.lang == "zh" else None
    return None if found is None else (found.start("what"), found.end("what"))


def is_one_of(page: Page, head: Head, nxt: Head, found: re.Match[str]) -> bool:
    """Whether a Chinese verb behind an enumeration mark is one of several things: "做好海关、检疫等部门的协调"."""
    if _ONE_OF.match(page.lowered, nxt.hit.end):
        return True
    shared = _SHARED.match(page.lowered, nxt.hit.end)
    return shared is not None and _ENDS_SO.search(page.lowered[head.hit.end : found.start()]) is None


def is_verbs_only(page: Page, head: Head, end: int) -> bool:
    """Whether nothing but verbs and words beside them stands between a Vietnamese verb and a break."""
    if page.lang != "vi" or _holds_object(head.hit):
        return False
    at = head.hit.end
    for _ in range(6):
        at = skip_space(page.text, at)
        if at >= end:
            return at > head.hit.end
        verb = next((hit for hit in page.hits_at(at) if hit.role in ("actions", "leads") and hit.end <= end), None)
        if verb is None or _holds_object(verb):
            return False
        at = verb.end
    return False
