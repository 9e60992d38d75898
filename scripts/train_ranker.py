"""Writes the ranker's weights from the annotations that may be read; never touches those held back.

    .venv/bin/python scripts/train_ranker.py ANNOTATIONS TEXTS [--cross]

- Which reports are `dev` is read from the table in ANNOTATIONS/README.md; no other annotation or text is opened.
- The grammar was tuned on the same reports, so each is also read with a third of the lexicon's heads and acts taken away at
  random (fixed seeds): what the ranker then sees is closer to a report nobody has seen.
- `--cross` leaves one outlet out at a time and prints clauses by rules beside those with the ranker, with the whole lexicon
  and with the thinned one, instead of writing anything.
- Deterministic: same texts, annotations, lexicons and model file, same weights to four digits.
"""

from __future__ import annotations

import argparse
import json
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from comity.procedures.local_ranker import MODEL_FILE, MODEL_SHA256, PACKAGE, VERSION, open_model
from comity.reader.clauses.clauses import clauses_of
from comity.reader.files.document import open_document
from comity.reader.labelling.candidates import STATUSES, Candidate, candidates_of
from comity.reader.labelling.labelled import applied, numbered
from comity.reader.labelling.labels import Numbered, checked
from comity.reader.labelling.ranking import FILE, Ranker
from comity.reader.measuring.score import paired
from comity.reader.names.parties import parties_of
from comity.reader.names.people import people_of
from comity.reader.text.page import Page, prepare
from comity.reader.words.lexicon import Lexicon, lexicon_of

RIDGE, RIDGE_VECTORS, STEPS = 2.0, 0.5, 7
THRESHOLD, FLOOR = 0.45, 0.1
THINNED = ("acts", "actions", "nominals", "leads", "headings", "openers")
TAKEN, SEEDS = 0.33, (1, 2)
_ROW = re.compile(r"^\| (\S+) \| dev \| \S+ \| ([^|]+?) \|", re.MULTILINE)


@dataclass(frozen=True)
class Seen:
    """One reading of one report: its candidates with their vectors, and what the annotation wants."""

    outlet: str
    seed: int
    page: Page
    candidates: tuple[Candidate, ...]
    segments: tuple[Numbered, ...]
    rows: np.ndarray
    spans: list[tuple[int, int]]
    wanted: list[dict[str, object]]


def thinned(seed: int) -> Callable[[str], Lexicon]:
    """The lexicons with a share of their lines taken away, the same ones for a seed each time; 0 takes none."""

    @lru_cache(maxsize=16)
    def lexicon(lang: str) -> Lexicon:
        whole = lexicon_of(lang)
        if not seed:
            return whole
        kept = [
            line
            for line in whole.lines
            if line.role not in THINNED or zlib.crc32(f"{seed} {line.rule}".encode()) / 2**32 >= TAKEN
        ]
        return Lexicon(tuple(kept))

    return lexicon


def reports(annotations: Path) -> Iterator[tuple[str, str]]:
    """The id and outlet of each report that may be read."""
    yield from _ROW.findall((annotations / "README.md").read_text(encoding="utf-8"))


def seen(annotations: Path, texts: Path, seed: int, embed: Callable[[Sequence[str]], np.ndarray]) -> Iterator[Seen]:
    """Every report that may be read, as the thinned grammar of `seed` reads it."""
    for name, outlet in reports(annotations):
        gold = json.loads((annotations / f"{name}.json").read_bytes())
        if gold["doc"]["split"] != "dev":
            raise SystemExit(f"{name} is not dev")
        page = prepare(open_document((texts / f"{name}.txt").read_bytes(), name=f"{name}.txt"), lexicons=thinned(seed))
        _, named = people_of(page, parties_of(page, ()))
        candidates = candidates_of(page, clauses_of(page, named)[0])
        if not candidates:
            continue
        segments = numbered(page, candidates)
        facts = np.array([one.facts for one in segments])
        rows = np.hstack([facts, embed([one.text for one in segments])])
        quotes = [page.quote(one.draft.start, one.draft.end) for one in candidates]
        yield Seen(outlet, seed, page, candidates, segments, rows, [(q.start, q.end) for q in quotes], gold["clauses"])


