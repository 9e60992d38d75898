"""What in a run of capitals may be a name, and what stands before it: forms of address, ranks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from comity.reader.names.accented_names import is_of_unit
from comity.reader.names.body_words import is_body_word
from comity.reader.names.letter_runs import without_letters, words_of_run
from comity.reader.names.offices import is_no_name
from comity.reader.text.page import Page

# Vietnamese capitals stand between their small letters.
CAPITAL = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA, 2))
_WORD = rf"(?:[{CAPITAL}][^\W\d_]*(?:['’](?!s\b)[{CAPITAL}]?[a-z]+)?(?:-[{CAPITAL}][^\W\d_]+)*|[{CAPITAL}]\.)"
RUN = re.compile(rf"(?<![\w'’-]){_WORD}(?: {_WORD}){{1,7}}")
# What a Vietnamese body or office begins with.
_BODY_VI = frozenset(
    re.findall(
        r"\S+",
        r"Bộ Tỉnh Ban Vụ Cục Sở Đảng Châu Khu Huyện Thành Ủy Uỷ Trung Chính Nhân Hội Đoàn Quân Công Chỉ Biên Ngoại Phó Chủ"
        r" Bí Thường Đồn Đội Trạm Tổng Mặt Liên Cơ Văn Phòng Viện Trường Ngân Tòa Quốc Nhà Đại Hải Cảnh Bản Hiệp Nghị Ngày"
        r" Tại Trong Theo Về Với Các Ty Trưởng Giám Đặc Đông Tây Nam Bắc Việt",
    )
)  # fmt: skip
MET = re.compile(
    r"\b(?:meeting|visit|talks|presence|participation|attendance|arrival|reception|chairmanship|leadership|invitation|behalf|visits|according|thanks|thanked)\s(?:of|to|from)\s$",
    re.I,
)
_ACRONYM = re.compile(r"[A-Z]{3,6}")
_ADDRESS = 40
# Names in capitals throughout: "Minister JEAN MWALE"; shorter words are those of bodies.
_SHORTEST_CAPITALS = 4
_SHOUTED = re.compile(r"(?<![^ ])[A-Z]{4,20}(?: [A-Z]{4,20}){1,3}$")
_SMALL = frozenset({"of", "the", "for", "in", "at", "from", "to", "de", "du", "del", "de la", "của", "av", "för"})


class Posted(NamedTuple):
    """A name at `text[start:end]` and the spans of its offices where the words beside it do not tell them."""

    start: int
    end: int
    titles: tuple[tuple[int, int], ...]


def named_in(page: Page, run: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Where a run may hold a name: behind the last word of a body, a place or an office in it, without the letters at its end."""
    at, last = run.start(), run.start()
    shouted = _SHOUTED.search(run.group())
    for word in re.finditer(r"\S+", run.group()):
        begin, after = run.start() + word.start(), run.start() + word.end()
        is_place = any(one.start <= begin < one.end for one in page.places_in(max(0, begin - 40), after))
        offices = [hit.end for hit in page.hits_at(begin) if hit.role in ("titles", "honorifics")]
        is_acronym = _ACRONYM.fullmatch(word.group()) and (shouted is None or word.start() < shouted.start())
        if is_body_word(word.group()) or is_place or is_acronym:
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
    is_shouted = page.text[start:end].isupper() and min(map(len, words)) < _SHORTEST_CAPITALS
    if is_shouted or (before and before[-1].lower() in _SMALL and not MET.search(page.text, max(0, start - 24), start)):
        return False
    roles = {hit.role for hit in page.hits_in(start, end)}
    return not roles & {"mechanisms", "gates", "instruments", "titles", "furniture"} and not page.places_in(start, end)


def before_addresses(page: Page, at: int) -> int:
    """Where the forms of address before a name begin, or the name where there are none."""
    while (
        hit := next(
            (one for one in page.hits_in(max(0, at - _ADDRESS), at) if one.role == "honorifics" and one.end == at - 1), None
        )
    ) is not None:
        at = hit.start
    return at


def behind_addresses(page: Page, at: int, end: int) -> tuple[int, tuple[tuple[int, int], ...]]:
    """Where a name begins whose forms of address begin at a place, and the ranks among them."""
    ranks: list[tuple[int, int]] = []
    while (hit := next((one for one in page.hits_at(at) if one.role == "honorifics" and one.end < end), None)) is not None:
        if page.text[hit.end] != " ":
            break
        ranks += [(hit.start, hit.end)] if hit.value == "rank" else []
        at = hit.end + 1
    return at, tuple(ranks)


def may_be(page: Page, start: int, end: int) -> bool:
    words = words_of_run(page.text[start:end])
    return len(words) > 1 and may_be_name(page, start, end, words)
