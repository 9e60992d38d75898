"""What an act governs that stands before it: "A and B have been agreed on", a lack told of something, the headline itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.reader.clauses.acts import AGREED, DONE, LIMITATION, Act, skip_space
from comity.reader.clauses.complements import after_turn
from comity.reader.clauses.drafts import Draft
from comity.reader.clauses.segments import segments, trimmed
from comity.reader.clauses.speakers import Speaker
from comity.reader.text.page import Page, Sentence

_BREAKS = re.compile(r"[,;，；]\s*|\bthat\s")
_STOP = re.compile("[,;，；]")


def told_before(page: Page, sentence: Sentence, act: Act, speaker: Speaker) -> Draft | None:
    """The draft of what stands before an act, from the last break on; None where too little does."""
    text = page.text
    breaks = [found.end() for found in _BREAKS.finditer(text[sentence.start : act.start])]
    start = skip_space(text, sentence.start + (breaks[-1] if breaks else 0))
    if act.start - start < (2 if page.lang == "zh" else 6):
        return None
    end = act.end
    start = after_turn(page, start, act.start)
    if act.status == LIMITATION:
        stop = _STOP.search(text, act.end, act.until)
        end = trimmed(text, act.start, stop.start() if stop else act.until)
    return Draft(start, end, act.status, (act.start, act.end), act.rule, speaker, 0.6)


def told_in_title(page: Page, act: Act, speaker: Speaker) -> Iterator[Draft]:
    """The headline as what was agreed, where it begins with a verb."""
    title = page.title
    if title is None:
        return
    for segment in segments(page, title.start, title.end)[:1]:
        yield Draft(segment.start, title.end, AGREED, (act.start, act.end), act.rule, speaker, 0.7)


def passive_result(page: Page, sentence: Sentence) -> Draft | None:
    """'Cooperation between A and B has been …': a whole sentence that is a result."""
    hits = page.hits_in(sentence.start, sentence.end)
    perfects = [hit for hit in hits if hit.role == "perfects" or hit.line.words.startswith("har ")]
    perfects = [hit for hit in perfects if hit.line.words.endswith(("been", "ts", "đã được", "得到", "得到有效"))]
    perfect = perfects[0] if perfects else None
    opening = next((hit for hit in hits if hit.role == "nominals"), None)
    if perfect is None or opening is None or opening.start - sentence.start > 25 or perfect.start < opening.start:
        return None
    if not any(hit.role == "actions" and hit.start >= perfect.start for hit in hits):
        return None
    speaker = Speaker(None, None, True)
    stop = trimmed(page.text, sentence.start, sentence.end)
    act = (perfect.start, perfect.end)
    return Draft(sentence.start, stop, DONE, act, "grammar/passive", speaker, 0.5)
