"""Sentences in which nobody agrees, proposes or hopes, and which tell of something nonetheless.

- A party's place with a verb of the past or a perfect tells a deed of that party: "In 2031 A sent 40 nurses".
- A thing with "will" belongs to what was agreed, proposed or hoped just before: "The route will be opened in May".
- Verbs of the session itself (held, signed, visited) tell no deed but with a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.reader.clauses.acts import AGREED, DONE, skip_space
from comity.reader.clauses.drafts import Draft
from comity.reader.clauses.endings import trimmed
from comity.reader.clauses.english_needs import needed
from comity.reader.clauses.han_phrases import after_frame
from comity.reader.clauses.heads import Head, after_joins, head_at, least
from comity.reader.clauses.plain_deeds import told_deeds
from comity.reader.clauses.segments import PLAIN, Segment, segments
from comity.reader.clauses.speakers import Speaker
from comity.reader.names.named import Named
from comity.reader.text.dates import days
from comity.reader.text.page import Page, Sentence
from comity.reader.words.gazetteer import Mention
from comity.reader.words.language_words import joints
from comity.reader.words.lexicon import Hit

_JOINT = Speaker(None, None, True)
# A time or a circumstance that opens a sentence, up to its comma.
_FRAME = re.compile(r"[^,;:]{3,70},\s+")
# "A province also", "the A side": small words that may stand between a place and its verb.
_BESIDE_VERB = re.compile(r"(?:\s+[^\W\d_]+(?:['’]s)?){0,3}\s+")
_TIED = re.compile(r"\s*(?:,|-|–|\([^)]{2,24}\)|\s)*\s*")
_POINTS = re.compile(r";\s")
_WAS = re.compile(r"\b(?:was|were|has been|have been)\s(?:also |still |always )?")
_COUNT = re.compile(r"\b\d[\d,.]* (?:[a-z-]+ ){0,2}[a-z-]+s\b")
_SAID = re.compile(r"\b(?:said|noted|reported|stated|informed)(?: that)?\s+")
# "The delegation of A", "officials from A": they act for their place.
_OF_PLACE = re.compile(
    r"(?:[Tt]he |[Aa] )?(?:[a-z]+ ){0,2}(?:delegations?|authorities|officials|leaders|police|forces) (?:of|from|in) (?:the )?"
)
_LONGEST_SUBJECT = 140
# "Their offices for … will": offices do it, so that the clause begins with what they do.
_WHOSE = re.compile(r"(?:(?:[Tt]he|[Tt]heir|[Oo]ur|[Ii]ts|[Rr]elevant|[Cc]oncerned|[Ll]ocal|[Bb]order) ){0,2}")
_PRONOUN = re.compile(
    r"(?:he|she|it|this|that|these|those|there|i|we|il|elle|ce|cela|cette|ces|det|detta|dessa|han|hon)\b", re.IGNORECASE
)


def opening_verbs(page: Page, sentence: Sentence) -> Iterator[Head | None]:
    """The verbs a sentence begins with, and its points after semicolons but in Vietnamese and Chinese; None for no verb."""
    yield head_at(page, after_frame(page, sentence.start, sentence.end), sentence.end)
    for mark in _POINTS.finditer(page.text, sentence.start, sentence.end) if page.lang not in ("vi", "zh") else ():
        yield head_at(page, mark.end(), sentence.end)


def deeds(page: Page, sentence: Sentence) -> tuple[Draft, ...]:
    """What a party named first in a sentence, or nobody in the passive, is told to have done; empty when it is no deed."""
    if page.lang in ("zh", "vi"):
        return told_deeds(page, sentence)
    found = _subject(page, sentence)
    if found is None:
        return _kept_up(page, sentence)
    named, at = found
    verb = _verb(page, at, sentence.end)
    if verb is None:
        return ()
    begin, rule = verb
    codes = {one.place.code if one.place.level == "province" else one.place.within for one in named}
    speaker = Speaker(None, codes.pop(), False) if len(codes) == 1 else _JOINT
    made = [one for one in segments(page, begin, sentence.end, cut=PLAIN) if one.form != "gerund" or "been" in rule]
    if not made or _is_of_session(page, made[0]):
        return ()
    act = (named[0].start, begin)
    return tuple(Draft(one.start, one.end, DONE, act, f"{rule} + grammar/deed", speaker, 0.6) for one in made)


def _subject(page: Page, sentence: Sentence) -> tuple[list[Mention], int] | None:
    """The places a sentence begins with, after a time, and where they end."""
    at = skip_space(page.text, sentence.start)
    frame = _FRAME.match(page.text, at, sentence.end)
    starts = [at] if frame is None else [at, frame.end()]
    starts.extend(found.end() for found in _SAID.finditer(page.text, at, sentence.end))
    for start in starts:
        begin = after_joins(page, start, sentence.end)
        named = _listed(page, begin, sentence.end)
        if named:
            return named, named[-1].end
    return None


def _listed(page: Page, at: int, end: int) -> list[Mention]:
    """The province or several that stand at `at`, joined by commas and "and"."""
    out: list[Mention] = []
    words = joints(page.lang)
    for mention in page.places_in(at, min(end, at + _LONGEST_SUBJECT)):
        if out:
            is_near = _TIED.fullmatch(words.conjunction.sub(" ", page.text[out[-1].end : mention.start])) is not None
        else:
            is_near = mention.start - at <= 4 or _OF_PLACE.fullmatch(page.text, at, mention.start) is not None
        if not is_near:
            break
        if mention.place.level in ("province", "city"):
            out.append(mention)
    return out


def _verb(page: Page, at: int, end: int) -> tuple[int, str] | None:
    """Where the verb of the past or the perfect after a subject begins, and the rule of its line."""
    between = _BESIDE_VERB.match(page.text, at, min(end, at + 60))
    stop = between.end() if between else at
    for hit in page.hits_in(at, stop + 40):
        if hit.start > stop:
            return None
        if hit.role in ("modals", "acts", "statements", "limits") or (hit.role == "subjects" and hit.value != "organ"):
            return None
        if hit.role == "perfects":
            return (hit.start, hit.line.rule) if head_at(page, hit.start, end) is not None else None
        if hit.role == "actions":
            return (hit.start, hit.line.rule) if hit.form == "past" else None
    return None


def _kept_up(page: Page, sentence: Sentence) -> tuple[Draft, ...]:
    """What a sentence with a time tells in the passive of a thing: "Over the past year, the line was kept open"."""
    frame = _FRAME.match(page.text, sentence.start, sentence.end)
    if page.lang != "en" or frame is None:
        return ()
    is_behind = page.has(sentence.start, frame.end(), "pasts")
    passive = _WAS.search(page.text, frame.end(), sentence.end)
    if not is_behind or passive is None or passive.start() - frame.end() > _LONGEST_SUBJECT:
        return ()
    verb = [hit for hit in page.hits_at(passive.end()) if hit.role == "actions" and hit.form == "past"]
    other = [hit for hit in page.hits_in(frame.end(), sentence.end) if hit.role in ("acts", "statements", "mechanisms")]
    if not verb or other:
        return ()
    begin = after_joins(page, frame.end(), sentence.end)
    begin = frame.end() if page.text[begin - 4 : begin] == "the " else begin
    stop = trimmed(page.text, begin, sentence.end)
    return (Draft(begin, stop, DONE, passive.span(), f"{verb[0].line.rule} + grammar/passive", _JOINT, 0.5),)


def counts(page: Page, start: int, end: int) -> bool:
    """Whether words tell of a number of things, none of them a session, a paper or a day."""
    figure = _COUNT.search(page.text, start, end)
    if page.lang != "en" or figure is None or next(days(page.text, start=start, end=end), None) is not None:
        return False
    return not page.has(start, end, "mechanisms", "instruments", "ordinals")


def _is_of_session(page: Page, segment: Segment) -> bool:
    """Whether a verb tells what went on at the session and no figure makes a result of it."""
    head = head_at(page, segment.start, segment.end)
    at = segment.start if head is None else head.hit.start
    is_session = any(hit.role == "narrative" for hit in page.hits_at(at))
    return is_session and re.search(r"\d", page.text[segment.start : segment.end]) is None


def promised(page: Page, named: tuple[tuple[Named, str], ...], sentence: Sentence, *, status: str | None) -> Draft | None:
    """The whole sentence, if it says what will be of a thing; `status` is that of what governs at the moment, if anything.

    Where nothing governs, only what is to become of border gates counts.
    """
    modal = _will(page, sentence)
    if modal is None:
        return needed(page, sentence)
    begin = after_joins(page, skip_space(page.text, sentence.start), sentence.end)
    if page.lang == "zh" and "，" in page.text[begin : modal.start]:
        return None
    if page.lang == "vi" and modal.start <= begin:
        return _planned(page, sentence, modal, status)
    stop = trimmed(page.text, begin, sentence.end)
    subject = page.text[begin : modal.start]
    if any(hit.value == "" for hit in page.hits_of("effects", modal.end, modal.end + 9)):
        return None  # "its opening will greatly further trade": what is expected of it
    is_person = any(sentence.start <= name.start < modal.start for name, _ in named)
    if is_person or not 4 < len(subject) < _LONGEST_SUBJECT or _PRONOUN.match(subject) or stop - modal.end < least(page):
        return None
    has_gate = any(hit.value != "change" for hit in page.hits_of("gates", begin, modal.start))
    if status is None and not has_gate:
        return None
    near = (hit for hit in page.hits_of("subjects", begin, modal.start) if hit.value in ("organ", "both"))
    who = next(near, None)
    is_passive = page.text.startswith(" be ", modal.end)
    if who is not None and not is_passive and _WHOSE.fullmatch(page.text, begin, who.start):
        begin = skip_space(page.text, modal.end)
    span = (modal.start, modal.end)
    return Draft(begin, stop, status or AGREED, span, f"{modal.line.rule} + grammar/thing", _JOINT, 0.6 if status else 0.5)


def _planned(page: Page, sentence: Sentence, modal: Hit, status: str | None) -> Draft | None:
    """ "Dự kiến lễ khai trương tổ chức trong …": what is planned of a thing named behind the modal."""
    begin, stop = skip_space(page.text, modal.end), trimmed(page.text, modal.end, sentence.end)
    if status is None or not page.text[begin].isupper() or stop - begin < 2 * least(page):
        return None
    return Draft(begin, stop, status, (modal.start, modal.end), f"{modal.line.rule} + grammar/thing", _JOINT, 0.5)


def _is_sitting(hit: Hit) -> bool:
    """Whether a session is named, and no ceremony: what a ceremony will be like is arranged by the parties."""
    return hit.role == "mechanisms" and not (hit.value == "event" and hit.line.lang == "vi")


def _will(page: Page, sentence: Sentence) -> Hit | None:
    """The "will" of a sentence that speaks of nothing else: not of a session, and of no act or saying."""
    hits = page.hits_in(sentence.start, sentence.end)
    modal = next((hit for hit in hits if hit.role == "modals" and hit.value == "will"), None)
    if modal is None or any(hit.role in ("acts", "statements", "headings") or _is_sitting(hit) for hit in hits):
        return None
    return modal
