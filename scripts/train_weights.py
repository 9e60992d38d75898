"""Writes the weights, and the ranker's numbers, from the annotations that may be read; never touches those held back.

    make weights TEXTS=DIR

- Run it whenever rules, lexicons or annotations have changed; it takes a few minutes, nearly all of them for vectors, and
  `--vectors FILE` (outside the project) keeps those between runs. It prints clauses by rules and, cross-validated, by weights and
  by a ranker that saw no report of the outlet, and writes `weights.json` and `ranker.json` in `src/comity/reader/labelling`.
- `--onward` learns on from the weights that stand: what texts taught that can no longer be had stays, as far as the texts at hand
  do not speak against it.
- `--unseen ID,ID` trains without these reports, prints how well they are read, and writes nothing. Reports whose text is not in
  the folder are left out and counted.
- Which reports are `dev` is read from the table in the annotations' README.md; no other annotation or text is opened.
- Deterministic: same texts, annotations, lexicons and model file, same numbers.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Sequence
from pathlib import Path

from learn_weights import FOLDER, Learnt, Stands, learnt, standing
from seen_reports import Seen, Vectors, key, readings, vectors_of

from comity.procedures.local_ranker import MODEL_FILE, MODEL_SHA256, PACKAGE, VERSION
from comity.reader.labelling import ranking, weights
from comity.reader.labelling.ranking import turn_of
from comity.reader.labelling.sums import Odds
from comity.reader.labelling.weights import Weights, likeliest, weights_of
from comity.reader.measuring.score import paired

FOLDS = 6
Counts = tuple[int, int, int, int]


def odds_of(one: Seen, found: Learnt, vectors: Vectors | None) -> list[Odds]:
    """What weights, and the turns where there are some, make of each candidate."""
    by = weights_of(found.weights)
    odds = [by.statuses.odds(candidate.facts, candidate.grams) for candidate in one.candidates]
    if vectors is None:
        return odds
    turns = [turn_of(turn) for turn in found.turns]
    more = [[turn.odds(vectors[key(text)].tolist()) for turn, text in zip(turns, pair, strict=True)] for pair in one.texts()]
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


def measured(
    name: str, train: Sequence[Seen], over: Sequence[Seen], vectors: Vectors | None, stands: Stands
) -> dict[str, list[Counts]]:
    """The counts of reports by rules, by weights and by a ranker that were learnt from others."""
    out = {f"{name}, rules": [counts(one, None, None) for one in over]}
    for way, given, before in (("weights", None, stands[0]), ("ranker", vectors, stands[1])):
        if way == "ranker" and vectors is None:
            continue
        found = learnt(train, given, before=before)
        by = weights_of(found.weights)
        out[f"{name}, {way}"] = [counts(one, odds_of(one, found, given), by) for one in over]
    return out


def cross(over: Sequence[Seen], vectors: Vectors | None, stands: Stands) -> None:
    """Prints clauses by rules, and by weights and a ranker that never saw the outlet."""
    results: dict[str, list[Counts]] = {}
    for fold in range(FOLDS):
        here = [zlib.crc32(one.outlet.encode()) % FOLDS == fold for one in over]
        train, left = ([one for one, is_here in zip(over, here, strict=True) if is_here == wish] for wish in (False, True))
        for name, rows in measured("cross-validated", train, left, vectors, stands).items():
            results.setdefault(name, []).extend(rows)
    for name, rows in results.items():
        print(told(name, rows))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--annotations", type=Path, required=True)
    asked.add_argument("--texts", type=Path, required=True)
    asked.add_argument("--unseen", default="", help="ids, parted by commas, to train without and to score")
    asked.add_argument("--vectors", type=Path, help="a file outside the project that keeps vectors by digest between runs")
    asked.add_argument("--onward", action="store_true", help="learn on from the weights that stand")
    asked.add_argument("--no-ranker", action="store_true", help="the weights alone, without vectors")
    given = asked.parse_args()
    over = list(readings(given.annotations, given.texts))
    vectors = None if given.no_ranker else vectors_of(over, given.vectors)
    stands = standing() if given.onward else (None, None)
    unseen = set(filter(None, given.unseen.split(",")))
    known = [one for one in over if one.id not in unseen]
    print(f"{len(known)} reports, {sum(len(one.candidates) for one in known)} candidates")
    if unseen:
        for name, rows in measured("unseen", known, [one for one in over if one.id in unseen], vectors, stands).items():
            print(told(name, rows))
        return
    cross(known, vectors, stands)
    _write(FOLDER / weights.FILE, learnt(known, before=stands[0]).weights)
    if vectors is not None:
        found = learnt(known, vectors, before=stands[1])
        model = {"package": PACKAGE, "version": VERSION, "model_file": MODEL_FILE, "model_sha256": MODEL_SHA256}
        turns = dict(zip(("words", "sentences"), found.turns, strict=True))
        _write(FOLDER / ranking.FILE, model | {"weights": found.weights} | turns)


def _write(file: Path, found: dict[str, object]) -> None:
    file.write_text(json.dumps(found, separators=(",", ":")).replace(',"', ',\n"') + "\n", "utf-8")
    print(f"{file.name} written, {file.stat().st_size} bytes")


if __name__ == "__main__":
    main()
