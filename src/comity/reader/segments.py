"""What an act governs, cut into clauses: each with a verb and an object of its own.

- A semicolon or three dots always cut; a comma or an "and" only before a verb that has an object.
- "A and B an object" is one clause; so is a verb without its own object.
- What only names a purpose or a consequence is left out, unless it names a thing in quotes or by its initials.
- In a list of contents a bare noun may stand for a clause.
- A point of a list is a clause whatever its verb: what no word of the lexicon opens is taken whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from comity.reader.acts import is_continuing, skip_space
from comity.reader.lexicon import Hit
from comity.reader.marks_of_lists import INNER, MARK, OPENING
from comity.reader.page import Page

# How words are cut: by verbs of the lexicon alone; with an act before them; as contents named; as a point of a list.
PLAIN, STRONG, LIST, POINT = "plain", "strong", "list", "point"
_HARD = re.compile(r"[;；]|\.\.\.|…|(?<=[。！？])")
_SOFT = re.compile(r"[,，、]|\s(?:and|och|và|samt|as well as)\s|并且|以及|并|同时")
_AND = re.compile(r"\s*(?:and|och|và|samt|as well as|并且|以及|并)\s*")
_NAMED_AIM = re.compile(r"[\"“《].{3,80}[\"”》]|\([A-Z]{3,}\)|\b[A-Z]{4,}\b")
_AIM = re.compile(r"\s*(?:and |och )?(?:to|för att|để|nhằm|att)\s")
_TRAILING = " \n,，;；.。、:：…/"
_ETC = re.compile(r"[\s,]*(?:etc|v\.v|vv|等|och så vidare)[\s.…]*$")
_NUMBER = re.compile(r"(?:\(?\d{1,2}[).、]|[①-⑩•\-–*]|\d{1,2}\s)\s*")
_SOFT_STOP = re.compile(r"[,，;；。：:]")
_OF_PARTIES = re.compile(r"[的之间和与]|['’]|\s(?:of|của|về|và|and|on|in|trong|với)\b")
_ASKED = re.compile(r"(?:[\w'’-]+ ){1,9}?to (?!the |a |an |all |each |be )(?=[a-z])")
_PHRASE_REACH = 48
# When a verb's action is due or how often: stands before it and belongs to its clause.
_TIME = re.compile(
    r"\d{4}年(?:内|底前?|(?:上|下)半年|第?[一二三四1-4]季度)?(?:\d{1,2}月)?(?:\d{1,2}日)?[前内起]?|\d{1,2}月(?:\d{1,2}日)?[底前内起]{0,2}"
    r"|(?:\d{1,2}|một|hai|ba|bốn|năm|sáu|mười) (?:tháng|năm|tuần|quý)\b|(?:mỗi|hằng|hàng) \w+"
    r"|(?:trước|trong|vào|từ) (?:ngày|tháng|quý|năm) [\dIVX/.]+(?: năm \d{4})?"
    r"|every (?:\w+ )?(?:months?|years?|weeks?)|(?:by|before|in) (?:the end of )?(?:[A-Z][a-z]+ )?\d{4}"
)
_SKIPPED_ROLES = frozenset({"subjects", "modals", "perfects", "joins", "openers", "pasts"})


@dataclass(frozen=True, slots=True)
class Segment:
    """A clause's span, its head word's rule and form; `has_past` when the text puts it behind."""

    start: int
    end: int
    rule: str
    form: str
    has_past: bool
    is_sure: bool


@dataclass(frozen=True, slots=True)
class _Head:
    start: int
    hit: Hit
    has_past: bool


def segments(page: Page, start: int, end: int, *, cut: str = STRONG) -> list[Segment]:
    """The clauses in `text[start:end]`, in order, none inside another; `cut` is PLAIN, STRONG, LIST or POINT."""
    out: list[Segment] = []
    has_past = False
    for first, after, is_point in _points(page, start, end, cut):
        here = POINT if is_point else cut
        for piece_start, piece_end in _soft_parts(page, first, after, here == LIST):
            is_first = piece_start == first or (not out and here != PLAIN)
            made = _segment(page, (piece_start, piece_end), cut=here, is_first=is_first, is_alone=not out)
            if made is None:
                continue
            has_past = has_past or made.has_past
            out.append(made if made.has_past == has_past else _past(made, has_past))
    return out


def _past(segment: Segment, has_past: bool) -> Segment:
    """A clause in the same breath as one put behind is behind as well, if its verb's form allows."""
    is_past = has_past and segment.form != "gerund"
    return Segment(segment.start, segment.end, segment.rule, segment.form, is_past or segment.has_past, segment.is_sure)


