"""A whole sentence that is a result: "Cooperation between A and B has been …"."""

from __future__ import annotations

from comity.reader.clauses.acts import DONE
from comity.reader.clauses.drafts import Draft
from comity.reader.clauses.endings import trimmed
from comity.reader.clauses.speakers import Speaker
from comity.reader.text.page import Page, Sentence


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
    return Draft(sentence.start, stop, DONE, (perfect.start, perfect.end), "grammar/passive", speaker, 0.5)
