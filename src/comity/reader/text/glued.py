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
_CAPTION = re.compile(r"(?<=[^\W\d_]{2}[.!?])(?=(?:Ảnh|Hình) (?:lễ|chụp|đoàn|đại biểu|minh họa|tư liệu|lưu niệm|các)\b)")
# What only captions tell in the present: "officials of both sides pose for a photo".
CEREMONY = re.compile(
    r"[A-Z][^.\n]{3,90}? (?:poses?|shakes? hands|hands? over (?:gifts?|presents?|donations?|souvenirs?)"
    r"|exchanges? (?:gifts|souvenirs|flowers)|presents? (?:gifts?|souvenirs?|flowers|a bouquet)|cuts? the ribbon"
    r"|receives? (?:gifts?|souvenirs?))\b[^.\n]{0,90}\.?"
)
_SENTENCE = re.compile(r"(?<=[a-z\d)”\"]\. )[A-Z][^.\n]{8,150}\.(?= |$)")
BYLINE = re.compile(r"[【\[]?[^\s,，。;；:：()（）]{0,12}[讯訊][】\]]?\s?[(（][^()（）\n]{2,30}(?:报道|報道|报导|報導)[)）]")
_AGENCY = re.compile(r"(?<=[.!?”\"…])[ ./]{0,3}[-–—]{1,2} ?[A-ZĐ][\w./-]{1,14}(?: [A-ZĐ][\w./-]{1,14}){0,2}\W{0,2}$")
_LONGEST_MARK = 50


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
    cuts = sorted({one.end() for pattern in (_CREDIT, _CAPTION) for one in pattern.finditer(line)})
    byline = BYLINE.match(line)
    cuts = [byline.end(), *cuts] if byline is not None else cuts
    cuts += [at for one in _SENTENCE.finditer(line) if CEREMONY.fullmatch(one.group()) for at in one.span()]
    mark = _AGENCY.search(line, max(0, len(line) - _LONGEST_MARK))
    cuts += [mark.start()] if mark is not None else []
    yield from pairwise(sorted({0, *cuts, len(line)}))
