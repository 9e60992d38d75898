"""Measures the reader against annotations by hand, one JSON file a document, and what it is measured beside.

- A text that is not the one annotated is not scored, nor is part of a set: everything chosen must be there.
- The day of publication that an annotation states is told to the reader, as whoever reads a report knows it.
- Held-back reports are scored only when that is asked for in so many words, and it is written down each time.

Source: docs/annotation.md; annotations/README.md.
"""

from __future__ import annotations

import hashlib
import json
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from comity.procedures.clock import Moment
from comity.procedures.held_back_log import log_scoring, set_of, times_scored
from comity.procedures.local_ranker import local_ranker
from comity.procedures.rivals import RUNS, Told, names_rival, plain_rule
from comity.reader.edition import digest_of_reader
from comity.reader.files.document import open_document
from comity.reader.labelling.deciders import Deciders
from comity.reader.labelling.labels import Labeller
from comity.reader.labelling.weights import packaged
from comity.reader.measuring.gold import to_gold
from comity.reader.measuring.score import Record, score
from comity.reader.measuring.score_report import Scored, micro_of, report
from comity.reader.read import READER_VERSION, read
from comity.record.errors import FileMissing, HeldBackUnasked, NotJson, OtherText

DEV, HELD_BACK, ALL = "dev", "held_back", "all"
SPLITS = (DEV, HELD_BACK, ALL)
_SEED = 20261122
_LISTS = ("boilerplate", "parties", "meetings", "people", "clauses", "instruments", "gates", "next_meetings")


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotation, the name and the bytes of its text."""

    gold: Record
    name: str
    raw: bytes

    @property
    def published(self) -> str | None:
        """The day of publication as the annotation states it."""
        date = self.gold["doc"].get("date")
        return date if isinstance(date, str) else None

    def reading(self, labeller: Labeller | None = None, *, is_grammar_alone: bool = False) -> Record:
        """What the reader finds in the text, in the annotation's labels; with weights as at a desk. Raises: every ReaderError."""
        weights = None if is_grammar_alone else packaged()
        document = open_document(self.raw, name=self.name)
        return to_gold(
            read(document, published=self.published, by=Deciders(weights, labeller, is_left_to_labeller=labeller is not None))
        )


def score_reader(
    annotations: Path, texts: Path, *, split: str = DEV, has_baselines: bool = False, is_ranked: bool = False
) -> Record:
    """The report over the annotations of a split whose texts stand in `texts`; those without a split count as `dev`.

    `is_ranked` puts the same measures with the ranking model beside those by rules.
    Raises: FileMissing, NotJson, OtherText, and every ReaderError.
    """
    ranker = local_ranker() if is_ranked else None
    chosen = annotated(annotations, texts, split=split)
    try:
        beside = (_baselines(chosen) if has_baselines else {}) | (_ranked(chosen, ranker) if ranker is not None else {})
        return _report(chosen, split) | _grammar_alone(chosen) | _bound(annotations, chosen) | beside
    except (KeyError, TypeError, IndexError, AttributeError) as problem:
        raise NotJson(problem="an annotation is not complete") from problem


def annotated(annotations: Path, texts: Path, *, split: str = DEV) -> list[Annotated]:
    """The annotations of a split with their texts. Raises: FileMissing, NotJson, OtherText."""
    chosen = [_annotated(gold, name, texts) for name, gold in _annotations(annotations, split)]
    if not chosen:
        raise FileMissing(path=str(annotations / "*.json"))
    return chosen


def score_held_back(annotations: Path, measure: Callable[[], Record], *, moment: Moment) -> tuple[Record, int]:
    """What `measure` (a call of `score_reader`) gives, and how often this was done before; then the list is longer by a line.

    Raises: DiskFailed, and what `measure` raises.
    """
    name = set_of(str(gold["doc"].get("sha256")) for _, gold in _annotations(annotations, HELD_BACK))
    before = times_scored(annotations, name)
    told = measure()
    log_scoring(annotations, name, told, day=moment.day)
    return told, before


def demand_asked(annotations: Path, split: str, *, is_asked: bool) -> bool:
    """Whether scoring this split scores held-back reports. Raises: HeldBackUnasked where it does and nobody said so; NotJson."""
    is_held = split != DEV and any(gold["doc"].get("split") == HELD_BACK for _, gold in _annotations(annotations, split))
    if is_held and not is_asked:
        raise HeldBackUnasked()
    return is_held


