"""What Vietnamese accents tell of a name: Đảng is no Đặng, and Phó Chủ tịch nobody called Phó.

- In a text with accents a family name counts only as it is accented; without them any that could be one does.
- A word that opens a post or a body of the lexicon is no family name.
- In a list of people each name stands between a mark and its title, whatever language it is of.
"""

from __future__ import annotations

import re
from functools import lru_cache

from comity.reader.text.page import Page
from comity.reader.words import folding
from comity.reader.words.gazetteer import rows_of

_CAPITAL = "A-ZÀ-ÖØ-ÞĂĐƠƯẠ-Ỹ"
_WORD = rf"[{_CAPITAL}][^\W\d_]{{0,12}}(?:['’-][^\W\d_]{{1,8}}){{0,4}}"
# "…; Khăm Bun Thong - Tỉnh trưởng": a name of another language than the two whose family names are known.
_LISTED = re.compile(rf"(?P<name>{_WORD}(?:\s{_WORD}){{1,6}})(?=\s?(?:,|-|–)\s)")
_UNIT = re.compile(
    r"(?:\b(?:xã|phường|huyện|quận|thị trấn|thị xã|trấn|hương|thôn|bản|ấp|làng|cụm|kỳ|phố|khu phố|huyện ủy|huyện uỷ|thị ủy"
    r"|đảng ủy|cầu|sông|suối|đường|núi|hồ|đèo|chợ|chùa|đền|cảng|bến|đồn|trạm|mốc|bãi|đảo|ảnh|tin|bài)"
    r"|(?:ảnh|tin|bài|nguồn):)\s$",
    re.IGNORECASE,
)
_TWO = re.compile(rf"[{_CAPITAL}][^\W\d_]{{0,12}}\s[{_CAPITAL}][^\W\d_]{{0,12}}(?!\s[{_CAPITAL}])")
_MARKS = (";", ":", "；", "：")
_NO_FAMILY = frozenset({"ban", "ty", "sở", "bộ", "cục", "phòng", "tổng"})
# Words of bodies and offices that are capitalised like a name.
_BODIES = frozenset(
    [
        "đảng",
        "bộ",
        "ban",
        "sở",
        "cục",
        "vụ",
        "ủy",
        "uỷ",
        "phó",
        "trưởng",
        "viện",
        "hội",
        "phòng",
        "công",
        "trung",
        "chính",
        "tổng",
        "nhà",
        "khu",
        "tỉnh",
        "huyện",
        "đồn",
        "chi",
        "trạm",
        "hải",
        "quân",
        "văn",
        "ngoại",
        "quốc",
        "liên",
    ]
)


@lru_cache(maxsize=1)
def _accented() -> frozenset[str]:
    return frozenset(folding.lower(words) for words, script, _example in rows_of("surnames.tsv", 3) if script in ("vi", "pinyin"))


def is_other_word(page: Page, word: str, start: int, end: int) -> bool:
    """Whether the accents of `word`, or the post it opens, say that it is no family name."""
    if page.lang != "vi" or page.is_bare:
        return False
    lowered = folding.lower(word)
    if lowered in _NO_FAMILY:
        return True
    if not word.isascii() and lowered not in _accented():
        return True
    return any(hit.role == "titles" and hit.end > end for hit in page.hits_at(start))


def is_of_unit(page: Page, at: int) -> bool:
    """Whether two capitals behind a word for a unit or a thing are its name, or a credit's: "xã Vân Khê", "ảnh Lê An"."""
    return page.lang == "vi" and (
        _UNIT.search(page.text, max(0, at - 16), at) is not None and _TWO.match(page.text, at) is not None
    )


def listed_end(page: Page, start: int, end: int) -> int | None:
    """Where a name ends that stands in a list of people, after a mark and before its title; None where none does."""
    before = page.text[max(0, start - 2) : start].rstrip(" ")
    if page.lang != "vi" or not before.endswith(_MARKS):
        return None
    found = _LISTED.match(page.text, start, end)
    if found is None or folding.lower(found.group("name").split()[0]) in _BODIES:
        return None
    at = found.end()
    while at < end and page.text[at] in " ,-–":
        at += 1
    is_titled = any(hit.role == "titles" for hit in page.hits_at(at))
    return found.end("name") if is_titled and not page.places_in(start, found.end("name")) else None
