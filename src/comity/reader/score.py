"""How a reading compares with a hand annotation of the same document.

- Clauses pair greedily one to one by the share of characters they have in common (intersection over union).
- Records pair by key: parties by code, people by folded name, sessions by mechanism and edition or year.
- A clause drawn from page furniture and a quote that is not the original's are counted, and must be none.
- A measure taken on documents the lexicons were written with says so: `in_sample`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from comity.reader import folding

Record = dict[str, Any]
Counts = dict[str, tuple[int, int, int]]
NOTE = "In-sample: the lexicons were written with these documents at hand. Unseen reports score lower."


def score(gold: Record, read: Record, *, original: str | None = None) -> Record:
    """Counts (right, wanted, given) per field, and what must be zero, for one document.

    With `original` the quotes of `read` are checked against it.
    """
    counts: Counts = {
        "parties": _keyed(gold["parties"], read["parties"], lambda r: str(r["code"])),
        "people": _keyed(gold["people"], read["people"], lambda r: folding.bare(str(r["name"]))),
        "titles": _titles(gold["people"], read["people"]),
        "sessions": _keyed(gold["meetings"], read["meetings"], _session_key),
        "sessions_main": _keyed(_main(gold["meetings"]), _main(read["meetings"]), _session_key),
        "session_dates": _keyed(_dated(gold["meetings"]), _dated(read["meetings"]), _dated_key),
        "instruments": _overlapping(gold["instruments"], read["instruments"]),
        "gates": _overlapping(gold["gates"], read["gates"]),
        "next_sessions": _keyed(gold["next_meetings"], read["next_meetings"], _next_key),
    }
    half = paired(gold["clauses"], read["clauses"], 0.5)
    size = (len(gold["clauses"]), len(read["clauses"]))
    counts["clauses_50"] = (len(half), *size)
    counts["clauses_80"] = (len(paired(gold["clauses"], read["clauses"], 0.8)), *size)
    counts["clauses_50_status"] = (sum(1 for want, got in half if _same_status(want, got)), *size)
    counts["areas"] = _areas(half)
    return {
        "counts": counts,
        "furniture_clauses": _in_furniture(gold["boilerplate"], read["clauses"]),
        "bad_quotes": 0 if original is None else sum(1 for q in quotes(read) if original[q["start"] : q["end"]] != q["quote"]),
    }


def report(pairs: Iterable[tuple[Record, Record]], *, is_in_sample: bool = True) -> Record:
    """Precision, recall and F1 per field over pairs of annotation and reading: micro, macro and per document."""
    scores = [(str(gold["doc"]["file"]), score(gold, read)) for gold, read in pairs]
    fields = list(scores[0][1]["counts"]) if scores else []
    micro = {field: prf(_total(one["counts"][field] for _, one in scores)) for field in fields}
    macro = {field: _mean([prf(one["counts"][field])["f1"] for _, one in scores]) for field in fields}
    return {
        "in_sample": is_in_sample,
        "note": NOTE if is_in_sample else "",
        "documents": len(scores),
        "micro": micro,
        "macro_f1": macro,
        "furniture_clauses": sum(one["furniture_clauses"] for _, one in scores),
        "per_document": {name: {field: prf(one["counts"][field]) for field in fields} for name, one in scores},
    }


def prf(counts: tuple[int, int, int]) -> dict[str, float]:
    """Precision, recall and F1 of (right, wanted, given), three digits; nothing wanted and nothing given is 1."""
    right, wanted, given = counts
    if not wanted and not given:
        return {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    precision, recall = (right / given if given else 0.0), (right / wanted if wanted else 0.0)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f1, 3)}


def overlap(one: Record, other: Record) -> float:
    """Shared characters of two records' first quotes over all their characters."""
    a, b = one["evidence"][0], other["evidence"][0]
    shared = min(a["end"], b["end"]) - max(a["start"], b["start"])
    return shared / (max(a["end"], b["end"]) - min(a["start"], b["start"])) if shared > 0 else 0.0


def paired(wanted: list[Record], given: list[Record], least: float) -> list[tuple[Record, Record]]:
    """The best one-to-one pairs that share at least `least`, the greatest share first."""
    shares = [(overlap(want, got), -w, -g) for w, want in enumerate(wanted) for g, got in enumerate(given)]
    out: list[tuple[Record, Record]] = []
    used_w: set[int] = set()
    used_g: set[int] = set()
    for share, w, g in sorted(shares, reverse=True):
        if share < least:
            break
        if -w not in used_w and -g not in used_g:
            used_w.add(-w)
            used_g.add(-g)
            out.append((wanted[-w], given[-g]))
    return out


def quotes(record: Any) -> Iterable[Record]:
    """Every quote anywhere inside a record."""
    if isinstance(record, dict):
        if {"quote", "start", "end"} <= record.keys():
            yield record
        for value in record.values():
            yield from quotes(value)
    elif isinstance(record, list):
        for value in record:
            yield from quotes(value)


def _keyed(wanted: list[Record], given: list[Record], key: Callable[[Record], str]) -> tuple[int, int, int]:
    want, got = [key(record) for record in wanted], [key(record) for record in given]
    left = list(got)
    right = 0
    for one in want:
        if one in left:
            left.remove(one)
            right += 1
    return right, len(want), len(got)


def _overlapping(wanted: list[Record], given: list[Record]) -> tuple[int, int, int]:
    return len(paired(wanted, given, 0.3)), len(wanted), len(given)


def _session_key(record: Record) -> str:
    return f"{record['mechanism']} {record['edition'] or record['year']}"


def _dated_key(record: Record) -> str:
    return f"{_session_key(record)} {record['date']}"


def _next_key(record: Record) -> str:
    return f"{record['mechanism']} {record['edition']} {record['date_from']} {record['date_to']}"


def _main(records: list[Record]) -> list[Record]:
    return [record for record in records if record["role"] == "main"]


def _dated(records: list[Record]) -> list[Record]:
    return [record for record in _main(records) if record["date"]]


def _titles(wanted: list[Record], given: list[Record]) -> tuple[int, int, int]:
    want = [{"evidence": [title]} for person in wanted for title in person["titles"]]
    got = [{"evidence": [title]} for person in given for title in person["titles"]]
    return len(paired(want, got, 0.6)), len(want), len(got)


def _same_status(want: Record, got: Record) -> bool:
    return got["status"] == want["status"] or got["status"] in want.get("status_alt", ())


def _areas(pairs: list[tuple[Record, Record]]) -> tuple[int, int, int]:
    right = sum(len(set(want["areas"]) & set(got["areas"])) for want, got in pairs)
    return right, sum(len(want["areas"]) for want, _ in pairs), sum(len(got["areas"]) for _, got in pairs)


def _in_furniture(furniture: list[Record], clauses: list[Record]) -> int:
    return sum(
        1
        for clause in clauses
        if any(max(q["start"], f["start"]) < min(q["end"], f["end"]) for q in clause["evidence"] for f in furniture)
    )


def _total(counts: Iterable[tuple[int, int, int]]) -> tuple[int, int, int]:
    right = wanted = given = 0
    for one in counts:
        right, wanted, given = right + one[0], wanted + one[1], given + one[2]
    return right, wanted, given


def _mean(values: list[float]) -> float:
    return round(sum(values) / len(values), 3) if values else 1.0
