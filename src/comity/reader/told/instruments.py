"""Papers: those signed at the session, and those it refers to as a standard.

- A paper counts as signed where a verb or a ceremony of signing stands in its sentence.
- "The signed agreements" tells of older papers and makes none.
- A paper named with the day it was signed on counts as signed; one still to be signed is none.
- A referenced instrument is named once, at its first place.
"""

from __future__ import annotations

import re

from comity.reader.clauses.areas import areas_of
from comity.reader.clauses.endings import trimmed
from comity.reader.reading import Instrument, Party, ReferencedInstrument, Session
from comity.reader.text.page import Page
from comity.reader.words.lexicon import Hit

_ADJECTIVE = re.compile(r"(?:\b(?:the|of|all|these|those|already|các|những|nội dung|đã được)\s|已|所)$", re.IGNORECASE)
_PARTS = re.compile(r"[;；:：]")
_BETWEEN = re.compile(r"\b(?:between|giữa|mellan)\s+(?:the\s+)?(.+?)\s+(?:and|và|och|với)\s+(?:the\s+)?(.+)$", re.DOTALL)
_ON = re.compile(r"\s+(?:on|về|om)\s+[^,]+$")
_TITLE_MARKS = re.compile(r"《[^》]{2,80}》|“[^”]{4,120}”|\"[^\"]{4,120}\"")
_ENDS = re.compile(
    r",\s+(?=in which|under which|according to which|outlining|làm cơ sở|trong đó|đánh dấu)"
    r"|,\s+(?=(?:contributing|góp phần|nhằm|creating|thereby)\b)|\s+(?=(?:nhằm|để)\s)|，(?!.*》)"
    r"|,\s+(?=(?:and|và)\s+(?:other|khác))"
    r"|\s+(?=tại (?:thành phố|thủ đô|trụ sở|khách sạn|trung tâm|cửa khẩu|lễ)\b)|\.(?=[A-ZĐẢ])"
)
_LISTED = re.compile(r"(?:,|\b(?:and|và|och))\s+(?:(?:a|an|the|the new|một|các|\d+)\s+)?$|[、和及]$")
_LONGEST = 320
# What is still to be signed is no paper yet.
_AHEAD = re.compile(
    r"(?:\b(?:việc|xem xét|sớm|tiến tới|sẽ|đề nghị|thúc đẩy|nghiên cứu|chuẩn bị|kiến nghị|đàm phán"
    r"|towards?|for|of|of the|will be|to be)\s"
    r"|推动|推動|尽快|早日|将|將|拟|争取|商谈|探讨|研究)$",
    re.IGNORECASE,
)
# A paper named with the day it was signed.
_DATED = re.compile(
    r"[^,;.，。；]{0,60}?\s(?:signed (?:on|in)|(?:đã |được )?ký(?: kết)?(?: vào)?(?: ngày| năm| tháng))"
    r"\s[^;.。]{0,20}?\d{4}"
)
# "… on health was signed by both governors."
_PASSIVE = re.compile(
    r"[^,;.，。；]{0,80}?\s(?:was|were|has been|have been)\s(?:also\s)?signed\b"
    r"|[^,;.，。；]{0,80}?\s(?:đã )?được (?:hai bên )?ký\b"
)
_CEREMONY = ("签字仪式", "签署仪式", "签约仪式")


def instruments_of(page: Page, sessions: tuple[Session, ...], parties: tuple[Party, ...]) -> tuple[Instrument, ...]:
    """The papers signed, in order of the text."""
    found: list[tuple[int, int, Hit]] = []
    for sentence in page.sentences:
        hits = page.hits_of("instruments", sentence.start, sentence.end)
        signings = [hit for hit in hits if _is_signing(page, hit)]
        for n, signing in enumerate(signings):
            end = signings[n + 1].start if n + 1 < len(signings) else sentence.end
            found.extend(_papers(page, signing, hits, end))
        if not any(sentence.start <= one[0] < sentence.end for one in found):
            found.extend(_dated(page, hits, sentence.end))
    named: dict[tuple[str, str], tuple[int, int, Hit]] = {}
    for one in found:
        named.setdefault((page.text[one[0] : one[1]], one[2].value), one)  # told twice, as in a picture's text
    main = next((session for session in sessions if session.role == "main"), None)
    codes = tuple(party.code for party in parties if party.role is None)
    return tuple(_instrument(page, n, one, main, codes) for n, one in enumerate(named.values(), 1))


