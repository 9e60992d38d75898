"""Vietnamese results told as plain prose: without "đã", without a subject, as contents named, and as what a ceremony will hold.

- After "the parties have …" a sentence that begins with a verb goes on telling what they did.
- "Nội dung tập trung vào: A; B; C" tells contents under what governs: results after a review, else what was agreed.
- An office with a verb and a count has done it, with or without "đã"; what follows a comma or semicolon as well.
- Received, held talks with, came to visit: that is the session.
"""

from __future__ import annotations

import re

from comity.reader.clauses.acts import DONE, is_counting, skip_space
from comity.reader.clauses.drafts import Draft
from comity.reader.clauses.heads import Head, head_at, is_verbal
from comity.reader.clauses.segments import LIST, PLAIN, segments
from comity.reader.clauses.speakers import Speaker
from comity.reader.text.page import Page, Sentence
from comity.reader.words.lexicon import Hit

_CONTENTS = re.compile(
    r"(?:trong đó,? |theo đó,? )?(?:các |những |một số )?(?:nội dung|vấn đề|trọng tâm|kết quả"
    r"|nhiệm vụ|hoạt động|phương hướng|lĩnh vực)"
    r"(?: (?:chính|chủ yếu|cụ thể|hợp tác|phối hợp|trao đổi|thảo luận|hội đàm|nổi bật|trọng tâm|làm việc))*"
    r"[^:;.]{0,60}?:\s"
)
_TOPIC = re.compile(
    r"(?:(?:Đối với|Về|Trong|Trên|Ở|Với|Liên quan đến|Riêng)\s[^,:;.]{2,70}"
    r"|Một là|Hai là|Ba là|Bốn là|Năm là|Sáu là|Bảy là)[,:]\s"
)
_COUNT = re.compile(
    r"\d[\d.,]{0,11}\s?(?:lần|lượt|vụ|đối tượng|người|công dân|đợt|buổi|cuộc|đoàn|tấn|kg|gam|gram|km|m2"
    r"|ha|tỷ|triệu|nghìn|suất|căn|viên|bánh"
    r"|chiếc|bộ|bức thư|thư|tài liệu|tin|cặp|xã|bản|hộ|ngôi|công trình|dự án|lớp|học sinh"
    r"|sinh viên|suất quà|phần quà|mốc|cột mốc|đường|%"
    r"|phương tiện|xe|container|chuyến|tổ|trường hợp|cán bộ|cháu|em|nạn nhân|khẩu|kíp|hồ sơ"
    r"|văn bản|thông báo|điểm|lối|trạm|cây|con|quả)\b"
)
_SIGNS = re.compile(r"(?:đã |cùng |cùng nhau |tiến hành |chính thức )*ký(?: kết)?\s(?!kết nghĩa)", re.IGNORECASE)
_REACH = 130
_SAYING = frozenset({"acts", "statements", "limits", "modals", "headings"})
_JOINT = Speaker(None, None, True)


def carried_on(page: Page, sentence: Sentence, status: str | None, *, is_looking_back: bool) -> tuple[int, str] | None:
    """Where what governs goes on in a sentence without an act, and how it is cut; `status` is that of what governs."""
    begin = contents_at(page, sentence) if status is not None or is_looking_back else None
    if begin is not None:
        return begin, LIST
    topic = _behind_topic(page, sentence) if status is not None else None
    if topic is not None:
        return topic, PLAIN
    behind = DONE if status is None and is_looking_back else status
    return (sentence.start, PLAIN) if goes_on(page, sentence, behind) else None


def _behind_topic(page: Page, sentence: Sentence) -> int | None:
    """Where the verb begins behind a topic that opens a sentence: "Trong lĩnh vực y tế, chia sẻ …"."""
    found = _TOPIC.match(page.text, sentence.start, sentence.end) if page.lang == "vi" else None
    head = head_at(page, found.end(), sentence.end) if found is not None else None
    if found is None or head is None or head.start > found.end() + 2 or head.has_past or not is_verbal(page, head):
        return None
    if page.has(sentence.start, head.hit.end, "acts", "statements", "perfects", "subjects"):
        return None
    return None if _is_of_session(page, head, sentence.end) else found.end()


def goes_on(page: Page, sentence: Sentence, status: str | None) -> bool:
    """Whether a sentence without a subject goes on telling what the parties did."""
    if page.lang != "vi" or status != DONE:
        return False
    head = head_at(page, sentence.start, sentence.end)
    if head is None or head.hit.start - sentence.start > 30 or not is_verbal(page, head):
        return False
    hits = page.hits_in(sentence.start, sentence.end)
    if any(hit.role in ("acts", "statements", "modals") for hit in hits):
        return False
    return not _is_of_session(page, head, sentence.end)


