"""Agreements: the rule of consent read out of the envelopes of books.

- An item is opened by a party it names; `texts.py` says which of its texts stand.
- A party's signatures are its standing `signature` and `paper_attestation` entries, in the order of its book and
  then of its successor's, on the digest the text names, entered no later than the text was open.
- A refusal after the party's own signature is kept and undoes nothing.
- Where an entry that could matter is known to be missing, where a book has two histories, or where a form of
  signing cannot be checked, the answer is "cannot say", never another one. Only what cannot change is still
  said: a text is not in force while a party whose book is whole has not signed it.
- Only the parties of texts that every opening party signed can matter. What anybody else enters, copies or
  keeps back makes nothing uncertain.

Source: design section 4; docs/format.md section 7; docs/decisions/0007-consent-rests-on-envelopes.md.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from comity.record import canonical, consent
from comity.record.act import EntryId, Envelope, PartyId
from comity.record.authority import Authority, Standing, read_authority
from comity.record.canonical import Fields
from comity.record.finding import Finding, Severity, sorted_findings
from comity.record.shelf import Entry, Shelf
from comity.record.succession import in_doubt, voices
from comity.record.texts import Texts, named_parties

SIGNING = ("signature", "paper_attestation")


class Answer(StrEnum):
    YES = "true"
    NO = "false"
    CANNOT_SAY = "cannot say"


@dataclass(frozen=True, slots=True)
class TextState:
    """What the envelopes say of one text. Parties ascending; `withdrawn` as (party, day it takes effect)."""

    id: EntryId
    author: PartyId
    parties: tuple[PartyId, ...]
    supersedes: tuple[EntryId, ...]
    open_until: str
    ends_on: str
    signed_by: tuple[PartyId, ...]
    initialled_by: tuple[PartyId, ...]
    refused_by: tuple[PartyId, ...]
    withdrawn: tuple[tuple[PartyId, str], ...]
    complete: bool
    in_force: Answer

    @property
    def missing(self) -> tuple[PartyId, ...]:
        """The parties named whose signature is not here."""
        return tuple(party for party in self.parties if party not in self.signed_by)


@dataclass(frozen=True, slots=True)
class Agreement:
    """One item: its parties, its texts by id, the one in force by consent (if `certain`)."""

    item: EntryId
    parties: tuple[PartyId, ...]
    texts: tuple[TextState, ...]
    in_force: EntryId | None
    certain: bool
    findings: tuple[Finding, ...]

    @property
    def answer(self) -> Answer:
        """Whether any text of the item is in force: also one that is not held could be, unless all is certain."""
        if self.in_force is not None:
            return Answer.YES
        return Answer.NO if self.certain else Answer.CANNOT_SAY


class Agreements:
    """Reads agreements from one shelf; authority is read once a book."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self._authority: dict[PartyId, Authority] = {}

    def authority(self, party: PartyId) -> Authority:
        """Who may sign for the party, read from its book as held."""
        if party not in self._authority:
            self._authority[party] = read_authority(self.shelf.book_of(party))
        return self._authority[party]

    def items(self) -> list[EntryId]:
        """Every item that any envelope held opens or speaks of, ascending."""
        found = set()
        for entry in self.shelf.entries():
            if entry.envelope is not None:
                found |= set(entry.envelope.referred("item")) if entry.envelope.kind in ("text", *SIGNING) else set()
                if entry.envelope.kind == "item":
                    found.add(entry.id)
        return sorted(found)

    def read(self, item: EntryId) -> Agreement:
        """The agreement on one item. An item that is not held, or not to be read by this version: not certain."""
        opening = self.shelf.by_id.get(item)
        if opening is None or opening.envelope is None:
            return Agreement(item, (), (), None, False, ())
        if opening.envelope.kind != "item":
            return Agreement(item, (), (), None, True, ())
        if not opening.at_home:
            # a copy in another's book: the item stands, if anywhere, in the book of the party it names
            return Agreement(item, (), (), None, self.shelf.book_of(opening.envelope.party).is_whole, ())
        return _Item(self, opening, opening.envelope).agreement()


def agreement_row(agreement: Agreement) -> Fields:
    """The agreement as values of the canonical form; `in_force` is the text in force by consent, or ""."""
    return {
        "item": agreement.item,
        "parties": list(agreement.parties),
        "certain": agreement.certain,
        "in_force": agreement.in_force or "",
        "answer": agreement.answer.value,
        "texts": [_text_row(text) for text in agreement.texts],
    }


def consent_digest(agreements: Agreements) -> str:
    """The digest over what the envelopes say of every item: equal on nodes that hold the same envelopes.

    SHA-256 of "comity.consent/v1", a line feed and, for each item ascending, the SHA-256 of its canonical bytes.
    """
    digest = hashlib.sha256(b"comity.consent/v1\n")
    for item in agreements.items():
        digest.update(hashlib.sha256(canonical.encode(_digest_row(agreements.read(item)))).digest())
    return digest.hexdigest()


