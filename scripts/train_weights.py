"""Writes the weights, and the ranker's numbers, from the annotations that may be read; never touches those held back.

    make weights TEXTS=DIR

- Run it whenever rules, lexicons or annotations have changed; it takes a few minutes, nearly all of them for vectors, and
  `--vectors FILE` (outside the project) keeps those between runs. It prints clauses by rules and, cross-validated, by weights and
  by a ranker that saw no report of the outlet, and writes `weights.json` and `ranker.json` in `src/comity/reader/labelling`.
- `--unseen ID,ID` trains without these reports, prints how well they are read, and writes nothing. Reports whose text is not in
  the folder are left out and counted.
- Which reports are `dev` is read from the table in the annotations' README.md; no other annotation or text is opened.
- Logistic regressions with a ridge: of the statuses and "no clause" over grams, facts and, for the ranker, the main directions of
  vectors; of each area over the clauses that are wanted; and of whether states act, over facts of a report. None learns from what
  the grammar kept: the rules were written with the same reports, so that counts as a bonus. Ridges, DIRECTIONS and the bounds
  were chosen on reports that the rules had not been written with.
- Deterministic: same texts, annotations, lexicons and model file, same numbers.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import zlib
from base64 import b64encode
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from comity.procedures.local_ranker import MODEL_FILE, MODEL_SHA256, PACKAGE, VERSION, open_model
from comity.reader.clauses.agents import sides_of
from comity.reader.clauses.area_context import in_context, title_area
from comity.reader.clauses.areas import area_codes, areas_of
from comity.reader.clauses.clauses import clauses_of
from comity.reader.clauses.drafts import Draft
from comity.reader.clauses.holders import field_of_holders
from comity.reader.clauses.speakers import Speaker
from comity.reader.files.document import open_document
from comity.reader.labelling import ranking, weights
from comity.reader.labelling.candidates import Candidate, candidates_of
from comity.reader.labelling.facts import STATUSES
from comity.reader.labelling.grams import SIZE
from comity.reader.labelling.ranking import turn_of
from comity.reader.labelling.states import facts_of_sides
from comity.reader.labelling.sums import Odds
from comity.reader.labelling.weighed_areas import SIZE as SIZE_OF_AREAS
from comity.reader.labelling.weighed_areas import facts_of_areas, grams_of_areas
from comity.reader.labelling.weights import Weights, likeliest, weights_of
from comity.reader.measuring.score import overlap, paired
from comity.reader.names.parties import as_of, parties_of
from comity.reader.names.people import people_of
from comity.reader.text.page import Page, prepare
from comity.reader.told.sessions import sessions_of

RIDGE, RIDGE_OF_STATES, RIDGE_OF_AREAS, DIRECTIONS = 20.0, 1.0, 1.0, (64, 32)
THRESHOLD, BONUS, LEAST_AREA = 0.4, 0.3, 0.35
_NONE = "none"
# So many characters furniture and white space may have moved a quote back in the canonical text.
_MOVED = 300
FOLDS = 6
FOLDER = Path(__file__).parents[1] / "src" / "comity" / "reader" / "labelling"
_ROW = re.compile(r"^\| (\S+) \| dev \| \S+ \| ([^|]+?) \|", re.MULTILINE)
Counts = tuple[int, int, int, int]
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


@dataclass(frozen=True)
class Learnt:
    """Weights, and for a ranker the turns of the vectors of words and of sentences."""

    weights: dict[str, object]
    turns: tuple[dict[str, object], ...] = ()


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
    share, status = max(shares, default=(0.0, _NONE))
    return status if share >= 0.5 else _NONE


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


def _states_act(wanted: Sequence[dict[str, object]]) -> bool | None:
    """Whether more wanted clauses of both sides have states as their agents than provinces; None where none is of both."""
    agents = [set(map(str, clause["agents"])) for clause in wanted]  # type: ignore[call-overload]
    both = [codes for codes in agents if len({code.partition("-")[0] for code in codes}) > 1]
    of_states = sum(all("-" not in code for code in codes) for codes in both)
    return 2 * of_states > len(both) if both else None


def vectors_of(over: Sequence[Seen], file: Path | None) -> Vectors:
    """The vector of every candidate and sentence by its digest; those in `file` are not made again."""
    known: Vectors = dict(np.load(file)) if file is not None and file.is_file() else {}
    missing = {_key(text): text for one in over for pair in one.texts() for text in pair if _key(text) not in known}
    with ProcessPoolExecutor(2) as workers:
        known.update(zip(missing, workers.map(_vector, missing.values(), chunksize=50), strict=True))
    if file is not None:
        np.savez(file, **known)
    return known


def _key(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _vector(text: str) -> np.ndarray:
    return np.array(open_model()([text])[0], np.float32)


def columns_of(over: Sequence[Seen]) -> csr_matrix:
    """The grams and facts of all candidates, a row each; the first `SIZE` columns count grams."""
    counts = _counted([one.grams for each in over for one in each.candidates], SIZE)
    facts = csr_matrix(np.array([one.facts for each in over for one in each.candidates]))
    return hstack([counts, facts]).tocsr()


def directions(rows: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
    """The mean of vectors and their main directions, so scaled that the first is about as wide as a fact."""
    rows = np.unique(rows, axis=0)
    mean = rows.mean(0)
    _, sizes, turned = np.linalg.svd(rows - mean, full_matrices=False)
    return mean, turned[:count] / sizes[0] * np.sqrt(len(rows))


def learnt(over: Sequence[Seen], vectors: Vectors | None = None) -> Learnt:
    """What `weights.json` holds, learnt from reports; with vectors also what the ranker knows of them."""
    columns, turned = columns_of(over), []
    first = columns.shape[1]
    if vectors is not None:
        for place, count in enumerate(DIRECTIONS):
            rows = np.array([vectors[_key(pair[place])] for one in over for pair in one.texts()], float)
            mean, rows_of = directions(rows, count)
            turned.append((mean, rows_of))
            columns = hstack([columns, csr_matrix((rows - mean) @ rows_of.T)]).tocsr()
    wanted = np.array([status for one in over for status in one.statuses])
    model = LogisticRegression(C=1 / RIDGE, max_iter=300, tol=1e-3).fit(columns, wanted)
    of = dict(zip(model.classes_, zip(model.intercept_, model.coef_, strict=True), strict=True))
    bias = {status: of[status][0] - of[_NONE][0] for status in STATUSES}
    found = {status: of[status][1] - of[_NONE][1] for status in STATUSES}
    step = float(max(np.abs(row[:SIZE]).max() for row in found.values()) / 127)
    held = {
        "bias": {status: round(float(number), 4) for status, number in bias.items()},
        "of_facts": {status: _rounded(row[SIZE:first]) for status, row in found.items()},
        "step": round(step, 8),
        "threshold": THRESHOLD,
        "bonus": BONUS,
        "states": _of_states(over),
        "areas": _areas(over),
        "of_grams": {status: _packed(row[:SIZE], step) for status, row in found.items()},
    }
    turns = []
    for mean, rows_of in turned:
        last = first + len(rows_of)
        by_status = {status: _rounded(row[first:last]) for status, row in found.items()}
        turns.append({"mean": _rounded(mean), "directions": [_rounded(row) for row in rows_of], "weights": by_status})
        first = last
    return Learnt(held, tuple(turns))


def _areas(over: Sequence[Seen]) -> dict[str, object]:
    """Of each area its sums, learnt from wanted clauses."""
    rows = [row for one in over for row in one.of_areas]
    grams = csr_matrix(_counted([row[1] for row in rows], SIZE_OF_AREAS))
    columns = hstack([grams / 2, csr_matrix(np.array([row[0] for row in rows]))]).tocsr()
    bias, found = {}, {}
    for area in area_codes():
        wanted = np.array([area in row[2] for row in rows])
        model = LogisticRegression(C=1 / RIDGE_OF_AREAS, solver="liblinear", random_state=0).fit(columns, wanted)
        bias[area], found[area] = round(float(model.intercept_[0]), 4), model.coef_[0]
    step = float(max(np.abs(row[:SIZE_OF_AREAS]).max() for row in found.values()) / 2 / 127)
    return {
        "bias": bias,
        "of_facts": {area: _rounded(row[SIZE_OF_AREAS:]) for area, row in found.items()},
        "step": round(step, 8),
        "least": LEAST_AREA,
        "of_grams": {area: _packed(row[:SIZE_OF_AREAS] / 2, step) for area, row in found.items()},
    }


def _counted(grams: Sequence[Sequence[int]], size: int) -> csr_matrix:
    ends = np.cumsum([0, *map(len, grams)])
    numbers = np.concatenate([np.array(one, int) for one in grams])
    return csr_matrix((np.ones(len(numbers)), numbers, ends), (len(grams), size))


def _of_states(over: Sequence[Seen]) -> list[float]:
    """A bias and a weight a fact of a report, of whether states act in it."""
    told = [(one.of_sides, is_of_states) for one in over if (is_of_states := _states_act(one.wanted)) is not None]
    facts, wanted = zip(*told, strict=True)
    model = LogisticRegression(C=1 / RIDGE_OF_STATES, max_iter=1000).fit(np.array(facts), np.array(wanted))
    return _rounded(np.array([*model.intercept_, *model.coef_[0]]))


def _packed(row: np.ndarray, step: float) -> str:
    return b64encode(np.round(row / step).astype(np.int8).tobytes()).decode()


def _rounded(row: np.ndarray) -> list[float]:
    return [round(float(number), 4) for number in row]


def odds_of(one: Seen, found: Learnt, vectors: Vectors | None) -> list[Odds]:
    """What weights, and the turns where there are some, make of each candidate."""
    by = weights_of(found.weights)
    odds = [by.statuses.odds(candidate.facts, candidate.grams) for candidate in one.candidates]
    if vectors is None:
        return odds
    turns = [turn_of(turn) for turn in found.turns]
    more = [[turn.odds(vectors[_key(text)].tolist()) for turn, text in zip(turns, pair, strict=True)] for pair in one.texts()]
    return [tuple(map(sum, zip(first, *others, strict=True))) for first, others in zip(odds, more, strict=True)]


def counts(one: Seen, odds: Sequence[Odds] | None, by: Weights | None) -> Counts:
    """Right, right with the status, wanted and given clauses of one report, by rules where there are no odds."""
    drafts = [candidate.draft for candidate in one.candidates]
    kept = [candidate.draft.rule if candidate.is_kept else "" for candidate in one.candidates]
    statuses = [draft.status for draft in drafts]
    if odds is None or by is None:
        chosen = [number for number, rule in enumerate(kept) if rule]
    else:
        told = [likeliest(each) for each in odds]
        chosen = sorted(by.chosen([(draft.start, draft.end) for draft in drafts], [sure for sure, _ in told], kept))
        statuses = [was if rule else found for was, rule, (_, found) in zip(statuses, kept, told, strict=True)]
    given = [{"evidence": [{"start": one.spans[n][0], "end": one.spans[n][1]}], "status": statuses[n]} for n in chosen]
    pairs = paired(one.wanted, given, 0.5)
    same = sum(1 for want, got in pairs if got["status"] == want["status"] or got["status"] in want.get("status_alt", ()))
    return len(pairs), same, len(one.wanted), len(given)


def told(name: str, rows: Sequence[Counts]) -> str:
    right, same, wanted, given = (sum(row[n] for row in rows) for n in range(4))
    f1, with_status = 2 * right / max(1, wanted + given), 2 * same / max(1, wanted + given)
    return f"{name:<30} P {right / max(1, given):.3f}  R {right / max(1, wanted):.3f}  F1 {f1:.3f}  with status {with_status:.3f}"


def measured(name: str, train: Sequence[Seen], over: Sequence[Seen], vectors: Vectors | None) -> dict[str, list[Counts]]:
    """The counts of reports by rules, by weights and by a ranker that were learnt from others."""
    out = {f"{name}, rules": [counts(one, None, None) for one in over]}
    for way, given in (("weights", None), ("ranker", vectors)):
        if way == "ranker" and vectors is None:
            continue
        found = learnt(train, given)
        by = weights_of(found.weights)
        out[f"{name}, {way}"] = [counts(one, odds_of(one, found, given), by) for one in over]
    return out


def cross(over: Sequence[Seen], vectors: Vectors | None) -> None:
    """Prints clauses by rules, and by weights and a ranker that never saw the outlet."""
    results: dict[str, list[Counts]] = {}
    for fold in range(FOLDS):
        here = [zlib.crc32(one.outlet.encode()) % FOLDS == fold for one in over]
        train, left = ([one for one, is_here in zip(over, here, strict=True) if is_here == wish] for wish in (False, True))
        for name, rows in measured("cross-validated", train, left, vectors).items():
            results.setdefault(name, []).extend(rows)
    for name, rows in results.items():
        print(told(name, rows))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--annotations", type=Path, required=True)
    asked.add_argument("--texts", type=Path, required=True)
    asked.add_argument("--unseen", default="", help="ids, parted by commas, to train without and to score")
    asked.add_argument("--vectors", type=Path, help="a file outside the project that keeps vectors by digest between runs")
    asked.add_argument("--no-ranker", action="store_true", help="the weights alone, without vectors")
    given = asked.parse_args()
    over = list(readings(given.annotations, given.texts))
    vectors = None if given.no_ranker else vectors_of(over, given.vectors)
    unseen = set(filter(None, given.unseen.split(",")))
    known = [one for one in over if one.id not in unseen]
    print(f"{len(known)} reports, {sum(len(one.candidates) for one in known)} candidates")
    if unseen:
        for name, rows in measured("unseen", known, [one for one in over if one.id in unseen], vectors).items():
            print(told(name, rows))
        return
    cross(known, vectors)
    _write(FOLDER / weights.FILE, learnt(known).weights)
    if vectors is not None:
        found = learnt(known, vectors)
        model = {"package": PACKAGE, "version": VERSION, "model_file": MODEL_FILE, "model_sha256": MODEL_SHA256}
        turns = dict(zip(("words", "sentences"), found.turns, strict=True))
        _write(FOLDER / ranking.FILE, model | {"weights": found.weights} | turns)


def _write(file: Path, found: dict[str, object]) -> None:
    file.write_text(json.dumps(found, separators=(",", ":")).replace(',"', ',\n"') + "\n", "utf-8")
    print(f"{file.name} written, {file.stat().st_size} bytes")


if __name__ == "__main__":
    main()