def _points(page: Page, start: int, end: int, cut: str) -> Iterator[tuple[int, int, bool]]:
    """The parts between hard breaks, each with whether a mark of its own opens it; what only announces points is left out."""
    parts: list[tuple[int, int, bool]] = []
    for first, after in _hard_parts(page.text, start, end):
        opening = OPENING.match(page.text, first, after)
        # What a semicolon parts stands beside the first clause, so it is one too.
        is_beside = cut == STRONG and first > start and page.text[first - 1] in ";；"
        at, is_point = (opening.end(), True) if opening and cut != PLAIN else (first, cut == POINT or is_beside)
        for mark in INNER.finditer(page.text, at, after):
            if mark.start() > at:
                parts.append((at, mark.start(), is_point))
            at, is_point = mark.end(), True
        parts.append((at, after, is_point))
    for number, (first, after, is_point) in enumerate(parts):
        next_is_point = number + 1 < len(parts) and parts[number + 1][2]
        if not (next_is_point and not is_point and _announces(page, first, after)):
            yield first, after, is_point


def _announces(page: Page, start: int, end: int) -> bool:
    is_open = page.text[start:end].rstrip().endswith((":", "："))
    return is_open or any(hit.role == "openers" for hit in page.hits_in(start, end))


def _hard_parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for found in _HARD.finditer(text, start, end):
        if found.start() > at:
            yield at, found.start()
        at = found.end()
    if at < end:
        yield at, end


def _soft_parts(page: Page, start: int, end: int, is_list: bool) -> Iterator[tuple[int, int]]:
    text = page.text
    at = start
    head = head_at(page, at, end)
    tail = _tail(page, at, end)
    for found in _SOFT.finditer(text, start, end):
        if found.start() <= at or (tail is not None and found.start() >= tail):
            continue
        nxt = head_at(page, found.end(), end)
        if nxt is None or _AIM.match(text, found.end(), end) or _opens_tail(page, found.end()):
            continue
        if _ends_with_verb(page, at, found.start(), head):
            # "prevent and combat crime": verbs that share an object are one clause.
            head = nxt if head is not None and not _has_object(page, head.hit.end, found.start()) else head
            continue
        if not _may_split(page, head, nxt, found, end):
            continue
        if head is None and is_list and _is_nominal(page, at, found.start()):
            continue
        yield at, found.start()
        at, head = found.end(), nxt
        tail = _tail(page, at, end)
    yield at, end


def _opens_tail(page: Page, at: int) -> bool:
    return any(hit.role == "tails" for hit in page.hits_at(skip_space(page.text, at)))


def _may_split(page: Page, head: _Head | None, nxt: _Head, found: re.Match[str], end: int) -> bool:
    if nxt.hit.value == "noun" or not _has_object(page, nxt.hit.end, end):
        return False
    is_and = bool(_AND.fullmatch(found.group()))
    if head is None:
        return not is_and or page.lang == "zh"
    if not _has_object(page, head.hit.end, found.start()):
        return False
    if nxt.hit.value == "field" and any(hit.role == "lists" for hit in page.hits_in(head.hit.end, found.start())):
        return False
    if is_and and page.lang in ("en", "sv") and nxt.hit.form != head.hit.form:
        return False
    if page.lang == "zh" and found.group() == "、":
        return found.start() - head.start >= 6 and _reach(page, nxt.hit.end, end) >= 3
    return True


def _ends_with_verb(page: Page, start: int, end: int, head: _Head | None) -> bool:
    """Whether the words before a break end with a verb that still waits for its object."""
    stop = trimmed(page.text, start, end)
    for hit in page.hits_in(max(start, stop - 24), stop):
        if hit.role != "actions" or hit.end != stop or hit.value == "noun":
            continue
        before = page.text[max(start, hit.start - 5) : hit.start].rstrip()
        in_list = hit.form == "gerund" and before.endswith((" in", " and", ",", " by", " of", " for"))
        if (head is not None and hit.start == head.hit.start) or in_list or before.endswith((" to", " att")):
            return True
    return False


def _reach(page: Page, at: int, end: int) -> int:
    found = _SOFT.search(page.text, at, end)
    return (found.start() if found else end) - at


