"""Names no family name tells: what stands where an office calls for somebody.

- A run of capitals right behind an office and the place or body it is of: "Deputy Governor of Kandal province Dim Bora".
- Between commas behind an office that has commas of its own: "Secretary, Waters and Ferries, M Sangkhom".
- Behind the comma of an office told before it: "secretario del Comité de A, Chen Gang, destacó".
- Before " - " or a comma and an office, in a list: "Sụ Căn Bun Nhông - Phó Bí thư".
- In Chinese, letters behind an office: 司长Tousong Patchay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.reader.names.between_commas import between_commas
from comity.reader.names.letter_runs import RUN, words_of_run
from comity.reader.names.likely_names import (
    CAPITAL,
    MET,
    Posted,
    before_addresses,
    behind_addresses,
    may_be,
    may_be_name,
    named_in,
)
from comity.reader.names.likely_names import RUN as PLAIN_RUN
from comity.reader.names.named import begins_with_place
from comity.reader.names.offices import office_from, with_modifiers
from comity.reader.text.page import Page
from comity.reader.words.lexicon import Hit

_RUN_VI = re.compile(
    rf"(?<![\w'’-])[{CAPITAL}][^\W\d_]*(?:-[^\W\d_]+){{0,5}}(?: [{CAPITAL}][^\W\d_]*(?:-[^\W\d_]+){{0,5}}){{1,7}}"
)
_APPOSED = re.compile(rf", (?P<name>[{CAPITAL}][^\W\d_]+(?: [{CAPITAL}][^\W\d_]+){{1,3}})(?=,| och |\.)")
_THEN = re.compile(
    r"[,.;)\n]|$|\s,|\s(?:said|says|told|and|who|also|has|had|was|is|will|on|in|at|during|noted|stated|added|for (?:his|her)"
    r"|spoke|expressed|emphasi[sz]ed|stressed|affirmed|suggested|proposed|thanked|urged|hoped|called|pledged|announced|agreed)\b"
)
_THEN_OFFICE = re.compile(r"(?:\s?[-–]|,)\s(?:the |el |la |le )?")
_OPENS = re.compile(
    r"(?:[:;,.(“\"]|\b(?:were|was|are|is|by|and|with|while|included?|including|y|e|et|och|av|par|por|met|welcomed|between))\s$"
)
# Behind these a run of capitals with an office behind it is a place or a building.
_STANDS_AT = re.compile(r"\b(?:in|at|near|the|via|of|from|to|for|around|between)\s$|[\w'’]-$")
_OF_BODY = re.compile(
    r"(?:province|city|district|prefecture|region|state|county|town|committee|department|government|council|office|agency|bureau"
    r"|ministry|police|customs|party|group|affairs|force|command|tỉnh|thành phố|huyện|UBND|ủy|provincia|province|département"
    r"|provinsen|provins|län)['’]?s?\)?\s$",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[A-Z][a-zA-Z'’.-]{1,30}(?: [A-Z][a-zA-Z'’.-]{1,30}){1,3}")
_OFFICE_NEAR, _OFFICE_FAR, _OFFICE_WITHIN = 140, 220, 80
_MOST_WORDS, _LONGEST_RUN = (4, 6), 8  # the second where the small words of names are known


def posted(page: Page, start: int, end: int) -> Iterator[Posted]:
    """The names in `text[start:end]` that an office bears out; some may be found twice."""
    if page.lang == "zh":
        yield from _letters_in_han(page, start, end)
        return
    parted = [] if page.lang == "vi" else between_commas(page, start, end)
    taken = {one.start for one in parted}
    yield from parted
    pattern = {"vi": _RUN_VI, "en": RUN}.get(page.lang, PLAIN_RUN)
    runs = [(run.start(), at, after) for run in pattern.finditer(page.text, start, end) for at, after in named_in(page, run)]
    yield from (one for one in _behind_office(page, start, runs) if one.start not in taken)
    yield from (one for one in _before_office(page, start, runs) if one.start not in taken)
    if page.lang in ("es", "fr", "sv"):
        yield from _behind_comma(page, start, end)
    if page.lang in ("en", "vi"):
        yield from (one for one in _between_office_and_break(page, start, runs) if one.start not in taken)


def _letters_in_han(page: Page, start: int, end: int) -> Iterator[Posted]:
    for hit in page.hits_of("titles", start, end):
        if found := _LETTERS.match(page.text, hit.end, end):
            yield Posted(found.start(), found.end(), ())


def _behind_office(page: Page, start: int, runs: list[tuple[int, int, int]]) -> Iterator[Posted]:
    for opens, at, end in runs:
        words = words_of_run(page.text[at:end])
        if not 2 <= len(words) <= _MOST_WORDS[page.lang in ("en", "vi")] or not may_be_name(page, at, end, words):
            continue
        if begins_with_place(page, words):
            continue
        before = page.text[max(start, at - 24) : at]
        # In Vietnamese what follows "tỉnh" or "ủy" is the place, known or not, and only then the name.
        is_direct = at > opens or (page.lang != "vi" and _OF_BODY.search(before) is not None)
        offices = [hit for hit in page.hits_of("titles", max(start, at - _OFFICE_NEAR), at) if hit.value == "post"]
        is_direct = is_direct or any(hit.end == at - 1 for hit in offices)
        if is_direct and offices and not re.search(r"[,.;:\n]|\b(?:and|with|và|với)\s*$", page.text[offices[-1].end : at]):
            yield Posted(at, end, ())


def _before_office(page: Page, start: int, runs: list[tuple[int, int, int]]) -> Iterator[Posted]:
    """Names of other peoples, each with its office behind it: "…: Sụ Căn Bun Nhông - Phó Bí thư", "Somchai An, Mayor of A"."""
    for _opens, at, end in runs:
        words = words_of_run(page.text[at:end])
        after = _THEN_OFFICE.match(page.text, end)
        least, most = (3, _LONGEST_RUN) if page.lang == "vi" else (2, _MOST_WORDS[page.lang == "en"])
        if (
            not least <= len(" ".join(words).replace("-", " ").split()) <= most
            or after is None
            or not _is_opened(page, at, start)
        ):
            continue
        office = office_from(page, after.end(), min(len(page.text), after.end() + _OFFICE_WITHIN))
        if office is not None and may_be_name(page, at, end, words):
            yield Posted(at, end, ())


def _is_opened(page: Page, at: int, start: int) -> bool:
    """Whether a name may begin at a place: after a break, a form of address, or words such as "led by"."""
    before = page.text[max(start, at - 16) : at]
    if any(hit.end == at - 1 for hit in page.hits_of("honorifics", max(0, at - 16), at)):
        return True
    if page.lang == "vi":
        return before.rstrip().endswith((":", ";", ","))
    if page.lang == "en":
        return at == start or _STANDS_AT.search(before) is None or MET.search(page.text, max(start, at - 24), at) is not None
    return at == start or _OPENS.search(before) is not None


def _between_office_and_break(page: Page, start: int, runs: list[tuple[int, int, int]]) -> Iterator[Posted]:
    """ "… led by the Minister of Trade, Ali bin Omar, agreed": an office told first, of nobody named before it."""
    for opens, at, end in runs:
        words = words_of_run(page.text[at:end])
        comma = before_addresses(page, at)
        _, ranks = behind_addresses(page, comma, at)
        is_apart = comma <= opens and page.text[max(start, comma - 2) : comma] == ", " and _then(page, end)
        if not is_apart or not 2 <= len(words) <= _MOST_WORDS[1] or not may_be_name(page, at, end, words):
            continue
        floor = max(start, comma - _OFFICE_FAR)
        heads = [hit for hit in page.hits_in(floor, comma) if hit.role == "titles" and hit.value == "post"]
        if not heads or re.search(r"[,.;:\n]", page.text[heads[-1].start : comma - 2]):
            continue
        after = _THEN_OFFICE.match(page.text, end)
        if after is not None and office_from(page, after.end(), min(len(page.text), end + _OFFICE_WITHIN)) is not None:
            continue
        begin = with_modifiers(page, _first_of(page, heads), floor)
        if any(one[2] == comma - 2 and one[1] > begin and may_be(page, *one[1:]) for one in runs):
            continue
        if not _is_anothers(page, begin, floor):
            yield Posted(at, end, ((begin, comma - 2), *ranks))


def _then(page: Page, at: int) -> bool:
    """Whether what stands behind a name ends it: a mark, a verb of saying or doing."""
    if page.lang == "vi":
        return page.text[at : at + 1] in ",.;)\n" or any(hit.role in ("acts", "statements") for hit in page.hits_at(at + 1))
    return _THEN.match(page.text, at) is not None


def _first_of(page: Page, heads: list[Hit]) -> int:
    """Where an office begins of whose words of office the last is the last of `heads`: "head of the office of the secretary"."""
    begin = heads[-1].start
    for hit in reversed(heads[:-1]):
        between = page.text[min(hit.end, begin) : begin]
        begin = hit.start if hit.end > begin or re.fullmatch(r"\s(?:of|for|to)\s(?:the\s)?|\s", between) else begin
    return begin


def _is_anothers(page: Page, begin: int, floor: int) -> bool:
    """Whether a name and a comma stand before an office that begins there, or a name stands between its words."""
    before = page.text[floor:begin]
    return re.search(rf"[{CAPITAL}][^\W\d_]+ [{CAPITAL}][^\W\d_]+,\s*(?:(?:the|also|who is|its)\s){{0,2}}$", before) is not None


def _behind_comma(page: Page, start: int, end: int) -> Iterator[Posted]:
    """ "…, secretario del Comité de A, Chen Gang, destacó": an office told first, with nobody else's name before it."""
    for found in _APPOSED.finditer(page.text, start, end):
        at, after = found.span("name")
        heads = [hit for hit in page.hits_of("titles", max(start, at - _OFFICE_NEAR), at) if hit.value == "post"]
        words = found.group("name").split()
        if not heads or not may_be_name(page, at, after, words):
            continue
        begin = heads[-1].start
        for hit in reversed(heads[:-1]):
            begin = hit.start if not re.search(r"[,;:.\n]", page.text[hit.start : begin]) else begin
        between = page.text[begin : at - 2]
        before = page.text[max(start, begin - 30) : begin]
        is_anothers = re.search(rf"[{CAPITAL}][^\W\d_]+ [{CAPITAL}][^\W\d_]+,\s*(?:\w+\s)?$", before) is not None
        if not re.search(r"[,;:.\n]", between) and not is_anothers:
            yield Posted(at, after, ((begin, at - 2),))
