"""What weights and a ranker learn from reports: logistic regressions with a ridge about the weights they learn on from.

- Statuses, with "no clause" among them, over grams, facts and, for the ranker, the main directions of vectors; each area over the
  clauses that are wanted; and whether states act, over facts of a report.
- None learns from what the grammar kept, which counts as a bonus. Ridges, DIRECTIONS and the bounds were chosen on reports that
  the rules had not been written with.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack
from seen_reports import NONE, Seen, Vectors, key

from comity.reader.clauses.areas import area_codes
from comity.reader.labelling import ranking, weights
from comity.reader.labelling.facts import STATUSES
from comity.reader.labelling.grams import SIZE
from comity.reader.labelling.weighed_areas import SIZE as SIZE_OF_AREAS

RIDGE, RIDGE_OF_STATES, RIDGE_OF_AREAS, DIRECTIONS = 20.0, 1.0, 1.0, (64, 32)
# Steps of the descent; later ones moved no figure's third digit.
STEPS = 60
THRESHOLD, BONUS, LEAST_AREA = 0.4, 0.3, 0.35
FOLDER = Path(__file__).parents[1] / "src" / "comity" / "reader" / "labelling"
Fit = tuple[np.ndarray, np.ndarray]


@dataclass(frozen=True)
class Learnt:
    """Weights, and for a ranker the turns of the vectors of words and of sentences."""

    weights: dict[str, Any]
    turns: tuple[dict[str, Any], ...] = ()


Stands = tuple[Learnt | None, Learnt | None]


def standing() -> Stands:
    """What `weights.json` and `ranker.json` hold now."""
    of_weights, of_ranker = (json.loads((FOLDER / file).read_bytes()) for file in (weights.FILE, ranking.FILE))
    return Learnt(of_weights), Learnt(of_ranker["weights"], (of_ranker["words"], of_ranker["sentences"]))


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


def learnt(over: Sequence[Seen], vectors: Vectors | None = None, *, before: Learnt | None = None) -> Learnt:
    """What `weights.json` holds, learnt from reports, onward from `before`; with vectors also what the ranker knows of them."""
    columns, turned = columns_of(over), []
    first = columns.shape[1]
    if vectors is not None:
        for place, count in enumerate(DIRECTIONS):
            rows = np.array([vectors[key(pair[place])] for one in over for pair in one.texts()], float)
            mean, rows_of = directions(rows, count) if before is None else _turn(before.turns[place])
            turned.append((mean, rows_of))
            columns = hstack([columns, csr_matrix((rows - mean) @ rows_of.T)]).tocsr()
    wanted = np.array([[status == name for name in (*STATUSES, NONE)] for one in over for status in one.statuses], float)
    stands = None
    if before is not None:
        bias, found = _stands(before.weights, STATUSES, SIZE, before.turns)
        stands = np.append(bias, 0.0), np.vstack([found, np.zeros(found.shape[1])])
    bias, found = fitted(columns, wanted, RIDGE, stands, is_one_of=True)
    bias, found = bias[:-1] - bias[-1], found[:-1] - found[-1]
    step = float(np.abs(found[:, :SIZE]).max() / 127)
    held = {
        "bias": _by(STATUSES, bias),
        "of_facts": {status: _rounded(row[SIZE:first]) for status, row in zip(STATUSES, found, strict=True)},
        "step": round(step, 8),
        "threshold": THRESHOLD,
        "bonus": BONUS,
        "states": _of_states(over, before),
        "areas": _areas(over, before),
        "of_grams": {status: _packed(row[:SIZE], step) for status, row in zip(STATUSES, found, strict=True)},
    }
    turns = []
    for mean, rows_of in turned:
        last = first + len(rows_of)
        by_status = {status: _rounded(row[first:last]) for status, row in zip(STATUSES, found, strict=True)}
        turns.append({"mean": _rounded(mean), "directions": [_rounded(row) for row in rows_of], "weights": by_status})
        first = last
    return Learnt(held, tuple(turns))


def fitted(columns: csr_matrix, wanted: np.ndarray, ridge: float, stands: Fit | None, *, is_one_of: bool) -> Fit:
    """A bias and a row of weights for each column of `wanted`: the log of the odds of exactly one of them, or of each by itself.

    The ridge draws the weights to those that stand, else to nothing; the bias is free.
    """
    size, labels = columns.shape[1], wanted.shape[1]
    bias, rows = (np.zeros(labels), np.zeros((labels, size))) if stands is None else stands
    turned = columns.T.tocsr()

    def loss(moved: np.ndarray) -> tuple[float, np.ndarray]:
        away = moved[labels:].reshape(size, labels)
        odds = columns @ (rows.T + away) + bias + moved[:labels]
        if is_one_of:
            every = np.logaddexp.reduce(odds, axis=1, keepdims=True)
            likely, lost = np.exp(odds - every), every.sum()
        else:
            likely, lost = 1 / (1 + np.exp(-odds)), np.logaddexp(0, odds).sum()
        slope = likely - wanted
        gradient = np.append(slope.sum(0), (turned @ slope + ridge * away).ravel())
        return float(lost - (wanted * odds).sum() + ridge / 2 * (away**2).sum()), gradient

    found = minimize(loss, np.zeros(labels * (size + 1)), jac=True, method="L-BFGS-B", options={"maxiter": STEPS, "maxcor": 8}).x
    return bias + found[:labels], rows + found[labels:].reshape(size, labels).T


def _stands(found: dict[str, Any], labels: Sequence[str], size: int, turns: Sequence[dict[str, Any]]) -> Fit:
    """The weights an object of `weights.json` holds, as they stand before something more is learnt."""
    rows = []
    for label in labels:
        grams = np.frombuffer(b64decode(found["of_grams"][label]), np.int8) * found["step"]
        rows.append(np.concatenate([grams, found["of_facts"][label], *(turn["weights"][label] for turn in turns)]))
    if any(len(row) < size for row in rows):
        raise SystemExit("the weights that stand are for other grams: learn without --onward")
    return np.array([found["bias"][label] for label in labels]), np.array(rows)


def _turn(found: dict[str, Any]) -> tuple[np.ndarray, np.ndarray]:
    return np.array(found["mean"]), np.array(found["directions"])


def _areas(over: Sequence[Seen], before: Learnt | None) -> dict[str, object]:
    """Of each area its sums, learnt from wanted clauses."""
    rows, areas = [row for one in over for row in one.of_areas], tuple(area_codes())
    columns = hstack([_counted([row[1] for row in rows], SIZE_OF_AREAS), csr_matrix(np.array([row[0] for row in rows]))]).tocsr()
    wanted = np.array([[area in row[2] for area in areas] for row in rows], float)
    stands = _stands(before.weights["areas"], areas, SIZE_OF_AREAS, ()) if before is not None else None
    bias, found = fitted(columns, wanted, RIDGE_OF_AREAS, stands, is_one_of=False)
    step = float(np.abs(found[:, :SIZE_OF_AREAS]).max() / 127)
    return {
        "bias": _by(areas, bias),
        "of_facts": {area: _rounded(row[SIZE_OF_AREAS:]) for area, row in zip(areas, found, strict=True)},
        "step": round(step, 8),
        "least": LEAST_AREA,
        "of_grams": {area: _packed(row[:SIZE_OF_AREAS], step) for area, row in zip(areas, found, strict=True)},
    }


def _states_act(wanted: Sequence[dict[str, object]]) -> bool | None:
    """Whether more wanted clauses of both sides have states as their agents than provinces; None where none is of both."""
    agents = [set(map(str, clause["agents"])) for clause in wanted]  # type: ignore[call-overload]
    both = [codes for codes in agents if len({code.partition("-")[0] for code in codes}) > 1]
    of_states = sum(all("-" not in code for code in codes) for codes in both)
    return 2 * of_states > len(both) if both else None


def _counted(grams: Sequence[Sequence[int]], size: int) -> csr_matrix:
    ends = np.cumsum([0, *map(len, grams)])
    numbers = np.concatenate([np.array(one, int) for one in grams])
    return csr_matrix((np.ones(len(numbers)), numbers, ends), (len(grams), size))


def _of_states(over: Sequence[Seen], before: Learnt | None) -> list[float]:
    """A bias and a weight a fact of a report, of whether states act in it."""
    told = [(one.of_sides, is_of_states) for one in over if (is_of_states := _states_act(one.wanted)) is not None]
    facts, wanted = zip(*told, strict=True)
    known = np.array(before.weights["states"]) if before is not None else None
    stands = (known[:1], known[None, 1:]) if known is not None else None
    columns, asked = csr_matrix(np.array(facts)), np.array(wanted, float)[:, None]
    bias, found = fitted(columns, asked, RIDGE_OF_STATES, stands, is_one_of=False)
    return _rounded(np.concatenate([bias, found[0]]))


def _by(labels: Sequence[str], bias: np.ndarray) -> dict[str, float]:
    return dict(zip(labels, _rounded(bias), strict=True))


def _packed(row: np.ndarray, step: float) -> str:
    return b64encode(np.round(row / step).astype(np.int8).tobytes()).decode()


def _rounded(row: np.ndarray) -> list[float]:
    return [round(float(number), 4) for number in row]
