"""What else is said of a border gate: its markers, what changes in the register's words, its class, and how each side stands.

- A marker counts for the gate of its sentence that stands closest to it.
- A class or a change counts for one side where that side is named in the same stretch between marks, and no other side is.
- A class right beside the gate's name is the class of both.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise

from comity.reader.reading import Detail, Gate
from comity.reader.text.page import Sentence
from comity.reader.told.asides import Asides
from comity.reader.words.lexicon import Hit

_MARKERS = r"\d{1,4}(?:/\d{1,2})?(?:\s*(?:[-–—~至]|to|and|và|đến|,)\s*\d{2,4}(?:/\d{1,2})?)*"
_NUMBER = re.compile(rf"\s*(?:số\s*|No\.?\s*|no\.?\s*|第)?({_MARKERS})")
_NUMBER_BEFORE = re.compile(rf"(?<!\d)({_MARKERS})\s*$")
_STRETCH = re.compile(r"[,;，；。]|\b(?:while|còn|trong khi|whereas)\b|而")
_BESIDE, _BESIDE_HAN = 34, 14


def with_sides(asides: Asides, gates: tuple[Gate, ...]) -> tuple[Gate, ...]:
    """The gates with their details."""
    if not gates:
        return gates
    sentences = asides.page.sentences
    starts = [asides.page.quote(one.start, one.end).start for one in sentences]
    out = []
    for gate in gates:
        number = bisect_right(starts, gate.evidence[0].start) - 1
        out.append(gate if number < 0 else replace(gate, details=_details(asides, sentences[number], gate, gates)))
    return tuple(out)


def _details(asides: Asides, sentence: Sentence, gate: Gate, gates: tuple[Gate, ...]) -> tuple[Detail, ...]:
    shift = asides.page.text.find(gate.evidence[0].quote, sentence.start, sentence.end)
    if shift < 0:
        return ()
    span = (shift, shift + len(gate.evidence[0].quote))
    hits = asides.words.of("gatesides", sentence.start, sentence.end)
    sides = _sides(asides, sentence, hits)
    more = [_markers(asides, sentence, hits, span), _class(asides, hits, span), _change(asides, hits, span)]
    return (*(one for one in more if one is not None), *sides)


def _markers(asides: Asides, sentence: Sentence, hits: list[Hit], span: tuple[int, int]) -> Detail | None:
    text = asides.page.text
    found: list[tuple[int, int, int, str, Hit]] = []
    for hit in hits:
        if hit.value == "marker":
            number = _NUMBER.match(text, hit.end, sentence.end)
        elif hit.value == "marker before":
            number = _NUMBER_BEFORE.search(text, max(sentence.start, hit.start - 24), hit.start)
        else:
            continue
        if number is not None:
            away = max(0, hit.start - span[1], span[0] - hit.end)
            found.append((away, min(hit.start, number.start(1)), max(hit.end, number.end(1)), number.group(1), hit))
    if not found:
        return None
    _away, first, after, written, hit = min(found, key=lambda one: one[:3])
    return asides.detail("markers", (first, after), hit.line.rule, 0.8, value=re.sub(r"\s*[-–—~至]\s*", "-", written))


def _class(asides: Asides, hits: list[Hit], span: tuple[int, int]) -> Detail | None:
    """The class named inside the gate's words or right beside them."""
    near = _BESIDE_HAN if asides.page.lang == "zh" else _BESIDE
    for hit in hits:
        is_beside = span[0] - near <= hit.start < span[0] or span[0] <= hit.start < span[1] or 0 <= hit.start - span[1] <= 12
        between = asides.page.text[min(hit.end, span[0]) : max(hit.start, span[0])]
        if hit.value.startswith("class ") and is_beside and _STRETCH.search(between) is None:
            return asides.detail("class", (hit.start, hit.end), hit.line.rule, 0.65, value=hit.value.partition(" ")[2])
    return None


def _change(asides: Asides, hits: list[Hit], span: tuple[int, int]) -> Detail | None:
    """What changes: the word that stands closest to the gate in its stretch."""
    changes = [hit for hit in hits if hit.value.startswith("change ")]
    near = [hit for hit in changes if _STRETCH.search(asides.page.text, min(hit.end, span[1]), max(hit.start, span[0])) is None]
    if not near:
        return None
    hit = min(near, key=lambda one: (_WEAK.get(one.value, 0), max(0, one.start - span[1], span[0] - one.end)))
    return asides.detail("change_kind", (hit.start, hit.end), hit.line.rule, 0.7, value=hit.value.partition(" ")[2])


# Where it is also said what changes, that it is only agreed, asked or planned counts less.
_WEAK = {"change agreed": 2, "change asked": 2, "change planned": 1, "change approved": 1}


def _sides(asides: Asides, sentence: Sentence, hits: list[Hit]) -> list[Detail]:
    """How each side stands, from the stretches that name one side alone."""
    text, out = asides.page.text, list[Detail]()
    edges = [sentence.start, *(one.end() for one in _STRETCH.finditer(text, sentence.start, sentence.end)), sentence.end]
    for start, end in pairwise(edges):
        inside = [hit for hit in hits if start <= hit.start and hit.end <= end]
        named = {hit.value for hit in inside if hit.value.startswith("side ")}
        said = [hit for hit in inside if hit.value.startswith(("class ", "change "))]
        if len(named) != 1 or not said:
            continue
        side = next(hit for hit in inside if hit.value in named)
        best = min(said, key=lambda one: (_WEAK.get(one.value, 0), abs(one.start - side.start)))
        span = (min(side.start, best.start), max(side.end, best.end))
        value = best.value.partition(" ")[2]
        out.append(asides.detail("side", span, best.line.rule, 0.65, value=value, code=side.value.partition(" ")[2]))
    sides = [one.code for one in out]
    return [one for n, one in enumerate(out) if one.code not in sides[:n]] if _is_two_sided(out) else []


def _is_two_sided(found: list[Detail]) -> bool:
    """Whether the sides are told apart: two sides, or one with a word that says "side"."""
    return len({one.code for one in found}) > 1 or any(_SIDE.search(one.evidence[0].quote) for one in found)


_SIDE = re.compile(r"side|phía|bên|方|侧|側|côté|sidan|lado", re.IGNORECASE)
