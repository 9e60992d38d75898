"""Writes the ranker's numbers from the annotations that may be read; never touches those held back.

    make ranker TEXTS=DIR

- Run it whenever rules, lexicons or annotations have changed; it takes a few minutes, nearly all of them for vectors, and
  `--vectors FILE` (outside the project) keeps those between runs. It prints clauses by rules and, cross-validated, with a ranker
  that saw no report of the outlet, and writes `src/comity/reader/labelling/ranker.json`.
- `--unseen ID,ID` trains without these reports, prints how the ranker does on them, and writes nothing.
- Which reports are `dev` is read from the table in the annotations' README.md; no other annotation or text is opened.
- The grammar was tuned on the same reports, so each is also read with a third of the lexicon's heads and acts taken away at
  random (fixed seeds): what the ranker then sees is closer to a report nobody has seen. For the same reason it never learns from
  what the grammar kept: that counts as a bonus. THRESHOLD, BONUS and DIRECTIONS were chosen on reports not trained with.
- Vectors are turned to their main directions first, as there are few reports. A stretch is the more a clause the more of its
  words it shares with one; several sets of trees, each grown from other draws, count together.
- Deterministic: same texts, annotations, lexicons and model file, same numbers to four digits.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import zlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import lightgbm
import numpy as np

from comity.procedures.local_ranker import MODEL_FILE, MODEL_SHA256, PACKAGE, VERSION, open_model
from comity.reader.clauses.clauses import clauses_of
from comity.reader.files.document import open_document
from comity.reader.labelling.candidates import Candidate, candidates_of
from comity.reader.labelling.facts import STATUSES
from comity.reader.labelling.labelled import applied, numbered
from comity.reader.labelling.labels import Numbered, checked
from comity.reader.labelling.ranking import FILE, Ranker, ranker_of
from comity.reader.labelling.trees import Tree
from comity.reader.measuring.score import paired
from comity.reader.names.parties import parties_of
from comity.reader.names.people import people_of
from comity.reader.text.page import Page, prepare
from comity.reader.words.lexicon import Lexicon, lexicon_of

RIDGE, STEPS, DIRECTIONS = 4.0, 7, (32, 16)
DRAWS, ROUNDS = 3, 200
GROWTH = {
    "objective": "cross_entropy",
    "num_leaves": 15,
    "learning_rate": 0.05,
    "min_data_in_leaf": 30,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}
THRESHOLD, BONUS, MARGIN = 0.35, 0.3, 0.0
THINNED = ("acts", "actions", "nominals", "leads", "headings", "openers")
TAKEN, SEEDS, FOLDS = 0.33, (0, 1, 2, 3), 6
TARGET = Path(__file__).parents[1] / "src" / "comity" / "reader" / "labelling" / FILE
_ROW = re.compile(r"^\| (\S+) \| dev \| \S+ \| ([^|]+?) \|", re.MULTILINE)
Counts = tuple[int, int, int, int]
Vectors = dict[str, np.ndarray]


@dataclass(frozen=True)
class Seen:
    """One reading of one report: its candidates, where they stand in the original, and what the annotation wants."""

    id: str
    outlet: str
    seed: int
    page: Page
    candidates: tuple[Candidate, ...]
    segments: tuple[Numbered, ...]
    spans: list[tuple[int, int]]
    wanted: list[dict[str, object]]


@dataclass(frozen=True)
class Table:
    """A reading as numbers: facts, vectors of words and of sentences, and the share and number of the clause each is."""

    seen: Seen
    facts: np.ndarray
    words: np.ndarray
    sentences: np.ndarray
    shares: list[tuple[float, int]]


def thinned_rules(lang: str, seed: int) -> Lexicon:
    """The lexicon of a language with a share of its lines taken away, the same ones for a seed each time; 0 takes none."""
    whole = lexicon_of(lang)
    if not seed:
        return whole
    taken = [zlib.crc32(f"{seed} {line.rule}".encode()) / 2**32 < TAKEN for line in whole.lines]
    return Lexicon(
        tuple(line for line, is_taken in zip(whole.lines, taken, strict=True) if line.role not in THINNED or not is_taken)
    )


def readings(annotations: Path, texts: Path, seed: int) -> Iterator[Seen]:
    """Every report that may be read, as the thinned grammar of `seed` reads it."""
    lexicons = lru_cache(maxsize=16)(lambda lang: thinned_rules(lang, seed))
    for name, outlet in _ROW.findall((annotations / "README.md").read_text(encoding="utf-8")):
        gold = json.loads((annotations / f"{name}.json").read_bytes())
        if gold["doc"]["split"] != "dev":
            raise SystemExit(f"{name} is not dev")
        page = prepare(open_document((texts / f"{name}.txt").read_bytes(), name=f"{name}.txt"), lexicons=lexicons)
        _, named = people_of(page, parties_of(page, ()))
        candidates = candidates_of(page, clauses_of(page, named)[0])
        if candidates:
            quotes = [page.quote(one.draft.start, one.draft.end) for one in candidates]
            spans = [(quote.start, quote.end) for quote in quotes]
            yield Seen(name, outlet, seed, page, candidates, numbered(page, candidates), spans, gold["clauses"])


def vectors_of(over: Sequence[Seen], file: Path | None) -> Vectors:
    """The vector of every segment and sentence by its digest; those in `file` are not made again."""
    known: Vectors = dict(np.load(file)) if file is not None and file.is_file() else {}
    texts = {_key(text): text for one in over for segment in one.segments for text in (segment.text, segment.sentence)}
    missing = {key: text for key, text in texts.items() if key not in known}
    with ProcessPoolExecutor(2) as workers:
        known.update(zip(missing, workers.map(_vector, missing.values(), chunksize=50), strict=True))
    if file is not None:
        np.savez(file, **known)
    return known


def _key(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _vector(text: str) -> np.ndarray:
    return np.array(open_model()([text])[0], np.float32)


def table_of(seen: Seen, vectors: Vectors) -> Table:
    """A reading as numbers."""
    facts = np.array([one.facts for one in seen.segments])
    words = np.array([vectors[_key(one.text)] for one in seen.segments], float)
    sentences = np.array([vectors[_key(one.sentence)] for one in seen.segments], float)
    return Table(seen, facts, words, sentences, [_share(span, seen.wanted) for span in seen.spans])


def _share(span: tuple[int, int], wanted: Sequence[dict[str, object]]) -> tuple[float, int]:
    """The greatest share of characters a stretch has in common with a wanted clause, and which one."""
    start, end = span
    best = (0.0, -1)
    for number, clause in enumerate(wanted):
        quote = clause["evidence"][0]  # type: ignore[index]
        common = min(end, quote["end"]) - max(start, quote["start"])
        if common > 0:
            best = max(best, (common / (max(end, quote["end"]) - min(start, quote["start"])), number))
    return best


def directions(rows: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
    """The mean of vectors and their main directions, so scaled that the first is about as wide as a fact."""
    rows = np.unique(rows, axis=0)
    mean = rows.mean(0)
    _, sizes, turned = np.linalg.svd(rows - mean, full_matrices=False)
    return mean, turned[:count].T / sizes[0] * np.sqrt(len(rows))


def fit(rows: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Weights of a logistic regression with a ridge, bias first, by Newton's method; a report counts once over its seeds."""
    x, weight = np.hstack([np.ones((len(rows), 1)), rows]), 1 / len(SEEDS)
    ridge = np.eye(x.shape[1]) * RIDGE
    ridge[0, 0] = 1e-6
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        sure = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        curve = np.maximum(sure * (1 - sure), 1e-6) * weight
        slope = weight * (x.T @ (wanted - sure)) - ridge @ weights
        weights = weights + np.linalg.solve((x * curve[:, None]).T @ x + ridge, slope)
    return weights