def _is_signing(page: Page, hit: Hit) -> bool:
    if hit.value != "signed":
        return False
    before = page.text[max(0, hit.start - 12) : hit.start]
    if _AHEAD.search(before):
        return False
    return not hit.line.words.endswith(("ed", "ký kết", "ký", "签署")) or _ADJECTIVE.search(before) is None


def _dated(page: Page, hits: list[Hit], end: int) -> list[tuple[int, int, Hit]]:
    """A paper named with the day or year it was signed."""
    for hit in hits:
        if hit.value != "signed" and not hit.value.startswith("referenced"):
            found = _DATED.match(page.text, hit.end, end)
            if found:
                return [(hit.start, found.end(), hit)]
            passive = _PASSIVE.match(page.text, hit.end, end)
            if passive:
                stop = page.text.rfind(" was ", hit.end, passive.end())
                stop = stop if stop > 0 else passive.end()
                return [(hit.start, stop, hit)]
    return []


def _papers(page: Page, signing: Hit, hits: list[Hit], limit: int) -> list[tuple[int, int, Hit]]:
    """Each paper named after a signing, or straight before a ceremony of it: its span and the line of its kind."""
    named = [hit for hit in hits if not hit.value.startswith(("signed", "referenced"))]
    if signing.line.words in _CEREMONY:
        return [(*_span(page, hit, max(0, hit.start - 60), hit.end), hit) for hit in named if hit.end == signing.start][:1]
    papers = [hit for hit in named if signing.end < hit.end and signing.end <= hit.start < limit]
    out: list[tuple[int, int, Hit]] = []
    at = signing.end
    for end in [found.start() for found in _PARTS.finditer(page.text, signing.end, limit)] + [limit]:
        inside = _outermost([hit for hit in papers if at <= hit.start < end])
        colon = page.text[end : end + 1] in (":", "：")
        for n, hit in enumerate(inside if not colon else []):
            nxt = inside[n + 1].start if n + 1 < len(inside) else end
            if out and hit.start < out[-1][1]:
                continue
            if n and not _is_listed(page, inside[n - 1], hit, at):
                continue
            listed = n + 1 < len(inside) and _LISTED.search(page.text[max(at, nxt - 12) : nxt]) is not None
            cut = _LISTED.search(page.text, max(at, nxt - 12), nxt) if listed else None
            start, stop = _span(page, hit, inside[n - 1].end if n else at, cut.start() if cut else end)
            if stop - start <= _LONGEST:
                out.append((start, stop, hit))
        at = end + 1
    return out


def _outermost(hits: list[Hit]) -> list[Hit]:
    """The hits without those inside or overlapping an earlier, longer one."""
    out: list[Hit] = []
    for hit in hits:
        if not out or hit.start >= out[-1].end:
            out.append(hit)
    return out


def _is_listed(page: Page, before: Hit, hit: Hit, floor: int) -> bool:
    """Whether a paper stands in one list with the paper before it."""
    if page.lang == "zh":
        return page.text[before.end : before.end + 1] in tuple("、和及与與")
    return _LISTED.search(page.text[max(floor, hit.start - 12) : hit.start]) is not None


def _span(page: Page, hit: Hit, start: int, end: int) -> tuple[int, int]:
    text = page.text
    for marked in _TITLE_MARKS.finditer(text, start, end):
        if marked.start() <= hit.start < marked.end():
            return marked.start(), marked.end()
    if page.lang == "zh":
        opening = max(text.rfind(mark, start, hit.start) for mark in "了，,、暨和及")
        on = max(text.find("关于", start, hit.start), text.find("關於", start, hit.start))
        if on >= 0:
            return on, hit.end
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
        for hit in page.hits_of("instruments", sentence.start, sentence.end):
            if hit.value.startswith("referenced "):
                name = hit.value.removeprefix("referenced ")
                quote = page.quote(hit.start, hit.end)
                out.setdefault(name, ReferencedInstrument(f"R{len(out) + 1}", name, (quote,), hit.line.rule, 0.9))
    return tuple(out.values())
