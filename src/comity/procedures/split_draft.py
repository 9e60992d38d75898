"""Splits a draft into two or more, each resting on a part of the words the whole rested on.

- A cut is a place in the original where a later part begins; parts lose white space and the marks between them, nothing else.
- In a web page no cut falls inside markup.
- The parts take over what was read, but for a wording typed by hand, which was that of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from comity.procedures.clock import Moment
from comity.procedures.draft_deeds import Shown, note_deed, open_draft
from comity.procedures.draft_keys import keep_keys
from comity.record.canonical import Fields, Value
from comity.record.errors import NoCutChosen, NoSuchCut
from comity.store.home import Home
from comity.store.reading import DraftRow

BY_HAND = "split by hand"
MOST_CUTS = 40

_BETWEEN = " \t\n\r\u00a0\u3000,;，；、。"
# Where one statement may end and another begin, the surest first. Each match ends where the next part begins.
_PLACES = (
    ("sentence", re.compile(r"[.!?]\s+|[。！？]\s*")),
    ("semicolon", re.compile(r"[;；]\s*")),
    ("comma", re.compile(r"[,、，]\s*")),
    (
        "conjunction",
        re.compile(
            r"\s+(?=(?:and|as well as|or|và|cùng|đồng thời|och|samt)\s)|(?=以及|并且|同时)|(?<=[\u3400-\u9fff])(?=并(?!非|不|且))"
        ),
    ),
)
_MARKUP = re.compile(r"<[^>]*>|&#?\w+;")


@dataclass(frozen=True, slots=True)
class Cut:
    """A place where a draft may be cut: `at` in the original, what stands there, and the words before and after it."""

    at: int
    mark: str
    before: str
    after: str


def cuts_of(row: DraftRow) -> list[Cut]:
    """The places where the draft may be cut, in the order of the text; between two quotations always."""
    found: dict[int, str] = {}
    spans = _spans(row)
    for start, _end, quote in spans:
        for mark, pattern in _PLACES:
            for match in pattern.finditer(quote):
                at = start + match.end()
                if not any(part.start() < match.end() and match.start() < part.end() for part in _MARKUP.finditer(quote)):
                    found.setdefault(at, mark)
        if start != spans[0][0]:
            found[start] = "quotation"
    ordered = sorted(at for at in found if _is_cut(spans, at))
    return [_shown(spans, at, found[at]) for at in ordered[:MOST_CUTS]]


def cut_at_words(row: DraftRow, words: str) -> int:
    """Where the part begins that begins with these words. Raises: NoSuchCut where they stand there not once, or first."""
    looked_for = r"\s+".join(re.escape(word) for word in words.split())
    spans = _spans(row)
    matches = [(start, re.finditer(looked_for, quote)) for start, _end, quote in spans if looked_for]
    found = [start + match.start() for start, each in matches for match in each]
    if len(found) != 1 or not _is_cut(spans, found[0]):
        raise NoSuchCut(number=row.number, words=words[:60])
    return found[0]


def split_draft(home: Home, chosen: int | Shown, cuts: Iterable[int | str], *, moment: Moment | None = None) -> list[int]:
    """Splits a draft at places in the original, or before words of it, and returns the numbers of the parts in their order.

    Raises: UnknownDraft, DraftSettled, DraftChanged, NoCutChosen, NoSuchCut.
    """
    with home.write(entering=False) as writing:
        row = open_draft(writing, chosen)
        number, spans, places = row.number, _spans(row), []
        for cut in cuts:
            at = cut if isinstance(cut, int) else cut_at_words(row, cut)
            if not _is_cut(spans, at):
                raise NoSuchCut(number=number, words=str(cut))
            places.append(at)
        if not places:
            raise NoCutChosen(number=number)
        made = writing.add_drafts([_part(row, evidence) for evidence in _parts(spans, sorted(set(places)))])
        writing.set_draft(number, state="split")
        keep_keys(writing, map(writing.draft, made))
        note_deed(writing, "split", [row], made=made, moment=moment)
    return made


def _part(row: DraftRow, evidence: list[Value]) -> DraftRow:
    value: Fields = {key: said for key, said in row.value.items() if key != "text"}
    rule = row.rule if BY_HAND in row.rule else f"{row.rule} + {BY_HAND}"
    return replace(row, number=0, value=value, evidence=evidence, rule=rule, corrected=True)


def _parts(spans: list[tuple[int, int, str]], places: list[int]) -> Iterator[list[Value]]:
    edges = [-1, *places, spans[-1][1] + 1]
    for begins, ends in pairwise(edges):
        yield _evidence(spans, begins, ends)


def _evidence(spans: list[tuple[int, int, str]], begins: int, ends: int) -> list[Value]:
    """What of the quotations stands from one place to another, without the marks at its edges."""
    found: list[Value] = []
    for start, end, quote in spans:
        piece = quote[max(0, begins - start) : max(0, min(end, ends) - start)]
        at = max(start, begins) + len(piece) - len(piece.lstrip(_BETWEEN))
        words = piece.strip(_BETWEEN)
        if words and not _MARKUP.fullmatch(words):
            found.append({"quote": words, "start": at, "end": at + len(words)})
    return found


def _spans(row: DraftRow) -> list[tuple[int, int, str]]:
    """The quotations with a place, in the order of the text; one that begins before another ends is cut off there."""
    rows = [part for part in row.evidence if isinstance(part, dict)]
    found: list[tuple[int, int, str]] = []
    for start, end, quote in sorted((int(str(part["start"])), int(str(part["end"])), str(part["quote"])) for part in rows):
        least = found[-1][1] if found else 0
        if end > least:
            begins = max(start, least)
            found.append((begins, end, quote[begins - start :]))
    return found


def _is_cut(spans: list[tuple[int, int, str]], at: int) -> bool:
    """Whether words stand on both sides of the place and none is cut inside markup."""
    if not spans:
        return False
    inside = [quote for start, end, quote in spans if start < at < end and _in_markup(quote, at - start)]
    return not inside and bool(_evidence(spans, -1, at)) and bool(_evidence(spans, at, spans[-1][1] + 1))


def _in_markup(quote: str, place: int) -> bool:
    return any(match.start() < place < match.end() for match in _MARKUP.finditer(quote))


def _shown(spans: list[tuple[int, int, str]], at: int, mark: str) -> Cut:
    before = " … ".join(str(part["quote"]) for part in _evidence(spans, -1, at) if isinstance(part, dict))
    after = " … ".join(str(part["quote"]) for part in _evidence(spans, at, spans[-1][1] + 1) if isinstance(part, dict))
    return Cut(at, mark, " ".join(before.split()), " ".join(after.split()))
