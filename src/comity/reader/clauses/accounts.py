"""Accounts: results and difficulties told as plain prose.

- A heading ("取得以下成果：", "Khó khăn, vướng mắc còn lại là …") opens an account; what follows in its sentence, else in its
  paragraph or list, belongs to it.
- What one side states as a fact is its report: done, or a limitation, of that side; without a fact it is courtesy.
- What all note with a day or a figure is done, and so are the facts that follow in the same paragraph.
- Words of lack ("not yet", 尚未, chưa) make a limitation of any of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from comity.reader.clauses.acts import AGREED, DONE, HOPED, LIMITATION, PROPOSED, Act, is_blurred, skip_space
from comity.reader.clauses.endings import trimmed
from comity.reader.clauses.heads import head_at
from comity.reader.clauses.speakers import Speaker, names_near
from comity.reader.names.named import Named
from comity.reader.text.page import Page, Sentence
from comity.reader.words.lexicon import Hit

_JOINT = Speaker(None, None, True)
_SAYING = frozenset({"emphasised", "affirmed", "assessed", "report"})
_BEFORE = frozenset({"pasts", "joins", "openers", "subjects", "perfects"})
_COURTEOUS = frozenset({"appreciated", "thanked", "welcomed", "concurred"})
_LINK = re.compile(r"[^,，;；。.:：]{0,30}(?:[:：]|\b(?:là|gồm|are|were|is|såsom|är)\s)\s*(?:rằng\s|that\s)?")
_COARSE = re.compile(r"[;；]\s*|(?<=[。！？])|(?<!\d)[:：]\s*")
_FINE = re.compile(r"[;；]\s*|,?\s(?:and\s)?that\s(?=\w)|(?:,|\svà|,\svà)\s+(?=đã\s)")
_REASON = re.compile(r",\s(?:as|because|after|since|which|when|do|vì|sau khi)\s")
_FACT = re.compile(
    r"\d|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\bquý [IV]|上半年|下半年"
)
_PAST = re.compile(r"\b(?:was|were|had)\b|了")
_THAT = re.compile(r"that\s|rằng\s|att\s|称(?=[，,])")
_FRAME = re.compile(r"[在自截].{2,24}?(?:期间|以来|年|中|下|方面)[，,]|受.{2,32}?影响[，,]")
_TIED = re.compile(r"\s*(?:-|–|—|and\b|và\b|och\b|与|和|、|to\b|with\b|với\b)")


@dataclass(frozen=True, slots=True)
class Account:
    """What opened an account; `is_strict`: only what carries a fact belongs to it."""

    status: str
    act: tuple[int, int]
    rule: str
    is_strict: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """One thing told at `text[start:end]`, done or a limitation, and by whom."""

    start: int
    end: int
    status: str
    speaker: Speaker


def is_undertaking(acts: Sequence[Act]) -> bool:
    """Whether something is agreed, proposed, hoped or still to come in a sentence: then it is no account."""
    ahead = ("will", "need", "promise")
    return any(act.status in ahead if act.is_weak else act.status in (AGREED, PROPOSED, HOPED) for act in acts)


def opened(page: Page, sentence: Sentence) -> tuple[Account, int] | None:
    """The account a sentence opens and where its own words begin: the sentence's end when they follow later."""
    hits = page.hits_of("headings", sentence.start, sentence.end)
    if not hits:
        return None
    hit = hits[-1]
    account = Account(hit.value, (hit.start, hit.end), hit.line.rule)
    link = _LINK.match(page.text, hit.end, sentence.end)
    if link is None and page.text[hit.end - 1] in ":：":
        link = re.compile("").match(page.text, hit.end)
    is_short = sentence.end - sentence.start <= (40 if page.lang == "zh" else 130)
    if link is not None:
        return account, link.end()
    ends_it = sentence.end - hit.end <= (4 if page.lang == "zh" else 25)
    return (account, sentence.end) if ends_it and is_short and _is_told_of(page, sentence, hit) else None


def _is_told_of(page: Page, sentence: Sentence, heading: Hit) -> bool:
    before = page.hits_in(sentence.start, heading.start)
    return heading.start == sentence.start or any(hit.role in ("subjects", "statements") for hit in before)


def told(page: Page, named: tuple[tuple[Named, str], ...], span: tuple[int, int], account: Account) -> Iterator[Told]:
    """The things told in a span that belongs to an account."""
    for start, end in _pieces(page, span, _COARSE):
        report = stated(page, named, (start, end))
        yield from report[1] if report is not None else _facts(page, (start, end), account)


def _facts(page: Page, span: tuple[int, int], account: Account) -> Iterator[Told]:
    has_fact = False
    for start, end in _verbs(page, _pieces(page, span, _FINE)):
        has_fact = has_fact or _FACT.search(page.text, start, end) is not None
        if (account.is_strict and not has_fact and not lacks(page, start, end)) or _is_courteous(page, start, end):
            continue
        begin, stop = _bounds(page, start, end)
        if stop - begin >= _least(page):
            status = LIMITATION if lacks(page, begin, stop) else account.status
            yield Told(begin, stop, status, _subject(page, begin, stop))