def grown(rows: np.ndarray, shares: np.ndarray) -> list[Tree]:
    """Trees over rows for the share of its words that each has in common with a clause."""
    wanted = np.clip((shares - 0.3) / 0.4, 0, 1)
    out = []
    for seed in range(DRAWS):
        model = lightgbm.train(GROWTH | {"seed": seed}, lightgbm.Dataset(rows, wanted), num_boost_round=ROUNDS)
        out += [_tree(one["tree_structure"]) for one in model.dump_model()["tree_info"]]
    return out


def _tree(node: dict[str, object]) -> Tree:
    """A tree of LightGBM's as one of ours; it sends a number that equals the bound to the left as well."""
    if "leaf_value" in node:
        return round(float(node["leaf_value"]) / DRAWS, 5)
    low, high = _tree(node["left_child"]), _tree(node["right_child"])
    return [node["split_feature"], round(float(node["threshold"]), 5), low, high]


def trained(tables: Sequence[Table]) -> dict[str, object]:
    """The object that `ranker.json` holds, learnt from readings of reports, whole and thinned."""
    turns = {
        name: directions(np.vstack([getattr(one, name) for one in tables]), count)
        for name, count in zip(("words", "sentences"), DIRECTIONS, strict=True)
    }
    turned = [[(getattr(one, name) - mean) @ turn for name, (mean, turn) in turns.items()] for one in tables]
    rows = np.vstack([np.hstack([one.facts, *more]) for one, more in zip(tables, turned, strict=True)])
    shares = np.array([share for one in tables for share, _ in one.shares])
    is_clause = shares >= 0.5
    said = np.array([str(one.seen.wanted[n]["status"]) if share >= 0.5 else "" for one in tables for share, n in one.shares])
    described = {"package": PACKAGE, "version": VERSION, "model_file": MODEL_FILE, "model_sha256": MODEL_SHA256}
    numbers = {"facts": tables[0].facts.shape[1], "threshold": THRESHOLD, "bonus": BONUS, "margin": MARGIN}
    told = {
        name: {"mean": _rounded(mean), "directions": [_rounded(row) for row in turn.T]} for name, (mean, turn) in turns.items()
    }
    statuses = {name: _rounded(fit(rows[is_clause], (said[is_clause] == name).astype(float))) for name in STATUSES}
    return described | numbers | told | {"keep": grown(rows, shares), "statuses": statuses}


