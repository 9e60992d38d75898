"""A reading in the labels of the hand annotation, and nowhere else.

- One object of the schema `comity-gold/1`; each record also carries the rule that made it and its confidence.
- The annotation's own words for things (meetings, boilerplate) live in this file only.
"""

from __future__ import annotations

from typing import Any

from comity.reader.measuring.gold_details import details_record, quote_record, told_lists
from comity.reader.reading import Clause, Gate, Instrument, NextSession, Party, Person, Quote, Reading, Session, Statement

SCHEMA = "comity-gold/1"


def to_gold(reading: Reading) -> dict[str, Any]:
    """The reading as one object ready for JSON, keys in a fixed order."""
    return {
        "schema": SCHEMA,
        "doc": {
            "file": reading.document_name,
            "sha256": reading.digest,
            "lang": reading.lang,
            "title": reading.title.quote if reading.title else None,
            "date": reading.date,
            **({"dated_by": details_record([reading.dated_by])["details"][0]} if reading.dated_by else {}),
        },
        "boilerplate": [quote_record(quote) for quote in reading.furniture],
        "parties": [_party(party) for party in reading.parties],
        "meetings": [_session(session) for session in reading.sessions],
        "people": [_person(person) for person in reading.people],
        "clauses": [_clause(clause) for clause in reading.clauses],
        "instruments": [_instrument(instrument) for instrument in reading.instruments],
        "gates": [_gate(gate) for gate in reading.gates],
        "next_meetings": [_next(coming) for coming in reading.next_sessions],
        "notices": list(reading.notices),
        "statements": [_statement(statement) for statement in reading.statements],
        "referenced_instruments": [
            {"id": one.id, "name": one.name, **_proof(one.evidence, one.rule, one.confidence)}
            for one in reading.referenced_instruments
        ],
        **told_lists(reading),
    }


def _proof(evidence: tuple[Quote, ...], rule: str, confidence: float) -> dict[str, Any]:
    return {"evidence": [quote_record(quote) for quote in evidence], "rule": rule, "confidence": confidence}


def _party(party: Party) -> dict[str, Any]:
    role = {"role": party.role} if party.role else {}
    proof = _proof(party.evidence, party.rule, party.confidence)
    return {"code": party.code, "name": party.name, "country": party.country, **role, **proof}


def _session(session: Session) -> dict[str, Any]:
    return {
        "id": session.id,
        "role": session.role,
        "mechanism": session.mechanism,
        "mechanism_text": session.mechanism_text,
        "edition": session.edition,
        "year": session.year,
        "date": session.date,
        "date_precision": session.date_precision,
        "format": session.form,
        "chair": session.chair,
        "host": session.host,
        "place": session.place,
        "live_points": session.live_points,
        "parties": list(session.parties),
        "theme": session.theme,
        **details_record(session.details),
        **_proof(session.evidence, session.rule, session.confidence),
    }


def _person(person: Person) -> dict[str, Any]:
    return {
        "id": person.id,
        "name": person.name,
        "party": person.party,
        "titles": [quote_record(title) for title in person.titles],
        **_proof(person.evidence, person.rule, person.confidence),
    }


def _clause(clause: Clause) -> dict[str, Any]:
    deadline = {"deadline": clause.deadline} if clause.deadline else {}
    return {
        "id": clause.id,
        "kind": clause.kind,
        "status": clause.status,
        "areas": list(clause.areas),
        "meeting": clause.session,
        "agents": list(clause.agents),
        "speaker": clause.speaker,
        "concreteness": clause.concreteness,
        **details_record(clause.details),
        **deadline,
        "act_evidence": [quote_record(quote) for quote in clause.act],
        **_proof(clause.evidence, clause.rule, clause.confidence),
    }


def _instrument(instrument: Instrument) -> dict[str, Any]:
    return {
        "id": instrument.id,
        "title": instrument.title,
        "type": instrument.type,
        "signatories": list(instrument.signatories),
        "parties": list(instrument.parties),
        "date": instrument.date,
        "areas": list(instrument.areas),
        "meeting": instrument.session,
        "status": instrument.status,
        **details_record(instrument.details),
        **_proof(instrument.evidence, instrument.rule, instrument.confidence),
    }


def _gate(gate: Gate) -> dict[str, Any]:
    return {
        "id": gate.id,
        "pair": list(gate.pair) or None,
        "names": list(gate.names),
        "change": gate.change,
        "clause": gate.clause,
        **details_record(gate.details),
        **_proof(gate.evidence, gate.rule, gate.confidence),
    }


def _next(coming: NextSession) -> dict[str, Any]:
    return {
        "id": coming.id,
        "mechanism": coming.mechanism,
        "edition": coming.edition,
        "date_from": coming.date_from,
        "date_to": coming.date_to,
        "status": coming.status,
        "clause": coming.clause,
        **_proof(coming.evidence, coming.rule, coming.confidence),
    }


def _statement(statement: Statement) -> dict[str, Any]:
    proof = _proof(statement.evidence, statement.rule, statement.confidence)
    return {"id": statement.id, "speaker": statement.speaker, "act": statement.act, **proof}
