"""What a reading holds: drafts, each with its evidence and the rule that made it.

- `quote == original[start:end]` of the document read, always.
- A draft without evidence does not exist.
- The words for status, kind, role and mechanism are those of the hand annotation the reader is measured against.
- `rule` names the line of a lexicon or the rule of the grammar; `confidence` is between 0 and 1, two digits.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Characters of the original and the half-open place where they stand."""

    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Detail:
    """One more thing that a draft says: `name` is what it is, `value` how data writes it, `code` a party's where it means one."""

    name: str
    value: str
    evidence: tuple[Quote, ...]
    rule: str
    confidence: float
    code: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """A place or body that takes part; `code` is ISO 3166-2 where there is one."""

    code: str
    name: str
    country: str
    role: str | None
    evidence: tuple[Quote, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Person:
    """Someone named, with the titles the text gives; `party` is a party's code or a country's."""

    id: str
    name: str
    party: str | None
    titles: tuple[Quote, ...]
    evidence: tuple[Quote, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Session:
    """One sitting of a mechanism; `role` is main or referenced; dates are ISO with a stated precision."""

    id: str
    role: str
    mechanism: str
    mechanism_text: str
    edition: int | None
    year: int | None
    date: str | None
    date_precision: str | None
    form: str | None
    chair: str | None
    host: str | None
    place: str | None
    live_points: int | None
    parties: tuple[str, ...]
    theme: str | None
    evidence: tuple[Quote, ...]
    rule: str
    confidence: float
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """What was proposed, hoped, agreed, done or found limited, in the text's own words.

    `agents` are codes of parties; `speaker` is the id of a person; `act` quotes the words that say who did what.
    """

    id: str
    kind: str
    status: str
    areas: tuple[str, ...]
    session: str | None
    agents: tuple[str, ...]
    speaker: str | None
    concreteness: str
    deadline: str | None
    act: tuple[Quote, ...]
    evidence: tuple[Quote, ...]
    rule: str
    confidence: float
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True, slots=True)
class Instrument:
    """A paper signed or issued; `signatories` as written."""

    id: str
    title: str
    type: str
    signatories: tuple[str, ...]
    parties: tuple[str, ...]
    date: str | None
    areas: tuple[str, ...]
    session: str | None
    status: str
    evidence: tuple[Quote, ...]
    rule: str
    confidence: float
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True, slots=True)
class Gate:
    """A border gate, a pair of them or gates at large; `names` as written, `pair` under their usual names."""

    id: str
    pair: tuple[str, ...]
    names: tuple[str, ...]
    change: str | None
    clause: str | None
    evidence: tuple[Quote, ...]
    rule: str
    confidence: float
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True, slots=True)
class NextSession:
    """When the next sitting is to be; both days inclusive."""

    id: str
    mechanism: str
    edition: int | None
    date_from: str | None
    date_to: str | None
    status: str
    clause: str | None
    evidence: tuple[Quote, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Statement:
    """Something said that undertakes nothing: thanks, praise, an assessment."""

    id: str
    speaker: str | None
    act: str
    evidence: tuple[Quote, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class ReferencedInstrument:
    """An instrument that existed before and is named as a standard."""

    id: str
    name: str
    evidence: tuple[Quote, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Told:
    """What a report tells besides its sessions and clauses; `type` is one of TOLD.

    `value` is its own figure, name or words as data; what else is said of it stands in `details`. `clause` is the clause it
    lies in, if it lies in one.
    """

    id: str
    type: str
    value: str
    evidence: tuple[Quote, ...]
    rule: str
    confidence: float
    clause: str | None = None
    details: tuple[Detail, ...] = ()


# A number with its unit; a letter or call between sides; who came in whose place; a post taken up or given up; what stands
# in the way; what one side announced to the other.
TOLD = ("figure", "letter", "stand_in", "post_change", "obstacle", "announcement")


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one document, in the order of the text."""

    document_name: str
    digest: str
    lang: str
    title: Quote | None
    date: str | None
    furniture: tuple[Quote, ...]
    parties: tuple[Party, ...]
    people: tuple[Person, ...]
    sessions: tuple[Session, ...]
    clauses: tuple[Clause, ...]
    instruments: tuple[Instrument, ...]
    gates: tuple[Gate, ...]
    next_sessions: tuple[NextSession, ...]
    statements: tuple[Statement, ...]
    referenced_instruments: tuple[ReferencedInstrument, ...]
    notices: tuple[str, ...]
    told: tuple[Told, ...] = ()
    dated_by: Detail | None = None