def _has_object(page: Page, at: int, end: int) -> bool:
    """Whether words of its own follow a verb before the next break."""
    text = page.text
    stop = _SOFT.search(text, at, end)
    own = text[at : stop.start() if stop else end].strip(_TRAILING)
    if not own and stop is not None and _AND.fullmatch(stop.group()):
        other = head_at(page, stop.end(), end)
        return other is not None and _has_object(page, other.hit.end, end)
    if page.lang == "zh":
        return len(own) >= 2
    return len(own) >= 3 and own.lower() not in ("to", "the")


def head_at(page: Page, at: int, end: int) -> _Head | None:
    """The verb a clause starting at `at` begins with, after leads, subjects, times and modals; else None."""
    start: int | None = None
    has_past = False
    fallback: _Head | None = None
    phrase: tuple[int, int] | None = None
    for _ in range(12):
        at = skip_space(page.text, at)
        if at >= end:
            break
        by_role = {hit.role: hit for hit in reversed(page.hits_at(at)) if hit.end <= end}
        if "actions" in by_role and _is_no_verb(page, by_role):
            del by_role["actions"]
        head, lead = by_role.get("actions"), by_role.get("leads")
        skipped = _skipped(by_role)
        longest = max((hit.end for hit in (lead, skipped) if hit is not None), default=-1)
        if head is not None and head.end >= longest:
            return _Head(at if start is None else start, head, has_past or head.form == "past")
        if phrase is None and lead is not None and lead.value == "phrase":
            phrase = (at if start is None else start, lead.end)
        if skipped is not None and (lead is None or skipped.end >= lead.end):
            has_past = has_past or skipped.role in ("perfects", "pasts")
            at, start = skipped.end, None
        elif lead is not None:
            if lead.value == "phrase":
                break
            if lead.value == "keep":
                start = at if start is None else start
                # "focus on trade": a lead with a verb in it heads the clause where no other verb does.
                heads_alone = head or (lead if is_continuing(lead) else None)
                fallback = _Head(start, heads_alone, has_past) if heads_alone is not None else fallback
            else:
                start = None
            at = lead.end
        else:
            number = _NUMBER.match(page.text, at, end) or MARK.match(page.text, at, end)
            time = None if number else _TIME.match(page.text, at, end)
            if number is None and time is None:
                break
            start = start if number or start is not None else at
            at = number.end() if number else time.end() if time else at
    return fallback or (None if phrase is None else _verb_after(page, *phrase, end))


def _verb_after(page: Page, start: int, at: int, end: int) -> _Head | None:
    """The first verb after a phrase that stands before it: "由 … 核对", "将 … 通报", "于 … 举办"."""
    stop = _SOFT_STOP.search(page.text, at, min(end, at + _PHRASE_REACH))
    for hit in page.hits_in(at, stop.start() if stop else min(end, at + _PHRASE_REACH)):
        if hit.role == "actions" and hit.value != "noun" and hit.start > at:
            return _Head(start, hit, False)
    return None


def _is_no_verb(page: Page, by_role: dict[str, Hit]) -> bool:
    """Whether a longer phrase or a hyphen makes something else of what looks like a verb."""
    end = by_role["actions"].end
    miss = by_role.get("nearmiss")
    return (miss is not None and miss.end >= end) or page.text[end : end + 1] == "-"


def _skipped(by_role: dict[str, Hit]) -> Hit | None:
    some = [hit for role, hit in by_role.items() if role in _SKIPPED_ROLES]
    return max(some, key=lambda hit: hit.end) if some else None


def _tail(page: Page, start: int, end: int) -> int | None:
    """Where a purpose or consequence begins in a clause, if it names nothing of its own."""
    text = page.text
    for hit in page.hits_in(start + 4, end):
        if hit.role != "tails":
            continue
        before = text[start : hit.start].rstrip(" ")
        has_break = before.endswith((",", "，", "、")) or page.lang in ("vi", "sv", "en")
        if has_break and len(before) > (4 if page.lang == "zh" else 12) and not _NAMED_AIM.search(text[hit.end : end]):
            return hit.start
    return None


