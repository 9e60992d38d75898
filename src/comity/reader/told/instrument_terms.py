"""How long a paper holds and who signed it, from the sentence that names it.

- A term is a number of years or months behind a word of holding, or the years of its period; a day may begin or end it.
- Who signed is named behind "signed by", or stands before the word of signing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from comity.reader.reading import Detail, Instrument
from comity.reader.text.numbers import count_before
from comity.reader.text.page import Sentence
from comity.reader.told.asides import Asides
from comity.reader.words.gazetteer import COUNTRY
from comity.reader.words.lexicon import Hit

_YEARS = re.compile(r"\s*(?:năm\s*)?(\d{4})\s*(?:[-–—~至到]|to|đến)\s*(\d{4})")
_YEARS_BEFORE = re.compile(r"(\d{4})\s*年?\s*[-–—~至到]{1,2}\s*(\d{4})\s*年?\s*$")
_NEAR = 24
_MOST_YEARS = 99


def with_terms(asides: Asides, instruments: tuple[Instrument, ...]) -> tuple[Instrument, ...]:
    """The instruments with their terms and signatories."""
    out = []
    for instrument in instruments:
        at = _place(asides, instrument)
        details = [*_terms(asides, at, instrument), *_signed(asides, at, instrument)] if at is not None else []
        signed = tuple(one.value for one in details if one.name == "signed_by")
        out.append(replace(instrument, details=tuple(details), signatories=instrument.signatories or signed))
    return tuple(out)


_Place = tuple[Sentence, Sentence]


def _place(asides: Asides, instrument: Instrument) -> _Place | None:
    """The sentence that names a paper and the one after it."""
    sentences = asides.page.sentences
    starts = [asides.page.quote(one.start, one.end).start for one in sentences]
    number = bisect_right(starts, instrument.evidence[0].start) - 1
    return (sentences[number], sentences[min(number + 1, len(sentences) - 1)]) if number >= 0 else None


def _own(asides: Asides, sentence: Sentence, instrument: Instrument) -> tuple[int, int]:
    """The span of the paper in the text."""
    start = asides.page.text.find(instrument.evidence[0].quote, sentence.start)
    return (start, start + len(instrument.evidence[0].quote)) if start >= 0 else (sentence.start, sentence.end)


def _terms(asides: Asides, at: _Place, instrument: Instrument) -> list[Detail]:
    own = _own(asides, at[0], instrument)
    for sentence in dict.fromkeys((one.start, one.end) for one in at):
        found = [
            one
            for hit in asides.words.of("validity", *sentence)
            if (one := _term(asides, hit, sentence)) is not None and not _is_of_other(hit, own)
        ]
        kept: dict[str, Detail] = {}
        for one in found:
            kept.setdefault(one.name, one)
        if kept:
            return list(kept.values())
    return []


def _is_of_other(hit: Hit, own: tuple[int, int]) -> bool:
    """Whether the years of a period stand too far from the paper to be its own."""
    return hit.value == "period" and not own[0] - _NEAR <= hit.start <= own[1] + _NEAR


def _term(asides: Asides, hit: Hit, sentence: tuple[int, int]) -> Detail | None:
    text, limit = asides.page.text, sentence[1]
    if hit.value == "renew":
        return asides.detail("renews", (hit.start, hit.end), hit.line.rule, 0.75, value="yes")
    if hit.value == "since behind":
        days = asides.day_in(max(sentence[0], hit.start - _NEAR), hit.start)
        return asides.detail("valid_since", (days[-1][0], hit.end), hit.line.rule, 0.75, value=days[-1][2]) if days else None
    if hit.value in ("holds until", "since"):
        day = next((one for one in asides.day_in(hit.end, min(limit, hit.end + _NEAR)) if one[0] - hit.end <= 8), None)
        name = "valid_until" if hit.value == "holds until" else "valid_since"
        return asides.detail(name, (hit.start, day[1]), hit.line.rule, 0.75, value=day[2]) if day else None
    if hit.value == "holds":
        for unit in asides.words.of("validity", hit.end, min(limit, hit.end + _NEAR)):
            count = count_before(asides.page, asides.words, unit.start) if unit.value.startswith("unit ") else None
            if count is not None and count[0] >= hit.end - 1 and count[1] <= _MOST_YEARS:
                value = f"{count[1]} {unit.value.partition(' ')[2]}"
                return asides.detail("term", (hit.start, unit.end), hit.line.rule, 0.8, value=value)
    if hit.value == "period":
        found = _YEARS.match(text, hit.end, limit) or _YEARS_BEFORE.search(text, max(sentence[0], hit.start - 14), hit.start)
        if found is not None:
            return asides.detail("period", found.span(), hit.line.rule, 0.75, value=f"{found.group(1)}/{found.group(2)}")
    return None


def _signed(asides: Asides, at: _Place, instrument: Instrument) -> list[Detail]:
    sentence = at[0]
    hits = asides.words.of("validity", sentence.start, sentence.end)
    by = next((hit for hit in hits if hit.value == "by"), None)
    if by is not None and asides.page.lang != "zh":
        rest = asides.rest(by.end, sentence.end)
        return _each(asides, rest, by) if rest else []
    signing = next((hit for hit in hits if hit.value == "signs"), None)
    if signing is None or instrument.signatories:
        return []
    opening = by.end if by is not None and by.end < signing.start else sentence.start
    return _each(asides, (opening, signing.start), signing)


def _each(asides: Asides, span: tuple[int, int], hit: Hit) -> list[Detail]:
    """Those named in a stretch: people where there are any, else places."""
    people = [(one.start, one.end, id_) for one, id_ in asides.people_in(*span)]
    named = asides.page.places_in(*span)
    local = [one for one in named if one.place.level != COUNTRY]
    places = [(one.start, one.end, one.place.code) for one in local or named]
    kept: dict[str, tuple[int, int, str]] = {}
    for one in people or places:
        kept.setdefault(one[2], one)
    return [asides.detail("signed_by", one[:2], hit.line.rule, 0.65, code=one[2]) for one in kept.values()]
