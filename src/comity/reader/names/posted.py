"""Names no family name tells: what stands where an office calls for somebody.

- A run of capitals right behind an office and the place or body it is of: "Deputy Governor of Kandal province Dim Bora".
- Between commas behind an office that has commas of its own: "Secretary, Home and Political, M Hazarika".
- Behind the comma of an office told before it: "secretario del Comité de A, Chen Gang, destacó".
- Before " - " or a comma and an office, in a list: "Sụ Căn Bun Nhông - Phó Bí thư".
- In Chinese, letters behind an office: 司长Tousong Patchay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from comity.reader.names.accented_names import is_of_unit
from comity.reader.names.body_words import is_body_word
from comity.reader.names.letter_runs import RUN, without_letters, words_of_run
from comity.reader.names.named import begins_with_place
from comity.reader.names.offices import is_no_name, office_from, with_modifiers
from comity.reader.text.page import Page
from comity.reader.words.lexicon import Hit

# Vietnamese capitals stand between their small letters.
_CAP = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA, 2))
_WORD = rf"(?:[{_CAP}][^\W\d_]*(?:['’](?!s\b)[{_CAP}]?[a-z]+)?(?:-[{_CAP}][^\W\d_]+)*|[{_CAP}]\.)"
_RUN_VI = re.compile(rf"(?<![\w'’-])[{_CAP}][^\W\d_]*(?:-[^\W\d_]+){{0,5}}(?: [{_CAP}][^\W\d_]*(?:-[^\W\d_]+){{0,5}}){{1,7}}")
_RUN = re.compile(rf"(?<![\w'’-]){_WORD}(?: {_WORD}){{1,7}}")
_AND = re.compile(r"\sand\s")
_PART = re.compile(r"[^,;\n]+")
_NAME = re.compile(
    rf"\s*(?:and |y |et |och )?(?P<name>(?:(?:[{_CAP}]{{1,3}} |[{_CAP}]\. ?){{1,3}})?[{_CAP}][a-zà-ÿ'’-]+(?:"
    rf" [{_CAP}][a-zà-ÿ'’-]+){{0,2}})\s*"
)
_APPOSED = re.compile(rf", (?P<name>[{_CAP}][^\W\d_]+(?: [{_CAP}][^\W\d_]+){{1,3}})(?=,| och |\.)")
# "DGP (Border) RM Singh": an office, its field in brackets, a name.
_BRACKETED = re.compile(
    rf"\([A-Z][\w &]*\) (?P<name>(?:(?:[{_CAP}]{{1,3}} |[{_CAP}]\. ?){{1,3}})?[{_CAP}][a-zà-ÿ'’-]+(?:"
    rf" [{_CAP}][a-zà-ÿ'’-]+){{0,2}})\s*$"
)
# A list that names people before their offices is no list of offices with people behind them.
_NAME_FIRST = re.compile(rf"[{_CAP}][^\W\d_]{{1,30}} [{_CAP}][^\W\d_]{{1,30}},$")
_THEN = re.compile(r"[,.;)\n]|$|\s(?:said|says|told|and|who|also|has|had|was|is|will|on|in|at|during|noted|stated|added)\b")
_ENDS_LIST = re.compile(r"\s+(?:represented|attended|were present|took part|participated|accompanied|joined|led|signed|also)\b")
# What a Vietnamese body or office begins with.
_BODY_VI = frozenset(
    re.findall(
        r"\S+",
        r"Bộ Tỉnh Ban Vụ Cục Sở Đảng Châu Khu Huyện Thành Ủy Uỷ Trung Chính Nhân Hội Đoàn Quân Công Chỉ Biên Ngoại Phó Chủ"
        r" Bí Thường Đồn Đội Trạm Tổng Mặt Liên Cơ Văn Phòng Viện Trường Ngân Tòa Quốc Nhà Đại Hải Cảnh Bản Hiệp Nghị Ngày"
        r" Tại Trong Theo Về Với Các Ty Trưởng Giám Đặc Đông Tây Nam Bắc Việt",
    )
)  # fmt: skip
_THEN_OFFICE = re.compile(r"(?:\s?[-–]|,)\s(?:the |el |la |le )?")
_OPENS = re.compile(
    r"(?:[:;,.(“\"]|\b(?:were|was|are|is|by|and|with|while|included?|including|y|e|et|och|av|par|por|met|welcomed|between))\s$"
)
# Behind these a run of capitals with an office behind it is a place or a building.
_STANDS_AT = re.compile(r"\b(?:in|at|near|the|via|of|from|to|for|around|between)\s$|[\w'’]-$")
_MET = re.compile(
    r"\b(?:meeting|visit|talks|presence|participation|chairmanship|leadership|invitation|behalf|visits|according|thanks|thanked)\s(?:of|to|from)\s$",
    re.I,
)
_OF_BODY = re.compile(
    r"(?:province|city|district|prefecture|region|state|county|town|committee|department|government|council|office|agency|bureau"
    r"|ministry|police|customs|party|group|affairs|force|command|tỉnh|thành phố|huyện|UBND|ủy|provincia|province|département"
    r"|provinsen|provins|län)['’]?s?\)?\s$",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[A-Z][a-zA-Z'’.-]{1,30}(?: [A-Z][a-zA-Z'’.-]{1,30}){1,3}")
_ACRONYM = re.compile(r"[A-Z]{3,6}")
_OFFICE_NEAR, _OFFICE_WITHIN = 140, 80
_MOST_WORDS, _LONGEST_RUN = (4, 6), 8  # the second where the small words of names are known
_SMALL = frozenset({"of", "the", "for", "in", "at", "from", "to", "de", "du", "del", "de la", "của", "av", "för"})


class Posted(NamedTuple):
    """A name at `text[start:end]` and the spans of its offices where the words beside it do not tell them."""

    start: int
    end: int
    titles: tuple[tuple[int, int], ...]


def posted(page: Page, start: int, end: int) -> Iterator[Posted]:
    """The names in `text[start:end]` that an office bears out; some may be found twice."""
    if page.lang == "zh":
        yield from _letters_in_han(page, start, end)
        return
    parted = [] if page.lang == "vi" else _all_between_commas(page, start, end)
    taken = {one.start for one in parted}
    yield from parted
    pattern = {"vi": _RUN_VI, "en": RUN}.get(page.lang, _RUN)
    runs = [(run.start(), at, after) for run in pattern.finditer(page.text, start, end) for at, after in _named_in(page, run)]
    yield from (one for one in _behind_office(page, start, runs) if one.start not in taken)
    yield from (one for one in _before_office(page, start, runs) if one.start not in taken)
    if page.lang in ("es", "fr", "sv"):
        yield from _behind_comma(page, start, end)
    if page.lang == "en":
        yield from (one for one in _between_office_and_break(page, start, runs) if one.start not in taken)


def _all_between_commas(page: Page, start: int, end: int) -> list[Posted]:
    within = [one for one in page.sentences if start <= one.start < end]
    return [found for one in within for found in _between_commas(page, one.start, one.end)]


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


def _named_in(page: Page, run: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Where a run may hold a name: behind the last word of a body, a place or an office in it, without the letters at its end."""
    at, last = run.start(), run.start()
    for word in re.finditer(r"\S+", run.group()):
        begin, after = run.start() + word.start(), run.start() + word.end()
        is_place = any(one.start <= begin < one.end for one in page.places_in(max(0, begin - 40), after))
        offices = [hit.end for hit in page.hits_at(begin) if hit.role in ("titles", "honorifics")]
        if is_body_word(word.group()) or is_place or _ACRONYM.fullmatch(word.group()):
            last = after + 1
        last = max([last, *(one + 1 for one in offices)])
        at = max(at, last)
    if at < run.end():
        yield at, without_letters(page.text, at, run.end())


