"""What may be published of what parties record: the one rule, over envelopes and digests. No clock, no disk.

- A thing goes out only with the signed consent of every party it names, each to the same content in the same language
  versions, and only as long as that is what the thing says now. A later statement of a party on it replaces its earlier one.
- It goes out at the latest of the instants its parties named. Each content that all of them ever consented to is a version.
- Parties are those an entry names: its own, those it is addressed to, those it refers to, and those of the texts, items,
  agreed items and pairs of border gates it speaks of. A party without a book can consent to nothing, so what names one stays in.
- Of progress only an owner's own word goes out, and of that only what is done or under way, with its result: never what
  somebody waits for, nor a planned day that has moved.

Source: docs/decisions/0029-publication-consent.md; design section 7 (Bulletin) and promise P8.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from comity.kinds import every_kind
from comity.kinds.publication_consent import GIVES
from comity.record import canonical
from comity.record.act import Digest, EntryId, PartyId
from comity.record.canonical import Fields, Value
from comity.record.field import PARTIES, Field, Wording
from comity.record.shelf import Entry

# Whose parties are also named by what refers to them in these roles.
SPOKEN_OF = ("text", "item", "undertaking", "carries_out", "supersedes", "within", "gates")
_OF_PROGRESS = ("undertaking", "owner", "state", "word", "on", "result")
SHOWN_STATES = ("done", "under_way")


@dataclass(frozen=True, slots=True)
class Consent:
    """What one party stated of the publication of a thing, in an entry that stands: `index` orders those of its book.

    `not_before` is a UTC instant, or "". `parties` are those it says must consent.
    """

    id: EntryId
    party: PartyId
    index: int
    at: str
    gives: bool
    digest: Digest
    languages: tuple[str, ...]
    parties: frozenset[str]
    not_before: str = ""


@dataclass(frozen=True, slots=True)
class Publication:
    """That a thing may be published: in which languages, by which consents, and since when.

    `versions` are the instants at which each content all parties consented to could go out, the present one last.
    """

    languages: tuple[str, ...]
    consents: tuple[Consent, ...]
    versions: tuple[str, ...]

    @property
    def since(self) -> str:
        """When the present version could go out."""
        return self.versions[-1]


def publication(
    named: frozenset[str], consents: Iterable[Consent], digest_now: Callable[[tuple[str, ...]], Digest | None], *, at: str
) -> Publication | None:
    """Whether a thing that names these parties may be published at the instant `at`; None where it may not.

    `digest_now` gives the digest of what the thing says now in some languages; None where that is not held.
    """
    ordered = sorted((each for each in consents if each.party in named), key=lambda each: (each.party, each.index))
    last = {each.party: each for each in ordered}
    if not named or last.keys() != named or not all(each.gives and each.parties == named for each in last.values()):
        return None
    digests, languages = {each.digest for each in last.values()}, {each.languages for each in last.values()}
    if len(digests) != 1 or len(languages) != 1:
        return None
    (digest,), (spoken,) = digests, languages
    since = _since(last.values())
    if digest != digest_now(spoken) or since > at:
        return None
    earlier = [day for other, day in _complete(ordered, named).items() if other != digest and day <= since]
    return Publication(spoken, tuple(last[PartyId(EntryId(party))] for party in sorted(named)), (*sorted(earlier), since))


def _since(consents: Iterable[Consent]) -> str:
    return max(max(each.at, each.not_before) for each in consents)


def _complete(consents: Iterable[Consent], named: frozenset[str]) -> dict[Digest, str]:
    """Since when each content could go out that every party consented to at some time."""
    first: dict[Digest, dict[str, Consent]] = {}
    for each in consents:
        if each.gives and each.parties == named:
            first.setdefault(each.digest, {}).setdefault(each.party, each)
    return {digest: _since(given.values()) for digest, given in first.items() if given.keys() == named}


def read_consent(entry: Entry) -> Consent | None:
    """The consent an entry states, as its envelope has it; None where it states none. Whether it stands is not asked here."""
    envelope = entry.envelope
    bind = envelope.bind if envelope is not None and envelope.kind == "publication_consent" and entry.at_home else None
    if envelope is None or bind is None or len(envelope.referred("publishes")) != 1:
        return None
    return Consent(
        id=entry.id,
        party=entry.book,
        index=entry.index,
        at=envelope.at,
        gives=bind.get("stance") == GIVES,
        digest=Digest(str(bind.get("digest", ""))),
        languages=tuple(sorted(_words(bind, "versions"))),
        parties=frozenset(_words(bind, "parties")),
        not_before=str(bind.get("not_before", "")),
    )


def named_parties(entry: Entry, look: Callable[[EntryId], Entry | None]) -> frozenset[str]:
    """Every party an entry names, directly and by what it speaks of; from envelopes alone.

    `look` finds an entry by id. What is referred to and not held counts as a party: it may be one.
    """
    return frozenset(_named(entry, look, set()))


def _named(entry: Entry, look: Callable[[EntryId], Entry | None], passed: set[EntryId]) -> set[str]:
    envelope = entry.envelope
    if envelope is None or entry.id in passed:
        return set()
    passed.add(entry.id)
    found: set[str] = {entry.book, *envelope.audience, *_words(envelope.bind or {}, "parties")}
    for ref in envelope.refs:
        other = look(ref.id)
        if other is None or other.envelope is None or other.envelope.kind in PARTIES:
            found.add(ref.id)
        elif ref.role in SPOKEN_OF:
            found |= _named(other, look, passed)
    return found


def may_ever_be_shown(kind: str, fields: Fields, party: str) -> bool:
    """Whether anything of such a thing could be published at all, whoever consents; `party` in whose book it stands."""
    if kind != "progress":
        return True
    return fields.get("word") == "own" and fields.get("owner") == [party] and fields.get("state") in SHOWN_STATES


def published_fields(kind: str, fields: Fields, languages: Iterable[str]) -> Fields:
    """The fields of a thing that go out in these languages: every field the kind declares, wordings in no other language."""
    declared = every_kind()[kind].fields if kind in every_kind() else ()
    wanted, shown = set(languages), {}
    for field in declared:
        if field.name in fields and (kind != "progress" or field.name in _OF_PROGRESS):
            value = _in(field, fields[field.name], wanted)
            if value is not None:
                shown[field.name] = value
    return shown


def _in(field: Field, value: Value, languages: set[str]) -> Value | None:
    if not isinstance(field.form, Wording) or not isinstance(value, list):
        return value
    if not field.many:
        return _parts(value, languages) or None
    # A clause in none of the languages keeps its place, so that numbers mean the same in each.
    clauses: list[Value] = [_parts(clause, languages) for clause in value if isinstance(clause, list)]
    return clauses if any(clauses) else None


def _parts(wording: list[Value], languages: set[str]) -> list[Value]:
    return [part for part in wording if isinstance(part, dict) and part.get("lang") in languages]


def languages_of(kind: str, fields: Fields) -> tuple[str, ...]:
    """Every language in which a thing has some wording."""
    found: set[str] = set()
    for field in every_kind()[kind].fields if kind in every_kind() else ():
        value = fields.get(field.name)
        if isinstance(field.form, Wording) and isinstance(value, list):
            wordings = value if field.many else [value]
            found |= {str(p.get("lang")) for w in wordings if isinstance(w, list) for p in w if isinstance(p, dict)}
    return tuple(sorted(found))


def publication_digest(salt: bytes, thing: EntryId, kind: str, fields: Fields) -> Digest:
    """The digest of what is published of a thing: over its id, kind and `published_fields`, with the salt of its body.

    The salt keeps a short wording from being guessed by whoever holds envelopes alone.
    """
    content: Fields = {"thing": thing, "kind": kind, "fields": fields}
    return Digest(hashlib.sha256(b"comity.publication/v1\n" + salt + canonical.encode(content)).hexdigest())


def _words(bind: Fields, name: str) -> list[str]:
    value = bind.get(name)
    return [str(each) for each in value if isinstance(each, str)] if isinstance(value, list) else []
