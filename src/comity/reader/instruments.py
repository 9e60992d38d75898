"""Papers: those signed at the session, and those it refers to as a standard.

- A paper counts as signed where a verb or a ceremony of signing stands in its sentence.
- "The signed agreements" tells of older papers and makes none.
- A referenced instrument is named once, at its first place.
"""

from __future__ import annotations

import re

from comity.reader.areas import areas_of
from comity.reader.lexicon import Hit
from comity.reader.page import Page, Sentence
from comity.reader.reading import Instrument, Party, ReferencedInstrument, Session
from comity.reader.segments import trimmed

_ADJECTIVE = re.compile(r"(?:\b(?:the|of|all|these|those|already|các|những|nội dung|đã được)\s|已|所)$", re.IGNORECASE)
_PARTS = re.compile(r"[;；:：]")
_BETWEEN = re.compile(r"\b(?:between|giữa|mellan)\s+(?:the\s+)?(.+?)\s+(?:and|và|och|với)\s+(?:the\s+)?(.+)$", re.DOTALL)
_ON = re.compile(r"\s+(?:on|về|om)\s+[^,]+$")
_TITLE_MARKS = re.compile(r"《[^》]{2,80}》|“[^”]{4,120}”|\"[^\"]{4,120}\"")
_ENDS = re.compile(r",\s+(?=(?:contributing|góp phần|nhằm|creating|thereby)\b)|，(?!.*》)|,\s+(?=(?:and|và)\s+(?:other|khác))")
_LISTED = re.compile(r"(?:,|\b(?:and|và|och))\s+(?:(?:a|an|the|the new|một|các|\d+)\s+)?$|[、和及]$")
_LONGEST = 320


def instruments_of(page: Page, sessions: tuple[Session, ...], parties: tuple[Party, ...]) -> tuple[Instrument, ...]:
    """The papers signed, in order of the text."""
    found: list[tuple[int, int, Hit]] = []
    for sentence in page.sentences:
        hits = page.hits_in(sentence.start, sentence.end)
        if any(_is_signing(page, hit) for hit in hits):
            found.extend(_papers(page, sentence, hits))
    main = next((session for session in sessions if session.role == "main"), None)
    codes = tuple(party.code for party in parties if party.role is None)
    return tuple(_instrument(page, n, one, main, codes) for n, one in enumerate(found, 1))


def _is_signing(page: Page, hit: Hit) -> bool:
    if hit.role != "instruments" or hit.value != "signed":
        return False
    before = page.text[max(0, hit.start - 12) : hit.start]
    return not hit.line.words.endswith(("ed", "ký kết", "ký", "签署")) or _ADJECTIVE.search(before) is None


def _papers(page: Page, sentence: Sentence, hits: tuple[Hit, ...]) -> list[tuple[int, int, Hit]]:
    """Each paper named after the signing: its span and the line of its kind."""
    signing = next(hit for hit in hits if _is_signing(page, hit))
    papers = [hit for hit in hits if hit.role == "instruments" and hit.value != "signed" and hit.start > signing.end]
    papers = [hit for hit in papers if not hit.value.startswith("referenced")]
    out: list[tuple[int, int, Hit]] = []
    at = signing.end
    for end in [found.start() for found in _PARTS.finditer(page.text, signing.end, sentence.end)] + [sentence.end]:
        inside = [hit for hit in papers if at <= hit.start < end]
        colon = page.text[end : end + 1] in (":", "：")
        for n, hit in enumerate(inside if not colon else []):
            nxt = inside[n + 1].start if n + 1 < len(inside) else end
            if out and hit.start < out[-1][1]:
                continue
            if n and not _LISTED.search(page.text[max(at, hit.start - 12) : hit.start]):
                continue
            listed = n + 1 < len(inside) and _LISTED.search(page.text[max(at, nxt - 12) : nxt]) is not None
            cut = _LISTED.search(page.text, max(at, nxt - 12), nxt) if listed else None
            start, stop = _span(page, hit, at, cut.start() if cut else end)
            if stop - start <= _LONGEST:
                out.append((start, stop, hit))
        at = end + 1
    return out


def _span(page: Page, hit: Hit, start: int, end: int) -> tuple[int, int]:
    text = page.text
    for marked in _TITLE_MARKS.finditer(text, start, end):
        if marked.start() <= hit.start < marked.end():
            return marked.start(), marked.end()
    if page.lang == "zh":
        opening = max(text.rfind(mark, start, hit.start) for mark in "了，、")
        return (opening + 1 if opening >= 0 else max(start, hit.start - 20)), hit.end
    cut = _ENDS.search(text, hit.end, end)
    return hit.start, trimmed(text, hit.start, cut.start() if cut else end)


def _instrument(page: Page, n: int, found: tuple[int, int, Hit], main: Session | None, codes: tuple[str, ...]) -> Instrument:
    start, end, hit = found
    words = page.text[start:end]
    between = _BETWEEN.search(words)
    signatories = tuple(_ON.sub("", part).strip(" ,") for part in between.groups()) if between else ()
    title = words[: between.start()].strip() if between else words
    session, date = (main.id, main.date) if main is not None else (None, None)
    return Instrument(
        f"I{n}", title, hit.value, signatories, codes, date, areas_of(page, start, end), session, "signed",
        (page.quote(start, end),), hit.line.rule, 0.75,
    )  # fmt: skip


def referenced(page: Page) -> tuple[ReferencedInstrument, ...]:
    """The instruments referred to as a standard, each once."""
    out: dict[str, ReferencedInstrument] = {}
    for sentence in page.sentences:
        for hit in page.hits_in(sentence.start, sentence.end):
            if hit.role == "instruments" and hit.value.startswith("referenced "):
                name = hit.value.removeprefix("referenced ")
                quote = page.quote(hit.start, hit.end)
                out.setdefault(name, ReferencedInstrument(f"R{len(out) + 1}", name, (quote,), hit.line.rule, 0.9))
    return tuple(out.values())
