"""The verb a clause begins with, and where its words begin before it.

- Leads, times and phrases that stand before a verb belong to its clause; the parties and modals do not.
- Where grammar says that a verb must stand (after "Y to" of "asked Y to", after the parties), none need be known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from comity.reader.clauses.acts import is_continuing, skip_space
from comity.reader.clauses.han_phrases import after_frame, provides
from comity.reader.clauses.han_verbs import shaped
from comity.reader.text.marks_of_lists import MARK
from comity.reader.text.page import Page, once_a_page
from comity.reader.words.inflection import BASE, PARTICIPLE
from comity.reader.words.language_words import joints
from comity.reader.words.lexicon import Hit

_NUMBER = re.compile(
    r"请[\u4e00-\u9fff]{1,3}(?:方|省|市|县|州|政府|部门)(?:能|能够|继续)?|(?:\(?\d{1,2}[).、]|[①-⑩•\-–*]|\d{1,2}\s)\s*"
)
_SOFT_STOP = re.compile(r"[,，;；。：:]")
_OF_PARTIES = re.compile(r"[的之间和与]|['’]|\s(?:of|của|về|và|and|on|in|trong|với)\b")
_ASKED = re.compile(r"(?:[\w'’-]{1,30} ){1,9}?to (?!the |a |an |all |each |be )(?=[a-z])")
# Words that begin like a preposition and are none.
_COMPOUND = re.compile(
    "自(?:治|由|然|主|身|己|觉|愿|贸|驾)|同(?:志|意|比|时|步|胞)|经(?:济|贸|营|验|费|常)|对(?:外|口|接|象|方)|从(?:事|而|业)|以(?:及|来|上|下|后)"
    "|在(?:线|校|建|册)|就(?:业|近|读|地|医)|由(?:于|此)|至(?:今|少)|于是|将(?:军|士|领)|向(?:导|来)|凭祥|按(?:时|期)|為期|为期"
)
# "在…等方面": what stands in it is no verb of the clause.
_FIELD = re.compile("等?(?:方面|領域|领域|框架下|机制下)")
_TOPIC_ENDS = re.compile("(?:等[^，,；;。、]{0,6}?)?(?:问题|事宜|事项|方面|领域|议题|工作|情况|内容|等)(?![的、和与等])")
_FUNCTION = re.compile(
    "管理|运输|检验|检疫|监管|执法|防控|巡逻|服务|教育|培训|宣传|贸易|投资|旅游|保护|防疫|研究|发展|建设|规划|监测|救援|审批|检验检疫|巡护|管控|采购"
)
_BODY = re.compile(
    "(?:发展|促进|服务|开发|建设|保护)?(?:银行|集团|协会|商会|总公司)|部门|机构|公司|[局厅署](?!部|面|限)|总队|支队|大队|主管部门|有关部门|委员会|处室"
)
# 成交额, 运输量: what is counted.
_FIGURE_OF = re.compile("(?:额(?!外|度)|率(?!先|领|队|团)|量(?!化|身|力|产)|总额|总量)")
_PHRASE_REACH = 48
_AUXILIARY_REACH = 40
# When a verb's action is due or how often: stands before it and belongs to its clause.
_TIME = re.compile(
    r"\d{4}年(?:内|底前?|(?:上|下)半年|第?[一二三四1-4]季度)?(?:\d{1,2}月)?(?:\d{1,2}日)?[前内起]?|\d{1,2}月(?:\d{1,2}日)?[底前内起]{0,2}"
    r"|(?:[\u4e00-\u9fff]{2,6}后)?(?:\d{1,3}|[一二三两四五六七八九十半]{1,2})个?(?:分钟|小时|天|日|工作日|周|月|年)之?内"
    r"|[今明后本当同](?:年|月|季度|周)(?:内|底前?|末前?|初|春|秋|[上下]半年|第?[一二三四]季度|\d{1,2}月(?:份|底|初|[上中下]旬)?[前内起]?)[前内起]?"
    r"|(?:[今明本]年|每年)?[春夏秋冬]季学期|(?:[今明]年|每年)[春夏秋冬](?:季|天)|年内|年底前?|年初|[上下]半年|第[一二三四]季度|[上下]个月|下周"
    r"|(?:汛期|雨季|旱季|冬季|春节|国庆|元旦|开学|农忙|节|节日|高峰期)(?:前|后|期间|来临前|到来前)"
    r"|(?:\d{1,2}|một|hai|ba|bốn|năm|sáu|mười) (?:tháng|năm|tuần|quý)\b|(?:mỗi|hằng|hàng) \w+"
    r"|(?:trước|trong|vào|từ) (?:ngày|tháng|quý|năm) [\dIVX/.]+(?: năm \d{4})?"
    r"|every (?:\w+ )?(?:months?|years?|weeks?)|(?:by|before|in) (?:the end of )?(?:[A-Z][a-z]+ )?\d{4}"
)
# Where a preposition right after a word shows that it is a noun.
_TELLS_NOUNS = ("en",)
_ARTICLE = re.compile(r"\b(?:the|an?)\s$", re.IGNORECASE)
_SKIPPED_ROLES = frozenset({"subjects", "modals", "perfects", "joins", "openers", "pasts"})


@dataclass(frozen=True, slots=True)
class Head:
    start: int
    hit: Hit
    has_past: bool


def is_verbal(page: Page, head: Head) -> bool:
    """Whether a head is a verb and no noun; in Vietnamese and Chinese a word like "continue to" makes a verb of a noun."""
    return head.hit.value != "noun" or (page.lang in ("vi", "zh") and head.start < head.hit.start)


def least(page: Page) -> int:
    """The fewest characters a clause has."""
    return 4 if page.lang == "zh" else 10


@once_a_page
def head_at(page: Page, at: int, end: int) -> Head | None:
    """The verb a clause starting at `at` begins with, after leads, subjects, times and modals; else None."""
    start, has_past, adverb = None, False, ""
    fallback: Head | None = None
    phrase: tuple[int, int] | None = None
    for _ in range(12):
        if (at := skip_space(page.text, at)) >= end:
            break
        by_role = {hit.role: hit for hit in reversed(page.hits_at(at)) if hit.end <= end}
        if "actions" in by_role and _is_no_verb(page, by_role):
            del by_role["actions"]
        head, lead = by_role.get("actions"), by_role.get("leads")
        skipped = _skipped(by_role)
        longest = max((hit.end for hit in (lead, skipped) if hit is not None), default=-1)
        if head is not None and head.end >= longest:
            return Head(at if start is None else start, head, has_past or head.form in ("past", PARTICIPLE))
        if lead is not None and _is_no_lead(page, lead):
            break
        if phrase is None and lead is not None and lead.value == "phrase":
            phrase = (at if start is None else start, lead.end)
        if skipped is not None and (lead is None or skipped.end >= lead.end):
            has_past = has_past or skipped.role in ("perfects", "pasts")
            at, start = skipped.end, None
        elif lead is not None:
            if lead.value == "phrase":
                break
            start = (at if start is None else start) if lead.value == "keep" else None
            # "focus on trade": a lead with a verb in it heads the clause where no other verb does.
            alone = head or (lead if is_continuing(lead) else None)
            fallback = Head(start, alone, has_past) if start is not None and alone is not None else fallback
            at, adverb = lead.end, lead.line.words
        else:
            passed = _mark_or_time(page, at, end)
            if passed is None:
                verb = shaped(page, at, end, adverb)
                fallback = fallback if verb is None else Head(at if start is None else start, verb, has_past)
                break
            start = at if passed.re is _TIME and start is None else start
            at = passed.end()
    return fallback or (None if phrase is None else _verb_after(page, *phrase, end))


def _is_no_lead(page: Page, lead: Hit) -> bool:
    """Whether what looks like a preposition only names a purpose, or begins another word."""
    if any(hit.role == "nearmiss" and hit.end > lead.end for hit in page.hits_at(lead.start)):
        return True
    if lead.line.words == "为" and not provides(page, lead.start):
        return True
    if lead.line.words == "以" and after_frame(page, lead.start, len(page.text)) > lead.start:
        return True
    return lead.value == "phrase" and _COMPOUND.match(page.text, lead.start) is not None


def _is_after_perfect(page: Page, at: int) -> bool:
    """Whether an auxiliary stands close before a participle, so that it is a verb and no attribute."""
    near = page.hits_of("perfects", max(0, at - _AUXILIARY_REACH), at)
    return any(not re.search(r"[,;.]", page.text[hit.end : at]) for hit in near)


def _mark_or_time(page: Page, at: int, end: int) -> re.Match[str] | None:
    """The number or mark, which is left out, or the time, which is not, that stands before a verb."""
    return next((found for shape in (_NUMBER, MARK, _TIME) if (found := shape.match(page.text, at, end))), None)


def _verb_after(page: Page, start: int, at: int, end: int) -> Head | None:
    """The first verb after a phrase that stands before it: "由 … 核对", "将 … 通报", "于 … 举办"."""
    field = _FIELD.search(page.text, at, min(end, at + _PHRASE_REACH)) if page.lang == "zh" else None
    at = field.end() if field and page.text[at - 1] == "在" else at
    found = _SOFT_STOP.search(page.text, at, min(end, at + _PHRASE_REACH))
    stop = found.start() if found else min(end, at + _PHRASE_REACH)
    topic = None
    if page.lang == "zh" and page.text[at - 1] in "就绕":
        topic = next((found.end() for found in _TOPIC_ENDS.finditer(page.text, at, stop)), None)
    at = topic or at
    for hit in page.hits_of("actions", at, stop):
        is_behind = hit.start >= at if field or topic else hit.start > at
        is_made = page.text[at - 1] in "把将將" and page.text[hit.end : hit.end + 1] in ("为", "成", "到")
        if (hit.value != "noun" or is_made) and is_behind:
            return Head(start, hit, False)
    # "对 … 进行修改": a verb that only lends its place to a noun.
    lends = page.text.find("进行", at, stop)
    lead = next((hit for hit in page.hits_at(start) if hit.value == "phrase"), None)
    return Head(start, lead, False) if lends > at and lead is not None else None


def _is_no_verb(page: Page, by_role: dict[str, Hit]) -> bool:
    """Whether a longer phrase or a hyphen makes something else of what looks like a verb."""
    hit = by_role["actions"]
    end = hit.end
    if hit.form == PARTICIPLE and not _is_after_perfect(page, hit.start):
        return True
    is_noun = hit.form == BASE and page.lang in _TELLS_NOUNS and page.text.startswith(" of ", end)
    if hit.form == BASE and page.lang in _TELLS_NOUNS and _ARTICLE.search(page.text, max(0, hit.start - 5), hit.start):
        return True
    if is_noun and not hit.line.words.endswith(" of"):
        return True  # "control of", "support of": no verb takes "of"
    if page.lang == "zh" and page.text.startswith("的", end):
        return True
    if page.lang == "zh" and (_FIGURE_OF.match(page.text, end) or names_body(page, hit)):
        return True
    miss = by_role.get("nearmiss")
    return (miss is not None and miss.end >= end) or page.text[end : end + 1] == "-"


def names_body(page: Page, verb: Hit) -> bool:
    """Whether a Chinese verb is only what an office is for: 交通运输部门."""
    return _FUNCTION.fullmatch(verb.line.words) is not None and _BODY.match(page.lowered, verb.end) is not None


def _skipped(by_role: dict[str, Hit]) -> Hit | None:
    some = [hit for role, hit in by_role.items() if role in _SKIPPED_ROLES]
    return max(some, key=lambda hit: hit.end) if some else None


def nominal_at(page: Page, at: int, end: int) -> int | None:
    """Where a noun of doing with its object begins ("early repair of the markers"), or None."""
    start = None
    for _ in range(6):
        at = skip_space(page.text, at)
        here = [hit for hit in page.hits_at(at) if hit.end <= end]
        noun = next((hit for hit in here if hit.role == "nominals" or (hit.role == "actions" and hit.form == "gerund")), None)
        if noun is not None:
            is_whole = noun.role == "actions" or noun.line.words.endswith(" of")
            has_object = is_whole or joints(page.lang).of.match(page.text, noun.end, end) is not None
            return (at if start is None else start) if has_object else None
        lead = next((hit for hit in here if hit.role == "leads" and hit.value in ("keep", "skip")), None)
        if lead is None:
            return None
        start = at if start is None and lead.value == "keep" else start
        at = lead.end
    return None


def later_head(page: Page, start: int, end: int) -> Head | None:
    """The first verb that follows a subject, a lead or a modal inside the words: "…, that the sides continue to…"."""
    hits = page.hits_in(start, end)
    passive = next((hit for hit in hits if hit.role == "modals" and hit.value == "subjunctive"), None)
    verb = next((hit for hit in hits if hit.role == "actions" and passive and hit.start >= passive.end), None)
    if verb is not None:
        # "that the route be opened": what is to be opened stands first.
        return Head(after_joins(page, skip_space(page.text, start), end), verb, False)
    for hit in hits:
        if hit.role in ("subjects", "modals") or (hit.role == "leads" and hit.value == "keep"):
            found = head_at(page, hit.start, end)
            if found is not None and found.hit.value != "noun":
                return found
    for hit in hits:
        if hit.role == "actions" and hit.value != "noun":
            # "called on the city to open": near the act "to" opens what is asked for, further off a purpose.
            is_purpose = page.text[start : hit.start].rstrip().endswith((" to", "att")) and hit.start - start > 50
            # "the 7th meeting be held": what is to be held stands before its verb.
            number = next((h for h in hits if h.role == "ordinals" and h.end <= hit.start), None)
            begin = hit.start if number is None else number.start
            return Head(begin, hit, hit.form == "past") if hit.start - start < 80 and not is_purpose else None
    return None


def after_joins(page: Page, at: int, end: int) -> int:
    for _ in range(4):
        here = page.hits_at(at)
        skip = next((h for h in here if h.role in ("joins", "openers") or (h.role == "leads" and h.value == "skip")), None)
        if skip is None or skip.end >= end - 4:
            return at
        at = skip_space(page.text, skip.end)
    return at


def predicate(page: Page, start: int, end: int) -> int | None:
    """Where a verb no word of the lexicon names must begin: after the parties, or after "Y to" of "asked Y to"."""
    at = skip_space(page.text, start)
    at = next((hit.end for hit in page.hits_at(at) if hit.role == "leads" and hit.value == "skip" and hit.end < end), at)
    at = skip_space(page.text, at)
    parties = next((hit for hit in page.hits_at(at) if hit.role == "subjects" and hit.value == "both"), None)
    if parties is not None and not _OF_PARTIES.match(page.text, parties.end, end):
        return parties.end if end - parties.end >= 2 * least(page) else None
    asked = _ASKED.match(page.text, at, end)
    return asked.end() if asked else None