def may_be_name(page: Page, start: int, end: int, words: list[str]) -> bool:
    """Whether capitals may be a name: no body, place, paper or day, and nothing that a small word says is one."""
    if page.lang == "vi" and (words[0] in _BODY_VI or is_of_unit(page, start)):
        return False
    longest = 20 if page.lang == "en" else 14
    if any(is_body_word(word) or is_no_name(word) or len(word.strip(".")) > longest for word in words):
        return False
    before = page.text[max(0, start - 24) : start].split()
    if page.text[start:end].isupper() or (
        before and before[-1].lower() in _SMALL and not _MET.search(page.text, max(0, start - 24), start)
    ):
        return False
    is_other = page.has(start, end, "mechanisms", "gates", "instruments", "titles", "furniture")
    return not is_other and not page.places_in(start, end)


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
        return at == start or _STANDS_AT.search(before) is None or _MET.search(page.text, max(start, at - 24), at) is not None
    return at == start or _OPENS.search(before) is not None


def _between_commas(page: Page, start: int, end: int) -> Iterator[Posted]:
    """Names that are whole parts between commas, behind parts of which the first begins with an office."""
    office: tuple[int, int] | None = None
    told = False
    ending = _ENDS_LIST.search(page.text, start, end)
    for part in _parts(page, start, ending.start() if ending else end):
        begin = part.start() + len(part.group()) - len(part.group().lstrip())
        begin = begin + 4 if page.text.startswith("and ", begin) else begin
        heads = [hit for hit in page.hits_of("titles", begin, part.end()) if hit.value == "post"]
        is_first, told = not told, told or bool(heads)
        if is_first and heads and _NAME_FIRST.search(page.text, max(start, part.start() - 60), part.start()):
            return
        if not heads:
            name = _name_part(page, part) if office is not None else None
            if name is not None and office is not None:
                yield Posted(*name, (office,))
            office = None if name is not None else _with_field(office, part)
            continue
        tail = _BRACKETED.search(page.text, heads[-1].start, part.end())
        office = None
        if tail is not None and not _has_body(tail.group("name")):
            yield Posted(*tail.span("name"), ((heads[0].start, tail.start("name") - 1),))
        elif _is_office_part(page, begin, heads[0].start, part.end()):
            office = (heads[0].start, part.end())


