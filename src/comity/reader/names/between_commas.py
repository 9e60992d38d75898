"""Names between commas behind offices that have commas of their own: "Secretary, Waters and Ferries, M Sangkhom".

- Offices joined by "and" before a name are all its holder's.
- Forms of address may stand before the name; the ranks among them are titles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.reader.names.body_words import is_body_word
from comity.reader.names.likely_names import CAPITAL, RUN, Posted, behind_addresses, may_be_name
from comity.reader.text.page import Page

_AND = re.compile(r"\sand\s")
_PART = re.compile(r"[^,;\n]+")
_NAME = re.compile(
    rf"\s*(?:and |y |et |och )?(?P<name>(?:(?:[{CAPITAL}]{{1,3}} |[{CAPITAL}]\. ?){{1,3}})?[{CAPITAL}][a-zà-ÿ'’-]+(?:"
    rf" [{CAPITAL}][a-zà-ÿ'’-]+){{0,2}})\s*"
)
# "DGP (Border) RM Singh": an office, its field in brackets, a name.
_BRACKETED = re.compile(
    rf"\([A-Z][\w &]*\) (?P<name>(?:(?:[{CAPITAL}]{{1,3}} |[{CAPITAL}]\. ?){{1,3}})?[{CAPITAL}][a-zà-ÿ'’-]+(?:"
    rf" [{CAPITAL}][a-zà-ÿ'’-]+){{0,2}})\s*$"
)
# A list that names people before their offices is no list of offices with people behind them.
_NAME_FIRST = re.compile(rf"[{CAPITAL}][^\W\d_]{{1,30}} [{CAPITAL}][^\W\d_]{{1,30}},$")
_ENDS_LIST = re.compile(r"\s+(?:represented|attended|were present|took part|participated|accompanied|joined|led|signed|also)\b")


def between_commas(page: Page, start: int, end: int) -> list[Posted]:
    within = [one for one in page.sentences if start <= one.start < end]
    return [found for one in within for found in _in_sentence(page, one.start, one.end)]


def _in_sentence(page: Page, start: int, end: int) -> Iterator[Posted]:
    """Names that are whole parts between commas, behind parts of which the first begins with an office."""
    office: tuple[int, int] | None = None
    joined: tuple[tuple[int, int], ...] = ()
    told = False
    ending = _ENDS_LIST.search(page.text, start, end)
    for part in _parts(page, start, ending.start() if ending else end):
        begin = part.start() + len(part.group()) - len(part.group().lstrip())
        begin = begin + 4 if page.text.startswith("and ", begin) else begin
        heads = [hit for hit in page.hits_in(begin, part.end()) if hit.role == "titles" and hit.value == "post"]
        is_first, told = not told, told or bool(heads)
        if is_first and heads and _NAME_FIRST.search(page.text, max(start, part.start() - 60), part.start()):
            return
        if not heads:
            name = _name_part(page, part) if office is not None else None
            if name is not None and office is not None:
                yield Posted(*name[:2], (*joined, office, *name[2]))
            joined = () if name is not None else joined
            office = None if name is not None else _with_field(office, part)
            continue
        tail = _BRACKETED.search(page.text, heads[-1].start, part.end())
        is_joined = office is not None and page.text[office[1] : part.start()].strip() == "and"
        joined = (*joined, office) if is_joined and office is not None else ()
        office = None
        if tail is not None and not _has_body(tail.group("name")):
            yield Posted(*tail.span("name"), ((heads[0].start, tail.start("name") - 1),))
        elif _is_office_part(page, begin, heads[0].start, part.end()):
            office = (heads[0].start, part.end())


def _name_part(page: Page, part: re.Match[str]) -> tuple[int, int, tuple[tuple[int, int], ...]] | None:
    """The name that a part between commas is, if it is nothing else but forms of address, and the ranks among those."""
    at = part.start() + len(part.group()) - len(part.group().lstrip())
    at, ranks = behind_addresses(page, at, part.end())
    name = _NAME.fullmatch(page.text, at, part.end())
    if name is None or " " not in name.group("name"):
        return None
    at, after = name.span("name")
    return (at, after, ranks) if may_be_name(page, at, after, name.group("name").split()) else None


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


def _is_office_part(page: Page, begin: int, head: int, end: int) -> bool:
    """Whether a part is an office alone, with no name behind or before it in the part: nobody else bears it."""
    before = page.text[begin:head]
    is_open = not before.strip() or not re.search(rf"[{CAPITAL}][a-zà-ÿ]+ [{CAPITAL}]", before)
    named = [one for one in RUN.finditer(page.text, head, end) if not any(is_body_word(word) for word in one.group().split())]
    named = [
        one
        for one in named
        if not page.places_in(one.start(), one.end())
        and not any(h.role == "titles" for h in page.hits_in(one.start(), one.end()))
    ]
    return is_open and not any(one.end() >= end - 1 for one in named)
