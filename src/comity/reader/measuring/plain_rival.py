"""The plainest reader there can be, measured beside the real one: a verb of speech, and what follows it up to the full stop.

- A sentence is what stands between full stops and line ends.
- What follows the first act in it is cut at semicolons; each part is a clause of the act's status.
"""

from __future__ import annotations

import re

from comity.reader.measuring.score import Record

_SENTENCE = re.compile(r"[^.!?。！？\n]+")
_PART = re.compile(r"[^;；]+")
_ACTS = re.compile(
    r"(?P<agreed>\b(?:agree[ds]?(?: to| on| that)?|consented to|enades om|kom överens om)\b"
    r"|\b(?:thống nhất|nhất trí)\b|商定|同意|一致(?:同意|认为)?)"
    r"|(?P<proposed>\b(?:propos(?:ed|es)|suggest(?:ed|s)|urg(?:ed|es)|föreslog)(?: that| to)?\b"
    r"|\b(?:đề nghị|kiến nghị|đề xuất)\b|建议|建議|提议)"
    r"|(?P<hoped>\b(?:hop(?:ed|es)|wish(?:ed|es)|hoppas)(?: that| to)?\b|\b(?:mong muốn|mong|hy vọng)\b|希望|愿|願)",
    re.IGNORECASE,
)


def plain_clauses(text: str) -> list[Record]:
    """The clauses as records with `status` and one quote each, in the order of the text."""
    found: list[Record] = []
    for sentence in _SENTENCE.finditer(text):
        act = _ACTS.search(text, sentence.start(), sentence.end())
        if act is None:
            continue
        for part in _PART.finditer(text, act.end(), sentence.end()):
            words = part.group().strip(" ,:，：、\t")
            if words:
                start = part.start() + part.group().index(words)
                quote = {"quote": words, "start": start, "end": start + len(words)}
                found.append({"status": act.lastgroup, "areas": [], "agents": [], "evidence": [quote]})
    return found
