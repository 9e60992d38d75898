"""Clauses: what was proposed, hoped, agreed, done or found limited, with who said so.

- One act governs the sentences after it that begin with a verb or with the parties, until somebody else speaks,
  something is thanked for or praised, or a long sentence tells facts.
- What the text puts behind is done, even after "agreed that".
- Titles give a clause only where the text says that the headline was agreed; furniture gives none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from comity.reader.acts import AGREED, DONE, HOPED, INHERIT, LIMITATION, PROPOSED, Act, governing, skip_space
from comity.reader.areas import areas_of
from comity.reader.dates import spans
from comity.reader.layout import TITLE
from comity.reader.page import Page, Sentence
from comity.reader.people import Named
from comity.reader.reading import Clause, Statement
from comity.reader.segments import Segment, head_at, segments, trimmed
from comity.reader.speakers import Speaker, speaker_of

_KINDS = {AGREED: "undertaking", PROPOSED: "proposal", HOPED: "proposal", DONE: "result", LIMITATION: "limitation"}
_OPENER_REACH = 160
_CONCRETE = re.compile(r"\d|[A-ZĐ]\w+ - [A-ZĐ]\w+|《|“.{2,30}”口岸|RCEP")


@dataclass(frozen=True, slots=True)
class _Scope:
    """What governs the sentences that follow."""

    status: str
    act: tuple[int, int]
    rule: str
    speaker: Speaker
    confidence: float


@dataclass(frozen=True, slots=True)
class Draft:
    start: int
    end: int
    status: str
    act: tuple[int, int]
    rule: str
    speaker: Speaker
    confidence: float


class _Reader:
    """Walks the sentences once and gathers drafts; `scope` is what governs at the moment."""

    def __init__(self, page: Page, named: tuple[tuple[Named, str], ...]) -> None:
        self.page = page
        self.named = named
        self.scope: _Scope | None = None
        self.last = Speaker(None, None, False)
        self.drafts: list[Draft] = []
        self.statements: list[Statement] = []

    def walk(self) -> None:
        """Read every sentence of the body in order."""
        for sentence in self.page.sentences:
            if sentence.block.label == TITLE:
                continue
            acts = governing(self.page, sentence)
            if acts:
                self._lead_in(sentence, acts[0])
                for n, act in enumerate(acts):
                    self._act(sentence, act, acts[n - 1] if n else None)
            else:
                self._plain(sentence)

    def _lead_in(self, sentence: Sentence, first: Act) -> None:
        """What stands before the first act of a sentence may still be governed from before it."""
        if self.scope is None or first.start - sentence.start < (6 if self.page.lang == "zh" else 20) or first.takes == "before":
            return
        if head_at(self.page, sentence.start, first.start) is None or first.subject == (sentence.start, first.end):
            return
        before = first.subject[0] if first.subject else first.start
        self._governed(sentence.start, before, self.scope, is_strong=False)

    def _plain(self, sentence: Sentence) -> None:
        page = self.page
        head = head_at(page, sentence.start, sentence.end)
        is_verb = head is not None and head.hit.value != "noun"
        if self.scope is not None and is_verb and self.scope.status != DONE:
            self._governed(sentence.start, sentence.end, self.scope, is_strong=False)
            return
        if self._passive(sentence):
            return
        if sentence.end - sentence.start > (45 if page.lang == "zh" else 130):
            self.scope = None

    def _passive(self, sentence: Sentence) -> bool:
        """'Cooperation between A and B has been …': a whole sentence that is a result."""
        page = self.page
        hits = page.hits_in(sentence.start, sentence.end)
        perfects = [hit for hit in hits if hit.role == "perfects" or hit.line.words.startswith("har ")]
        perfects = [hit for hit in perfects if hit.line.words.endswith(("been", "ts", "đã được", "得到", "得到有效"))]
        perfect = perfects[0] if perfects else None
        opening = next((hit for hit in hits if hit.role == "nominals"), None)
        if perfect is None or opening is None or opening.start - sentence.start > 25 or perfect.start < opening.start:
            return False
        if not any(hit.role == "actions" and hit.start >= perfect.start for hit in hits):
            return False
        speaker = Speaker(None, None, True)
        stop = trimmed(page.text, sentence.start, sentence.end)
        act = (perfect.start, perfect.end)
        self.drafts.append(Draft(sentence.start, stop, DONE, act, "grammar/passive", speaker, 0.5))
        return True

    def _act(self, sentence: Sentence, act: Act, before: Act | None) -> None:
        speaker = speaker_of(self.page, self.named, sentence, act, self.last)
        if speaker.person is not None:
            self.last = speaker
        if act.status == "":
            self._say(act, speaker)
        elif act.takes == "title":
            self._title(act, speaker)
        elif act.takes == "before":
            self._before(sentence, act, speaker)
        elif act.is_weak:
            self._weak(act, speaker, before)
        else:
            scope = _Scope(act.status, (act.start, act.end), act.rule, speaker, 0.85)
            self.scope = scope
            self._governed(act.end, act.until, scope, is_strong=True)

    def _say(self, act: Act, speaker: Speaker) -> None:
        end = trimmed(self.page.text, act.start, act.until)
        quote = self.page.quote(act.start, max(end, act.end))
        id_ = f"S{len(self.statements) + 1}"
        self.statements.append(Statement(id_, speaker.person, act.takes, (quote,), act.rule, 0.7))
        self.scope = None

    def _title(self, act: Act, speaker: Speaker) -> None:
        title = self.page.title
        if title is None:
            return
        made = segments(self.page, title.start, title.end)
        for segment in made[:1]:
            span = (act.start, act.end)
            self.drafts.append(Draft(segment.start, title.end, AGREED, span, act.rule, speaker, 0.7))

    def _before(self, sentence: Sentence, act: Act, speaker: Speaker) -> None:
        text = self.page.text
        breaks = [found.end() for found in re.finditer(r"[,;，；]\s*", text[sentence.start : act.start])]
        start = sentence.start + (breaks[-1] if breaks else 0)
        start = skip_space(text, start)
        if act.start - start < (2 if self.page.lang == "zh" else 6):
            return
        status = act.status
        self.drafts.append(Draft(start, act.end, status, (act.start, act.end), act.rule, speaker, 0.6))

    def _weak(self, act: Act, speaker: Speaker, before: Act | None) -> None:
        status, confidence = act.status, 0.7
        if status == "promise":
            status, confidence = PROPOSED, 0.5
        elif status in ("will", "need", INHERIT):
            governed = self.scope if self.scope is not None and self.scope.status != DONE else None
            if governed is not None:
                status, speaker, confidence = governed.status, governed.speaker, 0.75
            elif before is not None and before.status == "" and before.takes in ("emphasised", "affirmed"):
                status, confidence = (PROPOSED if before.subject is None else AGREED), 0.5
            elif status == INHERIT and self.page.lang != "zh":
                status, confidence = AGREED, 0.5
            else:
                status, confidence = AGREED, 0.6
        elif status == DONE and self.page.lang == "sv" and self.scope is not None and "/perfects/" not in act.rule:
            # Machine-made Swedish puts into the past what the parties will do.
            status, speaker, confidence = self.scope.status, self.scope.speaker, 0.5
        scope = _Scope(status, (act.start, act.end), act.rule, speaker, confidence)
        self._governed(act.end, act.until, scope, is_strong=False)
        if self.scope is None or (status == DONE and "/perfects/" in act.rule):
            self.scope = scope

    def _governed(self, start: int, end: int, scope: _Scope, *, is_strong: bool) -> None:
        page = self.page
        opener = self._opener(start, end) if is_strong else None
        made = segments(page, start if opener is None else opener, end, is_list=opener is not None, is_strong=is_strong)
        if not made and is_strong:
            self._whole(start, end, scope)
        for segment in made:
            status = DONE if segment.has_past and scope.status in (AGREED, DONE) else scope.status
            is_plain = not is_strong and "/modals/" not in scope.rule
            if (status == DONE or is_plain) and self._is_narrative(segment):
                continue
            sure = scope.confidence if segment.is_sure else scope.confidence - 0.2
            self.drafts.append(
                Draft(segment.start, segment.end, status, scope.act, f"{scope.rule} + {segment.rule}", scope.speaker, sure)
            )

    def _whole(self, start: int, end: int, scope: _Scope) -> None:
        """'agreed that the parties will be …': no verb of the lexicon, but a modal says it is undertaken."""
        page = self.page
        begin, stop = skip_space(page.text, start), trimmed(page.text, start, end)
        modal = any(hit.role == "modals" for hit in page.hits_in(begin, stop))
        if modal and 15 < stop - begin < 300 and scope.status in (AGREED, PROPOSED, HOPED):
            self.drafts.append(Draft(begin, stop, scope.status, scope.act, f"{scope.rule} + grammar/whole", scope.speaker, 0.4))

    def _opener(self, start: int, end: int) -> int | None:
        reach = min(end, start + _OPENER_REACH)
        hits = [hit for hit in self.page.hits_in(start, reach) if hit.role == "openers"]
        # "support exchanges such as": after a verb of its own the list is only the verb's object.
        if not hits or head_at(self.page, start, hits[0].start) is not None:
            return None
        return hits[-1].end if hits[-1].start - hits[0].start < 40 else hits[0].end

    def _is_narrative(self, segment: Segment) -> bool:
        head = head_at(self.page, segment.start, segment.end)
        at = segment.start if head is None else head.hit.start
        return any(hit.role == "narrative" for hit in self.page.hits_at(at))


def clauses_of(
    page: Page, named: tuple[tuple[Named, str], ...]
) -> tuple[tuple[Draft, ...], tuple[Statement, ...]]:
    """The clauses as drafts in order of the text without overlaps, and what was said besides."""
    reader = _Reader(page, named)
    reader.walk()
    drafts = sorted(reader.drafts, key=lambda draft: (draft.start, -draft.end))
    kept: list[Draft] = []
    for draft in drafts:
        if not kept or draft.start >= kept[-1].end:
            kept.append(draft)
    return tuple(kept), tuple(reader.statements)


def as_clause(page: Page, draft: Draft, *, number: int, session: str | None, agents: tuple[str, ...]) -> Clause:
    """The draft as a clause with its areas, deadline and concreteness."""
    words = page.text[draft.start : draft.end]
    dated = list(spans(page.text, draft.start, draft.end))
    gates = any(hit.role == "gates" and hit.value == "smart" for hit in page.hits_in(draft.start, draft.end))
    is_concrete = gates or _CONCRETE.search(words) is not None
    return Clause(
        id=f"C{number}",
        kind=_KINDS[draft.status],
        status=draft.status,
        areas=areas_of(page, draft.start, draft.end),
        session=session,
        agents=agents,
        speaker=draft.speaker.person,
        concreteness="concrete" if is_concrete else "general",
        deadline=dated[-1][3] if dated and draft.status != DONE else None,
        act=(page.quote(*draft.act),),
        evidence=(page.quote(draft.start, draft.end),),
        rule=draft.rule,
        confidence=round(max(0.1, draft.confidence - (0.1 if page.is_bare else 0.0)), 2),
    )


