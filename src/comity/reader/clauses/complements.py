"""Where what an act governs begins: behind a list's opening words, behind a purpose, and not where it looks back.

- "some measures to further ties: A, B" undertakes A and B; "to further ties" only says why.
- "agreed that in the past year …" tells of results.
- Talk named among things that are to be done is one of them and no saying of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from comity.reader.clauses.acts import AGREED, DONE, Act, skip_space
from comity.reader.clauses.endings import trimmed
from comity.reader.clauses.heads import head_at, least
from comity.reader.text.page import Page, Sentence
from comity.reader.words.lexicon import Hit

_OPENER_REACH = 160
# "推进以下工作：": whatever verb stands before it, the list follows.
_HAN_LIST = re.compile(r"[^,，;；。:：]{0,10}[:：]")
# Languages in which words for a past time straight after an act put all of it behind.
_LOOKS_BACK = ("vi", "zh")
_COUNT = re.compile(
    r"\d\s?(?:余|多|餘)?(?:次|起|件|名|人|场|場|批|万|萬|亿|億|%)"
    r"|\d (?:vụ|lượt|đợt|đoàn|cuộc|lần|người|đối tượng|tấn|triệu|tỷ|buổi)"
)
_BUT = re.compile(r"(?:tuy nhiên|nhưng|song|dù vậy),?\s|但是?|然而|不过|可是")
_SOFT = re.compile(r"[,，;；。、:：.!?]|\s(?:và|để|nhằm|đồng thời)\s")
_LONGEST = 120
# What begins so is no verb: pronouns, prepositions, particles.
_NO_VERB = re.compile(
    r"(?:của|với|về|này|đó|cao|trong|tại|như|các|những|sự|một|nội dung|để|do|theo|được|là|rằng"
    r"|ý kiến|đề|hơn|chung|và|trên|từ|quan trọng|thiết thực|cụ thể|liên quan|trọng tâm|chính"
    r"|chủ yếu|lớn|cơ bản|cần thiết|hợp tác (?:trong|giữa|thiết thực|song phương|cụ thể|năm|giai đoạn|trên|về))\b"
    r"|[的了与與和对對就此该該这這其等后後书書案性以并並及在到上下中为為由将將把向从從是有也都还還即各]|会谈|会议|意见|建议"
)
_BEFORE_VERB = frozenset({"subjects", "joins", "modals"})
_NO_DEED = frozenset({"statements", "mechanisms", "perfects", "instruments", "nearmiss", "openers"})
_TO_COME = re.compile(r"(?:thời gian|năm|quý|tháng|giai đoạn|sắp) tới|tiếp theo|今后|下一步|未来")
_NEAR = 40
_BREAK = re.compile(r"[:;,]\s")


@dataclass(frozen=True, slots=True)
class Whole:
    """A clause at `text[start:end]` that no verb of the lexicon opens."""

    start: int
    end: int
    rule: str
    confidence: float


def _is_within(page: Page, hit: Hit) -> bool:
    """Whether 即 only ends another Chinese word: 立即."""
    return hit.line.words == "即" and page.text[hit.start - 1 : hit.start] not in ("，", ",", "、", "：", "；")


def opener(page: Page, start: int, end: int) -> int | None:
    """Where a list's contents begin in `text[start:end]`, if words that open a list stand before them."""
    hits = [hit for hit in page.hits_of("openers", start, min(end, start + _OPENER_REACH)) if not _is_within(page, hit)]
    # "support exchanges such as": after a verb of its own the list is only the verb's object.
    head = head_at(page, start, hits[0].start) if hits else None
    # "agreed on contents to exchange, including: …": a noun straight before the opening words is none.
    is_noun = head is not None and head.hit.value == "noun" and not page.text[head.hit.end : hits[0].start].strip(" ,，:：")
    listed = _HAN_LIST.match(page.text, hits[-1].end, end) if hits and page.lang == "zh" else None
    if listed is not None:
        return listed.end()
    if not hits or (head is not None and not is_noun):
        return None
    return hits[-1].end if hits[-1].start - hits[0].start < 40 else hits[0].end


