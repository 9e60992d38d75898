"""English sentences that ask for a thing: "The markers should be repaired", "closer patrols are also necessary"."""

from __future__ import annotations

import re

from comity.reader.clauses.acts import PROPOSED, skip_space
from comity.reader.clauses.drafts import Draft
from comity.reader.clauses.endings import trimmed
from comity.reader.clauses.english_actors import LONGEST_SUBJECT, NEEDS, NO_ACTOR
from comity.reader.clauses.heads import after_joins
from comity.reader.clauses.speakers import Speaker
from comity.reader.text.page import Page, Sentence

_PASSIVE = re.compile(r"\s*(?:also |soon |further |[a-z]+ly )?be (?:[a-z]+ly |further |soon )?(?P<verb>[a-z]+)\b")
_NEEDED = re.compile(
    r"\s(?:is|are)\s(?:also\s|equally\s|very\s|extremely\s|urgently\s|badly\s)?"
    r"(?:necessary|important|needed|essential|vital|crucial|required|indispensable|imperative)\s*(?=[.,;]|$|\bfor\b|\bto\b|\bin\b)"
)
_IRREGULAR = re.compile(
    r"[a-z]{1,24}ed$|built$|held$|set$|made$|taken$|given$|kept$|put$|brought$|found$|drawn$|done$|sent$|dealt$|paid$|met$|run$"
)
_TELLS = re.compile(r"[^.;,]{3,60}\b(?:said|added|noted|stated|continued|explained)(?: that)? (?:the )?")
_SAID = frozenset({"acts", "statements", "limits", "perfects", "nearmiss"})
_JOINT = Speaker(None, None, True)


def needed(page: Page, sentence: Sentence) -> Draft | None:
    """What a sentence that speaks of nothing else says must be done to a thing, or says is needed."""
    hits = page.hits_in(sentence.start, sentence.end)
    if page.lang != "en" or any(hit.role in _SAID for hit in hits):
        return None
    begin = after_joins(page, skip_space(page.text, sentence.start), sentence.end)
    told = _TELLS.match(page.text, begin, sentence.end)
    begin = told.end() if told else begin
    modal = next((hit for hit in hits if hit.role == "modals" and hit.line.words in NEEDS), None)
    if modal is not None:
        passive = _PASSIVE.match(page.text, modal.end, sentence.end)
        is_done = passive is not None and _IRREGULAR.match(passive.group("verb")) is not None
        stop = trimmed(page.text, begin, sentence.end)
        return _draft(page, begin, stop, modal.start) if is_done else None
    found = _NEEDED.search(page.text, begin, sentence.end)
    if found is None or not page.has(begin, found.start(), "nominals", "actions"):
        return None
    return _draft(page, begin, found.start(), found.start())


def _draft(page: Page, begin: int, stop: int, act: int) -> Draft | None:
    subject = page.text[begin:act]
    if not 6 < len(subject) < LONGEST_SUBJECT or NO_ACTOR.search(subject):
        return None
    return Draft(begin, stop, PROPOSED, (act, act + 4), "grammar/needed", _JOINT, 0.5)