def shares(one: Seen) -> list[tuple[float, int]]:
    """For each candidate the greatest share of characters it has in common with a wanted clause, and which one."""
    out = []
    for start, end in one.spans:
        best = (0.0, -1)
        for number, clause in enumerate(one.wanted):
            quote = clause["evidence"][0]  # type: ignore[index]
            common = min(end, quote["end"]) - max(start, quote["start"])
            if common > 0:
                best = max(best, (common / (max(end, quote["end"]) - min(start, quote["start"])), number))
        out.append(best)
    return out


def scales(facts: int, width: int) -> np.ndarray:
    return np.concatenate([np.ones(facts), np.full(width - facts, np.sqrt(RIDGE / RIDGE_VECTORS))])


def fit(
    rows: np.ndarray, wanted: np.ndarray, scale: np.ndarray, *, start: np.ndarray | None = None, steps: int = STEPS
) -> np.ndarray:
    """Weights of a logistic regression with a ridge, bias first, by Newton's method."""
    x = np.hstack([np.ones((len(rows), 1)), rows * scale])
    ridge = np.eye(x.shape[1]) * RIDGE
    ridge[0, 0] = 1e-6
    weights = np.zeros(x.shape[1]) if start is None else start
    for _ in range(steps):
        sure = 1 / (1 + np.exp(-np.clip(x @ weights, -40, 40)))
        curve = np.maximum(sure * (1 - sure), 1e-6)
        weights = weights + np.linalg.solve((x * curve[:, None]).T @ x + ridge, x.T @ (wanted - sure) - ridge @ weights)
    return weights


def trained(over: Sequence[Seen], *, start: dict[str, np.ndarray] | None = None, steps: int = STEPS) -> dict[str, np.ndarray]:
    """The weights, still scaled, of the regression for clauses ("") and of the one for each status."""
    scale = scales(len(over[0].segments[0].facts), over[0].rows.shape[1])
    best = [shares(one) for one in over]
    rows = np.vstack([one.rows for one in over])
    found = {
        "": fit(
            rows,
            np.array([share >= 0.5 for row in best for share, _ in row], float),
            scale,
            start=start and start[""],
            steps=steps,
        )
    }
    right = [
        (one.rows[n], str(one.wanted[clause]["status"]))
        for one, row in zip(over, best, strict=True)
        for n, (share, clause) in enumerate(row)
        if share >= 0.5
    ]
    table, said = np.array([row for row, _ in right]), [status for _, status in right]
    for status in STATUSES:
        found[status] = fit(
            table, np.array([one == status for one in said], float), scale, start=start and start[status], steps=steps
        )
    return found


def as_ranker(weights: dict[str, np.ndarray], over: Sequence[Seen]) -> dict[str, object]:
    """The object that `ranker.json` holds."""
    facts, width = len(over[0].segments[0].facts), over[0].rows.shape[1]
    scale = np.concatenate([[1.0], scales(facts, width)])
    plain = {name: [round(float(number), 4) for number in row * scale] for name, row in weights.items()}
    described = {"package": PACKAGE, "version": VERSION, "model_file": MODEL_FILE, "model_sha256": MODEL_SHA256}
    numbers = {"dim": width - facts, "facts": facts, "threshold": THRESHOLD, "floor": FLOOR}
    return described | numbers | {"keep": plain[""], "statuses": {name: plain[name] for name in STATUSES}}


