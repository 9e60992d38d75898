"""The lines of a text; what a page glued to a line is a line of its own.

- "… at the gate. (Photo: A)Van Khe (A) – The two sides": a caption before the article's first line.
- "… the new road.-VNA", "… the new road. - Xinhua": the mark of an agency behind the last sentence.
- "… the new road.Ảnh đoàn công tác", "… the new road. Van Khe officials pose for a photo.": a caption behind a sentence.
- "云溪报讯（林安 王宁 报道）9月1日": who wrote it, before the first sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_CREDIT = re.compile(r"\((?:Photos?|Images?|Pictures?|Courtesy|Ảnh|Foto|Imagen|Crédit)[^()\n]{0,40}\)(?=[^\W\d_])")
_CAPTION = re.compile(r"(?<=[^\W\d_]{2}\.)(?=(?:Ảnh|Hình) (?:lễ|chụp|đoàn|đại biểu|minh họa|tư liệu|lưu niệm|các)\b)")
# What only captions tell in the present: "officials of both sides pose for a photo".
_CEREMONIAL = (
    r" (?:poses?|shakes? hands|hands? over (?:gifts?|presents?|donations?|souvenirs?)|exchanges? (?:gifts|souvenirs|flowers)"
    r"|presents? (?:gifts?|souvenirs?|flowers|a bouquet)|cuts? the ribbon|receives? (?:gifts?|souvenirs?))\b"
)
_DEED = re.compile(_CEREMONIAL)
CEREMONY = re.compile(rf"[A-Z][^.\n]{{3,90}}?{_CEREMONIAL}[^.\n]{{0,90}}\.?")
BYLINE = re.compile(r"[【\[]?[^\s,，。;；:：()（）]{0,12}[讯訊][】\]]?\s?[(（][^()（）\n]{2,30}(?:报道|報道|报导|報導)[)）]")
_AGENCY = re.compile(r"(?<=[.!?”\"…])[ ./]{0,3}[-–—]{1,2} ?[A-ZĐ][\w./-]{1,14}(?: [A-ZĐ][\w./-]{1,14}){0,2}\W{0,2}$")
_LONGEST_MARK, _LONGEST_CAPTION = 50, 150


def lines_of(text: str) -> list[tuple[int, int]]:
    """Where the lines that are not blank begin and end, without the white space around them."""
    out: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        for start, end in _parted(line):
            stripped = line[start:end].strip()
            if stripped:
                begin = at + start + len(line[start:end]) - len(line[start:end].lstrip())
                out.append((begin, begin + len(stripped)))
        at += len(line) + 1
    return out


def _parted(line: str) -> Iterator[tuple[int, int]]:
    cuts = {0, len(line), *_of_ceremonies(line)}
    if "(" in line or "（" in line:
        cuts.update(one.end() for one in _CREDIT.finditer(line))
        byline = BYLINE.match(line)
        cuts |= {byline.end()} if byline is not None else set()
    if ".Ảnh" in line or ".Hình" in line:
        cuts.update(one.end() for one in _CAPTION.finditer(line))
    mark = _AGENCY.search(line, max(0, len(line) - _LONGEST_MARK))
    cuts |= {mark.start()} if mark is not None else set()
    yield from pairwise(sorted(cuts))


def _of_ceremonies(line: str) -> Iterator[int]:
    """Where a sentence that only a caption holds begins and ends, behind another one."""
    for deed in _DEED.finditer(line):
        start = line.rfind(". ", max(0, deed.start() - _LONGEST_CAPTION), deed.start()) + 2
        end = line.find(".", deed.end(), deed.end() + _LONGEST_CAPTION) + 1
        if start > 1 and end and CEREMONY.fullmatch(line, start, end):
            yield from (start, end)
