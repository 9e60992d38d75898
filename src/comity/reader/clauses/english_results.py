"""English deeds told as plain prose, whatever their verbs: "their agencies have maintained A and concretized B".

- Who does it must be a party, both, a body or a force; trade, ties and the like only grow.
- After a perfect any participle will do but one of feeling, growing or reaching; without one, the verb must be of administration.
- Verbs that share one "have" and have objects of their own are clauses of their own.
- What was kept up, dealt with or built may be told in the passive as well, up to what came of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from comity.reader.clauses.acts import DONE, LIMITATION
from comity.reader.clauses.drafts import Draft
from comity.reader.clauses.endings import trimmed
from comity.reader.clauses.english_ongoing import going_on, reviewed_at
from comity.reader.clauses.english_words import ADMINISTERS, DOERS, IRREGULAR, KEPT_UP, NO_DEED, NO_DOER, TRENDS, WITHOUT_OBJECT
from comity.reader.clauses.plain_sentences import counts
from comity.reader.clauses.speakers import Speaker
from comity.reader.names.sides import code_of
from comity.reader.text.page import Page
from comity.reader.words.gazetteer import BODY

_JOINT = Speaker(None, None, True)
_LONGEST_SUBJECT = 170
# The rest of a sentence is split only this often.
_MOST = 12
_ADVERBS = (
    r"(?:(?:also|always|well|together|now|already|both|all|since|then|further|in turn|over time|so far|thus far|each|once again"
    r"|[a-z]{3,}ly)[ ,]+){0,3}"
)
_PERFECT = re.compile(rf"\b(?:have|has)\s+{_ADVERBS}(?P<verb>(?:co-|re-)?[a-z]+)\b(?! been)")
_PASSIVE = re.compile(
    rf"\b(?:have|has)\s+{_ADVERBS}been\s+{_ADVERBS}(?P<verb>[a-z]+)\b|\b(?:was|were)\s+{_ADVERBS}(?P<past>[a-z]+)\b"
)
_BESIDE = re.compile(r"(?:,\s(?:and\s)?|\sand\s)(?P<verb>[a-z]+ed)\b")
_BY_PARTIES = re.compile(r"\bby (?:the )?(?:two|both|all|provinces?|their|relevant|competent|functional|border|customs|[A-Z])")
_PAST = re.compile(rf"\s*(?:\([^)]{{2,40}}\)\s*)?{_ADVERBS}(?P<verb>(?:co-)?[a-z]+)\b")
_FRAME = re.compile(r"(?:[A-Z][^,;:]{3,90},\s+|[Tt]hat\s+|[Bb]esides\s+|[Aa]lso\s+|[Mm]oreover,?\s+){0,3}")
_HEAD = re.compile(r"\b(?:of|between|in|for|at|on|with|from|under|along|across|against|within|among|to|including|that|which)\b|,")
_ENDS = re.compile(
    r",?\s(?:thereby|thus|so that|so as to|in order to|as a basis|as the basis|as a foundation|with a view to|which|while|whereas"
    r"|because|as well as contributing)\b|,\s(?:[a-z]+ly )?[a-z]{4,}ing\b|\.\s|,\s(?:despite|but|although|as)\s|\s[–—]\s"
)
_NEXT = re.compile(rf"(?:[,;]\s+and|[,;]|\s+and)\s+(?:then\s+|also\s+)?(?P<own>{_ADVERBS}(?P<verb>(?:co-)?[a-z]+)\b)")
_AND_HAVE = re.compile(rf"(?:,\s+and|,|;|\s+and)\s+(?:have|has)\s+(?P<own>{_ADVERBS}(?P<verb>[a-z]+)\b)")
_OBJECT = re.compile(r"\s+(?:(?:over|out|up|back|off|on|in|down)\s+)?(?P<word>[\w“\"‘'(][\w’'-]*)")
_TOGETHER = re.compile(
    r"(?:[a-z]+ly |well )?(?:coordinated|cooperated|worked|collaborated|joined hands)(?: \w+){0,3}? to (?=[a-z])"
)
_NEXT_BASE = re.compile(r"(?:,\s+and|,|\s+and)\s+(?P<verb>[a-z]+)\b")
# After these words of saying the rest of the sentence may still be a deed.
_SAID = frozenset(("discussed", "shared", "agreed", "signed", "expressed", "introduced", "announced", "attended", "visited"))
_LINK = re.compile(
    r"\b(?:border|cross-border|both|two sides|two countries|two provinces|each other|joint|jointly"
    r"|other side|neighbou?r\w*|counterparts?"
    r"|bilateral|friendly|friendship|twinn\w+|foreign affairs|frontier|international gate|crossing|partner)\b",
    re.IGNORECASE,
)
_NO_OBJECT = frozenset(
    (
        "by",
        "at",
        "from",
        "under",
        "over",
        "than",
        "as",
        "since",
        "until",
        "steadily",
        "rapidly",
        "strongly",
        "sharply",
        "and",
        "or",
    )
)
_TELLS = re.compile(
    r"\b(?:said|noted|reported|stated|added|informed|affirmed|revealed|highlighted)(?: \w+){0,4}? that\s+", re.IGNORECASE
)
_LACK = re.compile(
    r"\bthere (?:are|were|is|remain|remained|still exist|exist)(?: still| also)? (?:still )?(?:some|many|a number of"
    r"|certain|several|also)?"
    r" ?(?:\w+ ){0,2}(?:limitations?|difficult(?:y|ies)|shortcomings?|obstacles?|problems?|challenges?|inadequacies"
    r"|bottlenecks?|gaps?)\b",
    re.IGNORECASE,
)
_TIMES = re.compile(r"\s+(?:\w+ )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|many) times\b")
_FEELING = re.compile(
    r"\s+(?:\w+ ){0,3}(?:results?|progress|achievements?|success(?:es)?|attention|interest|importance|support for|belief"
    r"|hope|joy|thanks"
    r"|gratitude|satisfaction"
    r"|diplomatic relations|diplomatic ties|partnership|statements?|merger|reforms?|milestones?|strides?|changes?"
    r"|outcomes?|potential|advantages?|role|trust|impression|condolences)\b"
)

_NAMES = ("mechanisms", "instruments")


def results_in(page: Page, start: int, end: int, *, floor: int | None = None) -> tuple[Draft, ...]:
    """The deeds and lacks that `text[start:end]` tells, in order; what is told after "said that" counts too."""
    if page.lang != "en":
        return ()
    begin = start if floor is None else floor
    told = _TELLS.search(page.text, begin, end)
    if told is not None and told.start() - begin < _LONGEST_SUBJECT:
        begin = told.end()
    lack = lack_in(page, begin, end)
    if lack is not None:
        return (lack,)
    made = _perfect(page, begin, end) or _past(page, begin, end) or _passive(page, begin, end)
    return made or going_on(page, begin, end) or reviewed_at(page, begin, end)


def _perfect(page: Page, start: int, end: int) -> tuple[Draft, ...]:
    found = _PERFECT.search(page.text, start, end)
    if found is None or found.start() - start > _LONGEST_SUBJECT or not _is_deed(page, found.group("verb"), found.end(), end):
        return ()
    subject = _subject(page, start, found.start())
    if subject is None:
        return ()
    own = _own(page, found.start(), found.end("verb"), found.start("verb"))
    return tuple(_drafts(page, (own, found.end("verb")), end, (subject, found.start() + 4), 0.65))


def _past(page: Page, start: int, end: int) -> tuple[Draft, ...]:
    frame = _FRAME.match(page.text, start, end)
    begin = frame.end() if frame else start
    reach = min(end, begin + _LONGEST_SUBJECT)
    ends = {hit.end for hit in page.hits_in(begin, reach)} | {one.end for one in page.places_in(begin, reach)}
    for behind in sorted(ends):
        found = _PAST.match(page.text, behind, end)
        if found is None or found.group("verb") not in ADMINISTERS or found.start() - begin > _LONGEST_SUBJECT:
            continue
        subject = _subject(page, begin, behind)
        if subject is None or not _is_deed(page, found.group("verb"), found.end(), end):
            continue
        own = _own(page, behind, found.end("verb"), found.start("verb"))
        if _is_of_session(page, found.start("verb"), _stop(page, found.end("verb"), end)):
            return ()
        return tuple(_drafts(page, (own, found.end("verb")), end, (subject, behind), 0.6))
    return ()


def _is_of_session(page: Page, start: int, end: int) -> bool:
    """Whether a past tense tells what went on at the session, with no figure that makes a result of it."""
    is_narrative = any(hit.role == "narrative" for hit in page.hits_at(start))
    is_named = any(hit.role in _NAMES and hit.value != "event" for hit in page.hits_in(start, end))
    return (is_narrative or is_named) and not counts(page, start, end)


def _passive(page: Page, start: int, end: int) -> tuple[Draft, ...]:
    """ "Clearance at the gates has been kept up, thereby …": the thing, what was done with it, and not what came of it."""
    found = _PASSIVE.search(page.text, start, end)
    if found is None:
        return ()
    verb = found.group("verb") or found.group("past")
    beside = _BESIDE.match(page.text, found.end(), end)
    verb = beside.group("verb") if beside and verb in NO_DEED else verb
    frame = _FRAME.match(page.text, start, found.start())
    begin = frame.end() if frame else start
    begin = begin + 4 if page.text[begin : begin + 4].lower() == "the " else begin
    head = _HEAD.split(page.text[begin : found.start()])[0].split()
    is_thing = bool(head) and head[-1].lower().strip(",") in KEPT_UP and found.start() - begin <= _LONGEST_SUBJECT
    is_done = _is_participle(verb) and verb not in TRENDS and verb not in NO_DEED
    is_by = _BY_PARTIES.search(page.text, found.end(), end) is not None
    past_only = found.group("past") is not None and not is_by and not page.has(start, found.start(), "pasts")
    other = page.has(start, end, "modals", "acts", "limits")
    if not is_thing or not is_done or past_only or other:
        return ()
    stop = _stop(page, found.end(), end)
    return (Draft(begin, stop, DONE, found.span(), "grammar/kept-up", _JOINT, 0.5),)


def _drafts(page: Page, verb: tuple[int, int], end: int, act: tuple[int, int], sure: float) -> Iterator[Draft]:
    """The clauses of one verb and of those that share its auxiliary."""
    stop = _stop(page, verb[1], end)
    speaker = _speaker(page, act[0], act[1])
    if not _is_shared(page, speaker, act[0], end):
        return
    starts, at, has_object = [verb[0]], verb[1], _object_follows(page, verb[1], stop)
    for _ in range(_MOST):
        found = _NEXT.search(page.text, at, stop)
        if found is None:
            break
        beside = _AND_HAVE.match(page.text, found.start(), stop)
        found = beside or found
        at = found.end()
        is_verb = _is_participle(found.group("verb")) and (
            found.group("verb") in ADMINISTERS or beside is not None or _is_past(page, found)
        )
        if not is_verb or not _object_follows(page, found.end("verb"), stop) or not _is_deed(page, found.group("verb"), at, stop):
            continue
        if has_object:
            yield Draft(starts[-1], trimmed(page.text, starts[-1], found.start()), DONE, act, "grammar/result", speaker, sure)
            starts.append(found.start("own"))
        has_object = True
    mark = page.text.find(";", starts[-1], stop)
    stop = stop if mark < 0 else mark
    last = Draft(starts[-1], trimmed(page.text, starts[-1], stop), DONE, act, "grammar/result", speaker, sure)
    yield from _infinitives(page, last)


def _infinitives(page: Page, draft: Draft) -> Iterator[Draft]:
    """ "coordinated to handle A, deploy B, and supervise C": infinitives after working together are deeds each."""
    start = draft.start
    together = _TOGETHER.match(page.text, draft.start, draft.end)
    for found in _NEXT_BASE.finditer(page.text, draft.start, draft.end) if together else ():
        is_verb = any(hit.role == "actions" and hit.form == "base" for hit in page.hits_at(found.start("verb")))
        if is_verb and _object_follows(page, found.end("verb"), draft.end) and found.start() - start > len("to do so"):
            yield replace(draft, start=start, end=trimmed(page.text, start, found.start()))
            start = found.start("verb")
    yield replace(draft, start=start)


def is_assessed(page: Page, start: int, end: int) -> bool:
    """Whether a perfect tells what was reached, felt or grew, which is no deed: "have achieved positive results"."""
    found = _PERFECT.search(page.text, start, end) if page.lang == "en" else None
    if found is None:
        return False
    verb = found.group("verb")
    return verb in NO_DEED - _SAID or _FEELING.match(page.text, found.end(), end) is not None


def lack_in(page: Page, start: int, end: int) -> Draft | None:
    """ "There are still some limitations in A due to B": a limitation, where nobody is to overcome it."""
    found = _LACK.search(page.text, start, end) if page.lang == "en" else None
    if found is None or page.has(found.end(), end, "modals"):
        return None
    return Draft(found.start(), _stop(page, found.end(), end), LIMITATION, found.span(), "grammar/lack", _JOINT, 0.6)


def _is_past(page: Page, found: re.Match[str]) -> bool:
    """Whether what looks like a participle is a verb of the lexicon, and followed by what it is done to."""
    return any(hit.role == "actions" and hit.form == "past" for hit in page.hits_at(found.start("verb")))


def _is_shared(page: Page, speaker: Speaker, start: int, end: int) -> bool:
    """Whether what one side alone did has to do with the other: names it, the border, or both."""
    if speaker.party is None:
        return True
    country = speaker.party.partition("-")[0]
    is_named = any(one.place.country != country for one in page.places_in(start, end))
    return is_named or _LINK.search(page.text, start, end) is not None


def _subject(page: Page, start: int, end: int) -> int | None:
    """Where the subject begins in `text[start:end]`, if it can do something; else None."""
    words = page.text[start:end]
    parts = re.split(r"[;:]\s|,\s(?=the |their |both |we )", words)
    begin = start + len(words) - len(parts[-1])
    frame = _FRAME.match(page.text, begin, end)
    begin = frame.end() if frame and frame.end() < end else begin
    text = page.text[begin:end]
    head = _HEAD.split(text)[0].split()
    last = head[-1].lower().strip("’'s,") if head else ""
    inside = page.hits_in(begin, end)
    if last in NO_DOER or any(hit.role in ("acts", "modals", "perfects") for hit in inside):
        return None
    if any(hit.role == "actions" and hit.form == "past" and hit.start > begin for hit in inside):
        return None
    if any(hit.value in ("both", "they", "organ") for hit in page.hits_of("subjects", begin, end)):
        return begin if last in DOERS or _is_parties(page, begin, end) else None
    is_doer = (head[-1].lower() if head else "") in DOERS
    has_place = any(one.place.level != BODY for one in page.places_in(begin, end))
    ends = begin + len(_HEAD.split(text)[0].rstrip())
    closes = any(one.start < ends <= one.end + len(" province") for one in page.places_in(begin, end)) or is_doer
    is_place = has_place and closes and page.places_in(begin, end)[0].start - begin <= len("the leaders of the province of ")
    return (
        begin
        if (is_doer and (has_place or "both" in text or "two" in text or text.startswith(("The ", "the ")))) or is_place
        else None
    )


def _is_parties(page: Page, start: int, end: int) -> bool:
    return any(hit.value != "speaker" and hit.start - start < 40 for hit in page.hits_of("subjects", start, end))


def _is_participle(word: str) -> bool:
    return word in IRREGULAR or (word.endswith("ed") and len(word) > 4)


def _is_deed(page: Page, verb: str, at: int, end: int) -> bool:
    if verb == "met":
        return _TIMES.match(page.text, at, end) is not None
    if not _is_participle(verb) or verb in NO_DEED or (verb in TRENDS and not _object_follows(page, at, end)):
        return False
    if _FEELING.match(page.text, at, end):
        return False
    return verb in WITHOUT_OBJECT or _object_follows(page, at, end)


def _object_follows(page: Page, at: int, end: int) -> bool:
    found = _OBJECT.match(page.text, at, end)
    return found is not None and found.group("word").lower() not in _NO_OBJECT and found.end() < end


def _own(page: Page, start: int, end: int, verb: int) -> int:
    """The verb with the adverbs that belong to its clause: "actively exchanged", but not "also"."""
    at = verb
    words = list(re.finditer(r"\S+", page.text[start:verb]))
    for word in reversed(words):
        if not re.fullmatch(r"[a-z]{3,}ly|well|always", word.group()) or word.group() in ("recently", "already"):
            break
        at = start + word.start()
    return at


def _stop(page: Page, start: int, end: int) -> int:
    """Where a clause ends: before what came of it, a tail, or another statement."""
    found = _ENDS.search(page.text, start, end)
    stop = found.start() if found else end
    tail = next((hit.start for hit in page.hits_of("tails", start, stop)), stop)
    return trimmed(page.text, start, min(stop, tail))


def _speaker(page: Page, start: int, end: int) -> Speaker:
    if any(hit.value == "both" for hit in page.hits_of("subjects", start, end)):
        return _JOINT
    codes = {code_of(one) for one in page.places_in(start, end) if one.place.level not in (BODY, "country")}
    return Speaker(None, codes.pop(), False) if len(codes) == 1 else _JOINT