def _segment(page: Page, span: tuple[int, int], *, cut: str, is_first: bool, is_alone: bool) -> Segment | None:
    start, end = span
    is_list = cut == LIST
    head = head_at(page, start, end)
    is_sure = head is not None
    if cut == POINT and is_first and (head is None or head.hit.value == "noun" or not _has_object(page, head.hit.end, end)):
        return _whole(page, start, end)
    if head is None and is_alone and cut in (STRONG, LIST):
        head = _later_head(page, start, end)
        begin = _predicate(page, start, end) if head is None else None
        if begin is not None:
            return _whole(page, begin, end)
    tail = _tail(page, head.start if head else start, end)
    stop = trimmed(page.text, start, end if tail is None else tail)
    if head is None or head.hit.end > stop:
        begin = skip_space(page.text, start)
        if is_list and begin < stop and _is_nominal(page, begin, stop) and stop - begin >= _least(page):
            return Segment(_after_joins(page, begin, stop), stop, "grammar/nominal", "base", False, False)
        return None
    has_object = stop > head.hit.end or head.hit.start - head.start > 6
    if stop - head.start < _least(page) or not has_object:
        return None
    if head.hit.value == "noun" and not (is_list or (is_first and _names_field(page, head.hit.end, stop))):
        return None
    has_past = head.has_past or page.text[head.hit.end : head.hit.end + 1] == "了"
    return Segment(head.start, stop, head.hit.line.rule, head.hit.form, has_past, is_sure)


def _predicate(page: Page, start: int, end: int) -> int | None:
    """Where a verb no word of the lexicon names must begin: after the parties, or after "Y to" of "asked Y to"."""
    at = skip_space(page.text, start)
    at = next((hit.end for hit in page.hits_at(at) if hit.role == "leads" and hit.value == "skip" and hit.end < end), at)
    at = skip_space(page.text, at)
    parties = next((hit for hit in page.hits_at(at) if hit.role == "subjects" and hit.value == "both"), None)
    if parties is not None and not _OF_PARTIES.match(page.text, parties.end, end):
        return parties.end if end - parties.end >= 2 * _least(page) else None
    asked = _ASKED.match(page.text, at, end)
    return asked.end() if asked else None


def _whole(page: Page, start: int, end: int) -> Segment | None:
    """A point as it stands, without its mark, joining words and what only names its purpose."""
    begin = skip_space(page.text, start)
    mark = MARK.match(page.text, begin, end)
    begin = _after_joins(page, skip_space(page.text, mark.end() if mark else begin), end)
    tail = _tail(page, begin, end)
    stop = trimmed(page.text, begin, end if tail is None else tail)
    if any(hit.role in ("perfects", "statements") for hit in page.hits_at(begin)):
        return None
    return Segment(begin, stop, "grammar/point", "base", False, False) if stop - begin >= _least(page) else None


def _names_field(page: Page, start: int, end: int) -> bool:
    return any(hit.role in ("terms", "actions") for hit in page.hits_in(start, end))


def _least(page: Page) -> int:
    return 4 if page.lang == "zh" else 10


def _after_joins(page: Page, at: int, end: int) -> int:
    for _ in range(4):
        here = page.hits_at(at)
        skip = next((h for h in here if h.role in ("joins", "openers") or (h.role == "leads" and h.value == "skip")), None)
        if skip is None or skip.end >= end - 4:
            return at
        at = skip_space(page.text, skip.end)
    return at


def _later_head(page: Page, start: int, end: int) -> _Head | None:
    """The first verb that follows a subject, a lead or a modal inside the words: "…, that the sides continue to…"."""
    hits = page.hits_in(start, end)
    passive = next((hit for hit in hits if hit.role == "modals" and hit.value == "subjunctive"), None)
    verb = next((hit for hit in hits if hit.role == "actions" and passive and hit.start >= passive.end), None)
    if verb is not None:
        # "that the route be opened": what is to be opened stands first.
        return _Head(_after_joins(page, skip_space(page.text, start), end), verb, False)
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
            return _Head(begin, hit, hit.form == "past") if hit.start - start < 80 and not is_purpose else None
    return None


def _is_nominal(page: Page, start: int, end: int) -> bool:
    return any(hit.role in ("nominals", "actions") for hit in page.hits_in(start, end))


def trimmed(text: str, start: int, end: int) -> int:
    """`end` moved back over white space, marks, "etc." and joining words."""
    etc = _ETC.search(text[start:end])
    if etc:
        end = start + etc.start()
    joined = re.search(r"[\s,]+(?:and|och|và|while|but also|as well as)\s*$", text[start:end])
    if joined:
        end = start + joined.start()
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return end
