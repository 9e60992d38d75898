"""What stands in the way: the sentence or clause that tells of it, why, who raised it, and who must clear it.

- A clause of something found wanting is one where it has a word of obstacle; other sentences need such a word as well.
- What is agreed, proposed or done about difficulties is no obstacle: "remove bottlenecks", "overcame difficulties".
"""

from __future__ import annotations

from comity.reader.clauses.acts import LIMITATION
from comity.reader.clauses.drafts import Draft
from comity.reader.reading import Detail, Told
from comity.reader.text.page import Sentence
from comity.reader.told.asides import Asides, numbered
from comity.reader.words.lexicon import Hit

OBSTACLE = "obstacle"
_STATES = 140


def obstacles_of(asides: Asides) -> tuple[Told, ...]:
    """The obstacles, in order of the text, one a clause or sentence."""
    made: list[Told] = []
    for sentence in asides.body():
        seen: set[int] = set()
        has_clause = any(one.status == LIMITATION for one in asides.drafts_in(sentence.start, sentence.end))
        for hit in asides.words.valued("obstacles", "obstacle", sentence.start, sentence.end):
            if asides.page.is_bare and len(hit.line.words) < 8:
                continue
            found = asides.draft_at(hit.start, hit.end)
            if (found is None and has_clause) or (found is not None and found[1].status != LIMITATION):
                continue
            number = found[0] if found else 0
            if number not in seen and not (number == 0 and seen):
                seen.add(number)
                made.append(_obstacle(asides, sentence, hit, found))
    return numbered(made, "O")


def _obstacle(asides: Asides, sentence: Sentence, hit: Hit, found: tuple[int, Draft] | None) -> Told:
    span = (found[1].start, found[1].end) if found else _stated(asides, sentence)
    more = [_cause(asides, sentence), _raised(asides, sentence, hit, found), _level(asides, sentence)]
    words = asides.folded(*span)
    evidence = (asides.page.quote(*span),)
    return Told(
        "", OBSTACLE, words, evidence, hit.line.rule, 0.7 if found else 0.55, f"C{found[0]}" if found else None,
        tuple(one for one in more if one is not None),
    )  # fmt: skip


def _stated(asides: Asides, sentence: Sentence) -> tuple[int, int]:
    rest = asides.rest(sentence.start, sentence.end)
    return rest or (sentence.start, sentence.end)


def _cause(asides: Asides, sentence: Sentence) -> Detail | None:
    for hit in asides.words.valued("obstacles", "cause", sentence.start, sentence.end):
        rest = asides.rest(hit.end, sentence.end, is_short=True)
        if rest is not None and asides.page.text.endswith("影响", rest[0], rest[1]):
            rest = (rest[0], rest[1] - 2)
        if rest is not None and rest[1] - rest[0] >= 2:
            return asides.detail("cause", rest, hit.line.rule, 0.65)
    for hit in asides.words.valued("obstacles", "cause before", sentence.start, sentence.end):
        rest = asides.rest(sentence.start, hit.start, is_short=True)
        if rest is not None and rest[1] - rest[0] > 2:
            return asides.detail("cause", rest, hit.line.rule, 0.55)
    return None


def _raised(asides: Asides, sentence: Sentence, hit: Hit, found: tuple[int, Draft] | None) -> Detail | None:
    """Who says so, where a word of saying stands between them and what they say."""
    said = [one for one in asides.page.hits_in(sentence.start, hit.start) if one.role in ("statements", "acts", "informs")]
    who = asides.who_before(sentence.start, said[0].start) if said else None
    if who is None and found is not None:
        who = asides.who_before(sentence.start, found[1].start)
    return asides.detail("raised_by", who[0], said[0].line.rule if said else hit.line.rule, 0.6, code=who[1]) if who else None


def _level(asides: Asides, sentence: Sentence) -> Detail | None:
    for hit in asides.words.valued("obstacles", "level", sentence.start, sentence.end):
        rest = asides.rest(hit.end, sentence.end, is_short=True)
        if rest is not None and rest[1] - rest[0] <= _STATES:
            return asides.detail("level", rest, hit.line.rule, 0.6)
    return None