def counts(one: Seen, ranker: Ranker | None) -> tuple[int, int, int, int]:
    """Right, right with the status, wanted and given clauses of one reading, by rules or with a ranker."""
    facts = len(one.segments[0].facts)
    if ranker is None:
        drafts = tuple(candidate.draft for candidate in one.candidates if candidate.is_kept)
    else:
        labels = [ranker.label(part, row[facts:]) for part, row in zip(one.segments, one.rows, strict=True)]
        drafts = applied(one.candidates, one.segments, checked(one.segments, labels), by="model/local").drafts
    quotes = [one.page.quote(draft.start, draft.end) for draft in drafts]
    given = [{"evidence": [{"start": q.start, "end": q.end}], "status": d.status} for q, d in zip(quotes, drafts, strict=True)]
    pairs = paired(one.wanted, given, 0.5)
    same = sum(1 for want, got in pairs if got["status"] == want["status"] or got["status"] in want.get("status_alt", ()))
    return len(pairs), same, len(one.wanted), len(given)


def told(name: str, rows: Sequence[tuple[int, int, int, int]]) -> str:
    right, same, wanted, given = (sum(row[n] for row in rows) for n in range(4))
    f1, with_status = 2 * right / max(1, wanted + given), 2 * same / max(1, wanted + given)
    return f"{name:<28} P {right / max(1, given):.3f}  R {right / max(1, wanted):.3f}  F1 {f1:.3f}  with status {with_status:.3f}"


def cross(over: Sequence[Seen]) -> None:
    """Prints clauses by rules and with a ranker that never saw the outlet."""
    from dataclasses import replace

    from comity.reader.labelling.ranking import ranker_of

    whole = trained(over)
    results: dict[str, list[tuple[int, int, int, int]]] = {}
    for outlet in sorted({one.outlet for one in over}):
        rest = [one for one in over if one.outlet != outlet]
        ranker = ranker_of(as_ranker(trained(rest, start=whole, steps=3), over))
        for one in over:
            if one.outlet != outlet:
                continue
            kind = "thinned lexicon" if one.seed else "whole lexicon"
            results.setdefault(f"{kind}, rules", []).append(counts(one, None))
            for threshold in (0.35, THRESHOLD, 0.6):
                tried = replace(ranker, threshold=threshold)
                results.setdefault(f"{kind}, from {threshold}", []).append(counts(one, tried))
    for name, rows in sorted(results.items()):
        print(told(name, rows))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("annotations", type=Path)
    asked.add_argument("texts", type=Path)
    asked.add_argument("--cross", action="store_true")
    asked.add_argument("--vectors", type=Path, help="a file outside the project that keeps vectors by digest between runs")
    given = asked.parse_args()
    embed = kept_vectors(given.vectors)
    over = [one for seed in (0, *SEEDS) for one in seen(given.annotations, given.texts, seed, embed)]
    embed([])
    print(f"{len(over)} readings, {sum(len(one.segments) for one in over)} candidates")
    if given.cross:
        cross(over)
        return
    target = Path(__file__).parents[1] / "src" / "comity" / "reader" / "labelling" / FILE
    found = json.dumps(as_ranker(trained(over), over), indent=None, separators=(",", ":"))
    target.write_text(
        re.sub(r'(?<=[\]},])("(?:keep|statuses|done|hoped|proposed|limitation))', r"\n\1", found) + "\n", encoding="utf-8"
    )
    print(f"{target.name} written")


def kept_vectors(file: Path | None) -> Callable[[Sequence[str]], np.ndarray]:
    """Vectors of texts; kept in `file` by digest when called with nothing."""
    import hashlib

    model = open_model()
    known: dict[str, np.ndarray] = dict(np.load(file)) if file is not None and file.is_file() else {}

    def embed(texts: Sequence[str]) -> np.ndarray:
        keys = [hashlib.sha256(text.encode()).hexdigest() for text in texts]
        for key, text in zip(keys, texts, strict=True):
            if key not in known:
                known[key] = np.array(model([text])[0], np.float32)
        if not texts and file is not None:
            np.savez(file, **known)
        return np.array([known[key] for key in keys])

    return embed


if __name__ == "__main__":
    main()