def _rounded(row: np.ndarray) -> list[float]:
    return [round(float(number), 4) for number in row]


def counts(table: Table, ranker: Ranker | None) -> Counts:
    """Right, right with the status, wanted and given clauses of one reading, by rules or with a ranker."""
    one = table.seen
    if ranker is None:
        drafts = tuple(candidate.draft for candidate in one.candidates if candidate.is_kept)
    else:
        labels = ranker.label(one.segments, table.words.tolist(), table.sentences.tolist())
        drafts = applied(one.candidates, one.segments, checked(one.segments, labels), by="model/local").drafts
    quotes = [one.page.quote(draft.start, draft.end) for draft in drafts]
    given = [{"evidence": [{"start": q.start, "end": q.end}], "status": d.status} for q, d in zip(quotes, drafts, strict=True)]
    pairs = paired(one.wanted, given, 0.5)
    same = sum(1 for want, got in pairs if got["status"] == want["status"] or got["status"] in want.get("status_alt", ()))
    return len(pairs), same, len(one.wanted), len(given)


def told(name: str, rows: Sequence[Counts]) -> str:
    right, same, wanted, given = (sum(row[n] for row in rows) for n in range(4))
    f1, with_status = 2 * right / max(1, wanted + given), 2 * same / max(1, wanted + given)
    return f"{name:<36} P {right / max(1, given):.3f}  R {right / max(1, wanted):.3f}  F1 {f1:.3f}  with status {with_status:.3f}"


def cross(tables: Sequence[Table]) -> None:
    """Prints clauses by rules and with a ranker that never saw the outlet."""
    results: dict[str, list[Counts]] = {}
    for fold in range(FOLDS):
        here = [zlib.crc32(one.seen.outlet.encode()) % FOLDS == fold for one in tables]
        ranker = ranker_of(trained([one for one, is_here in zip(tables, here, strict=True) if not is_here]))
        for one in (one for one, is_here in zip(tables, here, strict=True) if is_here):
            kind = "thinned lexicon" if one.seen.seed else "whole lexicon"
            results.setdefault(f"{kind}, rules", []).append(counts(one, None))
            results.setdefault(f"{kind}, ranker", []).append(counts(one, ranker))
    for name, rows in sorted(results.items()):
        print(told(f"cross-validated, {name}", rows))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--annotations", type=Path, required=True)
    asked.add_argument("--texts", type=Path, required=True)
    asked.add_argument("--unseen", default="", help="ids, parted by commas, to train without and to score")
    asked.add_argument("--vectors", type=Path, help="a file outside the project that keeps vectors by digest between runs")
    given = asked.parse_args()
    over = [one for seed in SEEDS for one in readings(given.annotations, given.texts, seed)]
    vectors = vectors_of(over, given.vectors)
    tables = [table_of(one, vectors) for one in over]
    unseen = set(filter(None, given.unseen.split(",")))
    known = [one for one in tables if one.seen.id not in unseen]
    print(f"{len(known)} readings, {sum(len(one.shares) for one in known)} candidates")
    cross(known)
    found = trained(known)
    if unseen:
        left = [one for one in tables if one.seen.id in unseen and not one.seen.seed]
        for name, ranker in (("rules", None), ("ranker", ranker_of(found))):
            print(told(f"unseen, {name}", [counts(one, ranker) for one in left]))
        return
    written = json.dumps(found, separators=(",", ":"))
    TARGET.write_text(re.sub(r'(?<=[\]},])("(?:keep|statuses|done|hoped|proposed|limitation))', r"\n\1", written) + "\n", "utf-8")
    print(f"{TARGET.name} written")


if __name__ == "__main__":
    main()
