"""Border gates: pairs by their known names, and gates at large where a clause changes something about them.

- A pair is two known names of one pair beside each other, in either order and any spelling of the table.
- Gates at large count only inside a clause, with the word that says what is to change.
"""

from __future__ import annotations

import re
from functools import lru_cache

from comity.reader import folding
from comity.reader.clauses import Draft
from comity.reader.gazetteer import rows_of
from comity.reader.page import Page
from comity.reader.reading import Gate
from comity.reader.trie import Trie

_BETWEEN = re.compile(r"\s*(?:\([^)]{1,20}\)|（[^）]{1,20}）)?\s*(?:[-–—/~]|—|and|và|与|和|至|with)\s*(?:[Cc]ửa khẩu|the)?\s*")
_SIDE = re.compile(r"\s*(?:\([^)]{1,20}\)|（[^）]{1,20}）)")
_AFTER = re.compile(
    r"\s*(?:bilateral |international |main )?"
    r"(?:border gate pair|border gates?|customs clearance(?: route)?|clearance route|border crossing)"
    r"|(?:智慧|双边性?|国际性?|公路)*口岸"
)


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
    pairs = _pairs(page)
    # Where a clause names a pair, "the gates" in it are that pair.
    bare = tuple(draft for draft in drafts if not any(draft.start <= pair[0] < draft.end for pair in pairs))
    found = [*pairs, *_at_large(page, bare)]
    found.sort(key=lambda one: one[0])
    out: list[Gate] = []
    for start, end, number, names, change in found:
        clause = next((f"C{n}" for n, draft in enumerate(drafts, 1) if draft.start <= start < draft.end), None)
        pair = _usual()[number] if number >= 0 else ()
        rule, confidence = ("gate_pairs", 0.9) if pair else ("gates/at-large", 0.6)
        evidence = (page.quote(start, end),)
        out.append(Gate(f"G{len(out) + 1}", pair, names, change, clause, evidence, rule, confidence))
    return tuple(out)


def _pairs(page: Page) -> list[tuple[int, int, int, tuple[str, ...], str | None]]:
    text = page.text
    out: list[tuple[int, int, int, tuple[str, ...], str | None]] = []
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


def _reach(text: str, at: int, limit: int) -> int:
    side = _SIDE.match(text, at, limit)
    after = _AFTER.match(text, side.end() if side else at, limit)
    return after.end() if after else at


def _change(page: Page, start: int, at: int) -> str | None:
    words = [hit for hit in page.hits_in(max(start, at - 120), at) if hit.role == "gates" and hit.value == "change"]
    return words[-1].line.words if words else None


def _at_large(page: Page, drafts: tuple[Draft, ...]) -> list[tuple[int, int, int, tuple[str, ...], str | None]]:
    out: list[tuple[int, int, int, tuple[str, ...], str | None]] = []
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
