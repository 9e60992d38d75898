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

from comity.reader.clauses.acts import skip_space
from comity.reader.clauses.endings import TRAILING, trimmed
from comity.reader.clauses.english_breaks import before_occasion, named_row, stands_beside
from comity.reader.clauses.english_objects import is_anothers
from comity.reader.clauses.han_phrases import frame_in, is_good_for, is_occasion, provides
from comity.reader.clauses.han_viet_clauses import (
    after_actor,
    after_addressed,
    after_subject,
    arranged,
    is_enumeration,
    is_inside,
    is_of_nouns,
    is_one_of,
    is_quoted,
    is_verbs_only,
    is_whose,
    next_sitting,
)
from comity.reader.clauses.heads import Head, after_joins, head_at, is_verbal, later_head, least, nominal_at, predicate
from comity.reader.text.items import after_label
from comity.reader.text.marks_of_lists import INNER, MARK, OPENING
from comity.reader.text.page import Page
from comity.reader.words.inflection import GERUND
from comity.reader.words.language_words import joints
from comity.reader.words.lexicon import Hit

# How words are cut: by verbs of the lexicon alone; with an act before them; as contents named; as a point of a list.
PLAIN, STRONG, LIST, POINT = "plain", "strong", "list", "point"
# The value of a verb whose line holds its object: "share information".
WHOLE = "whole"
_BESIDE = (";", "；", ", that ", " and that ")
_HARD = re.compile(r"[;；]|\.\.\.|…|(?<=[。！？])|,\s(?:and\s)?that\s|\sand\sthat\s(?!of\b)")
# One of these stands at every such break: looked for first, since most words have none.
_HARD_MARKS = (";", "；", "...", "…", "。", "！", "？", "that")
_NAMED_AIM = re.compile(r"[\"“《].{3,80}[\"”》]|\([A-Z]{3,}\)|\b[A-Z]{4,}\b")
_COLON = re.compile("[:：]")
_THING = re.compile(r"\s*(?:an?|the(?= [a-z]+ (?:at|in|on|for|of|between|from|to)))\s")
_ARTICLE = re.compile(r"\b(?:an?|the)\s$")
_WHILE = re.compile(r"\s*(?:while|as well as|and)\b")
# "trao đổi 45 thư": a count makes a verb of a word that is as often a noun.
_COUNTED = re.compile(r"\s(?:hơn |trên |gần |khoảng |được )?\d")


@dataclass(frozen=True, slots=True)
class Segment:
    """A clause's span, its head word's rule and form; `has_past` when the text puts it behind."""

    start: int
    end: int
    rule: str
    form: str
    has_past: bool
    is_sure: bool


def segments(page: Page, start: int, end: int, *, cut: str = STRONG) -> list[Segment]:
    """The clauses in `text[start:end]`, in order, none inside another; `cut` is PLAIN, STRONG, LIST or POINT."""
    settled = (arranged(page, start, end) or next_sitting(page, start, end)) if cut == STRONG else None
    if settled is not None:
        return [Segment(settled[0], trimmed(page.text, *settled), "grammar/arranged", "base", False, False)]
    row = named_row(page, start, end) if cut in (STRONG, LIST) else ()
    if row:
        return [Segment(*one, "grammar/row", "base", False, False) for one in row]
    out: list[Segment] = []
    has_past = False
    # "愿以…为契机": the act's last word opens the frame.
    opens = start - 1 if page.lang == "zh" and page.text[start - 1 : start] == "以" else start
    start = max(start, after_addressed(page, opens, end)) if cut == STRONG else start
    if page.lang == "zh" and page.text[start - 1 : start] == "为" and provides(page, start - 1):
        start -= 1  # "愿为企业提供便利"
    for first, after, is_point in _points(page, start, end, cut):
        here = POINT if is_point else cut
        if here == POINT and page.lang == "zh":
            first = min(after_label(page, skip_space(page.text, first), after), after - 1)
        is_nouns = here == STRONG and page.lang not in ("vi", "zh") and _lists_nouns(page, first, after)
        for piece_start, piece_end in _soft_parts(page, first, after, here == LIST or is_nouns):
            is_first = piece_start == first or (not out and here != PLAIN)
            made = _segment(page, (piece_start, piece_end), cut=LIST if is_nouns else here, is_first=is_first, is_alone=not out)
            if made is None or (page.lang == "zh" and piece_end < after and is_occasion(page.lowered[made.start : made.end])):
                continue
            has_past = has_past or made.has_past
            out.append(made if made.has_past == has_past else _past(made, has_past))
    return out