def _text_row(text: TextState) -> Fields:
    return {
        "id": text.id,
        "author": text.author,
        "parties": list(text.parties),
        "supersedes": list(text.supersedes),
        "open_until": text.open_until,
        "ends_on": text.ends_on,
        "signed_by": list(text.signed_by),
        "missing": list(text.missing),
        "initialled_by": list(text.initialled_by),
        "refused_by": list(text.refused_by),
        "withdrawn": [{"party": party, "effective_on": day} for party, day in text.withdrawn],
        "complete": text.complete,
        "in_force": text.in_force.value,
    }


def _digest_row(agreement: Agreement) -> Fields:
    kept = ("id", "parties", "signed_by", "complete", "in_force")
    return {
        "item": agreement.item,
        "certain": agreement.certain,
        "parties": list(agreement.parties),
        "texts": [{key: part for key, part in _text_row(text).items() if key in kept} for text in agreement.texts],
    }


class _Item:
    """The reading of one item."""

    def __init__(self, record: Agreements, opening: Entry, envelope: Envelope) -> None:
        self.record, self.shelf, self.id = record, record.shelf, opening.id
        self.opened_by = frozenset(named_parties(envelope))
        gathered = Texts(opening, self.opened_by, record.shelf, record.authority)
        self.gathered, self.texts, self.findings = gathered, gathered.standing, gathered.findings
        self.stands = opening.book in self.opened_by and not gathered.is_late(opening)
        if not self.stands:
            self._find("from_outside", opening.id)
        self.by_book: dict[PartyId, list[tuple[Entry, Envelope]]] = {}
        self.by_text: dict[EntryId, list[tuple[Entry, Envelope]]] = {}
        self._sort_acts()
        named = self.opened_by.union(*map(named_parties, (*self.texts.values(), *gathered.unread.values())))
        self.voices = {party: voices(party, self.opened_by, self.shelf, record.authority) for party in sorted(named)}
        self.doubted: set[PartyId] = set()
        self.signed = {party: self._signatures(party) for party in self.voices}
        self.certain = not self.stands or (not gathered.is_unsettled(opening) and not self._is_in_doubt())

    def agreement(self) -> Agreement:
        """Applies the rule of consent to what was gathered."""
        below = consent.ancestors({text: frozenset(env.referred("supersedes")) for text, env in self.texts.items()})
        valid = {party: consent.valid_signatures(texts, below) for party, texts in self.signed.items()}
        for party, texts in self.signed.items():
            for text in set(texts) - set(valid[party]):
                self._find("rival_signed_before", text, place=party)
        parties = {text: frozenset(named_parties(envelope)) for text, envelope in self.texts.items()}
        complete = consent.complete_texts(parties, valid) if self.stands else frozenset()
        top = consent.in_force(complete, below) if self.certain else None
        states = [self._state(text, env, valid, text in complete, text == top) for text, env in self.texts.items()]
        states += [self._state(text, env, {}, False, False) for text, env in self.gathered.unread.items()]
        return Agreement(
            item=self.id,
            parties=tuple(sorted(self.opened_by)),
            texts=tuple(sorted(states, key=lambda state: state.id)),
            in_force=EntryId(top) if top is not None else None,
            certain=self.certain,
            findings=sorted_findings(self.findings),
        )

    def _find(self, code: str, entry: EntryId, *, place: str = "", severity: Severity = Severity.WRONG) -> None:
        self.findings.append(Finding(code, entry, severity, place))

    def _sort_acts(self) -> None:
        for entry in self.shelf.naming(self.id):
            if entry.envelope is not None and entry.at_home:
                self.by_book.setdefault(entry.book, []).append((entry, entry.envelope))
                for text in entry.envelope.referred("text"):
                    self.by_text.setdefault(text, []).append((entry, entry.envelope))

    def _is_in_doubt(self) -> bool:
        """Whether anything missing or unchecked could change the answer.

        Only what every opening party signed can be in force, so only the parties of such texts matter.
        """
        shared = [text for text in self.texts if all(text in self.signed[party] for party in self.opened_by)]
        relevant = self.opened_by.union(*(named_parties(self.texts[text]) for text in shared))
        if self.doubted & relevant:
            return True
        return any(in_doubt(party, self.opened_by, self.shelf, self.record.authority) for party in sorted(relevant))

    def _standing(self, entry: Entry) -> Standing | None:
        return self.record.authority(entry.book).places.get(entry.index)

    def _signatures(self, party: PartyId) -> list[EntryId]:
        """The texts this party signed, in order, by its own hand or its successor's."""
        signed = []
        for voice in self.voices[party]:
            for entry, envelope in self.by_book.get(voice.book, ()):
                if entry.index < voice.since or envelope.kind not in SIGNING:
                    continue
                standing = self._standing(entry)
                if standing is Standing.UNCHECKED:
                    self.doubted.add(party)
                elif standing is Standing.STANDS and self._is_on_text(party, entry, envelope):
                    signed.append(envelope.referred("text")[0])
        return signed

    def _is_on_text(self, party: PartyId, entry: Entry, envelope: Envelope) -> bool:
        texts = envelope.referred("text")
        if len(texts) != 1 or envelope.referred("item") != (self.id,):
            self._find("reference_wrong", entry.id)
            return False
        if texts[0] in self.texts:
            return party in named_parties(self.texts[texts[0]]) and self._fits(entry, envelope, texts[0])
        if self.gathered.may_stand(texts[0]):
            self.doubted.add(party)
        else:
            self._find("not_of_this_item", entry.id)
        return False

    def _fits(self, entry: Entry, envelope: Envelope, text: EntryId) -> bool:
        bind, terms = envelope.bind or {}, self.texts[text].bind or {}
        if not _word(terms, "digest") or _word(bind, "digest") != _word(terms, "digest"):
            self._find("signs_other_text", entry.id)
            return False
        if _word(terms, "open_until") and envelope.at[:10] > _word(terms, "open_until"):
            self._find("signed_too_late", entry.id)
            return False
        return True

    def _state(
        self, text: EntryId, envelope: Envelope, valid: Mapping[PartyId, tuple[EntryId, ...]], complete: bool, top: bool
    ) -> TextState:
        bind, parties = envelope.bind or {}, named_parties(envelope)
        refused = self._on(text, parties, ("refusal",))
        self._note_late_refusals(refused, self._on(text, parties, SIGNING))
        unsettled = not self.certain and not self._cannot_change(text, parties)
        settled = Answer.YES if top else Answer.NO
        return TextState(
            id=text,
            author=envelope.party,
            parties=parties,
            supersedes=envelope.referred("supersedes"),
            open_until=_word(bind, "open_until"),
            ends_on=_word(bind, "ends_on"),
            signed_by=tuple(party for party in parties if text in valid.get(party, ())),
            initialled_by=tuple(sorted({entry.book for entry, _ in self._on(text, parties, ("initialling",))})),
            refused_by=tuple(sorted({entry.book for entry, _ in refused})),
            withdrawn=tuple(sorted({(e.book, _effective_on(act)) for e, act in self._on(text, parties, ("withdrawal",))})),
            complete=complete,
            in_force=Answer.CANNOT_SAY if unsettled else settled,
        )

    def _on(self, text: EntryId, parties: tuple[PartyId, ...], kinds: tuple[str, ...]) -> list[tuple[Entry, Envelope]]:
        """The standing entries of these kinds on this text by a party it names or a successor, by book and index."""
        since: dict[PartyId, int] = {}
        for voice in (voice for party in parties for voice in self.voices[party]):
            since[voice.book] = min(voice.since, since.get(voice.book, voice.since))
        acts = [act for act in self.by_text.get(text, ()) if act[1].kind in kinds and act[1].referred("text") == (text,)]
        heard = [act for act in acts if act[0].book in since and act[0].index >= since[act[0].book]]
        return [act for act in heard if self._standing(act[0]) is Standing.STANDS]

    def _note_late_refusals(self, refused: list[tuple[Entry, Envelope]], signed: list[tuple[Entry, Envelope]]) -> None:
        first = {entry.book: entry.index for entry, _ in reversed(signed)}
        for entry, _ in refused:
            if entry.index > first.get(entry.book, entry.index):
                self._find("refused_after_signing", entry.id, severity=Severity.NOTE)

    def _cannot_change(self, text: EntryId, parties: tuple[PartyId, ...]) -> bool:
        """Whether some party surely has not signed `text`, whatever is still missing elsewhere.

        Its book is whole and open and holds no signature on the text, checked or not, and another whole book
        among the item's opening parties shows that nobody can have been acknowledged in its place.
        """
        signers = {entry.book for entry, act in self.by_text.get(text, ()) if act.kind in SIGNING}
        return any(party not in signers and self._is_heard(party) and self._is_alone(party) for party in parties)

    def _is_heard(self, party: PartyId) -> bool:
        authority = self.record.authority(party)
        return self.shelf.book_of(party).is_whole and authority.closed_at is None and authority.unsettled_at is None

    def _is_alone(self, party: PartyId) -> bool:
        others = self.opened_by - {party}
        stating = {e.book for e in self.shelf.naming(party) if e.envelope and e.envelope.kind == "succession"}
        return not others or any(self.shelf.book_of(other).is_whole for other in others - stating)


def _effective_on(envelope: Envelope) -> str:
    return _word(envelope.bind or {}, "effective_on") or envelope.at[:10]


def _word(fields: Fields, key: str) -> str:
    """The text under `key`, "" where there is none: a value of another type says nothing."""
    value = fields.get(key)
    return value if isinstance(value, str) else ""
