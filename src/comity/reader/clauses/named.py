"""What a clause names that one can go and look at: gates, routes, papers and programmes with a name of their own.

- A name in title marks or quotes counts by itself; a word like "expressway" counts with a proper name or a number beside it.
- Known pairs of border gates are taken from the gates that were found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.reader.clauses.surroundings import Around
from comity.reader.reading import Detail, Gate
from comity.reader.text.capitals import CAPITAL, SMALL
from comity.reader.words.lexicon import Hit

NAMED = "named"
_MARKED = re.compile(r"《[^》\n]{2,60}》|“[^”\n]{3,80}”|(?<![^\s(])\"(?! )[^\"\n]{3,80}\"|「[^」\n]{2,60}」")
_WORD = rf"{CAPITAL}[\w’']*"
_BEFORE = re.compile(
    rf"(?<![\w-]){_WORD}(?:(?:\s?[-–—/]\s?|\s+(?:and|of|with)\s+|\s+){_WORD}|\s?[-–—/]\s?\d+|\s+\(\w+\))*(?:\s+(?:[a-z-]{{4,14}}\s+){{0,2}})?$"
)
_AFTER = re.compile(
    rf"\s+(?:số\s+|No\.?\s+)?(?:{_WORD}|\d+\w*)(?:(?:\s?[-–—/]\s?|\s+(?:and|of|và|với)\s+|\s+)(?:{_WORD}|[IVX]+\b|\d+\w*))*"
)
_NUMBER_AFTER = re.compile(r"\s+(?:No\.?\s*)?(?:\d+\w*|[IVX]+)\b")
# "tuyến đường sắt khổ tiêu chuẩn A - B"
_ROUTE_AFTER = re.compile(rf"(?:\s+{SMALL}{{1,9}}){{1,4}}\s+{_WORD}(?:\s{_WORD})*(?:\s?[-–—]\s?{_WORD}(?:\s{_WORD})*)+")
_HAN_NAME = re.compile(r"[\u4e00-\u9fff]{1,8}[-—–－至~]{1,2}[\u4e00-\u9fff]{1,8}$|\d{1,4}号?$")
# What parts a name from what stands before it, and what may stick to its first character.
_HAN_CUT = re.compile(r"[，,；、。的是]")
_HAN_LEADS = "在于从至及和与将把对向由经过设"
_OPENERS = frozenset({"The", "A", "An", "In", "To", "At", "And"})
_WINDOW = 90
_Span = tuple[int, int, str]


def named_of(around: Around, gates: dict[str, list[Gate]]) -> tuple[Detail, ...]:
    """Each named thing of a clause once, in order of the text; `gates` are those found, by clause."""
    kept: list[_Span] = []
    for first, after, rule in sorted(_found(around, gates), key=lambda span: (span[0], -span[1])):
        if not kept or first >= kept[-1][1]:
            kept.append((first, after, rule))
    return tuple(around.detail(NAMED, (first, after), rule, 0.8) for first, after, rule in kept)


def _found(around: Around, gates: dict[str, list[Gate]]) -> Iterator[_Span]:
    text, start, end = around.page.text, around.draft.start, around.until
    for found in _MARKED.finditer(text, start, end):
        yield found.start(), found.end(), "grammar/named"
    for gate in gates.get(around.clause.id, []):
        if gate.names:
            at = text.find(gate.evidence[0].quote, start, end)
            if at >= 0:
                yield at, at + len(gate.evidence[0].quote), gate.rule
    for hit in around.hits("things"):
        span = (hit.start, hit.end) if hit.value == "whole" else _with_name(around, hit)
        if span is not None:
            yield *span, hit.line.rule
    for hit in around.hits("instruments"):
        if hit.value.startswith("referenced "):
            yield hit.start, hit.end, hit.line.rule


def _with_name(around: Around, hit: Hit) -> tuple[int, int] | None:
    text, floor = around.page.text, max(around.draft.start, hit.start - _WINDOW)
    if around.page.lang == "zh":
        return _han_name(around, hit, floor)
    before = _BEFORE.search(text, floor, hit.start)
    if before is not None and around.page.lang != "vi" and not _is_opening(around, before):
        return before.start(), hit.end
    if around.page.lang != "vi":
        after = _NUMBER_AFTER.match(text, hit.end, around.until)
    else:
        after = _AFTER.match(text, hit.end, around.until) or _ROUTE_AFTER.match(text, hit.end, around.until)
    return (hit.start, after.end()) if after is not None else None


def _is_opening(around: Around, before: re.Match[str]) -> bool:
    """Whether the capital before a word is only that of the sentence or clause it opens."""
    words = before.group().split()
    at_edge = before.start() in (around.draft.start, around.sentence.start)
    return words[0] in _OPENERS or (at_edge and sum(1 for word in words if word[0].isupper()) < 2)


def _han_name(around: Around, hit: Hit, floor: int) -> tuple[int, int] | None:
    """A name of places joined by a dash, a number, or a place, right before the word."""
    text = around.page.text
    places = [one for one in around.page.places_in(floor, hit.start) if _HAN_CUT.search(text, one.start, hit.start) is None]
    name = _HAN_NAME.search(text, floor, hit.start)
    if name is not None:
        start = name.start() + len(name.group()) - len(name.group().lstrip(_HAN_LEADS))
        whole = [one.start for one in places if one.start <= start]
        near = [one.start for one in places if start <= one.start < start + 8]
        return (min(whole) if whole else near[0] if near else start), hit.end
    joined = [one for one in places if one.end == hit.start]
    return (joined[0].start, hit.end) if joined else None