def _name_part(page: Page, part: re.Match[str]) -> tuple[int, int] | None:
    """The name that a part between commas is, if it is nothing else."""
    name = _NAME.fullmatch(page.text, part.start(), part.end())
    if name is None or " " not in name.group("name"):
        return None
    at, after = name.span("name")
    return (at, after) if may_be_name(page, at, after, name.group("name").split()) else None


def _with_field(office: tuple[int, int] | None, part: re.Match[str]) -> tuple[int, int] | None:
    """An office with the field or place that a part adds to it; None where the part is something else."""
    words = part.group().split()
    is_field = len(words) == 1 or all(is_body_word(word) or word in ("and", "of", "the") for word in words)
    return (office[0], part.start() + len(part.group().rstrip())) if office is not None and is_field else None


def _parts(page: Page, start: int, end: int) -> Iterator[re.Match[str]]:
    """What commas part, and an "and" before an office."""
    for part in _PART.finditer(page.text, start, end):
        at = part.start()
        for found in _AND.finditer(page.text, part.start(), part.end()):
            if found.start() > at and any(hit.role == "titles" for hit in page.hits_at(found.end())):
                yield from _PART.finditer(page.text, at, found.start())
                at = found.end()
        yield from _PART.finditer(page.text, at, part.end())


def _has_body(name: str) -> bool:
    return " " not in name or any(is_body_word(word) for word in name.split())


def _between_office_and_break(page: Page, start: int, runs: list[tuple[int, int, int]]) -> Iterator[Posted]:
    """ "… led by the Minister of Trade, Ali bin Omar, agreed": an office told first, of nobody named before it."""
    for opens, at, end in runs:
        words = words_of_run(page.text[at:end])
        is_apart = at == opens and page.text[max(start, at - 2) : at] == ", " and _THEN.match(page.text, end) is not None
        if not is_apart or not 2 <= len(words) <= _MOST_WORDS[1] or not may_be_name(page, at, end, words):
            continue
        floor = max(start, at - _OFFICE_NEAR)
        heads = [hit for hit in page.hits_of("titles", floor, at) if hit.value == "post"]
        if not heads or re.search(r"[,.;:\n]", page.text[heads[-1].start : at - 2]):
            continue
        after = _THEN_OFFICE.match(page.text, end)
        if after is not None and office_from(page, after.end(), min(len(page.text), end + _OFFICE_WITHIN)) is not None:
            continue
        begin = with_modifiers(page, _first_of(page, heads), floor)
        if any(one[2] == at - 2 and one[1] > begin and _may_be(page, *one[1:]) for one in runs):
            continue
        if not _is_anothers(page, begin, floor):
            yield Posted(at, end, ((begin, at - 2),))


def _may_be(page: Page, start: int, end: int) -> bool:
    words = words_of_run(page.text[start:end])
    return len(words) > 1 and may_be_name(page, start, end, words)


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
    return re.search(rf"[{_CAP}][^\W\d_]+ [{_CAP}][^\W\d_]+,\s*(?:(?:the|also|who is|its)\s){{0,2}}$", before) is not None


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
        is_anothers = re.search(rf"[{_CAP}][^\W\d_]+ [{_CAP}][^\W\d_]+,\s*(?:\w+\s)?$", before) is not None
        if not re.search(r"[,;:.\n]", between) and not is_anothers:
            yield Posted(at, after, ((begin, at - 2),))


def _is_office_part(page: Page, begin: int, head: int, end: int) -> bool:
    """Whether a part is an office alone, with no name behind or before it in the part: nobody else bears it."""
    before = page.text[begin:head]
    is_open = not before.strip() or not re.search(rf"[{_CAP}][a-zà-ÿ]+ [{_CAP}]", before)
    named = [one for one in _RUN.finditer(page.text, head, end) if not any(is_body_word(word) for word in one.group().split())]
    named = [
        one for one in named if not page.places_in(one.start(), one.end()) and not page.has(one.start(), one.end(), "titles")
    ]
    return is_open and not any(one.end() >= end - 1 for one in named)
