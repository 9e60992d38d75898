"""What each draft says as an act: the fields of the source, reading, session, proposal or agreed item it becomes.

Words are taken as the source has them, with white space folded and hidden marks left out; the exact words,
untouched, are the quotations of the reading.
"""

from __future__ import annotations

import re

from comity.kinds.reading import PARTS as READING_PARTS
from comity.paper.draft_view import draft_title
from comity.procedures.draft_words import clean, tag_of, wording
from comity.procedures.party_lookup import PartyLookup
from comity.procedures.told_acts import undertaken
from comity.reader.clauses.areas import area_codes
from comity.record.act import EntryId
from comity.record.canonical import Fields, Value
from comity.record.language import LANGUAGES
from comity.store.reading import DocumentRow, DraftRow

# In what order the drafts of one document are entered: what others refer to comes first.
ORDER = {
    name: place
    for place, name in enumerate(
        (
            *("party", "session", "person", "clause", "instrument", "gate", "next_session", "statement"),
            *("figure", "letter", "stand_in", "post_change", "obstacle", "announcement"),
        )
    )
}

SAYS = {
    "proposed": "proposed",
    "hoped": "urged",
    "agreed": "agreed",
    "signed": "signed",
    "done": "done",
    "limitation": "difficulty",
}
# What a draft says that is no clause, where a reading has no word of its own for it.
SAYS_OF_TYPE = {
    "figure": "statement",
    "letter": "statement",
    "announcement": "statement",
    "stand_in": "person",
    "post_change": "person",
    "obstacle": "difficulty",
}
# The names of the annotation, where a reading calls the same thing otherwise.
PARTS = {
    "agents": "agent",
    "meeting": "session",
    "format": "form",
    "place": "venue",
    "concreteness": "detail",
    "date_from": "date",
    "date_to": "date_until",
    "titles": "title",
    "names": "name",
    "rhythm": "nature",
    "post": "title",
    "of": "name",
    "amount": "detail",
    "period": "date",
    "scope": "venue",
    "since": "date",
    "until": "date_until",
    "raised_by": "agent",
    "from": "agent",
    "for": "party",
}
KEPT = frozenset(READING_PARTS)
FORMS = {"online": "online", "virtual": "online", "in person": "in_person", "in-person": "in_person", "hybrid": "mixed"}
CHANNELS = {"spring-meeting": "party", "joint-working-committee": "government"}


def source_act(document: DocumentRow) -> Fields:
    """The `source` a document becomes."""
    doc = document.reading.get("doc")
    described = doc if isinstance(doc, dict) else {}
    title = clean(str(described.get("title") or document.name))[:500]
    act: Fields = {
        "title": wording(title, document, standing="official"),
        "digest": document.digest,
        "language": tag_of(document.lang),
        "machine": bool(described.get("machine_translation", False)),
    }
    dated = described.get("date")
    return act | ({"dated_on": dated} if isinstance(dated, str) and dated else {})


def reading_act(row: DraftRow, document: DocumentRow, source: EntryId, about: EntryId | None) -> Fields:
    """The `reading` a draft becomes: its words and what was read in them."""
    says = SAYS.get(str(row.value.get("status")), "statement") if row.type == "clause" else SAYS_OF_TYPE.get(row.type, row.type)
    quotes: list[Value] = [{key: part[key] for key in ("start", "end", "quote")} for part in _records(row.evidence)]
    value: Fields = {}
    for name, part in row.value.items():
        kept = PARTS.get(name, name)
        words = clean(_joined(part))[:2000]
        if kept in KEPT and words:
            value.setdefault(kept, words)
    if row.type == "figure" and row.value.get("unit"):
        value["detail"] = f"{value.get('detail', '')} {clean(str(row.value['unit']))}".strip()
    title = clean(" … ".join(str(part["quote"]) for part in _records(row.evidence)))[:300]
    act: Fields = {"source": source, "says": says, "quotes": quotes, "value": value, "confidence": row.confidence}
    act |= {"title": wording(title, document)}
    act |= {"reader": row.rule[:300]} if row.rule else {}
    return act | ({"about": [about]} if about else {}) | ({"corrected": True} if row.corrected else {})


