"""Whose a clause is that says so only by what stands before it in its sentence.

- What a paper of both sides asks for is agreed: "the minutes urge", "biên bản cũng yêu cầu", 纪要要求.
- What somebody asks or hopes that the parties agree on is asked or hoped: "đề nghị hai bên sớm thống nhất".
- Whoever is named straight before a word of informing informs.
- In Chinese a bare verb behind what somebody will do goes on with it, until something is put behind: "将配合政策,做好服务".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from comity.reader.clauses.acts import AGREED, DONE, HOPED, PROPOSED, Act
from comity.reader.clauses.drafts import Draft
from comity.reader.clauses.han_speakers import saying_before
from comity.reader.clauses.speakers import Speaker, begun_by, names_near, speaker_of
from comity.reader.names.named import Named
from comity.reader.text.page import Page, Sentence

_AHEAD = frozenset({AGREED, PROPOSED, HOPED})
_PAST = re.compile(
    r"了|已|过(?!程|境|关)|曾|年来|以来|期间|去年|\d[\d.,万亿余多]{0,12}(?:次|人|起|名|个(?![边省国方领重县市州城试])|批|件|辆|吨|公里|场|期)|顺利|成功|正在|时$"
)
_PARTS = re.compile("[;。]")
# What makes a need of the parts behind it.
_NEED = re.compile("有必要|需要|应当|应该|必须|可以|可进一步|要(?=进一步|继续|加强|不断|共同)")
# A saying with the parties straight behind it.
_OF_ALL = re.compile(
    "[一-鿿]{2,3}[,:]?(?:[一-鿿]{0,2}(?:双方|两国|两地|两省|两市|两州|两县|两区)|各[方省国地市州县级]|我们|大家)"
)
_PAPER = re.compile(
    r"(?:[^,;.:\n]{0,12}\s)?(?:the (?:\w+ ){0,2}(?:minutes|memorandum|agreement|accord|protocol|statement|communique)\b"
    r"|(?:biên bản|bản ghi nhớ|bản thỏa thuận|văn bản|thông cáo|tuyên bố chung|nghị định thư)\b)[^,;.:\n]{0,80}$"
    r"|[^,;。:\n]{0,12}(?:会谈纪要|会议纪要|纪要|备忘录|协议|协定|议定书|联合声明|行动计划|公报)[》”]?(?:还|也|中)?$"
)
# Between an asking and an agreeing that is asked for.
_TO_AGREE = {
    "en": re.compile(r"[^;.,]{0,60}\b(?:would|should|can|could|will|to)\s$"),
    "vi": re.compile(r"[^;.,]{0,60}\b(?:sớm|cùng|cần|nên|tiếp tục|hai bên|các bên|hai tỉnh|hai địa phương|phía bạn)\s$"),
    "zh": re.compile("[^;。]{0,20}?(?:(?:与|同)[^,;。]{1,4}方|双方|两国|两地|两省|尽快|尽早|早日|能|能够)$"),
}  # fmt: skip
_JOINED = re.compile(r"\s(?:và|and|cùng)\s|[和与及、]")
# Before a "will" that nobody stands before.
_NOBODY = re.compile(
    r"(?:[「“]|未来|今后|后续|接下来|下一步|下一阶段|同时|此外|另外|也|还|亦|并|并且|将来|日后|期间|年内|其后|\s)*"
)
_ADDS = re.compile("(?:同时|此外|另外|并且|与此同时)[,，]?")
_GOES_ON = re.compile("[;；](?:并|还|加强|进一步|继续|积极|共同|[一二三四五]是|\\d[、.])?")
_UNMARKED = "grammar/result"


def with_carried(page: Page, named: tuple[tuple[Named, str], ...], drafts: list[Draft]) -> list[Draft]:
    """The drafts in order of the text, with what stands before them in their sentence."""
    out: list[Draft] = []
    for draft in drafts:
        one = _informing(page, named, draft) if "grammar/informed" in draft.rule else draft
        one = _asked_to_agree(page, named, _of_paper(page, _told_to_come(page, one)))
        before = out[-1] if out else None
        if page.lang == "zh" and before is not None:
            one = _going_on(page, before, one)
        if page.lang == "zh":
            one = _said_to_come(page, named, _held_needful(page, named, _needed(page, one)))
        out.append(one)
    return out


def _sentence(page: Page, at: int) -> Sentence | None:
    number = bisect_right(page.sentences, at, key=lambda one: one.start)
    return page.sentences[number - 1] if number else None


def _informing(page: Page, named: tuple[tuple[Named, str], ...], draft: Draft) -> Draft:
    sentence = _sentence(page, draft.start)
    if draft.speaker.party is not None or sentence is None:
        return draft
    near = [(name, id_) for name, id_ in names_near(named, sentence.start, draft.start) if sentence.start <= name.start]
    near = [(name, id_) for name, id_ in near if name.end <= draft.start]
    if not near:
        return draft
    if len(near) > 1 and _are_of_both(page, near[-2][0], near[-1][0]):
        return replace(draft, speaker=Speaker(None, None, True))
    if draft.speaker.person is not None:
        return draft
    between = page.hits_in(near[-1][0].end, draft.start)
    if any(hit.role == "subjects" and hit.value != "speaker" for hit in between) or page.places_in(near[-1][0].end, draft.start):
        return draft
    return replace(draft, speaker=Speaker(near[-1][1], None, False))


def _are_of_both(page: Page, one: Named, other: Named) -> bool:
    """Whether two people joined by "and" inform each other: the second's own place stands between them."""
    joined = _JOINED.search(page.lowered, one.end, other.start) is not None
    if not joined or _PARTS.search(page.lowered, one.end, other.start):
        return False
    acts = page.has(one.end, other.start, "informs", "statements", "acts")
    return not acts and bool(page.places_in(one.end, other.start))


