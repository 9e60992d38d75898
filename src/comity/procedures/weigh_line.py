"""What a lexicon line would change before it is kept: each measure by the words as they stand and with the line.

- Measured over what people settled here (entered or corrected clauses still read, dropped ones no longer read), over the
  cases of this home, and over annotations with their texts where somebody points at them; held-back ones are never among them.
- What would be read anew, no more or otherwise in the documents of this home is shown by its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from comity.procedures.known_here import Known
from comity.procedures.learn_draft import span_of
from comity.procedures.own_cases import Case, is_right, own_cases, share
from comity.procedures.own_lexicon import own_lines
from comity.procedures.score_reader import Annotated, annotated
from comity.reader.files.document import Document, open_document
from comity.reader.measuring.gold import to_gold
from comity.reader.measuring.score import score
from comity.reader.measuring.score_report import micro_of
from comity.reader.read import read
from comity.reader.reading import Clause
from comity.reader.words.lexicon import Line
from comity.store.home import Home
from comity.store.reading import DocumentRow, DraftRow

MOST_DOCUMENTS = 100
MOST_SHOWN = 8
_FIELDS = ("clauses_50", "clauses_50_status", "areas")


@dataclass(frozen=True, slots=True)
class Measure:
    """`name` is confirmed, dropped or cases (how many of `of`), or a field of the score (F1 in thousandths of 1000)."""

    name: str
    before: int
    after: int
    of: int


@dataclass(slots=True)
class Effect:
    """What would change: the measures, and clauses of this home's documents by their words, at most eight of each kind."""

    measures: list[Measure] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    otherwise: list[str] = field(default_factory=list)


def weigh_line(home: Home, line: Line, *, annotations: tuple[Path, Path] | None = None) -> Effect:
    """What keeping `line` would change; `annotations` are a folder of them and one of their texts.

    Raises: BadLexicon, and what `score_reader` raises.
    """
    own = own_lines(home)
    ways = (Known(own=own), Known(own=(*(other for other in own if other.rule != line.rule), line)))
    effect = Effect()
    _weigh_settled(home, ways, effect)
    _weigh_cases(own_cases(home), ways, effect)
    if annotations is not None:
        _weigh_annotations(annotations, ways, effect)
    return effect


def _weigh_settled(home: Home, ways: tuple[Known, Known], effect: Effect) -> None:
    with home.read() as reading:
        rows = [row for row in reading.drafts(type="clause") if row.state in ("open", "accepted", "dropped")]
        digests = list(dict.fromkeys(row.source for row in reversed(rows)))[:MOST_DOCUMENTS]
        documents = [one for digest in digests if (one := reading.document(digest)) is not None]
    counted = {"confirmed": [0, 0, 0], "dropped": [0, 0, 0]}
    for document in documents:
        opened = opened_again(document)
        found = [read(opened, lexicons=known.lexicons, by=known.deciders).clauses for known in ways]
        _note_changes(found[0], found[1], effect)
        for row in rows:
            kind = _settled(row) if row.source == document.digest else ""
            if kind:
                counted[kind][2] += 1
                for number, clauses in enumerate(found):
                    counted[kind][number] += _is_read(row, clauses, with_status=kind == "confirmed")
    effect.measures += [Measure(name, *numbers) for name, numbers in counted.items() if numbers[2]]


def opened_again(document: DocumentRow) -> Document:
    """A document of the home once more; pages and Word by their text, so that no file is taken apart again."""
    if document.media.startswith("text/"):
        return open_document(document.raw, name=document.name)
    return open_document(document.original.encode(), name=f"{document.name}.txt")


def _settled(row: DraftRow) -> str:
    if row.state == "dropped":
        return "dropped"
    return "confirmed" if row.state == "accepted" or row.corrected else ""


def _is_read(row: DraftRow, clauses: Iterable[Clause], *, with_status: bool) -> bool:
    return any(
        share((one.evidence[0].start, one.evidence[0].end), span_of(row)) >= 0.5
        and (not with_status or one.status == row.value.get("status"))
        for one in clauses
    )


def _note_changes(before: Sequence[Clause], after: Sequence[Clause], effect: Effect) -> None:
    was, now = ({(one.evidence[0].start, one.evidence[0].end): one for one in clauses} for clauses in (before, after))
    _note(effect.added, (now[span].evidence[0].quote for span in now.keys() - was.keys()))
    _note(effect.gone, (was[span].evidence[0].quote for span in was.keys() - now.keys()))
    changed = [
        span for span in was.keys() & now.keys() if (was[span].status, was[span].areas) != (now[span].status, now[span].areas)
    ]
    _note(effect.otherwise, (now[span].evidence[0].quote for span in changed))


def _note(kept: list[str], quotes: Iterable[str]) -> None:
    kept += sorted(" ".join(quote.split()) for quote in quotes)[: MOST_SHOWN - len(kept)]


def _weigh_cases(cases: tuple[Case, ...], ways: tuple[Known, Known], effect: Effect) -> None:
    if cases:
        before, after = (sum(is_right(case, known) for case in cases) for known in ways)
        effect.measures.append(Measure("cases", before, after, len(cases)))


def _weigh_annotations(given: tuple[Path, Path], ways: tuple[Known, Known], effect: Effect) -> None:
    chosen = annotated(*given)
    before, after = ({name: round(row["f1"] * 1000) for name, row in _micro(chosen, known)} for known in ways)
    effect.measures += [Measure(name, before[name], after[name], 1000) for name in _FIELDS]


def _micro(chosen: Sequence[Annotated], known: Known) -> Iterator[tuple[str, dict[str, float]]]:
    counts = []
    for one in chosen:
        opened = open_document(one.raw, name=one.name)
        found = read(opened, published=one.published, lexicons=known.lexicons, by=known.deciders)
        counts.append(score(one.gold, to_gold(found))["counts"])
    yield from ((name, row) for name, row in micro_of(counts).items() if name in _FIELDS)