def session_act(row: DraftRow, document: DocumentRow, reading: EntryId, context: tuple[PartyLookup, EntryId | None]) -> Fields:
    """The `session` a draft opens; with it comes the session it is part of, if that is here."""
    lookup, part_of = context
    value = row.value
    act: Fields = {"title": _session_title(value, document), "evidence": [reading]}
    act |= {"stage": "held"} if value.get("role") == "main" and value.get("date") else {}
    act |= _whole("edition", value.get("edition"), 999) | _whole("live_points", value.get("live_points"), 9999)
    starts = value.get("date") or (str(value["year"]) if value.get("year") else "")
    act |= {"starts_on": str(starts)} if starts else {}
    act |= {"form": FORMS[str(value.get("format"))]} if str(value.get("format")) in FORMS else {}
    act |= {"channel": CHANNELS[str(value.get("mechanism"))]} if str(value.get("mechanism")) in CHANNELS else {}
    parties = lookup.find_all(value.get("parties"))
    act |= {"parties": parties} if parties else {}
    act |= {"part_of": [part_of]} if part_of else {}
    host = lookup.known(str(value.get("host", "")))
    return act | ({"host": [host]} if host else {})


def _session_title(value: Fields, document: DocumentRow) -> list[Value]:
    """Our own words for it in the three languages: mechanism, number and day; else the words of the document."""
    if value.get("mechanism"):
        titles = {lang: clean(draft_title(value, (), lang)) for lang in sorted(LANGUAGES)}
        return [{"lang": lang, "standing": "official", "text": title[:500]} for lang, title in titles.items()]
    return wording(clean(str(value.get("mechanism_text", "")))[:500], document)


def proposal_act(row: DraftRow, document: DocumentRow, reading: EntryId, context: tuple[PartyLookup, EntryId | None]) -> Fields:
    """The `proposal` a clause opens that was proposed or hoped for."""
    lookup, session = context
    act = _worded(row, document, reading, session)
    by, to = lookup.find_all(row.value.get("agents")), lookup.find_all(row.value.get("addressees"))
    assented = lookup.find_all(row.value.get("assented"))
    act |= {"assented": assented} if assented else {}
    return act | ({"proposed_by": by} if by else {}) | ({"addressed_to": to} if to else {})


def agreed_act(row: DraftRow, document: DocumentRow, reading: EntryId, context: tuple[PartyLookup, EntryId | None]) -> Fields:
    """The agreed item a clause opens; known from a report, signed by nobody here."""
    lookup, session = context
    act = _worded(row, document, reading, session)
    owners = lookup.find_all(row.value.get("agents"))
    detail = str(row.value.get("concreteness", ""))
    act |= {"owners": owners} if owners else {}
    return act | ({"detail": detail} if detail in ("concrete", "general") else {}) | undertaken(row.value)


def same_session(one: Fields, other: Fields) -> bool:
    """Whether two drafts speak of one session: one mechanism and one number, else one day as far as both say it, else one year.

    Where both name parties of a country, at least one must be the same: two mechanisms may number their sessions alike.
    """
    said = next((name for name in ("edition", "date", "year") if one.get(name) and other.get(name)), None)
    if said is None or one.get("mechanism") != other.get("mechanism"):
        return False
    first, second = str(one[said]), str(other[said])
    alike = first[: len(second)] == second[: len(first)] if said == "date" else first == second
    return alike and _meet(_sides(one), _sides(other))


def _sides(session: Fields) -> dict[str, set[str]]:
    """The parties of a session that bear a country's code, by country."""
    sides: dict[str, set[str]] = {}
    parties = session.get("parties")
    for code in map(str, parties if isinstance(parties, list) else []):
        if re.match(r"[A-Z]{2}-", code):
            sides.setdefault(code[:2], set()).add(code)
    return sides


def _meet(one: dict[str, set[str]], other: dict[str, set[str]]) -> bool:
    return all(one[country] & other[country] for country in one.keys() & other.keys())


def _worded(row: DraftRow, document: DocumentRow, reading: EntryId, session: EntryId | None) -> Fields:
    corrected = row.value.get("text")
    quote = corrected if isinstance(corrected, str) else " … ".join(str(part["quote"]) for part in _records(row.evidence))
    labels = row.value.get("areas")
    codes = {code for label in (labels if isinstance(labels, list) else [labels]) for code in _codes(str(label))}
    act: Fields = {"title": wording(clean(quote)[:5000], document), "evidence": [reading]}
    act |= {"areas": list[Value](sorted(codes))} if codes else {}
    return act | ({"session": [session]} if session else {})


def _codes(label: str) -> tuple[str, ...]:
    """The area code a label usually stands for; a code stands for itself."""
    return (label,) if re.fullmatch(r"[A-Z]\d\d", label) else area_codes().get(label, ())[:1]


def _whole(name: str, value: Value | None, most: int) -> Fields:
    number = int(value) if isinstance(value, str) and value.isdecimal() else value
    return {name: number} if isinstance(number, int) and 1 <= number <= most else {}


def _records(evidence: list[Value]) -> list[Fields]:
    return [part for part in evidence if isinstance(part, dict)]


def _joined(value: Value) -> str:
    if isinstance(value, list):
        return "; ".join(_joined(part) for part in value)
    return str(value.get("quote", "")) if isinstance(value, dict) else str(value)
