"""Reports that may be read, as what weights learn from: candidates, what each is, and the vectors of their words.

- Which reports are `dev` is read from the table in the annotations' README.md; no other annotation or text is opened.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from comity.procedures.local_ranker import open_model
from comity.reader.clauses.agents import sides_of
from comity.reader.clauses.area_context import in_context, title_area
from comity.reader.clauses.areas import area_codes, areas_of
from comity.reader.clauses.clauses import clauses_of
from comity.reader.clauses.drafts import Draft
from comity.reader.clauses.holders import field_of_holders
from comity.reader.clauses.speakers import Speaker
from comity.reader.files.document import open_document
from comity.reader.labelling.candidates import Candidate, candidates_of
from comity.reader.labelling.states import facts_of_sides
from comity.reader.labelling.weighed_areas import facts_of_areas, grams_of_areas
from comity.reader.measuring.score import overlap
from comity.reader.names.parties import as_of, parties_of
from comity.reader.names.people import people_of
from comity.reader.text.page import Page, prepare
from comity.reader.told.sessions import sessions_of

NONE = "none"
# So many characters furniture and white space may have moved a quote back in the canonical text.
_MOVED = 300
_ROW = re.compile(r"^\| (\S+) \| dev \| \S+ \| ([^|]+?) \|", re.MULTILINE)
Vectors = dict[str, np.ndarray]


@dataclass(frozen=True)
class Seen:
    """One report: its candidates, where they stand in the original, the status of the clause each is, and what is wanted.

    `of_sides` are the facts of who acts, `of_areas` of each wanted clause the facts, the grams and the areas.
    """

    id: str
    outlet: str
    page: Page
    candidates: tuple[Candidate, ...]
    spans: list[tuple[int, int]]
    statuses: list[str]
    of_sides: tuple[float, ...]
    of_areas: list[tuple[tuple[float, ...], tuple[int, ...], list[str]]]
    wanted: list[dict[str, object]]

    def texts(self) -> Iterator[tuple[str, str]]:
        """The words of each candidate and of its sentence."""
        for one in self.candidates:
            yield self.page.text[one.draft.start : one.draft.end], self.page.text[slice(*one.sentence)]


def readings(annotations: Path, texts: Path) -> Iterator[Seen]:
    """Every report that may be read and whose text is there."""
    for name, outlet in _ROW.findall((annotations / "README.md").read_text(encoding="utf-8")):
        gold = json.loads((annotations / f"{name}.json").read_bytes())
        if gold["doc"]["split"] != "dev":
            raise SystemExit(f"{name} is not dev")
        file = texts / f"{name}.txt"
        if not file.is_file():
            continue
        page = prepare(open_document(file.read_bytes(), name=file.name))
        parties = as_of(parties_of(page, ()), gold["doc"]["date"])
        people, named = people_of(page, parties)
        sides = sides_of(page, parties, sessions_of(page, parties, gold["doc"]["date"]), people)
        candidates = candidates_of(page, clauses_of(page, named)[0])
        if candidates:
            quotes = [page.quote(one.draft.start, one.draft.end) for one in candidates]
            spans, wanted = [(quote.start, quote.end) for quote in quotes], gold["clauses"]
            statuses = [_status(span, wanted) for span in spans]
            of_sides = facts_of_sides(page, sides, people)
            yield Seen(name, outlet, page, candidates, spans, statuses, of_sides, _of_areas(page, wanted), wanted)


def _status(span: tuple[int, int], wanted: Sequence[dict[str, object]]) -> str:
    """The status of the wanted clause that a stretch has at least half its characters in common with."""
    shares = [(overlap({"evidence": [{"start": span[0], "end": span[1]}]}, clause), str(clause["status"])) for clause in wanted]
    share, status = max(shares, default=(0.0, NONE))
    return status if share >= 0.5 else NONE


def _of_areas(page: Page, wanted: Sequence[dict[str, object]]) -> list[tuple[tuple[float, ...], tuple[int, ...], list[str]]]:
    """Facts, grams and areas of the wanted clauses that can be found in the canonical text."""
    out, names = [], tuple(area_codes())
    field, headline = field_of_holders(page), title_area(page)
    for clause in wanted:
        quote = clause["evidence"][0]  # type: ignore[index]
        words = page.document.original[quote["start"] : quote["end"]]
        start = page.text.find(words, max(0, quote["start"] - _MOVED))
        if start < 0:
            continue
        draft = Draft(start, start + len(words), str(clause["status"]), (start, start), "", Speaker(None, None, True), 1.0)
        given = in_context(page, draft, areas_of(page, draft.start, draft.end), field, headline)
        about = tuple(area for area in (field, headline) if area is not None)
        facts = facts_of_areas(page, draft, given, about, names)
        out.append((facts, grams_of_areas(page, draft), list(map(str, clause["areas"]))))  # type: ignore[call-overload]
    return out


def vectors_of(over: Sequence[Seen], file: Path | None) -> Vectors:
    """The vector of every candidate and sentence by its digest; those in `file` are not made again."""
    known: Vectors = dict(np.load(file)) if file is not None and file.is_file() else {}
    missing = {key(text): text for one in over for pair in one.texts() for text in pair if key(text) not in known}
    with ProcessPoolExecutor(2) as workers:
        known.update(zip(missing, workers.map(_vector, missing.values(), chunksize=50), strict=True))
    if file is not None:
        np.savez(file, **known)
    return known


def key(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _vector(text: str) -> np.ndarray:
    return np.array(open_model()([text])[0], np.float32)