def contents_at(page: Page, sentence: Sentence) -> int | None:
    """Where the contents begin that a sentence only names: behind "Nội dung tập trung vào:"."""
    if page.lang != "vi":
        return None
    found = _CONTENTS.match(page.lowered[sentence.start : sentence.end])
    if found is None or page.has(sentence.start, sentence.start + found.end(), "acts"):
        return None
    return sentence.start + found.end()


def counted_deeds(page: Page, sentence: Sentence) -> tuple[Draft, ...]:
    """What an office is told to have done by a verb with a count, without "đã"; empty when nothing is."""
    verb = _first_verb(page, sentence)
    if verb is None or _COUNT.search(page.text, verb.start, sentence.end) is None:
        return ()
    made = segments(page, verb.start, sentence.end, cut=PLAIN)
    if not made or made[0].start > verb.start + 4 or _COUNT.search(page.text, verb.start, made[0].end) is None:
        return ()
    act = (sentence.start, max(verb.start, sentence.start + 1))
    rule = f"{verb.line.rule} + grammar/counted"
    codes = {one.place.code for one in page.places_in(sentence.start, verb.start) if one.place.level == "province"}
    speaker = Speaker(None, codes.pop(), False) if len(codes) == 1 else _JOINT
    return tuple(Draft(one.start, one.end, DONE, act, rule, speaker, 0.5) for one in made)


def reported(page: Page, start: int, end: int) -> tuple[Draft, ...]:
    """What somebody tells behind "cho biết" of a time past, with a count: that was done."""
    at = skip_space(page.text, start)
    at = at + len("rằng ") if page.text.startswith("rằng ", at) else at
    past = next((hit for hit in page.hits_at(skip_space(page.text, at)) if hit.role == "pasts"), None)
    if page.lang != "vi" or past is None:
        return ()
    hits = page.hits_in(past.end, min(end, past.end + _REACH))
    if page.has(past.end, end, "acts", "modals", "limits"):
        return ()
    verb = next((hit for hit in hits if hit.role == "actions" and hit.value in ("", "whole", "noun")), None)
    if verb is None or _COUNT.search(page.text, verb.start, end) is None:
        return ()
    rule = f"{verb.line.rule} + grammar/reported"
    made = segments(page, verb.start, end, cut=PLAIN)
    return tuple(Draft(one.start, one.end, DONE, (start, verb.start), rule, _JOINT, 0.5) for one in made)


def counted_verb(page: Page, sentence: Sentence, before: int) -> Hit | None:
    """A verb with a count that stands before the "đã" at `before`: "A ghi nhận 5 trường hợp, đã trao đổi với B"."""
    verb = _first_verb(page, sentence)
    return verb if verb is not None and verb.start < before and _COUNT.search(page.text, verb.start, before) else None


def _first_verb(page: Page, sentence: Sentence) -> Hit | None:
    """The verb behind a subject that is a place's office or the parties; None where something else comes first."""
    is_known = False
    for hit in page.hits_in(sentence.start, min(sentence.end, sentence.start + _REACH)):
        if hit.role in _SAYING and not is_counting(page, hit):
            return None
        is_known = is_known or (hit.role == "subjects" and hit.value in ("both", "organ"))
        if hit.role == "actions" and hit.value in ("", "whole") and hit.start > sentence.start:
            places = page.places_in(sentence.start, hit.start)
            is_known = is_known or any(mention.place.level in ("province", "city") for mention in places)
            is_noun = (
                page.text[max(0, hit.start - 9) : hit.start]
                .lower()
                .endswith(("công tác ", "việc ", "các ", "về ", "để ", "của "))
            )
            if is_known and not is_noun and not any(other.role == "narrative" for other in page.hits_at(hit.start)):
                return hit
    return None


def is_sitting(page: Page, start: int, end: int) -> bool:
    """Whether a Vietnamese verb at the head of a deed is the session itself, and no count makes a result of it."""
    head = head_at(page, start, end)
    return head is not None and _is_of_session(page, head, end)


def is_signing(page: Page, at: int) -> bool:
    """Whether a paper is signed: that is an instrument and no clause."""
    return _SIGNS.match(page.text, at) is not None


def _is_of_session(page: Page, head: Head, end: int) -> bool:
    at = skip_space(page.text, head.hit.start)
    if is_signing(page, at):
        return True
    if any(hit.role == "informs" for hit in page.hits_at(at)):
        return False
    named = [hit for hit in page.hits_at(at) if hit.role in ("narrative", "mechanisms")]
    is_longer = any(hit.end >= head.hit.end for hit in named)
    return is_longer and _COUNT.search(page.text, at, end) is None