def _lists_nouns(page: Page, start: int, end: int) -> bool:
    """Whether nouns of doing follow an act, and no verb: "proposed stronger coordination in A, early completion of B"."""
    return head_at(page, start, end) is None and nominal_at(page, start, end) is not None


def _past(segment: Segment, has_past: bool) -> Segment:
    """A clause in the same breath as one put behind is behind as well, if its verb's form allows."""
    is_past = has_past and segment.form != "gerund"
    return Segment(segment.start, segment.end, segment.rule, segment.form, is_past or segment.has_past, segment.is_sure)


def _points(page: Page, start: int, end: int, cut: str) -> Iterator[tuple[int, int, bool]]:
    """The parts between hard breaks, each with whether it is a point; what only announces marked points is left out."""
    parts: list[tuple[int, int, bool, bool]] = []
    for first, after in _hard_parts(page, start, end):
        opening = OPENING.match(page.text, first, after) if cut != PLAIN else None
        # What a semicolon parts stands beside the first clause, so it is one too.
        is_beside = (cut == STRONG or page.lang == "vi") and first > start and page.text.endswith(_BESIDE, 0, first)
        at, is_marked = (opening.end(), True) if opening else (first, False)
        for mark in INNER.finditer(page.text, at, after):
            if mark.start() > at:
                parts.append((at, mark.start(), cut == POINT or is_beside or is_marked, is_marked))
            at, is_marked = mark.end(), True
        parts.append((at, after, cut == POINT or is_beside or is_marked, is_marked))
    for number, (first, after, is_point, is_marked) in enumerate(parts):
        is_before_marks = not is_marked and number + 1 < len(parts) and parts[number + 1][3]
        if not (is_before_marks and _announces(page, first, after)):
            yield first, after, is_point


def _announces(page: Page, start: int, end: int) -> bool:
    is_open = page.text[start:end].rstrip().endswith((":", "："))
    return is_open or page.has(start, end, "openers")