def _report(chosen: Sequence[Annotated], split: str) -> Record:
    for one in {str(one.gold["doc"].get("lang")): one for one in chosen}.values():
        one.reading()  # the lexicons of each language are loaded before the time counts
    start = time.process_time()
    readings = [one.reading() for one in chosen]
    seconds = time.process_time() - start
    originals = [open_document(one.raw, name=one.name).original for one in chosen]
    scored = [
        _scored(one.gold, score(one.gold, got, original=text), one.name)
        for one, got, text in zip(chosen, readings, originals, strict=True)
    ]
    told = report(scored, is_in_sample=split != HELD_BACK, chance=random.Random(_SEED))
    characters = sum(map(len, originals))
    speed = {"documents": round(len(chosen) / seconds, 1), "kchars": round(characters / seconds / 1e3, 1)}
    return {"split": split, "reader": READER_VERSION, "digest": digest_of_reader(), "per_second": speed} | told


def _grammar_alone(chosen: Sequence[Annotated]) -> Record:
    """The same measures where nothing but rules and lexicons says what is a clause."""
    return {"grammar": micro_of([score(one.gold, one.reading(is_grammar_alone=True))["counts"] for one in chosen])}


def _ranked(chosen: Sequence[Annotated], ranker: Labeller) -> Record:
    """The same measures where the ranking model keeps, drops and labels clauses."""
    return {"ranked": micro_of([score(one.gold, one.reading(ranker))["counts"] for one in chosen])}


def _bound(annotations: Path, chosen: Sequence[Annotated]) -> Record:
    """How far a second annotation of the same texts agrees with the first; a reader cannot be told to do better."""
    second = {path.stem: _annotation(path) for path in sorted((annotations / "second").glob("*.json"))}
    counts = []
    for one in chosen:
        again = second.get(str(one.gold["doc"].get("id")))
        if again is not None:
            counts.append(score(one.gold, again)["counts"])
    micro = micro_of(counts)
    asked = {field: row for field, row in micro.items() if row["given"]}  # what the second pass left out says nothing
    return {"agreement": {"documents": len(counts), "micro": asked}} if counts else {}


def _baselines(chosen: Sequence[Annotated]) -> Record:
    texts = [open_document(one.raw, name=one.name).original for one in chosen]
    english = [place for place, one in enumerate(chosen) if one.gold["doc"].get("lang") == "en"]
    told = [_told(chosen[place], texts[place]) for place in english]
    best = float("inf")
    for _ in range(RUNS):
        start = time.perf_counter()
        for place in english:
            chosen[place].reading()
        best = min(best, time.perf_counter() - start)
    plain = plain_rule([(text, one.gold) for text, one in zip(texts, chosen, strict=True)])
    return {"baselines": {"plain_rule": plain, "names": names_rival(told, our_seconds=best)}}


def _told(one: Annotated, text: str) -> Told:
    given = [str(person["name"]) for person in one.reading()["people"]]
    return Told(text, tuple(str(person["name"]) for person in one.gold["people"]), tuple(given))


def _scored(gold: Record, result: Record, name: str) -> Scored:
    return Scored(name, str(gold["doc"].get("lang", "")), str(gold["doc"].get("outlet", "")), result)


def _annotations(folder: Path, split: str) -> list[tuple[str, Record]]:
    """Name and annotation of each file of the split, by name. Raises: NotJson."""
    every = [(path.stem, _annotation(path)) for path in sorted(folder.glob("*.json"))]
    return [(name, gold) for name, gold in every if split == ALL or gold["doc"].get("split", DEV) == split]


def _annotation(path: Path) -> Record:
    try:
        found: Record = json.loads(path.read_bytes())
        if not isinstance(found["doc"], dict):
            raise TypeError(path.name)
        for name in _LISTS:
            _demand_records(found[name])
    except (ValueError, KeyError, TypeError) as problem:
        raise NotJson(problem=f"{path.name} is no annotation") from problem
    return found


def _demand_records(given: Any) -> None:
    if not isinstance(given, list) or not all(isinstance(record, dict) for record in given):
        raise TypeError("no list of records")


def _annotated(gold: Record, name: str, texts: Path) -> Annotated:
    path = texts / str(gold["doc"].get("file") or f"{name}.txt")
    if not path.is_file():
        raise FileMissing(path=str(path))
    raw = path.read_bytes()
    stated = gold["doc"].get("sha256")
    if stated is not None and stated != hashlib.sha256(raw).hexdigest():
        raise OtherText(name=path.name)
    return Annotated(gold, path.name, raw)
