"""What drafts besides sessions and clauses become: letters, calls, obstacles, pairs of gates and holders of posts.

- Words are the source's own; a day, a condition, a rhythm or a class is entered where the kind has a field for it.
- Where what a kind demands was not read, nothing is opened: the reading alone holds it.
"""

from __future__ import annotations

import re

from comity.kinds.gate import CHANGES, CLASSES
from comity.kinds.letter import LETTERS
from comity.kinds.undertaking import ASKS, NATURES
from comity.procedures.draft_words import clean, wording
from comity.procedures.party_lookup import PartyLookup
from comity.record.act import EntryId
from comity.record.canonical import Fields, Value
from comity.store.reading import DocumentRow, DraftRow

_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_LINE = 2000
# Whose gate stands first and second in the reader's table of pairs.
_SIDES: tuple[Value, Value] = ("VN", "CN")
# What opens or widens a pair; of such a change the register says whether it was only asked for or agreed.
_OPENING = frozenset(("opened", "upgraded", "extended", "for_a_time", "passengers", "resumed", "smart", "works"))
_NOT_YET = {"proposed": "asked", "hoped": "asked", "agreed": "agreed", "signed": "agreed"}


def undertaken(value: Fields) -> Fields:
    """What an agreed item says of its condition, day, rhythm, bodies and what it asks for."""
    condition, due = clean(str(value.get("condition", "")))[:_LINE], str(value.get("deadline", ""))
    nature, asks = str(value.get("rhythm", "")).partition(" ")[0], str(value.get("asks", ""))
    bodies = value.get("bodies")
    named = [clean(str(body))[:_LINE] for body in (bodies if isinstance(bodies, list) else [])]
    act: Fields = {"starts_when": condition} if condition else {}
    act |= {"due_on": due} if _DAY.fullmatch(due) else {}
    act |= {"nature": nature} if nature in NATURES else {}
    act |= {"asks": asks} if asks in ASKS else {}
    return act | ({"departments": list[Value](dict.fromkeys(named))} if named else {})


def letter_act(row: DraftRow, document: DocumentRow, reading: EntryId, lookup: PartyLookup) -> tuple[str, Fields]:
    """The kind and fields of the letter or call a draft opens."""
    value = row.value
    kind = "call" if value.get("kind") == "call" else "letter"
    about = clean(str(value.get("about", ""))) or clean(_words(row))
    act: Fields = {"subject": wording(about[:1000], document), "evidence": [reading]}
    for name in ("from", "to"):
        parties = lookup.find_all(value.get(f"{name}_code"))
        act |= {f"{name}_party": parties} if parties else {}
    day = str(value.get("date", ""))
    if kind == "call":
        return kind, act | ({"called_on": day} if _DAY.fullmatch(day) else {})
    number, sort = clean(str(value.get("number", "")))[:200], str(value.get("kind", ""))
    act |= {"dated_on": day} if _DAY.fullmatch(day) else {}
    act |= {"number": number} if number else {}
    return kind, act | {"kind_of_letter": sort if sort in LETTERS else "letter"}


def obstacle_act(row: DraftRow, document: DocumentRow, reading: EntryId, lookup: PartyLookup) -> Fields:
    """The `obstacle` a draft opens."""
    value = row.value
    text = clean(str(value.get("text", ""))) or clean(_words(row))
    act: Fields = {"title": wording(text[:5000], document), "state": "open", "word": "told", "evidence": [reading]}
    raised = lookup.find_all(value.get("raised_by_code"))
    act |= {"raised_by": raised} if raised else {}
    level = clean(str(value.get("level", "")))[:_LINE]
    return act | ({"level_needed": level} if level else {})


def gate_act(row: DraftRow, document: DocumentRow, reading: EntryId) -> Fields | None:
    """The `gate` a draft opens, or None where it names no pair."""
    value = row.value
    names = [clean(str(name)) for name in _listed(value.get("names"))] or [
        clean(str(name)) for name in _listed(value.get("pair"))
    ]
    if len(names) != 2 or not all(names):
        return None
    act: Fields = {"title": wording(" - ".join(names)[:300], document), "evidence": [reading]}
    known = [clean(str(name)) for name in _listed(value.get("pair"))]
    first, second = known if len(known) == 2 else names
    act |= {"first_name": wording(first[:200], document), "second_name": wording(second[:200], document)}
    act |= dict(zip(("first_side", "second_side"), _SIDES, strict=True)) if len(known) == 2 else {}
    markers, class_ = clean(str(value.get("markers", "")))[:200], str(value.get("class", ""))
    act |= {"markers": markers} if markers else {}
    return act | ({"class": class_} if class_ in CLASSES else {})


def gate_change(row: DraftRow, status: str) -> str:
    """Which of the register's changes a draft tells of, by the status of the clause it stands in ("" for none).

    "" where the register has no word for it, as where something else than an opening is only asked for or agreed: the
    reading then keeps the report's words. Likewise where a person corrected the draft.
    """
    code = str(row.value.get("change_kind", ""))
    if row.corrected or code not in CHANGES:
        return ""
    if status not in _NOT_YET:
        return code
    return _NOT_YET[status] if code in _OPENING else code if code in _NOT_YET.values() else ""


def post_act(row: DraftRow, document: DocumentRow, reading: EntryId, lookup: PartyLookup) -> Fields | None:
    """The `post_holding` a change of post opens, or None where post, holder or party was not read."""
    value = row.value
    post, holder = clean(str(value.get("post", "")))[:300], clean(str(value.get("name", "")))[:200]
    party = lookup.find_all(value.get("party"))
    if not (post and holder and len(party) == 1):
        return None
    act: Fields = {"party": party, "post": wording(post, document), "holder": holder, "evidence": [reading]}
    day = str(value.get("date", ""))
    name = "until_on" if value.get("change") == "left" else "from_on"
    return act | ({name: day} if _DAY.fullmatch(day) else {})


def _listed(value: Value | None) -> list[Value]:
    return value if isinstance(value, list) else []


def _words(row: DraftRow) -> str:
    return " … ".join(str(part["quote"]) for part in row.evidence if isinstance(part, dict))
