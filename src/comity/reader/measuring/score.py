"""How a reading compares with a hand annotation of the same document.

- Clauses pair greedily one to one by the share of characters they have in common (intersection over union).
- Records pair by key: parties by code, people by folded name, sessions by mechanism and edition or year.
- A session whose year the text does not print (`year_outside`) pairs by its mechanism; its date is asked of nobody.
- Areas and agents are measured on the clauses that pair, an agent by the whole set of codes; `dates_of_pairs` on the main
  sessions that pair, where `session_dates` asks for the session as well.
- What is drawn from page furniture and a quote that is not the original's are counted, and must be none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from comity.reader.words import folding

Record = dict[str, Any]
Count = tuple[int, int, int]
Counts = dict[str, Count]
SURE = 0.8
# The fields whose records are drafts with a confidence of their own.
DRAFTED = ("parties", "people", "sessions", "clauses_50", "instruments", "gates", "next_sessions")
_LISTS = ("parties", "people", "meetings", "clauses", "instruments", "gates", "next_meetings")


def score(gold: Record, read: Record, *, original: str | None = None) -> Record:
    """Counts (right, wanted, given) per field, the same of drafts at least `SURE`, and what must be zero, for one document.

    With `original` the quotes of `read` are checked against it.
    """
    sure = {name: [record for record in read[name] if record.get("confidence", 1) >= SURE] for name in _LISTS}
    by_sure = counts_of(gold, sure)
    told = list(quotes(read))
    return {
        "counts": counts_of(gold, read),
        "sure": {field: by_sure[field] for field in DRAFTED},
        "furniture_clauses": _in_furniture(gold["boilerplate"], read["clauses"]),
        "furniture_statements": _in_furniture(gold["boilerplate"], read.get("statements", [])),
        "quotes": len(told),
        "bad_quotes": 0 if original is None else sum(1 for q in told if original[q["start"] : q["end"]] != q["quote"]),
    }


def counts_of(gold: Record, read: Record) -> Counts:
    """Right, wanted and given for each field of one document."""
    half = paired(gold["clauses"], read["clauses"], 0.5)
    size = (len(gold["clauses"]), len(read["clauses"]))
    same = [(set(want.get("agents", ())), set(got.get("agents", ()))) for want, got in half]
    return {
        "parties": _keyed(gold["parties"], read["parties"], lambda r: str(r["code"])),
        "people": _keyed(gold["people"], read["people"], lambda r: name_key(str(r["name"]))),
        "titles": _titles(gold["people"], read["people"]),
        "sessions": _sessions(gold["meetings"], read["meetings"]),
        "sessions_main": _sessions(_main(gold["meetings"]), _main(read["meetings"])),
        "session_dates": _session_dates(_main(gold["meetings"]), _main(read["meetings"])),
        "dates_of_pairs": _dates_of_pairs(_main(gold["meetings"]), _main(read["meetings"])),
        "clauses_50": (len(half), *size),
        "clauses_80": (len(paired(gold["clauses"], read["clauses"], 0.8)), *size),
        "clauses_50_status": (sum(1 for want, got in half if _same_status(want, got)), *size),
        "areas": _areas(half),
        "agents": (sum(1 for want, got in same if want == got), len(half), len(half)),
        "instruments": _overlapping(gold["instruments"], read["instruments"]),
        "gates": _overlapping(gold["gates"], read["gates"]),
        "next_sessions": _keyed(gold["next_meetings"], read["next_meetings"], _next_key),
    }


def prf(counts: Count) -> dict[str, float]:
    """Precision, recall and F1 of (right, wanted, given), three digits; nothing wanted and nothing given is 1."""
    right, wanted, given = counts
    if not wanted and not given:
        return {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    precision, recall = (right / given if given else 0.0), (right / wanted if wanted else 0.0)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f1, 3)}


def name_key(name: str) -> str:
    """What two spellings of a person's name share: no accents, no case."""
    return folding.bare(name)


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


def _keyed(wanted: list[Record], given: list[Record], key: Callable[[Record], str]) -> Count:
    want, got = [key(record) for record in wanted], [key(record) for record in given]
    left = list(got)
    right = 0
    for one in want:
        if one in left:
            left.remove(one)
            right += 1
    return right, len(want), len(got)


def _overlapping(wanted: list[Record], given: list[Record]) -> Count:
    return len(paired(wanted, given, 0.3)), len(wanted), len(given)


def _sessions(wanted: list[Record], given: list[Record]) -> Count:
    return len(_same_sessions(wanted, given)), len(wanted), len(given)


def _same_sessions(wanted: list[Record], given: list[Record]) -> list[tuple[Record, Record]]:
    """Pairs by key; then those of a year the text does not print, by mechanism alone where there is no edition."""
    out: list[tuple[Record, Record]] = []
    left = list(given)
    for same in (_same_key, _same_but_year):
        for want in wanted:
            got = next((one for one in left if same(want, one)), None)
            if got is not None and not any(want is done for done, _ in out):
                left = [one for one in left if one is not got]
                out.append((want, got))
    return out


def _same_key(want: Record, got: Record) -> bool:
    return _session_key(want) == _session_key(got)


def _same_but_year(want: Record, got: Record) -> bool:
    none_counted = want["edition"] is None and got["edition"] is None
    return bool(want.get("year_outside")) and none_counted and want["mechanism"] == got["mechanism"]


def _session_dates(wanted: list[Record], given: list[Record]) -> Count:
    unasked = [id(got) for want, got in _same_sessions(wanted, given) if want.get("year_outside")]
    want = [one for one in wanted if one["date"] and not one.get("year_outside")]
    return _keyed(want, [one for one in given if one["date"] and id(one) not in unasked], _dated_key)


def _dates_of_pairs(wanted: list[Record], given: list[Record]) -> Count:
    pairs = [(want, got) for want, got in _same_sessions(wanted, given) if want["date"] and not want.get("year_outside")]
    return sum(1 for want, got in pairs if want["date"] == got["date"]), len(pairs), len(pairs)


def _session_key(record: Record) -> str:
    return f"{record['mechanism']} {record['edition'] or record['year']}"


def _dated_key(record: Record) -> str:
    return f"{_session_key(record)} {record['date']}"


def _next_key(record: Record) -> str:
    return f"{record['mechanism']} {record['edition']} {record['date_from']} {record['date_to']}"


def _main(records: list[Record]) -> list[Record]:
    return [record for record in records if record["role"] == "main"]


def _titles(wanted: list[Record], given: list[Record]) -> Count:
    want = [{"evidence": [title]} for person in wanted for title in person["titles"]]
    got = [{"evidence": [title]} for person in given for title in person["titles"]]
    return len(paired(want, got, 0.6)), len(want), len(got)


def _same_status(want: Record, got: Record) -> bool:
    return got["status"] == want["status"] or got["status"] in want.get("status_alt", ())


def _areas(pairs: list[tuple[Record, Record]]) -> Count:
    right = sum(len(set(want["areas"]) & set(got["areas"])) for want, got in pairs)
    return right, sum(len(want["areas"]) for want, _ in pairs), sum(len(got["areas"]) for _, got in pairs)


def _in_furniture(furniture: list[Record], records: list[Record]) -> int:
    return sum(
        1
        for record in records
        if any(max(q["start"], f["start"]) < min(q["end"], f["end"]) for q in record["evidence"] for f in furniture)
    )