def _hard_parts(page: Page, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    words = page.text[start:end]
    for found in _HARD.finditer(page.text, start, end) if any(mark in words for mark in _HARD_MARKS) else ():
        if _is_in_fields(page, at, found.start(), found.end(), end):
            continue
        if found.start() > at:
            yield from _at_colon(page, at, found.start())
        at = found.end()
    if at < end:
        yield from _at_colon(page, at, end)


def _at_colon(page: Page, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Chinese words cut at a colon behind which a verb begins what the words before it only sum up or stand beside."""
    found = _COLON.search(page.text, start + 8, end) if page.lang == "zh" else None
    head = head_at(page, found.end(), end) if found is not None else None
    if found is None or head is None or head.hit.value == "noun" or head.start > found.end() + 1:
        yield start, end
        return
    yield start, found.start()
    yield found.end(), end


def _is_in_fields(page: Page, start: int, stop: int, at: int, end: int) -> bool:
    """Whether a semicolon parts fields ("across fields, including safety; health"): no verb follows it, one is before."""
    fields = next(iter(page.hits_of("lists", start, stop)), None) if page.lang == "en" else None
    if fields is None or page.text[fields.end : fields.end + 1] in (":", "："):
        return False
    if head_at(page, at, end) is not None or nominal_at(page, at, end) is not None:
        return False
    head = head_at(page, start, fields.start)
    return head is not None and head.hit.end < fields.start - 1


def _soft_parts(page: Page, start: int, end: int, is_list: bool) -> Iterator[tuple[int, int]]:
    text, words = page.text, joints(page.lang)
    at = start
    head = head_at(page, at, end)
    tail = _tail(page, at, end, is_last=True)
    for found in words.soft.finditer(text, start, end):
        is_kept = is_enumeration(page, found, end) or is_quoted(page, at, found.start())
        if found.start() <= at or (tail is not None and found.start() >= tail) or is_kept:
            continue
        nxt = head_at(page, found.end(), end)
        beside = words.and_to.match(text, found.start(), end)
        if beside is not None and len(words.to.findall(text, at, found.start())) < 2:
            nxt = head_at(page, beside.end(), end)
            if nxt is not None and head is None and _has_object(page, nxt.hit.end, end):
                yield at, found.start()
                at, head = beside.end(), nxt
                continue
        is_row = nxt is not None and head is not None and stands_beside(page, start, at, found, end)
        is_bare = nxt is None and is_list and head is None
        if is_row or (is_bare and _parts_nouns(page, (at, found.start()), found.end(), end)):
            yield at, found.start()
            at, head = found.end(), nxt
            continue
        if nxt is None or words.aim.match(text, found.end(), end) or _opens_tail(page, found.end()):
            continue
        if page.lang == "vi" and nxt.start > found.end() and _opens_tail(page, nxt.start):
            continue
        if _ends_with_verb(page, at, found.start(), head):
            # "prevent and combat crime": verbs that share an object are one clause.
            head = nxt if head is not None and not _has_object(page, head.hit.end, found.start()) else head
            continue
        is_after_noun = is_list and found.group() == "," and head is None and nominal_at(page, at, found.start()) is not None
        if not is_after_noun and not _may_split(page, head, nxt, found, end):
            continue
        if head is None and is_list and not is_after_noun and _is_nominal(page, at, found.start()):
            continue
        yield at, found.start()
        at, head = found.end(), nxt
        tail = _tail(page, at, end, is_last=True)
    yield at, end


def _parts_nouns(page: Page, before: tuple[int, int], at: int, end: int) -> bool:
    """Whether a break parts two nouns of doing, each with its object, or two things: "a fair in May and a telephone line"."""
    thing, was = _THING.match(page.text, at, end), _THING.match(page.text, *before)
    if thing and was and ("the" not in thing.group() or nominal_at(page, *before) is None):
        return True
    return nominal_at(page, at, end) is not None and (nominal_at(page, *before) is not None or _is_nominal(page, *before))


def _opens_tail(page: Page, at: int) -> bool:
    at = skip_space(page.text, at)
    return (any(hit.role == "tails" for hit in page.hits_at(at)) and not provides(page, at)) or is_good_for(page, at)


def _may_split(page: Page, head: Head | None, nxt: Head, found: re.Match[str], end: int) -> bool:
    # "向上级报告": what stands before the verb is its object.
    has_phrase = page.lang == "zh" and nxt.hit.start - nxt.start >= 3
    is_noun = nxt.hit.value == "noun" and not (page.lang == "vi" and _COUNTED.match(page.text, nxt.hit.end, end))
    if is_noun or not (has_phrase or _is_whole(page, nxt.hit) or _has_object(page, nxt.hit.end, end)):
        return False
    is_while = "while" in found.group()
    is_and = not is_while and bool(joints(page.lang).conjunction.fullmatch(found.group()))
    if head is None:
        return not is_and or page.lang == "zh"
    if page.lang in ("vi", "zh") and (
        is_whose(page, head, nxt, found)
        or is_of_nouns(page, head, found.start())
        or is_verbs_only(page, head, found.start())
        or is_inside(page, found)
    ):
        return False
    if not _is_whole(page, head.hit) and not _has_object(page, head.hit.end, found.start()):
        return False
    if nxt.hit.value == "field" and page.has(head.hit.end, found.start(), "lists"):
        return False
    if page.lang == "en" and is_anothers(page, head.start, found.start(), (found.end(), nxt.hit.start)):
        return False
    if is_and and page.lang in ("en", "sv") and nxt.hit.form != head.hit.form:
        return False
    if nxt.hit.form == GERUND != head.hit.form and not is_while and not _WHILE.match(page.text, found.end(), end):
        return False  # ", making it a passage": what comes of the verb before
    if page.lang == "zh" and found.group() == "、" and is_one_of(page, head, nxt, found):
        return False
    if page.lang == "zh" and found.group() == "、":
        return found.start() - head.start >= 4 and _reach(page, nxt.hit.end, end) >= 2
    return True


def _is_whole(page: Page, hit: Hit) -> bool:
    """Whether the line of a verb holds its object: "share information", in Vietnamese a field of three syllables or more."""
    return hit.value == WHOLE or (page.lang == "vi" and hit.value == "field" and hit.line.words.count(" ") > 1)


def _ends_with_verb(page: Page, start: int, end: int, head: Head | None) -> bool:
    """Whether the words before a break end with a verb that still waits for its object."""
    stop = trimmed(page.text, start, end)
    for hit in page.hits_of("actions", max(start, stop - 24), stop):
        if hit.end != stop or hit.value == "noun" or _is_whole(page, hit):
            continue
        before = page.text[max(start, hit.start - 5) : hit.start].rstrip()
        if page.lang == "en" and _ARTICLE.search(page.text, max(start, hit.start - 5), hit.start):
            return False  # "serve as a bridge and": a noun, and not a verb that waits for its object
        in_list = hit.form == "gerund" and before.endswith((" in", " and", ",", " by", " of", " for"))
        if (head is not None and hit.start == head.hit.start) or in_list or before.endswith((" to", " att")):
            return True
    return False


def _reach(page: Page, at: int, end: int) -> int:
    found = joints(page.lang).soft.search(page.text, at, end)
    return (found.start() if found else end) - at


def _has_object(page: Page, at: int, end: int) -> bool:
    """Whether words of its own follow a verb before the next break."""
    text, words = page.text, joints(page.lang)
    stop = words.soft.search(text, at, end)
    own = text[at : stop.start() if stop else end]
    cut = _HARD.search(own) if any(mark in own for mark in _HARD_MARKS) else None
    own = (own[: cut.start()] if cut else own).strip(TRAILING)
    if not own and stop is not None and words.conjunction.fullmatch(stop.group()):
        other = head_at(page, stop.end(), end)
        return other is not None and _has_object(page, other.hit.end, end)
    if not own and page.lang == "zh" and stop is not None:
        return provides(page, skip_space(text, stop.end()))
    if page.lang == "zh":
        return len(own) >= 2
    if page.lang == "vi" and own[:1].isdigit():
        return True  # "thu giữ 10,2 kg"
    return len(own) >= 3 and own.lower() not in ("to", "the")


def _tail(page: Page, start: int, end: int, *, is_last: bool = False) -> int | None:
    """Where a purpose or consequence begins in a clause, if it names nothing of its own; `is_last`: nothing follows it."""
    text = page.text
    frame = frame_in(page, start + 4, end) if page.lang == "zh" and not is_last else None
    if frame is not None:
        return frame
    for hit in page.hits_of("tails", start + 4, end):
        if provides(page, hit.start):
            continue
        before = text[start : hit.start].rstrip(" ")
        has_break = before.endswith((",", "，", "、")) or page.lang in ("vi", "sv", "en")
        if has_break and len(before) > (4 if page.lang == "zh" else 12) and not _NAMED_AIM.search(text[hit.end : end]):
            return hit.start
    return None


def _segment(page: Page, span: tuple[int, int], *, cut: str, is_first: bool, is_alone: bool) -> Segment | None:
    start, end = span
    # "proposed early repair of the pier": where a verb is expected, a noun of doing stands for it.
    is_noun = page.lang not in ("vi", "zh") and cut in (STRONG, LIST) and nominal_at(page, start, end) is not None
    is_list = cut == LIST or (is_noun and is_first)
    head = head_at(page, start, end)
    is_sure = head is not None
    if head is None and page.lang == "zh" and page.text[start - 1 : start] in ("；", ";"):
        start = after_actor(page, start, end)
        head = head_at(page, start, end)
        is_sure = head is not None
    if cut == POINT and is_first and (head is None or head.hit.value == "noun" or not _has_object(page, head.hit.end, end)):
        return _whole(page, start, end)
    thing = _THING.match(page.text, start, end) if cut == LIST else None
    if head is None and is_alone and cut in (STRONG, LIST) and not is_noun and thing is None:
        head = later_head(page, start, end)
        begin = predicate(page, start, end) if head is None else None
        if begin is not None:
            return _whole(page, begin, end)
    tail = _tail(page, head.start if head else start, end)
    stop = trimmed(page.text, start, before_occasion(page, start, end if tail is None else tail))
    if head is None or head.hit.end > stop:
        begin = skip_space(page.text, start)
        is_named = _is_nominal(page, begin, stop) or thing is not None
        if is_list and begin < stop and is_named and stop - begin >= least(page):
            is_thing = thing is not None and ("the" not in thing.group() or not is_noun)
            first = begin if is_thing else after_joins(page, begin, stop)
            return Segment(first, stop, "grammar/nominal", "base", False, False)
        return None
    has_object = _is_whole(page, head.hit) or stop > head.hit.end or head.hit.start - head.start > (2 if page.lang == "zh" else 6)
    if stop - head.start < least(page) or not has_object:
        return None
    if not is_verbal(page, head) and not (is_list or (is_first and _names_field(page, head.hit.end, stop))):
        return None
    has_past = head.has_past or page.text[head.hit.end : head.hit.end + 1] == "了"
    return Segment(head.start, stop, head.hit.line.rule, head.hit.form, has_past, is_sure)


def _whole(page: Page, start: int, end: int) -> Segment | None:
    """A point as it stands, without its mark, joining words and what only names its purpose."""
    begin = skip_space(page.text, start)
    mark = MARK.match(page.text, begin, end)
    begin = after_joins(page, skip_space(page.text, mark.end() if mark else begin), end)
    begin = after_subject(page, begin, end)
    tail = _tail(page, begin, end)
    stop = trimmed(page.text, begin, end if tail is None else tail)
    if any(hit.role in ("perfects", "statements") for hit in page.hits_at(begin)):
        return None
    return Segment(begin, stop, "grammar/point", "base", False, False) if stop - begin >= least(page) else None


def _names_field(page: Page, start: int, end: int) -> bool:
    return page.has(start, end, "terms", "actions")


def _is_nominal(page: Page, start: int, end: int) -> bool:
    return page.has(start, end, "nominals", "actions")
