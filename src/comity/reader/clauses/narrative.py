"""What only tells how a session went, and is no clause: who met, spoke and signed where."""

from __future__ import annotations

from comity.reader.clauses.acts import DONE
from comity.reader.clauses.han_deeds import tells_effect
from comity.reader.clauses.heads import head_at
from comity.reader.clauses.plain_sentences import counts
from comity.reader.clauses.segments import Segment
from comity.reader.clauses.viet_accounts import is_signing, is_sitting
from comity.reader.text.page import Page


def is_narrative(page: Page, segment: Segment, status: str) -> bool:
    """Whether a segment of this status tells of the session itself, or of an effect."""
    head = head_at(page, segment.start, segment.end)
    at = segment.start if head is None else head.hit.start
    if page.lang == "vi" and (status == DONE or is_signing(page, segment.start)):
        return is_sitting(page, segment.start, segment.end)
    if any(hit.role == "informs" for hit in page.hits_at(at)) or (
        page.lang in ("vi", "zh") and segment.start < at and status != DONE
    ):
        return False  # "continue to exchange letters" is still to be done
    is_of_session = any(hit.role == "narrative" for hit in page.hits_at(at))
    is_told = is_of_session and not counts(page, segment.start, segment.end)
    return is_told or (status == DONE and tells_effect(page, at))
