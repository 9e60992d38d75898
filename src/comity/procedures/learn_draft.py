"""Learning from a draft that a person corrected, dropped or confirmed: a lexicon line or a case of the office's own.

1. A proposal names the rules that made the draft and the lines its correction asks for; a person gives words, value and example.
2. What a line would change is worked out before it is kept: over what people settled in this home, over its cases, and over
   annotations that somebody points at.
3. Kept lines and cases stay in the home and can be taken back; the lexicons that come with Comity are never changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from comity.procedures.own_cases import NONE, Case
from comity.procedures.own_lexicon import own_lines
from comity.reader.labelling.facts import STATUSES
from comity.reader.words.lexicon import Line, every_line
from comity.record.errors import BodyNotHere, NotLearnable
from comity.store.home import Home
from comity.store.reading import DocumentRow, DraftRow

# An example for each language, made up, in which any words may stand.
_EXAMPLES = {
    "en": "The sides {words} meet again.",
    "vi": "Hai bên {words} gặp lại.",
    "zh": "双方{words}再次会晤。",
    "sv": "Parterna {words} möts igen.",
}
# The roles a correction mostly asks for come first wherever they are offered.
USUAL = ("acts", "nearmiss", "terms", "actions", "nominals", "leads", "statements", "narrative", "titles")


@dataclass(frozen=True, slots=True)
class RuleShown:
    """One part of a draft's rule: its name, where it is written ("" for the grammar), and whether it is the office's own."""

    name: str
    where: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A line as a correction asks for it; "" where a person must say it. `why` is status, areas or dropped."""

    role: str
    words: str
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What may be learned from a draft: its rules, the lines that would mend it, and the case it gives."""

    draft: DraftRow
    lang: str
    rules: tuple[RuleShown, ...]
    asked: tuple[Asked, ...]
    case: Case


def proposal_of(home: Home, number: int) -> Proposal:
    """What may be learned from a clause draft. Raises: UnknownDraft, NotLearnable, BodyNotHere, BadLexicon."""
    with home.read() as reading:
        row = reading.draft(number)
        document = reading.document(row.source)
    if row.type != "clause" or row.state in ("split", "joined"):
        raise NotLearnable(number=number)
    if document is None:
        raise BodyNotHere(name=row.source[:12])
    lines = {line.rule: line for line in every_line()}
    own = {line.rule: line for line in own_lines(home)}
    rules = tuple(_shown(part, lines, own) for part in row.rule.split(" + "))
    return Proposal(row, document.lang, rules, tuple(_asked(row, document, lines | own)), _case(row, document))


def example_for(lang: str, words: str) -> str:
    """A made-up sentence in which the words stand; for a language without one the words with dots around them."""
    return _EXAMPLES.get(lang, "… {words} …").replace("{words}", words)


def _shown(part: str, lines: dict[str, Line], own: dict[str, Line]) -> RuleShown:
    line = own.get(part) or lines.get(part)
    return RuleShown(part, f"{line.file}:{line.number}" if line else "", part in own)


def _asked(row: DraftRow, document: DocumentRow, lines: dict[str, Line]) -> Iterator[Asked]:
    """The lines that would have made the draft as it stands now."""
    found = _as_read(row, document)
    act = next((lines[part] for part in row.rule.split(" + ") if part in lines and lines[part].role == "acts"), None)
    status = str(row.value.get("status", ""))
    if row.state == "dropped":
        # A phrase a little longer than the act hides the act.
        yield Asked("nearmiss", act.words if act is not None else "", "", "dropped")
    elif act is not None and status in STATUSES[:3] and status != act.value.partition(" ")[0]:
        yield Asked("acts", act.words, status, "status")
    areas, before = row.value.get("areas"), found.get("areas")
    for area in areas if isinstance(areas, list) and row.corrected else []:
        if not isinstance(before, list) or area not in before:
            yield Asked("terms", "", str(area), "areas")


def _as_read(row: DraftRow, document: DocumentRow) -> dict[str, object]:
    """The clause as the document's reading has it, before anybody corrected it."""
    clauses = document.reading.get("clauses")
    for clause in clauses if isinstance(clauses, list) else []:
        if isinstance(clause, dict) and clause.get("evidence") == row.evidence:
            return dict(clause)
    return {}


def _case(row: DraftRow, document: DocumentRow) -> Case:
    """The passage of a draft with what must be read in it: all of the lines that its words stand in."""
    start, end = span_of(row)
    text = document.original
    first = text.rfind("\n", 0, start) + 1
    after = text.find("\n", end)
    fold = partial(" ".join)
    passage = fold(text[first : len(text) if after < 0 else after].split())
    words = fold(text[start:end].split())
    status = str(row.value.get("status", ""))
    is_none = row.state == "dropped" or status not in STATUSES
    return Case(document.lang, passage if words in passage else words, words, NONE if is_none else status)


def span_of(row: DraftRow) -> tuple[int, int]:
    """Where the words of a draft stand in the original, the first of them where there are several."""
    first = row.evidence[0] if row.evidence else None
    return (int(str(first["start"])), int(str(first["end"]))) if isinstance(first, dict) else (0, 0)
