"""What an act governs that stands before it: "A and B have been agreed on", a lack told of something, the headline itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.reader.clauses.acts import AGREED, LIMITATION, Act, skip_space
from comity.reader.clauses.complements import after_turn
from comity.reader.clauses.drafts import Draft
from comity.reader.clauses.endings import trimmed
from comity.reader.clauses.segments import segments
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
