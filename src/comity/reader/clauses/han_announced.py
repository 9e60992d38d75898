"""Chinese acts made by one word, read where nothing else was: 会议协议包括…, 欢迎对方来…, 盼…推出, 市长说:“全面总结…”.

- A list behind 协议包括 is agreed, behind 成果包括 done; its items are parted by the enumeration mark before a verb.
- Whom one welcomes to do something, or wants it of, stands between the word and the verb and is left out.
- In direct speech parts that begin with a verb and name nobody are what the speaker proposes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from comity.reader.clauses.acts import AGREED, DONE, HOPED, PROPOSED
from comity.reader.clauses.drafts import Draft
from comity.reader.clauses.endings import trimmed
from comity.reader.clauses.han_doers import doer
from comity.reader.clauses.heads import head_at
from comity.reader.text.page import Page, Sentence

_LIST = re.compile(
    "(?:协议|备忘录|方向|重点|共识|文件|合作项目|合作领域|合作内容|议定书|意向书|(?P<done>成果|成效))[^,;:]{0,8}?,?(?:包括|涵盖|分别为|包含|计有|有):?"
)
_WISH = re.compile(
    r"(?:(?P<welcome>欢迎|呼吁|吁请|吁|促请|敦请)|盼望?|期待|期望|希望|冀)(?![着能了的])(?P<who>[^,;:。是的]{2,14}?)(?=继续|能?推出|来[^,]|赴|踊跃|多[到来]|持续|加快|尽快|早日|协助|支持)"
)
_SPEECH = re.compile('(?:说|表示|指出|强调|称|指)[,:]?[“「『"](?P<said>[^”」』"]{8,400})')
_MUST = re.compile("(?P<who>(?:说|指|表示|认为|强调|称)[^;。]{0,40}?),(?:必须|要|须|应|需)(?=[一-鿿]{4})")
_REVIEWED = re.compile(
    "(?:^|(?<=[,;]))(?:除了?|并|先|同时|会中|首先)?(?P<what>(?:共同|一同|一起|逐一)?(?:检视|回顾|盘点|总结|检讨)(?!了)"
    "[^,;。“「]{2,30}?(?:成果|工作|历程|成效|进展|执行情[形况]|合作情[形况]|历程与成果))(?=外|[,;。]|$)"
    "|(?P<cases>(?:共同|合计|总共|共)?提出了?(?:约|逾)?\\d+[案项件个][^,;。]{0,10}(?:提案|议案|合作案|倡议|建议))"
    "|(?:^|(?<=[,;]))(?P<joined>\\d{4}年(?:[^,;。]{2,24}(?:加入|入会)(?=[,;。]|$)|再?(?:纳入|新增|增纳|扩及)[^,;。]{2,16}))"
)
# One of these stands wherever something was reviewed, brought or joined: looked for first, since it is rare.
_REVIEWS = ("检视", "回顾", "盘点", "总结", "检讨", "提出", "加入", "入会", "纳入", "新增", "增纳", "扩及")
_AHEAD = re.compile("[要将应须]|希望|建议|同意|期待|拟|计划|[“「]")
_SPLIT = re.compile("[,;、]|以及|及(?=[一-鿿]{4})")
_COME_OF_IT = re.compile("使|让|令|体现|彰显|反映|标志|意味|见证|成为|具有|拥有|赢得|受到|取得|获得|展现|感受|迎来")
_JOINS = re.compile("(?:以及|及|并且?|和|与|也)(?=[一-鿿]{4})")
_AT_SITTING = re.compile("(?P<seen>检视|回顾|盘点|审视)|(?P<talk>商讨|见证|探讨|研讨|讨论)")
_CASES = re.compile("(?:共同|合计|总共|共)?提出了?(?:约|逾)?\\d+[案项件个]")
_LEAST = 5
_CONFIDENCE = 0.45


def announced(page: Page, sentence: Sentence) -> Iterator[Draft]:
    """What one word of a sentence makes agreed, proposed, hoped or done."""
    start, end = sentence.start, sentence.end
    for found in _LIST.finditer(page.lowered, start, end):
        status = DONE if found.group("done") else AGREED
        yield from _items(page, sentence, (found.end(), end), status, found.span())
    for found in _WISH.finditer(page.lowered, start, end):
        status = PROPOSED if found.group("welcome") else HOPED
        yield from _items(page, sentence, (found.end(), _comma(page, found.end(), end)), status, found.span())
    yield from _looked_back(page, sentence)
    for found in _SPEECH.finditer(page.lowered, start, end):
        yield from _items(page, sentence, found.span("said"), PROPOSED, (found.start(), found.start("said")))
    for found in _MUST.finditer(page.lowered, start, end):
        yield from _items(page, sentence, (found.end(), _comma(page, found.end(), end)), PROPOSED, (found.end() - 1, found.end()))


def of_sitting(page: Page, draft: Draft) -> Draft | None:
    """A draft said to be agreed that tells what the sitting did: reviewed and brought is done, talked is nothing."""
    if draft.status != AGREED:
        return draft
    if _CASES.match(page.lowered, draft.start, draft.end):
        return replace(draft, status=DONE)
    found = _AT_SITTING.match(page.lowered, draft.start, draft.end)
    if found is None or not page.lowered[draft.act[0] : draft.act[1]].startswith("会"):
        return draft
    return replace(draft, status=DONE, confidence=_CONFIDENCE) if found.group("seen") else None


def _looked_back(page: Page, sentence: Sentence) -> Iterator[Draft]:
    """What was reviewed, how many proposals were brought, and who joined in which year."""
    lowered = page.lowered[sentence.start : sentence.end]
    for found in _REVIEWED.finditer(lowered) if any(word in lowered for word in _REVIEWS) else ():
        first, last = found.span(found.lastgroup or 0)
        if found.lastgroup == "what" and _AHEAD.search(lowered[max(0, first - 24) : first].split("”")[-1]):
            continue
        span = (sentence.start + first, sentence.start + last)
        yield Draft(*span, DONE, span, "grammar/announced", doer(page, sentence.start, span[0]), _CONFIDENCE)


def _comma(page: Page, at: int, end: int) -> int:
    found = re.compile("[,;。]").search(page.lowered, at, end)
    return found.start() if found else end


def _items(page: Page, sentence: Sentence, span: tuple[int, int], status: str, act: tuple[int, int]) -> Iterator[Draft]:
    """The parts of `span`, each beginning with a verb; the first that does not ends them."""
    begin, end = span
    while begin < end:
        head = head_at(page, begin, end)
        if head is None or head.hit.value == "noun" or head.start != begin or _COME_OF_IT.match(page.lowered, begin):
            return
        stop, after = _part(page, head.hit.end, end)
        last = trimmed(page.text, begin, stop)
        if last - begin < _LEAST or re.search("了|已|曾", page.lowered[begin:last]):
            return
        rule = f"{head.hit.line.rule} + grammar/announced"
        yield Draft(begin, last, status, act, rule, doer(page, sentence.start, act[0]), _CONFIDENCE)
        joined = _JOINS.match(page.lowered, after, end)
        begin = joined.end() if joined else after


def _part(page: Page, at: int, end: int) -> tuple[int, int]:
    """Where a part ends and the next begins: at a comma, or at an enumeration mark before a verb."""
    for found in _SPLIT.finditer(page.lowered, at, end):
        head = head_at(page, found.end(), end)
        if found.group() in ",;" or (head is not None and head.hit.value != "noun" and head.start == found.end()):
            return found.start(), found.end()
    return end, end