def stated(page: Page, named: tuple[tuple[Named, str], ...], span: tuple[int, int]) -> tuple[Account, tuple[Told, ...]] | None:
    """What one side, a person or all parties state as a fact in a span, or None."""
    start, end = span
    saying = next(iter(page.hits_of("statements", start, end)), None)
    if saying is None or saying.value not in _SAYING:
        return None
    if page.lang == "zh" and any(hit.role == "informs" for hit in page.hits_at(saying.start)):
        return None
    if any(hit.role == "modals" for hit in page.hits_at(skip_space(page.text, saying.end))):
        return None
    speaker = _who(page, named, start, saying.start)
    if speaker is None or _is_courteous(page, saying.end, end):
        return None
    out: list[Told] = []
    has_fact = is_behind = False
    for first, after in _verbs(page, _pieces(page, (saying.end, end), _FINE)):
        begin, stop = _bounds(page, first, after)
        lack = lacks(page, begin, stop)
        has_fact = has_fact or _FACT.search(page.text, first, stop) is not None
        is_behind = _is_behind(page, first, stop, speaker) or (is_behind and not _is_ahead(page, first, stop))
        is_fact = speaker.person is None and has_fact and is_behind
        if (lack or is_fact) and stop - begin >= _least(page):
            out.append(Told(begin, stop, LIMITATION if lack else DONE, speaker))
    account = Account(DONE, (saying.start, saying.end), saying.line.rule, is_strict=True)
    return (account, tuple(out)) if out else None


def _is_behind(page: Page, start: int, end: int, speaker: Speaker) -> bool:
    """Whether the words put something behind: a side reports what is, all parties what has been."""
    hits = page.hits_in(start, end)
    if _is_ahead(page, start, end):
        return False
    past = any(hit.role in ("perfects", "pasts") for hit in hits) or _PAST.search(page.text, start, end)
    return bool(past) or speaker.party is not None


def _is_ahead(page: Page, start: int, end: int) -> bool:
    return any(hit.value in ("will", "need") for hit in page.hits_of("modals", start, end))


def _least(page: Page) -> int:
    return 6 if page.lang == "zh" else 15


def _who(page: Page, named: tuple[tuple[Named, str], ...], start: int, at: int) -> Speaker | None:
    person = next((id_ for name, id_ in reversed(names_near(named, start, at)) if name.end <= at), None)
    if person is not None:
        return Speaker(person, None, False)
    near = [mention for mention in page.places_in(start, at) if mention.place.level == "province"]
    if near and at - near[-1].end <= (6 if page.lang == "zh" else 24) and near[-1].start - start <= 30:
        return Speaker(None, near[-1].place.code, False)
    is_joint = any(hit.value == "both" for hit in page.hits_of("subjects", start, at))
    return _JOINT if is_joint else None


def lacks(page: Page, start: int, end: int) -> bool:
    """Whether words say that something is not, not yet or no longer so."""
    hits = page.hits_in(start, end)
    missed = [(hit.start, hit.end) for hit in hits if hit.role == "nearmiss"]
    hits = tuple(hit for hit in hits if hit.role == "limits" and not is_blurred(page, hit))
    return any(not any(first <= hit.start and hit.end <= after for first, after in missed) for hit in hits)


def _is_courteous(page: Page, start: int, end: int) -> bool:
    return any(hit.value in _COURTEOUS for hit in page.hits_of("statements", start, end))


def _pieces(page: Page, span: tuple[int, int], parted: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    at, end = span
    for found in parted.finditer(page.text, at, end):
        if found.start() > at:
            yield at, found.start()
        at = found.end()
    if at < end:
        yield at, end


def _verbs(page: Page, pieces: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Chinese pieces cut further, before a comma's verb that the lexicon knows; Vietnamese ones between two lacks."""
    for start, end in pieces:
        at = start
        for found in re.finditer(r",\s", page.text[start:end]) if page.lang == "vi" else ():
            after = start + found.end()
            if lacks(page, at, after) and lacks(page, after, end):
                yield at, after - 2
                at = after
        for found in re.finditer("[，,]", page.text[start:end]) if page.lang == "zh" else ():
            after = start + found.end()
            head = head_at(page, after, end) if after - at > 5 and end - after >= 6 else None
            if head is not None and head.hit.value != "noun" and _FRAME.fullmatch(page.text, at, after) is None:
                yield at, after - 1
                at = after
        yield at, end


def _bounds(page: Page, start: int, end: int) -> tuple[int, int]:
    """A piece without joining words and times told of before it, without "the parties have", and without its reason."""
    at = skip_space(page.text, start)
    for opening in (_THAT, _FRAME):
        found = opening.match(page.text, at, end)
        at = skip_space(page.text, found.end()) if found else at
    begin = at
    for _ in range(6):
        here = [hit for hit in page.hits_at(at) if hit.role in _BEFORE and hit.end < end]
        skip = next((hit for hit in here if hit.role != "subjects" or hit.value == "both"), None)
        if skip is None:
            break
        at = skip_space(page.text, skip.end)
        begin = at if skip.role != "subjects" else begin
    framed = _FRAME.match(page.text, begin, end)
    begin = skip_space(page.text, framed.end()) if framed else begin
    reason = _REASON.search(page.text, begin, end)
    return begin, trimmed(page.text, begin, reason.start() if reason else end)


def _subject(page: Page, start: int, end: int) -> Speaker:
    """The one side a piece begins with, after a time; else all parties."""
    first = next((mention for mention in page.places_in(start, end) if mention.place.level == "province"), None)
    if first is None or _TIED.match(page.text, first.end, end):
        return _JOINT
    before = page.text[start : first.start].rstrip()
    return Speaker(None, first.place.code, False) if not before or before.endswith((",", "，")) else _JOINT
