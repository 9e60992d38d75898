"""Border gates: pairs by their known names, and gates at large where a clause changes something about them.

- A pair is two known names of one pair beside each other, in either order and any spelling of the table.
- Two names a dash joins are a pair too, known or not, where words for a gate or a passage stand right beside them.
- Gates at large count only inside a clause, with the word that says what is to change.
"""

from __future__ import annotations

import re
from functools import lru_cache

from comity.reader import folding
from comity.reader.drafts import Draft
from comity.reader.gazetteer import rows_of
from comity.reader.page import Page
from comity.reader.reading import Gate
from comity.reader.trie import Trie

_Found = tuple[int, int, int, tuple[str, ...], str | None]
_BETWEEN = re.compile(r"\s*(?:\([^)]{1,20}\)|（[^）]{1,20}）)?\s*(?:[-–—/~]|—|and|và|与|和|至|with)\s*(?:[Cc]ửa khẩu|the)?\s*")
_SIDE = re.compile(r"\s*(?:\([^)]{1,20}\)|（[^）]{1,20}）)")
_AFTER = re.compile(
    r"\s*(?:bilateral |international |main )?"
    r"(?:border gate pair|border gates?|customs clearance(?: route)?|clearance route|border crossing)"
    r"|(?:智慧|双边性?|国际性?|公路)*口岸"
)
_LETTERS = [chr(code) for code in (*range(0x41, 0x7B), *range(0xC0, 0x1EFA)) if chr(code).isalpha()]
_CAP = f"[{''.join(c for c in _LETTERS if c.isupper())}]"
_LOW = f"[{''.join(c for c in _LETTERS if c.islower())}]"
_NAME = rf"(?:{_CAP}{_LOW}+(?: {_CAP}{_LOW}+){{0,2}})"
_SHAPES = (
    # vi: the word for a gate stands first.
    re.compile(
        rf"(?:[Cc]ặp cửa khẩu|[Cc]ửa khẩu|[Ll]ối mở|[Ll]ối thông quan|[Cc]ặp chợ)(?: {_LOW}+){{0,4}} "
        rf"({_NAME})(?: \([^)]{{1,20}}\))?\s?[-–—/]\s?({_NAME})"
    ),
    # en: it follows.
    re.compile(
        rf"\b({_NAME})(?: \([^)]{{1,20}}\))?\s?[-–—/]\s?({_NAME})(?: \([^)]{{1,20}}\))?"
        r" (?:international |bilateral |main |local )*"
        r"(?:border[- ]gates?(?: pair)?|border crossings?|crossing points?|ports?|passages?)"
    ),
    re.compile(
        r"([\u4e00-\u9fff]{2,4})(?:（[^）]{1,12}）)?[—–－-]{1,2}([\u4e00-\u9fff]{2,4}?)(?:（[^）]{1,12}）)?"
        r"(?:国际性?|双边性?|公路|铁路|水运|边境|智慧)*(?:口岸|通道|互市点)"
    ),
)
_BEFORE_NAME = re.compile(r".*(?:开通|开放|关闭|升级|恢复|建设|推动|关于|加快|重开|将|把|及|与|和|的|在|对|由|从|经|至|为)")


@lru_cache(maxsize=1)
def _names() -> Trie[tuple[int, int]]:
    rows = list(rows_of("gate_pairs.tsv", 2))
    return Trie(
        (folding.bare(name), (number, side))
        for number, row in enumerate(rows)
        for side, names in enumerate(row)
        for name in names.split(";")
    )


@lru_cache(maxsize=1)
def _usual() -> tuple[tuple[str, str], ...]:
    return tuple((vn.split(";")[0], cn.split(";")[0]) for vn, cn in rows_of("gate_pairs.tsv", 2))


def gates_of(page: Page, drafts: tuple[Draft, ...]) -> tuple[Gate, ...]:
    """The gates in order of the text, each with the clause it stands in."""
    known = _pairs(page)
    pairs = sorted([*known, *_by_shape(page, known)], key=lambda one: one[:2])
    # Where a clause names a pair, "the gates" in it are that pair.
    bare = tuple(draft for draft in drafts if not any(draft.start <= pair[0] < draft.end for pair in pairs))
    found = [*pairs, *_at_large(page, bare)]
    found.sort(key=lambda one: one[0])
    out: list[Gate] = []
    for start, end, number, names, change in found:
        clause = next((f"C{n}" for n, draft in enumerate(drafts, 1) if draft.start <= start < draft.end), None)
        pair = _usual()[number] if number >= 0 else ()
        rule, confidence = ("gate_pairs", 0.9) if pair else ("gates/shape", 0.7) if names else ("gates/at-large", 0.6)
        evidence = (page.quote(start, end),)
        out.append(Gate(f"G{len(out) + 1}", pair, names, change, clause, evidence, rule, confidence))
    return tuple(out)


def _pairs(page: Page) -> list[_Found]:
    text = page.text
    out: list[_Found] = []
    for sentence in page.sentences:
        hits = list(_names().hits(folding.bare(text[sentence.start : sentence.end])))
        named = [(sentence.start + start, sentence.start + end, values) for start, end, values in hits]
        for first, first_end, values in named:
            link = _BETWEEN.match(text, first_end, sentence.end)
            if link is None or text[first].islower():
                continue
            for second, second_end, others in named:
                pair = next((v for v in values for o in others if v[0] == o[0] and v[1] != o[1]), None)
                if second != link.end() or pair is None:
                    continue
                if out and out[-1][0] == first:
                    out.pop()
                end = _reach(text, second_end, sentence.end)
                names = (text[first:first_end], text[second:second_end])
                out.append((first, end, pair[0], names, _change(page, sentence.start, first)))
    return out


def _by_shape(page: Page, known: list[_Found]) -> list[_Found]:
    """The pairs of names outside the table, once for each place they stand in."""
    out: list[_Found] = []
    for sentence in page.sentences:
        for found in (found for shape in _SHAPES for found in shape.finditer(page.text, sentence.start, sentence.end)):
            start, end = found.start(1), found.end()
            lead = _BEFORE_NAME.match(found.group(1)) if page.lang == "zh" else None
            start += lead.end() if lead and len(found.group(1)) - lead.end() >= 2 else 0
            if any(one[0] < end and start < one[1] for one in (*known, *out)):
                continue
            names = (page.text[start : found.end(1)], found.group(2))
            out.append((start, end, -1, names, _change(page, sentence.start, start)))
    return out


def _reach(text: str, at: int, limit: int) -> int:
    side = _SIDE.match(text, at, limit)
    after = _AFTER.match(text, side.end() if side else at, limit)
    return after.end() if after else at


def _change(page: Page, start: int, at: int) -> str | None:
    words = [hit for hit in page.hits_in(max(start, at - 120), at) if hit.role == "gates" and hit.value == "change"]
    return words[-1].line.words if words else None


def _at_large(page: Page, drafts: tuple[Draft, ...]) -> list[_Found]:
    out: list[_Found] = []
    for draft in drafts:
        hits = [hit for hit in page.hits_in(draft.start, draft.end) if hit.role == "gates"]
        smart = next((hit for hit in hits if hit.value == "smart"), None)
        gate = smart or next((hit for hit in hits if hit.value == "gate"), None)
        if gate is None:
            continue
        changes = [hit for hit in hits if hit.value == "change" and hit.end <= gate.start and gate.start - hit.end < 40]
        if smart is None and not changes:
            continue
        start = changes[0].start if changes and smart is None else gate.start
        out.append((start, gate.end, -1, (), "smart gate" if smart else changes[0].line.words))
    return out
