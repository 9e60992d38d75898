"""All that a clause says besides its status and areas, each with the words it rests on."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from comity.reader.clauses.addressees import addressee_of
from comity.reader.clauses.aims import target_of
from comity.reader.clauses.asked import asks_of
from comity.reader.clauses.assent import assents
from comity.reader.clauses.charged import bodies_of
from comity.reader.clauses.conditions import condition_of
from comity.reader.clauses.deadlines import deadline_of
from comity.reader.clauses.drafts import Draft
from comity.reader.clauses.named import named_of
from comity.reader.clauses.rhythms import rhythm_of
from comity.reader.clauses.surroundings import Around, surroundings
from comity.reader.names.named import Named
from comity.reader.reading import Clause, Detail, Gate, Party, Person
from comity.reader.text.at_hand import AtHand
from comity.reader.text.page import Page

ROLES = frozenset(
    {"conditions", "addressees", "deadlines", "rhythms", "aims", "charges", "asks", "things", "figures", "assents", "instruments"}
)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a document when its clauses are looked at closely."""

    parties: tuple[Party, ...]
    people: tuple[Person, ...]
    named: tuple[tuple[Named, str], ...]
    gates: tuple[Gate, ...]
    published: str | None


def with_details(
    page: Page, words: AtHand, told: tuple[tuple[Draft, ...], tuple[Clause, ...]], known: Known
) -> tuple[Clause, ...]:
    """The clauses with their details and deadlines; drafts and clauses pair one to one."""
    drafts, clauses = told
    concurred = assents(page, words, told, known.people, known.named)
    gates: dict[str, list[Gate]] = defaultdict(list)
    for gate in known.gates:
        if gate.clause is not None:
            gates[gate.clause].append(gate)
    out = {clause.id: clause for clause in clauses}
    for around in surroundings(page, words, drafts, clauses):
        details = (*_details(around, known, gates), *concurred.get(around.clause.id, ()))
        due = next((one.value for one in details if one.name == "deadline"), None)
        out[around.clause.id] = replace(around.clause, details=details, deadline=due)
    return tuple(out.values())


def _meant(whom: Detail | None, parties: tuple[Party, ...]) -> Detail | None:
    """Those asked with the codes of the parties they are: "both sides" are all, a country's side is its one party."""
    if whom is None:
        return None
    codes = [party.code for party in parties if party.role is None and not party.code.startswith("x-")]
    meant: list[str] = []
    for code in whom.code.split(";") if whom.code else codes:
        own = [known for known in codes if known.startswith(f"{code}-")]
        meant.append(own[0] if len(own) == 1 else code)
    return replace(whom, code=";".join(dict.fromkeys(meant)))


def _details(around: Around, known: Known, gates: dict[str, list[Gate]]) -> tuple[Detail, ...]:
    due = deadline_of(around, known.published)
    target = target_of(around)
    named = named_of(around, gates)
    asks = asks_of(around, is_definite=bool(due or target or named))
    rhythm = rhythm_of(around, is_dated=due is not None)
    whom = _meant(addressee_of(around), known.parties)
    single = (whom, target, condition_of(around), asks, rhythm, due)
    return (*(one for one in single if one is not None), *bodies_of(around), *named)