def _going_on(page: Page, before: Draft, draft: Draft) -> Draft:
    sentence = _sentence(page, draft.start)
    if sentence is None or before.status not in _AHEAD or draft.status != DONE or not draft.rule.endswith(_UNMARKED):
        return draft
    if before.start < sentence.start:
        # A sentence that only adds to the one before it in its paragraph.
        adds = _ADDS.fullmatch(page.lowered, sentence.start, draft.start) is not None
        is_next = before.start >= sentence.block.start and page.lowered.count("。", before.end, sentence.start) <= 1
        if not (adds and is_next) or _PAST.search(page.lowered, draft.start, draft.end):
            return draft
    elif _PAST.search(page.lowered, before.end, draft.end) or (
        _PARTS.search(page.lowered, before.end, draft.start) and not _GOES_ON.fullmatch(page.lowered, before.end, draft.start)
    ):
        return draft
    return replace(draft, status=before.status, act=before.act, speaker=before.speaker)


def _held_needful(page: Page, named: tuple[tuple[Named, str], ...], draft: Draft) -> Draft:
    """What somebody says the parties do, and nothing puts behind, is what they should: "X认为,各省加强互访"."""
    sentence = _sentence(page, draft.start)
    if sentence is None or draft.status != DONE or not draft.rule.endswith(_UNMARKED):
        return draft
    saying = saying_before(page, sentence, draft.start)
    if saying is None or _PAST.search(page.lowered, saying, draft.end) or not _OF_ALL.match(page.lowered, saying):
        return draft
    before = [id_ for name, id_ in names_near(named, sentence.start, saying) if sentence.start <= name.start < saying]
    return replace(draft, status=PROPOSED, speaker=Speaker(before[-1], None, False)) if before else draft


def _of_paper(page: Page, draft: Draft) -> Draft:
    sentence = _sentence(page, draft.act[0])
    is_asked = draft.status == PROPOSED and draft.speaker.person is None and draft.speaker.party is None
    if not is_asked or sentence is None or not _PAPER.match(page.lowered, sentence.start, draft.act[0]):
        return draft
    return replace(draft, status=AGREED)


def _said_to_come(page: Page, named: tuple[tuple[Named, str], ...], draft: Draft) -> Draft:
    """What will be done, said by whom the sentence begins with, and of nobody else: "X表示高兴,未来将推动旅游"."""
    sentence = _sentence(page, draft.act[0])
    is_joint = draft.speaker.person is None and draft.speaker.party is None
    if sentence is None or not is_joint or not draft.rule.endswith("grammar/coming"):
        return draft
    opens = max(page.lowered.rfind(mark, sentence.start, draft.act[0]) for mark in ",;。:") + 1
    if opens <= sentence.start or not _NOBODY.fullmatch(page.lowered, opens, draft.act[0]):
        return draft
    speaker = begun_by(page, named, sentence)
    return draft if speaker is None else replace(draft, speaker=speaker)


def _asked_to_agree(page: Page, named: tuple[tuple[Named, str], ...], draft: Draft) -> Draft:
    sentence = _sentence(page, draft.act[0])
    between = _TO_AGREE.get(page.lang)
    if draft.status != AGREED or between is None or sentence is None:
        return draft
    asks = [hit for hit in page.hits_of("acts", sentence.start, draft.act[0]) if hit.value in (PROPOSED, HOPED)]
    if not asks or not any(hit.role == "acts" and hit.value == AGREED for hit in page.hits_at(draft.act[0])):
        return draft
    ask = asks[-1]
    if between.fullmatch(page.lowered, ask.end, draft.act[0]) is None:
        return draft
    act = Act(ask.start, ask.end, ask.end, ask.value, "complement", ask.line.rule, None, False)
    speaker = speaker_of(page, named, sentence, act, Speaker(None, None, False))
    return replace(draft, status=ask.value, act=(ask.start, ask.end), speaker=speaker)


def _told_to_come(page: Page, draft: Draft) -> Draft:
    """What a thing will be, though somebody proposed before: the report tells it as settled."""
    is_thing = draft.status == PROPOSED and draft.rule.endswith("grammar/thing") and draft.rule.startswith("vi/modals/sẽ")
    return replace(draft, status=AGREED, speaker=Speaker(None, None, True)) if is_thing else draft


def _needed(page: Page, draft: Draft) -> Draft:
    """A part of a Chinese account behind a need: "双方认为,有必要加强合作,扩大范围"."""
    sentence = _sentence(page, draft.start)
    if sentence is None or draft.status != DONE or not draft.rule.endswith("grammar/account"):
        return draft
    begins = max(sentence.start, page.lowered.rfind(";", sentence.start, draft.start))
    if _NEED.search(page.lowered, begins, draft.start) is None or _PAST.search(page.lowered, draft.start, draft.end):
        return draft
    return replace(draft, status=PROPOSED)
