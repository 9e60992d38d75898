"""Letters and calls between sides: what it was, from whom to whom, on which day, under which number, about what.

- A letter counts where a word of sending or receiving stands with it; a call counts by itself.
- What somebody proposes to write one day is a clause, not a letter.
"""

from __future__ import annotations

import re

from comity.reader.clauses.acts import AGREED, HOPED, PROPOSED
from comity.reader.reading import Detail, Told
from comity.reader.text.page import Sentence
from comity.reader.told.asides import Asides, numbered
from comity.reader.words.lexicon import Hit

LETTER = "letter"
KINDS = ("letter", "reply", "note", "fax", "telephone_note", "message", "call")
_WEIGHT = {kind: weight for weight, kind in enumerate(("letter", "note", "fax", "telephone_note", "message", "reply", "call"))}
_NUMBER = re.compile(r"\s*\.?\s*(\d[\w./–-]*|[\u4e00-\u9fff]{0,6}[〔\[（(]\d{4}[〕\]）)]\s*\d+号?)")
_HAN_NUMBER = re.compile(r"[\u4e00-\u9fff]{0,4}[〔\[（(]\d{4}[〕\]）)]\s*\d+\s*号")
# "On 6 March": how far behind such a word a day begins.
_TO_DAY = 6
_ACROSS = 70
_BETWEEN = re.compile(r"\b(?:between|giữa|entre|mellan)\s")


def letters_of(asides: Asides) -> tuple[Told, ...]:
    """The letters and calls, in order of the text."""
    made: list[Told] = []
    for sentence in asides.body():
        hits = asides.words.of("letters", sentence.start, sentence.end)
        kind = _kind(hits)
        if kind is None:
            continue
        draft = asides.draft_at(kind.start, kind.end)
        if draft is not None and draft[1].status in (AGREED, PROPOSED, HOPED):
            continue
        acts = [hit for hit in hits if hit.value in ("sent", "received") and abs(hit.start - kind.start) <= _ACROSS]
        if not acts and kind.value != "call" and not _is_verb(kind):
            continue
        letter = _letter(asides, sentence, hits, kind)
        if letter is not None:
            made.append(letter)
    return numbered(made, "L")


def _kind(hits: list[Hit]) -> Hit | None:
    kinds = [hit for hit in hits if hit.value in KINDS]
    return max(kinds, key=lambda hit: (_WEIGHT[hit.value], -hit.start)) if kinds else None


def _is_verb(kind: Hit) -> bool:
    """Whether the word is one of writing by itself: 致函, 复函, gọi điện."""
    return kind.line.words[0] in "致复回发去写寄来" or kind.line.words in ("called", "telephoned", "wrote")


def _letter(asides: Asides, sentence: Sentence, hits: list[Hit], kind: Hit) -> Told | None:
    received = next((hit for hit in hits if hit.value == "received"), None)
    sent = next((hit for hit in hits if hit.value == "sent" and abs(hit.start - kind.start) <= _ACROSS), None)
    anchor = received or (sent if sent and sent.start < kind.start else None) or kind
    first = asides.who_before(sentence.start, anchor.start)
    second = _addressed(asides, sentence, hits, anchor)
    if _BETWEEN.search(asides.page.text, kind.end, min(sentence.end, kind.end + 12)):
        first, second = _pair(asides, kind.end, sentence.end)
    if asides.page.lang == "zh" and first is not None and second is None:
        first, second = _han_pair(asides, sentence, anchor)
    if received is not None:
        first, second = second, first
    if first is None and second is None:
        return None
    more: list[Detail | None] = [_who(asides, "from", first, kind), _who(asides, "to", second, kind)]
    more += [_day(asides, sentence), _number(asides, sentence, hits), _about(asides, sentence, hits, kind)]
    evidence = (asides.page.quote(sentence.start, sentence.end),)
    sure = 0.75 if first and second else 0.6
    return Told("", LETTER, kind.value, evidence, kind.line.rule, sure, None, tuple(one for one in more if one is not None))


_Who = tuple[tuple[int, int], str] | None


def _addressed(asides: Asides, sentence: Sentence, hits: list[Hit], anchor: Hit) -> _Who:
    """Who is named behind the word of sending or the letter."""
    about = next((hit.start for hit in hits if hit.value == "about" and hit.start >= anchor.end + 30), sentence.end)
    return asides.who_after(anchor.end, max(about, min(sentence.end, anchor.end + 40)))


def _pair(asides: Asides, at: int, limit: int) -> tuple[_Who, _Who]:
    first = asides.who_after(at, limit)
    return first, asides.who_after(first[0][1], limit) if first else None


def _han_pair(asides: Asides, sentence: Sentence, anchor: Hit) -> tuple[_Who, _Who]:
    """ "A 向 B 致函": both stand before the word of sending."""
    last = asides.who_before(sentence.start, anchor.start)
    first = asides.who_before(sentence.start, last[0][0]) if last else None
    return (first, last) if first else (last, None)


def _who(asides: Asides, name: str, who: _Who, kind: Hit) -> Detail | None:
    return asides.detail(name, who[0], kind.line.rule, 0.7, code=who[1]) if who else None


def _day(asides: Asides, sentence: Sentence) -> Detail | None:
    named = asides.day_in(sentence.start, sentence.end)
    return asides.detail("date", named[0][:2], "grammar/day", 0.75, value=named[0][2]) if named else None


def _number(asides: Asides, sentence: Sentence, hits: list[Hit]) -> Detail | None:
    han = _HAN_NUMBER.search(asides.page.text, sentence.start, sentence.end)
    if han is not None:
        return asides.detail("number", han.span(), "grammar/number", 0.75)
    for hit in hits:
        found = _NUMBER.match(asides.page.text, hit.end, sentence.end) if hit.value == "number" else None
        if found is not None:
            return asides.detail("number", found.span(1), hit.line.rule, 0.75)
    return None


def _about(asides: Asides, sentence: Sentence, hits: list[Hit], kind: Hit) -> Detail | None:
    for hit in hits:
        rest = asides.rest(hit.end, sentence.end) if hit.value == "about" and hit.start >= kind.end else None
        if rest is not None and not any(day.start - rest[0] < _TO_DAY for day in asides.words.days(*rest)):
            return asides.detail("about", rest, hit.line.rule, 0.65)
    before = [hit for hit in hits if hit.value == "about" and asides.page.lang == "zh" and hit.line.words in ("就", "关于")]
    for hit in before[:1]:
        end = asides.page.text.find("向", hit.end, kind.start)
        rest = asides.rest(hit.end, end if end > 0 else kind.start, is_short=True)
        return asides.detail("about", rest, hit.line.rule, 0.6) if rest else None
    return None