def after_purpose(page: Page, start: int, end: int) -> int:
    """Behind the purpose that stands straight after an act, before what was meant; `start` where there is none."""
    at = skip_space(page.text, start)
    if page.lang != "vi" or not any(hit.role == "tails" and hit.line.words.startswith("nhằm") for hit in page.hits_at(at)):
        return start
    found = _BREAK.search(page.text, at, end)
    return found.end() if found else end


def after_turn(page: Page, start: int, end: int) -> int:
    """Behind the "but" after which a sentence says what is lacking; `start` where there is none."""
    found = _BUT.search(page.text, start, end)
    return found.end() if found else start


def past_of(page: Page, act: Act) -> int | None:
    """Where the results begin that an act of agreement looks back on; None where it looks ahead."""
    if page.lang not in _LOOKS_BACK or act.status != AGREED:
        return None
    at = skip_space(page.text, act.end)
    time = next((hit for hit in page.hits_at(at) if hit.role == "pasts" and hit.end < act.until), None)
    return None if time is None else time.end


def is_contents(page: Page, sentence: Sentence, acts: Sequence[Act], governing: str | None) -> bool:
    """Whether all a sentence speaks of is what is to be spoken about: "they should … and exchange views on …".

    `governing` is the status that governs it, if anything does.
    """
    if governing in (None, DONE) or page.lang not in _LOOKS_BACK:
        return False
    if any(act.status != "" or act.takes != "discussed" or act.subject is not None for act in acts):
        return False
    head = head_at(page, sentence.start, sentence.end)
    return head is not None and head.hit.value != "noun" and head.hit.start < acts[0].start


def counted(page: Page, act: Act) -> bool:
    """Whether what the parties do is told with a count of how often or how many, so that it is done: "开展巡逻24次"."""
    found = _COUNT.search(page.text, act.end, act.until) if page.lang in _LOOKS_BACK else None
    if found is None or _TO_COME.search(page.text, max(0, act.start - _NEAR), act.end):
        return False
    return not any(hit.role == "leads" and hit.value == "keep" for hit in page.hits_at(skip_space(page.text, act.end)))


def whole(page: Page, start: int, end: int) -> Whole | None:
    """What an act governs, where it is a clause though no verb of the lexicon is in it: by a modal, or by where it stands."""
    if page.lang == "zh" and page.text.startswith("了", start):
        return None  # "商定了计划": settled, and nothing told of it
    unknown = _unknown_verb(page, start, end)
    if unknown is not None:
        return Whole(*unknown, "grammar/unknown", 0.5)
    begin, stop = skip_space(page.text, start), trimmed(page.text, start, end)
    modal = page.has(begin, stop, "modals")
    return Whole(begin, stop, "grammar/whole", 0.4) if modal and 15 < stop - begin < 300 else None


def _unknown_verb(page: Page, start: int, end: int) -> tuple[int, int] | None:
    """What stands after an act up to the next break, without whom it is asked of; Vietnamese and Chinese need no more."""
    if page.lang not in _LOOKS_BACK:
        return None
    at = skip_space(page.text, start)
    for _ in range(4):
        here = [hit for hit in page.hits_at(at) if hit.role in _BEFORE_VERB or (hit.role == "leads" and hit.value == "skip")]
        skipped = next((hit.end for hit in here), None)
        place = next((mention.end for mention in page.places_in(at, at + 1)), None)
        after = skipped or place
        if after is None or after >= end:
            break
        at = skip_space(page.text, after)
    stop = _SOFT.search(page.text, at, end)
    after = trimmed(page.text, at, stop.start() if stop else end)
    size = after - at
    if not least(page) <= size <= _LONGEST or _NO_VERB.match(page.text, at) or not page.text[at].isalpha():
        return None
    if page.has(at, after, *_NO_DEED):
        return None
    # A verb and its object are two words at least.
    return (at, after) if page.lang == "zh" or " " in page.text[at:after] else None
