"""The annotated public reports: of the schema, without a text of their own, each outlet in one split."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "annotations"
FILES = sorted(FOLDER.glob("*.json"))
SECOND = sorted((FOLDER / "second").glob("*.json"))
EVERY = FILES + SECOND
LISTS = {
    "boilerplate": {"start", "end", "digest"},
    "parties": {"code", "country", "evidence"},
    "meetings": {"id", "role", "mechanism", "edition", "year", "date", "format", "host", "place", "parties", "evidence"},
    "people": {"id", "name", "party", "titles", "evidence"},
    "clauses": {"id", "kind", "status", "areas", "meeting", "agents", "speaker", "concreteness", "act_evidence", "evidence"},
    "instruments": {"id", "type", "date", "status", "parties", "areas", "meeting", "evidence"},
    "gates": {"id", "names", "change", "clause", "evidence"},
    "next_meetings": {"id", "mechanism", "edition", "date_from", "date_to", "status", "clause", "evidence"},
    "notices": set(),
    "statements": {"id", "speaker", "act", "evidence"},
    "referenced_instruments": {"id", "name", "evidence"},
}
KINDS = {"proposed": "proposal", "hoped": "proposal", "agreed": "undertaking", "done": "result", "limitation": "limitation"}
MECHANISMS = {
    "spring-meeting",
    "joint-working-committee",
    "joint-working-group-yunnan",
    "party-secretaries-meeting-yunnan",
    "bilateral-talks",
    "other",
}
AREAS = {
    "party-and-government exchange",
    "general relations",
    "education & training",
    "transport & infrastructure",
    "economic zones & industrial parks",
    "gates",
    "customs & clearance",
    "trade",
    "investment & business",
    "tourism",
    "labour",
    "agriculture forestry fishery",
    "science technology & digital",
    "health & epidemics",
    "people-to-people",
    "culture & sport",
    "border management & security",
    "crime & law enforcement",
    "environment & disasters",
    "finance & justice",
    "poverty reduction & social",
    "media & communication",
}
CODE = re.compile(r"(?:x-[a-z-]+|[A-Z]{2}(?:-[A-Z0-9]{1,3})?)")
LONGEST_FACT = 80  # characters: names, codes and our own short words; a sentence is longer


@cache
def _load(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def _faults(check: Callable[[Path], Any], right: Any) -> dict[str, Any]:
    """What a check says of each file, where it is not what is right."""
    found = {str(path.relative_to(FOLDER)): check(path) for path in EVERY}
    return {name: told for name, told in found.items() if told != right}


def _spans(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if "start" in node:
            yield node
        for value in node.values():
            yield from _spans(value)
    elif isinstance(node, list):
        for value in node:
            yield from _spans(value)


def _words(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        yield from (word for value in node.values() for word in _words(value))
    elif isinstance(node, list):
        yield from (word for value in node for word in _words(value))


def _keys(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        yield from node
        yield from (key for value in node.values() for key in _keys(value))
    elif isinstance(node, list):
        yield from (key for value in node for key in _keys(value))


def _schema(path: Path) -> Any:
    gold = _load(path)
    lacking = {
        f"{name} {place}": sorted(wanted - record.keys())
        for name, wanted in LISTS.items()
        for place, record in enumerate(gold[name])
        if wanted - record.keys()
    }
    return gold["schema"], gold["doc"]["id"] == path.stem, gold["doc"]["annotator"] != "", gold.keys() - LISTS.keys(), lacking


def test_annotations_are_of_the_schema() -> None:
    assert _faults(_schema, ("comity-gold/1", True, True, {"schema", "doc"}, {})) == {}


def _places(path: Path) -> Any:
    gold = _load(path)
    doc, records = gold["doc"], {name: gold[name] for name in LISTS}
    spans = list(_spans(gold))
    bad = [
        span
        for span in spans
        if not (0 <= span["start"] < span["end"] <= doc["chars"] and re.fullmatch("[0-9a-f]{16}", span["digest"]))
        or span.keys() != {"start", "end", "digest"}
    ]
    held = set(_keys(gold)) & {"quote", "text", "mechanism_text", "theme", "target"}
    long = [word for word in _words(records) if len(word) > LONGEST_FACT]
    whole = re.fullmatch("[0-9a-f]{64}", doc["sha256"]) is not None
    return bad, held, long, whole, len(spans) > 0


def test_annotations_hold_places_and_no_text() -> None:
    assert _faults(_places, ([], set(), [], True, True)) == {}


def _labels(path: Path) -> Any:
    gold = _load(path)
    clauses, meetings = gold["clauses"], gold["meetings"]
    statuses = {(clause["status"], clause["kind"]) for clause in clauses} - KINDS.items()
    other = {status for clause in clauses for status in clause.get("status_alt", ())} - KINDS.keys()
    areas = {area for record in clauses + gold["instruments"] for area in record["areas"]} - AREAS
    concrete = {clause["concreteness"] for clause in clauses} - {"concrete", "general"}
    mechanisms = {meeting["mechanism"] for meeting in meetings + gold["next_meetings"]} - MECHANISMS
    roles = {meeting["role"] for meeting in meetings} - {"main", "referenced"}
    codes = [party["code"] for party in gold["parties"]] + [
        code
        for record in clauses + meetings + gold["instruments"] + gold["people"]
        for code in (record.get("agents") or record.get("parties") or [record.get("party")])
        if code
    ]
    odd = [code for code in codes if not CODE.fullmatch(code)]
    bare = [clause["id"] for clause in clauses if not clause["areas"] or not clause["agents"]]
    return statuses, other, areas, concrete, mechanisms, roles, odd, bare


def test_labels_are_those_of_the_rules() -> None:
    assert _faults(_labels, (set(), set(), set(), set(), set(), set(), [], [])) == {}


def _references(path: Path) -> Any:
    gold = _load(path)
    ids = {name: [record["id"] for record in gold[name]] for name in ("meetings", "people", "clauses", "gates", "statements")}
    wanted = {
        "meetings": [record["meeting"] for record in gold["clauses"] + gold["instruments"]],
        "people": [record["speaker"] for record in gold["clauses"] + gold["statements"]],
        "clauses": [record["clause"] for record in gold["gates"] + gold["next_meetings"]],
    }
    lost = {name: sorted({one for one in found if one} - set(ids[name])) for name, found in wanted.items()}
    twice = [name for name, found in ids.items() if len(found) != len(set(found))]
    return lost, twice


def test_references_lead_somewhere() -> None:
    assert _faults(_references, ({"meetings": [], "people": [], "clauses": []}, [])) == {}


def _overlaps(path: Path) -> Any:
    gold = _load(path)
    places = sorted((clause["evidence"][0]["start"], clause["evidence"][0]["end"]) for clause in gold["clauses"])
    furniture = [(span["start"], span["end"]) for span in gold["boilerplate"]]
    over = [(one, two) for one, two in pairwise(places) if two[0] < one[1]]
    inside = [(one, two) for one in places for two in furniture if max(one[0], two[0]) < min(one[1], two[1])]
    return over, inside


def test_no_clause_lies_in_furniture_or_over_another() -> None:
    assert _faults(_overlaps, ([], [])) == {}


def test_set_is_as_wide_as_promised() -> None:
    docs = [_load(path)["doc"] for path in FILES]
    languages = {doc["lang"] for doc in docs}
    outlets = {doc["outlet"] for doc in docs}
    texts = {doc["sha256"] for doc in docs}
    assert (len(docs) >= 40, len(languages) >= 4, len(outlets) >= 8, len(texts)) == (True, True, True, len(docs))


def test_outlet_lies_in_one_split() -> None:
    docs = [_load(path)["doc"] for path in FILES]
    parts = {split: {doc["outlet"] for doc in docs if doc["split"] == split} for split in ("dev", "held_back")}
    share = sum(doc["split"] == "held_back" for doc in docs) / len(docs)
    assert ({doc["split"] for doc in docs}, parts["dev"] & parts["held_back"], 0.3 <= share <= 0.4) == (
        {"dev", "held_back"},
        set(),
        True,
    )


def test_second_annotation_is_of_the_same_texts() -> None:
    first = {path.stem: _load(path)["doc"]["sha256"] for path in FILES}
    second = {path.stem: _load(path)["doc"]["sha256"] for path in SECOND}
    assert (len(second), second) == (50, {name: first[name] for name in second})


def test_second_annotation_is_by_another_hand() -> None:
    hands = [{_load(path)["doc"]["annotator"] for path in paths} for paths in (FILES, SECOND)]
    assert hands[0] & hands[1] == set()


def test_list_names_every_report() -> None:
    rows = re.findall(r"^\| ([a-z]{2}-\d\d+) \| (\w+) \| ([\w-]+) \|", (FOLDER / "README.md").read_text(encoding="utf-8"), re.M)
    docs = [_load(path)["doc"] for path in FILES]
    assert rows == [(doc["id"], doc["split"], doc["lang"]) for doc in docs]


def test_held_back_part_is_as_frozen() -> None:
    held = b"".join(path.read_bytes() for path in FILES if _load(path)["doc"]["split"] == "held_back")
    stated = re.findall(r"`([0-9a-f]{64})`", (FOLDER / "README.md").read_text(encoding="utf-8"))
    assert stated == [hashlib.sha256(held).hexdigest()]
